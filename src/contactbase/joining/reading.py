"""From a table of orders or events to events with their keys; every row is part of one, or is set apart with a reason.

>>> rows = [("lea@example.org", "2026-05-03", "12,50 €"), ("", "2026-05-04", "8,00 €")]
>>> table = Table.of("commandes.csv", ("Courriel", "Date commande", "Montant"), rows)
>>> keyed, journal = read_keyed(table, hints=Hints(), as_of=dt.date(2026, 11, 22))
>>> [order.events[0].amount for order in keyed.found], [refused.code for refused in journal.rejections]
([1250], ['orders.no-customer'])
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from enum import StrEnum
from itertools import chain, islice
from typing import Final, TypeVar

import attrs

from contactbase.errors import ReadError
from contactbase.joining.cells import RowReader
from contactbase.joining.columns import BATCH, RoleMap, column_hints, map_roles
from contactbase.joining.currencies import order_currencies
from contactbase.joining.event_rows import event_of, refusal_of
from contactbase.joining.keyed import Found, Keyed, KeyedEvents
from contactbase.joining.line import Unread
from contactbase.joining.lines import Batch, Lines
from contactbase.joining.orders import AmountOf, OrderBook, PurchaseUnit, amount_of
from contactbase.layouts.layout import header_key
from contactbase.layouts.orders.catalog import order_layout_named, order_layout_of
from contactbase.layouts.orders.layout import ColumnRole, OrderLayout, OrderStatus
from contactbase.model.enums import EventKind
from contactbase.model.hints import Hints
from contactbase.model.journal import Entry, Finding, Journal, Outcome, Rejection, finding
from contactbase.model.source import SourceRef
from contactbase.model.table import Table
from contactbase.normalize.currencies import EXPONENTS

__all__ = ["read_keyed", "refused_rows"]

M = TypeVar("M", bound=StrEnum)
_OF_LINES: Final = frozenset({ColumnRole.LINE_AMOUNT, ColumnRole.PRICE, ColumnRole.AMOUNT})


def read_keyed(
    table: Table,
    *,
    hints: Hints,
    as_of: dt.date,
    layout: str | OrderLayout | None = None,
    columns: Mapping[str, str] | None = None,
    words: Mapping[str, str] | None = None,
    currency: str | None = None,
    unit: PurchaseUnit | str = PurchaseUnit.ORDER,
    shop: str | None = None,
) -> Outcome[KeyedEvents]:
    """Read orders or events; see `pipeline.event_files.read_orders` for the arguments. `hints` are the caller's."""
    if currency is not None and currency not in EXPONENTS:
        raise ReadError(f"{currency!r} is no ISO 4217 code. Write one such as EUR.")
    chosen = order_layout_named(layout) if isinstance(layout, str) else layout or order_layout_of(table.columns)
    mapped = map_roles(table.columns, chosen, columns)
    _refuse_lines_without_amounts(mapped, PurchaseUnit(unit))
    told = attrs.evolve(
        hints,
        as_of=as_of,
        date_order=hints.date_order or chosen.date_order,
        decimal_mark=hints.decimal_mark or chosen.decimal_mark,
        currency=currency or hints.currency,
    )
    seen, said = column_hints(table, mapped, told)
    reader = RowReader(
        mapped,
        seen,
        currency=currency,
        as_of=as_of,
        region=hints.region,
        shop=shop,
        currencies=order_currencies(table, mapped),
    )
    reading = _Reading(table=table, mapped=mapped, reader=reader, as_of=as_of, unit=PurchaseUnit(unit))
    found = (
        reading.events(_meant(chosen.kinds, words, EventKind))
        if chosen.kind is None
        else reading.orders(_meant(chosen.statuses, words, OrderStatus))
    )
    entries: list[Entry] = [*mapped.findings(table.file), *said, *reader.said(table.file), *reading.entries]
    if not reading.rows:
        entries.append(finding("orders.no-rows", source=SourceRef(file=table.file)))
    if reader.bare and currency is None:
        entries.append(finding("orders.currency-assumed", source=SourceRef(file=table.file), count=reader.bare))
    entries += refused_rows(table, reading.refused, reading.details())
    return Outcome(
        KeyedEvents(
            table=table,
            found=found,
            rows=reading.rows,
            rejected=len(reading.refused),
            ended=reading.ended,
            customer=mapped.places.get(ColumnRole.CUSTOMER, ()),
        ),
        Journal(tuple(entries)),
    )


