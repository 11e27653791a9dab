"""The folder of results while it is being written: entries and contacts go in one by one, and it appears whole.

`contacts.csv`, `consents.csv` and `events.csv` in canonical text; `journal.jsonl` entry by entry; `rejected.csv` with
the place, the reason and the row itself; `report.html` and `summary.json` at the end.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from os import PathLike
from pathlib import Path
from typing import Final

from contactbase.adapters.atomic import atomic_folder, refuse_input
from contactbase.adapters.csv_writer import CsvPreset, CsvRows, preset_named
from contactbase.model.contact import Contact
from contactbase.model.journal import Entry, Rejection, finding
from contactbase.model.record import Records
from contactbase.model.schema import Schema
from contactbase.model.text import Language
from contactbase.pipeline.companions import CONSENT_COLUMNS, EVENT_COLUMNS, ConsentRows, EventRows
from contactbase.pipeline.contact_rows import ContactColumns
from contactbase.pipeline.journal_lines import JournalLines
from contactbase.reporting.html import report_html
from contactbase.reporting.hygiene import Figures
from contactbase.reporting.summary import summary

__all__ = ["REJECTED_COLUMNS", "ResultFolder", "result_folder"]

REJECTED_COLUMNS: Final = ("file", "row", "line", "code", "reason", "raw")
_PHONES: Final = frozenset({"phones", "address"})
_BATCH: Final = 500


class _Lines:
    """A CSV file under way: rows in, batches of lines out."""

    def __init__(self, write: Callable[[str], object], columns: Sequence[str], preset: CsvPreset) -> None:
        self.rows = CsvRows(columns, preset=preset, phones=_PHONES.intersection(columns))
        self._write = write
        self._waiting: list[Sequence[str]] = []
        write(self.rows.head)

    def add(self, rows: Iterable[Sequence[str]]) -> None:
        self._waiting += rows
        if len(self._waiting) >= _BATCH:
            self.flush()

    def flush(self) -> None:
        if self._waiting:
            self._write(self.rows.lines(self._waiting))
            self._waiting.clear()


class ResultFolder:
    """Where the main job writes; see the module."""

    def __init__(
        self, open_file: Callable[[str], io.TextIOBase], columns: ContactColumns, preset: CsvPreset, language: Language
    ) -> None:
        """Open the files through `open_file`, which takes a name."""
        self._open = open_file
        self._language = language
        self._columns = columns
        self._journal = JournalLines(open_file("journal.jsonl").write, language)
        self._contacts = _Lines(open_file("contacts.csv").write, columns.header, preset)
        self._consents = _Lines(open_file("consents.csv").write, CONSENT_COLUMNS, preset)
        self._events = _Lines(open_file("events.csv").write, EVENT_COLUMNS, preset)
        self._rejected = _Lines(open_file("rejected.csv").write, REJECTED_COLUMNS, preset)
        self._waiting: list[Contact] = []
        self._beside: tuple[tuple[str, Callable[..., Iterable[Sequence[str]]], _Lines], ...] = (
            ("consents", ConsentRows(), self._consents),
            ("events", EventRows(), self._events),
        )

    def note(self, entry: Entry) -> None:
        """Write an entry of the journal, and the row of a rejection."""
        self._journal(entry)
        if isinstance(entry, Rejection):
            self.reject(entry)

    def lines(self, text: str) -> None:
        """Write lines of the journal that a worker has made."""
        self._journal.write(text)

    def reject(self, entry: Rejection) -> None:
        """Write a rejected row: its place, why, and the row as CSV."""
        source = entry.source
        row = "" if source.row is None else str(source.row)
        line = "" if source.line is None else str(source.line)
        self._rejected.add([(source.file, row, line, entry.code, entry.say(self._language), _raw(entry.cells))])

    def contact(self, contact: Contact) -> None:
        """Write a contact with its consents and events."""
        self._waiting.append(contact)
        if len(self._waiting) >= _BATCH:
            self._write_contacts()

    def _write_contacts(self) -> None:
        """Write the contacts that wait, and what belongs to them."""
        contacts = self._waiting
        self._contacts.add(self._columns.rows(contacts))
        for field, rows, lines in self._beside:
            pairs = [(contact.id, held) for contact in contacts for held in getattr(contact, field)]
            if pairs:
                owners, values = zip(*pairs, strict=True)
                lines.add(rows(owners, values))
        contacts.clear()

    def unwritable(self) -> Iterator[Entry]:
        """Say how many cells held characters that no file can hold, by file."""
        halves = sum(lines.rows.halves for lines in (self._contacts, self._consents, self._events, self._rejected))
        if halves:
            yield finding("file.unwritable-characters", count=halves)

    def finish(self, figures: Figures) -> None:
        """Write the report and the summary; nothing can be added after."""
        self._write_contacts()
        for lines in (self._contacts, self._consents, self._events, self._rejected):
            lines.flush()
        self._open("report.html").write(report_html(figures, language=self._language))
        self._open("summary.json").write(json.dumps(summary(figures), ensure_ascii=False, indent=1) + "\n")


def _raw(cells: Iterable[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="").writerow(cells)
    return buffer.getvalue()


@contextmanager
def result_folder(
    out: str | PathLike[str],
    sources: Iterable[object],
    records: Records,
    *,
    preset: str,
    schema: Schema,
    language: Language,
) -> Iterator[ResultFolder]:
    """Give the folder to fill; it takes the place of `out` when the block ends without an error, all at once."""
    refuse_input(out, sources)
    kept = (header for part in records.parts for header in part.kept)
    columns = ContactColumns(kept=kept, schema=schema)
    with atomic_folder(out) as place, ExitStack() as files:

        def open_file(name: str) -> io.TextIOBase:
            return files.enter_context(
                Path(place, name).open("w", encoding="utf-8", errors="backslashreplace", newline="")
            )

        yield ResultFolder(open_file, columns, preset_named(preset), language)
