"""`verify`: say that values were held against the world, on a day, in a way, by somebody (R50).

>>> from contactbase.model.contact import Contact
>>> base = ContactBase.of([Contact(id="c-1", city="Lyon"), Contact(id="c-2")])
>>> checked, journal = verify(base, ["c-1", "c-2"], ["city"], on=dt.date(2026, 10, 1), method="call", by="Zoé")
>>> len(checked["c-1"].attestations), journal.count()
(1, {'answer.nothing-to-verify': 1})
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from contactbase.model.attested import BOOKKEEPING, CHOSEN, attest, value_digests
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import AttestationAct
from contactbase.model.journal import Entry, Journal, Outcome, finding
from contactbase.model.replay import amended
from contactbase.model.schema import SCHEMA, Role, Schema

__all__ = ["verify"]


def verify(
    base: ContactBase,
    contacts: Iterable[str],
    fields: Iterable[str],
    *,
    on: dt.date,
    method: str | None = None,
    by: str | None = None,
    schema: Schema = SCHEMA,
) -> Outcome[ContactBase]:
    """Mark the present values of some fields of some contacts as verified; the journal has each amendment.

    `method` is a `VerificationMethod` or a word of your own. A field that a contact does not know is a finding.
    ValueError for an id that the base does not have, or a name that is no field of a value.
    """
    names = _checked(fields, schema)
    entries: list[Entry] = []
    held = dict(base)
    for contact_id in contacts:
        if contact_id not in held:
            raise ValueError(f"The base has no contact {contact_id!r}. Give ids of its contacts.")
        before = after = held[contact_id]
        for name in names:
            if not value_digests(after, name):
                entries.append(finding("answer.nothing-to-verify", field=name, contact=contact_id, name=name))
            after = attest(after, name, AttestationAct.VERIFIED, on=on, method=method, by=by)
        if after is not before:
            entries.append(amended(before, after, "answer.verified"))
            held[contact_id] = after
    return Outcome(ContactBase(held), Journal(tuple(entries)))


def _checked(fields: Iterable[str], schema: Schema) -> tuple[str, ...]:
    names = tuple(fields)
    for name in names:
        field = schema.get(name)
        holds_a_value = field is not None and field.role in {Role.STORED, Role.CUSTOM} and name not in BOOKKEEPING
        if not holds_a_value and name not in CHOSEN:
            raise ValueError(f"{name!r} holds no value to verify. Name a stored or custom field, mobile or email.")
    return names
