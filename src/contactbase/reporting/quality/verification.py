"""How much of a base has been verified (R50).

A contact holds one day of verification (`verified_on`). Who verified it, or how, is a custom field where a file has
one: `schema.extend(verified_by=str)`, named here in `by`. A day after `as_of` is no verification yet.

>>> base = [Contact(id="c-1", verified_on=dt.date(2026, 3, 1)), Contact(id="c-2")]
>>> print(verification_rate(base, as_of=dt.date(2026, 11, 22)))
1 of 2 contacts verified (50 %).
"""

from __future__ import annotations

import datetime as dt
from collections import Counter

import attrs

from contactbase.model.contact import Contact
from contactbase.policy.deadline import deadline
from contactbase.reporting.quality.known import Contacts, contacts_of

__all__ = ["VerificationRate", "verification_rate"]

_NOBODY = "?"


@attrs.frozen(kw_only=True)
class VerificationRate:
    """How many `contacts` were `verified`, within so many months where that was asked (None: ever); `by` whom or how.

    `?` in `by` stands for verified contacts of which nothing says by whom.
    """

    contacts: int
    verified: int
    within_months: int | None
    by: tuple[tuple[str, int], ...] = ()

    @property
    def rate(self) -> float | None:
        """The share that was verified, from 0 to 1; None of an empty base."""
        return self.verified / self.contacts if self.contacts else None

    def __str__(self) -> str:
        share = "" if self.rate is None else f" ({self.rate:.0%})".replace("%", " %")
        within = "" if self.within_months is None else f" within {self.within_months} months"
        by = f" By: {', '.join(f'{name} {count}' for name, count in self.by)}." if self.by else ""
        return f"{self.verified} of {self.contacts} contacts verified{within}{share}.{by}"


def verification_rate(
    contacts: Contacts, *, as_of: dt.date, within_months: int | None = None, by: str | None = None
) -> VerificationRate:
    """Give how many contacts were verified by a day, ever or within so many months before it.

    `by` names the custom field that says who verified, or how. ValueError for less than one month.
    """
    if within_months is not None and within_months < 1:
        raise ValueError(f"{within_months} months are no interval. Give 1 or more, or None for ever.")
    total = 0
    verified: list[Contact] = []
    for contact in contacts_of(contacts):
        total += 1
        day = contact.verified_on
        if day is not None and day <= as_of and (within_months is None or as_of <= deadline(day, within_months)):
            verified.append(contact)
    whom = Counter(str(dict(contact.custom).get(by, _NOBODY)) for contact in verified) if by is not None else {}
    return VerificationRate(
        contacts=total,
        verified=len(verified),
        within_months=within_months,
        by=tuple(sorted(whom.items(), key=lambda pair: (-pair[1], pair[0]))),
    )
