"""The tests that generated code calls: those that are no operator of Python, or look at text.

>>> lyon = held_in(frozenset({"lyon"}), folded=True)
>>> lyon("LYON"), lyon(None)
(True, False)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, Final

from contactbase.model.consent import ConsentRecord
from contactbase.model.contact import Contact
from contactbase.model.ledger import OPTED_IN, OPTED_OUT, asking
from contactbase.model.schema import FieldKind
from contactbase.normalize.fold import fold
from contactbase.segment.bound import Column, Consent
from contactbase.segment.derived import CHOICES
from contactbase.segment.nodes import Match

__all__ = ["consent_test", "fold_key", "held_in", "reader", "text_test", "yearly_test"]


def held_in(values: frozenset[Any], *, folded: bool) -> Callable[[Any], bool]:
    """Give the test that a value (its key, when folded) is one of some."""
    if folded:
        return lambda value: value is not None and fold(value) in values
    plain = tuple(values)
    return lambda value: value is not None and value in plain


def fold_key(text: str) -> str:
    """Give the key of a label."""
    return fold(text)


_MATCH: Final[Mapping[Match, Callable[[str, str], bool]]] = {
    Match.CONTAINS: lambda text, needle: needle in text,
    Match.STARTS: str.startswith,
    Match.ENDS: str.endswith,
}


def text_test(match: Match, needle: str, *, folded: bool) -> Callable[[Any], bool]:
    """Give the test that a text (its key, when folded) contains, starts with or ends with another."""
    holds = _MATCH[match]
    if folded:
        return lambda text: text is not None and holds(fold(text), needle)
    return lambda text: text is not None and holds(text, needle)


_TYPES: Final[Mapping[FieldKind, type]] = {
    FieldKind.LABEL: str,
    FieldKind.ENUM: str,
    FieldKind.BOOLEAN: bool,
    FieldKind.DATE: dt.date,
    FieldKind.NUMBER: int,
}


def reader(column: Column) -> Callable[[Contact], Any]:
    """Give the function that computes a value of a contact: chosen, joined or custom."""
    if column.custom:
        return _custom_reader(column.name, _TYPES[column.kind])
    if column.kind is FieldKind.LINES:
        name = column.name
        return lambda contact: " ".join(getattr(contact, name)) if getattr(contact, name) else None
    return CHOICES[column.name]


def _custom_reader(name: str, wanted: type) -> Callable[[Contact], Any]:
    """Read a custom field; a value of another type than the schema says is unknown."""
    never = {int: bool, dt.date: dt.datetime}.get(wanted)

    def read(contact: Contact) -> Any:
        for key, value in contact.custom:
            if key == name:
                good = isinstance(value, wanted) and (never is None or not isinstance(value, never))
                return value if good else None
        return None

    return read


def yearly_test(parts: tuple[tuple[dt.date, int, int], ...]) -> Callable[[dt.date | None], bool]:
    """Give the test that the yearly return of a date lies in one of some parts of years."""

    def test(day: dt.date | None) -> bool:
        if day is None:
            return False
        place = day.month * 100 + day.day
        return any(day < before and low <= place <= high for before, low, high in parts)

    return test


def consent_test(node: Consent) -> Callable[[tuple[ConsentRecord, ...]], bool]:
    """Give the test that the ledger says opted in, or out."""
    return asking(OPTED_OUT if node.out else OPTED_IN, node.channel, node.purpose, node.as_of)
