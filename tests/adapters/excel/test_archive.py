from __future__ import annotations

import io
import struct
import zipfile
import zlib

import pytest

from adapters.workbooks import (
    BODY,
    HEAD,
    SHEET,
    billion_laughs,
    full_workbook,
    lying,
    sheet_xml,
    with_matching_checksum,
    workbook,
    zip_bomb,
)
from contactbase.adapters.excel.archive import Archive
from contactbase.adapters.excel.reader import read_excel
from contactbase.errors import ReadError

LARGE = sheet_xml(HEAD + BODY + " " * 300_000)


def archive(data: bytes) -> Archive:
    return Archive.open(io.BytesIO(data), "clients.xlsx")


def test_every_part_of_an_honest_workbook_is_given_as_it_is() -> None:
    data = workbook()
    with zipfile.ZipFile(io.BytesIO(data)) as expected:
        found = archive(data)
        assert list(found) == expected.namelist()
        assert all(found.read(part) == expected.read(part) for part in found)
        assert all(found.size(part) == len(expected.read(part)) for part in found)


def test_stored_and_deflated_parts_are_read_alike() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as made:
        made.writestr("a.xml", "<a/>" * 100_000, zipfile.ZIP_STORED)
        made.writestr("b.xml", "<a/>" * 100, zipfile.ZIP_DEFLATED)
    found = archive(packed.getvalue())
    assert (found.read("a.xml"), found.read("b.xml")) == (b"<a/>" * 100_000, b"<a/>" * 100)


def test_a_missing_part_is_named() -> None:
    with pytest.raises(ReadError, match=r"'xl/styles\.xml' is missing"):
        archive(workbook()).read("xl/styles.xml")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (zip_bomb(110), "100 times its size"),
        (lying(workbook(), SHEET, 0xFFFFFFFF), "more than the 1073 MB"),
        (workbook(parts={"../../outside.xml": "<a/>"}), "leads out of it"),
        (workbook(parts={"/outside.xml": "<a/>"}), "leads out of it"),
        (workbook(parts={"C:\\outside.xml": "<a/>"}), "leads out of it"),
        (workbook()[:-30], "cut short"),
        (workbook()[:400], "cut short"),
        (b"PK\x03\x04", "cut short"),
    ],
    ids=["bomb", "10 GB", "above", "root", "drive", "end gone", "half", "four bytes"],
)
def test_what_no_spreadsheet_program_writes_is_refused_at_once(data: bytes, words: str) -> None:
    with pytest.raises(ReadError, match=words):
        archive(data)


def test_a_part_that_stands_twice_is_refused() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as made:
        made.writestr(SHEET, "<a/>")
        with pytest.warns(UserWarning, match="Duplicate"):
            made.writestr(SHEET, "<b/>")
    with pytest.raises(ReadError, match="twice"):
        archive(packed.getvalue())


@pytest.mark.parametrize(
    "data",
    [
        lying(workbook(parts={SHEET: LARGE}), SHEET, 1000),
        with_matching_checksum(workbook(parts={SHEET: LARGE}), SHEET, 1000, LARGE.encode()),
        lying(workbook(parts={SHEET: LARGE}), SHEET, 400_000),
    ],
    ids=["less", "less, and a checksum that fits", "more"],
)
def test_a_part_that_is_not_as_large_as_it_claims_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match="not as large inside"):
        archive(data).verify(SHEET)


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/sharedStrings.xml", "_rels/.rels"])
def test_declared_entities_are_refused(part: str) -> None:
    with pytest.raises(ReadError, match="declares entities"):
        archive(billion_laughs(part)).verify(part)


def test_a_declaration_is_found_wherever_the_pieces_are_cut() -> None:
    for filler in range((1 << 17) - 64, (1 << 17) - 30):
        text = sheet_xml(before="<!--" + "x" * filler + "--><!DOCTYPE a>")
        with pytest.raises(ReadError, match="declares entities"):
            archive(workbook(parts={SHEET: text}, level=1)).verify(SHEET)


def test_a_part_in_utf_16_is_refused() -> None:
    data = workbook(parts={SHEET: sheet_xml().encode("utf-16")})
    with pytest.raises(ReadError, match="not written as spreadsheet programs do"):
        archive(data).verify(SHEET)


def test_flipped_bits_are_told_as_damage() -> None:
    data = bytearray(workbook(parts={SHEET: LARGE}, level=1))
    at = data.find(b"xl/worksheets/sheet1.xml") + 100
    data[at : at + 40] = bytes(40)
    with pytest.raises(ReadError, match=r"damaged|not as large"):
        archive(bytes(data)).verify(SHEET)


@pytest.mark.parametrize("engine", [None, "direct", "openpyxl", "calamine"])
def test_a_part_that_does_not_fit_its_checksum_is_refused_whoever_reads(engine: str | None) -> None:
    honest = sheet_xml().encode()
    data = bytearray(workbook())
    checksum = struct.pack("<I", zlib.crc32(honest))
    assert data.count(checksum) == 2  # before the part, and in the list of parts
    with pytest.raises(ReadError, match=r"damaged inside \(xl/worksheets/sheet1.xml\)"):
        read_excel(bytes(data.replace(checksum, bytes(4))), engine=engine)


@pytest.mark.parametrize("form", ["[" * 1001, '"' * 20_000])
def test_a_number_format_longer_than_any_is_refused_before_it_takes_long(form: str) -> None:
    data = full_workbook(HEAD + BODY, formats={"164": form.replace('"', "&quot;")})
    with pytest.raises(ReadError, match="damaged inside"):
        read_excel(data)
