"""Fields that survive together: a block comes from one contact, and its gaps are filled only by those that agree.

>>> from contactbase.model.contact import Contact
>>> here = Contact(id="c-1", postcode="69003", city="Lyon")
>>> street = Contact(id="c-2", address=("3 rue Haute",), postcode="69003")
>>> address_block([here, street], ("address", "postcode", "city"))["address"]
('3 rue Haute',)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from contactbase.matching.names import fold_name, is_brief
from contactbase.model.contact import Contact
from contactbase.model.enums import Origin
from contactbase.normalize.first_names import is_first_name

__all__ = ["address_block", "company_block", "name_block", "origin_block", "spelling_key", "title_block"]

Block = dict[str, object]


def _block(contact: Contact, fields: Iterable[str]) -> Block:
    return {name: getattr(contact, name) for name in fields}


def _is_known(value: object) -> bool:
    return value is not None and value != ()


def spelling_key(value: object) -> object:
    """Give what two equal values have in common whatever their spelling."""
    if isinstance(value, str):
        return fold_name(value)
    return tuple(map(spelling_key, value)) if isinstance(value, tuple) else value


def _equal(one: object, other: object) -> bool:
    return one == other or spelling_key(one) == spelling_key(other)


def _may_fill(block: Mapping[str, object], other: Mapping[str, object], ties: Sequence[str]) -> bool:
    """Tell whether two blocks are equal wherever both are known, and in one of the ties where there are any."""
    both = {name for name in block if _is_known(block[name]) and _is_known(other[name])}
    return (not ties or not both.isdisjoint(ties)) and all(_equal(block[name], other[name]) for name in both)


def _filled(block: Block, others: Iterable[Block], ties: Sequence[str] = ()) -> Block:
    """Fill the gaps of a block from blocks that agree with it."""
    for other in others:
        gaps = [name for name, value in block.items() if not _is_known(value)]
        if not gaps:
            break
        if any(_is_known(other[name]) for name in gaps) and _may_fill(block, other, ties):
            block = block | {name: other[name] for name in gaps}
    return block


def _first_block(contacts: Sequence[Contact], fields: Sequence[str], leading: Sequence[str]) -> Block:
    """Take the block of the first contact that knows one of its leading fields."""
    blocks = [_block(contact, fields) for contact in contacts]
    return next((block for block in blocks if any(_is_known(block.get(name)) for name in leading)), blocks[0])


def _tied_block(contacts: Sequence[Contact], fields: Sequence[str], leading: Sequence[str]) -> Block:
    """Take the first block, its gaps filled by those that have a leading field in common with it."""
    first = _first_block(contacts, fields, leading)
    return _filled(first, (_block(contact, fields) for contact in contacts), leading)


def address_block(contacts: Sequence[Contact], fields: Sequence[str]) -> Block:
    """Give the most recent address, completed by those in the same place."""
    return _tied_block(contacts, fields, ("address", "postcode", "city"))


def company_block(contacts: Sequence[Contact], fields: Sequence[str]) -> Block:
    """Give the most recent company with its own SIREN and activity."""
    return _tied_block(contacts, fields, ("company", "siren"))


def title_block(contacts: Sequence[Contact], fields: Sequence[str]) -> Block:
    """Give the most recent title with the sex that was given with it."""
    return _filled(_first_block(contacts, fields, fields), (_block(contact, fields) for contact in contacts))


def name_block(contacts: Sequence[Contact], fields: Sequence[str]) -> Block:
    """Give the fullest name: both parts, a usual first name, no initials; then the most recent."""
    best = max(contacts, key=_fullness)
    return _filled(_block(best, fields), (_block(contact, fields) for contact in contacts))


def _fullness(contact: Contact) -> tuple[bool, bool, bool]:
    first = contact.first_name or ""
    return (
        bool(first and contact.last_name),
        is_first_name(first),
        bool(first) and not is_brief(fold_name(first)),
    )


_BY_ORIGIN: Final = (Origin.RENTED, Origin.BOUGHT, Origin.OWNED, None)


def origin_block(contacts: Sequence[Contact], fields: Sequence[str]) -> Block:
    """Give the most restricted origin with its supplier, and the earliest end of a rental."""
    source = min(contacts, key=lambda contact: _BY_ORIGIN.index(contact.origin))
    ends: list[dt.date] = [contact.rental_end for contact in contacts if contact.rental_end is not None]
    return _block(source, fields) | {"rental_end": min(ends, default=None)}
