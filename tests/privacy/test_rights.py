from __future__ import annotations

import datetime as dt
import json
from html.parser import HTMLParser

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contactbase.errors import PrivacyError
from contactbase.model.consent import ConsentRecord
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import Channel, ConsentStatus, Direction, EventKind, LegalBasis, Purpose
from contactbase.model.event import Event
from contactbase.model.suppression import SuppressionReason
from contactbase.model.text import Text
from contactbase.normalize.clean import clean
from contactbase.policy.catalog import FR, policy_named
from contactbase.policy.retain import retain
from contactbase.privacy.access import access_report
from contactbase.privacy.changing import RESTRICTED, rectify, register_objection, restrict, unrestrict
from contactbase.privacy.erasing import CarveOut, distribution, erase
from contactbase.privacy.portability import PROVIDED, portability_export
from contactbase.privacy.redaction import Redaction, redact
from contactbase.privacy.register import Party, ProcessingActivity, ProcessingRegister
from contactbase.privacy.replay import ErasureRecord, read_erasure_lines, replay_erasures
from contactbase.privacy.requests import RequestState, Right, RightsRequest
from contactbase.privacy.scrub import scrub
from contactbase.privacy.suppression import SuppressionList
from laws.strategies import bases
from privacy.people import RING, SECOND_KEY, STOPPED_ON, TODAY, contact

MOBILE = "+33612345678"
BOUGHT = Event(kind=EventKind.PURCHASE, at=dt.date(2025, 5, 3), amount=12_000, currency="EUR")
LEA = contact(
    "c-1",
    MOBILE,
    "lea@example.org",
    first_name="Léa",
    last_name="Durand",
    birth_date=dt.date(1980, 5, 1),
    city="Lyon",
    tags=frozenset({"VIP"}),
    consents=(ConsentRecord(channel=Channel.SMS, status=ConsentStatus.GIVEN, at=dt.date(2024, 1, 5)),),
    events=(BOUGHT, Event(kind=EventKind.MESSAGE, at=TODAY, direction=Direction.FROM_US)),
)
NOE = contact("c-2", MOBILE, first_name="Noé", last_name="Durand")
BASE = ContactBase.of([LEA, NOE])
ACCOUNTS = CarveOut(fields=("last_name", "purchases"), reason=Text("the accounts", "la comptabilité"))


def new_list() -> SuppressionList:
    return SuppressionList(RING)


# Erasure.


def test_an_erasure_forbids_first_and_then_removes_everything() -> None:
    stops = new_list()
    done, journal = erase(BASE, ["c-1"], stops=stops, on=TODAY)
    assert list(done.base) == ["c-2"]
    (report,) = done.reports
    assert report.whole
    assert set(report.removed) >= {"first_name", "phones", "emails", "events", "consents", "tags"}
    assert journal.count() == {"rights.erased": 1}
    assert report.suppressed == len(stops) == 4
    assert {entry.reason for entry in stops} == {SuppressionReason.ERASURE}


def test_nothing_is_done_when_one_of_the_people_is_not_there() -> None:
    stops = new_list()
    with pytest.raises(PrivacyError, match="Nothing was erased"):
        erase(BASE, ["c-1", "c-99"], stops=stops, on=TODAY)
    assert len(stops) == 0


def test_what_another_reason_covers_stays_and_nothing_else() -> None:
    done = erase(BASE, ["c-1"], stops=new_list(), on=TODAY, carve_outs=[ACCOUNTS]).value
    assert done.base["c-1"] == Contact(id="c-1", last_name="Durand", events=(BOUGHT,))
    (report,) = done.reports
    assert report.kept == ("last_name", "events")
    assert "Kept: Last name, Events, because the accounts" in report.say()
    assert "car la comptabilité" in report.say("fr")


def test_a_reason_that_is_over_covers_nothing() -> None:
    over = attrs.evolve(ACCOUNTS, until=TODAY - dt.timedelta(days=1))
    assert "c-1" not in erase(BASE, ["c-1"], stops=new_list(), on=TODAY, carve_outs=[over]).value.base
    last = attrs.evolve(ACCOUNTS, until=TODAY)
    assert "c-1" in erase(BASE, ["c-1"], stops=new_list(), on=TODAY, carve_outs=[last]).value.base


