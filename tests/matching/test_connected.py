"""Connected sets, against a slow and plain search."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from contactbase.matching.connected import lowest, spanning

PAIRS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=30)


def reached(pairs: list[tuple[int, int]], start: int) -> set[int]:
    found = {start}
    while True:
        more = {node for pair in pairs if found.intersection(pair) for node in pair} - found
        if not more:
            return found
        found |= more


@given(PAIRS)
def test_each_node_goes_by_the_lowest_that_it_reaches(pairs: list[tuple[int, int]]) -> None:
    assert lowest(pairs) == {node: min(reached(pairs, node)) for pair in pairs for node in pair}


@given(PAIRS)
def test_a_spanning_forest_connects_the_same_with_no_pair_too_many(pairs: list[tuple[int, int]]) -> None:
    forest = list(spanning(pairs))
    homes = lowest(pairs)
    assert all(home == lowest(forest).get(node, node) for node, home in homes.items())
    assert len(forest) == len(homes) - len(set(homes.values()))


def test_a_long_chain_given_backwards_is_one_set() -> None:
    chain = [(node + 1, node) for node in reversed(range(50_000))]
    assert set(lowest(chain).values()) == {0}
