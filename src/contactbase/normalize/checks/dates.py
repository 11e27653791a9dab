"""Dates of one contact that cannot stand in the order in which they stand.

Days alone are compared, both ends known; nothing is said of what merely is unusual. The day of birth has to lie before
every other day of a contact but those of terms (a rental, a consent's end), which may be anything.

>>> import datetime as dt
>>> known = {"birth_date": dt.date(2020, 5, 1), "collected_on": dt.date(2019, 1, 1)}
>>> [found.message for found in BIRTH.run(known, dt.date(2026, 1, 1))]
['The birth date is not before a date of collected_on; both were kept.']
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from contactbase.model.consent import PERMITTING
from contactbase.model.enums import EventKind, Origin
from contactbase.normalize.checks.check import NOTHING, ContactCheck, Findings, Known
from contactbase.normalize.remark import remark

__all__ = ["BIRTH", "CONSENT_DAYS", "OWNED_RENTAL", "PURCHASE_AFTER_END", "PURCHASE_ORDER", "RENTAL"]

_DAYS: Final = ("collected_on", "verified_on", "relationship_end")


def _birth(known: Known, _as_of: dt.date) -> Findings:
    born: dt.date = known["birth_date"]
    for field in _DAYS:
        if field in known and known[field] <= born:
            return (remark("check.birth-after-act", "birth_date", other=field),)
    for field in ("events", "consents"):
        if field in known:
            for line in known[field]:
                if line.at is not None and line.at <= born:
                    return (remark("check.birth-after-act", "birth_date", other=field),)
    return NOTHING


def _purchase_order(known: Known, _as_of: dt.date) -> Findings:
    """Hold the day of the first purchase (an event of count 0, see `totals`) against the days of those counted."""
    events = known["events"]
    if len(events) < 2:
        return NOTHING
    bought = [event for event in events if event.kind is EventKind.PURCHASE and event.at is not None]
    first = [event.at for event in bought if not event.count]
    last = [event.at for event in bought if event.count]
    if first and last and max(first) > max(last):
        return (remark("check.first-purchase-after-last", "first_purchase"),)
    return NOTHING


def _purchase_after_end(known: Known, _as_of: dt.date) -> Findings:
    end: dt.date = known["relationship_end"]
    later = sum(
        1 for event in known["events"] if event.kind is EventKind.PURCHASE and event.at is not None and event.at > end
    )
    return (remark("check.purchase-after-end", "relationship_end", count=later),) if later else NOTHING


def _consent_days(known: Known, as_of: dt.date) -> Findings:
    ahead = backward = 0
    for line in known["consents"]:
        if line.at is not None and line.status in PERMITTING:
            ahead += line.at > as_of
            backward += line.expires_on is not None and line.expires_on < line.at
    if not (ahead or backward):
        return NOTHING
    return (
        *((remark("check.consent-in-future", "consents", count=ahead),) if ahead else ()),
        *((remark("check.consent-expires-before-given", "consents", count=backward),) if backward else ()),
    )


def _rental(known: Known, _as_of: dt.date) -> Findings:
    if known["rental_end"] < known["collected_on"]:
        return (remark("check.rental-ended-before-collection", "rental_end"),)
    return NOTHING


def _owned_rental(known: Known, _as_of: dt.date) -> Findings:
    return (remark("check.owned-with-rental-end", "origin"),) if known["origin"] is Origin.OWNED else NOTHING


BIRTH: Final = ContactCheck("birth", ("birth_date",), _birth)
PURCHASE_ORDER: Final = ContactCheck("purchase-order", ("events",), _purchase_order)
PURCHASE_AFTER_END: Final = ContactCheck("purchase-after-end", ("relationship_end", "events"), _purchase_after_end)
CONSENT_DAYS: Final = ContactCheck("consent-days", ("consents",), _consent_days)
RENTAL: Final = ContactCheck("rental", ("rental_end", "collected_on"), _rental)
OWNED_RENTAL: Final = ContactCheck("owned-rental", ("rental_end", "origin"), _owned_rental)
