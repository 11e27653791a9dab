from __future__ import annotations

import io

import pytest

from adapters.workbooks import RELS, ROOT, workbook, workbook_xml
from contactbase.adapters.excel.archive import Archive
from contactbase.adapters.excel.parts import SheetPart, WorkbookParts, read_parts
from contactbase.adapters.excel.styles import zero_padded
from contactbase.errors import ReadError

MANY_FORMATS = "<styleSheet>" + "".join(f'<numFmt a="{n * 7919}"/>' for n in range(100_001)) + "</styleSheet>"


def parts(**replaced: str) -> WorkbookParts:
    names = {"book": "xl/workbook.xml", "rels": "xl/_rels/workbook.xml.rels", "root": "_rels/.rels"}
    names["styles"] = "xl/styles.xml"
    data = workbook(parts={names[key]: text for key, text in replaced.items()})
    return read_parts(Archive.open(io.BytesIO(data), "clients.xlsx"))


def test_a_sheet_is_found_by_its_relation() -> None:
    assert parts().sheets == (SheetPart(name="Clients", path="xl/worksheets/sheet1.xml", hidden=False),)
    absolute = RELS.replace("worksheets/", "/xl/worksheets/")
    assert parts(rels=absolute).sheets[0].path == "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_hidden_sheets_and_the_calendar_are_known(state: str) -> None:
    found = parts(book=workbook_xml(state, date1904=True))
    assert (found.sheets[0].hidden, found.date1904) == (True, True)


def test_prefixes_do_not_matter() -> None:
    text = workbook_xml().replace("<sheet", "<x:sheet").replace("</sheet", "</x:sheet")
    assert parts(book=text.replace("<workbook ", '<workbook xmlns:x="u" ')).sheets[0].name == "Clients"


def test_a_chart_sheet_is_no_worksheet() -> None:
    assert parts(rels=RELS.replace("/worksheet", "/chartsheet", 1)).sheets == ()


@pytest.mark.parametrize(
    ("replaced", "words"),
    [
        ({"book": "<workbook"}, "damaged"),
        ({"root": ROOT.replace("/officeDocument", "/other")}, "no Excel workbook"),
        ({"root": ROOT.replace("xl/workbook.xml", "xl/gone.xml")}, "missing"),
        ({"styles": "<styleSheet>"}, "damaged"),
        ({"styles": MANY_FORMATS}, "damaged"),
    ],
)
def test_a_damaged_workbook_is_refused(replaced: dict[str, str], words: str) -> None:
    with pytest.raises(ReadError, match=words):
        parts(**replaced)


@pytest.mark.parametrize(
    ("form", "places"),
    [
        ("00000", 5),
        ("[$-40C]00000", 5),
        ('0#" "##" "##" "##" "##', 10),
        ("000000000;@", 9),
        ('"+33 "000000000', 0),
        ("00\\ 00\\ 00", 6),
        ("0", 0),
        ("0.00", 0),
        ("#,##0", 0),
        ("# ##0", 0),
        ("dd/mm/yyyy", 0),
        ("General", 0),
        ("@", 0),
        ("0%", 0),
        ("0.0E+00", 0),
        ("", 0),
    ],
)
def test_formats_that_show_zeros_are_told_from_all_others(form: str, places: int) -> None:
    assert (zero_padded(form) or ()).count("0") == places
