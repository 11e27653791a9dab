"""The tokens of a text under a moving place: what the parsers of values, periods and predicates share.

>>> reader = TokenReader.of("ville = 3")
>>> reader.accept("not"), reader.token.text
(None, 'ville')
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, Self, TypeVar

import attrs

from contactbase.model.text import Text as Said
from contactbase.segment.codes import DID_YOU_MEAN
from contactbase.segment.diagnostics import CAP, Diagnostic, diagnose
from contactbase.segment.lexer import Kind, Token, tokenize
from contactbase.segment.limits import NESTING
from contactbase.segment.nodes import Node, Span
from contactbase.segment.vocabulary import DEFAULT, Vocabulary
from contactbase.segment.words import SPELLINGS, STARTS, plain

__all__ = ["NOTHING", "WANTED", "StopError", "TokenReader", "TroubleError"]

_N = TypeVar("_N", bound=Node)

WANTED: Final[Mapping[str, Said]] = {
    "value": Said("a value", "une valeur"),
    "condition": Said("a condition", "une condition"),
    "operator": Said("=, <, in, is, contains or another test", "=, <, in, is, contains ou un autre test"),
    "text": Said("text in quotes", "un texte entre guillemets"),
    "date": Said("a date such as 2026-12-31", "une date comme 2026-12-31"),
    "point": Said("a date, today or such as 3 years ago", "une date, today, ou par exemple 3 years ago"),
    "period": Said("a period such as last 3 months", "une période comme last 3 months"),
    "number": Said("a number", "un nombre"),
    "rolling": Said("a number (last 1 month) or previous month", "un nombre (last 1 month) ou previous month"),
    "channel": Said("a channel (sms, email, post, phone)", "un canal (sms, email, post, phone)"),
    "name": Said("a name", "un nom"),
    "table": Said("a table such as purchases", "une table comme purchases"),
    "known": Said("known, unknown or a period", "known, unknown ou une période"),
    "end": Said("and, or, or the end", "and, or, ou la fin"),
}
NOTHING: Final = Said("the end", "la fin")


class TroubleError(Exception):
    """This predicate cannot be read; the diagnostic is noted."""


class StopError(Exception):
    """Nothing more can be read."""


@attrs.define
class TokenReader:
    """The state of one run: where it is, how deep, and what was wrong."""

    source: str
    tokens: tuple[Token, ...]
    words: tuple[str | None, ...]
    vocabulary: Vocabulary
    at: int = 0
    depth: int = 0
    diagnostics: list[Diagnostic] = attrs.Factory(list)

    @classmethod
    def of(cls, text: str, vocabulary: Vocabulary = DEFAULT) -> Self:
        """Cut a text into tokens and stand before the first."""
        tokens, problems = tokenize(text)
        words = (plain(token.text) if token.kind is Kind.WORD else None for token in tokens)
        padded = tokens + tokens[-1:] * 2
        return cls(text, padded, (*words, None, None), vocabulary, diagnostics=list(problems))

    @property
    def token(self) -> Token:
        """The token that stands here."""
        return self.tokens[self.at]

    @property
    def ended(self) -> bool:
        """Whether the text is over."""
        return self.tokens[self.at].kind is Kind.END

    def symbol(self, text: str) -> bool:
        """Step over a symbol, if it stands here."""
        found = self.token.kind is Kind.SYMBOL and self.token.text == text
        self.at += found
        return found

    def length(self, keyword: str, at: int | None = None) -> int:
        """Count the tokens that spell a keyword here; 0 when none does."""
        at = self.at if at is None else at
        if self.words[at] not in STARTS[keyword]:
            return 0
        for spelling in SPELLINGS[keyword]:
            if self.words[at : at + len(spelling)] == spelling:
                return len(spelling)
        return 0

    def accept(self, *keywords: str) -> str | None:
        """Step over the first of some keywords that stands here."""
        if self.words[self.at] is None:
            return None
        for keyword in keywords:
            count = self.length(keyword)
            if count:
                self.at += count
                return keyword
        return None

    def span(self, start: int) -> Span:
        """Give the place from a token up to here."""
        return Span(self.tokens[start].span.start, self.tokens[max(start, self.at - 1)].span.end)

    def make(self, kind: Callable[..., _N], start: int, *parts: object) -> _N:
        """Make a node of the tokens from one up to here."""
        return kind(*parts, span=self.span(start))

    def note(self, found: Diagnostic) -> None:
        """Keep a diagnostic, up to the cap."""
        if len(self.diagnostics) < CAP:
            self.diagnostics.append(found)

    def expected(self, wanted: str, *, fix: str | None = None) -> TroubleError:
        """Note what should stand here, and give the error to raise."""
        token = self.token
        found = NOTHING if token.kind is Kind.END else self.source[token.span.start : token.span.end][:40]
        hint = DID_YOU_MEAN if fix else None
        self.note(diagnose("E100", token.span, {"expected": WANTED[wanted], "found": found}, fix=fix, hint=hint))
        return TroubleError()

    def deeper(self) -> None:
        """Go one level deeper; StopError beyond the limit."""
        self.depth += 1
        if self.depth > NESTING:
            self.note(diagnose("E160", self.token.span, {"limit": NESTING}))
            raise StopError

    def recover(self) -> None:
        """Go on to the next `and`, `or`, `except` or closing parenthesis of this level."""
        level = 0
        while not self.ended:
            if self.token.kind is Kind.SYMBOL and self.token.text in "()":
                if self.token.text == ")" and level == 0:
                    return
                level += 1 if self.token.text == "(" else -1
            elif level == 0 and (self.length("and") or self.length("or") or self.length("except")):
                return
            self.at += 1

    def found(self) -> Said | str:
        """Give what stands here, for a message."""
        return NOTHING if self.ended else self.token.text[:40]

    def string(self) -> str:
        """Read text in quotes."""
        if self.token.kind is not Kind.TEXT:
            raise self.expected("text")
        self.at += 1
        return self.tokens[self.at - 1].text
