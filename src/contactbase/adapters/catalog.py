"""The one list of readers. A new format is one module beside this one, and one line below.

>>> [reader.name for reader in READERS]
['csv', 'excel', 'vcard', 'jsonl', 'parquet']
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import attrs

from contactbase.adapters.csv_reader import read_csv
from contactbase.adapters.excel.reader import is_workbook, read_excel
from contactbase.adapters.frames.parquet import is_parquet, read_parquet
from contactbase.adapters.jsonl_reader import is_jsonl, read_jsonl
from contactbase.adapters.signatures import refusal
from contactbase.adapters.source import Readable, Source, open_source
from contactbase.adapters.vcard.reader import is_vcard, read_vcard
from contactbase.errors import ReadError
from contactbase.model.journal import Journal, Outcome, finding
from contactbase.model.source import SourceRef
from contactbase.model.table import Table

__all__ = ["READERS", "Reader", "open_table", "reader_named"]


def _no_sign(_head: bytes) -> bool:
    return False


@attrs.frozen(kw_only=True)
class Reader:
    """A format: its name, the suffixes of its files (in small letters), and the function that reads it.

    `claims` tells by the first bytes of a file that it is of this format, whatever its name says; `kind` says what such
    a file is.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[..., Outcome[Table]]
    claims: Callable[[bytes], bool] = _no_sign
    kind: str = ""

    @property
    def options(self) -> frozenset[str]:
        """The keywords that the reader takes."""
        return frozenset(list(inspect.signature(self.read).parameters)[1:])


READERS: Final = (
    Reader(name="csv", suffixes=(".csv", ".tsv", ".tab", ".txt", ".psv"), read=read_csv, kind="text"),
    Reader(
        name="excel",
        suffixes=(".xlsx", ".xlsm", ".xltx", ".xls", ".ods"),
        read=read_excel,
        claims=is_workbook,
        kind="a workbook",
    ),
    Reader(name="vcard", suffixes=(".vcf", ".vcard"), read=read_vcard, claims=is_vcard, kind="vCards"),
    Reader(name="jsonl", suffixes=(".jsonl", ".ndjson"), read=read_jsonl, claims=is_jsonl, kind="JSON Lines"),
    Reader(name="parquet", suffixes=(".parquet", ".pq"), read=read_parquet, claims=is_parquet, kind="Parquet"),
)
"""The first reads whatever no other one claims."""

_HEAD: Final = 1 << 12
_WRAPPINGS: Final = frozenset((".gz", ".bz2", ".xz"))


def reader_named(name: str) -> Reader:
    """Give a reader by its name; ValueError lists the names."""
    for reader in READERS:
        if reader.name == name:
            return reader
    raise ValueError(f"There is no format {name!r}. Write {' or '.join(reader.name for reader in READERS)}.")


def open_table(source: Readable, *, format: str | None = None, **options: Any) -> Outcome[Table]:  # noqa: A002
    """Read a table, whatever its format: by name, else by its first bytes, else by the suffix of its name, else as CSV.

    `options` go to the reader of the format; see `read_csv` and `read_excel`. ReadError when the source cannot be read
    at all, or an option means nothing for its format.
    """
    opened = open_source(source)
    named = _by_suffix(opened)
    reader = _by_content(opened, named) if format is None else reader_named(format)
    for option, value in options.items():
        if option not in reader.options and value is not None:
            raise ReadError(f"{opened.name} is read as {reader.name}, where {option!r} means nothing. Leave it out.")
    known = {option: value for option, value in options.items() if option in reader.options}
    table, journal = reader.read(opened, **known)
    if format is None and named not in (None, reader):
        said = finding(
            "excel.renamed", source=SourceRef(file=opened.name), suffix=_suffix(opened.name), kind=reader.kind
        )
        journal = Journal((said,)) + journal
    return Outcome(table, journal)


def _by_content(source: Source, named: Reader | None) -> Reader:
    """Find the reader whose signs a file bears; one without signs is read by its suffix, if that can be."""
    head = source.head(_HEAD)
    claiming = next((reader for reader in READERS if reader.claims(head)), None)
    if claiming is not None:
        return claiming
    if named is None or (named.claims is not _no_sign and not refusal(head)):
        return READERS[0]
    return named


def _suffix(name: str) -> str:
    suffixes = [suffix.lower() for suffix in Path(name).suffixes]
    return next((suffix for suffix in reversed(suffixes) if suffix not in _WRAPPINGS), "")


def _by_suffix(source: Source) -> Reader | None:
    """Find the reader that claims the suffix of a name, under a wrapping such as `.gz`."""
    suffix = _suffix(source.name)
    return next((reader for reader in READERS if suffix in reader.suffixes), None)
