from __future__ import annotations

import bz2
import gzip
from pathlib import Path

import pytest

from contactbase.adapters.catalog import READERS, open_table, reader_named
from contactbase.errors import ReadError

TEXT = b"Nom;Ville\nPetit;Lyon\n"


@pytest.mark.parametrize("name", ["a.csv", "a.CSV", "a.tsv", "a.txt", "a", "a.2026.03", "a.dat"])
def test_a_text_file_is_read_whatever_its_suffix(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(TEXT)
    assert open_table(tmp_path / name).value.columns == ("Nom", "Ville")


@pytest.mark.parametrize(
    ("name", "data"), [("a.csv.gz", gzip.compress(TEXT, mtime=0)), ("a.txt.bz2", bz2.compress(TEXT))]
)
def test_a_compressed_file_is_known_by_what_is_inside(name: str, data: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    assert open_table(str(tmp_path / name)).value.columns == ("Nom", "Ville")


def test_half_a_workbook_under_a_wrong_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"PK\x03\x04 xl/workbook.xml")
    with pytest.raises(ReadError, match="cut short"):
        open_table(tmp_path / "a.csv")


def test_bytes_and_options_go_to_the_reader() -> None:
    assert open_table(TEXT, header=False).value.columns == ("column 1", "column 2")
    assert open_table(TEXT, format="csv", delimiter="").value.columns == ("Nom;Ville",)


def test_formats_have_names_and_suffixes_of_their_own() -> None:
    suffixes = [suffix for reader in READERS for suffix in reader.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in suffixes)
    assert [reader_named(reader.name) for reader in READERS] == list(READERS)
    with pytest.raises(ValueError, match="csv"):
        reader_named("xls")
