"""What matching proposes: pairs with their evidence, clusters, pairs for review, and why.

>>> Matches().clusters
()
"""

from __future__ import annotations

from collections.abc import Callable, Sized
from typing import Final

import attrs

from contactbase.matching.rule import THRESHOLD, Evidence, Pair, Verdict, verdict_on
from contactbase.model.codes.catalog import CATALOG
from contactbase.model.journal import Finding
from contactbase.model.text import Language, Text

__all__ = ["Comparison", "Matches", "PairExplanation"]


def _count(values: Sized) -> str:
    return f"{len(values)}"


@attrs.frozen(kw_only=True)
class PairExplanation:
    """Why two contacts are one person, or are not: each piece of evidence, the total, the threshold, what is against.

    `against` holds codes; `cluster` the ids of the cluster that both are in, where they are linked through others
    when the total is below the threshold. No value of either contact is in it.
    """

    left: str
    right: str
    verdict: Verdict
    evidence: tuple[Evidence, ...]
    against: tuple[str, ...] = ()
    cluster: tuple[str, ...] = ()
    threshold: float = THRESHOLD

    @property
    def total(self) -> float:
        """The sum of the weights."""
        return sum(evidence.weight for evidence in self.evidence)

    def say(self, language: Language = "en") -> str:
        """Give the explanation as an indented text in English or French."""
        lines = [f"{self.left} · {self.right}: {_VERDICTS[self.verdict].say(language)}"]
        lines += [f"  +{piece.weight:.2f}  {CATALOG[piece.code].title.say(language)}" for piece in self.evidence]
        lines += [f"      ✗  {CATALOG[code].title.say(language)}" for code in self.against]
        lines.append("  " + _TOTAL.say(language, total=self.total, threshold=self.threshold))
        if self.cluster:
            lines.append("  " + _CLUSTER.say(language, ids=", ".join(self.cluster)))
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.say()


_TOTAL: Final = Text("total {total:.2f}, threshold {threshold:.2f}", "total {total:.2f}, seuil {threshold:.2f}")
_CLUSTER: Final = Text("cluster: {ids}", "groupe : {ids}")
_VERDICTS: Final = {
    Verdict.SAME: Text("the same person", "la même personne"),
    Verdict.REVIEW: Text("for review", "à vérifier"),
    Verdict.DIFFERENT: Text("not the same person", "pas la même personne"),
}

Comparison = Callable[[str, str], tuple[tuple[Evidence, ...], tuple[str, ...]]]
"""Gives the evidence for two contacts of a base, and the codes of what is against."""


@attrs.frozen(kw_only=True)
class Matches:
    """Proposals about one base; nothing is merged yet.

    `pairs` are called one person and stand together in one of `clusters` (ids in natural order, the survivor first;
    clusters in reading order). `proposals` are pairs for a person to look at: weak evidence, or strong evidence with
    something against it. `findings` say what was left out.
    """

    pairs: tuple[Pair, ...] = attrs.field(default=(), repr=_count)
    clusters: tuple[tuple[str, ...], ...] = attrs.field(default=(), repr=_count)
    proposals: tuple[Pair, ...] = attrs.field(default=(), repr=_count)
    findings: tuple[Finding, ...] = attrs.field(default=(), repr=_count)
    _compare: Comparison | None = attrs.field(default=None, repr=False, eq=False)

    def explain(self, left: str, right: str) -> PairExplanation:
        """Explain two contacts of the base; KeyError for an id that is not in it, ValueError without a base."""
        if self._compare is None:
            raise ValueError("These matches were made by hand and know no base. Use cb.match(base).")
        evidence, against = self._compare(left, right)
        cluster = next((ids for ids in self.clusters if left in ids and right in ids), ())
        alone = verdict_on(sum(piece.weight for piece in evidence))
        if not cluster and alone is Verdict.SAME and not against:
            against = ("match.unclear",)
        verdict = Verdict.SAME if cluster else _apart(alone, against)
        return PairExplanation(
            left=left, right=right, verdict=verdict, evidence=evidence, against=against, cluster=cluster
        )


def _apart(alone: Verdict, against: tuple[str, ...]) -> Verdict:
    """Judge a pair that is in no cluster together: with something against it, only full evidence is worth a look."""
    if not against:
        return alone
    return Verdict.REVIEW if alone is Verdict.SAME else Verdict.DIFFERENT
