"""Values that too many different people hold: a shop's own number, a placeholder, a switchboard. No evidence.

One person a hundred times is no crowd: what counts is how many contacts that differ in name or birth date hold a value.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

import attrs

from contactbase.matching.column import Column
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
        for value, holders in _held_by_many(name, column, most):
            people = {tuple(numbers[holder] for numbers in names) for holder in holders}
            if len(people) > most:
                found.append(Crowd(name, column.comparator.fields[0], value, len(holders)))
    return tuple(sorted(found, key=lambda crowd: (crowd.comparator, -crowd.size, crowd.value)))


def _held_by_many(name: str, column: Column, most: int) -> Iterator[tuple[str, list[int]]]:
    """Give the parts of values (single addresses and numbers) that many contacts have, with the places of these."""
    counted: dict[str, int] = {}
    values = column.lexicon.values
    for number, count in Counter(filter(None, column.numbers)).items():
        for part in values[number][0] if name == "email" else values[number]:
            counted[part] = counted.get(part, 0) + count
    many: dict[str, list[int]] = {part: [] for part, count in counted.items() if count > most}
    if many:
        for place, number in enumerate(column.numbers):
            if number:
                for part in values[number][0] if name == "email" else values[number]:
                    if part in many:
                        many[part].append(place)
    yield from many.items()
