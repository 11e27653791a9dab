from __future__ import annotations

import base64
import datetime as dt
import hashlib

import pytest

from contactbase.errors import PrivacyError
from contactbase.layouts.stops.catalog import STOP_LAYOUTS, stop_layout_of
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import Channel, Purpose
from contactbase.model.suppression import AddressKind, SuppressionReason
from contactbase.privacy.suppression import SuppressionList
from contactbase.privacy.taking import read_hash, rekeyed, take, take_addresses, take_hashes
from privacy.people import KEY, RING, SECOND_KEY, STOPPED_ON, TODAY, contact

R = SuppressionReason
MOBILE = "+33612345678"


def sms_blocked(stops: SuppressionList, *addresses: str, channel: Channel = Channel.EMAIL) -> bool:
    who = contact("c-1", *addresses)
    return stops.judge(who, channel=channel, purpose=Purpose.MARKETING, as_of=TODAY).blocked


def entries(stops: SuppressionList) -> set[tuple[AddressKind, R, dt.date | None]]:
    return {(entry.kind, entry.reason, entry.created) for entry in stops}


E, S = AddressKind.EMAIL, AddressKind.SMS
MAY = dt.date(2026, 5, 3)


@pytest.mark.parametrize(
    ("layout", "row", "expected"),
    [
        ("mautic", {"email": "a@example.org", "channel": "email", "reason": "1"}, {(E, R.OPTOUT, None)}),
        (
            "mautic",
            {"email": "a@example.org", "mobile": MOBILE, "channel": "sms", "reason": "3", "date_added": "2026-05-03"},
            {(S, R.MANUAL, MAY)},
        ),
        ("mautic", {"email": "a@example.org", "channel": "email", "reason": "2"}, {(E, R.HARD_BOUNCE, None)}),
        ("mautic", {"email": "a@example.org", "channel": "email", "reason": "0"}, set()),
        (
            "mautic",
            {"email": "a@example.org", "mobile": MOBILE, "dnc_preferences": "1:email,3:sms"},
            {(E, R.OPTOUT, None), (S, R.MANUAL, None)},
        ),
        ("odoo", {"Email Address": "a@example.org", "Active": "True"}, {(E, R.OPTOUT, None)}),
        ("odoo", {"Numéro de téléphone": "06 12 34 56 78", "Actif": "Vrai"}, {(S, R.OPTOUT, None)}),
        ("odoo", {"number": MOBILE, "active": "False", "create_date": "2026-05-03 10:00:00"}, set()),
        ("odoo", {"number": MOBILE, "active": "true", "create_date": "2026-05-03 10:00:00"}, {(S, R.OPTOUT, MAY)}),
        ("mailtrain", {"email": "a@example.org", "status": "2"}, {(E, R.OPTOUT, None)}),
        ("mailtrain", {"email": "a@example.org", "status": "4"}, {(E, R.COMPLAINT, None)}),
        ("mailtrain", {"email": "a@example.org", "status": "1"}, set()),
        ("mailtrain", {"email": "a@example.org", "status": "17"}, {(E, R.OPTOUT, None)}),
        ("generic", {"Adresse e-mail": "a@example.org", "Désinscrit le": "03/05/2026"}, {(E, R.OPTOUT, MAY)}),
        ("generic", {"Portable": "06 12 34 56 78"}, {(S, R.OPTOUT, None)}),
    ],
)
def test_exports_of_other_tools_are_recognized_and_understood(
    layout: str, row: dict[str, str], expected: set[tuple[AddressKind, R, dt.date | None]]
) -> None:
    assert stop_layout_of(row) is STOP_LAYOUTS[layout]
    stops = SuppressionList(RING)
    taken, journal = take(stops, [row], source="export")
    assert entries(stops) == expected
    assert (taken.rows, taken.added, taken.nothing) == (1, len(expected), int(not expected))
    if not expected:
        assert journal.count() == {"suppression.not-a-stop": 1}


def test_a_status_that_nobody_knows_is_decided_for_the_person_and_said() -> None:
    stops = SuppressionList(RING)
    journal = take(stops, [{"email": "a@example.org", "status": "deferred"}]).journal
    assert journal.count()["suppression.unknown-status"] == 1
    assert len(stops) == 1


def test_a_file_without_a_column_of_addresses_is_refused() -> None:
    with pytest.raises(PrivacyError, match="mautic, odoo, mailtrain, generic"):
        take(SuppressionList(RING), [{"pointure": "38"}])


def test_what_could_not_be_read_is_counted_with_its_row() -> None:
    stops = SuppressionList(RING)
    taken, journal = take(stops, [{"email": "a@example.org"}, {"email": "a,b@example.org"}], source="x.csv")
    assert (taken.rows, taken.added, taken.nothing) == (2, 1, 1)
    (unread,) = [found for found in journal.findings if found.code == "suppression.unreadable-address"]
    assert str(unread.source) == "x.csv, row 2"


