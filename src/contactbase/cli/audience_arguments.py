"""The words of `contactbase audience`."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from contactbase.cli.days import moment
from contactbase.model.enums import Channel, Purpose

__all__ = ["add_audience_command"]

_Command = Callable[[Any, str, str, Sequence[str]], argparse.ArgumentParser]
_Options = Callable[[argparse.ArgumentParser], None]


def add_audience_command(commands: Any, command: _Command, reading: _Options, preset: Callable[[str], str]) -> None:
    """Add the command; `command` makes its parser, `reading` adds the options of reading a file."""
    made = command(
        commands,
        "audience",
        "say whom a campaign may reach, who waits, who is left out and why; write those who may be reached",
        [
            "audience clean/ --segment 'city = \"Lyon\"' --channel sms --at 2026-11-24T10:00+01:00 --out send.csv",
            "audience clean/ --whole-base --channel email --at 2026-11-24T10:00+01:00 --why c-17",
        ],
    )
    made.add_argument("file", metavar="FILE|DIR", help="a client file, a folder of results, or - for standard input")
    reading(made)
    whom = made.add_mutually_exclusive_group(required=True)
    whom.add_argument("--segment", metavar="TEXT", help="whom the campaign is for, in the segment language")
    whom.add_argument("--whole-base", action="store_true", help="the campaign is for everybody")
    made.add_argument("--channel", required=True, choices=[channel.value for channel in Channel])
    made.add_argument("--purpose", default="marketing", choices=[purpose.value for purpose in Purpose])
    made.add_argument("--at", required=True, type=moment, metavar="DATETIME", help="when it starts, with its zone")
    made.add_argument("--policy", metavar="NAME|FILE", default="FR", help="a policy, or a file of one (default: FR)")
    made.add_argument("--compare", metavar="NAME|FILE", help="say what another policy would change")
    made.add_argument("--suppression", metavar="FILE", help="the list of people to leave alone")
    made.add_argument("--key-file", metavar="FILE", help="file of its keys (also: CONTACTBASE_KEY_FILE)")
    made.add_argument("--sector", metavar="NAME", help="sector of the offer, held against the bans of the policy")
    made.add_argument("--category", action="append", default=[], metavar="NAME", help="category of what is offered")
    made.add_argument("--controller", metavar="NAME", help="who sends")
    made.add_argument("--brand", metavar="NAME", help="for which brand")
    made.add_argument("--about-work", action="store_true", help="the offer is about the profession of the recipients")
    made.add_argument("--countries", metavar="CC,…", help="countries that may be reached (default: all)")
    made.add_argument("--cap", type=_cap, metavar="N/DAYS", help="at most so many messages, of all channels together")
    made.add_argument("--household-cap", type=_cap, metavar="N/DAYS", help="the same for a whole household")
    made.add_argument("--text", metavar="TEXT", help="text of the SMS, with its places: counts its segments")
    made.add_argument("--price", type=_price, metavar="N", help="price of a message (with --text: of a segment)")
    made.add_argument("--currency", default="EUR", metavar="CODE", help="currency of the price (default: EUR)")
    made.add_argument("--per-hour", type=_throughput, metavar="N", help="messages an hour: say when it is over")
    made.add_argument("--tested", type=moment, metavar="DATETIME", help="when a test of this message was sent")
    made.add_argument("--require-test", action="store_true", help="write nobody unless a test was sent before")
    made.add_argument("--why", metavar="ID", help="say what becomes of this contact, and why")
    made.add_argument("--out", metavar="FILE", help="write the eligible contacts there (csv, xlsx; -: standard output)")
    made.add_argument("--reasons", metavar="FILE", help="write id, fate and reasons of everybody there, as JSON lines")
    made.add_argument("--chart", metavar="FILE", help="draw the funnel there (svg, html)")
    made.add_argument("--csv", type=preset, metavar="PRESET", default="plain", help="plain or excel-fr")
    made.add_argument("--format", choices=["text", "json"], default="text")


def _cap(text: str) -> tuple[int, int]:
    most, _, days = text.partition("/")
    if not (most.isdecimal() and days.isdecimal() and int(days)):
        raise argparse.ArgumentTypeError(f"{text!r} is no cap. Write it as 2/7: two messages in seven days.")
    return int(most), int(days)


def _price(text: str) -> Decimal:
    try:
        found = Decimal(text.replace(",", "."))
    except InvalidOperation:
        found = Decimal(-1)
    if not found.is_finite() or found < 0:
        raise argparse.ArgumentTypeError(f"{text!r} is no price. Write it as 0.045.")
    return found


def _throughput(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no throughput. Write 1 or more messages an hour.")
    return int(text)
