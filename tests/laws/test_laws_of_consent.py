"""Laws 5, 6, 8, 10 and 11 for consent, over generated ledgers, for every rule shipped."""

from __future__ import annotations

import datetime as dt
from itertools import permutations
from random import Random

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.matching.ledger import merged_ledger
from contactbase.matching.survivor import survivor
from contactbase.model.codes.catalog import CATALOG
from contactbase.model.consent import PERMITTING, ConsentRecord
from contactbase.model.contact import Contact
from contactbase.model.enums import Channel, ConsentStatus, EventKind, Incentive, LegalBasis, Purpose
from contactbase.model.event import Event
from contactbase.model.proof import ConsentProof
from contactbase.model.scope import ConsentScope
from contactbase.policy.catalog import FR
from contactbase.policy.consent_rules import Consented, ConsentRule, ConsentRules
from contactbase.policy.countries.ca_consent import CA_CONSENT
from contactbase.policy.countries.de_consent import DE_CONSENT
from contactbase.policy.countries.eu_consent import EU_CONSENT
from contactbase.policy.countries.fr_consent import FR_CONSENT, FR_CONSENT_STRICT
from contactbase.policy.countries.uk_consent import UK_CONSENT
from contactbase.policy.countries.us_consent import US_CONSENT
from contactbase.policy.offer import Offer
from contactbase.policy.policy import Policy
from contactbase.policy.standing import Answer, Standing, standing
from laws.strategies import CONTACTS

SHIPPED = {"fr": FR_CONSENT, "strict": FR_CONSENT_STRICT, "de": DE_CONSENT, "ca": CA_CONSENT, "uk": UK_CONSENT}
SHIPPED |= {"eu": EU_CONSENT, "us": US_CONSENT}
DAY = dt.timedelta(days=1)


def under(rules: ConsentRules) -> Policy:
    return attrs.evolve(FR, consent=rules)


POLICIES = st.sampled_from([None, *map(under, SHIPPED.values())])
ALL_RULES = [(under(rules), rule) for rules in SHIPPED.values() for rule in rules]
RULES = [pytest.param(policy, rule, id=rule.id) for policy, rule in ALL_RULES]
AGED = [pytest.param(policy, rule, id=rule.id) for policy, rule in ALL_RULES if rule.minimum_age is not None]
OFFERS = st.sampled_from(
    [Offer(), Offer(controller="Maison Exemple", categories=frozenset({"shoes"})), Offer(for_profession=True)]
)

DAYS = st.dates(dt.date(2026, 1, 1), dt.date(2026, 1, 12))
SHOWN = ConsentProof.shown("I agree.", form="salon", version="3")
PROOFS = st.sampled_from(
    [
        *(None, "scan-17", SHOWN, attrs.evolve(SHOWN, confirmed_on=dt.date(2026, 1, 4))),
        *(attrs.evolve(SHOWN, incentive=incentive) for incentive in Incentive),
        *(ConsentProof(parental=True), attrs.evolve(SHOWN, parental=True)),
    ]
)
SCOPES = st.sampled_from([None, None, "Maison Exemple", "Studio Exemple", ConsentScope(partners=("Maison Exemple",))])
PEOPLE = st.none() | st.sampled_from(["+33612345678", "+33698765432"])


def lines(**fixed: st.SearchStrategy[object]) -> st.SearchStrategy[ConsentRecord]:
    drawn: dict[str, st.SearchStrategy[object]] = {
        "channel": st.just(Channel.SMS),
        "purpose": st.just(Purpose.MARKETING),
        "status": st.sampled_from([*ConsentStatus, ConsentStatus.GIVEN, ConsentStatus.RENEWED]),
        "basis": st.sampled_from([LegalBasis.CONSENT, LegalBasis.CONSENT, LegalBasis.SOFT_OPT_IN]),
        "at": st.none() | DAYS,
        "recorded_on": st.none() | DAYS,
        "proof": PROOFS,
        "scope": SCOPES,
        "expires_on": st.none() | DAYS,
        "address": PEOPLE,
    }
    return st.builds(ConsentRecord, **{**drawn, **fixed})


LEDGERS = st.lists(lines(), max_size=5)
BOUGHT = Event(kind=EventKind.PURCHASE, at=dt.date(2026, 1, 1), category="Shoes")


def ask(
    records: Contact | list[ConsentRecord] | tuple[ConsentRecord, ...],
    policy: Policy | None,
    as_of: dt.date,
    known_on: dt.date | None = None,
    offer: Offer | None = None,
) -> Standing:
    return standing(
        records,
        channel=Channel.SMS,
        purpose=Purpose.MARKETING,
        as_of=as_of,
        policy=policy,
        known_on=known_on,
        offer=offer or Offer(controller="Maison Exemple", categories=frozenset({"shoes"})),
    )


