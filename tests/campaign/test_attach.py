"""Events that came back, put into the histories of contacts."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from contactbase.campaign.attach import attach
from contactbase.campaign.delivery_report import read_reports
from contactbase.campaign.feedback import Complaint, FeedbackKind
from contactbase.model.contact import Contact, Email, Phone
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import Channel, EventKind
from contactbase.model.journal import Amendment
from contactbase.model.replay import diff, undo

BASE = ContactBase.of(
    [
        Contact(id="c-1", phones=(Phone("+33612345678"),), emails=(Email("Lea@example.org", "lea@example.org"),)),
        Contact(id="c-2", phones=(Phone("+33612345678"),)),
        Contact(id="c-3", phones=(Phone("+33698765432"),)),
    ]
)


def reported(*rows: tuple[str, str, str], channel: Channel = Channel.SMS) -> tuple[object, ...]:
    told = [{"to": to, "status": status, "date": date, "url": "https://example.org/a"} for to, status, date in rows]
    return read_reports(told, channel=channel, campaign="spring").value


def test_an_event_goes_to_who_has_the_address_and_keeps_its_link() -> None:
    after, journal = attach(BASE, reported(("0698765432", "clicked", "2026-03-02")))  # type: ignore[arg-type]  # rows
    (event,) = after["c-3"].events
    assert (event.kind, event.campaign, event.link) == (EventKind.CLICK, "spring", "https://example.org/a")
    assert after["c-1"] is BASE["c-1"]
    (entry,) = journal.entries
    assert isinstance(entry, Amendment)
    assert (entry.contact, entry.reason) == ("c-3", "results.attached")


def test_only_clicks_have_a_link() -> None:
    (delivered,) = read_reports([{"to": "0612345678", "status": "ok", "url": "x"}], channel=Channel.SMS).value
    assert delivered.event.link is None


def test_shared_and_unknown_addresses_are_said() -> None:
    rows = (("0612345678", "DELIVRD", "2026-03-02"), ("0612345679", "DELIVRD", "2026-03-02"))
    after, journal = attach(BASE, reported(*rows))  # type: ignore[arg-type]  # rows
    assert [len(contact.events) for contact in after.values()] == [1, 0, 0]
    assert journal.count() == {"results.address-shared": 1, "results.address-unknown": 1}


def test_a_mailbox_is_found_in_any_spelling_and_a_campaign_can_be_named() -> None:
    complaint = Complaint(address="LEA@Example.org", kind=FeedbackKind.ABUSE, on=dt.date(2026, 3, 3))
    after, _ = attach(BASE, [complaint], campaign="spring")
    assert [(event.kind, event.campaign) for event in after["c-1"].events] == [(EventKind.COMPLAINT, "spring")]


ROWS = st.lists(
    st.tuples(
        st.sampled_from(["0612345678", "0698765432", "0612345679", "?"]),
        st.sampled_from(["DELIVRD", "clicked", "undeliv", "STOP", "queued", "zzz"]),
        st.sampled_from(["2026-03-02", "2026-03-03", ""]),
    ),
    max_size=8,
)


@given(ROWS)
def test_undo_gives_the_base_back_and_a_second_time_adds_nothing(rows: list[tuple[str, str, str]]) -> None:
    found = reported(*rows)
    after, journal = attach(BASE, found)  # type: ignore[arg-type]  # rows
    assert dict(undo(after, journal)) == dict(BASE)
    again, nothing = attach(after, found)  # type: ignore[arg-type]  # rows
    assert again is after
    assert not any(isinstance(entry, Amendment) for entry in nothing.entries)
    told = {change.contact for entry in journal.entries if isinstance(entry, Amendment) for change in entry}
    assert told == {change.contact for change in diff(BASE, after)}
