"""The three doors of names, and the name cells of a row read together."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from contactbase.model.enums import Sex
from contactbase.model.hints import Hints
from contactbase.normalize import full_name, name_cell, person_name
from contactbase.normalize.person_name import FIRST_NAME, FULL_NAME, LAST_NAME, PersonName, name_reader, read_name
from contactbase.normalize.text import TextEvidence

M, F = Sex.M, Sex.F
WORDS = st.sampled_from(
    "Jean JEAN jean Durand DURAND durand M. M Mme Dr et née épouse de DE D'ALEMBERT Le LE la VAN ( (M.) , . - ' X NC J."
    " J.-P. III SARL 2 HÃ©lÃ¨ne ? McDONALD mcdonald Famille Marie-Claude marie-claude ÉLODIE é ß Non-Renseigné xxx"
    " Xx-Xx Null nan İ ﬁ".split()
)
NAMES = st.lists(WORDS, max_size=5).map(" ".join)
ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=24)
LETTERS = st.text("aàbcdeéilmnox-ABCÀÉMX ß", max_size=8)


def test_each_door_gives_its_value() -> None:
    assert FIRST_NAME.normalize("JEAN-PIERRE").values == ("Jean-Pierre",)
    assert LAST_NAME.normalize("DE LA TOUR").values == ("de la Tour",)
    assert FULL_NAME.normalize("DURAND Léa").values == (PersonName(None, "Léa", "Durand"),)
    assert person_name.normalize("DURAND Léa").values == (PersonName(None, "Léa", "Durand"),)


def test_an_empty_cell_says_nothing() -> None:
    for normalizer in (FIRST_NAME, LAST_NAME, FULL_NAME):
        form = normalizer.normalize("  ")
        assert (form.values, form.findings) == ((), ())


def test_a_finding_names_its_field_and_holds_no_name() -> None:
    form = LAST_NAME.normalize("Mme Durand2")
    assert [(found.code, found.field) for found in form.findings] == [
        ("name.civility-inside", "last_name"),
        ("name.digits", "last_name"),
    ]
    assert "Durand" not in repr(form)
    other = LAST_NAME.normalize("NC", Hints(field="owner"))
    assert [found.field for found in other.findings] == ["owner"]


def test_a_cell_that_comes_again_gives_the_same_object() -> None:
    column = LAST_NAME.column(Hints())
    assert column("DURAND") is column("DURAND")


@given(st.sampled_from([FIRST_NAME, LAST_NAME]), NAMES | ANY_TEXT | LETTERS)
def test_normalizing_twice_is_normalizing_once(normalizer: object, text: str) -> None:
    assert normalizer in (FIRST_NAME, LAST_NAME)
    door = FIRST_NAME if normalizer is FIRST_NAME else LAST_NAME
    for value in door.normalize(text).values:
        assert door.normalize(door.text(value)).values == (value,)


@given(NAMES | ANY_TEXT)
def test_a_full_name_is_read_back_from_its_text(text: str) -> None:
    for value in FULL_NAME.normalize(text).values:
        assert FULL_NAME.normalize(FULL_NAME.text(value)).values == (value,)


@settings(max_examples=400)
@given(LETTERS | NAMES | ANY_TEXT, st.booleans())
@example("Æ", False)
@example("ab ß", False)
def test_the_fast_path_gives_what_the_slow_one_gives(text: str, surname: bool) -> None:
    slow = name_cell._read_once(text, surname=surname)
    plain = person_name._plain_name(text)
    if plain is not None:
        assert (slow.name, dict(slow.codes)) == (plain, {})
    if name_cell.is_ordinary(text) or name_cell.titled_ordinary(text) is not None:
        assert name_cell.read_cell(text, surname=surname) == slow
    whole = full_name._read_ordinary(text)
    if whole is not None:
        name, codes = full_name._read_once(text)
        assert (name, dict(codes)) == (whole[0], dict(whole[1]))


@pytest.mark.parametrize("text", ["Léa", "DURAND", "marie-claude", "Élodie", "HÉLÈNE", "Jean-Luc"])
def test_an_ordinary_name_takes_the_fast_path(text: str) -> None:
    assert person_name._plain_name(text) is not None


@pytest.mark.parametrize(
    "text", ["Madame", "TEST", "xxx", "Mcdonald", "Hôtel", "LeBlanc", "Non-Renseigné", "X", "Prénom", "nan", "Née"]
)
def test_a_word_with_a_meaning_takes_the_slow_path(text: str) -> None:
    assert person_name._plain_name(text) is None


@pytest.mark.parametrize(
    ("cells", "name", "codes"),
    [
        (("", "Léa", "DURAND", ""), PersonName(None, "Léa", "Durand"), []),
        (("Mme", "LÉA", "durand", ""), PersonName("Mme", "Léa", "Durand", None, False, F), []),
        (("", "", "", ""), None, []),
        (("", "NC", "NC", ""), None, ["name.placeholder", "name.placeholder"]),
        # a title inside a name
        (("", "Léa", "Mme DURAND", ""), PersonName("Mme", "Léa", "Durand", None, False, F), ["name.civility-inside"]),
        (("Mme", "Anne", "Dr PETIT", ""), PersonName("Mme", "Anne", "Petit", None, False, F), ["name.civility-inside"]),
        (
            ("M.", "Léa", "Mme DURAND", ""),
            PersonName("M.", "Léa", "Durand", None, False, M),
            ["name.civility-inside", "name.civilities-differ"],
        ),
        (("", "Léa", "Madame", ""), PersonName("Mme", "Léa", None, None, False, F), ["name.placeholder"]),
        (("Mme", "Awa", "M BEMBA", ""), PersonName("Mme", "Awa", "M Bemba", None, False, F), []),
        (
            ("", "Jean", "M DURAND", ""),
            PersonName("M.", "Jean", "Durand", None, False, M),
            ["name.civility-inside", "name.civility-unsure"],
        ),
        (("M. et Mme", "", "DURAND", ""), PersonName("M. et Mme", None, "Durand", None, True), ["name.several-people"]),
        (
            ("Mlle", "Léa", "DURAND", ""),
            PersonName("Mme", "Léa", "Durand", None, False, F),
            ["name.civility-rewritten"],
        ),
        # both names in one cell
        (("", "", "DURAND Léa", ""), PersonName(None, "Léa", "Durand"), ["name.two-names"]),
        (("", "Léa DURAND", "", ""), PersonName(None, "Léa", "Durand"), ["name.two-names"]),
        (("", "Léa", "DURAND Léa", ""), PersonName(None, "Léa", "Durand"), ["name.two-names", "name.repeated"]),
        (("", "Léa DURAND", "Durand", ""), PersonName(None, "Léa", "Durand"), ["name.two-names", "name.repeated"]),
        (("", "Léa", "Durand Léa", ""), PersonName(None, "Léa", "Durand"), ["name.repeated"]),
        (("", "Lea", "LÉA DURAND", ""), PersonName(None, "Lea", "Durand"), ["name.repeated"]),
        (("", "Léa Durand", "Léa Durand", ""), PersonName(None, "Léa", "Durand"), ["name.repeated"]),
        (
            ("", "DURAND Léa", "DURAND Léa", ""),
            PersonName(None, "Léa", "Durand"),
            ["name.two-names", "name.two-names", "name.repeated"],
        ),
        (("", "Martin", "Martin", ""), PersonName(None, "Martin", "Martin"), ["name.same-in-both"]),
        (("", "Jo", "DURAND Léa", ""), PersonName(None, "Jo", "DURAND Léa"), ["name.two-names"]),
        (("", "", "Durand Sophie", ""), PersonName(None, None, "Durand Sophie"), ["name.first-name-suspected"]),
        (("", "", "Le Goff", ""), PersonName(None, None, "Le Goff"), []),
        (("", "Martin", "Martin Durand", ""), PersonName(None, "Martin", "Durand"), ["name.repeated"]),
        # a birth name
        (
            ("", "Alice", "DURAND née PETIT", ""),
            PersonName("Mme", "Alice", "Durand", "Petit", False, F),
            ["name.birth-name"],
        ),
        # a full name beside
        (("", "", "", "DURAND Léa"), PersonName(None, "Léa", "Durand"), []),
        (("M.", "", "", "Thomas Martin"), PersonName("M.", "Thomas", "Martin", None, False, M), ["name.order-unsure"]),
        (("", "Thomas", "MARTIN", "Martin Thomas"), PersonName(None, "Thomas", "Martin"), []),
        (("", "Léa", "", "Léa DURAND"), PersonName(None, "Léa", "Durand"), []),
        (("", "", "Durand", "Léa DURAND"), PersonName(None, "Léa", "Durand"), []),
        (("", "Léa", "PETIT", "Léa DURAND"), PersonName(None, "Léa", "Petit"), ["name.cells-disagree"]),
    ],
)
def test_the_name_cells_of_a_row_are_read_together(
    cells: tuple[str, str, str, str], name: PersonName | None, codes: list[str]
) -> None:
    form = read_name(*cells)
    assert form.values == (() if name is None else (name,))
    assert [found.code for found in form.findings] == codes


def test_the_title_column_has_its_own_codes() -> None:
    read = name_reader(title_hints=Hints(codes={"2": "Mme"}))
    assert read("2", "Léa", "DURAND", "").values == (PersonName("Mme", "Léa", "Durand", None, False, F),)


@given(st.sampled_from(["", "M.", "Mme", "x", "1"]), NAMES, NAMES, NAMES | st.just(""))
def test_any_row_is_read_and_what_is_found_is_read_again_as_it_is(title: str, first: str, last: str, full: str) -> None:
    form = read_name(title, first, last, full)
    assert len(form.values) < 2
    assert form.values or not (first and first in {"Jean", "Durand"})


@pytest.mark.parametrize("piece", ["a", "a ", "(", "( ) ", "née ", "M. ", "é", "Ã©", "\ud800", "06", "@", "' "])
def test_a_cell_of_millions_of_characters_is_refused_at_once(piece: str) -> None:
    text = piece * (2_000_000 // len(piece))
    for normalizer in (FIRST_NAME, LAST_NAME, FULL_NAME):
        assert normalizer.normalize(text).values == ()


def test_the_columns_count_their_garbled_cells() -> None:
    assert FIRST_NAME.evidence is LAST_NAME.evidence is FULL_NAME.evidence is TextEvidence
