"""The evidence for a pair as a chart: bars from the prior to the total, for against; SVG that needs nothing else.

>>> waterfall(-10.0, ()).startswith("<svg")
True
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Final

from contactbase.matching.catalog import COMPARATORS
from contactbase.matching.judging import Evidence
from contactbase.model.text import Language, Text

__all__ = ["waterfall"]

_ROW: Final = 22
_LEFT: Final = 210
_WIDTH: Final = 360
_COLOURS: Final = {"start": "#8a8f98", "for": "#2a7f62", "against": "#b3473d", "total": "#2f5d9b"}
_START: Final = Text("before anything is compared", "avant toute comparaison")
_TOTAL: Final = Text("total", "total")
_TITLES: Final = {comparator.name: comparator.title for comparator in COMPARATORS}
_SAYS: Final = {(comparator.name, level.name): level.says for comparator in COMPARATORS for level in comparator.levels}


def waterfall(prior: float, evidence: Sequence[Evidence], language: Language = "en") -> str:
    """Draw the bits of the prior, of each piece of evidence, and their sum."""
    steps = [(_START.say(language), 0.0, prior, "start")]
    reached = prior
    for piece in evidence:
        said = f"{_TITLES[piece.matter].say(language)}: {_SAYS[piece.matter, piece.level].say(language)}"
        steps.append((said, reached, reached + piece.weight, "for" if piece.weight >= 0 else "against"))
        reached += piece.weight
    steps.append((_TOTAL.say(language), 0.0, reached, "total"))
    low = min(0.0, *(min(start, end) for _, start, end, _ in steps))
    high = max(1.0, *(max(start, end) for _, start, end, _ in steps))
    scale = _WIDTH / (high - low)
    bars = "".join(
        _bar(number, step, _LEFT + (min(step[1], step[2]) - low) * scale, abs(step[2] - step[1]) * scale)
        for number, step in enumerate(steps)
    )
    zero = _LEFT - low * scale
    height = _ROW * len(steps) + 8
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_LEFT + _WIDTH + 60} {height}" role="img"'
        f' font-family="sans-serif" font-size="11"><line x1="{zero:.1f}" x2="{zero:.1f}" y1="0" y2="{height}"'
        f' stroke="#999" stroke-dasharray="2 3"/>{bars}</svg>'
    )


def _bar(number: int, step: tuple[str, float, float, str], left: float, width: float) -> str:
    said, start, end, kind = step
    top = number * _ROW + 4
    amount = end if kind in {"start", "total"} else end - start
    return (
        f'<text x="{_LEFT - 6}" y="{top + 11}" text-anchor="end">{escape(said[:44])}</text>'
        f'<rect x="{left:.1f}" y="{top}" width="{max(width, 1):.1f}" height="14" fill="{_COLOURS[kind]}"/>'
        f'<text x="{left + width + 4:.1f}" y="{top + 11}">{amount:+.1f}</text>'
    )
