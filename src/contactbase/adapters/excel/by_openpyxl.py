"""The cells of an xlsx sheet by openpyxl, row by row in bounded memory: the reference for the fast engine.

openpyxl warns of what it cannot read; those warnings are of no use to who reads contacts, and are kept quiet.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, BinaryIO, Final

from contactbase.adapters.excel.batch import Batch
from contactbase.adapters.excel.styles import zero_padded
from contactbase.adapters.excel.texts import unescaped
from contactbase.adapters.excel.values import CellError, ShownText, shown_text
from contactbase.errors import MissingExtra, ReadError

__all__ = ["batches_by_openpyxl", "load_openpyxl"]

_BATCH: Final = 500
_WIDE: Final = 256


def load_openpyxl() -> Any:
    """Import openpyxl; MissingExtra where it, or what keeps its XML safe, is not installed."""
    try:
        import openpyxl  # noqa: PLC0415 - an extra, imported where it is used
    except ImportError as error:
        raise MissingExtra("excel", "openpyxl") from error
    if not openpyxl.DEFUSEDXML:
        raise MissingExtra("excel", "defusedxml")
    return openpyxl


def batches_by_openpyxl(
    file: BinaryIO, name: str, sheet: str, *, looks: bool, texts: Sequence[str] = ()
) -> Iterator[Batch]:
    """Give the rows of a sheet in batches; `looks`: heed errors and formats, which takes longer.

    `texts` are the shared texts as cells hold them, where they are known: openpyxl takes `x005F_` out of them.
    ReadError where the workbook is damaged.
    """
    library = load_openpyxl()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = library.load_workbook(file, read_only=True, data_only=True, keep_links=False)
            table = book[sheet]
            table.reset_dimensions()
            table._shared_strings = texts or table._shared_strings  # noqa: SLF001 - see above
        rows = enumerate(table.iter_rows(values_only=not looks), start=1)
        take = _looked_at if looks else _plain
        while taken := _taken(rows):
            yield from _split([number for number, _ in taken], [take(cells) for _, cells in taken])
    except (ReadError, MissingExtra):
        raise
    except Exception as error:  # whatever openpyxl stumbles over, the file is at fault
        raise ReadError(f"{name} is damaged inside. Open it in a spreadsheet program and save it again.") from error


def _taken(rows: Iterator[tuple[int, Any]]) -> list[tuple[int, Any]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return list(islice(rows, _BATCH))


def _split(numbers: Sequence[int], rows: Sequence[Sequence[Any]]) -> Iterator[Batch]:
    """Leave out rows without a cell, and give each very wide row alone, so that it does not widen the others."""
    kept = [(number, cells) for number, cells in zip(numbers, rows, strict=True) if cells]
    narrow = [(number, cells) for number, cells in kept if len(cells) <= _WIDE]
    if len(narrow) == len(kept):
        if kept:
            yield Batch.of_rows([number for number, _ in kept], [cells for _, cells in kept])
        return
    waiting: list[tuple[int, Sequence[Any]]] = []
    for number, cells in kept:
        if len(cells) <= _WIDE:
            waiting.append((number, cells))
            continue
        if waiting:
            yield Batch.of_rows([place for place, _ in waiting], [row for _, row in waiting])
        waiting = []
        yield Batch.of_rows([number], [cells])
    if waiting:
        yield Batch.of_rows([place for place, _ in waiting], [row for _, row in waiting])


def _plain(cells: Sequence[Any]) -> list[Any]:
    return [unescaped(cell) if cell.__class__ is str else cell for cell in cells]


def _looked_at(cells: Sequence[Any]) -> list[Any]:
    return [_value(cell) for cell in cells]


def _value(cell: Any) -> Any:
    """Give the value of a cell: an error as one, a number as its format shows its zeros."""
    value = cell.value
    if value is None:
        return None
    if cell.data_type == "e":
        return CellError(value)
    if value.__class__ is str:
        return unescaped(value)
    if value.__class__ in (int, float):
        pieces = zero_padded(cell.number_format)
        shown = shown_text(value, pieces) if pieces else None
        return value if shown is None else ShownText(shown)
    return value
