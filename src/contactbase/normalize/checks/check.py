"""One check of a contact: which fields it looks at, and what it finds when all of them are known.

A module of this package ends in frozen `ContactCheck`s, each with one line in `catalog.py`. A check sees the fields of
a contact by name, as they were understood, and holds them against each other; only what can hardly be right is worth a
word. It has no memory, so that cleaning what was cleaned finds nothing new.

>>> same = ContactCheck("same-city", ("city", "department"), lambda known, _: ())
>>> sorted(same.needs)
['city', 'department']
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, Final

import attrs

from contactbase.model.journal import Finding

__all__ = ["NOTHING", "ContactCheck", "Findings", "Known", "Run"]

Known = Mapping[str, Any]
"""The known fields of one contact, by name."""

Findings = tuple[Finding, ...]

Run = Callable[[Known, dt.date], Findings]
"""From the known fields, and the day against which they are judged, to what is at odds."""

NOTHING: Final[Findings] = ()


@attrs.frozen
class ContactCheck:
    """A check by name. It runs where every one of `fields` is known; the one that is known least often comes first."""

    name: str
    fields: tuple[str, ...]
    run: Run

    @property
    def needs(self) -> frozenset[str]:
        """The fields as a set."""
        return frozenset(self.fields)
