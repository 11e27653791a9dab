"""What a policy makes of a ledger, a person and an offer: each case by its reason."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
import pytest

from contactbase.model.codes.catalog import CATALOG
from contactbase.model.consent import ConsentRecord
from contactbase.model.contact import Contact, Email, Phone
from contactbase.model.enums import (
    Channel,
    ConsentStatus,
    ContactKind,
    Direction,
    EventKind,
    Incentive,
    LegalBasis,
    Origin,
    PhoneKind,
    Purpose,
)
from contactbase.model.event import Event
from contactbase.model.proof import ConsentProof
from contactbase.model.scope import ConsentScope
from contactbase.policy.catalog import FR, POLICIES
from contactbase.policy.consent_rules import Consented, ConsentRules, LegitimateInterest, Necessity, ProofNeeded
from contactbase.policy.countries.ca_consent import CA_CONSENT
from contactbase.policy.countries.de_consent import DE_CONSENT
from contactbase.policy.countries.eu_consent import EU_CONSENT
from contactbase.policy.countries.fr_consent import FR_CONSENT, FR_CONSENT_STRICT
from contactbase.policy.countries.uk_consent import UK_CONSENT
from contactbase.policy.countries.us_consent import US_CONSENT
from contactbase.policy.offer import Offer
from contactbase.policy.policy import Policy
from contactbase.policy.standing import Answer, Standing, permissions, standing
from contactbase.segment.context import Context
from contactbase.segment.segment import Segment

S, M = ConsentStatus, PhoneKind.MOBILE
TODAY = dt.date(2026, 3, 2)
DAY = dt.timedelta(days=1)
PROOF = ConsentProof.shown("I agree to SMS.", form="salon", version="3")
US = Offer(controller="Maison Exemple", categories=frozenset({"Shoes"}))


def under(rules: ConsentRules) -> Policy:
    return attrs.evolve(FR, id="test", consent=rules)


STRICT, DE, CA, UK, EU, USA = map(
    under, (FR_CONSENT_STRICT, DE_CONSENT, CA_CONSENT, UK_CONSENT, EU_CONSENT, US_CONSENT)
)


def line(**said: Any) -> ConsentRecord:
    known: dict[str, Any] = {"channel": Channel.SMS, "status": S.GIVEN, "at": dt.date(2025, 5, 1), "proof": PROOF}
    return ConsentRecord(**{**known, **said})


def person(*consents: ConsentRecord, **said: Any) -> Contact:
    known: dict[str, Any] = {
        "id": "c-1",
        "birth_date": dt.date(1980, 1, 1),
        "phones": (Phone("+33612345678", M, "FR"),),
        "emails": (Email("Lea.Durand@example.org", "lea.durand@example.org"),),
    }
    return Contact(consents=consents, **{**known, **said})


def bought(at: dt.date = dt.date(2025, 1, 1), **said: Any) -> Event:
    return Event(**{"kind": EventKind.PURCHASE, "at": at, "category": "shoes", **said})


def ask(
    who: Contact | list[ConsentRecord],
    *,
    purpose: Purpose = Purpose.MARKETING,
    channel: Channel = Channel.SMS,
    policy: Policy | None = FR,
    as_of: dt.date = TODAY,
    **more: Any,
) -> Standing:
    return standing(who, channel=channel, purpose=purpose, as_of=as_of, policy=policy, **more)


TOLD = line(basis=LegalBasis.SOFT_OPT_IN)
GIVEN = line()
CASES: dict[str, tuple[Contact, str, str]] = {
    "a proven consent": (person(GIVEN), "allow", "consent.given"),
    "nothing": (person(), "deny", "consent.no-record"),
    "withdrawn": (person(GIVEN, line(status=S.WITHDRAWN, at=dt.date(2025, 6, 1))), "deny", "consent.withdrawn"),
    "undated": (person(line(at=None)), "deny", "consent.undated-grant"),
    "in the future": (person(line(at=TODAY + DAY)), "deny", "consent.no-record"),
    "unproved": (person(line(proof=None)), "deny", "consent.proof-missing"),
    "an empty proof": (person(line(proof=ConsentProof(parental=True))), "deny", "consent.proof-missing"),
    "expired yesterday": (person(line(expires_on=TODAY - DAY)), "deny", "consent.expired"),
    "expires today": (person(line(expires_on=TODAY)), "allow", "consent.given"),
    "stated expired": (person(GIVEN, line(status=S.EXPIRED, at=TODAY)), "deny", "consent.expired"),
    "for the old number": (person(line(address="+33698765432")), "deny", "consent.address-mismatch"),
    "for this number": (person(line(address="+33612345678")), "allow", "consent.given"),
    "a refusal on the old number": (
        person(GIVEN, line(status=S.REFUSED, at=TODAY, address="+33698765432")),
        "deny",
        "consent.refused",
    ),
    "for a contest": (
        person(line(proof=attrs.evolve(PROOF, incentive=Incentive.CONTEST))),
        "deny",
        "consent.contest",
    ),
    "a contest entered": (
        person(events=(Event(kind=EventKind.CONTEST_ENTRY, at=TODAY),)),
        "deny",
        "consent.no-record",
    ),
    "for a discount": (person(line(proof=attrs.evolve(PROOF, incentive=Incentive.DISCOUNT))), "allow", "consent.given"),
    "before birth": (person(line(at=dt.date(1979, 12, 31))), "deny", "consent.before-birth"),
    "an unsubscription": (
        person(GIVEN, events=(Event(kind=EventKind.UNSUBSCRIBE, at=TODAY, channel=Channel.SMS),)),
        "deny",
        "consent.withdrawn",
    ),
    "a complaint on no channel": (
        person(GIVEN, events=(Event(kind=EventKind.COMPLAINT, at=None),)),
        "deny",
        "consent.withdrawn",
    ),
    "an unsubscription from e-mail": (
        person(GIVEN, events=(Event(kind=EventKind.UNSUBSCRIBE, at=TODAY, channel=Channel.EMAIL),)),
        "allow",
        "consent.given",
    ),
    "a consent after an unsubscription": (
        person(GIVEN, events=(Event(kind=EventKind.UNSUBSCRIBE, at=dt.date(2025, 4, 30)),)),
        "allow",
        "consent.given",
    ),
}


@pytest.mark.parametrize(("who", "decision", "reason"), CASES.values(), ids=CASES)
def test_a_private_person_in_france(who: Contact, decision: str, reason: str) -> None:
    found = ask(who)
    assert (found.decision, found.reason, found.policy) == (decision, reason, str(FR))
    assert found.citations
    assert bool(found) == (decision == "allow")


SOFT: dict[str, tuple[Contact, Offer, str, str]] = {
    "a customer": (person(TOLD, events=(bought(),)), US, "allow", "consent.soft-opt-in"),
    "an account only": (person(TOLD, events=(bought(kind=EventKind.ACCOUNT_LOGIN),)), US, "deny", "consent.no-sale"),
    "a sale to come": (person(TOLD, events=(bought(TODAY + DAY),)), US, "deny", "consent.no-sale"),
    "our own order": (person(TOLD, events=(bought(direction=Direction.FROM_US),)), US, "deny", "consent.no-sale"),
    "other products": (person(TOLD, events=(bought(category="cars"),)), US, "deny", "consent.not-similar"),
    "no category": (person(TOLD, events=(bought(category=None),)), US, "deny", "consent.not-similar"),
    "an offer of nothing said": (person(TOLD, events=(bought(),)), Offer(), "deny", "consent.not-similar"),
    "never told": (person(events=(bought(),)), US, "deny", ""),
    "bought from a supplier": (person(TOLD, events=(bought(),), origin=Origin.BOUGHT), US, "deny", ""),
}


@pytest.mark.parametrize(("who", "offer", "decision", "code"), SOFT.values(), ids=SOFT)
def test_a_customer_may_be_written_to_about_similar_products(
    who: Contact, offer: Offer, decision: str, code: str
) -> None:
    found = ask(who, offer=offer)
    assert found.decision == decision
    if found:
        assert (found.reason, found.basis, found.records) == (code, LegalBasis.SOFT_OPT_IN, (TOLD,))
    else:
        assert found.reason in {"consent.no-record", "consent.scope-missing"}
        assert set(found.flags) & set(SOFT_CODES) == ({code} if code else set())


SOFT_CODES = ("consent.no-sale", "consent.not-similar", "consent.sale-too-old")


def test_a_customer_who_objects_is_written_to_no_more() -> None:
    objected = line(status=S.WITHDRAWN, at=TODAY)
    assert ask(person(TOLD, objected, events=(bought(),)), offer=US).reason == "consent.withdrawn"


WORK = Offer(for_profession=True)


@pytest.mark.parametrize(
    ("who", "offer", "decision", "reason", "flag"),
    [
        (person(kind=ContactKind.PROFESSIONAL), WORK, "allow", "consent.legitimate-interest", None),
        (person(kind=ContactKind.PROFESSIONAL), US, "deny", "consent.no-record", "consent.offer-unrelated"),
        (person(kind=ContactKind.PERSON), WORK, "deny", "consent.no-record", None),
        (person(), WORK, "deny", "consent.no-record", None),
        (person(line(status=S.REFUSED), kind=ContactKind.PROFESSIONAL), WORK, "deny", "consent.refused", None),
    ],
)
def test_a_professional_may_be_written_to_about_their_work(
    who: Contact, offer: Offer, decision: str, reason: str, flag: str | None
) -> None:
    found = ask(who, offer=offer)
    assert (found.decision, found.reason) == (decision, reason)
    assert flag is None or flag in found.flags


@pytest.mark.parametrize(
    ("birth", "reason"),
    [
        (TODAY.replace(year=2008), "consent.given"),
        (TODAY.replace(year=2008) + DAY, "consent.minor"),
        (dt.date(2011, 3, 3), "consent.minor"),
        (TODAY + DAY, "consent.minor"),
    ],
)
def test_nobody_under_18_receives_marketing(birth: dt.date, reason: str) -> None:
    assert ask(person(line(at=TODAY), birth_date=birth)).reason == reason


def test_an_unknown_age_is_said_and_forbids_nothing() -> None:
    found = ask(person(GIVEN, birth_date=None))
    assert (found.decision, found.flags) == (Answer.ALLOW, ("consent.age-unknown",))


@pytest.mark.parametrize(
    ("at", "parental", "reason"),
    [
        (dt.date(2023, 1, 1), False, "consent.given"),
        (dt.date(2022, 12, 31), False, "consent.parent-missing"),
        (dt.date(2022, 12, 31), True, "consent.given"),
    ],
)
def test_under_15_a_parent_consents_too_and_growing_up_does_not_heal_it(
    at: dt.date, parental: bool, reason: str
) -> None:
    who = person(line(at=at, proof=attrs.evolve(PROOF, parental=parental)), birth_date=dt.date(2008, 1, 1))
    assert ask(who).reason == reason


# What a message is for: R30 and R31


@pytest.mark.parametrize("purpose", [Purpose.SERVICE, Purpose.TRANSACTIONAL, Purpose.SAFETY])
def test_a_message_that_is_owed_needs_no_consent(purpose: Purpose) -> None:
    refused = person(line(status=S.WITHDRAWN), line(status=S.WITHDRAWN, purpose=purpose))
    assert ask(refused, purpose=purpose).reason == "consent.necessary"


def test_the_strict_policy_asks_for_consent_to_service_too_and_not_to_a_recall() -> None:
    assert ask(person(), purpose=Purpose.SERVICE, policy=STRICT).reason == "consent.no-record"
    assert ask(person(line(purpose=Purpose.SERVICE)), purpose=Purpose.SERVICE, policy=STRICT).reason == "consent.given"
    assert ask(person(), purpose=Purpose.SAFETY, policy=STRICT).reason == "consent.necessary"
    assert ask(person(TOLD, events=(bought(),)), offer=US, policy=STRICT).decision is Answer.DENY


def test_a_consent_to_marketing_is_none_to_tracking() -> None:
    assert ask(person(GIVEN), purpose=Purpose.TRACKING).reason == "consent.no-record"


def test_what_no_rule_speaks_of_is_not_permitted() -> None:
    assert ask(person(GIVEN), purpose=Purpose.STATISTICS).reason == "consent.no-rule"
    assert ask(person(GIVEN), policy=under(ConsentRules())).reason == "consent.no-rule"


def test_calls_became_opt_in_on_a_day() -> None:
    found = [ask(person(), channel=Channel.PHONE, as_of=dt.date(2026, 8, day)) for day in (10, 11)]
    assert [(one.decision, one.rule) for one in found] == [
        ("allow", "fr.consent.voice-opt-out"),
        ("deny", "fr.consent.voice-opt-in"),
    ]


# Addresses and scopes


@pytest.mark.parametrize(
    ("channel", "bound", "address", "allowed"),
    [
        (Channel.SMS, "+33612345678", "+33612345678", True),
        (Channel.SMS, "+33612345678", "+33698765432", False),
        (Channel.EMAIL, "LEA.DURAND@EXAMPLE.ORG", None, True),
        (Channel.EMAIL, "lea.durand@gmail.com", "leadurand+news@GMAIL.com", True),
        (Channel.EMAIL, "ana@example.org", None, False),
        (Channel.PHONE, "+33612345678", None, True),
        (Channel.POST, "12 rue des Lilas", None, True),
    ],
)
def test_a_consent_counts_for_the_address_it_was_given_for(
    channel: Channel, bound: str, address: str | None, allowed: bool
) -> None:
    who = person(line(channel=channel, address=bound))
    found = ask(who, channel=channel, address=address, policy=STRICT)
    assert bool(found) == allowed
    assert ("consent.address-mismatch" in found.reasons) != allowed


def test_an_older_consent_for_this_address_counts_beside_a_newer_one_for_another() -> None:
    found = ask(person(line(address="+33612345678"), line(at=TODAY, address="+33698765432")))
    assert (found.decision, found.flags) == (Answer.ALLOW, ("consent.address-mismatch",))


def test_without_a_contact_and_an_address_no_address_is_compared() -> None:
    assert ask([line(address="+33698765432")]).decision is Answer.ALLOW


@pytest.mark.parametrize(
    ("scope", "offer", "allowed"),
    [
        (None, US, True),
        ("maison exemple", US, True),
        ("Studio Exemple", US, False),
        ("Studio Exemple", Offer(), True),
        (ConsentScope(controller="Studio Exemple", partners=("MAISON EXEMPLE",)), US, True),
        (ConsentScope(brands=("Exemple Kids",)), attrs.evolve(US, brand="Exemple Kids"), True),
        (ConsentScope(brands=("Exemple Kids",)), attrs.evolve(US, brand="Exemple Home"), False),
        (ConsentScope(brands=("Exemple Kids",)), US, True),
    ],
)
def test_a_consent_counts_for_who_was_named(scope: ConsentScope | str | None, offer: Offer, allowed: bool) -> None:
    found = ask(person(line(scope=scope)), offer=offer)
    assert bool(found) == allowed
    assert ("consent.out-of-scope" in found.reasons) != allowed


def test_a_refusal_to_one_brand_is_one_to_all() -> None:
    refused = line(status=S.WITHDRAWN, at=TODAY, scope=ConsentScope(brands=("Exemple Kids",)))
    assert ask(person(GIVEN, refused), offer=attrs.evolve(US, brand="Exemple Home")).reason == "consent.withdrawn"


RENTED = {"origin": Origin.RENTED, "supplier": "Fichier Exemple", "rental_end": TODAY}
NAMED = line(scope=ConsentScope(controller="Fichier Exemple", partners=("Maison Exemple",)))


@pytest.mark.parametrize(
    ("who", "offer", "reason"),
    [
        (person(NAMED, **RENTED), US, "consent.given"),
        (person(NAMED, **{**RENTED, "rental_end": TODAY - DAY}), US, "consent.rental-ended"),
        (person(NAMED, **{**RENTED, "rental_end": None}), US, "consent.rental-end-unknown"),
        (person(GIVEN, **RENTED), US, "consent.scope-missing"),
        (person(line(scope="Fichier Exemple"), **RENTED), US, "consent.out-of-scope"),
        (person(NAMED, **RENTED), Offer(), "consent.out-of-scope"),
        (person(NAMED, **{**RENTED, "origin": Origin.BOUGHT, "rental_end": None}), US, "consent.given"),
        (person(GIVEN, **{**RENTED, "origin": Origin.BOUGHT}), US, "consent.scope-missing"),
    ],
)
def test_a_supplied_contact_is_used_within_its_scope_and_its_rental(who: Contact, offer: Offer, reason: str) -> None:
    for policy in (FR, None):
        assert ask(who, offer=offer, policy=policy).reason == reason


def test_not_even_a_service_message_goes_to_a_contact_whose_rental_ended() -> None:
    who = person(**{**RENTED, "rental_end": TODAY - DAY})
    assert ask(who, purpose=Purpose.SERVICE).reason == "consent.rental-ended"


# Elsewhere


@pytest.mark.parametrize(
    ("policy", "who", "reason"),
    [
        (DE, person(GIVEN), "consent.unconfirmed"),
        (DE, person(line(proof=attrs.evolve(PROOF, confirmed_on=TODAY))), "consent.given"),
        (DE, person(line(proof=attrs.evolve(PROOF, confirmed_on=TODAY + DAY))), "consent.unconfirmed"),
        (CA, person(events=(bought(dt.date(2024, 3, 2), category=None),)), "consent.soft-opt-in"),
        (CA, person(events=(bought(dt.date(2024, 3, 1)),)), "consent.no-record"),
        (CA, person(events=(bought(dt.date(2025, 9, 2), kind=EventKind.QUOTE_REQUEST),)), "consent.soft-opt-in"),
        (CA, person(events=(bought(dt.date(2025, 9, 1), kind=EventKind.QUOTE_REQUEST),)), "consent.no-record"),
        (CA, person(line(status=S.REFUSED), events=(bought(TODAY),)), "consent.refused"),
        (UK, person(TOLD, events=(bought(kind=EventKind.QUOTE_REQUEST),)), "consent.soft-opt-in"),
        (EU, person(TOLD, events=(bought(kind=EventKind.QUOTE_REQUEST),)), "consent.no-record"),
        (USA, person(line(proof="scan-17")), "consent.text-unknown"),
        (USA, person(GIVEN), "consent.given"),
    ],
)
def test_other_countries_ask_for_other_things(policy: Policy, who: Contact, reason: str) -> None:
    assert ask(who, policy=policy, offer=US).reason == reason


ALL = {"fr": FR_CONSENT, "strict": FR_CONSENT_STRICT, "de": DE_CONSENT, "ca": CA_CONSENT, "uk": UK_CONSENT}
ALL |= {"eu": EU_CONSENT, "us": US_CONSENT}


@pytest.mark.parametrize("rules", ALL.values(), ids=ALL)
def test_every_rule_says_who_says_so_in_two_languages_and_the_rules_say_what_is_open(rules: ConsentRules) -> None:
    for rule in rules:
        assert rule.citations
        assert all((rule.title.en, rule.title.fr, rule.text.en, rule.text.fr))
    assert rules.unknown
    assert all(text.en and text.fr for text in rules.unknown)


# What was noticed, what is said


def test_what_does_not_forbid_is_noticed() -> None:
    sent = Event(kind=EventKind.MESSAGE, at=dt.date(2025, 4, 30), direction=Direction.FROM_US, channel=Channel.SMS)
    who = person(line(proof=ConsentProof(evidence="scan-17", incentive=Incentive.GIFT)), line(at=None), events=(sent,))
    assert ask(who).flags == (
        *("consent.undated-grant", "consent.incentive", "consent.text-unknown", "consent.after-first-use"),
    )


def test_a_policy_may_let_a_consent_grow_old() -> None:
    (electronic, *_) = FR_CONSENT
    rules = ConsentRules(rules=(attrs.evolve(electronic, grounds=(Consented(months=10),)),))
    found = [ask(person(GIVEN), policy=under(rules), as_of=dt.date(2026, 3, day)).reason for day in (1, 2)]
    assert found == ["consent.given", "consent.too-old"]


def test_a_policy_may_ask_for_no_proof_or_for_nothing_but_no_objection() -> None:
    (electronic, *_) = FR_CONSENT
    for grounds in ((Consented(proof=ProofNeeded.NONE),), (LegitimateInterest(),), (Necessity(),)):
        rules = ConsentRules(rules=(attrs.evolve(electronic, grounds=grounds),))
        assert ask(person(line(proof=None)), policy=under(rules))


def test_an_answer_says_why_in_both_languages_and_names_nobody() -> None:
    found = ask(person(line(address="+33698765432", source="Léa")))
    assert found.say().startswith("deny (consent.address-mismatch): A consent was given for another number")
    assert found.say("fr").startswith("refusé (consent.address-mismatch): Un accord a été donné pour un autre numéro")
    assert "CNIL" in str(found)
    assert found.to_json()["policy"] == str(FR)
    for text in (str(found), repr(found), repr(ask(person(GIVEN))), str(found.to_json())):
        assert not any(word in text for word in ("3361", "3369", "Léa", "lea.durand"))


def test_every_code_that_can_decide_is_catalogued() -> None:
    for who, *_ in CASES.values():
        assert set(ask(who).reasons) <= set(CATALOG)


def test_a_moment_is_no_day() -> None:
    with pytest.raises(TypeError, match="as_of and known_on are days"):
        ask(person(), as_of=dt.datetime(2026, 3, 2, 10, tzinfo=dt.UTC))


def test_a_segment_asks_the_same_policy() -> None:
    segment, context = Segment("all", "can receive sms"), Context(can_receive=permissions(FR))
    base = [person(GIVEN), attrs.evolve(person(), id="c-2")]
    assert segment.select(base, as_of=TODAY, context=context).ids == ("c-1",)
    said = str(segment.explain(base[1], as_of=TODAY, context=context))
    assert "consent.no-record" in said


# What was known on a day


def test_a_refusal_that_arrived_late_was_not_known_when_the_message_was_sent() -> None:
    given = line(recorded_on=dt.date(2025, 5, 1))
    late = line(status=S.WITHDRAWN, at=dt.date(2025, 6, 1), recorded_on=dt.date(2025, 7, 1))
    who, sent = person(given, late), dt.date(2025, 6, 15)
    assert ask(who, as_of=sent, known_on=sent)
    assert ask(who, as_of=sent).reason == "consent.withdrawn"
    assert ask(who, as_of=sent, known_on=dt.date(2025, 7, 1)).reason == "consent.withdrawn"


def test_a_consent_without_a_day_of_recording_cannot_be_shown_to_have_been_known() -> None:
    found = ask(person(GIVEN), known_on=TODAY)
    assert (found.reason, found.flags[0]) == ("consent.no-record", "consent.recorded-day-unknown")


def test_an_undated_note_of_soft_opt_in_is_no_undated_consent() -> None:
    found = ask([line(basis=LegalBasis.SOFT_OPT_IN, at=None)], policy=None)
    assert (found.decision, found.reason) == (Answer.UNKNOWN, "consent.no-record")


@pytest.mark.parametrize("policy", POLICIES.values(), ids=str)
def test_every_policy_shipped_says_what_may_permit_a_text_message(policy: Policy) -> None:
    assert policy.consent.rule_for(Purpose.MARKETING, Channel.SMS, TODAY) is not None
    assert ask(person(line(status=S.REFUSED)), policy=policy).reason == "consent.refused"
