"""The vectors of the gate: the order of reasons, single cases, a whole funnel.

The rules are implemented, no table of answers is: each case is built as a contact and judged by a shipped policy.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import attrs
import pytest

from conformance.test_vectors import cases, read
from contactbase.campaign.audience.audience import WHOLE_BASE, Audience, audience
from contactbase.campaign.audience.stage import Stage
from contactbase.model.consent import ConsentRecord
from contactbase.model.contact import Contact, Email, Phone
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import (
    Channel,
    ConsentStatus,
    ContactKind,
    EventKind,
    LegalBasis,
    PhoneKind,
    Purpose,
)
from contactbase.model.event import Event
from contactbase.model.suppression import SuppressionReason
from contactbase.policy.catalog import FR
from contactbase.policy.offer import Offer
from contactbase.privacy.keys import KeyRing
from contactbase.privacy.suppression import SuppressionList

Case = dict[str, Any]
ASKED: dict[str, Any] = {
    "segment": WHOLE_BASE,
    "channel": Channel.SMS,
    "purpose": Purpose.MARKETING,
    "policy": FR,
    "suppression": None,
    "at": dt.datetime(2026, 3, 2, 10, tzinfo=dt.UTC),
}
MOBILE = Phone("+33612345678", PhoneKind.MOBILE, "FR")
GIVEN = ConsentRecord(
    channel=Channel.SMS, status=ConsentStatus.GIVEN, at=dt.date(2026, 1, 5), proof="form-7", address=MOBILE.e164
)
WITHDRAWN = ConsentRecord(channel=Channel.SMS, status=ConsentStatus.WITHDRAWN, at=dt.date(2026, 2, 1))
BASE = Contact(id="c-1", phones=(MOBILE,), consents=(GIVEN,), birth_date=dt.date(1980, 1, 1))


def judged(*contacts: Contact, **asked: Any) -> Audience:
    return audience(ContactBase.of(contacts), **(ASKED | asked))


def test_the_order_of_reasons_is_the_documented_one() -> None:
    order = read("gate_order.json")
    if order is None:
        pytest.skip("no corpus vectors/gate_order.json: set CONTACTBASE_CORPORA")
    places = [Stage(word.lower()).order for word in order]
    assert places == sorted(places)


def e07() -> Audience:
    named = Contact(
        id="c-1",
        kind=ContactKind.PROFESSIONAL,
        collected_on=dt.date(2026, 1, 5),
        emails=(Email("lea.durand@example.org", "lea.durand@example.org"),),
    )
    return judged(named, channel=Channel.EMAIL, offer=Offer(for_profession=False))


def e09() -> Audience:
    account = Event(kind=EventKind.ACCOUNT_LOGIN, at=dt.date(2026, 1, 5))
    claimed = attrs.evolve(GIVEN, basis=LegalBasis.SOFT_OPT_IN)
    return judged(attrs.evolve(BASE, consents=(claimed,), events=(account,)))


CASES: dict[str, Callable[[], Audience]] = {
    "E01": lambda: judged(BASE),
    "E03": lambda: judged(attrs.evolve(BASE, consents=(GIVEN, WITHDRAWN)), purpose=Purpose.SERVICE),
    "E05": lambda: judged(attrs.evolve(BASE, phones=(Phone("+33142685300", PhoneKind.FIXED_LINE, "FR"),))),
    "E07": e07,
    "E09": e09,
    "E11": lambda: judged(BASE, attrs.evolve(BASE, id="c-2", consents=(GIVEN, WITHDRAWN))),
    "E12": lambda: judged(attrs.evolve(BASE, phones=()), attrs.evolve(BASE, id="c-2", phones=())),
    "E14": lambda: judged(
        attrs.evolve(BASE, birth_date=dt.date(2011, 3, 2)), at=dt.datetime(2026, 3, 1, 10, tzinfo=dt.UTC)
    ),
    "E16": lambda: judged(BASE, at=dt.datetime(2026, 3, 1, 10, tzinfo=dt.UTC)),
    "E18": lambda: judged(BASE, sector="energy_renovation"),
}


@pytest.mark.parametrize("case", cases("gate_cases.json"))
def test_single_contacts_are_judged(case: Case) -> None:
    if case["id"] not in CASES:
        pytest.skip("a case in words that this test does not build")
    found = CASES[case["id"]]()
    assert ("c-1" in found.eligible) == case["eligible"]
    assert found.funnel.holds
    primary = found.primary("c-1")
    if "primary" in case:
        assert primary is not None
        assert primary.stage is Stage(case["primary"].lower())
    if case.get("defer_until"):
        assert "c-1" in found.deferred
        assert found.next_allowed("c-1") == dt.datetime(2026, 3, 2, 7, tzinfo=dt.UTC)
    elif not case["eligible"]:
        assert set(found.excluded) == set(found.selected), "nobody at the address is sent"


def number(last: int) -> Phone:
    return attrs.evolve(MOBILE, e164=f"+3361234567{last}")


def reached(last: int, **more: Any) -> Contact:
    phone = number(last)
    given = attrs.evolve(GIVEN, address=phone.e164)
    return attrs.evolve(BASE, **({"id": f"c-{last}", "phones": (phone,), "consents": (given,)} | more))


BUILT: dict[str, Callable[[int], Contact]] = {
    "NO_ADDRESS": lambda last: reached(last, phones=()),
    "INVALID_ADDRESS": lambda last: reached(last, phones=(Phone("+33142685300", PhoneKind.FIXED_LINE, "FR"),)),
    "SUPPRESSED_OPTOUT": reached,
    "CONSENT_UNKNOWN": lambda last: reached(last, consents=(), collected_on=dt.date(2026, 1, 5)),
    "DUPLICATE_ADDRESS": lambda last: reached(last, phones=(number(0),), consents=(attrs.evolve(GIVEN, address=None),)),
}


def test_a_whole_funnel_adds_up_in_any_order() -> None:
    wanted = read("funnel.json")
    if wanted is None:
        pytest.skip("no corpus vectors/funnel.json: set CONTACTBASE_CORPORA")
    if unknown := {name for name, _ in wanted["steps"]} - set(BUILT):
        pytest.skip(f"a step that this test does not build: {min(unknown)}")
    contacts = [reached(last) for last in range(wanted["eligible"])]
    stops = SuppressionList(KeyRing.of("contactbase-test-key-v1-32bytes!"))
    for name, count in wanted["steps"]:
        for _ in range(count):
            contacts.append(BUILT[name](len(contacts)))
            if name == "SUPPRESSED_OPTOUT":
                stops.add(contacts[-1].phones[0].e164, "sms", reason=SuppressionReason.OPTOUT, on=dt.date(2026, 2, 1))
    for order in (contacts, contacts[::-1]):
        funnel = judged(*order, suppression=stops).funnel
        assert (funnel.input, funnel.eligible) == (wanted["input"], wanted["eligible"])
        assert [[stage.upper(), count] for stage, count in funnel.by_stage.items()] == wanted["steps"]
        assert funnel.holds
