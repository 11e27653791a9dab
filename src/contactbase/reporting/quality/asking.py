"""What to ask a person for: everything a purpose needs, or the next few fields, so as not to weary them (R13, R18).

Which fields a purpose needs is own judgement, in the order in which they are worth asking, and data: give your own.
In the mode `collect` what is unknown is asked for; in `update` what is known is asked for again as well: all of it, or
what its refresh interval has made stale.

>>> contact = Contact(id="c-1", first_name="Léa", last_name="Durand")
>>> missing_fields(contact, Purpose.SAFETY)
('mobile', 'email')
>>> missing_fields(contact, Purpose.SAFETY, mode=Asking.UPDATE)
('last_name', 'mobile', 'email')
>>> next_best_fields(contact, 2)
('email', 'mobile')
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Final

from contactbase.model.contact import Contact
from contactbase.model.enums import Purpose
from contactbase.model.schema import SCHEMA, Schema
from contactbase.reporting.quality.known import is_known, no_such_field
from contactbase.reporting.quality.staleness import checked_intervals, confirmed_on, field_confirmed_on, stale_since

__all__ = ["ASKED", "Asking", "missing_fields", "next_best_fields"]


class Asking(StrEnum):
    """Why a person is asked: to complete what is unknown, or to bring what is known up to date."""

    COLLECT = "collect"
    UPDATE = "update"


ASKED: Final[Mapping[Purpose, tuple[str, ...]]] = {
    Purpose.MARKETING: (
        *("email", "mobile", "first_name", "last_name", "preferred_channel", "postcode", "interests", "birth_date"),
        *("sex", "city"),
    ),
    Purpose.SERVICE: ("last_name", "mobile", "email", "first_name", "language"),
    Purpose.TRANSACTIONAL: ("last_name", "first_name", "email", "address", "postcode", "city", "country", "mobile"),
    Purpose.SAFETY: ("last_name", "mobile", "email"),
    Purpose.TRACKING: (),
    Purpose.STATISTICS: ("postcode", "birth_date", "sex", "socio_category"),
}
"""The fields that each purpose needs, the one most worth asking first."""


def _checked(names: Sequence[str], schema: Schema) -> Sequence[str]:
    for name in names:
        error = no_such_field(name, schema)
        if error is not None:
            raise error
    return names


def missing_fields(
    contact: Contact,
    purpose: Purpose,
    *,
    mode: Asking = Asking.COLLECT,
    intervals: Mapping[str, int] | None = None,
    as_of: dt.date | None = None,
    fields: Sequence[str] | None = None,
    schema: Schema = SCHEMA,
) -> tuple[str, ...]:
    """Give the fields to ask a person for, in the order in which they are worth asking.

    In the mode `update`, known fields are among them: those whose interval (in months; `as_of` is needed then) has run
    out, or all of them without `intervals`. `fields` replaces those of the purpose. ValueError for what is no field.
    """
    names = ASKED[purpose] if fields is None else _checked(fields, schema)
    if mode is Asking.COLLECT:
        return tuple(name for name in names if not is_known(contact, name))
    if intervals is None:
        return tuple(names)
    if as_of is None:
        raise ValueError("What is stale depends on the day. Give as_of together with intervals.")
    checked_intervals(intervals, schema)
    confirmed = confirmed_on(contact, as_of=as_of)
    return tuple(
        name
        for name in names
        if not is_known(contact, name)
        or (name in intervals and _is_stale(contact, name, confirmed, intervals[name], as_of))
    )


def _is_stale(contact: Contact, name: str, confirmed: dt.date | None, months: int, as_of: dt.date) -> bool:
    return stale_since(field_confirmed_on(contact, name, confirmed, as_of=as_of), months, as_of=as_of)[0]


def next_best_fields(
    contact: Contact,
    n: int = 2,
    *,
    purpose: Purpose = Purpose.MARKETING,
    fields: Sequence[str] | None = None,
    schema: Schema = SCHEMA,
) -> tuple[str, ...]:
    """Give the next fields to ask a person for, at most n: the unknown ones most worth asking (progressive profiling).

    `fields` replaces those of the purpose, in your own order. ValueError when n is negative, or a name is no field.
    """
    if n < 0:
        raise ValueError(f"{n} fields cannot be asked for. Give 0 or more.")
    return missing_fields(contact, purpose, fields=fields, schema=schema)[:n]
