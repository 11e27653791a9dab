from __future__ import annotations

import pytest

from contactbase.matching.evaluation import evaluate, pairs_completeness
from contactbase.matching.match import match
from contactbase.matching.matches import Matches, Pair
from matching.people import MAIL, base_of, someone
from matching.test_worlds import world

TRUTH = {"a": 1, "b": 1, "c": 1, "d": 2, "e": 3}


def test_pairs_are_counted_against_the_truth() -> None:
    found = evaluate([("a", "b"), ("c", "d")], TRUTH)
    assert (found.found_pairs, found.right_pairs, found.true_pairs) == (2, 1, 3)
    assert found.precision == 0.5
    assert found.recall == pytest.approx(1 / 3)
    assert found.f1 == pytest.approx(0.4)
    assert (found.contacts, found.entities) == (5, 3)


def test_b_cubed_averages_over_contacts() -> None:
    found = evaluate([("a", "b"), ("c", "d")], TRUTH)
    assert found.b_cubed_precision == pytest.approx((1 + 1 + 0.5 + 0.5 + 1) / 5)
    assert found.b_cubed_recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5)
    assert found.b_cubed_f1 == pytest.approx(0.8 * (11 / 15) * 2 / (0.8 + 11 / 15))


def test_the_truth_itself_is_perfect() -> None:
    found = evaluate(Matches(clusters=(("a", "b", "c"),)), TRUTH)
    assert (found.precision, found.recall, found.f1, found.b_cubed_f1) == (1, 1, 1, 1)


def test_contacts_without_truth_are_left_out() -> None:
    assert evaluate([("a", "x")], TRUTH).found_pairs == 0


def test_nothing_at_all_is_perfect() -> None:
    assert evaluate([], {}).f1 == 1.0


def test_a_contact_in_two_clusters_is_a_wrong_argument() -> None:
    with pytest.raises(ValueError, match="two clusters"):
        evaluate([("a", "b"), ("b", "c")], TRUTH)


def test_clusters_and_people_are_counted_by_size() -> None:
    found = evaluate([("a", "b"), ("c", "d")], TRUTH)
    assert found.sizes == ((1, 1), (2, 2))
    assert found.true_sizes == ((1, 2), (3, 1))


def test_probabilities_are_held_against_the_truth_by_band() -> None:
    said = [("a", "b", 0.95), ("a", "c", 0.93), ("c", "d", 0.92), ("a", "d", 0.4), ("b", "x", 0.4), ("b", "c", 1.0)]
    pairs = [Pair(left, right, chance, 0.0, ()) for left, right, chance in said]
    matches = Matches(pairs=tuple(pairs[:3]), proposals=tuple(pairs[3:]))
    told = [(one.low, one.pairs, round(one.expected, 2), one.right) for one in evaluate(matches, TRUTH).calibration]
    assert told == [(0.4, 1, 0.4, 0), (0.9, 3, 0.93, 2), (0.99, 1, 1.0, 1)]
    assert evaluate([("a", "b")], TRUTH).calibration == ()


def test_probabilities_of_a_generated_world_mean_what_they_say() -> None:
    made = world(people=800, dirt=1.5)
    bands = evaluate(match(made.base), made.person).calibration
    assert sum(band.right for band in bands if band.low >= 0.9) > 0.97 * sum(b.pairs for b in bands if b.low >= 0.9)
    assert all(band.observed < 0.9 for band in bands if band.high <= 0.5 and band.pairs > 10)


def test_what_blocking_leaves_out_is_told() -> None:
    base = base_of(
        *(someone(one, "Léa", "Durand", mail=MAIL) for one in "abc"), someone("d", "Xi", "Roux"), someone("e", "Noé")
    )
    assert pairs_completeness(match(base), {"a": 1, "b": 1, "c": 1}) == 1.0
    assert pairs_completeness(match(base), {"a": 1, "b": 1, "d": 1}) == pytest.approx(1 / 3)
    assert pairs_completeness(match(base), {}) == 1.0
    with pytest.raises(ValueError, match="know no base"):
        pairs_completeness(Matches(), TRUTH)


def test_recall_is_never_above_what_was_compared() -> None:
    made = world(people=400, dirt=1.5)
    matches = match(made.base)
    assert 0.9 < pairs_completeness(matches, made.person) <= 1.0
