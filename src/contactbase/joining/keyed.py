"""What was read from a file of orders or events: events with the keys by which their contact is found.

>>> from contactbase.model.enums import EventKind
>>> KeyedEvents.of([(Keys(email="lea@example.org"), Event(kind=EventKind.CLICK))]).rows
1
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Self

import attrs

from contactbase.layouts.orders.layout import ColumnRole
from contactbase.model.event import Event
from contactbase.model.table import Table

__all__ = ["Keyed", "KeyedEvents", "Keys"]


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


@attrs.frozen(kw_only=True)
class KeyedEvents:
    """The orders or events of one file, ready to be joined.

    `rows` counts the rows read, `rejected` those that became nothing; `table` is read again for the rows that find no
    contact. `ended` are the numbers of orders that the file has as cancelled, unpaid or refunded. `origin` is where the
    file was read from.
    """

    table: Table = attrs.field(repr=False)
    found: tuple[Keyed, ...] = attrs.field(repr=False)
    rows: int
    rejected: int = 0
    ended: frozenset[str] = attrs.field(default=frozenset(), repr=False)
    origin: Any = attrs.field(default=None, repr=False)

    @property
    def file(self) -> str:
        """The name of the file, as messages show it."""
        return self.table.file

    @classmethod
    def of(cls, pairs: Iterable[tuple[Keys, Event]]) -> Self:
        """Make them of events that a program knows; each is its own row."""
        found = tuple(
            Keyed(keys=keys, events=(event,), rows=(row,), single=True) for row, (keys, event) in enumerate(pairs, 1)
        )
        return cls(table=Table.of("", ("event",), [("",)] * len(found)), found=found, rows=len(found))
