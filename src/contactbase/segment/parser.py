"""Text to tree, by precedence climbing: `or`, then `and` and `except`, then `not`, then predicates.

The grammar is the EBNF of `docs/language.md`, whose sentences the tests generate. Problems are collected: after one,
reading goes on at the next `and` or `or`. No name is looked up here but to know names of several words.

>>> parse('ville = "Lyon" et achats dans les 12 derniers mois').tree.args[1]
HasEvents(table='achats', where=None, period=Last(n=12, unit=<Unit.MONTH: 'month'>), negated=False)
>>> [str(one) for one in parse('city = and age > "x').diagnostics]
['E100 a value expected here, found and.', 'E103 this text in quotes has no end.']
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final, NoReturn, TypeVar

import attrs

from contactbase.model.text import Text as Said
from contactbase.segment.codes import DID_YOU_MEAN, WRITE
from contactbase.segment.diagnostics import CAP, Diagnostic, diagnose
from contactbase.segment.lexer import Kind, Token, tokenize
from contactbase.segment.limits import DIGITS, LIST, NESTING, PERIOD
from contactbase.segment.money import CURRENCIES, decimals, minor_units
from contactbase.segment.nodes import (
    After,
    Aggregate,
    Ago,
    And,
    Anniversary,
    Before,
    Between,
    BetweenDays,
    CanReceive,
    Compare,
    Day,
    Expr,
    FieldRef,
    Function,
    HasEvents,
    HasOf,
    How,
    In,
    InList,
    InPeriod,
    InSegment,
    Known,
    Last,
    Match,
    Money,
    Next,
    Node,
    Not,
    Number,
    Op,
    Operand,
    OptedIn,
    OptedOut,
    Or,
    Period,
    Point,
    Previous,
    Sample,
    Since,
    Span,
    Text,
    TextTest,
    This,
    Today,
    Truth,
    Unit,
    Value,
    Word,
    Yesterday,
)
from contactbase.segment.vocabulary import DEFAULT, Vocabulary, key, suggest
from contactbase.segment.words import CURRENCY_SIGNS, SPELLINGS, STARTS, UNITS, plain

__all__ = ["Parsed", "parse"]

_N = TypeVar("_N", bound=Node)

_WANTED: Final[Mapping[str, Said]] = {
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
_NOTHING: Final = Said("the end", "la fin")
_OPERATORS: Final = {key(word): word for word in ("contains", "between", "starts with", "ends with", "in")}
_OPS: Final = {op.value: op for op in Op}
_CURRENCY_NAMES: Final = {name.lower(): name for name in ("EUR", "USD", "GBP", "CHF", *sorted(CURRENCIES))}
_SMALL_CURRENCIES: Final = frozenset({"eur", "usd", "gbp", "chf"})


@attrs.frozen
class Parsed:
    """What a text reads as: a tree (None when nothing could be read) and the diagnostics, in order of place."""

    tree: Expr | None
    diagnostics: tuple[Diagnostic, ...]


class _TroubleError(Exception):
    """This predicate cannot be read; the diagnostic is noted."""


class _StopError(Exception):
    """Nothing more can be read."""


@attrs.define
class _Parser:
    """The state of one run: where it is, how deep, and what was wrong."""

    source: str
    tokens: tuple[Token, ...]
    words: tuple[str | None, ...]
    vocabulary: Vocabulary
    at: int = 0
    depth: int = 0
    diagnostics: list[Diagnostic] = attrs.Factory(list)

    # Tokens

    @property
    def token(self) -> Token:
        return self.tokens[self.at]

    @property
    def ended(self) -> bool:
        return self.tokens[self.at].kind is Kind.END

    def symbol(self, text: str) -> bool:
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
        return Span(self.tokens[start].span.start, self.tokens[max(start, self.at - 1)].span.end)

    def make(self, kind: Callable[..., _N], start: int, *parts: object) -> _N:
        return kind(*parts, span=self.span(start))

    # Problems

    def note(self, found: Diagnostic) -> None:
        if len(self.diagnostics) < CAP:
            self.diagnostics.append(found)

    def expected(self, wanted: str, *, fix: str | None = None) -> _TroubleError:
        token = self.token
        found = _NOTHING if token.kind is Kind.END else self.source[token.span.start : token.span.end][:40]
        hint = DID_YOU_MEAN if fix else None
        self.note(diagnose("E100", token.span, {"expected": _WANTED[wanted], "found": found}, fix=fix, hint=hint))
        return _TroubleError()

    def deeper(self) -> None:
        self.depth += 1
        if self.depth > NESTING:
            self.note(diagnose("E160", self.token.span, {"limit": NESTING}))
            raise _StopError

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

    # Expressions

    def whole(self) -> Expr | None:
        if self.ended:
            if not self.diagnostics:
                self.note(diagnose("E190", self.token.span))
            return None
        try:
            tree = self.either()
            while not self.ended:
                self.expected("end")
                self.at += 1
                self.recover()
                self.at += not self.ended
                if not self.ended:
                    self.either()
        except _StopError:
            return None
        return tree

    def either(self) -> Expr | None:
        start = self.at
        args, mixed = [], None
        while True:
            first = self.at
            arg, joined = self.both()
            if joined and mixed is None:
                mixed = self.span(first)
            if arg is not None:
                args.append(arg)
            if not self.accept("or"):
                break
        if mixed is not None and len(args) > 1:
            self.note(diagnose("W103", mixed, fix=f"({self.source[mixed.start : mixed.end]})"))
        return self.joined(Or, start, args)

    def both(self) -> tuple[Expr | None, bool]:
        start = self.at
        first = self.unary()
        args = [] if first is None else [first]
        joined = False
        while word := self.accept("and", "except"):
            joined, at = True, self.at
            arg = self.unary()
            if arg is not None:
                args.append(self.make(Not, at, arg) if word == "except" else arg)
        return self.joined(And, start, args), joined

    def joined(self, kind: type[And | Or], start: int, args: list[Expr]) -> Expr | None:
        if len(args) < 2:
            return args[0] if args else None
        return kind(tuple(args), span=self.span(start))

    def unary(self) -> Expr | None:
        start = self.at
        if not self.length("has no") and self.accept("not"):
            self.deeper()
            arg = self.unary()
            self.depth -= 1
            return None if arg is None else self.make(Not, start, arg)
        if self.symbol("("):
            return self.inside()
        try:
            return self.predicate()
        except _TroubleError:
            self.recover()
            return None

    def inside(self) -> Expr | None:
        """Read an expression up to its closing parenthesis."""
        self.deeper()
        tree = self.either()
        self.depth -= 1
        if not self.symbol(")"):
            self.note(diagnose("E100", self.token.span, {"expected": ")", "found": self.found()}))
            self.recover()
            self.symbol(")")
        return tree

    def found(self) -> Said | str:
        return _NOTHING if self.ended else self.token.text[:40]

    # Predicates

    def predicate(self) -> Expr:
        start = self.at
        for keyword, rule in _PREFIXED.items():
            if self.accept(keyword):
                return rule(self, start)
        events = self.events_predicate(start)
        if events is not None:
            return events
        if self.token.kind not in {Kind.WORD, Kind.NAME}:
            raise self.expected("condition")
        return self.test(start, self.operand())

    def events_predicate(self, start: int) -> HasEvents | None:
        """Read `has [no] events …`, or in French a table by itself."""
        for keyword in ("has no", "has", "les"):
            count = self.length(keyword)
            if count and self.is_table(self.at + count):
                self.at += count
                return self.has_events(start, negated=keyword == "has no")
        if self.is_table(self.at) and not any(self.next_is(text) for text in (".", "(", *_OPS)):
            return self.has_events(start, negated=False)
        if self.words[self.at] == "has":
            self.at += 1
            negated = self.words[self.at] == "no"
            self.at += negated
            return self.has_events(start, negated=negated)
        return None

    def is_table(self, at: int) -> bool:
        word = self.words[at]
        return word is not None and word in self.vocabulary.tables

    def next_is(self, text: str) -> bool:
        after = self.tokens[min(self.at + 1, len(self.tokens) - 1)]
        return after.kind is Kind.SYMBOL and after.text == text

    def has_events(self, start: int, *, negated: bool) -> HasEvents:
        table = self.name("table")
        where, period = self.where_and_period()
        return self.make(HasEvents, start, table, where, period, negated)

    def where_and_period(self) -> tuple[Expr | None, Period | None]:
        where = None
        if self.accept("where"):
            self.deeper()
            where = self.either()
            self.depth -= 1
        if self.length("in") and self.tokens[self.at + self.length("in")].text != "(":
            self.accept("in")
            return where, self.period()
        return where, self.period() if self.is_period() else None

    def opted_in(self, start: int) -> Expr:
        return self.make(OptedIn, start, self.channel(), *self.purpose())

    def opted_out(self, start: int) -> Expr:
        return self.make(OptedOut, start, self.channel(), *self.purpose())

    def can_receive(self, start: int) -> Expr:
        return self.make(CanReceive, start, self.channel(), *self.purpose())

    def in_segment(self, start: int) -> Expr:
        return self.make(InSegment, start, self.string())

    def in_list(self, start: int) -> Expr:
        return self.make(InList, start, self.string())

    def sample(self, start: int) -> Expr:
        at = self.at
        percent = self.number()
        self.symbol("%")
        scaled = Decimal(percent).scaleb(4)
        if not 0 <= percent <= 100 or scaled != scaled.to_integral_value():
            self.note(diagnose("E170", self.span(at)))
            percent = 0
        return self.make(Sample, start, percent, self.string() if self.accept("seed") else "")

    def channel(self) -> str:
        if self.token.kind not in {Kind.WORD, Kind.TEXT, Kind.NAME}:
            raise self.expected("channel")
        self.at += 1
        return self.tokens[self.at - 1].text

    def purpose(self) -> tuple[str, ...]:
        return (self.string(),) if self.accept("for") else ()

    def string(self) -> str:
        if self.token.kind is not Kind.TEXT:
            raise self.expected("text")
        self.at += 1
        return self.tokens[self.at - 1].text

    # Operands

    def name(self, wanted: str = "name") -> str:
        """Read a name: in back quotes, of several words that the schema has, or one word."""
        token = self.token
        if token.kind is Kind.NAME:
            self.at += 1
            return token.text
        if token.kind is not Kind.WORD:
            raise self.expected(wanted)
        for count in range(self.vocabulary.longest, 1, -1):
            if self.words[self.at : self.at + count] in self.vocabulary.phrases:
                start = self.at
                self.at += count
                span = self.span(start)
                return " ".join(self.source[span.start : span.end].split())
        self.at += 1
        return token.text

    def operand(self) -> Operand:
        start = self.at
        for function in Function:
            count = self.length(function.value)
            if count and self.tokens[self.at + count].text == "(" and self.token.kind is Kind.WORD:
                self.at += count + 1
                return self.aggregate(start, function)
        if self.length("anniversary") and self.next_is("("):
            self.at += 2
            at = self.at
            field = self.make(FieldRef, at, self.name())
            self.closing()
            return self.make(Anniversary, start, field)
        name = self.name()
        return self.make(FieldRef, start, name)

    def aggregate(self, start: int, function: Function) -> Aggregate:
        self.accept("les")
        table = self.name("table")
        field = self.name() if self.symbol(".") else None
        where, period = self.where_and_period()
        self.closing()
        return self.make(Aggregate, start, function, table, field, where, period)

    def closing(self) -> None:
        if not self.symbol(")"):
            self.note(diagnose("E100", self.token.span, {"expected": ")", "found": self.found()}))
            raise _TroubleError

    # Tests

    def test(self, start: int, operand: Operand) -> Expr:
        if self.token.kind is Kind.SYMBOL and self.token.text in _OPS:
            op = _OPS[self.token.text]
            self.at += 1
            return self.make(Compare, start, operand, op, self.value())
        for keyword, rule in _TESTS.items():
            if self.accept(keyword):
                return rule(self, start, operand)
        if self.token.kind is Kind.WORD:
            raise self.expected("operator", fix=suggest(self.token.text, _OPERATORS))
        raise self.expected("operator")

    def between(self, start: int, operand: Operand) -> Expr:
        low = self.value()
        if not self.accept("and"):
            raise self.expected("value")
        return self.make(Between, start, operand, low, self.value())

    def known(self, start: int, operand: Operand) -> Expr:
        return self.make(Known, start, operand, True)  # noqa: FBT003 - the part of a node

    def unknown(self, start: int, operand: Operand) -> Expr:
        return self.make(Known, start, operand, False)  # noqa: FBT003 - the part of a node

    def is_in(self, start: int, operand: Operand) -> Expr:
        if self.is_period():
            return self.make(InPeriod, start, operand, self.period())
        return self.make(In, start, operand, self.values())

    def is_not_in(self, start: int, operand: Operand) -> Expr:
        if self.is_period():
            return self.make(InPeriod, start, operand, self.period(), True)  # noqa: FBT003 - the part of a node
        return self.make(In, start, operand, self.values(), True)  # noqa: FBT003 - the part of a node

    def is_not(self, start: int, operand: Operand) -> Expr:
        if not self.is_period():
            raise self.expected("known")
        return self.make(InPeriod, start, operand, self.period(), True)  # noqa: FBT003 - the part of a node

    def is_(self, start: int, operand: Operand) -> Expr:
        if not self.is_period():
            raise self.expected("known")
        return self.make(InPeriod, start, operand, self.period())

    def match(self, match: Match) -> Callable[[int, Operand], Expr]:
        return lambda start, operand: self.make(TextTest, start, operand, match, self.value())

    def values(self) -> tuple[Value, ...]:
        if not self.symbol("("):
            self.note(diagnose("E100", self.token.span, {"expected": "(", "found": self.found()}))
            raise _TroubleError
        start = self.at
        found = [self.value()]
        while self.symbol(","):
            found.append(self.value())
            if len(found) > LIST:
                self.note(diagnose("E163", self.span(start), {"limit": LIST}))
                raise _StopError
        self.closing()
        return tuple(found)

    # Values

    def value(self) -> Value:
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
        if token.kind is Kind.WORD and not (self.length("and") or self.length("or") or self.length("not")):
            self.at += 1
            return self.make(Word, start, token.text)
        raise self.expected("value")

    def number(self) -> int | Decimal:
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
        span = self.span(start)
        text = self.source[span.start : span.end]
        self.note(diagnose("E130", span, {"text": text}, fix=f"{text} days"))
        raise _TroubleError

    def checked(self, start: int, n: int | Decimal, unit: Unit) -> tuple[int, Unit]:
        span = self.span(start)
        if not isinstance(n, int) or n < 1:
            self.note(diagnose("E133", span))
            return 1, unit
        if n > PERIOD[unit]:
            self.note(diagnose("E131", span, {"text": self.source[span.start : span.end]}))
            return 1, unit
        return n, unit

    # Periods

    def is_period(self) -> bool:
        """Tell whether a period starts here."""
        if self.token.kind is Kind.NUMBER:
            return bool(self.length("last", self.at + 1) or self.length("next", self.at + 1))
        if any(self.length(keyword) for keyword in _PERIODS):
            return True
        article = self.length("les")
        if not article:
            return False
        after = self.at + article
        return self.tokens[after].kind is Kind.NUMBER or self.words[after] in UNITS

    def period(self) -> Period:
        start = self.at
        for keyword, rule in _PERIODS.items():
            if self.accept(keyword):
                return rule(self, start)
        self.accept("les")
        if self.token.kind is Kind.NUMBER:
            return self.french_period(start)
        if self.words[self.at] in UNITS and (self.length("last", self.at + 1) or self.length("previous", self.at + 1)):
            unit = Unit(UNITS[self.words[self.at] or ""])
            self.at += 1
            self.accept("last", "previous")
            return self.make(Previous, start, 1, unit)
        raise self.expected("period")

    def french_period(self, start: int) -> Period:
        """Read `12 derniers mois`, `7 prochains jours`, `3 mois précédents`."""
        at = self.at
        n = self.number()
        which = self.accept("last", "next")
        self.at = at
        if which:
            kind: type[Last | Next] = Last if which == "last" else Next
            return kind(*self.count_and_unit(start, ("last", "next")), span=self.span(start))
        unit = UNITS.get(self.words[self.at + 1] or "")
        if unit is None:
            self.at += 1
            self.no_unit(start)
        self.at += 2
        self.accept("calendar")
        if not self.accept("previous"):
            raise self.expected("period")
        return self.make(Previous, start, *self.checked(start, n, Unit(unit)))

    def last(self, start: int) -> Period:
        if self.token.kind is not Kind.NUMBER:
            raise self.expected("rolling")
        return self.make(Last, start, *self.count_and_unit(start))

    def next(self, start: int) -> Period:
        return self.make(Next, start, *self.count_and_unit(start))

    def this(self, start: int) -> Period:
        unit = UNITS.get(self.words[self.at] or "")
        if unit is None:
            self.no_unit(start)
        self.at += 1
        return self.make(This, start, unit)

    def previous(self, start: int) -> Period:
        n = self.number() if self.token.kind is Kind.NUMBER else 1
        self.accept("calendar")
        unit = UNITS.get(self.words[self.at] or "")
        if unit is None:
            self.no_unit(start)
        self.at += 1
        return self.make(Previous, start, *self.checked(start, n, Unit(unit)))

    def since(self, start: int) -> Period:
        at = self.at
        if self.token.kind is not Kind.DATE:
            raise self.expected("date")
        self.at += 1
        return self.make(Since, start, self.make(Day, at, dt.date.fromisoformat(self.tokens[at].text)))

    def before(self, start: int) -> Period:
        return self.make(Before, start, self.point())

    def after(self, start: int) -> Period:
        return self.make(After, start, self.point())

    def between_points(self, start: int) -> Period:
        low = self.point()
        if not self.accept("and"):
            raise self.expected("point")
        return self.make(BetweenDays, start, low, self.point())

    def today(self, start: int) -> Period:
        return self.make(Today, start)

    def yesterday(self, start: int) -> Period:
        return self.make(Yesterday, start)

    def point(self) -> Point:
        start, token = self.at, self.token
        if self.accept("today"):
            return self.make(Today, start)
        if self.accept("il y a"):
            return self.make(Ago, start, *self.count_and_unit(start))
        if token.kind is Kind.DATE:
            self.at += 1
            return self.make(Day, start, dt.date.fromisoformat(token.text))
        if token.kind is Kind.NUMBER:
            parts = self.count_and_unit(start)
            if not self.accept("ago"):
                raise self.expected("point", fix="ago")
            return self.make(Ago, start, *parts)
        raise self.expected("point")


_PREFIXED: Final[Mapping[str, Callable[[_Parser, int], Expr]]] = {
    "opted in to": _Parser.opted_in,
    "opted out of": _Parser.opted_out,
    "can receive": _Parser.can_receive,
    "in segment": _Parser.in_segment,
    "in list": _Parser.in_list,
    "sample": _Parser.sample,
}

_TESTS: Final[Mapping[str, Callable[[_Parser, int, Operand], Expr]]] = {
    "not in": _Parser.is_not_in,
    "in": _Parser.is_in,
    "is unknown": _Parser.unknown,
    "is known": _Parser.known,
    "has any of": lambda self, start, operand: self.make(HasOf, start, operand, How.ANY, self.values()),
    "has all of": lambda self, start, operand: self.make(HasOf, start, operand, How.ALL, self.values()),
    "has none of": lambda self, start, operand: self.make(HasOf, start, operand, How.NONE, self.values()),
    "is not": _Parser.is_not,
    "is": _Parser.is_,
    "between": _Parser.between,
    "contains": lambda self, start, operand: self.match(Match.CONTAINS)(start, operand),
    "starts with": lambda self, start, operand: self.match(Match.STARTS)(start, operand),
    "ends with": lambda self, start, operand: self.match(Match.ENDS)(start, operand),
}

_PERIODS: Final[Mapping[str, Callable[[_Parser, int], Period]]] = {
    "last": _Parser.last,
    "next": _Parser.next,
    "this": _Parser.this,
    "previous": _Parser.previous,
    "since": _Parser.since,
    "before": _Parser.before,
    "after": _Parser.after,
    "between": _Parser.between_points,
    "today": _Parser.today,
    "yesterday": _Parser.yesterday,
}


def _order(found: Diagnostic) -> tuple[int, str]:
    return (found.span.start if found.span else 0, found.code)


def parse(text: str, vocabulary: Vocabulary = DEFAULT) -> Parsed:
    """Give the tree of a text and every problem found in reading it; never raises."""
    tokens, problems = tokenize(text)
    if any(one.code == "E161" for one in problems):
        return Parsed(None, problems)
    words = tuple(plain(token.text) if token.kind is Kind.WORD else None for token in tokens)
    padded = tokens + tokens[-1:] * 2
    parser = _Parser(text, padded, (*words, None, None), vocabulary, diagnostics=list(problems))
    tree = parser.whole()
    return Parsed(tree, tuple(sorted(parser.diagnostics, key=_order)))
