"""The journal: what a step found, changed, merged, decided and refused, each with its place and its reason.

A `Finding` carries no personal value, only its code and counts. `Change`, `Amendment`, `Merge`, `Decision` and
`Rejection` hold personal values, hidden from `repr`, because they are what makes a step reversible.

>>> finding("phone.too-short", field="phones", digits=9).message
'The number has 9 digits, too few for its country.'
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator
from enum import StrEnum
from itertools import chain
from typing import Generic, NamedTuple, TypeVar

import attrs

from contactbase.model.codes.catalog import CATALOG
from contactbase.model.contact import Contact
from contactbase.model.enums import Severity
from contactbase.model.source import Citation, SourceRef
from contactbase.model.text import Language

__all__ = [
    "Amendment",
    "Change",
    "Changes",
    "Decision",
    "Entry",
    "Finding",
    "Journal",
    "Merge",
    "Note",
    "Outcome",
    "Rejection",
    "RetentionAction",
    "Split",
    "finding",
]

T = TypeVar("T")


@attrs.frozen(kw_only=True)
class Finding:
    """Something noticed: a code of the catalogue, where, and the counts or names its sentence needs."""

    code: str
    severity: Severity
    field: str | None = None
    source: SourceRef | None = None
    contact: str | None = None
    details: tuple[tuple[str, str | int], ...] = ()

    @property
    def message(self) -> str:
        """The sentence of the catalogue, in English, its places filled."""
        return self.say("en")

    def say(self, language: Language = "en") -> str:
        """Give the sentence in English or French."""
        return CATALOG[self.code].say(language, **dict(self.details))


def finding(
    code: str,
    *,
    field: str | None = None,
    source: SourceRef | None = None,
    contact: str | None = None,
    **details: str | int,
) -> Finding:
    """Make a finding of a catalogued code; KeyError for a code that the catalogue does not have."""
    return Finding(
        code=code,
        severity=CATALOG[code].severity,
        field=field,
        source=source,
        contact=contact,
        details=tuple(details.items()),
    )


@attrs.frozen(kw_only=True)
class Change:
    """One field of one contact: its canonical text before and after (None: there was none)."""

    contact: str
    field: str
    before: str | None = attrs.field(repr=False)
    after: str | None = attrs.field(repr=False)
    source: SourceRef | None = None


@attrs.frozen
class Changes:
    """The row that one contact comes from, and the changes that were made: `(field, before, after)` each."""

    contact: str
    source: SourceRef | None
    fields: tuple[tuple[str, str | None, str | None], ...] = attrs.field(repr=False)

    def __iter__(self) -> Iterator[Change]:
        for field, before, after in self.fields:
            yield Change(contact=self.contact, field=field, before=before, after=after, source=self.source)


@attrs.frozen(kw_only=True)
class Merge:
    """`absorbed` contacts went into the one called `kept`; all are kept whole, as they were before.

    `before` is the surviving contact as it was, `reason` the code of the evidence.
    """

    kept: str
    before: Contact
    absorbed: tuple[Contact, ...]
    reason: str
    evidence: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Amendment:
    """A contact of a base was changed: `before` is it whole, `fields` what changed, `reason` the code.

    Each of `fields` is `(field, before, after)` in canonical text; iterating gives each as a `Change`.
    """

    contact: str
    before: Contact
    fields: tuple[tuple[str, str | None, str | None], ...] = attrs.field(repr=False)
    reason: str

    def __iter__(self) -> Iterator[Change]:
        for field, before, after in self.fields:
            yield Change(contact=self.contact, field=field, before=before, after=after)


@attrs.frozen(kw_only=True)
class Split:
    """A merge was taken back: `before` is the merged contact whole, `restored` are the ids of those it had absorbed."""

    kept: str
    before: Contact
    restored: tuple[str, ...]
    reason: str


class RetentionAction(StrEnum):
    """What a retention rule says of one contact (R35)."""

    KEEP = "keep"
    RECONSENT = "reconsent"
    DELETE = "delete"
    ARCHIVE = "archive"
    ARCHIVE_STATS = "archive_stats"
    QUARANTINE = "quarantine"
    HOLD = "hold"


@attrs.frozen(kw_only=True)
class Decision:
    """What is due for one contact, by which rule, on which dates. `removed` holds the contact once enacted.

    Where other reasons cover part of an archived contact, `kept_fields` names that part (empty: all of it), `kept_by`
    the rules, `kept_until` the last day. Once `confirmed_on` a day, the erasure is final and `removed` is gone.
    """

    contact: str
    action: RetentionAction
    code: str
    rule: str
    citations: tuple[Citation, ...] = ()
    clock_start: dt.date | None = None
    due_on: dt.date | None = None
    as_of: dt.date
    removed: Contact | None = attrs.field(default=None, repr=False)
    kept_fields: tuple[str, ...] = ()
    kept_by: tuple[str, ...] = ()
    kept_until: dt.date | None = None
    confirmed_on: dt.date | None = None


@attrs.frozen(kw_only=True)
class Rejection:
    """A row that did not become a contact: its place, the code that says why, its cells as they were read."""

    source: SourceRef
    code: str
    cells: tuple[str, ...] = attrs.field(repr=False)
    details: tuple[tuple[str, str | int], ...] = ()

    @property
    def message(self) -> str:
        """The sentence of the catalogue, in English."""
        return self.say("en")

    def say(self, language: Language = "en") -> str:
        """Give the sentence in English or French."""
        return CATALOG[self.code].say(language, **dict(self.details))


Entry = Finding | Changes | Amendment | Merge | Decision | Rejection | Split
Note = Callable[[Entry], object]
"""Where a step writes its entries as they happen: a list's `append`, or a file's writer for large runs."""


@attrs.frozen
class Journal:
    """Everything a step has to say, in the order in which it happened."""

    entries: tuple[Entry, ...] = attrs.field(default=(), repr=False)

    def _of(self, kind: type[T]) -> tuple[T, ...]:
        return tuple(entry for entry in self.entries if isinstance(entry, kind))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was noticed."""
        return self._of(Finding)

    @property
    def changes(self) -> tuple[Change, ...]:
        """What was edited, field by field."""
        edits = (entry for entry in self.entries if isinstance(entry, Changes | Amendment))
        return tuple(chain.from_iterable(edits))

    @property
    def amendments(self) -> tuple[Amendment, ...]:
        """Which contacts of a base were changed, and what they were before."""
        return self._of(Amendment)

    @property
    def merges(self) -> tuple[Merge, ...]:
        """Who was merged into whom."""
        return self._of(Merge)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """What is due, or was done, for whom."""
        return self._of(Decision)

    @property
    def rejections(self) -> tuple[Rejection, ...]:
        """Which rows were refused."""
        return self._of(Rejection)

    def count(self) -> dict[str, int]:
        """How many findings and rejections there are by code, in alphabetical order."""
        codes = Counter(entry.code for entry in self.entries if isinstance(entry, Finding | Rejection))
        return dict(sorted(codes.items()))

    def __add__(self, other: Journal) -> Journal:
        return Journal(self.entries + other.entries)

    def __len__(self) -> int:
        return len(self.entries)


class Outcome(NamedTuple, Generic[T]):
    """What a step gives: the value and its journal. Unpacks: `base, journal = cb.clean(...)`."""

    value: T
    journal: Journal = Journal()
