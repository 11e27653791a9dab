from __future__ import annotations

import gc
import tempfile
from pathlib import Path

import pytest

from contactbase.adapters.excel.spool import Spool


def filled(rows: int) -> Spool:
    spool = Spool()
    for number in range(0, rows, 500):
        spool.add(list(range(number, number + 500)), [[f"{row}", "Petit" * 20] for row in range(number, number + 500)])
    return spool


@pytest.mark.parametrize("rows", [500, 200_000], ids=["in memory", "on disk"])
def test_rows_come_back_as_often_as_wanted_and_several_at_once(rows: int) -> None:
    spool = filled(rows)
    first, second = iter(spool), iter(spool)
    for (numbers, one), (_, other) in zip(first, second, strict=True):
        assert one == other == [[f"{row}", "Petit" * 20] for row in numbers]
    assert sum(len(batch) for _, batch in spool) == rows


def test_nothing_is_left_in_the_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    spool = filled(200_000)
    assert list(tmp_path.iterdir()) == []  # the file has no name: it goes with the process, even a killed one
    del spool
    gc.collect()
    assert list(tmp_path.iterdir()) == []
