"""Reading vCards beside vobject: CPU time for each card, and the files that each reads at all.

    python benchmarks/vcard.py [CARDS [FOLDER]]

FOLDER holds cards that programs really wrote (the `ez-vcard` corpus). CPU seconds, best of three.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import vobject

from contactbase.adapters.vcard.reader import read_vcard

CARD = """BEGIN:VCARD
VERSION:3.0
N:Petit;Zoé;;Mme;
FN:Mme Zoé Petit
ORG:Boutique Petit;Vente
TEL;TYPE=CELL:+33 6 98 76 54 32
TEL;TYPE=WORK,VOICE:01 23 45 67 89
EMAIL;TYPE=INTERNET:zoe{n}@example.org
ADR;TYPE=HOME:;;12 rue Haute\\nBât. A;Lyon;;69001;France
BDAY:1980-03-22
CATEGORIES:VIP,salon
NOTE:Aime les bagues\\, les colliers et les longues phrases qui se plient à la
  soixante-quinzième colonne.
END:VCARD
"""


def best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(3):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def ours(data: bytes) -> int:
    return sum(1 for _ in read_vcard(data).value.rows())


def theirs(text: str, **options: bool) -> int:
    return sum(1 for card in vobject.readComponents(text, **options) if card.contents is not None)


def attempt(work: Callable[[], int]) -> str:
    try:
        return f"{work()} cards"
    except Exception as error:  # noqa: BLE001 - whatever it raises is a failure
        return f"fails ({type(error).__name__})"


def main(count: int, folder: Path | None) -> None:
    text = "".join(CARD.format(n=n) for n in range(count))
    data = text.encode()
    mine, other = best(lambda: ours(data)), best(lambda: theirs(text))
    print(f"{count} cards: contactbase {mine / count * 1e6:.1f} µs a card, vobject {other / count * 1e6:.1f}", end="")
    print(f", {other / mine:.1f} times as fast")
    for path in sorted(folder.glob("*.vcf")) if folder else ():
        raw = path.read_bytes()
        read = raw.decode("utf-8", "replace")
        by_default, quoted = attempt(lambda: theirs(read)), attempt(lambda: theirs(read, allowQP=True))  # noqa: B023 - called here
        print(f"{path.name:28} contactbase {attempt(lambda: ours(raw)):9} vobject {by_default}, allowQP {quoted}")  # noqa: B023 - the same


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000, Path(sys.argv[2]) if len(sys.argv) > 2 else None)
