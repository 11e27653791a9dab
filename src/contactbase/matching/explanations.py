"""Pairs and clusters with the evidence for them, and the explanations of them in English and French.

>>> Pair("a", "b", 0.9, 0.1, ()).weight
0
"""

from __future__ import annotations

import json
from enum import StrEnum
from html import escape
from typing import Any, Final, NamedTuple

import attrs

from contactbase.matching.comparison import SAYS, TITLES, Comparisons, Turn
from contactbase.matching.judging import Evidence, Judgement
from contactbase.matching.waterfall import waterfall
from contactbase.model.codes.catalog import CATALOG
from contactbase.model.text import Language, Text

__all__ = ["ClusterExplanation", "Pair", "PairExplanation", "Verdict", "share", "spanning"]


class Verdict(StrEnum):
    """What is said of two contacts."""

    SAME = "same"
    REVIEW = "review"
    DIFFERENT = "different"


class Pair(NamedTuple):
    """Two contacts and what the evidence says of them; `left` comes before `right` in alphabetical order.

    `probability` is that of one person, `household` that of two people of one household.
    """

    left: str
    right: str
    probability: float
    household: float
    evidence: tuple[Evidence, ...]

    @classmethod
    def of(cls, one: str, other: str, judgement: Judgement) -> Pair:
        """Make the pair of two contacts, in either order."""
        left, right = (one, other) if one < other else (other, one)
        return cls(left, right, judgement.same, judgement.chances.household, judgement.evidence)

    @property
    def weight(self) -> float:
        """The bits that speak for one person against two unrelated people."""
        return sum(evidence.weight for evidence in self.evidence)

    def plain(self) -> dict[str, Any]:
        """Give the pair as plain values for JSON: ids, rounded probabilities, level and bits by matter."""
        return {
            "left": self.left,
            "right": self.right,
            "probability": round(self.probability, 6),
            "household": round(self.household, 6),
            "evidence": {piece.matter: [piece.level, round(piece.weight, 2)] for piece in self.evidence},
        }


@attrs.frozen(kw_only=True)
class PairExplanation:
    """Why two contacts are one person, or are not: each piece of evidence, the probabilities, what would change it.

    `prior` are the bits that two contacts of the file start from, `total` is their sum with the evidence; `against`
    holds the codes of what keeps them apart whatever the evidence; `cluster` the ids of the cluster that both are in;
    `turns` what would turn the verdict; `joined` says that a reviewer has called them one person, whatever is against
    it. No value of either contact is in it.
    """

    left: str
    right: str
    verdict: Verdict
    probability: float
    household: float
    prior: float
    evidence: tuple[Evidence, ...]
    against: tuple[str, ...] = ()
    cluster: tuple[str, ...] = ()
    threshold: float = 0.5
    turns: tuple[Turn, ...] = ()
    joined: bool = False

    @property
    def total(self) -> float:
        """The bits for one person, prior and evidence together."""
        return self.prior + sum(evidence.weight for evidence in self.evidence)

    def say(self, language: Language = "en") -> str:
        """Give the explanation as an indented text in English or French."""
        lines = [f"{self.left} · {self.right}: {_VERDICTS[self.verdict].say(language)}"]
        lines.append(f"  {self.prior:+6.1f}  {_PRIOR.say(language)}")
        lines += [f"  {piece.weight:+6.1f}  {_told(piece, language)}" for piece in self.evidence]
        lines.append(f"  {self.total:+6.1f}  {_TOTAL.say(language)}")
        lines.append(
            "  "
            + _CHANCES.say(
                language,
                same=share(self.probability),
                household=share(self.household),
                threshold=share(self.threshold),
            )
        )
        lines += [f"       ✗  {CATALOG[code].title.say(language)}" for code in self.against]
        if self.joined:
            lines.append(f"       ✓  {CATALOG['match.by-verdict'].title.say(language)}")
        else:
            lines += [f"  {_turn(turn, language)}" for turn in self.turns[:3]]
        if self.cluster:
            lines.append("  " + _CLUSTER.say(language, ids=", ".join(self.cluster)))
        return "\n".join(lines)

    def to_json(self) -> str:
        """Give the explanation as JSON text."""
        return json.dumps(attrs.asdict(self) | {"total": self.total}, ensure_ascii=False, default=str)

    def __str__(self) -> str:
        return self.say()

    def _repr_html_(self) -> str:
        return f"{waterfall(self.prior, self.evidence)}<pre>{escape(self.say())}</pre>"


