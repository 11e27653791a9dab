"""What the caller states of columns stands in place of what they show."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import contactbase as cb

AS_OF = dt.date(2026, 11, 22)
FILE = b"Nom;Date de naissance;CA;Sexe;Inscription\nDurand;03/04/1985;1.234;1;2024-03-12T23:30:00Z\n"


def first(**stated: Any) -> cb.Contact:
    base, _ = cb.clean(cb.read(FILE, **stated).value, as_of=AS_OF)
    return base["c-1"]


def test_the_order_of_dates_is_that_stated_for_all_or_for_one_field() -> None:
    assert first().birth_date == dt.date(1985, 4, 3)
    assert first(date_order="mdy").birth_date == dt.date(1985, 3, 4)
    assert first(date_order={"birth_date": "mdy"}).birth_date == dt.date(1985, 3, 4)
    assert first(date_order={"collected_on": "mdy"}).birth_date == dt.date(1985, 4, 3)


def test_the_decimal_mark_the_currency_and_the_zone_are_those_stated() -> None:
    amounts = [event.amount for event in first(decimal_mark=",", currency="chf").events]
    assert amounts == [123400]
    assert {event.currency for event in first(decimal_mark=",", currency="chf").events} == {"CHF"}
    assert first().collected_on == dt.date(2024, 3, 13)
    assert first(zone="UTC").collected_on == dt.date(2024, 3, 12)


def test_codes_are_stated_by_field() -> None:
    assert first().sex is None
    assert first(codes={"sex": {"1": "M", "2": "F"}}).sex is cb.Sex.M


def test_what_is_stated_is_not_found_again() -> None:
    _, journal = cb.clean(cb.read(FILE, date_order="mdy").value, as_of=AS_OF)
    assert "column.date-order" not in journal.count()


@pytest.mark.parametrize(
    ("stated", "sentence"),
    [
        ({"date_order": "dym"}, "dmy, mdy or ymd"),
        ({"decimal_mark": ";"}, "Write , or ."),
        ({"currency": "euros"}, "ISO 4217"),
        ({"excel_epoch": 1970}, "1900 or 1904"),
        ({"zone": "Paris"}, "Europe/Paris"),
        ({"codes": {"sex": "1"}}, "by field"),
        ({"date_order": {"verified_on": "dmy"}}, "No column is read"),
    ],
)
def test_a_wrong_statement_says_what_to_write(stated: dict[str, Any], sentence: str) -> None:
    with pytest.raises(cb.ReadError, match=sentence):
        cb.read(FILE, **stated)


def test_the_command_line_states_them_too(tmp_path: Path) -> None:
    path = tmp_path / "clients.csv"
    path.write_bytes(FILE)
    command = [sys.executable, "-m", "contactbase", "segment", str(path), "birth_date = 1985-03-04", "--count"]
    done = subprocess.run(
        [*command, "--date-order", "mdy"], capture_output=True, check=False, env=os.environ | {"LC_ALL": "C.UTF-8"}
    )
    assert (done.returncode, done.stdout.strip()) == (0, b"1")
