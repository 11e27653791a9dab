"""One attestation: who told or verified the value of one field, when and how (R15, R50).

A contact holds none until somebody says so, and then one line for each act: flat, append-only. A line speaks of one
value and holds a short digest of it, so that it never passes to another value that the field gets later, by merging,
enriching or editing. See `attested` for what reads and adds them.

>>> Attestation(field="city", act=AttestationAct.VERIFIED, of="9f0c", on=dt.date(2026, 10, 1), method="call").act.value
'verified'
"""

from __future__ import annotations

import datetime as dt

import attrs

from contactbase.model.enums import AttestationAct, VerificationMethod

__all__ = ["Attestation", "AttestationAct", "VerificationMethod"]


@attrs.frozen(kw_only=True, weakref_slot=False)
class Attestation:
    """What was said of one value.

    `field` is a stored or custom field; `of` the digest of its value (one number or address of several); `on` the day
    (None: unknown); `method` a `VerificationMethod`, a `CollectionSource` or a word of your own; `by` who said so.
    """

    field: str
    act: AttestationAct
    of: str = attrs.field(repr=False)
    on: dt.date | None = None
    method: str | None = None
    by: str | None = attrs.field(default=None, repr=False)
