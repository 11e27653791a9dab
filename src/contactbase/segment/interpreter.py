"""The naive interpreter: the meaning of the language, written to be read, never to be fast.

It walks the checked tree with Python values and knows nothing of the bound tree, from which the generated Python and
the SQL are made; the tests hold the three against each other. Every test is true or false, never unknown: a positive
one is false of an unknown value, a negative one is its exact complement.

>>> from contactbase.model.contact import Contact, Phone
>>> from contactbase.segment.parser import parse
>>> tree = parse('city = "lyon" and not age < 30').tree
>>> Interpreter(as_of=dt.date(2026, 3, 31)).holds(tree, Contact(id="c-1", city="LYON"))
True
"""

from __future__ import annotations

import datetime as dt
import operator
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

import attrs

from contactbase.model.activity import last_act_of_person
from contactbase.model.contact import Contact, Phone
from contactbase.model.ledger import Days, about, latest_days
from contactbase.model.schema import FieldKind, Role
from contactbase.normalize.fold import fold
from contactbase.segment import nodes
from contactbase.segment.codes import DID_YOU_MEAN
from contactbase.segment.context import Context, bucket
from contactbase.segment.days import age_on, day_of, days_of
from contactbase.segment.derived import AGGREGATES, CHOICES
from contactbase.segment.diagnostics import diagnose, refuse
from contactbase.segment.lexer import quoted
from contactbase.segment.nodes import Expr, Function, How, Match, Node, Op
from contactbase.segment.reduce import edge, edge_amount, favourite
from contactbase.segment.vocabulary import DEFAULT, Vocabulary, suggest

__all__ = ["Amount", "Interpreter"]


@attrs.frozen
class Amount:
    """Money as a value: `currency` None is nothing at all, which is 0 of any currency."""

    minor: int | Fraction
    currency: str | None


_ORDER: Final[Mapping[Op, Callable[[Any, Any], bool]]] = {
    Op.EQ: operator.eq, Op.LT: operator.lt, Op.LE: operator.le, Op.GT: operator.gt, Op.GE: operator.ge,
}  # fmt: skip
_MATCH: Final[Mapping[Match, Callable[[str, str], bool]]] = {
    Match.CONTAINS: operator.contains, Match.STARTS: str.startswith, Match.ENDS: str.endswith,
}  # fmt: skip
_PLAIN_TYPES: Final[Mapping[FieldKind, type]] = {
    FieldKind.LABEL: str, FieldKind.ENUM: str, FieldKind.BOOLEAN: bool, FieldKind.DATE: dt.date, FieldKind.NUMBER: int,
}  # fmt: skip


