"""A close call of matching as a figure: rounded, and its ids masked where they might name somebody.

>>> from contactbase.matching.matches import PairExplanation, Verdict
>>> chances = {"probability": 0.4, "household": 0.1, "prior": -10.0}
>>> why = PairExplanation(left="lea@example.org", right="c-2", verdict=Verdict.REVIEW, evidence=(), **chances)
>>> pair_of(Call(why=why)).left
'l•••@e•••.org'
"""

from __future__ import annotations

from typing import Final

from contactbase.matching.closest import Call
from contactbase.matching.comparison import Turn
from contactbase.matching.matches import PairExplanation, Verdict
from contactbase.reporting.hygiene import PairFigure
from contactbase.reporting.masking import mask_id

__all__ = ["pair_of"]

_TURNS: Final = 2


def pair_of(call: Call) -> PairFigure:
    """Make the figure of a pair: bits with four decimals, probabilities with six."""
    why = call.why
    return PairFigure(
        left=mask_id(why.left),
        right=mask_id(why.right),
        merged=why.verdict is Verdict.SAME,
        probability=round(why.probability, 6),
        household=round(why.household, 6),
        threshold=why.threshold,
        prior=round(why.prior, 4),
        evidence=tuple((piece.matter, piece.level, round(piece.weight, 4)) for piece in why.evidence),
        against=why.against,
        turns=tuple((turn.matter, turn.level, round(turn.probability, 6)) for turn in _telling(why)[:_TURNS]),
        alike=call.alike,
        later=call.later,
    )


def _telling(why: PairExplanation) -> tuple[Turn, ...]:
    """Give what would turn the verdict; where a pair is kept apart whatever the evidence, nothing would."""
    likely = why.probability >= why.threshold
    return () if likely and why.verdict is not Verdict.SAME else why.turns
