"""The bound tree: what is left of a segment once the day, the schema and the lists are known.

Days are dates, text is folded, `age` is days of birth, derived fields are aggregates, other segments are inlined.
Every test is total: false where the value is unknown. Python and SQL are generated from this tree alone.

>>> negation_normal(Negation(All((Present(Column("city", FieldKind.LABEL)), Always(value=True)))))
Any(args=(Negation(arg=Present(operand=Column(name='city', kind=<FieldKind.LABEL: 'label'>, custom=False))), \
Always(value=False)))
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import attrs

from contactbase.model.enums import EventKind
from contactbase.model.schema import FieldKind
from contactbase.segment.days import Days
from contactbase.segment.nodes import Function, Match

__all__ = [
    "All",
    "Always",
    "Any",
    "Bound",
    "Column",
    "Consent",
    "Draw",
    "Holds",
    "Latest",
    "Limit",
    "Negation",
    "OneOf",
    "Operand",
    "Permitted",
    "Present",
    "Range",
    "Ratio",
    "Reduction",
    "Rows",
    "TextHas",
    "Yearly",
    "gathered",
    "negation_normal",
    "operands",
    "tests_of",
]


@attrs.frozen
class Operand:
    """Something that has a value for each contact."""


@attrs.frozen
class Column(Operand):
    """A field: of the contact, or inside `Rows` of the event."""

    name: str
    kind: FieldKind
    custom: bool = False


@attrs.frozen
class Bound:
    """A total test."""


@attrs.frozen
class Rows:
    """The rows of a table that count: of some kinds, on some days, meeting a test on their own columns."""

    table: str
    kinds: tuple[EventKind, ...] = ()
    days: Days | None = None
    where: Bound | None = None

    @property
    def source(self) -> str:
        """The attribute of a contact that holds the rows, and the name of the table in SQL."""
        return "consents" if self.table == "consents" else "events"


@attrs.frozen
class Reduction(Operand):
    """One value made of rows: an aggregate."""

    function: Function
    rows: Rows
    column: Column | None = None


@attrs.frozen
class Latest(Operand):
    """The latest of several dates, those that are known."""

    args: tuple[Reduction, ...]


@attrs.frozen
class Always(Bound):
    """True of all, or of none."""

    value: bool


@attrs.frozen
class All(Bound):
    """Every test holds."""

    args: tuple[Bound, ...]


@attrs.frozen
class Any(Bound):
    """One test holds at least."""

    args: tuple[Bound, ...]


@attrs.frozen
class Negation(Bound):
    """The exact complement."""

    arg: Bound


@attrs.frozen
class OneOf(Bound):
    """The value is one of some; `folded` compares keys."""

    operand: Operand
    values: tuple[str, ...] | tuple[int, ...] | tuple[dt.date, ...] | tuple[bool, ...]
    folded: bool = False


@attrs.frozen
class TextHas(Bound):
    """The text contains, starts with or ends with another."""

    operand: Column
    match: Match
    needle: str
    folded: bool


@attrs.frozen
class Holds(Bound):
    """One of several values of a field is this one."""

    operand: Column
    value: str
    folded: bool


@attrs.frozen
class Range(Bound):
    """The value lies from low to high, both with it; money only in its currency."""

    operand: Operand
    low: int | dt.date | None
    high: int | dt.date | None
    currency: str | None = None


@attrs.frozen
class Limit:
    """The fraction `over / under`; strict leaves it out."""

    over: int
    under: int
    strict: bool


@attrs.frozen
class Ratio(Bound):
    """A mean lies between two fractions; compared by multiplying, so exactly."""

    operand: Reduction
    low: Limit | None
    high: Limit | None
    currency: str | None = None


@attrs.frozen
class Present(Bound):
    """A value is there."""

    operand: Operand


@attrs.frozen
class Yearly(Bound):
    """The yearly return of a date lies in a period.

    Each part is (before, low, high): dates before that day whose month * 100 + day lies from low to high.
    """

    operand: Column
    parts: tuple[tuple[dt.date, int, int], ...]


@attrs.frozen
class Consent(Bound):
    """The ledger says opted in (or out) as of a day."""

    channel: str
    purpose: str
    out: bool
    as_of: dt.date


@attrs.frozen
class Permitted(Bound):
    """The policy permits on a day."""

    channel: str
    purpose: str
    as_of: dt.date


@attrs.frozen
class Draw(Bound):
    """The keyed hash of the id lies under a threshold of a million."""

    threshold: int
    seed: str


def negation_normal(test: Bound, *, negated: bool = False) -> Bound:
    """Give an equal tree in which a negation stands on single tests only."""
    match test:
        case Negation(arg):
            return negation_normal(arg, negated=not negated)
        case Always(value):
            return Always(value != negated)
        case All(args) | Any(args):
            kind = Any if isinstance(test, All) == negated else All
            return kind(tuple(negation_normal(arg, negated=negated) for arg in args))
        case _:
            return Negation(test) if negated else test


def gathered(test: All | Any) -> Bound:
    """Give an equal tree in which a chain of `or` (or of `and not`) over one value is one look into a set."""
    groups: dict[tuple[Operand, bool], list[OneOf]] = {}
    rest = []
    for arg in test.args:
        inner = arg.arg if isinstance(test, All) and isinstance(arg, Negation) else arg
        if isinstance(inner, OneOf) and (inner is arg) == isinstance(test, Any):
            groups.setdefault((inner.operand, inner.folded), []).append(inner)
        else:
            rest.append(arg)
    args: list[Bound] = []
    for (operand, folded), found in groups.items():
        values: tuple[str, ...] = tuple(sorted({value for one in found for value in one.values}))  # type: ignore[misc] # of one type
        one = OneOf(operand, values, folded) if len(found) > 1 else found[0]
        args.append(Negation(one) if isinstance(test, All) else one)
    args += rest
    return args[0] if len(args) == 1 else type(test)(tuple(args))


def tests_of(test: Bound) -> Iterator[Bound]:
    """Give the single tests of a tree, in order."""
    match test:
        case Negation(arg):
            yield from tests_of(arg)
        case All(args) | Any(args):
            for arg in args:
                yield from tests_of(arg)
        case _:
            yield test


def operands(test: Bound) -> Iterator[tuple[Operand, Bound]]:
    """Give every operand of a tree with the test it stands in."""
    for one in tests_of(test):
        operand = getattr(one, "operand", None)
        if isinstance(operand, Latest):
            yield from ((arg, one) for arg in operand.args)
        elif operand is not None:
            yield operand, one
