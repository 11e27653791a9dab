"""Attacks, each in a process of its own: a clear answer, bounded memory, never an abort."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from adapters.workbooks import BODY, HEAD, MAIN, SHEET, billion_laughs, far_cell, lying, sheet_xml, workbook, zip_bomb
from contactbase.adapters.excel.places import column_letters

if sys.platform == "win32":
    pytest.skip("memory is measured by the system", allow_module_level=True)

MOST = 150
"""Megabytes; openpyxl alone takes some forty."""

MANY_TEXTS = f'<sst xmlns="{MAIN}">{"".join(f"<si><t>Petit {n * 7919}</t></si>" for n in range(200_000))}</sst>'
NUMBERS = "".join(f'<c r="A{n}"><v>{n * 7919}</v></c>' for n in range(1, 300_000))
NO_CELLS = "".join(f'<c r="{column_letters(n)}3" s="0"/>' for n in range(16_384))
NO_ROWS = "".join(f'<row r="{n}" ht="{n * 7919 % 997}"/>' for n in range(3, 200_000))
REFUSED: dict[str, Callable[[], bytes]] = {
    "a zip bomb": lambda: zip_bomb(300),
    "ten gigabytes claimed": lambda: lying(workbook(), SHEET, 0xFFFFFFFF),
    "a lie about the size": lambda: lying(workbook(parts={SHEET: sheet_xml() + " " * 900_000}), SHEET, 100),
    "billion laughs in a sheet": lambda: billion_laughs(SHEET),
    "billion laughs in the workbook": lambda: billion_laughs("xl/workbook.xml"),
    "billion laughs in the texts": lambda: billion_laughs("xl/sharedStrings.xml"),
    "a path out of the archive": lambda: workbook(parts={"../../../tmp/x.xml": "<a/>"}),
    "rows out of order": lambda: workbook(f'<row r="900000"><c s="0" r="A900000"><v>1</v></c></row>{HEAD}{BODY}'),
    "half a sheet": lambda: workbook(parts={SHEET: sheet_xml()[:300]}),
    "a text that is not there": lambda: workbook(f'{HEAD}<row r="2"><c r="A2" t="s"><v>9</v></c></row>'),
    "one row without an end": lambda: workbook(f'{HEAD}<row r="2">{NUMBERS * 9}</row>'),
    "styles that fill the memory": lambda: workbook(parts={"xl/styles.xml": f"<styleSheet>{NUMBERS * 9}</styleSheet>"}),
    "deep elements": lambda: workbook(parts={SHEET: "<a>" * 200_000}),
}
READ: dict[str, Callable[[], bytes]] = {
    "one cell at XFD1048576": far_cell,
    "the same in other words": lambda: far_cell("<c\n s='0' r='XFD1048576'><v>1</v></c>"),
    "the same under a prefix": lambda: far_cell('<x:c xmlns:x="' + MAIN + '" r="XFD1048576"><x:v>1</x:v></x:c>'),
    "a far cell beyond any sheet": lambda: far_cell('<c r="ZZZ9999999"><v>1</v></c>'),
    "a dimension of the whole sheet": lambda: workbook(
        parts={SHEET: sheet_xml().replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>')}
    ),
    "a merge of the whole sheet": lambda: workbook(after='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
    "columns that are all empty": lambda: workbook(f'{HEAD}{BODY}<row r="3">{NO_CELLS}</row>'),
    "rows that are all empty": lambda: workbook(HEAD + BODY + NO_ROWS),
    "texts that no cell uses": lambda: workbook(parts={"xl/sharedStrings.xml": MANY_TEXTS}),
}


def attacked(data: bytes, folder: Path, engine: str) -> tuple[str, int]:
    path = folder / "clients.xlsx"
    path.write_bytes(data)
    program = [sys.executable, str(Path(__file__).with_name("attacked.py")), str(path), engine]
    done = subprocess.run(program, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    answer, memory = done.stdout.strip().splitlines()
    return answer, int(memory)


@pytest.mark.parametrize("engine", ["", "openpyxl"], ids=["fast", "openpyxl"])
@pytest.mark.parametrize("attack", REFUSED)
def test_an_attack_is_refused_in_one_sentence_and_little_memory(attack: str, engine: str, tmp_path: Path) -> None:
    answer, memory = attacked(REFUSED[attack](), tmp_path, engine)
    assert "rows" not in answer.split()[1:2]
    assert answer.startswith("clients.xlsx ")
    assert answer.endswith(".")
    assert memory < MOST


@pytest.mark.parametrize("engine", ["", "openpyxl"], ids=["fast", "openpyxl"])
@pytest.mark.parametrize("attack", READ)
def test_what_is_only_strange_is_read_in_little_memory(attack: str, engine: str, tmp_path: Path) -> None:
    answer, memory = attacked(READ[attack](), tmp_path, engine)
    assert answer == "1 rows"
    assert memory < MOST


@pytest.mark.parametrize("cut", [3, 4, 30, 200, 900])
def test_a_workbook_cut_short_anywhere_is_refused(cut: int, tmp_path: Path) -> None:
    answer, _ = attacked(workbook()[:-cut], tmp_path, "")
    assert "cut short" in answer
