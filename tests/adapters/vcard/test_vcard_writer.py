from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from contactbase.adapters.vcard.writer import VCardVersion, card_text, not_held
from contactbase.model.contact import Contact, Email, Phone
from contactbase.model.enums import PhoneKind, Sex
from contactbase.pipeline.writing import write

WHOLE = Contact(
    id="c-1",
    title="Mme",
    first_name="Léa",
    last_name="Petit, née; Roux",
    birth_date=dt.date(980, 3, 2),
    sex=Sex.F,
    language="fr",
    company="Bijoux\\Or",
    emails=(Email("lea@example.org", "lea@example.org"),),
    phones=(Phone("+33698765432", PhoneKind.MOBILE, "FR"), Phone("+33123456789", PhoneKind.FIXED_LINE, "FR", "12")),
    address=("Bât. A", "12 rue Haute"),
    postcode="69001",
    city="Lyon",
    country="FR",
    tags=frozenset({"VIP", "a,b"}),
    interests=frozenset({"voile"}),
)


def test_a_card_of_each_version_is_written_to_the_letter() -> None:
    assert card_text(WHOLE, VCardVersion.V4).splitlines() == [
        "BEGIN:VCARD",
        "VERSION:4.0",
        "UID;VALUE=text:c-1",
        "N:Petit\\, née\\; Roux;Léa;;Mme;",
        "FN:Mme Léa Petit\\, née\\; Roux",
        "ORG:Bijoux\\\\Or",
        "TEL;VALUE=uri;TYPE=cell:tel:+33698765432",
        "TEL;VALUE=uri:tel:+33123456789;ext=12",
        "EMAIL:lea@example.org",
        "ADR:;;Bât. A\\n12 rue Haute;Lyon;;69001;FR",
        "BDAY:09800302",
        "CATEGORIES:VIP,a\\,b",
        "GENDER:F",
        "LANG:fr",
        "INTEREST:voile",
        "END:VCARD",
    ]
    lines = card_text(WHOLE, VCardVersion.V3).splitlines()
    assert [line for line in lines if line.startswith(("TEL", "EMAIL", "BDAY", "UID"))] == [
        "UID:c-1",
        "TEL;TYPE=CELL:+33698765432",
        "TEL;TYPE=VOICE:+33123456789\\;ext=12",
        "EMAIL;TYPE=INTERNET:lea@example.org",
        "BDAY:0980-03-02",
    ]
    assert not any(line.startswith(("GENDER", "LANG", "INTEREST")) for line in lines)


def test_lines_are_folded_at_75_octets_and_never_inside_a_character() -> None:
    text = card_text(Contact(id="c-1", last_name="é" * 200), VCardVersion.V4)
    assert all(len(line.encode()) <= 75 for line in text.splitlines())
    assert "é" * 200 in text.replace("\n ", "")


def test_the_file_ends_its_lines_as_the_rfc_wants(tmp_path: Path) -> None:
    write([WHOLE], tmp_path / "people.vcf")
    data = (tmp_path / "people.vcf").read_bytes()
    assert data.count(b"\r\n") == data.count(b"\n")


def test_a_card_without_a_person_is_called_by_what_there_is() -> None:
    def named(**fields: object) -> str:
        text = card_text(Contact(id="c-9", **fields), VCardVersion.V4)  # type: ignore[arg-type]  # fields by name
        return next(line for line in text.splitlines() if line.startswith("FN:"))

    assert named(company="Petit SARL") == "FN:Petit SARL"
    assert named(phones=(Phone("+33698765432"),)) == "FN:+33698765432"
    assert named() == "FN:c-9"


def test_what_a_version_cannot_hold_is_counted_by_field() -> None:
    assert not_held([WHOLE, WHOLE], VCardVersion.V3) == {"interests": 2, "language": 2, "sex": 2}
    assert not_held([WHOLE], VCardVersion.V4) == {}


def test_another_version_is_refused_with_the_two_that_are_written(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"4\.0"):
        write([WHOLE], tmp_path / "people.vcf", vcard="2.1")
    assert not (tmp_path / "people.vcf").exists()