def _refuse_lines_without_amounts(mapped: RoleMap, unit: PurchaseUnit) -> None:
    if mapped.layout.kind is not None and unit is PurchaseUnit.LINE and not any(role in mapped for role in _OF_LINES):
        raise ReadError(
            "No column has the amount of a line, so lines cannot be purchases. Map one to line_amount or price, or "
            "read one purchase an order."
        )


def _meant(known: Mapping[str, M], words: Mapping[str, str] | None, kind: type[M]) -> dict[str, M]:
    """Give what each word means in this file; ReadError for a meaning that no file has."""
    made = dict(known)
    for word, meaning in (words or {}).items():
        if meaning in set(kind):
            made[header_key(word)] = kind(meaning)
        elif meaning not in {*OrderStatus, *EventKind}:
            raise ReadError(f'"{word}" cannot mean "{meaning}". It can mean: {", ".join(kind)}.')
    return made


@attrs.define(kw_only=True)
class _Reading:
    """One file under way: the rows read so far, and why some became nothing."""

    table: Table
    mapped: RoleMap
    reader: RowReader
    as_of: dt.date
    unit: PurchaseUnit
    rows: int = 0
    refused: dict[int, str] = attrs.field(factory=dict)
    entries: list[Finding] = attrs.field(factory=list)
    ended: frozenset[str] = frozenset()
    _unread: list[Unread] = attrs.field(factory=list)

    def batches(self) -> Iterator[Batch]:
        """Give the rows that can be read, some hundreds at a time."""
        rows = self.table.rows()
        while taken := list(islice(rows, BATCH)):
            self.rows += len(taken)
            numbers, _, cells = zip(*taken, strict=True)
            batch = self.reader.read(numbers, cells)
            self._unread += batch.unread
            self.refused.update((line.row, line.code) for line in batch.unread)
            yield batch

    def details(self) -> dict[int, tuple[str, str]]:
        """Give the header that is meant by the refusal of a row, by its number."""
        return {unread.row: (unread.role.value, self.mapped.header(unread.role)) for unread in self._unread}

    def events(self, kinds: Mapping[str, EventKind]) -> Found:
        """Read a list of events."""
        found = Found(single=True)
        for line in chain.from_iterable(batch.lines() for batch in self.batches()):
            refusal = refusal_of(line, self.as_of)
            event = event_of(line, kinds) if refusal is None else refusal
            if isinstance(event, str):
                self.refused[line.row] = event
            else:
                found.add(Keyed(keys=line.keys, events=(event,), rows=(line.row,), single=True))
        return found

    def orders(self, statuses: Mapping[str, OrderStatus]) -> Found:
        """Read orders, whose lines may stand anywhere in the file."""
        kept = Lines()
        for batch in self.batches():
            kept.add(batch)
        broken = {unread.reference for unread in self._unread} - {None}
        amounts = AmountOf.UNKNOWN
        if ColumnRole.AMOUNT in self.mapped:
            amounts, findings = amount_of(kept.orders(), self.table.file, self.mapped.header(ColumnRole.AMOUNT))
            self.entries += findings
        book = OrderBook(
            statuses=statuses,
            has_status=kept.has("status"),
            unit=self.unit,
            as_of=self.as_of,
            roles=self.mapped.places,
            amounts=amounts,
        )
        found = Found()
        for lines in kept.orders():
            if lines[0].reference in broken and lines[0].reference is not None:
                book.refuse(lines, "orders.other-line-refused")
            elif (order := book.keyed(lines)) is not None:
                found.add(order)
        self.refused |= book.refused
        self.ended = frozenset(book.ended)
        self._notice(book)
        return found

    def _notice(self, book: OrderBook) -> None:
        """Say what was noticed of whole orders, and what was not asked for lack of a column."""
        source = SourceRef(file=self.table.file)
        if self.rows and not book.has_status and ColumnRole.CANCELLED_ON not in self.mapped:
            self.entries.append(finding("orders.no-status", source=source))
        if self.unit is PurchaseUnit.LINE:
            self.entries.append(finding("orders.lines-as-purchases", source=source))
        for code, count in sorted(book.noticed.items()):
            if count:
                self.entries.append(finding(code, source=source, count=count))


def refused_rows(
    table: Table, refused: Mapping[int, str], details: Mapping[int, tuple[str, str]] | None = None
) -> Iterator[Rejection]:
    """Give a rejection for each row that became nothing, with its cells, in the order of the file."""
    if not refused:
        return
    for row, line, cells in table.rows():
        if (code := refused.get(row)) is not None:
            role, header = (details or {}).get(row, ("", ""))
            yield Rejection(
                source=SourceRef(file=table.file, row=row, line=line, column=header or None),
                code=code,
                cells=tuple(cells),
                details=(("role", role), ("name", header)) if role else (),
            )
