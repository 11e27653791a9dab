from __future__ import annotations

import pytest

from contactbase.adapters.short_rows import BLOCK, ShortRows


def _of(sheet: list[int], cells: list[str] | None = None) -> ShortRows:
    short = ShortRows()
    for row in sheet:
        short.add(row, cells or ["Petit", "Lyon"])
    return short


def test_a_whole_block_of_one_width_proves_the_manner_of_excel() -> None:
    assert _of(list(range(16, 32))).proven(rows=40)
    assert _of([*range(16, 32), *range(64, 80)]).proven(rows=100)


def test_the_last_block_may_be_shorter_when_another_is_whole() -> None:
    assert _of([*range(16, 32), *range(32, 37)]).proven(rows=37)


@pytest.mark.parametrize(
    ("sheet", "rows"),
    [
        ([], 40),
        (list(range(16, 31)), 40),
        (list(range(20, 36)), 40),
        (list(range(32, 37)), 37),
        ([*range(16, 32), 40], 60),
    ],
)
def test_anything_less_proves_nothing(sheet: list[int], rows: int) -> None:
    assert not _of(sheet).proven(rows)


def test_two_widths_in_one_block_disprove_it_for_good() -> None:
    short = _of(list(range(16, 31)))
    short.add(31, ["Petit"])
    for row in range(32, 48):
        short.add(row, ["Petit", "Lyon"])
    assert not short.proven(rows=48)


def test_a_block_whose_last_cells_are_all_empty_would_have_been_shorter() -> None:
    assert not _of(list(range(BLOCK, 2 * BLOCK)), ["Petit", ""]).proven(rows=40)
