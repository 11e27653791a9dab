"""`contactbase audit`: check an audit journal, or add an entry to it."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path

from contactbase.adapters.atomic import write_bytes
from contactbase.cli.privacy_options import keys_of, optional_keys
from contactbase.cli.say import Voice
from contactbase.errors import ContactBaseError
from contactbase.pipeline.stop_files import read_lines
from contactbase.privacy.audit import AuditEntry, audit_line, head_of, next_entry, read_entry, reference, verify_lines
from contactbase.privacy.keys import KeyRing

__all__ = ["append", "run"]


def run(options: argparse.Namespace, voice: Voice) -> int:
    """Check a journal and print its head, 1 where it is broken; with `--add`, add an entry to a whole one."""
    keys = optional_keys(options)
    if options.add is not None:
        return _add(options, voice)
    found = verify_lines(read_lines(options.file), keys=keys, anchor=options.anchor)
    print(head_of(found))
    voice.warn(found.say(voice.language))
    return int(not found.intact)


def _add(options: argparse.Namespace, voice: Voice) -> int:
    if options.subject is None or options.actor is None:
        raise ContactBaseError(voice.text("audit-who"))
    keys = keys_of(options, voice)
    made = append(
        options.file,
        [(options.add, options.subject, {})],
        actor=options.actor,
        at=options.at or _now(),
        keys=keys,
        dry_run=options.dry_run,
    )
    print(audit_line(made[-1]), end="")
    if options.dry_run:
        voice.say("dry")
    return 0


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)  # noqa: TID251 - the moment of the act; only the command line reads the clock


def append(
    path: str,
    acts: list[tuple[str, str, dict[str, str | int]]],
    *,
    actor: str,
    keys: KeyRing,
    at: dt.datetime | None = None,
    dry_run: bool = False,
) -> list[AuditEntry]:
    """Add acts (action, contact id, data) to a journal, sealed, all or none; ContactBaseError where it is not whole."""
    lines = read_lines(path) if Path(path).exists() else []
    audit = verify_lines(lines)
    if not audit.intact:
        raise ContactBaseError(f"{path}: {audit.say()} Nothing was added.")
    last = read_entry(lines[-1]) if lines else None
    made: list[AuditEntry] = []
    for action, contact_id, data in acts:
        last = next_entry(
            last, at=at or _now(), actor=actor, action=action, subject=reference(keys, contact_id), data=data, keys=keys
        )
        made.append(last)
    if not dry_run:
        text = "".join(f"{line}\n" for line in lines) + "".join(map(audit_line, made))
        write_bytes(path, [text.encode()])
    return made