def someone(*consents: ConsentRecord, birth: dt.date | None = None) -> Contact:
    return Contact(id="c-1", consents=consents, birth_date=birth, events=(BOUGHT,))


REFUSALS = lines(status=st.sampled_from(sorted(set(ConsentStatus) - PERMITTING)))


@given(LEDGERS, REFUSALS, POLICIES, DAYS, OFFERS)
def test_a_line_that_does_not_permit_never_opens_what_was_closed(
    ledger: list[ConsentRecord], more: ConsentRecord, policy: Policy | None, as_of: dt.date, offer: Offer
) -> None:
    before = ask(someone(*ledger), policy, as_of, offer=offer)
    after = ask(someone(*ledger, more), policy, as_of, offer=offer)
    assert not (after and not before)


@given(LEDGERS, POLICIES, DAYS, st.randoms(use_true_random=False))
def test_the_order_of_the_lines_changes_no_answer(
    ledger: list[ConsentRecord], policy: Policy | None, as_of: dt.date, chance: Random
) -> None:
    turned = list(ledger)
    chance.shuffle(turned)
    one, other = ask(someone(*ledger), policy, as_of), ask(someone(*turned), policy, as_of)
    assert (one.decision, one.flags) == (other.decision, other.flags)


@given(
    CONTACTS, POLICIES, st.sampled_from(Channel), st.sampled_from(Purpose), st.dates(), st.none() | st.dates(), OFFERS
)
def test_no_contact_and_no_day_make_an_answer_fail_or_name_a_person(
    contact: Contact,
    policy: Policy | None,
    channel: Channel,
    purpose: Purpose,
    as_of: dt.date,
    known_on: dt.date | None,
    offer: Offer,
) -> None:
    found = standing(
        contact, channel=channel, purpose=purpose, as_of=as_of, policy=policy, known_on=known_on, offer=offer
    )
    assert set(found.reasons) <= set(CATALOG)
    assert found.reason not in found.flags
    assert policy is None or found.decision is not Answer.UNKNOWN
    for said in (repr(found), found.say(), found.say("fr"), repr(contact)):
        assert not any(phone.e164 in said for phone in contact.phones)
        assert not any(email.address in said for email in contact.emails)


# What was known


@given(st.lists(lines(recorded_on=DAYS), max_size=5), POLICIES, DAYS, DAYS)
def test_looking_back_is_looking_at_what_was_recorded_by_then(
    ledger: list[ConsentRecord], policy: Policy | None, as_of: dt.date, known_on: dt.date
) -> None:
    held = [line for line in ledger if line.recorded_on is not None and line.recorded_on <= known_on]
    assert ask(ledger, policy, as_of, known_on) == ask(held, policy, as_of)


@given(st.lists(lines(recorded_on=DAYS), max_size=5), POLICIES, DAYS)
def test_what_is_learnt_later_changes_no_answer_of_before(
    ledger: list[ConsentRecord], policy: Policy | None, day: dt.date
) -> None:
    later = [attrs.evolve(line, recorded_on=day + DAY) for line in ledger]
    assert ask([*ledger, *later], policy, day, day) == ask(ledger, policy, day, day)


@given(LEDGERS, POLICIES, DAYS)
def test_what_nobody_can_show_to_have_known_permits_nothing_in_a_look_back(
    ledger: list[ConsentRecord], policy: Policy | None, day: dt.date
) -> None:
    unknown = [attrs.evolve(line, recorded_on=None) for line in ledger]
    assert not [line for line in ask(unknown, policy, day, day).records if line.status in PERMITTING]


# The day before, the day, the day after


@given(st.lists(lines(status=st.sampled_from(sorted(PERMITTING))), min_size=1, max_size=4), POLICIES)
def test_a_consent_holds_through_its_last_day_and_not_after(ledger: list[ConsentRecord], policy: Policy | None) -> None:
    end = dt.date(2026, 2, 1)
    ending = [attrs.evolve(line, expires_on=end, basis=LegalBasis.CONSENT) for line in ledger]
    answers = [ask(ending, policy, day).decision for day in (end - DAY, end, end + DAY)]
    assert answers[0] is answers[1]
    assert answers[2] is not Answer.ALLOW


@pytest.mark.parametrize(("policy", "rule"), RULES)
def test_a_rule_speaks_from_its_first_day_to_its_last(policy: Policy, rule: ConsentRule) -> None:
    purpose, channel = min(rule.purposes), min(rule.channels)
    start, end = rule.in_force.start, rule.in_force.end
    for day, inside in ((start, True), (start and start - DAY, False), (end, True), (end and end + DAY, False)):
        if day is not None:
            found = standing((), channel=channel, purpose=purpose, as_of=day, policy=policy)
            assert (found.rule == rule.id) == inside


