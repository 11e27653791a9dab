"""Measuring SMS beside smsutil, and what a base of recipients takes: templates, answers, lint.

    python benchmarks/sms.py [TEXTS]

CPU seconds of the best of three; a ratio below 1 means faster than smsutil.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import smsutil

import contactbase as cb

SHORT = "MAISON LEA : bonjour {}, -20% sur les bijoux jusqu'au 30/11. STOP au 36008"
NAMES = ["Léa", "Anaïs", "Zoë", "Jean", "Marie-Hélène", "François", "Noé", "Inès"]
ANSWERS = ["STOP", "stop svp", "merci, à samedi", "Ne m'envoyez plus de SMS", "Oui", "S T O P", "Où êtes-vous ?"]


def best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(3):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def beside(name: str, texts: list[str]) -> None:
    ours = best(lambda: [cb.sms.measure(text) for text in texts])
    theirs = best(lambda: [smsutil.split(text) for text in texts])
    print(f"{name}: {ours:.2f} s, smsutil {theirs:.2f} s, ratio {ours / theirs:.2f}")


def main(count: int) -> None:
    short = [SHORT.format(NAMES[at % len(NAMES)]) for at in range(count)]
    beside("cheap, one segment", [SHORT.format("Jean")] * count)
    beside("names, some dear", short)
    beside("cheap, three segments", [SHORT.format("Jean") * 4] * (count // 4))
    beside("dear, five segments", [SHORT.format("Zoë") * 4] * (count // 4))
    base = [cb.Contact(id=f"c-{at}", first_name=NAMES[at % len(NAMES)], postcode="97400") for at in range(count)]
    template = cb.sms.Template(SHORT.replace("{}", "{first_name|cher client}"))
    print(f"a template over {count} contacts: {best(lambda: cb.sms.fits(template, base)):.2f} s")
    print(f"{count} answers: {best(lambda: [cb.sms.read_reply(ANSWERS[at % 7]) for at in range(count)]):.2f} s")
    print(
        f"linting {count // 10} texts: {best(lambda: [cb.sms.lint(text, sender='LEA') for text in short[::10]]):.2f} s"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
