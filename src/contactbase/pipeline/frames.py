"""Contacts out of data frames and into them: pandas, polars, Arrow, and whatever else narwhals knows.

`from_frame` gives records, which `clean` understands, as `read` does of a file. `to_pandas`, `to_polars` and `to_arrow`
give a frame of contacts, of their consents or of their events, with types. The frame of contacts holds consents and
events too, as JSON, so that what comes back through `from_frame` and `clean` is equal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from typing import Any, Final, Literal, TypeVar

from contactbase.adapters.frames.columns import ColumnType, TypedColumn, arrow_table, pandas_frame, polars_frame
from contactbase.adapters.frames.reader import frame_table
from contactbase.errors import WriteError
from contactbase.layouts.layout import Layout
from contactbase.layouts.mapping import records_of
from contactbase.model.canonical import compact_attestation, compact_consent, compact_event, phone_text
from contactbase.model.contact import Contact
from contactbase.model.journal import Journal, Outcome
from contactbase.model.record import Records
from contactbase.model.schema import SCHEMA, Field, FieldKind, Role, Schema
from contactbase.pipeline.contact_rows import distinct_names
from contactbase.pipeline.numbers_as_codes import numbers_as_codes

__all__ = ["contact_table", "from_frame", "to_arrow", "to_pandas", "to_polars"]

T = TypeVar("T")
Contacts = Mapping[str, Contact] | Iterable[Contact]
What = Literal["contacts", "consents", "events"]


def from_frame(
    frame: Any,
    *,
    layout: str | Layout | None = None,
    region: str = "FR",
    columns: Mapping[str, str] | None = None,
    schema: Schema = SCHEMA,
) -> Outcome[Records]:
    """Read a data frame as records: one of pandas, polars, pyarrow or another that narwhals knows; lazy ones are run.

    Values become text as they stand, and nothing is inferred. None, NaN, NaT, NA and an empty text are all unknown.
    `layout`, `region`, `columns` and `schema` as in `read`. The journal says of columns of numbers that hold codes that
    zeros at their beginning are gone (`frame.numbers`). ReadError where it is no frame, MissingExtra without narwhals.
    """
    found = frame_table(frame)
    part, journal = records_of(found, layout=layout, region=region, overrides=columns, schema=schema)
    return Outcome(Records((part,)), journal + Journal(tuple(numbers_as_codes(found, part, schema))))


def to_pandas(contacts: Contacts, table: What = "contacts", *, schema: Schema = SCHEMA) -> Any:
    """Give a DataFrame of pandas: of the contacts, or of their `consents` or `events` with `contact_id`.

    Nullable types: `string`, `Int64`, `boolean`, `datetime64[s]`; several values are lists. MissingExtra without it.
    """
    return pandas_frame(contact_table(contacts, table, schema=schema))


def to_polars(contacts: Contacts, table: What = "contacts", *, schema: Schema = SCHEMA) -> Any:
    """Give a DataFrame of polars: of the contacts, or of their `consents` or `events` with `contact_id`.

    `String`, `Int64`, `Boolean`, `Date`, `List(String)`; unknown is null. MissingExtra without polars.
    """
    return polars_frame(contact_table(contacts, table, schema=schema))


def to_arrow(contacts: Contacts, table: What = "contacts", *, schema: Schema = SCHEMA) -> Any:
    """Give a Table of pyarrow, which every consumer of `__arrow_c_stream__` takes; MissingExtra without pyarrow."""
    return arrow_table(contact_table(contacts, table, schema=schema))


def contact_table(contacts: Contacts, table: str = "contacts", *, schema: Schema = SCHEMA) -> list[TypedColumn]:
    """Give the typed columns of one of the three tables; WriteError for another name."""
    held = list(contacts.values() if isinstance(contacts, Mapping) else contacts)
    match table:
        case "contacts":
            return _contacts(held, schema)
        case "consents":
            lines = [(contact.id, record) for contact in held for record in contact.consents]
            return _beside(lines, schema.table("consents").fields)
        case "events":
            acts = [(contact.id, event) for contact in held for event in contact.events]
            return [*_beside(acts, schema.table("events").fields), _column("currency", ColumnType.TEXT, acts)]
        case _:
            raise WriteError(f"There is no table {table!r}. Write contacts, consents or events.")


_TYPES: Final[Mapping[FieldKind, ColumnType]] = {
    FieldKind.DATE: ColumnType.DAY,
    FieldKind.BOOLEAN: ColumnType.TRUTH,
    FieldKind.NUMBER: ColumnType.NUMBER,
    FieldKind.MONEY: ColumnType.NUMBER,
    FieldKind.LABELS: ColumnType.TEXTS,
    FieldKind.LINES: ColumnType.TEXTS,
    FieldKind.PHONES: ColumnType.TEXTS,
    FieldKind.EMAILS: ColumnType.TEXTS,
}
_WRITE: Final[Mapping[FieldKind, Callable[[Any], object]]] = {
    FieldKind.LABELS: lambda values: sorted(values) or None,
    FieldKind.LINES: lambda lines: list(lines) or None,
    FieldKind.PHONES: lambda phones: [*map(phone_text, phones)] or None,
    FieldKind.EMAILS: lambda emails: [email.address for email in emails] or None,
    FieldKind.ATTESTATIONS: lambda lines: compact_attestation.text(lines) if lines else None,
    FieldKind.CONSENTS: lambda records: compact_consent.text(records) if records else None,
    FieldKind.EVENTS: lambda events: compact_event.text(events) if events else None,
    FieldKind.ENUM: lambda value: None if value is None else str(value),
}


def _contacts(held: Sequence[Contact], schema: Schema) -> list[TypedColumn]:
    customs = [dict(contact.custom) for contact in held]
    columns = [_stored(field, held) for field in SCHEMA.of_role(Role.STORED)]
    columns += [
        TypedColumn(field.name, _type(field), [found.get(field.name) for found in customs])
        for field in schema.of_role(Role.CUSTOM)
    ]
    extras = [dict(contact.extra) for contact in held]
    taken = {column.name for column in columns}
    for header, name in distinct_names(dict.fromkeys(chain.from_iterable(extras))).items():
        free = f"{name} (source)" if name in taken else name
        columns.append(TypedColumn(free, ColumnType.TEXT, [found.get(header) for found in extras]))
    return columns


def _stored(field: Field, held: Sequence[Contact]) -> TypedColumn:
    write = _WRITE.get(field.kind, _same)
    return TypedColumn(field.name, _type(field), [write(getattr(contact, field.name)) for contact in held])


def _beside(lines: Sequence[tuple[str, Any]], fields: Iterable[Field]) -> list[TypedColumn]:
    owners = TypedColumn("contact_id", ColumnType.TEXT, [owner for owner, _ in lines])
    return [owners, *(_column(field.name, _type(field), lines) for field in fields)]


def _column(name: str, kind: ColumnType, lines: Sequence[tuple[str, Any]]) -> TypedColumn:
    values = [getattr(line, name) for _, line in lines]
    if kind is ColumnType.TEXT:
        values = [None if value is None else str(value) for value in values]
    return TypedColumn(name, kind, values)


def _type(field: Field) -> ColumnType:
    return _TYPES.get(field.kind, ColumnType.TEXT)


def _same(value: T) -> T:
    return value
