"""Hygiene figures: what one run read, understood, merged, set aside and found due, in numbers.

Everything here may be shown and passed on: counts, codes, column names, and cells masked by `masking.mask`. Figures
stay small whatever the size of the base. They are built by `figures.FigureCounter` as a run goes.

>>> Figures(rows_read=10, contacts=7, merged_away=2, rejected=1).unaccounted
0
"""

from __future__ import annotations

import datetime as dt

import attrs

from contactbase.model.enums import Severity
from contactbase.model.journal import Finding, RetentionAction
from contactbase.model.source import Citation

__all__ = ["CodeFigure", "DecisionFigure", "Example", "FieldFigure", "Figures", "PairFigure", "Reach"]


@attrs.frozen(kw_only=True)
class Example:
    """One place where a code was found, and the cell there, masked ("" where no single cell is meant)."""

    cell: str = ""
    file: str = ""
    row: int | None = None
    line: int | None = None
    column: str | None = None


@attrs.frozen(kw_only=True)
class CodeFigure:
    """How often a code of the catalogue was found, and the first places."""

    code: str
    severity: Severity
    count: int
    examples: tuple[Example, ...] = ()


@attrs.frozen(kw_only=True)
class FieldFigure:
    """How many records had something in the columns of a field, and how many contacts have a value of it."""

    field: str
    before: int = 0
    after: int = 0


@attrs.frozen(kw_only=True)
class DecisionFigure:
    """How many contacts a retention rule names for one action, how many of them were removed, and the first day due."""

    action: RetentionAction
    rule: str
    code: str
    count: int
    removed: int = 0
    first_due: dt.date | None = None
    citations: tuple[Citation, ...] = ()


@attrs.frozen(kw_only=True)
class PairFigure:
    """Why two contacts were merged, or left apart: levels, bits and probabilities, no value of either.

    `left` and `right` are ids, masked where they might name somebody. `evidence` has the matter, the level and the bits
    of each piece; `against` the codes of what keeps the two apart; `turns` the matter, the level and the probability of
    what would turn the verdict. `alike` and `later` are those of `matching.closest.Call`.
    """

    left: str
    right: str
    merged: bool
    probability: float
    household: float
    threshold: float
    prior: float
    evidence: tuple[tuple[str, str, float], ...] = ()
    against: tuple[str, ...] = ()
    turns: tuple[tuple[str, str, float], ...] = ()
    alike: int = 0
    later: bool = False


@attrs.frozen(kw_only=True)
class Reach:
    """How many contacts have what a channel needs. Whether it may be used is another question: consent."""

    sms: int = 0
    email: int = 0
    post: int = 0
    phone: int = 0


@attrs.frozen(kw_only=True)
class Figures:
    """The figures of one run.

    `records` counts the rows that became records, `changes` the edits in the journal; `findings` and `rejections` are
    by code, most frequent first; `notes` are the findings about a file or a column as a whole; `clusters` counts groups
    of duplicates by size, `reasons` merges by the code of their evidence, and `pairs` are the closest calls of
    matching; `versions` names packages and versions.
    """

    rows_read: int
    contacts: int
    merged_away: int = 0
    removed: int = 0
    rejected: int = 0
    records: int = 0
    changes: int = 0
    as_of: dt.date | None = None
    findings: tuple[CodeFigure, ...] = ()
    rejections: tuple[CodeFigure, ...] = ()
    notes: tuple[Finding, ...] = ()
    completeness: tuple[FieldFigure, ...] = ()
    reach: Reach = Reach()
    clusters: tuple[tuple[int, int], ...] = ()
    reasons: tuple[tuple[str, int], ...] = ()
    pairs: tuple[PairFigure, ...] = ()
    decisions: tuple[DecisionFigure, ...] = ()
    versions: tuple[tuple[str, str], ...] = ()

    @property
    def unaccounted(self) -> int:
        """Rows that are nowhere: 0, or this library has a fault."""
        return self.rows_read - self.contacts - self.merged_away - self.removed - self.rejected
