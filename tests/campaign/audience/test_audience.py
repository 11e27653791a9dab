"""The audience: reasons in order, caps, quiet hours, households, sectors, tests first, money, words."""

from __future__ import annotations

import csv
import datetime as dt
import json
import xml.etree.ElementTree as ET
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest

import contactbase as cb
from contactbase.campaign.audience.exclusions.catalog import FAMILIES
from contactbase.campaign.audience.stage import Stage
from contactbase.campaign.sending import CapRule, CapWindow, Span, Weekday
from contactbase.model.codes.catalog import CATALOG
from contactbase.model.text import Text
from contactbase.policy.sending import ExclusionRule

MONDAY = dt.datetime(2026, 3, 2, 10, tzinfo=dt.UTC)
SUNDAY = dt.datetime(2026, 3, 1, 10, tzinfo=dt.UTC)
DAY = MONDAY.date()


def phone(last: int, region: str = "FR", e164: str = "+3361234567") -> cb.Phone:
    return cb.Phone(f"{e164}{last}", cb.PhoneKind.MOBILE, region)


def person(last: int, **more: Any) -> cb.Contact:
    given = cb.ConsentRecord(
        channel=cb.Channel.SMS, status=cb.ConsentStatus.GIVEN, at=dt.date(2026, 1, 5), proof="form-7"
    )
    usual: dict[str, Any] = {"phones": (phone(last),), "consents": (given,)}
    return cb.Contact(id=f"c-{last}", **(usual | more))


def message(days_ago: int, channel: cb.Channel = cb.Channel.SMS) -> cb.Event:
    return cb.Event(
        kind=cb.EventKind.MESSAGE,
        at=DAY - dt.timedelta(days=days_ago),
        direction=cb.Direction.FROM_US,
        channel=channel,
    )


def judged(*contacts: cb.Contact, **asked: Any) -> cb.Audience:
    usual: dict[str, Any] = {
        "segment": cb.WHOLE_BASE,
        "channel": cb.Channel.SMS,
        "purpose": cb.Purpose.MARKETING,
        "policy": cb.policies.FR,
        "suppression": None,
        "at": MONDAY,
    }
    return cb.audience(cb.ContactBase.of(contacts), **(usual | asked))


def cap(most: int | None, channels: frozenset[cb.Channel] = frozenset(), **more: Any) -> CapRule:
    usual: dict[str, Any] = {"days": 30} | more
    return CapRule(
        id="test.cap",
        title=Text("cap", "plafond"),
        text=Text("A cap.", "Un plafond."),
        most=most,
        channels=channels,
        **usual,
    )


def stages(found: cb.Audience, contact: str = "c-1") -> list[Stage]:
    return [reason.stage for reason in found.reasons.get(contact, ())]


# Segment


def test_a_campaign_without_a_segment_is_refused_and_everybody_has_to_be_said() -> None:
    with pytest.raises(cb.MessageError, match="WHOLE_BASE"):
        judged(person(1), segment=None)
    assert len(judged(person(1), person(2))) == 2
    assert list(judged(person(1), person(2), segment='id = "c-2"').eligible) == ["c-2"]


def test_can_receive_asks_the_policy_of_the_campaign() -> None:
    unproved = attrs.evolve(person(1).consents[0], proof=None)
    contacts = person(1, consents=(unproved,)), person(2)
    assert list(judged(*contacts, segment="can receive sms").selected) == ["c-2"]
    lying = cb.Segment("x", "can receive sms")
    assert lying.select(cb.ContactBase.of(contacts), as_of=DAY).count == 0, "no policy, no permission"


def test_an_instant_without_a_zone_is_refused() -> None:
    with pytest.raises(cb.MessageError, match="time zone"):
        judged(person(1), at=dt.datetime(2026, 3, 2, 10))


# Reasons


def test_all_reasons_are_kept_and_the_first_of_the_order_is_primary() -> None:
    child = person(1, phones=(), consents=(), birth_date=dt.date(2015, 1, 1))
    found = judged(child)
    assert stages(found)[0] is Stage.NO_ADDRESS
    assert {Stage.MINOR, Stage.RETENTION_EXPIRED, Stage.INACTIVE} <= set(stages(found))
    assert found.primary("c-1") == found.reasons["c-1"][0]


