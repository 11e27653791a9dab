"""Typed columns, and the frames that are made of them: pandas, polars, Arrow.

Types are kept: text, whole numbers, truth values, days, lists of texts. Unknown is null in every type (None, NA, NaT),
never an empty text, an empty list or NaN.

>>> TypedColumn("city", ColumnType.TEXT, ["Lyon", None]).name
'city'
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, Final

import attrs

from contactbase.adapters.extras import packages

__all__ = ["ColumnType", "TypedColumn", "arrow_table", "pandas_frame", "polars_frame"]


class ColumnType(StrEnum):
    """What the values of a column are."""

    TEXT = "text"
    NUMBER = "number"
    TRUTH = "truth"
    DAY = "day"
    TEXTS = "texts"


@attrs.frozen
class TypedColumn:
    """A column: its name, its type, and its values, None where nothing is known."""

    name: str
    type: ColumnType
    values: Sequence[Any] = attrs.field(repr=False)


_PANDAS: Final[Mapping[ColumnType, str]] = {
    ColumnType.TEXT: "string",
    ColumnType.NUMBER: "Int64",
    ColumnType.TRUTH: "boolean",
    ColumnType.DAY: "datetime64[s]",
    ColumnType.TEXTS: "object",
}


def pandas_frame(columns: Sequence[TypedColumn]) -> Any:
    """Make a DataFrame of pandas: nullable types, days as `datetime64[s]`, which holds every year from 1 to 9999."""
    pandas = packages("pandas", "pandas")
    return pandas.DataFrame({each.name: pandas.Series(each.values, dtype=_PANDAS[each.type]) for each in columns})


def polars_frame(columns: Sequence[TypedColumn]) -> Any:
    """Make a DataFrame of polars."""
    polars = packages("polars", "polars")
    types = {
        ColumnType.TEXT: polars.String,
        ColumnType.NUMBER: polars.Int64,
        ColumnType.TRUTH: polars.Boolean,
        ColumnType.DAY: polars.Date,
        ColumnType.TEXTS: polars.List(polars.String),
    }
    return polars.DataFrame([polars.Series(each.name, each.values, dtype=types[each.type]) for each in columns])


def arrow_table(columns: Sequence[TypedColumn]) -> Any:
    """Make a Table of pyarrow, which gives itself away through `__arrow_c_stream__`."""
    arrow = packages("parquet", "pyarrow")
    types = {
        ColumnType.TEXT: arrow.string(),
        ColumnType.NUMBER: arrow.int64(),
        ColumnType.TRUTH: arrow.bool_(),
        ColumnType.DAY: arrow.date32(),
        ColumnType.TEXTS: arrow.list_(arrow.string()),
    }
    return arrow.table({each.name: arrow.array(each.values, types[each.type]) for each in columns})
