"""Cities spelled by the table of communes that the user gives, in a base."""

from __future__ import annotations

import datetime as dt

import pytest

import contactbase as cb

AS_OF = dt.date(2026, 1, 1)
COMMUNES = cb.CommuneTable.of(
    [
        ("42000", "Saint-Étienne"),
        ("93200", "Saint-Denis"),
        ("75001", "Paris 1er Arrondissement"),
        ("38710", "Saint-Baudille-et-Pipet"),
        ("01000", "Saint-Denis-lès-Bourg"),
        ("59000", "Béthune"),
        ("62400", "Bethune"),
    ]
)


@pytest.mark.parametrize(
    ("cells", "city", "restored"),
    [
        ({"city": "ST ETIENNE", "postcode": "42000"}, "Saint-Étienne", True),
        ({"city": "saint etienne"}, "Saint-Étienne", True),
        ({"city": "Saint-Étienne", "postcode": "42000"}, "Saint-Étienne", False),
        ({"city": "ST ETIENNE CEDEX 1", "postcode": "42000"}, "Saint-Étienne", True),
        ({"city": "St Denis les Bourg"}, "Saint-Denis-lès-Bourg", True),
        ({"city": "PARIS 01", "postcode": "75001"}, "Paris", False),
        ({"city": "BETHUNE"}, "Bethune", False),  # two spellings and no postcode that decides
        ({"city": "BETHUNE", "postcode": "59000"}, "Béthune", True),
        ({"city": "BETHUNE", "postcode": "62400"}, "Bethune", False),
        ({"city": "Villeneuve"}, "Villeneuve", False),  # not in the table
        ({"city": "ST ETIENNE", "country": "Belgique"}, "St Etienne", False),
    ],
)
def test_a_city_is_spelled_as_the_table_has_it(cells: dict[str, str], city: str, restored: bool) -> None:
    base, journal = cb.clean([{"last_name": "Durand", **cells}], as_of=AS_OF, communes=COMMUNES)
    assert base["c-1"].city == city
    assert ("city.spelling-restored" in journal.count()) is restored


def test_the_spelling_is_a_change_of_the_journal_and_can_be_taken_back() -> None:
    rows = [{"last_name": "Durand", "city": "St Etienne"}]
    base, journal = cb.clean(rows, as_of=AS_OF, communes=COMMUNES)
    assert [(change.field, change.before, change.after) for change in journal.changes if change.field == "city"] == [
        ("city", "St Etienne", "Saint-Étienne")
    ]
    assert cb.restore(base, journal)[0].values["city"] == "St Etienne"


def test_a_file_of_another_country_keeps_its_cities() -> None:
    base, _ = cb.clean([{"last_name": "Durand", "city": "St Etienne"}], region="BE", as_of=AS_OF, communes=COMMUNES)
    assert base["c-1"].city == "St Etienne"


def test_what_was_spelled_is_not_spelled_again() -> None:
    first, _ = cb.clean([{"last_name": "Durand", "city": "ST ETIENNE"}], as_of=AS_OF, communes=COMMUNES)
    again, journal = cb.clean(
        [{"last_name": "Durand", "city": first["c-1"].city or ""}], as_of=AS_OF, communes=COMMUNES
    )
    assert again["c-1"].city == first["c-1"].city
    assert journal.findings == ()
