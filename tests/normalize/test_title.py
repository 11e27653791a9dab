"""Titles of a column: words by the list, numbers only by the layout's table."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.model.hints import Hints
from contactbase.normalize import title as title_module
from contactbase.normalize.title import TITLE

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=20)
WORDS = st.lists(st.sampled_from("M. M Mme mr & et / Dr le Mlle Vve 1 NC x Duc".split()), max_size=4).map(" ".join)
PRESTASHOP = Hints(codes={"1": "M.", "2": "Mme", "0": "", "Ms": "Mme"})


@pytest.mark.parametrize(
    ("text", "values", "codes"),
    [
        ("M.", ("M.",), []),
        ("MADAME", ("Mme",), []),
        ("  Mr ", ("M.",), []),
        ("Mrs", ("Mme",), []),
        ("Dr", ("Dr",), []),
        ("Mlle", ("Mme",), ["name.civility-rewritten"]),
        ("Vve", ("Mme",), ["name.civility-rewritten"]),
        ("M. et Mme", ("M. et Mme",), ["name.several-people"]),
        ("Famille", (), ["name.several-people"]),
        ("M./Mme", (), ["name.civility-undecided"]),
        ("1", (), ["name.civility-code-unknown"]),
        ("1.0", (), ["name.civility-code-unknown"]),
        ("Mgr", ("Mgr",), ["name.civility-unlisted"]),
        ("Directrice", ("Directrice",), ["name.civility-unlisted"]),
        ("NC", (), ["name.placeholder"]),
        ("-", (), ["name.placeholder"]),
        ("NULL", (), ["name.placeholder"]),
        ("a" * 100, (), ["name.placeholder"]),
        ("a" * 100_000, (), ["name.placeholder"]),
        ("", (), []),
        (" \u200b", (), []),
    ],
)
def test_a_title_cell_is_read(text: str, values: tuple[str, ...], codes: list[str]) -> None:
    form = title_module.normalize(text)
    assert form.values == values
    assert [found.code for found in form.findings] == codes
    assert all(found.field == "title" for found in form.findings)


@pytest.mark.parametrize(
    ("text", "values"),
    [("1", ("M.",)), ("2", ("Mme",)), ("2.0", ("Mme",)), ("0", ()), ("MS", ("Mme",)), ("Dr", ("Dr",))],
)
def test_a_code_means_what_the_layout_says(text: str, values: tuple[str, ...]) -> None:
    form = TITLE.normalize(text, PRESTASHOP)
    assert (form.values, form.findings) == (values, ())


def test_a_rewritten_title_says_what_it_became() -> None:
    assert TITLE.normalize("Mlle").findings[0].message == "The title was replaced by Mme."


@given(ANY_TEXT | WORDS)
def test_normalizing_twice_is_normalizing_once(text: str) -> None:
    for value in TITLE.normalize(text).values:
        assert TITLE.normalize(TITLE.text(value)).values == (value,)
