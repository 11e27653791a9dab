"""The same first and last name in full, the same postcode and the same street; without one of the streets, for review.

A street is compared by its house number and its last word, which survive every abbreviation (`12 bd du Gal Leclerc`,
`12, boulevard du Général Leclerc`).

>>> street_key(("12, bd du Gal Leclerc",)) == street_key(("12 boulevard du Général LECLERC", "Bât. B"))
True
"""

from __future__ import annotations

import re
from typing import Final

from contactbase.matching.names import NameAgreement, fold_name
from contactbase.matching.rule import MatchRule
from contactbase.matching.view import KeyColumn, View
from contactbase.model.contact import Contact

__all__ = ["RULE", "street_key"]

_NUMBER: Final = re.compile(r"[0-9]+")
_LONGEST: Final = 500
_STREET_UNKNOWN: Final = 0.5


def street_key(lines: tuple[str, ...]) -> tuple[str, str] | None:
    """Give the house number and last word of the first line that starts with a number, or of the first line."""
    if not lines:
        return None
    folded = [fold_name(line[:_LONGEST]) for line in lines]
    words = next((line for line in folded if line[:1].isdigit()), folded[0]).split()
    number = _NUMBER.match(words[0]) if words else None
    return (number.group() if number else "", words[-1]) if words else None


def _keys(view: View) -> KeyColumn:
    return (
        ((contact.postcode, first, last) if first < last else (contact.postcode, last, first), number)
        for number, (contact, first, last) in enumerate(
            zip(view.contacts, view.first_names, view.last_names, strict=True)
        )
        if first and last and contact.postcode is not None
    )


def _share(one: Contact, other: Contact) -> float:
    if one.address == other.address and one.address:
        return 1.0
    left, right = street_key(one.address), street_key(other.address)
    if left is None or right is None:
        return _STREET_UNKNOWN
    return 1.0 if left == right else 0.0


RULE: Final = MatchRule(
    code="match.same-name-address",
    field="postcode",
    keys=_keys,
    weights={NameAgreement.SAME: 1.0},
    share=_share,
)