def _told(piece: Evidence, language: Language) -> str:
    return f"{TITLES[piece.matter].say(language)}: {SAYS[piece.matter, piece.level].say(language)}"


def share(probability: float) -> str:
    """Write a probability, the sure ones as a bound."""
    if 0.001 <= probability <= 0.999:
        return f"{100 * probability:.1f} %"
    return "> 99.9 %" if probability > 0.5 else "< 0.1 %"


def _turn(turn: Turn, language: Language) -> str:
    matter = TITLES[turn.matter].say(language)
    return turn.told.say(language, matter=matter, probability=share(turn.probability))


_PRIOR: Final = Text(
    "two contacts of this file, before anything is compared", "deux contacts du fichier, avant toute comparaison"
)
_TOTAL: Final = Text(
    "bits for one person rather than two strangers", "bits pour une même personne plutôt que deux inconnus"
)
_CHANCES: Final = Text(
    "one person {same}, one household {household}; threshold {threshold}",
    "même personne {same}, même foyer {household} ; seuil {threshold}",
)
_CLUSTER: Final = Text("cluster: {ids}", "groupe : {ids}")
_VERDICTS: Final = {
    Verdict.SAME: Text("the same person", "la même personne"),
    Verdict.REVIEW: Text("for review", "à vérifier"),
    Verdict.DIFFERENT: Text("not the same person", "pas la même personne"),
}


@attrs.frozen(kw_only=True)
class ClusterExplanation:
    """Why the contacts of a cluster are together: for each, the pair that ties it best to another of them."""

    members: tuple[str, ...]
    ties: tuple[Pair, ...]

    @property
    def weakest(self) -> Pair | None:
        """The tie by which the cluster would break first; None for a contact by itself."""
        return min(self.ties, default=None, key=lambda pair: (pair.probability, pair.weight, pair.left, pair.right))

    def say(self, language: Language = "en") -> str:
        """Give the ties from strong to weak, in English or French."""
        order = sorted(self.ties, key=lambda pair: (-pair.weight, pair.left, pair.right))
        lines = [_MEMBERS.say(language, count=len(self.members), ids=", ".join(self.members))]
        for pair in order:
            best = sorted((piece for piece in pair.evidence if piece.weight > 0), key=lambda piece: -piece.weight)[:3]
            matters = ", ".join(TITLES[piece.matter].say(language) for piece in best)
            lines.append(f"  {pair.left} · {pair.right}  {share(pair.probability)}  {matters}")
        weakest = self.weakest
        if weakest is None:
            return _ALONE.say(language, contact=self.members[0])
        lines.append("  " + _WEAKEST.say(language, left=weakest.left, right=weakest.right))
        return "\n".join(lines)

    def to_json(self) -> str:
        """Give members, ties and the weakest of them as JSON text: ids, probabilities and levels, no values."""
        weakest = self.weakest
        return json.dumps(
            {
                "members": self.members,
                "ties": [pair.plain() for pair in self.ties],
                "weakest": weakest and [weakest.left, weakest.right],
            },
            ensure_ascii=False,
        )

    def __str__(self) -> str:
        return self.say()

    def _repr_html_(self) -> str:
        return f"<pre>{escape(self.say())}</pre>"


_MEMBERS: Final = Text("{count} contacts are one person: {ids}", "{count} contacts sont une même personne : {ids}")
_ALONE: Final = Text("{contact} is in no cluster.", "{contact} n'est dans aucun groupe.")
_WEAKEST: Final = Text("weakest tie: {left} · {right}", "lien le plus faible : {left} · {right}")


_COMPARED: Final = 40


def spanning(members: tuple[str, ...], known: Comparisons) -> tuple[Pair, ...]:
    """Give the strongest ties that hold a cluster together; of a very large one, each with those near it in order."""
    joined, left = {members[0]}, list(members[1:])
    best = {one: (members[0], known.judgement(members[0], one)) for one in left}
    ties: list[Pair] = []
    near = len(members) <= _COMPARED
    while left:
        chosen = max(left, key=lambda one: (best[one][1].same, sum(piece.weight for piece in best[one][1].evidence)))
        left.remove(chosen)
        joined.add(chosen)
        ties.append(Pair.of(best[chosen][0], chosen, best[chosen][1]))
        for one in left if near else left[:_COMPARED]:
            judgement = known.judgement(chosen, one)
            if judgement.bits > best[one][1].bits:
                best[one] = (chosen, judgement)
    return tuple(ties)
