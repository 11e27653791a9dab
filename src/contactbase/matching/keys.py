"""Blocking keys: contacts that share one are compared. A union of many, so that few errors leave a pair unmet.

Each key is data: its name, the fields it reads, and a function that gives columns of numbers or texts, one a contact;
equal ones meet, 0 and "" meet nobody, and columns given together meet each other too. *Strong* keys are evidence
by themselves or nearly so; what only meets by a weak one is looked at further only where names or birth dates speak for
it.

>>> [rule.name for rule in KEYS][:3]
['email', 'mailbox', 'mobile']
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Any, Final, TypeAlias

import attrs

from contactbase.matching.columns import View
from contactbase.matching.comparators.last_name import birth_name, married_name
from contactbase.matching.comparators.street import Street

__all__ = ["KEYS", "Key", "KeyRule"]

Key: TypeAlias = int | str
Keys: TypeAlias = Iterator[Sequence[Sequence[Key]]]
"""Columns of keys, each as long as the view; those of one item meet across."""
_BASE: Final = 1 << 26


@attrs.frozen
class KeyRule:
    """One way for two contacts to meet; keys of one family go by the same thing, more or less exactly."""

    family: str
    name: str
    fields: tuple[str, ...]
    keys: Callable[[View], Keys]
    strong: bool = False


@attrs.frozen
class _Part:
    """What a key takes from one comparator's value, worked out once a value; `optional` parts may be missing."""

    comparator: str
    name: str
    derive: Callable[[Any], Hashable]
    optional: bool = False

    def column(self, view: View) -> list[int]:
        """Give the number of the part for every contact."""
        column = view.by_name[self.comparator]
        derived = column.lexicon.derived(self.name, self.derive)
        return list(map(derived.__getitem__, column.numbers))


def _joined(*parts: _Part) -> Callable[[View], Keys]:
    """Meet by several parts together."""

    def keys(view: View) -> Keys:
        if any(not view.by_name[part.comparator].known for part in parts if not part.optional):
            return
        found = parts[0].column(view)
        for part in parts[1:]:
            column = part.column(view)
            if part.optional:
                found = [key * _BASE + more if key else 0 for key, more in zip(found, column, strict=True)]
            else:
                found = [key * _BASE + more if key and more else 0 for key, more in zip(found, column, strict=True)]
        yield [found]

    return keys


def _either(*ways: Callable[[View], Keys]) -> Callable[[View], Keys]:
    """Meet in any of several ways."""

    def keys(view: View) -> Keys:
        for way in ways:
            yield from way(view)

    return keys


def _each(comparator: str, name: str, inner: Callable[[Any], Sequence[str]]) -> Callable[[View], Keys]:
    """Meet by any of the values of a tuple: as many columns as the longest tuple has values, of the first few."""

    def keys(view: View) -> Keys:
        column = view.by_name[comparator]
        if column.known:
            several = column.lexicon.several(name, inner, _MOST_VALUES)
            yield [list(map(parts.__getitem__, column.numbers)) for parts in several]

    return keys


_MOST_VALUES: Final = 16


def _skeleton(name: str) -> str:
    """Give the consonants of a name, each once: what most slips and accents of speech leave alone."""
    kept = name[:1]
    for char in name[1:]:
        if char not in "aeiouyh -" and char != kept[-1]:
            kept += char
    return kept[:6]


def _year(day: dt.date) -> int:
    return day.year


def _whole(value: Hashable) -> Hashable:
    return value


def _numbers(value: tuple[str, ...]) -> Sequence[str]:
    return value


def _beginning(length: int) -> Callable[[str], str]:
    return lambda name: name[:length]


def _surname(length: int) -> Callable[[str], str | None]:
    return lambda value: (married_name(value) or "")[:length]


def _place(value: tuple[str, str]) -> str:
    return value[0] or value[1]


def _house(street: Street) -> Hashable:
    return street.key if street.words else None


_FIRST: Final = _Part("first_name", "whole", _whole)
_LAST: Final = _Part("last_name", "whole", married_name)
_FIRST_3: Final = _Part("first_name", "3", _beginning(3))
_LAST_3: Final = _Part("last_name", "3", _surname(3))
_LAST_4: Final = _Part("last_name", "4", _surname(4))
_INITIAL: Final = _Part("first_name", "1", _beginning(1), optional=True)
_BIRTH: Final = _Part("birth_date", "whole", _whole)
_YEAR: Final = _Part("birth_date", "year", _year)
_PLACE: Final = _Part("locality", "place", _place)
_POSTCODE: Final = _Part("locality", "postcode", lambda value: value[0])
_CITY: Final = _Part("locality", "city", lambda value: value[1])
_ANY_PLACE: Final = _Part("locality", "place", _place, optional=True)
_HOUSE: Final = _Part("street", "house", _house)
_NUMBER_AND_WORD: Final = _Part(
    "street",
    "number 4",
    lambda street: (street.number, street.words[-1][:4]) if street.number and street.words else None,
)
_PLACE_4: Final = _Part("locality", "place 4", lambda value: value[1][:4] or value[0])
_SIREN: Final = _Part("company", "siren", lambda value: value[0])
_COMPANY: Final = _Part("company", "name", lambda value: value[1])
_ANY_LAST_3: Final = _Part("last_name", "3", _surname(3), optional=True)


