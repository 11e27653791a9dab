"""The checking of values: against what an operand holds, each is made canonical, or refused with what was meant.

>>> from contactbase.model.enums import Sex
>>> from contactbase.segment.vocabulary import DEFAULT
>>> found = ValueChecker(DEFAULT)
>>> found.word(nodes.Word("f"), "sex", Sex, "f")
'F'
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any, Final

import attrs

from contactbase.model.schema import FieldKind
from contactbase.normalize.fold import fold
from contactbase.segment import nodes
from contactbase.segment.codes import DID_YOU_MEAN, WRITE
from contactbase.segment.diagnostics import CAP, Diagnostic, diagnose
from contactbase.segment.kinds import KIND_NAMES, PLURAL, VALUE_NAMES, VALUES
from contactbase.segment.lexer import quoted
from contactbase.segment.limits import PERIOD
from contactbase.segment.money import CURRENCIES, minor_units, written
from contactbase.segment.nodes import Ago, FieldRef, Node, Operand, Value
from contactbase.segment.printer import number_text
from contactbase.segment.vocabulary import Vocabulary, key, suggest
from contactbase.segment.words import SYNONYMS

__all__ = ["Typed", "ValueChecker", "WrongError", "among"]


@attrs.frozen
class Typed:
    """An operand with canonical names, what it holds, and its enumeration."""

    operand: Operand
    kind: FieldKind
    values: type[StrEnum] | None
    folded: bool

    @property
    def name(self) -> str:
        """The operand as it is written."""
        return str(self.operand)


class WrongError(Exception):
    """This clause is wrong; the diagnostic is noted."""


def among(values: Iterable[str]) -> str:
    """Give words as a list that can be read."""
    return ", ".join(values)


@attrs.define
class ValueChecker:
    """Checks values; `diagnostics` are what was wrong."""

    vocabulary: Vocabulary
    diagnostics: list[Diagnostic] = attrs.field(factory=list, kw_only=True)

    def note(self, code: str, node: Node, details: Mapping[str, object] | None = None, **more: Any) -> None:
        """Note a problem."""
        if len(self.diagnostics) < CAP:
            self.diagnostics.append(diagnose(code, node.span, details or {}, **more))

    def wrong(self, code: str, node: Node, details: Mapping[str, object] | None = None, **more: Any) -> WrongError:
        """Note a problem, and give what gives the clause up."""
        self.note(code, node, details, **more)
        return WrongError()

    def counted(self, node: nodes.Last | nodes.Next | nodes.Previous | Ago) -> None:
        """Check that a count of units is one that periods have."""
        if node.n < 1:
            raise self.wrong("E133", node)
        if node.n > PERIOD[node.unit]:
            raise self.wrong("E131", node, {"text": str(node)})

    def value(self, typed: Typed, value: Value, before: str = "") -> Value:
        """Check a value against what an operand holds, and give it in canonical form."""
        if not isinstance(value, VALUES[typed.kind]):
            raise self.mismatch(typed, value, before)
        match value:
            case nodes.Text() | nodes.Word() if typed.kind is FieldKind.ENUM and typed.values is not None:
                word = self.word(value, typed.name, typed.values, value.value)
                return nodes.Word(word, span=value.span)
            case nodes.Text():
                return self.text(typed, value)
            case nodes.Money() if value.currency not in CURRENCIES:
                raise self.wrong("E141", value, {"name": value.currency[:10]})
            case Ago():
                self.counted(value)
        return value

    def text(self, typed: Typed, value: nodes.Text) -> Value:
        """Check a text."""
        if not (fold(value.value) if typed.folded and not value.exact else value.value):
            raise self.wrong("E121", value, {"value": quoted(value.value[:40])})
        if not value.exact:
            return value
        if typed.kind is FieldKind.LABEL and isinstance(typed.operand, FieldRef):
            return value
        if typed.folded:
            raise self.wrong("E122", value, {"name": typed.name})
        return attrs.evolve(value, exact=False)

    def word(self, node: Node, name: str, values: type[StrEnum], word: str) -> str:
        """Give the value of an enumeration that a word is, without regard to case."""
        names = {key(one.value): one.value for one in values}
        if key(word) in names:
            return names[key(word)]
        meant = SYNONYMS.get(key(word))
        near = meant if meant in names.values() else suggest(word, names)
        details = {"name": name, "values": among(values), "value": quoted(word[:60])}
        fix = near if isinstance(node, nodes.Text | nodes.Word) else None
        raise self.wrong("E120", node, details, hint=DID_YOU_MEAN if near else None, fix=fix, shown=near)

    def mismatch(self, typed: Typed, value: Value, before: str) -> WrongError:
        """Refuse a value of another kind."""
        meant = _meant(typed.kind, value)
        details = {
            "name": typed.name,
            "kind": KIND_NAMES[typed.kind],
            "value": str(value)[:60],
            "found": VALUE_NAMES[type(value)],
        }
        shown = None if meant is None else f"{before}{meant}"
        return self.wrong("E110", value, details, fix=meant, hint=WRITE if meant else None, shown=shown)

    def same_currency(self, node: Node, values: Iterable[Value]) -> None:
        """Refuse amounts in two currencies."""
        currencies = sorted({value.currency for value in values if isinstance(value, nodes.Money)})
        if len(currencies) > 1:
            raise self.wrong("E140", node, {"a": currencies[0], "b": currencies[1]})


_NUMBER: Final = re.compile(r"-?\d{1,15}(\.\d{1,15})?\Z")


def _meant(kind: FieldKind, value: Value) -> str | None:
    """Give what somebody meant who wrote a value of another kind, where it is sure."""
    match value:
        case nodes.Text(text) if kind is FieldKind.NUMBER and _NUMBER.match(text):
            return text
        case nodes.Text(text) if kind is FieldKind.DATE:
            return _iso(text)
        case nodes.Number(number) if kind is FieldKind.MONEY:
            minor = minor_units(number, "EUR")
            return None if minor is None else written(minor, "EUR")
        case nodes.Number(number) if kind in {FieldKind.LABEL, FieldKind.CODE}:
            return quoted(number_text(number))
        case nodes.Word(word) if kind in {FieldKind.LABEL, FieldKind.CODE, *PLURAL}:
            return quoted(word)
    return None


def _iso(text: str) -> str | None:
    try:
        return dt.date.fromisoformat(text).isoformat()
    except ValueError:
        return None
