"""A review workbook that comes back: which rows it has, which of their cells were changed, which answers were given.

People sort rows, move columns, add notes; a row is known by its id, a column by its header, a change by the digest of
the cell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from os import PathLike
from typing import Final

import attrs

from contactbase.adapters.catalog import open_table
from contactbase.adapters.excel.reader import read_excel
from contactbase.errors import ReadError
from contactbase.model.contact_base import ContactBase
from contactbase.model.journal import Entry, Note, Rejection, finding
from contactbase.model.source import SourceRef
from contactbase.model.table import Row
from contactbase.pipeline.review_form import CONTACTS, KEPT, MARK, digest

__all__ = ["Answer", "ChangedRow", "Returned", "read_workbook"]


_READ_AS_EMPTY: Final = frozenset({"excel.formula-without-value", "excel.error-cells"})
"""What says that a cell may be read as empty and is not."""


@attrs.frozen(kw_only=True)
class ChangedRow:
    """A row of which cells were changed: `changed` maps the keys of columns to what stands there now."""

    contact: str
    source: SourceRef
    changed: Mapping[str, str] = attrs.field(repr=False)


@attrs.frozen(kw_only=True)
class Answer:
    """What a row says of its group of duplicates: the text of the answer as it stands."""

    contact: str
    group: str
    text: str
    row: int


@attrs.define(kw_only=True)
class Returned:
    """A workbook that came back; `doubtful`: it has cells that are read as empty and are not."""

    file: str
    keys: list[str] = attrs.field(repr=False)
    places: dict[str, int] = attrs.field(repr=False)
    digests: Mapping[str, list[str]] = attrs.field(repr=False)
    table: list[Row] = attrs.field(repr=False)
    doubtful: bool
    entries: list[Entry] = attrs.field(factory=list, repr=False)
    answers: list[Answer] = attrs.field(factory=list, repr=False)

    def rows(self, base: ContactBase, note: Note) -> Iterator[ChangedRow]:
        """Give the rows of which a cell was changed; note rows of nobody and contacts without a row."""
        seen: Counter[str] = Counter()
        for row in self.table:
            source = SourceRef(file=self.file, row=row.row, line=row.line)
            contact = self._cell(row, "id").strip()
            seen[contact] += 1
            if contact not in base or contact not in self.digests:
                note(Rejection(source=source, code="review.unknown-contact", cells=tuple(row.cells)))
                continue
            if seen[contact] > 1:
                note(Rejection(source=source, code="review.contact-twice", cells=tuple(row.cells)))
                continue
            group, answer = self._cell(row, "group").strip(), self._cell(row, "answer")
            if group:
                self.answers.append(Answer(contact=contact, group=group, text=answer, row=row.line))
            changed = self._changed(contact, row)
            if self.doubtful:
                changed = self._filled(changed, contact, source, note)
            if changed:
                yield ChangedRow(contact=contact, source=source, changed=changed)
        missing = sum(1 for contact in self.digests if contact not in seen)
        if missing:
            note(finding("review.rows-missing", source=SourceRef(file=self.file), count=missing))

    def _cell(self, row: Row, key: str) -> str:
        return row.cells[self.places[key]] if key in self.places else ""

    def _filled(self, changed: dict[str, str], contact: str, source: SourceRef, note: Note) -> dict[str, str]:
        """Leave out the cells that are empty now: they may hold an error, or a formula without a result."""
        for key in (key for key, text in changed.items() if not text):
            name = key.partition(":")[2]
            note(
                finding("review.emptied-unsure", field=name, source=attrs.evolve(source, column=name), contact=contact)
            )
        return {key: text for key, text in changed.items() if text}

    def _changed(self, contact: str, row: Row) -> dict[str, str]:
        return {
            key: self._cell(row, key).strip()
            for key, known in zip(self.keys, self.digests[contact], strict=True)
            if key in self.places and digest(contact, key, self._cell(row, key)) != known
        }


def read_workbook(path: str | PathLike[str]) -> Returned:
    """Read a workbook that `review` wrote; ReadError where it is none."""
    file, names, keys, language, digests = _kept(path)
    contacts = CONTACTS.say("fr" if language == "fr" else "en")
    options = {"header": True, "skip_rows": 0, "keep_guards": True, "allow_empty": True, "footer": False}
    table, read = open_table(path, format="excel", sheet=contacts, **options)
    entries: list[Entry] = [found for found in read.findings if found.code in _READ_AS_EMPTY]
    doubtful = bool(entries)
    where = {name: number for number, name in enumerate(table.columns)}
    places = {key: where[name] for name, key in zip(names, keys, strict=True) if name in where}
    if "id" not in places:
        raise ReadError(f"{file} has lost its column of ids. Put it back, or write a new review workbook.")
    entries += [
        finding("review.column-missing", source=SourceRef(file=file), name=name)
        for name, key in zip(names, keys, strict=True)
        if key not in places
    ]
    return Returned(
        file=file,
        keys=keys[4:],
        places=places,
        digests=digests,
        table=list(table.rows()),
        entries=entries,
        doubtful=doubtful,
    )


def _kept(path: str | PathLike[str]) -> tuple[str, list[str], list[str], str, dict[str, list[str]]]:
    """Read the sheet for programs: the headers and keys of the columns, the language, the digests by contact."""
    try:
        table = read_excel(path, sheet=KEPT, header=True, skip_rows=0, keep_guards=True, footer=False).value
    except ReadError as error:
        if "no sheet" not in str(error):
            raise
        raise ReadError(f"{path} is no review workbook. Write one with: contactbase review FILE --out FILE") from error
    rows = [list(row.cells) for row in table.rows()]
    if table.columns[0] != MARK or len(rows) < 2:
        raise ReadError(f"{path} is a review workbook of another version. Write a new one and correct that.")
    names, keys = ([cell for cell in row if cell] for row in rows[:2])
    return table.file, names, keys, table.columns[1], {row[0]: row[1].split() for row in rows[2:]}
