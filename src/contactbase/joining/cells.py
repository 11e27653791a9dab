"""One row of a file of orders or events, understood: who, when, how much, or which cell cannot be read.

>>> from contactbase.joining.columns import map_roles
>>> from contactbase.layouts.orders.generic import GENERIC_ORDERS
>>> mapped = map_roles(("email", "date", "montant"), GENERIC_ORDERS)
>>> reader = RowReader(mapped, {}, currency=None, as_of=dt.date(2026, 11, 22), region="FR")
>>> line = reader(1, ("Lea@Example.org", "2026-05-03", "12,50 €"))
>>> line.keys.email, line.day.isoformat(), line.money[ColumnRole.AMOUNT].minor
('lea@example.org', '2026-05-03', 1250)
>>> reader(2, ("lea@example.org", "hier", "12,50 €"))
Unread(code='orders.cell-unreadable', role='day', row=2)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Final, TypeVar

import attrs

from contactbase.joining.columns import MONEY, RoleMap
from contactbase.joining.currencies import code_of, filled
from contactbase.joining.keyed import Keys
from contactbase.joining.line import NOTHING, Line, Unread
from contactbase.joining.lines import Batch
from contactbase.joining.numbers import any_unfit, unfit
from contactbase.joining.places import Places, firsts, single, together
from contactbase.layouts.layout import header_key
from contactbase.layouts.orders.layout import ColumnRole
from contactbase.model.hints import Hints
from contactbase.model.journal import Finding
from contactbase.model.source import SourceRef
from contactbase.normalize import amount, date, email, phone
from contactbase.normalize.amount import Amount
from contactbase.normalize.cell_text import LONGEST
from contactbase.normalize.normalized import Cell
from contactbase.normalize.number import column as number_column
from contactbase.normalize.remember import remember, remember_rows

__all__ = ["RowReader"]

T = TypeVar("T")
Money = Mapping[ColumnRole, Amount]
_R: Final = ColumnRole
_REMEMBERED: Final = 1 << 16
_EURO: Final = "EUR"
_GUESTS: Final = frozenset({"0", "guest", "invité", "invite"})
"""Ids that shops give to buyers without an account."""
_NOT_ENDED: Final = frozenset({None, "non", "no", "n", "false", "faux", "0", "null", "none", "n a", "na", "nan"})
"""What a column of cancellations says of an order that was not."""
_UNREAD_DAY: Final = Unread("orders.cell-unreadable", ColumnRole.DAY)
_PLAIN: Final = (ColumnRole.PRODUCT, ColumnRole.CATEGORY, ColumnRole.MATERIAL, ColumnRole.CAMPAIGN, ColumnRole.LINK)


class RowReader:
    """Reads the cells of rows, column by column; columns were looked at before (`column_hints`)."""

    def __init__(
        self,
        mapped: RoleMap,
        hints: Mapping[ColumnRole, Hints],
        *,
        currency: str | None,
        as_of: dt.date,
        region: str,
        shop: str | None = None,
        currencies: Mapping[str, str] | None = None,
    ) -> None:
        """Bind the normalizers; `currency` is that of amounts which state none (None: taken for euros).

        `shop` is a name put before each number of an order, where several shops count alike; `currencies` maps a number
        to the currency of the order, for its lines that state none (`order_currencies`).

        `remarks` fills with the first finding of each kind beside a value that was taken, `bare` counts amounts that
        state no currency.
        """
        self.bare = 0
        self.remarks: dict[tuple[ColumnRole, str], tuple[int, Finding]] = {}
        self._fresh: list[tuple[object, ColumnRole, Sequence[Finding]]] = []
        self._mapped = mapped
        self._shop = f"{shop} " if shop else ""
        self._hints = hints
        self._currency = currency or _EURO
        self._currencies = currencies or {}
        self._at = Places.of(mapped)
        self._money_roles = [role for role in MONEY if role in mapped]
        self._money_at = [mapped.places[role] for role in self._money_roles]
        self._plain = [role for role in _PLAIN if role in mapped]
        self._plain_at = [mapped.places[role] for role in self._plain]
        self._people: dict[tuple[str | None, str | None, str | None], Keys] = {}
        self._amounts: dict[tuple[ColumnRole, str], Cell[Amount]] = {}
        known = Hints(region=region, as_of=as_of)
        self._day_of = date.column(hints.get(_R.DAY, Hints(region=region, as_of=as_of, field="at")))
        self._count = number_column(Hints())
        self._email = _one(email.column(known), lambda found: found.key)
        self._phone = _one(phone.PHONE.column(known), lambda found: found.e164)
        self._remember()

    def _remember(self) -> None:
        """Put bounded memories before what reads cells: they repeat."""
        word = self._word = remember(lambda text: header_key(text) or None)
        self._reference = remember(self._read_reference)
        self._day = remember(self._read_day)
        self._money = remember_rows(self._read_money, _REMEMBERED)
        self._quantity = remember(self._read_quantity)
        self._texts = remember_rows(self._read_texts, _REMEMBERED)
        self._keys = remember_rows(self._read_keys, _REMEMBERED)
        self._status = remember_rows(lambda cells: tuple([key for cell in cells if (key := word(cell))]))
        self._ended = remember(lambda text: word(text) not in _NOT_ENDED)

    def __call__(self, row: int, cells: Sequence[str]) -> Line | Unread:
        """Give what a row says, or why nothing."""
        batch = self.read((row,), (cells,))
        return batch.unread[0] if batch.unread else next(batch.lines())

    def read(self, rows: Sequence[int], cells: Sequence[Sequence[str]]) -> Batch:
        """Give what some rows say, column by column, and which of them cannot be read."""
        columns, at = list(zip(*cells, strict=True)), self._at
        numbers = firsts(columns, at.reference)
        if any_unfit(numbers):
            return self._without_unfit_numbers(rows, cells, numbers)
        return Batch.of(
            row=rows,
            keys=list(map(self._keys, together(columns, (at.customer, *single(at.email), *single(at.phone))))),
            reference=list(map(self._reference, numbers)) if at.reference else None,
            day=self._days(rows, firsts(columns, at.day)),
            money=self._moneys(rows, columns, numbers),
            quantity=list(map(self._quantity, firsts(columns, at.quantity))) if at.quantity else None,
            status=list(map(self._status, together(columns, single(at.status)))) if at.status else None,
            ended=list(map(self._ended, firsts(columns, at.cancelled_on))) if at.cancelled_on else None,
            event=list(map(self._word, firsts(columns, at.event))) if at.event else None,
            channel=list(map(self._word, firsts(columns, at.channel))) if at.channel else None,
            texts=list(map(self._texts, together(columns, self._plain_at))) if self._plain_at else None,
        )

    def _without_unfit_numbers(
        self, rows: Sequence[int], cells: Sequence[Sequence[str]], numbers: Sequence[str]
    ) -> Batch:
        """Read the other rows of a batch in which some have a number that can be none."""
        codes = list(map(unfit, numbers))
        bad = tuple(Unread(code, _R.REFERENCE, row) for row, code in zip(rows, codes, strict=True) if code)
        fine = [place for place, code in enumerate(codes) if code is None]
        if not fine:
            return Batch((), bad)
        rest = self.read([rows[place] for place in fine], [cells[place] for place in fine])
        return rest._replace(unread=tuple(sorted((*bad, *rest.unread), key=_row)))

    def _read_reference(self, text: str) -> str | None:
        number = " ".join(text.split())
        return self._shop + number if number else None

    def _read_texts(self, cells: tuple[str, ...]) -> Mapping[ColumnRole, str]:
        """Give the product, the category and the like."""
        said = (" ".join(text.split()) for text in cells)
        return {role: text for role, text in zip(self._plain, said, strict=True) if text}

    def _read_keys(self, cells: tuple[str, ...]) -> Keys:
        """Give who it was; the same for all spellings of one person's keys."""
        emails = 1 + len(self._at.email)
        customer = _short(cells[0])
        one = None if customer.lower() in _GUESTS else customer or None
        known = one, _key(cells[1:emails], self._email), _key(cells[emails:], self._phone)
        found = self._people.get(known)
        if found is None:
            if len(self._people) >= _REMEMBERED:
                self._people.clear()
            found = self._people[known] = Keys(customer=one, email=known[1], phone=known[2])
        return found

    def _days(self, rows: Sequence[int], texts: Sequence[str]) -> list[dt.date | Unread | None]:
        found = list(map(self._day, texts))
        self._remark(rows, texts)
        return found

    def _read_day(self, text: str) -> dt.date | Unread | None:
        if not text or text.isspace():
            return None
        form = self._day_of(text)
        if len(form.values) != 1:
            return _UNREAD_DAY
        if form.findings:
            self._fresh.append((text, _R.DAY, form.findings))
        return form.values[0]

    def _moneys(
        self, rows: Sequence[int], columns: Sequence[Sequence[str]], numbers: Sequence[str]
    ) -> Sequence[Money | Unread] | None:
        """Read the amounts of some rows, in the currency of the row, or of another line of its order."""
        at = self._at.currency
        if not self._money_at and not at:
            return None
        stated = filled(firsts(columns, at), numbers, self._currencies) if at else [""] * len(rows)
        said = list(zip(stated, *(firsts(columns, places) for places in self._money_at), strict=True))
        found, bare = zip(*map(self._money, said), strict=True)
        self.bare += sum(bare)
        self._remark(rows, said)
        return found

    def _read_money(self, cells: tuple[str, ...]) -> tuple[Money | Unread, int]:
        """Give the amounts of a row by their roles, and how many of them state no currency."""
        stated, bare = cells[0].strip(), 0
        currency = code_of(stated) if stated else self._currency
        if currency is None:
            return Unread("orders.currency-unknown", _R.CURRENCY), bare
        found: dict[ColumnRole, Amount] = {}
        for role, text in zip(self._money_roles, cells[1:], strict=True):
            if not text or text.isspace():
                continue
            form = self._amount(role, currency)(text)
            if len(form.values) != 1:
                return Unread("orders.cell-unreadable", role), bare
            if stated and form.values[0].currency != currency:
                return Unread("orders.currencies-differ", role), bare
            if form.findings:
                self._fresh.append((cells, role, form.findings))
            bare += not stated and text[-1:].isdecimal() and text[:1].isdecimal()
            found[role] = form.values[0]
        return found or NOTHING, bare

    def _remark(self, rows: Sequence[int], said: Sequence[object]) -> None:
        """Keep the first row of each finding that these cells gave for the first time."""
        for cell, role, findings in self._fresh:
            row = rows[said.index(cell)]
            for found in findings:
                self.remarks.setdefault((role, found.code), (row, found))
        self._fresh.clear()

    def said(self, file: str) -> list[Finding]:
        """Give the remarks, each at the first place that gave it."""
        return [
            attrs.evolve(found, source=SourceRef(file=file, row=row, column=self._mapped.header(role)))
            for (role, _), (row, found) in sorted(self.remarks.items(), key=_first_row)
        ]

    def _amount(self, role: ColumnRole, currency: str) -> Cell[Amount]:
        """Give what reads the amounts of a column in a currency, made once."""
        read = self._amounts.get((role, currency))
        if read is None:
            told = self._hints.get(role, Hints(field="amount"))
            bound = Hints(field=told.field, decimal_mark=told.decimal_mark, currency=currency)
            read = self._amounts[role, currency] = amount.column(bound)
        return read

    def _read_quantity(self, text: str) -> Decimal | Unread | None:
        text = text.strip()
        if not text:
            return None
        whole = self._count(text).values
        if whole:
            return Decimal(whole[0])
        plain = text.replace(",", ".")
        if len(plain) <= 12 and plain.count(".") == 1 and plain.replace(".", "").isdecimal() and plain.isascii():
            return Decimal(plain)
        return Unread("orders.cell-unreadable", _R.QUANTITY)


def _one(read: Cell[T], key: Callable[[T], str]) -> Callable[[str], str | None]:
    """Read the one value of a cell; None where there is none, or several."""

    def reading(text: str) -> str | None:
        values = read(text).values
        return key(values[0]) if len(values) == 1 else None

    return reading


def _row(unread: Unread) -> int:
    return unread.row


def _first_row(remark: tuple[object, tuple[int, Finding]]) -> int:
    return remark[1][0]


def _key(cells: Iterable[str], read: Callable[[str], str | None]) -> str | None:
    """Give the first key that some cells hold."""
    for cell in cells:
        if cell and (found := read(cell)) is not None:
            return found
    return None


def _short(text: str) -> str:
    """Give an id with one space between words; one that is too long to be any is none."""
    return " ".join(text.split()) if len(text) <= LONGEST else ""
