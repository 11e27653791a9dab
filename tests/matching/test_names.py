from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.matching.names import Name, NameAgreement, compare, fold_name, is_brief, same_first_name
from contactbase.matching.slip import is_slip

A = NameAgreement


def name(text: str) -> Name:
    first, _, last = text.partition("/")
    return Name(fold_name(first), fold_name(last))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Léa/DURAND", "LEA/Durand", A.SAME),
        ("Jean-Pierre/Le Goff", "Jean Pierre/LE-GOFF", A.SAME),
        ("Léa/Van den Berg", "Léa/Vandenberg", A.SAME),
        ("Durand/Léa", "Léa/Durand", A.SAME),
        ("Fred/Durand", "Frédéric/Durand", A.CLOSE),
        ("Fred/Durand", "Frédérique/Durand", A.CLOSE),
        ("JP/Durand", "Jean-Pierre/Durand", A.CLOSE),
        ("J.-P./Durand", "Jean-Pierre/Durand", A.CLOSE),
        ("J/Durand", "Jean-Pierre/Durand", A.CLOSE),
        ("J/Durand", "J/Durand", A.CLOSE),
        ("Rogtr/Durand", "Roger/Durand", A.CLOSE),
        ("Roger/Durandd", "Roger/Durand", A.CLOSE),
        ("Léa/Martin-Durand", "Léa/Durand", A.CLOSE),
        ("/Durand", "Léa/Durand", A.PARTIAL),
        ("Léa/", "Léa/Durand", A.PARTIAL),
        ("Léa/Martin", "Léa/Durand", A.RENAMED),
        ("Marie/Durand", "Marie-Claude/Durand", A.UNSURE),
        ("Aylin/Durand", "Aylan/Durand", A.UNSURE),
        ("/", "Léa/Durand", A.ABSENT),
        ("/", "/", A.ABSENT),
        ("Léa/Durand", "Léo/Durand", A.DIFFERENT),
        ("Michel/Durand", "Michèle/Durand", A.DIFFERENT),
        ("Yassin/Durand", "Yassine/Durand", A.DIFFERENT),
        ("Julie/Durand", "Julien/Durand", A.DIFFERENT),
        ("J/Durand", "Marie/Durand", A.DIFFERENT),
        ("Jean et Marie/Durand", "Jean/Durand", A.DIFFERENT),
        ("J/Durand", "Jean/Martin", A.DIFFERENT),
    ],
)
def test_names_agree_as_a_careful_clerk_would_say(one: str, other: str, expected: NameAgreement) -> None:
    assert compare(name(one), name(other)) is expected
    assert compare(name(other), name(one)) is expected


def test_a_company_is_a_name_only_among_companies() -> None:
    garage, bakery = Name("", "", "garage martin"), Name("", "", "boulangerie")
    assert compare(garage, garage) is A.SAME
    assert compare(garage, bakery) is A.DIFFERENT
    assert compare(garage, Name("paul", "martin")) is A.UNSURE


@pytest.mark.parametrize(("text", "brief"), [("j", True), ("jp", True), ("j p", True), ("lea", False), ("明", False)])
def test_initials_are_no_full_name_but_a_chinese_name_of_one_letter_is(text: str, *, brief: bool) -> None:
    assert is_brief(text) is brief


def test_two_equal_initials_are_not_the_same_first_name() -> None:
    assert not same_first_name(Name("j", "durand"), Name("j", "durand"))


WORDS = st.sampled_from(["", "lea", "leo", "jean", "jean pierre", "j", "jp", "j p", "fred", "frederic", "durand", "x"])
NAMES = st.builds(Name, WORDS, WORDS) | st.builds(Name, st.text(max_size=6).map(fold_name), WORDS)


@given(NAMES, NAMES)
def test_comparing_is_symmetric_and_never_fails(one: Name, other: Name) -> None:
    assert compare(one, other) is compare(other, one)


@given(NAMES)
def test_nobody_differs_from_themselves(one: Name) -> None:
    assert compare(one, one) is not A.DIFFERENT


def distance(one: str, other: str) -> int:
    """Optimal string alignment, the textbook table."""
    rows = [[max(i, j) if not (i and j) else 0 for j in range(len(other) + 1)] for i in range(len(one) + 1)]
    for i in range(1, len(one) + 1):
        for j in range(1, len(other) + 1):
            changed = rows[i - 1][j - 1] + (one[i - 1] != other[j - 1])
            rows[i][j] = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, changed)
            if i > 1 and j > 1 and one[i - 2 : i] == other[j - 2 : j][::-1]:
                rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
    return rows[-1][-1]


SHORT = st.text("abc", max_size=6)


@given(SHORT, SHORT)
def test_a_slip_is_an_edit_distance_of_one(one: str, other: str) -> None:
    assert is_slip(one, other) == (distance(one, other) == 1)


def test_a_name_of_ten_million_letters_is_compared() -> None:
    long = Name("a" * 10_000_000, "durand")
    assert compare(long, Name("a" * 9_999_999, "durand")) is A.DIFFERENT
