from __future__ import annotations

import datetime as dt
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from contactbase.matching.cluster import Edge, clusters
from contactbase.matching.names import Name
from contactbase.matching.profile import Profile, Summary

FULL = (1.0, 0)


def test_who_is_fully_linked_is_one_cluster() -> None:
    profiles = {n: Profile(Name("lea", "durand")) for n in range(3)}
    assert clusters([Edge(0, 1, FULL, False), Edge(1, 2, FULL, False)], profiles).groups == [[0, 1, 2]]


def test_another_last_name_needs_a_link_of_its_own() -> None:
    profiles = {0: Profile(Name("lea", "durand")), 1: Profile(Name("lea", "")), 2: Profile(Name("lea", "roy"))}
    chain = [Edge(0, 1, FULL, False), Edge(1, 2, FULL, False)]
    assert clusters(chain, profiles).groups == []
    assert clusters([*chain, Edge(0, 2, FULL, True)], profiles).groups == [[0, 1, 2]]


def test_what_could_not_be_followed_is_reported() -> None:
    profiles = {n: Profile(Name(first, "")) for n, first in enumerate(("jean", "", "marie"))}
    edges = [Edge(0, 1, FULL, False), Edge(1, 2, FULL, False)]
    found = clusters(edges, profiles)
    assert (found.groups, found.refused, [sorted(members) for members in found.unclear]) == ([], edges, [[0, 1, 2]])


def test_a_group_of_many_spellings_is_no_person() -> None:
    assert not Summary.of(Profile(Name("", "a" * n)) for n in range(1, 40)).is_one_person()


PROFILES = st.builds(
    Profile,
    st.builds(Name, st.sampled_from(["", "lea", "leo", "l"]), st.sampled_from(["", "durand", "roy"])),
    st.none(),
    st.sampled_from([None, dt.date(1980, 1, 1), dt.date(1990, 1, 1)]),
)


@given(st.lists(PROFILES, min_size=2, max_size=7), st.data())
def test_no_cluster_holds_a_contradiction_whatever_the_links(people: list[Profile], data: st.DataObject) -> None:
    pairs = list(combinations(range(len(people)), 2))
    chosen = data.draw(st.lists(st.sampled_from(pairs), unique=True, max_size=len(pairs)))
    edges = [
        Edge(left, right, (data.draw(st.sampled_from([1.0, 2.0])), 0), False)
        for left, right in chosen
        if Summary.of([people[left], people[right]]).is_one_person()
    ]
    for group in clusters(edges, dict(enumerate(people))).groups:
        assert Summary.of(people[number] for number in group).is_one_person()
