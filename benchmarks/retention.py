"""Retention: a million decisions by the French policy, beside the loop that somebody would write by hand.

Run: `PYTHONPATH=src python benchmarks/retention.py [COUNT]` (COUNT contacts, 100,000 unless told, decided as often as
it takes for a million decisions). The contacts have none to four events and, every third, a consent; about two in
five are kept. The loop by hand takes the latest purchase, click or collection and `relativedelta`, and knows neither
customers, holds, doubts, asking nor archives. Printed are CPU seconds for a million contacts: deciding alone, the
digest of the base alone, `retain` whole, the loop, and how often the loop says another thing than the rules.
"""

from __future__ import annotations

import datetime as dt
import gc
import random
import sys
import time
from collections.abc import Callable

from dateutil.relativedelta import relativedelta

from contactbase.model.consent import ConsentRecord
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import Channel, ConsentStatus, EventKind, Relationship
from contactbase.model.event import Event
from contactbase.model.journal import Entry
from contactbase.policy.catalog import FR
from contactbase.policy.digest import digest_of
from contactbase.policy.retain import retain, retain_into

DRAW = random.Random(7)
TODAY = dt.date(2026, 11, 22)
FIRST = dt.date(2018, 1, 1)
KINDS = (EventKind.PURCHASE, EventKind.CLICK, EventKind.OPEN, EventKind.MESSAGE)
MILLION = 1_000_000


def day() -> dt.date:
    """Draw a day of the last nine years."""
    return FIRST + dt.timedelta(days=DRAW.randrange((TODAY - FIRST).days))


def contact(number: int) -> Contact:
    """Draw a contact."""
    events = tuple(Event(kind=DRAW.choice(KINDS), at=day()) for _ in range(DRAW.choice((0, 0, 1, 1, 2, 4))))
    consent = ConsentRecord(channel=Channel.SMS, status=ConsentStatus.GIVEN, at=day())
    return Contact(
        id=f"c-{number}",
        relationship=DRAW.choice((None, *Relationship)),
        collected_on=day(),
        tags=frozenset({DRAW.choice(("vip", "salon 2025", "contentieux"))}) if number % 5 == 0 else frozenset(),
        events=events,
        consents=(consent,) if number % 3 == 0 else (),
    )


def by_hand(base: ContactBase) -> list[str]:
    """Give the ids that the loop of everybody would delete."""
    due = []
    for each in base.values():
        days = [event.at for event in each.events if event.kind in {"purchase", "click"} and event.at]
        last = max([*days, each.collected_on] if each.collected_on else days, default=None)
        if last is not None and last + relativedelta(years=3) < TODAY:
            due.append(each.id)
    return due


def seconds(run: Callable[[], object], count: int) -> float:
    """Give the CPU seconds for a million contacts."""
    rounds = max(1, MILLION // count)
    gc.collect()
    start = time.process_time()
    for _ in range(rounds):
        run()
    return (time.process_time() - start) / rounds / count * MILLION


def main(count: int) -> None:
    """Measure and print."""
    base = ContactBase.of(map(contact, range(count)))
    plan = retain(base, FR, as_of=TODAY)
    hand = set(by_hand(base))
    ours = {decision.contact for decision in plan.decisions}

    def forget(_entry: Entry) -> None:
        """Keep no decision."""

    deciding = seconds(lambda: retain_into(base, FR, forget, as_of=TODAY), count)
    loop = seconds(lambda: by_hand(base), count)
    print(f"{count:,} contacts, {len(plan):,} decisions: {dict(plan.counts)}")
    print(f"deciding a million:      {deciding:5.2f} s, {deciding / loop:.2f} times the loop by hand ({loop:.2f} s)")
    print(f"digest of a million:     {seconds(lambda: digest_of(base, FR.reads), count):5.2f} s")
    print(f"retain, digest included: {seconds(lambda: retain(base, FR, as_of=TODAY), count):5.2f} s")
    print(f"the loop says otherwise of {len(hand ^ ours):,} contacts")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
