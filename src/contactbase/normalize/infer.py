"""One pass over the columns of a file before its cells are read: what a column says about itself.

The order of dates and the decimal mark are decided by the whole column; the kind of its content, and whether the two
columns of names changed places, by a sample. What the layout or the caller set already stands. Files that this library
wrote need no such pass.

>>> from contactbase.model.record import Record
>>> part = RecordSet(file="f.csv", layout="generic", columns={"birth_date": ("Né le",)}, hints={}, read=lambda _: iter(
...     [Record(SourceRef(file="f.csv"), {"birth_date": "25/12/1980"})]))
>>> hints, findings = infer(part, region="FR", as_of=dt.date(2026, 1, 1))
>>> hints["birth_date"].date_order
<DateOrder.DMY: 'dmy'>
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import islice
from typing import Final

import attrs

from contactbase.model.hints import Hints
from contactbase.model.journal import Finding, finding
from contactbase.model.record import RecordSet
from contactbase.model.schema import SCHEMA, Schema
from contactbase.model.source import SourceRef
from contactbase.normalize.catalog import normalizer_of
from contactbase.normalize.columns import ColumnShape, Shape
from contactbase.normalize.normalized import ColumnEvidence, see_all
from contactbase.normalize.swapped_names import SwappedNames

__all__ = ["infer"]

SAMPLE: Final = 1000
"""Records whose cells are looked at for the kind of a column's content and the order of the names."""


def infer(
    part: RecordSet, *, region: str, as_of: dt.date, schema: Schema = SCHEMA
) -> tuple[dict[str, Hints], tuple[Finding, ...]]:
    """Give the hints of each field of a part, completed by what its columns show, and the findings that say so."""
    hints = {
        field: attrs.evolve(part.hints.get(field, Hints(field=field)), region=region, as_of=as_of)
        for field in dict.fromkeys([*part.columns, *part.hints])
    }
    if part.strict:
        return hints, ()
    watchers: dict[str, ColumnEvidence] = {}
    for field in part.columns:
        normalizer = normalizer_of(field, schema)
        if normalizer is not None and normalizer.evidence is not None:
            watchers[field] = normalizer.evidence()
    shapes = {field: ColumnShape() for field in part.columns}
    names = SwappedNames()
    _watch(part, watchers, shapes, names)
    findings: list[Finding] = []
    for field, watcher in watchers.items():
        hints[field], said = watcher.conclude(hints[field])
        findings.extend(_placed(found, part, field) for found in said)
    for field, shape in shapes.items():
        findings.extend(_placed(found, part, field) for found in shape.conclude(field))
    findings.extend(_placed(found, part, "last_name") for found in names.conclude())
    findings.extend(_undated(part, shapes))
    findings.extend(_placed(finding("record.totals-as-one-purchase"), part, field) for field in _totals(part))
    if "spent" in part.columns and "orders" not in part.columns:
        findings.append(_placed(finding("record.no-orders-column"), part, "spent"))
    return hints, tuple(findings)


def _watch(
    part: RecordSet, watchers: dict[str, ColumnEvidence], shapes: dict[str, ColumnShape], names: SwappedNames
) -> None:
    for texts in part.texts(watchers.keys()) if watchers else ():
        for field, watcher in watchers.items():
            see_all(watcher, texts.get(field, ()))
    two_names = "first_name" in part.columns and "last_name" in part.columns
    for record in islice(part.records(), SAMPLE):
        values = record.values
        for field, shape in shapes.items():
            text = values.get(field)
            if text is not None:
                shape.see(text)
        if two_names:
            names.see(values.get("first_name", ""), values.get("last_name", ""))


def _totals(part: RecordSet) -> tuple[str, ...]:
    """Give the column of a total that becomes one purchase on the day of the last, where there is one."""
    dated = "last_purchase" in part.columns
    return tuple(field for field in ("spent", "orders") if dated and field in part.columns)[:1]


def _undated(part: RecordSet, shapes: dict[str, ColumnShape]) -> Iterator[Finding]:
    """Tell of opt-ins that no column and no cell gives a day to."""
    if "consented_on" in part.columns:
        return
    for field, shape in shapes.items():
        if field.startswith("opt_in_") and shape.shapes.total() and not shape.shapes[Shape.DATE]:
            yield _placed(finding("consent.undated-column"), part, field)


def _placed(found: Finding, part: RecordSet, field: str) -> Finding:
    column = " / ".join(part.columns.get(field, ())) or None
    return attrs.evolve(found, field=field, source=SourceRef(file=part.file, column=column))
