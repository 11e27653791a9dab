r"""JSON Lines: one object a line, its keys the columns, its values text.

Texts, numbers and truth values are taken as they are written (`1.10` stays `1.10`); a list of those is several values,
on lines of their own; anything deeper stays JSON. null and a missing key are the same: unknown. A key that stands
twice in an object, or a line that is none, costs that line. A file of this library begins with its format, and its
lists are canonical text.

Bounds: a line of 16 million characters, 2,000 different keys.

>>> table, journal = read_jsonl(b'{"nom": "Petit", "tags": ["VIP", "salon"]}\n{"nom": "Roux", "cp": "01000"}\n[1]\n')
>>> table.columns, [row.cells for row in table.rows()]
(('nom', 'tags', 'cp'), [['Petit', 'VIP\nsalon', ''], ['Roux', '', '01000']])
>>> journal.count()
{'file.encoding': 1, 'jsonl.no-object': 1}
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any, Final

import attrs

from contactbase.adapters.encoding import Encoding, check, decode, detect, given
from contactbase.adapters.source import Readable, Source, open_source
from contactbase.adapters.text_lines import Nuls, numbered_lines
from contactbase.errors import ReadError
from contactbase.model.canonical import join
from contactbase.model.journal import Entry, Finding, Journal, Note, Outcome, Rejection, finding
from contactbase.model.schema import SCHEMA, Role
from contactbase.model.source import SourceRef
from contactbase.model.table import Row, Table

__all__ = ["FORMAT", "is_jsonl", "read_jsonl"]

FORMAT: Final = "contactbase-contacts/1"
"""What the first line of a file of this library says under `format`."""

_KEYS: Final = 2000
_SHOWN: Final = 1000
_OBJECT: Final = re.compile(rb'\{\s*(?:"(?:[^"\\\n]|\\.)*"\s*:|\})')
_ARRAY: Final = re.compile(rb"\[\s*\{")


class _KeyTwiceError(ValueError):
    """A key stands twice in an object."""


class _Float(float):
    """A number that remembers how it was written."""

    text: str

    @classmethod
    def of(cls, text: str) -> _Float:
        number = cls(text)
        number.text = text
        return number


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _KeyTwiceError
    return found


def _constant(name: str) -> Any:
    raise ValueError(name)


_load: Final = json.JSONDecoder(object_pairs_hook=_object, parse_float=_Float.of, parse_constant=_constant).decode


def is_jsonl(head: bytes) -> bool:
    """Tell by its first bytes whether a file begins with an object that ends on its line, or with an array of some."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    line, newline, _ = start.partition(b"\n")
    whole = not newline or line.rstrip().endswith(b"}")
    return (_OBJECT.match(start) is not None and whole) or _ARRAY.match(start) is not None


def read_jsonl(source: Readable, *, encoding: str | None = None, allow_empty: bool = False) -> Outcome[Table]:
    """Read JSON Lines: a table of text that can be read again and again, and what was found out about the file.

    `encoding` None is detected (it should be UTF-8). `allow_empty` takes a file without objects. ReadError when there
    is no object in it, when it is one array, or when it cannot be read at all.
    """
    file = open_source(source)
    if _ARRAY.match(file.head(64).removeprefix(b"\xef\xbb\xbf").lstrip()):
        raise ReadError(f"{file.name} is one JSON array. Write one object a line instead (JSON Lines).")
    known = detect(file.chunks, file.name) if encoding is None else given(encoding, file.name)
    check(file.chunks, known, file.name)
    reading = _Reading(source=file, encoding=known, columns=())
    entries: list[Entry] = []
    nuls = Nuls()
    names: dict[str, None] = {}
    rows, own = 0, False
    for _, found in reading.objects(entries.append, nuls):
        if "format" in found and found["format"] == FORMAT and not rows and not names:
            own = True
            names = dict.fromkeys(field.name for field in SCHEMA.of_role(Role.STORED))
            continue
        rows += 1
        names.update(dict.fromkeys(found))
        if len(names) > _KEYS:
            raise ReadError(f"{file.name} has more than {_KEYS} different keys. It is no table of contacts.")
    if not rows and not own and not allow_empty:
        raise ReadError(f"{file.name} holds no JSON object. It should have one on each line.")
    columns = tuple(names)
    reading = attrs.evolve(reading, columns=columns, several=join if own else "\n".join, own=own)
    return Outcome(Table(file=file.name, columns=columns, read=reading), Journal((*_said(file, known, nuls), *entries)))


@attrs.frozen(kw_only=True, eq=False)
class _Reading:
    """Opens a file and reads its objects, anew with every call; `own` files begin with their format."""

    source: Source
    encoding: Encoding
    columns: tuple[str, ...]
    several: Callable[[list[str]], str] = "\n".join
    own: bool = False

    def __call__(self, note: Note) -> Iterator[Row]:
        objects = self.objects(note, Nuls())
        if self.own:
            next(objects, None)
        for number, (line, found) in enumerate(objects, start=1):
            yield Row(number, line, [self._text(found.get(name)) for name in self.columns])

    def objects(self, note: Note, nuls: Nuls) -> Iterator[tuple[int, dict[str, Any]]]:
        """Yield the line and the object of each line, noting those that are none."""
        texts = decode(self.source.chunks(), self.encoding, self.source.name)
        for number, line in nuls.removed(numbered_lines(texts, self.source.name)):
            if not line.strip():
                continue
            try:
                found = _load(line)
            except _KeyTwiceError:
                self._reject("jsonl.key-twice", number, line, note)
                continue
            except (ValueError, RecursionError):
                found = None
            if isinstance(found, dict):
                yield number, found
            else:
                self._reject("jsonl.no-object", number, line, note)

    def _reject(self, code: str, number: int, line: str, note: Note) -> None:
        note(Rejection(source=SourceRef(file=self.source.name, line=number), code=code, cells=(line[:_SHOWN],)))

    def _text(self, value: Any) -> str:
        """Give a value as the text of a cell."""
        match value:
            case None:
                return ""
            case list() if all(not isinstance(each, dict | list) for each in value):
                return self.several([_scalar(each) for each in value if each is not None])
            case list() | dict():
                return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
            case _:
                return _scalar(value)


def _scalar(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.text if isinstance(value, _Float) else str(value).replace("\0", "")


def _said(file: Source, encoding: Encoding, nuls: Nuls) -> Iterator[Finding]:
    """Tell what the bytes are."""
    at = SourceRef(file=file.name)
    if file.compression:
        yield finding("file.compressed", source=at, compression=file.compression)
    yield finding("file.encoding", source=at, encoding=encoding.codec, evidence=encoding.evidence.value)
    if not encoding.sure:
        yield finding("file.encoding-uncertain", source=at, encoding=encoding.codec)
    if nuls.count:
        yield finding("file.nul-removed", source=at, count=nuls.count, line=nuls.line)
