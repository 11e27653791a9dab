from __future__ import annotations

import pytest

from contactbase.matching.evaluation import evaluate
from contactbase.matching.matches import Matches

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
