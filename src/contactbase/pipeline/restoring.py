"""What was before a main job, from its folder: the journal played backwards on the contacts."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from os import PathLike
from pathlib import Path
from typing import Final

from contactbase.adapters.csv_writer import rows_as_text
from contactbase.errors import ReadError
from contactbase.model.contact_base import ContactBase
from contactbase.model.journal import Amendment, Changes, Decision, Entry, Journal, Merge, Split
from contactbase.model.record import Record
from contactbase.model.replay import restore, undo
from contactbase.model.schema import SCHEMA
from contactbase.normalize.clean import clean
from contactbase.pipeline.journal_lines import journal_entries
from contactbase.pipeline.reading import read

__all__ = ["base_and_day", "base_of", "restored", "restored_rows"]

_PHONES: Final = frozenset({"phones", "mobile", "landline"})


def base_of(folder: str | PathLike[str]) -> ContactBase:
    """Read the base that a main job wrote, equal to the one it had; ReadError where the folder is none of ours."""
    return base_and_day(folder)[1]


def base_and_day(folder: str | PathLike[str]) -> tuple[dt.date, ContactBase]:
    """Read the base that a main job wrote, and the day as of which it did; ReadError as for `base_of`."""
    path = Path(folder)
    try:
        summary = json.loads((path / "summary.json").read_text(encoding="utf-8"))
        as_of = dt.date.fromisoformat(summary["as_of"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ReadError(f"{path} is no folder of results: it has no readable summary.json.") from error
    records, _ = read(path)
    return as_of, clean(records, as_of=as_of).value


def restored(folder: str | PathLike[str]) -> tuple[Record, ...]:
    """Give the records as they were read, before cleaning, merging and enacting, in the order of reading."""
    base = base_of(folder)
    back: list[Entry] = []
    changes: list[Entry] = []
    with (Path(folder) / "journal.jsonl").open(encoding="utf-8") as lines:
        for entry in journal_entries(lines):
            if isinstance(entry, Amendment | Merge | Split | Decision):
                back.append(entry)
            elif isinstance(entry, Changes):
                changes.append(entry)
    try:
        before = undo(base, Journal(tuple(back)))
    except ValueError as error:
        raise ReadError(str(error)) from error
    records = restore(before, Journal(tuple(changes)))
    return tuple(sorted(records, key=_place))


def _place(record: Record) -> tuple[str, int]:
    return record.source.file, record.source.row or 0


def restored_rows(folder: str | PathLike[str]) -> tuple[int, Iterator[str]]:
    """Give how many records there were, and the text of a CSV file that holds them under field names."""
    records = restored(folder)
    used = {name for record in records for name in record.values}
    fields = [name for name in SCHEMA if name in used] + sorted(used - set(SCHEMA))
    beside = list(dict.fromkeys(name for record in records for name, _ in record.extra))
    rows = (_cells(record, fields, beside) for record in records)
    return len(records), rows_as_text([*fields, *beside] or ["id"], rows, phones=_PHONES)


def _cells(record: Record, fields: Iterable[str], beside: Iterable[str]) -> list[str]:
    extra = dict(record.extra)
    return [*(record.values.get(name, "") for name in fields), *(extra.get(name, "") for name in beside)]
