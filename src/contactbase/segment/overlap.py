"""Segments beside each other: how they overlap, and whether they part a base without leftovers (R58, R60).

>>> from contactbase.model.contact import Contact
>>> base = [Contact(id="a", city="Lyon"), Contact(id="b", city="Paris", postcode="75001"), Contact(id="c")]
>>> two = [Segment("lyon", 'city = "Lyon"'), Segment("placed", "city is known")]
>>> print(overlap(two, base, as_of=dt.date(2026, 3, 31)))
        lyon  placed
lyon       1       1
placed     1       2
>>> partition(two, base, as_of=dt.date(2026, 3, 31)).leftovers
('c',)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Final

import attrs

from contactbase.model.contact import Contact
from contactbase.segment.bits import chosen
from contactbase.segment.context import Context
from contactbase.segment.segment import Base, Segment
from contactbase.segment.together import held

__all__ = ["Overlap", "Partition", "overlap", "partition"]

_ZONE: Final = "Europe/Paris"
_NOTHING: Final = Context()


@attrs.frozen
class Overlap:
    """How many contacts each pair of segments shares; the diagonal holds their sizes."""

    names: tuple[str, ...]
    matrix: tuple[tuple[int, ...], ...]

    def jaccard(self, a: str, b: str) -> float | None:
        """Give what two segments share of what they have together, 0 to 1; None when both are empty."""
        i, j = self.names.index(a), self.names.index(b)
        together = self.matrix[i][i] + self.matrix[j][j] - self.matrix[i][j]
        return self.matrix[i][j] / together if together else None

    def rows(self) -> list[tuple[str, ...]]:
        """Give the table, its head first."""
        lines = zip(self.names, self.matrix, strict=True)
        return [("", *self.names), *((name, *map(str, line)) for name, line in lines)]

    def __str__(self) -> str:
        rows = self.rows()
        widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
        return "\n".join(
            "  ".join((row[0].ljust(widths[0]), *(cell.rjust(w) for cell, w in zip(row[1:], widths[1:], strict=True))))
            for row in rows
        )

    def to_json(self) -> dict[str, object]:
        """Give the table as a JSON object."""
        return {"names": list(self.names), "matrix": [list(line) for line in self.matrix]}

    def _repr_html_(self) -> str:
        body = "".join(
            "<tr>" + f"<th>{escape(row[0])}</th>" + "".join(f"<td>{escape(cell)}</td>" for cell in row[1:]) + "</tr>"
            for row in self.rows()
        )
        return f"<table>{body}</table>"


@attrs.frozen
class Partition:
    """Whether segments part a base: `overlaps` are ids in several, with their segments; `leftovers` are in none."""

    sizes: Mapping[str, int]
    overlaps: Mapping[str, tuple[str, ...]] = attrs.field(repr=False)
    leftovers: tuple[str, ...] = attrs.field(repr=False)

    @property
    def is_clean(self) -> bool:
        """Everybody is in one segment, and in one only."""
        return not self.overlaps and not self.leftovers

    def __str__(self) -> str:
        lines = [f"{name}: {size}" for name, size in self.sizes.items()]
        return "\n".join([*lines, f"in several: {len(self.overlaps)}", f"in none: {len(self.leftovers)}"])

    def to_json(self) -> dict[str, object]:
        """Give the partition as a JSON object."""
        overlaps = {one: list(names) for one, names in self.overlaps.items()}
        return {"sizes": dict(self.sizes), "overlaps": overlaps, "leftovers": list(self.leftovers)}


def _held(
    segments: Sequence[Segment], base: Base, as_of: dt.date, zone: str, context: Context
) -> tuple[list[Contact], list[int]]:
    names = [segment.name for segment in segments]
    if len(set(names)) < len(names):
        raise ValueError("Two of these segments have one name. Give each its own.")
    contacts = list(base.values() if isinstance(base, Mapping) else base)
    tests = [one.on(as_of=as_of, zone=zone, context=context).compiled.test for one in segments]
    return contacts, held(tests, contacts, context)


def overlap(
    segments: Iterable[Segment], base: Base, *, as_of: dt.date, zone: str = _ZONE, context: Context = _NOTHING
) -> Overlap:
    """Give how many contacts of a base each pair of segments shares; ValueError when two have one name."""
    asked = list(segments)
    _, sets = _held(asked, base, as_of, zone, context)
    half = [[(one & other).bit_count() for other in sets[at:]] for at, one in enumerate(sets)]
    size = range(len(sets))
    matrix = tuple(tuple(half[min(i, j)][abs(i - j)] for j in size) for i in size)
    return Overlap(tuple(segment.name for segment in asked), matrix)


def partition(
    segments: Iterable[Segment], base: Base, *, as_of: dt.date, zone: str = _ZONE, context: Context = _NOTHING
) -> Partition:
    """Give who of a base is in several of the segments, and who in none; ValueError when two have one name."""
    asked = list(segments)
    contacts, sets = _held(asked, base, as_of, zone, context)
    seen = several = 0
    for one in sets:
        several |= seen & one
        seen |= one
    ids = [contact.id for contact in contacts]
    overlaps: dict[str, tuple[str, ...]] = dict.fromkeys(chosen(several, ids), ())
    for segment, one in zip(asked, sets, strict=True):
        for contact_id in chosen(several & one, ids):
            overlaps[contact_id] += (segment.name,)
    leftovers = chosen(~seen & ((1 << len(ids)) - 1), ids)
    sizes = {segment.name: one.bit_count() for segment, one in zip(asked, sets, strict=True)}
    return Partition(sizes, overlaps, leftovers)
