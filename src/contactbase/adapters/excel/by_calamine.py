"""The cells of a sheet by calamine, which is written in Rust, reads a sheet at once, and must be called guarded.

It allocates one rectangle around all cells, and aborts the process where memory does not suffice: callers bound the
rectangle first (`scan`), or run this in a process of its own (`isolated`).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from typing import Any, BinaryIO, Final

from contactbase.adapters.excel.batch import Batch
from contactbase.errors import MissingExtra, ReadError

__all__ = ["batches_by_calamine", "has_calamine", "load_calamine", "opened"]

_BATCH: Final = 500


def load_calamine() -> Any:
    """Import python-calamine; MissingExtra where it is not installed."""
    try:
        import python_calamine  # noqa: PLC0415 - an extra, imported where it is used
    except ImportError as error:
        raise MissingExtra("excel-fast", "python-calamine") from error
    return python_calamine


def has_calamine() -> bool:
    """Tell whether the fast engine is installed."""
    try:
        load_calamine()
    except MissingExtra:
        return False
    return True


def opened(file: BinaryIO, name: str) -> Any:
    """Open a workbook; ReadError where it is protected or damaged."""
    library = load_calamine()
    try:
        return library.load_workbook(file)
    except library.PasswordError as error:
        raise ReadError(
            f"{name} is protected by a password. Open it, take the password off and save it again."
        ) from error
    except BaseException as error:
        raise _damaged(error, name) from error


def batches_by_calamine(file: BinaryIO, name: str, sheet: str) -> Iterator[Batch]:
    """Give the rows of a sheet in batches; ReadError where the workbook is damaged."""
    try:
        table = opened(file, name).get_sheet_by_name(sheet)
        start = table.start or (0, 0)
        rows = iter(table.iter_rows())
        first = next(rows, None)
    except ReadError:
        raise
    except BaseException as error:
        raise _damaged(error, name) from error
    if first is None:
        return
    number, before = _first_row(first, start[0]), [None] * start[1]
    rows = chain((first,), rows)
    while taken := list(islice(rows, _BATCH)):
        numbers = list(range(number, number + len(taken)))
        yield Batch.of_rows(numbers, [before + cells for cells in taken] if before else taken)
        number += len(taken)


def _first_row(cells: list[Any], start: int) -> int:
    """Give the number of the first row that calamine yields: of the sheet where it is empty, else of its cells."""
    return start + 1 if any(cell != "" for cell in cells) else 1


def _damaged(error: BaseException, name: str) -> BaseException:
    """Make a ReadError of what goes wrong inside, a panic of Rust among it (no Exception); leave interruptions."""
    if isinstance(error, KeyboardInterrupt | SystemExit | GeneratorExit):
        return error
    return ReadError(
        f"{name} is damaged, or its cells reach too far apart. Open it, save it again or as CSV, and read that."
    )
