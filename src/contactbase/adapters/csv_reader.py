r"""CSV as people really write it: any encoding, delimiter, line end; titles, footers, ragged rows, broken quotes.

`read_csv` reads the file twice before it gives a table: once for the encoding, once for every row, so that what is
wrong with a file is known at once. The table then streams the rows as often as it is asked, in bounded memory. All
cells are text as it stands in the file, but for NULs and formula guards, which are taken off and counted.

Ragged rows. More cells than columns: rejected, for one delimiter too many inside a row shifts all that follows, unless
the further cells are empty in most rows of the file. Fewer: rejected, for nobody knows which are missing, unless the
whole file shows the pattern in which Excel leaves out last delimiters (`short_rows`), or the caller asks for
`pad_short_rows`. `csv.field_size_limit` is neither heeded nor changed: a cell may have sixteen million characters.

>>> table, journal = read_csv("Nom;Ville\nPetit;Lyon\nRoux;Évry\n".encode("cp1252"))
>>> table.columns, [list(row.cells) for row in table.rows()]
(('Nom', 'Ville'), [['Petit', 'Lyon'], ['Roux', 'Évry']])
>>> journal.count()
{'file.delimiter': 1, 'file.encoding': 1, 'file.header': 1}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from contactbase.adapters.encoding import (
    Encoding,
    Evidence,
    check,
    count_line_ends,
    count_strays,
    decode,
    detect,
    given,
)
from contactbase.adapters.footer import find_footer
from contactbase.adapters.pieces import LIMIT
from contactbase.adapters.rows import Shape, Tally, Wishes, find_shape, read_rows
from contactbase.adapters.signatures import refusal
from contactbase.adapters.source import Readable, Source, open_source
from contactbase.errors import ReadError
from contactbase.model.journal import Entry, Finding, Journal, Note, Outcome, finding
from contactbase.model.source import SourceRef
from contactbase.model.table import Row, Table

__all__ = ["read_csv"]

_HEAD: Final = 1 << 16
_SAMPLE: Final = 1 << 16
_SAMPLE_LINES: Final = 3


def read_csv(
    source: Readable,
    *,
    encoding: str | None = None,
    delimiter: str | None = None,
    quote: str | None = None,
    header: bool | None = None,
    skip_rows: int | None = None,
    pad_short_rows: bool = False,
    keep_guards: bool = False,
    allow_empty: bool = False,
) -> Outcome[Table]:
    """Read a CSV file: a table of text that can be read again and again, and what was found out about the file.

    `source`: a path, "-" for standard input, bytes, or a file open in binary mode; compressed with gzip, bzip2 or xz
    or not. None is detected: `encoding` is a name that Python knows, `delimiter` and `quote` one character ("" for
    none), `header` whether the first row names the columns, `skip_rows` the physical lines above it.
    `pad_short_rows` completes rows that end early, `keep_guards` leaves apostrophes before formulas and digits,
    `allow_empty` takes a header without rows for a table without rows.

    The journal holds the findings and every rejected row of one whole pass; `table.rows(note)` notes the rejected
    rows again. ReadError, in one sentence: missing, a folder, forbidden, empty, binary, undecodable, no data.
    """
    wishes = Wishes(
        delimiter=delimiter,
        quote=quote,
        header=header,
        skip_rows=skip_rows,
        pad_short_rows=pad_short_rows,
        keep_guards=keep_guards,
    )
    file = open_source(source)
    known = _encoding(file, encoding)
    sample, complete = _sample(file, known, wishes.skip_rows or 0)
    shape, detected = find_shape(sample, file.name, wishes, complete=complete)
    reader, rejections, tally = _scanned(_Reading(source=file, encoding=known, shape=shape))
    if not tally.rows + tally.rejected and not allow_empty:
        raise ReadError(
            f"{file.name} has a header and no rows below it. If its only line is data, say that there is no header."
        )
    found = (*_about_bytes(file, known), *detected, *tally.findings(file.name), *rejections)
    return Outcome(Table(file=file.name, columns=shape.columns, read=reader), Journal(found))


@attrs.frozen(kw_only=True, eq=False)
class _Reading:
    """Opens a file and reads its rows, anew with every call."""

    source: Source
    encoding: Encoding
    shape: Shape

    def __call__(self, note: Note) -> Iterator[Row]:
        for rows in self.batches(note, Tally()):
            yield from rows

    def batches(self, note: Note, tally: Tally) -> Iterator[list[Row]]:
        """Give the rows in lists, counting into a tally."""
        texts = decode(self.source.chunks(), self.encoding, self.source.name)
        return read_rows(texts, self.shape, self.source.name, note, tally)


def _encoding(file: Source, wanted: str | None) -> Encoding:
    """Find or check the encoding; refuse what is no text."""
    head = file.head(_HEAD)
    if not head:
        raise ReadError(f"{file.name} is empty: there is nothing in it to read.")
    seems = refusal(head)
    if seems and (wanted is None or not seems.startswith("a binary")):
        raise ReadError(f"{file.name} seems to be {seems}.")
    if wanted is None:
        return detect(file.chunks, file.name)
    known = given(wanted, file.name)
    check(file.chunks, known, file.name)
    return known


def _sample(file: Source, encoding: Encoding, skipped: int) -> tuple[str, bool]:
    """Give the beginning of the text, some lines at least, and whether that is all of it."""
    texts = decode(file.chunks(_SAMPLE), encoding, file.name)
    sample, wanted = "", _SAMPLE
    for text in texts:
        sample += text
        if len(sample) < wanted:
            continue
        if count_line_ends(sample) >= skipped + _SAMPLE_LINES or wanted > LIMIT:
            rest = next(texts, None)
            return (sample, True) if rest is None else (_whole_lines(sample), False)
        wanted *= 2
    return sample, True


def _whole_lines(sample: str) -> str:
    end = max(sample.rfind("\n"), sample.rfind("\r", 0, -1)) + 1
    return sample[:end] or sample


def _scanned(reader: _Reading) -> tuple[_Reading, list[Entry], Tally]:
    """Read every row once; where that shows a foot, or that Excel left out delimiters, read again knowing it."""
    while True:
        rejections: list[Entry] = []
        tally = Tally()
        for _ in reader.batches(rejections.append, tally):
            pass
        shape = _learned(reader.shape, tally)
        if shape == reader.shape:
            return reader, rejections, tally
        reader = attrs.evolve(reader, shape=shape)


def _learned(shape: Shape, tally: Tally) -> Shape:
    """Give the shape of a file as it is known after a whole pass."""
    footer = shape.footer or find_footer([place for place in tally.tail if any(place[1])], shape.width)
    if footer != shape.footer:
        return attrs.evolve(shape, footer=footer)
    sheet_rows = shape.titles + (shape.first is not None) + tally.blank + tally.rows + tally.rejected
    if not shape.pad and not tally.unterminated and tally.short.proven(sheet_rows):
        return attrs.evolve(shape, pad=True)
    if not shape.trailing and 2 * tally.trailing > tally.rows + tally.rejected:
        return attrs.evolve(shape, trailing=True)
    return shape


def _about_bytes(file: Source, encoding: Encoding) -> Iterator[Finding]:
    """Tell what the bytes are."""
    at = SourceRef(file=file.name)
    if file.compression:
        yield finding("file.compressed", source=at, compression=file.compression)
    yield finding("file.encoding", source=at, encoding=encoding.codec, evidence=encoding.evidence.value)
    if encoding.evidence is Evidence.MIXED:
        count, line = count_strays(file.chunks(), encoding)
        yield finding("file.encoding-mixed", source=at, count=count, line=line)
    if not encoding.sure:
        yield finding("file.encoding-uncertain", source=at, encoding=encoding.codec)
