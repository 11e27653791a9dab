"""A cleaned base as the sheets of a review workbook: what is wrong in colour, why in a comment, where in a link.

A cell whose text could not be read shows it as it stood, in red; a warning is yellow; what the codes say stands in the
comment, with what to do. Rows that may be one person share a group and a colour, and nothing is merged: that is for
the person who looks to answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Final

import attrs

from contactbase.adapters.excel.places import place
from contactbase.adapters.excel.writer import Look, MarkedCell, SheetOut
from contactbase.matching.matches import Matches
from contactbase.model.canonical import contact_texts
from contactbase.model.codes.catalog import CATALOG
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import Severity
from contactbase.model.journal import Changes, Finding, Journal
from contactbase.model.schema import FieldKind, Role, Schema
from contactbase.model.text import Language, Text
from contactbase.pipeline.review_form import ANSWER, GROUP, ID, KEPT, MARK, NO, PROBLEMS, YES, digest, sheet_names
from contactbase.reporting.quality.lengths import LengthRule

__all__ = ["ReviewSheets", "groups_of"]

_BESIDE: Final = frozenset({FieldKind.CONSENTS, FieldKind.EVENTS})
_SHOWN_IN: Final[Mapping[str, str]] = {
    "mobile": "phones",
    "landline": "phones",
    "email": "emails",
    "full_name": "last_name",
}
"""In which column a cell of an input field is shown."""

_FIXED: Final = 4
_LOOKS: Final = {Severity.ERROR: Look.ERROR, Severity.WARNING: Look.WARNING}
_WIDTHS: Final = {"emails": 32, "phones": 24, "address": 32, "id": 12}
_HEAD: Final[tuple[Text, ...]] = (
    Text("Severity", "Gravité"),
    Text("Code", "Code"),
    Text("Row of the file", "Ligne du fichier"),
    Text("Contact", "Contact"),
    Text("Column", "Colonne"),
    Text("What is wrong", "Ce qui ne va pas"),
    Text("Why it matters", "Pourquoi c'est important"),
    Text("What to do", "Que faire"),
)
_GROUP_CERTAIN: Final = Text("{number}", "{number}")
_GROUP_TO_CHECK: Final = Text("{number} (to check)", "{number} (à vérifier)")


def groups_of(base: ContactBase, matches: Matches) -> dict[str, tuple[int, bool]]:
    """Give each contact that may be a duplicate the number of its group, and whether that is certain.

    Whoever is linked, surely or perhaps, is in one group; it is certain when every link in it is.
    """
    leader: dict[str, str] = {}

    def first(member: str) -> str:
        while leader.setdefault(member, member) != member:
            leader[member] = leader[leader[member]]
            member = leader[member]
        return member

    for left, *others in matches.clusters:
        for right in others:
            leader[first(right)] = first(left)
    doubtful = [(pair.left, pair.right) for pair in matches.proposals]
    for left, right in doubtful:
        leader[first(right)] = first(left)
    unsure = {first(left) for left, _ in doubtful}
    numbers: dict[str, int] = {}
    return {
        member: (numbers.setdefault(first(member), len(numbers) + 1), first(member) not in unsure)
        for member in base
        if member in leader
    }


@attrs.frozen(kw_only=True)
class _Column:
    """A column of the contacts: its key (`field:phones`, `extra:Pointure`), its header, its name in findings."""

    key: str
    header: str

    @property
    def name(self) -> str:
        return self.key.partition(":")[2]


class ReviewSheets:
    """The sheets of one review workbook."""

    def __init__(
        self,
        base: ContactBase,
        journal: Journal,
        matches: Matches,
        *,
        schema: Schema,
        lengths: Iterable[LengthRule],
        language: Language,
    ) -> None:
        """Take the base, what `clean` found, and who may be one person."""
        self._base = base
        self._language = language
        self._schema = schema
        self._groups = groups_of(base, matches)
        self._findings = [found for found in journal.findings if found.severity is not Severity.INFO]
        self._rejections = journal.rejections
        self._by_cell: dict[tuple[str, str], list[Finding]] = {}
        self._first: dict[str, int] = {}
        for row, found in enumerate(self._findings, start=2):
            if found.contact is not None:
                self._first.setdefault(found.contact, row)
                self._by_cell.setdefault((found.contact, _column_of(found)), []).append(found)
        self._raw = _raw_texts(journal, self._by_cell)
        self._rows = {contact: number for number, contact in enumerate(base, start=2)}
        self._columns = self._used_columns()
        self._places = {column.name: _FIXED + number for number, column in enumerate(self._columns)}
        self._lengths = {rule.field: (rule.minimum, rule.maximum) for rule in lengths}

    def _used_columns(self) -> list[_Column]:
        """Give a column for every field that somebody has, or that something is wrong in; then the ones kept beside."""
        used = {name for _, name in self._by_cell}
        beside: dict[str, None] = {}
        for contact in self._base.values():
            used.update(contact_texts(contact))
            beside.update((name, None) for name, _ in contact.extra)
        columns = [
            _Column(key=f"field:{field.name}", header=field.title.say(self._language))
            for field in self._schema.of_role(Role.STORED, Role.CUSTOM)
            if field.kind not in _BESIDE and field.name != "id" and field.name in used
        ]
        taken = {column.header for column in columns} | {text.say(self._language) for text in _RESERVED}
        for name in beside:
            header = f"{name} (source)" if name in taken else name
            columns.append(_Column(key=f"extra:{name}", header=header))
        return columns

    def __iter__(self) -> Iterator[SheetOut]:
        contacts, findings, rejected = sheet_names(self._language)
        yield self._contacts(contacts, findings)
        yield self._listed(findings, contacts)
        if self._rejections:
            yield self._refused(rejected)
        yield self._kept()

    # The contacts.

    def _contacts(self, name: str, findings: str) -> SheetOut:
        header = [*(text.say(self._language) for text in _RESERVED), *(column.header for column in self._columns)]
        answers = (YES.say(self._language), NO.say(self._language))
        return SheetOut(
            name=name,
            header=header,
            rows=(self._row(contact, findings) for contact in self._base.values()),
            lists={2: answers, **self._lists()},
            lengths={self._places[field]: bounds for field, bounds in self._lengths.items() if field in self._places},
            widths={0: 14, 1: 20, 2: 18, 3: 12, **{p: _WIDTHS.get(n, 18) for n, p in self._places.items()}},
            fixed=3,
        )

    def _lists(self) -> dict[int, tuple[str, ...]]:
        """Give the values that a column of choices may have."""
        return {
            self._places[field.name]: tuple(field.values)
            for field in self._schema.of_role(Role.STORED, Role.CUSTOM)
            if field.values is not None and field.name in self._places
        }

    def _row(self, contact: Contact, findings: str) -> list[str | MarkedCell]:
        group = self._groups.get(contact.id)
        cells = [self._cell(contact, column) for column in self._columns]
        count = sum(len(self._by_cell.get((contact.id, column.name), ())) for column in self._columns)
        return [self._id(contact.id, group), *self._group(group), self._problems(contact.id, count, findings), *cells]

    def _id(self, contact: str, group: tuple[int, bool] | None) -> str | MarkedCell:
        return contact if group is None else MarkedCell(text=contact, look=_look(group[0]))

    def _group(self, group: tuple[int, bool] | None) -> list[str | MarkedCell]:
        if group is None:
            return ["", ""]
        number, certain = group
        label = (_GROUP_CERTAIN if certain else _GROUP_TO_CHECK).say(self._language, number=number)
        return [MarkedCell(text=label, look=_look(number)), MarkedCell(text="", look=_look(number))]

    def _problems(self, contact: str, count: int, findings: str) -> str | MarkedCell:
        if not count:
            return ""
        return MarkedCell(text=str(count), look=Look.LINK, link=f"'{findings}'!{place(0, self._first[contact])}")

    def _text(self, contact: Contact, column: _Column, texts: Mapping[str, str], extra: Mapping[str, str]) -> str:
        """Give the text of a cell: what was understood, and behind it what could not be."""
        if column.key.startswith("extra:"):
            return extra.get(column.name, "")
        known = texts.get(column.name, "")
        raw = self._raw.get((contact.id, column.name), ())
        return "|".join(filter(None, (known, *raw)))

    def _cell(self, contact: Contact, column: _Column) -> str | MarkedCell:
        text = self._text(contact, column, contact_texts(contact), dict(contact.extra))
        found = self._by_cell.get((contact.id, column.name))
        if not found:
            return text
        worst = Severity.ERROR if any(one.severity is Severity.ERROR for one in found) else Severity.WARNING
        comment = "\n".join(
            f"{one.code}: {one.say(self._language)}\n→ {CATALOG[one.code].remedy.say(self._language)}" for one in found
        )
        return MarkedCell(text=text, look=_LOOKS[worst], comment=comment)

    # The findings, the refused rows, and what programs need.

    def _listed(self, name: str, contacts: str) -> SheetOut:
        return SheetOut(
            name=name,
            header=[text.say(self._language) for text in _HEAD],
            rows=(self._finding(found, contacts) for found in self._findings),
            widths={0: 10, 1: 30, 2: 22, 3: 12, 4: 18, 5: 60, 6: 60, 7: 60},
        )

    def _finding(self, found: Finding, contacts: str) -> list[str | MarkedCell]:
        code, language = CATALOG[found.code], self._language
        row = self._rows.get(found.contact or "")
        column = self._places.get(_column_of(found), 0)
        link = f"'{contacts}'!{place(column, row)}" if row is not None else ""
        source = found.source
        return [
            MarkedCell(text=str(found.severity), look=_LOOKS[found.severity]),
            found.code,
            "" if source is None else str(source.line or source.row or source.file),
            MarkedCell(text=found.contact, look=Look.LINK, link=link)
            if found.contact and link
            else found.contact or "",
            (source.column if source and source.column else found.field) or "",
            found.say(language),
            code.why.say(language),
            code.remedy.say(language),
        ]

    def _refused(self, name: str) -> SheetOut:
        width = max(len(entry.cells) for entry in self._rejections)
        head = (_HEAD[2], _HEAD[1], _HEAD[5])
        return SheetOut(
            name=name,
            header=[*(text.say(self._language) for text in head), *map(str, range(1, width + 1))],
            rows=(
                [
                    str(entry.source.line or entry.source.row or ""),
                    MarkedCell(text=entry.code, look=Look.ERROR),
                    entry.say(self._language),
                    *entry.cells,
                ]
                for entry in self._rejections
            ),
            widths={0: 16, 1: 30, 2: 60},
        )

    def _kept(self) -> SheetOut:
        headers = [text.say(self._language) for text in _RESERVED]
        keys = [column.key for column in self._columns]
        return SheetOut(
            name=KEPT,
            header=[MARK, self._language],
            rows=[
                [*headers, *(column.header for column in self._columns)],
                ["id", "group", "answer", "problems", *keys],
                *(self._digests(contact) for contact in self._base.values()),
            ],
            hidden=True,
        )

    def _digests(self, contact: Contact) -> list[str]:
        texts, extra = contact_texts(contact), dict(contact.extra)
        made = (digest(contact.id, one.key, self._text(contact, one, texts, extra)) for one in self._columns)
        return [contact.id, " ".join(made)]


_RESERVED: Final = (ID, GROUP, ANSWER, PROBLEMS)


def _look(number: int) -> Look:
    return Look.ODD_GROUP if number % 2 else Look.EVEN_GROUP


def _column_of(found: Finding) -> str:
    return _SHOWN_IN.get(found.field or "", found.field or "")


def _raw_texts(
    journal: Journal, by_cell: Mapping[tuple[str, str], Sequence[Finding]]
) -> dict[tuple[str, str], tuple[str, ...]]:
    """Give the texts that could not be read, by contact and column: those with an error and nothing after them."""
    raw: dict[tuple[str, str], tuple[str, ...]] = {}
    for entry in journal.entries:
        if not isinstance(entry, Changes):
            continue
        for field, before, after in sorted(entry.fields, key=itemgetter(0)):
            key = entry.contact, _SHOWN_IN.get(field, field)
            wrong = {found.field for found in by_cell.get(key, ()) if found.severity is Severity.ERROR}
            if before and after is None and field in wrong:
                raw[key] = (*raw.get(key, ()), *before.split("\n"))
    return raw
