from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.matching.catalog import COMPARATORS
from contactbase.matching.comparator import Comparator, band_of
from contactbase.matching.comparators.birth_date import BIRTH_DATE
from contactbase.matching.comparators.company import COMPANY
from contactbase.matching.comparators.email import EMAIL
from contactbase.matching.comparators.first_name import FIRST_NAME
from contactbase.matching.comparators.last_name import LAST_NAME
from contactbase.matching.comparators.locality import LOCALITY
from contactbase.matching.comparators.phone import LANDLINE, MOBILE
from contactbase.matching.comparators.street import STREET
from contactbase.matching.comparators.swapped import crosswise
from contactbase.model.contact import Contact
from laws.strategies import bases
from matching.people import someone


def level(comparator: Comparator, one: Contact, other: Contact) -> str | None:
    """Give the name of the level of two contacts, as a column would."""
    left, right = comparator.value(one), comparator.value(other)
    if left is None or right is None:
        return None
    if left == right:
        brief = comparator.brief(left) if comparator.brief is not None else 0
        return comparator.levels[brief - 1].name if brief else "same"
    return comparator.levels[comparator.compare(left, right) - 1].name


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Léa", "LEA", "same"),
        ("Jean-Pierre", "Jean Pierre", "same"),
        ("Jean-Pierre", "Jeanpierre", "same"),
        ("J.P.", "Jean-Pierre", "initial"),
        ("J", "Jean", "initial"),
        ("J", "J", "initial"),
        ("JP", "Jean Pierre", "initial"),
        ("Fred", "Frédéric", "short"),
        ("Cathy", "Catherine", "short"),
        ("Bob", "Robert", "short"),
        ("Marie", "Marie-Claude", "part"),
        ("Claude", "Marie-Claude", "part"),
        ("Rogtr", "Roger", "slip"),
        ("Valreie", "Valérie", "slip"),
        ("Christoffer", "Christofer", "slip"),
        ("Léa", "Léo", "neighbour"),
        ("Jean", "Jeanne", "neighbour"),
        ("Michel", "Michèle", "neighbour"),
        ("Roger", "Valérie", "different"),
        ("Xqzt", "Valérie", "unlike"),
        ("Jean et Marie", "Jean", "different"),
        (None, "Jean", None),
    ],
)
def test_first_names_are_told_by_level(one: str | None, other: str | None, expected: str | None) -> None:
    assert level(FIRST_NAME, someone("a", one), someone("b", other)) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("LE GOFF", "Legoff", "same"),
        ("Durand", "Durnad", "slip"),
        ("Waignier", "Wagnierr", "slips"),
        ("Martin", "Martin-Durand", "word"),
        ("De la Tour", "La Tour", "word"),
        ("Van den Berg", "Van den Hoek", "different"),
        ("D", "Durand", "short"),
        ("Bouz", "Bouzembrak", "short"),
        ("Durand", "Petit", "different"),
        ("Roy", "Rey", "slip"),
    ],
)
def test_last_names_are_told_by_level(one: str, other: str, expected: str) -> None:
    assert level(LAST_NAME, someone("a", None, one), someone("b", None, other)) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (dt.date(1980, 5, 3), dt.date(1980, 5, 3), "same"),
        (dt.date(1980, 5, 3), dt.date(1980, 3, 5), "slip"),
        (dt.date(1980, 5, 3), dt.date(1981, 5, 3), "slip"),
        (dt.date(1980, 5, 3), dt.date(1989, 5, 3), "slip"),
        (dt.date(1958, 5, 3), dt.date(1985, 5, 3), "part"),
        (dt.date(1980, 5, 3), dt.date(1980, 5, 27), "part"),
        (dt.date(1980, 5, 3), dt.date(1980, 11, 27), "different"),
        (dt.date(1980, 5, 3), dt.date(1955, 11, 27), "different"),
    ],
)
def test_birth_dates_are_told_by_level(one: dt.date, other: dt.date, expected: str) -> None:
    assert level(BIRTH_DATE, someone("a", birth_date=one), someone("b", birth_date=other)) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("lea.durand@example.org", "lea.durand@example.org", "same"),
        ("lea.durand@example.org", "lea.durnad@example.org", "slip"),
        ("lea.durand@example.org", "lea.durand@exmaple.com", "different"),
        ("lea.durand@example.org", "l.durand@example.org", "different"),
        ("ldurand@example.org", "pdurand@example.org", "different"),
        ("durandl@example.org", "durandp@example.org", "different"),
        ("durand50@example.org", "durand72@example.org", "different"),
        ("lea03@example.org", "lea03@example.net", "local"),
        ("lea.durand@example.org", "lea.durand@other.example", "different"),
        ("chat.noir@example.org", "chat.noir@other.example", "local"),
    ],
)
def test_mail_addresses_are_told_by_level(one: str, other: str, expected: str) -> None:
    left, right = (someone(name, "Léa", "Durand", mail=mail) for name, mail in (("a", one), ("b", other)))
    assert level(EMAIL, left, right) == expected


