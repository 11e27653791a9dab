"""E-mail addresses: one in common, a slip apart, the same part before the @ at another provider, others.

A part before the @ that is only the name (`jean.martin`) is what every Jean Martin has: at another provider it is no
evidence. What is left of it beside the name (`valerie03`) is.

>>> one = (("lea.durand@example.org",), (), ("",))
>>> other = (("lea.durnad@example.org",), (), ("durnad",))
>>> EMAIL.levels[compare(one, other) - 1].name
'slip'
"""

from __future__ import annotations

import re
from typing import Final

from contactbase.matching.comparator import Comparator, Level
from contactbase.matching.distance import slips
from contactbase.matching.names import fold_name
from contactbase.model.contact import Contact
from contactbase.model.text import Text

__all__ = ["EMAIL", "compare"]

Value = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
"""The keys of the mailboxes, their parts before the @ that say more than the name, what the name leaves of each."""

_LEVELS: Final = (
    Level("same", Text("an e-mail address in common", "une adresse e-mail en commun"), 0.72, 0.12, 0.000003),
    Level("slip", Text("a slip apart", "à une faute de frappe près"), 0.06, 0.004, 0.00001),
    Level("near", Text("two slips apart", "à deux fautes de frappe près"), 0.02, 0.004, 0.00003),
    Level("local", Text("the same before the @", "la même partie avant le @"), 0.04, 0.005, 0.004),
    Level("different", Text("other addresses", "d'autres adresses"), 0.16, 0.87, 0.996),
)
_SAME, _SLIP, _NEAR, _LOCAL, _DIFFERENT = range(1, 6)
_LONGEST: Final = 80
_SHORTEST: Final = 10
_JOINTS: Final = str.maketrans("", "", "._-+")
_BRIEF: Final = 4
"""So little beside the name is an initial, a year or a number that tells namesakes apart."""
_DIGITS: Final = re.compile(r"[0-9]+")
_SHORTEST_LOCAL: Final = 4
_MOST: Final = 64
"""So many pairs of addresses of two contacts are looked at for slips; who has more is compared by equal ones only."""


def compare(one: Value, other: Value) -> int:
    """Compare two sets of addresses that are not equal."""
    lefts, rights = one[0], other[0]
    if len(lefts) == 1 == len(rights):
        if lefts[0] == rights[0]:
            return _SAME
    elif not set(lefts).isdisjoint(rights):
        return _SAME
    near = _DIFFERENT if len(lefts) * len(rights) > _MOST else _nearest(one, other)
    if near != _DIFFERENT:
        return near
    return _LOCAL if one[1] and other[1] and not set(one[1]).isdisjoint(other[1]) else _DIFFERENT


def _nearest(one: Value, other: Value) -> int:
    return min(
        (
            _nearness(left, right, rest, other_rest)
            for left, rest in zip(one[0], one[2], strict=True)
            for right, other_rest in zip(other[0], other[2], strict=True)
        ),
        default=_DIFFERENT,
    )


def _nearness(left: str, right: str, rest: str, other_rest: str) -> int:
    """Tell slips from another digit or initial, by which families and namesakes differ."""
    if not _SHORTEST <= len(left) <= _LONGEST or abs(len(left) - len(right)) > 2:
        return _DIFFERENT
    found = slips(left, right, 2)
    if found > 2 or (rest != other_rest and len(rest) <= _BRIEF and len(other_rest) <= _BRIEF):
        return _DIFFERENT
    if _DIGITS.findall(left) != _DIGITS.findall(right):
        return _DIFFERENT
    return _NEAR if found == 2 else _SLIP


def _value(contact: Contact) -> Value | None:
    emails = contact.emails
    if not emails:
        return None
    keys = (emails[0].key,) if len(emails) == 1 else tuple(sorted({email.key for email in emails}))
    names = [word for part in (contact.last_name, contact.first_name) if part for word in fold_name(part).split()]
    locals_ = [key.partition("@")[0] for key in keys]
    rests = tuple([_rest(local, names) for local in locals_])
    telling = [
        local for local, rest in zip(locals_, rests, strict=True) if len(local) >= _SHORTEST_LOCAL and _says_more(rest)
    ]
    return keys, tuple(telling if len(telling) < 2 else sorted(set(telling))), rests


def _rest(local: str, names: list[str]) -> str:
    """Give what is left of a part before the @ without the words of the name and what joins them."""
    for name in names:
        if len(name) > 1:
            local = local.replace(name, "", 1)
    return local.translate(_JOINTS)


def _says_more(rest: str) -> bool:
    """Tell whether more than initials is left."""
    return any(char.isdigit() for char in rest) or len(rest) > 2


EMAIL: Final = Comparator(
    name="email",
    fields=("emails",),
    title=Text("e-mail address", "adresse e-mail"),
    levels=_LEVELS,
    value=_value,
    compare=compare,
)
