"""The journal as it is written: one JSON object a line, entry after entry; nothing is held back.

The citations of a retention rule stand in full in the first decision by it; those after leave them out.

>>> lines = []
>>> JournalLines(lines.append)(Changes("c-1", None, (("city", "LYON", "Lyon"), ("sex", None, "F"))))
>>> print(*lines)
{"entry":"change","contact":"c-1","fields":{"city":["LYON","Lyon"],"sex":[null,"F"]}}
<BLANKLINE>
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from contactbase.errors import ReadError
from contactbase.model.entry_json import entry_from_json, entry_to_json
from contactbase.model.journal import Changes, Decision, Entry, Finding, Rejection
from contactbase.model.source import Citation

__all__ = ["JournalLines", "journal_entries"]

_encode: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode


class JournalLines:
    """Writes entries through a file's `write`."""

    def __init__(self, write: Callable[[str], object]) -> None:
        """Take the function that writes text."""
        self.write = write
        self._cited: dict[str, tuple[Citation, ...]] = {}

    def __call__(self, entry: Entry) -> None:
        """Write one entry as a line."""
        if type(entry) is Changes:
            self.write(_changes_line(entry))
            return
        found = entry_to_json(entry)
        if isinstance(entry, Decision):
            if self._cited.get(entry.rule) == entry.citations:
                del found["citations"]
            self._cited[entry.rule] = entry.citations
        if isinstance(entry, Finding | Rejection):
            found["message"] = entry.message
        self.write(_encode(found) + "\n")


def _changes_line(entry: Changes) -> str:
    """Give the line of an entry that every contact has, as `entry_to_json` would, but written directly."""
    fields = ",".join([f"{_text(field)}:[{_text(was)},{_text(now)}]" for field, was, now in entry.fields])
    source = entry.source
    place = ""
    if source is not None:
        place = f'"file":{_text(source.file)},'
        pairs = (("row", source.row), ("line", source.line), ("column", source.column))
        place += "".join([f'"{name}":{_encode(value)},' for name, value in pairs if value is not None])
    return f'{{"entry":"change","contact":{_text(entry.contact)},{place}"fields":{{{fields}}}}}\n'


def _text(value: str | None) -> str:
    return "null" if value is None else _encode(value)


def journal_entries(lines: Iterable[str], file: str = "journal.jsonl") -> Iterator[Entry]:
    """Read a journal back, entry by entry; ReadError names the first line that is none of ours."""
    cited: dict[str, object] = {}
    for number, line in enumerate(lines, start=1):
        try:
            found = json.loads(line)
            if found["entry"] == "decision":
                cited[found["rule"]] = found.setdefault("citations", cited.get(found["rule"]))
            entry = entry_from_json(found)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ReadError(f"{file}, line {number} is no journal entry. Was the file edited or cut short?") from error
        yield entry
