"""The words of the command of results."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from contactbase.cli.days import day
from contactbase.model.enums import Channel

__all__ = ["add_results_command"]

_Command = Callable[[Any, str, str, Sequence[str]], argparse.ArgumentParser]
_Options = Callable[[argparse.ArgumentParser], None]


def named(text: str) -> tuple[str, str]:
    """Read NAME=TEXT; the name ends at the first equals sign."""
    name, equals, rest = text.partition("=")
    if not (name and equals and rest):
        raise argparse.ArgumentTypeError(f"{text!r} names nothing. Write NAME=TEXT, such as lyon='city = \"Lyon\"'.")
    return name, rest


def action(text: str) -> tuple[str, str]:
    """Read LINK=WORDS; the words begin after the last equals sign, because links have some of their own."""
    link, equals, words = text.rpartition("=")
    if not (link and equals and words):
        raise argparse.ArgumentTypeError(f"{text!r} names no link. Write LINK=WORDS, as in https://example.org/a=Book.")
    return link, words


def amount(text: str) -> Decimal:
    """Read an amount in whole units of the currency."""
    try:
        found = Decimal(text.replace(",", "."))
    except InvalidOperation:
        found = Decimal("NaN")
    if not found.is_finite() or found < 0:
        raise argparse.ArgumentTypeError(f"{text!r} is no amount. Write 0 or more, such as 120.50.")
    return found


def within(text: str) -> int | None:
    """Read a number of days, or `named` for none."""
    if text == "named":
        return None
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is no number of days. Write 0 or more, or named.")
    return int(text)


def add_results_command(commands: Any, command: _Command, reading: _Options) -> None:
    """Add the command; `command` makes its parser, `reading` adds the options of reading a file."""
    made = command(
        commands,
        "results",
        "say what a campaign taught: deliveries, clicks, departures, revenue, each with its denominator",
        [
            "results clean/",
            "results clean/ --campaign spring --cost 42.50",
            "results clients.csv --campaign spring --channel sms --report dlr.csv --out spring.html --format html",
            "results clean/ --growth 2026-01-01",
        ],
    )
    made.add_argument("file", metavar="FILE|DIR", help="a client file, a folder of results, or - for standard input")
    reading(made)
    made.add_argument("--campaign", metavar="NAME", help="the campaign (default: list those that the events speak of)")
    made.add_argument("--channel", choices=list(Channel), default=Channel.SMS, type=Channel, help="default: sms")
    made.add_argument(
        "--report", action="append", default=[], metavar="FILE", help="a provider's report on this campaign; may repeat"
    )
    made.add_argument(
        "--segment", action="append", default=[], type=named, metavar="NAME=TEXT", help="figures of a segment beside"
    )
    made.add_argument(
        "--action", action="append", default=[], type=action, metavar="LINK=WORDS", help="the call to action of a link"
    )
    made.add_argument(
        "--tester", action="append", default=[], metavar="ID|ADDRESS", help="somebody who tried it out: left out"
    )
    made.add_argument(
        "--within-days",
        type=within,
        default=7,
        metavar="N|named",
        help="purchases that count: of so many days after the sending (default: 7), or only those that name it",
    )
    made.add_argument("--cost", type=amount, metavar="AMOUNT", help="what it cost, in whole units of the currency")
    made.add_argument("--currency", default="EUR", metavar="CODE", help="currency of revenue and cost (default: EUR)")
    made.add_argument("--growth", type=day, metavar="DATE", help="new, leaving and total by month, from this day on")
    made.add_argument("--format", choices=["text", "json", "html", "svg"], default="text")
    made.add_argument("--out", metavar="FILE", help="write there (default: standard output)")
