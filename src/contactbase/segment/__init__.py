"""The segment language: floor 4.

One language for segments, retention scopes, exclusions and house rules; `docs/language.md` teaches it.

>>> import datetime as dt
>>> from contactbase.model.contact import Contact
>>> vip = Segment("vip", 'city = "Lyon" and sum(purchases.amount in last 12 months) >= 500 EUR')
>>> vip.matches(Contact(id="c-1", city="Lyon"), as_of=dt.date(2026, 3, 31))
False
"""

from contactbase.segment.builder import Condition, F
from contactbase.segment.columns import consent_columns, contact_columns, event_columns
from contactbase.segment.context import Cache, CanReceive, Context, Permission
from contactbase.segment.diagnostics import Diagnostic, Fix, render
from contactbase.segment.dialects import DIALECTS, BackendCannotExpress
from contactbase.segment.explain import Explanation
from contactbase.segment.library import Segments
from contactbase.segment.overlap import Overlap, Partition, overlap, partition
from contactbase.segment.phrases import (
    can_receive,
    exactly,
    in_list,
    in_segment,
    last,
    money,
    next_,
    opted_in,
    opted_out,
    previous,
    sample,
    since,
    this,
)
from contactbase.segment.segment import Predicate, Segment, diagnose_text
from contactbase.segment.selection import Difference, Selection, StaticList
from contactbase.segment.waterfall import Waterfall

__all__ = [
    "DIALECTS",
    "BackendCannotExpress",
    "Cache",
    "CanReceive",
    "Condition",
    "Context",
    "Diagnostic",
    "Difference",
    "Explanation",
    "F",
    "Fix",
    "Overlap",
    "Partition",
    "Permission",
    "Predicate",
    "Segment",
    "Segments",
    "Selection",
    "StaticList",
    "Waterfall",
    "can_receive",
    "consent_columns",
    "contact_columns",
    "diagnose_text",
    "event_columns",
    "exactly",
    "in_list",
    "in_segment",
    "last",
    "money",
    "next_",
    "opted_in",
    "opted_out",
    "overlap",
    "partition",
    "previous",
    "render",
    "sample",
    "since",
    "this",
]
