from __future__ import annotations

import datetime as dt
import json

import attrs
import pytest
from hypothesis import given, settings

from contactbase.errors import PrivacyError
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import EventKind, Sex
from contactbase.model.event import Event
from contactbase.privacy.dimensions import AGE_10, DIMENSIONS, PRODUCT_FAMILY
from contactbase.privacy.statistics import archive_statistics
from laws.strategies import bases
from privacy.people import TODAY


def people(count: int, **fields: object) -> list[Contact]:
    name = "-".join(f"{key}={value}" for key, value in fields.items())
    return [Contact(id=f"{name}-{number}", **fields) for number in range(count)]  # type: ignore[arg-type]  # fields


def bought(amount: int, category: str = "bague", at: dt.date = dt.date(2025, 1, 1)) -> Event:
    return Event(kind=EventKind.PURCHASE, at=at, amount=amount, currency="EUR", category=category)


def test_people_are_counted_by_declared_dimensions_only() -> None:
    base = ContactBase.of(people(7, sex=Sex.F, department="75") + people(4, sex=Sex.F, department="13"))
    archive = archive_statistics(base, ["sex", "department"], as_of=TODAY)
    assert list(archive.rows()) == [{"sex": "F", "department": "75", "people": 7}]
    with pytest.raises(PrivacyError, match="is no dimension"):
        archive_statistics(base, ["last_name"], as_of=TODAY)
    with pytest.raises(PrivacyError, match="Name the dimensions"):
        archive_statistics(base, [], as_of=TODAY)
    with pytest.raises(PrivacyError, match="among the dimensions"):
        archive_statistics(base, ["sex"], as_of=TODAY, totals=[("department",)])


def test_dimensions_are_made_coarser_before_people_are_lost() -> None:
    lyon, grenoble = people(4, department="69"), people(4, department="38")
    base = ContactBase.of(lyon + grenoble)
    assert list(archive_statistics(base, ["department"], as_of=TODAY).rows()) == []
    archive = archive_statistics(base, ["department"], as_of=TODAY, most_hidden=0.2)
    assert list(archive.rows()) == [{"region": "Auvergne-Rhône-Alpes", "people": 8}]


def test_totals_are_starred_and_sums_rounded() -> None:
    spending = people(6, sex=Sex.F, events=(bought(123_456),)) + people(9, sex=Sex.M, events=(bought(-501),))
    archive = archive_statistics(ContactBase.of(spending), ["sex"], as_of=TODAY, totals=[()], spent_in="EUR")
    assert list(archive.rows()) == [
        {"sex": "F", "people": 6, "spent": 741_000},
        {"sex": "M", "people": 9, "spent": -5_000},
        {"sex": "*", "people": 15, "spent": 736_000},
    ]


def test_the_buyer_of_nearly_everything_is_not_shown() -> None:
    crowd = people(9, sex=Sex.F, events=(bought(100),))
    whale = people(1, events=(bought(90_000),), sex=Sex.F)
    archive = archive_statistics(ContactBase.of(crowd + whale), ["sex"], as_of=TODAY, spent_in="EUR")
    assert list(archive.rows()) == []


def test_a_sensitive_answer_shared_by_all_hides_them() -> None:
    same = people(6, sex=Sex.F, socio_category="37")
    mixed = people(3, sex=Sex.M, socio_category="37") + people(3, sex=Sex.M, socio_category="54")
    archive = archive_statistics(ContactBase.of(same + mixed), ["sex"], as_of=TODAY, sensitive="socio_category")
    assert [row["sex"] for row in archive.rows()] == ["M"]


def test_the_report_is_honest_in_both_languages() -> None:
    archive = archive_statistics(ContactBase.of(people(6, sex=Sex.F)), ["sex"], as_of=TODAY, totals=[()])
    english, french = archive.disclosure_report(), archive.disclosure_report("fr")
    assert "not guaranteed to be anonymous" in english
    assert "n'est pas garanti" in french
    for text, words in (
        (english, ("Singling out", "Linkability", "Inference")),
        (french, ("Corrélation", "Inférence")),
    ):
        assert all(word in text for word in words)
    assert "anonymous" not in english.replace("k-anonymous", "").replace("guaranteed to be anonymous", "")


def test_what_is_written_says_nothing_of_hidden_cells() -> None:
    base = ContactBase.of(people(6, sex=Sex.F) + people(3, sex=Sex.M))
    archive = archive_statistics(base, ["sex"], as_of=TODAY)
    found = json.loads(archive.to_json())
    assert found["rows"] == [{"sex": "F", "people": 6}]
    assert "9" not in archive.to_json().replace("2026-11-22", "")
    assert "hidden" not in repr(archive.protected) or "hidden_people" not in repr(archive.protected)


@pytest.mark.parametrize(
    ("born", "band"),
    [
        (dt.date(1980, 11, 22), "40-49"),
        (dt.date(1976, 11, 22), "50-59"),
        (dt.date(1976, 11, 23), "40-49"),
        (dt.date(1900, 1, 1), "90+"),
        (dt.date(2030, 1, 1), "?"),
        (None, "?"),
    ],
)
def test_an_age_is_a_band_on_the_day(born: dt.date | None, band: str) -> None:
    assert AGE_10(Contact(id="c-1", birth_date=born), TODAY) == band


def test_the_family_of_products_is_the_one_bought_most() -> None:
    events = (bought(1, "Bague"), bought(1, "bagué"), bought(1, "montre"))
    assert PRODUCT_FAMILY(Contact(id="c-1", events=events), TODAY) == "bague"


@settings(deadline=None, max_examples=40)
@given(bases())
def test_any_base_can_be_counted_and_no_row_is_small(base: ContactBase) -> None:
    doubled = ContactBase.of(attrs.evolve(who, id=f"{who.id}-{n}") for who in base.values() for n in range(4))
    archive = archive_statistics(
        doubled, DIMENSIONS, as_of=TODAY, k=3, totals=[(), ("sex",)], spent_in="EUR", sensitive="relationship"
    )
    for row in archive.rows():
        assert int(row["people"]) >= 3
        assert row.keys() == {*DIMENSIONS, "people", "spent"}
    assert archive.disclosure_report("fr")
