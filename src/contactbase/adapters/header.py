"""Where the table begins in a file, whether its first row names the columns, and what the columns are called.

The first row is the header unless something speaks against it: a title stands above the header alone on its line
and a row of labels follows; a first row with an e-mail address or a phone number is data. Where nothing speaks for or
against, the first row is taken for the header, as everybody does, and that is reported as an assumption. A header of
two rows has a band above (`Identity` over `Nom` and `Prénom`, in merged cells as a rule): the lower row names the
columns, and the band those that the lower row leaves blank.

>>> heading = find_heading([(1, ["Export clients"]), (3, ["Nom", "Ville"]), (4, ["Petit", "Lyon"])])
>>> heading.index, heading.header, heading.sure
(1, True, True)
>>> name_columns(["Nom", "", "Nom"]).columns
('Nom', 'column 2', 'Nom (2)')
>>> banded = [(1, ["Nom", "Contact", ""]), (2, ["", "Tél", "E-mail"]), (3, ["Petit", "", "lea@example.org"])]
>>> found = find_heading(banded)
>>> found.index, found.names(banded)
(1, ['Nom', 'Tél', 'E-mail'])
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from itertools import zip_longest
from typing import Final

import attrs

from contactbase.adapters.guard import unguard
from contactbase.adapters.kinds import Kind, is_label, kind
from contactbase.model.journal import Finding, finding
from contactbase.model.source import SourceRef

__all__ = ["Heading", "Names", "Placed", "find_heading", "header_findings", "name_columns"]

Placed = tuple[int, list[str]]
"""The physical line on which a record starts, and its cells."""

_LOOK_AHEAD: Final = 20
_LONGEST_NAME: Final = 40
_MOST_NAMES: Final = 60
_BODY: Final = 200
_TYPED: Final = frozenset((Kind.EMAIL, Kind.PHONE, Kind.DATE, Kind.NUMBER))


@attrs.frozen(kw_only=True)
class Heading:
    """The index of the header (or of the first row where there is none) among the records that were looked at.

    `sure` is False where the first row was taken for the header and nothing proves it; `banded`: the record above names
    columns that the header leaves blank.
    """

    index: int
    header: bool
    sure: bool
    banded: bool = False

    def names(self, records: Sequence[Placed]) -> list[str]:
        """Give the cells that name the columns: those of the header, and of the band above it where they are blank."""
        cells = records[self.index][1]
        if not self.banded:
            return list(cells)
        band = records[self.index - 1][1]
        return [cell if cell.strip() else above for cell, above in zip_longest(cells, band, fillvalue="")][: len(cells)]


@attrs.frozen(kw_only=True)
class Names:
    """The names of the columns, each once, and how many had to be made up, told apart, or tidied."""

    columns: tuple[str, ...]
    blank: int = 0
    duplicate: tuple[str, ...] = ()
    tidied: int = 0


def find_heading(records: Sequence[Placed], *, header: bool | None = None, titles: bool = True) -> Heading:
    """Find the header among the records of a sample, none of them blank.

    `header` is what the caller knows; `titles`: whether there may be lines above it.
    """
    if header is False:
        return Heading(index=0, header=False, sure=True)
    index = _below_titles(records) if titles else 0
    if header:
        return Heading(index=index, header=True, sure=True, banded=titles and _has_band(records, index))
    verdict = _names_columns(records[index][1], [cells for _, cells in records[index + 1 :]])
    banded = titles and verdict is not False and _has_band(records, index)
    return Heading(index=index, header=verdict is not False, sure=verdict is not None, banded=banded)


def _below_titles(records: Sequence[Placed]) -> int:
    """Give the index of the first record that is no title: 0 unless the titles and what follows are plain to see.

    Two labels in a row prove a header, whatever stands above it; else every line above must look like a title.
    """
    width = Counter(len(cells) for _, cells in records).most_common(1)[0][0]
    strict = True
    for index, (_, cells) in enumerate(records[:_LOOK_AHEAD]):
        filled = _filled(cells)
        if filled > 1 and 2 * filled >= width:
            if _is_band(cells, [row for _, row in records[index + 1 : index + 2]]):
                return index + 1
            below = [row for _, row in records[index + 1 :]]
            proven = sum(map(is_label, cells)) > 1 or (strict and _names_columns(cells, below) is not None)
            return index if proven else 0
        strict = strict and _is_title(cells)
    return 0


def _is_band(cells: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Tell whether a record names groups of columns: it has blanks or repeats, and labels alone stand below it."""
    names = [cell.strip() for cell in cells]
    if len(set(names)) == len(names) and "" not in names:
        return False
    under = [cell for row in below for cell in row if cell.strip()]
    labels = sum(map(is_label, under))
    return labels > 1 and 3 * labels >= 2 * len(under) and not any(kind(cell) in _TYPED for cell in under)


def _has_band(records: Sequence[Placed], index: int) -> bool:
    """Tell whether the record above the header names several columns, and one of them that the header leaves blank."""
    if index == 0 or _filled(records[index - 1][1]) < 2:
        return False
    return any(
        above.strip() and not cell.strip()
        for above, cell in zip(records[index - 1][1], records[index][1], strict=False)
    )


