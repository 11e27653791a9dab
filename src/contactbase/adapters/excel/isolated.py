"""calamine in a process of its own: what a hostile file makes it do ends there.

For xls and ods there is no guard in Python on how large a rectangle a file asks for, so the file is read in a child
process with bounds on memory and time. The child takes the file on its standard input, and gives on its standard
output the list of sheets, then the rows in batches of columns, packed by `marshal`; a value that `marshal` does not
know is a pair of the name of its type and its text.

The same module is both sides: `read_isolated` starts what `serve` does.
"""

from __future__ import annotations

import datetime as dt
import json
import marshal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from typing import Any, BinaryIO, Final

import attrs

from contactbase.adapters.excel.batch import Batch
from contactbase.adapters.excel.by_calamine import batches_by_calamine, load_calamine, opened
from contactbase.adapters.excel.sheets import Sheet, choose
from contactbase.errors import ReadError

__all__ = ["Isolated", "read_isolated", "serve"]

_MEMORY: Final = 2 << 30
_SECONDS: Final = 300
_START: Final = (
    "import json,sys;sys.path[:]=json.loads(sys.argv[1]);import {module} as m;m.serve(json.loads(sys.argv[2]))"
)
_PACKED: Final[dict[type, tuple[str, Callable[[Any], Any]]]] = {
    dt.date: ("date", dt.date.isoformat),
    dt.datetime: ("datetime", dt.datetime.isoformat),
    dt.time: ("time", dt.time.isoformat),
    dt.timedelta: ("duration", dt.timedelta.total_seconds),
}
_UNPACK: Final[dict[str, Callable[[Any], object]]] = {
    "date": dt.date.fromisoformat,
    "datetime": dt.datetime.fromisoformat,
    "time": dt.time.fromisoformat,
    "duration": lambda seconds: dt.timedelta(seconds=seconds),
}


@attrs.frozen(kw_only=True)
class Isolated:
    """What the child says of a workbook: its sheets, the one it reads, how many ranges are merged in it."""

    sheets: tuple[Sheet, ...]
    chosen: Sheet
    merged: int
    batches: Iterator[Batch] = attrs.field(repr=False)


def read_isolated(file: BinaryIO, name: str, wanted: str | int | None) -> Isolated:
    """Read a workbook in a child process; ReadError where the child refuses it, or does not survive it."""
    load_calamine()
    replies = _replies(file, name, wanted)
    said = next(replies, None)
    if said is None:
        raise _not_survived(name)
    if "refused" in said:
        raise ReadError(said["refused"])
    sheets = tuple(Sheet(name=title, hidden=hidden, filled=filled) for title, hidden, filled in said["sheets"])
    chosen = sheets[said["chosen"]]
    return Isolated(sheets=sheets, chosen=chosen, merged=said["merged"], batches=_batches(replies, name))


def _not_survived(name: str) -> ReadError:
    return ReadError(
        f"{name} cannot be read: it is damaged, or made to fill the memory. Save it as CSV if you trust it."
    )


def _replies(file: BinaryIO, name: str, wanted: str | int | None) -> Iterator[Any]:
    """Give what the child packs, until it is done; the child never outlives this."""
    code = _START.format(module=__name__)
    arguments = [json.dumps(sys.path), json.dumps({"name": name, "wanted": wanted})]
    with subprocess.Popen(  # noqa: S603 - our own interpreter, our own code
        [sys.executable, "-c", code, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as child:
        try:
            yield from _talk(child, file, name)
        finally:
            child.kill()


def _talk(child: subprocess.Popen[bytes], file: BinaryIO, name: str) -> Iterator[Any]:
    if child.stdin is None or child.stdout is None:
        raise ReadError(f"{name} cannot be read: no process could be started for it.")
    try:
        while piece := file.read(1 << 18):
            child.stdin.write(piece)
        child.stdin.close()
    except BrokenPipeError as error:
        raise _not_survived(name) from error
    while True:
        try:
            reply = marshal.load(child.stdout)  # noqa: S302 - what our own child has packed
        except (EOFError, ValueError, TypeError) as error:
            raise _not_survived(name) from error
        if reply is None:
            return
        yield reply


def _batches(replies: Iterator[Any], name: str) -> Iterator[Batch]:
    for reply in replies:
        if "refused" in reply:
            raise ReadError(f"{name} is damaged inside. Open it in a spreadsheet program and save it again.")
        yield Batch(reply["numbers"], [_unpacked(cells) for cells in reply["columns"]])


def _unpacked(cells: Sequence[Any]) -> list[Any]:
    return [_UNPACK[cell[0]](cell[1]) if cell.__class__ is tuple else cell for cell in cells]


# The child.


def serve(task: dict[str, Any]) -> None:
    """Read the workbook on standard input and pack what is in it onto standard output."""
    _bound()
    out = sys.stdout.buffer
    name = task["name"]
    try:
        data = BytesIO(sys.stdin.buffer.read())
        book = opened(data, name)
        sheets = list(_sheets(book))
        chosen = choose(sheets, task["wanted"], name)
        merged = len(book.get_sheet_by_name(chosen.name).merged_cell_ranges or ())
        known = [(sheet.name, sheet.hidden, sheet.filled) for sheet in sheets]
        marshal.dump({"sheets": known, "chosen": sheets.index(chosen), "merged": merged}, out)
        data.seek(0)
        for some in batches_by_calamine(data, name, chosen.name):
            marshal.dump({"numbers": some.numbers, "columns": [_packed(cells) for cells in some.columns]}, out)
    except ReadError as error:
        marshal.dump({"refused": str(error)}, out)
    except MemoryError:
        sys.exit(1)
    marshal.dump(None, out)
    out.flush()


def _bound() -> None:
    """Bound memory and time, where the system can."""
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    for kind, most in ((resource.RLIMIT_AS, _MEMORY), (resource.RLIMIT_CPU, _SECONDS), (resource.RLIMIT_CORE, 0)):
        hard = resource.getrlimit(kind)[1]
        resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _sheets(book: Any) -> Iterator[Sheet]:
    library = load_calamine()
    for about in book.sheets_metadata:
        if about.typ == library.SheetTypeEnum.WorkSheet:
            hidden = about.visible != library.SheetVisibleEnum.Visible
            yield Sheet(name=about.name, hidden=hidden, filled=book.get_sheet_by_name(about.name).start is not None)


def _packed(cells: Sequence[Any]) -> list[Any]:
    return [_pack(cell) if cell.__class__ in _PACKED else cell for cell in cells]


def _pack(cell: Any) -> tuple[str, Any]:
    name, write = _PACKED[cell.__class__]
    return name, write(cell)
