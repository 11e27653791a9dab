from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import Channel, Purpose
from contactbase.model.suppression import SuppressionReason, SuppressionScope
from contactbase.normalize.clean import clean
from contactbase.pipeline.reading import read
from contactbase.privacy.scrub import scrub
from contactbase.privacy.suppression import SuppressionList
from laws.strategies import bases
from privacy.people import RING, STOPPED_ON, TODAY, contact

R = SuppressionReason
MOBILE = "+33612345678"


def stops_of(*entries: tuple[str, str, R]) -> SuppressionList:
    stops = SuppressionList(RING)
    for address, kind, reason in entries:
        stops.add(address, kind, reason=reason, on=STOPPED_ON)
    return stops


def kept(stops: SuppressionList, *contacts: Contact, **options: object) -> tuple[list[str], dict[str, int]]:
    base, journal = scrub(ContactBase.of(contacts), stops, as_of=TODAY, **options)  # type: ignore[call-overload]
    return list(base), journal.count()


@pytest.mark.parametrize("reason", [R.OPTOUT, R.HARD_BOUNCE, R.COMPLAINT, R.LEGAL, R.ERASURE])
def test_each_list_keeps_its_people_out(reason: R) -> None:
    stops = stops_of(("lea@example.org", "email", reason))
    found = kept(stops, contact("c-1", "Lea@example.org"), contact("c-2", "noe@example.org"))
    assert found == (["c-2"], {reason.code: 1})


def test_who_is_reachable_otherwise_stays_and_that_is_said() -> None:
    stops = stops_of(("lea@example.org", "email", R.OPTOUT))
    lea = contact("c-1", "lea@example.org", MOBILE)
    assert kept(stops, lea) == (["c-1"], {"suppression.partly": 1})
    assert kept(stops, lea, channel=Channel.EMAIL) == ([], {"suppression.optout": 1})


def test_an_erased_person_is_out_even_where_another_address_is_free() -> None:
    stops = stops_of(("lea@example.org", "email", R.ERASURE))
    assert kept(stops, contact("c-1", "lea@example.org", MOBILE)) == ([], {"suppression.erasure": 1})


def test_duplicates_are_found_among_the_new_and_against_what_is_known() -> None:
    new = [contact("c-1", MOBILE), contact("c-2", MOBILE), contact("c-3"), contact("c-4")]
    assert kept(stops_of(), *new) == (["c-1", "c-3", "c-4"], {"suppression.duplicate": 1})
    known = ContactBase.of([contact("old", MOBILE)])
    assert kept(stops_of(), *new, known=known) == (["c-3", "c-4"], {"suppression.duplicate": 2})


def test_two_people_of_one_number_are_no_duplicates_unless_the_number_is_what_is_sent_to() -> None:
    family = [contact("c-1", MOBILE, first_name="Léa"), contact("c-2", MOBILE, first_name="Noé")]
    assert kept(stops_of(), *family)[0] == ["c-1", "c-2"]
    assert kept(stops_of(), *family, channel=Channel.SMS)[0] == ["c-1"]


def test_who_is_out_does_not_take_the_address() -> None:
    stops = stops_of(("lea@example.org", "email", R.ERASURE))
    found, _ = kept(stops, contact("c-1", "lea@example.org", MOBILE), contact("c-2", MOBILE))
    assert found == ["c-2"]


def test_a_scope_that_does_not_cover_the_purpose_lets_in() -> None:
    stops = SuppressionList(RING)
    stops.add(MOBILE, "sms", reason=R.OPTOUT, on=STOPPED_ON, scope=SuppressionScope(purpose=Purpose.MARKETING))
    assert kept(stops, contact("c-1", MOBILE), channel=Channel.SMS, purpose=Purpose.SERVICE)[0] == ["c-1"]


FILE = (
    "Nom;Prénom;E-mail;Portable\n"
    "Durand;Léa;LEA@Example.org;06 12 34 56 78\n"
    "Martin;Zoé;zoe@example.org;\n"
    "Petit;Omar;;06 12 34 56 79\n"
    "Petit;Omar;;+33 6 12 34 56 79\n"
).encode()


def test_records_are_scrubbed_before_anything_is_stored() -> None:
    stops = stops_of(("lea@example.org", "email", R.OPTOUT))
    for kind in ("sms", "phone"):
        stops.add("06 12 34 56 78", kind, reason=R.OPTOUT, on=STOPPED_ON)
    records, journal = scrub(read(FILE).value, stops, as_of=TODAY)
    base = clean(records, as_of=TODAY).value
    assert [found.first_name for found in base.values()] == ["Zoé", "Omar"]
    assert [(entry.code, entry.source.row, entry.cells) for entry in journal.rejections] == [
        ("suppression.optout", 1, ()),
        ("suppression.duplicate", 4, ()),
    ]
    assert len(list(records)) == len(list(records)) == 2


def test_plain_mappings_are_scrubbed_too() -> None:
    rows = [{"last_name": "Durand", "email": "lea@example.org"}, {"last_name": "Martin"}, {"pointure": "38"}]
    records, journal = scrub(rows, stops_of(("lea@example.org", "email", R.COMPLAINT)), as_of=TODAY)
    assert len(list(records)) == 2
    assert journal.count() == {"suppression.complaint": 1}


@settings(deadline=None)
@given(bases(), st.none() | st.sampled_from(Channel))
def test_nobody_is_lost_twice_or_in_silence_and_a_second_scrub_changes_nothing(
    base: ContactBase, channel: Channel | None
) -> None:
    stops = stops_of(("+33612345671", "sms", R.OPTOUT), ("ana@example.org", "email", R.HARD_BOUNCE))
    once, journal = scrub(base, stops, as_of=TODAY, channel=channel)
    out = [found.contact for found in journal.findings if found.code != "suppression.partly"]
    assert sorted([*once, *out], key=list(base).index) == list(base)
    assert list(scrub(once, stops, as_of=TODAY, channel=channel).value) == list(once)


@settings(deadline=None)
@given(bases(), bases())
def test_who_was_erased_stays_out_when_an_old_file_comes_again(base: ContactBase, old: ContactBase) -> None:
    stops = SuppressionList(RING)
    for gone in base.values():
        stops.add_contact(gone, reason=R.ERASURE, on=STOPPED_ON)
    erased = {address.e164 for gone in base.values() for address in gone.phones}
    erased |= {address.key for gone in base.values() for address in gone.emails}
    back = scrub(old, stops, as_of=TODAY).value
    held = {address.e164 for who in back.values() for address in who.phones}
    held |= {address.key for who in back.values() for address in who.emails}
    assert not held & erased
    assert not scrub(base, stops, as_of=TODAY).value.keys() & {
        gone.id for gone in base.values() if gone.phones or gone.emails
    }
