"""Dates: what single cells say, and the laws that hold for any of them."""

from __future__ import annotations

import datetime as dt
import os
import random
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.model.code import Code
from contactbase.model.codes.date import CODES
from contactbase.model.enums import Severity
from contactbase.normalize import Hints
from contactbase.normalize.date import DATE, DateOrder, column, normalize
from contactbase.normalize.date_reader import DateReader

TODAY = dt.date(2026, 11, 22)
BIRTH = Hints(field="birth_date", as_of=TODAY, date_order=DateOrder.DMY)
ACT = Hints(field="last_purchase", as_of=TODAY, date_order=DateOrder.DMY)
CELLS = 1_000_000 if os.environ.get("CONTACTBASE_NIGHTLY") == "1" else 20_000

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=40)
DATE_TEXT = st.text(st.sampled_from("0123456789/-.: ,TZ+apmhjunvrMoctdlie'é"), max_size=24)
DAYS = st.dates()
HINTS = st.builds(
    Hints,
    region=st.sampled_from(("FR", "US", "JP", "XX")),
    as_of=st.none() | DAYS,
    field=st.sampled_from((None, "birth_date", "last_purchase", "rental_end", "opt_in_sms", "loyalty_day")),
    date_order=st.none() | st.sampled_from(DateOrder),
    excel_epoch=st.sampled_from((None, 1900, 1904)),
    unix_time=st.booleans(),
    zone=st.sampled_from(("Europe/Paris", "America/Cayenne", "Pacific/Auckland", "UTC")),
)


def codes(text: str, hints: Hints = BIRTH) -> list[str]:
    return [found.code for found in normalize(text, hints).findings]


@pytest.mark.parametrize(
    "text",
    [
        "1985-03-12",
        "1985/03/12",
        "1985.3.12",
        "1985-3-12",
        "1985 03 12",
        "1985. 3. 12.",
        "19850312",
        "12031985",
        "12/03/1985",
        "12-03-1985",
        "12.03.1985",
        "12 03 1985",
        "12/3/1985",
        "12 / 03 / 1985",
        "12/03/85",
        "12-03-85",
        "12/03/'85",
        "12 mars 1985",
        "12 MARS 1985",
        "12mars1985",
        "le 12 mars 1985",
        "mardi 12 mars 1985",
        "mar. 12 mars 1985",
        "mardi 12/03/1985",
        "mars 12, 1985",
        "March 12, 1985",
        "Mar 12, 1985",
        "March 12th, 1985",
        "12th of March 1985",
        "12-Mar-85",
        "12-Mar-1985",
        "12/Mar/1985",
        "1985-Mar-12",
        "85 mars 12",
        "12. März 1985",
        "12 de marzo de 1985",
        "12 marzo 1985",
        "12 maart 1985",
        "12 mrt 1985",
        "Tue, 12 Mar 1985 09:14:00 +0100",
        "Tue Mar 12 09:14:00 1985",
        "Tue Mar 12 1985 09:14:00 GMT+0100 (CET)",
        "1985-03-12T09:14:00",
        "1985-03-12 09:14",
        "1985-03-12T09:14:00.123Z",
        "1985-03-12T09:14:00.123456789+01:00",
        "1985-03-12 09:14:00 UTC",
        "1985-03-12 09:14:00 +0000",
        "19850312T091400Z",
        "19850312091400",
        "19850312 09:14",
        "12031985 09:14:00",
        "1985-W11-2",
        "1985W112",
        "12/03/1985 09:14:00",
        "12/03/1985 9:14 AM",
        "12/03/1985, 14:30",
        "12/03/1985 à 14h30",
        "12 mars 1985 14h",
        "'12/03/1985",
        '="12/03/1985"',
        "  12/03/1985\t",
        "12\u00a0mars\u202f1985",
        "\u200e12/03/1985\u200f",
        "\ufeff1985-03-12",
        "１２/０３/１９８５",
        "١٢/٠٣/١٩٨٥",
        "12‐03‐1985",
        "1985–03–12",
        "12/03/1985\n1985-03-12",
    ],
)
def test_a_day_is_read_however_it_is_written(text: str) -> None:
    assert normalize(text, BIRTH).values == (dt.date(1985, 3, 12),)
    assert codes(text) == []


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize(
    "names",
    [
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
        "JANVIER FEVRIER MARS AVRIL MAI JUIN JUILLET AOUT SEPTEMBRE OCTOBRE NOVEMBRE DECEMBRE",
        "january february march april may june july august september october november december",
        "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "ene feb mar abr may jun jul ago sept oct nov dic",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "gen feb mar apr mag giu lug ago set ott nov dic",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "jan feb mrt apr mei jun jul aug sep okt nov dec",
    ],
)
def test_months_are_known_in_six_languages(names: str, month: int) -> None:
    assert normalize(f"7 {names.split()[month - 1]} 1985", BIRTH).values == (dt.date(1985, month, 7),)


