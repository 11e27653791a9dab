"""Countries: names in six languages, codes and aliases in, alpha-2 out; nothing guessed."""

from __future__ import annotations

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from contactbase.model.code import Code
from contactbase.model.codes.place import CODES
from contactbase.model.hints import Hints
from contactbase.normalize.country import COUNTRY, column, country_name, normalize
from contactbase.normalize.data.countries import FRENCH, NAMES


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("France", "FR"),
        ("fr", "FR"),
        ("FRA", "FR"),
        (" FRANCE\u00a0", "FR"),
        ("Belgique", "BE"),
        ("Suisse", "CH"),
        ("Allemagne", "DE"),
        ("Deutschland", "DE"),
        ("Etats-Unis", "US"),
        ("États Unis", "US"),
        ("U.S.A.", "US"),
        ("Royaume-Uni", "GB"),
        ("UK", "GB"),
        ("Angleterre", "GB"),
        ("Grande-Bretagne", "GB"),
        ("Hollande", "NL"),
        ("PAYS BAS", "NL"),
        ("Côte d’Ivoire", "CI"),
        ("Ivory Coast", "CI"),
        ("La Réunion", "RE"),
        ("Réunion", "RE"),
        ("Guadeloupe", "GP"),
        ("Nouvelle-Calédonie", "NC"),
        ("Namibie", "NA"),
        ("Italia", "IT"),
        ("España", "ES"),
        ("Zwitserland", "CH"),
        ("Turquie", "TR"),
        ("Chine", "CN"),
        ("Hong Kong", "HK"),
        ("RDC", "CD"),
        ("Tchéquie", "CZ"),
        ("Bosnie-Herzégovine", "BA"),
        ("Bosnie et Herzégovine", "BA"),
    ],
)
def test_a_name_or_code_gives_its_country(cell: str, code: str) -> None:
    form = normalize(cell)
    assert form.values == (code,)
    assert form.findings == ()


@pytest.mark.parametrize("cell", ["Syldavie", "F", "B", "Congo", "Corée", "Frnace", "Europe", "TOM", "Lyon", "33"])
def test_nothing_is_guessed(cell: str) -> None:
    form = normalize(cell)
    assert form.values == ()
    assert [found.code for found in form.findings] == ["country.unknown"]


@pytest.mark.parametrize("cell", ["nc", "n/a", "-", "inconnu", "?"])
def test_words_for_nothing_are_no_country(cell: str) -> None:
    form = normalize(cell)
    assert form.values == ()
    assert [found.code for found in form.findings] == ["place.none-stated"]


@pytest.mark.parametrize("cell", ["NC", "NA"])
def test_a_code_that_may_mean_unknown_is_read_with_a_warning(cell: str) -> None:
    form = normalize(cell)
    assert form.values == (cell,)
    assert [found.code for found in form.findings] == ["country.ambiguous-code"]


def test_codes_of_a_layout_come_first() -> None:
    assert normalize("8", Hints(codes={"8": "FR"})).values == ("FR",)
    assert normalize("Syldavie", Hints(codes={"syldavie": "BE"})).values == ("BE",)


@pytest.mark.parametrize("language", ["fr", "en", "de", "es", "it", "nl"])
def test_the_table_holds_what_the_cldr_says(language: str) -> None:
    names = Locale(language).territories
    wrong = {code: names[code] for code in NAMES if normalize(str(names[code])).values != (code,)}
    assert wrong in ({}, {"CG": "Congo"})


def test_no_name_stands_for_two_countries() -> None:
    keys = [key for names in NAMES.values() for key in names.split("|")]
    assert len(keys) == len(set(keys))
    assert not {key.upper() for key in keys} & set(NAMES)


def test_the_french_name_is_the_last_line_of_a_letter() -> None:
    assert country_name("GB") == "Royaume-Uni"
    assert country_name("XX") is None
    assert all(normalize(name).values == (code,) for code, name in FRENCH.items())


@pytest.mark.parametrize(
    "code", [code for code in CODES if code.family == "country" and code.example], ids=lambda code: code.id
)
def test_the_example_of_a_code_gives_the_code(code: Code) -> None:
    assert code.id in [found.code for found in normalize(code.example).findings]


@given(st.text(max_size=30) | st.sampled_from([*NAMES, *FRENCH.values()]))
def test_reading_a_value_again_gives_the_value(cell: str) -> None:
    for value in normalize(cell).values:
        assert normalize(COUNTRY.text(value)).values == (value,)


def test_equal_countries_are_one_object() -> None:
    cell = column(Hints())
    assert cell("Hollande").values[0] is cell("Pays-Bas").values[0]


def test_hostile_cells_are_read_without_trouble() -> None:
    assert normalize("a" * 10_000_000).findings[0].code == "place.too-long"
    assert normalize("\ud800" * 150).values == ()


def test_any_number_of_spaces_around_a_cell_is_no_matter() -> None:
    assert normalize(" " * 5000 + "FR" + "\n" * 5000).values == ("FR",)
    assert normalize(" " * 5000).findings == ()
