"""The restricted archive as lines, and the erasures of a folder of results made final.

The archive is one JSON object a line: what stays of a contact, by which rules and until when. It belongs in a place of
its own with its own access.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from os import PathLike
from pathlib import Path

from contactbase.adapters.atomic import write_bytes
from contactbase.errors import ReadError
from contactbase.model.contact_json import contact_to_json
from contactbase.model.journal import Decision, Entry, Journal
from contactbase.pipeline.journal_lines import JournalLines, journal_entries
from contactbase.policy.enact import archive_of, confirm_erasure

__all__ = ["archive_lines", "confirm_folder"]


def archive_lines(decisions: Iterable[Decision]) -> Iterator[str]:
    """Give one line for each archived contact: what stays of it, by which rules, until when (null: no end is known)."""
    for decision in decisions:
        for contact in archive_of(Journal((decision,))).values():
            found = {
                "kept_until": None if decision.kept_until is None else decision.kept_until.isoformat(),
                "kept_by": list(decision.kept_by) or [decision.rule],
                "contact": contact_to_json(contact),
            }
            yield json.dumps(found, ensure_ascii=False) + "\n"


def confirm_folder(folder: str | PathLike[str], *, on: dt.date) -> int:
    """Make the erasures in the journal of a folder of results final; give how many contacts that were.

    The journal is replaced whole or not at all. ReadError where the folder has none.
    """
    place = Path(folder) / "journal.jsonl"
    try:
        with place.open(encoding="utf-8") as lines:
            journal = Journal(tuple(journal_entries(lines)))
    except OSError as error:
        raise ReadError(f"{Path(folder)} is no folder of results: it has no readable journal.jsonl.") from error
    count = sum(decision.removed is not None for decision in journal.decisions)
    if count:
        write_bytes(place, _written(confirm_erasure(journal, on=on).entries))
    return count


def _written(entries: Iterable[Entry]) -> Iterator[bytes]:
    said: list[str] = []
    write = JournalLines(said.append)
    for entry in entries:
        write(entry)
        yield "".join(said).encode("utf-8", "backslashreplace")
        said.clear()
