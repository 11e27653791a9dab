"""Workbooks for the tests, made by hand: honest ones, and every kind that attacks a reader."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import Any

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"

SHEET = "xl/worksheets/sheet1.xml"
ROOT = (
    f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{RELATIONS}/officeDocument"'
    ' Target="xl/workbook.xml"/></Relationships>'
)
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
)
RELS = (
    f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{RELATIONS}/worksheet"'
    ' Target="worksheets/sheet1.xml"/></Relationships>'
)
HEAD = (
    '<row r="1"><c r="A1" t="inlineStr"><is><t>Nom</t></is></c><c r="B1" t="inlineStr"><is><t>Ville</t></is></c></row>'
)
BODY = (
    '<row r="2"><c r="A2" t="inlineStr"><is><t>Petit</t></is></c><c r="B2" t="inlineStr"><is><t>Lyon</t></is></c></row>'
)


def workbook_xml(state: str = "visible", *, date1904: bool = False) -> str:
    about = '<workbookPr date1904="1"/>' if date1904 else ""
    return (
        f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">{about}<sheets>'
        f'<sheet name="Clients" sheetId="1" state="{state}" r:id="r1"/></sheets></workbook>'
    )


def sheet_xml(rows: str = HEAD + BODY, *, before: str = "", after: str = "") -> str:
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>'
    return f'<?xml version="1.0" encoding="UTF-8"?>{before}{sheet}'


def workbook(
    rows: str = HEAD + BODY, *, parts: Mapping[str, str | bytes] | None = None, level: int = 6, after: str = ""
) -> bytes:
    """Pack an xlsx file of one sheet; `parts` replaces or adds parts."""
    content: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": ROOT,
        "xl/workbook.xml": workbook_xml(),
        "xl/_rels/workbook.xml.rels": RELS,
        SHEET: sheet_xml(rows, after=after),
        **(parts or {}),
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name, text in content.items():
            archive.writestr(name, text)
    return packed.getvalue()


def text_cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def far_cell(cell: str = '<c r="XFD1048576"><v>1</v></c>') -> bytes:
    """An honest little sheet, and one cell at the end of the world."""
    return workbook(f'{HEAD}{BODY}<row r="1048576">{cell}</row>')


def zip_bomb(megabytes: int = 400) -> bytes:
    """A sheet that packs to less than a hundredth."""
    filler = " " * (1 << 20)
    return workbook(parts={SHEET: sheet_xml(HEAD + BODY + filler * megabytes)}, level=9)


def billion_laughs(part: str) -> bytes:
    """Entities that grow to gigabytes, declared in one part."""
    layers = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    declared = f"<!DOCTYPE x [{layers}]>"
    laugh = HEAD + '<row r="2"><c r="A2" t="inlineStr"><is><t>&a9;</t></is></c></row>'
    texts = {
        SHEET: sheet_xml(laugh, before=declared),
        "xl/workbook.xml": declared + workbook_xml().replace('name="Clients"', 'name="&a9;"'),
        "xl/sharedStrings.xml": f'{declared}<sst xmlns="{MAIN}"><si><t>&a9;</t></si></sst>',
        "_rels/.rels": declared + ROOT,
    }
    return workbook(parts={part: texts[part]})


def lying(data: bytes, part: str, size: int) -> bytes:
    """Rewrite the size that an archive claims for a part, in both of its headers."""
    changed = bytearray(data)
    name = part.encode()
    for signature, fixed, at in ((b"PK\x01\x02", 46, 24), (b"PK\x03\x04", 30, 22)):
        start = changed.find(signature)
        while start >= 0:
            if changed[start + fixed : start + fixed + len(name)] == name:
                struct.pack_into("<I", changed, start + at, size)
            start = changed.find(signature, start + 4)
    return bytes(changed)


def with_matching_checksum(data: bytes, part: str, size: int, text: bytes) -> bytes:
    """Make the checksum of a part fit the beginning that it claims to be."""
    changed = bytearray(lying(data, part, size))
    name = part.encode()
    for signature, fixed, at in ((b"PK\x01\x02", 46, 16), (b"PK\x03\x04", 30, 14)):
        start = changed.find(signature)
        while start >= 0:
            if changed[start + fixed : start + fixed + len(name)] == name:
                struct.pack_into("<I", changed, start + at, zlib.crc32(text[:size]))
            start = changed.find(signature, start + 4)
    return bytes(changed)


def ods(rows: str) -> bytes:
    """Pack an OpenDocument spreadsheet of one sheet."""
    office = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<office:document-content xmlns:office="{office}:office:1.0" xmlns:table="{office}:table:1.0"'
        f' xmlns:text="{office}:text:1.0"><office:body><office:spreadsheet><table:table table:name="Clients">{rows}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        f'<manifest:manifest xmlns:manifest="{office}:manifest:1.0"><manifest:file-entry manifest:full-path="/"'
        f' manifest:media-type="{kind}"/></manifest:manifest>'
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", kind, zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr("content.xml", content)
    return packed.getvalue()


def ods_row(*texts: str, rows: int = 1, columns: int = 1) -> str:
    """Give a row of an OpenDocument spreadsheet, repeated down and across."""
    cells = "".join(
        f'<table:table-cell office:value-type="string" table:number-columns-repeated="{columns}">'
        f"<text:p>{text}</text:p></table:table-cell>"
        for text in texts
    )
    return f'<table:table-row table:number-rows-repeated="{rows}">{cells}</table:table-row>'


def with_far_cell(xls: bytes, record: int, size: int) -> bytes:
    """Move the first cell record of that kind of an old Excel file to the last row and column of its numbers."""
    changed = bytearray(xls)
    struct.pack_into("<HH", changed, changed.index(struct.pack("<HH", record, size)) + 4, 0xFFFF, 0xFFFF)
    return bytes(changed)


TEXTS = "xl/sharedStrings.xml"
STYLES = "xl/styles.xml"
_KINDS = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def full_workbook(rows: str, *, texts: str = "", formats: Mapping[str, str] | None = None, **about: Any) -> bytes:
    """Pack a workbook with shared texts (`<si>` elements) and styles: number format 0, then those of `formats`.

    `formats` are numbers of formats, each with its own format, or "" where it is built in; `about` goes to
    `workbook_xml`, but for `after`, which stands behind the rows.
    """
    own = formats or {}
    named = "".join(f'<numFmt numFmtId="{n}" formatCode="{form}"/>' for n, form in own.items() if form)
    styles = "".join(f'<xf numFmtId="{n}"/>' for n in ("0", *own))
    parts = {
        "[Content_Types].xml": TYPES.replace(
            "</Types>",
            f'<Override PartName="/{TEXTS}" ContentType="{_KINDS}.sharedStrings+xml"/>'
            f'<Override PartName="/{STYLES}" ContentType="{_KINDS}.styles+xml"/></Types>',
        ),
        "xl/_rels/workbook.xml.rels": RELS.replace(
            "</Relationships>",
            f'<Relationship Id="r2" Type="{RELATIONS}/styles" Target="styles.xml"/>'
            f'<Relationship Id="r3" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        ),
        TEXTS: f'<sst xmlns="{MAIN}">{texts}</sst>',
        STYLES: (
            f'<styleSheet xmlns="{MAIN}"><numFmts>{named}</numFmts><fonts><font/></fonts><fills><fill><patternFill/>'
            "</fill></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs>"
            f"<cellXfs>{styles}</cellXfs></styleSheet>"
        ),
    }
    after = about.pop("after", "")
    if about:
        parts["xl/workbook.xml"] = workbook_xml(**about)
    return workbook(rows, parts=parts, after=after)
