"""What the decisions of a plan rest on, as one short text: two bases with equal digests get the same plan.

Only what retention reads goes in: id, relationship, dates, acts, consents, tags. The order of the base does not matter.
Not a secret and not a signature.

>>> one, other = Contact(id="c-1"), Contact(id="c-2", city="Lyon")
>>> digest_of(ContactBase.of([one, other])) == digest_of(ContactBase.of([other, one]))
True
"""

from __future__ import annotations

import hashlib
from typing import Final

from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase

__all__ = ["digest_of"]

_BYTES: Final = 16


def digest_of(base: ContactBase) -> str:
    """Give the digest of a base, the same in every process."""
    total = sum(int.from_bytes(_digest(contact), "big") for contact in base.values())
    return f"{total % (1 << 8 * _BYTES):032x}"


def _digest(contact: Contact) -> bytes:
    facts = (
        contact.id,
        contact.relationship and contact.relationship.value,
        contact.collected_on and contact.collected_on.toordinal(),
        contact.relationship_end and contact.relationship_end.toordinal(),
        sorted(contact.tags),
        [(event.kind.value, event.direction.value, event.at and event.at.toordinal()) for event in contact.events],
        [
            (record.status.value, record.purpose.value, record.at and record.at.toordinal())
            for record in contact.consents
        ],
    )
    return hashlib.blake2b(ascii(facts).encode("ascii"), digest_size=_BYTES).digest()
