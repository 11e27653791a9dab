from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.matching.distance import pure_slips, slips

WORDS = st.text(alphabet="abcdé ", max_size=12)


@pytest.mark.parametrize(
    ("one", "other", "most", "expected"),
    [
        ("durand", "durand", 1, 0),
        ("durand", "durnad", 1, 1),
        ("durand", "durad", 1, 1),
        ("durand", "durrand", 1, 1),
        ("durand", "dupand", 1, 1),
        ("durand", "dupont", 2, 3),
        ("durand", "dupont", 3, 3),
        ("", "abc", 2, 3),
        ("abc", "", 3, 3),
        ("ca", "abc", 3, 3),
    ],
)
def test_slips_are_counted_up_to_a_bound(one: str, other: str, most: int, expected: int) -> None:
    assert pure_slips(one, other, most) == slips(one, other, most) == expected


@given(WORDS, WORDS, st.integers(1, 3))
def test_the_fast_distance_gives_what_the_pure_one_gives(one: str, other: str, most: int) -> None:
    osa = pytest.importorskip("rapidfuzz.distance").OSA.distance
    assert pure_slips(one, other, most) == osa(one, other, score_cutoff=most)


@given(WORDS, WORDS, st.integers(1, 3))
def test_the_distance_is_symmetric(one: str, other: str, most: int) -> None:
    assert pure_slips(one, other, most) == pure_slips(other, one, most)
