"""What was changed on a merged contact since its merge, and on whom of its members each change falls once they part.

The survivor has what was added or changed since. A mailbox, a number, a tag or an event that only another member
brought is no change: it goes back with that member. What was taken away since is taken away from whoever held it. A
refusal, an unsubscription or a bounce may be anybody's, so everybody has it: parting people makes nobody more
contactable. A consent that was given for one address goes to whoever holds the address.

>>> from contactbase.model.contact import Email
>>> hers, his = (Email("lea@example.org", "lea@example.org"),), (Email("paul@example.org", "paul@example.org"),)
>>> late = (Email("new@example.org", "new@example.org"),)
>>> then, now = Contact(id="c-1", emails=hers + his), Contact(id="c-1", emails=his + late, city="Lyon")
>>> after = survivor_since(Contact(id="c-1", emails=hers), then, now, others=[Contact(id="c-2", emails=his)])
>>> [email.address for email in after.emails], after.city
(['new@example.org'], 'Lyon')
>>> [email.address for email in absorbed_since(Contact(id="c-2", emails=his), then, now).emails]
['paul@example.org']
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Any, Final

import attrs

from contactbase.matching.blocks import address_block, company_block, origin_block
from contactbase.matching.survivorship import DEFAULT
from contactbase.model.consent import REFUSING, ConsentRecord
from contactbase.model.contact import Contact
from contactbase.model.enums import EventKind
from contactbase.model.event import Event

__all__ = ["absorbed_since", "survivor_since"]

_COLUMNS: Final = ("custom", "extra")
_MANY: Final = frozenset(
    {"emails", "phones", "events", "consents", "attestations", "interests", "tags", *_COLUMNS},
)
_BLOCKS: Final = tuple(
    rule.fields for rule in DEFAULT.rules if rule.choose in {address_block, company_block, origin_block}
)
"""Fields of one thing: where one was changed, all are as they are now, so that no street stands in another town."""
_ONES: Final = tuple(field.name for field in attrs.fields(Contact) if field.name not in {"id", *_MANY})
_KEYS: Final[Mapping[str, Callable[[Any], Hashable]]] = {
    "emails": attrgetter("key"),
    "phones": attrgetter("e164", "extension"),
}
"""By what two values are one, where they may be written in two ways."""
_RESTRICTING: Final = frozenset(
    {EventKind.UNSUBSCRIBE, EventKind.COMPLAINT, EventKind.BOUNCE, EventKind.ERASURE_REQUEST}
)


def survivor_since(contact: Contact, then: Contact, now: Contact, others: Iterable[Contact]) -> Contact:
    """Give a survivor without its others, changed as the merged contact was changed from `then` to `now`."""
    if then == now:
        return contact
    theirs = {address for other in others for address in _addresses(other)} - _addresses(contact)
    fields = _many(contact, then, now, lambda part: not (isinstance(part, ConsentRecord) and part.address in theirs))
    changed = {name for name in _ONES if getattr(then, name) != getattr(now, name)}
    for block in _BLOCKS:
        if not changed.isdisjoint(block):
            changed.update(block)
    return attrs.evolve(contact, **fields, **{name: getattr(now, name) for name in changed})


def absorbed_since(contact: Contact, then: Contact, now: Contact) -> Contact:
    """Give a contact that was absorbed, without what was taken away since, and with every refusal since."""
    if then == now:
        return contact
    held = _addresses(contact)
    fields = _many(contact, then, now, lambda part: _is_everybodys(part, held))
    for name in _ONES:
        said = getattr(then, name)
        if said and not getattr(now, name) and getattr(contact, name) == said:
            fields[name] = getattr(now, name)
    return attrs.evolve(contact, **fields) if fields else contact


def _addresses(contact: Contact) -> frozenset[str]:
    return frozenset((*(email.address for email in contact.emails), *(phone.e164 for phone in contact.phones)))


def _is_everybodys(part: object, held: Collection[str]) -> bool:
    match part:
        case ConsentRecord():
            return part.status in REFUSING or part.address in held
        case Event():
            return part.kind in _RESTRICTING
        case _:
            return False


def _many(contact: Contact, then: Contact, now: Contact, takes: Callable[[Any], bool]) -> dict[str, Any]:
    """Give the fields of several values that were changed, as they are after it; `takes` says which are taken."""
    found: dict[str, Any] = {}
    for name in sorted(_MANY):
        own, before, after = (getattr(one, name) for one in (contact, then, now))
        if before != after:
            parts = _parts(name, tuple(own), tuple(before), tuple(after), takes)
            found[name] = frozenset(parts) if isinstance(own, frozenset) else tuple(parts)
    return found


def _parts(
    name: str, own: Sequence[Any], then: Sequence[Any], now: Sequence[Any], takes: Callable[[Any], bool]
) -> list[Any]:
    key = _KEYS.get(name, _itself)
    gone = Counter(map(key, then)) - Counter(map(key, now))
    fresh = [part for part in _beyond(Counter(map(key, then)), now, key) if takes(part)]
    again = {part[0] for part in fresh} if name in _COLUMNS else set()
    spelled = {key(part): part for part in now if part not in then}
    kept = []
    for part in own:
        if gone[key(part)] > 0 and not _is_kept(part):
            gone[key(part)] -= 1
        elif name not in _COLUMNS or part[0] not in again:
            kept.append(spelled.get(key(part), part))
    return _in_order([*kept, *fresh], then, now, key)


def _itself(part: Hashable) -> Hashable:
    return part


def _is_kept(part: object) -> bool:
    """Tell whether a line stays even where it was struck out: what forbids is never forgotten by parting."""
    return isinstance(part, ConsentRecord) and part.status in REFUSING


def _beyond(known: Counter[Hashable], now: Iterable[Any], key: Callable[[Any], Hashable]) -> Iterable[Any]:
    for part in now:
        known[key(part)] -= 1
        if known[key(part)] < 0:
            yield part


def _in_order(parts: list[Any], then: Sequence[Any], now: Sequence[Any], key: Callable[[Any], Hashable]) -> list[Any]:
    """Put values in the order of now, where it is another one than then (the address to write to was changed)."""
    after = list(map(key, now))
    both = [one for one in map(key, then) if one in after]
    if both == after[: len(both)]:
        return parts
    place = {one: number for number, one in reversed(list(enumerate(after)))}
    return sorted(parts, key=lambda part: place.get(key(part), len(after)))
