"""Amounts: exact minor units, or the reason why not."""

from __future__ import annotations

import os
import random
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.model.code import Code
from contactbase.model.codes.amount import CODES
from contactbase.model.enums import Severity
from contactbase.normalize import Hints, number
from contactbase.normalize.amount import AMOUNT, Amount, column, minor_units, normalize, text
from contactbase.normalize.currencies import EXPONENTS, SIGNS

CELLS = 1_000_000 if os.environ.get("CONTACTBASE_NIGHTLY") == "1" else 20_000
ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=30)
AMOUNT_TEXT = st.text(st.sampled_from("0123456789.,' -+()€$£eE%kF\u00a0\u202fUR"), max_size=18)
HINTS = st.builds(
    Hints,
    decimal_mark=st.sampled_from((None, ".", ",")),
    currency=st.sampled_from(("EUR", "USD", "JPY", "KWD", "CAD")),
    field=st.sampled_from((None, "spent")),
)


@pytest.mark.parametrize(
    ("cell", "minor"),
    [
        ("12", 1200),
        ("12,5", 1250),
        ("12,50", 1250),
        ("12.50", 1250),
        ("12,500000", 1250),
        ("0,05", 5),
        (",50", 50),
        (".5", 50),
        ("5.", 500),
        ("0.00", 0),
        ("-0", 0),
        ("12,50 €", 1250),
        ("12,50€", 1250),
        ("€ 12.50", 1250),
        ("€12.50", 1250),
        ("12,50 EUR", 1250),
        ("EUR 12,50", 1250),
        ("12,50 euros", 1250),
        ("12€50", 1250),
        ("12,-", 1200),
        ("12.–", 1200),
        ("12,-- €", 1200),
        ("-12,50", -1250),
        ("- 12,50 €", -1250),
        ("€ -12,50", -1250),
        ("12,50-", -1250),
        ("−12,50", -1250),
        ("(12,50)", -1250),
        ("(12,50 €)", -1250),
        ("(12,50) €", -1250),
        ("+12,50", 1250),
        ("1 234,50", 123450),
        ("1 234.5", 123450),
        ("1\u00a0234,50\u00a0€", 123450),
        ("1\u202f234\u202f567,89", 123456789),
        ("1'234.50", 123450),
        ("1’234.50", 123450),
        ("1.234,56", 123456),
        ("1,234.56", 123456),
        ("1.234.567", 123456700),
        ("1,234,567", 123456700),
        ("1.234.567,8", 123456780),
        ("12,34,567.00", 123456700),
        ("1234,567000", 123457),
        ("'12,50", 1250),
        ('="12,50"', 1250),
        ("  12,50\t", 1250),
        ("１２,５０", 1250),
        ("1.2405E+02", 12405),
        ("1,5E-1", 15),
        ("999999999999999,99", 99999999999999999),
        ("12,50\n12.50 €", 1250),
    ],
)
def test_an_amount_is_read_exactly_however_it_is_written(cell: str, minor: int) -> None:
    form = normalize(cell)
    assert form.values == (Amount(minor, "EUR"),)
    assert [found.code for found in form.findings] == (["amount.rounded"] if "567000" in cell else [])


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("gratuit", "amount.unreadable"),
        ("12 x 3,50", "amount.unreadable"),
        ("12 50", "amount.unreadable"),
        ("12\t130", "amount.unreadable"),
        ("1,2,3", "amount.unreadable"),
        ("12.34.56", "amount.unreadable"),
        ("1.234,567.89", "amount.unreadable"),
        ("0.123.456", "amount.unreadable"),
        ("--12", "amount.unreadable"),
        ("(-12)", "amount.unreadable"),
        ("(12", "amount.unreadable"),
        ("12)", "amount.unreadable"),
        ("12-13", "amount.unreadable"),
        ("12–13", "amount.unreadable"),
        ("12²", "amount.unreadable"),
        ("½", "amount.unreadable"),
        ("€", "amount.unreadable"),
        ("- €", "amount.unreadable"),
        (".", "amount.placeholder"),
        ("inf", "amount.unreadable"),
        ("0x1F", "amount.unreadable"),
        ("1_000", "amount.unreadable"),
        ("lea@example.org", "amount.unreadable"),
        ("1" * 201, "amount.unreadable"),
        ("NaN", "amount.placeholder"),
        ("null", "amount.placeholder"),
        ("-", "amount.placeholder"),
        ("N/C", "amount.placeholder"),
        ("#REF!", "amount.excel-error"),
        ("#N/A", "amount.excel-error"),
        ("#NOM?", "amount.excel-error"),
        ("####", "amount.excel-error"),
        ("12 %", "amount.percent"),
        ("12%", "amount.percent"),
        ("1.234", "amount.ambiguous-mark"),
        ("1,234", "amount.ambiguous-mark"),
        ("12.345 €", "amount.ambiguous-mark"),
        ("1 234.567", "amount.ambiguous-mark"),
        ("1e3", "amount.lost-precision"),
        ("1,24E+05", "amount.lost-precision"),
        ("1.24051E+05", "amount.lost-precision"),
        ("1E400", "amount.out-of-range"),
        ("1234567890123456", "amount.out-of-range"),
        ("999999999999999.999", "amount.out-of-range"),
        ("9" * 199, "amount.out-of-range"),
        ("12 k€", "amount.unknown-currency"),
        ("120 F", "amount.unknown-currency"),
        ("12 TTC", "amount.unknown-currency"),
        ("12 €/mois", "amount.unknown-currency"),
    ],
)
def test_what_is_no_amount_gives_no_value_and_its_reason(cell: str, code: str) -> None:
    form = normalize(cell)
    assert (form.values, [found.code for found in form.findings]) == ((), [code])