@pytest.mark.parametrize("number", range(7))
@pytest.mark.parametrize(
    "names",
    [
        "lundi mardi mercredi jeudi vendredi samedi dimanche",
        "lun. mar. mer. jeu. ven. sam. dim.",
        "monday tuesday wednesday thursday friday saturday sunday",
        "Mon Tue Wed Thu Fri Sat Sun",
        "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
        "lunes martes miércoles jueves viernes sábado domingo",
        "lunedì martedì mercoledì giovedì venerdì sabato domenica",
        "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    ],
)
def test_weekdays_are_checked_in_six_languages(names: str, number: int) -> None:
    day = dt.date(2025, 3, 3) + dt.timedelta(days=number)
    name = names.split()[number]
    assert codes(f"{name} {day:%d} mars 2025", ACT) == []
    assert codes(f"{name} {day + dt.timedelta(days=1):%d} mars 2025", ACT) == ["date.weekday-mismatch"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("printemps 85", "date.unreadable"),
        ("12", "date.unreadable"),
        ("1.5", "date.unreadable"),
        ("10h30", "date.unreadable"),
        ("09:14:00", "date.unreadable"),
        ("120385", "date.unreadable"),
        ("1031985", "date.unreadable"),
        ("01000", "date.unreadable"),
        ("06 12 34 56 78", "date.unreadable"),
        ("lea@example.org", "date.unreadable"),
        ("12/03/1985 15/03/1985", "date.unreadable"),
        ("12/03/1985 - 15/03/1985", "date.unreadable"),
        ("12 mars avril 1985", "date.unreadable"),
        ("12/03/1985\x00", "date.unreadable"),
        ("12/03/1985²", "date.unreadable"),
        ("\u0301", "date.unreadable"),
        ("12/03\t1985", "date.unreadable"),
        ("12/03-1985", "date.unreadable"),
        ("1e5", "date.unreadable"),
        ("-29252", "date.unreadable"),
        ("1" * 5000, "date.unreadable"),
        ("31/02/1985", "date.impossible"),
        ("29/02/1985", "date.impossible"),
        ("29 février 1985", "date.impossible"),
        ("1985-13-01", "date.impossible"),
        ("1985-02-30", "date.impossible"),
        ("19850230", "date.impossible"),
        ("19851233", "date.impossible"),
        ("12345678", "date.unreadable"),
        ("32/01/1985", "date.impossible"),
        ("13/13/1985", "date.impossible"),
        ("31/02/85", "date.impossible"),
        ("12/03/1985 25:00", "date.impossible"),
        ("12/03/1985 13:00 am", "date.impossible"),
        ("1985-03-12T09:14:00+99:00", "date.impossible"),
        ("1985-W54-1", "date.impossible"),
        ("19850312T2514", "date.impossible"),
        ("1985", "date.incomplete"),
        ("198503", "date.incomplete"),
        ("1985-03", "date.incomplete"),
        ("03/1985", "date.incomplete"),
        ("03.1985", "date.incomplete"),
        ("12/03", "date.incomplete"),
        ("mars 1985", "date.incomplete"),
        ("mar-85", "date.incomplete"),
        ("12 mars", "date.incomplete"),
        ("--0312", "date.incomplete"),
        ("00/03/1985", "date.incomplete"),
        ("00/00/1985", "date.incomplete"),
        ("1985-00-00", "date.incomplete"),
        ("12/03/0000", "date.incomplete"),
        ("00/00/0000", "date.placeholder"),
        ("0000-00-00", "date.placeholder"),
        ("0000-00-00 00:00:00", "date.placeholder"),
        ("00000000", "date.placeholder"),
        ("0", "date.placeholder"),
        ("01/01/1900", "date.placeholder"),
        ("1900-01-01T00:00:00Z", "date.placeholder"),
        ("00/01/1900", "date.placeholder"),
        ("1 janvier 1970", "date.placeholder"),
        ("1970-01-01 00:00:00", "date.placeholder"),
        ("01011970", "date.placeholder"),
        ("01/01/70", "date.placeholder"),
        ("1899-12-30", "date.placeholder"),
        ("0001-01-01", "date.placeholder"),
        ("01/01/0001 00:00:00", "date.placeholder"),
        ("31/12/9999", "date.placeholder"),
        ("NULL", "date.placeholder"),
        ("n/a", "date.placeholder"),
        ("Inconnue", "date.placeholder"),
        ("-", "date.placeholder"),
        ("########", "date.excel-error"),
        ("#N/A", "date.excel-error"),
        ("#VALEUR!", "date.excel-error"),
        ("#DIV/0!", "date.excel-error"),
        ("29252", "date.looks-like-serial"),
        ("29252.5", "date.looks-like-serial"),
        ("29252,5", "date.looks-like-serial"),
        ("1583190000", "date.looks-like-unix-time"),
        ("1583190000000", "date.looks-like-unix-time"),
        ("12/03/0198", "date.out-of-range"),
        ("0085-03-12", "date.out-of-range"),
        ("0001-01-02T00:30:00+99:00", "date.impossible"),
        ("12/03/2202", "date.out-of-range"),
        ("23/11/2026", "date.birth-in-future"),
        ("2026-11-23", "date.birth-in-future"),
    ],
)
def test_what_is_no_day_gives_no_value_and_its_reason(text: str, code: str) -> None:
    form = normalize(text, BIRTH)
    assert (form.values, [found.code for found in form.findings]) == ((), [code])


