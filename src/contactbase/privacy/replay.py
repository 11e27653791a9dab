"""Erasures again: a restored backup brings erased people back, and the log of erasures takes them out once more.

A record holds fingerprints of a name with an address, or with a birth date, under the key of the suppression list, and
nothing in the clear. An address alone is not enough: a family shares one, and only one of them asked. An id alone is
not enough either: `c-17` of another file is somebody else. Who came back by themselves after the erasure stays.

>>> from contactbase.model.contact import Phone
>>> ring = KeyRing.of("contactbase-test-key-v1-32bytes!")
>>> lea = Contact(id="c-1", last_name="Durand", phones=(Phone("+33612345678"),))
>>> record = ErasureRecord.of(lea, ring, on=dt.date(2026, 3, 1))
>>> base, journal = replay_erasures(ContactBase.of([lea, Contact(id="c-2")]), [record], ring)
>>> list(base), journal.count()
(['c-2'], {'rights.erased-again': 1})
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final, Self

import attrs

from contactbase.errors import PrivacyError
from contactbase.model.activity import last_act_of_person
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.journal import Entry, Journal, Outcome, finding
from contactbase.model.suppression import AddressKind
from contactbase.normalize.fold import fold
from contactbase.policy.coverage import restricted
from contactbase.privacy.addresses import addresses_of, person_form
from contactbase.privacy.audit import reference, references
from contactbase.privacy.keys import KeyRing

__all__ = ["ErasureRecord", "fingerprints", "read_erasure_lines", "replay_erasures"]

_KIND: Final = "erased"
_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
_ADDRESSES: Final = (AddressKind.EMAIL, AddressKind.SMS, AddressKind.POST)


def _forms(contact: Contact) -> Iterator[str]:
    """Yield what a contact is recognized by: full name and birth date, name and each address."""
    person = person_form(contact)
    if person is not None:
        yield f"person|{person}"
    name = fold(f"{contact.first_name or ''} {contact.last_name or ''} {contact.company or ''}")
    for kind in _ADDRESSES:
        for address in addresses_of(contact, kind):
            yield f"{kind.value}|{name}|{address.forms[0]}"


def fingerprints(contact: Contact, keys: KeyRing, key_id: str | None = None) -> tuple[str, ...]:
    """Give what a contact is recognized by, under a key (None: the active one)."""
    digest = keys.digester(_KIND, key_id)
    return tuple(sorted(map(digest, _forms(contact))))


@attrs.frozen(kw_only=True)
class ErasureRecord:
    """One erasure, to be done again: the day, the reference of the contact, fingerprints, the fields that stayed."""

    on: dt.date
    reference: str
    fingerprints: tuple[str, ...] = attrs.field(repr=False)
    key_id: str
    kept: tuple[str, ...] = ()

    @classmethod
    def of(cls, contact: Contact, keys: KeyRing, *, on: dt.date, kept: tuple[str, ...] = ()) -> Self:
        """Make the record of an erasure."""
        return cls(
            on=on,
            reference=reference(keys, contact.id),
            fingerprints=fingerprints(contact, keys),
            key_id=keys.active,
            kept=kept,
        )

    def line(self) -> str:
        """Give the record as one line of JSON, with its line end."""
        found = {
            "erased_on": self.on.isoformat(),
            "reference": self.reference,
            "fingerprints": list(self.fingerprints),
            "key": self.key_id,
            "kept": list(self.kept),
        }
        return json.dumps(found, ensure_ascii=False) + "\n"


def read_erasure_lines(lines: Iterable[str]) -> tuple[ErasureRecord, ...]:
    """Read a log of erasures; PrivacyError names the first line that is no record."""
    return tuple(_record(line, number) for number, line in enumerate(lines, start=1))


def _record(line: str, number: int) -> ErasureRecord:
    try:
        found: Any = json.loads(line)
        prints = tuple(found["fingerprints"])
        if not all(map(_DIGEST.fullmatch, prints)):
            raise ValueError("no fingerprint")  # noqa: TRY301 - said below
        return ErasureRecord(
            on=dt.date.fromisoformat(found["erased_on"]),
            reference=str(found["reference"]),
            fingerprints=prints,
            key_id=str(found["key"]),
            kept=tuple(map(str, found.get("kept", ()))),
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        raise PrivacyError(f"Line {number} of the log of erasures is no record: the file is damaged.") from None


def replay_erasures(base: ContactBase, records: Iterable[ErasureRecord], keys: KeyRing) -> Outcome[ContactBase]:
    """Erase again who was erased before, as the records say; PrivacyError for a record under a key not in the ring.

    The journal names who was erased again, who came back by an act of their own after the erasure and so stays, and who
    has the id of an erased contact but nothing else of it, to be looked at.
    """
    entries: list[Entry] = []
    log = tuple(records)
    by_print = {fingerprint: record for record in log for fingerprint in record.fingerprints}
    by_reference = {record.reference: record for record in log}
    unknown = next((record.key_id for record in log if record.key_id not in keys), None)
    if unknown is not None:
        raise PrivacyError(f"The log of erasures is under the key {unknown}, which is not in the ring. Add that key.")
    used = tuple(dict.fromkeys(record.key_id for record in log))
    kept: list[Contact] = []
    for contact in base.values():
        found = [by_print[one] for key_id in used for one in fingerprints(contact, keys, key_id) if one in by_print]
        record = max(found, key=lambda one: one.on, default=None)
        named = next((by_reference[name] for name in references(keys, contact.id) if name in by_reference), None)
        if record is None and named is not None and not named.fingerprints:
            record = named
        if record is None:
            if named is not None:
                entries.append(finding("rights.erased-id", contact=contact.id))
            kept.append(contact)
        elif _came_back(contact, record.on):
            entries.append(finding("rights.came-back", contact=contact.id))
            kept.append(contact)
        else:
            left = restricted(contact, record.kept)
            if left != Contact(id=contact.id):
                kept.append(left)
            if left != contact:
                entries.append(finding("rights.erased-again", contact=contact.id))
    return Outcome(ContactBase.of(kept), Journal(tuple(entries)))


def _came_back(contact: Contact, erased_on: dt.date) -> bool:
    days = (contact.collected_on, last_act_of_person(contact))
    return any(day is not None and day > erased_on for day in days)
