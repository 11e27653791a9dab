from __future__ import annotations

import datetime as dt

import pytest

from contactbase.adapters.excel.damage import ColumnTally
from contactbase.adapters.excel.values import CellError, text_of

DAY = dt.date


def codes(name: str, cells: list[object]) -> list[str]:
    tally = ColumnTally()
    tally.take(cells, [text_of(cell) for cell in cells], range(2, 2 + len(cells)))
    return [found.code for found in tally.findings(name, "clients.xlsx")]


@pytest.mark.parametrize(
    ("name", "cells", "expected"),
    [
        ("Tél. portable", [612345678.0, "06 12 34 56 79"], ["excel.leading-zeros-lost"]),
        ("Téléphone", ["0612345678"], []),
        ("mobile_phone", [612345678], ["excel.leading-zeros-lost"]),
        ("Hôtel", [12], []),
        ("CP", [69001.0, 1000.0], ["excel.leading-zeros-lost"]),
        ("CP", [69001.0, 75002.0], []),
        ("Postcode", [1000, 1050, 4000], []),
        ("SIRET", [12345678900012, 1234567890001], ["excel.leading-zeros-lost"]),
        ("N° SIREN", [123456789], []),
        ("Carte", [1234567890123456.0], ["excel.digits-lost"]),
        ("Montant", [12.5, 1e12], []),
        ("Mobile", ["3,36E+11"], ["excel.scientific-notation"]),
        ("Mobile", ["3.36123e+11"], ["excel.scientific-notation"]),
        ("Note", ["E+ 12", "3E"], []),
        ("Pointure", [DAY(2026, 4, 3), *["38-40"] * 9], ["excel.dates-among-others"]),
        ("Naissance", [DAY(1980, 4, 3), DAY(1981, 5, 20)], []),
        ("Naissance", [DAY(1980, 4, 3), DAY(1981, 5, 12), "13/05/1982", "25/12/1990"], ["excel.dates-half-read"]),
        ("Naissance", [DAY(1980, 4, 23), "13/05/1982"], []),
        ("Naissance", [DAY(1900, 2, 28), DAY(1980, 4, 23)], ["excel.date-before-calendar"]),
        ("Naissance", [dt.time(0, 0), dt.datetime(1980, 4, 23)], ["excel.date-before-calendar"]),
        ("Ville", [CellError("#N/A"), "Lyon"], ["excel.error-cells"]),
        ("Ville", ["", None], []),
    ],
)
def test_what_a_spreadsheet_destroyed_is_told_by_column(name: str, cells: list[object], expected: list[str]) -> None:
    assert codes(name, cells) == expected


def test_counts_and_the_first_row_are_told_and_no_value() -> None:
    tally = ColumnTally()
    tally.take(["06 00", 612345678], ["06 00", "612345678"], [7, 8])
    tally.take([712345678, None], ["712345678", ""], [9, 10])
    (found,) = tally.findings("Tel", "clients.xlsx")
    assert dict(found.details) == {"count": 2, "line": 8}
    assert "12345678" not in repr(found) + found.message + found.say("fr")
    assert tally.filled == 3
