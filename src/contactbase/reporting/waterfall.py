"""A waterfall as a table whose bars hang together from row to row: the numbers beside them are the chart in words.

Each row has its piece of an inline SVG that is as high as the row, so that words wrap on a phone and print as text; the
lines between the bars go on from row to row. Bars for are full and bars against hollow, so that black and white is
enough.

>>> waterfall("Bits", -10.0, (Evidence("email", "same", 18.0),), "en").count("<svg")
3
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from contactbase.matching.judging import Evidence
from contactbase.matching.waterfall import Kind, Step, reach, steps
from contactbase.model.text import Language
from contactbase.reporting.markup import Child, Html, element
from contactbase.reporting.parts import row, table
from contactbase.reporting.wording import bits, say, typeset

__all__ = ["waterfall"]


def waterfall(caption: str, prior: float, evidence: Sequence[Evidence], language: Language) -> Html:
    """Draw the bits of the prior, of each piece of evidence where the last one ended, and of their sum."""
    *drawn, total = steps(prior, evidence)
    low, high = reach([*drawn, total])
    head: list[tuple[Child, str]] = [
        (say("evidence", language), ""),
        ("", "bars"),
        (say("call.bits", language), "number"),
    ]
    rows = (_row(step, low, high, language) for step in drawn)
    return table(caption, head, rows, foot=_row(total, low, high, language), kind="steps")


def _row(step: Step, low: float, high: float, language: Language) -> Html:
    says = None if step.says is None else element("span", _words(step.says.say(language), language), class_="says")
    return row(
        (element("bdi", _words(step.matter.say(language), language)), says),
        (_bar(step, low, high, language), "bars"),
        (bits(step.bits, language), "number"),
    )


def _words(text: str, language: Language) -> str:
    return typeset(text, language)


def _bar(step: Step, low: float, high: float, language: Language) -> Html:
    """Draw one bar, the line of zero, and the lines that lead to it and on."""

    def place(amount: float) -> float:
        return 100 * (amount - low) / (high - low)

    start, end = sorted((place(step.start), place(step.end)))
    ends = {"bits": bits(step.bits, language), "start": bits(step.start, language), "end": bits(step.end, language)}
    return element(
        "svg",
        element("title", say("call.step", language, **ends)),
        _line("zero", place(0.0), 0, 100),
        *_leads(step, place(step.start), place(step.end)),
        element(
            "rect",
            class_=f"is-{step.kind}",
            x=f"{start:.2f}%",
            y="50%",
            width=f"{max(end - start, 0.4):.2f}%",
            height=12,
            transform="translate(0 -6)",
        ),
        aria_hidden="true",
    )


def _leads(step: Step, start: float, end: float) -> Iterator[Html]:
    if step.kind is Kind.TOTAL:
        yield _line("lead", end, 0, 50)
        return
    if step.kind is not Kind.START:
        yield _line("lead", start, 0, 50)
    yield _line("lead", end, 50, 100)


def _line(name: str, x: float, top: int, bottom: int) -> Html:
    return element("line", class_=name, x1=f"{x:.2f}%", x2=f"{x:.2f}%", y1=f"{top}%", y2=f"{bottom}%")
