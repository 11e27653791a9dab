"""The one door of every normalizer: a cell's text in, its values and its findings out.

A module of this package ends in a frozen `FieldNormalizer` and has a module function `normalize(text, hints)`.
No value and an error finding means: rejected. No value and no finding means: the cell says nothing.

>>> from contactbase.normalize import phone
>>> phone.normalize("06 12 34 56 78").values[0].region
'FR'
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final, Generic, NamedTuple, Protocol, TypeVar, runtime_checkable

import attrs

from contactbase.model.hints import Hints
from contactbase.model.journal import Finding

__all__ = ["MAKE", "ByColumn", "Cell", "CellFinding", "ColumnEvidence", "FieldNormalizer", "Made", "Normalized"]
__all__ += ["see_all", "setter"]

T = TypeVar("T")


class Normalized(NamedTuple, Generic[T]):
    """What one cell was understood to say; a named tuple, because it is made a hundred million times."""

    values: tuple[T, ...] = ()
    findings: tuple[Finding, ...] = ()

    def __repr__(self) -> str:
        """Show no personal value."""
        return f"Normalized(findings={self.findings!r})"


Made = Callable[[type[Normalized[T]], tuple[tuple[T, ...], tuple[Finding, ...]]], Normalized[T]]

MAKE: Final[Made[Any]] = tuple.__new__
"""Makes a `Normalized` of its class and the pair of its fields, in half the time: for the fast paths."""


def setter(frozen: type, slot: str) -> Callable[[object, object], None]:
    """Give what sets a slot of a frozen value while it is made: attrs' own way, without the cost of its call."""
    fill: Callable[[object, object], None] = frozen.__dict__[slot].__set__
    return fill


class CellFinding(NamedTuple):
    """What was found in one cell of a record: its field, its raw text, the findings."""

    field: str
    text: str
    findings: tuple[Finding, ...]


Cell = Callable[[str], Normalized[T]]
"""The function that reads one cell of one column: the hints are bound, its cache (bounded) belongs to it."""


class ColumnEvidence(Protocol):
    """What one pass over a column learns before its cells are normalized (the order of its dates, say)."""

    def see(self, text: str) -> None:
        """Take one raw cell into account."""

    def conclude(self, hints: Hints) -> tuple[Hints, tuple[Finding, ...]]:
        """Give the hints completed by what was seen (what is already set there stands), and findings that say so."""


@runtime_checkable
class ByColumn(Protocol):
    """Evidence that takes many cells at once, to the same effect as one after the other."""

    def see_all(self, texts: Sequence[str]) -> None:
        """Take raw cells into account."""


def see_all(evidence: ColumnEvidence, texts: Sequence[str]) -> None:
    """Take many raw cells of a column into account, the quickest way that its evidence knows."""
    if isinstance(evidence, ByColumn):
        evidence.see_all(texts)
        return
    for text in texts:
        evidence.see(text)


@attrs.frozen(kw_only=True)
class FieldNormalizer(Generic[T]):
    """One field's normalizer as a value.

    `column(hints)` gives the fast function for a whole column; `text` the canonical text of a value, such that
    normalizing it again gives the same value (idempotence); `evidence` starts a pass over a column where one is
    needed; `fields` are the record fields that it reads.
    """

    name: str
    fields: tuple[str, ...]
    column: Callable[[Hints], Cell[T]]
    text: Callable[[T], str]
    evidence: Callable[[], ColumnEvidence] | None = None

    def normalize(self, text: str, hints: Hints | None = None) -> Normalized[T]:
        """Read one cell."""
        return self.column(hints or Hints())(text)
