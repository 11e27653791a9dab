"""`consents.csv` and `events.csv`: the lines that belong to a contact, beside `contacts.csv`.

Each line starts with `contact_id`. Amounts are decimal with a dot in the currency beside them (ISO 4217 minor units
decide how many decimals), dates ISO 8601; empty means unknown, or the ordinary value where a field cannot be unknown.

>>> event = Event(kind=EventKind.PURCHASE, at=dt.date(2026, 5, 3), amount=124050, currency="EUR", count=12)
>>> event_row("c-1", event)[:6]
['c-1', 'purchase', '2026-05-03', 'from_person', '1240.50', 'EUR']
>>> event_of(dict(zip(EVENT_COLUMNS, event_row("c-1", event)))) == event
True
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from operator import attrgetter
from typing import Any, Final

import attrs

from contactbase.model.consent import ConsentRecord
from contactbase.model.enums import Channel, ConsentStatus, Direction, EventKind, LegalBasis, Purpose
from contactbase.model.event import Event
from contactbase.normalize.amount import minor_units

__all__ = ["CONSENT_COLUMNS", "EVENT_COLUMNS", "consent_of", "consent_row", "event_of", "event_row"]

_CONSENT_FIELDS: Final = tuple(field.name for field in attrs.fields(ConsentRecord))
_EVENT_FIELDS: Final = tuple(field.name for field in attrs.fields(Event))
CONSENT_COLUMNS: Final = ("contact_id", *_CONSENT_FIELDS)
EVENT_COLUMNS: Final = ("contact_id", *_EVENT_FIELDS)


_consent_values: Final = attrgetter(*_CONSENT_FIELDS)
_event_values: Final = attrgetter(*_EVENT_FIELDS)
_AMOUNT: Final = EVENT_COLUMNS.index("amount")


def _cells(contact: str, values: Iterable[Any]) -> list[str]:
    return [contact, *("" if value is None else value if value.__class__ is str else str(value) for value in values)]


def consent_row(contact: str, record: ConsentRecord) -> list[str]:
    """Give the cells of one consent record, in the order of `CONSENT_COLUMNS`."""
    return _cells(contact, _consent_values(record))


def event_row(contact: str, event: Event) -> list[str]:
    """Give the cells of one event, in the order of `EVENT_COLUMNS`."""
    cells = _cells(contact, _event_values(event))
    if event.amount is not None:
        cells[_AMOUNT] = _decimal(event.amount, event.currency)
    return cells


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
