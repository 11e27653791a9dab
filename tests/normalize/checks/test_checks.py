"""What the fields of one contact say against each other: each check, what it finds and what it lets pass."""

from __future__ import annotations

import datetime as dt
import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.model.codes import check as codes
from contactbase.model.consent import ConsentRecord
from contactbase.model.contact import Contact, Email, Phone
from contactbase.model.enums import (
    Channel,
    ConsentStatus,
    ContactKind,
    EventKind,
    Origin,
    PhoneKind,
    Relationship,
    Severity,
    Sex,
)
from contactbase.model.event import Event
from contactbase.model.journal import Finding
from contactbase.model.schema import SCHEMA, Role
from contactbase.normalize import checks
from contactbase.normalize.checks.catalog import CHECKS, checking
from contactbase.normalize.checks.check import ContactCheck
from contactbase.normalize.checks.places import city_check
from contactbase.normalize.clean import clean
from contactbase.normalize.communes import CommuneTable
from laws.strategies import CONTACTS

AS_OF = dt.date(2026, 11, 22)
BORN = dt.date(1990, 5, 1)
MOBILE = Phone("+33699000001", PhoneKind.MOBILE, "FR")
LANDLINE = Phone("+33199000001", PhoneKind.FIXED_LINE, "FR")
GUERNSEY = Phone("+441481000000", PhoneKind.FIXED_LINE, "GG")
COMMUNES = CommuneTable.of([("42000", "Saint-Étienne"), ("69001", "Lyon")])


def bought(day: dt.date | None, count: int = 1) -> Event:
    return Event(kind=EventKind.PURCHASE, at=day, count=count)


def consent(**said: Any) -> ConsentRecord:
    return ConsentRecord(**{"channel": Channel.SMS, "status": ConsentStatus.GIVEN, **said})


def codes_of(known: Mapping[str, object]) -> list[str]:
    check = checking(CHECKS, SCHEMA, as_of=AS_OF)
    assert check is not None
    return [found.code for found in check(known)]


SWISS = Phone("+41791234567", PhoneKind.MOBILE, "CH")

AT_ODDS: list[tuple[str, dict[str, object]]] = [
    ("check.birth-after-act", {"birth_date": BORN, "collected_on": BORN}),
    ("check.birth-after-act", {"birth_date": BORN, "verified_on": dt.date(1985, 1, 1)}),
    ("check.birth-after-act", {"birth_date": BORN, "relationship_end": dt.date(1985, 1, 1)}),
    ("check.birth-after-act", {"birth_date": BORN, "events": (bought(None), bought(dt.date(1989, 1, 1)))}),
    ("check.birth-after-act", {"birth_date": BORN, "consents": (consent(at=dt.date(1989, 1, 1)),)}),
    (
        "check.first-purchase-after-last",
        {"events": (bought(dt.date(2025, 1, 1), 0), bought(dt.date(2024, 1, 1), 12))},
    ),
    (
        "check.purchase-after-end",
        {"relationship_end": dt.date(2024, 1, 1), "events": (bought(dt.date(2024, 1, 2)),)},
    ),
    ("check.consent-in-future", {"consents": (consent(at=dt.date(2026, 11, 23)),)}),
    (
        "check.consent-expires-before-given",
        {"consents": (consent(at=dt.date(2024, 1, 2), expires_on=dt.date(2024, 1, 1)),)},
    ),
    (
        "check.rental-ended-before-collection",
        {"rental_end": dt.date(2024, 1, 1), "collected_on": dt.date(2024, 1, 2)},
    ),
    ("check.owned-with-rental-end", {"rental_end": dt.date(2024, 1, 1), "origin": Origin.OWNED}),
    ("check.title-and-sex", {"title": "Mme", "sex": Sex.M}),
    ("check.title-and-sex", {"title": "MM.", "sex": Sex.F}),
    ("check.web-events-untracked", {"events": (Event(kind=EventKind.PAGE_VIEW),)}),
    ("check.prospect-who-bought", {"relationship": Relationship.HOT_PROSPECT, "events": (bought(None),)}),
    ("check.person-with-siren", {"kind": ContactKind.PERSON, "siren": "732829320"}),
    ("check.company-numbers-differ", {"siren": "404833048", "siret": "73282932000074"}),
    ("check.company-numbers-differ", {"siren": "404833048", "vat": "FR44732829320"}),
    ("check.couple-and-title", {"couple": False, "title": "M. et Mme"}),
    ("place.postcode-department-mismatch", {"postcode": "69001", "department": "42"}),
    ("place.postcode-department-mismatch", {"postcode": "20137", "department": "2B"}),
    ("check.country-and-postcode", {"postcode": "69001", "country": "BE"}),
    ("check.country-and-postcode", {"postcode": "1012 AB", "country": "FR"}),
    ("check.postcode-perhaps-abroad", {"postcode": "01201", "city": "Genève", "department": "01"}),
    ("check.postcode-perhaps-abroad", {"postcode": "10115", "city": "BERLIN"}),
    (
        "check.postcode-perhaps-abroad",
        {"postcode": "01201", "phones": (Phone("+41791234567", PhoneKind.MOBILE, "CH"),)},
    ),
    ("check.country-and-phones", {"country": "BE", "phones": (LANDLINE,)}),
    ("check.country-and-phones", {"country": "CH", "phones": (LANDLINE, MOBILE)}),
    ("check.preferred-channel-unreachable", {"preferred_channel": Channel.SMS, "phones": (LANDLINE,)}),
    ("check.preferred-channel-unreachable", {"preferred_channel": Channel.SMS}),
    ("check.preferred-channel-unreachable", {"preferred_channel": Channel.EMAIL, "phones": (MOBILE,)}),
    ("check.preferred-channel-unreachable", {"preferred_channel": Channel.POST, "address": ("12 rue des Lilas",)}),
    ("check.preferred-channel-unreachable", {"preferred_channel": Channel.PHONE}),
]

