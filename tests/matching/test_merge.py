from __future__ import annotations

import pytest

from contactbase.matching.match import match
from contactbase.matching.matches import Matches
from contactbase.matching.merge import dedupe, merge, merge_into
from contactbase.model.journal import Entry, Finding, Merge
from contactbase.model.replay import undo
from matching.people import MAIL, MOBILE, base_of, someone

LEA = someone("c-10", "Léa", "Durand", mail=MAIL, mobile=MOBILE, city="Lyon")
AGAIN = someone("c-2", "LEA", "DURAND", mail=MAIL)
NOE = someone("c-3", "Noé", "Durand", mail=MAIL)
BASE = base_of(LEA, NOE, AGAIN)


def test_the_survivor_stands_where_the_first_was_read() -> None:
    assert list(dedupe(BASE).value) == ["c-2", "c-3"]


def test_whoever_is_not_merged_is_the_same_object() -> None:
    assert dedupe(BASE).value["c-3"] is NOE


def test_without_matches_the_base_is_the_same_object() -> None:
    base = base_of(LEA, NOE)
    assert merge(base, match(base)).value is base


def test_the_journal_keeps_the_absorbed_whole_and_says_why() -> None:
    (entry,) = dedupe(BASE).journal.merges
    assert (entry.kept, entry.before, entry.absorbed) == ("c-2", AGAIN, (LEA,))
    assert (entry.reason, entry.evidence) == ("match.email", ("match.email", "match.last-name", "match.first-name"))


def test_undo_gives_back_what_was_before() -> None:
    merged, journal = dedupe(BASE)
    assert undo(merged, journal) == BASE


def test_streaming_tells_the_same_merges_and_keeps_no_journal() -> None:
    matches = match(BASE)
    entries: list[Entry] = []
    assert merge_into(BASE, matches, entries.append) == merge(BASE, matches).value
    assert tuple(entry for entry in entries if isinstance(entry, Merge)) == merge(BASE, matches).journal.merges


def test_the_findings_of_the_matches_stand_in_the_journal() -> None:
    base = base_of(someone("a", "Léa", "Durand"), someone("b", "Léa", "Durand", mobile=MOBILE))
    assert merge(base, match(base)).journal.count() == {"match.review": 1}


def test_clusters_given_by_hand_are_merged_and_say_so() -> None:
    merged, journal = merge(BASE, Matches(clusters=(("c-3", "c-10"),)))
    assert sorted(merged) == ["c-2", "c-3"]
    assert [entry.reason for entry in journal.merges] == ["match.by-hand"]


@pytest.mark.parametrize(
    ("clusters", "message"),
    [((("c-2", "zz"),), "not in this base"), ((("c-2", "c-3"), ("c-3", "c-10")), "two clusters")],
)
def test_clusters_of_another_base_are_a_wrong_program(clusters: tuple[tuple[str, ...], ...], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        merge(BASE, Matches(clusters=clusters))


def test_no_entry_shows_a_personal_value() -> None:
    for entry in dedupe(BASE).journal.entries:
        told = repr(entry) + (entry.message if isinstance(entry, Finding) else "")
        assert not any(value in told for value in (MAIL, MOBILE, "Durand", "Lyon"))
