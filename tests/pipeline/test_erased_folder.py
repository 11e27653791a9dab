from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contactbase.adapters.csv_writer import PRESETS, CsvPreset, rows_as_text
from contactbase.adapters.guard import unguard
from contactbase.errors import ReadError
from contactbase.model.contact_base import ContactBase
from contactbase.pipeline.erased_folder import _cells, _raw_rows, base_of, rewrite_folder
from contactbase.pipeline.event_files import read_orders
from contactbase.pipeline.journal_lines import journal_entries
from contactbase.pipeline.main_job import run
from contactbase.policy.coverage import restricted

TODAY = dt.date(2026, 11, 22)
FILE = (
    "Id;Nom;Prénom;Ville;Portable;E-mail;Opt-in SMS;Dernier achat;Inscription\n"
    'k1;Durand;Léa;"Ly;on";06 12 34 56 78;lea@example.org;oui;;01/02/2019\n'
    "k2;Martin;Zoé;Paris;06 98 76 54 32;zoe@example.org;oui;;01/02/2019\n"
    "k3;Petit;Omar;Nice;06 98 76 54 33;omar@example.org;non;03/05/2026;01/02/2019\n"
).encode()


@pytest.fixture(params=["plain", "excel-fr"])
def folder(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    run(FILE, out=tmp_path / "clean", as_of=TODAY, csv=request.param)
    return tmp_path / "clean"


def test_the_rows_that_stay_are_the_same_bytes(folder: Path) -> None:
    before = {name: (folder / name).read_bytes() for name in ("contacts.csv", "consents.csv", "events.csv")}
    base = base_of(folder)
    rewrite_folder(folder, base, ContactBase.of(who for who in base.values() if who.id != "k1"))
    for name, old in before.items():
        lines = old.splitlines(keepends=True)
        assert (folder / name).read_bytes() == b"".join(line for line in lines if not line.startswith(b"k1"))


def test_what_stays_of_a_contact_reads_back_as_it_was_left(folder: Path) -> None:
    base = base_of(folder)
    left = restricted(base["k3"], ("last_name", "purchases"))
    after = ContactBase(dict(base) | {"k3": left})
    rewrite_folder(folder, base, after)
    assert base_of(folder) == after
    assert "omar@example.org" not in (folder / "contacts.csv").read_text(encoding="utf-8")


def test_the_sources_of_a_rule_outlive_its_first_decision(folder: Path) -> None:
    base = base_of(folder)
    path = folder / "journal.jsonl"
    decisions = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if '"decision"' in line]
    assert [found["contact"] for found in decisions][:2] == ["k1", "k2"]
    assert "citations" in decisions[0]
    assert "citations" not in decisions[1]
    rewrite_folder(folder, base, ContactBase.of(who for who in base.values() if who.id != "k1"))
    with path.open(encoding="utf-8") as lines:
        entries = list(journal_entries(lines))
    assert all(getattr(entry, "contact", None) != "k1" for entry in entries)
    kept = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if '"decision"' in line]
    assert kept[0]["citations"] == decisions[0]["citations"]


def test_a_folder_that_is_none_of_ours_is_left_alone(tmp_path: Path) -> None:
    with pytest.raises(ReadError):
        base_of(tmp_path)


CELLS = st.text(alphabet=st.sampled_from('a",;\n\r| é\u2028'), max_size=8)


@settings(deadline=None)
@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=5), st.sampled_from(PRESETS))
def test_rows_are_cut_where_they_were_written(rows: list[list[str]], preset: CsvPreset) -> None:
    text = "".join(rows_as_text(("one", "two", "three"), rows, preset=preset)).removeprefix("\ufeff")
    raw = list(_raw_rows(text))
    assert "".join(raw) == text
    read = [[unguard(cell) for cell in _cells(row, preset.delimiter)] for row in raw[1:]]
    assert read == rows


def test_a_cell_of_any_length_is_read() -> None:
    assert _cells('"' + "x" * 500_000 + '",b', ",") == ["x" * 500_000, "b"]


@pytest.mark.parametrize("csv", ["plain", "excel-fr"])
def test_a_rejected_order_that_has_the_number_of_the_erased_loses_its_cells(tmp_path: Path, csv: str) -> None:
    text = "Qui;Commande;Id client;Date;Quantité\nx;A1;k1;hier;2\nx;A2;k2;hier;2\nx;A3;9;03/05/2026;1\nx;k1;k3;hier;2\n"
    (tmp_path / "orders.csv").write_text(text, encoding="utf-8")
    orders = read_orders(tmp_path / "orders.csv", as_of=TODAY)
    folder = tmp_path / "clean"
    run(FILE, out=folder, as_of=TODAY, csv=csv, orders=[orders])
    base = base_of(folder)
    rewrite_folder(folder, base, ContactBase.of(who for who in base.values() if who.id != "k1"))
    for name in ("rejected.csv", "journal.jsonl"):
        left = (folder / name).read_text(encoding="utf-8")
        assert "A1" not in left
        assert all(number in left for number in ("A2", "A3", "k3"))
