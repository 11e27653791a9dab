from __future__ import annotations

import pytest

import contactbase as cb
from contactbase.adapters.footer import find_footer, is_page_mark

ROWS = [(2, ["Petit", "Lyon", "3"]), (3, ["Roux", "Nice", "4"])]


@pytest.mark.parametrize(
    "foot",
    [
        [(4, ["Copyright (c) 2000-2026 example, inc. All rights reserved."])],
        [(5, ["Confidential Information - Do Not Distribute"])],
        [(4, ["Total", "", "7"])],
        [(4, ["Total", "3000 clients", "12 345,00 €"])],
        [(4, ["TOTAL GÉNÉRAL :", "", "1 240,50 €"])],
        [(4, ["Généré le 12/03/2026"])],
        [(4, ["(2 rows)"])],
        [(4, ["2 lignes"])],
        [(4, ["Nombre de clients : 2"])],
        [(5, ["Rapport clients"]), (6, ["Exporté par Camille"]), (7, ["Fin du rapport"])],
        [(4, ["Tous droits réservés"]), (9, ["page 1 / 3"])],
    ],
)
def test_notices_and_totals_are_the_foot(foot: list[tuple[int, list[str]]]) -> None:
    assert find_footer([*ROWS, *foot], 3) == foot[0][0]


@pytest.mark.parametrize(
    "row",
    [
        ["Total", "Nice", "total@example.org"],
        ["Total", "0612345678", "x"],
        ["Total", "", ""],
        ["Total", "0612345678", ""],
        ["Total", "12/03/2026", ""],
        ["Coupé"],
        ["Petit", "Lyon"],
        ["Copyright Conseil", "Lyon", "5"],
    ],
)
def test_a_row_is_no_foot_because_it_is_short_or_named_so(row: list[str]) -> None:
    assert find_footer([*ROWS, (4, row)], 3) is None


def test_a_short_row_of_the_table_above_the_foot_stays_with_the_table() -> None:
    tail = [*ROWS, (4, ["Coupé"]), (5, ["Copyright (c) 2026"])]
    assert find_footer(tail, 3) == 5


def test_a_block_below_a_blank_line_goes_with_its_notice() -> None:
    tail = [*ROWS, (5, ["Rapport"]), (6, ["Copyright (c) 2026"])]
    assert find_footer(tail, 3) == 5


def test_a_cell_of_several_lines_is_no_blank_line() -> None:
    tail = [(2, ["Petit", "12 rue\nLyon", "3"]), (4, ["Coupé"]), (5, ["Copyright (c) 2026"])]
    assert find_footer(tail, 3) == 5


def test_nothing_has_no_foot() -> None:
    assert find_footer([], 3) is None


@pytest.mark.parametrize("cell", ["Total : 2 clients", "TOTAL: 12", "Total : 1 240,50 €", "Sous-total : 3 fiches"])
def test_a_total_in_one_cell_is_the_foot(cell: str) -> None:
    assert find_footer([*ROWS, (4, [cell, "", ""])], 3) == 4


@pytest.mark.parametrize("cell", ["Page 1/2", "page 3 sur 12", "PAGE 2 of 9", " Page 1 / 2 "])
def test_the_foot_of_a_page_is_known_wherever_it_stands(cell: str) -> None:
    assert is_page_mark([cell, "", ""])
    assert is_page_mark(["", cell])


@pytest.mark.parametrize(
    "cells", [["Page", "Alice", ""], ["Page 1/2", "Lyon", ""], ["Page 1", "", ""], ["Total", "", ""], ["", "", ""]]
)
def test_a_person_called_page_is_no_foot(cells: list[str]) -> None:
    assert not is_page_mark(cells)


@pytest.mark.parametrize("mark", ["Page 1/2;;", "Page 1/2"])
def test_a_page_mark_between_rows_is_rejected_as_foot(mark: str) -> None:
    records, journal = cb.read(f"Nom;Prénom;Email\nPetit;Léa;l@example.org\n{mark}\nRoux;Paul;p@example.org\n".encode())
    assert [record.values["last_name"] for record in records] == ["Petit", "Roux"]
    assert journal.count()["file.footer"] == 1