AT_PEACE: list[dict[str, object]] = [
    {"birth_date": BORN, "collected_on": dt.date(1990, 5, 2), "events": (bought(None),)},
    {"birth_date": BORN, "rental_end": dt.date(1980, 1, 1)},
    {"events": (bought(dt.date(2024, 1, 1), 0), bought(dt.date(2024, 1, 1), 12))},
    {"events": (bought(dt.date(2024, 1, 1), 0), bought(None, 12))},
    {"events": (bought(dt.date(2025, 1, 1), 0), bought(dt.date(2024, 1, 1), 2), bought(dt.date(2026, 1, 1)))},
    {"relationship_end": dt.date(2024, 1, 1), "events": (bought(dt.date(2024, 1, 1)), bought(None))},
    {"consents": (consent(at=AS_OF, expires_on=AS_OF), consent(at=None, expires_on=BORN))},
    {"consents": (consent(status=ConsentStatus.WITHDRAWN, at=dt.date(2026, 11, 23)),)},
    {"rental_end": dt.date(2024, 1, 1), "collected_on": dt.date(2024, 1, 1), "origin": Origin.RENTED},
    {"title": "Dr", "sex": Sex.F},
    {"title": "M. et Mme", "sex": Sex.F},
    {"title": "Mme", "sex": Sex.F},
    {"relationship": Relationship.CUSTOMER, "events": (bought(None),)},
    {"relationship": Relationship.PROSPECT, "events": (Event(kind=EventKind.CLICK),)},
    {"kind": ContactKind.PROFESSIONAL, "siren": "732829320"},
    {"siren": "732829320", "siret": "73282932000074", "vat": "FR44732829320"},
    {"siren": "732829320", "vat": "DE123456789"},
    {"couple": True, "title": "M. et Mme"},
    {"couple": False, "title": "Mme"},
    {"postcode": "69001", "department": "69", "country": "FR"},
    {"postcode": "69001", "department": "42", "country": "US"},
    {"postcode": "97100", "department": "971", "country": "GP"},
    {"postcode": "LV-1073", "country": "LV"},
    {"postcode": "1012 AB", "country": "NL"},
    {"postcode": "69001", "city": "Lyon", "phones": (Phone("+33612345678", PhoneKind.MOBILE, "FR"),)},
    {"postcode": "10115", "city": "Berlin", "country": "DE"},
    {"postcode": "69001", "phones": (Phone("+12025550123", PhoneKind.MOBILE, "CA"),)},
    {"postcode": "97110", "phones": (Phone("+590690123456", PhoneKind.MOBILE, "GP"),)},
    {"postcode": "anything", "country": "ZZ"},
    {"country": "BE", "phones": (LANDLINE, Phone("+3225550000", PhoneKind.FIXED_LINE, "BE"))},
    {"country": "GP", "phones": (LANDLINE,)},
    {"country": "GB", "phones": (GUERNSEY,)},
    {"country": "BE", "phones": (Phone("+80012345678", PhoneKind.TOLL_FREE, None),)},
    {"preferred_channel": Channel.SMS, "phones": (LANDLINE, MOBILE)},
    {"preferred_channel": Channel.EMAIL, "emails": (Email("lea@example.org", "lea@example.org"),)},
    {"preferred_channel": Channel.POST, "address": ("12 rue des Lilas",), "city": "Lyon"},
    {"preferred_channel": Channel.PHONE, "phones": (LANDLINE,)},
]


@pytest.mark.parametrize(("code", "known"), AT_ODDS)
def test_what_can_hardly_be_right_is_said(code: str, known: dict[str, object]) -> None:
    assert codes_of(known) == [code]