@pytest.mark.parametrize("text", ["", " ", "\t", "\u00a0", "\u200b", "\n"])
def test_a_blank_cell_says_nothing(text: str) -> None:
    form = normalize(text, BIRTH)
    assert (form.values, form.findings) == ((), ())


@pytest.mark.parametrize(
    ("text", "region", "order", "day", "expected"),
    [
        ("03/04/2024", "FR", None, "2024-04-03", ["date.ambiguous-order"]),
        ("03/04/2024", "US", None, "2024-03-04", ["date.ambiguous-order"]),
        ("03/04/2024", "JP", None, "2024-04-03", ["date.ambiguous-order"]),
        ("03042024", "FR", None, "2024-04-03", ["date.ambiguous-order"]),
        ("03/04/2024", "FR", DateOrder.MDY, "2024-03-04", []),
        ("03/04/2024", "FR", DateOrder.DMY, "2024-04-03", []),
        ("03/04/2024", "FR", DateOrder.YMD, "2024-04-03", ["date.ambiguous-order"]),
        ("03/04/2024", "FR", DateOrder.MIXED, None, ["date.undecidable-order"]),
        ("13/04/2024", "FR", DateOrder.MIXED, "2024-04-13", []),
        ("04/04/2024", "FR", DateOrder.MIXED, "2024-04-04", []),
        ("04/04/2024", "FR", None, "2024-04-04", []),
        ("13/04/2024", "FR", DateOrder.MDY, "2024-04-13", ["date.other-order"]),
        ("04/13/2024", "FR", DateOrder.DMY, "2024-04-13", ["date.other-order"]),
        ("04/13/2024", "FR", None, "2024-04-13", []),
        ("4/13/2024 2:30 PM", "FR", None, "2024-04-13", []),
        ("24/03/12", "FR", DateOrder.DMY, "2012-03-24", []),
        ("24/03/12", "FR", DateOrder.YMD, "2024-03-12", []),
        ("24/03/12", "FR", None, "2012-03-24", ["date.ambiguous-order"]),
        ("24/03/12", "JP", None, "2024-03-12", ["date.ambiguous-order"]),
        ("24/03/12", "FR", DateOrder.MIXED, None, ["date.undecidable-order"]),
        ("99/03/12", "FR", DateOrder.DMY, "1999-03-12", ["date.other-order"]),
        ("lundi 03/02/2025", "FR", None, "2025-02-03", []),
        ("dimanche 03/02/2025", "FR", None, "2025-03-02", []),
        ("mardi 03/02/2025", "FR", None, "2025-02-03", ["date.ambiguous-order", "date.weekday-mismatch"]),
    ],
)
def test_the_order_is_that_of_the_column_and_a_custom_is_said(
    text: str, region: str, order: DateOrder | None, day: str | None, expected: list[str]
) -> None:
    form = normalize(text, Hints(field="last_purchase", as_of=TODAY, region=region, date_order=order))
    assert [value.isoformat() for value in form.values] == ([] if day is None else [day])
    assert [found.code for found in form.findings] == expected


