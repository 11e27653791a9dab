"""What a whole column looks like, whatever its header says: e-mails under "Téléphone", one value in every row.

Every cell is counted, none is sampled, so that the order of the rows changes nothing: cells wait in a bounded buffer
of distinct values, and each distinct value is classified once per buffer. The most frequent value is followed by a
mergeable summary (Misra and Gries 1982; Agarwal et al. 2012), exact for columns of fewer than 4,096 distinct values
and at most half a percent of the cells too low for longer ones. Shapes are coarse on purpose: a column is of the wrong
kind when more than half of its cells, and at least 3, have a shape that its field never has.

>>> shape = ColumnShape()
>>> for cell in ("lea@example.org", "max@example.org", "", "tom@example.org"):
...     shape.see(cell)
>>> [found.message for found in shape.conclude("phones")]
['3 of 3 cells look like e-mail, which is not what this field holds.']
"""

from __future__ import annotations

import re
from collections import Counter
from enum import StrEnum
from typing import Final, Self

import attrs

from contactbase.model.journal import Finding
from contactbase.normalize.cell_text import LONGEST
from contactbase.normalize.date_bounds import FIELDS as _DATE_FIELDS
from contactbase.normalize.remark import remark

__all__ = ["ColumnShape", "Shape", "fits", "shape_of"]


class Shape(StrEnum):
    """What a cell looks like; the value is how findings name it, in both languages."""

    EMAIL = "e-mail"
    DATE = "date"
    PHONE = "phone / téléphone"
    NUMBER = "number / nombre"
    WORDS = "words / mots"
    MIXED = "words and digits / mots et chiffres"


_EMAIL: Final = re.compile(r"\S@\S+\.\S")
_OTHERS: Final = re.compile(
    r"((?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d\d))(?:[ T]\d.*)?)"
    r"|(\+\d[\d .()/-]{6,}|\(?0\d[\d .()/-]{6,}|00\d[\d .()/-]{7,}|[1-9]\d{8,14})"
    r"|([(+-]? ?(?:[€$£] ?)?[+-]?\d[\d .,'\u00a0\u202f]*[-)]?(?: ?(?:€|\$|£|EUR|%))?)"
    r"|(\D+)"
    r"|(.+)",
    re.DOTALL,
)
_IN_ORDER: Final = (None, Shape.DATE, Shape.PHONE, Shape.NUMBER, Shape.WORDS, Shape.MIXED)
"""What the groups of `_OTHERS` stand for."""

_TEXT: Final = frozenset({Shape.WORDS})
_LABEL: Final = frozenset({Shape.WORDS, Shape.MIXED})
_DIGITS: Final = frozenset({Shape.NUMBER, Shape.PHONE})
_DATED: Final = frozenset({Shape.DATE, Shape.NUMBER, Shape.PHONE, Shape.MIXED})
_COUNTED: Final = frozenset({Shape.NUMBER, Shape.PHONE, Shape.MIXED})
_PHONES: Final = frozenset({Shape.PHONE, Shape.NUMBER, Shape.MIXED})
_POSTCODE: Final = frozenset({Shape.NUMBER, Shape.MIXED, Shape.PHONE})
_ANSWERED: Final = frozenset({Shape.WORDS, Shape.NUMBER, Shape.DATE, Shape.MIXED})
_NOT_EMAIL: Final = frozenset(Shape) - {Shape.EMAIL}

_ALLOWED: Final = {
    "emails": frozenset({Shape.EMAIL}),
    "email": frozenset({Shape.EMAIL}),
    "phones": _PHONES,
    "mobile": _PHONES,
    "landline": _PHONES,
    "first_name": _TEXT,
    "last_name": _TEXT,
    "full_name": _TEXT,
    "city": _LABEL,
    "country": _TEXT,
    "company": _NOT_EMAIL - {Shape.DATE},
    "address": _LABEL,
    "postcode": _POSTCODE,
    "birth_name": _TEXT,
    "siren": _DIGITS,
    "siret": _DIGITS,
    "vat": _NOT_EMAIL - {Shape.DATE},
    "spent": _COUNTED,
    "average_basket": _COUNTED,
    "amount": _COUNTED,
    "orders": _COUNTED,
    "count": _COUNTED,
    "age": _COUNTED,
    "sex": _NOT_EMAIL - {Shape.DATE, Shape.PHONE},
    "title": _NOT_EMAIL - {Shape.DATE, Shape.PHONE},
} | dict.fromkeys(_DATE_FIELDS, _DATED)
"""Field to the shapes that its cells may have; a field that is not here may have any."""


