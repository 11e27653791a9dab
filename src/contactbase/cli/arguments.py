"""The words that the command line understands."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Sequence
from importlib import import_module
from typing import Any, Protocol

from contactbase import __version__
from contactbase.cli.say import Voice

__all__ = ["parser"]


class Command(Protocol):
    """What runs one command."""

    def __call__(self, options: argparse.Namespace, voice: Voice) -> int:
        """Run it; give the exit code."""


def _late(module: str) -> Command:
    """Give a command whose module is imported when it runs, so that `--help` is quick."""

    def run(options: argparse.Namespace, voice: Voice) -> int:
        code: int = import_module(f"contactbase.cli.{module}").run(options, voice)
        return code

    return run


def day(text: str) -> dt.date:
    """Read a day of the command line."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day. Write it as 2026-11-22.") from None


def pair(text: str) -> tuple[str, str]:
    """Read HEADER=FIELD."""
    header, equals, field = text.rpartition("=")
    if not equals or not header:
        raise argparse.ArgumentTypeError(f"{text!r} maps nothing. Write HEADER=field, or HEADER= to keep it beside.")
    return header, field


def character(text: str) -> str:
    """Read a delimiter; `tab`, or a backslash and t, is a tabulator."""
    found = {"tab": "\t", "\\t": "\t"}.get(text, text)
    if len(found) > 1 or found in {'"', "\r", "\n"}:
        raise argparse.ArgumentTypeError(f"{text!r} is no delimiter. Write one character, such as ';', or tab.")
    return found


def count(text: str) -> int:
    """Read a number of rows or lines."""
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is no number of rows. Write 0 or more.")
    return int(text)


def preset(text: str) -> str:
    """Read the name of a way of writing CSV."""
    from contactbase.adapters.csv_writer import preset_named  # noqa: PLC0415 - `--help` needs none of it

    try:
        return preset_named(text).name
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def parser() -> argparse.ArgumentParser:
    """Make the parser of all commands."""
    top = argparse.ArgumentParser(
        prog="contactbase",
        description="Contact-base hygiene: clean, check and select client files. Never silently wrong.",
    )
    top.add_argument("--version", action="version", version=f"contactbase {__version__}")
    commands = top.add_subparsers(metavar="COMMAND", required=True)
    _clean(commands)
    _check(commands)
    _segment(commands)
    _report(commands)
    _rules(commands)
    _undo(commands)
    _demo(commands)
    return top


