"""What matching proposes: pairs with their evidence, clusters, pairs for review, households, the model, and why.

>>> Matches().clusters
()
"""

from __future__ import annotations

import json
from collections.abc import Sized
from html import escape

import attrs

from contactbase.matching.comparison import Comparisons
from contactbase.matching.explanations import ClusterExplanation, Pair, PairExplanation, Verdict, share, spanning
from contactbase.matching.model import Model
from contactbase.model.journal import Finding

__all__ = ["ClusterExplanation", "Matches", "Pair", "PairExplanation", "Verdict"]


def _count(values: Sized) -> str:
    return f"{len(values)}"


@attrs.frozen(kw_only=True)
class Matches:
    """Proposals about one base; nothing is merged yet.

    `pairs` are called one person and stand together in one of `clusters` (ids in natural order, the survivor first;
    clusters in reading order). `proposals` are pairs for a person to look at, the likeliest first: below the threshold,
    or above it with something against. `households` are groups of people, each by the first id of its cluster.
    `findings` say what was left out; `model` is what was learnt.
    """

    pairs: tuple[Pair, ...] = attrs.field(default=(), repr=_count)
    clusters: tuple[tuple[str, ...], ...] = attrs.field(default=(), repr=_count)
    proposals: tuple[Pair, ...] = attrs.field(default=(), repr=_count)
    households: tuple[tuple[str, ...], ...] = attrs.field(default=(), repr=_count)
    findings: tuple[Finding, ...] = attrs.field(default=(), repr=_count)
    model: Model | None = attrs.field(default=None, repr=False)
    threshold: float = 0.5
    review: float = 0.1
    comparisons: Comparisons | None = attrs.field(default=None, repr=False, eq=False)

    def _known(self) -> Comparisons:
        if self.comparisons is None:
            raise ValueError("These matches were made by hand and know no base. Use cb.match(base).")
        return self.comparisons

    def explain(self, left: str, right: str) -> PairExplanation:
        """Explain two contacts of the base; KeyError for an id that is not in it, ValueError without a base."""
        known = self._known()
        judgement = known.judgement(left, right)
        against = (*known.against(left, right), *judgement.against)
        cluster = next((ids for ids in self.clusters if left in ids and right in ids), ())
        if not cluster and judgement.same >= self.threshold and not against:
            against = ("match.unclear",)
        return PairExplanation(
            left=left,
            right=right,
            verdict=Verdict.SAME if cluster else self._apart(judgement.same, known.against(left, right)),
            probability=judgement.same,
            household=judgement.chances.household,
            prior=known.judge.model.prior,
            evidence=judgement.evidence,
            against=against,
            cluster=cluster,
            threshold=self.threshold,
            turns=known.turns(left, right, self.threshold),
            joined=known.is_joined(left, right),
        )

    def _apart(self, probability: float, vetoes: tuple[str, ...]) -> Verdict:
        if probability < self.review or "match.by-verdict" in vetoes:
            return Verdict.DIFFERENT
        return Verdict.REVIEW

    def explain_cluster(self, contact: str) -> ClusterExplanation:
        """Explain the cluster that a contact is in, or that it is in none; KeyError when it is not in the base."""
        members = next((ids for ids in self.clusters if contact in ids), None)
        if members is None:
            self._known().judgement(contact, contact)
            return ClusterExplanation(members=(contact,), ties=())
        return ClusterExplanation(members=members, ties=spanning(members, self._known()))

    def to_json(self) -> str:
        """Give clusters, households, pairs and proposals as JSON text: ids, probabilities and levels, no values."""
        return json.dumps(
            {
                "threshold": self.threshold,
                "review": self.review,
                "clusters": self.clusters,
                "households": self.households,
                "pairs": [pair.plain() for pair in self.pairs],
                "proposals": [pair.plain() for pair in self.proposals],
            },
            ensure_ascii=False,
        )

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><td>{escape(pair.left)}</td><td>{escape(pair.right)}</td><td>{share(pair.probability)}</td></tr>"
            for pair in self.proposals[:10]
        )
        return (
            f"<p>{len(self.clusters)} clusters, {len(self.pairs)} pairs, {len(self.households)} households,"
            f" {len(self.proposals)} pairs for review</p><table>{rows}</table>"
        )
