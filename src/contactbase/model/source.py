"""Where a value came from, and where a rule came from.

>>> print(SourceRef(file="clients.csv", row=12, line=15, column="Tél"))
clients.csv, row 12 (line 15), column "Tél"
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

import attrs

__all__ = ["Citation", "Confidence", "Period", "SourceRef"]


@attrs.frozen(kw_only=True)
class SourceRef:
    """A place in a file. `row` counts records from 1; `line` is the physical line on which the record starts."""

    file: str
    row: int | None = None
    line: int | None = None
    column: str | None = None

    def __str__(self) -> str:
        parts = [self.file or "input"]
        if self.row is not None:
            parts.append(f"row {self.row}" + (f" (line {self.line})" if self.line is not None else ""))
        elif self.line is not None:
            parts.append(f"line {self.line}")
        if self.column is not None:
            parts.append(f'column "{self.column}"')
        return ", ".join(parts)


class Confidence(StrEnum):
    """How well a statement of law or fact is known."""

    OFFICIAL = "official"
    SECONDARY = "secondary"
    VENDOR = "vendor"
    REPOSITORY = "repository"
    MEASURED = "measured"
    OWN_JUDGEMENT = "own judgement"


@attrs.frozen(kw_only=True)
class Citation:
    """The authority behind a rule: who, which text, where in it, read when, and how surely."""

    authority: str
    instrument: str
    locator: str = ""
    url: str = ""
    read_on: dt.date | None = None
    confidence: Confidence = Confidence.OWN_JUDGEMENT

    def __str__(self) -> str:
        place = f", {self.locator}" if self.locator else ""
        return f"{self.authority}: {self.instrument}{place} ({self.confidence})"


@attrs.frozen
class Period:
    """Whole days from `start` to `end`, both included; None leaves that side open.

    >>> Period(dt.date(2026, 1, 1), None).contains(dt.date(2026, 1, 1))
    True
    """

    start: dt.date | None = None
    end: dt.date | None = None

    def __attrs_post_init__(self) -> None:
        if self.start is not None and self.end is not None and self.end < self.start:
            raise ValueError(f"A period cannot end ({self.end}) before it starts ({self.start}).")

    def contains(self, day: dt.date) -> bool:
        """Tell whether a day lies inside."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def meets(self, other: Period) -> bool:
        """Tell whether two periods have a day in common."""
        start = max(self.start or dt.date.min, other.start or dt.date.min)
        return start <= min(self.end or dt.date.max, other.end or dt.date.max)
