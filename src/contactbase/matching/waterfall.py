"""The evidence for a pair as a waterfall: bars from the prior to the total, those for one person to the right.

`steps` gives the bars as numbers, for whoever draws them; `waterfall` draws them as SVG that needs nothing else, in the
colours of the page around it. A bar that speaks against is hollow, so that it reads without its colour.

>>> [(step.kind.value, step.start, step.end) for step in steps(-10.0, (Evidence("email", "same", 18.0),))]
[('start', 0.0, -10.0), ('for', -10.0, 8.0), ('total', 0.0, 8.0)]
>>> waterfall(-10.0, ()).startswith("<svg")
True
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from html import escape
from typing import Final, NamedTuple

from contactbase.matching.comparison import SAYS, TITLES
from contactbase.matching.judging import Evidence
from contactbase.model.text import Language, Text

__all__ = ["Kind", "Step", "reach", "steps", "waterfall"]

_ROW: Final = 22
_WIDTH: Final = 360
_LETTER: Final = 7.2
"""A generous width of one letter of the labels, in units of the drawing."""
_COLOURS: Final = {"start": "#8a8f98", "for": "#2a7f62", "against": "#c25a4d", "total": "#4a7fc4"}
_START: Final = Text("before anything is compared", "avant toute comparaison")
_TOTAL: Final = Text("total", "total")
_CHART: Final = Text("Bits for one person, piece by piece", "Bits pour une même personne, indice par indice")


class Kind(StrEnum):
    """What a bar stands for."""

    START = "start"
    FOR = "for"
    AGAINST = "against"
    TOTAL = "total"


class Step(NamedTuple):
    """One bar: the matter, what is said of it (None: nothing to say), and the bits where it starts and ends."""

    matter: Text
    says: Text | None
    start: float
    end: float
    kind: Kind

    @property
    def bits(self) -> float:
        """The bits that the bar adds; of the total, all of them."""
        return self.end - self.start

    def say(self, language: Language) -> str:
        """Give what the bar is about, on one line."""
        told = "" if self.says is None else f": {self.says.say(language)}"
        return f"{self.matter.say(language)}{told}"


def steps(prior: float, evidence: Sequence[Evidence]) -> list[Step]:
    """Give the bars of the prior, of each piece of evidence where the last one ended, and of their sum.

    A matter or level that the catalogue does not know goes by its name.
    """
    found, reached = [Step(_START, None, 0.0, prior, Kind.START)], prior
    for piece in evidence:
        matter = TITLES.get(piece.matter) or Text(piece.matter, piece.matter)
        says = SAYS.get((piece.matter, piece.level)) or Text(piece.level, piece.level)
        kind = Kind.FOR if piece.weight >= 0 else Kind.AGAINST
        found.append(Step(matter, says, reached, reached + piece.weight, kind))
        reached += piece.weight
    return [*found, Step(_TOTAL, None, 0.0, reached, Kind.TOTAL)]


def reach(drawn: Sequence[Step]) -> tuple[float, float]:
    """Give the lowest and the highest bits that some bars need, 0 among them."""
    ends = [end for step in drawn for end in (step.start, step.end)]
    return min(0.0, *ends), max(1.0, *ends)


def waterfall(prior: float, evidence: Sequence[Evidence], language: Language = "en") -> str:
    """Draw the bits of the prior, of each piece of evidence, and their sum."""
    drawn = steps(prior, evidence)
    low, high = reach(drawn)
    left, scale = _LETTER * max(len(step.say(language)) for step in drawn) + 12, _WIDTH / (high - low)
    zero, height = left - low * scale, _ROW * len(drawn) + 8
    bars = "".join(_bar(row * _ROW + 4, step, language, left, zero, scale) for row, step in enumerate(drawn))
    told = "; ".join(f"{step.say(language)} {step.bits:+.1f}" for step in drawn)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {left + _WIDTH + 48:.0f} {height}"'
        f' width="{left + _WIDTH + 48:.0f}" role="img" font-family="sans-serif" font-size="12" fill="currentColor">'
        f"<title>{_CHART.say(language)}</title><desc>{escape(told)}</desc>"
        f'<line x1="{zero:.1f}" x2="{zero:.1f}" y1="0" y2="{height}" stroke="#999" stroke-dasharray="2 3"/>{bars}</svg>'
    )


def _bar(top: int, step: Step, language: Language, left: float, zero: float, scale: float) -> str:
    start, width = zero + min(step.start, step.end) * scale, max(abs(step.bits) * scale, 1.0)
    colour = _COLOURS[step.kind]
    fill = "none" if step.kind is Kind.AGAINST else colour
    return (
        f'<text x="{left - 8:.1f}" y="{top + 11}" text-anchor="end">{escape(step.say(language))}</text>'
        f'<rect x="{start:.1f}" y="{top + 1}" width="{width:.1f}" height="12" fill="{fill}" stroke="{colour}"/>'
        f'<text x="{start + width + 5:.1f}" y="{top + 11}">{step.bits:+.1f}</text>'
    )