@pytest.mark.parametrize(
    ("reason", "stage"),
    [
        ("erasure", Stage.ERASED),
        ("legal", Stage.LEGAL_RESTRICTION),
        ("complaint", Stage.SUPPRESSED_COMPLAINT),
        ("optout", Stage.SUPPRESSED_OPTOUT),
        ("manual", Stage.SUPPRESSED_OPTOUT),
        ("hard_bounce", Stage.SUPPRESSED_BOUNCE),
    ],
)
def test_each_entry_of_the_suppression_list_has_its_stage(reason: str, stage: Stage) -> None:
    stops = cb.SuppressionList(cb.KeyRing.of("contactbase-test-key-v1-32bytes!"))
    stops.add("+33612345671", "sms", reason=cb.SuppressionReason(reason), on=dt.date(2026, 2, 1))
    for purpose in (cb.Purpose.MARKETING, cb.Purpose.SERVICE, cb.Purpose.TRANSACTIONAL):
        assert stages(judged(person(1), suppression=stops, purpose=purpose)) == [stage]
    passes = reason in {"complaint", "optout", "manual"}
    assert bool(judged(person(1), suppression=stops, purpose=cb.Purpose.SAFETY).eligible) == passes


def test_a_dead_second_number_does_not_matter_and_a_dead_first_one_is_not_replaced() -> None:
    stops = cb.SuppressionList(cb.KeyRing.of("contactbase-test-key-v1-32bytes!"))
    stops.add("+33612345672", "sms", reason=cb.SuppressionReason.HARD_BOUNCE, on=dt.date(2026, 2, 1))
    assert judged(person(1, phones=(phone(1), phone(2))), suppression=stops).eligible
    assert stages(judged(person(1, phones=(phone(2), phone(1))), suppression=stops)) == [Stage.SUPPRESSED_BOUNCE]


def test_dead_numbers_and_other_countries_are_left_out() -> None:
    assert stages(judged(person(1), unassigned=["+33612345671"])) == [Stage.ADDRESS_UNASSIGNED]
    swiss = person(1, phones=(phone(1, "CH", "+4179123456"),))
    assert stages(judged(swiss, countries=["fr"])) == [Stage.COUNTRY_NOT_ALLOWED]
    assert judged(swiss, countries=["FR", "CH"]).eligible
    unknown = person(1, phones=(attrs.evolve(phone(1), region=None),))
    assert stages(judged(unknown, countries=["FR"])) == [Stage.COUNTRY_NOT_ALLOWED]


def test_a_letter_needs_a_whole_address() -> None:
    home = {"address": ("12 rue des Lilas",), "postcode": "69001", "city": "Lyon"}
    owed = {"channel": cb.Channel.POST, "purpose": cb.Purpose.SERVICE}
    assert judged(person(1, **home), **owed).eligible
    assert stages(judged(person(1, **(home | {"city": None})), **owed)) == [Stage.INVALID_ADDRESS]
    assert stages(judged(person(1), **owed)) == [Stage.NO_ADDRESS]


def test_a_stop_at_a_shared_address_binds_both_until_a_later_proved_consent() -> None:
    def withdrawn(day: dt.date | None) -> cb.ConsentRecord:
        return cb.ConsentRecord(channel=cb.Channel.SMS, status=cb.ConsentStatus.WITHDRAWN, at=day)

    shared = (phone(1),)
    early = person(2, phones=shared, consents=(withdrawn(dt.date(2026, 1, 4)),))
    late = person(2, phones=shared, consents=(withdrawn(dt.date(2026, 1, 5)),))
    undated = person(2, phones=shared, consents=(withdrawn(None),))
    assert list(judged(person(1), early).eligible) == ["c-1"]
    assert not judged(person(1), late).eligible, "on the same day the stop wins"
    assert not judged(person(1), undated).eligible, "an undated stop is newer than any consent"
    outside = judged(person(1), late, segment='id = "c-1"')
    assert stages(outside) == [Stage.SUPPRESSED_OPTOUT], "a stop outside the segment counts"


def test_sectors_are_banned_by_date() -> None:
    asked = {"sector": "energy_renovation"}
    assert stages(judged(person(1), **asked)) == [Stage.SECTOR_BANNED]
    before = attrs.evolve(person(1).consents[0], at=dt.date(2025, 5, 1))
    june = dt.datetime(2025, 6, 30, 10, tzinfo=dt.UTC)
    july = dt.datetime(2025, 7, 1, 10, tzinfo=dt.UTC)
    assert judged(person(1, consents=(before,)), at=june, **asked).eligible
    assert stages(judged(person(1, consents=(before,)), at=july, **asked)) == [Stage.SECTOR_BANNED]
    assert judged(person(1), sector="other").eligible
    with pytest.raises(cb.MessageError, match="energy_renovation"):
        judged(person(1), sector="renovation")


