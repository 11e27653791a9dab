"""The words of the options that join orders and events to contacts."""

from __future__ import annotations

import argparse

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


def add_order_options(made: argparse.ArgumentParser) -> None:
    """Add the options."""
    group = made.add_argument_group("orders and events, joined to the contacts by key")
    group.add_argument(
        "--orders", action="append", default=[], metavar="FILE", help="a file of orders or of events; may repeat"
    )
    group.add_argument("--order-layout", metavar="NAME", help="layout of the orders (default: found by its headers)")
    group.add_argument(
        "--order-map", action="append", default=[], type=_meaning, metavar="HEADER=ROLE", help="read a column as a role"
    )
    group.add_argument(
        "--word",
        action="append",
        default=[],
        type=_meaning,
        metavar="WORD=MEANING",
        help="what a status or an event is",
    )
    group.add_argument("--currency", metavar="CODE", help="currency of amounts that state none (default: EUR)")
    group.add_argument("--order-dates", choices=["dmy", "mdy", "ymd"], help="order of their dates (default: found)")
    group.add_argument("--order-decimal-mark", choices=[",", "."], help="decimal mark there (default: found)")
    group.add_argument("--per", choices=["order", "line"], default="order", help="what a purchase is (default: order)")
    group.add_argument("--by", type=_keys, metavar="KEY,…", help="keys in order of trust (default: id,email,phone)")
    group.add_argument(
        "--shop", action="append", default=[], metavar="NAME", help="put before order numbers; one for each --orders"
    )
