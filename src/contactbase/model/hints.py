"""What the caller or the column knows about a cell that the cell itself does not say.

>>> Hints(region="FR").date_order is None
True
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum

import attrs

__all__ = ["DateOrder", "Hints"]


class DateOrder(StrEnum):
    """The order of day, month and year in a numeric date that does not start with a four-digit year.

    `mixed` says that the column proves more than one order: a cell that can be read in two ways is then not read.
    """

    DMY = "dmy"
    MDY = "mdy"
    YMD = "ymd"
    MIXED = "mixed"


@attrs.frozen(kw_only=True)
class Hints:
    """Knowledge from outside the cell.

    `region` is the ISO 3166-1 alpha-2 country in which national numbers and postcodes are read; `as_of` the day
    against which "in the future" is judged (None: it is not judged); `field` the field that the cell belongs to
    (a birth date pivots two-digit years otherwise than an order date); `date_order` and `decimal_mark` are None
    while unknown; `excel_epoch` is 1900 or 1904 where a column holds Excel serial numbers, `unix_time` True where it
    holds seconds or milliseconds since 1970; `codes` maps folded raw text to the value it stands for
    (`{"1": "M", "2": "F"}`) and belongs to a layout; `zone` is the IANA zone in which instants become days.
    """

    region: str = "FR"
    as_of: dt.date | None = None
    field: str | None = None
    date_order: DateOrder | None = None
    excel_epoch: int | None = None
    unix_time: bool = False
    decimal_mark: str | None = None
    currency: str = "EUR"
    codes: Mapping[str, str] = attrs.field(factory=dict)
    list_separator: str | None = None
    zone: str = "Europe/Paris"
