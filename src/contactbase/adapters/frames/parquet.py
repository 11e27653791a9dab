"""Parquet files through pyarrow: read as tables of text, some thousands of rows at a time, and written.

Before a row is read, the file must say how large it is: a row group of more than a gigabyte, uncompressed, is refused,
and so are 5,000 columns. Types are read as those of data frames (`cell_text`); a file of ours is known by its columns.
"""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO, Final

import attrs

from contactbase.adapters.extras import packages
from contactbase.adapters.frames.cell_text import cell_text
from contactbase.adapters.frames.reader import is_own
from contactbase.adapters.source import Readable, Source, open_source
from contactbase.errors import ReadError
from contactbase.model.canonical import join
from contactbase.model.journal import Note, Outcome
from contactbase.model.table import Row, Table

__all__ = ["is_parquet", "parquet_bytes", "read_parquet"]

_BATCH: Final = 2000
_GROUP: Final = 1 << 30
_FILE: Final = 1 << 32
_COLUMNS: Final = 5000
_IN_MEMORY: Final = 1 << 26


def is_parquet(head: bytes) -> bool:
    """Tell by its first bytes whether a file is Parquet."""
    return head.startswith(b"PAR1")


def read_parquet(source: Readable, *, allow_empty: bool = False) -> Outcome[Table]:
    """Read a Parquet file: a table of text that can be read again and again.

    ReadError when it is damaged, empty (unless `allow_empty`) or claims to be larger than can be read; MissingExtra
    without pyarrow.
    """
    packages("parquet", "pyarrow.parquet")
    file = open_source(source)
    with _opened(file) as parquet:
        columns = tuple(map(str, parquet.schema_arrow.names))
        rows, numeric = parquet.metadata.num_rows, _numeric(parquet.schema_arrow)
        _refuse_bombs(file, parquet, columns)
    if not rows and not allow_empty:
        raise ReadError(f"{file.name} has no rows.")
    reading = _Reading(source=file, several=join if is_own(columns) else "\n".join)
    return Outcome(Table(file=file.name, columns=columns, read=reading, numeric=numeric))


def _numeric(schema: Any) -> frozenset[str]:
    types = packages("parquet", "pyarrow.types")
    return frozenset(each.name for each in schema if types.is_integer(each.type) or types.is_floating(each.type))


def _refuse_bombs(file: Source, parquet: Any, columns: tuple[str, ...]) -> None:
    """Hold the file to what it says about itself."""
    metadata = parquet.metadata
    if len(columns) != len(set(columns)):
        raise ReadError(f"{file.name} has two columns of one name. Write it again with different names.")
    if len(columns) > _COLUMNS:
        raise ReadError(f"{file.name} has {len(columns)} columns. It is no table of contacts.")
    for number in range(metadata.num_row_groups):
        size = metadata.row_group(number).total_byte_size
        if size > _GROUP or size < 0:
            raise ReadError(f"{file.name} claims a row group of {size >> 20} MB. Write it with smaller row groups.")


@attrs.frozen(kw_only=True, eq=False)
class _Reading:
    """Opens the file and gives its rows as text, anew with every call."""

    source: Source
    several: Callable[[Iterable[str]], str]

    def __call__(self, _note: Note) -> Iterator[Row]:
        number, several = 0, self.several
        with _opened(self.source) as parquet:
            for batch in parquet.iter_batches(batch_size=_BATCH):
                columns = [[cell_text(value, several) for value in column.to_pylist()] for column in batch.columns]
                for cells in zip(*columns, strict=True):
                    number += 1
                    yield Row(number, number, list(cells))


@contextmanager
def _opened(file: Source) -> Iterator[Any]:
    """Open a file of Parquet; what pyarrow finds wrong with it is a ReadError."""
    parquet, arrow = packages("parquet", "pyarrow.parquet"), packages("parquet", "pyarrow")
    with _seekable(file) as raw:
        try:
            yield parquet.ParquetFile(raw)
        except (arrow.ArrowException, OSError, ValueError, OverflowError) as error:
            raise ReadError(f"{file.name} is no whole Parquet file: it is damaged or cut short.") from error


@contextmanager
def _seekable(file: Source) -> Iterator[BinaryIO]:
    """Copy the bytes where they can be sought: into memory while small, else into a file without a name."""
    with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY, prefix="contactbase-") as copy:
        for chunk in file.chunks():
            copy.write(chunk)
            if copy.tell() > _FILE:
                raise ReadError(f"{file.name} has more than {_FILE >> 30} GB. Cut it into several files.")
        copy.seek(0)
        yield copy  # type: ignore[misc]  # a spooled file is a binary file


def parquet_bytes(table: Any) -> bytes:
    """Give a table of pyarrow as a Parquet file, compressed with zstd."""
    written = io.BytesIO()
    packages("parquet", "pyarrow.parquet").write_table(table, written, compression="zstd", row_group_size=100_000)
    return written.getvalue()
