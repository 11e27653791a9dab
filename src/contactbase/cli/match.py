"""`contactbase match`: who is there twice, who lives together; nobody is merged (R44)."""

from __future__ import annotations

import argparse

from contactbase.cli.base import cleaned
from contactbase.cli.say import Voice
from contactbase.errors import ContactBaseError
from contactbase.matching.match import match
from contactbase.matching.matches import Matches, Pair
from contactbase.pipeline.verdict_files import model_in, save_model, verdicts_in

__all__ = ["run"]


def run(options: argparse.Namespace, voice: Voice) -> int:
    """Match the contacts of some files and print what was found."""
    verdicts, model = verdicts_in(options.verdicts), model_in(options.model)
    matches = match(cleaned(options, voice), model=model, verdicts=verdicts)
    if options.save_model is not None and matches.model is not None:
        save_model(matches.model, options.save_model)
    if options.explain is not None:
        _explain(matches, options, voice)
    elif options.format == "json":
        print(matches.to_json())
    else:
        _print(matches, options, voice)
    return 1 if options.strict and matches.clusters else 0


def _explain(matches: Matches, options: argparse.Namespace, voice: Voice) -> None:
    left, right = options.explain
    try:
        told = matches.explain(left, right)
    except KeyError as error:
        raise ContactBaseError(voice.text("no-contact", contact=str(error))) from None
    print(told.to_json() if options.format == "json" else told.say(voice.language))


def _print(matches: Matches, options: argparse.Namespace, voice: Voice) -> None:
    merged = sum(map(len, matches.clusters)) - len(matches.clusters)
    print(voice.text("clusters", clusters=len(matches.clusters), merged=merged))
    print(voice.text("households", households=len(matches.households)))
    print(voice.text("proposals", proposals=len(matches.proposals)))
    for pair in matches.proposals[: options.most]:
        print(_line(pair))
    if len(matches.proposals) > options.most:
        print(voice.text("more-proposals", count=len(matches.proposals) - options.most))
    for found in matches.findings:
        voice.warn(found.say(voice.language))
    if options.learnt and matches.model is not None:
        print(matches.model.say(voice.language))


def _line(pair: Pair) -> str:
    best = sorted(pair.evidence, key=lambda piece: -abs(piece.weight))[:4]
    told = ", ".join(f"{piece.matter} {piece.level} {piece.weight:+.0f}" for piece in best)
    return f"  {pair.left} · {pair.right}  {100 * pair.probability:.0f} %  {told}"
