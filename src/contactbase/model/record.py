"""What the file said, before anything is understood: field names to raw text.

>>> record = Record(source=SourceRef(file="clients.csv", row=1), values={"city": "LYON"})
>>> record.values["city"]
'LYON'
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final, Protocol, runtime_checkable

import attrs

from contactbase.model.hints import Hints
from contactbase.model.journal import Note
from contactbase.model.source import SourceRef
from contactbase.model.table import forget

__all__ = ["ReadsColumns", "Record", "RecordSet", "Records"]

_BATCH: Final = 500


@attrs.frozen
class Record:
    """One row under field names. Several columns of one field are joined by a line break, in column order.

    `extra` keeps the columns that no field claims; `cells` is the row as it was read, for the rejects.
    """

    source: SourceRef
    values: Mapping[str, str] = attrs.field(repr=False)
    extra: tuple[tuple[str, str], ...] = attrs.field(default=(), repr=False)
    cells: tuple[str, ...] = attrs.field(default=(), repr=False, eq=False)


@runtime_checkable
class ReadsColumns(Protocol):
    """What opens records and can give the texts of some fields without making records."""

    def texts(self, fields: Collection[str]) -> Iterator[Mapping[str, Sequence[str]]]:
        """Give, some hundreds of records at a time, the texts of each field in their order, missing ones left out."""


@attrs.frozen(kw_only=True)
class RecordSet:
    """The records of one file, what its layout says of each field, and where each field's text comes from.

    `hints` maps a field to what the layout knows of its column; `columns` a field to the headers it was read from;
    `kept` are the headers kept beside; `strict` says that the cells hold canonical text (a file of this library).
    """

    file: str
    layout: str
    columns: Mapping[str, tuple[str, ...]]
    hints: Mapping[str, Hints]
    read: Callable[[Note], Iterator[Record]] = attrs.field(repr=False)
    kept: tuple[str, ...] = ()
    strict: bool = False

    def records(self, note: Note = forget) -> Iterator[Record]:
        """Read the records anew, noting the rejected rows."""
        return self.read(note)

    def texts(self, fields: Collection[str]) -> Iterator[Mapping[str, Sequence[str]]]:
        """Give the texts of some fields, column by column, some hundreds of records at a time."""
        if isinstance(self.read, ReadsColumns):
            yield from self.read.texts(fields)
            return
        records = self.records()
        while batch := [record.values for record in islice(records, _BATCH)]:
            yield {field: [values[field] for values in batch if field in values] for field in fields}


@attrs.frozen
class Records:
    """The records of one or several files, in reading order; they can be read again and again."""

    parts: tuple[RecordSet, ...]

    def __iter__(self) -> Iterator[Record]:
        for part in self.parts:
            yield from part.records()
