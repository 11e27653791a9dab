"""The compliance vectors: retention dated and decided, acts of the person, delays. Consent: `test_consent_vectors.py`.

A case that speaks of something this library does not decide yet is skipped with its reason.
"""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import attrs
import pytest

from conformance.corpora import corpus_files
from contactbase.model.activity import last_act_of_person
from contactbase.model.consent import ConsentRecord
from contactbase.model.contact import Contact
from contactbase.model.enums import Channel, ConsentStatus, Direction, EventKind, Relationship
from contactbase.model.event import Event
from contactbase.model.journal import Decision, RetentionAction
from contactbase.policy.catalog import FR, FR_DELETE_ONLY, POLICIES
from contactbase.policy.clock import start_of
from contactbase.policy.deadline import deadline, state_on
from contactbase.policy.policy import Policy
from contactbase.policy.retain import decide, decide_entry
from contactbase.policy.upkeep import DelayRule

Case = dict[str, Any]


def read(name: str) -> Any:
    for path in corpus_files("vectors", name):
        return json.loads(path.read_text(encoding="utf-8"))
    return None


def cases(name: str) -> list[Any]:
    found = read(name)
    if found is None:
        return [pytest.param({}, marks=pytest.mark.skip(reason=f"no corpus vectors/{name}: set CONTACTBASE_CORPORA"))]
    return [pytest.param(case, id=case["id"]) for case in found]


def day(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)


def sure_day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize("case", cases("retention_dates.json"))
def test_deadlines_and_states_are_computed(case: Case) -> None:
    due = deadline(sure_day(case["last_contact"]), case["months"])
    assert due == day(case["deadline"])
    assert state_on(sure_day(case["as_of"]), due).upper() == case["state"]


OF_PERSON = {
    "email_click": EventKind.CLICK,
    "sms_link_click": EventKind.CLICK,
    "account_profile_update_by_person": EventKind.PROFILE_UPDATE,
    "loyalty_card_scan": EventKind.LOYALTY_SCAN,
    "store_visit_identified": EventKind.STORE_VISIT,
    "questionnaire_answer": EventKind.QUESTIONNAIRE,
    "customer_service_contact": EventKind.CUSTOMER_SERVICE,
    "email_open": EventKind.OPEN,
    "page_view_anonymous": EventKind.PAGE_VIEW,
}
OF_US = {
    "message_sent": EventKind.MESSAGE,
    "delivery_receipt": EventKind.DELIVERY,
    "profile_update_by_staff": EventKind.PROFILE_UPDATE,
}
CONSENTS = {"consent_given": ConsentStatus.GIVEN, "consent_renewed": ConsentStatus.RENEWED}


def lived(contact: Contact, name: str, at: dt.date) -> Contact | None:
    """Add what a vector calls an event; None where it is no event of a contact."""
    if name in CONSENTS:
        record = ConsentRecord(channel=Channel.SMS, status=CONSENTS[name], at=at)
        return attrs.evolve(contact, consents=(*contact.consents, record))
    if name in OF_US:
        event = Event(kind=OF_US[name], at=at, direction=Direction.FROM_US)
    elif name in OF_PERSON or name in set(EventKind):
        event = Event(kind=OF_PERSON.get(name) or EventKind(name), at=at)
    else:
        return None
    return attrs.evolve(contact, events=(*contact.events, event))


ACTIVITY = read("retention_activity.json") or {"counts": [], "does_not_count": []}


@pytest.mark.parametrize(
    ("name", "counts"),
    [(name, True) for name in ACTIVITY["counts"]] + [(name, False) for name in ACTIVITY["does_not_count"]],
)
def test_only_acts_of_the_person_count(name: str, *, counts: bool) -> None:
    contact = lived(Contact(id="c-1"), name, dt.date(2025, 1, 1))
    if contact is None:
        assert not counts
    else:
        assert (last_act_of_person(contact) is not None) == counts


KINDS = {"prospect": Relationship.PROSPECT, "customer": Relationship.CUSTOMER}
KNOWN = {
    *("id", "kind", "note", "as_of", "action", "state", "reason", "new_clock"),
    *("last_contact", "collected", "relationship_end", "events", "reconsent", "legal_hold"),
}


def person(case: Case) -> Contact:
    contact = Contact(
        id=case["id"],
        relationship=KINDS[case["kind"]],
        collected_on=day(case.get("collected")),
        relationship_end=day(case.get("relationship_end")),
        tags=frozenset({"legal_hold"} if case.get("legal_hold") else ()),
    )
    happened = [*case.get("events", ())]
    if case.get("last_contact"):
        happened.append(["contact", case["last_contact"]])
    for name, at in happened:
        contact = lived(contact, name, sure_day(at)) or contact
    return attrs.evolve(contact, consents=(*contact.consents, *asked(case.get("reconsent") or {})))


