"""Which column of a file has which role, and what its columns prove together: the order of days, the decimal mark.

>>> from contactbase.layouts.orders.generic import GENERIC_ORDERS
>>> mapped = map_roles(("N° commande", "Courriel", "Date", "Montant"), GENERIC_ORDERS)
>>> {role.value: places for role, places in mapped.places.items()}
{'email': (1,), 'reference': (0,), 'day': (2,), 'amount': (3,)}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Final

import attrs

from contactbase.errors import ReadError
from contactbase.layouts.layout import header_key
from contactbase.layouts.orders.layout import ColumnRole, OrderLayout
from contactbase.model.hints import Hints
from contactbase.model.journal import Finding, finding
from contactbase.model.source import SourceRef
from contactbase.model.table import Table
from contactbase.normalize.amount_evidence import AmountEvidence
from contactbase.normalize.date_evidence import DateEvidence
from contactbase.normalize.normalized import ColumnEvidence, see_all

__all__ = ["BATCH", "MONEY", "RoleMap", "batches", "column_hints", "map_roles"]

MONEY: Final = tuple(map(ColumnRole, ("total", "amount", "line_amount", "price", "discount", "refunded")))
"""The roles of amounts."""
BATCH: Final = 500
"""Rows that are looked at together."""


@attrs.frozen(kw_only=True)
class RoleMap:
    """The places of the columns of each role, the first of them asked first."""

    layout: OrderLayout
    columns: tuple[str, ...]
    places: Mapping[ColumnRole, tuple[int, ...]]

    def __contains__(self, role: ColumnRole) -> bool:
        return role in self.places

    def header(self, role: ColumnRole) -> str:
        """Give the headers of a role, for messages."""
        return " / ".join(self.columns[place] for place in self.places.get(role, ()))

    def findings(self, file: str) -> Iterator[Finding]:
        """Say how the file was read."""
        source = SourceRef(file=file)
        read = {place: role for role, places in self.places.items() for place in places}
        yield finding(
            "layout.recognized",
            source=source,
            layout=self.layout.name,
            columns=len(self.columns),
            mapped=len(read),
        )
        said = ", ".join(f"{self.columns[place]} → {read[place]}" for place in sorted(read))
        yield finding("layout.columns", source=source, mapping=said)
        unread = [column for place, column in enumerate(self.columns) if place not in read]
        if unread:
            yield finding("orders.columns-unread", source=source, names=", ".join(unread))


def map_roles(columns: Sequence[str], layout: OrderLayout, overrides: Mapping[str, str] | None = None) -> RoleMap:
    """Give each column its role; `overrides` maps a header to a role, or to "" for none.

    ReadError for a header that is not there, a role that does not exist, and a file without keys or days.
    """
    chosen = _chosen(overrides or {}, columns)
    order = {key: rank for rank, key in enumerate(layout.columns)}
    wishes: dict[ColumnRole, list[int]] = {}
    for place in sorted(range(len(columns)), key=lambda at: order.get(header_key(columns[at]), len(order))):
        role = chosen.get(place, layout.columns.get(header_key(columns[place])))
        if role:
            wishes.setdefault(ColumnRole(role), []).append(place)
    for place, role in reversed(chosen.items()):
        if role:
            places = wishes[ColumnRole(role)]
            places.remove(place)
            places.insert(0, place)
    mapped = RoleMap(
        layout=layout, columns=tuple(columns), places={role: tuple(places) for role, places in wishes.items()}
    )
    _refuse_incomplete(mapped)
    return mapped


def _chosen(overrides: Mapping[str, str], columns: Sequence[str]) -> dict[int, str]:
    chosen: dict[int, str] = {}
    for header, role in overrides.items():
        places = [place for place, column in enumerate(columns) if header_key(column) == header_key(header)]
        if not places:
            raise ReadError(f'There is no column "{header}". The columns are: {", ".join(columns)}.')
        if role and role not in list(ColumnRole):
            raise ReadError(f'A column of orders cannot be "{role}". It can be: {", ".join(ColumnRole)}.')
        chosen.update(dict.fromkeys(places, role))
    return chosen


def _refuse_incomplete(mapped: RoleMap) -> None:
    names = ", ".join(mapped.columns)
    if not {ColumnRole.CUSTOMER, ColumnRole.EMAIL, ColumnRole.PHONE} & mapped.places.keys():
        raise ReadError(
            f"No column says whose the orders are. Map one to customer, email or phone. The columns are: {names}."
        )
    if ColumnRole.DAY not in mapped:
        raise ReadError(f"No column has the day, as orders and events do. Map one to day. The columns are: {names}.")
    if mapped.layout.kind is None and ColumnRole.EVENT not in mapped:
        raise ReadError(f"No column says what happened. Map one to event. The columns are: {names}.")


def column_hints(table: Table, mapped: RoleMap, base: Hints) -> tuple[dict[ColumnRole, Hints], tuple[Finding, ...]]:
    """Look at every day and amount once; give the hints of each role, and findings that say what was concluded."""
    roles = [role for role in (ColumnRole.DAY, *MONEY) if role in mapped]
    watchers: dict[ColumnRole, ColumnEvidence] = {
        role: DateEvidence() if role is ColumnRole.DAY else AmountEvidence() for role in roles
    }
    for columns in batches(table):
        for role, watcher in watchers.items():
            for place in mapped.places[role]:
                see_all(watcher, list(filter(None, columns[place])))
    hints: dict[ColumnRole, Hints] = {}
    findings: list[Finding] = []
    for role, watcher in watchers.items():
        told = attrs.evolve(base, field="at" if role is ColumnRole.DAY else "amount")
        hints[role], said = watcher.conclude(told)
        source = SourceRef(file=table.file, column=mapped.header(role))
        findings += (attrs.evolve(found, source=source) for found in said)
    return _one_mark(hints), tuple(findings)


def _one_mark(hints: dict[ColumnRole, Hints]) -> dict[ColumnRole, Hints]:
    """Let columns of amounts that prove no decimal mark follow the one mark that the others prove."""
    marks = {hints[role].decimal_mark for role in MONEY if role in hints} - {None}
    if len(marks) != 1:
        return hints
    mark = marks.pop()
    return {
        role: one if role is ColumnRole.DAY else attrs.evolve(one, decimal_mark=mark) for role, one in hints.items()
    }


def batches(table: Table) -> Iterator[list[tuple[str, ...]]]:
    """Give the columns of some hundreds of rows at a time."""
    rows = table.rows()
    while batch := [row.cells for row in islice(rows, BATCH)]:
        yield list[Any](zip(*batch, strict=True))
