"""Attestations: they speak of one value, never of the next one, and cost nothing where there are none."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest

from contactbase.matching.survivor import survivor
from contactbase.model.attested import attest, attestations_of, attested_on, with_attestations
from contactbase.model.contact import Contact, Email, Phone
from contactbase.model.contact_json import contact_from_json, contact_to_json
from contactbase.model.enums import AttestationAct, PhoneKind

DAY = dt.date(2026, 10, 1)
MOBILE, LANDLINE = Phone("+33699000001", PhoneKind.MOBILE, "FR"), Phone("+33199000001", PhoneKind.FIXED_LINE, "FR")
LEA = Contact(
    id="c-1",
    city="Lyon",
    phones=(LANDLINE, MOBILE),
    emails=(Email("lea@example.org", "lea@example.org"),),
    interests=frozenset({"golf", "opéra"}),
    birth_date=dt.date(1985, 3, 12),
    custom=(("rooms", 3), ("vip", False)),
)


def verified(contact: Contact, field: str, on: dt.date = DAY) -> Contact:
    return attest(contact, field, AttestationAct.VERIFIED, on=on, method="call", by="Zoé")


@pytest.mark.parametrize("field", ["city", "mobile", "landline", "email", "birth_date", "rooms", "vip"])
def test_a_field_is_attested_once_and_read_back(field: str) -> None:
    found = verified(LEA, field)
    (line,) = attestations_of(found, field)
    assert (line.on, line.method, line.by) == (DAY, "call", "Zoé")
    assert verified(found, field) is found


def test_a_field_of_several_values_is_attested_value_by_value() -> None:
    assert len(attestations_of(verified(LEA, "phones"), "phones")) == 2
    assert len(attestations_of(verified(LEA, "interests"), "interests")) == 2
    mobile = verified(LEA, "mobile")
    assert len(attestations_of(mobile, "phones")) == 1
    assert attestations_of(mobile, "landline") == ()


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("city", {"city": "Brest"}),
        ("city", {"city": None}),
        ("mobile", {"phones": (attrs.evolve(MOBILE, e164="+33699000002"),)}),
        ("rooms", {"custom": (("rooms", 4),)}),
    ],
)
def test_an_attestation_never_passes_to_another_value(field: str, change: dict[str, object]) -> None:
    assert attestations_of(attrs.evolve(verified(LEA, field), **change), field) == ()  # type: ignore[arg-type] # table


def test_an_unknown_field_cannot_be_attested() -> None:
    assert verified(LEA, "company") is LEA
    assert verified(LEA, "nonsense") is LEA


def test_the_last_day_counts_and_none_after_the_day_of_judgement() -> None:
    contact = verified(verified(LEA, "city"), "city", dt.date(2027, 1, 1))
    assert attested_on(contact, "city", as_of=dt.date(2026, 12, 31)) == DAY
    assert attested_on(contact, "city", as_of=dt.date(2026, 9, 30)) is None
    assert attested_on(LEA, "city", as_of=DAY) is None


def test_two_records_keep_all_their_lines_and_only_those_of_surviving_values_speak() -> None:
    old = verified(Contact(id="c-1", city="Lyon", collected_on=dt.date(2020, 1, 1)), "city")
    new = verified(Contact(id="c-2", city="Brest", collected_on=dt.date(2025, 1, 1)), "city")
    merged = survivor([old, new])
    assert (merged.city, len(merged.attestations), len(attestations_of(merged, "city"))) == ("Brest", 2, 1)


def test_a_contact_with_attestations_comes_back_from_json_equal() -> None:
    contact = verified(verified(LEA, "phones"), "city")
    assert contact_from_json(contact_to_json(contact)) == contact


def test_who_attested_and_the_digest_stand_in_no_repr() -> None:
    (line,) = verified(LEA, "city").attestations
    assert "Zoé" not in repr(line)
    assert line.of not in repr(line)
    assert repr(verified(LEA, "city")) == "Contact(id='c-1')"


def test_adding_nothing_gives_the_same_object() -> None:
    assert with_attestations(LEA, ()) is LEA