@pytest.mark.parametrize("cell", ["", " ", "\u00a0", "\n"])
def test_an_empty_cell_is_unknown_and_not_zero(cell: str) -> None:
    form = normalize(cell)
    assert (form.values, form.findings) == ((), ())


@pytest.mark.parametrize(
    ("cell", "mark", "minor", "codes"),
    [
        ("1.234", ",", 123400, []),
        ("1,234", ".", 123400, []),
        ("1.230", ".", 123, []),
        ("1.234", ".", None, ["amount.too-many-decimals"]),
        ("1 234.567", ",", 123456700, []),
        ("1 234.567", ".", None, ["amount.too-many-decimals"]),
        ("12.50", ",", 1250, ["amount.other-decimal-mark"]),
        ("1,234.56", ",", 123456, ["amount.other-decimal-mark"]),
        ("1,234.56", ".", 123456, []),
        ("1.234.567", ".", 123456700, ["amount.other-decimal-mark"]),
        ("12", ",", 1200, []),
        ("1 234", ",", 123400, []),
    ],
)
def test_the_column_decides_what_the_cell_does_not(cell: str, mark: str, minor: int | None, codes: list[str]) -> None:
    form = column(Hints(decimal_mark=mark))(cell)
    assert form.values == (() if minor is None else (Amount(minor, "EUR"),))
    assert [found.code for found in form.findings] == codes


@pytest.mark.parametrize(
    ("cell", "minor"),
    [("45.33333333", 4533), ("1240.4999999999998", 124050), ("0.125000001", 13), ("12.3450", 1234), ("12.3550", 1236)],
)
def test_a_finer_fraction_is_rounded_half_to_even_and_said(cell: str, minor: int) -> None:
    form = normalize(cell)
    assert form.values == (Amount(minor, "EUR"),)
    assert [found.code for found in form.findings] == ["amount.rounded"]


@pytest.mark.parametrize(
    ("cell", "column_currency", "currency", "codes"),
    [
        ("$12.50", "EUR", "USD", ["amount.currency-assumed"]),
        ("$12.50", "CAD", "CAD", []),
        ("US$ 12.50", "CAD", "USD", []),
        ("CHF 12.50", "EUR", "CHF", []),
        ("Fr. 12.50", "EUR", "CHF", []),
        ("12.50 Fr.", "EUR", "CHF", []),
        ("£12.50", "EUR", "GBP", []),
        ("12.50", "USD", "USD", []),
        ("12,50 kr", "DKK", "DKK", []),
        ("12,50 kr", "EUR", "SEK", ["amount.currency-assumed"]),
        ("12,50 zł", "EUR", "PLN", []),
        ("12.50 usd", "EUR", "USD", []),
        ("12,50 DH", "EUR", "MAD", ["amount.currency-assumed"]),
    ],
)
def test_a_sign_is_the_currency_of_the_column_or_its_usual_one(
    cell: str, column_currency: str, currency: str, codes: list[str]
) -> None:
    form = normalize(cell, Hints(currency=column_currency))
    assert form.values == (Amount(1250, currency),)
    assert [found.code for found in form.findings] == codes


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        (Amount(124050, "EUR"), "1240.50 EUR"),
        (Amount(-5, "EUR"), "-0.05 EUR"),
        (Amount(0, "EUR"), "0.00 EUR"),
        (Amount(1234, "JPY"), "1234 JPY"),
        (Amount(1234, "KWD"), "1.2340 KWD"),
    ],
)
def test_the_text_of_an_amount_is_decimal_with_its_currency(amount: Amount, written: str) -> None:
    assert text(amount) == written


