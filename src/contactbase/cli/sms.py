"""`contactbase sms`: measure, check or rewrite the text of an SMS, read an answer."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from typing import Final

import attrs

from contactbase.campaign import sms
from contactbase.cli.say import Voice
from contactbase.errors import ReadError
from contactbase.model.codes.catalog import CATALOG
from contactbase.model.enums import Severity

__all__ = ["run"]


def run(options: argparse.Namespace, voice: Voice) -> int:
    """Do one of the actions on a text; `lint` gives 1 when something is wrong."""
    text = _standard_input(voice) if options.text == "-" else options.text
    return _ACTIONS[options.action](text, options, voice)


def _standard_input(voice: Voice) -> str:
    """Read all of standard input; the line end that `echo` and editors add is no part of the text."""
    try:
        text = sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadError(voice.text("text-not-utf8")) from error
    return text.removesuffix("\n").removesuffix("\r")


def _measure(text: str, options: argparse.Namespace, voice: Voice) -> int:
    found = sms.measure(text)
    if options.format == "json":
        offending = [one._asdict() for one in found.offending]
        _print_json({**attrs.asdict(found, recurse=False), "offending": offending, "room": found.room})
        return 0
    print(sms.explain(text, voice.language))
    for one in found.offending:
        written = "" if one.replacement is None else f" → {one.replacement!r}"
        print(f"{one.position}: {one.character!r}{written}")
    return 0


def _lint(text: str, options: argparse.Namespace, voice: Voice) -> int:
    found = sms.lint(text, sender=options.sender, purpose=options.purpose)
    if options.format == "json":
        _print_json([{"code": one.code, "severity": one.severity, "message": one.say(voice.language)} for one in found])
    for one in found if options.format == "text" else ():
        source = CATALOG[one.code].citation
        print(f"{one.severity} {one.code}: {one.say(voice.language)}" + (f" [{source}]" if source else ""))
    if not found:
        voice.say("text-clean")
    return int(any(one.severity is not Severity.INFO for one in found))


def _transliterate(text: str, options: argparse.Namespace, voice: Voice) -> int:
    done = sms.transliterate(text)
    if options.format == "json":
        _print_json({"text": done.text, "edits": [one._asdict() for one in done.edits], "saved": done.saved})
    else:
        print(done.text)
        if done.diff:
            voice.warn(done.diff)
    if done.left:
        voice.say("text-left", left=" ".join(one.character for one in done.after.characters))
    return 0


def _reply(text: str, options: argparse.Namespace, voice: Voice) -> int:  # noqa: ARG001 - the shape of every action
    found = sms.read_reply(text)
    if options.format == "json":
        _print_json(attrs.asdict(found))
    else:
        print("\t".join(filter(None, (found.intent, found.rule, found.keyword, found.language))))
    return 0


def _print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False))


_ACTIONS: Final[dict[str, Callable[[str, argparse.Namespace, Voice], int]]] = {
    "measure": _measure,
    "lint": _lint,
    "transliterate": _transliterate,
    "reply": _reply,
}
