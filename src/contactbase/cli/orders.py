"""The orders and events that a command joins to its contacts, each file with the options that are meant for it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from typing import Any, Final

from contactbase.adapters.catalog import open_table
from contactbase.adapters.source import Readable, open_source
from contactbase.cli.reading import as_of, region
from contactbase.errors import ContactBaseError
from contactbase.joining.keyed import KeyedEvents
from contactbase.layouts.layout import header_key
from contactbase.model.journal import Outcome
from contactbase.pipeline.event_files import read_orders

__all__ = ["orders_in"]

_AUTO: Final = "auto"
"""What leaves a file of several to be found out."""
_OPTIONS: Final = {
    "order_layout": "layout",
    "order_dates": "date_order",
    "order_decimal_mark": "decimal_mark",
    "currency": "currency",
    "per": "unit",
    "order_encoding": "encoding",
    "order_delimiter": "delimiter",
    "order_sheet": "sheet",
}
"""Options that may be given once for all files, or once for each: their keywords of `read_orders`."""


def orders_in(options: argparse.Namespace) -> list[Outcome[KeyedEvents]]:
    """Read the files of orders that were given; ContactBaseError for an option neither for all nor for each."""
    shops: list[str | None] = list(options.shop) or [None] * len(options.orders)
    if len(shops) != len(options.orders):
        raise ContactBaseError("--shop names the shop of one --orders each: give as many of both.")
    files = [open_source(sys.stdin.buffer) if file == "-" else file for file in options.orders]
    stated = _stated(options, len(files))
    maps = _maps(dict(options.order_map), files, stated)
    return [
        read_orders(
            file,
            as_of=as_of(options),
            region=region(options),
            columns=columns,
            words=dict(options.word),
            shop=shop,
            **told,
        )
        for file, told, columns, shop in zip(files, stated, maps, shops, strict=True)
    ]


def _stated(options: argparse.Namespace, count: int) -> list[dict[str, Any]]:
    """Give what is stated of each file."""
    stated: list[dict[str, Any]] = [{} if options.zone is None else {"zone": options.zone} for _ in range(count)]
    for name, keyword in _OPTIONS.items():
        given = getattr(options, name)
        if count and len(given) not in {0, 1, count}:
            said = f"--{name.replace('_', '-')} was given {len(given)} times for {count} files of orders"
            raise ContactBaseError(f"{said}: give it once for all of them, or once for each, in their order.")
        for told, value in zip(stated, given * count if len(given) == 1 else given, strict=False):
            if value != _AUTO:
                told[keyword] = value
    return stated


def _maps(
    roles: Mapping[str, str], files: Sequence[Readable], stated: Sequence[Mapping[str, Any]]
) -> list[dict[str, str]]:
    """Give each file the roles of the columns that it has; ContactBaseError for a header that none of several has."""
    if len(files) < 2 or not roles:
        return [dict(roles) for _ in files]
    headers = [set(map(header_key, _headers(file, told))) for file, told in zip(files, stated, strict=True)]
    for header in roles:
        if not any(header_key(header) in found for found in headers):
            raise ContactBaseError(f'There is no column "{header}" in any of the files of orders.')
    return [{name: role for name, role in roles.items() if header_key(name) in found} for found in headers]


def _headers(file: Readable, told: Mapping[str, Any]) -> tuple[str, ...]:
    """Give the headers of a file, read as it is stated to be."""
    how = {name: told[name] for name in ("encoding", "delimiter", "sheet") if name in told}
    return open_table(file, allow_empty=True, **how).value.columns
