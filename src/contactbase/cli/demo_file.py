"""The demo file: the client list of a shop that does not exist, as dirty as such lists really are.

Windows-1252, `;`, CRLF, two title rows above the header, a totals line at the end. A row is a person of `demo_people`
written down by a hand of `demo_manners` and `demo_addresses`; a duplicate is the same person written by another hand.
Now and then a row loses its last cells, gains one, comes twice, or follows a blank line. Nothing is copied from a real
file.

Chance is a keyed hash of the row's number, so a row never depends on memory of earlier ones: the file streams.

>>> demo_bytes(rows=50).decode("cp1252").splitlines()[2].split(";")[:4]
['N° client', 'Civilité', 'Nom', 'Prénom']
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import chain, islice
from typing import Final

from contactbase.cli.demo_addresses import EMAIL, LANDLINE, MOBILE, PLACE
from contactbase.cli.demo_manners import ANSWERS, BIRTH, LABELS, NAMES, REMARK, SALES, STORY
from contactbase.cli.demo_people import DEMO_DAY, Chance, chance, person

__all__ = ["ENCODING", "HEADER", "demo_bytes", "demo_chunks", "demo_rows"]

ENCODING: Final = "cp1252"

_GROUPS: Final = (NAMES, BIRTH, EMAIL, MOBILE, LANDLINE, PLACE, STORY, SALES, ANSWERS, LABELS, REMARK)

HEADER: Final = ("N° client", *chain.from_iterable(group.columns for group in _GROUPS))

_TITLES: Final = (
    ["Boutique Les Glycines (société fictive) – fichier clients"],
    [f"Export du {DEMO_DAY:%d/%m/%Y} – personnes, numéros et adresses inventés"],
)
_TABLES: Final = tuple(group.table for group in _GROUPS)
_WIDTH: Final = len(_GROUPS)
_REACH: Final = 4000
"""How far back the person of a duplicate may stand."""


def demo_rows(rows: int = 3000, seed: int = 2026) -> Iterator[list[str]]:
    """Give the cells of every line, from the title rows to the totals; `rows` counts client rows (0 and up)."""
    draw = chance(seed)
    yield from _TITLES
    yield list(HEADER)
    for index in range(rows):
        hand = draw(b"hand", index)
        if hand[40] == 0:
            yield []
        yield _accident(_row(draw, index, hand), hand[41], hand[42])
    yield []
    yield ["Total", "", f"{rows} clients", *[""] * (len(HEADER) - 3)]


def demo_chunks(rows: int = 3000, seed: int = 2026) -> Iterator[bytes]:
    """Give the file in pieces of a thousand lines, each encoded."""
    lines = demo_rows(rows, seed)
    while batch := list(islice(lines, 1000)):
        text = io.StringIO(newline="")
        csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(batch)
        yield text.getvalue().encode(ENCODING)


def demo_bytes(rows: int = 3000, seed: int = 2026) -> bytes:
    """Give the whole file."""
    return b"".join(demo_chunks(rows, seed))


def _row(draw: Chance, index: int, hand: bytes) -> list[str]:
    """Write down the person of a row: their own, an earlier row's, or the very same row again."""
    if hand[43] == 0 and index:
        return _row(draw, index - 1, draw(b"hand", index - 1))
    again = hand[44] < 31
    back = 1 + (hand[45] << 8 | hand[46]) % min(index, _REACH) if again and index else 0
    who = person(draw, index - back)
    cells = ["" if hand[47] == 0 else f"C{index + 1:06d}"]
    for table, manner, luck in zip(_TABLES, hand, hand[_WIDTH:], strict=False):
        cells += table[manner](who, luck)
    return cells


def _accident(cells: list[str], kind: int, luck: int) -> list[str]:
    """Now and then lose the last cells, split the address at a delimiter, or end the line with one too many."""
    match kind:
        case 0:
            return cells[: 6 + luck % 12]
        case 1:
            return [*cells[:8], *cells[8].partition(" ")[::2], *cells[9:]]
        case 2:
            return [*cells, ""]
    return cells
