"""Any data frame that narwhals knows (pandas, polars, pyarrow, modin, …) as a table of text.

The frame is not copied: some thousands of rows at a time are made text when they are asked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

import attrs

from contactbase.adapters.extras import packages
from contactbase.adapters.frames.cell_text import cell_text
from contactbase.errors import ReadError
from contactbase.model.canonical import join
from contactbase.model.journal import Note
from contactbase.model.schema import SCHEMA, FieldKind, Role
from contactbase.model.table import Row, Table

__all__ = ["frame_table", "is_own"]

_SLICE: Final = 2000
_BESIDE: Final = frozenset({FieldKind.CONSENTS, FieldKind.EVENTS})
_OWN: Final = frozenset(field.name for field in SCHEMA.of_role(Role.STORED) if field.kind not in _BESIDE)


def is_own(columns: Iterable[str]) -> bool:
    """Tell by its columns whether a frame is one that this library made; its lists are canonical text then."""
    return _OWN.issubset(columns)


def frame_table(frame: Any, name: str = "frame") -> Table:
    """Make a table of a data frame; ReadError where it is none, MissingExtra without narwhals."""
    narwhals = packages("frames", "narwhals.stable.v2")
    try:
        found = narwhals.from_native(frame)
        if isinstance(found, narwhals.LazyFrame):
            found = found.collect()
        columns = tuple(map(str, found.columns))
        numeric = frozenset(str(column) for column, kind in found.schema.items() if kind.is_numeric())
    except Exception as error:
        raise ReadError(
            f"This is no data frame that can be read ({type(error).__name__}). Give one of pandas, polars or pyarrow, "
            "its columns under different names."
        ) from error
    doubled = [column for column, count in Counter(columns).items() if count > 1]
    if doubled:
        raise ReadError(f"Two columns of the data frame are called {doubled[0]!r}. Give them different names.")
    several = join if is_own(columns) else "\n".join
    return Table(file=name, columns=columns, read=_Reading(found, several), numeric=numeric)


@attrs.frozen(eq=False)
class _Reading:
    """Gives the rows of a frame as text, anew with every call."""

    frame: Any = attrs.field(repr=False)
    several: Callable[[Iterable[str]], str]

    def __call__(self, _note: Note) -> Iterator[Row]:
        several = self.several
        for start in range(0, len(self.frame), _SLICE):
            piece = self.frame[start : start + _SLICE]
            columns = [[cell_text(value, several) for value in piece[name].to_list()] for name in piece.columns]
            for place, cells in enumerate(zip(*columns, strict=True), start=start + 1):
                yield Row(place, place, list(cells))
