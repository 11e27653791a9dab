"""Laws of audiences, over generated bases: the identity, order, prohibitions only ever take away, a STOP wins."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st

from contactbase.campaign.audience.address import key_of
from contactbase.campaign.audience.allocation import allocate
from contactbase.campaign.audience.audience import WHOLE_BASE, Audience, audience
from contactbase.campaign.audience.stage import Stage
from contactbase.campaign.frequency import at_most
from contactbase.model.consent import ConsentRecord
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import Channel, ConsentStatus, Direction, EventKind, Purpose
from contactbase.model.event import Event
from contactbase.model.suppression import SuppressionReason
from contactbase.policy.catalog import FR, POLICIES
from contactbase.policy.sending import CapRule
from contactbase.privacy.keys import KeyRing
from contactbase.privacy.suppression import SuppressionList
from laws.strategies import bases

MOMENTS = st.datetimes(dt.datetime(2025, 12, 20), dt.datetime(2026, 12, 31), timezones=st.just(dt.UTC))
CHANNELS = st.sampled_from(Channel)
PURPOSES = st.sampled_from([Purpose.MARKETING, Purpose.SERVICE, Purpose.TRANSACTIONAL, Purpose.SAFETY])
KEYS = KeyRing.of("contactbase-test-key-v1-32bytes!")
RECENT = dt.date(2025, 12, 1)


@st.composite
def reachable(draw: st.DrawFn) -> ContactBase:
    """Draw a base in which many may be reached: a proved consent to SMS and e-mail is added to most contacts."""
    base = draw(bases())
    contacts = []
    for contact in base.values():
        kept = tuple(attrs.evolve(line, address=None) for line in contact.consents if draw(st.booleans()))
        if draw(st.integers(0, 3)):
            kept += tuple(
                ConsentRecord(channel=channel, status=ConsentStatus.GIVEN, at=RECENT, proof="form-7")
                for channel in (Channel.SMS, Channel.EMAIL)
            )
        act = Event(kind=EventKind.CLICK, at=RECENT, direction=Direction.FROM_PERSON)
        contacts.append(
            attrs.evolve(
                contact,
                consents=kept,
                events=(*contact.events[:1], act),
                origin=None,
                birth_date=dt.date(1980, 1, 1) if draw(st.booleans()) else contact.birth_date,
                household=draw(st.none() | st.sampled_from(["h-1", "h-2"])),
                preferred_channel=draw(st.none() | CHANNELS),
            )
        )
    return ContactBase.of(contacts)


def judged(base: ContactBase, at: dt.datetime, channel: Channel = Channel.SMS, **asked: Any) -> Audience:
    usual: dict[str, Any] = {"purpose": Purpose.MARKETING, "policy": FR, "suppression": None}
    return audience(base, segment=WHOLE_BASE, channel=channel, at=at, **(usual | asked))


def reached(found: Audience) -> set[str | None]:
    """Give the addresses that are or will be written to."""
    contacts = (*found.eligible.values(), *found.deferred.values())
    return {key_of(contact, found.campaign.channel) for contact in contacts}


@given(reachable() | bases(), MOMENTS, CHANNELS, PURPOSES, st.sampled_from(list(POLICIES.values())))
def test_input_is_eligible_deferred_and_primary_exclusions(
    base: ContactBase, at: dt.datetime, channel: Channel, purpose: Purpose, policy: Any
) -> None:
    found = judged(base, at, channel, purpose=purpose, policy=policy)
    funnel = found.funnel
    assert funnel.holds
    assert (funnel.input, funnel.eligible, funnel.deferred) == (len(base), len(found.eligible), len(found.deferred))
    assert funnel.excluded == len(found.excluded) == sum(funnel.by_stage.values())
    assert sorted([*found.eligible, *found.deferred, *found.excluded]) == sorted(base)
    for contact_id, reasons in found.reasons.items():
        orders = [reason.stage.order for reason in reasons]
        assert orders == sorted(orders)
        assert len(set(reasons)) == len(reasons)
        assert found.primary(contact_id) == reasons[0]
        assert (contact_id in found.deferred) == all(reason.stage.defers for reason in reasons)


@given(reachable(), MOMENTS, st.randoms(use_true_random=False), st.sampled_from([(), (at_most(1),)]))
def test_the_order_of_the_base_changes_nothing(
    base: ContactBase, at: dt.datetime, chance: Any, caps: tuple[CapRule, ...]
) -> None:
    contacts = list(base.values())
    chance.shuffle(contacts)
    one = judged(base, at, household_caps=caps)
    other = judged(ContactBase.of(contacts), at, household_caps=caps)
    assert one.funnel.holds
    assert one.funnel == other.funnel
    assert dict(one.reasons) == dict(other.reasons)


@given(reachable(), MOMENTS, st.data())
def test_a_stop_on_the_list_never_adds_an_address(base: ContactBase, at: dt.datetime, data: st.DataObject) -> None:
    stops = SuppressionList(KEYS)
    before = judged(base, at, suppression=stops)
    reasons = st.sampled_from(SuppressionReason)
    for contact in base.values():
        chosen = data.draw(st.booleans())
        if chosen and contact.phones:
            stops.add(contact.phones[0].e164, "sms", reason=data.draw(reasons), on=dt.date(2025, 12, 2))
    after = judged(base, at, suppression=stops)
    assert reached(after) <= reached(before)


@given(reachable(), MOMENTS, st.sampled_from([None, dt.date(2026, 1, 1), dt.date(2026, 6, 1)]), st.data())
def test_a_withdrawal_never_adds_an_address(
    base: ContactBase, at: dt.datetime, on: dt.date | None, data: st.DataObject
) -> None:
    line = ConsentRecord(channel=Channel.SMS, status=ConsentStatus.WITHDRAWN, at=on)
    stopped = [
        attrs.evolve(contact, consents=(*contact.consents, line)) if data.draw(st.booleans()) else contact
        for contact in base.values()
    ]
    assert reached(judged(ContactBase.of(stopped), at)) <= reached(judged(base, at))


@given(reachable(), MOMENTS, st.data())
def test_a_message_more_in_the_history_never_adds_an_address(
    base: ContactBase, at: dt.datetime, data: st.DataObject
) -> None:
    day = at.date() - dt.timedelta(days=data.draw(st.integers(0, 40)))
    sent = Event(kind=EventKind.MESSAGE, at=day, direction=Direction.FROM_US, channel=Channel.SMS)
    got = [
        attrs.evolve(contact, events=(*contact.events, sent)) if data.draw(st.booleans()) else contact
        for contact in base.values()
    ]
    assert reached(judged(ContactBase.of(got), at)) <= reached(judged(base, at))


@given(reachable(), MOMENTS, st.integers(0, 7), st.sampled_from(["withdrawn", "unsubscribe", "complaint"]), st.data())
def test_a_stop_anywhere_beats_everything_but_a_later_proved_grant(
    base: ContactBase, at: dt.datetime, which: int, kind: str, data: st.DataObject
) -> None:
    contacts = [contact for contact in base.values() if key_of(contact, Channel.SMS)]
    if not contacts:
        return
    chosen = contacts[which % len(contacts)]
    on = data.draw(st.none() | st.dates(dt.date(2025, 12, 1), at.date()))
    if kind == "withdrawn":
        line = ConsentRecord(channel=Channel.SMS, status=ConsentStatus.WITHDRAWN, at=on)
        stopped = attrs.evolve(chosen, consents=(line, *chosen.consents))
    else:
        stopped = attrs.evolve(chosen, events=(Event(kind=EventKind(kind), at=on, channel=Channel.SMS), *chosen.events))
    found = judged(ContactBase.of(stopped if each is chosen else each for each in base.values()), at)
    key = key_of(chosen, Channel.SMS)
    for contact in (*found.eligible.values(), *found.deferred.values()):
        if key_of(contact, Channel.SMS) == key:
            assert on is not None
            assert any(_granted_later(line, on, at.date()) for line in contact.consents), "a stop was passed over"


def _granted_later(line: ConsentRecord, on: dt.date, until: dt.date) -> bool:
    given_ = line.status in {ConsentStatus.GIVEN, ConsentStatus.RENEWED}
    return given_ and line.proof is not None and line.at is not None and on < line.at <= until + dt.timedelta(days=1)


@given(reachable(), MOMENTS)
def test_a_household_never_gets_more_than_its_cap(base: ContactBase, at: dt.datetime) -> None:
    found = judged(base, at, household_caps=[at_most(1)])
    homes = [each.household for each in (*found.eligible.values(), *found.deferred.values()) if each.household]
    assert len(set(homes)) == len(homes)


@given(reachable(), MOMENTS)
def test_no_address_is_written_to_twice(base: ContactBase, at: dt.datetime) -> None:
    for channel in Channel:
        found = judged(base, at, channel, purpose=Purpose.SAFETY)
        contacts: list[Contact] = [*found.eligible.values(), *found.deferred.values()]
        keys = [key_of(contact, channel) for contact in contacts]
        assert None not in keys
        assert len(set(keys)) == len(keys)


@given(reachable(), MOMENTS)
def test_an_allocation_reaches_each_contact_once_and_every_funnel_holds(base: ContactBase, at: dt.datetime) -> None:
    allocated = allocate(
        base,
        channels=(Channel.SMS, Channel.EMAIL, Channel.POST),
        segment=WHOLE_BASE,
        purpose=Purpose.SERVICE,
        policy=FR,
        suppression=None,
        at=at,
    )
    taken = [key for each in allocated.audiences.values() for key in (*each.eligible, *each.deferred)]
    assert len(taken) == len(set(taken)) == sum(allocated.counts.values())
    assert all(each.funnel.holds for each in allocated.audiences.values())
    assert not set(taken) & set(allocated.unreached)
    for channel, each in allocated.audiences.items():
        for contact in each.eligible.values():
            preferred = contact.preferred_channel
            if preferred is not None and preferred is not channel and preferred in allocated.audiences:
                other = allocated[preferred].primary(contact.id)
                assert other is not None
                assert other.stage is not Stage.OTHER_CHANNEL
