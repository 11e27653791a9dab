"""Which events are an act of the person: what restarts the clock of retention, and what `last_contact_by_person` reads.

A purchase, a call, a click, a loyalty card at the till, a form, a consent given are acts of the person. An e-mail
opened is not (it may be opened by mistake), and neither is what we send, receive back from a network or import.
Unsubscribing and asking for access or erasure are rights, and exercising a right never prolongs anything.

>>> from contactbase.model.enums import EventKind
>>> EventKind.CLICK in ACTS_OF_PERSON, EventKind.OPEN in ACTS_OF_PERSON
(True, False)
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from contactbase.model.contact import Contact
from contactbase.model.enums import ConsentStatus, Direction, EventKind
from contactbase.model.source import Citation, Confidence

__all__ = ["ACTS_OF_PERSON", "ACTS_SOURCES", "CONSENT_ACTS", "WEB_EVENTS", "last_act_of_person"]

ACTS_OF_PERSON: Final = frozenset(
    {
        EventKind.PURCHASE,
        EventKind.QUOTE_REQUEST,
        EventKind.FORM_SUBMIT,
        EventKind.INBOUND_CALL,
        EventKind.CUSTOMER_SERVICE,
        EventKind.STORE_VISIT,
        EventKind.TEST_DRIVE,
        EventKind.LOYALTY_SCAN,
        EventKind.ACCOUNT_LOGIN,
        EventKind.PROFILE_UPDATE,
        EventKind.QUESTIONNAIRE,
        EventKind.CONTEST_ENTRY,
        EventKind.CLICK,
        EventKind.REPLY,
        EventKind.CONTACT,
    }
)
"""Kinds of events that count when the person acted (`Direction.FROM_PERSON`), never when we did."""

WEB_EVENTS: Final = frozenset({EventKind.PAGE_VIEW})
"""What is known of a person through cookies and their like: usable only under the purpose `tracking` (R14)."""

CONSENT_ACTS: Final = frozenset({ConsentStatus.GIVEN, ConsentStatus.RENEWED})
"""Consent records that count: somebody who consents has been in contact."""

ACTS_SOURCES: Final = (
    Citation(
        authority="CNIL",
        instrument="référentiel « gestion des activités commerciales »: dernier contact émanant du prospect",
        locator="a click counts, an opened e-mail does not (reported by olympe.legal)",
        read_on=dt.date(2026, 11, 20),
        confidence=Confidence.SECONDARY,
    ),
    Citation(
        authority="CNIL",
        instrument="SAN-2020-003 SPARTOO, SAN-2020-008 Carrefour",
        locator="loyalty card, online transaction, personal space, customer service (reported by avocats-mathias.com)",
        read_on=dt.date(2026, 11, 20),
        confidence=Confidence.SECONDARY,
    ),
)
"""Where the list comes from."""


def last_act_of_person(contact: Contact) -> dt.date | None:
    """Give the latest dated act of the person, whatever day it is today; None when there is none."""
    latest: dt.date | None = None
    for event in contact.events:
        day = event.at
        if day is None or (latest is not None and day <= latest):
            continue
        if event.direction == Direction.FROM_PERSON and event.kind in ACTS_OF_PERSON:
            latest = day
    for record in contact.consents:
        day = record.at
        if day is not None and (latest is None or day > latest) and record.status in CONSENT_ACTS:
            latest = day
    return latest