def test_a_rule_of_the_house_has_its_own_stage() -> None:
    rule = ExclusionRule(
        id="house.exclusion.staff",
        title=Text("Staff", "Personnel"),
        text=Text("Staff get no campaign.", "Le personnel ne reçoit pas de campagne."),
        excludes='tags has any of ("staff")',
        reason="exclusion.house-rule",
    )
    policy = attrs.evolve(cb.policies.FR, rules=(*cb.policies.FR.rules, rule))
    found = judged(person(1, tags=frozenset({"staff"})), policy=policy)
    assert stages(found) == [Stage.HOUSE_RULE]
    assert found.funnel.rows[-1].step.rule == "house.exclusion.staff"


def test_messages_that_are_owed_skip_consent_pressure_and_quiet_hours_only() -> None:
    refused = cb.ConsentRecord(channel=cb.Channel.SMS, status=cb.ConsentStatus.REFUSED, at=dt.date(2026, 2, 1))
    contact = person(1, consents=(refused,), events=(message(1),), birth_date=dt.date(2015, 1, 1))
    for purpose in (cb.Purpose.SERVICE, cb.Purpose.TRANSACTIONAL, cb.Purpose.SAFETY):
        assert judged(contact, purpose=purpose, at=SUNDAY).eligible
        assert stages(judged(attrs.evolve(contact, phones=()), purpose=purpose)) == [Stage.NO_ADDRESS]
    assert not judged(contact, purpose=cb.Purpose.STATISTICS).eligible, "a purpose of which nothing is said"


def test_professionals_may_be_written_to_about_their_work_where_the_policy_says_so() -> None:
    named = cb.Contact(
        id="c-1",
        kind=cb.ContactKind.PROFESSIONAL,
        collected_on=dt.date(2026, 1, 5),
        emails=(cb.Email("lea@example.org", "lea@example.org"),),
    )
    asked = {"channel": cb.Channel.EMAIL}
    assert judged(named, offer=cb.Offer(for_profession=True), **asked).eligible
    assert stages(judged(named, **asked)) == [Stage.CONSENT_UNKNOWN]
    strict = judged(named, offer=cb.Offer(for_profession=True), policy=cb.policies.FR_STRICT_SEEDS, **asked)
    assert not strict.eligible


# Pressure


def test_one_campaign_a_month_by_default_on_every_channel() -> None:
    assert stages(judged(person(1, events=(message(29),)))) == [Stage.PRESSURE_CAP]
    assert judged(person(1, events=(message(30),))).eligible
    mail = attrs.evolve(person(1).consents[0], channel=cb.Channel.EMAIL)
    reader = person(1, emails=(cb.Email("a@example.org", "a@example.org"),), consents=(mail,))
    asked = {"channel": cb.Channel.EMAIL}
    assert judged(reader, **asked).eligible
    written = attrs.evolve(reader, events=(message(3, cb.Channel.EMAIL),))
    assert judged(written, **asked).reasons["c-1"][0].rule == "house.cap.monthly"
    assert judged(written, caps=(cap(None, frozenset({cb.Channel.EMAIL})),), **asked).eligible, "None is no cap"


def test_a_cap_of_none_is_no_cap_and_a_cap_of_zero_is_never() -> None:
    assert judged(person(1), caps=(cap(None),)).eligible
    assert stages(judged(person(1), caps=(cap(0),))) == [Stage.PRESSURE_CAP]


def test_a_cap_without_channels_counts_them_all() -> None:
    events = (message(3, cb.Channel.EMAIL), message(40))
    assert judged(person(1, events=events)).eligible
    found = judged(person(1, events=events), caps=(cap(1),))
    assert found.reasons["c-1"][0].until == DAY + dt.timedelta(days=27)
    month = cap(1, window=CapWindow.CALENDAR_MONTH, days=None)
    assert judged(person(1, events=(message(2, cb.Channel.EMAIL),)), caps=(month,)).eligible, "28 February"


def test_what_others_at_the_address_got_counts() -> None:
    other = person(2, phones=(phone(1),), events=(message(3),))
    assert stages(judged(person(1), other)) == [Stage.PRESSURE_CAP]