@given(DAYS, HINTS)
def test_an_iso_date_is_never_swapped(day: dt.date, hints: Hints) -> None:
    assert normalize(day.isoformat(), hints).values in {(), (day,)}
    assert normalize(f"{day.isoformat()} 12:00:00", hints).values in {(), (day,)}


@pytest.mark.parametrize(
    ("text", "field", "day", "expected"),
    [
        ("12/03/85", "birth_date", "1985-03-12", []),
        ("12/03/27", "birth_date", "1927-03-12", []),
        ("22/11/26", "birth_date", "2026-11-22", ["date.century-assumed"]),
        ("23/11/26", "birth_date", "1926-11-23", []),
        ("12/03/20", "birth_date", "2020-03-12", ["date.century-assumed"]),
        ("12/03/05", "birth_date", "2005-03-12", []),
        ("29/02/00", "birth_date", "2000-02-29", []),
        ("12 mars 68", "birth_date", "1968-03-12", []),
        ("12/03/25", "last_purchase", "2025-03-12", []),
        ("12/03/99", "last_purchase", "1999-03-12", []),
        ("31/12/26", "last_purchase", "2026-12-31", ["date.in-future"]),
        ("12/03/27", "rental_end", "2027-03-12", []),
        ("12/03/75", "rental_end", "2075-03-12", []),
        ("12/03/77", "rental_end", "1977-03-12", []),
        ("12/03/76", "rental_end", "2076-03-12", ["date.century-assumed"]),
        ("12/03/85", "loyalty_day", "1985-03-12", ["date.century-assumed"]),
    ],
)
def test_two_digits_of_a_year_lie_where_the_field_allows(text: str, field: str, day: str, expected: list[str]) -> None:
    form = normalize(text, Hints(field=field, as_of=TODAY, date_order=DateOrder.DMY))
    assert [value.isoformat() for value in form.values] == [day]
    assert [found.code for found in form.findings] == expected


@pytest.mark.parametrize("field", [None, "birth_date", "last_purchase", "rental_end"])
def test_without_a_reference_day_two_digits_are_no_year(field: str | None) -> None:
    assert codes("12/03/85", Hints(field=field)) == ["date.century-unknown"]
    assert codes("12 mars 85", Hints(field=field)) == ["date.century-unknown"]
    assert codes("31/02/85", Hints(field=field)) == ["date.impossible"]


@given(DAYS.filter(lambda day: day.year > 121), st.dates(), st.sampled_from(("%d/%m/%y", "%d-%b-%y")))
def test_a_birth_with_a_short_year_is_never_in_the_future(as_of: dt.date, born: dt.date, form: str) -> None:
    text = born.strftime(form)
    values = normalize(text, Hints(field="birth_date", as_of=as_of, date_order=DateOrder.DMY)).values
    assert all(value <= as_of and (value.day, value.month) == (born.day, born.month) for value in values)