def fits(field: str, shape: Shape) -> bool | None:
    """Tell whether a field may have cells that look so; None for a field that may look like anything."""
    return shape in _ALLOWED[field] if field in _ALLOWED else None


_TELLING: Final = frozenset(
    "id emails email phones mobile landline birth_date last_name first_name full_name address siren siret vat company "
    "household consent_proof".split()
)
"""Fields that tell people apart: one value in many rows is none."""

_PENDING: Final = 4096
_FOLLOWED: Final = 256
_FEW: Final = 3
_ENOUGH: Final = 10
_OFTEN: Final = 0.2


def shape_of(text: str) -> Shape | None:
    """Give what a cell looks like, None for a blank one; only its first 200 characters are looked at."""
    if len(text) > LONGEST:
        text = text[:LONGEST]
    if text.isalpha():
        return Shape.WORDS
    if "@" in text and _EMAIL.search(text) is not None:
        return Shape.EMAIL
    found = _OTHERS.fullmatch(text.strip())
    return None if found is None else _IN_ORDER[found.lastindex or 0]


@attrs.define
class ColumnShape:
    """The counts of one pass over a column; `merge` adds those of another part of it."""

    rows: int = 0
    shapes: Counter[Shape] = attrs.field(factory=Counter)
    _pending: dict[str, int] = attrs.field(factory=dict, repr=False)
    _frequent: Counter[str] = attrs.field(factory=Counter, repr=False)
    _exact: bool = True

    def see(self, text: str) -> None:
        """Take one raw cell into account."""
        pending = self._pending
        if text in pending:
            pending[text] += 1
            return
        if len(text) > LONGEST:
            text = text[:LONGEST]
        pending[text] = pending.get(text, 0) + 1
        if len(pending) >= _PENDING:
            self._flush(at_least=2)
            self._exact = False

    def _flush(self, at_least: int = 1) -> None:
        """Classify the values that wait, once each, and follow those that came so often."""
        shapes: dict[Shape | None, int] = {}
        for text, count in self._pending.items():
            shape = shape_of(text)
            shapes[shape] = shapes.get(shape, 0) + count
            if count >= at_least and shape is not None:
                self._frequent[text] += count
        self.rows += sum(shapes.values())
        self.shapes.update({shape: count for shape, count in shapes.items() if shape is not None})
        self._pending.clear()
        self._forget_rare()

    def _forget_rare(self) -> None:
        """Keep the most frequent values, each count lowered by that of the first one that is dropped."""
        if len(self._frequent) <= _PENDING:
            return
        ranked = self._frequent.most_common(_FOLLOWED + 1)
        cut = ranked[-1][1]
        self._frequent = Counter({text: count - cut for text, count in ranked if count > cut})
        self._exact = False

    def merge(self, other: Self) -> None:
        """Add what another pass over other cells of the same column has counted."""
        self._flush()
        other._flush()
        self.rows += other.rows
        self.shapes.update(other.shapes)
        self._frequent.update(other._frequent)
        self._exact = self._exact and other._exact
        self._forget_rare()

    def conclude(self, field_name: str) -> tuple[Finding, ...]:
        """Give what is suspicious about the column of a field."""
        self._flush()
        cells = sum(self.shapes.values())
        if not cells:
            return (remark("column.empty", field_name, rows=self.rows),) if self.rows else ()
        return (*self._wrong_kind(field_name, cells), *self._same_value(field_name, cells))

    def _wrong_kind(self, field_name: str, cells: int) -> tuple[Finding, ...]:
        allowed = _ALLOWED.get(field_name)
        if allowed is None:
            return ()
        count, shape = max((count, shape) for shape, count in self.shapes.items())
        if shape in allowed or count < _FEW or 2 * count <= cells:
            return ()
        return (remark("column.wrong-kind", field_name, count=count, cells=cells, found=shape.value),)

    def _same_value(self, field_name: str, cells: int) -> tuple[Finding, ...]:
        if field_name not in _TELLING or cells < _ENOUGH or not self._frequent:
            return ()
        most = max(self._frequent.values())
        if self._exact and len(self._frequent) == 1:
            return (remark("column.constant", field_name, cells=cells),)
        if most < max(_OFTEN * cells, _FEW):
            return ()
        return (remark("column.placeholder", field_name, percent=round(100 * most / cells), cells=cells),)
