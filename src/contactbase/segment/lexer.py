"""Text to tokens, in one pass over one regular expression without nested repetition; every token keeps its place.

Quotes may be typewriter, English or French ones. Words that French elides end with their apostrophe (`d'`, `n'`).

>>> [token.text for token in tokenize('ville = "Lyon" et age >= 25')[0]][:-1]
['ville', '=', 'Lyon', 'et', 'age', '>=', '25']
>>> print(tokenize("a = 'b'")[1][0].message)
'b' has no meaning here. Write "b".
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from enum import Enum, auto
from typing import Final

import attrs

from contactbase.segment.codes import WRITE
from contactbase.segment.diagnostics import CAP, Diagnostic, diagnose
from contactbase.segment.limits import LENGTH
from contactbase.segment.nodes import Span

__all__ = ["Kind", "Token", "quoted", "tokenize"]


class Kind(Enum):
    """What a token is."""

    WORD = auto()
    NAME = auto()
    TEXT = auto()
    NUMBER = auto()
    DATE = auto()
    SYMBOL = auto()
    END = auto()


@attrs.frozen
class Token:
    """A token: `text` is its meaning (a string without its quotes), `span` its place."""

    kind: Kind
    text: str
    span: Span


_QUOTES: Final = {'"': '"', "“": "”", "«": "»", "„": "“"}
_TOKEN: Final = re.compile(
    r"""
    (?P<SPACE> \s+ )
  | (?P<DATE> \d{4}-\d{2}-\d{2} (?![\w-]) )
  | (?P<SLASHED> \d{1,4} / \d{1,2} / \d{1,4} )
  | (?P<NUMBER> -? \d+ (?: \. \d+ )? )
  | (?P<WORD> [^\W\d] \w* (?: - [^\W\d] \w* )* (?: ['’] (?= [^\W\d] ) )? )
  | (?P<OPEN> ["“«„] )
  | (?P<NAME> ` )
  | (?P<SINGLE> ['‘] )
  | (?P<SYMBOL> == | != | <> | <= | >= | && | \|\| | [≤≥≠] | [=<>(),.%€£$;!] )
    """,
    re.VERBOSE,
)

_ESCAPE: Final = re.compile(r"\\(u\{[0-9a-fA-F]{1,6}\}|.)", re.DOTALL)
_ESCAPES: Final = {"n": "\n", "t": "\t", "r": "\r"}
_ALIASES: Final[Mapping[str, str]] = {
    "==": "=", "<>": "!=", "&&": "and", "||": "or", "≤": "<=", "≥": ">=", "≠": "!="
}  # fmt: skip


def _unescape(found: re.Match[str]) -> str:
    code = found.group(1)
    if len(code) > 1:
        point = int(code[2:-1], 16)
        return chr(point) if point < 0x110000 else found.group()
    return _ESCAPES.get(code, code)


def quoted(value: str) -> str:
    """Give text in quotes, so that the lexer reads it back equal."""
    shown = value.replace("\\", "\\\\").replace('"', '\\"')
    if shown.isprintable():
        return f'"{shown}"'
    return '"' + "".join(char if char.isprintable() else f"\\u{{{ord(char):x}}}" for char in shown) + '"'


@attrs.define
class _Lexer:
    """The state of one run."""

    text: str
    tokens: list[Token] = attrs.Factory(list)
    diagnostics: list[Diagnostic] = attrs.Factory(list)

    def add(self, kind: Kind, text: str, start: int, end: int) -> int:
        self.tokens.append(Token(kind, text, Span(start, end)))
        return end

    def wrong(self, code: str, start: int, end: int, *, fix: str | None = None, **details: object) -> None:
        if len(self.diagnostics) < CAP:
            hint = WRITE if fix is not None else None
            self.diagnostics.append(diagnose(code, Span(start, end), details, fix=fix, hint=hint))

    def until(self, closing: str, start: int, skip: int = 1) -> tuple[str, int]:
        """Read up to a closing mark that no backslash escapes; the end of the text closes it too, with an error."""
        position = start + skip
        while True:
            end = self.text.find(closing, position)
            if end < 0:
                self.wrong("E103", start, len(self.text))
                return self.text[start + skip :], len(self.text)
            back = end
            while back > start + skip and self.text[back - 1] == "\\":
                back -= 1
            if (end - back) % 2 == 0:
                return self.text[start + skip : end], end + 1
            position = end + 1

    def open_(self, start: int, _end: int) -> int:
        mark = self.text[start]
        raw, end = self.until(_QUOTES[mark], start)
        inner = raw.strip(" \u00a0\u202f") if mark == "«" else raw
        return self.add(Kind.TEXT, _ESCAPE.sub(_unescape, inner), start, end)

    def name(self, start: int, _end: int) -> int:
        raw, end = self.until("`", start)
        return self.add(Kind.NAME, _ESCAPE.sub(_unescape, raw), start, end)

    def single(self, start: int, end: int) -> int:
        closing = "’" if self.text[start] == "‘" else "'"
        stop = self.text.find(closing, end)
        if stop < 0 or "\n" in self.text[end:stop]:
            self.wrong("E104", start, end, found=self.text[start])
            return end
        inner = self.text[end:stop]
        self.wrong("E104", start, stop + 1, found=f"'{inner}'" if len(inner) < 60 else "'…'", fix=quoted(inner))
        return self.add(Kind.TEXT, inner, start, stop + 1)

    def date(self, start: int, end: int) -> int:
        try:
            dt.date.fromisoformat(self.text[start:end])
        except ValueError:
            self.wrong("E132", start, end, text=self.text[start:end])
            return self.add(Kind.DATE, "2000-01-01", start, end)
        return self.add(Kind.DATE, self.text[start:end], start, end)

    def slashed(self, start: int, end: int) -> int:
        first, month, last = self.text[start:end].split("/")
        iso = f"{last}-{month:0>2}-{first:0>2}" if len(last) == 4 else f"{first}-{month:0>2}-{last:0>2}"
        try:
            fix = dt.date.fromisoformat(iso).isoformat()
        except ValueError:
            fix = None
        self.wrong("E132", start, end, text=self.text[start:end], fix=fix)
        return self.add(Kind.DATE, "2000-01-01", start, end)

    def symbol(self, start: int, end: int) -> int:
        found = self.text[start:end]
        if found not in _ALIASES:
            return self.add(Kind.SYMBOL, found, start, end)
        meant = _ALIASES[found]
        if found not in "≤≥≠" and len(self.diagnostics) < CAP:
            details = {"found": found, "fix": meant}
            self.diagnostics.append(diagnose("W104", Span(start, end), details, fix=meant))
        return self.add(Kind.WORD if meant.isalpha() else Kind.SYMBOL, meant, start, end)

    def run(self) -> None:
        rules: dict[str, Callable[[int, int], int]] = {
            "OPEN": self.open_, "NAME": self.name, "SINGLE": self.single, "DATE": self.date,
            "SLASHED": self.slashed, "SYMBOL": self.symbol,
        }  # fmt: skip
        position = 0
        while position < len(self.text):
            found = _TOKEN.match(self.text, position)
            if found is None or found.lastgroup is None:
                self.wrong("E104", position, position + 1, found=_shown(self.text[position]))
                position += 1
            elif found.lastgroup == "SPACE":
                position = found.end()
            elif found.lastgroup in rules:
                position = rules[found.lastgroup](position, found.end())
            else:
                position = self.add(Kind[found.lastgroup], found.group(), position, found.end())
        self.add(Kind.END, "", len(self.text), len(self.text))


def _shown(char: str) -> str:
    return char if char.isprintable() else f"U+{ord(char):04X}"


def tokenize(text: str) -> tuple[tuple[Token, ...], tuple[Diagnostic, ...]]:
    """Give the tokens of a text, the last one END, and what is wrong with them; never raises."""
    if len(text) > LENGTH:
        place = Span(0, 1)
        return (Token(Kind.END, "", place),), (diagnose("E161", place, {"limit": LENGTH}),)
    lexer = _Lexer(text)
    lexer.run()
    return tuple(lexer.tokens), tuple(lexer.diagnostics)