def test_the_keeping_rules_of_a_policy_are_carve_outs_with_their_sources() -> None:
    done = erase(BASE, ["c-1", "c-2"], stops=new_list(), on=TODAY, policy=FR).value
    lea, noe = done.reports
    assert not lea.whole
    assert "emails" in lea.kept or "events" in lea.kept
    assert "tags" in lea.removed
    assert all(one.citations and one.until is not None for one in lea.carve_outs)
    assert noe.whole


def test_recipients_of_the_data_are_named_and_the_log_names_nobody() -> None:
    stops = new_list()
    sent = distribution(ContactBase.of([LEA]), "Imprimeur Exemple", on=STOPPED_ON, stops=stops)
    assert "c-1" not in repr(sent)
    rotated = stops.rotated(SECOND_KEY)
    done, journal = erase(BASE, ["c-1", "c-2"], stops=rotated, on=TODAY, distributed=[sent])
    assert [report.notify for report in done.reports] == [("Imprimeur Exemple",), ()]
    assert journal.count()["rights.notify"] == 1


def test_nothing_of_an_erasure_shows_the_person() -> None:
    stops = new_list()
    done, journal = erase(BASE, ["c-1"], stops=stops, on=TODAY, carve_outs=[ACCOUNTS])
    everything = repr(done.reports) + repr(done.records) + repr(journal.entries) + done.reports[0].say()
    everything += "".join(record.line() for record in done.records)
    assert not any(word in everything for word in ("Durand", "Léa", "612345678", "lea@"))


@settings(deadline=None)
@given(bases(), st.data())
def test_who_was_erased_is_out_and_stays_out_when_the_old_file_is_imported(
    base: ContactBase, data: st.DataObject
) -> None:
    chosen = data.draw(st.lists(st.sampled_from(list(base)), unique=True)) if base else []
    stops = new_list()
    done = erase(base, chosen, stops=stops, on=TODAY).value
    assert set(done.base) == set(base) - set(chosen)
    assert all(done.base[name] is base[name] for name in done.base)
    reachable = {name for name in chosen if base[name].phones or base[name].emails}
    assert not reachable & set(scrub(base, stops, as_of=TODAY).value)


# Erased again after a backup.


@settings(deadline=None)
@given(bases(), st.data())
def test_a_restored_backup_is_erased_again_exactly_as_before(base: ContactBase, data: st.DataObject) -> None:
    old = ContactBase.of(
        attrs.evolve(who, collected_on=None, consents=(), events=(), first_name=who.id, last_name="Durand")
        for who in base.values()
    )
    chosen = data.draw(st.lists(st.sampled_from(list(old)), unique=True)) if old else []
    carve_outs = data.draw(st.sampled_from([(), (ACCOUNTS,)]))
    stops = new_list()
    done = erase(old, chosen, stops=stops, on=TODAY, carve_outs=carve_outs).value
    lines = [record.line() for record in done.records]
    again, _ = replay_erasures(old, read_erasure_lines(lines), RING.with_new(SECOND_KEY))
    nameless = {name for name in chosen if not (old[name].phones or old[name].emails or old[name].address)}
    assert {name: who for name, who in again.items() if name not in nameless} == {
        name: who for name, who in done.base.items() if name not in nameless
    }
    assert replay_erasures(again, done.records, RING).value == again


def test_the_family_on_the_same_number_is_not_erased_and_a_changed_id_does_not_save() -> None:
    record = ErasureRecord.of(LEA, RING, on=TODAY)
    renamed = attrs.evolve(LEA, id="x-9")
    kept, journal = replay_erasures(ContactBase.of([renamed, NOE]), [record], RING)
    assert list(kept) == ["c-2"]
    assert journal.count() == {"rights.erased-again": 1}


def test_another_person_under_the_id_of_an_erased_one_is_left_and_shown() -> None:
    record = ErasureRecord.of(LEA, RING, on=TODAY)
    other = contact("c-1", "+33699999999", first_name="Zoé", last_name="Petit")
    kept, journal = replay_erasures(ContactBase.of([other]), [record], RING)
    assert list(kept) == ["c-1"]
    assert journal.count() == {"rights.erased-id": 1}


def test_who_came_back_after_the_erasure_stays() -> None:
    record = ErasureRecord.of(LEA, RING, on=dt.date(2026, 1, 1))
    back = attrs.evolve(LEA, collected_on=dt.date(2026, 1, 2))
    kept, journal = replay_erasures(ContactBase.of([back]), [record], RING)
    assert list(kept) == ["c-1"]
    assert journal.count() == {"rights.came-back": 1}


