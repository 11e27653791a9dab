"""`contactbase clean`: the main job."""

from __future__ import annotations

import argparse
import sys

from contactbase.cli.orders import orders_in
from contactbase.cli.progress import progress_of
from contactbase.cli.reading import as_of, communes, reading
from contactbase.cli.say import Voice
from contactbase.errors import ContactBaseError
from contactbase.joining.index import BY
from contactbase.pipeline.main_job import RunResult
from contactbase.pipeline.main_job import run as main_job
from contactbase.pipeline.policies import policy_of
from contactbase.pipeline.verdict_files import model_in, verdicts_in

__all__ = ["run"]


def run(options: argparse.Namespace, voice: Voice) -> int:
    """Clean some files into a folder and say what came out."""
    if options.out is None and not options.dry_run:
        raise ContactBaseError("Say where the results go: --out DIR (or try --dry-run, which writes nothing).")
    if options.workers < 1:
        raise ContactBaseError(f"--workers {options.workers}: at least one process has to do the work.")
    sources = [sys.stdin.buffer if file == "-" else file for file in options.files]
    with progress_of(options, voice) as progress:
        result = main_job(
            *sources,
            out=None if options.dry_run else options.out,
            as_of=as_of(options),
            policy=policy_of(options.policy),
            enact=options.enact,
            csv=options.csv,
            communes=communes(options),
            verdicts=verdicts_in(options.verdicts),
            model=model_in(options.model),
            orders=orders_in(options),
            by=options.by or BY,
            workers=options.workers,
            progress=progress,
            language=voice.language,
            **reading(options),
        )
    _say(result, options, voice)
    return 0


def _say(result: RunResult, options: argparse.Namespace, voice: Voice) -> None:
    counts = result.summary
    voice.say(
        "accounting", **{name: counts[name] for name in ("rows_read", "contacts", "merged_away", "removed", "rejected")}
    )
    if counts["rejected"] and not counts["contacts"] + counts["merged_away"] + counts["removed"]:
        voice.say("nothing-kept")
    for joined in (*result.joined, *result.cautions):
        voice.say("joined", file=joined.source and joined.source.file, counts=joined.say(voice.language))
    due = sum(decision.count for decision in result.figures.decisions)
    if due and not options.enact:
        voice.say("due", count=due)
    if result.out is None:
        voice.say("dry")
    else:
        voice.say("written", folder=result.out)
