r"""The canonical text of every field: what stands in `contacts.csv` and in the journal.

Dates are ISO 8601, phones E.164 (RFC 3966 `;ext=`), several values are joined by `|` (a `|` or backslash inside a
value is escaped by a backslash), sets are sorted. Consents and events are JSON. Unknown is None.

>>> join(["a|b", "c"]), split(r"a\|b|c")
('a\\|b|c', ('a|b', 'c'))
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from typing import Any, Final

import attrs

from contactbase.model.consent import ConsentRecord
from contactbase.model.contact import Contact, Phone
from contactbase.model.event import Event
from contactbase.model.schema import SCHEMA, Field, FieldKind, Role

__all__ = [
    "Compact",
    "compact_consent",
    "compact_event",
    "contact_texts",
    "custom_text",
    "field_text",
    "join",
    "phone_text",
    "plain",
    "split",
    "text_of",
]

_SPLIT: Final = re.compile(r"((?:[^|\\]|\\.)*)(\||$)", re.DOTALL)


def join(values: Iterable[str]) -> str:
    """Join several values into one cell."""
    return "|".join(value.replace("\\", "\\\\").replace("|", "\\|") for value in values)


def split(cell: str) -> tuple[str, ...]:
    """Take a cell apart into its values; the inverse of `join` for anything but no values at all."""
    if "|" not in cell and "\\" not in cell:
        return (cell,)
    values, position = [], 0
    while position <= len(cell):
        found = _SPLIT.match(cell, position)
        if found is None:
            values.append(cell[position:])
            break
        values.append(re.sub(r"\\(.)", r"\1", found.group(1), flags=re.DOTALL))
        if not found.group(2):
            break
        position = found.end()
    return tuple(values)


def phone_text(phone: Phone) -> str:
    """Give the E.164 number, with `;ext=` where there is an extension."""
    return phone.e164 if phone.extension is None else f"{phone.e164};ext={phone.extension}"


def plain(value: object) -> object:
    """Give a date as ISO 8601 text and anything else as it is."""
    return value.isoformat() if isinstance(value, dt.date) else value


class Compact:
    """Gives values of an attrs class as dictionaries without what stands at its default; dates as ISO 8601 text."""

    def __init__(self, kind: type[attrs.AttrsInstance]) -> None:
        """Take the class."""
        fields = attrs.fields(kind)
        self._names = tuple(field.name for field in fields)
        self._defaults = tuple(field.default for field in fields)
        self._values = attrgetter(*self._names)
        self._keys = tuple(f'"{name}":' for name in self._names)

    def __call__(self, value: object) -> dict[str, object]:
        """Give one value as a dictionary."""
        held = zip(self._names, self._values(value), self._defaults, strict=True)
        return {name: plain(found) for name, found, default in held if found is not default and found != default}

    def text(self, values: Iterable[object]) -> str:
        """Give several values as one JSON list: what `json.dumps` gives of their dictionaries, written directly."""
        return f"[{','.join(map(self._object, values))}]"

    def _object(self, value: object) -> str:
        held = zip(self._keys, self._values(value), self._defaults, strict=True)
        pairs = [key + _json_text(found) for key, found, default in held if found is not default and found != default]
        return f"{{{','.join(pairs)}}}"


def _json_text(value: object) -> str:
    if value.__class__ is int:
        return str(value)
    return _quoted(value if isinstance(value, str) else str(plain(value)))


_quoted: Final[Callable[[str], str]] = json.JSONEncoder(ensure_ascii=False).encode
compact_consent: Final = Compact(ConsentRecord)
compact_event: Final = Compact(Event)


_TEXT: Final[Mapping[FieldKind, Callable[[Any], str]]] = {
    FieldKind.LABEL: str,
    FieldKind.CODE: str,
    FieldKind.ENUM: str,
    FieldKind.NUMBER: str,
    FieldKind.BOOLEAN: lambda value: "true" if value else "false",
    FieldKind.DATE: dt.date.isoformat,
    FieldKind.LABELS: lambda values: join(sorted(values)),
    FieldKind.LINES: join,
    FieldKind.PHONES: lambda values: "|".join(map(phone_text, values)),
    FieldKind.EMAILS: lambda values: join(email.address for email in values),
    FieldKind.CONSENTS: compact_consent.text,
    FieldKind.EVENTS: compact_event.text,
}


def field_text(field: Field, value: object) -> str | None:
    """Give the canonical text of one field's value; None when nothing is known."""
    return _TEXT[field.kind](value) if value or value is False or value == 0 else None


_TEXT_OF: Final = {field.name: _TEXT[field.kind] for field in SCHEMA.of_role(Role.STORED)}


def text_of(name: str, value: object) -> str:
    """Give the canonical text of a known value of a stored field."""
    return _TEXT_OF[name](value)


_STORED: Final = tuple((field, _TEXT[field.kind]) for field in SCHEMA.of_role(Role.STORED))


def contact_texts(contact: Contact) -> dict[str, str]:
    """Give the canonical text of every known stored field, then of the custom ones, in schema order."""
    texts = {}
    for field, write in _STORED:
        value = getattr(contact, field.name)
        if value or value is False:
            texts[field.name] = write(value)
    for name, value in contact.custom:
        texts[name] = custom_text(value)
    return texts


def custom_text(value: object) -> str:
    """Give the canonical text of a custom field's value."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, dt.date) else str(value)