def test_a_household_gets_no_more_than_its_cap() -> None:
    one, two = person(1, household="h-1"), person(2, household="h-1")
    assert len(judged(one, two).eligible) == 2
    found = judged(two, one, household_caps=(cap(1),))
    assert list(found.eligible) == ["c-1"], "the first id, whatever the order"
    assert stages(found, "c-2") == [Stage.PRESSURE_CAP]
    got = attrs.evolve(two, events=(message(3, cb.Channel.POST),))
    assert not judged(one, got, household_caps=(cap(1),)).eligible
    assert len(judged(person(1), person(2), household_caps=(cap(1),)).eligible) == 2, "no household is none"


def test_a_duplicate_takes_no_room_of_its_household() -> None:
    outside = person(1, household="h-2")
    twin = person(2, phones=(phone(1),), household="h-1")
    found = judged(outside, twin, person(3, household="h-1"), household_caps=[cb.sending.at_most(1)])
    assert list(found.eligible) == ["c-1", "c-3"]
    assert found.funnel.holds


def test_a_cap_of_ones_own_is_made_in_a_word() -> None:
    got = person(1, events=(message(40), message(6, cb.Channel.POST)))
    assert judged(got, caps=[cb.sending.at_most(2, days=60)]).reasons["c-1"][0].rule == "own.cap.all.2-in-60"
    assert judged(got, caps=[cb.sending.at_most(3, days=60)]).eligible
    assert judged(got, caps=[cb.sending.at_most(1, days=60, channels=[cb.Channel.PHONE])]).eligible
    assert stages(judged(got, caps=[cb.sending.at_most(0)])) == [Stage.PRESSURE_CAP]


# Duplicates


def test_one_address_is_written_to_once_and_blank_addresses_are_no_duplicates() -> None:
    found = judged(person(2, phones=(phone(1),)), person(1))
    assert list(found.eligible) == ["c-1"]
    assert stages(found, "c-2") == [Stage.DUPLICATE_ADDRESS]
    nobody = judged(person(1, phones=()), person(2, phones=()))
    assert nobody.funnel.by_stage == {Stage.NO_ADDRESS: 2}


def test_who_is_left_out_takes_no_address_from_anybody() -> None:
    minor = person(1, birth_date=dt.date(2015, 1, 1))
    assert list(judged(minor, person(2, phones=(phone(1),))).eligible) == ["c-2"]


# Hours


def test_quiet_hours_defer_to_the_next_allowed_instant_of_the_recipient() -> None:
    found = judged(person(1), person(2, postcode="97400", phones=(phone(2, "RE", "+26269212345"),)), at=SUNDAY)
    assert list(found.deferred) == ["c-1", "c-2"]
    assert found.next_allowed("c-1") == dt.datetime(2026, 3, 2, 7, tzinfo=dt.UTC)
    assert found.next_allowed("c-2") == dt.datetime(2026, 3, 2, 4, tzinfo=dt.UTC)
    assert found.funnel.deferred == 2
    assert found.primary("c-1") is not None
    assert judged(person(1)).next_allowed("c-1") is None


def test_holidays_of_the_recipient_defer_and_an_exclusion_is_stronger() -> None:
    good_friday = dt.datetime(2026, 4, 3, 10, tzinfo=dt.UTC)
    alsace = judged(person(1, postcode="67000"), person(2, postcode="69001"), at=good_friday)
    assert (list(alsace.deferred), list(alsace.eligible)) == (["c-1"], ["c-2"])
    both = judged(person(1, birth_date=dt.date(2015, 1, 1)), at=SUNDAY)
    assert list(both.excluded) == ["c-1"]
    assert stages(both)[-1] is Stage.QUIET_HOURS


def test_two_windows_are_open_only_where_both_are() -> None:
    (window,) = cb.sending.windows_of(cb.policies.FR, channel=cb.Channel.SMS, purpose=cb.Purpose.MARKETING, on=DAY)
    evenings = attrs.evolve(
        window, id="house.window.evenings", spans=(Span(dt.time(21), dt.time(23)),), days=frozenset({Weekday.TUESDAY})
    )
    policy = attrs.evolve(cb.policies.FR, rules=(*cb.policies.FR.rules, evenings))
    found = judged(person(1), policy=policy)
    assert found.next_allowed("c-1") == dt.datetime(2026, 3, 3, 20, tzinfo=dt.UTC)
    never = attrs.evolve(evenings, days=frozenset({Weekday.SUNDAY}))
    closed = judged(person(1), policy=attrs.evolve(policy, rules=(*cb.policies.FR.rules, never)))
    assert (list(closed.deferred), closed.next_allowed("c-1")) == (["c-1"], None)


