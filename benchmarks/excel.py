"""Reading a workbook of 100,000 rows by 12 columns: each engine beside openpyxl alone, and what the guard costs.

    python benchmarks/excel.py [ROWS]

CPU seconds in one run, the best of some. `openpyxl alone` is its own read-only mode giving values, which checks and
says nothing. A whole reading goes through the library's door: the header found, every cell made text, every column
looked at, the rows kept and given; to records, the columns are also mapped to fields.
"""

from __future__ import annotations

import datetime as dt
import sys
import tempfile
import time
import warnings
import zipfile
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import python_calamine

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

import contactbase as cb
from adapters.workbooks import MAIN, RELATIONS, RELS, ROOT, SHEET, TEXTS, TYPES, sheet_xml, workbook_xml
from contactbase.adapters.catalog import open_table
from contactbase.adapters.excel import archive
from contactbase.adapters.excel.archive import Archive
from contactbase.adapters.excel.direct import DirectSheet
from contactbase.adapters.excel.parts import read_parts
from contactbase.adapters.excel.places import column_letters
from contactbase.adapters.excel.scan import scan
from contactbase.adapters.excel.texts import shared_texts

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


def seconds(work: Callable[[], object], times: int = 5) -> float:
    """Give the CPU seconds of the best of some runs."""
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def through(path: Path, engine: str) -> None:
    for _ in open_table(path, engine=engine).value.rows():
        pass


def as_records(path: Path) -> None:
    for _ in cb.read(path).value:
        pass


def values(path: Path) -> None:
    """Read what openpyxl alone reads: the values, here with every check of the container."""
    with path.open("rb") as file:
        book = Archive.open(file, path.name)
        parts = read_parts(book)
        sheet = DirectSheet(shared=shared_texts(book.pieces(TEXTS)), styles=parts.styles, date1904=False)
        for _ in sheet.batches(book.pieces(SHEET)):
            pass


def alone(path: Path) -> None:
    for _ in openpyxl.load_workbook(path, read_only=True, data_only=True).active.iter_rows(values_only=True):
        pass


def calamine(path: Path) -> None:
    for _ in python_calamine.load_workbook(path).get_sheet_by_index(0).iter_rows():
        pass


def guard(path: Path) -> float:
    """Give the seconds of the checks of a container: of its list of parts, and of every piece of the large ones."""
    with path.open("rb") as file:
        opening = seconds(lambda: Archive.open(file, path.name))
        infos = [info for info in zipfile.ZipFile(file).infolist() if info.filename in (SHEET, TEXTS)]
        inflated = [(list(archive._inflated(file, info)), info) for info in infos]  # noqa: SLF001 - it alone
    checked = archive._checked  # noqa: SLF001 - see above
    return opening + seconds(lambda: [deque(checked(iter(pieces), info, ""), 0) for pieces, info in inflated])


def bounding_box(path: Path) -> None:
    """Look through a sheet as it is done before calamine reads it; not needed where no rectangle is laid out."""
    with path.open("rb") as file:
        scan(Archive.open(file, path.name).pieces(SHEET))


def main(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        path = Path(folder) / "clients.xlsx"
        make(path, count)
        bare = seconds(lambda: alone(path), 2)
        lines = (
            ("openpyxl alone, read-only, values", bare),
            ("calamine alone, unguarded, values", seconds(lambda: calamine(path))),
            ("direct, guarded, values only", seconds(lambda: values(path))),
            ("direct, whole reading", direct := seconds(lambda: through(path, "direct"))),
            ("direct, whole reading to records (cb.read)", seconds(lambda: as_records(path))),
            ("calamine, whole reading", slower := seconds(lambda: through(path, "calamine"))),
            ("openpyxl, whole reading", seconds(lambda: through(path, "openpyxl"), 1)),
        )
        checks, box = guard(path), seconds(lambda: bounding_box(path))
    print(f"{count:,} rows x {len(HEADER)}: CPU seconds, and how many times as fast as openpyxl alone")
    for name, taken in lines:
        print(f"  {name:44} {taken:6.2f}  {bare / taken:5.1f}")
    print(f"  {'guard: claims, sizes, checksums, entities':44} {checks:6.3f}  {100 * checks / direct:4.1f} % of direct")
    print(f"  {'the look before calamine':44} {box:6.3f}  {100 * box / slower:4.1f} % of calamine's whole reading")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
