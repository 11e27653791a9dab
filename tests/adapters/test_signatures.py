from __future__ import annotations

import io
import sqlite3
import zipfile
from pathlib import Path

import pytest

from contactbase.adapters.signatures import refusal


def _zip(*names: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return made.getvalue()


@pytest.mark.parametrize(
    ("head", "words"),
    [
        (_zip("[Content_Types].xml", "xl/workbook.xml"), "Excel"),
        (_zip("word/document.xml"), "Word"),
        (_zip("clients.csv"), "zip"),
        (_zip(), "zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 20, "old Excel"),
        (b"%PDF-1.7", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"PAR1", "Parquet"),
        (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
        (b"  <!DOCTYPE html><p>", "web page"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>", "XML"),
        (b'{"a": 1}', "JSON"),
        (b'[\n  {"a": 1}]', "JSON"),
        (b"BEGIN:VCARD\r\n", "vCard"),
        (b"\0" * 100, "binary"),
        (bytes(range(1, 9)) * 20, "binary"),
        (b"a;b\0\0\n1\0\0;\0\0\0\0\0\0\0\0\0\0", "binary"),
    ],
)
def test_what_is_no_table_of_text_is_named_with_what_to_do(head: bytes, words: str) -> None:
    said = refusal(head)
    assert said is not None
    assert words in said
    assert ":" in said


def test_a_database_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with sqlite3.connect(path) as connection:
        connection.execute("create table t (a)")
    connection.close()
    assert "SQLite" in (refusal(path.read_bytes()) or "")


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"Nom;Ville\nPetit;Lyon\n",
        "Prénom;Âge\n".encode("cp1252"),
        "Prénom;Âge\n".encode("mac_roman"),
        "Nom;Ville\n".encode("utf-16"),
        "Nom;Ville\n".encode("utf-16-le"),
        b"Nom;Ville\nPe\0tit;Lyon\n" * 5,
        b"[id],[nom]\n1,2\n",
        b"PK;Nom\n1;2\n",
        b"\x1aNom;\x1b\n",
    ],
)
def test_a_table_of_text_is_not_refused(head: bytes) -> None:
    assert refusal(head) is None