def test_a_log_under_an_unknown_key_or_damaged_is_refused() -> None:
    record = ErasureRecord.of(LEA, RING, on=TODAY)
    with pytest.raises(PrivacyError, match="Add that key"):
        replay_erasures(BASE, [record], RING.__class__.of(SECOND_KEY))
    for line in ("", "{}", record.line().replace('["', '["zz'), "[" * 100_000):
        with pytest.raises(PrivacyError, match="Line 2"):
            read_erasure_lines([record.line(), line])


# Rectification, restriction, objection.


@pytest.mark.parametrize(
    ("values", "field", "expected"),
    [
        ({"city": "villeurbanne"}, "city", "Villeurbanne"),
        ({"last_name": "MARTIN"}, "last_name", "Martin"),
        ({"phones": "06 98 76 54 32"}, "phones", ("+33698765432",)),
        ({"emails": "Lea.Durand@Example.ORG"}, "emails", ("Lea.Durand@example.org",)),
        ({"birth_date": "02/05/1980"}, "birth_date", dt.date(1980, 5, 2)),
        ({"city": ""}, "city", None),
    ],
)
def test_a_value_is_rectified_through_the_normalizers(values: dict[str, str], field: str, expected: object) -> None:
    after, journal = rectify(BASE, "c-1", values, as_of=TODAY)
    found = getattr(after["c-1"], field)
    if field in {"phones", "emails"}:
        found = tuple(getattr(one, "e164", None) or one.address for one in found)
    assert found == expected
    assert journal.count() == {"rights.rectified": 1}
    untouched = {name: getattr(after["c-1"], name) for name in ("first_name", "tags", "consents", "events")}
    assert untouched == {name: getattr(LEA, name) for name in untouched}
    assert after["c-2"] is NOE


def test_a_value_that_cannot_be_read_changes_nothing() -> None:
    after, journal = rectify(BASE, "c-1", {"phones": "06 12"}, as_of=TODAY)
    assert after == BASE
    assert journal.count() == {"rights.not-rectified": 1}


@pytest.mark.parametrize("name", ["mobile", "age", "id", "consents", "nonsense"])
def test_only_stored_fields_are_rectified(name: str) -> None:
    with pytest.raises(PrivacyError, match="cannot be rectified"):
        rectify(BASE, "c-1", {name: "x"}, as_of=TODAY)


def blocked(stops: SuppressionList, channel: Channel, purpose: Purpose = Purpose.MARKETING) -> bool:
    return stops.judge(LEA, channel=channel, purpose=purpose, as_of=TODAY).blocked


def test_a_restriction_stops_every_channel_and_purpose_until_it_is_lifted_by_hand() -> None:
    stops = new_list()
    stops.add("lea@example.org", "email", reason=SuppressionReason.OPTOUT, on=STOPPED_ON)
    base, _ = restrict(BASE, "c-1", stops, on=TODAY)
    assert RESTRICTED in base["c-1"].tags
    assert all(blocked(stops, channel, purpose) for channel in (Channel.SMS, Channel.EMAIL) for purpose in Purpose)
    with pytest.raises(PrivacyError, match="note"):
        unrestrict(base, "c-1", stops, note=" ")
    base, journal = unrestrict(base, "c-1", stops, note="accuracy checked with the person")
    assert base["c-1"].tags == LEA.tags
    assert journal.count() == {"suppression.lifted": 4}
    assert not blocked(stops, Channel.SMS)
    assert blocked(stops, Channel.EMAIL)


def test_lifting_a_restriction_does_not_lift_that_of_the_family_on_the_same_number() -> None:
    stops = new_list()
    base, _ = restrict(BASE, "c-1", stops, on=TODAY)
    base, _ = restrict(base, "c-2", stops, on=TODAY)
    base, _ = unrestrict(base, "c-1", stops, note="accuracy checked with the person")
    noe = stops.judge(base["c-2"], channel=Channel.SMS, purpose=Purpose.MARKETING, as_of=TODAY)
    assert noe.code == "suppression.legal"
    assert not blocked(stops, Channel.EMAIL)


