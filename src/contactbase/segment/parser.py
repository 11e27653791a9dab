"""Text to tree, by precedence climbing: `or`, then `and` and `except`, then `not`, then predicates.

The grammar is the EBNF of `docs/language.md`, whose sentences the tests generate. Problems are collected: after one,
reading goes on at the next `and` or `or`. No name is looked up here but to know names of several words.

>>> parse('ville = "Lyon" et achats dans les 12 derniers mois').tree.args[1]
HasEvents(table='achats', where=None, period=Last(n=12, unit=<Unit.MONTH: 'month'>), negated=False)
>>> [str(one) for one in parse('city = and age > "x').diagnostics]
['E100 a value expected here, found and.', 'E103 this text in quotes has no end.']
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final

import attrs

from contactbase.segment.comparison_reader import OPS, ComparisonReader
from contactbase.segment.diagnostics import Diagnostic, diagnose
from contactbase.segment.lexer import Kind
from contactbase.segment.nodes import (
    Aggregate,
    And,
    Anniversary,
    CanReceive,
    Expr,
    FieldRef,
    Function,
    HasEvents,
    InList,
    InSegment,
    Not,
    Operand,
    OptedIn,
    OptedOut,
    Or,
    Period,
    Sample,
)
from contactbase.segment.token_reader import StopError, TroubleError
from contactbase.segment.vocabulary import DEFAULT, Vocabulary

__all__ = ["Parsed", "parse"]


@attrs.frozen
class Parsed:
    """What a text reads as: a tree (None when nothing could be read) and the diagnostics, in order of place."""

    tree: Expr | None
    diagnostics: tuple[Diagnostic, ...]


@attrs.define
class _Parser(ComparisonReader):
    """Reads expressions, predicates and operands."""

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
        except StopError:
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
        except TroubleError:
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
        if self.is_table(self.at) and not any(self.next_is(text) for text in (".", "(", *OPS)):
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


_PREFIXED: Final[Mapping[str, Callable[[_Parser, int], Expr]]] = {
    "opted in to": _Parser.opted_in,
    "opted out of": _Parser.opted_out,
    "can receive": _Parser.can_receive,
    "in segment": _Parser.in_segment,
    "in list": _Parser.in_list,
    "sample": _Parser.sample,
}


def _order(found: Diagnostic) -> tuple[int, str]:
    return (found.span.start if found.span else 0, found.code)


def parse(text: str, vocabulary: Vocabulary = DEFAULT) -> Parsed:
    """Give the tree of a text and every problem found in reading it; never raises."""
    parser = _Parser.of(text, vocabulary)
    tree = None if any(one.code == "E161" for one in parser.diagnostics) else parser.whole()
    return Parsed(tree, tuple(sorted(parser.diagnostics, key=_order)))
