"""The history of several main jobs, from their folders."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

import contactbase as cb

RUNS = {
    dt.date(2026, 1, 1): "Id;Nom;Ville;E-mail\nA1;Durand;Lyon;\nA2;Martin;Brest;noe@example.org\n",
    dt.date(2026, 2, 1): "Id;Nom;Ville;E-mail\nA1;Durand;Nice;lea@example.org\nA3;Petit;Lille;\n",
    dt.date(2026, 3, 1): "Id;Nom;Ville;E-mail\nA1;Durand;Nice;lea@example.org\nA3;Petit;;\n",
}


def folders(root: Path) -> list[Path]:
    for day, text in RUNS.items():
        cb.run(text.encode(), out=root / day.isoformat(), as_of=day)
    return [root / day.isoformat() for day in RUNS]


def test_the_folders_of_successive_runs_tell_what_changed(tmp_path: Path) -> None:
    history = cb.history(reversed(folders(tmp_path)))
    assert history.days == tuple(RUNS)
    assert [(event.on.month, event.contact, event.kind.value, event.field) for event in history] == [
        (2, "A1", "changed", "city"),
        (2, "A1", "filled", "emails"),
        *(
            (2, "A2", kind, field)
            for kind, field in (("left", None), *(("emptied", f) for f in ("last_name", "emails", "city")))
        ),
        *((2, "A3", kind, field) for kind, field in (("joined", None), ("filled", "last_name"), ("filled", "city"))),
        (3, "A3", "emptied", "city"),
    ]
    assert history.of_field("A1", "city") == ((dt.date(2026, 1, 1), "Lyon"), (dt.date(2026, 2, 1), "Nice"))
    assert history.value_on("A3", "city", dt.date(2026, 2, 28)) == "Lille"


def test_folders_of_one_day_or_none_are_refused(tmp_path: Path) -> None:
    first, *_ = folders(tmp_path)
    for wrong, match in (
        ([], "at least one folder"),
        ([first, first], "of one day"),
        ([tmp_path], "no folder of results"),
    ):
        with pytest.raises(cb.ReadError, match=match):
            cb.history(wrong)
