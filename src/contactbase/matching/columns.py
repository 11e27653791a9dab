"""The contacts of a base as matching goes through them: a column of small numbers for each comparator.

Contacts stand in the order of their ids, so that nothing depends on the order of the base. A contact that is absorbed
by another keeps its place, and says nothing any more.

>>> from contactbase.model.contact import Contact
>>> view = View.of([Contact(id="b", first_name="LÉA"), Contact(id="a", first_name="Léa"), Contact(id="c")])
>>> [contact.id for contact in view.contacts], view.columns[0].numbers
(['a', 'b', 'c'], [1, 1, 0])
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Any, Final, TypeAlias

import attrs

from contactbase.matching.catalog import COMPARATORS
from contactbase.matching.column import Column
from contactbase.matching.comparator import Comparator, Level
from contactbase.matching.comparators import first_name, last_name
from contactbase.matching.comparators.swapped import crosswise
from contactbase.matching.lexicon import Lexicon
from contactbase.matching.natural import natural
from contactbase.model.contact import Contact

__all__ = ["Places", "View", "picked"]

Places: TypeAlias = "array[int]"
"""Places of contacts, or pairs of such, as whole numbers of 64 bits: a tenth of what a list of them takes."""


def picked(column: Sequence[int], places: Iterable[int]) -> Places:
    """Give some of a column."""
    return array("q", [column[place] for place in places])


@attrs.define
class View:
    """Contacts in the order of their ids, with a column for each comparator; `living` are the places of those left."""

    contacts: list[Contact] = attrs.field(repr=False)
    columns: tuple[Column, ...] = attrs.field(repr=False)
    living: Sequence[int] = attrs.field(repr=False)
    by_name: Mapping[str, Column] = attrs.field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        self.by_name = {column.comparator.name: column for column in self.columns}

    @classmethod
    def of(cls, contacts: Iterable[Contact], comparators: Sequence[Comparator] = COMPARATORS) -> View:
        """View some contacts."""
        kept = sorted(contacts, key=attrgetter("id"))
        columns, weight = [], 1
        for comparator in comparators:
            lexicon = Lexicon(comparator, weight)
            columns.append(Column.of(lexicon, list(map(lexicon.number, map(comparator.value, kept))), len(kept)))
            weight *= comparator.places
        return cls(kept, tuple(columns), range(len(kept)))

    def distinct(self, tell_apart: Callable[[Contact], Hashable]) -> tuple[View, dict[str, tuple[str, ...]]]:
        """Give a view in which contacts that say the same stand once, and the ids of their copies by that of the one.

        What `tell_apart` gives for two contacts must be equal too. The first in natural order stands for its copies, as
        it will in a cluster.
        """
        first: dict[Hashable, int] = {}
        equal: dict[int, list[int]] = {}
        for number, row in enumerate(zip(*(column.numbers for column in self.columns), strict=True)):
            held = first.setdefault(row, number)
            if held != number:
                apart = tell_apart(self.contacts[number])
                if apart != tell_apart(self.contacts[held]):
                    held = first.setdefault((row, apart), number)
                if held != number:
                    equal.setdefault(held, [held]).append(number)
        if not equal:
            return self, {}
        copies: dict[str, tuple[str, ...]] = {}
        gone: set[int] = set()
        for numbers in equal.values():
            one, *others = sorted(numbers, key=lambda number: natural(self.contacts[number].id))
            copies[self.contacts[one].id] = tuple(self.contacts[other].id for other in others)
            gone.update(others)
        return self._rows([number for number in range(len(self.contacts)) if number not in gone]), copies

    def _rows(self, kept: Sequence[int]) -> View:
        columns = [
            Column.of(column.lexicon, [column.numbers[number] for number in kept], len(kept)) for column in self.columns
        ]
        return View([self.contacts[number] for number in kept], tuple(columns), range(len(kept)))

    def merged(self, survivors: Mapping[str, Contact], absorbed: Collection[str]) -> View:
        """Give the view of the contacts that are left: survivors stand where the contact of their id stood."""
        contacts = [survivors.get(contact.id, contact) for contact in self.contacts]
        living = [number for number in self.living if contacts[number].id not in absorbed]
        fresh = [number for number in living if contacts[number].id in survivors]
        gone = set(self.living).difference(living)
        columns = []
        for column in self.columns:
            numbers, value, number_of = column.numbers.copy(), column.comparator.value, column.lexicon.number
            for number in gone:
                numbers[number] = 0
            for number in fresh:
                numbers[number] = number_of(value(contacts[number]))
            columns.append(Column.of(column.lexicon, numbers, len(living)))
        return View(contacts, tuple(columns), living)

    def without(self, crowded: Mapping[str, frozenset[str]]) -> View:
        """Give a view in which values that too many share are not known (by comparator)."""
        columns = []
        for column in self.columns:
            taken = crowded.get(column.comparator.name)
            if not taken:
                columns.append(column)
                continue
            number_of = column.lexicon.number
            renamed = {
                number: number_of(_without(value, taken))
                for number, value in enumerate(column.lexicon.values)
                if value and not taken.isdisjoint(value[0] if isinstance(value[0], tuple) else value)
            }
            numbers = [renamed.get(number, number) for number in column.numbers]
            columns.append(Column.of(column.lexicon, numbers, len(self.living)))
        return View(self.contacts, tuple(columns), self.living)

    def changed_since(self, before: View) -> list[int]:
        """Give the places of the contacts that do not say what they said in another view of the same contacts."""
        found: set[int] = set()
        for column, other in zip(self.columns, before.columns, strict=True):
            if column.numbers != other.numbers:
                pairs = zip(column.numbers, other.numbers, strict=True)
                found.update(place for place, (now, then) in enumerate(pairs) if now != then)
        return sorted(found)

    def weighed_anew_since(self, before: View) -> bytearray:
        """Give by place 1 where what a contact says has come into another band of frequency since another view."""
        found = bytearray(len(self.contacts))
        for column, other in zip(self.columns, before.columns, strict=True):
            moved = {
                number for number, (now, then) in enumerate(zip(column.own, other.own, strict=False)) if now != then
            }
            if moved:
                for place, number in enumerate(column.numbers):
                    if number in moved:
                        found[place] = 1
        return found

    def rows(self, before: View | None, changed: Sequence[int]) -> View:
        """Give a view of the living alone, with rows behind: what some contacts say, and what they said before."""
        if before is None and len(self.living) == len(self.contacts):
            return self
        columns = []
        for column, other in zip(self.columns, (before or self).columns, strict=True):
            now, then = column.numbers.__getitem__, other.numbers.__getitem__
            columns.append(
                attrs.evolve(column, numbers=[*map(now, self.living), *map(now, changed), *map(then, changed)])
            )
        return View(self.contacts, tuple(columns), self.living)

    def patterns(self, lefts: Sequence[int], rights: Sequence[int]) -> list[int]:
        """Give the pattern of levels of each pair of contacts."""
        return self._completed(self._persons(lefts, rights), lefts, rights)

    def pattern(self, left: int, right: int) -> int:
        """Give the pattern of one pair."""
        return self.patterns([left], [right])[0]

    def promising(self, pairs: Iterable[int], tolerated: int) -> tuple[Places, Places, list[int]]:
        """Give the pairs (as `lower * count + higher`) that names and birth dates speak for, with their patterns.

        Two of first name, last name and birth date must agree, or one with fewer than `tolerated` against it.
        """
        lefts, rights = self.parted(pairs)
        opened = self._persons(lefts, rights)
        promising = self._promising(tolerated)
        kept = [place for place, pattern in enumerate(opened) if pattern in promising]
        lefts, rights = picked(lefts, kept), picked(rights, kept)
        return lefts, rights, self._completed([opened[place] for place in kept], lefts, rights)

    def parted(self, pairs: Iterable[int]) -> tuple[Places, Places]:
        """Give the lower and the higher contacts of pairs, in ascending order: neighbours are near in memory too."""
        count, kept = len(self.contacts), sorted(pairs)
        return array("q", [pair // count for pair in kept]), array("q", [pair % count for pair in kept])

    def _persons(self, lefts: Sequence[int], rights: Sequence[int]) -> list[int]:
        first, last, birth = self.columns[:3]
        patterns = last.add(first.add([0] * len(lefts), lefts, rights), lefts, rights)
        self._exchange(patterns, lefts, rights)
        return birth.add(patterns, lefts, rights)

    def _promising(self, tolerated: int) -> frozenset[int]:
        """Give the patterns of names and birth date in which two agree, or one and no more than so many do not."""
        found = {0: (0, 0)}
        for column in self.columns[:3]:
            signs = [_sign(column.comparator.level_at(place)) for place in range(column.comparator.places)]
            found = {
                pattern + place * column.weight: (agreeing + (sign > 0), against + (sign < 0))
                for pattern, (agreeing, against) in found.items()
                for place, sign in enumerate(signs)
            }
        return frozenset(
            pattern
            for pattern, (agreeing, against) in found.items()
            if agreeing > 1 or (agreeing and against < tolerated)
        )

    def _completed(self, patterns: list[int], lefts: Sequence[int], rights: Sequence[int]) -> list[int]:
        for column in self.columns[3:]:
            if column.known:
                patterns = column.add(patterns, lefts, rights)
        return patterns

    def _exchange(self, patterns: list[int], lefts: Sequence[int], rights: Sequence[int]) -> None:
        """Find the pairs whose first and last names changed places, among those that have neither in common."""
        first, last = self.columns[:2]
        firsts_of, lasts_of = first.lexicon.values, last.lexicon.values
        firsts = (0, (first.comparator.places - 2) * first.weight, (first.comparator.places - 1) * first.weight)
        lasts = (0, (last.comparator.places - 1) * last.weight)
        strange = frozenset(one + other for one in firsts for other in lasts) - {0}
        both = first.comparator.place_of(first_name.SWAPPED) * first.weight
        half = last.comparator.place_of(last_name.SWAPPED) * last.weight
        for place in [place for place, pattern in enumerate(patterns) if pattern in strange]:
            left, right = lefts[place], rights[place]
            one = crosswise(firsts_of[first.numbers[left]], last_name.married_name(lasts_of[last.numbers[right]]))
            if one is False:
                continue
            other = crosswise(firsts_of[first.numbers[right]], last_name.married_name(lasts_of[last.numbers[left]]))
            if one and other:
                patterns[place] = both
            elif (one or other) and other is not False:
                patterns[place] = half


_AGAINST: Final = frozenset({"different", "unlike", "neighbour"})
_NEITHER: Final = frozenset({"part"})


def _sign(level: Level | None) -> int:
    """Tell whether a level speaks for one person (1), against (-1), or neither."""
    if level is None or level.name in _NEITHER:
        return 0
    return -1 if level.name in _AGAINST else 1


def _without(value: Any, crowded: frozenset[str]) -> Any:
    """Take values that too many share out of a tuple of values."""
    if isinstance(value[0], tuple):
        kept = tuple(one for one in value[0] if one not in crowded)
        rests = tuple(rest for one, rest in zip(value[0], value[2], strict=True) if one not in crowded)
        return (kept, value[1], rests) if kept else None
    return tuple(one for one in value if one not in crowded) or None
