"""Cities: capitals, CEDEX, postcodes beside the name, keys, and the commune table of the user."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.model.code import Code
from contactbase.model.codes.place import CODES
from contactbase.model.hints import Hints
from contactbase.normalize.city import CITY, city_key, column, normalize, with_communes
from contactbase.normalize.communes import CommuneTable

COMMUNES = CommuneTable.of(
    [
        ("42000", "Saint-Étienne"),
        ("42100", "Saint-Étienne"),
        ("69001", "Lyon 1er Arrondissement"),
        ("69002", "Lyon 2e Arrondissement"),
        ("51000", "Châlons-en-Champagne"),
        ("13640", "La Roque-d'Anthéron"),
        ("01110", "Prémillieu"),
        ("39270", "Présilly"),
        ("74160", "Presilly"),
    ]
)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("SAINT-ETIENNE", "Saint-Etienne"),
        ("SAINT-ÉTIENNE", "Saint-Étienne"),
        ("ST ETIENNE", "St Etienne"),
        ("STE MAXIME", "Ste Maxime"),
        ("paris", "Paris"),
        ("LE MANS", "Le Mans"),
        ("les sables d'olonne", "Les Sables d'Olonne"),
        ("L'ISLE-D'ABEAU", "L'Isle-d'Abeau"),
        ("L’ISLE-D’ABEAU", "L’Isle-d’Abeau"),
        ("AIX-EN-PROVENCE", "Aix-en-Provence"),
        ("BOURG LA REINE", "Bourg la Reine"),
        ("PONT-A-MOUSSON", "Pont-a-Mousson"),
        ("VILLENEUVE-L'ARCHEVEQUE", "Villeneuve-l'Archeveque"),
        ("SAVIGNY S/ORGE", "Savigny s/Orge"),
        ("MONTIER-EN-DER", "Montier-en-Der"),
        ("SAINT-REMY-LES-CHEVREUSE", "Saint-Remy-les-Chevreuse"),
        ("KERMOROC'H", "Kermoroc'h"),
        ("L'AIGUILLON-LA-PRESQU'ILE", "L'Aiguillon-la-Presqu'ile"),
        ("SANT'ANDREA-DI-BOZIO", "Sant'Andrea-di-Bozio"),
        ("GRAND'LANDES", "Grand'Landes"),
        ("Y", "Y"),
        ("EU", "Eu"),
        ("Aix En Provence", "Aix En Provence"),
        ("  albi\u00a0", "Albi"),
        ("MacMahon", "MacMahon"),
    ],
)
def test_capitals_are_put_back_and_accents_never_invented(cell: str, value: str) -> None:
    form = normalize(cell)
    assert form.values == (value,)
    assert form.findings == ()


@pytest.mark.parametrize(
    ("cell", "values", "findings"),
    [
        ("", (), []),
        ("LYON CEDEX 03", ("Lyon",), ["city.cedex-removed"]),
        ("Lyon Cedex", ("Lyon",), ["city.cedex-removed"]),
        ("PARIS 12", ("Paris",), ["city.arrondissement-removed"]),
        ("Paris XIIe arrondissement", ("Paris",), ["city.arrondissement-removed"]),
        ("MARSEILLE 08", ("Marseille",), ["city.arrondissement-removed"]),
        ("Paris 21", ("Paris 21",), ["city.digits"]),
        ("69001 LYON", ("Lyon",), ["city.postcode-removed"]),
        ("Lyon (69001)", ("Lyon",), ["city.postcode-removed"]),
        ("75012 PARIS 12", ("Paris",), ["city.postcode-removed", "city.arrondissement-removed"]),
        ("75008 PARIS CEDEX 08", ("Paris",), ["city.postcode-removed", "city.cedex-removed"]),
        ("Lyon (69)", ("Lyon",), ["city.department-removed"]),
        ("CEDEX", (), ["city.not-a-city"]),
        ("69001", (), ["city.number"]),
        ("nc", (), ["place.none-stated"]),
        ("Lyon\nLYON", ("Lyon",), []),
        ("Lyon\nParis", ("Lyon", "Paris"), ["place.several-in-cell"]),
        ("x" * 300, (), ["place.too-long"]),
    ],
)
def test_what_is_no_part_of_a_name_is_taken_off(cell: str, values: tuple[str, ...], findings: list[str]) -> None:
    form = normalize(cell)
    assert form.values == values
    assert [found.code for found in form.findings] == findings


@pytest.mark.parametrize(
    ("region", "cell", "value"),
    [
        ("DE", "FRANKFURT AM MAIN", "Frankfurt am Main"),
        ("GB", "NEWCASTLE UPON TYNE", "Newcastle upon Tyne"),
        ("NL", "BERGEN OP ZOOM", "Bergen op Zoom"),
        ("NL", "1012 AB AMSTERDAM", "Amsterdam"),
        ("GB", "LONDON SW1A 1AA", "London"),
        ("BE", "1000 BRUXELLES", "Bruxelles"),
        ("ES", "PALMA DE MALLORCA", "Palma de Mallorca"),
        ("IT", "REGGIO DI CALABRIA", "Reggio di Calabria"),
        ("XX", "VILLE SUR MER", "Ville sur Mer"),
    ],
)
def test_other_countries_have_their_own_small_words(region: str, cell: str, value: str) -> None:
    assert normalize(cell, Hints(region=region)).values == (value,)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ST ETIENNE", "Saint-Étienne"),
        ("STE MAXIME", "Sainte-Maxime"),
        ("SAVIGNY S/ORGE", "Savigny-sur-Orge"),
        ("L ISLE D ABEAU", "L’Isle-d’Abeau"),
        ("LYON CEDEX 03", "Lyon"),
        ("Paris 12e Arrondissement", "paris"),
        ("Saint-Rémy-lez-Chevreuse", "SAINT REMY LES CHEVREUSE"),
        ("Œuilly", "OEUILLY"),
        ("BREUIL-EN-AUGE (LE)", "Le Breuil-en-Auge"),
    ],
)
def test_spellings_of_one_city_have_one_key(one: str, other: str) -> None:
    assert city_key(one) == city_key(other)


@pytest.mark.parametrize(("one", "other"), [("Saint-Denis", "Sainte-Denise"), ("Lyon", "Lyons"), ("Le Mans", "Mans")])
def test_different_cities_have_different_keys(one: str, other: str) -> None:
    assert city_key(one) != city_key(other)


def test_a_commune_table_restores_the_spelling() -> None:
    read = with_communes(COMMUNES)
    form = read.normalize("ST ETIENNE CEDEX 2")
    assert form.values == ("Saint-Étienne",)
    assert [found.code for found in form.findings] == ["city.cedex-removed", "city.spelling-restored"]
    assert read.normalize("chalons en champagne").values == ("Châlons-en-Champagne",)
    assert read.normalize("LYON").findings == ()
    assert read.normalize("VAISE").values == ("Vaise",)


def test_a_commune_table_guesses_between_no_two_spellings() -> None:
    assert COMMUNES.spelling("PRESILLY") is None
    assert COMMUNES.spelling("PRESILLY", "39270") == "Présilly"
    assert COMMUNES.spelling("PRESILLY", "74160") == "Presilly"
    assert COMMUNES.spelling("PRESILLY", "99999") is None
    assert with_communes(COMMUNES).normalize("PRESILLY").values == ("Presilly",)


@pytest.mark.parametrize(
    ("postcode", "city", "at_odds"),
    [
        ("42000", "St Etienne", False),
        ("69002", "LYON 2", False),
        ("69001", "Saint-Étienne", True),
        ("42000", "Lyon", True),
        ("42950", "Lyon", False),
    ],
)
def test_a_commune_table_holds_postcode_and_city_against_each_other(postcode: str, city: str, at_odds: bool) -> None:
    found = COMMUNES.check(postcode, city)
    assert (found is not None) is at_odds
    assert found is None or found.code == "place.postcode-city-mismatch"


def test_a_commune_table_knows_its_postcodes() -> None:
    assert COMMUNES.postcodes("saint etienne") == ("42000", "42100")
    assert COMMUNES.communes("69001") == ("Lyon",)
    assert COMMUNES.communes("00000") == ()
    assert len(COMMUNES) == 6
    assert "Lyon" not in repr(COMMUNES)


@pytest.mark.parametrize(
    "code", [code for code in CODES if code.family == "city" and code.example], ids=lambda code: code.id
)
def test_the_example_of_a_code_gives_the_code(code: Code) -> None:
    assert code.id in [found.code for found in normalize(code.example).findings]


NAMES = st.text(max_size=40) | st.from_regex(r"([A-Z']{1,8}[- ]){0,4}[A-Z0-9()]{1,8}", fullmatch=True)


@given(NAMES, st.sampled_from(["FR", "DE", "GB", "XX"]))
def test_reading_a_value_again_gives_the_value(cell: str, region: str) -> None:
    for value in normalize(cell, Hints(region=region)).values:
        assert normalize(CITY.text(value), Hints(region=region)).values == (value,)


@given(NAMES)
def test_the_key_of_a_key_is_itself_and_case_does_not_change_it(name: str) -> None:
    key = city_key(name)
    assert city_key(key) == key
    (value, *_) = normalize(name).values or (None,)
    if value is not None and not normalize(name).findings:
        assert city_key(value) == city_key(name)


def test_equal_cities_are_one_object() -> None:
    cell = column(Hints())
    assert cell("LYON").values[0] is cell("lyon").values[0]
    assert cell("LYON") is cell(str(b"LYON", "ascii"))


@pytest.mark.parametrize(
    "hostile", ["a" * 10_000_000, "69001 " * 33, "(" * 199, "- " * 99, "\ud800" * 150, "cedex " * 33]
)
def test_hostile_cells_are_read_without_trouble(hostile: str) -> None:
    assert len(normalize(hostile).findings) < 4


def test_any_number_of_spaces_around_a_cell_is_no_matter() -> None:
    assert normalize(" " * 5000 + "Lyon" + "\n" * 5000).values == ("Lyon",)
    assert normalize(" " * 5000).findings == ()
