"""Attacks on published tables: everything that subtraction can give is tried on small tables, whole."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contactbase.errors import PrivacyError
from contactbase.privacy.disclosure import Key, Protected, Tally, Why, protect

ALL_MARGINS = ((), (0,), (1,))
CELLS: list[Key] = [(row, column) for row in "ab" for column in "xyz"]


def table(*counts: int) -> dict[Key, Tally]:
    return {key: Tally(count) for key, count in zip(CELLS, counts, strict=False)}


def equations(shown: Protected) -> list[tuple[set[Key], int]]:
    """Give what an attacker has: for each published total, the hidden cells in it and how many people they hold."""
    found = []
    for margin, totals in shown.totals.items():
        for value, total in totals.items():
            inside = {key for key in [*shown.cells, *shown.hidden] if tuple(key[place] for place in margin) == value}
            known = sum(tally.count for key, tally in shown.cells.items() if key in inside)
            found.append((inside & set(shown.hidden), total.count - known))
    return found


def answers(shown: Protected) -> list[dict[Key, int]]:
    """Give every table of hidden counts that fits what is published; cells in no total are left out, being free."""
    rows = [(cells, rest) for cells, rest in equations(shown) if cells]
    unknown = sorted(set().union(*(cells for cells, _ in rows))) if rows else []
    guesses: list[dict[Key, int]] = [{}]
    for key in unknown:
        guesses = [
            {**guess, key: value} for guess in guesses for value in range(60) if fits({**guess, key: value}, rows)
        ]
    return guesses


def fits(guess: dict[Key, int], rows: list[tuple[set[Key], int]]) -> bool:
    """Tell whether a guess, complete or not, can still become a table that fits."""
    for cells, rest in rows:
        total = sum(guess.get(key, 0) for key in cells)
        if total > rest or (cells <= guess.keys() and total < rest):
            return False
    return True


SMALL = st.lists(st.integers(0, 7), min_size=4, max_size=6)


@settings(max_examples=100, deadline=None)
@given(SMALL, st.integers(2, 5), st.sets(st.sampled_from(ALL_MARGINS)))
def test_no_hidden_cell_can_be_computed_from_all_that_is_published(
    counts: list[int], k: int, margins: set[tuple[int, ...]]
) -> None:
    shown = protect(table(*counts), k=k, margins=sorted(margins))
    found = answers(shown)
    for key in found[0]:
        assert len({guess[key] for guess in found}) > 1, key


@settings(max_examples=100, deadline=None)
@given(SMALL, st.integers(2, 5), st.sets(st.sampled_from(ALL_MARGINS)))
def test_what_a_total_leaves_over_is_nobody_or_a_crowd(
    counts: list[int], k: int, margins: set[tuple[int, ...]]
) -> None:
    shown = protect(table(*counts), k=k, margins=sorted(margins))
    for cells, rest in equations(shown):
        assert rest == 0 if not cells else rest >= k
    grand = shown.totals.get((), {}).get(())
    for margin, totals in shown.totals.items():
        if grand is not None and margin:
            missing = grand.count - sum(total.count for total in totals.values())
            assert missing == 0 or missing >= k


@settings(deadline=None)
@given(st.lists(st.integers(0, 12), min_size=6, max_size=6), st.integers(2, 6))
def test_nothing_shown_is_small_and_nothing_is_lost(counts: list[int], k: int) -> None:
    tallies = table(*counts)
    shown = protect(tallies, k=k, margins=ALL_MARGINS)
    assert all(tally.count >= k for tally in shown.cells.values())
    assert all(total.count >= k for totals in shown.totals.values() for total in totals.values())
    assert shown.cells.keys() | shown.hidden.keys() == {key for key, tally in tallies.items() if tally.count}
    assert not shown.cells.keys() & shown.hidden.keys()
    assert sum(tally.count for tally in shown.cells.values()) + shown.hidden_people == sum(counts)


@settings(deadline=None)
@given(st.permutations(range(6)))
def test_the_order_of_the_cells_changes_nothing(order: list[int]) -> None:
    counts = (7, 4, 9, 2, 6, 6)
    turned = {CELLS[place]: Tally(counts[place]) for place in order}
    assert protect(turned, k=5, margins=ALL_MARGINS) == protect(table(*counts), k=5, margins=ALL_MARGINS)


def test_one_hidden_cell_takes_the_smallest_other_with_it() -> None:
    shown = protect(table(20, 4, 6, 9), k=5, margins=((),))
    assert shown.hidden == {("a", "y"): Why.SMALL, ("a", "z"): Why.COMPLEMENT}
    assert shown.totals[()][()].count == 39


def test_two_tiny_cells_together_are_still_tiny() -> None:
    shown = protect(table(20, 2, 2, 9), k=5, margins=((),))
    assert ("b", "x") in shown.hidden
    assert shown.hidden_people >= 5


def test_a_total_that_cannot_be_saved_is_held_back() -> None:
    shown = protect(table(4), k=5, margins=((),))
    assert shown.totals == {(): {}}
    assert shown.hidden_totals == 1


def test_a_square_of_margins_gives_nothing_away() -> None:
    tallies: dict[Key, Tally] = {("a", "x"): Tally(1), ("a", "y"): Tally(9), ("b", "x"): Tally(9), ("b", "y"): Tally(9)}
    shown = protect(tallies, k=5, margins=ALL_MARGINS)
    found = answers(shown)
    assert all(len({guess[key] for guess in found}) > 1 for key in found[0])


@pytest.mark.parametrize(
    ("largest", "hidden"), [(84, False), (85, True), (100, True)], ids=["under", "at the share", "alone"]
)
def test_one_person_who_makes_most_of_a_sum_hides_it(largest: int, hidden: bool) -> None:
    tallies: dict[Key, Tally] = {("a",): Tally(6, (100,), (100,), (largest,)), ("b",): Tally(6, (100,), (100,), (20,))}
    assert (("a",) in protect(tallies, k=5, dominance=0.85).hidden) is hidden


def test_a_group_left_over_is_not_dominated_either() -> None:
    tallies: dict[Key, Tally] = {
        ("a",): Tally(6, (1000,), (1000,), (990,)),
        ("b",): Tally(6, (10,), (10,), (2,)),
        ("c",): Tally(9, (5000,), (5000,), (700,)),
    }
    shown = protect(tallies, k=5, dominance=0.85, margins=((),))
    assert set(shown.hidden) == {("a",), ("b",), ("c",)}


def test_a_cell_where_all_answer_alike_is_hidden() -> None:
    tallies: dict[Key, Tally] = {
        ("a",): Tally(9, answers=frozenset({"x"})),
        ("b",): Tally(9, answers=frozenset({"x", "y"})),
    }
    assert protect(tallies, k=5, diversity=2).hidden == {("a",): Why.ALIKE}


@pytest.mark.parametrize("k", [1, 0, -5])
def test_a_k_that_hides_nobody_is_refused(k: int) -> None:
    with pytest.raises(PrivacyError, match="hides nobody"):
        protect(table(5), k=k)


def test_a_large_table_is_protected_in_little_time() -> None:
    tallies: dict[Key, Tally] = {
        (f"{row:02}", f"{column:02}"): Tally((row * 7 + column * 3) % 11)
        for row, column in product(range(40), range(12))
    }
    shown = protect(tallies, k=5, margins=ALL_MARGINS)
    assert shown.totals[()][()].count == sum(tally.count for tally in tallies.values())
    assert all(rest == 0 or (len(cells) > 1 and rest >= 5) for cells, rest in equations(shown))