@attrs.frozen(kw_only=True, eq=False)
class Interpreter:
    """Evaluates checked trees as of one day."""

    as_of: dt.date
    vocabulary: Vocabulary = DEFAULT
    context: Context = attrs.Factory(Context)
    path: tuple[str, ...] = ()

    def holds(self, node: Expr, contact: Contact) -> bool:
        """Tell whether a condition holds of a contact."""
        return _RULES[type(node)](self, node, contact, None)

    def test(self, node: Expr, thing: Any, table: str | None) -> bool:
        """Tell whether a condition holds of a contact or, inside a where, of a row of a table."""
        return _RULES[type(node)](self, node, thing, table)

    # Values

    def value(self, operand: nodes.Operand, thing: Any, table: str | None) -> Any:
        """Give the value of an operand; None when it is unknown."""
        match operand:
            case nodes.FieldRef(name):
                return self.field(name, thing, table)
            case nodes.Aggregate():
                return self.aggregate(operand, thing)
            case nodes.Anniversary(field):
                return self.field(field.name, thing, table)

    def field(self, name: str, thing: Any, table: str | None) -> Any:  # noqa: PLR0911 - one case after another is what a specification is
        """Give the value of a field of a contact, or of a row."""
        found = self.vocabulary.field(name, table)
        if table is None and name in CHOICES:
            return CHOICES[name](thing)
        if table is None and name == "age":
            return None if thing.birth_date is None else age_on(thing.birth_date, self.as_of)
        if table is None and name == "last_contact_by_person":
            return last_act_of_person(thing)
        if table is None and name in AGGREGATES:
            return self.aggregate(AGGREGATES[name][0], thing)
        if found is not None and found.role is Role.CUSTOM:
            return self.custom(name, found.kind, thing)
        value = getattr(thing, name)
        if table is not None and name == "amount":
            return None if value is None else Amount(value, thing.currency or "")
        return None if value in ((), frozenset()) else value

    def custom(self, name: str, kind: FieldKind, contact: Contact) -> Any:
        """Give the value of a custom field; one of another type than the schema says is unknown."""
        wanted = _PLAIN_TYPES[kind]
        for key, value in contact.custom:
            if key == name:
                wrong = not isinstance(value, wanted) or (isinstance(value, bool) and wanted is int)
                return None if wrong or isinstance(value, dt.datetime) else value
        return None

    def rows(self, node: nodes.Aggregate | nodes.HasEvents, contact: Contact) -> list[Any]:
        """Give the rows of a table that count."""
        kinds = self.vocabulary.schema.table(node.table).kinds
        rows: list[Any] = list(contact.consents if node.table == "consents" else contact.events)
        if kinds:
            rows = [row for row in rows if row.kind in kinds]
        if node.period is not None:
            days = days_of(node.period, self.as_of)
            rows = [row for row in rows if row.at is not None and days.has(row.at)]
        if node.where is not None:
            rows = [row for row in rows if self.test(node.where, row, node.table)]
        return rows

    def aggregate(self, node: nodes.Aggregate, contact: Contact) -> Any:  # noqa: PLR0911 - one case after another is what a specification is
        """Give what a function makes of the rows that count."""
        rows = self.rows(node, contact)
        if node.function is Function.COUNT:
            return sum(getattr(row, "count", 1) for row in rows)
        name = node.field or ""
        found = self.vocabulary.field(name, node.table)
        folded = found is not None and found.kind is FieldKind.LABEL
        if found is not None and found.kind is FieldKind.MONEY:
            return self.money(node.function, rows)

        def value(row: Any) -> Any:
            held = getattr(row, name)
            return fold(held) if folded and held is not None else held

        values = [value(row) for row in rows if value(row) is not None]
        match node.function:
            case Function.SUM:
                return sum(values)
            case Function.AVG:
                return Fraction(sum(values), len(values)) if values else None
            case Function.MIN:
                return min(values, default=None)
            case Function.MAX:
                return max(values, default=None)
            case Function.DISTINCT:
                return len(set(values))
            case Function.FAVOURITE:
                return favourite(rows, value)
            case _:
                return edge(rows, value, last=node.function is Function.LAST)

    def money(self, function: Function, rows: list[Any]) -> Amount | None:  # noqa: PLR0911 - one case after another is what a specification is
        """Give an aggregate of amounts: unknown when currencies are mixed or missing."""
        if function in {Function.FIRST, Function.LAST}:
            found = edge_amount(rows, last=function is Function.LAST)
            return None if found is None else Amount(*found)
        priced = [row for row in rows if row.amount is not None]
        if not priced:
            return Amount(0, None) if function is Function.SUM else None
        currencies = {row.currency for row in priced}
        if len(currencies) > 1 or None in currencies:
            return None
        currency = priced[0].currency
        amounts = [row.amount for row in priced]
        if function is Function.SUM:
            return Amount(sum(amounts), currency)
        times = sum(row.count for row in priced)
        if function is Function.AVG:
            return Amount(Fraction(sum(amounts), times), currency) if times > 0 else None
        if any(row.count != 1 for row in priced):
            return None
        return Amount(min(amounts) if function is Function.MIN else max(amounts), currency)

    def wanted(self, value: nodes.Value) -> Any:
        """Give a value of the text as Python."""
        match value:
            case nodes.Money(minor, currency):
                return Amount(minor, currency)
            case nodes.Number(number):
                return Fraction(number) if isinstance(number, Decimal) else number
            case nodes.Day() | nodes.Ago():
                return day_of(value, self.as_of)
            case _:
                return value.value

    # Tests

    def relates(self, op: Op, held: Any, value: nodes.Value, folded: bool) -> bool:  # noqa: FBT001 - part of the test
        """Compare a known or unknown value; text by its key unless it is exact."""
        if held is None:
            return False
        wanted = self.wanted(value)
        if isinstance(wanted, Amount):
            same = held.currency is None or held.currency == wanted.currency
            return same and _ORDER[op](held.minor, wanted.minor)
        if folded and not (isinstance(value, nodes.Text) and value.exact):
            return fold(held) == fold(wanted)
        return _ORDER[op](held, wanted)

    def is_label(self, operand: nodes.Operand, table: str | None) -> bool:
        """Tell whether an operand compares by its key."""
        if isinstance(operand, nodes.Aggregate):
            table, operand = operand.table, nodes.FieldRef(operand.field or "")
        if not isinstance(operand, nodes.FieldRef):
            return False
        found = self.vocabulary.field(operand.name, table)
        return found is not None and found.kind in {FieldKind.LABEL, FieldKind.LINES}

    def equals(self, node: nodes.Compare | nodes.In, value: nodes.Value, thing: Any, table: str | None) -> bool:
        """Tell whether an operand equals a value."""
        label = isinstance(value, nodes.Text) and self.is_label(node.operand, table)
        return self.relates(Op.EQ, self.value(node.operand, thing, table), value, label)

    def compare(self, node: nodes.Compare, thing: Any, table: str | None) -> bool:
        """`=`, `<` and the like; `!=` is the complement of `=`."""
        if node.op is Op.NE:
            return not self.equals(node, node.value, thing, table)
        if node.op is Op.EQ:
            return self.equals(node, node.value, thing, table)
        return self.relates(node.op, self.value(node.operand, thing, table), node.value, folded=False)

    def between(self, node: nodes.Between, thing: Any, table: str | None) -> bool:
        """`between low and high`, both with it."""
        held = self.value(node.operand, thing, table)
        low = self.relates(Op.GE, held, node.low, folded=False)
        return low and self.relates(Op.LE, held, node.high, folded=False)

    def is_in(self, node: nodes.In, thing: Any, table: str | None) -> bool:
        """`in (…)`; `not in` is its complement."""
        return any(self.equals(node, value, thing, table) for value in node.values) != node.negated

    def text_test(self, node: nodes.TextTest, thing: Any, table: str | None) -> bool:
        """`contains`, `starts with`, `ends with`."""
        held = self.value(node.operand, thing, table)
        if held is None or not isinstance(node.value, nodes.Text):
            return False
        text, needle = held if isinstance(held, str) else " ".join(held), node.value.value
        if self.is_label(node.operand, table) and not node.value.exact:
            text, needle = fold(text), fold(needle)
        return _MATCH[node.match](text, needle)

    def has_of(self, node: nodes.HasOf, thing: Any, table: str | None) -> bool:
        """`has any of (…)` and its like."""
        held = self.value(node.operand, thing, table) or ()
        texts = [value.value for value in node.values if isinstance(value, nodes.Text)]
        if isinstance(held, frozenset):
            held, texts = {fold(one) for one in held}, [fold(text) for text in texts]
        else:
            held = {one.e164 if isinstance(one, Phone) else one.address for one in held}
        found = [text in held for text in texts]
        return {How.ANY: any(found), How.ALL: all(found), How.NONE: not any(found)}[node.how]

    def known(self, node: nodes.Known, thing: Any, table: str | None) -> bool:
        """`is known`."""
        held = self.value(node.operand, thing, table)
        if isinstance(held, Amount) and held.currency == "":
            held = None
        return (held is not None) == node.known

    def in_period(self, node: nodes.InPeriod, thing: Any, table: str | None) -> bool:
        """`is period`; of an anniversary, one of its returns lies there."""
        held = self.value(node.operand, thing, table)
        days = days_of(node.period, self.as_of)
        if held is None:
            return node.negated
        if not isinstance(node.operand, nodes.Anniversary):
            return days.has(held) != node.negated
        if days.start is None or days.end is None:
            return node.negated
        years = range(max(held.year + 1, days.start.year), days.end.year + 1)
        return any(days.has(_anniversary(held, year)) for year in years) != node.negated

    def has_events(self, node: nodes.HasEvents, contact: Contact) -> bool:
        """`has events`: a count of 1 at least."""
        count = sum(getattr(row, "count", 1) for row in self.rows(node, contact))
        return (count >= 1) != node.negated

    def ledger(self, node: nodes.OptedIn | nodes.OptedOut, contact: Contact) -> Days:
        """Read the ledger."""
        return latest_days(about(contact.consents, node.channel, node.purpose), self.as_of)

    def in_segment(self, node: nodes.InSegment, contact: Contact) -> bool:
        """`in segment`, a circle being an error."""
        found: Any = self.context.segments.get(node.name)
        if found is None:
            raise _missing("E151", node, self.context.segments)
        if node.name in self.path:
            circle = (*self.path[self.path.index(node.name) :], node.name)
            raise refuse([diagnose("E150", node.span, {"names": ", ".join(circle)})])
        deeper = attrs.evolve(self, path=(*self.path, node.name), vocabulary=found.vocabulary)
        return deeper.holds(found.tree, contact)

    def in_list(self, node: nodes.InList, contact: Contact) -> bool:
        """`in list`."""
        if node.name not in self.context.lists:
            raise _missing("E152", node, self.context.lists)
        return contact.id in self.context.lists[node.name]

    def sample(self, node: nodes.Sample, contact: Contact) -> bool:
        """`sample`."""
        return bucket(contact.id, node.seed) < Decimal(node.percent) * 10_000


