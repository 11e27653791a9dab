"""What was before a main job, from its folder: the journal played backwards on the contacts."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Iterator
from os import PathLike
from pathlib import Path

from contactbase.errors import ReadError
from contactbase.model.contact_base import ContactBase
from contactbase.model.journal import Changes, Decision, Entry, Journal, Merge
from contactbase.model.record import Record
from contactbase.model.replay import restore, undo
from contactbase.model.schema import SCHEMA
from contactbase.normalize.clean import clean
from contactbase.pipeline.journal_lines import journal_entries
from contactbase.pipeline.reading import read

__all__ = ["base_of", "restored", "restored_rows"]


def base_of(folder: str | PathLike[str]) -> ContactBase:
    """Read the base that a main job wrote, equal to the one it had; ReadError where the folder is none of ours."""
    path = Path(folder)
    try:
        summary = json.loads((path / "summary.json").read_text(encoding="utf-8"))
        as_of = dt.date.fromisoformat(summary["as_of"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ReadError(f"{path} is no folder of results: it has no readable summary.json.") from error
    records, _ = read(path)
    return clean(records, as_of=as_of).value


def restored(folder: str | PathLike[str]) -> tuple[Record, ...]:
    """Give the records as they were read, before cleaning, merging and enacting, in the order of reading."""
    base = base_of(folder)
    back: list[Entry] = []
    changes: list[Entry] = []
    with (Path(folder) / "journal.jsonl").open(encoding="utf-8") as lines:
        for entry in journal_entries(lines):
            if isinstance(entry, Merge | Decision):
                back.append(entry)
            elif isinstance(entry, Changes):
                changes.append(entry)
    records = restore(undo(base, Journal(tuple(back))), Journal(tuple(changes)))
    return tuple(sorted(records, key=_place))


def _place(record: Record) -> tuple[str, int]:
    return record.source.file, record.source.row or 0


def restored_rows(folder: str | PathLike[str]) -> tuple[int, Iterator[str]]:
    """Give how many records there were, and the lines of a CSV file that holds them under field names."""
    records = restored(folder)
    used = {name for record in records for name in record.values}
    fields = [name for name in SCHEMA if name in used] + sorted(used - set(SCHEMA))
    beside = dict.fromkeys(name for record in records for name, _ in record.extra)
    return len(records), _lines(records, fields, list(beside))


def _lines(records: tuple[Record, ...], fields: list[str], beside: list[str]) -> Iterator[str]:
    yield _line([*fields, *beside])
    for record in records:
        extra = dict(record.extra)
        yield _line([*(record.values.get(name, "") for name in fields), *(extra.get(name, "") for name in beside)])


def _line(cells: list[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer).writerow(cells)
    return buffer.getvalue()