def test_a_sending_that_does_not_fit_the_evening_goes_on_on_monday() -> None:
    saturday = dt.datetime(2026, 3, 7, 20, 59, tzinfo=dt.UTC)
    found = judged(*(person(n) for n in range(5)), at=saturday)
    slow = found.schedule(per_hour=60)
    assert (slow.messages, slow.spills, slow.left) == (5, True, 0)
    assert slow.end == dt.datetime(2026, 3, 9, 7, 4, tzinfo=dt.UTC)
    assert found.schedule(per_hour=3600).end == saturday + dt.timedelta(seconds=5)
    with pytest.raises(cb.MessageError):
        found.schedule(per_hour=0)


def test_those_who_wait_are_part_of_the_schedule_and_owed_messages_know_no_night() -> None:
    waiting = judged(person(1), at=SUNDAY).schedule(per_hour=3600)
    assert waiting.end == dt.datetime(2026, 3, 2, 7, 0, 1, tzinfo=dt.UTC)
    owed = judged(person(1), at=SUNDAY, purpose=cb.Purpose.SERVICE).schedule(per_hour=3600)
    assert owed.end == SUNDAY + dt.timedelta(seconds=1)
    assert judged().schedule(per_hour=1).end is None


# Tests first, money, files


def test_the_mass_stage_is_refused_without_a_test_of_the_same_text() -> None:
    found = judged(person(1))
    with pytest.raises(cb.MessageError, match="No test was sent"):
        found.released([])
    late = cb.Tested.of("Bonjour", channel=cb.Channel.SMS, at=MONDAY)
    mail = cb.Tested.of("Bonjour", channel=cb.Channel.EMAIL, at=SUNDAY)
    with pytest.raises(cb.MessageError, match="No test was sent"):
        found.released([late, mail])
    test = cb.Tested.of("Bonjour", channel=cb.Channel.SMS, at=SUNDAY)
    with pytest.raises(cb.MessageError, match="another text"):
        found.released([test], text="Bonsoir")
    assert found.released([test], text="Bonjour") == found.eligible


def test_money_is_counted_for_every_exclusion() -> None:
    found = judged(person(1), person(2, phones=()), person(3, phones=()), price=Decimal("0.045"))
    funnel = found.funnel
    assert (funnel.cost, funnel.saved) == (Decimal("0.045"), Decimal("0.090"))
    assert funnel.saved_by(funnel.exclusions[0]) == Decimal("0.090")
    assert judged(person(1)).funnel.saved is None
    with pytest.raises(cb.MessageError):
        judged(person(1), price=Decimal("NaN"))


def test_with_a_text_money_is_segments_times_price_for_each_recipient() -> None:
    text = "Bonjour {first_name|vous} ! " + "a" * 140
    short, dear = person(1, first_name="Ana"), person(2, first_name="Zoé-Ô")
    nobody = person(3, phones=(), first_name="Ô")
    found = judged(short, dear, nobody, text=text, price=Decimal("0.045"))
    each = [cb.sms.measure(cb.sms.Template(text).merge(one).text).segments for one in (short, dear, nobody)]
    assert each == [1, 3, 3], "a letter outside the GSM alphabet makes it three"
    assert found.funnel.units == each[0] + each[1]
    assert found.funnel.cost == Decimal("0.045") * (each[0] + each[1])
    assert found.funnel.saved == Decimal("0.045") * each[2]
    with pytest.raises(cb.MessageError, match="SMS only"):
        judged(person(1), channel=cb.Channel.POST, text=text)


def test_a_test_of_the_text_of_the_campaign_is_asked_for() -> None:
    found = judged(person(1), text="Bonjour")
    with pytest.raises(cb.MessageError, match="another text"):
        found.released([cb.Tested.of("Bonsoir", channel=cb.Channel.SMS, at=SUNDAY)])
    assert found.released([cb.Tested.of("Bonjour", channel=cb.Channel.SMS, at=SUNDAY)])


def test_the_eligible_are_written_like_any_base(tmp_path: Path) -> None:
    found = judged(person(1), person(2, phones=()))
    cb.write(found.eligible, tmp_path / "send.csv")
    with (tmp_path / "send.csv").open(encoding="utf-8", newline="") as file:
        assert [row["id"] for row in csv.DictReader(file)] == ["c-1"]


