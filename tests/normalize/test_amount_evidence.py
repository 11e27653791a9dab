"""Which decimal mark a column of amounts proves."""

from __future__ import annotations

import random
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.model.journal import Finding
from contactbase.normalize import Hints
from contactbase.normalize.amount_evidence import AmountEvidence


def seen(cells: Iterable[str]) -> AmountEvidence:
    evidence = AmountEvidence()
    for cell in cells:
        evidence.see(cell)
    return evidence


def conclude(cells: Iterable[str], hints: Hints | None = None) -> tuple[Hints, tuple[Finding, ...]]:
    return seen(cells).conclude(hints or Hints(field="spent"))


@pytest.mark.parametrize(
    ("cells", "mark", "codes"),
    [
        ([], None, []),
        (["12", "1 234", ""], None, []),
        (["1.234"], None, ["amount.ambiguous-column"]),
        (["1.234", "1,234"], None, ["amount.ambiguous-column"]),
        (["1.234", "12,50"], ",", ["column.decimal-mark"]),
        (["1.234", "12,50 €"], ",", ["column.decimal-mark"]),
        (["1,234", "12.5"], ".", ["column.decimal-mark"]),
        (["1.234.567"], ",", ["column.decimal-mark"]),
        (["1.234,56 €"], ",", ["column.decimal-mark"]),
        (["(1,234.56)"], ".", ["column.decimal-mark"]),
        (["12,50", "12.50", "1.234"], None, ["amount.mixed-marks"]),
        (["12,50"] * 100 + ["12.50"], ",", ["amount.mostly-one-mark"]),
        (["12,50"] * 99 + ["12.50"], None, ["amount.mixed-marks"]),
        (["gratuit", "12 x 3"], None, []),
    ],
)
def test_the_mark_is_what_the_cells_prove(cells: list[str], mark: str | None, codes: list[str]) -> None:
    hints, findings = conclude(cells)
    assert (hints.decimal_mark, [found.code for found in findings]) == (mark, codes)


def test_a_mark_that_is_set_stands() -> None:
    hints, findings = conclude(["12,50"] * 9, Hints(decimal_mark="."))
    assert (hints.decimal_mark, findings) == (".", ())


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["$12.50", "13.00"], {"stated": 1, "currency": "USD", "bare": 1, "assumed": "EUR"}),
        (["12,50 CHF", "13,00 CHF", "14"], {"stated": 2, "currency": "CHF", "bare": 1, "assumed": "EUR"}),
        (["12,50 €", "13"], None),
        (["12.50 $", "13.00 $"], None),
    ],
)
def test_bare_cells_beside_another_currency_are_said(cells: list[str], expected: dict[str, object] | None) -> None:
    said = [dict(found.details) for found in conclude(cells)[1] if found.code == "column.currency"]
    assert said == ([] if expected is None else [expected])


CELL = st.one_of(
    st.sampled_from(("", "12", "12,50", "12.50 €", "1.234", "1 234,5", "$3.10", "NaN", "1,234.56", "12 kr")),
    st.text(st.sampled_from("0123456789.,€ $-"), max_size=10),
)


@given(st.lists(CELL, max_size=30), st.integers(0, 30), st.randoms(use_true_random=False))
def test_parts_add_up_and_their_order_does_not_matter(cells: list[str], cut: int, chance: random.Random) -> None:
    whole = conclude(cells)
    first = seen(cells[:cut])
    first.merge(seen(cells[cut:]))
    assert first.conclude(Hints(field="spent")) == whole
    chance.shuffle(cells)
    assert conclude(cells) == whole


def test_hostile_cells_are_counted_at_once() -> None:
    evidence = seen(["1" * 5_000_000, "1,5" * 2_000_000, " " * 5_000_000, *(f"1 x{number}" for number in range(500))])
    assert len(evidence.stated) <= 64
