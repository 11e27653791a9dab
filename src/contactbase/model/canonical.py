r"""The canonical text of every field: what stands in `contacts.csv` and in the journal.

Dates are ISO 8601, phones E.164 (RFC 3966 `;ext=`), several values are joined by `|` (a `|` or backslash inside a
value is escaped by a backslash), sets are sorted. Attestations, consents and events are JSON. Unknown is None.

>>> join(["a|b", "c"]), split(r"a\|b|c")
('a\\|b|c', ('a|b', 'c'))
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from itertools import repeat
from operator import attrgetter
from typing import Any, Final

from contactbase.model.attestation import Attestation
from contactbase.model.compact import Compact, CompactMemory, plain
from contactbase.model.consent import ConsentRecord
from contactbase.model.contact import Contact, Phone
from contactbase.model.event import Event
from contactbase.model.schema import SCHEMA, Field, FieldKind, Role

__all__ = [
    "Compact",
    "compact_attestation",
    "compact_consent",
    "compact_event",
    "contact_texts",
    "custom_text",
    "field_text",
    "join",
    "phone_text",
    "plain",
    "split",
    "text_writer",
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


compact_attestation: Final = Compact(Attestation)
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
    FieldKind.ATTESTATIONS: compact_attestation.text,
    FieldKind.CONSENTS: compact_consent.text,
    FieldKind.EVENTS: compact_event.text,
}


def field_text(field: Field, value: object) -> str | None:
    """Give the canonical text of one field's value; None when nothing is known."""
    return _TEXT[field.kind](value) if value or value is False or value == 0 else None


_TEXT_OF: Final = {field.name: _TEXT[field.kind] for field in SCHEMA.of_role(Role.STORED)}


def text_writer() -> Mapping[str, Callable[[Any], str]]:
    """Give what writes the canonical text of a known value, by stored field; what it remembers is its own."""
    return {**_TEXT_OF, "consents": CompactMemory(compact_consent)}


_STORED: Final = tuple(_TEXT_OF.items())
_VALUES: Final = attrgetter(*_TEXT_OF)
_NOTHING: Final = object()


def contact_texts(contact: Contact, beside: Contact | None = None) -> dict[str, str]:
    """Give the canonical text of every known stored field, then of the custom ones, in schema order.

    Fields whose value is the very same as that of `beside` are left out.
    """
    texts = {}
    others = repeat(_NOTHING) if beside is None else _VALUES(beside)
    for (name, write), value, other in zip(_STORED, _VALUES(contact), others, strict=False):
        if (value or value is False) and value is not other:
            texts[name] = write(value)
    if beside is None or contact.custom is not beside.custom:
        texts |= {name: custom_text(value) for name, value in contact.custom}
    return texts


def custom_text(value: object) -> str:
    """Give the canonical text of a custom field's value."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, dt.date) else str(value)
