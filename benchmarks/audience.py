"""The audience of a campaign over a base with history: CPU seconds, and the parts that take them.

A made-up base: two consents and three events each, one in ten stopped, one in twenty at another's address. The
reasons of every contact are kept. CPU time of one process; the peak of memory is that of the whole process.

    python benchmarks/audience.py [CONTACTS]
"""

from __future__ import annotations

import datetime as dt
import resource
import sys
import time
from decimal import Decimal

from contactbase.campaign.audience.audience import WHOLE_BASE, audience
from contactbase.model.consent import ConsentRecord
from contactbase.model.contact import Contact, Phone
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import Channel, ConsentStatus, Direction, EventKind, PhoneKind, Purpose, Relationship
from contactbase.model.event import Event
from contactbase.model.suppression import SuppressionReason
from contactbase.policy.catalog import FR
from contactbase.privacy.keys import KeyRing
from contactbase.privacy.suppression import SuppressionList

AT = dt.datetime(2026, 11, 24, 10, tzinfo=dt.UTC)
FIRST = dt.date(2021, 1, 1)


def contact(n: int) -> Contact:
    """Make one contact: the number n decides everything."""
    number = f"+336{(n - 1 if n % 20 == 0 else n) % 100_000_000:08d}"
    day = FIRST + dt.timedelta(days=n * 37 % 2_100)
    told = ConsentStatus.WITHDRAWN if n % 17 == 0 else ConsentStatus.GIVEN
    sms = ConsentRecord(channel=Channel.SMS, status=told, at=day, proof=None if n % 11 == 0 else "form-7")
    mail = ConsentRecord(channel=Channel.EMAIL, status=ConsentStatus.GIVEN, at=day, proof="form-7")
    bought = Event(kind=EventKind.PURCHASE, at=day + dt.timedelta(days=n % 90), amount=4_900, currency="EUR")
    clicked = Event(kind=EventKind.CLICK, at=day + dt.timedelta(days=n % 60), channel=Channel.EMAIL)
    sent = Event(
        kind=EventKind.MESSAGE,
        at=AT.date() - dt.timedelta(days=n % 120),
        direction=Direction.FROM_US,
        channel=Channel.SMS,
    )
    return Contact(
        id=f"c-{n}",
        birth_date=dt.date(1950 + n % 60, 1 + n % 12, 1 + n % 28),
        phones=() if n % 23 == 0 else (Phone(number, PhoneKind.MOBILE, "FR"),),
        postcode=f"{1 + n % 95:02d}000",
        relationship=Relationship.CUSTOMER if n % 3 else Relationship.PROSPECT,
        collected_on=day,
        consents=(mail, sms),
        events=(bought, clicked, sent),
    )


def main() -> None:
    """Build the base, judge it once, say what it took."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    base = ContactBase.of(map(contact, range(1, count + 1)))
    stops = SuppressionList(KeyRing.of("contactbase-test-key-v1-32bytes!"))
    for n in range(1, count + 1, 10):
        stops.add(f"+336{n % 100_000_000:08d}", "sms", reason=SuppressionReason.OPTOUT, on=dt.date(2026, 11, 1))
    start = time.process_time()
    found = audience(
        base,
        segment=WHOLE_BASE,
        channel=Channel.SMS,
        purpose=Purpose.MARKETING,
        policy=FR,
        suppression=stops,
        at=AT,
        price=Decimal("0.05"),
    )
    judged = time.process_time() - start
    funnel = found.funnel
    counted = time.process_time() - start - judged
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{count:,} contacts: {judged:.1f} s CPU, funnel {counted:.2f} s, {judged / count * 1e6:.1f} µs each")
    print(f"peak of the process {peak:,.0f} MiB; the identity holds: {funnel.holds}")
    print(funnel)


if __name__ == "__main__":
    main()
