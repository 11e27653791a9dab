"""The fold key: labels that a person would call the same."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.normalize import fold as fold_module
from contactbase.normalize.fold import fold

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=40)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", ""),
        ("   ", ""),
        ("Lyon", "lyon"),
        ("LYON", "lyon"),
        ("Saint-Étienne", "saint etienne"),
        ("SAINT ETIENNE", "saint etienne"),
        ("Saint‑Étienne", "saint etienne"),
        ("L'Haÿ-les-Roses", "l hay les roses"),
        ("L’HAY LES ROSES", "l hay les roses"),
        ("Œuvre", "oeuvre"),
        ("Læticia", "laeticia"),
        ("Strauß", "strauss"),
        ("STRAUẞ", "strauss"),
        ("Sørensen", "sorensen"),
        ("Łódź", "lodz"),
        ("Đặng", "dang"),
        ("Þóra", "thora"),
        ("Işık", "isik"),
        ("İstanbul", "istanbul"),
        ("Ελένη", "ελενη"),
        ("ΕΛΈΝΗΣ", "ελενησ"),
        ("Ёлкин", "елкин"),
        ("Jean\u00a0\u202fPierre", "jean pierre"),
        ("Jean\u200bPierre\ufeff", "jeanpierre"),
        ("soft\u00adhyphen", "softhyphen"),
        ("\u202eJean\u202c", "jean"),
        ("Ｊｅａｎ", "jean"),
        ("e\u0301te\u0301", "ete"),
        ("a\x00b\tc\r\nd", "ab c d"),
        ("N° 5 & Cie.", "n° 5 & cie."),
        ("한국", "한국"),
        ("\ud800", "\ud800"),
    ],
)
def test_a_label_folds_to_its_key(text: str, key: str) -> None:
    assert fold(text) == key


@pytest.mark.parametrize(("one", "other"), [("か", "が"), ("कि", "की"), ("Anna", "Anne"), ("a b", "ab")])
def test_labels_that_differ_in_more_than_spelling_keep_different_keys(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(ANY_TEXT)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(ANY_TEXT)
def test_a_key_has_no_capital_and_no_double_space(text: str) -> None:
    key = fold(text)
    assert key == key.casefold()
    assert key == " ".join(key.split())


@given(ANY_TEXT)
def test_canonically_equal_texts_have_one_key(text: str) -> None:
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text)) == fold(text)


@given(st.text(st.characters(max_codepoint=0x2070), max_size=40))
def test_the_fast_paths_give_what_the_slow_one_gives(text: str) -> None:
    assert fold(text) == " ".join(fold_module._fold_any(text).split())


def test_every_character_folds_to_a_fixed_point() -> None:
    keys = map(fold, map(chr, range(0, sys.maxunicode, 7)))
    assert [key for key in keys if fold(key) != key] == []
