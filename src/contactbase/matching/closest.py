"""The closest calls of a matching: the weakest ties that hold somebody together, and the pairs left apart by the least.

A few pairs that tell more of how a file was matched than a thousand sure ones. Of pairs that say the same of the same
matters one is shown, and how many are like it.

>>> from contactbase.matching.match import match
>>> from contactbase.model.contact import Contact, Email
>>> from contactbase.model.contact_base import ContactBase
>>> mail = (Email("durand@example.org", "durand@example.org"),)
>>> calls = closest_calls(match(ContactBase.of([
...     Contact(id="c-1", first_name="Léa", last_name="Durand", emails=mail),
...     Contact(id="c-2", first_name="Lea", last_name="Durand", emails=mail),
...     Contact(id="c-3", first_name="Paul", last_name="Durand", emails=mail),
... ])))
>>> [(call.why.left, call.why.right, call.why.verdict.value) for call in calls]
[('c-1', 'c-2', 'same')]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

import attrs

from contactbase.matching.connected import spanning
from contactbase.matching.matches import Matches, Pair, PairExplanation
from contactbase.matching.natural import natural

__all__ = ["Call", "closest_calls"]

_MOST: Final = 3


@attrs.frozen(kw_only=True)
class Call:
    """One pair and why it was merged or left apart; `alike` more pairs of its side say the same of the same matters.

    `later`: one of the two had taken in others of its cluster by then, which `why` has the evidence of; by themselves
    the two say something else.
    """

    why: PairExplanation
    alike: int = 0
    later: bool = False


def closest_calls(matches: Matches, most: int = _MOST) -> tuple[Call, ...]:
    """Give at most `most` of the weakest ties inside clusters, then as many pairs for review nearest to the threshold.

    A tie is a pair without which its cluster would hold together less: contacts that stronger pairs connect have none
    between them. The answer does not depend on the order of the base. ValueError for matches that know no base.
    """
    calls = (
        *_chosen(list(_ties(matches.pairs)), _weakness, most),
        *_chosen(matches.proposals, lambda pair: (abs(pair.probability - matches.threshold), *_order(pair)), most),
    )
    return tuple(_call(matches, pair, alike) for pair, alike in calls)


def _order(pair: Pair) -> tuple[Any, ...]:
    return natural(pair.left), natural(pair.right)


def _weakness(pair: Pair) -> tuple[Any, ...]:
    return pair.probability, pair.weight, *_order(pair)


def _ties(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Give the pairs of a spanning forest, the strongest first; of a pair met twice, as it first was."""
    met: dict[tuple[str, str], Pair] = {}
    for pair in pairs:
        met.setdefault((pair.left, pair.right), pair)
    strongest = sorted(met.values(), key=_weakness, reverse=True)
    return (met[pair] for pair in spanning((pair.left, pair.right) for pair in strongest))


def _chosen(pairs: Sequence[Pair], key: Callable[[Pair], Any], most: int) -> list[tuple[Pair, int]]:
    """Give the first pairs by a key, one for each thing that pairs say, and how many more say the same."""
    alike = Counter(map(_said, pairs))
    found: dict[tuple[tuple[str, str], ...], Pair] = {}
    for pair in sorted(pairs, key=key):
        if len(found) == most:
            break
        found.setdefault(_said(pair), pair)
    return [(pair, alike[said] - 1) for said, pair in found.items()]


def _said(pair: Pair | PairExplanation) -> tuple[tuple[str, str], ...]:
    return tuple((piece.matter, piece.level) for piece in pair.evidence)


def _call(matches: Matches, pair: Pair, alike: int) -> Call:
    """Explain a pair by the evidence that it was judged on, which that of the two by themselves may not be."""
    alone = matches.explain(pair.left, pair.right)
    why = attrs.evolve(alone, probability=pair.probability, household=pair.household, evidence=pair.evidence)
    later = _said(alone) != _said(pair)
    if later:
        why = attrs.evolve(why, turns=(), against=() if alone.cluster else alone.against)
    return Call(why=why, alike=alike, later=later)
