"""What other reasons cover of a contact once prospecting is over, and the contact cut down to it.

A reason whose clock has no date covers nothing: nothing says that it has begun. Its last day is still covered.

>>> from contactbase.model.event import Event
>>> contact = Contact(id="c-1", last_name="Durand", city="Lyon", tags=frozenset({"vip"}))
>>> attrs.asdict(restricted(contact, ("last_name",)), filter=lambda _, value: bool(value))
{'id': 'c-1', 'last_name': 'Durand'}
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any, Final

import attrs

from contactbase.model.contact import Contact
from contactbase.model.schema import SCHEMA
from contactbase.model.source import Citation
from contactbase.policy.clock import start_of
from contactbase.policy.deadline import deadline
from contactbase.policy.rule import KeepingRule

__all__ = ["Coverage", "covered", "restricted"]


@attrs.frozen(kw_only=True)
class Coverage:
    """The fields that other reasons cover, by which rules, until when, and who says so; empty: nothing does."""

    fields: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    until: dt.date | None = None
    citations: tuple[Citation, ...] = ()


def covered(contact: Contact, rules: Iterable[KeepingRule], *, as_of: dt.date) -> Coverage:
    """Give what rules about a contact cover of it on a day."""
    holding = [(rule, until) for rule in rules if (until := _until(contact, rule)) is not None and as_of <= until]
    return Coverage(
        fields=tuple(sorted({name for rule, _ in holding for name in rule.fields})),
        rules=tuple(sorted(rule.id for rule, _ in holding)),
        until=max((until for _, until in holding), default=None),
        citations=tuple(citation for rule, _ in holding for citation in rule.citations),
    )


def _until(contact: Contact, rule: KeepingRule) -> dt.date | None:
    start = start_of(contact, rule.clocks)
    return None if start is None else deadline(start.day, rule.months)


_ROWS: Final = frozenset({"events", "consents"})


def restricted(contact: Contact, fields: Iterable[str]) -> Contact:
    """Give a contact with its id and the named fields alone; a table (`purchases`) keeps the events of its kinds."""
    names = set(fields)
    kept: dict[str, Any] = {name: getattr(contact, name) for name in names if hasattr(contact, name)}
    tables = [SCHEMA.table(table.name) for table in SCHEMA.tables if table.name in names - _ROWS]
    if tables and "events" not in names:
        kinds = frozenset(kind for table in tables for kind in table.kinds)
        kept["events"] = tuple(event for event in contact.events if event.kind in kinds)
    return Contact(**{**kept, "id": contact.id})
