"""Columns of numbers that hold codes or phones: their zeros at the beginning were lost before they came here.

>>> table = Table(file="frame", columns=("cp",), read=lambda _: iter(()), numeric=frozenset({"cp"}))
>>> part = RecordSet(file="frame", layout="generic", columns={"postcode": ("cp",)}, hints={}, read=lambda _: iter(()))
>>> [found.code for found in numbers_as_codes(table, part, SCHEMA)]
['frame.numbers']
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from contactbase.model.journal import Finding, finding
from contactbase.model.record import RecordSet
from contactbase.model.schema import SCHEMA, FieldKind, Schema
from contactbase.model.source import SourceRef
from contactbase.model.table import Table

__all__ = ["numbers_as_codes"]

_CODES: Final = frozenset({FieldKind.CODE, FieldKind.PHONES})
_NO_ZEROS: Final = frozenset({"id", "household"})


def numbers_as_codes(table: Table, part: RecordSet, schema: Schema = SCHEMA) -> Iterator[Finding]:
    """Yield a finding for each column of numbers that is read as codes or phones."""
    for field, headers in part.columns.items():
        if field in schema and schema[field].kind in _CODES and field not in _NO_ZEROS:
            for header in headers:
                if header in table.numeric:
                    yield finding("frame.numbers", source=SourceRef(file=table.file, column=header), name=header)
