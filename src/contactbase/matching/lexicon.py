"""The values of one comparator by small numbers, and what is known of two of them; lives through one call of `match`.

Equal values have one number, 0 is *missing*. Two numbers are compared once, however many pairs of contacts have them,
and what keys are made of (beginnings, consonants) is worked out once a value.

>>> from contactbase.matching.comparators.last_name import LAST_NAME
>>> names = Lexicon(LAST_NAME, 1)
>>> names.number("durand"), names.number(None), names.number("durnad"), names.number("durand")
(1, 0, 2, 1)
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, Final

from contactbase.matching.comparator import Comparator

__all__ = ["ALIKE", "SHIFT", "Lexicon"]

SHIFT: Final = 24
"""Numbers stay below 2 to this power, so that two of them make one key."""
ALIKE: Final = 1 << 60
"""Stands for the level `same` of two spellings whose band of frequency depends on the file."""
_TOO_MANY: Final = 1 << 20
"""So many answers are remembered for one comparator before they are forgotten."""


class Levels(dict[int, int]):
    """What two values add to a pattern, found when it is first asked for."""

    def __init__(self, comparator: Comparator, weight: int, values: list[Any]) -> None:
        super().__init__()
        self._comparator, self._weight, self._values = comparator, weight, values

    def __missing__(self, pair: int) -> int:
        if len(self) >= _TOO_MANY:
            self.clear()
        one, other = self._values[pair >> SHIFT], self._values[pair & ((1 << SHIFT) - 1)]
        level = self._comparator.compare(one, other)
        if level == 1 and self._comparator.by_frequency:
            found = ALIKE
        else:
            found = self._comparator.place_of(level) * self._weight
        self[pair] = found
        return found


class Lexicon:
    """Values and numbers of one comparator; `weight` is what one place of a level counts in a pattern."""

    __slots__ = ("_derived", "_known", "comparator", "levels", "values", "weight")

    def __init__(self, comparator: Comparator, weight: int) -> None:
        self.comparator, self.weight = comparator, weight
        self.values: list[Any] = [None]
        self.levels = Levels(comparator, weight, self.values)
        self._known: dict[Hashable, int] = {None: 0}
        self._derived: dict[str, tuple[dict[Hashable, int], list[int]]] = {}

    def number(self, value: Hashable) -> int:
        """Give the number of a value."""
        number = self._known.get(value)
        if number is None:
            number = self._known[value] = len(self.values)
            self.values.append(value)
        return number

    def derived(self, name: str, derive: Callable[[Any], Hashable]) -> list[int]:
        """Give, by number of a value, the number of what is derived from it (0 for None and for *missing*)."""
        known, numbers = self._derived.setdefault(name, ({None: 0, "": 0}, [0]))
        for value in self.values[len(numbers) :]:
            numbers.append(known.setdefault(derive(value), len(known)))
        return numbers
