"""What a file that is no CSV seems to be, by its first bytes, and what to do with it.

The numbers are those of each format's own definition (PKWARE APPNOTE, MS-CFB, ISO 32000, RFC 2083, …); a file with
none of them that is full of NULs or control characters is simply binary.

>>> print(refusal(b"%PDF-1.7 ..."))
a PDF document: ask for the table behind it, or save it as CSV
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["OLE", "ZIP", "refusal"]

ZIP: Final = b"PK\x03\x04"
OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a zip archive (xlsx, ods) and an OLE container (xls, and xlsx with a password) begin."""

_SAVE: Final = "open it and save it as CSV"
_EXTRACT: Final = "extract the file inside it and read that"

_ZIPPED: Final = (
    (b"xl/", f"an Excel workbook: {_SAVE}"),
    (b"opendocument.spreadsheet", f"an OpenDocument spreadsheet: {_SAVE}"),
    (b"Index/Document.iwa", f"a Numbers spreadsheet: {_SAVE}"),
    (b"word/", "a Word document: copy its table into a spreadsheet and save that as CSV"),
)
_SIGNATURES: Final = (
    (b"PK\x05\x06", f"an empty zip archive: {_EXTRACT}"),
    (OLE, f"an old Excel or Office file: {_SAVE}"),
    (b"\x09\x08\x10\x00\x00\x06", f"an old Excel file: {_SAVE}"),
    (b"%PDF", "a PDF document: ask for the table behind it, or save it as CSV"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture: ask for the table itself"),
    (b"\xff\xd8\xff", "a JPEG picture: ask for the table itself"),
    (b"GIF8", "a GIF picture: ask for the table itself"),
    (b"SQLite format 3\0", "an SQLite database: export its table as CSV"),
    (b"PAR1", "a Parquet file: name it .parquet"),
    (b"Rar!\x1a\x07", f"a RAR archive: {_EXTRACT}"),
    (b"7z\xbc\xaf\x27\x1c", f"a 7-Zip archive: {_EXTRACT}"),
    (b"\x28\xb5\x2f\xfd", f"a Zstandard archive: {_EXTRACT}"),
    (b"{\\rtf", "a rich text document: copy its table into a spreadsheet and save that as CSV"),
)
_TEXTUAL: Final = (
    (re.compile(rb"(?i)<!doctype\s+html|<html|<table"), f"a web page: {_SAVE}"),
    (re.compile(rb"(?i)<\?xml"), f"an XML file: {_SAVE}"),
    (re.compile(rb'\{\s*["}]|\[\s*[\[{]'), "a JSON file: write one object a line (JSON Lines), or convert it to CSV"),
    (re.compile(rb"(?i)BEGIN:VCARD"), "a vCard file: name it .vcf"),
    (re.compile(rb"(?i)BEGIN:VCALENDAR"), "a calendar: export the contacts as CSV"),
)
_CONTROLS: Final = bytes(byte for byte in range(32) if byte not in b"\0\t\n\x0b\x0c\r\x1a\x1b")
_MANY = 0.1


def refusal(head: bytes) -> str | None:
    """Say what the beginning of a file shows it to be and what to do; None when it may be a table of text.

    `head` should be a few kilobytes or more, of the file as it is after decompression.
    """
    if head.startswith(ZIP):
        return next((words for sign, words in _ZIPPED if sign in head), f"a zip archive: {_EXTRACT}")
    for sign, words in _SIGNATURES:
        if head.startswith(sign):
            return words
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:64]
    for pattern, words in _TEXTUAL:
        if pattern.match(start):
            return words
    return _binary(head)


def _binary(head: bytes) -> str | None:
    """Judge by NULs and control characters; UTF-16, whose NULs all stand on one side, is text."""
    controls = len(head) - len(head.translate(None, _CONTROLS))
    even, odd = head[0::2].count(0), head[1::2].count(0)
    one_sided = max(even, odd) > 0.4 * (len(head) // 2) and min(even, odd) < 0.05 * (len(head) // 2)
    marked = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    if not marked and (controls > _MANY * len(head) or (even + odd > _MANY * len(head) and not one_sided)):
        return "a binary file: export its table as CSV"
    return None