@pytest.mark.parametrize(
    ("text", "field", "as_of", "kept", "expected"),
    [
        ("1905-03-12", "birth_date", TODAY, True, ["date.implausible"]),
        ("1885-03-12", "birth_date", None, True, ["date.implausible"]),
        ("1906-12-31", "birth_date", TODAY, True, []),
        ("2026-11-22", "birth_date", TODAY, True, []),
        ("2026-11-23", "birth_date", TODAY, False, ["date.birth-in-future"]),
        ("2026-11-23", "birth_date", None, True, []),
        ("2026-11-22", "last_purchase", TODAY, True, []),
        ("2026-11-23", "last_purchase", TODAY, True, ["date.in-future"]),
        ("2026-11-23", "opt_in_sms", TODAY, True, ["date.in-future"]),
        ("2026-11-23", "rental_end", TODAY, True, []),
        ("2026-11-23", "loyalty_day", TODAY, True, []),
        ("1949-12-31", "last_purchase", TODAY, True, ["date.implausible"]),
        ("1799-12-31", "last_purchase", TODAY, False, ["date.out-of-range"]),
        ("1800-01-01", "last_purchase", TODAY, True, ["date.implausible"]),
        ("2199-12-31", "rental_end", TODAY, True, []),
        ("2200-01-01", "rental_end", TODAY, False, ["date.out-of-range"]),
    ],
)
def test_a_day_is_judged_by_its_field(
    text: str, field: str, as_of: dt.date | None, kept: bool, expected: list[str]
) -> None:
    form = normalize(text, Hints(field=field, as_of=as_of))
    assert form.values == ((dt.date.fromisoformat(text),) if kept else ())
    assert [found.code for found in form.findings] == expected


@pytest.mark.parametrize(
    ("text", "epoch", "day"),
    [
        ("29252", 1900, "1980-02-01"),
        ("29252", 1904, "1984-02-02"),
        ("29252.75", 1900, "1980-02-01"),
        ("59", 1900, "1900-02-28"),
        ("61", 1900, "1900-03-01"),
        ("2", 1900, "1900-01-02"),
        ("31", 1900, "1900-01-31"),
        ("1", 1904, "1904-01-02"),
        ("45323", 1900, "2024-02-01"),
        ("73050", 1900, "2099-12-31"),
        ("1980-02-01", 1900, "1980-02-01"),
        ("13/02/1980", 1900, "1980-02-13"),
    ],
)
def test_serial_numbers_are_days_where_the_column_holds_them(text: str, epoch: int, day: str) -> None:
    form = normalize(text, Hints(excel_epoch=epoch))
    expected = dt.date.fromisoformat(day)
    assert form.values == (() if expected == dt.date(2099, 12, 31) else (expected,))


@pytest.mark.parametrize(
    ("text", "epoch", "code"),
    [
        ("60", 1900, "date.impossible"),
        ("0", 1900, "date.placeholder"),
        ("1", 1900, "date.placeholder"),
        ("25569", 1900, "date.placeholder"),
        ("1985", 1900, "date.incomplete"),
        ("02925", 1900, "date.unreadable"),
        ("2958465", 1900, "date.placeholder"),
        ("2958466", 1900, "date.out-of-range"),
        ("2958465", 1904, "date.out-of-range"),
        ("999999", 1900, "date.out-of-range"),
        ("12345678", 1900, "date.unreadable"),
    ],
)
def test_the_traps_of_serial_numbers_are_named(text: str, epoch: int, code: str) -> None:
    form = normalize(text, Hints(excel_epoch=epoch))
    assert (form.values, form.findings[0].code) == ((), code)


@pytest.mark.parametrize(
    ("text", "zone", "day"),
    [
        ("1583190000", "Europe/Paris", "2020-03-03"),
        ("1583190000", "UTC", "2020-03-02"),
        ("1583190000000", "Europe/Paris", "2020-03-03"),
        ("1583190000.5", "Europe/Paris", "2020-03-03"),
        ("946684799", "UTC", "1999-12-31"),
    ],
)
def test_seconds_are_local_days_where_the_column_holds_them(text: str, zone: str, day: str) -> None:
    assert normalize(text, Hints(unix_time=True, zone=zone)).values == (dt.date.fromisoformat(day),)


