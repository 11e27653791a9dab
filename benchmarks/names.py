"""Name cells: this library against `str.title()`, and against nameparser where it is installed, on realistic cells.

Run: `PYTHONPATH=src python benchmarks/names.py [COUNT]`. `str.title()` does a fraction of the work (no titles, no
fillers, no particles, no order): it stands for the least that a script does to a name, so the ratio says what the rest
costs. nameparser (LGPL, not needed) reads full names. Printed are microseconds per cell, first reading and from memory,
the ratios, and on how many cells `str.title()` gives another surname.
"""

from __future__ import annotations

import gc
import random
import sys
import time
from collections.abc import Callable, Sequence

from contactbase.model.hints import Hints
from contactbase.normalize.fold import fold
from contactbase.normalize.person_name import FIRST_NAME, FULL_NAME, LAST_NAME, name_reader

DRAW = random.Random(11)
FIRST = (
    "Léa Jean Marie Paul Chloé Hélène Jean-Pierre Marie-Claude Noé Élodie Mohamed Fatima Lucas Emma Zoé Inès Hugo"
    " Françoise Gaëlle Yann Anaïs Thomas Sophie Martine Kévin Jérôme Amélie Gérard Mégane Théo"
).split()
SYLLABLES = (
    "ba be bon bert bru cha du dan del far fon gar gui la lan le mar mo mi nar pe pin ra ri ros sal tin val vi".split()
)
PARTICLES = ("Le ", "de ", "De La ", "van der ", "Ben ", "d'", "Saint-", "El ")
WRITINGS: tuple[tuple[int, Callable[[str], str]], ...] = ((46, str), (38, str.upper), (16, str.lower))


def surname() -> str:
    """Make up a surname: one in eight with a particle or article, one in ten double."""
    name = "".join(DRAW.choices(SYLLABLES, k=DRAW.randint(2, 4))).capitalize()
    if DRAW.random() < 0.125:
        name = DRAW.choice(PARTICLES) + name
    return f"{name}-{surname()}" if DRAW.random() < 0.1 else name


def written(name: str) -> str:
    """Write a name as a third of the cells of the French test contacts are: in capitals, or in small letters."""
    writing = DRAW.choices([write for _, write in WRITINGS], [share for share, _ in WRITINGS])[0]
    return writing(name)


def dirty(name: str) -> str:
    """Put in a name cell what one in twenty-five holds."""
    return DRAW.choice(
        (f"Mme {name}", f"M. {name}", f"{name} née {surname()}", f" {name} ", f"{name}*", f"{name} (décédé)", "NC", "X")
    )


def last_cells(count: int) -> list[str]:
    """Make the cells of a last-name column."""
    return [dirty(surname()) if DRAW.random() < 0.04 else written(surname()) for _ in range(count)]


def full_cells(count: int) -> list[str]:
    """Make the cells of a full-name column: plain, capitals for the surname, a title, a comma."""
    return [
        DRAW.choice(
            (
                f"{first} {last}",
                f"{first} {last}",
                f"{last.upper()} {first}",
                f"M. {first} {last.upper()}",
                f"{last}, {first}",
            )
        )
        for first, last in ((DRAW.choice(FIRST), surname()) for _ in range(count))
    ]


def timed(read: Callable[[str], object], cells: Sequence[str]) -> float:
    """Give the CPU microseconds per cell of one pass."""
    gc.collect()
    gc.disable()
    start = time.process_time()
    for cell in cells:
        read(cell)
    spent = time.process_time() - start
    gc.enable()
    return spent / len(cells) * 1e6


def compare(title: str, cells: list[str], open_column: Callable[[], Callable[[str], object]]) -> None:
    """Print the times of one kind of cell."""
    distinct = list(dict.fromkeys(cells))
    column = open_column()
    first, plain = timed(column, distinct), timed(str.title, distinct)
    column = open_column()
    timed(column, distinct[:10_000])
    again = timed(column, distinct[:10_000])
    whole = timed(open_column(), cells)
    print(f"{title:12} {len(cells):8,} cells, {len(distinct):7,} distinct")
    print(f"  first reading {first:6.2f} us   whole column {whole:6.2f} us   from memory {again:6.3f} us", end="")
    print(f"   str.title {plain:6.3f} us   ratio {whole / plain:5.1f}")


def against_nameparser(cells: list[str]) -> None:
    """Print the ratio to nameparser, where it is installed."""
    try:
        from nameparser import HumanName  # noqa: PLC0415 - optional
    except ImportError:
        print("nameparser is not installed: pip install nameparser adds its ratio")
        return
    sample = cells[:5_000]
    theirs, ours = timed(HumanName, sample), timed(FULL_NAME.column(Hints()), sample)
    print(f"nameparser {theirs:.1f} us, this library {ours:.1f} us: {theirs / ours:.1f} times as fast")


def main(count: int) -> None:
    lasts, firsts, fulls = last_cells(count), [written(DRAW.choice(FIRST)) for _ in range(count)], full_cells(count)
    compare("first names", firsts, lambda: FIRST_NAME.column(Hints()))
    compare("last names", lasts, lambda: LAST_NAME.column(Hints()))
    compare("full names", fulls, lambda: FULL_NAME.column(Hints()))
    read = name_reader()
    rows = list(zip(firsts, lasts, strict=True))
    gc.collect()
    start = time.process_time()
    for first, last in rows:
        read("Mme", first, last, "")
    print(f"rows of title, first and last name: {(time.process_time() - start) / count * 1e6:.2f} us")
    print(f"fold key: {timed(fold, lasts):.2f} us")
    against_nameparser(fulls)
    column = LAST_NAME.column(Hints())
    differ = sum(column(cell).values != (cell.title(),) for cell in lasts)
    print(f"str.title gives another surname than this library for {differ:,} of {count:,} cells")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
