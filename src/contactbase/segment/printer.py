"""A tree to its canonical text: lower-case English keywords, one form each, parentheses where `and` meets `or`.

>>> print_node(Or((InList("vip"), And((Known(FieldRef("city")), InSegment("actifs"))))))
'in list "vip" or (city is known and in segment "actifs")'
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Final

from contactbase.segment.lexer import quoted
from contactbase.segment.money import written
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
    FieldRef,
    HasEvents,
    HasOf,
    In,
    InList,
    InPeriod,
    InSegment,
    Known,
    Last,
    Money,
    Next,
    Node,
    Not,
    Number,
    OptedIn,
    OptedOut,
    Or,
    Previous,
    Sample,
    Since,
    Text,
    TextTest,
    This,
    Today,
    Truth,
    Unit,
    Word,
    Yesterday,
)
from contactbase.segment.words import NO_WORDS, RESERVED

__all__ = ["name_text", "number_text", "print_node"]

_PLAIN: Final = re.compile(r"[a-z_][a-z0-9_]*\Z")
_WORD: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")


def _back_quoted(name: str) -> str:
    return "`" + quoted(name)[1:-1].replace('\\"', '"').replace("`", "\\`") + "`"


def name_text(name: str) -> str:
    """Give a name as it stands in a text: in back quotes unless it is a plain word that is no keyword."""
    return name if _PLAIN.match(name) and name not in RESERVED else _back_quoted(name)


def number_text(value: int | Decimal) -> str:
    """Give a number in plain digits."""
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _times(n: int, unit: Unit) -> str:
    return f"{n} {unit}" if n == 1 else f"{n} {unit}s"


def _word(node: Word) -> str:
    plain = _WORD.match(node.value) and node.value.lower() not in NO_WORDS
    return node.value if plain else _back_quoted(node.value)


def _previous(node: Previous) -> str:
    return f"previous {node.unit}" if node.n == 1 else f"previous {node.n} calendar {node.unit}s"


def _join(values: tuple[Node, ...]) -> str:
    return ", ".join(map(print_node, values))


def _inner(node: Node) -> str:
    """Give a clause inside `and`, `or` or `not`: in parentheses where it would run into its neighbours."""
    loose = isinstance(node, HasEvents) and node.where is not None and node.period is None
    return f"({print_node(node)})" if loose or isinstance(node, And | Or) else print_node(node)


_BARE_PERIODS: Final = (Since, Before, After, BetweenDays, Today, Yesterday)


def _events(table: str, where: Node | None, period: Node | None) -> str:
    text = table
    if where is not None:
        text += f" where {_where(where)}"
    if period is not None:
        text += f" {print_node(period)}" if isinstance(period, _BARE_PERIODS) else f" in {print_node(period)}"
    return text


def _where(where: Node) -> str:
    return f"({print_node(where)})" if isinstance(where, Or | HasEvents) else print_node(where)


def _aggregate(node: Aggregate) -> str:
    table = name_text(node.table) + ("" if node.field is None else f".{name_text(node.field)}")
    return f"{node.function}({_events(table, node.where, node.period)})"


def _has_events(node: HasEvents) -> str:
    return f"has {'no ' if node.negated else ''}{_events(name_text(node.table), node.where, node.period)}"


def _purpose(words: str, node: OptedIn | OptedOut | CanReceive) -> str:
    channel = node.channel if _WORD.match(node.channel) else name_text(node.channel)
    return f"{words} {channel}" + ("" if node.purpose == "marketing" else f" for {quoted(node.purpose)}")


def _sample(node: Sample) -> str:
    return f"sample {number_text(node.percent)}%" + (f" seed {quoted(node.seed)}" if node.seed else "")


_PRINT: Final[Mapping[type[Node], Callable[[Any], str]]] = {
    Text: lambda node: ("exactly " if node.exact else "") + quoted(node.value),
    Word: _word,
    Number: lambda node: number_text(node.value),
    Money: lambda node: written(node.minor, node.currency),
    Day: lambda node: node.value.isoformat(),
    Truth: lambda node: "true" if node.value else "false",
    Ago: lambda node: f"{_times(node.n, node.unit)} ago",
    Today: lambda _: "today",
    Yesterday: lambda _: "yesterday",
    Last: lambda node: f"last {_times(node.n, node.unit)}",
    Next: lambda node: f"next {_times(node.n, node.unit)}",
    This: lambda node: f"this {node.unit}",
    Previous: _previous,
    Since: lambda node: f"since {print_node(node.day)}",
    Before: lambda node: f"before {print_node(node.point)}",
    After: lambda node: f"after {print_node(node.point)}",
    BetweenDays: lambda node: f"between {print_node(node.low)} and {print_node(node.high)}",
    FieldRef: lambda node: name_text(node.name),
    Aggregate: _aggregate,
    Anniversary: lambda node: f"anniversary({print_node(node.field)})",
    Compare: lambda node: f"{print_node(node.operand)} {node.op} {print_node(node.value)}",
    Between: lambda node: f"{print_node(node.operand)} between {print_node(node.low)} and {print_node(node.high)}",
    In: lambda node: f"{print_node(node.operand)} {'not ' if node.negated else ''}in ({_join(node.values)})",
    TextTest: lambda node: f"{print_node(node.operand)} {node.match} {print_node(node.value)}",
    HasOf: lambda node: f"{print_node(node.operand)} has {node.how} of ({_join(node.values)})",
    Known: lambda node: f"{print_node(node.operand)} is {'known' if node.known else 'unknown'}",
    InPeriod: lambda node: f"{print_node(node.operand)} is {'not ' if node.negated else ''}{print_node(node.period)}",
    HasEvents: _has_events,
    OptedIn: lambda node: _purpose("opted in to", node),
    OptedOut: lambda node: _purpose("opted out of", node),
    CanReceive: lambda node: _purpose("can receive", node),
    InSegment: lambda node: f"in segment {quoted(node.name)}",
    InList: lambda node: f"in list {quoted(node.name)}",
    Sample: _sample,
    Not: lambda node: f"not {_inner(node.arg)}",
    And: lambda node: " and ".join(map(_inner, node.args)),
    Or: lambda node: " or ".join(map(_inner, node.args)),
}


def print_node(node: Node) -> str:
    """Give the canonical text of a node; reading it back gives an equal tree."""
    return _PRINT[type(node)](node)
