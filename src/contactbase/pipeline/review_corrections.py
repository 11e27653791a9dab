"""A changed row to a corrected contact: what was typed is read like any other cell, and refused where it is not valid.

>>> from contactbase.model.schema import SCHEMA
>>> from contactbase.pipeline.review_reading import ChangedRow
>>> entries = []
>>> correct = Corrector(as_of=dt.date(2026, 11, 22), region="FR", schema=SCHEMA, file="r.xlsx", note=entries.append)
>>> row = ChangedRow(contact="c-1", source=SourceRef(file="r.xlsx"), changed={"field:phones": "06 12 34 56 78"})
>>> correct(Contact(id="c-1", last_name="Petit"), row).phones[0].e164, [entry.code for entry in entries[:-1]]
('+33612345678', ['review.corrected'])
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final

import attrs

from contactbase.model.canonical import contact_texts, split
from contactbase.model.contact import Contact
from contactbase.model.enums import Severity
from contactbase.model.journal import Finding, Merge, Note, finding
from contactbase.model.schema import FieldKind, Role, Schema
from contactbase.model.source import SourceRef
from contactbase.normalize.clean import clean
from contactbase.pipeline.review_reading import ChangedRow

__all__ = ["Corrector"]

_SEVERAL: Final = frozenset({FieldKind.PHONES, FieldKind.EMAILS, FieldKind.LINES, FieldKind.LABELS})
_BESIDE: Final = frozenset({"id", "consents", "events"})
_NOBODY: Final = "_nobody"
_FOLLOWS: Final[Mapping[str, str]] = {"department": "postcode", "sex": "title"}
"""A field that is filled from another one, and is filled anew when that one is corrected."""


@attrs.frozen(kw_only=True)
class Corrector:
    """Corrects contacts one at a time, noting every field that was corrected, or could not be."""

    as_of: dt.date
    region: str
    schema: Schema
    file: str
    note: Note

    def __call__(self, contact: Contact, row: ChangedRow) -> Contact:
        """Give the contact as the row says; the same object where nothing in it is another value."""
        fields = {key.partition(":")[2]: text for key, text in row.changed.items() if key.startswith("field:")}
        extra = {key.partition(":")[2]: text for key, text in row.changed.items() if key.startswith("extra:")}
        made = self._values(contact, fields, row)
        if extra:
            kept = {**dict(contact.extra), **extra}
            made["extra"] = tuple((name, text) for name, text in kept.items() if text)
        changed = {name: value for name, value in made.items() if value != getattr(contact, name)}
        if not changed:
            return contact
        names = self._names(changed, contact, extra)
        for name in names:
            self.note(finding("review.corrected", field=name, source=self._at(row, name), contact=contact.id))
        self.note(Merge(kept=contact.id, before=contact, absorbed=(), reason="review.corrected", evidence=tuple(names)))
        return attrs.evolve(contact, **changed)

    def _at(self, row: ChangedRow, name: str) -> SourceRef:
        return attrs.evolve(row.source, column=name)

    def _names(self, changed: Mapping[str, object], contact: Contact, extra: Mapping[str, str]) -> list[str]:
        """Name what was changed: fields, custom fields, columns kept beside."""
        names = [name for name in changed if name not in ("extra", "custom")]
        if "custom" in changed:
            before = dict(contact.custom)
            after = dict(changed["custom"])  # type: ignore[call-overload]  # pairs, as in the contact
            names += [name for name in {**before, **after} if before.get(name) != after.get(name)]
        return names + (list(extra) if "extra" in changed else [])

    def _values(self, contact: Contact, fields: Mapping[str, str], row: ChangedRow) -> dict[str, Any]:
        """Read the changed cells beside what is known of the contact; give the values of those that are valid."""
        if not fields:
            return {}
        texts = {**{n: t for n, t in contact_texts(contact).items() if n not in _BESIDE}, **fields}
        followers = self._followers(contact, fields)
        for name in followers:
            texts.pop(name, None)
        values = {name: self._cell(name, text) for name, text in texts.items() if text}
        # A row that identifies nobody would be refused whole; whoever corrects a contact knows who it is.
        values.setdefault("last_name", _NOBODY)
        base, journal = clean([{"id": contact.id, **values}], region=self.region, as_of=self.as_of, schema=self.schema)
        refused = self._refused(fields, journal.findings, contact, row)
        read = next(iter(base.values()))
        found: dict[str, Any] = {
            name: getattr(read, name)
            for name in (*fields, *followers)
            if name not in refused and self.schema[name].role is Role.STORED and _FOLLOWS.get(name) not in refused
        }
        for name in fields:
            if not fields[name] and name in found and name not in followers:
                found[name] = attrs.fields_dict(Contact)[name].default
        if any(self.schema[name].role is Role.CUSTOM for name in fields):
            custom = {**dict(contact.custom), **dict(read.custom)}
            dropped = {name for name, text in fields.items() if not text}
            known = dict(contact.custom)
            found["custom"] = tuple(
                (name, known.get(name) if name in refused else value)
                for name, value in custom.items()
                if name not in dropped
            )
        return found

    def _followers(self, contact: Contact, fields: Mapping[str, str]) -> list[str]:
        """Name the fields that were filled from one that is corrected, and were not corrected themselves."""
        return [
            name
            for name, leader in _FOLLOWS.items()
            if leader in fields and name not in fields and getattr(contact, name) == self._filled(contact, leader, name)
        ]

    def _filled(self, contact: Contact, leader: str, name: str) -> object:
        """Give what a field is filled with from the value that another one had."""
        known = contact_texts(contact)
        values = {key: known[key] for key in (leader, "country") if key in known}
        base = clean([{"last_name": _NOBODY, **values}], region=self.region, as_of=self.as_of, schema=self.schema).value
        return getattr(next(iter(base.values())), name)

    def _cell(self, name: str, text: str) -> str:
        """Give several values of a field as several cells of it."""
        return "\n".join(split(text)) if self.schema[name].kind in _SEVERAL else text

    def _refused(
        self, fields: Mapping[str, str], findings: tuple[Finding, ...], contact: Contact, row: ChangedRow
    ) -> set[str]:
        """Name the fields whose correction is no better; note why, and what else was found in what was typed."""
        refused: set[str] = set()
        for found in findings:
            if found.field is not None and found.field in fields and found.severity is not Severity.INFO:
                self.note(attrs.evolve(found, source=self._at(row, found.field), contact=contact.id))
                if found.severity is Severity.ERROR:
                    refused.add(found.field)
        for name in sorted(refused):
            self.note(finding("review.correction-refused", field=name, source=self._at(row, name), contact=contact.id))
        return refused
