"""The one list of readers. A new format is one module beside this one, and one line below.

>>> [reader.name for reader in READERS]
['csv']
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import attrs

from contactbase.adapters.csv_reader import read_csv
from contactbase.adapters.source import Readable
from contactbase.model.journal import Outcome
from contactbase.model.table import Table

__all__ = ["READERS", "Reader", "open_table", "reader_named"]


@attrs.frozen(kw_only=True)
class Reader:
    """A format: its name, the suffixes of its files (in small letters), and the function that reads it."""

    name: str
    suffixes: tuple[str, ...]
    read: Callable[..., Outcome[Table]]


READERS: Final = (Reader(name="csv", suffixes=(".csv", ".tsv", ".tab", ".txt", ".psv"), read=read_csv),)
"""The first reads whatever has no suffix that another one claims."""

_WRAPPINGS: Final = frozenset((".gz", ".bz2", ".xz"))


def reader_named(name: str) -> Reader:
    """Give a reader by its name; ValueError lists the names."""
    for reader in READERS:
        if reader.name == name:
            return reader
    raise ValueError(f"There is no format {name!r}. Write {' or '.join(reader.name for reader in READERS)}.")


def open_table(source: Readable, *, format: str | None = None, **options: Any) -> Outcome[Table]:  # noqa: A002
    """Read a table, whatever its format: by name, else by the suffix of a path, else as CSV.

    `options` go to the reader of the format; see `read_csv`. ReadError when the source cannot be read at all.
    """
    reader = _by_suffix(source) if format is None else reader_named(format)
    return reader.read(source, **options)


def _by_suffix(source: Readable) -> Reader:
    """Find the reader that claims the suffix of a path, under a wrapping such as `.gz`."""
    if not isinstance(source, str | os.PathLike):
        return READERS[0]
    suffixes = [suffix.lower() for suffix in Path(source).suffixes]
    last = next((suffix for suffix in reversed(suffixes) if suffix not in _WRAPPINGS), "")
    return next((reader for reader in READERS if last in reader.suffixes), READERS[0])
