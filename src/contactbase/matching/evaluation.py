"""`evaluate`: how good clusters are, against a truth that nobody showed to the matcher.

Pairwise precision, recall and F1 count the pairs that stand together (Christen, *Data Matching*, 2012, ch. 7);
B-cubed averages precision and recall over contacts (Bagga and Baldwin, 1998), so that a large cluster does not
outweigh many small ones.

>>> found = evaluate([("c-1", "c-2")], {"c-1": "Léa", "c-2": "Léa", "c-3": "Léa"})
>>> found.precision, round(found.recall, 3), found.f1
(1.0, 0.333, 0.5)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping

import attrs

from contactbase.matching.matches import Matches

__all__ = ["Evaluation", "evaluate"]


@attrs.frozen(kw_only=True)
class Evaluation:
    """Pairs found, pairs that are right among them, pairs there are; contacts and entities judged.

    Every rate is between 0 and 1; where there was nothing to find or nothing found it is 1.
    """

    contacts: int
    entities: int
    found_pairs: int
    right_pairs: int
    true_pairs: int
    b_cubed_precision: float
    b_cubed_recall: float

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
    )


def _cluster_of(clusters: Iterable[Iterable[str]], truth: Mapping[str, Hashable]) -> dict[str, Hashable]:
    found: dict[str, Hashable] = {}
    for number, cluster in enumerate(clusters):
        for contact in cluster:
            if found.setdefault(contact, number) != number:
                raise ValueError(f"The contact {contact!r} stands in two clusters. Give each contact once.")
    return {contact: found.get(contact, ("alone", contact)) for contact in truth}
