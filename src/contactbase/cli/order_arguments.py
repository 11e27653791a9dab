"""The words of the options that join orders and events to contacts."""

from __future__ import annotations

import argparse
from typing import Any, Final

from contactbase.cli.delimiters import character

__all__ = ["add_order_options"]


def _meaning(text: str) -> tuple[str, str]:
    """Read LEFT=RIGHT; the right side begins after the last equals sign and may be empty."""
    left, equals, right = text.rpartition("=")
    if not (equals and left):
        raise argparse.ArgumentTypeError(f"{text!r} says nothing. Write it with an equals sign, such as Montant=total.")
    return left, right


def _keys(text: str) -> tuple[str, ...]:
    """Read keys between commas."""
    found = tuple(key.strip() for key in text.split(",") if key.strip())
    if not found:
        raise argparse.ArgumentTypeError("No key is named. Write id, email, phone, or a column of the contacts.")
    return found


def _delimiter(text: str) -> str:
    return text if text == "auto" else character(text)


def add_order_options(made: argparse.ArgumentParser) -> None:
    """Add the options; those of `_ONCE_OR_EACH` are said once for all files, or once for each."""
    group = made.add_argument_group(
        "orders and events, joined to the contacts by key",
        "Options from --order-layout to --order-sheet: once for all files, or once for each --orders, in their order "
        '("auto": to be found out). --order-map and --word are for the files which have the header or the word.',
    )
    group.add_argument(
        "--orders", action="append", default=[], metavar="FILE", help="a file of orders or of events; may repeat"
    )
    for name, help_, how in _ONCE_OR_EACH:
        group.add_argument(name, action="append", default=[], help=help_, **how)
    for name, metavar, help_ in _REPEATED:
        group.add_argument(name, action="append", default=[], type=_meaning, metavar=metavar, help=help_)
    group.add_argument("--by", type=_keys, metavar="KEY,…", help="keys in order of trust (default: id,email,phone)")
    group.add_argument(
        "--shop", action="append", default=[], metavar="NAME", help="put before order numbers; one for each --orders"
    )


_ONCE_OR_EACH: Final[tuple[tuple[str, str, dict[str, Any]], ...]] = (
    ("--order-layout", "layout of the orders (default: found by its headers)", {"metavar": "NAME"}),
    ("--order-dates", "order of their dates (default: found)", {"choices": ["dmy", "mdy", "ymd", "auto"]}),
    ("--order-decimal-mark", "decimal mark there (default: found)", {"choices": [",", ".", "auto"]}),
    ("--currency", "currency of amounts that state none (default: EUR)", {"metavar": "CODE"}),
    ("--per", "what a purchase is (default: order)", {"choices": ["order", "line"]}),
    ("--order-encoding", "encoding of the orders (default: detected)", {"metavar": "NAME"}),
    ("--order-delimiter", "delimiter of the orders (default: detected)", {"metavar": "C", "type": _delimiter}),
    ("--order-sheet", "sheet of a workbook of orders (default: the first)", {"metavar": "NAME"}),
)
_REPEATED: Final = (
    ("--order-map", "HEADER=ROLE", "read a column as a role; may repeat"),
    ("--word", "WORD=MEANING", "what a status or an event is; may repeat"),
)