def _crossed(name: str, derive: Callable[[str], str]) -> Callable[[View], Keys]:
    """Meet by what is derived from first and last name, whichever stands in which column; by birth names too."""

    def married(value: str) -> str | None:
        return derive(part) if (part := married_name(value)) else None

    def born(value: str) -> str | None:
        return derive(part) if (part := birth_name(value)) else None

    def keys(view: View) -> Keys:
        firsts, lasts = view.by_name["first_name"], view.by_name["last_name"]
        if not firsts.known or not lasts.known:
            return
        one = firsts.lexicon.derived(name, derive)
        two = [lasts.lexicon.derived(name, part, firsts.lexicon) for part in (married, born)]
        yield [_pairs(one, numbers, firsts.numbers, lasts.numbers) for numbers in two if any(numbers)]

    return keys


def _pairs(one: Sequence[int], two: Sequence[int], lefts: Sequence[int], rights: Sequence[int]) -> list[int]:
    """Give the key of two parts, in either order."""
    return [
        0
        if not (low := one[left]) or not (high := two[right])
        else low * _BASE + high
        if low < high
        else high * _BASE + low
        for left, right in zip(lefts, rights, strict=True)
    ]


def _initials(with_part: _Part) -> Callable[[View], Keys]:
    """Meet by another part and the initials, in either order."""

    def keys(view: View) -> Keys:
        firsts, lasts, parts = view.by_name["first_name"], view.by_name["last_name"], with_part.column(view)
        one = [0 if not value else ord(value[0]) for value in firsts.lexicon.values]
        two = [0 if not value else ord(value[0]) for value in lasts.lexicon.values]
        column = [
            0 if not part else (part * _BASE + min(one[left], two[right])) * _BASE + max(one[left], two[right])
            for part, left, right in zip(parts, firsts.numbers, lasts.numbers, strict=True)
        ]
        yield [column]

    return keys


def _mail(derive: Callable[[str, str], str]) -> Callable[[Any], Sequence[str]]:
    """Take something from each address: from its part before the @ and from its domain."""

    def inner(value: Any) -> Sequence[str]:
        return [derive(local, domain) for local, _, domain in (key.partition("@") for key in value[0])]

    return inner


KEYS: Final[tuple[KeyRule, ...]] = (
    KeyRule("mail", "email", ("emails",), _each("email", "whole", lambda value: value[0]), strong=True),
    KeyRule("mail", "mailbox", ("emails",), _each("email", "mailbox", lambda value: value[1]), strong=True),
    KeyRule("phone", "mobile", ("phones",), _each("mobile", "whole", _numbers), strong=True),
    KeyRule("phone", "landline", ("phones",), _each("landline", "whole", _numbers), strong=True),
    KeyRule("names", "names", ("first_name", "last_name"), _crossed("crossed", str), strong=True),
    KeyRule("birth", "birth date, last name", ("birth_date", "last_name"), _joined(_BIRTH, _LAST_3), strong=True),
    KeyRule("birth", "birth date, first name", ("birth_date", "first_name"), _joined(_BIRTH, _FIRST_3), strong=True),
    KeyRule("place", "house, place", ("address", "postcode"), _joined(_HOUSE, _ANY_PLACE), strong=True),
    KeyRule(
        "company",
        "company, name",
        ("company", "last_name"),
        _either(_joined(_SIREN, _ANY_LAST_3), _joined(_COMPANY, _ANY_LAST_3)),
        strong=True,
    ),
    KeyRule("birth", "birth date", ("birth_date",), _joined(_BIRTH)),
    KeyRule("birth", "birth year, first name", ("birth_date", "first_name"), _joined(_YEAR, _FIRST)),
    KeyRule("birth", "birth year, last name", ("birth_date", "last_name"), _joined(_YEAR, _LAST_4)),
    KeyRule(
        "place",
        "place, first name",
        ("postcode", "first_name"),
        _either(_joined(_PLACE, _FIRST), _joined(_CITY, _FIRST)),
    ),
    KeyRule("place", "place, last name", ("postcode", "last_name"), _joined(_PLACE, _LAST_4)),
    KeyRule(
        "place",
        "place, initials",
        ("postcode", "city", "first_name", "last_name"),
        _either(_initials(_POSTCODE), _initials(_CITY)),
    ),
    KeyRule("place", "house, beginnings", ("address", "city"), _joined(_NUMBER_AND_WORD, _PLACE_4)),
    KeyRule("names", "consonants of names", ("first_name", "last_name"), _crossed("consonants", _skeleton)),
    KeyRule("names", "beginnings of names", ("first_name", "last_name"), _crossed("crossed 3", _beginning(3))),
    KeyRule("names", "initial, last name", ("first_name", "last_name"), _joined(_LAST, _INITIAL)),
    KeyRule(
        "mail",
        "beginning of the mailbox",
        ("emails",),
        _each("email", "beginning", _mail(lambda local, domain: f"{local[:7]}@{domain[:3]}")),
    ),
    KeyRule(
        "mail",
        "end of the mailbox",
        ("emails",),
        _each("email", "end", _mail(lambda local, domain: f"{local[-5:]}@{domain[-6:]}")),
    ),
)
