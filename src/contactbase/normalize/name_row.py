"""The name cells of one row together: what one says of the other, and where they disagree.

A last-name cell that holds both names fills an empty first name; a name that one cell repeats of the other is taken
out; a title inside a name serves where the title column has none; a full name fills in for parts that are missing, and
is compared with those that are there.

>>> from contactbase.normalize.name_cell import read_cell
>>> row = NameRow(Normalized(("Mme",)), read_cell("", surname=False), read_cell("DURAND Léa", surname=True), (None, {}))
>>> name, codes = combine(row, lambda text: (None, {}))
>>> name.first_name, name.last_name, list(codes)
('Léa', 'Durand', [('last_name', 'name.two-names')])
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import attrs

from contactbase.model.enums import Sex
from contactbase.normalize.civility import COUPLES, sex_of_title
from contactbase.normalize.first_names import is_also_surname, is_first_name
from contactbase.normalize.fold import fold
from contactbase.normalize.full_name import Codes, PersonName
from contactbase.normalize.name_cell import NameCell
from contactbase.normalize.normalized import Normalized

__all__ = ["NameRow", "combine"]

FullName = tuple[PersonName | None, Codes]
Placed = dict[tuple[str, str], Mapping[str, str | int]]
"""Codes found with their field and their details."""


@attrs.frozen
class NameRow:
    """What each name cell of a row was read to say; `title_sex` is what a title like `Mme Dr` tells beside `Dr`."""

    title: Normalized[str]
    first: NameCell
    last: NameCell
    full: FullName = attrs.field(repr=False)
    title_sex: Sex | None = None


def combine(row: NameRow, read_full: Callable[[str], FullName]) -> tuple[PersonName | None, Placed]:
    """Give the name that the cells say together (None: they name nobody) and what there is to say about it."""
    first, last, full = row.first.name, row.last.name, row.full[0]
    codes = _placed(row)
    if first and last:
        if row.last.pair or row.first.pair or " " in last or " " in first or first == last:
            first, last = _two_cells(row, codes, read_full)
    elif first or last:
        first, last = _one_cell(row, codes)
    birth = row.first.birth_name or row.last.birth_name
    if full is not None:
        first, last, birth = _with_full_name(first, last, birth, full, codes)
    if not first and not last:
        return None, codes
    return _titled(row, first, last, birth, codes), codes


def _placed(row: NameRow) -> Placed:
    """Give the codes found in each cell with the field of the cell."""
    codes: Placed = {}
    for field, found in (("first_name", row.first.codes), ("last_name", row.last.codes), ("full_name", row.full[1])):
        for code, details in found.items() if found else ():
            codes[field, code] = details
    return codes


def _one_cell(row: NameRow, codes: Placed) -> tuple[str, str]:
    """Read a row that has one of the two cells; it may hold both names."""
    pair = row.first.pair or row.last.pair
    if pair is not None:
        return pair
    words = row.last.name.split()
    if len(words) > 1 and any(is_first_name(word) and not is_also_surname(word) for word in words):
        codes["last_name", "name.first-name-suspected"] = {}
    return row.first.name, row.last.name


def _two_cells(row: NameRow, codes: Placed, read_full: Callable[[str], FullName]) -> tuple[str, str]:
    """Take out of one cell what it repeats of the other."""
    first, last = row.first.name, row.last.name
    first_key, last_key = fold(first), fold(last)
    if first_key == last_key:
        return _same_cells(row, codes, read_full)
    found: tuple[str, str, str] | None = None
    if row.last.pair is not None and fold(row.last.pair[0]) == first_key:
        found = "last_name", first, row.last.pair[1]
    elif row.first.pair is not None and fold(row.first.pair[1]) == last_key:
        found = "first_name", row.first.pair[0], last
    elif row.last.pair is None and not row.last.couple and (rest := _without(last, first_key)):
        found = "last_name", first, rest
    if found is None:
        return first, last
    codes[found[0], "name.repeated"] = {}
    return found[1:]


def _same_cells(row: NameRow, codes: Placed, read_full: Callable[[str], FullName]) -> tuple[str, str]:
    """Read two cells that hold the same: one word twice, or the full name in both."""
    both = row.last.pair or row.first.pair
    if both is None and " " in row.last.name:
        whole, found = read_full(row.last.name)
        if whole is not None and whole.first_name and whole.last_name:
            both = whole.first_name, whole.last_name
            codes.update({("last_name", code): details for code, details in found.items()})
    codes["last_name", "name.repeated" if both is not None else "name.same-in-both"] = {}
    return both or (row.first.name, row.last.name)


def _without(name: str, key: str) -> str:
    """Give a name without the words of a key at its beginning or end; empty when they do not stand there."""
    words = name.split(" ")
    count = key.count(" ") + 1
    if len(words) <= count:
        return ""
    if fold(" ".join(words[:count])) == key:
        return " ".join(words[count:])
    return " ".join(words[:-count]) if fold(" ".join(words[-count:])) == key else ""


def _with_full_name(
    first: str, last: str, birth: str | None, full: PersonName, codes: Placed
) -> tuple[str, str, str | None]:
    """Fill in from the full name what the parts do not say; note where it says something else."""
    birth = birth or full.birth_name
    if not first and not last:
        return full.first_name or "", full.last_name or "", birth
    for code in ("name.order-unsure", "name.order-by-list", "name.single-word"):
        codes.pop(("full_name", code), None)
    whole = set(fold(f"{full.first_name or ''} {full.last_name or ''} {full.birth_name or ''}").split())
    parts = set(fold(f"{first} {last}").split())
    if not parts <= whole:
        codes["full_name", "name.cells-disagree"] = {}
    elif not last and full.last_name and fold(full.first_name or "") == fold(first):
        last = full.last_name
    elif not first and full.first_name and fold(full.last_name or "") == fold(last):
        first = full.first_name
    return first, last, birth


def _titled(row: NameRow, first: str, last: str, birth: str | None, codes: Placed) -> PersonName:
    """Put the title to the name: that of its column, else the one found inside a name cell."""
    title = row.title.values[0] if row.title.values else None
    told = sex_of_title(title) or row.title_sex
    if not codes and row.full[0] is None:
        return PersonName(title, first or None, last or None, birth, title in COUPLES, told)
    if told is Sex.F and row.last.sex is Sex.M and ("last_name", "name.civility-unsure") in codes:
        del codes["last_name", "name.civility-unsure"], codes["last_name", "name.civility-inside"]
        return PersonName(title, first or None, f"M {last}", birth, title in COUPLES, told)
    full = row.full[0] or PersonName()
    sex = row.first.sex or row.last.sex or full.sex
    title = title or row.first.title or row.last.title or full.title
    couple = row.first.couple or row.last.couple or full.couple or title in COUPLES
    told = sex_of_title(title) or row.title_sex
    if told is not None and sex is not None and told is not sex:
        codes["title", "name.civilities-differ"] = {}
    return PersonName(title, first or None, last or None, birth, couple, told or sex)
