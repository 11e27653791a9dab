"""Where the cells of each role stand, and the columns of cells that are read together.

>>> columns = [("", "lea@example.org"), ("max@example.org", "")]
>>> firsts(columns, (0, 1)), list(together(columns, [(0,), ()]))
(['max@example.org', 'lea@example.org'], [('', ''), ('lea@example.org', '')])
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from typing import Self

import attrs

from contactbase.joining.columns import RoleMap
from contactbase.layouts.orders.layout import ColumnRole

__all__ = ["Places", "firsts", "single", "together"]


@attrs.frozen(kw_only=True)
class Places:
    """The places of the columns of some roles, in the order in which they are asked."""

    customer: tuple[int, ...]
    email: tuple[int, ...]
    phone: tuple[int, ...]
    reference: tuple[int, ...]
    day: tuple[int, ...]
    currency: tuple[int, ...]
    quantity: tuple[int, ...]
    status: tuple[int, ...]
    cancelled_on: tuple[int, ...]
    event: tuple[int, ...]
    channel: tuple[int, ...]

    @classmethod
    def of(cls, mapped: RoleMap) -> Self:
        """Take them from the mapping of a file."""
        return cls(**{each.name: mapped.places.get(ColumnRole(each.name), ()) for each in attrs.fields(cls)})


def single(places: Iterable[int]) -> Iterator[tuple[int]]:
    """Give each place by itself."""
    return ((place,) for place in places)


def firsts(columns: Sequence[Sequence[str]], places: Sequence[int]) -> Sequence[str]:
    """Give the first text that each row has at some places, a blank one where all are blank; none without places."""
    if len(places) < 2:
        return columns[places[0]] if places else ()
    rows = zip(*(columns[place] for place in places), strict=True)
    return [next((cell for cell in cells if cell and not cell.isspace()), "") for cells in rows]


def together(columns: Sequence[Sequence[str]], groups: Iterable[Sequence[int]]) -> Iterator[tuple[str, ...]]:
    """Give the first texts of each row at some groups of places, side by side; "" for a group of none."""
    return zip(*(firsts(columns, places) if places else repeat("", len(columns[0])) for places in groups), strict=True)
