"""The shares of a campaign as one SVG picture: a bar for each, and its interval as a line over it.

The picture holds its own colours and words, so that it stands alone in a file; nothing is loaded and no script runs.
Its style names its own class, so that it changes nothing around it inside a page.

>>> from contactbase.reporting.results.tally import Measure
>>> ticks(0.034), ticks(0.9)
(0.05, 1.0)
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from contactbase.model.rate import Rate
from contactbase.model.text import Language
from contactbase.reporting.markup import Html, element
from contactbase.reporting.results.tally import DENOMINATORS, Measure
from contactbase.reporting.results.words import TITLES, interval, of_what, percent, phrase

if TYPE_CHECKING:
    from contactbase.reporting.results.results import CampaignResults

__all__ = ["chart", "ticks"]

_WIDTH, _LEFT, _RIGHT, _ROW, _TOP = 820, 130, 290, 34, 44
_PLOT: Final = _WIDTH - _LEFT - _RIGHT
_ENDS: Final = (0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1.0)
_STYLE: Final = (
    ".cb-chart{font:14px system-ui,sans-serif;background:#fff}.cb-chart text{fill:#1f2630}"
    ".cb-chart .note{fill:#5b6470;font-size:12px}.cb-chart .track{fill:#f1efe9}.cb-chart .share{fill:#0f766e}"
    ".cb-chart .range{stroke:#1f2630;stroke-width:2;fill:none}"
)


def ticks(highest: float) -> float:
    """Give the end of the scale that a highest value (0 to 1) needs."""
    return next((end for end in _ENDS if highest <= end), 1.0)


def chart(results: CampaignResults, language: Language = "en") -> str:
    """Draw the figures of a campaign that are shares; one scale for those of what was sent, one for responses."""
    drawn = [(measure, rate) for measure in DENOMINATORS if (rate := results.whole.rate(measure)) is not None]
    rows = [_row(place, measure, rate, _scale(measure, drawn), language) for place, (measure, rate) in enumerate(drawn)]
    height = _TOP + _ROW * len(drawn) + 12
    title = phrase("headline", language, campaign=results.campaign, channel=results.channel.value)
    return element(
        "svg",
        element("title", phrase("chart", language)),
        element("style", Html(_STYLE)),
        element("text", title, x=12, y=26, font_weight="600"),
        *rows,
        class_="cb-chart",
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {_WIDTH} {height}",
        width=_WIDTH,
        height=height,
        role="img",
    )


def _scale(measure: Measure, drawn: list[tuple[Measure, Rate]]) -> float:
    """Give the end of the scale of a figure: those with one denominator share it, so that bars may be compared."""
    ends = [(rate.interval() or (0.0, 0.0))[1] for each, rate in drawn if DENOMINATORS[each] is DENOMINATORS[measure]]
    return ticks(max(ends, default=1.0))


def _row(place: int, measure: Measure, rate: Rate, scale: float, language: Language) -> Html:
    top = _TOP + _ROW * place
    part = "–" if rate.share is None else percent(rate.share, language)
    told = f"{part} · {of_what(rate, DENOMINATORS[measure], language)}"
    return element(
        "g",
        element("title", f"{TITLES[measure].say(language)}: {part}, {interval(rate, language)}"),
        element("text", TITLES[measure].say(language), x=12, y=top + 16),
        element("rect", class_="track", x=_LEFT, y=top, width=_PLOT, height=22, rx=4),
        *_share(rate, top, scale),
        element("text", told, class_="note", x=_LEFT + _PLOT + 12, y=top + 10),
        element("text", f"0 – {percent(scale, language)}", class_="note", x=_LEFT + _PLOT + 12, y=top + 24),
    )


def _share(rate: Rate, top: int, scale: float) -> Iterator[Html]:
    bounds = rate.interval()
    if rate.share is None or bounds is None:
        return
    low, high = (_LEFT + _PLOT * min(bound / scale, 1.0) for bound in bounds)
    width = _PLOT * min(rate.share / scale, 1.0)
    yield element("rect", class_="share", x=_LEFT, y=top + 4, width=f"{width:.1f}", height=14, rx=3)
    line = f"M{low:.1f} {top + 11}H{high:.1f}M{low:.1f} {top + 6}v10M{high:.1f} {top + 6}v10"
    yield element("path", class_="range", d=line)