def test_an_objection_is_on_the_list_and_in_the_ledger_and_for_its_purpose_only() -> None:
    stops = new_list()
    base, _ = register_objection(BASE, "c-1", stops, on=TODAY)
    assert all(blocked(stops, channel) for channel in Channel)
    assert not blocked(stops, Channel.SMS, Purpose.SERVICE)
    said = base["c-1"].consents[len(LEA.consents) :]
    assert {(one.channel, one.status) for one in said} == {(channel, ConsentStatus.WITHDRAWN) for channel in Channel}
    assert register_objection(base, "c-1", stops, on=TODAY).value == base


def test_an_objection_on_one_channel_leaves_the_others() -> None:
    stops = new_list()
    register_objection(BASE, "c-1", stops, on=TODAY, channels=[Channel.EMAIL])
    assert blocked(stops, Channel.EMAIL)
    assert not blocked(stops, Channel.SMS)


# Requests and their delays.


@pytest.mark.parametrize(
    ("received", "extended", "paused", "due"),
    [
        (dt.date(2026, 1, 31), None, 0, dt.date(2026, 2, 28)),
        (dt.date(2028, 1, 30), None, 0, dt.date(2028, 2, 29)),
        (dt.date(2026, 1, 31), dt.date(2026, 2, 28), 0, dt.date(2026, 4, 30)),
        (dt.date(2026, 1, 31), dt.date(2026, 3, 1), 0, dt.date(2026, 2, 28)),
        (dt.date(2026, 3, 10), None, 12, dt.date(2026, 4, 22)),
    ],
)
def test_an_answer_is_due_after_calendar_months(
    received: dt.date, extended: dt.date | None, paused: int, due: dt.date
) -> None:
    asked = RightsRequest(
        right=Right.ACCESS, received=received, reference="r", extended_on=extended, paused_days=paused
    )
    assert asked.due_on(FR) == due
    assert not asked.is_late(FR, as_of=due)
    assert asked.is_late(FR, as_of=due + dt.timedelta(days=1))
    assert not attrs.evolve(asked, state=RequestState.COMPLETED).is_late(FR, as_of=dt.date.max)
    assert asked.citations(FR)


def test_the_united_kingdom_has_its_own_article() -> None:
    asked = RightsRequest(right=Right.ACCESS, received=dt.date(2026, 3, 10), reference="r")
    uk = policy_named("uk")
    assert asked.due_on(uk) == dt.date(2026, 4, 10)
    assert any("12A" in citation.locator for citation in asked.citations(uk))


def test_a_request_that_contradicts_itself_is_refused() -> None:
    with pytest.raises(PrivacyError):
        RightsRequest(right=Right.ACCESS, received=TODAY, reference="r", paused_days=-1)
    with pytest.raises(PrivacyError):
        RightsRequest(right=Right.ACCESS, received=TODAY, reference="r", extended_on=STOPPED_ON)


# Access and portability.

REGISTER = ProcessingRegister(
    controller=Party(name="Maison Exemple", contact="privacy@example.org"),
    activities=(
        ProcessingActivity(
            name="Newsletter", purposes=("marketing",), basis=(LegalBasis.CONSENT,), recipients=("routeur",)
        ),
    ),
)