def _missing(code: str, node: nodes.InSegment | nodes.InList, known: Mapping[str, object]) -> Exception:
    near = suggest(node.name, {name: name for name in known})
    hint = DID_YOU_MEAN if near else None
    return refuse([diagnose(code, node.span, {"name": quoted(node.name)}, hint=hint, shown=near and quoted(near))])


def _anniversary(day: dt.date, year: int) -> dt.date:
    """Give the return of a day in a year; 29 February returns on 28 February in common years."""
    try:
        return day.replace(year=year)
    except ValueError:
        return dt.date(year, 2, 28)


_RULES: Final[Mapping[type[Node], Callable[[Interpreter, Any, Any, str | None], bool]]] = {
    nodes.And: lambda self, node, thing, table: all(self.test(arg, thing, table) for arg in node.args),
    nodes.Or: lambda self, node, thing, table: any(self.test(arg, thing, table) for arg in node.args),
    nodes.Not: lambda self, node, thing, table: not self.test(node.arg, thing, table),
    nodes.Compare: Interpreter.compare,
    nodes.Between: Interpreter.between,
    nodes.In: Interpreter.is_in,
    nodes.TextTest: Interpreter.text_test,
    nodes.HasOf: Interpreter.has_of,
    nodes.Known: Interpreter.known,
    nodes.InPeriod: Interpreter.in_period,
    nodes.HasEvents: lambda self, node, contact, _: self.has_events(node, contact),
    nodes.OptedIn: lambda self, node, contact, _: self.ledger(node, contact).opted_in,
    nodes.OptedOut: lambda self, node, contact, _: self.ledger(node, contact).opted_out,
    nodes.CanReceive: lambda self, node, contact, _: self.context.permits(
        contact, node.channel, node.purpose, self.as_of
    ),
    nodes.InSegment: lambda self, node, contact, _: self.in_segment(node, contact),
    nodes.InList: lambda self, node, contact, _: self.in_list(node, contact),
    nodes.Sample: lambda self, node, contact, _: self.sample(node, contact),
}
