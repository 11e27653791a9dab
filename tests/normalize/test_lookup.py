"""Looking contacts up: any identifier in any spelling, all who share it, nobody who does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.model.contact import Contact, Email, Phone
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import PhoneKind
from contactbase.normalize.lookup import ContactIndex

MAIL = (Email("Lea@example.org", "lea@example.org"),)
SHARED = (Phone("+33612345678", PhoneKind.MOBILE, "FR"),)
BASE = ContactBase.of(
    [
        Contact(id="c-9", phones=SHARED, siren="732829320"),
        Contact(id="A 1", emails=MAIL, phones=SHARED),
        Contact(id="0612345678"),
        Contact(id="c-4", siret="73282932000074"),
    ]
)
INDEX = ContactIndex.of(BASE)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("c-9", ["c-9"]),
        ("A 1", ["A 1"]),
        ("lea@EXAMPLE.org", ["A 1"]),
        ("mailto:lea@example.org", ["A 1"]),
        ("+33 6 12 34 56 78", ["c-9", "A 1"]),
        ("06 12 34 56 78", ["c-9", "A 1"]),
        ("0612345678", ["c-9", "A 1", "0612345678"]),
        ("732 829 320", ["c-9"]),
        ("732 829 320 00074", ["c-9", "c-4"]),
        ("", []),
        ("nobody", []),
        ("c-", []),
        ("noe@example.org", []),
    ],
)
def test_a_contact_is_found_by_each_of_its_identifiers(text: str, ids: list[str]) -> None:
    assert [contact.id for contact in INDEX.find(text)] == ids


def test_a_national_number_is_read_in_the_region_given() -> None:
    index = ContactIndex.of([Contact(id="c-1", phones=(Phone("+32470123456", PhoneKind.MOBILE, "BE"),))])
    assert [contact.id for contact in index.find("0470 12 34 56", region="BE")] == ["c-1"]
    assert index.find("0470 12 34 56") == ()


def test_no_identifier_stands_in_a_repr() -> None:
    assert "example" not in repr(INDEX)


@given(st.text(st.characters(codec=None, exclude_categories=()), max_size=20))
def test_any_text_may_be_asked_for(text: str) -> None:
    assert all(contact.id in BASE for contact in INDEX.find(text))


def test_a_question_looks_at_as_many_contacts_as_it_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    index = ContactIndex.of(Contact(id=f"c-{n}") for n in range(1000))

    def refuse(_self: ContactBase) -> object:
        pytest.fail("the whole base was walked through")

    monkeypatch.setattr(ContactBase, "__iter__", refuse)
    monkeypatch.setattr(ContactBase, "values", refuse)
    assert [contact.id for contact in index.find("c-500")] == ["c-500"]
