"""A folder of results after an erasure: every file in which the erased people still stood, written anew, all at once.

`contacts.csv`, `consents.csv` and `events.csv` lose their rows or the cells that went; `journal.jsonl` loses every
entry about them and about the duplicates merged into them; a rejected row that holds one of their addresses loses its
cells, and so does one of orders that has their customer number. All other rows stay byte for byte. The counts of
`summary.json` and the report follow; the masked examples in both are left as they are.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from os import PathLike
from pathlib import Path
from typing import Any, Final

import attrs

from contactbase.adapters.atomic import RESULTS, atomic_folder
from contactbase.adapters.guard import unguard
from contactbase.errors import ReadError
from contactbase.model.canonical import contact_texts
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.suppression import AddressKind
from contactbase.pipeline.restoring import base_of
from contactbase.privacy.addresses import addresses_of, read_address
from contactbase.reporting.html import report_html
from contactbase.reporting.summary import figures_of, summary

__all__ = ["base_of", "rewrite_folder"]

_KINDS: Final = (AddressKind.EMAIL, AddressKind.SMS)
_Place = tuple[str, str]
"""A file, and the number of a row in it."""
_Edit = Callable[[dict[str, str]], Mapping[str, str] | None]
"""What becomes of a row, as header to cell: itself, another row, or None where it goes."""


def rewrite_folder(folder: str | PathLike[str], before: ContactBase, after: ContactBase) -> None:
    """Write a folder of results anew for a base from which people were erased, whole or in part.

    ReadError where the folder is none of ours; WriteError where it cannot be written.
    """
    changed = {name: after.get(name) for name, contact in before.items() if after.get(name) != contact}
    path = Path(folder)
    texts = {name: _text(path / name) for name in sorted(RESULTS) if (path / name).exists()}
    absorbed = _absorbed(texts.get("journal.jsonl", ""), changed)
    made = dict(texts)
    addresses = frozenset(form for name in changed for form in _forms(before[name]))
    numbers = absorbed | {text for name in changed for text in _beside(before[name])}
    orders = _rows_of(texts.get("journal.jsonl", ""), {_bare(number) for number in numbers} | numbers)
    for name, edit in _edits(changed, addresses, orders).items():
        if name in texts:
            made[name] = "".join(_rows(texts[name], edit))
    if "journal.jsonl" in texts:
        made["journal.jsonl"] = "".join(_journal(texts["journal.jsonl"], absorbed, addresses, orders))
    gone = sum(contact is None for contact in changed.values())
    made["summary.json"], made["report.html"] = _figures(texts["summary.json"], gone)
    with atomic_folder(path) as place:
        for name, text in made.items():
            Path(place, name).write_bytes(text.encode())


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode()
    except (OSError, UnicodeDecodeError) as error:
        raise ReadError(f"{path} cannot be read; nothing was erased.") from error


def _edits(
    changed: Mapping[str, Contact | None], addresses: Collection[str], orders: Collection[_Place]
) -> dict[str, _Edit]:
    """Give what becomes of the rows of each table.

    `addresses` are the normal forms of those of the erased, `orders` the places of rejected rows that have a number of
    theirs.
    """

    def contacts(row: dict[str, str]) -> Mapping[str, str] | None:
        name = unguard(row["id"])
        if name not in changed:
            return row
        left = changed[name]
        if left is None:
            return None
        known = {"id", *contact_texts(left)}
        return {header: cell if header in known else "" for header, cell in row.items()}

    def beside(held: Callable[[Contact], Collection[str]], column: str) -> _Edit:
        def edit(row: dict[str, str]) -> Mapping[str, str] | None:
            name = unguard(row["contact_id"])
            left = changed.get(name)
            if name not in changed or (left is not None and row[column] in held(left)):
                return row
            return None

        return edit

    def rejected(row: dict[str, str]) -> Mapping[str, str] | None:
        theirs = (row["file"], row["row"]) in orders or _holds(_cells(unguard(row["raw"]), ","), addresses)
        return {**row, "raw": ""} if theirs else row

    return {
        "contacts.csv": contacts,
        "consents.csv": beside(lambda left: {record.channel.value for record in left.consents}, "channel"),
        "events.csv": beside(lambda left: {event.kind.value for event in left.events}, "kind"),
        "rejected.csv": rejected,
    }


def _forms(contact: Contact) -> Iterator[str]:
    for kind in _KINDS:
        for address in addresses_of(contact, kind):
            yield from address.forms


def _holds(cells: Iterable[str], addresses: Collection[str]) -> bool:
    """Tell whether one of some raw cells holds one of the addresses."""
    forms = (form for cell in cells for kind in _KINDS for form in read_address(kind, cell).forms)
    return any(form in addresses for form in forms)


def _rows(text: str, edit: _Edit) -> Iterator[str]:
    """Yield the text of a table row by row, edited; rows that stay are the same bytes."""
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    rows = _raw_rows(text.removeprefix("\ufeff"))
    head = next(rows, None)
    if head is None:
        return
    delimiter = ";" if head.count(";") > head.count(",") else ","
    end = "\r\n" if head.endswith("\r\n") else "\n"
    header = _cells(head, delimiter)
    yield mark + head
    for raw in rows:
        row = dict(zip(header, _cells(raw, delimiter), strict=False))
        after = edit(row)
        if after is row:
            yield raw
        elif after is not None:
            made = io.StringIO(newline="")
            csv.writer(made, delimiter=delimiter, lineterminator=end).writerow(after[name] for name in header)
            yield made.getvalue()


def _raw_rows(text: str) -> Iterator[str]:
    """Yield the rows of a table as they are written (RFC 4180): a line end inside quotes ends no row."""
    start = place = 0
    inside = False
    while (end := text.find("\n", place)) >= 0:
        inside ^= text.count('"', place, end) % 2 == 1
        place = end + 1
        if not inside:
            yield text[start:place]
            start = place
    if start < len(text):
        yield text[start:]


def _cells(row: str, delimiter: str) -> list[str]:
    """Give the cells of one row, of any length; what `csv.reader` gives, without its limit of 131,072 characters."""
    text = row.rstrip("\r\n")
    cells: list[str] = []
    place = 0
    while place <= len(text):
        if text.startswith('"', place):
            end = text.find('"', place + 1)
            while text.startswith('""', end):
                end = text.find('"', end + 2)
            end = len(text) if end < 0 else end
            cells.append(text[place + 1 : end].replace('""', '"'))
            place = end + 2
        else:
            end = text.find(delimiter, place)
            end = len(text) if end < 0 else end
            cells.append(text[place:end])
            place = end + 1
    return cells


def _absorbed(journal: str, changed: Iterable[str]) -> set[str]:
    """Give the ids of the erased and of everything that was ever merged into them."""
    merges: dict[str, set[str]] = {}
    for line in io.StringIO(journal):
        found = _object(line)
        if found.get("entry") == "merge":
            merges.setdefault(str(found.get("kept")), set()).update(map(_id, found.get("absorbed", ())))
    names: set[str] = set()
    waiting = list(changed)
    while waiting:
        name = waiting.pop()
        if name not in names:
            names.add(name)
            waiting += merges.get(name, ())
    return names


def _beside(contact: Contact) -> Iterator[str]:
    """Give the texts kept beside a contact, among which a customer number may be (`--by`)."""
    for _, value in (*contact.extra, *contact.custom):
        if value not in (None, ""):
            yield " ".join(str(value).split())


def _bare(number: str) -> str:
    """Give an id as the client file had it, without the mark of a second row that has it."""
    first, mark, count = number.rpartition("~")
    return first if mark and count.isdecimal() else number


def _rows_of(journal: str, numbers: Collection[str]) -> set[_Place]:
    """Give the file and the row of the rejected orders whose customer number is one of some."""
    places: dict[str, set[int]] = {}
    refused: list[tuple[str, str, Sequence[str]]] = []
    for line in io.StringIO(journal):
        found = _object(line)
        if found.get("code") == "join.done" and found.get("entry") == "finding":
            said = str(found.get("details", {}).get("customer_columns", ""))
            places.setdefault(str(found.get("file", "")), set()).update(map(int, said.split()))
        elif found.get("entry") == "rejection" and str(found.get("code")).startswith(("orders.", "join.")):
            refused.append((str(found.get("file", "")), str(found.get("row")), found.get("cells", ())))
    return {
        (file, row)
        for file, row, cells in refused
        if any(at < len(cells) and " ".join(str(cells[at]).split()) in numbers for at in places.get(file, ()))
    }


def _journal(
    text: str, names: Collection[str], addresses: Collection[str], orders: Collection[_Place]
) -> Iterator[str]:
    """Yield the lines of a journal that are not about some contacts; citations of a rule are not lost with one."""
    cited: dict[str, Any] = {}
    for line in io.StringIO(text):
        found = _object(line)
        about = {found.get("contact"), found.get("kept"), *map(_id, found.get("absorbed", ()))}
        rule = str(found.get("rule", "")) if found.get("entry") == "decision" else ""
        if about & set(names):
            if rule and "citations" in found:
                cited[rule] = found["citations"]
            continue
        theirs = (str(found.get("file", "")), str(found.get("row"))) in orders
        if found.get("entry") == "rejection" and (theirs or _holds(map(str, found.get("cells", ())), addresses)):
            yield json.dumps(found | {"cells": []}, ensure_ascii=False, separators=(",", ":")) + "\n"
            continue
        waiting = cited.pop(rule, None)
        if waiting is None or "citations" in found:
            yield line
        else:
            whole = found | {"citations": waiting}
            yield json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n"


def _object(line: str) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except ValueError as error:
        raise ReadError("journal.jsonl holds a line that is no journal entry; nothing was erased.") from error
    return found if isinstance(found, dict) else {}


def _id(contact: Any) -> str:
    return str(contact.get("id")) if isinstance(contact, dict) else str(contact)


def _figures(text: str, gone: int) -> tuple[str, str]:
    """Give the summary and the report with the erased counted as removed."""
    figures = figures_of(json.loads(text))
    figures = attrs.evolve(figures, contacts=figures.contacts - gone, removed=figures.removed + gone)
    return json.dumps(summary(figures), ensure_ascii=False, indent=1) + "\n", report_html(figures)
