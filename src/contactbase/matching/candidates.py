"""Candidate pairs: contacts that share a key, without the keys that too many different people share.

A value is shared by many when more than `max_shared` contacts that differ in name, birth date, sex or number hold it:
a shop's own number, a placeholder. One person a hundred times (a row per order) is no shared value; of such a crowd
each description is compared once, and its repetitions in a chain, so that work stays linear.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from contactbase.matching.profile import Profile
from contactbase.matching.rule import MatchRule
from contactbase.matching.rules.mobile import is_personal
from contactbase.matching.view import KeyColumn, View

__all__ = ["Candidates", "Crowd", "candidates"]

_Description = tuple[Profile, frozenset[str]]


class Crowd(NamedTuple):
    """A key that too many different contacts share to be evidence, and how many hold it."""

    rule: MatchRule
    key: Hashable
    size: int


class Candidates(NamedTuple):
    """Pairs of contact numbers (lower first) with the rules whose keys they share, and what was left out.

    The rules of a pair are bits: bit n stands for the n-th rule.
    """

    pairs: dict[tuple[int, int], int]
    crowds: list[Crowd]


def candidates(view: View, rules: Sequence[MatchRule], max_shared: int) -> Candidates:
    """Compare by every rule in turn; the keys of one are forgotten before those of the next are built."""
    found = Candidates({}, [])
    pairs = found.pairs
    for place, rule in enumerate(rules):
        bit = 1 << place
        for key, group in _repeated(rule.keys(view)).items():
            if len(group) == 2:
                pair = (group[0], group[1])
                pairs[pair] = pairs.get(pair, 0) | bit
            elif (several := _pairs(view, group, max_shared)) is None:
                found.crowds.append(Crowd(rule, key, len(group)))
            else:
                for pair in several:
                    pairs[pair] = pairs.get(pair, 0) | bit
    return found


def _repeated(keys: KeyColumn) -> Mapping[Hashable, list[int]]:
    """Give the keys that several contacts hold, with the numbers of these contacts in ascending order."""
    first: dict[Hashable, int] = {}
    groups: dict[Hashable, list[int]] = {}
    for key, number in keys:
        held = first.setdefault(key, number)
        if held != number:
            group = groups.setdefault(key, [held])
            if group[-1] != number:
                group.append(number)
    return groups


def _pairs(view: View, group: list[int], max_shared: int) -> Iterator[tuple[int, int]] | None:
    """Give the pairs of one group; None for a crowd of different people."""
    if len(group) <= max_shared:
        return combinations(group, 2)
    alike: dict[_Description, list[int]] = {}
    for number in group:
        alike.setdefault(_description(view, number), []).append(number)
        if len(alike) > max_shared:
            return None
    return _thinned(view, list(alike.values()))


def _description(view: View, number: int) -> _Description:
    """Give what tells contacts of one crowd apart; numbers count only where there is no name."""
    profile = view.profile(number)
    if any(profile.name):
        return profile, frozenset()
    return profile, frozenset(phone.e164 for phone in view.contacts[number].phones if is_personal(phone))


def _thinned(view: View, alike: list[list[int]]) -> Iterator[tuple[int, int]]:
    """Give a chain through each set of equal descriptions, and all pairs of their first ones (by id)."""
    chains = [sorted(numbers, key=lambda number: view.contacts[number].id) for numbers in alike]
    for chain in chains:
        yield from ((min(pair), max(pair)) for pair in pairwise(chain))
    yield from combinations(sorted(chain[0] for chain in chains), 2)