def test_numbers_are_compared_with_their_kind() -> None:
    one = someone("a", mobile="+33612345678", landline="+33142685300")
    other = someone("b", mobile="+33612345687", landline="+33142685300")
    assert (level(MOBILE, one, other), level(LANDLINE, one, other)) == ("slip", "same")
    assert level(MOBILE, one, someone("c", mobile="+33698765432")) == "different"
    assert level(MOBILE, one, someone("d", landline="+33142685300")) is None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("12 bd du Gal Leclerc",), ("12, boulevard du Général LECLERC",), "same"),
        (("12 bis rue Haute",), ("12 rue Haute",), "same"),
        (("12 rue Haute",), ("14 rue Haute",), "street"),
        (("rue Haute",), ("14 rue Haute",), "close"),
        (("132 allée du Stade",), ("132 alle du Stdae",), "close"),
        (("8 reader court", "villa 2"), ("8 villa 2", "reader court"), "close"),
        (("12 harbour street",), ("12 harbour road",), "same"),
        (("12 rue Haute",), ("90 avenue Foch",), "different"),
        ((), ("12 rue Haute",), None),
        ((" ",), ("12 rue Haute",), None),
    ],
)
def test_streets_are_told_by_level(one: tuple[str, ...], other: tuple[str, ...], expected: str | None) -> None:
    assert level(STREET, someone("a", address=one), someone("b", address=other)) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("69003", "Lyon"), ("69003", "LYON"), "same"),
        (("69003", "Lyon"), ("69003", None), "same"),
        ((None, "Lyon"), ("69003", "Lyon"), "same"),
        (("69003", "Lyon"), ("69003", "Villeurbanne"), "postcode"),
        (("69003", "Lyon"), ("69008", "Lyon"), "city"),
        (("69003", "Lyon"), ("69100", "Villeurbanne"), "area"),
        (("69003", "Lyon"), ("29200", "Brest"), "different"),
        ((None, None), ("29200", "Brest"), None),
    ],
)
def test_places_are_told_by_level(one: tuple[Any, Any], other: tuple[Any, Any], expected: str | None) -> None:
    left, right = (someone(name, postcode=place[0], city=place[1]) for name, place in (("a", one), ("b", other)))
    assert level(LOCALITY, left, right) == expected


def test_companies_are_one_by_their_siren_or_their_name_without_the_legal_form() -> None:
    assert level(COMPANY, someone("a", company="SARL Durand"), someone("b", company="Durand S.A.S.")) == "same"
    one, other = someone("a", company="Durand", siren="732829320"), someone("b", company="Roy", siren="732829320")
    assert level(COMPANY, one, other) == "same"
    assert level(COMPANY, someone("a", company="Garage Durand"), someone("b", company="Durand")) == "word"
    assert level(COMPANY, someone("a", company="Durand"), someone("b", company="Petit")) == "different"


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("durand", "durand", True),
        ("durand", "durnad", True),
        ("d", "durand", True),
        ("ovalle", "ovalle amigo", True),
        ("durand", "petit", False),
        (None, "petit", None),
    ],
)
def test_names_in_each_others_column_are_seen(first: str | None, last: str, expected: bool | None) -> None:
    assert crosswise(first, last) is expected


@pytest.mark.parametrize("comparator", COMPARATORS, ids=lambda comparator: comparator.name)
@given(base=bases(6))
def test_every_comparator_is_symmetric_and_gives_one_of_its_levels(comparator: Comparator, base: Any) -> None:
    values = [value for contact in base.values() if (value := comparator.value(contact)) is not None]
    for one in values:
        for other in values:
            if one != other:
                found = comparator.compare(one, other)
                assert found == comparator.compare(other, one)
                assert 1 <= found <= len(comparator.levels)


@pytest.mark.parametrize("comparator", COMPARATORS, ids=lambda comparator: comparator.name)
def test_what_is_expected_of_the_levels_adds_up_to_one(comparator: Comparator) -> None:
    for kind in ("same", "household", "other"):
        assert sum(getattr(found, kind) for found in comparator.levels) == pytest.approx(1, abs=0.02)


@given(st.floats(0, 1))
def test_bands_grow_with_the_share(share: float) -> None:
    assert band_of(share) <= band_of(min(1.0, share * 2))
