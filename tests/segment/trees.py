"""Random trees of the language: every construct, valid for the schema, from one source of chance."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from random import Random
from typing import Any

from contactbase.model.enums import Channel, ConsentStatus, EventKind, Relationship, Sex
from contactbase.segment import nodes
from contactbase.segment.nodes import Aggregate, Expr, FieldRef, Function, How, Match, Op, Unit

AS_OF = dt.date(2026, 3, 31)
LABELS = (
    "Lyon",
    "lyón",
    "Saint-Étienne",
    "SAINT ETIENNE",
    "L’Haÿ",
    "Œuvre",
    "straße",
    "100%_",
    "o'b|r\\ien",
    "Ωmega",
    "e",
    "0",
)
CODES = ("69001", "69", "a|b", "A", "é", "e\u0301", "%", "0")
WORDS = ("vip", "VIP", "gold", "a|b", "œ", "-x")
DAYS = (
    dt.date(2026, 3, 31), dt.date(2026, 3, 30), dt.date(2026, 4, 1), dt.date(2026, 2, 28), dt.date(2025, 12, 31),
    dt.date(2024, 2, 29), dt.date(2000, 2, 29), dt.date(2000, 3, 1), dt.date(1996, 3, 31), dt.date(1, 1, 1),
    dt.date(9999, 12, 31), dt.date(2023, 3, 31), dt.date(2026, 1, 31), dt.date(2026, 3, 1), dt.date(1990, 4, 1),
)  # fmt: skip
AMOUNTS = (0, 1, -500, 5000, 5001, 8740, 10000, 99999)
LABEL_FIELDS = ("city", "first_name", "company", "supplier", "nickname")
CODE_FIELDS = ("postcode", "id", "email", "mobile", "landline", "country")
DATE_FIELDS = ("birth_date", "collected_on", "last_purchase", "first_purchase", "last_contact_by_person", "joined")
NUMBER_FIELDS = ("age", "orders", "children")
MONEY_FIELDS = ("spent", "average_basket")
ENUM_FIELDS: dict[str, Any] = {
    "sex": Sex,
    "relationship": Relationship,
    "preferred_channel": Channel,
    "size": ("small", "or"),
}
SET_FIELDS = ("tags", "interests")
EVENT_TABLES = ("purchases", "messages", "events")


class Trees:
    """Draws trees; `depth` bounds their nesting."""

    def __init__(self, random: Random, *, sql: bool = False) -> None:
        self.random = random
        self.sql = sql

    def pick(self, *options: Any) -> Any:
        return options[self.random.randrange(len(options))]

    def expr(self, depth: int = 3, table: str | None = None) -> Expr:
        if depth <= 0 or self.random.random() < 0.3:
            return self.atom(table)
        shape = self.random.randrange(5)
        if shape == 0:
            return nodes.Not(self.expr(depth - 1, table))
        kind = nodes.And if shape % 2 else nodes.Or
        return kind(tuple(self.expr(depth - 1, table) for _ in range(2 + self.random.randrange(2))))

    def atom(self, table: str | None) -> Expr:
        if table is not None:
            rows = (self.text, self.number, self.date, self.word, *((self.money,) if table != "consents" else ()))
            inside: Expr = self.pick(*rows)(table)
            return inside
        rules: list[Callable[[str | None], Expr]] = [
            self.text, self.number, self.date, self.word, self.money, self.sets, self.truth, self.events, self.events,
            self.consent, self.anniversary, self.lists, self.aggregated, self.aggregated,
        ]  # fmt: skip
        made: Expr = self.pick(*rules)(None)
        return made

    def text(self, table: str | None) -> Expr:
        label = self.random.random() < 0.6
        if table is None:
            operand = FieldRef(self.pick(*(LABEL_FIELDS if label else CODE_FIELDS)))
        elif table == "consents":
            operand = FieldRef("source" if label else "proof")
        else:
            operand = FieldRef(self.pick("product", "category") if label else "reference")
        return self.on_text(operand, label=label)

    def on_text(self, operand: nodes.Operand, *, label: bool) -> Expr:
        def value() -> nodes.Text:
            if not label:
                return nodes.Text(self.pick(*CODES))
            exact = isinstance(operand, FieldRef) and self.random.random() < 0.2
            return nodes.Text(self.pick(*LABELS), exact)

        shape = self.random.randrange(5)
        if shape == 0:
            return nodes.Compare(operand, self.pick(Op.EQ, Op.NE), value())
        if shape == 1:
            return nodes.In(operand, tuple({value(): 0 for _ in range(3)}), self.pick(True, False))
        if shape == 2:
            return nodes.Known(operand, self.pick(True, False))
        if not isinstance(operand, FieldRef):
            return nodes.Compare(operand, self.pick(Op.EQ, Op.NE), value())
        return nodes.TextTest(operand, self.pick(*Match), value())

    def number(self, table: str | None) -> Expr:
        operand = FieldRef("count" if table in EVENT_TABLES else self.pick(*NUMBER_FIELDS))
        if table == "consents":
            return self.date(table)
        return self.on_number(operand)

    def on_number(self, operand: nodes.Operand) -> Expr:
        def value() -> nodes.Number:
            return nodes.Number(self.pick(0, 1, 2, 12, 25, 30, 36, 1, 2, Decimal("1.5"), -3))

        return self.ranged(operand, value)

    def ranged(self, operand: nodes.Operand, value: Callable[[], Any]) -> Expr:
        shape = self.random.randrange(6)
        if shape == 0:
            return nodes.Between(operand, value(), value())
        if shape == 1:
            return nodes.In(operand, tuple({value(): 0 for _ in range(2)}), self.pick(True, False))
        if shape == 2:
            return nodes.Known(operand, self.pick(True, False))
        return nodes.Compare(operand, self.pick(*Op), value())

    def money(self, table: str | None) -> Expr:
        operand = FieldRef("amount" if table in EVENT_TABLES else self.pick(*MONEY_FIELDS))
        return self.on_money(operand)

    def on_money(self, operand: nodes.Operand) -> Expr:
        currency = self.pick("EUR", "EUR", "USD")
        return self.ranged(operand, lambda: nodes.Money(self.pick(*AMOUNTS), currency))

    def date(self, table: str | None) -> Expr:
        name = self.pick("at", "expires_on") if table == "consents" else "at"
        return self.on_date(FieldRef(name if table else self.pick(*DATE_FIELDS)))

    def on_date(self, operand: nodes.Operand) -> Expr:
        if self.random.random() < 0.5:
            return nodes.InPeriod(operand, self.period(), self.pick(True, False))

        def value() -> nodes.Value:
            if self.random.random() < 0.5:
                return nodes.Ago(self.pick(1, 2, 30), self.pick(*Unit))
            return nodes.Day(self.pick(*DAYS))

        return self.ranged(operand, value)

    def period(self, *, closed: bool = False) -> nodes.Period:
        n, unit = self.pick(1, 2, 3, 12, 36), self.pick(*Unit)
        options: list[Callable[[], nodes.Period]] = [
            lambda: nodes.Last(n, unit),
            lambda: nodes.Last(n, unit),
            lambda: nodes.Next(n, unit),
            lambda: nodes.This(unit),
            lambda: nodes.Previous(n, unit),
            lambda: nodes.Since(nodes.Day(self.pick(*DAYS))),
            lambda: nodes.BetweenDays(self.point(), self.point()),
            nodes.Today,
            nodes.Yesterday,
        ]
        if not closed:
            options += [lambda: nodes.Before(self.point()), lambda: nodes.After(self.point())]
        made: nodes.Period = self.pick(*options)()
        return made

    def point(self) -> nodes.Point:
        made: nodes.Point = self.pick(
            nodes.Today(), nodes.Ago(self.pick(1, 3), self.pick(*Unit)), nodes.Day(self.pick(*DAYS))
        )
        return made

    def word(self, table: str | None) -> Expr:
        if table == "consents":
            name, values = "status", tuple(ConsentStatus)
        elif table is not None:
            name, values = self.pick(("kind", tuple(EventKind)[:4]), ("channel", tuple(Channel)))
        else:
            name = self.pick(*ENUM_FIELDS)
            values = tuple(ENUM_FIELDS[name])
        words = tuple({nodes.Word(str(self.pick(*values))): 0 for _ in range(2)})
        shape = self.random.randrange(3)
        if shape == 0:
            return nodes.Compare(FieldRef(name), self.pick(Op.EQ, Op.NE), words[0])
        if shape == 1:
            return nodes.In(FieldRef(name), words, self.pick(True, False))
        return nodes.Known(FieldRef(name), self.pick(True, False))

    def sets(self, _table: str | None) -> Expr:
        operand = FieldRef(self.pick(*SET_FIELDS))
        if self.random.random() < 0.2:
            return nodes.Known(FieldRef(self.pick(*SET_FIELDS, "phones", "emails", "address")), self.pick(True, False))
        if self.random.random() < 0.2:
            return nodes.TextTest(FieldRef("address"), self.pick(*Match), nodes.Text(self.pick("rue", "12 Rue", "œ")))
        if self.random.random() < 0.3:
            codes = tuple({nodes.Text(self.pick(*CODES)): 0 for _ in range(2)})
            return nodes.HasOf(FieldRef(self.pick("phones", "emails")), self.pick(*How), codes)
        values = tuple({nodes.Text(self.pick(*WORDS)): 0 for _ in range(2)})
        return nodes.HasOf(operand, self.pick(*How), values)

    def truth(self, _table: str | None) -> Expr:
        if self.random.random() < 0.3:
            return nodes.Known(FieldRef(self.pick("loyal", "children")), self.pick(True, False))
        return nodes.Compare(FieldRef("loyal"), self.pick(Op.EQ, Op.NE), nodes.Truth(self.pick(True, False)))

    def where(self, table: str) -> Expr | None:
        return None if self.random.random() < 0.5 else self.expr(1, table)

    def window(self) -> nodes.Period | None:
        return None if self.random.random() < 0.4 else self.period()

    def events(self, _table: str | None) -> Expr:
        table = self.pick(*EVENT_TABLES, "consents")
        return nodes.HasEvents(table, self.where(table), self.window(), self.pick(True, False))

    def consent(self, _table: str | None) -> Expr:
        kind = self.pick(nodes.OptedIn, nodes.OptedIn, nodes.OptedOut)
        made: Expr = kind(self.pick("sms", "email"), self.pick("marketing", "marketing", "service"))
        return made

    def anniversary(self, _table: str | None) -> Expr:
        operand = nodes.Anniversary(FieldRef(self.pick("birth_date", "collected_on")))
        return nodes.InPeriod(operand, self.period(closed=True), self.pick(True, False))

    def lists(self, _table: str | None) -> Expr:
        options: list[Expr] = [nodes.InList("vip"), nodes.InSegment("lyonnais")]
        if not self.sql:
            options += [nodes.Sample(self.pick(0, 100, 50, Decimal("12.5")), "x"), nodes.CanReceive("sms")]
        made: Expr = self.pick(*options)
        return made

    def aggregated(self, _table: str | None) -> Expr:
        function = self.pick(*Function)
        table = self.pick(*EVENT_TABLES)

        def made(field: str | None) -> Aggregate:
            return Aggregate(function, table, field, self.where(table), self.window())

        if function is Function.COUNT:
            return self.on_number(made(None))
        if function is Function.DISTINCT:
            return self.on_number(made(self.pick("product", "channel", "at")))
        if function is Function.FAVOURITE:
            return self.valued(made(self.pick("category", "reference", "channel")))
        if function in {Function.SUM, Function.AVG}:
            return self.valued(made(self.pick("amount", "count")))
        if function in {Function.MIN, Function.MAX}:
            return self.valued(made(self.pick("amount", "count", "at")))
        return self.valued(made(self.pick("amount", "count", "at", "category", "reference", "channel")))

    def valued(self, operand: Aggregate) -> Expr:
        match operand.field:
            case "amount":
                return self.on_money(operand)
            case "count":
                return self.on_number(operand)
            case "at":
                return self.on_date(operand)
            case "channel":
                return nodes.Compare(operand, self.pick(Op.EQ, Op.NE), nodes.Word(self.pick("sms", "email")))
            case name:
                return self.on_text(operand, label=name == "category")
