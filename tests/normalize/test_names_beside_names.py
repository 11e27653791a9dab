"""Cells that name two people, somebody else's home, an undivided estate, or nobody but a spreadsheet."""

from __future__ import annotations

import pytest

from contactbase.model.enums import Sex
from contactbase.normalize.full_name import PersonName, full_name_text, read_full_name
from contactbase.normalize.name_cell import read_cell
from contactbase.normalize.person_name import normalize
from contactbase.normalize.text import mend
from contactbase.normalize.title import TITLE

TWO = "name.several-people"
NAMES = [
    ("DUPONT Jean ou Marie", PersonName(None, "Jean ou Marie", "Dupont", None, True), TWO),
    ("M. DUPONT ou Mme MARTIN", PersonName("M. et Mme", None, "Dupont ou Martin", None, True), TWO),
    ("Jean Dupont ou Marie Martin", PersonName(None, None, "Jean Dupont ou Marie Martin", None, True), TWO),
    ("M. ou Mme Durand", PersonName("M. et Mme", None, "Durand", None, True), TWO),
    ("Dupont Jean c/o Martin", PersonName(None, "Jean", "Dupont"), "name.care-of"),
    ("Dupont Jean C/O Mme Martin", PersonName(None, "Jean", "Dupont"), "name.care-of"),
    ("Dupont Jean chez Martin", PersonName(None, "Jean", "Dupont"), "name.care-of"),
    ("Indivision Martin", PersonName(None, None, "Martin", None, True), TWO),
    ("Dr et Mme Faure Paul", PersonName("Dr", "Paul", "Faure", None, True), TWO),
    ("M. Faure et Mme", PersonName("M. et Mme", None, "Faure", None, True), TWO),
    ("Mme Dr Faure Paule", PersonName("Dr", "Paule", "Faure", None, False, Sex.F), "name.civility-inside"),
    ("Dupont&nbsp;Jean", PersonName(None, "Jean", "Dupont"), "text.entities"),
    ("Ren&eacute; Dupont", PersonName(None, "René", "Dupont"), "text.entities"),
]


@pytest.mark.parametrize(("cell", "name", "code"), NAMES)
def test_what_stands_beside_a_name_is_told_from_it(cell: str, name: PersonName, code: str) -> None:
    found, codes = read_full_name(cell)
    assert found == name
    assert code in codes
    assert read_full_name(full_name_text(name))[0] == name


@pytest.mark.parametrize("cell", ["Ou Li", "Li Ou", "Jean Ou", "Chez Martin", "Dupont &co;"])
def test_the_same_words_may_be_names(cell: str) -> None:
    codes = read_full_name(cell)[1]
    assert not {"name.care-of", "text.entities"} & set(codes)
    assert TWO not in codes or "&" in cell


@pytest.mark.parametrize(
    "cell", ["=SUM(A1)", "+cmd", "=cmd|' /C calc'!A0", "@SUM(1)", "-SUM(A1:A2)", "=A1", "+cmd Jean", "=HYPERLINK(x)"]
)
def test_a_formula_is_no_name(cell: str) -> None:
    assert normalize(cell).values == ()
    assert [found.code for found in normalize(cell).findings] == ["name.formula"]
    assert read_cell(cell, surname=False).name == ""


@pytest.mark.parametrize("cell", ['="Durand"', "*Durand", "- Durand", "-Durand", "+ Durand", "=Éa"])
def test_signs_before_a_name_are_no_formula(cell: str) -> None:
    assert "name.formula" not in read_cell(cell, surname=True).codes
    assert read_cell(cell, surname=True).name


@pytest.mark.parametrize("cell", ["Total : 2 clients", "Durand 😀", "Durand : Jean"])
def test_signs_that_are_left_out_are_not_said_to_be_kept(cell: str) -> None:
    codes = read_cell(cell, surname=True).codes
    assert "name.signs-left-out" in codes
    assert "name.symbols" not in codes


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("a&amp;b;", "a&b;"),
        ("&amp;amp;nbsp;x", "x"),
        ("&#233;t&#xe9;", "été"),
        ("AT&T; x", "AT&T; x"),
        ("&am&#112;;", "&"),
    ],
)
def test_entities_become_what_they_stand_for(raw: str, plain: str) -> None:
    assert mend(raw)[0] == plain
    assert mend(plain)[0] == plain


def test_a_title_cell_of_a_woman_doctor_keeps_what_it_tells() -> None:
    assert TITLE.normalize("Mme Dr").values == ("Dr",)