def _command(commands: Any, name: str, words: str, examples: Sequence[str] = ()) -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = commands.add_parser(
        name,
        help=words,
        description=words[0].upper() + words[1:] + ".",
        epilog="examples:\n" + "\n".join(f"  contactbase {example}" for example in examples) if examples else None,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.set_defaults(command=_late(name))
    made.add_argument("--lang", choices=["en", "fr"], help="language of the messages (default: of the environment)")
    made.add_argument("--quiet", action="store_true", help="say nothing but errors; no progress bar")
    made.add_argument("--no-color", action="store_true", help="no colours (also: NO_COLOR)")
    return made


def _reading(made: argparse.ArgumentParser) -> None:
    made.add_argument("--region", default="FR", metavar="CC", help="country of national numbers (default: FR)")
    made.add_argument("--layout", metavar="NAME", help="layout of the file (default: recognized by its headers)")
    made.add_argument(
        "--map", action="append", default=[], type=pair, metavar="HEADER=FIELD", help="read a column as a field"
    )
    made.add_argument("--encoding", metavar="NAME", help="encoding of the file (default: detected)")
    made.add_argument("--delimiter", type=character, metavar="C", help="delimiter of the file (default: detected)")
    made.add_argument("--no-header", action="store_true", help="the file has no header row")
    made.add_argument("--skip-rows", type=count, metavar="N", help="lines to skip above the header (default: detected)")
    made.add_argument("--as-of", type=day, metavar="DATE", help="the day of judgement (default: today)")


def _communes(made: argparse.ArgumentParser) -> None:
    made.add_argument(
        "--communes",
        metavar="FILE",
        help="table by which French cities are spelled and held against postcodes (the data module: installed)",
    )


def _clean(commands: Any) -> None:
    made = _command(
        commands,
        "clean",
        "normalize, merge duplicates, list retention decisions, write a folder of results",
        ["clean clients.csv --out clean/", "clean *.csv --out clean/ --as-of 2026-11-22 --enact"],
    )
    made.add_argument(
        "files", nargs="+", metavar="FILE", help="client files, a folder of results, or - for standard input"
    )
    made.add_argument("--out", metavar="DIR", help="folder of results (replaced whole)")
    _reading(made)
    made.add_argument("--policy", metavar="NAME", default="FR", help="retention policy (default: FR)")
    made.add_argument("--enact", action="store_true", help="act on retention decisions: delete and archive what is due")
    made.add_argument(
        "--csv", type=preset, metavar="PRESET", default="plain", help="how CSV is written: plain, excel-fr"
    )
    made.add_argument("--workers", type=int, default=1, metavar="N", help="processes that normalize (default: 1)")
    made.add_argument("--dry-run", action="store_true", help="do everything but write")
    _communes(made)


def _check(commands: Any) -> None:
    made = _command(
        commands,
        "check",
        "say what is wrong with a file, cell by cell, and change nothing",
        ["check clients.csv", "check clients.csv --select phone --format json"],
    )
    made.add_argument("files", nargs="+", metavar="FILE")
    _reading(made)
    made.add_argument("--select", metavar="CODE,…", help="codes or families to report (default: all but notes)")
    made.add_argument("--format", choices=["text", "json"], default="text")
    made.add_argument("--strict", action="store_true", help="exit with 1 on warnings too")
    _communes(made)


def _segment(commands: Any) -> None:
    made = _command(
        commands,
        "segment",
        "select contacts with the segment language",
        ["""segment clean/ 'city = "Lyon" and opted in to sms' --out lyon.csv"""],
    )
    made.add_argument("file", metavar="FILE", help="a client file or a folder of results")
    made.add_argument("text", metavar="TEXT", help="the segment")
    _reading(made)
    made.add_argument("--out", metavar="FILE", help="write the contacts there: .csv, .vcf, .jsonl (default: stdout)")
    made.add_argument(
        "--csv", type=preset, metavar="PRESET", default="plain", help="how CSV is written: plain, excel-fr"
    )
    made.add_argument("--mailing", action="store_true", help="write address blocks (NF Z10-011) for a mailing house")
    made.add_argument("--explain", metavar="ID", help="say why this contact is in, or what is missing")
    made.add_argument("--count", action="store_true", help="say how many there are")
    made.add_argument("--sql", metavar="DIALECT", help="print the segment as SQL: duckdb, sqlite, postgresql, spark")


def _report(commands: Any) -> None:
    made = _command(commands, "report", "draw the report of a file or of a folder of results", ["report clean/"])
    made.add_argument("file", metavar="FILE|DIR")
    _reading(made)
    made.add_argument(
        "--out", metavar="FILE", help="write the page there (default: report.html, beside a folder's results)"
    )


def _rules(commands: Any) -> None:
    made = _command(commands, "rules", "list the codes, or explain one", ["rules", "rules phone.too-short --lang fr"])
    made.add_argument("code", nargs="?", metavar="CODE", help="a code or a family")
    made.add_argument("--format", choices=["text", "json"], default="text")


def _undo(commands: Any) -> None:
    made = _command(
        commands,
        "undo",
        "give back the records as they were read, from a folder of results",
        ["undo clean/ --out as-read.csv"],
    )
    made.add_argument("folder", metavar="DIR")
    made.add_argument("--out", metavar="FILE", help="write there (default: standard output)")


def _demo(commands: Any) -> None:
    made = _command(
        commands, "demo", "write a dirty sample file of made-up people to try everything on", ["demo sample/"]
    )
    made.add_argument("folder", metavar="DIR")
    made.add_argument("--rows", type=count, default=3000, metavar="N", help="how many (default: 3000)")