def _is_title(cells: Sequence[str]) -> bool:
    """Tell whether a record has one filled cell at most, the first, which is no column's name and no value."""
    return not any(cells[1:]) and not is_label(cells[0]) and kind(cells[0]) not in _TYPED


def _filled(cells: Sequence[str]) -> int:
    return sum(1 for cell in cells if cell.strip())


def _names_columns(first: Sequence[str], below: Sequence[Sequence[str]]) -> bool | None:
    """Tell whether a record names the columns of those below it; None when nothing says so or otherwise."""
    looks = [kind(cell) for cell in first]
    if Kind.EMAIL in looks or Kind.PHONE in looks:
        return False
    if sum(map(is_label, first)) > looks.count(Kind.DATE):
        return True
    columns = [_column(below[:_BODY], index) for index in range(len(first))]
    votes = {_vote(*cell) for cell in zip(first, looks, columns, strict=True)} - {None}
    return None if not votes else _Vote.DATE not in votes and (_Vote.LABEL in votes)


class _Vote(Enum):
    """What a cell of the first record says, beside those below it."""

    DATE = auto()
    LABEL = auto()
    VALUE = auto()


def _vote(cell: str, look: Kind, column: Sequence[str]) -> _Vote | None:
    """Weigh a date above dates, text above something else, a number above numbers, a text that comes again."""
    mostly = _mostly(column)
    if look is Kind.DATE and mostly is look:
        return _Vote.DATE
    if look is Kind.TEXT and mostly in _TYPED:
        return _Vote.LABEL
    if (look is Kind.NUMBER and mostly in (Kind.NUMBER, None)) or (
        look is Kind.TEXT and len(cell) > 1 and cell in column
    ):
        return _Vote.VALUE
    return None


def _column(rows: Sequence[Sequence[str]], index: int) -> list[str]:
    return [row[index] for row in rows if index < len(row) and row[index]]


def _mostly(column: Sequence[str]) -> Kind | None:
    """Give the kind that most cells of a column have; None where they are mixed, or none is filled."""
    counts = Counter(map(kind, column))
    most, count = counts.most_common(1)[0] if counts else (None, 0)
    return most if 10 * count >= 6 * len(column) else None


def name_columns(cells: Sequence[str]) -> Names:
    """Make the names of a header usable: none blank, none twice, each on one line; the rest as it was written."""
    plain = [" ".join(unguard(cell).replace("\ufeff", "").strip('" ').split()) for cell in cells]
    taken: set[str] = set()
    written = frozenset(plain)
    last: dict[str, int] = {}
    columns: list[str] = []
    duplicate: list[str] = []
    for number, name in enumerate(plain, start=1):
        if name in taken:
            duplicate.append(name)
        unique = name if name and name not in taken else _free(name or f"column {number}", written, taken, last)
        columns.append(unique)
        taken.add(unique)
    return Names(
        columns=tuple(columns),
        blank=sum(not name for name in plain),
        duplicate=tuple(dict.fromkeys(duplicate)),
        tidied=sum(1 for cell, name in zip(cells, plain, strict=True) if cell.strip() != name),
    )


def _free(name: str, written: frozenset[str], taken: set[str], last: dict[str, int]) -> str:
    """Give a name that no column has, counting on from the `last` number that was given for this one."""
    number, free = last.get(name, 1), name if name not in last else f"{name} ({last[name]})"
    while free in written or free in taken:
        number += 1
        free = f"{name} ({number})"
    last[name] = number
    return free


def header_findings(heading: Heading, names: Names, *, at: SourceRef, titles: int, line: int) -> Iterator[Finding]:
    """Tell where the table begins (`line`, below so many lines of `titles`) and what its columns are called."""
    if titles:
        yield finding("file.title-rows", source=at, count=titles, line=line)
    if not heading.header:
        yield finding("file.no-header", source=at, columns=len(names.columns))
        return
    if heading.sure:
        shown = _name_list(names.columns)
        yield finding("file.header", source=at, line=line, columns=len(names.columns), names=shown)
    else:
        yield finding("file.header-assumed", source=at, line=line, columns=len(names.columns))
    if heading.banded:
        yield finding("file.header-in-two-lines", source=at, line=line)
    if names.blank:
        yield finding("file.blank-header", source=at, count=names.blank)
    if names.duplicate:
        yield finding("file.duplicate-header", source=at, names=_name_list(names.duplicate))
    if names.tidied:
        yield finding("file.tidied-header", source=at, count=names.tidied)


def _name_list(columns: Sequence[str]) -> str:
    """List names of columns, none that looks like a value (a header by the caller's word only), none too long."""
    names = [name[:_LONGEST_NAME] if kind(name) is Kind.TEXT else "…" for name in columns[:_MOST_NAMES]]
    return ", ".join(names) + (", …" if len(columns) > _MOST_NAMES else "")