# Words and drawings


def test_nothing_personal_is_shown() -> None:
    lea = person(1, first_name="Léa", last_name="Durand", phones=(phone(1), phone(2)))
    found = judged(lea, at=SUNDAY)
    shown = [repr(found), repr(found.campaign), repr(found.funnel), repr(found.reasons), str(found.funnel)]
    shown += [found.why("c-1").say("fr"), repr(found.why("c-1")), json.dumps(found.why("c-1").to_json())]
    assert not any("Durand" in text or "3361234567" in text for text in shown)


def test_why_names_the_rule_the_source_and_what_to_do() -> None:
    found = judged(person(1, events=(message(3),)), person(2), segment='id = "c-1"')
    said = found.why(person(1)).say()
    assert "exclusion.pressure" in said
    assert "At most one marketing SMS" in said
    assert "Odeis" in said
    assert "2026-03-29" in said
    assert "This is no legal advice." in said
    assert found.why("c-2").fate.value == "not_selected"
    assert "hors du segment" in found.why("c-2").say("fr")
    with pytest.raises(KeyError):
        found.why("c-9")


def test_the_funnel_is_text_json_a_drawing_and_a_page_in_both_languages() -> None:
    found = judged(person(1), person(2, phones=()), person(3), at=SUNDAY)
    funnel = found.funnel
    assert "Éligibles" in funnel.say("fr")
    assert "No suppression list was asked." in funnel.say()
    told = json.loads(json.dumps(funnel.to_json("fr")))
    assert told["input"] == told["eligible"] + told["deferred"] + told["excluded"]
    for language in ("en", "fr"):
        ET.fromstring(funnel.to_svg(language))  # noqa: S314 - our own drawing
        assert "<table>" in funnel.to_html(language)
    assert found._repr_html_() == funnel.to_html()
    ET.fromstring(judged().funnel.to_svg())  # noqa: S314 - our own drawing


def test_every_reason_says_its_sentence_in_both_languages_with_no_place_left_open() -> None:
    found = judged(person(1, phones=(), consents=(), birth_date=dt.date(2015, 1, 1)), at=SUNDAY)
    for reason in found.reasons["c-1"]:
        for language in ("en", "fr"):
            assert "{" not in reason.say(language)
    codes = [code for code in CATALOG.values() if code.family == "exclusion"]
    assert all("{" not in code.message.en + code.message.fr for code in codes)


def test_two_policies_are_compared_on_the_same_campaign() -> None:
    evening = dt.datetime(2026, 3, 2, 20, tzinfo=dt.UTC)
    found = judged(person(1), at=evening)
    compared = cb.simulate(found, cb.policies.FR, cb.policies.FR_STRICT_SEEDS)
    assert (compared.joining, compared.leaving) == ((), ("c-1",))
    assert [step.stage for step in compared.changes] == [Stage.QUIET_HOURS]
    assert compared.to_json()["leaving"] == 1
    same = cb.simulate(found, cb.policies.FR, cb.policies.FR)
    assert (same.changes, same.joining, same.leaving) == ({}, (), ())


# Several channels


def test_each_contact_is_reached_once_where_it_prefers_it() -> None:
    box = (cb.Email("a@example.org", "a@example.org"),)
    contacts = (
        person(1, emails=box, preferred_channel=cb.Channel.EMAIL),
        person(2, emails=(cb.Email("b@example.org", "b@example.org"),)),
        person(3, phones=(), emails=(cb.Email("c@example.org", "c@example.org"),), preferred_channel=cb.Channel.SMS),
        person(4, phones=()),
    )
    allocated = cb.allocate(
        cb.ContactBase.of(contacts),
        channels=(cb.Channel.SMS, cb.Channel.EMAIL),
        segment=cb.WHOLE_BASE,
        purpose=cb.Purpose.SERVICE,
        policy=cb.policies.FR,
        suppression=None,
        at=MONDAY,
        prices={cb.Channel.SMS: Decimal("0.05"), cb.Channel.EMAIL: Decimal("0.001")},
    )
    assert list(allocated[cb.Channel.SMS].eligible) == ["c-2"]
    assert list(allocated[cb.Channel.EMAIL].eligible) == ["c-1", "c-3"]
    assert allocated.unreached == ("c-4",)
    assert allocated.cost == Decimal("0.052")
    assert stages(allocated[cb.Channel.SMS]) == [Stage.OTHER_CHANNEL]