@pytest.mark.parametrize(("policy", "rule"), RULES)
def test_a_withdrawal_holds_from_its_day_for_every_rule_that_can_be_refused(policy: Policy, rule: ConsentRule) -> None:
    day = (rule.in_force.start or dt.date(2026, 1, 1)) + 10 * DAY
    purpose, channel = min(rule.purposes), min(rule.channels)
    proof = attrs.evolve(SHOWN, confirmed_on=day - DAY)
    given = ConsentRecord(channel=channel, purpose=purpose, status=ConsentStatus.GIVEN, at=day - DAY, proof=proof)
    ended = attrs.evolve(given, status=ConsentStatus.WITHDRAWN, at=day)
    renewed = attrs.evolve(given, status=ConsentStatus.RENEWED, at=day + DAY)

    def allowed(on: dt.date, *records: ConsentRecord) -> bool:
        return bool(standing(records, channel=channel, purpose=purpose, as_of=on, policy=policy))

    refusable = any(isinstance(ground, Consented) for ground in rule.grounds)
    assert allowed(day - DAY, given)
    assert allowed(day, given, ended) != refusable
    assert allowed(day + DAY, given, ended, renewed)
    assert allowed(day, given, ended, renewed) != refusable


@pytest.mark.parametrize(("policy", "rule"), AGED)
def test_an_age_counts_from_the_birthday(policy: Policy, rule: ConsentRule) -> None:
    birthday = dt.date(2026, 9, 1)
    purpose, channel = min(rule.purposes), min(rule.channels)
    born = birthday.replace(year=birthday.year - (rule.minimum_age or 0))
    for day, young in ((birthday - DAY, True), (birthday, False), (birthday + DAY, False)):
        found = standing(someone(birth=born), channel=channel, purpose=purpose, as_of=day, policy=policy)
        assert (found.reason == "consent.minor") == young


# Merging

CONSENT_ONLY = [
    under(ConsentRules(rules=(attrs.evolve(rule, grounds=(ground,)),)))
    for rules in SHIPPED.values()
    for rule in rules
    if rule.about(Purpose.MARKETING, Channel.SMS)
    for ground in rule.grounds[:1]
]
SILENT = {"consent.no-record", "consent.address-mismatch", "consent.out-of-scope", "consent.scope-missing"}
"""Reasons for which a ledger says nothing about this message: absence is no refusal."""
TELLING = {f"consent.{status.value}" for status in ConsentStatus}


@given(st.lists(LEDGERS, min_size=2, max_size=3), st.sampled_from([None, *CONSENT_ONLY]), DAYS, st.none() | DAYS)
def test_merging_is_never_more_permissive_than_the_most_restrictive_record(
    ledgers: list[list[ConsentRecord]], policy: Policy | None, as_of: dt.date, birth: dt.date | None
) -> None:
    born = birth and birth.replace(year=2008)
    alone = [ask(someone(*ledger, birth=born), policy, as_of) for ledger in ledgers]
    merged = ask(someone(*merged_ledger(list(map(tuple, ledgers))), birth=born), policy, as_of)
    if merged:
        assert any(alone)
        assert {found.reason for found in alone if not found} <= SILENT


@given(st.lists(LEDGERS, min_size=2, max_size=3), POLICIES, DAYS, OFFERS)
def test_a_refusal_of_one_record_holds_for_the_merged_one_on_every_ground(
    ledgers: list[list[ConsentRecord]], policy: Policy | None, as_of: dt.date, offer: Offer
) -> None:
    merged = ask(someone(*merged_ledger(list(map(tuple, ledgers)))), policy, as_of, offer=offer)
    for ledger in ledgers:
        alone = ask(someone(*ledger), policy, as_of, offer=offer)
        assert not (merged and not alone and alone.reason in TELLING - {"consent.expired"})


@given(LEDGERS, LEDGERS, LEDGERS, st.sampled_from([None, *CONSENT_ONLY]))
def test_merging_in_any_order_gives_the_same_answer_once_all_is_past(
    one: list[ConsentRecord], other: list[ConsentRecord], third: list[ConsentRecord], policy: Policy | None
) -> None:
    as_of = dt.date(2026, 2, 1)
    answers = set()
    for a, b, c in permutations(map(tuple, (one, other, third))):
        answers.add(ask(someone(*merged_ledger([merged_ledger([a, b]), c])), policy, as_of).decision)
        answers.add(ask(someone(*merged_ledger([a, b, c])), policy, as_of).decision)
    assert len(answers) == 1


@given(st.lists(st.none() | st.dates(dt.date(2000, 1, 1), dt.date(2015, 1, 1)), min_size=2, max_size=3), DAYS)
def test_nobody_comes_of_age_by_merging(births: list[dt.date | None], as_of: dt.date) -> None:
    contacts = [Contact(id=f"c-{n}", birth_date=birth) for n, birth in enumerate(births, start=1)]
    alone = [ask(contact, FR, as_of).reason for contact in contacts]
    merged = ask(survivor(contacts), FR, as_of).reason
    assert (merged == "consent.minor") == ("consent.minor" in alone)
