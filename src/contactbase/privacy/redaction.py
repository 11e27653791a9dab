"""Redacted and hashed exports (R32): a base that can be handed to somebody who must not know who is in it.

`redacted` says of a personal value only that it is there; dates become years and postcodes departments. `hashed` puts a
keyed fingerprint in its place, so that two files of one key can be joined and nobody can be found by trying numbers.
Both leave out free text and columns that nobody mapped. A hashed file is still personal data.

>>> import datetime as dt
>>> from contactbase.model.enums import Sex
>>> lea = Contact(id="c-1", first_name="Léa", birth_date=dt.date(1980, 5, 1), postcode="69003", sex=Sex.F)
>>> redact(lea, Redaction.REDACTED)
{'id': '•', 'first_name': '•', 'birth_date': '1980', 'sex': 'F', 'postcode': '69'}
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Final

from contactbase.errors import PrivacyError
from contactbase.model.canonical import contact_texts, join
from contactbase.model.contact import Contact
from contactbase.model.schema import SCHEMA, Role
from contactbase.privacy.keys import KeyRing

__all__ = ["Redaction", "redact", "redacted_rows"]

THERE: Final = "•"
"""What stands for a value that is known and not shown."""


class Redaction(StrEnum):
    """How a personal value is shown."""

    REDACTED = "redacted"
    HASHED = "hashed"


_KEPT: Final = frozenset(
    "title sex language relationship kind activity socio_category interests department country origin preferred_channel"
    " collected_on relationship_end verified_on rental_end".split()
)
"""Fields that name nobody by themselves; a day among them becomes its year."""

_SHORTENED: Final[Mapping[str, Callable[[str], str]]] = {
    "birth_date": lambda text: text[:4],
    "collected_on": lambda text: text[:4],
    "relationship_end": lambda text: text[:4],
    "verified_on": lambda text: text[:4],
    "rental_end": lambda text: text[:4],
    "postcode": lambda text: text[:2],
}
_LEFT_OUT: Final = frozenset({"tags", "consents", "events", "household", "supplier"})
_COLUMNS: Final = tuple(field.name for field in SCHEMA.of_role(Role.STORED) if field.name not in _LEFT_OUT)


def redact(contact: Contact, how: Redaction, keys: KeyRing | None = None) -> dict[str, str]:
    """Give the texts of a contact with nobody in them; PrivacyError for hashes without keys."""
    if how is Redaction.HASHED and keys is None:
        raise PrivacyError(
            "Hashes need a key: a bare hash of a phone number is undone in minutes. Give keys=KeyRing..."
        )
    texts = contact_texts(contact)
    return {name: _shown(name, texts[name], contact, how, keys) for name in _COLUMNS if name in texts or name == "id"}


def _shown(name: str, text: str, contact: Contact, how: Redaction, keys: KeyRing | None) -> str:
    if name in _SHORTENED:
        return _SHORTENED[name](text)
    if name in _KEPT:
        return text
    if how is Redaction.REDACTED or keys is None:
        return THERE
    return join(keys.digest(f"export:{name}", value) for value in _values(name, text, contact))


def _values(name: str, text: str, contact: Contact) -> Iterator[str]:
    """Yield what is hashed: each number and each mailbox by itself in its normal form, any other field whole."""
    match name:
        case "phones":
            yield from (phone.e164 for phone in contact.phones)
        case "emails":
            yield from (email.key for email in contact.emails)
        case _:
            yield text


def redacted_rows(
    contacts: Iterable[Contact], how: Redaction, keys: KeyRing | None = None
) -> tuple[tuple[str, ...], Iterator[list[str]]]:
    """Give the columns of a redacted file and its rows."""
    made = (redact(contact, how, keys) for contact in contacts)
    return _COLUMNS, ([row.get(name, "") for name in _COLUMNS] for row in made)
