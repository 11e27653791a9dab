"""The options of reading, as the keywords of the library."""

from __future__ import annotations

import argparse
import datetime as dt
from typing import Any

from contactbase.errors import ReadError
from contactbase.normalize import country
from contactbase.normalize.communes import CommuneTable

__all__ = ["as_of", "communes", "reading", "region"]


def as_of(options: argparse.Namespace) -> dt.date:
    """Give the day of judgement; only here is the clock read."""
    given: dt.date | None = options.as_of
    return given or dt.date.today()  # noqa: DTZ011, TID251 - the user's own day, and the one place that asks for it


def region(options: argparse.Namespace) -> str:
    """Give the region in capitals; ReadError where it is no country code."""
    code: str = options.region.upper()
    known = country.normalize(code).values
    if code not in known:
        meant = f"{known[0]} for that country" if known else "two letters, such as FR, BE or CH"
        raise ReadError(f"{options.region!r} is no country code. Use {meant}.")
    return code


def communes(options: argparse.Namespace) -> CommuneTable | None:
    """Give the table of communes asked for, that of the data module for `installed`; None where none was."""
    if options.communes is None:
        return None
    from contactbase.pipeline.communes import read_communes  # noqa: PLC0415 - only for those who ask for it

    return read_communes(None if options.communes == "installed" else options.communes)


def reading(options: argparse.Namespace) -> dict[str, Any]:
    """Give the keywords of `read`; what was not given is left to detection."""
    found: dict[str, Any] = {
        "region": region(options),
        "layout": options.layout,
        "columns": dict(options.map) or None,
        "encoding": options.encoding,
        "delimiter": options.delimiter,
        "sheet": options.sheet,
        "header": False if options.no_header else None,
        "skip_rows": options.skip_rows,
        "date_order": options.date_order,
        "decimal_mark": options.decimal_mark,
        "zone": options.zone,
    }
    return {name: value for name, value in found.items() if value is not None}
