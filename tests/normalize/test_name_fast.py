"""The short way through names gives what the long way gives, or nothing."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contactbase.normalize import full_name, name_cell
from contactbase.normalize.civility import title_word
from contactbase.normalize.name_cell import TITLE_SPELLINGS
from contactbase.normalize.name_fast import plain_full_name, plain_name
from contactbase.normalize.name_words import ARTICLES, FILLERS, MARRIED_WORDS, PARTICLES, ROMAN, SUFFIXES

TELLING = [
    *PARTICLES,
    *ARTICLES,
    *ROMAN,
    *SUFFIXES,
    *MARRIED_WORDS,
    *FILLERS,
    "mme",
    "m",
    "dr",
    "sarl",
    "et",
    "mc",
    "e",
]
PLAIN = ["jean", "martin", "durand", "alice", "tran", "nguyen", "thi", "van", "macdonald", "mcdonald", "aa", "xx", "li"]
PLAIN += ["léa", "jean-luc", "lévy-d", "née", "ø", "élodie", "marie-claude", "saint-cyr", "ñandú", "ß", "straß"]
CASES = (str, str.upper, str.title, str.capitalize)
WORDS = st.sampled_from([*PLAIN, *TELLING]) | st.text("abcdmcj", min_size=1, max_size=5)
NAMES = st.builds(
    lambda words, gap, case: case(gap.join(words)),
    st.lists(st.builds(lambda word, case: case(word), WORDS, st.sampled_from(CASES)), min_size=1, max_size=3),
    st.sampled_from([" ", "-", ", ", " "]),
    st.sampled_from([str, str, *CASES]),
)


def agrees(text: str) -> None:
    for surname in (False, True):
        plain = plain_name(text)
        if plain is not None:
            slow = name_cell._read_once(text, surname=surname)
            assert slow == name_cell.NameCell(plain, codes={}), text
    whole = plain_full_name(text)
    if whole is not None:
        name, codes = full_name.read_full_name(text)
        assert (name, dict(codes)) == (whole[0], dict(whole[1])), text


@settings(max_examples=1500)
@given(NAMES)
def test_any_words_are_read_as_the_long_way_reads_them(text: str) -> None:
    agrees(text)


def test_every_pair_of_words_in_every_case_is_read_as_the_long_way_reads_it() -> None:
    words = [case(word) for word in PLAIN for case in CASES]
    for one, other in product(words, words):
        for text in (f"{one} {other}", f"{one}-{other}", f"{one}, {other}", f"M. {one} {other}"):
            agrees(text)


@pytest.mark.parametrize("title", sorted(TITLE_SPELLINGS))
def test_a_usual_title_before_a_name_is_taken_as_the_long_way_takes_it(title: str) -> None:
    assert title_word(title) is not None
    for name in ("Alice DURAND", "DURAND Jean-Luc", "Élodie Martin", "martin paul", "Durand, Alice"):
        agrees(f"{title} {name}")
        assert (plain_full_name(f"{title} {name}") is None) == ("," in name)


@pytest.mark.parametrize("telling", sorted(TELLING))
def test_a_word_with_a_meaning_goes_the_long_way(telling: str) -> None:
    for case in CASES:
        word = case(telling)
        assert plain_name(f"Durand {word}") is None
        assert plain_name(f"{word} Durand") is None
        assert plain_full_name(f"Alice {word}") is None


@pytest.mark.parametrize("text", ["", " ", "-", "Strauß Léa", "O'Neil Tom", "Jean  Durand", "JeAn Durand", "a" * 5000])
def test_anything_else_goes_the_long_way(text: str) -> None:
    assert plain_name(text) is None
    assert plain_full_name(text) is None


@pytest.mark.parametrize("text", ["Alice Durand", "DURAND Alice", "Alice DURAND", "DURAND, Alice", "alice durand"])
def test_usual_full_names_take_the_short_way(text: str) -> None:
    found = plain_full_name(text)
    assert found is not None
    assert (found[0].first_name, found[0].last_name) == ("Alice", "Durand")
