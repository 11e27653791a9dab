"""Titles: their canonical form, the sex they tell, and those of two people."""

from __future__ import annotations

import pytest

from contactbase.model.enums import Sex
from contactbase.normalize.civility import (
    TITLES,
    is_undecided,
    leading_civility,
    read_title,
    sex_of_title,
    title_word,
)

M, F = Sex.M, Sex.F


@pytest.mark.parametrize(
    ("text", "title", "sex", "couple", "rewritten"),
    [
        ("M", "M.", M, False, False),
        ("M.", "M.", M, False, False),
        ("MR", "M.", M, False, False),
        ("Monsieur", "M.", M, False, False),
        ("Herr", "M.", M, False, False),
        ("Sr.", "M.", M, False, False),
        ("Sig.", "M.", M, False, False),
        ("mme", "Mme", F, False, False),
        ("Mrs.", "Mme", F, False, False),
        ("Frau", "Mme", F, False, False),
        ("Señora", "Mme", F, False, False),
        ("Sig.ra", "Mme", F, False, False),
        ("Mlle", "Mme", F, False, True),
        ("MELLE", "Mme", F, False, True),
        ("Vve", "Mme", F, False, True),
        ("Miss", "Mme", F, False, True),
        ("Dr", "Dr", None, False, False),
        ("Docteur", "Dr", None, False, False),
        ("Dottoressa", "Dr", F, False, False),
        ("Maître", "Me", None, False, False),
        ("Prof. Dr.", "Pr", None, False, False),
        ("Monsieur le Docteur", "Dr", M, False, False),
        ("Mme le Dr", "Dr", F, False, False),
        ("Herr Dr.", "Dr", M, False, False),
        ("Mx", "Mx", None, False, False),
        ("M. et Mme", "M. et Mme", None, True, False),
        ("Mme et M.", "M. et Mme", None, True, False),
        ("M.et Mme", "M. et Mme", None, True, False),
        ("Mr & Mrs", "M. et Mme", None, True, False),
        ("M. ou Mme", "M. et Mme", None, True, False),
        ("Mr Mme", "M. et Mme", None, True, False),
        ("M. et Mlle", "M. et Mme", None, True, False),
        ("MM.", "MM.", M, True, False),
        ("M. et M.", "MM.", M, True, False),
        ("Mesdames", "Mmes", F, True, False),
        ("Mme et Mme", "Mmes", F, True, False),
        ("Dr et Mme", "Dr", None, True, False),
        ("Famille", None, None, True, False),
    ],
)
def test_a_title_is_read(text: str, title: str | None, sex: Sex | None, couple: bool, rewritten: bool) -> None:
    found = read_title(text)
    assert found is not None
    assert (found.title, found.sex, found.couple, found.rewritten) == (title, sex, couple, rewritten)


@pytest.mark.parametrize("text", ["", "Duc", "M. Dupont", "et", "Directrice", "M./Mme"])
def test_what_is_no_title_is_none(text: str) -> None:
    assert read_title(text) is None


@pytest.mark.parametrize(
    ("text", "undecided"),
    [("M./Mme", True), ("Mr / Mrs / Ms", True), ("M.", False), ("a/b", False), ("/", False)],
)
def test_a_choice_of_titles_is_told(text: str, undecided: bool) -> None:
    assert is_undecided(text) is undecided


def test_a_canonical_title_is_read_as_itself() -> None:
    for title in TITLES:
        found = read_title(title)
        assert found is not None
        assert found.title == title


def test_a_title_tells_a_sex_only_when_it_does() -> None:
    told = {title: sex_of_title(title) for title in sorted(TITLES)}
    assert told == {
        "Dr": None,
        "M.": M,
        "M. et Mme": None,
        "MM.": M,
        "Me": None,
        "Mme": F,
        "Mmes": F,
        "Mx": None,
        "Pr": None,
    }
    assert sex_of_title(None) is None


def test_a_surname_that_could_be_a_title_is_not_taken_off_a_name() -> None:
    assert [title_word(word) for word in ("Herr", "MAITRE", "Sr", "Jean")] == [None] * 4
    assert leading_civility([]) is None
    assert leading_civility(["Maître", "Durand"]) is not None
