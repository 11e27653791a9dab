"""A string of digits of which at least the beginning is known, and the questions a numbering plan asks of it.

The whole of libphonenumber's reading is written once, over shapes. Asked of a complete string every question has an
answer; asked of a beginning, a question that the rest would settle raises `UndecidedError`. What was answered for a
beginning therefore holds for every string that begins so, which is what the fast path keeps.

>>> Shape("0612", 10).starts_with("0", 0), Shape("0612", 10).starts_with("33", 0)
(True, False)
"""

from __future__ import annotations

import re
from typing import NamedTuple

from contactbase.normalize.phones.digit_language import DigitLanguage

__all__ = ["Pattern", "Shape", "UndecidedError"]


class UndecidedError(Exception):
    """The known beginning does not settle the question."""


class Shape(NamedTuple):
    """The known beginning (digits, after an optional plus sign) and the length of the whole."""

    known: str
    size: int

    @property
    def complete(self) -> bool:
        """Whether everything is known."""
        return len(self.known) == self.size

    def starts_with(self, text: str, at: int) -> bool:
        """Tell whether `text` stands at a position."""
        if self.known.startswith(text, at):
            return True
        if at + len(text) > self.size:
            return False
        if len(self.known) < at + len(text) and text.startswith(self.known[at:]):
            raise UndecidedError
        return False

    def digit(self, at: int) -> str:
        """Give the character at a position, "" past the end."""
        if at < len(self.known):
            return self.known[at]
        if at < self.size:
            raise UndecidedError
        return ""


class Pattern:
    """A pattern of the metadata, asked of complete strings as a regular expression and of beginnings as a language."""

    __slots__ = ("_beginnings", "_language", "_regex", "source")

    def __init__(self, source: str) -> None:
        """Keep the pattern; it is compiled, and its languages are read, when they are first asked."""
        self.source = source
        self._regex: re.Pattern[str] | None = None
        self._language: DigitLanguage | None = None
        self._beginnings: DigitLanguage | None = None

    def takes(self, shape: Shape, at: int) -> bool:
        """Tell whether all that stands from a position on is in the pattern."""
        known, size = shape
        if len(known) == size:
            return self._compiled().fullmatch(known, at) is not None
        if self._language is None:
            self._language = DigitLanguage(self.source)
        return _decided(self._language, known[at:], size - at)

    def begins(self, shape: Shape, at: int) -> bool:
        """Tell whether the pattern stands at a position."""
        if shape.complete:
            return self._compiled().match(shape.known, at) is not None
        if self._beginnings is None:
            self._beginnings = DigitLanguage(self.source, begins=True)
        return _decided(self._beginnings, shape.known[at:], shape.size - at)

    def end(self, shape: Shape, at: int, *, rewrites: bool = False) -> int | None:
        """Give where the pattern at a position ends; None if its last group says to rewrite what it took."""
        if self.source.isdigit():
            return at + len(self.source)
        if not shape.complete:
            raise UndecidedError
        found = self._compiled().match(shape.known, at)
        if found is None or (rewrites and found.groups() and found.groups()[-1] is not None):
            return None
        return found.end()

    def _compiled(self) -> re.Pattern[str]:
        if self._regex is None:
            self._regex = re.compile(self.source, re.ASCII)
        return self._regex


def _decided(language: DigitLanguage, beginning: str, length: int) -> bool:
    answer = language.covers(beginning, length)
    if answer is None:
        raise UndecidedError
    return answer
