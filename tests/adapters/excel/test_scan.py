from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.workbooks import BODY, HEAD, sheet_xml
from contactbase.adapters.excel.places import column_letters, column_number
from contactbase.adapters.excel.scan import in_order, scan

PLACES = st.tuples(st.integers(0, 16383), st.integers(1, 1 << 20))


def cut(text: bytes, size: int) -> list[bytes]:
    return [text[at : at + size] for at in range(0, len(text), size)]


def cells(places: list[tuple[int, int]]) -> bytes:
    return sheet_xml(
        "".join(f'<row r="{row}"><c r="{column_letters(column)}{row}"><v>1</v></c></row>' for column, row in places)
    ).encode()


@given(st.lists(PLACES, min_size=1, max_size=8), st.integers(1, 400))
def test_the_bound_holds_every_cell_wherever_the_text_is_cut(places: list[tuple[int, int]], size: int) -> None:
    found = scan(cut(cells(places), size))
    assert found.plain
    assert found.columns > max(column for column, _ in places)
    assert found.rows >= max(row for _, row in places)


@given(PLACES)
def test_the_bound_is_not_much_more_than_what_is_there(place: tuple[int, int]) -> None:
    column, row = place
    found = scan([cells([place])])
    assert found.columns <= max(26, 2 * (column + 26))
    assert found.rows <= max(1, 2 * row + 1)


@pytest.mark.parametrize(
    "cell",
    [
        "<c r='XFD1048576'><v>1</v></c>",
        '<c s="1" r="XFD1048576"><v>1</v></c>',
        '<c\nr="XFD1048576"><v>1</v></c>',
        '<c  r="XFD1048576"><v>1</v></c>',
        '<x:c r="XFD1048576"><v>1</v></x:c>',
        '<x:c s="1" r="XFD1048576"><v>1</v></x:c>',
        '<c r="xfd1048576"><v>1</v></c>',
        '<c r="AAAA1"><v>1</v></c>',
        '<c r="A12345678"><v>1</v></c>',
        '<c r="A&#49;"><v>1</v></c>',
        "<c><v>1</v></c>",
        '<c r="A0"><v>1</v></c>',
    ],
)
@pytest.mark.parametrize("size", [7, 64, 1 << 17])
def test_a_cell_written_in_another_way_makes_the_sheet_not_plain(cell: str, size: int) -> None:
    assert not scan(cut(sheet_xml(HEAD + BODY + f'<row r="1048576">{cell}</row>').encode(), size)).plain


@pytest.mark.parametrize("size", [11, 200, 1 << 17])
def test_what_values_do_not_show_is_counted(size: int) -> None:
    rows = (
        HEAD
        + '<row r="2" hidden="1"><c r="A2" t="str"><f>B2</f><v>x</v></c><c r="B2"><f>1+1</f></c></row>'
        + '<row r="3" spans="1:2" hidden="true"><c r="A3"><f t="shared" si="0"/><v>1</v></c>'
        + '<c r="B3" t="e"><v>#N/A</v></c></row>'
        + '<row r="4"><c r="A4"><f>A1</f><v></v></c><c r="B4" t="str"><f>A1</f><v></v></c></row>'
    )
    text = sheet_xml(rows, after='<mergeCells count="1"><mergeCell ref="A2:B2"/></mergeCells>')
    text = text.replace("<sheetData>", '<cols><col min="2" max="4" width="9" hidden="1"/></cols><sheetData>')
    found = scan(cut(text.encode(), size))
    assert found.plain
    assert (found.formulas, found.uncached, found.errors) == (5, 2, True)
    assert (found.hidden_rows, found.hidden_columns, found.merged) == (2, 3, [("A2", "B2")])


def test_order_of_rows() -> None:
    assert in_order(cut(sheet_xml().encode(), 9))
    assert not in_order(cut(sheet_xml(BODY + HEAD).encode(), 9))
    assert not in_order([sheet_xml(BODY + "<x:row spans='1:2' r='2'/>").encode()])


@given(st.integers(0, 20_000))
def test_letters_of_columns_are_numbers_and_back(number: int) -> None:
    assert column_number(column_letters(number)) == number
