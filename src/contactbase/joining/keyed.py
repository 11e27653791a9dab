"""What was read from a file of orders or events: events with the keys by which their contact is found.

>>> from contactbase.model.enums import EventKind
>>> KeyedEvents.of([(Keys(email="lea@example.org"), Event(kind=EventKind.CLICK))]).rows
1
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Self, overload

import attrs

from contactbase.layouts.orders.layout import ColumnRole
from contactbase.model.event import Event
from contactbase.model.table import Table

__all__ = ["Found", "Keyed", "KeyedEvents", "Keys"]


@attrs.frozen(kw_only=True)
class Keys:
    """Who it was: an id as it was written (spaces aside), the key of a mailbox, a number in E.164; None: not said."""

    customer: str | None = attrs.field(default=None, repr=False)
    email: str | None = attrs.field(default=None, repr=False)
    phone: str | None = attrs.field(default=None, repr=False)

    def of(self, role: ColumnRole) -> str | None:
        """Give the key of one kind."""
        match role:
            case ColumnRole.CUSTOMER:
                return self.customer
            case ColumnRole.EMAIL:
                return self.email
            case _:
                return self.phone

    def __bool__(self) -> bool:
        return bool(self.customer or self.email or self.phone)


@attrs.frozen(kw_only=True)
class Keyed:
    """One order, or one event: whose it is, the events that it is, and the numbers of the rows that said so.

    `single`: an event of a list, of which others may have the same reference; an order has its number for itself.
    """

    keys: Keys
    events: tuple[Event, ...] = attrs.field(repr=False)
    rows: tuple[int, ...]
    single: bool = False


class Found(Sequence[Keyed]):
    """Many orders or events in little room: each is put together when it is asked for.

    What is held is their events, their keys and the numbers of their rows, so that Python's search for cycles has few
    values to look at. It compares equal to any sequence of the same.
    """

    __slots__ = ("_ends", "_events", "_keys", "_rows", "_single")
    __hash__ = None  # type: ignore[assignment]  # it grows

    def __init__(self, of: Iterable[Keyed] = (), *, single: bool = False) -> None:
        """Hold some; all of them are `single`, or none is."""
        self._keys: list[Keys] = []
        self._events: list[Event | tuple[Event, ...]] = []
        self._rows, self._ends = array("Q"), array("Q")
        self._single = single
        for one in of:
            self.add(one)

    def add(self, one: Keyed) -> None:
        """Hold one more."""
        self._keys.append(one.keys)
        self._events.append(one.events[0] if len(one.events) == 1 else one.events)
        self._rows.extend(one.rows)
        self._ends.append(len(self._rows))

    def __len__(self) -> int:
        return len(self._keys)

    @overload
    def __getitem__(self, place: int) -> Keyed: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Keyed]: ...

    def __getitem__(self, place: int | slice) -> Keyed | Sequence[Keyed]:
        if isinstance(place, slice):
            return [self._at(at) for at in range(*place.indices(len(self)))]
        return self._at(range(len(self))[place])

    def __iter__(self) -> Iterator[Keyed]:
        return map(self._at, range(len(self)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(mine == theirs for mine, theirs in zip(self, other, strict=True))

    def __repr__(self) -> str:
        return f"<{len(self)} found>"

    def events(self, place: int) -> tuple[Event, ...]:
        """Give the events of the one at a place."""
        events = self._events[place]
        return events if isinstance(events, tuple) else (events,)

    def rows(self, place: int) -> tuple[int, ...]:
        """Give the numbers of the rows of the one at a place."""
        return tuple(self._rows[self._ends[place - 1] if place else 0 : self._ends[place]])

    def _at(self, place: int) -> Keyed:
        return Keyed(keys=self._keys[place], events=self.events(place), rows=self.rows(place), single=self._single)


@attrs.frozen(kw_only=True)
class KeyedEvents:
    """The orders or events of one file, ready to be joined.

    `rows` counts the rows read, `rejected` those that became nothing; `table` is read again for the rows that find no
    contact. `ended` are the numbers of orders that the file has as cancelled, unpaid or refunded. `origin` is where the
    file was read from, `customer` are the places of its columns of customer numbers, from 0.
    """

    table: Table = attrs.field(repr=False)
    found: Found = attrs.field(repr=False)
    rows: int
    rejected: int = 0
    ended: frozenset[str] = attrs.field(default=frozenset(), repr=False)
    origin: Any = attrs.field(default=None, repr=False)
    customer: tuple[int, ...] = ()

    @property
    def file(self) -> str:
        """The name of the file, as messages show it."""
        return self.table.file

    @classmethod
    def of(cls, pairs: Iterable[tuple[Keys, Event]]) -> Self:
        """Make them of events that a program knows; each is its own row."""
        each = (
            Keyed(keys=keys, events=(event,), rows=(row,), single=True) for row, (keys, event) in enumerate(pairs, 1)
        )
        found = Found(each, single=True)
        return cls(table=Table.of("", ("event",), [("",)] * len(found)), found=found, rows=len(found))
