r"""vCard files as tables: one row a card, one column a property; text, as the cards have it.

The file is read twice before it gives a table: once for its encoding, once for every card, so that the columns and
what is wrong are known at once. Cards of a file with less than four million characters of text are kept; those of a
larger one are read anew each time. A card that is not finished (the file was cut, or the next one begins inside it) is
rejected. A card inside a card (AGENT of 2.1) is somebody else and is passed over. Pictures, sounds and keys are left
out. All of it is counted.

Bounds: a line of 16 million characters, a value of a million, a card of 10,000 properties and a million characters of
text; 200 columns, what is beyond them stands together in the last.

>>> table, journal = read_vcard(b"BEGIN:VCARD\nVERSION:3.0\nN:Petit;Zo\xc3\xa9;;;\nTEL:06 98 76 54 32\nEND:VCARD\n")
>>> [dict(zip(table.columns, row.cells)) for row in table.rows()]
[{'UID': '', 'N family': 'Petit', 'N given': 'Zoé', 'FN': '', 'TEL': '06 98 76 54 32', 'EMAIL': ''}]
>>> journal.count()
{'file.encoding': 1, 'vcard.read': 1}
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

import attrs

from contactbase.adapters.encoding import Encoding, check, decode, detect, given
from contactbase.adapters.source import Readable, Source, open_source
from contactbase.adapters.text_lines import Nuls, numbered_lines
from contactbase.adapters.vcard.cards import ALWAYS, texts_of
from contactbase.adapters.vcard.content_line import Head
from contactbase.adapters.vcard.unfolding import LONGEST, Properties, Property
from contactbase.errors import ReadError
from contactbase.model.journal import Entry, Finding, Journal, Note, Outcome, Rejection, finding
from contactbase.model.source import SourceRef
from contactbase.model.table import Row, Table

__all__ = ["is_vcard", "read_vcard"]

_PROPERTIES: Final = 10_000
_COLUMNS: Final = 200
_REST: Final = "other properties"
_VERSIONS: Final = frozenset({"2.1", "3.0", "4.0"})
_SHOWN: Final = 20
_IN_MEMORY: Final = 1 << 22
_Card = tuple[int, dict[str, str]]


def is_vcard(head: bytes) -> bool:
    """Tell by its first bytes whether a file begins with a card."""
    start = head[:128].lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\0", b"")
    return start.lstrip()[:11].upper() == b"BEGIN:VCARD"


def read_vcard(source: Readable, *, encoding: str | None = None, allow_empty: bool = False) -> Outcome[Table]:
    """Read a vCard file: a table of text that can be read again and again, and what was found out about the file.

    `encoding` None is detected; the charset of a quoted-printable value is its own. `allow_empty` takes a file without
    cards. ReadError when there is no card in it, or it cannot be read at all.
    """
    file = open_source(source)
    known = detect(file.chunks, file.name) if encoding is None else given(encoding, file.name)
    check(file.chunks, known, file.name)
    reading = _Reading(source=file, encoding=known, columns=ALWAYS)
    tally = _Tally()
    entries: list[Entry] = []
    columns: dict[str, None] = dict.fromkeys(ALWAYS)
    kept, size = [], 0
    for card in reading.cards(entries.append, tally):
        columns.update(dict.fromkeys(card[1]))
        size += sum(map(len, card[1].values()))
        if size <= _IN_MEMORY:
            kept.append(card)
    if not tally.cards and not allow_empty:
        raise ReadError(f"{file.name} holds no vCard. It should have lines BEGIN:VCARD and END:VCARD.")
    names = tuple(columns)
    if len(names) > _COLUMNS:
        names = (*names[: _COLUMNS - 1], _REST)
    whole = _Kept(tuple(kept), tuple(entries)) if size <= _IN_MEMORY else None
    reading = attrs.evolve(reading, columns=names, kept=whole)
    return Outcome(Table(file=file.name, columns=names, read=reading), Journal((*_said(file, known, tally), *entries)))


class _Kept(NamedTuple):
    """The cards of a small file, and what was noted when they were read."""

    cards: tuple[_Card, ...]
    entries: tuple[Entry, ...]


class _Tally(Counter[str]):
    """Counts what a pass over the file met, and remembers where the first of a kind stood."""

    def __init__(self) -> None:
        super().__init__()
        self.cards = 0
        self.versions: Counter[str] = Counter()
        self.first: dict[str, int] = {}
        self.nuls = Nuls()

    def see(self, kind: str, line: int, count: int = 1) -> None:
        if count:
            self[kind] += count
            self.first.setdefault(kind, line)


@attrs.frozen(kw_only=True, eq=False)
class _Reading:
    """Opens a file and reads its cards, anew with every call."""

    source: Source
    encoding: Encoding
    columns: tuple[str, ...]
    kept: _Kept | None = attrs.field(default=None, repr=False)

    def __call__(self, note: Note) -> Iterator[Row]:
        names = self.columns
        known = frozenset(names)
        cards = self.cards(note, _Tally()) if self.kept is None else self._again(self.kept, note)
        for number, (line, found) in enumerate(cards, start=1):
            texts = found if known.issuperset(found) else _together(found, known)
            yield Row(number, line, [texts.get(name, "") for name in names])

    def _again(self, kept: _Kept, note: Note) -> Iterator[_Card]:
        """Yield the cards that were kept; what was noted of them is noted before."""
        for entry in kept.entries:
            note(entry)
        yield from kept.cards

    def cards(self, note: Note, tally: _Tally) -> Iterator[_Card]:
        """Yield the line and the texts of each card."""
        texts = decode(self.source.chunks(), self.encoding, self.source.name)
        properties = Properties(tally.nuls.removed(numbered_lines(texts, self.source.name)))
        builder = _Builder(self.source.name, note, tally)
        for each in properties:
            finished = builder.add(each)
            if finished is not None:
                yield finished
        builder.end()


def _together(texts: dict[str, str], known: frozenset[str]) -> dict[str, str]:
    """Put what has no column of its own into the last one."""
    beyond = [f"{name}: {text}" for name, text in texts.items() if name not in known]
    return {**texts, _REST: "\n".join(beyond)}


class _Builder:
    """Gathers properties into cards."""

    def __init__(self, file: str, note: Note, tally: _Tally) -> None:
        self._file, self._note, self._tally = file, note, tally
        self._lines: list[tuple[Head, str]] = []
        self._start = self._inside = self._size = 0
        self._large = self._agent = False
        self._version = ""

    def add(self, each: Property) -> _Card | None:
        """Take one property; give the card that it finishes."""
        head = each.head
        if head is None:
            self._tally.see("line-unreadable" if self._start else "outside", each.line)
        elif head.name in {"BEGIN", "END"} and each.value.strip().upper() == "VCARD":
            if head.name == "END":
                return self._finish()
            self._begin(each.line)
        elif not self._start:
            self._tally.see("outside", each.line)
        elif not self._inside:
            self._keep(head, each)
        return None

    def _begin(self, line: int) -> None:
        if self._start and (self._agent or self._inside):
            self._inside += 1
            self._tally.see("nested-skipped", line)
            return
        if self._start:
            self._reject("vcard.unfinished")
        self._lines, self._start, self._size = [], line, 0
        self._large = self._agent = False
        self._version = ""

    def _keep(self, head: Head, each: Property) -> None:
        self._agent = head.name == "AGENT" and not each.value.strip()
        if head.binary or (not each.value and head.name not in {"AGENT", "VERSION"}):
            self._tally.see("binary-skipped", each.line, int(head.binary))
            return
        if head.name == "VERSION":
            self._version = each.value.strip()
        self._size += len(each.value)
        self._large = self._large or not each.whole or len(self._lines) >= _PROPERTIES or self._size > LONGEST
        if not self._large:
            self._lines.append((head, each.value))

    def _finish(self) -> _Card | None:
        if self._inside:
            self._inside -= 1
            return None
        if not self._start:
            return None
        if self._large:
            self._reject("vcard.card-too-large")
            self._start = 0
            return None
        start, self._start = self._start, 0
        self._tally.cards += 1
        self._tally.versions[self._version or "?"] += 1
        self._tally.see("version-unknown", start, int(self._version not in _VERSIONS))
        found = texts_of(self._lines, self._version)
        self._tally.see("address-beside", start, found.beside)
        self._tally.see("charset-guessed", start, found.guessed)
        return start, found.texts

    def end(self) -> None:
        """Reject the card that the end of the file cut."""
        if self._start:
            self._reject("vcard.unfinished")
            self._start = 0

    def _reject(self, code: str) -> None:
        self._tally.cards += 1
        cells = tuple(f"{head.name}:{value}" for head, value in self._lines[:_SHOWN])
        self._note(Rejection(source=SourceRef(file=self._file, line=self._start), code=code, cells=cells))


def _said(file: Source, encoding: Encoding, tally: _Tally) -> Iterator[Finding]:
    """Tell what the file is and what was passed over."""
    at = SourceRef(file=file.name)
    if file.compression:
        yield finding("file.compressed", source=at, compression=file.compression)
    yield finding("file.encoding", source=at, encoding=encoding.codec, evidence=encoding.evidence.value)
    if not encoding.sure:
        yield finding("file.encoding-uncertain", source=at, encoding=encoding.codec)
    versions = ", ".join(sorted(version[:10] for version in tally.versions)[:_SHOWN])
    yield finding("vcard.read", source=at, cards=tally.cards, versions=versions)
    if tally.nuls.count:
        yield finding("file.nul-removed", source=at, count=tally.nuls.count, line=tally.nuls.line)
    for kind, count in tally.items():
        place = SourceRef(file=file.name, line=tally.first[kind])
        yield finding(f"vcard.{kind}", source=place, count=count)
