"""Results of HLR lookups and providers' reports: the words they use, the effects they have, what stays unknown."""

from __future__ import annotations

import csv
import datetime as dt
import io

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contactbase.campaign.delivery_report import ReportedStatus, read_reports
from contactbase.campaign.hlr import HlrStatus, Porting, read_hlr, with_portings
from contactbase.model.activity import last_act_of_person
from contactbase.model.bounce import BounceClass
from contactbase.model.contact import Contact
from contactbase.model.enums import Channel, EventKind
from contactbase.model.suppression import SuppressionReason
from contactbase.model.withdrawal import Reach

DAY = dt.date(2026, 3, 2)
FILE = """MSISDN;Statut;Porté;Réseau;Réseau d'origine;Date
33612345678;actif;oui;Net B;Net A;02/03/2026
0698765432;Absent;non;Net A;Net A;2026-03-02
33699000001;non attribué;;;;
33699000002;numéro invalide;;;;
33612345678;actif;oui;Net B;Net A;2026-02-01
32470123456;actif;non;Net X;;
12;actif;;;;
33699000003;???;;;;
"""


def rows(text: str, delimiter: str = ";") -> list[dict[str, str | None]]:
    return list(csv.DictReader(io.StringIO(text), delimiter=delimiter))


def test_the_five_effects_of_a_lookup() -> None:
    reading, journal = read_hlr(rows(FILE), on=DAY)
    assert [one.phone.e164 for one in reading.of(HlrStatus.UNASSIGNED)] == ["+33699000001"]
    assert [one.phone.e164 for one in reading.of(HlrStatus.INVALID)] == ["+33699000002"]
    assert (reading.unread, reading.duplicates) == ((7,), (5,))
    assert [(one.address, one.from_network, one.to_network) for one in reading.portings] == [
        ("+33612345678", "Net A", "Net B")
    ]
    assert [one.phone.region for one in reading.international] == ["BE"]
    assert [phone.e164 for phone in reading.usable] == ["+33612345678", "+33698765432", "+33699000003"]
    both = read_hlr(rows(FILE), on=DAY, home={"FR", "BE"})
    assert (len(both.value.usable), both.value.international) == (4, ())
    assert "return.international" not in both.journal.count()
    assert journal.count() == {
        "return.duplicate": 1,
        "return.international": 1,
        "return.invalid": 1,
        "return.number-unreadable": 1,
        "return.ported": 2,
        "return.status-unknown": 1,
        "return.unassigned": 1,
    }


def test_the_numbers_nobody_has_go_to_the_suppression_list() -> None:
    reading = read_hlr(rows(FILE), on=DAY).value
    assert [(one.address, one.reason, one.at) for one in reading.instructions()] == [
        ("+33699000001", SuppressionReason.HARD_BOUNCE, DAY),
        ("+33699000002", SuppressionReason.HARD_BOUNCE, DAY),
    ]
    assert "+33" not in repr(reading)


def test_no_operator_is_ever_told_by_a_prefix() -> None:
    bare = [{"msisdn": f"336{number:08}", "status": "live"} for number in range(10_000_000, 99_000_000, 7_654_321)]
    reading = read_hlr(bare, on=DAY).value
    assert reading.results
    assert all(one.network is None and one.original is None and one.ported is None for one in reading.results)
    assert reading.portings == ()


@pytest.mark.parametrize(
    ("status", "error", "found"),
    [
        ("Success", "", "reachable"),
        ("EC_ABSENT_SUBSCRIBER", "", "absent"),
        ("failed", "EC_UNKNOWN_SUBSCRIBER", "unassigned"),
        ("unknown", "absent subscriber", "absent"),
        ("", "abonné inconnu", "unassigned"),
        ("inconnu", "", "unknown"),
        ("", "", "unknown"),
    ],
)
def test_the_words_of_a_lookup_are_known(status: str, error: str, found: str) -> None:
    (result,) = read_hlr([{"number": "0612345678", "status": status, "error": error}], on=DAY).value.results
    assert result.status == found


def test_of_two_results_the_newest_holds_and_on_one_day_the_one_that_shows_life() -> None:
    def two(*parts: tuple[str, str]) -> tuple[str, dict[str, int]]:
        given = [{"number": "0612345678", "status": status, "date": day} for status, day in parts]
        reading, journal = read_hlr(given, on=None)
        return reading.results[0].status, journal.count()

    assert two(("dead", "2026-03-01"), ("live", "2026-03-02")) == (
        "reachable",
        {"return.duplicate": 1, "return.unassigned": 1},
    )
    assert two(("dead", "2026-03-02"), ("live", "2026-03-01"))[0] == "unassigned"
    assert two(("live", "2026-03-02"), ("dead", "2026-03-02"))[0] == "reachable"
    assert "return.contradiction" in two(("dead", "2026-03-02"), ("live", "2026-03-02"))[1]


