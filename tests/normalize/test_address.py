"""Street lines kept as they were written, and the key by which two spellings are one address."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.model.hints import Hints
from contactbase.normalize.address import ADDRESS, _Reader, address_key, column, normalize


@pytest.mark.parametrize(
    ("cell", "lines", "findings"),
    [
        ("", (), []),
        ("12 rue des Lilas", ("12 rue des Lilas",), []),
        (" 12  rue\u00a0des\u200b Lilas ", ("12 rue des Lilas",), []),
        ("12 RUE DES LILAS", ("12 RUE DES LILAS",), []),
        ("12 rue des Lilas\r\nBât. B\n\n3e étage", ("12 rue des Lilas", "Bât. B", "3e étage"), []),
        ("12 rue des Lilas | Bât. B", ("12 rue des Lilas", "Bât. B"), []),
        ("a\\|b", ("a|b",), []),
        ("nc", (), ["place.none-stated"]),
        ("-- --", (), ["place.none-stated"]),
        ("12 rue des Lilas\n-", ("12 rue des Lilas",), ["place.none-stated"]),
        ("12 rue des Lilas\n69001 LYON", ("12 rue des Lilas", "69001 LYON"), ["address.postcode-inside"]),
        ("x" * 3000, (), ["place.too-long"]),
    ],
)
def test_lines_are_cleaned_and_otherwise_kept(cell: str, lines: tuple[str, ...], findings: list[str]) -> None:
    form = normalize(cell)
    assert form.values == lines
    assert [found.code for found in form.findings] == findings


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12 rue des Lilas", "12, RUE DES LILAS"),
        ("12 r. des lilas", "12 rue des lilas"),
        ("12 r des lilas", "12 rue lilas"),
        ("12bis av Foch", "12 B, avenue Foch"),
        ("12 T rue Haute", "12 ter rue Haute"),
        ("3 bd du Gal de Gaulle", "3 boulevard du Général-de-Gaulle"),
        ("12-14 rue de la Paix", "12 rue de la Paix"),
        ("007 rue Haute", "7 rue Haute"),
        ("Rés. Les Pins Bât A 4 chemin du Moulin", "4 ch. du Moulin"),
        ("4 chemin du Moulin, Bât. A, 3e étage", "4 chemin du Moulin"),
        ("4 chemin du Moulin Tour B", "4 chemin du Moulin"),
        ("1 pl St Jean", "1 place Saint-Jean"),
        ("10 Grande Rue", "10 GRANDE RUE"),
        ("12 rue Pierre et Marie Curie", "12 R PIERRE & MARIE CURIE"),
        ("75 cours Lafayette 69003 Lyon", "75 cours Lafayette"),
        ("39 TER ALL DE L'EGLISE", "39 ter, allée de l’Église"),
        ("B.P. 123", "BP 123"),
        ("Lieu-dit Kerivel", "LIEU DIT KERIVEL"),
        ("12 Le Bourg", "12, le bourg"),
    ],
)
def test_spellings_of_one_address_have_one_key(one: str, other: str) -> None:
    assert address_key((one,), "69001") == address_key((other,), "69001") != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12 rue des Lilas", "14 rue des Lilas"),
        ("12 rue des Lilas", "12 bis rue des Lilas"),
        ("12 rue des Lilas", "12 avenue des Lilas"),
        ("12 rue de la Tour", "12 rue de la Porte"),
        ("12 rue des Lilas", "rue des Lilas"),
        ("BP 12", "BP 13"),
        ("12 bd du 8 mai 1945", "12 bd du 11 novembre 1918"),
    ],
)
def test_different_addresses_have_different_keys(one: str, other: str) -> None:
    assert address_key((one,), "69001") != address_key((other,), "69001")


def test_the_key_takes_the_line_that_names_the_way() -> None:
    lines = ("Chez M. Martin", "3e étage", "BP 12", "12 rue Haute")
    assert address_key(lines, "69001") == "69001 12 rue haute"
    assert address_key(lines) == "12 rue haute"
    assert address_key(("Chez M. Martin", "BP 12")) == "bp 12"


def test_no_lines_have_no_key() -> None:
    assert address_key((), "69001") == address_key(("", "--"), "69001") == ""


def test_the_same_way_at_another_postcode_is_another_address() -> None:
    assert address_key(("12 rue Haute",), "69001") != address_key(("12 rue Haute",), "69002")


LETTERS = "abzAZ09,.'’()/-\\|? éÀçœŒÂÃ\n\u00a0"
cells = (
    st.text(max_size=60)
    | st.text(LETTERS, max_size=60)
    | st.from_regex(r"[0-9]{1,3} [a-zéè'.,]{1,9} [A-Z ]{1,9}", fullmatch=True)
)


@given(cells)
def test_reading_a_line_again_gives_the_line(cell: str) -> None:
    for line in normalize(cell).values:
        assert normalize(ADDRESS.text(line)).values == (line,)


@given(cells)
def test_the_fast_path_says_what_the_long_way_says(cell: str) -> None:
    assert column(Hints())(cell) == _Reader(Hints())(cell)


@given(st.lists(st.text(max_size=40), max_size=4))
def test_any_lines_have_a_key_that_case_does_not_change(lines: list[str]) -> None:
    key = address_key(lines)
    assert key == " ".join(key.split())
    if all(line.isascii() for line in lines):
        assert address_key([line.upper() for line in lines]) == key


@pytest.mark.parametrize(
    "hostile", ["a " * 5_000_000, "1 " * 999, "rue " * 499, "|" * 2000, "\n" * 2000, "\ud800" * 1000]
)
def test_hostile_cells_are_read_without_trouble(hostile: str) -> None:
    form = normalize(hostile)
    assert len(form.findings) < 4
    assert address_key(form.values) == address_key(form.values)


def test_any_number_of_spaces_around_a_cell_is_no_matter() -> None:
    assert normalize(" " * 5000 + "12 rue Haute" + "\n" * 5000).values == ("12 rue Haute",)
    assert normalize(" " * 5000).findings == ()
