"""How one vendor writes its list of people to leave alone: which column holds what, which status means what.

>>> from contactbase.layouts.stops.catalog import stop_layout_of
>>> stop_layout_of(("hash_email", "status", "created")).name
'mailtrain'
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from contactbase.layouts.layout import header_key
from contactbase.model.source import Citation
from contactbase.model.suppression import AddressKind, SuppressionReason
from contactbase.model.text import Text

__all__ = ["StopLayout"]


@attrs.frozen(kw_only=True)
class StopLayout:
    """Headers are keys (`header_key`), cells of status are folded. None as a meaning: the row stops nobody.

    `addresses` gives the kind of each address column, `hashes` the algorithm of each column of e-mail hashes;
    `channels` maps a cell of the channel column to the kind that the row is about (where there is no such column, every
    address of the row is). A layout is recognized by having all of one of its `marks`.
    """

    name: str
    title: Text
    marks: tuple[frozenset[str], ...]
    addresses: Mapping[str, AddressKind]
    hashes: Mapping[str, str] = attrs.field(factory=dict)
    status: tuple[str, ...] = ()
    meanings: Mapping[str, SuppressionReason | None] = attrs.field(factory=dict)
    channel: tuple[str, ...] = ()
    channels: Mapping[str, AddressKind] = attrs.field(factory=dict)
    day: tuple[str, ...] = ()
    citation: Citation | None = None

    def recognizes(self, headers: Iterable[str]) -> bool:
        """Tell whether a file with these headers is of this vendor."""
        found = set(map(header_key, headers))
        return any(mark <= found for mark in self.marks)
