"""`contactbase suppress`: add to the suppression list, lift from it, look into it, scrub a client file with it."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator

from contactbase.adapters.atomic import write_bytes
from contactbase.adapters.catalog import open_table
from contactbase.cli.output import write_text
from contactbase.cli.privacy_options import list_of
from contactbase.cli.reading import as_of, reading, region
from contactbase.cli.say import Voice
from contactbase.errors import ContactBaseError
from contactbase.layouts.stops.catalog import STOP_LAYOUTS, stop_layout_of
from contactbase.model.enums import Channel, Purpose
from contactbase.model.journal import Journal, Outcome
from contactbase.model.suppression import AddressKind, SuppressionReason, SuppressionScope
from contactbase.normalize.clean import clean
from contactbase.pipeline.reading import read
from contactbase.pipeline.stop_files import read_lines, write_suppressions
from contactbase.pipeline.writing import contacts_as_text, kept_columns
from contactbase.privacy.lifting import LiftCause, lift
from contactbase.privacy.scrub import scrub
from contactbase.privacy.suppression import SuppressionList
from contactbase.privacy.taking import Taken, rekeyed, take, take_addresses, take_hashes

__all__ = ["run"]


def run(options: argparse.Namespace, voice: Voice) -> int:
    """Do what one of the options asks for; without any, say what the list holds."""
    actions: dict[str, Callable[[SuppressionList, argparse.Namespace, Voice], int]] = {
        "add": _add,
        "lift": _lift,
        "check": _check,
        "scrub": _scrub,
        "rekey": _rekey,
    }
    chosen = [name for name in actions if getattr(options, name) is not None]
    if len(chosen) > 1:
        raise ContactBaseError(voice.text("one-action", options=", ".join(f"--{name}" for name in chosen)))
    stops = list_of(options.list, options, voice, may_be_new=chosen == ["add"])
    return actions[chosen[0]](stops, options, voice) if chosen else _describe(stops)


def _describe(stops: SuppressionList) -> int:
    reasons = {reason.value: count for reason, count in stops.count().items()}
    print(json.dumps({"entries": len(stops), "reasons": reasons, "keys": stops.by_key()}, indent=1))
    return 0


def _lines(path: str) -> list[str]:
    return sys.stdin.read().splitlines() if path == "-" else read_lines(path)


def _add(stops: SuppressionList, options: argparse.Namespace, voice: Voice) -> int:
    taken, journal = _taken(stops, options)
    _warn(journal, voice)
    voice.say("stops-added", rows=taken.rows, added=taken.added, known=taken.known, nothing=taken.nothing)
    _save(stops, options, voice)
    return 1 if any(found.severity == "error" for found in journal.findings) else 0


def _taken(stops: SuppressionList, options: argparse.Namespace) -> Outcome[Taken]:
    scope = SuppressionScope(brand=options.brand, purpose=Purpose(options.purpose) if options.purpose else None)
    shared = {
        "reason": SuppressionReason(options.reason),
        "on": options.on,
        "scope": scope,
        "source": options.source,
    }
    kind = AddressKind(options.kind) if options.kind else None
    if options.hashes is not None:
        algorithm = None if options.hashes == "tagged" else options.hashes
        lines = _lines(options.add)
        return take_hashes(stops, lines, algorithm=algorithm, kind=kind or AddressKind.EMAIL, **shared)
    if options.add == "-" or options.plain:
        return take_addresses(stops, _lines(options.add), kind=kind, region=region(options), **shared)
    table = open_table(options.add).value
    layout = STOP_LAYOUTS.get(options.stop_layout) if options.stop_layout else stop_layout_of(table.columns)
    if layout is None:
        return take_addresses(stops, _lines(options.add), kind=kind, region=region(options), **shared)
    rows = (dict(zip(table.columns, row.cells, strict=True)) for row in table.rows())
    return take(stops, rows, layout=layout, region=region(options), **shared)


def _warn(journal: Journal, voice: Voice) -> None:
    for found in journal.findings:
        where = f"{found.source}: " if found.source is not None else ""
        voice.warn(f"{where}{found.code}: {found.say(voice.language)}")


def _lift(stops: SuppressionList, options: argparse.Namespace, voice: Voice) -> int:
    if options.cause is None or options.on is None:
        raise ContactBaseError(voice.text("lift-grounds", causes=", ".join(LiftCause)))
    stands = lifted = 0
    for line in filter(None, map(str.strip, _lines(options.lift))):
        kind = AddressKind(options.kind) if options.kind else AddressKind.EMAIL if "@" in line else AddressKind.SMS
        found, journal = lift(
            stops,
            line,
            kind,
            cause=LiftCause(options.cause),
            on=options.on,
            proof=options.proof,
            note=options.note,
            region=region(options),
        )
        lifted += len(found)
        stands += journal.count().get("suppression.not-lifted", 0)
        _warn(journal, voice)
    voice.say("stops-lifted", lifted=lifted, stands=stands)
    _save(stops, options, voice)
    return 1 if stands else 0


def _check(stops: SuppressionList, options: argparse.Namespace, voice: Voice) -> int:
    """Print, line by line, the reasons of the addresses given; 1 when one of them is on the list."""
    del voice
    listed = False
    for number, line in enumerate(map(str.strip, _lines(options.check)), start=1):
        kinds = [AddressKind(options.kind)] if options.kind else _kinds(line)
        found = dict.fromkeys(
            entry.reason.value for kind in kinds for entry in stops.on(line, kind, region=region(options))
        )
        listed = listed or bool(found)
        print(f"{number}: {', '.join(found) or '-'}")
    return int(listed)


def _kinds(line: str) -> list[AddressKind]:
    return [AddressKind.EMAIL] if "@" in line else [AddressKind.SMS, AddressKind.PHONE]


def _scrub(stops: SuppressionList, options: argparse.Namespace, voice: Voice) -> int:
    source = sys.stdin.buffer if options.scrub == "-" else options.scrub
    channel = Channel(options.channel) if options.channel else None
    day = as_of(options)
    records = read(source, **reading(options)).value
    left, journal = scrub(records, stops, as_of=day, channel=channel, region=region(options))
    base = clean(left, region=region(options), as_of=day).value
    for code, count in journal.count().items():
        voice.warn(f"{code}: {count}")
    voice.say("scrubbed", kept=len(base), out=len(journal.rejections))
    if options.dry_run:
        voice.say("dry")
        return 0
    pieces: Iterator[str] = contacts_as_text(base.values(), kept=kept_columns(base.values()))
    if options.out in {None, "-"}:
        write_text(pieces)
    else:
        write_bytes(options.out, (piece.encode() for piece in pieces))
        voice.say("selected", count=len(base), path=options.out)
    return 0


def _rekey(stops: SuppressionList, options: argparse.Namespace, voice: Voice) -> int:
    base = clean(read(options.rekey, **reading(options)).value, region=region(options), as_of=as_of(options)).value
    moved, journal = rekeyed(stops, base)
    _warn(journal, voice)
    voice.say("stops-rekeyed", moved=moved)
    _save(stops, options, voice)
    return 0


def _save(stops: SuppressionList, options: argparse.Namespace, voice: Voice) -> None:
    if options.dry_run:
        voice.say("dry")
    else:
        write_suppressions(stops, options.list)
        voice.say("stops-written", entries=len(stops), path=options.list)
