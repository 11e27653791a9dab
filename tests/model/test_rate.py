"""Shares with their intervals: the published table, the bounds, the laws."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.model.rate import Rate

NEWCOMBE = [
    (81, 263, 0.2553, 0.3662),
    (15, 148, 0.0624, 0.1605),
    (0, 20, 0.0, 0.1611),
    (1, 29, 0.0061, 0.1718),
]
"""Table I of Newcombe (1998), method 3: the score interval at 95 %."""


@pytest.mark.parametrize(("count", "of", "low", "high"), NEWCOMBE)
def test_intervals_are_those_of_the_published_table(count: int, of: int, low: float, high: float) -> None:
    bounds = Rate(count, of).interval()
    assert bounds is not None
    assert bounds == pytest.approx((low, high), abs=5e-5)


def test_nothing_of_nothing_has_no_share_and_a_wrong_part_is_refused() -> None:
    assert (Rate(0, 0).share, Rate(0, 0).interval()) == (None, None)
    for count, of in ((2, 1), (-1, 3)):
        with pytest.raises(ValueError, match="is no share"):
            Rate(count, of)
    for confidence in (0.0, 1.0, -1.0, float("nan")):
        with pytest.raises(ValueError, match="is no confidence"):
            Rate(1, 2).interval(confidence)


@given(st.integers(1, 10**9).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_an_interval_holds_its_share_and_mirrors_that_of_the_others(pair: tuple[int, int]) -> None:
    count, of = pair
    rate, others = Rate(count, of), Rate(of - count, of)
    bounds, mirrored = rate.interval(), others.interval()
    assert bounds is not None
    assert mirrored is not None
    assert rate.share is not None
    assert 0.0 <= bounds[0] <= rate.share <= bounds[1] <= 1.0
    assert mirrored == pytest.approx((1 - bounds[1], 1 - bounds[0]), abs=1e-9)


@given(st.integers(1, 5000), st.integers(2, 50))
def test_more_recipients_make_an_interval_narrower(of: int, times: int) -> None:
    few, many = Rate(of // 2, of).interval(), Rate(of // 2 * times, of * times).interval()
    assert few is not None
    assert many is not None
    assert many[1] - many[0] < few[1] - few[0]


DIFFERENCES = [
    ((56, 70), (48, 80), 0.0524, 0.3339),
    ((9, 10), (3, 10), 0.1705, 0.8090),
    ((6, 7), (2, 7), 0.0582, 0.8062),
    ((5, 56), (0, 29), -0.0381, 0.1926),
    ((0, 10), (0, 20), -0.1611, 0.2775),
    ((0, 10), (0, 10), -0.2775, 0.2775),
    ((10, 10), (0, 20), 0.6791, 1.0),
    ((10, 10), (0, 10), 0.6075, 1.0),
]
"""Table II of Newcombe (1998, independent proportions), method 10, at 95 %."""


@pytest.mark.parametrize(("one", "other", "low", "high"), DIFFERENCES)
def test_differences_are_those_of_the_published_table(
    one: tuple[int, int], other: tuple[int, int], low: float, high: float
) -> None:
    assert Rate(*one).difference(Rate(*other)) == pytest.approx((low, high), abs=6e-5)
    assert Rate(*other).difference(Rate(*one)) == pytest.approx((-high, -low), abs=6e-5)
    assert Rate(*one).difference(Rate(0, 0)) is None
