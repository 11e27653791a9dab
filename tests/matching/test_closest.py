from __future__ import annotations

import random

import pytest

from contactbase.matching.closest import Call, closest_calls
from contactbase.matching.match import match
from contactbase.matching.matches import Matches, Verdict
from contactbase.matching.verdicts import Verdicts
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from matching.people import MAIL, MOBILE, base_of, someone

TWO_NAMES = [
    someone("c-1", "Léa", "Durand", mail=MAIL),
    someone("c-2", "Léa", "Durand", mail=MAIL),
    someone("c-3", "Karim", "Petit"),
    someone("c-4", "Karim", "Petit"),
    someone("c-5", "Paul", "Durand", mail=MAIL),
]


def calls(*people: Contact, most: int = 3, verdicts: Verdicts | None = None) -> tuple[Call, ...]:
    base = base_of(*people)
    return closest_calls(match(base, verdicts=verdicts) if verdicts else match(base), most)


def named(found: tuple[Call, ...]) -> list[tuple[str, str, str]]:
    return [(call.why.left, call.why.right, call.why.verdict.value) for call in found]


def test_the_pairs_of_one_person_come_first_then_those_for_review() -> None:
    found = named(calls(*TWO_NAMES))
    assert found[0] == ("c-1", "c-2", "same")
    assert ("c-3", "c-4", "review") in found
    assert [verdict for *_, verdict in found] == sorted((verdict for *_, verdict in found), reverse=True)


def test_a_call_says_what_the_explanation_of_its_pair_says() -> None:
    matches = match(base_of(*TWO_NAMES))
    for call in closest_calls(matches):
        assert not call.later
        assert call.why == matches.explain(call.why.left, call.why.right)


def test_no_pair_inside_a_cluster_is_shown_that_stronger_pairs_connect_already() -> None:
    three = [someone(f"c-{number}", "Léa", "Durand", mail=MAIL) for number in (1, 2)]
    initial = someone("c-3", "L.", "Durand", mail=MAIL)
    matches = match(base_of(*three, initial))
    assert matches.clusters == (("c-1", "c-2", "c-3"),)
    shown = [call for call in closest_calls(matches, 9) if call.why.verdict is Verdict.SAME]
    assert len(shown) == 2
    assert {call.alike for call in shown} == {0}


def test_of_pairs_that_say_the_same_one_is_shown_and_the_others_are_counted() -> None:
    twins = [
        someone(f"c-{family}{number}", "Léa", name, mail=f"{name}@example.org")
        for family, name in enumerate(("Durand", "Petit", "Roux", "Blanc"))
        for number in (1, 2)
    ]
    found = calls(*twins)
    assert [call.alike for call in found] == [3]


def test_the_nearest_to_the_threshold_are_shown_of_either_side() -> None:
    matches = match(base_of(*TWO_NAMES))
    shown = [call.why for call in closest_calls(matches, 1) if call.why.verdict is not Verdict.SAME]
    nearest = min(abs(pair.probability - matches.threshold) for pair in matches.proposals)
    assert [abs(why.probability - why.threshold) for why in shown] == [pytest.approx(nearest)]


def test_a_pair_that_met_through_a_merge_keeps_the_evidence_that_merged_it() -> None:
    people = (
        someone("c-1", "Léa", "Durand", mail=MAIL),
        someone("c-2", "Léa", "Durand", mail=MAIL, mobile=MOBILE),
        someone("c-3", "L.", mobile=MOBILE),
    )
    matches = match(base_of(*people))
    (call,) = (call for call in closest_calls(matches) if call.later)
    assert (call.why.left, call.why.right, call.why.turns) == ("c-1", "c-3", ())
    assert "mobile" in {piece.matter for piece in call.why.evidence}
    assert "mobile" not in {piece.matter for piece in matches.explain("c-1", "c-3").evidence}
    assert call.why.probability > matches.threshold > matches.explain("c-1", "c-3").probability


def test_a_pair_that_met_twice_is_shown_as_it_met_first() -> None:
    people = (
        someone("c-1", "Léa", "Durand", mail=MAIL),
        someone("c-2", None, "Durand", mail=MAIL, mobile=MOBILE),
        someone("c-3", "Léa", mobile=MOBILE),
    )
    found = calls(*people)
    assert [(call.why.left, call.why.right, call.later) for call in found] == [
        ("c-1", "c-2", False),
        ("c-2", "c-3", False),
    ]


def test_the_order_of_the_base_changes_nothing() -> None:
    people = list(TWO_NAMES)
    first = calls(*people)
    random.Random(7).shuffle(people)
    assert calls(*people) == first


def test_a_verdict_takes_its_pair_out_of_the_review() -> None:
    told = Verdicts().different("c-3", "c-4")
    assert ("c-3", "c-4") not in {(left, right) for left, right, _ in named(calls(*TWO_NAMES, verdicts=told))}


def test_where_nobody_is_alike_there_is_no_close_call() -> None:
    assert closest_calls(match(ContactBase.of([]))) == ()
    assert calls(someone("a", "Léa", "Durand")) == ()


def test_matches_without_a_base_are_told_apart() -> None:
    matches = match(base_of(*TWO_NAMES))
    with pytest.raises(ValueError, match="know no base"):
        closest_calls(Matches(pairs=matches.pairs, clusters=matches.clusters))
