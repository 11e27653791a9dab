"""What the decisions of a plan rest on, as one short text: two bases with equal digests get the same plan.

Only what retention reads goes in: id, relationship, dates, acts, consents, tags, and whatever else the texts of the
policy look at (`fields`). The order of the base does not matter. Not a secret and not a signature.

>>> one, other = Contact(id="c-1"), Contact(id="c-2", city="Lyon")
>>> digest_of(ContactBase.of([one, other])) == digest_of(ContactBase.of([other, one]))
True
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from typing import Final

import attrs

from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.contact_json import field_to_json

__all__ = ["digest_of"]

_BYTES: Final = 16


_ROWS: Final = frozenset({"events", "consents"})
_ALWAYS: Final = frozenset({"id", "relationship", "collected_on", "relationship_end", "tags"})
_STORED: Final = frozenset(field.name for field in attrs.fields(Contact))


def digest_of(base: ContactBase, fields: Collection[str] = ()) -> str:
    """Give the digest of a base, the same in every process; `fields` are what a policy reads."""
    more = tuple(sorted({name if name in _STORED else "custom" for name in fields} - _ALWAYS - _ROWS))
    total = sum(int.from_bytes(_digest(contact, more), "big") for contact in base.values())
    return f"{total % (1 << 8 * _BYTES):032x}"


def _digest(contact: Contact, more: tuple[str, ...]) -> bytes:
    facts = (
        contact.id,
        contact.relationship and contact.relationship + "",
        contact.collected_on and contact.collected_on.toordinal(),
        contact.relationship_end and contact.relationship_end.toordinal(),
        sorted(contact.tags),
        # Words are joined because reading `value` of an enumeration costs three times as much.
        [(event.kind + event.direction, event.at and event.at.toordinal()) for event in contact.events],
        [(record.status + record.purpose, record.at and record.at.toordinal()) for record in contact.consents],
        *[field_to_json(name, getattr(contact, name)) for name in more],
    )
    return hashlib.blake2b(ascii(facts).encode("ascii"), digest_size=_BYTES).digest()
