"""The journal as it is written: one JSON object a line, entry after entry, nothing held back but one contact's changes.

>>> lines = []
>>> write = JournalLines(lines.append)
>>> write(Change(contact="c-1", field="city", before="LYON", after="Lyon"))
>>> write(Change(contact="c-1", field="sex", before=None, after="F"))
>>> write.close()
>>> print(*lines)
{"entry":"change","contact":"c-1","fields":{"city":["LYON","Lyon"],"sex":[null,"F"]}}
<BLANKLINE>
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from contactbase.errors import ReadError
from contactbase.model.entry_json import changes_to_json, entries_from_json, entry_to_json
from contactbase.model.journal import Change, Entry, Finding, Rejection

__all__ = ["JournalLines", "journal_entries"]

_encode: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class JournalLines:
    """Writes entries through a file's `write`; `close` writes what is still pending."""

    def __init__(self, write: Callable[[str], object]) -> None:
        """Take the function that writes text."""
        self._write = write
        self._pending: list[Change] = []

    def __call__(self, entry: Entry) -> None:
        """Write one entry, the changes of one contact together."""
        if isinstance(entry, Change):
            if self._pending and self._pending[0].contact != entry.contact:
                self.close()
            self._pending.append(entry)
            return
        if self._pending:
            self.close()
        found = entry_to_json(entry)
        if isinstance(entry, Finding | Rejection):
            found["message"] = entry.message
        self._line(found)

    def close(self) -> None:
        """Write the changes that wait for more of the same contact."""
        if self._pending:
            first = self._pending[0]
            self._line(changes_to_json(first.contact, first.source, self._pending))
            self._pending = []

    def _line(self, found: dict[str, object]) -> None:
        self._write(_encode(found) + "\n")


def journal_entries(lines: Iterable[str], file: str = "journal.jsonl") -> Iterator[Entry]:
    """Read a journal back, entry by entry; ReadError names the first line that is none of ours."""
    for number, line in enumerate(lines, start=1):
        try:
            entries = list(entries_from_json(json.loads(line)))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ReadError(f"{file}, line {number} is no journal entry. Was the file edited or cut short?") from error
        yield from entries
