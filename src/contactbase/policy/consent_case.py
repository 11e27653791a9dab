"""What is known when a permission is asked for: the lines that may count, and what was noticed about the others.

Lines that say nothing about this message are set aside, each with a flag: grants for another address or another
company, undated and future ones, and, looking back, those that nobody can show were known.

>>> day = dt.date(2026, 1, 5)
>>> line = ConsentRecord(channel=Channel.SMS, status=ConsentStatus.GIVEN, at=day, address="+33612345678")
>>> asked = Question(channel=Channel.SMS, purpose=Purpose.MARKETING, as_of=day, address="+33698765432")
>>> case_of([line], asked).flags
('consent.address-mismatch',)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from typing import Final

import attrs

from contactbase.model.consent import PERMITTING, ConsentRecord
from contactbase.model.contact import Contact
from contactbase.model.enums import Channel, ConsentStatus, EventKind, LegalBasis, Origin, Purpose
from contactbase.model.ledger import about, known_by
from contactbase.model.scope import ConsentScope
from contactbase.normalize.email_key import mailbox_key
from contactbase.normalize.fold import fold
from contactbase.policy.offer import NO_OFFER, Offer
from contactbase.segment.derived import CHOICES

__all__ = ["Case", "Question", "case_of", "covers"]


@attrs.frozen(kw_only=True)
class Question:
    """May this be sent? `known_on` asks what was known on a day, `address` about one address (see `standing`)."""

    channel: Channel
    purpose: Purpose
    as_of: dt.date
    known_on: dt.date | None = None
    address: str | None = attrs.field(default=None, repr=False)
    offer: Offer = NO_OFFER


@attrs.frozen(kw_only=True)
class Case:
    """A question, the lines that may count, the codes of what was set aside, and the contact where it is known.

    `unusable` are the codes of those lines that are set aside or ignored and rest on consent.
    """

    question: Question
    lines: tuple[ConsentRecord, ...] = attrs.field(repr=False)
    flags: tuple[str, ...] = ()
    unusable: tuple[str, ...] = ()
    contact: Contact | None = None


def case_of(records: Contact | Iterable[ConsentRecord], question: Question) -> Case:
    """Gather what is known for a question."""
    contact = records if isinstance(records, Contact) else None
    held = _lines_of(records) if isinstance(records, Contact) else tuple(records)
    lines = about(held, question.channel, question.purpose)
    flags: set[str] = set()
    unusable: set[str] = set()
    if question.known_on is not None:
        known = list(known_by(lines, question.known_on))
        if any(line.recorded_on is None and line.status in PERMITTING for line in lines):
            flags.add("consent.recorded-day-unknown")
        lines = known
    fits = _fitting(contact, question)
    kept = []
    for line in lines:
        code = next((code for code, test in fits if not test(line)), None) if line.status in PERMITTING else None
        if code is not None:
            flags.add(code)
            if line.basis is LegalBasis.CONSENT:
                unusable.add(code)
        if code not in _SET_ASIDE:
            kept.append(line)
    return Case(
        question=question,
        lines=tuple(kept),
        flags=tuple(code for code in _FLAGS if code in flags),
        unusable=tuple(code for code in _FLAGS if code in unusable),
        contact=contact,
    )


_SET_ASIDE: Final = frozenset({"consent.address-mismatch", "consent.out-of-scope", "consent.scope-missing"})
_FLAGS: Final = (
    *("consent.undated-grant", "consent.future-grant-ignored", "consent.address-mismatch"),
    *("consent.out-of-scope", "consent.scope-missing", "consent.recorded-day-unknown"),
)
_Test = Callable[[ConsentRecord], bool]


def _fitting(contact: Contact | None, question: Question) -> tuple[tuple[str, _Test], ...]:
    """Give the tests that a grant must pass to be about this message, each with the code of its failure."""
    reach, offer, as_of = _reach(contact, question), question.offer, question.as_of
    supplied = contact is not None and contact.origin in {Origin.RENTED, Origin.BOUGHT}
    return (
        ("consent.undated-grant", lambda line: line.at is not None),
        ("consent.future-grant-ignored", lambda line: line.at is None or line.at <= as_of),
        (
            "consent.address-mismatch",
            lambda line: reach is None or line.address is None or _key(line.address, question.channel) in reach,
        ),
        ("consent.scope-missing", lambda line: not supplied or ConsentScope.read(line.scope) is not None),
        ("consent.out-of-scope", lambda line: covers(ConsentScope.read(line.scope), offer, named=supplied)),
    )


def covers(scope: ConsentScope | None, offer: Offer, *, named: bool = False) -> bool:
    """Tell whether a consent of some scope is one for whoever sends; `named`: only where it names the controller."""
    if scope is None:
        return not named
    companies = {fold(name) for name in (scope.controller, *scope.partners) if name}
    if named and offer.controller is None:
        return False
    if offer.controller is not None and (companies or named) and fold(offer.controller) not in companies:
        return False
    return offer.brand is None or not scope.brands or fold(offer.brand) in set(map(fold, scope.brands))


def _reach(contact: Contact | None, question: Question) -> frozenset[str] | None:
    """Give the keys of the addresses that would be written to; None where that is not known."""
    channel = question.channel
    if question.address is not None:
        return frozenset({_key(question.address, channel)})
    if contact is None or channel not in _CHOSEN:
        return None
    found = (CHOICES[name](contact) for name in _CHOSEN[channel])
    return frozenset(_key(address, channel) for address in found if address is not None)


_CHOSEN: Final = {Channel.SMS: ("mobile",), Channel.EMAIL: ("email",), Channel.PHONE: ("mobile", "landline")}
"""The address of a contact that a channel uses, under its name in the language."""


def _key(address: str, channel: Channel) -> str:
    local, at, domain = address.rpartition("@")
    return mailbox_key(local, domain.lower()) if at and channel is Channel.EMAIL else address


_REFUSING_EVENTS: Final = frozenset({EventKind.UNSUBSCRIBE, EventKind.COMPLAINT})


def _lines_of(contact: Contact) -> tuple[ConsentRecord, ...]:
    """Give the ledger of a contact, with what its events say: to unsubscribe or complain is to withdraw."""
    return (*contact.consents, *_withdrawals(contact))


def _withdrawals(contact: Contact) -> Iterator[ConsentRecord]:
    for event in contact.events:
        if event.kind in _REFUSING_EVENTS:
            for channel in (event.channel,) if event.channel is not None else Channel:
                yield ConsentRecord(channel=channel, status=ConsentStatus.WITHDRAWN, at=event.at, source=event.kind)
