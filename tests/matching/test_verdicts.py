from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.matching.match import match
from contactbase.matching.merge import merge
from contactbase.matching.unmerge import unmerge
from contactbase.matching.verdicts import Verdicts
from contactbase.model.journal import Journal
from matching.people import LANDLINE, MAIL, MOBILE, base_of, someone

TWO = base_of(someone("a", "Léa", "Durand", mail=MAIL, mobile=MOBILE), someone("b", "Léa", "Durand", mail=MAIL))
STRANGERS = base_of(someone("a", "Léa", "Durand", mail=MAIL), someone("b", "Karim", "Petit", mobile=MOBILE))


def test_two_contacts_that_a_reviewer_parted_are_not_merged_nor_asked_again() -> None:
    matches = match(TWO, verdicts=Verdicts().different("a", "b"))
    assert matches.clusters == ()
    assert matches.proposals == ()
    assert matches.explain("a", "b").against == ("match.by-verdict",)


def test_two_contacts_that_a_reviewer_joined_are_one_person_whatever_the_evidence() -> None:
    matches = match(STRANGERS, verdicts=Verdicts().same("b", "a"))
    assert matches.clusters == (("a", "b"),)
    assert "✓  A reviewer has decided" in matches.explain("a", "b").say()
    assert "✓  Un relecteur a tranché" in matches.explain("b", "a").say("fr")


def test_a_member_can_be_taken_out_of_a_cluster() -> None:
    base = base_of(*(someone(name, "Léa", "Durand", mail=MAIL) for name in "abc"))
    (cluster,) = match(base).clusters
    assert match(base, verdicts=Verdicts().apart("b", cluster)).clusters == (("a", "c"),)


def test_a_verdict_parts_contacts_that_others_would_tie_together() -> None:
    base = base_of(
        someone("a", "Léa", "Durand", mail=MAIL, mobile=MOBILE),
        someone("b", "Léa", "Durand", mail=MAIL, mobile=MOBILE),
        someone("c", "Léa", "Durand", mail=MAIL, mobile=MOBILE),
    )
    matches = match(base, verdicts=Verdicts().different("a", "c"))
    assert not any({"a", "c"} <= set(cluster) for cluster in matches.clusters)


def test_verdicts_about_contacts_that_are_not_there_change_nothing_and_are_counted() -> None:
    matches = match(TWO, verdicts=Verdicts().different("x", "y").same("a", "z"))
    assert matches.clusters == (("a", "b"),)
    assert [(f.code, dict(f.details)) for f in matches.findings] == [("match.verdict-unknown", {"count": 3})]


def test_the_newer_verdict_on_a_pair_stands() -> None:
    assert Verdicts().same("a", "b").different("b", "a") == Verdicts().different("a", "b")
    assert (Verdicts().same("a", "b") | Verdicts().different("a", "b")) == Verdicts().different("a", "b")


def test_verdicts_that_contradict_each_other_through_others_are_refused() -> None:
    with pytest.raises(ValueError, match="contradict each other"):
        Verdicts().same("a", "b").same("b", "c").different("a", "c")


@pytest.mark.parametrize(
    "text",
    [
        "x",
        "{}",
        "[1]",
        "[" * 100_000,
        '{"left": "a", "right": "b", "verdict": "maybe"}',
        '{"left": 1, "right": "b", "verdict": "same"}',
    ],
)
def test_a_line_that_is_no_verdict_is_named(text: str) -> None:
    with pytest.raises(ValueError, match="Line 2 is no verdict"):
        Verdicts.from_text("\n" + text)


@given(st.lists(st.tuples(st.sampled_from("abcdé"), st.sampled_from("vwxyz"))))
def test_verdicts_survive_their_text(pairs: list[tuple[str, str]]) -> None:
    verdicts = Verdicts()
    for one, other in pairs:
        verdicts = verdicts.different(one, other)
    assert Verdicts.from_text(verdicts.to_text()) == verdicts
    assert len(verdicts) == len({tuple(sorted(pair)) for pair in pairs})


def test_who_was_parted_stays_parted_from_whom_the_other_is_merged_into() -> None:
    base = base_of(
        someone("a", "Léa", "Durand", mail=MAIL, landline=LANDLINE),
        someone("b", "Léa", "Durand", mail=MAIL, mobile=MOBILE),
        someone("c", "Léa", "Durand", mobile=MOBILE),
    )
    parted = Verdicts().different("b", "c")
    merged, journal = merge(base, match(base, verdicts=parted))
    assert list(merged) == ["a", "c"]
    assert match(merged, verdicts=parted).clusters == (("a", "c"),)
    assert match(merged, verdicts=parted.after(journal)).clusters == ()
    apart, split = unmerge(merged, journal, "b")
    assert parted.after(Journal((*journal.entries, *split.entries))) == parted
    assert match(apart, verdicts=parted).clusters == (("a", "b"),)


@pytest.mark.parametrize(
    ("given", "into", "expected"),
    [
        (Verdicts().same("b", "x"), {"b": "a"}, Verdicts().same("a", "x")),
        (Verdicts().different("b", "x"), {"b": "a", "a": "z"}, Verdicts().different("z", "x")),
        (Verdicts().same("a", "b"), {"b": "a"}, Verdicts()),
        (Verdicts().different("a", "b"), {"b": "a"}, Verdicts().different("a", "b")),
        (Verdicts().same("b", "x").different("a", "x"), {"b": "a"}, Verdicts().different("a", "x")),
        (
            Verdicts().same("b", "x").same("p", "q").different("a", "x"),
            {"b": "a"},
            Verdicts().different("a", "x").same("p", "q"),
        ),
        (Verdicts().different("a", "x"), {"a": "b", "b": "a"}, Verdicts().different("a", "x")),
        (Verdicts().different("a", "x"), {}, Verdicts().different("a", "x")),
    ],
)
def test_verdicts_are_of_those_who_are_left_after_merges(
    given: Verdicts, into: dict[str, str], expected: Verdicts
) -> None:
    assert given.after(into) == expected
