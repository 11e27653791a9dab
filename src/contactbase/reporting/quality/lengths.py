"""Rules of length that the user gives as data, held against a base or the raw cells of a file (R45).

Lengths are in Unicode characters. In a file each cell is judged as it was read, without the spaces around it, under its
row and column. In a base each value is judged as it would be written; its row is taken from the journal of `clean`
where that is given. An unknown value has no length.

>>> contact = Contact(id="c-1", city="Lyon", address=("12 rue des Lilas", "Bâtiment A"))
>>> report = check_lengths([contact], [LengthRule("city", minimum=5), LengthRule("address", maximum=12)])
>>> print(report)
c-1: city has 4 characters, fewer than the 5 of the rule.
c-1: address has 16 characters, more than the 12 of the rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from contactbase.model.canonical import custom_text, phone_text
from contactbase.model.contact import Contact, Email, Phone
from contactbase.model.journal import Changes, Finding, Journal, finding
from contactbase.model.record import Record, Records
from contactbase.model.schema import SCHEMA, Role, Schema
from contactbase.model.source import SourceRef
from contactbase.reporting.quality.known import no_such_field, values_of

__all__ = ["LengthReport", "LengthRule", "check_lengths"]


@attrs.frozen
class LengthRule:
    """A field has at least `minimum` and at most `maximum` characters (None: any number), both included.

    ValueError when no length could meet the rule.
    """

    field: str
    minimum: int = 0
    maximum: int | None = None

    def __attrs_post_init__(self) -> None:
        if self.minimum < 0 or (self.maximum is not None and self.maximum < self.minimum):
            raise ValueError(f"No text has from {self.minimum} to {self.maximum} characters. Mend the rule.")

    def judge(self, text: str, *, source: SourceRef | None, contact: str | None) -> Finding | None:
        """Give what is wrong with the length of a text."""
        length = len(text)
        if length < self.minimum:
            code, limit = "check.too-short", {"minimum": self.minimum}
        elif self.maximum is not None and length > self.maximum:
            code, limit = "check.too-long", {"maximum": self.maximum}
        else:
            return None
        return finding(code, field=self.field, source=source, contact=contact, name=self.field, length=length, **limit)


@attrs.frozen
class LengthReport:
    """The findings in the order of the rows."""

    findings: tuple[Finding, ...]

    @property
    def rows(self) -> dict[tuple[str, int | None], tuple[Finding, ...]]:
        """The findings by file and row number; `("", None)` are those of contacts whose row is not known."""
        found: dict[tuple[str, int | None], list[Finding]] = {}
        for each in self.findings:
            source = each.source or SourceRef(file="")
            found.setdefault((source.file, source.row), []).append(each)
        return {key: tuple(several) for key, several in found.items()}

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    def __str__(self) -> str:
        return "\n".join(f"{_place(each)}: {each.message}" for each in self.findings) or "No length is out of its rule."


def _place(found: Finding) -> str:
    row = f"row {found.source.row}" if found.source is not None and found.source.row is not None else ""
    return ", ".join(part for part in (found.contact, row) if part) or "?"


def check_lengths(
    what: Records | Mapping[str, Contact] | Iterable[Contact | Record],
    rules: Iterable[LengthRule],
    *,
    journal: Journal | None = None,
    schema: Schema = SCHEMA,
) -> LengthReport:
    """Give every value, or raw cell of records, whose length is out of a rule.

    `journal` is that of `clean`, which knows the row of each contact. ValueError when a rule names no field.
    """
    chosen = tuple(rules)
    for rule in chosen:
        field = schema.get(rule.field)
        error = no_such_field(rule.field, schema) if field is None or field.role is not Role.INPUT else None
        if error is not None:
            raise error
    return LengthReport(tuple(_found(what, chosen, journal)))


def _found(what: Any, rules: tuple[LengthRule, ...], journal: Journal | None) -> Iterator[Finding]:
    if isinstance(what, Records):
        for part in what.parts:
            for record in part.records():
                yield from _in_record(record, rules, part.columns)
        return
    entries = () if journal is None else journal.entries
    sources = {entry.contact: entry.source for entry in entries if isinstance(entry, Changes)}
    for one in what.values() if isinstance(what, Mapping) else what:
        if isinstance(one, Record):
            yield from _in_record(one, rules, {})
        else:
            yield from _in_contact(one, rules, sources.get(one.id))


def _in_record(
    record: Record, rules: Iterable[LengthRule], columns: Mapping[str, tuple[str, ...]]
) -> Iterator[Finding]:
    for rule in rules:
        for cell in record.values.get(rule.field, "").split("\n"):
            text = cell.strip()
            if text:
                column = " / ".join(columns.get(rule.field, ())) or None
                found = rule.judge(text, source=attrs.evolve(record.source, column=column), contact=None)
                if found is not None:
                    yield found


def _in_contact(contact: Contact, rules: Iterable[LengthRule], source: SourceRef | None) -> Iterator[Finding]:
    for rule in rules:
        for value in values_of(contact, rule.field):
            found = rule.judge(_text(value), source=source, contact=contact.id)
            if found is not None:
                yield found


def _text(value: object) -> str:
    if isinstance(value, Phone):
        return phone_text(value)
    return value.address if isinstance(value, Email) else custom_text(value)
