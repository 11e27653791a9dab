"""Derived fields, one table: each is an aggregate of the language itself, or a choice among the stored values.

An aggregate has its Python and its SQL by being one. `mobile`, `landline` and `email` are choices: in SQL they are
columns of `contacts` (see `docs/language.md`). `age` is rewritten to days of birth, see `days.birth_days`.

>>> print(AGGREGATES["spent"][0])
sum(purchases.amount)
>>> from contactbase.model.contact import Phone
>>> CHOICES["mobile"](Contact(id="c-1", phones=(Phone("+33199000001", PhoneKind.MOBILE),)))
'+33199000001'
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from contactbase.model.activity import ACTS_OF_PERSON, CONSENT_ACTS
from contactbase.model.contact import Contact
from contactbase.model.enums import Direction, PhoneKind
from contactbase.segment.nodes import Aggregate, And, Compare, FieldRef, Function, In, Op, Word

__all__ = ["AGE", "AGGREGATES", "CHOICES"]

AGE: Final = "age"

_BY_PERSON: Final = And(
    (
        In(FieldRef("kind"), tuple(Word(kind.value) for kind in sorted(ACTS_OF_PERSON))),
        Compare(FieldRef("direction"), Op.EQ, Word(Direction.FROM_PERSON.value)),
    )
)
_CONSENTED: Final = In(FieldRef("status"), tuple(Word(status.value) for status in sorted(CONSENT_ACTS)))

AGGREGATES: Final[Mapping[str, tuple[Aggregate, ...]]] = {
    "last_purchase": (Aggregate(Function.MAX, "purchases", "at"),),
    "first_purchase": (Aggregate(Function.MIN, "purchases", "at"),),
    "spent": (Aggregate(Function.SUM, "purchases", "amount"),),
    "orders": (Aggregate(Function.COUNT, "purchases"),),
    "average_basket": (Aggregate(Function.AVG, "purchases", "amount"),),
    "last_contact_by_person": (
        Aggregate(Function.MAX, "events", "at", _BY_PERSON),
        Aggregate(Function.MAX, "consents", "at", _CONSENTED),
    ),
}
"""Derived fields that are aggregates; of several dates, the latest."""


def _number(contact: Contact, *kinds: PhoneKind) -> str | None:
    """Give the first number of the first kind that the contact has."""
    found = (phone.e164 for kind in kinds for phone in contact.phones if phone.kind == kind)
    return next(found, None)


CHOICES: Final[Mapping[str, Callable[[Contact], str | None]]] = {
    "mobile": lambda contact: _number(contact, PhoneKind.MOBILE, PhoneKind.FIXED_LINE_OR_MOBILE),
    "landline": lambda contact: _number(contact, PhoneKind.FIXED_LINE),
    "email": lambda contact: contact.emails[0].address if contact.emails else None,
}
"""Derived fields that are one of the stored values."""