class Balanced(HTMLParser):
    """Notes the tags that are open and every text."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not any(name in {"src", "href"} for name, _ in attrs)
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def test_the_report_holds_everything_that_is_known_with_its_source() -> None:
    rows = [
        {"last_name": "DURAND", "mobile": "06 12 34 56 78", "opt_in_sms": "oui", "pointure": "38", "spent": "12,50"}
    ]
    base, journal = clean(rows, as_of=TODAY)
    plan = retain(base, FR, as_of=TODAY)
    stops = new_list()
    stops.add(MOBILE, "sms", reason=SuppressionReason.OPTOUT, on=STOPPED_ON)
    sent = distribution(base, "Imprimeur Exemple", on=STOPPED_ON, stops=stops)
    report = access_report(
        base,
        "c-1",
        as_of=TODAY,
        journal=attrs.evolve(journal, entries=(*journal.entries, *plan.decisions)),
        policy=FR,
        register=REGISTER,
        stops=stops,
        distributed=[sent],
    )
    found = json.loads(report.to_json())
    assert found["fields"]["last_name"] == {"value": "Durand", "family": "identity", "source": "input, row 1"}
    assert found["fields"]["column:pointure"]["value"] == "38"
    assert found["consents"][0]["status"] == "given"
    assert found["prohibitions"][0]["reason"] == "optout"
    assert found["recipients"] == ["Imprimeur Exemple", "routeur"]
    assert found["decisions"][0]["code"] == "retention.no-date"
    assert found["processing"]["controller"]["name"] == "Maison Exemple"
    for language in ("en", "fr"):
        text = report.to_text(language)
        for held in ("Durand", MOBILE, "38", "Imprimeur Exemple", "Maison Exemple"):
            assert held in text
    assert "réclamation auprès d'une autorité" in report.to_text("fr")
    assert "no legal advice" in report.to_text()


@settings(deadline=None)
@given(bases(), st.sampled_from(["en", "fr"]))
def test_every_known_field_of_anybody_is_in_the_report(base: ContactBase, language: str) -> None:
    from contactbase.model.canonical import contact_texts  # noqa: PLC0415 - the truth of this test alone

    for who in base.values():
        report = access_report(base, who.id, as_of=TODAY, policy=FR, stops=new_list())
        held = {name: text for name, text in contact_texts(who).items() if name not in {"consents", "events"}}
        found = json.loads(report.to_json())
        assert {name: cell["value"] for name, cell in found["fields"].items() if name in held} == held
        assert len(found["consents"]) == len(who.consents)
        assert len(found["events"]) == len(who.events)
        page = Balanced()
        page.feed(report.to_html(language))  # type: ignore[arg-type]  # the two languages
        assert page.open == []
        assert set(held.values()) <= set(page.texts)


def test_a_hostile_value_runs_nowhere() -> None:
    base = ContactBase.of([Contact(id="c-1", city="<script>alert(1)</script>", extra=(("<b>", '"onload='),))])
    page = access_report(base, "c-1", as_of=TODAY).to_html("fr")
    assert "<script" not in page
    assert "<b>" not in page


def test_what_the_controller_did_not_say_is_said_to_be_missing() -> None:
    assert "not filled in by the controller" in access_report(BASE, "c-1", as_of=TODAY).to_text()


def test_an_unknown_contact_is_refused_everywhere() -> None:
    with pytest.raises(PrivacyError):
        access_report(BASE, "c-9", as_of=TODAY)
    with pytest.raises(PrivacyError):
        portability_export(BASE, "c-9")
    with pytest.raises(PrivacyError):
        restrict(BASE, "c-9", new_list(), on=TODAY)


def test_portability_is_what_the_person_provided_and_names_the_rest() -> None:
    export, journal = portability_export(BASE, "c-1")
    found = json.loads(export.to_json())
    assert found["phones"] == MOBILE
    assert [event["kind"] for event in found["events"]] == ["purchase"]
    assert "tags" not in found
    assert {dict(one.details)["name"] for one in journal.findings} == {"tags"}
    tables = {name: (columns, rows) for name, columns, rows in export.tables()}
    assert tables["contact"][1][0][tables["contact"][0].index("last_name")] == "Durand"
    assert set(tables) == {"contact", "consents", "events"}


def test_every_field_called_provided_is_a_field() -> None:
    from contactbase.model.schema import SCHEMA, Role  # noqa: PLC0415 - of this test alone

    assert {field.name for field in SCHEMA.of_role(Role.STORED)} >= PROVIDED


# Redaction.


@settings(deadline=None)
@given(bases(), st.sampled_from(Redaction))
def test_a_redacted_contact_shows_nobody(base: ContactBase, how: Redaction) -> None:
    for who in base.values():
        shown = "|".join(redact(who, how, RING).values())
        secrets = [who.first_name, who.last_name, who.city, who.postcode, *who.address]
        secrets += [one.e164 for one in who.phones] + [one.address for one in who.emails]
        secrets += [who.birth_date.isoformat() if who.birth_date else None]
        assert not any(secret in shown.split("|") for secret in secrets if secret)


def test_hashes_of_one_key_join_and_need_a_key() -> None:
    same = attrs.evolve(LEA, id="z", emails=contact("", "LEA@example.org").emails)
    assert redact(LEA, Redaction.HASHED, RING)["emails"] == redact(same, Redaction.HASHED, RING)["emails"]
    with pytest.raises(PrivacyError, match="need a key"):
        redact(LEA, Redaction.HASHED)