@pytest.mark.parametrize(
    ("text", "zone", "field", "day", "expected"),
    [
        ("2024-03-12T23:30:00Z", "Europe/Paris", "consented_on", "2024-03-13", ["date.zone-changed-day"]),
        ("2024-07-12T21:59:59Z", "Europe/Paris", "consented_on", "2024-07-12", []),
        ("2024-07-12T22:00:00Z", "Europe/Paris", "consented_on", "2024-07-13", ["date.zone-changed-day"]),
        ("2024-03-12 23:30:00", "Europe/Paris", "consented_on", "2024-03-12", []),
        ("2024-03-12T23:30:00-05:00", "Europe/Paris", "consented_on", "2024-03-13", ["date.zone-changed-day"]),
        ("2024-03-12T23:30:00", "Pacific/Auckland", "consented_on", "2024-03-12", []),
        ("Tue, 12 Mar 2024 23:30:00 GMT", "Europe/Paris", "consented_on", "2024-03-13", ["date.zone-changed-day"]),
        ("2024-03-12 11:30 PM EST", "Europe/Paris", "consented_on", "2024-03-13", ["date.zone-changed-day"]),
        ("2024-03-12T23:59:60Z", "UTC", "consented_on", "2024-03-12", []),
        ("1985-03-12T00:00:00.000Z", "Europe/Paris", "birth_date", "1985-03-12", []),
        ("1985-03-12T00:00:00.000Z", "America/Martinique", "birth_date", "1985-03-12", ["date.midnight-utc"]),
        ("2024-03-12T00:00:00.000Z", "America/Martinique", "consented_on", "2024-03-11", ["date.midnight-utc"]),
        ("2024-03-12T00:00:01.000Z", "America/Martinique", "consented_on", "2024-03-11", ["date.zone-changed-day"]),
    ],
)
def test_an_instant_is_the_local_day(text: str, zone: str, field: str, day: str, expected: list[str]) -> None:
    form = column(Hints(zone=zone, field=field, as_of=TODAY))(text)
    assert form.values == (dt.date.fromisoformat(day),)
    assert [found.code for found in form.findings] == expected


def test_columns_of_one_field_that_differ_give_all_their_days() -> None:
    form = normalize("2024-03-12\n\n2024-05-01\n31/02/2024", ACT)
    assert form.values == (dt.date(2024, 3, 12), dt.date(2024, 5, 1))
    assert [found.code for found in form.findings] == ["date.impossible", "date.several-in-cell"]


def test_an_instant_at_the_end_of_the_calendar_is_out_of_range() -> None:
    for text, zone in (
        ("0001-01-02T00:30:00+23:00", "America/Martinique"),
        ("9999-12-30T23:59:00-23:59", "Pacific/Auckland"),
    ):
        form = column(Hints(zone=zone))(text)
        assert (form.values, form.findings[0].code) == ((), "date.out-of-range")


@pytest.mark.parametrize("hints", [Hints(zone="Europe/Lutetia"), Hints(zone="../etc"), Hints(excel_epoch=1970)])
def test_a_wrong_hint_is_a_wrong_program(hints: Hints) -> None:
    with pytest.raises(ValueError, match=r"IANA|excel_epoch"):
        column(hints)


FRENCH = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre")
FRENCH_MONTHS = (*FRENCH, "novembre", "décembre")


def _spelled(day: dt.date) -> str:
    return f"{day.day} {FRENCH_MONTHS[day.month - 1]} {day.year}"


def _reading(form: str) -> Callable[[str], dt.date]:
    return lambda text: dt.datetime.strptime(text, form).date()


def _generated(seed: int, count: int) -> list[tuple[str, dt.date]]:
    """Cells and the day that an independent reader, told the format, reads in them."""
    chance = random.Random(seed)
    forms = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d %B %Y", "%b %d, %Y", "%d-%b-%Y", "%Y%m%d", "%d%m%Y")
    timed = ("%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S", "%d/%m/%Y %H:%M", "%d/%m/%Y %I:%M %p", "%a %b %d %H:%M:%S %Y")
    found = []
    for _ in range(count):
        day = dt.date(1907, 1, 1) + dt.timedelta(days=chance.randrange(43_700))
        moment = dt.datetime.combine(day, dt.time(chance.randrange(24), chance.randrange(60), chance.randrange(60)))
        form = chance.choice((*forms, *timed, ""))
        text = moment.strftime(form) if form else _spelled(day)
        found.append((text, _reading(form)(text) if form else day))
    return found


