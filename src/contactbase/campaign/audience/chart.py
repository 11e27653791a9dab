"""The funnel as a drawing (SVG) and as a table (HTML), both without scripts, fonts or anything from outside.

>>> funnel_svg([("All <of them>", 10, 0), ("Minor", 8, 2)]).count("<rect")
3
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Final

from contactbase.model.source import Citation
from contactbase.model.text import Language, Text

__all__ = ["funnel_html", "funnel_svg"]

_ROW: Final = 26
_LABELS: Final = 260
_BARS: Final = 360
_WIDTH: Final = _LABELS + _BARS + 130
_LEFT: Final = "#1b6e5a"
_TAKEN: Final = "#d9a441"
_HEAD: Final[tuple[Text, ...]] = (
    Text("Reason", "Motif"),
    Text("Code", "Code"),
    Text("Rule", "Règle"),
    Text("Primary", "Principal"),
    Text("In all", "En tout"),
    Text("Sources", "Sources"),
)
_TITLE: Final = Text("Audience funnel", "Entonnoir d'audience")
_XML: Final = "http://www.w3.org/2000/svg"


def funnel_svg(bars: Sequence[tuple[str, int, int]]) -> str:
    """Draw a bar for each step: what is left, and beside it in another colour what the step took away."""
    most = max((left + taken for _, left, taken in bars), default=0) or 1
    drawn = "".join(_bar(place, *bar, most) for place, bar in enumerate(bars))
    height = _ROW * len(bars) + 8
    return (
        f'<svg xmlns="{_XML}" role="img" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}" '
        f'font-family="sans-serif" font-size="13">{drawn}</svg>'
    )


def _bar(place: int, label: str, left: int, taken: int, most: int) -> str:
    top, wide, lost = place * _ROW + 4, left * _BARS / most, taken * _BARS / most
    said = f"{left}" if not taken else f"{left} (-{taken})"
    parts = [
        f'<text x="{_LABELS - 8}" y="{top + 15}" text-anchor="end">{escape(label)}</text>',
        f'<rect x="{_LABELS}" y="{top}" width="{wide:.1f}" height="{_ROW - 6}" fill="{_LEFT}"/>',
    ]
    if taken:
        parts.append(
            f'<rect x="{_LABELS + wide:.1f}" y="{top}" width="{lost:.1f}" height="{_ROW - 6}" fill="{_TAKEN}"/>'
        )
    parts.append(f'<text x="{_LABELS + wide + lost + 6:.1f}" y="{top + 15}">{said}</text>')
    return "".join(parts)


def funnel_html(
    drawing: str,
    rows: Iterable[tuple[str, str, str, int, int, tuple[Citation, ...]]],
    words: str,
    language: Language = "en",
) -> str:
    """Give the drawing, a table of the steps and a last line of words."""
    head = "".join(f'<th scope="col">{escape(name.say(language))}</th>' for name in _HEAD)
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in _cells(row)) + "</tr>" for row in rows)
    caption = escape(_TITLE.say(language))
    return (
        f'<div class="contactbase-funnel">{drawing}<table><caption>{caption}</caption><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table><p>{escape(words)}</p></div>"
    )


def _cells(row: tuple[str, str, str, int, int, tuple[Citation, ...]]) -> tuple[str, ...]:
    title, code, rule, primary, every, citations = row
    return title, code, rule, str(primary), str(every), "; ".join(map(str, citations))
