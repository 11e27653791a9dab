"""Bars drawn as inline SVG: no image, no script, as wide as the place they stand in.

>>> widths([990, 10, 0, 1], 1001)
[980.0, 10.0, 0.0, 10.0]
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from contactbase.reporting.markup import Html, element

__all__ = ["bar", "pair", "stack", "swatch", "tick", "widths"]

_FULL: Final = 1000.0
_LEAST: Final = 10.0
_GAP: Final = 3.0


def widths(counts: Sequence[int], whole: int) -> list[float]:
    """Share a full width of 1000 by counts; what is there at all stays visible, at the cost of the widest."""
    if whole <= 0:
        return [0.0 for _ in counts]
    parts = [max(_LEAST, round(_FULL * count / whole, 1)) if count > 0 else 0.0 for count in counts]
    excess = sum(parts) - _FULL
    if excess > 0:
        widest = parts.index(max(parts))
        parts[widest] = max(_LEAST, round(parts[widest] - excess, 1))
    return parts


def stack(parts: Sequence[tuple[str, int]], whole: int, label: str) -> Html:
    """Draw parts of a whole side by side; each part is its class and its count."""
    place, drawn = 0.0, []
    for (name, _), width in zip(parts, widths([count for _, count in parts], whole), strict=True):
        if width:
            drawn.append(_rect(f"of-{name}", place, 0, max(width - _GAP, _LEAST / 2)))
            place += width
    return _drawing("stack", label, *drawn)


def bar(count: int, whole: int, label: str) -> Html:
    """Draw one share."""
    return _drawing("bar", label, _rect("of-contacts", 0, 0, widths([count], whole)[0]))


def pair(before: tuple[int, int], after: tuple[int, int], label: str) -> Html:
    """Draw two shares, each a count and its whole, one above the other on their tracks."""
    (first,), (second,) = widths([before[0]], before[1]), widths([after[0]], after[1])
    return _drawing(
        "pair",
        label,
        _rect("of-track", 0, 0, _FULL, 40),
        _rect("of-before", 0, 0, first, 40),
        _rect("of-track", 0, 50, _FULL, 50),
        _rect("of-contacts", 0, 50, second, 50),
    )


def swatch(name: str) -> Html:
    """Draw the colour of a part, for a legend."""
    return element("svg", _rect(f"of-{name}", 0, 0, 12, 12), viewBox="0 0 12 12", aria_hidden="true")


def tick() -> Html:
    """Draw the sign of a sum that is right."""
    ring = element("circle", class_="of-good", cx=12, cy=12, r=10)
    return element(
        "svg", ring, element("path", class_="of-good", d="M7.5 12.5l3 3 6-6.5"), viewBox="0 0 24 24", aria_hidden="true"
    )


def _rect(name: str, x: float, y: float, width: float, height: float = 100) -> Html:
    return element("rect", class_=name, x=f"{x:g}", y=f"{y:g}", width=f"{width:g}", height=f"{height:g}")


def _drawing(name: str, label: str, *shapes: Html) -> Html:
    return element(
        "svg",
        *shapes,
        class_=name,
        viewBox=f"0 0 {_FULL:g} 100",
        preserveAspectRatio="none",
        role="img",
        aria_label=label,
    )