def test_a_channel_is_named_once() -> None:
    asked: dict[str, Any] = {"segment": cb.WHOLE_BASE, "purpose": cb.Purpose.SERVICE, "policy": cb.policies.FR}
    for channels in ((), (cb.Channel.SMS, cb.Channel.SMS)):
        with pytest.raises(cb.MessageError):
            cb.allocate(cb.ContactBase(), channels=channels, suppression=None, at=MONDAY, **asked)


def test_families_have_names_of_their_own() -> None:
    assert len({family.name for family in FAMILIES}) == len(FAMILIES)


# Plans of segments, pressure


def plan(*planned: cb.PlannedSegment, contacts: tuple[cb.Contact, ...]) -> cb.SegmentPlan:
    return cb.segment_plan(
        cb.ContactBase.of(contacts),
        planned,
        purpose=cb.Purpose.SERVICE,
        policy=cb.policies.FR,
        suppression=None,
        at=MONDAY,
    )


def test_a_contact_belongs_to_the_first_planned_segment_and_is_written_to_once() -> None:
    vip = cb.PlannedSegment(
        segment=cb.Segment("vip", 'tags has any of ("vip")'), channels=(cb.Channel.SMS,), lead="a private evening"
    )
    lyon = cb.PlannedSegment(
        segment=cb.Segment("lyon", 'city = "Lyon"'),
        channels=(cb.Channel.EMAIL, cb.Channel.SMS),
        lead="the shop opens on Sundays",
    )
    contacts = (
        person(1, city="Lyon", tags=frozenset({"vip"})),
        person(2, city="Lyon"),
        person(3, city="Lille"),
    )
    made = plan(vip, lyon, contacts=contacts)
    assert [(line.size, line.reached, line.suited) for line in made.lines] == [
        (1, 1, cb.Channel.SMS),
        (1, 1, cb.Channel.SMS),
    ]
    assert list(made.lines[1].allocation[cb.Channel.SMS].eligible) == ["c-2"]
    assert "d'abord : a private evening" in made.say("fr")
    assert [line.suited for line in plan(lyon, contacts=()).lines] == [None]
    with pytest.raises(cb.MessageError):
        plan(vip, vip, contacts=contacts)


def test_pressure_is_counted_over_all_channels_and_over_a_household() -> None:
    undated = attrs.evolve(message(1), at=None)
    one = person(1, events=(message(0), message(29, cb.Channel.EMAIL), message(30), undated))
    two = person(2, events=(message(1), attrs.evolve(message(2), channel=None)))
    found = cb.sending.pressure_on(one, on=DAY)
    assert (found.score, found.by_channel, found.undated) == (2, ((cb.Channel.SMS, 1), (cb.Channel.EMAIL, 1)), 1)
    home = cb.sending.pressure_on([one, two], on=DAY, weights={cb.Channel.SMS: 3})
    assert (home.score, home.messages) == (3 * 2 + 1 + 1, 4)
    with pytest.raises(cb.MessageError):
        cb.sending.pressure_on(one, on=DAY, days=0)


# Attacks


def test_a_hundred_contacts_at_one_address_and_ids_of_any_kind_give_one_message() -> None:
    ids = ["c-2", "", " ", "é", "\u202e", "0" * 500, *(str(n) for n in range(100))]
    contacts = [attrs.evolve(person(1), id=each) for each in ids]
    for order in (contacts, contacts[::-1]):
        found = judged(*order)
        assert list(found.eligible) == [""]
        assert found.funnel.by_stage == {Stage.DUPLICATE_ADDRESS: len(ids) - 1}


@pytest.mark.parametrize("year", [1, 1899, 9000, 9999])
def test_a_year_out_of_reach_is_refused(year: int) -> None:
    with pytest.raises(cb.MessageError, match="year"):
        judged(person(1), at=dt.datetime(year, 6, 1, tzinfo=dt.UTC))


@pytest.mark.parametrize("year", [1900, 2205, 8999])
def test_far_years_are_judged_without_an_error(year: int) -> None:
    history = (message(0), message(0), attrs.evolve(message(0), at=dt.date.max))
    found = judged(person(1, events=history), at=dt.datetime(year, 6, 1, tzinfo=dt.UTC))
    assert found.funnel.holds
