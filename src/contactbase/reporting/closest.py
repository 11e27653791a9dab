"""The closest calls of matching in the report: a card and a waterfall for each of a few telling pairs.

>>> print(closest(Figures(rows_read=0, contacts=0), "en"))
None
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from contactbase.matching.comparison import TITLES, Turn
from contactbase.matching.judging import Evidence
from contactbase.model.text import Language
from contactbase.reporting.bars import stack, swatch
from contactbase.reporting.hygiene import Figures, PairFigure
from contactbase.reporting.markup import Child, Html, element, join
from contactbase.reporting.parts import code_title, quiet, section
from contactbase.reporting.waterfall import waterfall
from contactbase.reporting.wording import chance, counted, say, typeset

__all__ = ["closest", "groups_of", "pair_card"]

_MILLION = 1_000_000


def closest(figures: Figures, language: Language) -> Html | None:
    """Give the pairs merged on the weakest evidence, and those left apart that are nearest to a merge."""
    if not figures.pairs:
        return None
    return section(
        "closest",
        language,
        quiet(say("closest.note", language)),
        groups_of(figures.pairs, language),
        quiet(say("closest.more", language), "small body"),
    )


def groups_of(pairs: Sequence[PairFigure], language: Language) -> Html:
    """Give the cards of some pairs: those of one person, then those left apart, each under its heading."""
    merged = [pair for pair in pairs if pair.merged]
    apart = [pair for pair in pairs if not pair.merged]
    return join(*(_group(key, found, language) for key, found in (("merged", merged), ("apart", apart)) if found))


def _group(key: str, pairs: Sequence[PairFigure], language: Language) -> Html:
    return element(
        "div",
        element("h3", say(f"closest.{key}", language)),
        element("div", *(pair_card(pair, language) for pair in pairs), class_="cards"),
        class_="body group",
    )


def pair_card(pair: PairFigure, language: Language) -> Html:
    """Make a card for a pair: how likely one person is, how the evidence adds up, and what speaks against it."""
    evidence = [Evidence(*piece) for piece in pair.evidence]
    verdict = "call.merged" if pair.merged else "call.apart"
    return element(
        "article",
        element(
            "div",
            element("h4", element("bdi", pair.left), " · ", element("bdi", pair.right)),
            element("span", chance(pair.probability, language), class_="times"),
            class_="top",
        ),
        quiet(say(verdict, language, threshold=chance(pair.threshold, language))),
        _chances(pair, language),
        waterfall(say("call.caption", language, left=pair.left, right=pair.right), pair.prior, evidence, language),
        element("ul", *(element("li", line) for line in _remarks(pair, language)), class_="small remarks"),
        class_="card",
    )


def _chances(pair: PairFigure, language: Language) -> Html:
    """Draw the chances of one person, one household and two strangers as parts of a bar, with its legend."""
    shares = {"contacts": pair.probability, "merged_away": pair.household}
    shares["before"] = max(0.0, 1 - sum(shares.values()))
    names = [say(f"call.{key}", language) for key in ("same", "household", "strangers")]
    told = [f"{name} {chance(part, language)}" for name, part in zip(names, shares.values(), strict=True)]
    parts = [(name, round(part * _MILLION)) for name, part in shares.items()]
    legend = (
        element("span", swatch(name), element("span", text), class_="key")
        for name, text in zip(shares, told, strict=True)
    )
    return element(
        "div", stack(parts, _MILLION, ", ".join(told)), element("p", *legend, class_="legend"), class_="chances"
    )


def _remarks(pair: PairFigure, language: Language) -> Iterator[Child]:
    """Give what stands against a merge, what would turn the verdict, and how many pairs are alike."""
    for code in pair.against:
        yield element("b", "✗ "), code_title(code, language)
    for turn in (Turn(*each) for each in pair.turns):
        matter = TITLES[turn.matter].say(language) if turn.matter in TITLES else turn.matter
        told = turn.told.say(language, matter=matter, probability=chance(turn.probability, language))
        yield typeset(told[0].upper() + told[1:], language)
    if pair.later:
        yield say("call.later", language)
    if pair.alike:
        yield say("call.alike", language, pairs=counted("pair", pair.alike, language))
