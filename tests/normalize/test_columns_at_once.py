"""What takes a column at once gives what cell after cell gives."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import chain
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.cli.demo_file import demo_bytes
from contactbase.layouts.layout import Layout
from contactbase.layouts.mapping import records_of
from contactbase.model.hints import DateOrder, Hints
from contactbase.model.record import RecordSet
from contactbase.model.table import Table
from contactbase.model.text import Text
from contactbase.normalize import date
from contactbase.normalize.amount_evidence import AmountEvidence
from contactbase.normalize.date_evidence import DateEvidence
from contactbase.normalize.date_reader import DateReader
from contactbase.normalize.normalized import ByColumn, Normalized, see_all
from contactbase.normalize.postcode import POSTCODE, department_of
from contactbase.normalize.sex import SexEvidence
from contactbase.normalize.text import TextEvidence
from contactbase.pipeline.reading import read

CELLS = (
    "12/03/1985|1/2/99|25-12-2023|2024-03-12|8-03-1990|1234-1990|12.03.1985|31/31/1985|03/1985|29252|1700000000|"
    "12,50|1.234,56|1.234|12|1.5€|1e5|-3,00|é|Ã©|Léa|M|f|h|2024-01-2024|12/03/85|| |12 mars 1985|12/03/1985 09:14|"
    "1 240,50 €|12,50 $|3 USD|10:30 12/03/1985|12/ 3/1985|12/3/ 1985"
).split("|")
TEXTS = st.lists(st.sampled_from(CELLS) | st.text(max_size=14), max_size=30)


@pytest.mark.parametrize("kind", [DateEvidence, AmountEvidence, TextEvidence])
@given(texts=TEXTS)
def test_evidence_of_many_cells_is_that_of_each_of_them(
    kind: type[DateEvidence | AmountEvidence | TextEvidence], texts: list[str]
) -> None:
    one, many, halves = kind(), kind(), kind()
    assert isinstance(many, ByColumn)
    for text in texts:
        one.see(text)
    see_all(many, texts)
    for part in (texts[: len(texts) // 2], texts[len(texts) // 2 :]):
        see_all(halves, part)
    assert one == many == halves
    assert one.conclude(Hints()) == many.conclude(Hints())


def test_evidence_that_knows_no_columns_is_given_cell_after_cell() -> None:
    seen = SexEvidence()
    see_all(seen, ["H", "M", "H"])
    assert seen.letters == {"h", "m"}


def test_more_beginnings_of_dates_than_are_remembered_are_counted_too() -> None:
    one, many = DateEvidence(), DateEvidence()
    texts = [f"{first}/{mark}{second}/1985" for first in range(1, 60) for second in range(1, 60) for mark in ("", " ")]
    for text in texts:
        one.see(text)
    many.see_all(texts)
    assert one.conclude(Hints()) == many.conclude(Hints())
    assert one.cells == many.cells == len(texts)


def from_records(part: RecordSet, fields: Sequence[str]) -> dict[str, list[str]]:
    records = [record.values for record in part.records()]
    return {field: [values[field] for values in records if field in values] for field in fields}


def by_columns(part: RecordSet, fields: Sequence[str]) -> dict[str, list[str]]:
    found = list(part.texts(fields))
    return {field: list(chain.from_iterable(texts.get(field, ()) for texts in found)) for field in fields}


def test_columns_of_a_file_hold_the_texts_of_its_records() -> None:
    (part,) = read(demo_bytes(1200)).value.parts
    fields = list(part.columns)
    assert by_columns(part, fields) == from_records(part, fields)


def test_columns_hold_joined_cells_and_constants() -> None:
    rows = [("06 12", "", "x"), ("06 12", "01 42", ""), ("", "", "y")]
    table = Table.of("f.csv", ("Tél 1", "Tél 2", "Pays"), rows)
    fields = {"tel 1": "phones", "tel 2": "phones", "pays": "city"}
    layout = Layout(name="own", title=Text("own", "own"), columns=fields, constants={"country": "FR"})
    part = records_of(table, layout=layout).value
    names = ["phones", "city", "country"]
    assert by_columns(part, names) == from_records(part, names)
    assert by_columns(part, names)["phones"] == ["06 12", "06 12\n01 42"]


ZONES = ("Europe/Paris", "Asia/Kolkata", "America/St_Johns", "Pacific/Apia", "Australia/Lord_Howe", "Africa/Casablanca")


@pytest.mark.parametrize("zone", ZONES)
def test_an_instant_is_read_on_its_local_day_at_every_hour_of_a_year(zone: str) -> None:
    hints = Hints(field="collected_on", as_of=dt.date(2026, 11, 22), date_order=DateOrder.DMY, zone=zone)
    cell, reference = date.column(hints), DateReader.of(hints).read
    start = dt.datetime(2011, 1, 2, tzinfo=dt.UTC)  # Samoa left out a whole day of that year
    for hours in range(0, 366 * 24, 1 if zone == "Pacific/Apia" else 5):
        moment = start + dt.timedelta(hours=hours, minutes=hours % 60)
        text = f"{moment:%Y-%m-%dT%H:%M:%S}Z"
        assert cell(text) == reference(text), text
        if moment.time() != dt.time(0):
            assert cell(text).values == (moment.astimezone(ZoneInfo(zone)).date(),), text


@pytest.mark.parametrize("region", ["FR", "RE"])
def test_every_five_digits_are_judged_by_their_department(region: str) -> None:
    read = POSTCODE.column(Hints(region=region))
    for number in range(100_000):
        code = f"{number:05}"
        form = read(code)
        filler = len(set(code)) == 1 or code == "12345"
        known = department_of(code) is not None or code[:2] in {"00", "20"} or code[:3] == "980"
        assert form.values == ((code,) if known and not filler else ()), code
        assert bool(form.findings) == (not form.values), code


def test_a_reading_shows_nothing_personal() -> None:
    assert repr(Normalized(("Léa",))) == "Normalized(findings=())"
    assert Normalized(("Léa",)) == Normalized(("Léa",), ())
