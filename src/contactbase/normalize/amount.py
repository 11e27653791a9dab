"""Amounts: exact minor units and a currency, or why the cell holds none.

`12,50 €`, `€ 12.50`, `1 234,50`, `1.234,50 EUR`, `(12,50)`, `12,50-`, `CHF 1'234.50` are self-evident. `1.234` alone
is not: the column decides (`amount_evidence`), else the cell is refused. Nothing passes through a binary fraction;
nothing is rounded in silence: a fraction finer than the minor unit of the currency is rounded half to even and said
so, and refused where it might as well be a group of thousands. At most 15 digits stand before the mark.

>>> normalize("1 240,50 €").values, normalize("(12,50)").values[0].minor
((Amount(currency='EUR'),), -1250)
>>> normalize("1.234").findings[0].code, normalize("1.234", Hints(decimal_mark=",")).values[0].minor
('amount.ambiguous-mark', 123400)
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_EVEN, Context, Decimal
from typing import Final, Self

import attrs

from contactbase.model.hints import Hints
from contactbase.model.journal import Finding
from contactbase.normalize.amount_evidence import AmountEvidence
from contactbase.normalize.amount_text import Parts, take_apart, unfold_power
from contactbase.normalize.cell_text import LONGEST, NULL_WORDS, is_excel_error, plain, without_accents
from contactbase.normalize.currencies import EXPONENTS, SIGNS
from contactbase.normalize.decimal_mark import Figure, figures
from contactbase.normalize.normalized import MAKE, Cell, FieldNormalizer, Made, Normalized, setter
from contactbase.normalize.remark import remark
from contactbase.normalize.remember import remember
from contactbase.normalize.several import read_lines

__all__ = ["AMOUNT", "Amount", "AmountEvidence", "column", "minor_units", "normalize", "text"]

MOST_DIGITS: Final = 15
"""Before the decimal mark: every amount fits a 64-bit integer of minor units."""
_CACHED: Final = 16_384
_EXACT: Final = Context(prec=2 * LONGEST)
_FAST: Final = re.compile(
    r"(-?)(\d{1,9}|[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3}){1,3})(?:([.,])(\d{2}))?(?:[ \u00a0\u202f]?€)?", re.ASCII
)
_GAPS: Final = str.maketrans("", "", " \u00a0\u202f")


@attrs.frozen
class Amount:
    """`minor` counts the smallest unit (cents) of `currency` (ISO 4217)."""

    minor: int = attrs.field(repr=False)
    currency: str


def minor_units(currency: str) -> int:
    """Give how many decimals the minor unit of a currency has (2 for EUR); ValueError for an unknown code."""
    if currency not in EXPONENTS:
        raise ValueError(f"{currency!r} is no ISO 4217 code. Write one such as EUR.")
    return EXPONENTS[currency]


def text(amount: Amount) -> str:
    """Give `1240.50 EUR`; one decimal more where three would read as thousands."""
    exponent = EXPONENTS[amount.currency]
    sign, digits = "-" * (amount.minor < 0), str(abs(amount.minor)).zfill(exponent + 1)
    if not exponent:
        return f"{sign}{digits} {amount.currency}"
    padding = "0" if exponent == 3 else ""
    return f"{sign}{digits[:-exponent]}.{digits[-exponent:]}{padding} {amount.currency}"


@attrs.frozen(kw_only=True)
class _Reader:
    """What does not change from cell to cell of a column of amounts."""

    field: str | None
    mark: str | None
    currency: str

    @classmethod
    def of(cls, hints: Hints) -> Self:
        """Bind the hints; ValueError for a mark that is no decimal mark, or an unknown currency."""
        if hints.decimal_mark not in {None, ".", ","}:
            raise ValueError(f'decimal_mark is ".", "," or None, not {hints.decimal_mark!r}.')
        minor_units(hints.currency)
        return cls(field=hints.field, mark=hints.decimal_mark, currency=hints.currency)

    def read(self, cell: str) -> Normalized[Amount]:
        """Read any cell: the reference that the fast path must agree with."""
        form = read_lines(cell, self.read, code="amount.several-in-cell", field=self.field)
        if form is not None:
            return form
        cell = plain(cell)
        if not cell:
            return Normalized()
        code = refusal(cell)
        if code is not None:
            return self._refuse(code)
        parts = unfold_power(cell, EXPONENTS[self.currency]) or take_apart(cell)
        if parts is None or isinstance(parts, str):
            return self._refuse(parts or "amount.unreadable")
        currency, assumed = self._currency(parts.currency)
        if currency is None:
            return self._refuse("amount.unknown-currency")
        return self._figure(parts, currency, assumed)

    def _say(self, code: str, **details: str | int) -> Finding:
        return remark(code, self.field, **details)

    def _refuse(self, code: str) -> Normalized[Amount]:
        return Normalized((), (self._say(code),))

    def _currency(self, name: str) -> tuple[str | None, tuple[Finding, ...]]:
        """Give the currency that a sign stands for: that of the column if it can, else its usual one."""
        if not name:
            return self.currency, ()
        codes = SIGNS.get(name, ())
        if self.currency in codes:
            return self.currency, ()
        if len(codes) < 2:
            return (codes[0] if codes else None), ()
        return codes[0], (self._say("amount.currency-assumed", currency=codes[0]),)

    def _figure(self, parts: Parts, currency: str, findings: tuple[Finding, ...]) -> Normalized[Amount]:
        readings = figures(parts.number)
        if not readings:
            return self._refuse("amount.unreadable")
        figure = readings[0]
        if len(readings) > 1:
            if self.mark is None:
                return self._refuse("amount.ambiguous-mark")
            figure = next(reading for reading in readings if reading.implies == self.mark)
        elif self.mark is not None and figure.implies not in {"", self.mark}:
            findings += (self._say("amount.other-decimal-mark", mark=figure.implies, expected=self.mark),)
        if len(readings) > 1 and len(figure.fraction.rstrip("0")) > EXPONENTS[currency]:
            return self._refuse("amount.too-many-decimals")
        return self._exact(figure, currency, findings, negative=parts.negative)

    def _exact(
        self, figure: Figure, currency: str, findings: tuple[Finding, ...], *, negative: bool
    ) -> Normalized[Amount]:
        """Count minor units, rounding a finer fraction half to even and saying so."""
        exponent = EXPONENTS[currency]
        fraction = figure.fraction.rstrip("0")
        if len(fraction) <= exponent:
            minor = int(figure.whole + fraction.ljust(exponent, "0"))
        else:
            scaled = Decimal(f"{figure.whole}.{fraction}").scaleb(exponent, _EXACT)
            minor = int(scaled.to_integral_value(ROUND_HALF_EVEN, _EXACT))
            findings += (self._say("amount.rounded", decimals=len(fraction), kept=exponent),)
        if minor >= 10 ** (MOST_DIGITS + exponent):
            return self._refuse("amount.out-of-range")
        return Normalized((Amount(-minor if negative else minor, currency),), findings)


def refusal(cell: str) -> str | None:
    """Give the code of a cell that holds no amount at all, whatever its digits say."""
    if len(cell) > LONGEST:
        return "amount.unreadable"
    if is_excel_error(cell):
        return "amount.excel-error"
    if without_accents(cell) in NULL_WORDS:
        return "amount.placeholder"
    return "amount.percent" if "%" in cell or "‰" in cell else None


def column(hints: Hints) -> Cell[Amount]:
    """Give the function that reads the cells of a column; ValueError for a wrong decimal mark or currency."""
    reader = _Reader.of(hints)
    if hints.currency != "EUR":
        return remember(reader.read, _CACHED)
    mark = hints.decimal_mark
    matched, new = _FAST.fullmatch, object.__new__
    make: Made[Amount] = MAKE
    set_minor, set_currency = setter(Amount, "minor"), setter(Amount, "currency")

    def read(cell: str) -> Normalized[Amount]:
        """Read euros as they are commonly written, and hand on any other cell."""
        found = matched(cell)
        if found is None:
            return reader.read(cell)
        sign, whole, written, cents = found.groups()
        if written is not None and mark is not None and written != mark:
            return reader.read(cell)
        minor = int((whole if whole.isdigit() else whole.translate(_GAPS)) + (cents or "00"))
        amount = new(Amount)
        set_minor(amount, -minor if sign else minor)
        set_currency(amount, "EUR")
        return make(Normalized, ((amount,), ()))

    return remember(read, _CACHED)


AMOUNT: Final = FieldNormalizer(
    name="amount",
    fields=("spent", "average_basket", "amount"),
    column=column,
    text=text,
    evidence=AmountEvidence,
)
_NO_HINTS: Final = Hints()


def normalize(text: str, hints: Hints = _NO_HINTS) -> Normalized[Amount]:
    """Read one amount; without a decimal mark, `1.234` is refused as ambiguous."""
    return _Reader.of(hints).read(text)
