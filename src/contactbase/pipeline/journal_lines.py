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
from contactbase.model.source import Citation, SourceRef
from contactbase.model.text import Language

__all__ = ["JournalLines", "journal_entries"]

_quoted: Final[Callable[[str], str]] = json.encoder.encode_basestring
"""Gives a text as JSON, as `_encode` does, without the way there."""

_encode: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode


class JournalLines:
    """Writes entries through a file's `write`."""

    def __init__(self, write: Callable[[str], object], language: Language = "en") -> None:
        """Take the function that writes text; sentences are in a language, codes and details in none."""
        self.write = write
        self._language = language
        self._cited: dict[str, tuple[Citation, ...]] = {}
        self._bare: dict[tuple[str, str, str | None], tuple[str, str]] = {}

    def __call__(self, entry: Entry) -> None:
        """Write one entry as a line."""
        if type(entry) is Changes:
            self.write(_changes_line(entry))
        elif type(entry) is Finding:
            self.write(self._finding_line(entry))
        else:
            self.write(self._line(entry))

    def _line(self, entry: Entry) -> str:
        """Give the line of any entry: the reference for those that are written directly."""
        found = entry_to_json(entry)
        if isinstance(entry, Decision):
            if self._cited.get(entry.rule) == entry.citations:
                del found["citations"]
            self._cited[entry.rule] = entry.citations
        if isinstance(entry, Finding | Rejection):
            found["message"] = entry.say(self._language)
        return _encode(found) + "\n"

    def _finding_line(self, entry: Finding) -> str:
        """Give the line of a finding; what is the same each time a code is found in a field is made once."""
        if entry.details:
            head, tail = _around(entry, self._language)
        else:
            key = entry.code, entry.severity, entry.field
            around = self._bare.get(key)
            if around is None:
                around = self._bare[key] = _around(entry, self._language)
            head, tail = around
        contact = "" if entry.contact is None else f',"contact":{_quoted(entry.contact)}'
        source = "" if entry.source is None else "," + _place(entry.source)
        return f"{head}{contact}{source}{tail}"


def _around(entry: Finding, language: Language) -> tuple[str, str]:
    """Give what stands before and after the contact and the place of a finding."""
    field = "" if entry.field is None else f',"field":{_quoted(entry.field)}'
    head = f'{{"entry":"finding","code":{_quoted(entry.code)},"severity":{_quoted(entry.severity)}{field}'
    details = f',"details":{_encode(dict(entry.details))}' if entry.details else ""
    return head, f'{details},"message":{_quoted(entry.say(language))}}}\n'


def _changes_line(entry: Changes) -> str:
    """Give the line of an entry that every contact has, as `entry_to_json` would, but written directly."""
    fields = ",".join(
        [
            f"{_quoted(field)}:[{'null' if was is None else _quoted(was)},{'null' if now is None else _quoted(now)}]"
            for field, was, now in entry.fields
        ]
    )
    place = "" if entry.source is None else _place(entry.source) + ","
    return f'{{"entry":"change","contact":{_quoted(entry.contact)},{place}"fields":{{{fields}}}}}\n'


def _place(source: SourceRef) -> str:
    row = "" if source.row is None else f',"row":{source.row}'
    line = "" if source.line is None else f',"line":{source.line}'
    column = "" if source.column is None else f',"column":{_quoted(source.column)}'
    return f'"file":{_quoted(source.file)}{row}{line}{column}'


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
