"""The people of the demo file, each computed from a number: no list, no memory, no real person.

Chance is a keyed hash (BLAKE2b, RFC 7693) of that number: the same people on every machine and every Python. Two people
in a row may live in one home, and then share its name, its address and its landline.

Landlines stand in the blocks that the French numbering plan keeps for fiction (ARCEP, decision 2018-0881). Its mobile
block, 06 39 98, is no valid number for libphonenumber, so mobiles are counted through the block 06 00: up to a million
people have a number each.

>>> someone = person(chance(2026), 7)
>>> someone.landline[:6] in FICTION, someone.email.rpartition("@")[2].startswith("example.")
(True, True)
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Callable
from hashlib import blake2b
from typing import Final

import attrs

from contactbase.cli.demo_words import FEMALE, LAST, MALE, STREETS, TOWNS, Town

__all__ = ["DEMO_DAY", "FICTION", "Chance", "Person", "bare", "chance", "person", "plain"]

DEMO_DAY: Final = dt.date(2026, 11, 2)
"""The day on which the imagined export was made; everything true in it happened before."""

FICTION: Final = ("019900", "026191", "035301", "046571", "053649")

_TODAY: Final = DEMO_DAY.toordinal()
_DOMAINS: Final = ("example.org", "example.com", "example.net", "example.org", "boutique.example.org")

Chance = Callable[[bytes, int], bytes]
"""Sixty-four bytes of chance for a purpose and a number."""


def chance(seed: int) -> Chance:
    """Give the chance of a seed (any integer)."""
    base = blake2b(str(seed).encode(), person=b"demo file")

    def draw(purpose: bytes, number: int) -> bytes:
        state = base.copy()
        state.update(b"%s%d" % (purpose, number))
        return state.digest()

    return draw


@attrs.frozen
class Person:
    """One invented person as they really are, before anybody writes them down.

    Numbers are ten national digits; `orders` purchases of `cents` in all, the last on `bought`.
    """

    number: int
    female: bool
    first: str
    last: str
    born: dt.date = attrs.field(repr=False)
    mobile: str = attrs.field(repr=False)
    landline: str = attrs.field(repr=False)
    email: str = attrs.field(repr=False)
    street: str = attrs.field(repr=False)
    town: Town = attrs.field(repr=False)
    joined: dt.date
    bought: dt.date | None
    orders: int
    cents: int


def plain(word: str) -> str:
    """Give a word without accents.

    >>> plain("Saint-Étienne")
    'Saint-Etienne'
    """
    return unicodedata.normalize("NFKD", word.replace("œ", "oe")).encode("ascii", "ignore").decode()


_BARE: Final = {word: plain(word).lower().replace(" ", "").replace("'", "") for word in (*LAST, *FEMALE, *MALE)}


def bare(name: str) -> str:
    """Give a name of `demo_words` as it stands in an e-mail address: no accents, no capitals, no spaces."""
    return _BARE[name]


def _email(number: int, first: str, last: str, byte: int) -> str:
    domain = _DOMAINS[byte % 5]
    match byte >> 5:
        case 0 | 1:
            return f"{bare(first)[0]}{bare(last)}{number}@{domain}"
        case 2:
            return f"{bare(last)}.{bare(first)}{number}@{domain}"
        case 3:
            return f"{bare(first)}-{number}@{domain}"
    return f"{bare(first)}.{bare(last)}.{number}@{domain}"


def _mobile(number: int, prefix: str) -> str:
    """Count through a block of a million by a coprime step, so that no two people share a number."""
    return f"{prefix}{(number * 611_953 + 120_411) % 1_000_000:06d}"


def _days(own: bytes) -> tuple[int, int]:
    """Give the days of the first and the last purchase; one person in five has not come for four years."""
    joined = _TODAY - 40 - own[3] * own[4] // 18
    bought = joined + (_TODAY - joined) * (own[8] << 8 | own[9]) // 65536
    return joined, min(bought, max(joined, _TODAY - 1500)) if own[10] < 50 else bought


def person(draw: Chance, number: int) -> Person:
    """Give the person of a number (0 and up)."""
    own = draw(b"person", number)
    house = number - 1 if own[0] < 26 and number else number
    home = draw(b"home", house)
    female = own[1] < 150
    names = FEMALE if female else MALE
    first = names[own[2] % len(names)]
    last = LAST[(home[0] << 8 | home[1]) % len(LAST)]
    town = TOWNS[home[2] % len(TOWNS)]
    joined, bought = _days(own)
    orders = 0 if own[5] < 60 else 1 + own[6] * own[7] // 4096
    return Person(
        number,
        female,
        first,
        last,
        dt.date.fromordinal(704_000 + (own[11] << 8 | own[12]) % 27_000),
        _mobile(number, town.mobile),
        f"{FICTION[house % 5]}{house // 5 % 10_000:04d}",
        f"famille.{bare(last)}.{house}@example.org" if home[5] < 26 else _email(number, first, last, own[13]),
        f"{1 + home[3] % 140} {STREETS[home[4] % len(STREETS)]}",
        town,
        dt.date.fromordinal(joined),
        dt.date.fromordinal(bought) if orders else None,
        orders,
        orders * (300 + own[16] * 97 + own[17] % 97),
    )
