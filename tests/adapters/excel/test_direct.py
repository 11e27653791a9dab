"""The direct engine: what it reads is what openpyxl reads, and what it does not know it leaves to others."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.workbooks import BODY, HEAD, MAIN, SHEET, full_workbook, sheet_xml, text_cell, workbook
from contactbase.adapters.excel import archive, reader
from contactbase.adapters.excel.direct import DirectSheet
from contactbase.adapters.excel.reader import read_excel
from contactbase.adapters.excel.texts import UnusualXmlError, shared_texts
from contactbase.errors import ReadError

TEXTS = (
    "<si><t>Léa</t></si><si><t/></si><si></si><si><t>a&amp;b &#233; &#x41;&lt;</t></si><si><t>a_x000D_b</t></si>"
    '<si><r><t>Le</t></r><r><rPr><b/></rPr><t xml:space="preserve"> Gall</t></r><phoneticPr fontId="1"/></si>'
    '<si><t xml:space="preserve"> a </t></si><si><t>\u00a0x\ny</t></si><si><t> b</t></si><si><t>3,36E+11</t></si>'
    "<si><t>12/31/2020</t></si><si><t>'=1</t></si><si><t>_x005F_x000D_</t></si>"
)
FORMATS = {
    **dict.fromkeys(("9", "14", "20", "22", "27", "46", "47", "49"), ""),
    "164": "00000",
    "165": "yyyy-mm-dd hh:mm",
    "166": "[$-40C]d mmmm yyyy;@",
    "167": "#,##0.00 &quot;days&quot;",
    "168": "[mm]:ss",
    "169": r"0\d",
    "170": "[Red]0",
}
NUMBERS = (
    "0 1 -1 12.5 0.1 0.10000000000000001 612345678 1E3 1.5E-7 123456789012345 1234567890123456 -0 65.0 1.10 .5 5. -0.5"
    " 00012 59 60 61 0.5 18268 43831.75 43831.999999 2958465 2958466 -5 1e308 367.5 0.99999999 3e5 -0.0 +5 1462 01 6e-5"
    " 1e400 99999 10000 0.000011"
).split()
CODES = ("excel.sheet", "excel.fast-engine-aside")


def cells(place: str) -> st.SearchStrategy[str]:
    """Make a cell, in one of the ways in which programs write them."""
    style = st.sampled_from(["", "", "", *(f' s="{n}"' for n in range(len(FORMATS) + 1))])
    formula = st.sampled_from(["", "", "", "<f>A1&amp;B1</f>", '<f t="shared" ref="A1" si="0" />'])
    value = st.sampled_from(NUMBERS).map("<v>{}</v>".format)
    inline = st.sampled_from(["Petit", "a_x000D_b", " q ", "&quot;", "", "_x005F_x000D_", "é"])
    return st.one_of(
        st.tuples(style, formula, value).map(lambda made: f'<c r="{place}"{made[0]}>{made[1]}{made[2]}</c>'),
        st.tuples(style, st.integers(0, 12)).map(lambda made: f'<c r="{place}"{made[0]} t="s"><v>{made[1]}</v></c>'),
        inline.map(lambda text: text_cell(place, text)),
        inline.map(lambda text: f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'),
        st.tuples(formula, inline).map(lambda made: f'<c r="{place}" t="str">{made[0]}<v>{made[1]}</v></c>'),
        st.sampled_from(["0", "1"]).map(lambda yes: f'<c r="{place}" t="b"><v>{yes}</v></c>'),
        st.just(f'<c r="{place}" t="e"><v>#N/A</v></c>'),
        st.just(f'<c r="{place}" t="inlineStr"><is><t /></is></c>'),
        st.tuples(style, formula).map(lambda made: f'<c r="{place}"{made[0]}>{made[1]}</c>'),
        st.sampled_from(
            [
                f'<c r="{place}"/>',
                f'<c r="{place}" s="1" />',
                f'<c r="{place}"><v /></c>',
                f'<c r="{place}"><v></v></c>',
                "",
            ]
        ),
    )


@st.composite
def sheets(draw: st.DrawFn) -> str:
    rows, number = [HEAD], 1
    for _ in range(draw(st.integers(1, 8))):
        number += draw(st.sampled_from([1, 1, 1, 2, 9]))
        about = draw(st.sampled_from(["", ' spans="1:9"', ' hidden="1"', ' ht="15" customHeight="1"']))
        made = "".join(draw(cells(f"{column}{number}")) for column in "ABCD"[: draw(st.integers(1, 4))])
        rows.append(f'<row r="{number}"{about}>{made}</row>' if made else f'<row r="{number}"{about}/>')
    return "".join(rows)


def told(data: bytes, engine: str) -> object:
    """Give all that a reading gives, but for who has read; the refusal is not compared word for word."""
    try:
        table, journal = read_excel(data, engine=engine)
    except ReadError:
        return "refused"
    rest = [entry for entry in journal.entries if getattr(entry, "code", "") not in CODES]
    return table.columns, list(table.rows()), rest


@settings(max_examples=150, deadline=None)
@given(rows=sheets(), old=st.booleans(), piece=st.sampled_from([150, 1 << 17]))
def test_the_direct_engine_gives_the_table_and_the_journal_of_openpyxl(rows: str, old: bool, piece: int) -> None:
    data = full_workbook(rows, texts=TEXTS, formats=FORMATS, date1904=old)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(archive, "_PIECE", piece)
        assert told(data, "direct") == told(data, "openpyxl")


SLIPS = ["", "<", ">", '"', "/", " ", "</c>", '<c r="A2">', "&", "\x01", "</row>", '<row r="3">', "<v>", "</v>", "\n"]


@settings(max_examples=150, deadline=None)
@given(rows=sheets(), at=st.integers(0, 4000), length=st.integers(0, 6), slip=st.sampled_from([*SLIPS, "<!-- x -->"]))
def test_a_slip_in_the_text_of_a_sheet_is_refused_or_read_as_openpyxl_does(
    rows: str, at: int, length: int, slip: str
) -> None:
    at %= len(rows)
    data = full_workbook(rows[:at] + slip + rows[at + length :], texts=TEXTS, formats=FORMATS)
    assert told(data, "direct") == told(data, "openpyxl")


IN_TEXTS = [
    "<t>",
    "</t>",
    "<si>",
    "</si>",
    "<t/>",
    "<si/>",
    "<si><t>u</t></si>",
    "<r><t>q</t></r>",
    "<![CDATA[z]]>",
    "]]>",
]
POINTING = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>{n - 2}</v></c></row>' for n in range(2, 14))


@settings(max_examples=150, deadline=None)
@given(at=st.integers(0, 600), length=st.integers(0, 4), slip=st.sampled_from([*SLIPS, *IN_TEXTS, "&#10;", "\r", "\t"]))
def test_a_slip_in_the_shared_texts_changes_none_that_openpyxl_reads(at: int, length: int, slip: str) -> None:
    texts = TEXTS.replace("<si><t>_x005F_x000D_</t></si>", "")  # which openpyxl by itself reads wrongly
    at %= len(texts)
    data = full_workbook(HEAD + POINTING, texts=texts[:at] + slip + texts[at + length :])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "_held", lambda _archive, _parts: [])
        assert told(data, "openpyxl") in (told(data, "direct"), "refused")


def directly(sheet: str, size: int = 1 << 17, texts: tuple[str, ...] = ("Nom",)) -> list[list[object]]:
    """Read the text of a sheet, cut into pieces, by columns."""
    text = sheet.encode()
    pieces = (text[at : at + size] for at in range(0, len(text), size))
    found = DirectSheet(shared=texts, styles=(), date1904=False).batches(pieces)
    return [list(cells) for some in found for cells in some.rows()]


@pytest.mark.parametrize("size", [100, 170, 1 << 17])
def test_cells_that_are_not_as_usual_in_their_column_are_read_all_the_same(size: int) -> None:
    odd = {
        20: text_cell("A20", "vingt"),
        21: '<c r="A21"/>',
        40: '<c r="A40"><v>40</v></c><c r="C40" t="b"><v>1</v></c>',
    }
    rows = (f'<row r="{n}">{odd.get(n, f"""<c r="A{n}"><v>{n}</v></c>""")}</row>' for n in range(1, 60))
    found = [cells[0] for cells in directly(sheet_xml("".join(rows)), size)]
    assert found == [*map(float, range(1, 20)), "vingt", None, *map(float, range(22, 60))]


UNUSUAL: dict[str, str] = {
    "a cell of another row": '<row r="2"><c r="A3"><v>1</v></c></row>',
    "a cell left of the one before": '<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>1</v></c></row>',
    "a cell twice": '<row r="2"><c r="A2"><v>1</v></c><c r="A2"><v>1</v></c></row>',
    "a row twice": '<row r="1"><c r="A1"><v>1</v></c></row>',
    "a row beyond the last": '<row r="1048577"><c r="A1048577"><v>1</v></c></row>',
    "a column beyond what is read": '<row r="2"><c r="XFD2"><v>1</v></c></row>',
    "a row without a number": '<row><c r="A2"><v>1</v></c></row>',
    "a cell without a place": '<row r="2"><c><v>1</v></c></row>',
    "a comment": '<row r="2"><!-- <c r="B2"><v>2</v></c> --><c r="A2"><v>1</v></c></row>',
    "a text between cells": '<row r="2"><c r="A2"><v>1</v></c>x</row>',
    "other characters in a number": '<row r="2"><c r="A2"><v>1_0</v></c></row>',
    "no number": '<row r="2"><c r="A2"><v>1-2</v></c></row>',
    "an empty number": '<row r="2"><c r="A2"><v> </v></c></row>',
    "a text that is not in the list": '<row r="2"><c r="A2" t="s"><v>1</v></c></row>',
    "a text before the list": '<row r="2"><c r="A2" t="s"><v>-1</v></c></row>',
    "a style that is not in the list": '<row r="2"><c r="A2" s="7"><v>1</v></c></row>',
    "another kind of cell": '<row r="2"><c r="A2" t="d"><v>2026-01-01</v></c></row>',
    "neither yes nor no": '<row r="2"><c r="A2" t="b"><v>2</v></c></row>',
    "an entity that nobody knows": '<row r="2"><c r="A2" t="str"><v>&nbsp;</v></c></row>',
    "a character that XML has not": '<row r="2"><c r="A2" t="str"><v>a\x01</v></c></row>',
    "the number of half a character": '<row r="2"><c r="A2" t="str"><v>&#55296;</v></c></row>',
    "an attribute without quotes": '<row r="2" hidden=1><c r="A2"><v>1</v></c></row>',
    "a text in looks": '<row r="2"><c r="A2" t="inlineStr"><is><r><t>a</t></r></is></c></row>',
    "a value where a text should be": '<row r="2"><c r="A2" t="inlineStr"><v>1</v></c></row>',
}


@pytest.mark.parametrize("rows", UNUSUAL.values(), ids=UNUSUAL)
def test_what_is_unusual_is_left_to_others(rows: str) -> None:
    before = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    assert directly(sheet_xml(before)) == [["Nom"]]
    with pytest.raises(UnusualXmlError):
        directly(sheet_xml(before + rows))


@pytest.mark.parametrize(
    "sheet",
    [
        sheet_xml().replace("</worksheet>", "</worksheet><worksheet/>"),
        sheet_xml().replace("</worksheet>", ""),
        sheet_xml(after='<mergeCells><mergeCell ref="A1:B1"></mergeCells>'),
        sheet_xml(after='<sheetData><row r="9"><c r="A9"><v>1</v></c></row></sheetData>'),
        sheet_xml(after='<row r="9"/>'),
        sheet_xml().replace("UTF-8", "ISO-8859-1"),
        sheet_xml().replace("<sheetData>", "<!-- <sheetData>").replace("</sheetData>", "</sheetData> -->"),
        f'<worksheet xmlns="{MAIN}"><sheetData/></worksheet>',
        "",
    ],
)
def test_a_sheet_that_is_unusual_around_its_rows_is_left_to_others(sheet: str) -> None:
    with pytest.raises(UnusualXmlError):
        directly(sheet)


def test_a_row_without_an_end_is_given_up_in_bounded_memory() -> None:
    taken = 0

    def endless() -> Iterator[bytes]:
        nonlocal taken
        yield sheet_xml().encode().partition(b"</sheetData>")[0] + b'<row r="3">'
        while True:
            taken += 1 << 20
            yield b'<c r="A3"><v>1</v></c>' * (1 << 15)

    with pytest.raises(UnusualXmlError):
        list(DirectSheet(shared=(), styles=(), date1904=False).batches(endless()))
    assert taken < 40 << 20


def test_the_direct_engine_needs_no_package_and_says_that_it_has_read() -> None:
    table, journal = read_excel(workbook())
    assert [list(row.cells) for row in table.rows()] == [["Petit", "Lyon"]]
    (sheet,) = [found for found in journal.findings if found.code == "excel.sheet"]
    assert dict(sheet.details)["engine"] == "direct"


@pytest.mark.parametrize("engine", [None, "direct"])
def test_when_it_gives_up_it_is_said_only_where_the_careful_engine_reads(engine: str | None) -> None:
    data = workbook(parts={SHEET: sheet_xml(HEAD + "<!-- x -->" + BODY)})
    table, journal = read_excel(data, engine=engine)
    assert [list(row.cells) for row in table.rows()] == [["Petit", "Lyon"]]
    read_by = next(dict(found.details)["engine"] for found in journal.findings if found.code == "excel.sheet")
    assert ("excel.fast-engine-aside" in journal.count()) == (read_by == "openpyxl")


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        ("<si><t>Petit</t></si><si><t>Roux</t></si>", ["Petit", "Roux"]),
        ('<si><t xml:space="preserve"> a</t></si>\n<si><t>b</t></si>', [" a", "b"]),
        ("<si><t>&#x1F600;&amp;amp;</t></si>", ["\U0001f600&amp;"]),
        ("<si><t>_x0041_</t></si><si><t>x005F_y</t></si>", ["A", "x005F_y"]),
        ("<si><r><t>a</t></r><rPh sb='0' eb='1'><t>z</t></rPh></si>", ["a"]),
        ("<si><t/></si><si></si>", ["", ""]),
        ("", []),
    ],
)
@pytest.mark.parametrize("size", [1, 7, 1000])
def test_shared_texts_are_read_wherever_they_are_cut(texts: str, found: list[str], size: int) -> None:
    xml = f'<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<sst xmlns="{MAIN}">{texts}</sst>'.encode()
    assert shared_texts(xml[at : at + size] for at in range(0, len(xml), size)) == found


@pytest.mark.parametrize(
    "xml",
    [
        b"<sst><si><t>a</t></si>",
        b"<sst><si><t>a</t></si><x/></sst>",
        b"<sst><si><t>a</si></t></si></sst>",
        b"<sst><si><t>a<b</t></si></sst>",
        b"<sst><si><t>\xff</t></si></sst>",
        b"<sst><si><t>a]]>b</t></si></sst>",
        b"<sst><si><t>a\rb</t></si></sst>",
        b"<sst><si><t>&b;</t></si></sst>",
        b"<sst><si><t>a</t><t>b</t></si></sst>",
        b"<sst><si><r><t>a</t></r><t>b</t></si></sst>",
        b"<sst><si><r><t>a</t><t>b</t></r></si></sst>",
        b"<sst><si><t>a<si/></t></si></sst>",
        b"<sst><si><r><rPr><si/></rPr><t>a</t></r></si></sst>",
        b"<sst><si><t>a<b/></t></si></sst>",
        b'<?xml version="1.0" encoding="latin-1"?><sst><si><t>a</t></si></sst>',
        b'<?xml version="1.0" encoding = "latin-1"?><sst><si><t>a</t></si></sst>',
        b"<x:sst><x:si><x:t>a</x:t></x:si></x:sst>" + b" " * 20 + b"</si>",
    ],
)
def test_shared_texts_in_another_manner_are_left_to_others(xml: bytes) -> None:
    with pytest.raises(UnusualXmlError):
        shared_texts([xml])


@pytest.mark.parametrize("engine", ["direct", "openpyxl", "calamine"])
def test_a_shared_text_that_looks_like_an_escape_keeps_all_its_characters(engine: str) -> None:
    texts = "<si><t>_x005F_x000D_</t></si><si><t>Ax005F_B</t></si>"
    data = full_workbook(
        f'{HEAD}<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c></row>', texts=texts
    )
    assert [list(row.cells) for row in read_excel(data, engine=engine).value.rows()] == [["_x000D_", "Ax005F_B"]]


@pytest.mark.parametrize("engine", ["direct", "openpyxl", "calamine"])
@pytest.mark.parametrize("number", ["1" * 400, "9" * 309, "-" + "1" * 400, "1e400"])
def test_a_number_beyond_all_numbers_is_no_number_and_does_not_stop_the_reading(engine: str, number: str) -> None:
    data = workbook(f'{HEAD}<row r="2"><c r="A2"><v>{number}</v></c><c r="B2"><v>1</v></c></row>')
    assert [list(row.cells) for row in read_excel(data, engine=engine).value.rows()] == [["", "1"]]
