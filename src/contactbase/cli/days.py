"""Days and moments of the command line."""

from __future__ import annotations

import argparse
import datetime as dt

__all__ = ["day", "moment"]


def day(text: str) -> dt.date:
    """Read a day of the command line."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day. Write it as 2026-11-22.") from None


def moment(text: str) -> dt.datetime:
    """Read a moment with its zone."""
    try:
        found = dt.datetime.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise argparse.ArgumentTypeError(f"{text!r} is no moment with a zone. Write it as 2026-11-22T10:00:00+01:00.")
    return found
