"""E-mail cells: this library against email-validator without DNS, on the same 100,000 realistic distinct cells.

Run: `PYTHONPATH=src python benchmarks/email_addresses.py [COUNT]`. It prints both times, their ratio, and every kind of
cell on which the two do not say the same. The cells are made up: French first and last names, the providers of French
client files by their usual shares, 6 % of small firms, and the dirt of real columns.
"""

from __future__ import annotations

import gc
import random
import sys
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator

from email_validator import EmailNotValidError, validate_email

from contactbase.model.hints import Hints
from contactbase.normalize.email import column

FIRST = "lea leo jeanne paul marie luc anne hugo ines louis zoe adam lina noah chloe nathan emma tom lola jules".split()
LAST = (
    "martin bernard dubois thomas robert richard petit durand leroy moreau simon laurent lefebvre michel garcia".split()
)
SHARES = {
    "gmail.com": 38, "hotmail.fr": 11, "orange.fr": 9, "yahoo.fr": 6, "wanadoo.fr": 6, "free.fr": 6, "hotmail.com": 4,
    "sfr.fr": 4, "laposte.net": 3, "outlook.fr": 3, "live.fr": 3, "icloud.com": 2, "bbox.fr": 1, "neuf.fr": 1,
}  # fmt: skip
DIRT: tuple[tuple[int, Callable[[str], str]], ...] = (
    (800, lambda cell: cell),
    (110, str.upper),
    (60, lambda cell: f" {cell} "),
    (20, str.title),
    (3, lambda cell: cell.replace("@", "")),
    (2, lambda cell: cell.replace(".", ",")),
    (2, lambda cell: f"<{cell}>"),
    (3, lambda cell: f"{cell};{cell[1:]}"),
)
"""Shares in a thousand, as in the exports that we have seen: capitals and spaces are common, damage is rare."""


def cells(count: int, seed: int = 7) -> list[str]:
    """Make distinct cells."""
    draw = random.Random(seed)
    made: dict[str, None] = {}
    domains, weights = list(SHARES), list(SHARES.values())
    while len(made) < count:
        first, last = draw.choice(FIRST), draw.choice(LAST)
        name = draw.choice(
            (f"{first}.{last}", f"{first[0]}{last}", f"{first}-{last}", f"{last}.{first}", f"{first}{last}")
        )
        firm = draw.random() < 0.06
        domain = f"{last}-{draw.randrange(max(count // 1000, 1))}.fr" if firm else draw.choices(domains, weights)[0]
        dirt = draw.choices([one for _, one in DIRT], [share for share, _ in DIRT])[0]
        made[dirt(f"{name}{draw.randrange(99999)}@{domain}")] = None
    return list(made)


def reference(cell: str) -> str | None:
    """Give email-validator's normal form."""
    try:
        return validate_email(cell, check_deliverability=False).normalized
    except EmailNotValidError:
        return None


def timed(run: Callable[[str], object], batch: list[str]) -> float:
    """Give the seconds of processor time that a batch takes, results dropped."""
    gc.collect()
    start = time.process_time()
    deque(map(run, batch), maxlen=0)
    return time.process_time() - start


def differences(batch: list[str]) -> Iterator[tuple[str, str]]:
    """Name each disagreement by what this library says, with one example."""
    read = column(Hints())
    for cell in batch:
        ours = read(cell)
        theirs = reference(cell)
        if [email.address for email in ours.values] != ([theirs] if theirs else []):
            yield (
                ", ".join(sorted({one.code for one in ours.findings})) or "silent",
                f"{cell!r} (reference: {theirs!r})",
            )


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    batch = cells(count)
    rounds = [(timed(reference, batch), timed(column(Hints()), batch)) for _ in range(5)]
    theirs, ours = (min(times) for times in zip(*rounds, strict=True))
    print(f"email-validator {theirs / count * 1e6:6.2f} µs per cell")
    print(f"contactbase     {ours / count * 1e6:6.2f} µs per cell")
    print(f"ratio           {theirs / ours:6.1f}")
    kinds: Counter[str] = Counter()
    examples: dict[str, str] = {}
    for kind, example in differences(batch):
        kinds[kind] += 1
        examples.setdefault(kind, example)
    for kind, times in kinds.most_common():
        print(f"differs {times:6} times, said as [{kind}]: {examples[kind]}")


if __name__ == "__main__":
    main()
