"""The laws of the phone normalizer: any text, the same again, the short way equal to the whole way, bounded work."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from contactbase.model.hints import Hints
from contactbase.normalize.phone import PHONE
from contactbase.normalize.phones.column import open_column, open_slow_column
from contactbase.normalize.phones.plain_cell import make_plain, undo_excel, undress, without_addresses

HINTS = [Hints(region=region, field=field) for region in ("FR", "DE", "US", "IT", "") for field in (None, "mobile")]
COLUMNS = [(open_column(hints), open_slow_column(hints)) for hints in HINTS]

SIGNS = st.sampled_from(list("0123456789 .-/,;|+()'\"=:#xXpPeEOolI*?_~\n\t@²٣５\u00a0\u202f\u200b\ud800\0é😀"))
WORDS = st.sampled_from(["poste ", "ext", " ou ", ";ext=", "tel:", ".0", "E+10", "(0)", "Mme", "06 12 34 56 78", "+33"])
CELLS = st.lists(SIGNS | WORDS, max_size=30).map("".join) | st.text(max_size=40)
NUMBERS = st.from_regex(r"\A(?:\+|00|0|)[1-9](?:[ .()-]{0,2}[0-9]){5,11}\Z")


@settings(max_examples=300, deadline=None)
@given(CELLS, st.sampled_from(range(len(COLUMNS))))
@example("0612345678.0", 0)
@example("0" * 20, 0)
@example("+" * 30, 0)
def test_any_text_gives_values_or_findings_and_the_short_way_gives_the_same(cell: str, column: int) -> None:
    fast, slow = COLUMNS[column]
    form = fast(cell)
    assert form == slow(cell)
    assert fast(cell) == form
    for finding in form.findings:
        assert finding.say("fr")
        assert finding.say("en")


@settings(max_examples=300, deadline=None)
@given(NUMBERS, st.sampled_from(range(len(COLUMNS))))
def test_a_number_with_marks_between_its_digits_goes_the_short_way_to_the_same(cell: str, column: int) -> None:
    fast, slow = COLUMNS[column]
    assert fast(cell) == slow(cell)


@settings(max_examples=300, deadline=None)
@given(CELLS | NUMBERS, st.sampled_from(range(len(COLUMNS))))
def test_the_text_of_a_value_is_read_as_the_same_value(cell: str, column: int) -> None:
    fast, _ = COLUMNS[column]
    for value in fast(cell).values:
        assert fast(PHONE.text(value)).values == (value,)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_plain_text_stays_plain(text: str) -> None:
    plain, _ = make_plain(text)
    assert make_plain(plain)[0] == plain
    assert not any(char.isdecimal() and not char.isascii() for char in plain)


HUGE = 10_000_000
HOSTILE = {
    "digits": "6",
    "zeros": "0",
    "slashes": "/",
    "semicolons": "06;",
    "plus signs": "+",
    "single digits": "1 ",
    "zero-width": "\u200b",
    "ligatures": "\ufdfa",
    "surrogates": "\ud800",
    "letters": "O",
    "at signs": "@",
    "brackets": "(",
    "exponents": "1e9",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_huge_cell_is_answered_without_being_looked_into(name: str) -> None:
    unit = HOSTILE[name]
    form = PHONE.column(Hints())(unit * (HUGE // len(unit)))
    assert (form.values, [finding.code for finding in form.findings]) == ((), ["phone.too-long-cell"])


@pytest.mark.parametrize(("before", "after"), [("06", "12345678"), ("", "0612345678"), ("06 12 34 56 78", "")])
@pytest.mark.parametrize("space", [" ", "\t"])
def test_ten_million_spaces_are_one(before: str, space: str, after: str) -> None:
    (value,) = PHONE.column(Hints())(before + space * HUGE + after).values
    assert value.e164 == "+33612345678"


SHAPES = ["6", "0 ", "1/", "06;", "+", "+3", "O0", "l", "1e", "1.0", "1,000", "a@", "@", "(0)", "x1", "poste 1", "tel:"]
SHAPES += ['="', ".", "\ufdfa", "0-", "06 12 34 56 78 ", "06 ", "1.", "+0", "0 0"]


@pytest.mark.parametrize("shape", SHAPES)
def test_the_longest_cell_that_is_looked_into_makes_bounded_work(shape: str) -> None:
    cell = (shape * 250)[:250]
    plain, _ = make_plain(cell)
    undo_excel(without_addresses(undress(plain)))
    fast, slow = COLUMNS[0]
    assert fast(cell) == slow(cell)