@pytest.mark.parametrize("known", AT_PEACE)
def test_what_may_be_right_is_left_alone(known: dict[str, object]) -> None:
    assert codes_of(known) == []


def test_a_city_is_held_against_its_postcode_when_there_is_a_table() -> None:
    check = city_check(COMMUNES)
    for known, expected in (
        ({"postcode": "69001", "city": "Saint-Étienne"}, ["place.postcode-city-mismatch"]),
        ({"postcode": "69001", "city": "LYON"}, []),
        ({"postcode": "99999", "city": "Lyon"}, []),
        ({"postcode": "69001", "city": "Saint-Étienne", "country": "US"}, []),
        ({"postcode": "1012 AB", "city": "Lyon"}, []),
    ):
        assert [found.code for found in check.run(known, AS_OF)] == expected


def test_every_code_of_the_family_for_contacts_is_given_by_a_case() -> None:
    by_rules = {"check.too-short", "check.too-long", "check.read-by-country"}
    assert {code for code, _ in AT_ODDS if code.startswith("check.")} | by_rules == {code.id for code in codes.CODES}


def _written() -> Iterator[ContactCheck]:
    for _, name, _ in pkgutil.iter_modules(checks.__path__):
        module = importlib.import_module(f"contactbase.normalize.checks.{name}")
        yield from (found for found in vars(module).values() if isinstance(found, ContactCheck))


def test_every_check_is_in_the_catalogue_once_and_looks_at_fields_of_a_contact() -> None:
    assert set(_written()) == set(CHECKS), "a check is missing in normalize/checks/catalog.py"
    assert len({check.name for check in CHECKS}) == len(CHECKS)
    stored = {field.name for field in SCHEMA.of_role(Role.STORED)}
    assert all(check.fields and check.needs <= stored for check in CHECKS)


@given(CONTACTS)
def test_any_contact_can_be_checked_and_only_warnings_without_personal_values_come_of_it(contact: Contact) -> None:
    known = {name: value for field in SCHEMA.of_role(Role.STORED) if (value := getattr(contact, name := field.name))}
    check = checking((*CHECKS, city_check(COMMUNES)), SCHEMA, as_of=AS_OF)
    assert check is not None
    for found in check(known):
        assert found.severity is Severity.WARNING
        assert not {value for _, value in found.details} & {contact.first_name, contact.last_name, contact.city}
        assert found.message
        assert found.say("fr") != found.message


@given(st.sets(st.sampled_from(sorted(SCHEMA))), CONTACTS)
def test_columns_that_a_file_lacks_hide_no_check_that_they_could_feed(columns: set[str], contact: Contact) -> None:
    known = {name: getattr(contact, name) for name in columns if getattr(contact, name, None)}
    every = checking(CHECKS, SCHEMA, as_of=AS_OF)
    some = checking(CHECKS, columns, as_of=AS_OF)
    assert every is not None
    assert every(known) == (() if some is None else some(known))


def test_a_check_of_three_fields_waits_for_all_of_them() -> None:
    seen: list[Mapping[str, object]] = []

    def watch(known: Mapping[str, object], _as_of: dt.date) -> tuple[Finding, ...]:
        seen.append(known)
        return ()

    watching = ContactCheck("three", ("city", "postcode", "country"), watch)
    check = checking([watching], ["city", "postcode", "country"], as_of=AS_OF)
    assert check is not None
    check({"city": "Lyon", "postcode": "69001"})
    check({"city": "Lyon", "postcode": "69001", "country": "FR"})
    assert len(seen) == 1


def test_cleaning_says_what_is_at_odds_with_its_row_and_changes_nothing() -> None:
    rows = [
        {"last_name": "Durand", "title": "Mme", "sex": "M", "birth_date": "2020-05-01", "first_purchase": "2019-01-01"},
        {"last_name": "Martin", "title": "Mme", "sex": "F", "birth_date": "1990-05-01", "first_purchase": "2019-01-01"},
    ]
    base, journal = clean(rows, as_of=AS_OF)
    found = [(entry.code, entry.contact, entry.field) for entry in journal.findings if entry.code.startswith("check.")]
    assert found == [
        ("check.birth-after-act", "c-1", "birth_date"),
        ("check.title-and-sex", "c-1", "sex"),
    ]
    assert {entry.source.row for entry in journal.findings if entry.source and entry.contact == "c-1"} == {1}
    assert (base["c-1"].title, base["c-1"].sex, base["c-1"].birth_date) == ("Mme", Sex.M, dt.date(2020, 5, 1))


def test_cleaning_takes_a_table_of_communes() -> None:
    rows = [{"last_name": "Durand", "postcode": "69001", "city": "Saint-Etienne"}]
    assert "place.postcode-city-mismatch" in clean(rows, as_of=AS_OF, communes=COMMUNES).journal.count()
    assert "place.postcode-city-mismatch" not in clean(rows, as_of=AS_OF).journal.count()
