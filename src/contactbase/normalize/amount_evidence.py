"""What the cells of a column of amounts prove together: the decimal mark, and which currencies are stated.

A cell proves a mark where it can be read in one way only (`12,50`, `1.234,56`, `1.234.567`). Rules, each reported
with its counts and overridden by `decimal_mark`: one mark proven, none other: it is taken; both proven: the one that
at least 100 cells prove and at most 1 % contradict (`amount.mostly-one-mark`), else none, and `1.234` is refused
(`amount.mixed-marks`); nothing proven: none (`amount.ambiguous-column`).

>>> seen = AmountEvidence()
>>> for cell in ("12,50 €", "1.234", "8,00 €"):
...     seen.see(cell)
>>> hints, findings = seen.conclude(Hints())
>>> hints.decimal_mark, [found.code for found in findings]
(',', ['column.decimal-mark'])
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final, Self

import attrs

from contactbase.model.hints import Hints
from contactbase.model.journal import Finding
from contactbase.normalize.amount_text import take_apart
from contactbase.normalize.cell_text import LONGEST, plain
from contactbase.normalize.currencies import SIGNS
from contactbase.normalize.decimal_mark import figures
from contactbase.normalize.remark import remark

__all__ = ["AmountEvidence"]

OVERWHELMING: Final = 100
_BESIDE: Final = " €$£\u00a0\u202f"
_MARKS: Final = frozenset(".,")
_NAMES: Final = 64
"""Different currency names that are counted apart."""


@attrs.define
class AmountEvidence:
    """The counts of one pass over a column; `merge` adds those of another part of it."""

    plain: int = 0
    comma: int = 0
    point: int = 0
    ambiguous: int = 0
    other: int = 0
    stated: Counter[str] = attrs.field(factory=Counter)

    def see(self, text: str) -> None:
        """Take one raw cell into account."""
        self.see_all((text,))

    def see_all(self, texts: Iterable[str]) -> None:
        """Take raw cells into account: whole numbers, two decimals behind a mark, and any other cell by itself."""
        beside: list[str] = []
        marks: list[str] = []
        for text in texts:
            bare = text.rstrip(_BESIDE)
            if len(bare) != len(text):
                beside.append(text[len(bare) :])
            mark = bare[-3:-2]
            if mark in _MARKS and bare[-2:].isdigit():
                whole = bare[:-3]
                if whole.isdigit() or "".join(whole.split()).isdigit():
                    marks.append(mark)
                    continue
            if bare.isdigit():
                self.plain += 1
            elif bare:
                self._look(bare)
        self.comma += marks.count(",")
        self.point += marks.count(".")
        for name, count in Counter(beside).items():
            self._state(name.strip(), count)

    def _look(self, text: str) -> None:
        """Count a cell that is none of the commonest kinds."""
        text = plain(text)
        parts = take_apart(text) if len(text) <= LONGEST else None
        readings = figures(parts.number) if parts is not None else ()
        if parts is None or not readings:
            self.other += 1
            return
        self._state(parts.currency)
        implied = readings[0].implies
        if len(readings) > 1:
            self.ambiguous += 1
        elif implied:
            self.comma += implied == ","
            self.point += implied == "."
        else:
            self.plain += 1

    def _state(self, name: str, count: int = 1) -> None:
        if name and (name in self.stated or len(self.stated) < _NAMES):
            self.stated[name] += count

    def merge(self, other: Self) -> None:
        """Add what another pass over other cells of the same column has counted."""
        self.plain += other.plain
        self.comma += other.comma
        self.point += other.point
        self.ambiguous += other.ambiguous
        self.other += other.other
        self.stated.update(other.stated)

    @property
    def cells(self) -> int:
        """The cells that were not blank."""
        return self.plain + self.comma + self.point + self.ambiguous + self.other

    def conclude(self, hints: Hints) -> tuple[Hints, tuple[Finding, ...]]:
        """Complete the hints by what the column proves; a decimal mark that is set stands."""
        mark, findings = (None, ()) if hints.decimal_mark is not None else self._mark(hints.field)
        if mark is not None:
            hints = attrs.evolve(hints, decimal_mark=mark)
        return hints, findings + self._currencies(hints)

    def _mark(self, field: str | None) -> tuple[str | None, tuple[Finding, ...]]:
        mark, proofs, against = (",", self.comma, self.point)
        if self.point > self.comma:
            mark, proofs, against = (".", self.point, self.comma)
        if not proofs:
            code = "amount.ambiguous-column"
            return None, (remark(code, field, ambiguous=self.ambiguous),) if self.ambiguous else ()
        counts = {"ambiguous": self.ambiguous, "cells": self.cells}
        if not against:
            return mark, (remark("column.decimal-mark", field, mark=mark, proofs=proofs, **counts),)
        mostly = proofs >= OVERWHELMING and against * OVERWHELMING <= proofs
        code = "amount.mostly-one-mark" if mostly else "amount.mixed-marks"
        found = remark(code, field, mark=mark, proofs=proofs, against=against, **counts)
        return mark if mostly else None, (found,)

    def _currencies(self, hints: Hints) -> tuple[Finding, ...]:
        """Say when cells state another currency than the one that bare cells are taken to be in."""
        codes: Counter[str] = Counter()
        for name, count in self.stated.items():
            known = SIGNS.get(name, ())
            if known and hints.currency not in known:
                codes[known[0]] += count
        bare = self.cells - self.other - sum(self.stated.values())
        if not codes or bare <= 0:
            return ()
        names = ", ".join(sorted(codes))
        stated = sum(codes.values())
        found = remark("column.currency", hints.field, stated=stated, currency=names, bare=bare, assumed=hints.currency)
        return (found,)
