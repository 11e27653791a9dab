"""A tree as JSON and back: versioned, canonical, refusing what it does not know.

Keys are sorted, relative periods stay relative, numbers that are not whole are text. The id of a tree is the hash of
this text, so that two spellings of one segment have one id.

>>> text = to_json(nodes.Known(nodes.FieldRef("city")))
>>> text
'{"expr":{"known":true,"op":"known","operand":{"name":"city","op":"field"}},"v":1}'
>>> from_json(text), tree_id(from_json(text))
(Known(operand=FieldRef(name='city'), known=True), 'a6d3901f7430c0c6')
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

import attrs

from contactbase.errors import SegmentError
from contactbase.segment import nodes
from contactbase.segment.diagnostics import diagnose, refuse
from contactbase.segment.limits import DIGITS, LENGTH, NESTING
from contactbase.segment.nodes import Expr, Node

__all__ = ["VERSION", "from_data", "from_json", "to_data", "to_json", "tree_id"]

VERSION: Final = 1

_TAGS: Final[Mapping[str, type[Node]]] = {
    "text": nodes.Text, "word": nodes.Word, "number": nodes.Number, "money": nodes.Money, "day": nodes.Day,
    "truth": nodes.Truth, "ago": nodes.Ago, "today": nodes.Today, "yesterday": nodes.Yesterday, "last": nodes.Last,
    "next": nodes.Next, "this": nodes.This, "previous": nodes.Previous, "since": nodes.Since, "before": nodes.Before,
    "after": nodes.After, "between_days": nodes.BetweenDays, "field": nodes.FieldRef, "aggregate": nodes.Aggregate,
    "anniversary": nodes.Anniversary, "compare": nodes.Compare, "between": nodes.Between, "in": nodes.In,
    "text_test": nodes.TextTest, "has_of": nodes.HasOf, "known": nodes.Known, "in_period": nodes.InPeriod,
    "has_events": nodes.HasEvents, "opted_in": nodes.OptedIn, "opted_out": nodes.OptedOut,
    "can_receive": nodes.CanReceive, "in_segment": nodes.InSegment, "in_list": nodes.InList, "sample": nodes.Sample,
    "not": nodes.Not, "and": nodes.And, "or": nodes.Or,
}  # fmt: skip
_TAG_OF: Final = {kind: tag for tag, kind in _TAGS.items()}
_RENAMED: Final = {"op": "operator"}
"""A node's `op` (of a comparison) is written `operator`, since `op` is what kind of node it is."""

_DECIMAL: Final = re.compile(rf"-?\d{{1,{DIGITS}}}(\.\d{{1,{DIGITS}}})?\Z")
_PARTS: Final = {kind: tuple(field.name for field in attrs.fields(kind) if field.name != "span") for kind in _TAG_OF}


def to_data(node: Node) -> dict[str, object]:
    """Give a node as a JSON object, without what stands at its default of None."""
    found: dict[str, object] = {"op": _TAG_OF[type(node)]}
    for name in _PARTS[type(node)]:
        held = getattr(node, name)
        if held is not None:
            found[_RENAMED.get(name, name)] = _plain(held)
    return found


def _plain(held: object) -> object:
    if isinstance(held, Node):
        return to_data(held)
    if isinstance(held, tuple):
        return [_plain(one) for one in held]
    if isinstance(held, dt.date):
        return held.isoformat()
    return f"{held:f}" if isinstance(held, Decimal) else held


def to_json(node: Expr) -> str:
    """Give the canonical JSON of a tree."""
    whole = {"v": VERSION, "expr": to_data(node)}
    return json.dumps(whole, ensure_ascii=True, sort_keys=True, separators=(",", ":"))


def tree_id(node: Expr) -> str:
    """Give 16 hexadecimal digits that are equal for equal trees (BLAKE2b of the canonical JSON)."""
    return hashlib.blake2b(to_json(node).encode("ascii"), digest_size=8).hexdigest()


def _refused(found: str) -> SegmentError:
    return refuse([diagnose("E180", None, {"found": found})])


def from_json(text: str) -> Expr:
    """Give the tree of a JSON text; SegmentError (E180) for another version, an unknown op or a wrong part."""
    if len(text) > 10 * LENGTH:
        raise _refused("too long")
    try:
        return from_data(json.loads(text))
    except (ValueError, RecursionError) as error:
        raise _refused(type(error).__name__) from error


def from_data(whole: object) -> Expr:
    """Give the tree of a JSON object `{"v": 1, "expr": …}`; SegmentError (E180) as `from_json`."""
    if not isinstance(whole, Mapping) or whole.get("v") != VERSION or set(whole) != {"v", "expr"}:
        raise _refused(f"it must be an object with v = {VERSION} and expr")
    found = _node(whole["expr"], 0)
    if not isinstance(found, Expr):
        raise _refused("expr is no condition")
    return found


def _node(held: object, depth: int) -> Node:
    if depth > 2 * NESTING + 10:
        raise refuse([diagnose("E160", None, {"limit": NESTING})])
    if not isinstance(held, Mapping) or not isinstance(held.get("op"), str) or held["op"] not in _TAGS:
        raise _refused("an op that is unknown")
    kind: Any = _TAGS[held["op"]]
    names = {_RENAMED.get(name, name): name for name in _PARTS[kind]}
    if unknown := set(held) - set(names) - {"op"}:
        raise _refused(f"{held['op']} has no part {min(map(str, unknown))[:40]!r}")
    parts = {names[name]: _part(kind, names[name], part, depth) for name, part in held.items() if name != "op"}
    try:
        made: Node = kind(**parts)
    except (TypeError, ValueError) as error:
        raise _refused(f"a wrong part of {held['op']}") from error
    return made


def _part(kind: type[Node], name: str, held: Any, depth: int) -> object:
    if isinstance(held, Mapping):
        return _node(held, depth + 1)
    if isinstance(held, list):
        return tuple(_node(one, depth + 1) for one in held)
    if name == "value" and kind is nodes.Day:
        return _day(held)
    if isinstance(held, str) and (kind, name) in _NUMBERS:
        return _number(held)
    if isinstance(held, float):
        raise _refused("a number with a point: write it as text")
    if isinstance(held, int) and not isinstance(held, bool) and abs(held) >= 10**DIGITS:
        raise refuse([diagnose("E162", None, {"limit": DIGITS})])
    if isinstance(held, bool) != ((kind, name) in _BOOLEANS):
        raise _refused(f"a wrong part {name}")
    return held


_NUMBERS: Final = {(nodes.Number, "value"), (nodes.Sample, "percent")}
_BOOLEANS: Final = {
    (nodes.Truth, "value"), (nodes.Text, "exact"), (nodes.In, "negated"), (nodes.Known, "known"),
    (nodes.InPeriod, "negated"), (nodes.HasEvents, "negated"),
}  # fmt: skip


def _day(held: object) -> dt.date:
    try:
        return dt.date.fromisoformat(str(held))
    except ValueError as error:
        raise _refused("a day that is none") from error


def _number(held: str) -> Decimal:
    if not _DECIMAL.match(held):
        raise _refused("a number that is none")
    return Decimal(held)
