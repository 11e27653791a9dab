"""Numbers and postcodes of a row that names another country than that of the file."""

from __future__ import annotations

import datetime as dt

import pytest

from contactbase.model.contact import Contact
from contactbase.normalize.clean import clean

AS_OF = dt.date(2026, 11, 22)


def read(region: str = "FR", **cells: str) -> tuple[Contact, dict[str, int]]:
    base, journal = clean([{"last_name": "Durand", **cells}], region=region, as_of=AS_OF)
    return base["c-1"], journal.count()


@pytest.mark.parametrize(
    ("country", "number", "e164"),
    [
        ("Suisse", "079 123 45 67", "+41791234567"),
        ("CH", "079 123 45 67 / 022 123 45 67", "+41791234567"),
        ("Belgique", "0470 12 34 56", "+32470123456"),
        ("Belgique", "06 12 34 56 78", "+33612345678"),
        ("Belgique", "+33 6 12 34 56 78", "+33612345678"),
        ("France", "07 91 23 45 67", "+33791234567"),
        ("", "07 91 23 45 67", "+33791234567"),
        ("nowhere", "07 91 23 45 67", "+33791234567"),
    ],
)
def test_a_national_number_is_one_of_the_country_of_its_row(country: str, number: str, e164: str) -> None:
    contact, _ = read(country=country, mobile=number)
    assert contact.phones[0].e164 == e164


@pytest.mark.parametrize(
    ("country", "text", "postcode"),
    [
        ("Belgique", "1000", "1000"),
        ("Suisse", "1201", "1201"),
        ("Pays-Bas", "1012ab", "1012 AB"),
        ("Belgique", "69001", "69001"),
        ("France", "1000", "01000"),
        ("", "1000", "01000"),
    ],
)
def test_a_postcode_is_one_of_the_country_of_its_row(country: str, text: str, postcode: str) -> None:
    contact, _ = read(country=country, postcode=text)
    assert contact.postcode == postcode


def test_what_the_file_would_read_otherwise_is_said_and_what_it_would_read_the_same_is_not() -> None:
    assert read(country="Suisse", mobile="079 123 45 67")[1]["check.read-by-country"] == 1
    assert read(country="Belgique", postcode="1000")[1] == {"check.read-by-country": 1}
    assert "check.read-by-country" not in read(country="Suisse", mobile="+41 79 123 45 67")[1]
    assert "check.read-by-country" not in read(country="France", mobile="06 12 34 56 78")[1]


def test_a_number_that_is_none_of_the_country_of_its_row_is_taken_as_the_files_and_warned_of() -> None:
    contact, codes = read(country="Belgique", mobile="06 12 34 56 78", postcode="69001")
    assert (contact.phones[0].region, contact.postcode) == ("FR", "69001")
    assert {"check.country-and-phones", "check.country-and-postcode"} <= set(codes)


@pytest.mark.parametrize("region", ["FR", "BE", "US"])
@pytest.mark.parametrize("country", ["CZ", "DE", "NL", "LV", "US", "GB", "CH", "GP"])
@pytest.mark.parametrize("text", ["F-75001", "F-1073", "75001", "1000", "LV-1073", "10 000", "1012 AB", "0612345678"])
def test_reading_an_answer_again_changes_nothing(region: str, country: str, text: str) -> None:
    first, _ = read(region, country=country, postcode=text, phones=text)
    cells = {"country": country, "postcode": first.postcode or "", "phones": "".join(one.e164 for one in first.phones)}
    again, _ = read(region, **cells)
    assert (again.postcode, again.phones) == (first.postcode, first.phones)
