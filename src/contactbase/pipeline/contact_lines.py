r"""Contacts as JSON Lines: the format first, then one object a contact, consents and events among its fields.

Keys are field names, then custom fields, then the headers kept beside (named as in `contacts.csv`); what is unknown is
left out. Texts, dates, phones and addresses are canonical text, several values a list. Read back with the same schema,
the contacts are equal: what a phone is, and the key of an address, follow from them.

>>> lines = list(contact_lines([Contact(id="c-1", city="Lyon", tags=frozenset({"VIP"}))]))
>>> print("".join(lines), end="")
{"format":"contactbase-contacts/1"}
{"id":"c-1","city":"Lyon","tags":["VIP"]}
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from contactbase.adapters.jsonl_reader import FORMAT
from contactbase.model.canonical import compact_attestation, compact_consent, compact_event, phone_text, plain
from contactbase.model.contact import Contact
from contactbase.model.schema import SCHEMA, FieldKind, Role
from contactbase.pipeline.contact_rows import distinct_names

__all__ = ["contact_lines"]

_encode: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode

_WRITE: Final[Mapping[FieldKind, Callable[[Any], object]]] = {
    FieldKind.DATE: dt.date.isoformat,
    FieldKind.LABELS: sorted,
    FieldKind.LINES: list,
    FieldKind.PHONES: lambda phones: [*map(phone_text, phones)],
    FieldKind.EMAILS: lambda emails: [email.address for email in emails],
    FieldKind.ATTESTATIONS: lambda lines: [*map(compact_attestation, lines)],
    FieldKind.CONSENTS: lambda records: [*map(compact_consent, records)],
    FieldKind.EVENTS: lambda events: [*map(compact_event, events)],
}
_FIELDS: Final = tuple((field.name, _WRITE.get(field.kind, plain)) for field in SCHEMA.of_role(Role.STORED))


def contact_lines(contacts: Iterable[Contact]) -> Iterator[str]:
    """Yield the lines of a file of contacts, each with its end."""
    yield _encode({"format": FORMAT}) + "\n"
    named: dict[str, str] = {}
    for contact in contacts:
        yield _encode(_object(contact, named)) + "\n"


def _object(contact: Contact, named: dict[str, str]) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, write in _FIELDS:
        value = getattr(contact, name)
        if value or value is False:
            found[name] = write(value)
    for name, value in contact.custom:
        found[name] = plain(value)
    for header, text in contact.extra:
        if header not in named:
            named.update(distinct_names([header]))
        found[named[header]] = text
    return found
