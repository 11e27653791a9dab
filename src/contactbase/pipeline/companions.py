"""`consents.csv` and `events.csv`: the lines that belong to a contact, beside `contacts.csv`.

Each line starts with `contact_id`. Amounts are decimal with a dot in the currency beside them (ISO 4217 minor units
decide how many decimals), dates ISO 8601; empty means unknown, or the ordinary value where a field cannot be unknown.

>>> event = Event(kind=EventKind.PURCHASE, at=dt.date(2026, 5, 3), amount=124050, currency="EUR", count=12)
>>> (cells,) = EventRows()(["c-1"], [event])
>>> cells[:6]
('c-1', 'purchase', '2026-05-03', 'from_person', '1240.50', 'EUR')
>>> event_of(dict(zip(EVENT_COLUMNS, cells))) == event
True
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from operator import attrgetter
from typing import Any, Final

import attrs

from contactbase.model.consent import ConsentRecord
from contactbase.model.enums import Channel, ConsentStatus, Direction, EventKind, LegalBasis, Purpose
from contactbase.model.event import Event
from contactbase.normalize.amount import minor_units
from contactbase.pipeline.column_text import known_text, plain_text

__all__ = ["CONSENT_COLUMNS", "EVENT_COLUMNS", "ConsentRows", "EventRows", "consent_of", "event_of"]

_CONSENT_FIELDS: Final = tuple(field.name for field in attrs.fields(ConsentRecord))
_EVENT_FIELDS: Final = tuple(field.name for field in attrs.fields(Event))
CONSENT_COLUMNS: Final = ("contact_id", *_CONSENT_FIELDS)
EVENT_COLUMNS: Final = ("contact_id", *_EVENT_FIELDS)


_consent_values: Final = attrgetter(*_CONSENT_FIELDS)
_event_values: Final = attrgetter(*_EVENT_FIELDS)
_Ids = Sequence[str]
_Rows = Iterator[tuple[str, ...]]


class ConsentRows:
    """Gives consent records as rows of `consents.csv`, in the order of `CONSENT_COLUMNS`."""

    def __init__(self) -> None:
        """Start with nothing remembered."""
        self._write = [known_text(str) for _ in _CONSENT_FIELDS[:-1]]

    def __call__(self, contacts: _Ids, records: Iterable[ConsentRecord]) -> _Rows:
        """Give the cells of each record, behind the id of its contact."""
        *alike, addresses = zip(*map(_consent_values, records), strict=True)
        columns = [write(column) for write, column in zip(self._write, alike, strict=True)]
        return zip(contacts, *columns, plain_text(addresses), strict=True)


class EventRows:
    """Gives events as rows of `events.csv`, in the order of `EVENT_COLUMNS`."""

    def __init__(self) -> None:
        """Start with nothing remembered."""
        self._write = {name: known_text(str) for name in _EVENT_FIELDS}

    def __call__(self, contacts: _Ids, events: Iterable[Event]) -> _Rows:
        """Give the cells of each event, behind the id of its contact."""
        values = dict(zip(_EVENT_FIELDS, zip(*map(_event_values, events), strict=True), strict=True))
        money = zip(values["amount"], values["currency"], strict=True)
        values["amount"] = tuple(None if amount is None else _decimal(amount, currency) for amount, currency in money)
        columns = [self._write[name](column) for name, column in values.items()]
        return zip(contacts, *columns, strict=True)


def _decimal(minor: int, currency: str | None) -> str:
    digits = minor_units(currency or "EUR")
    sign, number = ("-", -minor) if minor < 0 else ("", minor)
    whole, rest = divmod(number, 10**digits)
    return f"{sign}{whole}.{rest:0{digits}d}" if digits else f"{sign}{whole}"


def _minor(text: str, currency: str | None) -> int:
    digits = minor_units(currency or "EUR")
    whole, _, rest = text.partition(".")
    if len(rest) > digits or not (rest + "0").isdecimal():
        raise ValueError(f"An amount in {currency or 'EUR'} has at most {digits} decimals.")
    return int(whole + rest.ljust(digits, "0"))


_Decoder = Callable[[str], Any]


def _enum(kind: type[StrEnum]) -> _Decoder:
    return kind


_DATE: Final[_Decoder] = dt.date.fromisoformat
_CONSENT: Final[Mapping[str, _Decoder]] = {
    "channel": _enum(Channel),
    "status": _enum(ConsentStatus),
    "purpose": _enum(Purpose),
    "basis": _enum(LegalBasis),
    "at": _DATE,
    "recorded_on": _DATE,
    "expires_on": _DATE,
}
_EVENT: Final[Mapping[str, _Decoder]] = {
    "kind": _enum(EventKind),
    "direction": _enum(Direction),
    "channel": _enum(Channel),
    "at": _DATE,
    "count": int,
}


def _decoded(cells: Mapping[str, str], names: tuple[str, ...], decode: Mapping[str, _Decoder]) -> dict[str, Any]:
    found = {name: cells[name] for name in names if cells.get(name)}
    return {name: decode[name](text) if name in decode else text for name, text in found.items()}


def consent_of(cells: Mapping[str, str]) -> ConsentRecord:
    """Read one line of `consents.csv`; ValueError or TypeError where it is none."""
    return ConsentRecord(**_decoded(cells, _CONSENT_FIELDS, _CONSENT))


def event_of(cells: Mapping[str, str]) -> Event:
    """Read one line of `events.csv`; ValueError or TypeError where it is none."""
    found = _decoded(cells, _EVENT_FIELDS, _EVENT)
    if "amount" in found:
        found["amount"] = _minor(found["amount"], found.get("currency"))
    return Event(**found)
