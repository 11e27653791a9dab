"""`contactbase match`: who is there twice, who lives together; nobody is merged (R44)."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from contactbase.adapters.atomic import refuse_input
from contactbase.cli.base import cleaned
from contactbase.cli.output import give
from contactbase.cli.say import Voice
from contactbase.errors import ContactBaseError
from contactbase.matching.comparison import SAYS
from contactbase.matching.match import match
from contactbase.matching.matches import Matches, Pair, PairExplanation
from contactbase.model.text import Language
from contactbase.pipeline.verdict_files import model_in, save_model, verdicts_in, verdicts_on

__all__ = ["run"]


def run(options: argparse.Namespace, voice: Voice) -> int:
    """Match the contacts of some files and give what was found."""
    if options.out is not None:
        refuse_input(options.out, options.files)
    verdicts, model = verdicts_in(options.verdicts), model_in(options.model)
    base = cleaned(options, voice)
    matches = match(base, model=model, verdicts=verdicts_on(base, verdicts, options.files))
    if options.save_model is not None and matches.model is not None:
        save_model(matches.model, options.save_model)
    if options.explain is not None:
        give(_EXPLAINED[options.format](_explained(matches, options, voice), voice.language), options.out)
    elif options.format == "text":
        give("\n".join(_lines(matches, options, voice)), options.out)
        for found in matches.findings:
            voice.warn(found.say(voice.language))
    else:
        give(_FOUND[options.format](matches, voice.language), options.out)
    return 1 if options.strict and matches.clusters else 0


def _matching_page(matches: Matches, language: Language) -> str:
    from contactbase.reporting.matching_page import matching_html  # noqa: PLC0415 - only a page needs it

    return matching_html(matches, language=language)


def _explained_page(why: PairExplanation, language: Language) -> str:
    from contactbase.reporting.matching_page import explained_html  # noqa: PLC0415 - only a page needs it

    return explained_html(why, language=language)


_FOUND: Final[Mapping[str, Callable[[Matches, Language], str]]] = {
    "json": lambda matches, _language: matches.to_json(),
    "html": _matching_page,
}
_EXPLAINED: Final[Mapping[str, Callable[[PairExplanation, Language], str]]] = {
    "text": PairExplanation.say,
    "json": lambda why, _language: why.to_json(),
    "html": _explained_page,
}


def _explained(matches: Matches, options: argparse.Namespace, voice: Voice) -> PairExplanation:
    if len({*options.explain}) < 2:
        raise ContactBaseError(voice.text("one-contact", contact=options.explain[0]))
    try:
        return matches.explain(*options.explain)
    except KeyError as error:
        raise ContactBaseError(voice.text("no-contact", contact=str(error))) from None


def _lines(matches: Matches, options: argparse.Namespace, voice: Voice) -> Iterator[str]:
    merged = sum(map(len, matches.clusters)) - len(matches.clusters)
    yield voice.text("clusters", clusters=len(matches.clusters), merged=merged)
    yield voice.text("households", households=len(matches.households))
    yield voice.text("proposals", proposals=len(matches.proposals))
    yield from (_line(pair, voice.language) for pair in matches.proposals[: options.most])
    if len(matches.proposals) > options.most:
        yield voice.text("more-proposals", count=len(matches.proposals) - options.most)
    if options.learnt and matches.model is not None:
        yield matches.model.say(voice.language)


def _line(pair: Pair, language: Language) -> str:
    best = sorted(pair.evidence, key=lambda piece: -abs(piece.weight))[:4]
    told = ", ".join(f"{SAYS[piece.matter, piece.level].say(language)} {piece.weight:+.0f}" for piece in best)
    return f"  {pair.left} · {pair.right}  {100 * pair.probability:.0f} %  {told}"
