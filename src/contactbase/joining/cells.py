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
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Final, Self, TypeVar, cast

import attrs

from contactbase.joining.columns import MONEY, RoleMap
from contactbase.joining.keyed import Keys
from contactbase.joining.line import Line, Unread
from contactbase.layouts.layout import header_key
from contactbase.layouts.orders.layout import ColumnRole
from contactbase.model.hints import Hints
from contactbase.model.journal import Finding
from contactbase.model.source import SourceRef
from contactbase.normalize import amount, date, email, phone
from contactbase.normalize.amount import Amount
from contactbase.normalize.cell_text import LONGEST
from contactbase.normalize.currencies import EXPONENTS, SIGNS
from contactbase.normalize.normalized import Cell
from contactbase.normalize.number import column as number_column
from contactbase.normalize.remember import remember

__all__ = ["RowReader"]

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")
_REMEMBERED: Final = 1 << 16
_EURO: Final = "EUR"
_GUESTS: Final = frozenset({"0", "guest", "invité", "invite"})
"""Ids that shops give to buyers without an account."""
_NOT_ENDED: Final = frozenset({None, "non", "no", "n", "false", "faux", "0", "null", "none", "n a", "na", "nan"})
"""What a column of cancellations says of an order that was not."""
_PLAIN: Final = (ColumnRole.PRODUCT, ColumnRole.CATEGORY, ColumnRole.MATERIAL, ColumnRole.CAMPAIGN, ColumnRole.LINK)


@attrs.frozen(kw_only=True)
class _Places:
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