def test_plain_lists_tell_addresses_from_numbers_and_take_each_once() -> None:
    stops = SuppressionList(RING)
    lines = ["\ufeffa@example.org", "", "06 12 34 56 78", "+33612345678", "pas un numéro"]
    taken, _ = take_addresses(stops, lines, on=STOPPED_ON)
    assert (taken.rows, taken.added, taken.known, taken.nothing) == (4, 2, 1, 1)
    assert entries(stops) == {(E, R.OPTOUT, STOPPED_ON), (S, R.OPTOUT, STOPPED_ON)}


def hashed(text: str, algorithm: str) -> str:
    return hashlib.new(algorithm, text.encode(), usedforsecurity=False).hexdigest()


@pytest.mark.parametrize("algorithm", ["md5", "sha1", "sha256", "sha512"])
@pytest.mark.parametrize("spelling", ["lea.durand@example.org", "Lea.Durand@example.org", "LEA.DURAND@EXAMPLE.ORG"])
def test_hashes_of_any_spelling_are_found_and_never_held_bare(algorithm: str, spelling: str) -> None:
    stops = SuppressionList(RING)
    digest = hashed(spelling, algorithm)
    take_hashes(stops, [digest.upper()], algorithm=algorithm, on=STOPPED_ON)
    assert sms_blocked(stops, "Lea.Durand@example.org")
    assert not sms_blocked(stops, "noe@example.org")
    assert digest not in {entry.digest for entry in stops}


@pytest.mark.parametrize("spelling", ["+33612345678", "33612345678", "0033612345678", "0612345678"])
def test_hashes_of_numbers_are_found_in_the_usual_spellings(spelling: str) -> None:
    stops = SuppressionList(RING)
    take_hashes(stops, [f"sha256:{hashed(spelling, 'sha256')}"], kind=AddressKind.SMS)
    assert sms_blocked(stops, MOBILE, channel=Channel.SMS)


def test_a_hash_of_mailtrain_whose_address_is_gone_still_stops() -> None:
    stops = SuppressionList(RING)
    digest = base64.b64encode(hashlib.sha512(b"Lea.Durand@example.org").digest()).decode()
    take(stops, [{"email": "", "hash_email": digest, "status": "2"}])
    assert sms_blocked(stops, "Lea.Durand@Example.org".replace("E", "e"))


@pytest.mark.parametrize("algorithm", [None, "crc32", "hmac-sha256", "shake_128"])
def test_an_algorithm_that_cannot_be_compared_is_refused(algorithm: str | None) -> None:
    with pytest.raises(PrivacyError, match="sha256"):
        take_hashes(SuppressionList(RING), [hashed("a@example.org", "sha256")], algorithm=algorithm)


@pytest.mark.parametrize("text", ["", "zz", "a" * 63, "g" * 64, hashed("a@example.org", "md5"), "é" * 64])
def test_what_is_no_hash_of_that_algorithm_is_said(text: str) -> None:
    assert read_hash(text, "sha256") is None


def test_it_says_which_hashes_match_nobody_and_turns_the_others_into_ordinary_entries() -> None:
    base = ContactBase.of([contact("c-1", "lea@example.org"), contact("c-2", "noe@example.org")])
    stops = SuppressionList(RING)
    lines = [hashed(text, "sha256") for text in ("lea@example.org", "zoe@example.org", "ana@example.org")]
    taken, journal = take_hashes(stops, [*lines, "nothing"], algorithm="sha256", base=base)
    assert (taken.rows, taken.nothing) == (4, 1)
    (said,) = [found for found in journal.findings if found.code == "suppression.unmatched-hashes"]
    assert said.message.startswith("2 of 3 hashes")
    assert sorted(entry.via for entry in stops) == ["", "sha256", "sha256"]
    assert sms_blocked(stops, "lea@example.org")
    assert sms_blocked(stops, "zoe@example.org")


def test_rekeying_moves_what_a_base_still_holds_and_says_what_stays() -> None:
    stops = SuppressionList(RING)
    take_addresses(stops, ["lea@example.org", "zoe@example.org"], on=STOPPED_ON)
    stops = stops.rotated(SECOND_KEY)
    moved, journal = rekeyed(stops, ContactBase.of([contact("c-1", "lea@example.org")]))
    assert moved == 1
    assert list(stops.by_key().values()) == [1, 1]
    assert journal.count() == {"suppression.old-key": 1}
    assert sms_blocked(stops, "lea@example.org")
    assert sms_blocked(stops, "zoe@example.org")
    assert KEY not in repr(journal)
