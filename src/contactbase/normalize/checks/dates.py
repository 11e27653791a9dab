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

from contactbase.model.consent import PERMITTING, ConsentRecord
from contactbase.model.enums import EventKind, Origin
from contactbase.normalize.checks.check import NOTHING, ContactCheck, Findings, Known
from contactbase.normalize.remark import remark

__all__ = ["BIRTH", "CONSENT_DAYS", "OWNED_RENTAL", "PURCHASE_AFTER_END", "PURCHASE_ORDER", "RENTAL"]

_DAYS: Final = ("collected_on", "verified_on", "relationship_end")
_LINES: Final = ("events", "consents")
_PURCHASE: Final = EventKind.PURCHASE


def _birth(known: Known, _as_of: dt.date) -> Findings:
    born: dt.date = known["birth_date"]
    for field in _DAYS:
        if field in known and known[field] <= born:
            return (remark("check.birth-after-act", "birth_date", other=field),)
    for field in _LINES:
        if field in known:
            for line in known[field]:
                day = line.at
                if day is not None and day <= born:
                    return (remark("check.birth-after-act", "birth_date", other=field),)
    return NOTHING


def _purchase_order(known: Known, _as_of: dt.date) -> Findings:
    """Hold the day of the first purchase (an event of count 0, see `totals`) against the days of those counted.

    Where orders were joined (they have a number), such a day is what is left of a total, and may be any purchase's.
    """
    events = known["events"]
    if len(events) < 2:
        return NOTHING
    first = last = None
    for event in events:
        day = event.at
        if event.kind is _PURCHASE and day is not None:
            if event.reference is not None:
                return NOTHING
            if event.count:
                last = day if last is None or day > last else last
            elif first is None or day > first:
                first = day
    if first is not None and last is not None and first > last:
        return (remark("check.first-purchase-after-last", "first_purchase"),)
    return NOTHING


def _purchase_after_end(known: Known, _as_of: dt.date) -> Findings:
    end: dt.date = known["relationship_end"]
    later = 0
    for event in known["events"]:
        if event.kind is _PURCHASE and event.at is not None and event.at > end:
            later += 1
    return (remark("check.purchase-after-end", "relationship_end", count=later),) if later else NOTHING


def _consent_days(known: Known, as_of: dt.date) -> Findings:
    lines: tuple[ConsentRecord, ...] = known["consents"]
    for line in lines:
        day = line.at
        if day is not None and (day > as_of or line.expires_on is not None):
            return _counted(lines, as_of)
    return NOTHING


def _counted(lines: tuple[ConsentRecord, ...], as_of: dt.date) -> Findings:
    """Count the dated consents that lie ahead, and those that end before they begin."""
    dated = [(line.at, line.expires_on) for line in lines if line.at is not None and line.status in PERMITTING]
    ahead = sum(day > as_of for day, _ in dated)
    backward = sum(end is not None and end < day for day, end in dated)
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
