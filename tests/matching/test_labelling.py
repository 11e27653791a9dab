from __future__ import annotations

import pytest

from contactbase.matching.labelling import estimate, pairs_to_label, verdicts_of
from contactbase.matching.match import match
from contactbase.matching.matches import Matches, Pair
from matching.people import MAIL, MOBILE, base_of, someone
from matching.test_worlds import world


def made(probabilities: list[float], threshold: float = 0.5) -> Matches:
    pairs = [Pair(f"a-{n}", f"b-{n}", chance, 0.0, ()) for n, chance in enumerate(probabilities)]
    return Matches(
        pairs=tuple(pair for pair in pairs if pair.probability >= threshold),
        proposals=tuple(pair for pair in pairs if pair.probability < threshold),
    )


MANY = made([0.999] * 700 + [0.7] * 200 + [0.3] * 100)


def test_most_questions_are_about_doubtful_pairs_and_every_stratum_has_some() -> None:
    plan = pairs_to_label(MANY, 100)
    chances = [pair.probability for pair in plan]
    assert len(plan) <= 100
    assert chances.count(0.7) + chances.count(0.3) > chances.count(0.999) > 0
    assert plan == pairs_to_label(MANY, 100)


def test_the_estimate_weighs_each_stratum_by_its_size() -> None:
    answers = {(pair.left, pair.right): pair.probability > 0.5 for pair in pairs_to_label(MANY, 150)}
    found = estimate(MANY, answers)
    assert (found.precision, found.recall) == (1.0, 1.0)
    wrong = {key: answer and not key[0].endswith("5") for key, answer in answers.items()}
    worse = estimate(MANY, wrong)
    assert worse.precision < 1
    assert worse.precision_low <= worse.precision <= worse.precision_high
    assert worse.recall_low <= worse.recall <= worse.recall_high
    assert "answers" in str(worse)


def test_missed_pairs_lower_the_recall() -> None:
    answers = {(pair.left, pair.right): True for pair in pairs_to_label(MANY, 150)}
    assert estimate(MANY, answers).recall == pytest.approx(0.9)


def test_answers_become_verdicts_that_are_heeded() -> None:
    base = base_of(someone("a", "Léa", "Durand", mail=MAIL), someone("b", "Karim", "Petit", mobile=MOBILE))
    assert match(base, verdicts=verdicts_of({("a", "b"): True})).clusters == (("a", "b"),)
    assert len(verdicts_of({("a", "b"): False, ("a", "c"): True})) == 2


def test_nothing_to_ask_and_nothing_answered_are_said() -> None:
    assert pairs_to_label(Matches(), 10) == ()
    with pytest.raises(ValueError, match="None of the answers"):
        estimate(MANY, {("x", "y"): True})
    with pytest.raises(ValueError, match="ready to look at"):
        pairs_to_label(MANY, 0)


def test_what_was_answered_is_not_asked_again_and_is_no_sample_of_the_rest() -> None:
    base = world(people=300, dirt=1.0)
    first = match(base.base)
    answers = {(one.left, one.right): base.person[one.left] == base.person[one.right] for one in pairs_to_label(first)}
    assert estimate(first, answers).answers == len(answers)
    second = match(base.base, verdicts=verdicts_of(answers))
    assert not {(pair.left, pair.right) for pair in pairs_to_label(second)} & set(answers)
    with pytest.raises(ValueError, match="before the answers become verdicts"):
        estimate(second, answers)


def test_no_pair_stands_twice_in_the_pairs_of_a_matching() -> None:
    for style in (0, 1, 2):
        pairs = [(pair.left, pair.right) for pair in match(world(style, dirt=1.5).base).pairs]
        assert len(pairs) == len(set(pairs))
