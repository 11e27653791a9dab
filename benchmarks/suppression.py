"""The suppression list at a million entries: hashing and looking up apart, and what a whole question costs.

A made-up list of numbers and a base of which one in ten is on it. Each figure is CPU time of one process, best of
three. Beside ours stands what one writes first: `hmac.new` per address, and `hmac.digest`, the fast way of the standard
library.

    python benchmarks/suppression.py [ENTRIES]
"""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import sys
import time
from collections.abc import Callable, Iterable

from contactbase.model.contact import Contact, Phone
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import Channel, Purpose
from contactbase.model.suppression import AddressKind, SuppressionEntry, SuppressionReason
from contactbase.privacy.keys import KeyRing
from contactbase.privacy.scrub import scrub
from contactbase.privacy.suppression import SuppressionList

KEY = b"contactbase-test-key-v1-32bytes!"
TODAY = dt.date(2026, 11, 22)
ASKED = 200_000


def best_of(times: int, work: Callable[[], object]) -> float:
    """Give the CPU seconds of the fastest run."""
    found = []
    for _ in range(times):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


def numbers(count: int, first: int = 0) -> list[str]:
    """Give numbers that are nobody's, counted through."""
    return [f"+336{number:08}" for number in range(first, first + count)]


def said(what: str, count: int, seconds: float) -> float:
    """Print one line; give how many there are in a second."""
    print(f"{what:58} {count / seconds:12,.0f} a second")
    return count / seconds


def filled(ring: KeyRing, listed: Iterable[str]) -> SuppressionList:
    """Fill a list directly with fingerprints, as reading a file does."""
    digest = ring.digester("sms")
    reason = SuppressionReason.OPTOUT
    return SuppressionList(
        ring,
        (
            SuppressionEntry(
                digest=digest(number),
                kind=AddressKind.SMS,
                reason=reason,
                created=TODAY,
                latest=TODAY,
                key_id=ring.active,
            )
            for number in listed
        ),
    )


def hashing(ring: KeyRing, asked: list[str]) -> None:
    """Compare the ways to make fingerprints."""
    prefix = b"contactbase:suppression:v1\nsms\n"
    digest = ring.digester("sms")
    ours = said("hashing, ours", len(asked), best_of(3, lambda: list(map(digest, asked))))
    fast = said(
        "hashing, hmac.digest",
        len(asked),
        best_of(3, lambda: [hmac.digest(KEY, prefix + one.encode(), "sha256") for one in asked]),
    )
    slow = said(
        "hashing, hmac.new",
        len(asked),
        best_of(3, lambda: [hmac.new(KEY, prefix + one.encode(), hashlib.sha256).hexdigest() for one in asked]),
    )
    print(f"{'':58} {ours / fast:.1f} times hmac.digest, {ours / slow:.1f} times hmac.new")


def looking_up(stops: SuppressionList, ring: KeyRing, asked: list[str]) -> None:
    """Time look-ups of fingerprints that are there already, and whole questions about contacts."""
    digests = [ring.digest("sms", number) for number in asked]
    hits = sum(digest in stops for digest in digests)
    said("look-up of a fingerprint", len(asked), best_of(3, lambda: sum(digest in stops for digest in digests)))
    people = [Contact(id=f"c-{place}", phones=(Phone(number),)) for place, number in enumerate(asked)]

    def judged() -> int:
        return sum(
            stops.judge(who, channel=Channel.SMS, purpose=Purpose.MARKETING, as_of=TODAY).blocked for who in people
        )

    said("judge: a contact, hashed, looked up and answered", len(asked), best_of(3, judged))
    base = ContactBase.of(people)
    said(
        "scrub of a base for one channel",
        len(asked),
        best_of(2, lambda: scrub(base, stops, as_of=TODAY, channel=Channel.SMS)),
    )
    print(f"{hits} of {len(asked)} asked are on the list of {len(stops)}; judge says {judged()}")


def main() -> None:
    """Print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    ring = KeyRing.of(KEY)
    start = time.process_time()
    stops = filled(ring, numbers(count))
    said(f"filling a list with {count} entries", count, time.process_time() - start)
    asked = numbers(ASKED // 10) + numbers(ASKED - ASKED // 10, first=50_000_000)
    hashing(ring, asked)
    looking_up(stops, ring, asked)


if __name__ == "__main__":
    main()