def test_the_history_of_portings_only_grows() -> None:
    reading = read_hlr(rows(FILE), on=DAY).value
    first = with_portings((), reading)
    assert with_portings(first, reading) == first
    back = attrs.evolve(reading, results=(attrs.evolve(reading.results[0], network="Net C"),))
    grown = with_portings(first, back)
    assert (grown[: len(first)], grown[-1].to_network) == (first, "Net C")
    old = Porting(address="+33698765432", on=None, from_network=None, to_network="Net Z")
    assert old in with_portings((old,), reading)


CELLS = st.dictionaries(
    st.sampled_from(["msisdn", "status", "error", "ported", "network", "date", "x"]),
    st.one_of(st.none(), st.text(), st.sampled_from(["33612345678", "live", "dead", "2026-03-02", "oui"])),
)


@given(st.lists(CELLS, max_size=5))
@settings(deadline=None)
def test_any_row_is_read(given_rows: list[dict[str, str | None]]) -> None:
    reading, _ = read_hlr(given_rows, on=DAY)
    assert len(reading.results) + len(reading.unread) + len(reading.duplicates) == len(given_rows)
    for channel in (Channel.SMS, Channel.EMAIL):
        read_reports(given_rows, channel=channel)


REPORT = """Destinataire,Statut,Code,Date,ID
+33612345678,DELIVRD,,2026-03-02 10:00,m-1
+33612345678,Cliqué,,2026-03-02 10:05,m-1
0698765432,UNDELIV,,2026-03-02,m-2
+33699000001,invalide,,2026-03-02,m-3
+33699000002,Désabonné,,03/03/2026,m-4
+33699000003,ENROUTE,,2026-03-02,m-5
+33699000004,ouvert,,2026-03-02,m-6
+33699000005,bizarre,,2026-03-02,m-7
nobody,DELIVRD,,2026-03-02,m-8
+33699000006,EXPIRED,,,m-9
"""


def test_a_report_becomes_events_and_instructions() -> None:
    reported, journal = read_reports(rows(REPORT, ","), channel=Channel.SMS, campaign="spring")
    assert [(one.address[-2:], one.event.kind, one.event.reference) for one in reported] == [
        ("78", EventKind.DELIVERY, "m-1"),
        ("78", EventKind.CLICK, "m-1"),
        ("32", EventKind.BOUNCE, "m-2"),
        ("01", EventKind.BOUNCE, "m-3"),
        ("02", EventKind.UNSUBSCRIBE, "m-4"),
        ("06", EventKind.BOUNCE, "m-9"),
    ]
    assert all(one.event.campaign == "spring" and one.event.channel is Channel.SMS for one in reported)
    assert [one.withdrawal.reason for one in reported if one.withdrawal] == [
        SuppressionReason.HARD_BOUNCE,
        SuppressionReason.OPTOUT,
    ]
    assert journal.count() == {
        "return.no-open": 1,
        "return.number-unreadable": 1,
        "return.status-unknown": 1,
        "return.undated": 1,
    }
    assert [found.source.row for found in journal.findings if found.source] == [7, 8, 9, 10]
    assert "+33" not in repr(reported)


def test_only_the_acts_of_the_person_move_the_clock_of_retention() -> None:
    reported = read_reports(rows(REPORT, ","), channel=Channel.SMS).value
    by_click = Contact(id="c", events=tuple(one.event for one in reported if one.status is ReportedStatus.CLICKED))
    others = Contact(id="c", events=tuple(one.event for one in reported if one.status is not ReportedStatus.CLICKED))
    assert (last_act_of_person(by_click), last_act_of_person(others)) == (DAY, None)


@pytest.mark.parametrize(
    ("status", "code", "klass"),
    [
        ("bounced", "5.1.1", BounceClass.HARD),
        ("hard bounce", "", BounceClass.HARD),
        ("soft bounce", "", BounceClass.SOFT),
        ("soft bounce", "5.1.1", BounceClass.HARD),
        ("hard bounce", "5.7.1", BounceClass.BLOCK),
        ("blocked", "", BounceClass.BLOCK),
        ("failed", "", BounceClass.UNKNOWN),
        ("failed", "250", BounceClass.UNKNOWN),
    ],
)
def test_a_failed_e_mail_has_a_class(status: str, code: str, klass: BounceClass) -> None:
    row = {"email": "Lea@Example.org", "event": status, "smtp code": code, "timestamp": "1772442000"}
    (found,), _ = read_reports([row], channel=Channel.EMAIL)
    assert found.bounce is not None
    assert found.bounce.klass is klass
    assert (found.address, found.event.at) == ("Lea@example.org", DAY)


def test_a_complaint_in_a_report_stops_the_person() -> None:
    row = {"email": "lea@example.org", "event": "spam report", "date": "2026-03-02"}
    (found,), _ = read_reports([row], channel=Channel.EMAIL)
    assert found.withdrawal is not None
    assert (found.withdrawal.reason, found.withdrawal.reach) == (SuppressionReason.COMPLAINT, Reach.PERSON)
    (opened,), journal = read_reports([{"email": "lea@example.org", "event": "open"}], channel=Channel.EMAIL)
    assert (opened.event.kind, opened.withdrawal, journal.count()) == (EventKind.OPEN, None, {"return.undated": 1})
