"""Values of a text: text, numbers, amounts, dates, words, so many units ago.

>>> ValueReader.of("100.50 €").value()
Money(minor=10050, currency='EUR')
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Final, NoReturn

import attrs

from contactbase.segment.codes import DID_YOU_MEAN, WRITE
from contactbase.segment.diagnostics import diagnose
from contactbase.segment.lexer import Kind, Token
from contactbase.segment.limits import DIGITS, PERIOD
from contactbase.segment.money import CURRENCIES, decimals, minor_units
from contactbase.segment.nodes import Ago, Day, Money, Number, Text, Truth, Unit, Value, Word
from contactbase.segment.token_reader import TokenReader, TroubleError
from contactbase.segment.vocabulary import suggest
from contactbase.segment.words import CURRENCY_SIGNS, UNITS, plain

__all__ = ["ValueReader"]

_CURRENCY_NAMES: Final = {name.lower(): name for name in ("EUR", "USD", "GBP", "CHF", *sorted(CURRENCIES))}
_SMALL_CURRENCIES: Final = frozenset({"eur", "usd", "gbp", "chf"})


@attrs.define
class ValueReader(TokenReader):
    """Reads values."""

    def value(self) -> Value:
        """Read a value."""
        start, token = self.at, self.token
        if token.kind is Kind.NUMBER:
            return self.quantity()
        if self.accept("exactly"):
            return self.make(Text, start, self.string(), True)  # noqa: FBT003 - the part of a node
        if self.accept("il y a"):
            return self.make(Ago, start, *self.count_and_unit(start))
        if token.kind in {Kind.TEXT, Kind.DATE}:
            self.at += 1
            if token.kind is Kind.TEXT:
                return self.make(Text, start, token.text)
            return self.make(Day, start, dt.date.fromisoformat(token.text))
        return self.bare()

    def bare(self) -> Value:
        """Read true, false, or a word of an enumeration."""
        start, token = self.at, self.token
        if truth := self.accept("true", "false"):
            return self.make(Truth, start, truth == "true")
        if token.kind is Kind.NAME:
            self.at += 1
            return self.make(Word, start, token.text)
        if token.kind is Kind.WORD and not (self.length("and") or self.length("or") or self.length("not")):
            self.at += 1
            return self.make(Word, start, token.text)
        raise self.expected("value")

    def number(self) -> int | Decimal:
        """Read a number; one of too many digits is noted and read as 0."""
        token = self.token
        if token.kind is not Kind.NUMBER:
            raise self.expected("number")
        self.at += 1
        if len(token.text.lstrip("-").replace(".", "")) > DIGITS:
            self.note(diagnose("E162", token.span, {"limit": DIGITS}))
            return 0
        return Decimal(token.text) if "." in token.text else int(token.text)

    def quantity(self) -> Value:
        """Read a number: by itself, an amount of a currency, or so many units ago."""
        start = self.at
        number = self.number()
        token = self.token
        if self.words[self.at] in UNITS and self.length("ago", self.at + 1):
            self.at = start
            count, unit = self.count_and_unit(start)
            self.accept("ago")
            return self.make(Ago, start, count, unit)
        currency = self.currency(token)
        if currency is None:
            return self.make(Number, start, number)
        self.at += 1
        minor = minor_units(number, currency)
        if minor is None:
            self.note(diagnose("E142", self.span(start), {"currency": currency, "digits": decimals(currency)}))
            minor = 0
        return self.make(Money, start, minor, currency)

    def currency(self, token: Token) -> str | None:
        """Give the currency that a token names; None when it is none."""
        text = token.text
        if token.kind is Kind.SYMBOL and text == "$":
            self.note(diagnose("E141", token.span, {"name": "$"}, fix="USD", hint=WRITE))
            return "USD"
        known = CURRENCY_SIGNS.get(text if token.kind is Kind.SYMBOL else plain(text))
        if known is not None or token.kind is not Kind.WORD or len(text) != 3:
            return known
        if text in CURRENCIES or text in _SMALL_CURRENCIES:
            return text.upper()
        if text.isascii() and text.isupper() and not (self.length("and") or self.length("or")):
            near = suggest(text, _CURRENCY_NAMES)
            hint = DID_YOU_MEAN if near else None
            self.note(diagnose("E141", token.span, {"name": text}, fix=near, hint=hint))
            return "EUR"
        return None

    def count_and_unit(self, start: int, words: tuple[str, ...] = ()) -> tuple[int, Unit]:
        """Read `n unit`, with what may stand between the two in French (`12 derniers mois`)."""
        n = self.number()
        if words:
            self.accept(*words)
        unit = UNITS.get(self.words[self.at] or "")
        if unit is None:
            self.no_unit(start)
        self.at += 1
        return self.checked(start, n, Unit(unit))

    def no_unit(self, start: int) -> NoReturn:
        """Note that a period has no unit."""
        span = self.span(start)
        text = self.source[span.start : span.end]
        self.note(diagnose("E130", span, {"text": text}, fix=f"{text} days"))
        raise TroubleError

    def checked(self, start: int, n: int | Decimal, unit: Unit) -> tuple[int, Unit]:
        """Give a count and unit within the limits, noting others."""
        span = self.span(start)
        if not isinstance(n, int) or n < 1:
            self.note(diagnose("E133", span))
            return 1, unit
        if n > PERIOD[unit]:
            self.note(diagnose("E131", span, {"text": self.source[span.start : span.end]}))
            return 1, unit
        return n, unit
