"""Diagnostics: what is wrong or doubtful in a segment, where, and what to write instead.

>>> from contactbase.segment.codes import DID_YOU_MEAN
>>> text = 'ctiy = "Lyon" and age > 30'
>>> found = diagnose("E101", Span(0, 4), {"name": '"ctiy"'}, fix="city", hint=DID_YOU_MEAN, shown='"city"')
>>> print(render([found], text))
E101 unknown field "ctiy". Did you mean "city"?
     ctiy = "Lyon" and age > 30
     ^^^^
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Final

import attrs

from contactbase.errors import SegmentError
from contactbase.model.enums import Severity
from contactbase.model.text import Language, Text
from contactbase.segment.codes import CODES
from contactbase.segment.nodes import Span

__all__ = ["Diagnostic", "Fix", "diagnose", "errors_of", "refuse", "render"]

CAP: Final = 50
"""Diagnostics collected at most; a text with more is wrong as a whole."""

_WIDTH: Final = 100
"""Characters of a line shown around the carets."""


@attrs.frozen
class Fix:
    """Put `replacement` where `span` is; a span of no length inserts."""

    span: Span
    replacement: str

    def apply(self, text: str) -> str:
        """Give the text with the fix made."""
        return text[: self.span.start] + self.replacement + text[self.span.end :]


@attrs.frozen
class Diagnostic:
    """One problem: its code (`E` refuses, `W` warns), where it stands, its sentence and, where sure, a fix."""

    code: str
    span: Span | None
    text: Text
    fix: Fix | None = None

    @property
    def severity(self) -> Severity:
        """`error` for codes that refuse the segment, else `warning`."""
        return Severity.ERROR if self.code.startswith("E") else Severity.WARNING

    @property
    def message(self) -> str:
        """The sentence in English."""
        return self.text.en

    def say(self, language: Language = "en") -> str:
        """Give the sentence in a language."""
        return self.text.say(language)

    def __str__(self) -> str:
        return f"{self.code} {self.text.en}"

    def to_json(self) -> dict[str, object]:
        """Give the diagnostic as a JSON object, in both languages."""
        found: dict[str, object] = {
            "code": self.code,
            "severity": self.severity,
            "en": self.text.en,
            "fr": self.text.fr,
        }
        if self.span is not None:
            found["span"] = [self.span.start, self.span.end]
        if self.fix is not None:
            found["fix"] = {"span": [self.fix.span.start, self.fix.span.end], "replacement": self.fix.replacement}
        return found


def diagnose(
    code: str,
    span: Span | None,
    details: Mapping[str, object | Text] | None = None,
    *,
    fix: str | None = None,
    hint: Text | None = None,
    shown: str | None = None,
    at: Span | None = None,
) -> Diagnostic:
    """Make a diagnostic: `fix` replaces `at` (or `span`), and `hint` with `shown` (or `fix`) ends the sentence."""
    details = details or {}
    said = []
    for language in ("en", "fr"):
        spoken = {key: value.say(language) if isinstance(value, Text) else value for key, value in details.items()}
        tail = "" if hint is None else hint.say(language, fix=shown or fix)
        said.append(CODES[code].say(language, **spoken) + tail)
    place = at or span
    repair = None if fix is None or place is None else Fix(place, fix)
    return Diagnostic(code, span, Text(*said), repair)


def errors_of(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Give those that refuse the segment."""
    return tuple(one for one in diagnostics if one.severity is Severity.ERROR)


def refuse(diagnostics: Iterable[Diagnostic], text: str = "") -> SegmentError:
    """Make the error that carries diagnostics, its message rendered with carets."""
    found = tuple(diagnostics)
    return SegmentError(render(errors_of(found), text), found)


def render(diagnostics: Iterable[Diagnostic], text: str, language: Language = "en") -> str:
    """Give diagnostics as lines: code and sentence, the line of the text it is about, and carets under the place."""
    return "\n".join(_lines(one, text, language) for one in diagnostics)


def _lines(one: Diagnostic, text: str, language: Language) -> str:
    head = f"{one.code} {one.say(language)}"
    if one.span is None or not text:
        return head
    line, start, end = _line(text, one.span)
    before, under = _cells(line[:start]), max(1, _cells(line[start:end]))
    return f"{head}\n     {_visible(line)}\n     {' ' * before}{'^' * under}"


def _line(text: str, span: Span) -> tuple[str, int, int]:
    """Give the line that a span starts on, cut to a width, and the place of the span in it."""
    first = text.rfind("\n", 0, span.start) + 1
    stop = text.find("\n", span.start)
    stop = len(text) if stop < 0 else stop
    cut = max(first, span.start - _WIDTH // 2)
    last = min(stop, cut + _WIDTH)
    return text[cut:last], span.start - cut, max(min(span.end, last) - cut, span.start - cut)


def _visible(line: str) -> str:
    return "".join(" " if unicodedata.category(char) in {"Cc", "Cs"} else char for char in line)


def _cells(text: str) -> int:
    """Count the columns that a text takes on a terminal."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )
