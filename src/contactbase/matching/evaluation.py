"""`evaluate`: how good clusters are, against a truth that nobody showed to the matcher.

Pairwise precision, recall and F1 count the pairs that stand together (Christen, *Data Matching*, 2012, ch. 7);
B-cubed averages precision and recall over contacts (Bagga and Baldwin, 1998), so that a large cluster does not
outweigh many small ones. Pairs completeness (Christen, ch. 7) is what blocking leaves to be found; calibration holds
probabilities against how often they were right.

>>> found = evaluate([("c-1", "c-2")], {"c-1": "Léa", "c-2": "Léa", "c-3": "Léa"})
>>> found.precision, round(found.recall, 3), found.f1
(1.0, 0.333, 0.5)
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Final

import attrs

from contactbase.matching.matches import Matches
from contactbase.matching.pool import Pool

__all__ = ["Calibration", "Evaluation", "evaluate", "pairs_completeness"]

_EDGES: Final = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.99, 1.0)
"""Where the bands of probability part."""


@attrs.frozen(kw_only=True)
class Calibration:
    """The judged pairs of one band of probability: how many, what was expected of them on average, how many were right.

    `low` belongs to the band, `high` to the next one (but 1 to the last).
    """

    low: float
    high: float
    pairs: int
    expected: float
    right: int

    @property
    def observed(self) -> float:
        """The share of the pairs that are one person; to be held against `expected`."""
        return self.right / self.pairs


@attrs.frozen(kw_only=True)
class Evaluation:
    """Pairs found, pairs that are right among them, pairs there are; contacts and entities judged.

    `sizes` and `true_sizes` say how many clusters, and how many entities, there are of each size (1: alone), as pairs
    of size and count. `calibration` is of the pairs and proposals of matches; empty for clusters alone. Every rate is
    between 0 and 1; where there was nothing to find or nothing found it is 1.
    """

    contacts: int
    entities: int
    found_pairs: int
    right_pairs: int
    true_pairs: int
    b_cubed_precision: float
    b_cubed_recall: float
    sizes: tuple[tuple[int, int], ...] = ()
    true_sizes: tuple[tuple[int, int], ...] = ()
    calibration: tuple[Calibration, ...] = ()

    @property
    def precision(self) -> float:
        """The share of the found pairs that are right."""
        return self.right_pairs / self.found_pairs if self.found_pairs else 1.0

    @property
    def recall(self) -> float:
        """The share of the true pairs that were found."""
        return self.right_pairs / self.true_pairs if self.true_pairs else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return _harmonic(self.precision, self.recall)

    @property
    def b_cubed_f1(self) -> float:
        """The harmonic mean of B-cubed precision and recall."""
        return _harmonic(self.b_cubed_precision, self.b_cubed_recall)


def _harmonic(one: float, other: float) -> float:
    return 2 * one * other / (one + other) if one + other else 0.0


def _pairs(sizes: Iterable[int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)


def evaluate(clusters: Matches | Iterable[Iterable[str]], truth: Mapping[str, Hashable]) -> Evaluation:
    """Judge clusters by `truth` (id to entity); a contact in no cluster stands alone, one without truth is left out.

    ValueError when a contact stands in two clusters.
    """
    cluster_of = _cluster_of(clusters.clusters if isinstance(clusters, Matches) else clusters, truth)
    cluster_sizes = Counter(cluster_of.values())
    entity_sizes = Counter(truth.values())
    overlaps = Counter((cluster, truth[contact]) for contact, cluster in cluster_of.items())
    count = len(truth) or 1
    return Evaluation(
        contacts=len(truth),
        entities=len(entity_sizes),
        found_pairs=_pairs(cluster_sizes.values()),
        right_pairs=_pairs(overlaps.values()),
        true_pairs=_pairs(entity_sizes.values()),
        b_cubed_precision=sum(n * n / cluster_sizes[cluster] for (cluster, _), n in overlaps.items()) / count,
        b_cubed_recall=sum(n * n / entity_sizes[entity] for (_, entity), n in overlaps.items()) / count,
        sizes=_by_size(cluster_sizes),
        true_sizes=_by_size(entity_sizes),
        calibration=tuple(_calibration(clusters, truth)) if isinstance(clusters, Matches) else (),
    )


def _by_size(members: Mapping[Hashable, int]) -> tuple[tuple[int, int], ...]:
    return tuple(sorted(Counter(members.values()).items()))


def _calibration(matches: Matches, truth: Mapping[str, Hashable]) -> Iterator[Calibration]:
    """Give the bands in which there are pairs whose truth is known."""
    bands: dict[int, list[tuple[float, bool]]] = {}
    for pair in (*matches.pairs, *matches.proposals):
        if pair.left in truth and pair.right in truth:
            band = min(bisect_right(_EDGES, pair.probability), len(_EDGES) - 1)
            bands.setdefault(band, []).append((pair.probability, truth[pair.left] == truth[pair.right]))
    for band, told in sorted(bands.items()):
        yield Calibration(
            low=_EDGES[band - 1],
            high=_EDGES[band],
            pairs=len(told),
            expected=sum(chance for chance, _ in told) / len(told),
            right=sum(right for _, right in told),
        )


def pairs_completeness(matches: Matches, truth: Mapping[str, Hashable]) -> float:
    """Give the share of the true pairs that `match` compares at all, as it pairs up a base: the ceiling of its recall.

    Records that say the same are one comparison. 1 where there is no true pair; ValueError for matches that know no
    base.
    """
    if matches.comparisons is None:
        raise ValueError("These matches were made by hand and know no base. Use cb.match(base).")
    view, numbers = matches.comparisons.view, matches.comparisons.numbers
    entities: dict[int, Counter[Hashable]] = {}
    for contact, entity in truth.items():
        if contact in numbers:
            entities.setdefault(numbers[contact], Counter())[entity] += 1
    met = sum(_pairs(counts.values()) for counts in entities.values())
    pool = Pool.of(view)
    for left, right in zip(pool.lefts, pool.rights, strict=True):
        one, other = entities.get(left), entities.get(right)
        if one and other:
            met += sum(count * other[entity] for entity, count in one.items())
    true_pairs = _pairs(Counter(truth.values()).values())
    return met / true_pairs if true_pairs else 1.0


def _cluster_of(clusters: Iterable[Iterable[str]], truth: Mapping[str, Hashable]) -> dict[str, Hashable]:
    found: dict[str, Hashable] = {}
    for number, cluster in enumerate(clusters):
        for contact in cluster:
            if found.setdefault(contact, number) != number:
                raise ValueError(f"The contact {contact!r} stands in two clusters. Give each contact once.")
    return {contact: found.get(contact, ("alone", contact)) for contact in truth}
