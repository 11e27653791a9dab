"""`read_excel`: a sheet of a workbook as a table of text; xlsx and xlsm by three engines, xls and ods by one.

The container is guarded while it is read (`archive`). A sheet that is written as spreadsheet programs write it is taken
straight from its text (`direct`). Any other is looked through once (`scan`), then read by calamine where that is
installed and the rectangle it would lay out is bounded, else by openpyxl. Where these two would differ (errors in
cells, formats that show zeros, cells written in an unusual way), calamine steps aside. Whoever reads, the table is the
same.

calamine, openpyxl and defusedxml are extras: `contactbase[excel]`, `contactbase[excel-fast]`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from enum import StrEnum
from typing import BinaryIO, Final

from contactbase.adapters.excel.archive import MOST_BYTES, Archive
from contactbase.adapters.excel.batch import Batch
from contactbase.adapters.excel.by_calamine import batches_by_calamine, has_calamine, load_calamine
from contactbase.adapters.excel.by_openpyxl import batches_by_openpyxl
from contactbase.adapters.excel.direct import DirectSheet
from contactbase.adapters.excel.grid import Grid
from contactbase.adapters.excel.isolated import read_isolated
from contactbase.adapters.excel.parts import SheetPart, WorkbookParts, read_parts
from contactbase.adapters.excel.read_grid import GridWishes, read_grid
from contactbase.adapters.excel.scan import Scan, in_order, scan
from contactbase.adapters.excel.sheets import Sheet, choose, tell
from contactbase.adapters.excel.texts import UnusualXmlError, shared_texts
from contactbase.adapters.signatures import OLE, ZIP, refusal
from contactbase.adapters.source import Readable, Source, open_source
from contactbase.errors import ReadError
from contactbase.model.journal import Entry, Finding, Journal, Outcome, finding
from contactbase.model.source import SourceRef
from contactbase.model.table import Table

__all__ = ["EngineName", "is_workbook", "read_excel"]

_HEAD: Final = 1 << 12
_MOST_OLD: Final = 1 << 28
_AREA: Final = 1 << 20
_MOST_AREA: Final = 1 << 25
_BYTES_PER_CELL: Final = 4
"""A filled cell takes four bytes of XML and more; a rectangle of more cells than that is mostly empty."""

_MOST_TREE: Final = 1 << 26
_MOST_TEXTS: Final = 1 << 28
"""The most bytes of a row or of a part of which a reader makes a tree, and of the list of texts."""

_UNREAD: Final = ("/pivotCache/", "/drawings/", "/charts/", "/externalLinks/", "/pivotTables/", "customXml/")
"""Folders of parts that no reader opens here, however large."""

_ODS: Final = b"opendocument.spreadsheet"
_PACKED: Final = (b"[Content_Types].xml", b"_rels/", b"docProps/", b"xl/")
"""The first part of a workbook is one of these, whichever program packed it."""

_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")


class EngineName(StrEnum):
    """Who reads the cells of an xlsx file."""

    DIRECT = "direct"
    OPENPYXL = "openpyxl"
    CALAMINE = "calamine"


def is_workbook(head: bytes) -> bool:
    """Tell by the first bytes of a file whether it is a workbook of a format that is read here."""
    if head.startswith(ZIP):
        return any(sign in head for sign in (_ODS, *_PACKED)) and b"word/" not in head
    return head.startswith(OLE)


def read_excel(
    source: Readable,
    *,
    sheet: str | int | None = None,
    header: bool | None = None,
    skip_rows: int | None = None,
    engine: str | None = None,
    keep_guards: bool = False,
    allow_empty: bool = False,
    footer: bool = True,
) -> Outcome[Table]:
    """Read a sheet of an xlsx, xlsm, xls or ods file: a table of text, and what was found out about the workbook.

    `sheet` is a name, or a number from 1 (None: the first visible sheet that holds something); `header` whether the
    first row names the columns; `skip_rows` the rows of the sheet above it; `engine` is "direct", "openpyxl" or
    "calamine" (None: the fastest that is installed and safe). `keep_guards` leaves apostrophes before formulas and
    digits; `footer`: totals, notices and repeated headers may stand among the rows.

    The numbers of lines are the rows of the sheet. ReadError, in one sentence: damaged, cut short, protected by a
    password, a bomb, no workbook, no such sheet, nothing in it. MissingExtra names what to install.
    """
    if engine is not None and engine not in tuple(EngineName):
        raise ReadError(f"There is no engine {engine!r}. Write {' or '.join(EngineName)}.")
    wishes = GridWishes(
        header=header, skip_rows=skip_rows, keep_guards=keep_guards, allow_empty=allow_empty, footer=footer
    )
    source = open_source(source)
    head = source.head(_HEAD)
    if not is_workbook(head):
        raise ReadError(f"{source.name} is no workbook but {refusal(head) or 'text: read it as CSV'}.")
    with closing(source.seekable(MOST_BYTES)) as file:
        if head.startswith(OLE) or _ODS in head:
            if engine == EngineName.OPENPYXL:
                raise ReadError(f"{source.name} is in a format that openpyxl does not read. Leave out the engine.")
            grid, said = _old(file, source, sheet, wishes, zipped=head.startswith(ZIP))
        else:
            grid, said = _new(file, source, sheet, wishes, engine)
    if source.compression:
        said = (finding("file.compressed", source=SourceRef(file=source.name), compression=source.compression), *said)
    return Outcome(Table(file=source.name, columns=grid.columns, read=grid.rows), Journal(said))


def _old(
    file: BinaryIO, source: Source, wanted: str | int | None, wishes: GridWishes, *, zipped: bool
) -> tuple[Grid, tuple[Entry, ...]]:
    """Read an xls or ods file."""
    name = source.name
    if zipped:
        _verify(Archive.open(file, name))
    elif source.size > _MOST_OLD:
        raise ReadError(f"{name} is larger than an old Excel file can be. Fetch it again.")
    elif any(_ENCRYPTED in piece for piece in _overlapping(source.chunks())):
        raise ReadError(f"{name} is protected by a password. Open it, take the password off and save it again.")
    file.seek(0)
    found = read_isolated(file, name, wanted)
    grid, said = read_grid(found.batches, name, wishes)
    at = SourceRef(file=name)
    about: list[Entry] = [*tell(found.sheets, found.chosen, EngineName.CALAMINE, name)]
    if found.merged:
        about.append(finding("excel.merged-cells", source=at, count=found.merged))
    about.append(finding("excel.partly-looked-at", source=at))
    return grid, (*about, *said)


def _overlapping(pieces: Iterable[bytes]) -> Iterator[bytes]:
    before = b""
    for piece in pieces:
        yield before[-len(_ENCRYPTED) :] + piece
        before = piece


def _verify(archive: Archive) -> None:
    for part in archive:
        if part.endswith((".xml", ".rels")):
            archive.verify(part)


def _verify_loaded(archive: Archive, parts: WorkbookParts) -> None:
    """Check the parts that a reader loads whole: their claims, and that what it makes of them fits into memory.

    The sheets and the texts are looked through later, while they are read.
    """
    sheets = {each.path for each in parts.sheets}
    for part in archive:
        if part in sheets or not part.endswith((".xml", ".rels")) or any(folder in part for folder in _UNREAD):
            continue
        most = _MOST_TEXTS if part == parts.texts or part.endswith("/sharedStrings.xml") else _MOST_TREE
        if archive.size(part) > most:
            raise ReadError(f"{archive.name} has a part of more than {most // 1_000_000} MB ({part}). Save it as CSV.")
        if part != parts.texts:
            archive.verify(part)


def _new(
    file: BinaryIO, source: Source, wanted: str | int | None, wishes: GridWishes, engine: str | None
) -> tuple[Grid, tuple[Entry, ...]]:
    """Read an xlsx file."""
    archive = Archive.open(file, source.name)
    parts = read_parts(archive)
    sheets = [Sheet(name=each.name, hidden=each.hidden, filled=_is_filled(archive, each.path)) for each in parts.sheets]
    chosen = choose(sheets, wanted, source.name)
    sheet = parts.sheets[sheets.index(chosen)]
    _verify_loaded(archive, parts)
    unusual = ""
    if engine in (None, EngineName.DIRECT):
        try:
            grid, seen, said = _directly(archive, parts, sheet.path, wishes)
        except UnusualXmlError as found:
            unusual = str(found)
        else:
            return grid, (*tell(sheets, chosen, EngineName.DIRECT, source.name), *_seen(seen, parts, grid), *said)
    seen = _looked_through(archive, parts, sheet)
    aside = _aside(seen, parts)
    used = _engine(engine, aside)
    batches = _batches(file, archive, parts, sheet, used, looks=bool(aside or unusual))
    grid, said = read_grid(batches, source.name, wishes)
    about: list[Entry] = [*tell(sheets, chosen, used, source.name), *_seen(seen, parts, grid)]
    if (aside or unusual) and used is EngineName.OPENPYXL and engine != EngineName.OPENPYXL:
        reason = aside or unusual
        about.append(finding("excel.fast-engine-aside", source=SourceRef(file=source.name), reason=reason))
    return grid, (*about, *said)


def _looked_through(archive: Archive, parts: WorkbookParts, sheet: SheetPart) -> Scan:
    """Look through what a reader of XML is about to read."""
    if parts.texts:
        archive.verify(parts.texts)
    seen = scan(archive.pieces(sheet.path))
    if seen.longest_row > _MOST_TREE:
        raise ReadError(f"{archive.name} has a row of more than {_MOST_TREE // 1_000_000} MB, as no contact file has.")
    return seen


def _directly(
    archive: Archive, parts: WorkbookParts, path: str, wishes: GridWishes
) -> tuple[Grid, Scan, tuple[Entry, ...]]:
    """Read a sheet straight from its text; UnusualXmlError where that is not written in the usual manner."""
    shared = shared_texts(archive.pieces(parts.texts)) if parts.texts else []
    sheet = DirectSheet(shared=shared, styles=parts.styles, date1904=parts.date1904)
    grid, said = read_grid(sheet.batches(archive.pieces(path)), archive.name, wishes)
    return grid, sheet.seen, said


def _batches(
    file: BinaryIO, archive: Archive, parts: WorkbookParts, sheet: SheetPart, engine: EngineName, *, looks: bool
) -> Iterator[Batch]:
    """Give the rows of a sheet as an engine reads them."""
    if engine is EngineName.OPENPYXL and not in_order(archive.pieces(sheet.path)):
        raise ReadError(f"{archive.name} has rows out of order. Open it in a spreadsheet program and save it again.")
    file.seek(0)
    if engine is EngineName.CALAMINE:
        yield from batches_by_calamine(file, archive.name, sheet.name)
    else:
        yield from batches_by_openpyxl(file, archive.name, sheet.name, looks=looks, texts=_held(archive, parts))


def _held(archive: Archive, parts: WorkbookParts) -> list[str]:
    """Give the shared texts as cells hold them; none where they are written in an unusual manner."""
    try:
        return shared_texts(archive.pieces(parts.texts), held=str) if parts.texts else []
    except UnusualXmlError:
        return []


def _is_filled(archive: Archive, path: str) -> bool:
    """Tell whether a sheet has a cell with something in it: looked for until it is met."""
    before = b""
    for piece in archive.pieces(path):
        if any(mark in before + piece for mark in (b"<v>", b"<is>", b"v>", b"is>")):
            return True
        before = piece[-8:]
    return False


def _aside(seen: Scan, parts: WorkbookParts) -> str:
    """Say in a word why the fast engine would not be safe, or not give the same; "" where it is and does."""
    bound = min(_MOST_AREA, max(_AREA, seen.size // _BYTES_PER_CELL))
    reasons = (
        ("shape", not seen.plain),
        ("extent", seen.area > bound),
        ("errors", seen.errors),
        ("formats", parts.padded),
    )
    return next((word for word, holds in reasons if holds), "")


def _engine(wanted: str | None, aside: str) -> EngineName:
    if wanted == EngineName.CALAMINE:
        load_calamine()
    fast = has_calamine() if wanted is None else wanted == EngineName.CALAMINE
    return EngineName.CALAMINE if fast and not aside else EngineName.OPENPYXL


def _seen(seen: Scan, parts: WorkbookParts, grid: Grid) -> Iterator[Finding]:
    """Tell what a sheet shows and its values do not."""
    at = SourceRef(file=grid.name)
    counts = (
        ("excel.hidden-rows", seen.hidden_rows),
        ("excel.hidden-columns", seen.hidden_columns),
        ("excel.formulas", seen.formulas),
        ("excel.formula-without-value", seen.uncached),
    )
    for code, count in counts:
        if count:
            yield finding(code, source=at, count=count)
    body = [first for first, _ in seen.merged if int(first.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) > grid.above]
    if body:
        yield finding("excel.merged-cells", source=at, count=len(body))
    if len(body) < len(seen.merged):
        yield finding("excel.merged-header", source=at, count=len(seen.merged) - len(body))
    if parts.date1904:
        yield finding("excel.calendar-1904", source=at)
