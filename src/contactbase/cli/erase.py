"""`contactbase erase`: erase people from a folder of results, or erase again who comes back with a backup.

The order is: the suppression list, the log of erasures, the folder, the audit journal. Whatever is cut off in between,
the person is stopped before they are forgotten, and running the command again finishes the work.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from contactbase.adapters.atomic import write_bytes
from contactbase.cli.audit import append
from contactbase.cli.privacy_options import list_of
from contactbase.cli.reading import as_of
from contactbase.cli.say import Voice
from contactbase.errors import ContactBaseError
from contactbase.model.contact_base import ContactBase
from contactbase.pipeline.erased_folder import base_of, rewrite_folder
from contactbase.pipeline.stop_files import read_lines, write_suppressions
from contactbase.policy.catalog import policy_named
from contactbase.privacy.erasing import Erasure, erase
from contactbase.privacy.replay import read_erasure_lines, replay_erasures
from contactbase.privacy.suppression import SuppressionList

__all__ = ["run"]


def run(options: argparse.Namespace, voice: Voice) -> int:
    """Erase the contacts named, or replay the log; say what went, what stays and who must be told."""
    if bool(options.ids) == options.replay:
        raise ContactBaseError(voice.text("erase-whom"))
    base = base_of(options.folder)
    stops = list_of(options.suppression, options, voice, may_be_new=not options.replay)
    return _replay(base, stops, options, voice) if options.replay else _erase(base, stops, options, voice)


def _erase(base: ContactBase, stops: SuppressionList, options: argparse.Namespace, voice: Voice) -> int:
    policy = None if options.policy == "none" else policy_named(options.policy)
    done = erase(base, options.ids, stops=stops, on=as_of(options), policy=policy, source=options.source).value
    print("\n\n".join(report.say(voice.language) for report in done.reports))
    if options.dry_run:
        voice.say("dry")
        return 0
    _audit(done, stops, options, dry_run=True)
    write_suppressions(stops, options.suppression)
    _log(done, options.log)
    rewrite_folder(options.folder, base, done.base)
    _audit(done, stops, options, dry_run=False)
    voice.say("erased", count=len(done.reports))
    return 0


def _audit(done: Erasure, stops: SuppressionList, options: argparse.Namespace, *, dry_run: bool) -> None:
    """Add the erasures to the audit journal; a dry run first shows, before anything is written, that it is whole."""
    if options.audit is not None:
        acts: list[tuple[str, str, dict[str, str | int]]] = [
            ("erasure.done", report.contact, {"removed": len(report.removed), "kept": len(report.kept)})
            for report in done.reports
        ]
        append(options.audit, acts, actor=options.actor, keys=stops.keys, dry_run=dry_run)


def _log(done: Erasure, path: str) -> None:
    """Add the records to the log, which is written whole or not at all."""
    lines = read_lines(path) if Path(path).exists() else []
    read_erasure_lines(lines)
    known = {f"{line}\n" for line in lines}
    new = [record.line() for record in done.records if record.line() not in known]
    write_bytes(path, [("".join(f"{line}\n" for line in lines) + "".join(new)).encode()])


def _replay(base: ContactBase, stops: SuppressionList, options: argparse.Namespace, voice: Voice) -> int:
    after, journal = replay_erasures(base, read_erasure_lines(read_lines(options.log)), stops.keys)
    for found in journal.findings:
        print(f"{found.contact}: {found.code}: {found.say(voice.language)}")
    again = journal.count().get("rights.erased-again", 0)
    if options.dry_run:
        voice.say("dry")
    elif again:
        rewrite_folder(options.folder, base, after)
        voice.say("replayed", count=again)
    else:
        voice.say("nothing-erased")
    return 0
