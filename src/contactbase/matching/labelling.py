"""Judging matches on a file whose truth nobody knows: which pairs to look at, and what a few hundred answers tell.

`pairs_to_label` proposes pairs over the whole range of probabilities, most of them where the matcher is least sure;
`estimate` turns the answers into precision and recall with intervals. Estimates are stratified (Cochran, *Sampling
Techniques*, 1977, ch. 5), intervals are Wilson's (1927) in each stratum, combined in quadrature. Recall is of the pairs
that were judged likely enough for review; what no key proposed is in no estimate. Pairs on which there is a verdict
already are not asked again, and count as what it says: they are no sample of the others any more.

>>> from contactbase.matching.match import match
>>> from contactbase.model.contact import Contact, Email
>>> from contactbase.model.contact_base import ContactBase
>>> mail = (Email("lea@example.org", "lea@example.org"),)
>>> matches = match(ContactBase.of([Contact(id=f"c-{n}", first_name="Léa", emails=mail) for n in range(3)]))
>>> plan = pairs_to_label(matches, 10)
>>> found = estimate(matches, {(pair.left, pair.right): True for pair in plan})
>>> found.precision, found.answers
(1.0, 2)
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from math import sqrt
from typing import Final

import attrs

from contactbase.matching.matches import Matches, Pair
from contactbase.matching.verdicts import Verdicts

__all__ = ["Estimate", "estimate", "pairs_to_label", "verdicts_of"]

_EDGES: Final = (0.0, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95, 0.999, 1.01)
"""Where the strata of probability part."""
_Z: Final = 1.96
"""For intervals that hold 95 times of 100."""


@attrs.frozen(kw_only=True)
class Estimate:
    """Precision and recall of the merged pairs, each with the bounds of its 95 % interval, from so many answers."""

    precision: float
    precision_low: float
    precision_high: float
    recall: float
    recall_low: float
    recall_high: float
    answers: int

    def __str__(self) -> str:
        return (
            f"precision {self.precision:.3f} ({self.precision_low:.3f} to {self.precision_high:.3f}), "
            f"recall of the proposed pairs {self.recall:.3f} ({self.recall_low:.3f} to {self.recall_high:.3f}), "
            f"{self.answers} answers"
        )


def _stratum(pair: Pair) -> int:
    return sum(pair.probability >= edge for edge in _EDGES[1:])


def _strata(matches: Matches) -> dict[tuple[int, bool], list[Pair]]:
    """Part the judged pairs without a verdict by probability, and by whether they were merged."""
    found: dict[tuple[int, bool], list[Pair]] = {}
    known = _known(matches)
    for merged, pairs in ((True, matches.pairs), (False, matches.proposals)):
        for pair in pairs:
            if (pair.left, pair.right) not in known:
                found.setdefault((_stratum(pair), merged), []).append(pair)
    return found


def _known(matches: Matches) -> frozenset[tuple[str, str]]:
    """Give the pairs that a verdict has joined; those that one has parted are no proposals."""
    return frozenset() if matches.comparisons is None else matches.comparisons.verdicts.sames


def _shuffled(pairs: Iterable[Pair]) -> list[Pair]:
    """Order pairs by a digest of their ids: as good as chance, and the same every time."""
    return sorted(pairs, key=lambda pair: hashlib.sha256(f"{pair.left}\0{pair.right}".encode()).digest())


def pairs_to_label(matches: Matches, count: int = 200) -> tuple[Pair, ...]:
    """Propose pairs to answer, the most informative first: every stratum has a share, the doubtful ones the largest.

    ValueError for a count below 1.
    """
    if count < 1:
        raise ValueError(f"count={count}: give the number of pairs that you are ready to look at.")
    strata = _strata(matches)
    shares = {key: sqrt(len(pairs)) * (0.05 + _doubt(pairs)) for key, pairs in strata.items()}
    total = sum(shares.values()) or 1.0
    chosen = [
        pair
        for key, pairs in sorted(strata.items())
        for pair in _shuffled(pairs)[: max(1, round(count * shares[key] / total))]
    ]
    return tuple(sorted(chosen, key=lambda pair: (abs(pair.probability - 0.5), pair.left, pair.right))[:count])


def _doubt(pairs: Sequence[Pair]) -> float:
    chance = sum(pair.probability for pair in pairs) / len(pairs)
    return sqrt(chance * (1 - chance))


def estimate(matches: Matches, answers: Mapping[tuple[str, str], bool]) -> Estimate:
    """Estimate precision and recall from answers (pair of ids to whether they are one person), asked as planned.

    Answers on pairs that were not judged, or that are verdicts of these matches, are left out: give the matches that
    the pairs were proposed from. ValueError when none is left.
    """
    told = {(left, right) if left < right else (right, left): answer for (left, right), answer in answers.items()}
    used = 0
    merged: list[tuple[int, float, float, float]] = []
    left_apart: list[tuple[int, float, float, float]] = []
    for (_, is_merged), pairs in sorted(_strata(matches).items()):
        own = [told[pair.left, pair.right] for pair in pairs if (pair.left, pair.right) in told]
        used += len(own)
        expected = sum(pair.probability for pair in pairs) / len(pairs)
        (merged if is_merged else left_apart).append((len(pairs), *_wilson(own, expected)))
    if not used:
        raise ValueError(
            "None of the answers is about an open pair of these matches. Ask pairs_to_label(matches) for pairs, and "
            "estimate before the answers become verdicts."
        )
    known = _known(matches)
    merged.append((sum((pair.left, pair.right) in known for pair in matches.pairs), 1.0, 1.0, 1.0))
    right, right_low, right_high = _summed(merged)
    missed, missed_low, missed_high = _summed(left_apart)
    found = sum(size for size, *_ in merged) or 1
    return Estimate(
        precision=right / found,
        precision_low=right_low / found,
        precision_high=min(1.0, right_high / found),
        recall=_share(right, missed),
        recall_low=_share(right_low, missed_high),
        recall_high=_share(right_high, missed_low),
        answers=used,
    )


def _wilson(answers: Sequence[bool], expected: float) -> tuple[float, float, float]:
    """Give the share of yes with its interval; without answers, what the model expects and an interval that is open."""
    count = len(answers)
    if not count:
        return expected, 0.0, 1.0
    share = sum(answers) / count
    middle = (share + _Z**2 / (2 * count)) / (1 + _Z**2 / count)
    half = _Z * sqrt(share * (1 - share) / count + _Z**2 / (4 * count**2)) / (1 + _Z**2 / count)
    return share, max(0.0, middle - half), min(1.0, middle + half)


def _summed(strata: Sequence[tuple[int, float, float, float]]) -> tuple[float, float, float]:
    """Add up strata (size, share, low, high) to a number of pairs with its bounds."""
    total = sum(size * share for size, share, _, _ in strata)
    below = sqrt(sum((size * (share - low)) ** 2 for size, share, low, _ in strata))
    above = sqrt(sum((size * (high - share)) ** 2 for size, share, _, high in strata))
    return total, max(0.0, total - below), total + above


def _share(found: float, missed: float) -> float:
    return found / (found + missed) if found + missed else 1.0


def verdicts_of(answers: Mapping[tuple[str, str], bool]) -> Verdicts:
    """Keep answers as verdicts, which win from now on; ValueError where they contradict each other."""
    found = Verdicts()
    for (left, right), answer in sorted(answers.items()):
        found = found.same(left, right) if answer else found.different(left, right)
    return found
