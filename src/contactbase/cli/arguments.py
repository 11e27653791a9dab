"""The words that the command line understands."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from importlib import import_module
from typing import Any, Protocol

from contactbase import __version__
from contactbase.cli.audience_arguments import add_audience_command
from contactbase.cli.days import day
from contactbase.cli.delimiters import character
from contactbase.cli.order_arguments import add_order_options
from contactbase.cli.privacy_arguments import add_privacy_commands
from contactbase.cli.results_arguments import add_results_command
from contactbase.cli.say import Voice
from contactbase.model.enums import Purpose

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


def pair(text: str) -> tuple[str, str]:
    """Read HEADER=FIELD."""
    header, equals, field = text.rpartition("=")
    if not equals or not header:
        raise argparse.ArgumentTypeError(f"{text!r} maps nothing. Write HEADER=field, or HEADER= to keep it beside.")
    return header, field


def count(text: str) -> int:
    """Read a number of rows or lines."""
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is no number of rows. Write 0 or more.")
    return int(text)


def length(text: str) -> tuple[str, int, int | None]:
    """Read FIELD=MIN-MAX, FIELD=MIN- or FIELD=-MAX."""
    field, equals, bounds = text.partition("=")
    least, dash, most = bounds.partition("-")
    if not (field and equals and dash and (least + most).isdecimal()):
        raise argparse.ArgumentTypeError(f"{text!r} is no rule of length. Write FIELD=MIN-MAX, such as city=2-40.")
    return field, int(least or 0), int(most) if most else None


def preset(text: str) -> str:
    """Read the name of a way of writing CSV."""
    from contactbase.adapters.csv_writer import preset_named  # noqa: PLC0415 - `--help` needs none of it

    try:
        return preset_named(text).name
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def purpose(text: str) -> Purpose:
    """Read a purpose."""
    try:
        return Purpose(text.lower())
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no purpose. Write one of: {', '.join(Purpose)}.") from None


def parser() -> argparse.ArgumentParser:
    """Make the parser of all commands."""
    top = argparse.ArgumentParser(
        prog="contactbase",
        description="Contact-base hygiene: clean, check and select client files. Never silently wrong.",
    )
    top.add_argument("--version", action="version", version=f"contactbase {__version__}")
    commands = top.add_subparsers(metavar="COMMAND", required=True)
    _clean(commands)
    _sms(commands)
    _check(commands)
    _match(commands)
    _review(commands)
    _segment(commands)
    add_audience_command(commands, _command, _reading, preset)
    _retain(commands)
    _report(commands)
    add_results_command(commands, _command, _reading)
    _rules(commands)
    _layouts(commands)
    _undo(commands)
    add_privacy_commands(commands, _command, _reading)
    _demo(commands)
    return top


def _command(
    commands: Any, name: str, words: str, examples: Sequence[str] = (), *, module: str | None = None
) -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = commands.add_parser(
        name,
        help=words,
        description=words[0].upper() + words[1:] + ".",
        epilog="examples:\n" + "\n".join(f"  contactbase {example}" for example in examples) if examples else None,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.set_defaults(command=_late(module or name))
    made.add_argument("--lang", choices=["en", "fr"], help="language of the messages (default: of the environment)")
    made.add_argument("--quiet", action="store_true", help="say nothing but errors; no progress bar")
    made.add_argument("--no-color", action="store_true", help="no colours (also: NO_COLOR)")
    return made


def _reading(made: argparse.ArgumentParser) -> None:
    made.add_argument("--region", default="FR", metavar="CC", help="country of national numbers (default: FR)")
    made.add_argument(
        "--layout",
        metavar="NAME|FILE.toml",
        help="layout, or one's own file (default: recognized by its headers)",
    )
    made.add_argument(
        "--map", action="append", default=[], type=pair, metavar="HEADER=FIELD", help="read a column as a field"
    )
    made.add_argument("--encoding", metavar="NAME", help="encoding of the file (default: detected)")
    made.add_argument("--delimiter", type=character, metavar="C", help="delimiter of the file (default: detected)")
    made.add_argument("--date-order", choices=["dmy", "mdy", "ymd"], help="order of dates (default: found)")
    made.add_argument("--decimal-mark", choices=[",", "."], help="decimal mark of amounts (default: found)")
    made.add_argument("--zone", metavar="NAME", help="IANA zone in which instants become days (default: Europe/Paris)")
    made.add_argument("--sheet", metavar="NAME|N", help="sheet of a workbook (default: the first that holds something)")
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
        [
            "clean clients.csv --out clean/",
            "clean clients.csv --orders orders.csv --out clean/",
            "clean *.csv --out clean/ --as-of 2026-11-22 --enact",
        ],
    )
    made.add_argument(
        "files", nargs="+", metavar="FILE", help="client files, a folder of results, or - for standard input"
    )
    made.add_argument("--out", metavar="DIR", help="folder of results (replaced whole)")
    _reading(made)
    made.add_argument("--policy", metavar="NAME", default="FR", help="retention policy, or a file of one (default: FR)")
    made.add_argument("--enact", action="store_true", help="act on retention decisions: delete and archive what is due")
    made.add_argument(
        "--csv", type=preset, metavar="PRESET", default="plain", help="how CSV is written: plain, excel-fr"
    )
    made.add_argument("--workers", type=int, default=1, metavar="N", help="processes that normalize (default: 1)")
    made.add_argument("--dry-run", action="store_true", help="do everything but write")
    _communes(made)
    _matching(made)
    add_order_options(made)


def _matching(made: argparse.ArgumentParser) -> None:
    made.add_argument(
        "--verdicts",
        metavar="FILE",
        help='what a reviewer decided, one {"left": ID, "right": ID, "verdict": "same"|"different"} a line',
    )
    made.add_argument("--model", metavar="FILE", help="a model that --save-model wrote (default: learnt on the file)")


def _match(commands: Any) -> None:
    made = _command(
        commands,
        "match",
        "say who is there twice and who lives together; merge nobody",
        [
            "match clients.csv",
            "match clients.csv --explain c-1 c-9",
            "match clients.csv --format json > pairs.json",
            "match clients.csv --format html --out matching.html",
        ],
    )
    made.add_argument(
        "files", nargs="+", metavar="FILE", help="client files, a folder of results, or - for standard input"
    )
    _reading(made)
    _matching(made)
    made.add_argument("--explain", nargs=2, metavar="ID", help="say why two contacts are one person, or are not")
    made.add_argument("--save-model", metavar="FILE", help="write what was learnt on this file")
    made.add_argument("--learnt", action="store_true", help="tell in words what was learnt")
    made.add_argument("--most", type=count, default=20, metavar="N", help="pairs for review to show (default: 20)")
    made.add_argument("--strict", action="store_true", help="exit with 1 where somebody is there twice")
    made.add_argument(
        "--format", choices=["text", "json", "html"], default="text", help="html: a page with the evidence as a chart"
    )
    made.add_argument("--out", metavar="FILE", help="write there (default: standard output)")


def _sms(commands: Any) -> None:
    top = commands.add_parser(
        "sms",
        help="measure, check or rewrite the text of an SMS; read an answer",
        description="Measure, check or rewrite the text of an SMS; read an answer.",
    )
    actions = top.add_subparsers(metavar="ACTION", required=True)
    told = {
        "measure": ("count septets and segments; name what makes it dear", "'MAISON LEA : -20% jusqu’au 30/11'"),
        "lint": ("say what is wrong with a text before it is sent", "- --sender 'MAISON LEA' < text.txt"),
        "transliterate": ("write a text in the GSM alphabet; say every edit", "'L’été à Nîmes'"),
        "reply": ("say what an answer asks for", "'stop svp'"),
    }
    for action, (words, example) in told.items():
        made = _command(actions, action, words, [f"sms {action} {example}"], module="sms")
        made.set_defaults(action=action)
        made.add_argument("text", metavar="TEXT", help="the text, or - for standard input (UTF-8)")
        made.add_argument("--format", choices=["text", "json"], default="text")
        if action == "lint":
            made.add_argument("--sender", metavar="NAME", help="who sends it, as recipients see it")
            made.add_argument(
                "--purpose", type=purpose, default="marketing", metavar="PURPOSE", help="what for (default: marketing)"
            )


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


def _retain(commands: Any) -> None:
    made = _command(
        commands,
        "retain",
        "say who is due by a retention policy; delete and archive them after a review",
        [
            "retain clean/ --upcoming",
            "retain clean/ --plan plan.json",
            "retain clean/ --enact --plan plan.json --out kept/ --archive restricted.jsonl",
            "retain kept/ --confirm",
        ],
    )
    made.add_argument("file", metavar="FILE|DIR", help="a client file, a folder of results, or - for standard input")
    _reading(made)
    made.add_argument("--policy", metavar="NAME|FILE", default="FR", help="a policy, or a file of one (default: FR)")
    made.add_argument("--plan", metavar="FILE", help="write the plan there; with --enact, act on the plan in it")
    made.add_argument("--upcoming", action="store_true", help="list the deadlines to come by month")
    made.add_argument("--months", type=count, default=12, metavar="N", help="how far --upcoming looks (default: 12)")
    made.add_argument("--explain", metavar="ID", help="say what is due for this contact, and why")
    made.add_argument("--enact", action="store_true", help="delete and archive who is due; what stays goes to --out")
    made.add_argument("--out", metavar="DIR", help="folder of results (replaced whole)")
    made.add_argument("--archive", metavar="FILE", help="write the restricted archive there, as lines of JSON")
    made.add_argument("--confirm", action="store_true", help="make the erasures in a folder of results final")
    made.add_argument("--format", choices=["text", "json"], default="text")
    made.add_argument("--dry-run", action="store_true", help="do everything but write")


def _review(commands: Any) -> None:
    made = _command(
        commands,
        "review",
        "write a workbook in which a person corrects what was found, and apply it when it comes back",
        [
            "review clients.csv --out review.xlsx --length city=2-40",
            "review clients.csv --apply review.xlsx --out corrected.csv --journal decisions.jsonl",
        ],
    )
    made.add_argument("files", nargs="+", metavar="FILE")
    made.add_argument(
        "--out", required=True, metavar="FILE", help="the workbook; with --apply, the contacts (csv, xlsx)"
    )
    made.add_argument("--apply", metavar="FILE", help="a corrected review workbook of the same files")
    made.add_argument("--journal", metavar="FILE", help="with --apply: write what was decided, one JSON object a line")
    made.add_argument(
        "--length",
        action="append",
        default=[],
        type=length,
        metavar="FIELD=MIN-MAX",
        help="how many characters a field may have; the workbook holds people to it",
    )
    _reading(made)
    _communes(made)


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


def _layouts(commands: Any) -> None:
    made = _command(
        commands,
        "layouts",
        "list the layouts of files, explain one, or propose one for a file",
        ["layouts", "layouts brevo --lang fr", "layouts --propose clients.csv > mine.toml"],
    )
    made.add_argument("name", nargs="?", metavar="NAME", help="a layout")
    made.add_argument("--propose", metavar="FILE", help="draft a layout for this file, to save and edit")
    made.add_argument(
        "--orders", action="store_true", help="those of orders and events; with --propose, of such a file"
    )
    made.add_argument("--format", choices=["text", "json"], default="text")
    made.add_argument("--encoding", metavar="NAME", help="encoding of the file (default: detected)")
    made.add_argument("--delimiter", type=character, metavar="C", help="delimiter of the file (default: detected)")
    made.add_argument("--no-header", action="store_true", help="the file has no header row")
    made.add_argument("--skip-rows", type=count, metavar="N", help="lines to skip above the header (default: detected)")


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
