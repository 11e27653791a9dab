"""Values that too many different people hold: a shop's own number, a placeholder, a switchboard. No evidence.

One person a hundred times is no crowd: what counts is how many contacts that differ in name or birth date hold a value.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

import attrs

from contactbase.matching.columns import View

__all__ = ["Crowd", "crowds"]

_SHARED: Final = ("email", "mobile", "landline")
"""Comparators whose values are numbers or addresses of one person or household."""


@attrs.frozen
class Crowd:
    """A value of a comparator that many hold, and how many contacts do."""

    comparator: str
    field: str
    value: str = attrs.field(repr=False)
    size: int


def crowds(view: View, most: int) -> tuple[Crowd, ...]:
    """Give the values that more than `most` different people hold."""
    names = [view.by_name[name].numbers for name in ("first_name", "last_name", "birth_date", "company")]
    found: list[Crowd] = []
    for name in _SHARED:
        column = view.by_name[name]
        for value, holders in _held_by_many(name, column.numbers, column.lexicon.values, most):
            people = {tuple(numbers[holder] for numbers in names) for holder in holders}
            if len(people) > most:
                found.append(Crowd(name, column.comparator.fields[0], value, len(holders)))
    return tuple(sorted(found, key=lambda crowd: (crowd.comparator, -crowd.size, crowd.value)))


def _held_by_many(name: str, numbers: list[int], values: list[Any], most: int) -> Iterator[tuple[str, list[int]]]:
    counted: dict[str, int] = {}
    parts: list[tuple[str, ...]] = [() if value is None else value[0] if name == "email" else value for value in values]
    for number in numbers:
        for part in parts[number]:
            counted[part] = counted.get(part, 0) + 1
    many: dict[str, list[int]] = {part: [] for part, count in counted.items() if count > most}
    if many:
        _collect(many, numbers, parts)
    yield from many.items()


def _collect(many: dict[str, list[int]], numbers: list[int], parts: Iterable[tuple[str, ...]]) -> None:
    held = list(parts)
    for row, number in enumerate(numbers):
        for part in held[number]:
            if part in many:
                many[part].append(row)
