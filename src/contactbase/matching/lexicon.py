"""The values of one comparator by small numbers, and what is known of two of them; lives through one call of `match`.

Equal values have one number, 0 is *missing*. Two numbers of common values (names, places) are compared once, however
many pairs of contacts have them, and what keys are made of (beginnings, consonants) is worked out once a value.

>>> from contactbase.matching.comparators.last_name import LAST_NAME
>>> names = Lexicon(LAST_NAME, 1)
>>> names.number("durand"), names.number(None), names.number("durnad"), names.number("durand")
(1, 0, 2, 1)
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any, Final

from contactbase.matching.comparator import Comparator

__all__ = ["ALIKE", "SHIFT", "Lexicon"]

SHIFT: Final = 24
"""Numbers stay below 2 to this power, so that two of them make one key."""
_LOW: Final = (1 << SHIFT) - 1
ALIKE: Final = 1 << 60
"""Stands for the level `same` of two spellings whose band of frequency depends on the file."""
_TOO_MANY: Final = 1 << 20
"""So many answers are remembered for one comparator before they are forgotten."""


class Levels(dict[int, int]):
    """What two values add to a pattern, found when it is first asked for."""

    def __init__(self, comparator: Comparator, weight: int, values: list[Any]) -> None:
        super().__init__()
        self._values, self._compare, self._remembers = values, comparator.compare, comparator.by_frequency
        self._adds = [comparator.place_of(level) * weight for level in range(1 + len(comparator.levels))]
        if comparator.by_frequency:
            self._adds[1] = ALIKE

    def __missing__(self, pair: int) -> int:
        values = self._values
        found = self._adds[self._compare(values[pair >> SHIFT], values[pair & _LOW])]
        if self._remembers:
            if len(self) >= _TOO_MANY:
                self.clear()
            self[pair] = found
        return found


class Lexicon:
    """Values and numbers of one comparator; `weight` is what one place of a level counts in a pattern."""

    __slots__ = ("_derived", "_known", "_numbers_derived", "_several", "comparator", "levels", "values", "weight")

    def __init__(self, comparator: Comparator, weight: int) -> None:
        self.comparator, self.weight = comparator, weight
        self.values: list[Any] = [None]
        self.levels = Levels(comparator, weight, self.values)
        self._known: dict[Hashable, int] = {None: 0}
        self._derived: dict[tuple[str, Callable[[Any], Hashable]], list[int]] = {}
        self._numbers_derived: dict[str, dict[Hashable, int]] = {}
        self._several: dict[str, list[list[str]]] = {}

    def number(self, value: Hashable) -> int:
        """Give the number of a value."""
        number = self._known.get(value)
        if number is None:
            number = self._known[value] = len(self.values)
            self.values.append(value)
        return number

    def derived(self, name: str, derive: Callable[[Any], Hashable], numbered_with: Lexicon | None = None) -> list[int]:
        """Give, by number of a value, the number of what is derived from it (0 for None and for *missing*).

        What is derived under one name has one number, here and in the lexicon `numbered_with`.
        """
        known = self.numbering(name) if numbered_with is None else numbered_with.numbering(name)
        numbers = self._derived.setdefault((name, derive), [0])
        for value in self.values[len(numbers) :]:
            numbers.append(known.setdefault(derive(value), len(known)))
        return numbers

    def numbering(self, name: str) -> dict[Hashable, int]:
        """Give the numbers of what is derived under a name."""
        return self._numbers_derived.setdefault(name, {None: 0, "": 0})

    def several(self, name: str, derive: Callable[[Any], Sequence[str]], most: int) -> list[list[str]]:
        """Give what is derived from each value: the first of each, the second … at most so many ("": there is none)."""
        columns = self._several.setdefault(name, [])
        begin = len(columns[0]) if columns else 0
        for count, value in enumerate(self.values[begin:], start=begin):
            held = () if value is None else derive(value)[:most]
            while len(columns) < len(held):
                columns.append([""] * count)
            for column, part in zip(columns, held, strict=False):
                column.append(part)
            for column in columns[len(held) :]:
                column.append("")
        return columns
