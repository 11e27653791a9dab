"""Reading a workbook of 100,000 rows by 12 columns: the fast engine beside openpyxl, and what its guard costs.

    python benchmarks/excel.py [ROWS]

CPU seconds in one run. `openpyxl alone` is its own read-only mode giving values, which checks and says nothing; the
others go through the library's door, with the header found, every cell made text, every column looked at.
"""

from __future__ import annotations

import datetime as dt
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest import mock

import openpyxl
import python_calamine

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from adapters.workbooks import MAIN, RELATIONS, RELS, ROOT, SHEET, TYPES, sheet_xml, workbook_xml
from contactbase.adapters.catalog import open_table
from contactbase.adapters.excel import scan as scan_module
from contactbase.adapters.excel.archive import Archive
from contactbase.adapters.excel.by_calamine import batches_by_calamine
from contactbase.adapters.excel.parts import read_parts
from contactbase.adapters.excel.places import column_letters
from contactbase.adapters.excel.scan import scan

SHARED = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill><patternFill/></fill></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>'
)
HEADER = ["id", "Civilité", "Prénom", "Nom", "Email", "Tél", "Adresse", "CP", "Ville", "Naissance", "Montant", "Optin"]


def row(number: int) -> list[object]:
    born = dt.date(1950, 1, 1) + dt.timedelta(days=number % 20_000)
    return [
        *(number, "Mme", f"Prénom{number % 997}", f"Nom{number}", f"p{number}@example.org", f"06{number:08d}"),
        *(f"{number % 300} rue des Lilas", 10_000 + number % 80_000, "Lyon", born, number * 1.25, number % 2 == 0),
    ]


def make(path: Path, count: int) -> None:
    """Write a workbook as Excel does, its texts in one shared list, which openpyxl does not."""
    shared: dict[str, int] = {}
    rows = [_row_xml(number, cells, shared) for number, cells in enumerate([HEADER, *map(row, range(count))], start=1)]
    parts = {
        "[Content_Types].xml": TYPES.replace(
            "</Types>", f'<Override PartName="/xl/sharedStrings.xml" ContentType="{SHARED}"/></Types>'
        ),
        "_rels/.rels": ROOT,
        "xl/workbook.xml": workbook_xml(),
        "xl/_rels/workbook.xml.rels": RELS.replace(
            "</Relationships>",
            f'<Relationship Id="r2" Type="{RELATIONS}/styles" Target="styles.xml"/>'
            f'<Relationship Id="r3" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        ),
        "xl/styles.xml": STYLES,
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{"".join(f"<si><t>{text}</t></si>" for text in shared)}</sst>',
        SHEET: sheet_xml("".join(rows)),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)


def _row_xml(number: int, cells: list[Any], shared: dict[str, int]) -> str:
    made = (_cell_xml(f"{column_letters(place)}{number}", value, shared) for place, value in enumerate(cells))
    return f'<row r="{number}" spans="1:{len(cells)}">{"".join(made)}</row>'


def _cell_xml(place: str, value: Any, shared: dict[str, int]) -> str:
    match value:
        case str():
            return f'<c r="{place}" t="s"><v>{shared.setdefault(value, len(shared))}</v></c>'
        case bool():
            return f'<c r="{place}" t="b"><v>{value:d}</v></c>'
        case dt.date():
            return f'<c r="{place}" s="1"><v>{(value - dt.date(1899, 12, 30)).days}</v></c>'
        case _:
            return f'<c r="{place}"><v>{value}</v></c>'


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def through(path: Path, engine: str) -> None:
    for _ in open_table(path, engine=engine).value.rows():
        pass


def values(path: Path) -> None:
    """Read what openpyxl alone reads: the values, here with every check of the container and of the extent."""
    with path.open("rb") as file:
        archive = Archive.open(file, path.name)
        read_parts(archive)
        archive.verify("xl/sharedStrings.xml")
        scan(archive.pieces(SHEET))
        file.seek(0)
        for _ in batches_by_calamine(file, path.name, "Clients"):
            pass


def alone(path: Path) -> None:
    for _ in openpyxl.load_workbook(path, read_only=True, data_only=True).active.iter_rows(values_only=True):
        pass


def calamine(path: Path) -> None:
    for _ in python_calamine.load_workbook(path).get_sheet_by_index(0).iter_rows():
        pass


def look(path: Path) -> None:
    with path.open("rb") as file:
        scan(Archive.open(file, path.name).pieces("xl/worksheets/sheet1.xml"))


def main(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "clients.xlsx"
        make(path, count)
        fast = min(seconds(lambda: through(path, "calamine")) for _ in range(5))
        looked = min(seconds(lambda: look(path)) for _ in range(5))
        with mock.patch.object(scan_module, "_look", return_value=None):
            guard = min(seconds(lambda: look(path)) for _ in range(5))
        valued = min(seconds(lambda: values(path)) for _ in range(5))
        slow = seconds(lambda: through(path, "openpyxl"))
        bare = seconds(lambda: alone(path))
        ceiling = min(seconds(lambda: calamine(path)) for _ in range(5))
    print(f"{count:,} rows x {len(HEADER)}: CPU seconds")
    print(f"  the fast engine, whole reading        {fast:6.2f}")
    print(f"  the fast engine, guarded, values only {valued:6.2f}   (openpyxl alone: {bare / valued:.1f} times)")
    print(f"  openpyxl through the same door        {slow:6.2f}   {slow / fast:5.1f} times")
    print(f"  openpyxl alone, read-only, values     {bare:6.2f}   {bare / fast:5.1f} times")
    print(f"  calamine alone, unguarded             {ceiling:6.2f}   (openpyxl alone: {bare / ceiling:.1f} times)")
    print(f"  guard (sizes, ratio, bounding box)    {guard:6.3f}   {100 * guard / fast:5.1f} % of the fast reading")
    print(f"  with hidden rows, formulas, merges    {looked:6.3f}   {100 * looked / fast:5.1f} %")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
