"""R41 to R53 of the requirements: the quality of a base. Each test says its number.

Elsewhere: the second deduplication at send time of R43, the history of portability of R48 and the reader of HLR results
of R49, the scrub against the four lists of R52 (duplicates apart). R53 is shown with our own `events.csv`.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

import contactbase as cb

AS_OF = dt.date(2026, 11, 22)
MAIL = (cb.Email("lea@example.org", "lea@example.org"),)


def codes(field: str, text: str) -> dict[str, int]:
    """Give the codes that cleaning one cell gives."""
    return cb.clean([{"last_name": "Durand", field: text}], as_of=AS_OF).journal.count()


@pytest.mark.parametrize(
    ("field", "text", "code"),
    [
        ("phones", "06 12 34 56 7", "phone.too-short"),
        ("phones", "06 12 34 56 78 90 12", "phone.too-long"),
        ("phones", "00 12 34", "phone.too-short"),
        ("mobile", "01 42 68 53 00", "phone.landline-as-mobile"),
    ],
)
def test_r41_the_phone_checker_gives_reason_codes(field: str, text: str, code: str) -> None:
    assert code in codes(field, text)


def test_r41_a_number_that_can_be_repaired_is_and_one_that_cannot_is_on_the_list() -> None:
    rows = [{"last_name": "Durand", "mobile": "612345678"}, {"last_name": "Martin", "mobile": "06 12 34 56 7"}]
    base, journal = cb.clean(rows, as_of=AS_OF)
    assert base["c-1"].phones[0].e164 == "+33612345678"
    assert base["c-2"].phones == ()
    assert [found.contact for found in journal.findings if found.severity is cb.Severity.ERROR] == ["c-2"]


def test_r42_duplicates_are_found_and_removed_and_none_is_lost() -> None:
    rows = [
        {"last_name": "DURAND", "first_name": "Léa", "email": "lea@example.org"},
        {"last_name": "Durand", "first_name": "Lea", "email": "LEA@EXAMPLE.ORG"},
        {"last_name": "Martin", "first_name": "Noé", "email": "noe@example.org"},
    ]
    base = cb.clean(rows, as_of=AS_OF).value
    unique, journal = cb.dedupe(base)
    assert list(unique) == ["c-1", "c-3"]
    assert dict(cb.undo(unique, journal)) == dict(base)


def test_r43_an_import_deduplicates_by_itself() -> None:
    text = "Nom;E-mail\nDurand;lea@example.org\nDURAND;LEA@example.org\n"
    assert cb.run(text.encode(), as_of=AS_OF).summary["merged_away"] == 1


def test_r44_duplicates_can_be_named_without_being_merged() -> None:
    base = cb.ContactBase.of(cb.Contact(id=f"c-{n}", emails=MAIL, last_name="Durand") for n in (1, 2))
    matches = cb.match(base)
    assert matches.clusters == (("c-1", "c-2"),)
    assert len(base) == 2


def test_r45_lengths_are_held_against_rules_and_reported_by_row_as_duplicates_are() -> None:
    text = "Nom;Code postal\nDurand;69001\nLi;2900\n"
    records = cb.read(text.encode()).value
    report = cb.check_lengths(records, [cb.LengthRule("postcode", 5, 5), cb.LengthRule("last_name", minimum=3)])
    assert {row: [found.code for found in several] for (_, row), several in report.rows.items()} == {
        2: ["check.too-short", "check.too-short"]
    }


def test_r46_fields_past_their_refresh_interval_are_stale() -> None:
    base = [
        cb.Contact(id="c-1", city="Lyon", collected_on=dt.date(2025, 11, 22)),
        cb.Contact(id="c-2", city="Brest", collected_on=dt.date(2025, 11, 21)),
    ]
    found = cb.stale_fields(base, {"city": 12}, as_of=AS_OF)
    assert [(one.contact, one.field) for one in found] == [("c-2", "city")]


def test_r47_every_change_is_an_entry_and_a_segment_is_judged_anew_each_day() -> None:
    before = cb.Contact(id="c-1", last_name="Durand", city="Lyon", birth_date=dt.date(2008, 11, 23))
    after = cb.Contact(id="c-1", last_name="Durand", city="Brest", birth_date=dt.date(2008, 11, 23))
    (change,) = cb.diff(cb.ContactBase.of([before]), cb.ContactBase.of([after]))
    assert (change.field, change.before, change.after) == ("city", "Lyon", "Brest")
    adults = cb.Segment("adults", "age >= 18")
    assert [adults.matches(before, as_of=AS_OF + dt.timedelta(days)) for days in (0, 1)] == [False, True]


def test_r47_changes_are_events_and_each_field_has_a_history_that_segments_follow() -> None:
    lyon = cb.Segment("lyon", 'city = "Lyon"')
    runs = [
        cb.ContactBase.of([cb.Contact(id="A1", last_name="Durand", city=city)]) for city in ("Lyon", "Brest", "Brest")
    ]
    days = [dt.date(2026, month, 1) for month in (1, 2, 3)]
    history = cb.History.of(zip(days, runs, strict=True))
    assert [(event.on, event.contact, event.field, event.kind) for event in history] == [
        (days[1], "A1", "city", cb.ChangeKind.CHANGED)
    ]
    assert history.of_field("A1", "city") == ((days[0], "Lyon"), (days[1], "Brest"))
    assert [lyon.count(base, as_of=day) for day, base in zip(days, runs, strict=True)] == [1, 0, 0]


def test_r48_no_operator_is_ever_told_from_a_prefix() -> None:
    (phone,) = cb.clean([{"mobile": "06 12 34 56 78"}], as_of=AS_OF).value["c-1"].phones
    names = {name for name in dir(phone) if not name.startswith("_")}
    assert names == {"e164", "kind", "region", "extension"}
    assert not {"operator", "carrier", "network"} & set(cb.schema)


def test_r50_the_share_of_verified_contacts_is_known_and_by_whom() -> None:
    schema = cb.schema.extend(verified_by=str)
    rows = [
        {"last_name": "Durand", "verified_on": "2026-10-01", "verified_by": "Zoé"},
        {"last_name": "Martin", "verified_on": "2020-01-01", "verified_by": "Zoé"},
        {"last_name": "Petit"},
        {"last_name": "Roux"},
    ]
    base = cb.clean(rows, as_of=AS_OF, schema=schema).value
    found = cb.verification_rate(base, as_of=AS_OF, by="verified_by")
    assert (found.rate, found.by) == (0.5, (("Zoé", 2),))
    assert cb.verification_rate(base, as_of=AS_OF, within_months=12).rate == 0.25


def test_r50_each_value_says_when_how_and_by_whom_it_was_verified() -> None:
    base = cb.clean([{"last_name": "Durand", "mobile": "06 12 34 56 78"}, {"last_name": "Roux"}], as_of=AS_OF).value
    checked, journal = cb.verify(
        base, ["c-1"], ["mobile"], on=dt.date(2026, 10, 1), method=cb.VerificationMethod.CODE_BY_SMS, by="Zoé"
    )
    (line,) = cb.attestations_of(checked["c-1"], "mobile")
    assert (line.on, line.method, line.by) == (dt.date(2026, 10, 1), "code_by_sms", "Zoé")
    rate = cb.verification_rate(checked, field="mobile", as_of=AS_OF)
    assert (rate.rate, rate.methods, rate.by) == (1.0, (("code_by_sms", 1),), (("Zoé", 1),))
    assert cb.verification_rate(checked, field="last_name", as_of=AS_OF).rate == 0.0
    assert dict(cb.undo(checked, journal)) == dict(base)


def test_r51_completeness_is_scored_by_channel_and_sms_takes_a_mobile() -> None:
    landline = cb.Phone("+33199000001", cb.PhoneKind.FIXED_LINE, "FR")
    known = cb.Contact(id="c-1", first_name="Léa", emails=MAIL, phones=(landline,))
    sms, email = cb.completeness(known, cb.Channel.SMS), cb.completeness(known, cb.Channel.EMAIL)
    assert (sms.score, sms.reachable, "mobile" in sms.missing) == (0.0, False, True)
    assert (email.score, email.missing) == (0.5, ("last_purchase", "purchases.product"))
    assert cb.base_completeness([known])[cb.Channel.SMS].reachable == 0


def test_r52_duplicates_opt_outs_and_bounces_of_an_import_are_known_before_anything_is_written(tmp_path: Path) -> None:
    text = (
        "Nom;E-mail;Désinscrit;Date de rebond\n"
        "Durand;lea@example.org;;\n"
        "Durand;lea@example.org;oui;\n"
        "Martin;noe@example.org;;2026-01-05\n"
    )
    columns = {"Désinscrit": "opt_out", "Date de rebond": "bounced_on"}
    result = cb.run(text.encode(), as_of=AS_OF, columns=columns)
    lea, noe = result.base.values()
    assert {consent.status for consent in lea.consents} == {cb.ConsentStatus.WITHDRAWN}
    assert [event.kind for event in noe.events] == [cb.EventKind.BOUNCE]
    assert list(tmp_path.iterdir()) == []


def test_r53_events_of_past_campaigns_come_back_with_the_base_they_belong_to(tmp_path: Path) -> None:
    out = tmp_path / "clean"
    cb.run(b"Id;Nom;E-mail\nA1;Durand;lea@example.org\n", out=out, as_of=AS_OF)
    with (out / "events.csv").open("w", encoding="utf-8") as file:
        file.write("contact_id,kind,at,direction,channel,campaign\n")
        file.write("A1,message,2026-10-01,from_us,email,rentrée\nA1,click,2026-10-02,from_person,email,rentrée\n")
    base = cb.clean(cb.read(out).value, as_of=AS_OF).value
    assert [(event.kind, event.campaign) for event in base["A1"].events] == [
        (cb.EventKind.MESSAGE, "rentrée"),
        (cb.EventKind.CLICK, "rentrée"),
    ]
    assert cb.Segment("s", 'has messages where campaign = "rentree"').count(base, as_of=AS_OF) == 1
