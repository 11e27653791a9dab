r"""Workbooks out: text in cells of text, so that nothing is a formula, loses a zero, or becomes a date.

What is written comes back equal through `read_excel`: control characters are escaped as the format says
(`_x000D_`, ECMA-376 22.4.2.4). Two things no cell holds, and both are told: more than 32,767 characters, and halves of
characters. Text that a spreadsheet would take for a formula is marked as typed with an apostrophe (`quotePrefix`), so
that it stays text when somebody edits the cell. Cells can have a look, a comment and a link; columns, lists of values
and bounds of length.

>>> held("=1+1\r\n"), held("_x000D_")
('=1+1_x000D_\n', '_x005F_x000D_')
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from enum import StrEnum
from functools import partial
from os import PathLike
from typing import Any, BinaryIO, Final, cast

import attrs

from contactbase.adapters.atomic import write_bytes
from contactbase.adapters.excel.by_openpyxl import load_openpyxl
from contactbase.adapters.excel.places import column_letters
from contactbase.adapters.guard import DANGEROUS
from contactbase.adapters.source import CHUNK
from contactbase.errors import WriteError
from contactbase.model.journal import Journal, finding

__all__ = ["Look", "MarkedCell", "SheetOut", "held", "write_workbook"]

_MOST_ROWS: Final = 1 << 20
_MOST_CHARACTERS: Final = 32_767
_MOST_LISTED: Final = 255
_ESCAPED: Final = re.compile(r"[\x00-\x08\x0b-\x1f]|_(?=x[0-9A-Fa-f]{4}_)")
_CUT: Final = re.compile(r"_(?:x[0-9A-F]{0,4})?\Z")
_WHOLE: Final = re.compile(r"_x[0-9A-F]{4}_")
"""What may be an escape that is cut in two, and a whole one."""

_UNHELD: Final = re.compile("[\ud800-\udfff\ufffe\uffff]")
_IN_MEMORY: Final = 1 << 24


class Look(StrEnum):
    """How a cell looks; the colours are those that spreadsheets give to good and bad cells."""

    PLAIN = "plain"
    HEAD = "head"
    ERROR = "error"
    WARNING = "warning"
    ODD_GROUP = "odd group"
    EVEN_GROUP = "even group"
    LINK = "link"


_FILLS: Final[Mapping[Look, str]] = {
    Look.HEAD: "1F3864",
    Look.ERROR: "FFC7CE",
    Look.WARNING: "FFEB9C",
    Look.ODD_GROUP: "DDEBF7",
    Look.EVEN_GROUP: "E2EFDA",
}
_TOO_LONG: Final = "F8CBAD"


@attrs.frozen(kw_only=True)
class MarkedCell:
    """A cell with a look, a comment, or a link to a place of the workbook such as `'Contacts'!B7`."""

    text: str = attrs.field(repr=False)
    look: Look = Look.PLAIN
    comment: str = ""
    link: str = ""


@attrs.frozen(kw_only=True)
class SheetOut:
    """A sheet to write: its header and its rows.

    By the number of a column, from 0: `lists` are the values that may be chosen, `lengths` the least and the most
    characters (None: any number), `widths` in characters. `fixed` columns stay in sight; a `hidden` sheet can only be
    seen by programs.
    """

    name: str
    header: Sequence[str]
    rows: Iterable[Sequence[str | MarkedCell]] = attrs.field(repr=False)
    lists: Mapping[int, Sequence[str]] = attrs.field(factory=dict)
    lengths: Mapping[int, tuple[int, int | None]] = attrs.field(factory=dict)
    widths: Mapping[int, int] = attrs.field(factory=dict)
    fixed: int = 0
    hidden: bool = False


def held(text: str) -> str:
    """Give a text as a cell holds it: control characters escaped, and what looks like an escape too."""
    if text.isprintable() and "_x" not in text:
        return text
    return _ESCAPED.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def write_workbook(path: str | PathLike[str], sheets: Sequence[SheetOut]) -> Journal:
    """Write a workbook whole or not at all; give what its cells could not hold.

    WriteError when it cannot be written, or has more rows than a sheet; MissingExtra without openpyxl.
    """
    library = load_openpyxl()
    book = library.Workbook(write_only=True)
    count = _Count()
    with _closed_on_error(book):
        for sheet in sheets:
            _Writer(book, sheet, count).write()
    with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY, prefix="contactbase-") as packed:
        book.save(packed)
        packed.seek(0)
        write_bytes(path, _chunks(cast("BinaryIO", packed)))
    found = (("excel.text-too-long", count.long), ("excel.unwritable-characters", count.unheld))
    return Journal(tuple(finding(code, count=number) for code, number in found if number))


@contextmanager
def _closed_on_error(book: Any) -> Iterator[None]:
    """Remove the temporary files that openpyxl keeps for each sheet, where writing it was broken off."""
    try:
        yield
    except BaseException:
        for table in book.worksheets:
            with suppress(Exception):
                table.close()
            with suppress(Exception):
                table._writer.cleanup()  # noqa: SLF001 - openpyxl does so itself, but only when it saves
        raise


def _chunks(file: BinaryIO) -> Iterator[bytes]:
    yield from iter(partial(file.read, CHUNK), b"")


@attrs.define
class _Count:
    """How many cells were too long, and how many had characters that no file holds."""

    long: int = 0
    unheld: int = 0


class _Writer:
    """Writes one sheet."""

    def __init__(self, book: Any, sheet: SheetOut, count: _Count) -> None:
        self._sheet = sheet
        self._count = count
        self._table = book.create_sheet(sheet.name)
        self._styles = {look: self._style(look) for look in Look}
        self._typed = self._style(Look.PLAIN, typed=True)

    def write(self) -> None:
        from openpyxl.utils import get_column_letter  # noqa: PLC0415 - an extra

        table, sheet = self._table, self._sheet
        table.sheet_state = "veryHidden" if sheet.hidden else "visible"
        table.page_setup.orientation = "landscape"
        table.page_setup.fitToHeight = 0
        table.sheet_properties.pageSetUpPr.fitToPage = True
        table.freeze_panes = f"{get_column_letter(sheet.fixed + 1)}2"
        for place, width in sheet.widths.items():
            table.column_dimensions[column_letters(place)].width = width
        table.append([self._cell(MarkedCell(text=name, look=Look.HEAD)) for name in sheet.header])
        last = 1
        for last, cells in enumerate(sheet.rows, start=2):
            if last > _MOST_ROWS:
                raise WriteError(f"More than {_MOST_ROWS - 1} rows do not fit into a sheet. Write them as CSV.")
            table.append([self._cell(cell) for cell in cells])
        if not sheet.hidden and last > 1:
            table.auto_filter.ref = f"A1:{column_letters(len(sheet.header) - 1)}{last}"
            self._bound(last)

    def _cell(self, cell: str | MarkedCell) -> Any:
        from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 - an extra
        from openpyxl.comments import Comment  # noqa: PLC0415 - an extra
        from openpyxl.worksheet.hyperlink import Hyperlink  # noqa: PLC0415 - an extra

        text = cell if isinstance(cell, str) else cell.text
        marked = None if isinstance(cell, str) else cell
        if not text and marked is None:
            return None
        made = WriteOnlyCell(self._table, self._held(text))
        made.data_type = "s"  # never a formula, an error or a number
        look = marked.look if marked else Look.PLAIN
        made._style = self._typed if look is Look.PLAIN and text[:1] in DANGEROUS else self._styles[look]  # noqa: SLF001 - one style for all cells of a look
        if marked and marked.comment:
            lines = marked.comment.count("\n") + len(marked.comment) // 45 + 2
            made.comment = Comment(self._held(marked.comment), "contactbase", width=340, height=20 * lines)
        if marked and marked.link:
            made.hyperlink = Hyperlink(ref="", location=marked.link, display=text)
        return made

    def _held(self, text: str) -> str:
        """Give a text as a cell holds it, counting what it cannot hold."""
        if not text.isascii() and _UNHELD.search(text):
            self._count.unheld += 1
            text = _UNHELD.sub("\ufffd", text)
        escaped = held(text)
        if len(escaped) > _MOST_CHARACTERS:
            self._count.long += 1
            cut = _CUT.search(escaped, 0, _MOST_CHARACTERS)
            whole = cut is None or _WHOLE.match(escaped, cut.start()) is None
            escaped = escaped[: _MOST_CHARACTERS if cut is None or whole else cut.start()]
        return escaped

    def _style(self, look: Look, *, typed: bool = False) -> Any:
        from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 - an extra
        from openpyxl.styles import Alignment, Font, PatternFill  # noqa: PLC0415 - an extra

        cell = WriteOnlyCell(self._table, "")
        cell.number_format = "@"
        cell.alignment = Alignment(vertical="top")
        if look in _FILLS:
            cell.fill = PatternFill("solid", start_color=_FILLS[look])
        if look is Look.HEAD:
            cell.font = Font(bold=True, color="FFFFFF")
        elif look is Look.LINK:
            cell.font = Font(underline="single", color="0563C1")
        cell.quotePrefix = typed
        return cell._style  # noqa: SLF001 - see above

    def _bound(self, last: int) -> None:
        """Put lists of values and bounds of length on columns, and colour what is out of bounds."""
        from openpyxl.formatting.rule import FormulaRule  # noqa: PLC0415 - an extra
        from openpyxl.styles import PatternFill  # noqa: PLC0415 - an extra
        from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415 - an extra

        for place, values in self._sheet.lists.items():
            listed = ",".join(values)
            if len(listed) <= _MOST_LISTED:
                self._valid(DataValidation(type="list", formula1=f'"{listed}"', allow_blank=True), place, last)
        for place, (least, most) in self._sheet.lengths.items():
            top = _MOST_CHARACTERS if most is None else most
            rule = DataValidation(
                type="textLength", operator="between", formula1=f"{least}", formula2=f"{top}", allow_blank=True
            )
            self._valid(rule, place, last)
            first = f"{column_letters(place)}2"
            self._table.conditional_formatting.add(
                f"{first}:{column_letters(place)}{last}",
                FormulaRule(
                    formula=[f"AND(LEN({first})>0,OR(LEN({first})<{least},LEN({first})>{top}))"],
                    fill=PatternFill("solid", bgColor=_TOO_LONG),
                ),
            )

    def _valid(self, rule: Any, place: int, last: int) -> None:
        rule.showErrorMessage = True
        rule.errorStyle = "warning"  # the cells that are wrong already must stay editable
        rule.add(f"{column_letters(place)}2:{column_letters(place)}{last}")
        self._table.data_validations.append(rule)