def asked(reconsent: Case) -> list[ConsentRecord]:
    """Give the ledger lines of a re-consent message and of its answer (`yes@date`, `no@date` or none)."""
    answer, _, at = (reconsent.get("answer") or "").partition("@")
    stated = [(ConsentStatus.REQUESTED, reconsent.get("sent"))]
    stated += [({"yes": ConsentStatus.GIVEN, "no": ConsentStatus.REFUSED}[answer], at)] if answer and at else []
    return [ConsentRecord(channel=Channel.EMAIL, status=status, at=sure_day(text)) for status, text in stated if text]


A = RetentionAction
EXPECTED: dict[str, tuple[tuple[Policy, set[RetentionAction | None]], ...]] = {
    "KEEP": ((FR, {None}), (FR_DELETE_ONLY, {None})),
    "DELETE": ((FR, {A.DELETE, A.RECONSENT}), (FR_DELETE_ONLY, {A.DELETE})),
    "ARCHIVE_INTERMEDIATE": ((FR, {A.ARCHIVE}),),
    "HOLD": ((FR, {A.HOLD}), (FR_DELETE_ONLY, {A.HOLD})),
    "QUARANTINE": ((FR, {A.QUARANTINE}), (FR_DELETE_ONLY, {A.QUARANTINE})),
    "REVIEW:RECONSENT_OR_DELETE_OR_ARCHIVE": ((FR, {A.RECONSENT, A.DELETE, A.ARCHIVE}),),
    "REVIEW:ACTIVE_CONTRACT_UNKNOWN": ((FR, {A.QUARANTINE}),),
}
"""What each action of the vectors is under the policies shipped: France asks once more before it deletes a prospect."""
REASONS = {"NO_START_DATE": "retention.no-date", "FUTURE_DATE": "retention.future-date"}


@pytest.mark.parametrize("case", cases("retention_decisions.json"))
def test_retention_is_decided(case: Case) -> None:
    if case["kind"] == "suppression_entry":
        for policy in POLICIES.values():
            found = decide_entry(day(case["created"]), policy, as_of=sure_day(case["as_of"]))
            assert found.upper() == case["action"]
        return
    if unknown := case.keys() - KNOWN:
        pytest.skip(f"the case needs {', '.join(sorted(unknown))}, which no contact holds")
    contact, as_of = person(case), sure_day(case["as_of"])
    for policy, actions in EXPECTED[case["action"]]:
        decision = decide(contact, policy, as_of=as_of)
        assert (decision.action if decision else None) in actions
        check_details(case, contact, policy, decision)


def check_details(case: Case, contact: Contact, policy: Policy, decision: Decision | None) -> None:
    (rule,) = policy.retention_of(contact, as_of=sure_day(case["as_of"]))
    assert rule.months is not None
    start = start_of(contact, (*rule.clocks, *rule.doubtful_clocks))
    if "reason" in case:
        assert decision is not None
        assert decision.code == REASONS[case["reason"]]
    if "new_clock" in case:
        assert start is not None
        assert start.day == day(case["new_clock"])
    if "state" in case:
        assert start is not None
        assert state_on(sure_day(case["as_of"]), deadline(start.day, rule.months)).upper() == case["state"]


# A rule of the vectors is one of ours by what it counts: how many of which unit, in the name that the vectors give it.
DELAYS = {
    "dsar": "eu.delay.request",
    "indirect": "eu.delay.indirect-notice",
    "notice": "eu.delay.indirect-notice",
    "one_click": "mail.delay.one-click-unsubscribe",
    "refusal": "fr.delay.phone-refusal",
    "phone": "fr.delay.phone-refusal",
    "voice": "fr.delay.phone-refusal",
}


def delay_of(name: str) -> DelayRule | None:
    """Find our rule for a name of the vectors (`dsar_3_months` is the extended month of a request)."""
    found = next((rule_id for word, rule_id in DELAYS.items() if word in name), None)
    if found == "eu.delay.request" and ("3_months" in name or "extended" in name):
        found = "eu.delay.request-extended"
    return next((rule for rule in FR.of(DelayRule) if rule.id == found), None)


def moment(text: str) -> dt.date:
    return dt.datetime.fromisoformat(text) if "T" in text else dt.date.fromisoformat(text)


@pytest.mark.parametrize("case", cases("deadlines.json"))
def test_deadlines_of_answers_are_counted(case: Case) -> None:
    rule = delay_of(case["rule"])
    if rule is None:
        pytest.skip(f"no rule of ours is {case['rule']}")
    if "callable_from" in case:
        assert rule.free_from(moment(case["refused"])) == moment(case["callable_from"])
    else:
        assert rule.due(moment(case["received"])) == moment(case["due"])