@pytest.mark.parametrize("currency", sorted(EXPONENTS))
@given(minor=st.integers(1 - 10**15, 10**15 - 1), mark=st.sampled_from((None, ".", ",")))
def test_the_text_of_an_amount_reads_back_exactly(currency: str, minor: int, mark: str | None) -> None:
    amount = Amount(minor, currency)
    assert column(Hints(decimal_mark=mark))(text(amount)).values == (amount,)


@given(ANY_TEXT | AMOUNT_TEXT, HINTS)
def test_the_text_of_a_value_is_read_as_the_same_value(cell: str, hints: Hints) -> None:
    for value in normalize(cell, hints).values:
        assert normalize(AMOUNT.text(value), hints).values == (value,)


@given(ANY_TEXT | AMOUNT_TEXT, HINTS)
def test_any_text_is_read_without_exception_and_never_in_silence(cell: str, hints: Hints) -> None:
    form = column(hints)(cell)
    assert form == normalize(cell, hints)
    if form.values:
        assert "\n" in cell or all(found.severity is not Severity.ERROR for found in form.findings)
        return
    said = [found for found in form.findings if found.severity is Severity.ERROR or found.code == "amount.placeholder"]
    assert said or not "".join(char for char in cell if char.isprintable()).strip(" ='\"")


def _written(value: Decimal, mark: str, group: str, chance: random.Random) -> str:
    whole, fraction = f"{abs(value):,.2f}".split(".")
    digits = whole.replace(",", group) + mark + fraction
    sign = chance.choice(("", " €", "€", " EUR"))
    minus = "-" if value < 0 else ""
    return f"({digits}{sign})" if minus and chance.random() < 0.3 else f"{minus}{digits}{sign}"


def test_generated_amounts_are_read_exactly() -> None:
    chance = random.Random(5)
    styles = ((",", " "), (",", "."), (".", ","), (".", "'"), (",", "\u202f"), (",", ""), (".", ""))
    cell = column(Hints())
    for _ in range(CELLS):
        minor = chance.randrange(-(10 ** chance.randrange(1, 12)), 10 ** chance.randrange(1, 12))
        raw = _written(Decimal(minor) / 100, *chance.choice(styles), chance)
        assert cell(raw).values == (Amount(minor, "EUR"),), raw


@pytest.mark.parametrize("text", ["9" * 10_000_000, "1 " * 5_000_000, "(" * 1_000_000, "1,\n" * 1_000_000, "1'" * 99])
def test_a_hostile_cell_is_refused_at_once(text: str) -> None:
    assert normalize(text).findings


def test_columns_of_one_field_that_differ_give_all_their_amounts() -> None:
    form = normalize("12,50\n13")
    assert (form.values, form.findings[0].code) == (
        (Amount(1250, "EUR"), Amount(1300, "EUR")),
        "amount.several-in-cell",
    )


@pytest.mark.parametrize("hints", [Hints(decimal_mark=";"), Hints(currency="EURO")])
def test_a_wrong_hint_is_a_wrong_program(hints: Hints) -> None:
    with pytest.raises(ValueError, match=r"decimal_mark|ISO 4217"):
        column(hints)


def test_minor_units_are_those_of_iso_4217() -> None:
    assert [minor_units(code) for code in ("EUR", "JPY", "KWD")] == [2, 0, 3]
    with pytest.raises(ValueError, match="ISO 4217"):
        minor_units("eur")
    assert all(code in EXPONENTS for codes in SIGNS.values() for code in codes)


@pytest.mark.parametrize("code", [code for code in CODES if code.example], ids=lambda code: code.id)
def test_the_example_of_a_code_gives_it(code: Code) -> None:
    readers = (normalize, number.normalize)
    assert code.id in [found.code for read in readers for found in read(code.example).findings]