def test_generated_cells_are_read_as_strptime_reads_them_with_their_format() -> None:
    cell = column(BIRTH)
    for text, day in _generated(1, CELLS):
        form = cell(text)
        if form.values != (day,):
            assert [found.code for found in form.findings] == ["date.placeholder"], text
            assert (day.month, day.day) == (1, 1), text


def _mutated(text: str, chance: random.Random) -> str:
    place = chance.randrange(len(text))
    change = chance.choice(("", " ", "/", "-", "0", "1", "9", "x", "T", "Z", ":", "\u00a0", "é"))
    return text[:place] + change + text[place + chance.randrange(2) :]


@pytest.mark.parametrize("order", [None, *DateOrder])
@pytest.mark.parametrize(("field", "zone"), [("birth_date", "Europe/Paris"), (None, "America/Martinique")])
def test_the_fast_path_gives_what_the_reference_gives(order: DateOrder | None, field: str | None, zone: str) -> None:
    hints = Hints(field=field, as_of=TODAY, date_order=order, zone=zone)
    cell, reference = column(hints), DateReader.of(hints).read
    chance = random.Random(2)
    short = ("%d/%m/%y", "%m/%d/%y", "%m/%d/%Y", "%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%dT%H:%M:%S.000Z", "%Y-%m-%dT00:00:00Z")
    for text, day in _generated(3, CELLS // 20):
        other = dt.datetime.combine(day, dt.time(chance.randrange(24))).strftime(chance.choice(short))
        for candidate in (text, other, _mutated(text, chance), _mutated(other, chance)):
            assert cell(candidate) == reference(candidate), candidate


@given(ANY_TEXT | DATE_TEXT, HINTS)
def test_any_text_is_read_without_exception_and_never_in_silence(text: str, hints: Hints) -> None:
    form = column(hints)(text)
    assert form == DateReader.of(hints).read(text)
    errors = [found for found in form.findings if found.severity is Severity.ERROR]
    if not form.values:
        blank = not "".join(char for char in text if char.isprintable()).strip(" ='\"")
        assert errors or [found.code for found in form.findings] == ["date.placeholder"] or blank or not text.strip()
    elif len(form.values) == 1 and "\n" not in text:
        assert not errors


@given(ANY_TEXT | DATE_TEXT | DAYS.map(lambda day: f"{day:%d/%m/%y}"), HINTS)
def test_the_text_of_a_value_is_read_as_the_same_value(text: str, hints: Hints) -> None:
    for value in normalize(text, hints).values:
        assert normalize(DATE.text(value), hints).values == (value,)


@pytest.mark.parametrize(
    "text",
    [
        "9" * 10_000_000,
        " " * 10_000_000 + "12/03/1985",
        "12/03/1985" * 1_000_000,
        "\n" * 1_000_000 + "12/03/1985",
        "12/03/1985\n" * 300_000,
        "\u200b" * 1_000_000 + "12/03/1985",
        "ﷺ" * 200,
        "1:1" * 66,
        "a" * 199 + "1",
        "12 " * 66,
        "\ud800" * 150,
    ],
    ids=lambda text: repr(text[:8]),
)
def test_a_hostile_cell_is_refused_or_read_at_once(text: str) -> None:
    form = column(BIRTH)(text)
    assert form.values in {(), (dt.date(1985, 3, 12),)}
    assert form.values or form.findings


def test_a_finding_holds_no_part_of_the_day() -> None:
    texts = ("12/03/20", "23/11/2026", "1905-03-12", "31/02/1985", "lundi 12 mars 1985", "12/03/0198")
    said = [dict(found.details) for text in texts for found in normalize(text, BIRTH).findings]
    assert said == [{"century": "20xx"}, {}, {"year": 1906}, {}, {}, {}]


@pytest.mark.parametrize("code", [code for code in CODES if code.example], ids=lambda code: code.id)
def test_the_example_of_a_code_gives_it(code: Code) -> None:
    assert code.id in codes(code.example, Hints())


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.id)
def test_a_code_says_the_same_places_in_both_languages(code: Code) -> None:
    english, french = (
        {part.split("}")[0] for part in text.split("{")[1:]} for text in (code.message.en, code.message.fr)
    )
    assert english == french
