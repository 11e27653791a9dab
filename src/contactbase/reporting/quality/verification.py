"""How much of a base has been verified, as a whole or field by field (R50).

A contact as a whole was verified on `verified_on`; one value by an attestation (`verify`, or a column such as
`email_verified_on`), which says how and by whom and ends with the value. Asked of a field, both count, of those who
know it. A day after `as_of` is no verification yet.

>>> base = [Contact(id="c-1", city="Lyon", verified_on=dt.date(2026, 3, 1)), Contact(id="c-2", city="Brest")]
>>> print(verification_rate(base, as_of=dt.date(2026, 11, 22)))
1 of 2 contacts verified (50 %).
>>> from contactbase.model.attested import attest
>>> called = [attest(base[1], "city", AttestationAct.VERIFIED, on=dt.date(2026, 10, 1), method="call", by="Zoé")]
>>> print(verification_rate([base[0], *called], field="city", as_of=dt.date(2026, 11, 22)))
2 of 2 values of city verified (100 %). How: ? 1, call 1. By: ? 1, Zoé 1.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator

import attrs

from contactbase.model.attestation import Attestation
from contactbase.model.attested import attestations_of
from contactbase.model.contact import Contact
from contactbase.model.enums import AttestationAct
from contactbase.model.schema import SCHEMA, Schema
from contactbase.policy.deadline import deadline
from contactbase.reporting.quality.known import Contacts, contacts_of, is_known, no_such_field

__all__ = ["VerificationRate", "verification_rate"]

_NOBODY = "?"
Counts = tuple[tuple[str, int], ...]


@attrs.frozen(kw_only=True)
class VerificationRate:
    """How many `contacts` (of a `field`: those who know it) were `verified`, `by` whom and by which `methods`.

    `within_months` is how recently that had to be (None: ever); `?` stands for verifications that do not say.
    """

    contacts: int
    verified: int
    within_months: int | None
    field: str | None = None
    by: Counts = ()
    methods: Counts = ()

    @property
    def rate(self) -> float | None:
        """The share that was verified, from 0 to 1; None where there is nothing to verify."""
        return self.verified / self.contacts if self.contacts else None

    def __str__(self) -> str:
        share = "" if self.rate is None else f" ({self.rate:.0%})".replace("%", " %")
        within = "" if self.within_months is None else f" within {self.within_months} months"
        what = "contacts" if self.field is None else f"values of {self.field}"
        told = "".join(
            f" {title}: {', '.join(f'{name} {count}' for name, count in counts)}."
            for title, counts in (("How", self.methods), ("By", self.by))
            if counts
        )
        return f"{self.verified} of {self.contacts} {what} verified{within}{share}.{told}"


def verification_rate(
    contacts: Contacts,
    *,
    as_of: dt.date,
    within_months: int | None = None,
    field: str | None = None,
    by: str | None = None,
    schema: Schema = SCHEMA,
) -> VerificationRate:
    """Give how many contacts, or values of a field, were verified by a day, ever or within so many months before it.

    `by` names the custom field that says who verified a contact as a whole. ValueError for less than one month, or a
    name that is no field.
    """
    if within_months is not None and within_months < 1:
        raise ValueError(f"{within_months} months are no interval. Give 1 or more, or None for ever.")
    error = None if field is None else no_such_field(field, schema)
    if error is not None:
        raise error
    total = 0
    found: list[tuple[str, str]] = []
    for contact in contacts_of(contacts):
        if field is None or is_known(contact, field):
            total += 1
            told = _verification(contact, field, by, as_of=as_of, within_months=within_months)
            if told is not None:
                found.append(told)
    return VerificationRate(
        contacts=total,
        verified=len(found),
        within_months=within_months,
        field=field,
        by=_counted(who for _, who in found) if field is not None or by is not None else (),
        methods=_counted(how for how, _ in found) if field is not None else (),
    )


def _counted(names: Iterable[str]) -> Counts:
    return tuple(sorted(Counter(names).items(), key=lambda pair: (-pair[1], pair[0])))


def _verification(
    contact: Contact, field: str | None, by: str | None, *, as_of: dt.date, within_months: int | None
) -> tuple[str, str] | None:
    """Give how and by whom a contact, or its value of a field, was last verified; None when it was not."""

    def holds(day: dt.date | None) -> bool:
        return day is not None and day <= as_of and (within_months is None or as_of <= deadline(day, within_months))

    lines = [line for line in _lines(contact, field) if holds(line.on)]
    if lines:
        last = max(lines, key=lambda line: line.on or dt.date.min)
        return last.method or _NOBODY, last.by or _NOBODY
    if holds(contact.verified_on):
        return _NOBODY, str(dict(contact.custom).get(by, _NOBODY)) if by is not None else _NOBODY
    return None


def _lines(contact: Contact, field: str | None) -> Iterator[Attestation]:
    if field is not None:
        yield from attestations_of(contact, field, AttestationAct.VERIFIED)
