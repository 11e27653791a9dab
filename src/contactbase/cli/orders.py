"""The orders and events that a command joins to its contacts."""

from __future__ import annotations

import argparse
import sys

from contactbase.cli.reading import as_of, region
from contactbase.errors import ContactBaseError
from contactbase.joining.keyed import KeyedEvents
from contactbase.model.journal import Outcome
from contactbase.pipeline.event_files import read_orders

__all__ = ["orders_in"]


def orders_in(options: argparse.Namespace) -> list[Outcome[KeyedEvents]]:
    """Read the files of orders that were given; ContactBaseError where the names of shops are not one for each."""
    shops: list[str | None] = list(options.shop) or [None] * len(options.orders)
    if len(shops) != len(options.orders):
        raise ContactBaseError("--shop names the shop of one --orders each: give as many of both.")
    told = {"date_order": options.order_dates, "decimal_mark": options.order_decimal_mark, "zone": options.zone}
    stated = {name: value for name, value in told.items() if value is not None}
    return [
        read_orders(
            sys.stdin.buffer if file == "-" else file,
            as_of=as_of(options),
            layout=options.order_layout,
            region=region(options),
            columns=dict(options.order_map),
            words=dict(options.word),
            currency=options.currency,
            unit=options.per,
            shop=shop,
            **stated,
        )
        for file, shop in zip(options.orders, shops, strict=True)
    ]
