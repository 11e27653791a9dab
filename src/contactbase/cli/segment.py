"""`contactbase segment`: select contacts with the segment language."""

from __future__ import annotations

import argparse
import json

from contactbase.adapters.atomic import write_bytes
from contactbase.adapters.suffixes import refuse_suffix
from contactbase.cli.base import base_of
from contactbase.cli.output import write_text
from contactbase.cli.reading import as_of, region
from contactbase.cli.say import Voice
from contactbase.errors import ContactBaseError, SegmentError
from contactbase.model.contact_base import ContactBase
from contactbase.pipeline.mailing import mailing_as_text, postal_blocks
from contactbase.pipeline.writing import contacts_as_text, format_of, kept_columns, write
from contactbase.segment.diagnostics import Diagnostic, render
from contactbase.segment.dialects import DIALECTS
from contactbase.segment.nodes import CanReceive, Node, children
from contactbase.segment.segment import Segment
from contactbase.segment.selection import Selection

__all__ = ["run"]


def run(options: argparse.Namespace, voice: Voice) -> int:
    """Print, count, explain or translate a selection."""
    try:
        segment = Segment("segment", options.text)
    except SegmentError as error:
        raise ContactBaseError(voice.text("no-segment") + "\n" + _shown(error, options, voice)) from error
    try:
        _run(segment, options, voice)
    except SegmentError as error:
        raise ContactBaseError(_shown(error, options, voice)) from error
    return 0


def _shown(error: SegmentError, options: argparse.Namespace, voice: Voice) -> str:
    """Give the diagnostics in the language of the user, with carets."""
    found = [one for one in error.diagnostics if isinstance(one, Diagnostic)]
    return render(found, options.text, voice.language) if found else str(error)


def _run(segment: Segment, options: argparse.Namespace, voice: Voice) -> None:
    if options.sql is not None:
        _print_sql(segment, options, voice)
        return
    segment.on(as_of=as_of(options))
    base = base_of(options, voice)
    _warn(segment, base, options, voice)
    if options.explain is not None:
        _explain(segment, base, options, voice)
        return
    selection = segment.select(base, as_of=as_of(options))
    if options.count:
        print(len(selection))
    else:
        _write(selection, base, options, voice)


def _print_sql(segment: Segment, options: argparse.Namespace, voice: Voice) -> None:
    """Print the statement, and its parameters in a comment."""
    dialect = options.sql.lower()
    if dialect not in DIALECTS:
        raise ContactBaseError(voice.text("no-dialect", dialect=repr(options.sql), known=", ".join(DIALECTS)))
    text, parameters = segment.to_sql(dialect, as_of=as_of(options))
    print(text)
    print("-- " + json.dumps(parameters, ensure_ascii=False, default=str))


def _warn(segment: Segment, base: ContactBase, options: argparse.Namespace, voice: Voice) -> None:
    for warning in segment.lint(base, as_of=as_of(options)):
        voice.warn(render([warning], options.text, voice.language))
    if _asks_policy(segment.tree):
        voice.say("no-policy")


def _asks_policy(node: Node) -> bool:
    return isinstance(node, CanReceive) or any(map(_asks_policy, children(node)))


def _explain(segment: Segment, base: ContactBase, options: argparse.Namespace, voice: Voice) -> None:
    if options.explain not in base:
        raise ContactBaseError(voice.text("no-contact", contact=repr(options.explain)))
    print(segment.explain(base[options.explain], as_of=as_of(options)).say(voice.language))


def _write(selection: Selection, base: ContactBase, options: argparse.Namespace, voice: Voice) -> None:
    count = len(selection)
    if not options.mailing and options.out is not None and format_of(options.out) != "csv":
        for found in write(selection.contacts, options.out).findings:
            voice.warn(found.say(voice.language))
        voice.say("selected", count=count, path=options.out)
        return
    if options.mailing:
        refuse_suffix(options.out or "-", (".csv",))
        blocks, journal = postal_blocks(selection.contacts, region=region(options))
        pieces, count = mailing_as_text(blocks, csv=options.csv), len(blocks)
        voice.say("mailing", blocks=count, left=len(selection) - count, findings=len(journal.findings))
    else:
        pieces = contacts_as_text(selection.contacts, csv=options.csv, kept=kept_columns(base.values()))
    if options.out in {None, "-"}:
        write_text(pieces)
    else:
        write_bytes(options.out, (piece.encode() for piece in pieces))
        voice.say("selected", count=count, path=options.out)
