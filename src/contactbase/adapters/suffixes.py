"""Suffixes of formats: a CSV called `clients.ods` is opened by nothing, and refused before it is written.

>>> refuse_suffix("clients.csv.gz", (".csv", ".xlsx"))
Traceback (most recent call last):
    ...
contactbase.errors.WriteError: This is not written as .gz. Give a name that ends in .csv or .xlsx.
>>> refuse_suffix("clients.txt", (".csv",))
"""

from __future__ import annotations

from collections.abc import Sequence
from os import PathLike
from pathlib import Path
from typing import Final

from contactbase.errors import WriteError

__all__ = ["refuse_suffix"]

_KNOWN: Final = frozenset(
    ".csv .xlsx .vcf .vcard .jsonl .ndjson .parquet .pq .xls .xlsm .xlsb .xltx .ods .ots .numbers .doc .docx .odt .rtf "
    ".pdf .html .htm .xml .json .geojson .yaml .yml .toml .tsv .tab .dbf .mdb .accdb .db .sqlite .sqlite3 .duckdb .sql "
    ".feather .arrow .ipc .orc .avro .pst .ldif .gz .bz2 .xz .zst .zip .7z .rar .tar".split()
)


def refuse_suffix(path: str | PathLike[str], written: Sequence[str]) -> None:
    """Refuse a name that says another format than one of those `written`; a suffix of no format is the caller's own.

    WriteError, which names the formats that can be written.
    """
    suffix = Path(path).suffix.lower()
    if suffix in _KNOWN and suffix not in written:
        *others, last = written
        names = f"{', '.join(others)} or {last}" if others else last
        raise WriteError(f"This is not written as {suffix}. Give a name that ends in {names}.")
