"""What a contact knows under a name: a field of the schema, a derived or custom one, or a column of its events.

>>> from contactbase.model.contact import Phone
>>> from contactbase.model.enums import PhoneKind
>>> contact = Contact(id="c-1", city="Lyon", phones=(Phone("+33699000001", PhoneKind.MOBILE, "FR"),))
>>> values_of(contact, "mobile"), is_known(contact, "purchases.category"), is_known(contact, "city")
(('+33699000001',), False, True)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from contactbase.model.activity import last_act_of_person
from contactbase.model.contact import Contact
from contactbase.model.enums import EventKind
from contactbase.model.schema import SCHEMA, Role, Schema
from contactbase.segment.derived import CHOICES

__all__ = ["Contacts", "contacts_of", "is_known", "no_such_field", "values_of"]

Contacts = Mapping[str, Contact] | Iterable[Contact]
"""A contact base, or contacts one after another."""

_ALIASES: Final[Mapping[str, str]] = {
    "age": "birth_date",
    "last_purchase": "purchases.at",
    "first_purchase": "purchases.at",
    "spent": "purchases.amount",
    "average_basket": "purchases.amount",
    "orders": "purchases.count",
}
"""Derived fields, and the one that they are known by."""

_TABLES: Final[Mapping[str, frozenset[EventKind]]] = {
    table.name: table.kinds for table in SCHEMA.tables if table.name != "consents"
}
_COLUMNS: Final[Mapping[str, frozenset[str]]] = {
    table.name: frozenset(field.name for field in table.fields) for table in SCHEMA.tables
}


def contacts_of(contacts: Contacts) -> Iterable[Contact]:
    """Give the contacts of a base, or those given."""
    return contacts.values() if isinstance(contacts, Mapping) else contacts


def no_such_field(name: str, schema: Schema = SCHEMA) -> ValueError | None:
    """Give the error to raise for a name that is no field of a contact, None for one that is."""
    table, dot, column = name.partition(".")
    if dot and column in _COLUMNS.get(table, ()):
        return None
    field = schema.get(name)
    if field is not None and field.role is not Role.INPUT:
        return None
    names = (each.name for each in schema.fields if each.role is not Role.INPUT)
    return ValueError(f"There is no field {name!r} of a contact. Write one of: {', '.join(names)}.")


def values_of(contact: Contact, name: str) -> tuple[Any, ...]:
    """Give every value that a contact has under a name; none when it is unknown."""
    name = _ALIASES.get(name, name)
    if name in CHOICES:
        choice = CHOICES[name](contact)
        return () if choice is None else (choice,)
    table, dot, column = name.partition(".")
    if dot:
        return _of_table(contact, table, column)
    if name == "last_contact_by_person":
        act = last_act_of_person(contact)
        return () if act is None else (act,)
    if name in SCHEMA:
        value = getattr(contact, name)
        if isinstance(value, tuple | frozenset):
            return tuple(value)
    else:
        value = dict(contact.custom).get(name)
    return () if value is None else (value,)


def _of_table(contact: Contact, table: str, column: str) -> tuple[Any, ...]:
    if table == "consents":
        lines: Iterable[Any] = contact.consents
    else:
        kinds = _TABLES[table]
        lines = (event for event in contact.events if not kinds or event.kind in kinds)
    return tuple(value for line in lines if (value := getattr(line, column)) is not None)


def is_known(contact: Contact, name: str) -> bool:
    """Tell whether a contact has a value under a name."""
    return bool(values_of(contact, name))