class RowReader:
    """Reads the cells of rows; columns were looked at before (`column_hints`)."""

    def __init__(
        self,
        mapped: RoleMap,
        hints: Mapping[ColumnRole, Hints],
        *,
        currency: str | None,
        as_of: dt.date,
        region: str,
        shop: str | None = None,
    ) -> None:
        """Bind the normalizers; `currency` is that of amounts which state none (None: taken for euros).

        `shop` is a name put before each number of an order, where several shops count alike.

        `remarks` fills with the first finding of each kind beside a value that was taken, `bare` counts amounts that
        state no currency.
        """
        self.bare = 0
        self.remarks: dict[tuple[ColumnRole, str], tuple[int, Finding]] = {}
        self._mapped = mapped
        self._shop = f"{shop} " if shop else ""
        self._hints = hints
        self._currency = currency or _EURO
        self._at = _Places.of(mapped)
        self._money = [(role, mapped.places[role]) for role in MONEY if role in mapped]
        self._plain = [(role, mapped.places[role]) for role in _PLAIN if role in mapped]
        self._people: dict[tuple[str, str | None, str | None], Keys] = {}
        self._said: dict[tuple[str, ...], Mapping[ColumnRole, str]] = {}
        self._word = remember(lambda text: header_key(text) or None)
        self._amounts: dict[tuple[ColumnRole, str], Cell[Amount]] = {}
        known = Hints(region=region, as_of=as_of)
        self._day = date.column(hints.get(ColumnRole.DAY, Hints(region=region, as_of=as_of, field="at")))
        self._count = number_column(Hints())
        self._email = remember(_one(email.column(known), lambda found: found.key))
        self._phone = remember(_one(phone.PHONE.column(known), lambda found: found.e164))

    def __call__(self, row: int, cells: Sequence[str]) -> Line | Unread:
        """Give what a row says, or why nothing."""
        first, at = _first, self._at
        number = first(cells, at.reference)
        if len(number) > LONGEST:
            return Unread("orders.cell-unreadable", ColumnRole.REFERENCE, row)
        reference = self._shop + " ".join(number.split()) if number else None
        day, money = self._read_day(row, cells), self._read_money(row, cells)
        quantity = self._quantity(cells) if at.quantity else None
        for read in (day, money, quantity):
            if type(read) is Unread:
                return read._replace(row=row, reference=reference)
        word = self._word
        return Line(
            row=row,
            keys=self._keys(cells),
            reference=reference,
            day=cast("dt.date | None", day),
            money=cast("Mapping[ColumnRole, Amount]", money),
            quantity=cast("Decimal | None", quantity),
            status=tuple([key for place in at.status if (key := word(cells[place]))]) if at.status else (),
            ended=bool(at.cancelled_on) and word(first(cells, at.cancelled_on)) not in _NOT_ENDED,
            event=word(first(cells, at.event)) if at.event else None,
            channel=word(first(cells, at.channel)) if at.channel else None,
            texts=self._texts(cells),
        )

    def _texts(self, cells: Sequence[str]) -> Mapping[ColumnRole, str]:
        """Give the product, the category and the like; the same for all lines that say the same."""
        said = tuple([" ".join(_first(cells, places).split()) for _, places in self._plain])
        found = self._said.get(said)
        if found is None:
            found = {role: text for (role, _), text in zip(self._plain, said, strict=True) if text}
            if sum(map(len, said)) <= LONGEST:
                _keep(self._said, said, found)
        return found

    def _keys(self, cells: Sequence[str]) -> Keys:
        at = self._at
        customer = _short(_first(cells, at.customer)) if at.customer else ""
        known = customer, _key(cells, at.email, self._email), _key(cells, at.phone, self._phone)
        found = self._people.get(known)
        if found is None:
            one = None if customer.lower() in _GUESTS else customer or None
            found = Keys(customer=one, email=known[1], phone=known[2])
            _keep(self._people, known, found)
        return found

    def _read_day(self, row: int, cells: Sequence[str]) -> dt.date | Unread | None:
        text = _first(cells, self._at.day)
        if not text:
            return None
        form = self._day(text)
        if len(form.values) != 1:
            return Unread("orders.cell-unreadable", ColumnRole.DAY)
        if form.findings:
            self._remark(ColumnRole.DAY, row, form.findings)
        return form.values[0]

    def _read_money(self, row: int, cells: Sequence[str]) -> Mapping[ColumnRole, Amount] | Unread:
        stated = _first(cells, self._at.currency).strip() if self._at.currency else ""
        currency = _code(stated) if stated else self._currency
        if currency is None:
            return Unread("orders.currency-unknown", ColumnRole.CURRENCY)
        found: dict[ColumnRole, Amount] = {}
        for role, places in self._money:
            text = _first(cells, places)
            if not text:
                continue
            form = self._amount(role, currency)(text)
            if len(form.values) != 1:
                return Unread("orders.cell-unreadable", role)
            if stated and form.values[0].currency != currency:
                return Unread("orders.currencies-differ", role)
            if form.findings:
                self._remark(role, row, form.findings)
            self.bare += not stated and text[-1:].isdecimal() and text[:1].isdecimal()
            found[role] = form.values[0]
        return found

    def _remark(self, role: ColumnRole, row: int, findings: Sequence[Finding]) -> None:
        for found in findings:
            self.remarks.setdefault((role, found.code), (row, found))

    def said(self, file: str) -> list[Finding]:
        """Give the remarks, each at the first place that gave it."""
        return [
            attrs.evolve(found, source=SourceRef(file=file, row=row, column=self._mapped.header(role)))
            for (role, _), (row, found) in self.remarks.items()
        ]

    def _amount(self, role: ColumnRole, currency: str) -> Cell[Amount]:
        """Give what reads the amounts of a column in a currency, made once."""
        read = self._amounts.get((role, currency))
        if read is None:
            told = self._hints.get(role, Hints(field="amount"))
            bound = Hints(field=told.field, decimal_mark=told.decimal_mark, currency=currency)
            read = self._amounts[role, currency] = amount.column(bound)
        return read

    def _quantity(self, cells: Sequence[str]) -> Decimal | Unread | None:
        text = _first(cells, self._at.quantity).strip()
        if not text:
            return None
        whole = self._count(text).values
        if whole:
            return Decimal(whole[0])
        plain = text.replace(",", ".")
        if len(plain) <= 12 and plain.count(".") == 1 and plain.replace(".", "").isdecimal() and plain.isascii():
            return Decimal(plain)
        return Unread("orders.cell-unreadable", ColumnRole.QUANTITY)


def _one(read: Cell[T], key: Callable[[T], str]) -> Callable[[str], str | None]:
    """Read the one value of a cell; None where there is none, or several."""

    def reading(text: str) -> str | None:
        values = read(text).values
        return key(values[0]) if len(values) == 1 else None

    return reading


def _keep(memory: dict[K, V], key: K, value: V) -> None:
    """Remember a value in a bounded memory, which starts over when it is full."""
    if len(memory) >= _REMEMBERED:
        memory.clear()
    memory[key] = value


def _first(cells: Sequence[str], places: Sequence[int]) -> str:
    """Give the first text at some places, "" where all are blank."""
    for place in places:
        if cells[place] and not cells[place].isspace():
            return cells[place]
    return ""


def _key(cells: Sequence[str], places: Sequence[int], read: Callable[[str], str | None]) -> str | None:
    """Give the first key that some places hold."""
    for place in places:
        if cells[place] and (found := read(cells[place])) is not None:
            return found
    return None


def _short(text: str) -> str:
    """Give an id with one space between words; one that is too long to be any is none."""
    return " ".join(text.split()) if len(text) <= LONGEST else ""


def _code(stated: str) -> str | None:
    """Give the ISO 4217 code of a currency column's cell; a sign of several currencies says nothing certain."""
    if stated.upper() in EXPONENTS:
        return stated.upper()
    codes = SIGNS.get(stated.lower(), ()) if len(stated) < 10 else ()
    return codes[0] if len(codes) == 1 else None
