"""Answers of people who are in the base already: each row says whom by its `id`, and need not identify anybody else.

>>> rows = [{"id": "c-1", "city": "LYON"}, {"city": "Brest"}]
>>> entries = []
>>> [(found.id, found.city) for found in read_answers(rows, entries.append, as_of=dt.date(2026, 11, 22))]
[('c-1', 'Lyon')]
>>> [entry.code for entry in entries]
['answer.no-id']
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from contactbase.model.contact import Contact
from contactbase.model.journal import Entry, Finding, Note, Rejection
from contactbase.model.record import Record, Records
from contactbase.model.schema import SCHEMA, Schema
from contactbase.normalize.clean import Cleaner, in_memory
from contactbase.normalize.infer import infer

__all__ = ["read_answers"]

_ID_ALONE: Final = ("id",)


def read_answers(
    records: Records | Iterable[Record | Mapping[str, str]],
    note: Note,
    *,
    region: str = "FR",
    as_of: dt.date,
    schema: Schema = SCHEMA,
) -> Iterator[Contact]:
    """Yield what each row answers as a contact under the id that the row has; a row without one is rejected.

    Several rows may answer for one contact. Findings and rejections are noted; what the row said is not repeated.
    """
    found = records if isinstance(records, Records) else in_memory(records, schema, note)

    def judged(entry: Entry) -> None:
        if isinstance(entry, Finding | Rejection):
            note(entry)

    for part in found.parts:
        hints, said = infer(part, region=region, as_of=as_of, schema=schema)
        for entry in said:
            note(entry)
        read = Cleaner(part, hints, judged, as_of=as_of, schema=schema, watch=None, identifying=_ID_ALONE)
        for record in part.records(note):
            contact_id = " ".join(record.values.get("id", "").split())
            if not contact_id:
                cells = record.cells or tuple(record.values.values())
                note(Rejection(source=record.source, code="answer.no-id", cells=cells))
                continue
            contact = read(record, contact_id)
            if contact is not None:
                yield contact
