r"""What a workbook says of itself: its sheets, which are hidden, where each stands, its calendar, its own formats.

ECMA-376 part 1: 18.2 (workbook), 18.8.30 (number formats); OPC relationships. Start tags are all that is read, by
expat, which here refuses every declaration of entities.

>>> tags(b'<x:sheets xmlns:x="u"><x:sheet name="Clients"/></x:sheets>')
[('sheet', {'name': 'Clients'})]
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from typing import Final
from xml.parsers import expat

import attrs

from contactbase.adapters.excel.archive import Archive
from contactbase.errors import ReadError

__all__ = ["SheetPart", "WorkbookParts", "read_parts", "tags", "zero_padded"]

_LOCALE: Final = re.compile(r"\[\$-[0-9A-Fa-f]+\]")
_TOKEN: Final = re.compile(r'(?P<place>[0#])|\\(?P<escaped>.)|"(?P<quoted>[^"]*)"|(?P<plain>[ \-()+])')
_WANTED: Final = frozenset(("Relationship", "numFmt", "sheet", "workbookPr"))
_MOST: Final = 100_000
_WORKSHEET: Final = "/worksheet"
_ROOT: Final = "_rels/.rels"


@attrs.frozen(kw_only=True)
class SheetPart:
    """A worksheet: its name, the part of the archive in which its cells stand, whether it is hidden."""

    name: str
    path: str
    hidden: bool


@attrs.frozen(kw_only=True)
class WorkbookParts:
    """What a workbook says of itself. `padded` are the number formats that show zeros which no number has."""

    sheets: tuple[SheetPart, ...]
    date1904: bool
    padded: bool


def tags(document: bytes) -> list[tuple[str, dict[str, str]]]:
    """Give the start tags of a document that matter here, without their prefixes.

    expat.ExpatError where it is no XML, or has more of them than any workbook.
    """
    found: list[tuple[str, dict[str, str]]] = []

    def start(prefixed: str, given: dict[str, str]) -> None:
        name = prefixed.rpartition(":")[2]
        if name in _WANTED:
            found.append((name, given))
        if len(found) > _MOST:
            raise expat.ExpatError("more tags than any workbook has")

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = _refuse_declaration
    parser.Parse(document, True)  # noqa: FBT003 - expat takes it by place
    return found


def _refuse_declaration(*_about: object) -> None:
    raise expat.ExpatError("a workbook declares no entities")


def read_parts(archive: Archive) -> WorkbookParts:
    """Read what a workbook says of itself; ReadError where it is none, or a damaged one."""
    try:
        workbook = _workbook_path(archive)
        found = tags(archive.read(workbook))
        targets = _targets(archive, workbook)
        formats = _formats(archive, posixpath.join(posixpath.dirname(workbook), "styles.xml"))
    except (expat.ExpatError, UnicodeError) as error:
        raise ReadError(f"{archive.name} is damaged inside. Open it in a spreadsheet program and save it again.") from (
            error
        )
    return WorkbookParts(
        sheets=tuple(_sheets(found, targets, archive)),
        date1904=any(name == "workbookPr" and given.get("date1904") in ("1", "true") for name, given in found),
        padded=any(map(zero_padded, formats)),
    )


def _workbook_path(archive: Archive) -> str:
    for name, given in tags(archive.read(_ROOT)):
        if name == "Relationship" and given.get("Type", "").endswith("/officeDocument"):
            return given.get("Target", "").lstrip("/")
    raise ReadError(f"{archive.name} is no Excel workbook, though it is packed like one. Save it as CSV.")


def _targets(archive: Archive, workbook: str) -> Mapping[str, tuple[str, str]]:
    """Give the type and the place of every part that the workbook names."""
    folder, base = posixpath.split(workbook)
    path = posixpath.join(folder, "_rels", f"{base}.rels")
    found = tags(archive.read(path)) if path in archive else []
    return {
        given.get("Id", ""): (given.get("Type", ""), _placed(folder, given.get("Target", "")))
        for name, given in found
        if name == "Relationship"
    }


def _placed(folder: str, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))


def _sheets(
    found: list[tuple[str, dict[str, str]]], targets: Mapping[str, tuple[str, str]], archive: Archive
) -> list[SheetPart]:
    sheets = []
    for name, given in found:
        if name != "sheet":
            continue
        key = next((value for key, value in given.items() if key.rpartition(":")[2] == "id" and ":" in key), "")
        kind, path = targets.get(key, ("", ""))
        if kind.endswith(_WORKSHEET) and path in archive:
            hidden = given.get("state", "visible") != "visible"
            sheets.append(SheetPart(name=given.get("name", ""), path=path, hidden=hidden))
    return sheets


def _formats(archive: Archive, path: str) -> list[str]:
    """Give the number formats that cells of the workbook have and that are its own."""
    found = tags(archive.read(path)) if path in archive else []
    return [given.get("formatCode", "") for name, given in found if name == "numFmt"]


def zero_padded(form: str) -> tuple[str, ...] | None:
    r"""Take a number format apart that fills up with zeros and does nothing else; None for any other.

    Each piece is a place for a digit ("0") or a text that stands between.

    >>> zero_padded("00000"), zero_padded('0#" "##'), zero_padded("0.00"), zero_padded("#,##0"), zero_padded("dd/mm/yy")
    (('0', '0', '0', '0', '0'), ('0', '0', ' ', '0', '0'), None, None, None)
    """
    text = _LOCALE.sub("", form).partition(";")[0]
    pieces: list[str] = []
    at, zero = 0, False
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None or (found["place"] == "#" and not zero):
            return None
        zero = zero or found["place"] == "0"
        between = found["escaped"] or found["quoted"] or found["plain"] or ""
        pieces.append("0" if found["place"] else between)
        at = found.end()
    if any(char.isdigit() for piece in pieces if piece != "0" for char in piece):
        return None
    return tuple(pieces) if pieces.count("0") > 1 else None
