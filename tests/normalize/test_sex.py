"""Sex: words and clear letters, codes only with their table, never guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.model.enums import Sex
from contactbase.model.hints import Hints
from contactbase.normalize import sex as sex_module
from contactbase.normalize.sex import SEX, SexEvidence

M, F = Sex.M, Sex.F
ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=20)


@pytest.mark.parametrize(
    ("text", "values", "codes"),
    [
        *[
            (text, (F,), [])
            for text in ("F", "f", "F.", "Femme", "féminin", "FEMALE", "woman", "W", "weiblich", "Frau")
        ],
        *[(text, (F,), []) for text in ("mujer", "femmina", "♀", "Mme", "Madame", "Mlle", "Fille")],
        *[(text, (M,), []) for text in ("M", "m", "H", "Homme", "masculin", "MALE", "männlich", "hombre", "uomo", "♂")],
        *[(text, (M,), []) for text in ("M.", "Monsieur", "Mr", "garçon")],
        *[(text, (), ["sex.code-unknown"]) for text in ("1", "2", "0", "1.0", "9", "１")],
        *[(text, (), ["sex.neither"]) for text in ("X", "autre", "Non-binaire", "divers", "Mx")],
        *[
            (text, (), ["sex.unknown"])
            for text in ("Lyon", "M/F", "M. et Mme", "Dr", "a" * 100, "a" * 9999, "12345678")
        ],
        *[
            (text, (), [])
            for text in ("", " ", "NC", "inconnu", "-", "?", "n/a", "Ne se prononce pas", "Non renseigné")
        ],
    ],
)
def test_a_sex_cell_is_read(text: str, values: tuple[Sex, ...], codes: list[str]) -> None:
    form = sex_module.normalize(text)
    assert form.values == values
    assert [found.code for found in form.findings] == codes
    assert all(found.field == "sex" for found in form.findings)


def test_one_number_means_what_each_layout_says() -> None:
    prestashop, civicrm = Hints(codes={"1": "M", "2": "F", "0": ""}), Hints(codes={"1": "Female", "2": "Male"})
    assert [SEX.normalize(text, prestashop).values for text in ("1", "2.0", "0", "3")] == [(M,), (F,), (), ()]
    assert [SEX.normalize(text, civicrm).values for text in ("1", "2")] == [(F,), (M,)]
    assert SEX.normalize("0", prestashop).findings == ()
    assert [found.code for found in SEX.normalize("3", prestashop).findings] == ["sex.code-unknown"]


def _concluded(cells: list[str], hints: Hints) -> tuple[Hints, list[str]]:
    evidence = SexEvidence()
    for cell in cells:
        evidence.see(cell)
    concluded, findings = evidence.conclude(hints)
    return concluded, [found.code for found in findings]


def test_a_column_of_h_and_m_leaves_m_undecided() -> None:
    hints, codes = _concluded(["H", "M", "", "m"], Hints(region="FR"))
    assert codes == ["sex.letters-ambiguous"]
    assert SEX.normalize("H", hints).values == (M,)
    form = SEX.normalize("M", hints)
    assert (form.values, [found.code for found in form.findings]) == ((), ["sex.letter-ambiguous"])


def test_in_spain_h_is_hombre_and_m_mujer() -> None:
    hints, codes = _concluded(["H", "M"], Hints(region="ES"))
    assert codes == ["sex.letters-spanish"]
    assert (SEX.normalize("H", hints).values, SEX.normalize("M", hints).values) == ((M,), (F,))


@pytest.mark.parametrize(
    "cells", [["H", "F"], ["M", "F"], ["M"], ["H", "M", "F"], ["Homme", "Femme"], ["H" * 20, "M", "F"], []]
)
def test_other_columns_need_no_decision(cells: list[str]) -> None:
    assert _concluded(cells, Hints()) == (Hints(), [])


def test_codes_given_by_the_layout_stand() -> None:
    hints = Hints(codes={"M": "F", "H": "M"})
    assert _concluded(["H", "M"], hints) == (hints, [])
    assert SEX.normalize("M", hints).values == (F,)


@given(ANY_TEXT)
def test_any_text_gives_at_most_one_sex_which_is_read_again(text: str) -> None:
    for value in SEX.normalize(text).values:
        assert SEX.normalize(SEX.text(value)).values == (value,)
