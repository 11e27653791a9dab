"""The names of a row, into a contact: title, first name, last name, birth name, a couple, and the sex a title tells.

>>> out, said = {}, []
>>> RowNames({"last_name": Hints()})({"last_name": "M. DUPONT Jean"}, out, said)
>>> out
{'title': 'M.', 'first_name': 'Jean', 'last_name': 'Dupont', 'sex': <Sex.M: 'M'>}
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any, Final

from contactbase.model.hints import Hints
from contactbase.normalize.civility import COUPLES
from contactbase.normalize.fold import fold
from contactbase.normalize.normalized import Cell, CellFinding
from contactbase.normalize.person_name import LAST_NAME, name_reader
from contactbase.normalize.remark import remark
from contactbase.normalize.title import TITLE

__all__ = ["NAME_FIELDS", "NamesReader", "RowNames", "names_as_written"]

_CELLS: Final = ("title", "first_name", "last_name", "full_name")
_WRITTEN: Final = (*_CELLS[:3], "birth_name")
_NAMED: Final = ("title", "first_name", "last_name", "birth_name", "couple", "sex")
_named: Final = attrgetter(*_NAMED)
NAME_FIELDS: Final = frozenset({*_CELLS, "birth_name"})
"""The record fields that are read together."""


def names_as_written(values: Mapping[str, str], out: dict[str, Any], _said: list[CellFinding]) -> None:
    """Take the names of a file that this library wrote: they have been read before, together."""
    out.update((field, values[field]) for field in _WRITTEN if field in values)


NamesReader = Callable[[Mapping[str, str], dict[str, Any], list[CellFinding]], None]
"""Puts what the name cells of a record say into the fields of a contact."""


class RowNames:
    """Reads the name cells of the rows of one file."""

    def __init__(self, hints: Mapping[str, Hints]) -> None:
        """Take the hints of the name columns that the file has."""
        self._present = bool(hints)
        self._title = TITLE.column(hints.get("title", Hints()))
        self._read = name_reader(title_hints=hints.get("title"))
        self._birth = LAST_NAME.column(hints["birth_name"]) if "birth_name" in hints else None

    def __call__(self, values: Mapping[str, str], out: dict[str, Any], said: list[CellFinding]) -> None:
        """Put what the name cells say into the fields of a contact."""
        if not self._present:
            return
        self._read_cells(values, out, said)
        if self._birth is not None and "birth_name" in values:
            self._read_birth_name(self._birth, values["birth_name"], out, said)

    def _read_cells(self, values: Mapping[str, str], out: dict[str, Any], said: list[CellFinding]) -> None:
        title, first, last, full = (values.get(field, "") for field in _CELLS)
        if not (first or last or full):
            if title:
                self._title_alone(title, out, said)
            return
        form = self._read(title, first, last, full)
        if form.values:
            name = form.values[0]
            out.update({field: value for field, value in zip(_NAMED, _named(name), strict=True) if value})
        for found in form.findings:
            field = found.field or "last_name"
            said.append(CellFinding(field, values.get(field, ""), (found,)))

    def _read_birth_name(self, cell: Cell[str], text: str, out: dict[str, Any], said: list[CellFinding]) -> None:
        """Follow the column of the birth name; say where a name cell tells another one."""
        form = cell(text)
        told = out.get("birth_name")
        if form.values:
            out["birth_name"] = form.values[0]
        if form.findings:
            said.append(CellFinding("birth_name", text, form.findings))
        if form.values and told is not None and fold(told) != fold(form.values[0]):
            said.append(CellFinding("birth_name", text, (remark("name.birth-names-differ", "birth_name"),)))

    def _title_alone(self, text: str, out: dict[str, Any], said: list[CellFinding]) -> None:
        form = self._title(text)
        if form.values:
            out["title"] = form.values[0]
            if form.values[0] in COUPLES:
                out["couple"] = True
        if form.findings:
            said.append(CellFinding("title", text, form.findings))
