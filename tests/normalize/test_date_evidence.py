"""What a column of dates proves, and what it does not."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.model.journal import Finding
from contactbase.normalize import DateOrder, Hints
from contactbase.normalize.date import DATE, column
from contactbase.normalize.date_evidence import DateEvidence

TODAY = dt.date(2026, 11, 22)
D, M, Y, MIXED = DateOrder.DMY, DateOrder.MDY, DateOrder.YMD, DateOrder.MIXED


def seen(cells: Iterable[str]) -> DateEvidence:
    evidence = DateEvidence()
    for cell in cells:
        evidence.see(cell)
    return evidence


def conclude(cells: Iterable[str], hints: Hints | None = None) -> tuple[Hints, tuple[Finding, ...]]:
    return seen(cells).conclude(hints or Hints(field="last_purchase", as_of=TODAY))


@pytest.mark.parametrize(
    ("cells", "order", "codes"),
    [
        ([], None, []),
        (["", "  ", "n/a"], None, []),
        (["2024-03-12", "2024-05-06 09:14", "2024-03-12T09:14:00Z"], None, []),
        (["20240312", "2024/05/06", "20240330"], None, []),
        (["04/04/2024", "05/05/2024"], None, []),
        (["03/04/2024", "25/12/2023"], D, ["column.date-order"]),
        (["03/04/2024", "12/25/2023"], M, ["column.date-order"]),
        (["3/4/2024", "12/25/2023 2:30 PM"], M, ["column.date-order"]),
        (["03-04-2024", "25-12-2023"], D, ["column.date-order"]),
        (["3-4-2024", "25-2-2023"], D, ["column.date-order"]),
        (["03.04.2024", "25.12.2023 10:00"], D, ["column.date-order"]),
        (["03 04 2024", "25 12 2023"], D, ["column.date-order"]),
        (["03042024", "25122023"], D, ["column.date-order"]),
        ([" 03/04/2024", "25/12/2023 "], D, ["column.date-order"]),
        (["03/04/2024", "2024-12-25"], D, ["date.ambiguous-column"]),
        (["03/04/2024", "12 mars 2024"], D, ["date.ambiguous-column"]),
        (["03/04/2024", "25/12/2023", "12/25/2023"], MIXED, ["date.mixed-order"]),
        (["03/04/85", "25/12/83"], D, ["column.date-order"]),
        (["24/03/12", "25/04/13"], D, ["date.ambiguous-column"]),
        (["85/03/12", "83/12/25"], Y, ["column.date-order"]),
        (["03/04/85", "12/25/83"], M, ["column.date-order"]),
        (["31/02/2024", "13/13/2024"], D, ["column.date-order"]),
    ],
)
def test_the_order_is_what_no_cell_rules_out(cells: list[str], order: DateOrder | None, codes: list[str]) -> None:
    hints, findings = conclude(cells)
    assert [found.code for found in findings] == codes
    assert hints.date_order is (MIXED if codes == ["date.mixed-order"] else order)


@pytest.mark.parametrize(("region", "order"), [("FR", D), ("US", M), ("JP", D), ("GB", D)])
def test_without_proof_the_custom_of_the_region_is_taken_and_said(region: str, order: DateOrder) -> None:
    hints, (found,) = conclude(["03/04/2024", "05/06/2024"], Hints(region=region, field="last_purchase"))
    assert hints.date_order is order
    assert (found.code, found.field) == ("date.ambiguous-column", "last_purchase")
    assert dict(found.details)["region"] == region


@pytest.mark.parametrize(("proofs", "against", "order"), [(100, 1, D), (98, 1, MIXED), (99, 1, D), (500, 6, MIXED)])
def test_one_contradiction_in_a_hundred_is_a_slip(proofs: int, against: int, order: DateOrder) -> None:
    cells = ["25/12/2023"] * proofs + ["12/25/2023"] * against + ["03/04/2024"] * 7
    hints, (found,) = conclude(cells)
    assert hints.date_order is order
    assert dict(found.details) == {"fitting": proofs, "against": against, "order": "d/m/y", "ambiguous": 7}
    form = column(hints)("03/04/2024")
    assert form.values == ((dt.date(2024, 4, 3),) if order is D else ())


def test_in_a_mixed_column_only_what_is_certain_is_read() -> None:
    cells = ["25/12/2023", "12/25/2023", "03/04/2024", "05/05/2024", "2024-03-04", "4 mars 2024"]
    cell = column(conclude(cells)[0])
    assert [len(cell(text).values) for text in cells] == [1, 1, 0, 1, 1, 1]
    assert cell("03/04/2024").findings[0].code == "date.undecidable-order"


@pytest.mark.parametrize("order", [D, M, MIXED])
def test_an_order_that_is_set_stands(order: DateOrder) -> None:
    given_hints = Hints(date_order=order)
    assert conclude(["25/12/2023"] * 9, given_hints) == (given_hints, ())


def test_an_iso_layout_is_completed_for_dates_that_end_in_the_year() -> None:
    iso = Hints(date_order=Y)
    assert conclude(["2024-03-12", "25/12/2023"], iso)[0].date_order is D
    assert conclude(["2024-03-12", "25/12/23"], iso)[0].date_order is Y
    assert conclude(["2024-03-12"], iso) == (iso, ())


@pytest.mark.parametrize(
    ("field", "cells", "expected"),
    [
        ("birth_date", ["29252", "31000", "20000", ""], 1900),
        ("last_purchase", ["45323", "45323.604", "45000,5"], 1900),
        ("birth_date", ["29252", "31000"], None),
        ("birth_date", ["29252", "31000", "20000", "12 mars 1985"], None),
        ("birth_date", ["29252"] * 19 + ["12 mars 1985"], 1900),
        ("birth_date", ["75001", "69003", "33000", "59000"], None),
        ("birth_date", ["47000", "47500", "48000"], None),
        ("rental_end", ["47000", "47500", "48000"], 1900),
        ("last_purchase", ["12000", "12500", "13000"], None),
    ],
)
def test_a_column_of_plausible_serial_numbers_is_one(field: str, cells: list[str], expected: int | None) -> None:
    hints, findings = conclude(cells, Hints(field=field, as_of=TODAY))
    assert hints.excel_epoch == expected
    assert [found.code for found in findings] == (["column.serial-dates"] if expected else [])


def test_an_epoch_that_is_set_stands() -> None:
    hints, findings = conclude(["29252"] * 5, Hints(excel_epoch=1904))
    assert (hints.excel_epoch, findings) == (1904, ())


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["1583190000", "1600000000", "1700000000"], True),
        (["1583190000000", "1600000000000", "1700000000000"], True),
        (["1583190000", "1600000000", "1700000000", "946684799"], True),
        (["946684799", "946684799", "946684799"], False),
        (["0612345678", "0698765432", "0755555555"], False),
        (["612345678", "698765432", "755555555"], False),
        (["1583190000", "1600000000", "3700000000"], False),
        (["1583190000", "1600000000"], False),
    ],
)
def test_a_column_of_plausible_time_stamps_is_one(cells: list[str], expected: bool) -> None:
    hints, findings = conclude(cells)
    assert hints.unix_time is expected
    assert [found.code for found in findings] == (["column.unix-time"] if expected else [])


def _as_a_spreadsheet_leaves_it(days: Iterable[dt.date]) -> list[str]:
    """Day-first cells opened with month first: what can be misread is turned into ISO, the rest stays text."""
    return [f"{day.year}-{day.day:02}-{day.month:02}" if day.day <= 12 else f"{day:%d/%m/%Y}" for day in days]


def test_a_column_that_a_spreadsheet_swapped_is_suspected() -> None:
    days = [dt.date(2024, 1, 1) + dt.timedelta(days=3 * number) for number in range(100)]
    spoilt = _as_a_spreadsheet_leaves_it(days)
    assert [found.code for found in conclude(spoilt)[1]] == ["column.date-order", "date.swapped-by-spreadsheet"]
    honest = [day.isoformat() if number % 2 else f"{day:%d/%m/%Y}" for number, day in enumerate(days)]
    assert [found.code for found in conclude(honest)[1]] == ["column.date-order"]
    assert [found.code for found in conclude(spoilt[:40])[1]] == ["column.date-order"]
    slashed = [cell.replace("-", "/") for cell in spoilt]
    assert "date.swapped-by-spreadsheet" in [found.code for found in conclude(slashed)[1]]


CELL = st.one_of(
    st.dates(dt.date(1900, 1, 1), dt.date(2050, 1, 1)).flatmap(
        lambda day: st.sampled_from(
            ("%d/%m/%Y", "%m/%d/%Y", "%d-%m-%y", "%Y-%m-%d", "%d%m%Y", "%d %b %Y", "%d.%m.%Y %H:%M")
        ).map(day.strftime)
    ),
    st.sampled_from(("", "29252", "1583190000", "n/a", "12/2024", "0", "99999999")),
    st.text(max_size=12),
)


@given(st.lists(CELL, max_size=30), st.integers(0, 30), st.randoms(use_true_random=False))
def test_parts_add_up_and_their_order_does_not_matter(cells: list[str], cut: int, chance: random.Random) -> None:
    whole = conclude(cells)
    first, second = seen(cells[:cut]), seen(cells[cut:])
    first.merge(second)
    assert first.conclude(Hints(field="last_purchase", as_of=TODAY)) == whole
    chance.shuffle(cells)
    assert conclude(cells) == whole


@given(st.lists(CELL, max_size=30))
def test_the_cells_that_are_not_blank_are_all_counted(cells: list[str]) -> None:
    assert seen(cells).cells == sum(bool(cell.strip()) for cell in cells)


@given(st.lists(st.dates(dt.date(1930, 1, 1), dt.date(2006, 1, 1)), min_size=1), st.sampled_from((D, M)))
def test_a_column_of_one_order_is_never_read_in_the_other_unless_said(days: list[dt.date], order: DateOrder) -> None:
    form = "%d/%m/%Y" if order is D else "%m/%d/%Y"
    cells = [day.strftime(form) for day in days]
    hints, findings = conclude(cells, Hints(field="birth_date", as_of=TODAY))
    cell = column(hints)
    wrong = [text for text, day in zip(cells, days, strict=True) if cell(text).values not in {(day,), ()}]
    assert not wrong or [found.code for found in findings] == ["date.ambiguous-column"]


def test_many_different_beginnings_are_counted_all_the_same() -> None:
    junk = [f"mot{number:05} 2024" for number in range(9000)]
    hints, findings = conclude([*junk, *(["03/04/2024"] * 5), "25/12/2023"])
    assert hints.date_order is D
    assert dict(findings[0].details)["cells"] == 9006


def test_hostile_cells_are_counted_at_once() -> None:
    evidence = seen(
        ["1" * 5_000_000, " " * 5_000_000, "12/03/1985" * 500_000, "x" * 5_000_000 + "/2024", "\ud800/2024"]
    )
    assert evidence.cells == 4
    assert sum(map(len, evidence.heads)) < 100


def test_the_normalizer_starts_its_own_evidence() -> None:
    assert DATE.evidence is not None
    assert isinstance(DATE.evidence(), DateEvidence)
