r"""What a workbook says of itself: its sheets, which are hidden, where each stands, its calendar, its own formats.

ECMA-376 part 1: 18.2 (workbook), 18.8.30 (number formats); OPC relationships. Start tags are all that is read, by
expat, which here refuses every declaration of entities.

>>> tags(b'<x:sheets xmlns:x="u"><x:sheet name="Clients"/></x:sheets>')
[('sheet', {'name': 'Clients'})]
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import Final
from xml.parsers import expat

import attrs

from contactbase.adapters.excel.archive import Archive
from contactbase.adapters.excel.styles import Style, Tag, styles, zero_padded
from contactbase.errors import ReadError

__all__ = ["SheetPart", "WorkbookParts", "read_parts", "tags"]

_WANTED: Final = frozenset(
    ("Relationship", "sheet", "workbookPr", "numFmts", "numFmt", "cellStyleXfs", "cellXfs", "xf", "dxfs")
)
_MOST: Final = 100_000
_WORKSHEET: Final = "/worksheet"
_TEXTS: Final = "/sharedStrings"
_ROOT: Final = "_rels/.rels"


@attrs.frozen(kw_only=True)
class SheetPart:
    """A worksheet: its name, the part of the archive in which its cells stand, whether it is hidden."""

    name: str
    path: str
    hidden: bool


@attrs.frozen(kw_only=True)
class WorkbookParts:
    """What a workbook says of itself: its sheets, its calendar, its styles, and where its shared texts stand, if any.

    `padded`: whether there are number formats that show zeros which no number has.
    """

    sheets: tuple[SheetPart, ...]
    date1904: bool
    padded: bool
    styles: tuple[Style, ...] = ()
    texts: str = ""


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
        looks = _optional(archive, posixpath.join(posixpath.dirname(workbook), "styles.xml"))
        formed = styles(looks)
    except (expat.ExpatError, ValueError) as error:
        raise ReadError(f"{archive.name} is damaged inside. Open it in a spreadsheet program and save it again.") from (
            error
        )
    return WorkbookParts(
        sheets=tuple(_sheets(found, targets, archive)),
        date1904=any(name == "workbookPr" and given.get("date1904") in ("1", "true") for name, given in found),
        padded=any(zero_padded(given.get("formatCode", "")) for name, given in looks if name == "numFmt"),
        styles=formed,
        texts=next((path for kind, path in targets.values() if kind.endswith(_TEXTS) and path in archive), ""),
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
    return {
        given.get("Id", ""): (given.get("Type", ""), _placed(folder, given.get("Target", "")))
        for name, given in _optional(archive, path)
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


def _optional(archive: Archive, path: str) -> list[Tag]:
    """Give the tags of a part that not every workbook has."""
    return [*tags(archive.read(path))] if path in archive else []
