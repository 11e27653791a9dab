"""How a delimiter is written on the command line."""

from __future__ import annotations

import argparse

__all__ = ["character"]


def character(text: str) -> str:
    """Read a delimiter; `tab`, or a backslash and t, is a tabulator."""
    found = {"tab": "\t", "\\t": "\t"}.get(text, text)
    if len(found) > 1 or found in {'"', "\r", "\n"}:
        raise argparse.ArgumentTypeError(f"{text!r} is no delimiter. Write one character, such as ';', or tab.")
    return found
