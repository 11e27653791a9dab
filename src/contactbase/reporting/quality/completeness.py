"""How complete a contact is for a channel: what it must have to be reached, what it should have to be spoken to well.

The tables are own judgement on what the guides ask for (R51: at least the mobile number for SMS, but also purchases,
favourite products and periods of purchase); give `needs` of your own to judge by others. A need is met by any one of
its fields. The score is the share of needs that are met, and 0 where one that is mandatory is not: nobody writes an SMS
to a contact without a mobile, however much else is known of it.

>>> contact = Contact(id="c-1", first_name="Léa", city="Lyon")
>>> found = completeness(contact, Channel.SMS)
>>> found.score, found.missing
(0.0, ('mobile', 'last_purchase', 'purchases.product'))
>>> print(found)
c-1, sms: 0 %, not reachable; missing: mobile, last_purchase, purchases.product
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

import attrs

from contactbase.model.contact import Contact
from contactbase.model.enums import Channel
from contactbase.reporting.quality.known import Contacts, contacts_of, is_known, no_such_field

__all__ = [
    "NEEDS",
    "BaseCompleteness",
    "ChannelCompleteness",
    "Completeness",
    "Needs",
    "base_completeness",
    "completeness",
]


def _needs(*needs: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(need.split(" or ")) for need in needs)


@attrs.frozen
class Needs:
    """What a channel needs: `mandatory` to reach somebody, `wished` to speak to them; any one field of a need will do.

    ValueError when a name is no field.
    """

    mandatory: tuple[tuple[str, ...], ...]
    wished: tuple[tuple[str, ...], ...] = ()

    def __attrs_post_init__(self) -> None:
        for need in (*self.mandatory, *self.wished):
            for name in need:
                error = no_such_field(name)
                if error is not None:
                    raise error

    @classmethod
    def of(cls, mandatory: Iterable[str], wished: Iterable[str] = ()) -> Needs:
        """Make needs of texts such as `"last_name or company"`."""
        return cls(_needs(*mandatory), _needs(*wished))


_ABOUT: Final = ("first_name or company", "last_purchase", "purchases.product or purchases.category")

NEEDS: Final[Mapping[Channel, Needs]] = {
    Channel.SMS: Needs.of(["mobile"], _ABOUT),
    Channel.EMAIL: Needs.of(["email"], _ABOUT),
    Channel.POST: Needs.of(["address", "postcode", "city", "last_name or company"], ["title or company"]),
    Channel.PHONE: Needs.of(["phones"], ["last_name or company", "title or company", "last_purchase"]),
}
"""What each channel needs, unless its user says otherwise."""


@attrs.frozen(kw_only=True)
class Completeness:
    """One contact for one channel: `score` from 0 to 1, the fields that are `missing` (of a need, its first)."""

    contact: str
    channel: Channel
    score: float
    reachable: bool
    missing: tuple[str, ...]

    def __str__(self) -> str:
        reach = "reachable" if self.reachable else "not reachable"
        missing = f"; missing: {', '.join(self.missing)}" if self.missing else ""
        return f"{self.contact}, {self.channel}: {self.score:.0%}".replace("%", " %") + f", {reach}{missing}"


@attrs.frozen(kw_only=True)
class ChannelCompleteness:
    """A base for one channel: how many are `reachable` and `complete`, the mean `score`, how many lack each field."""

    channel: Channel
    contacts: int
    reachable: int
    complete: int
    score: float
    missing: tuple[tuple[str, int], ...]

    def __str__(self) -> str:
        lacking = ", ".join(f"{name} {count}" for name, count in self.missing)
        line = f"{self.channel}: {self.reachable} of {self.contacts} reachable, {self.complete} complete"
        return f"{line}; missing: {lacking}" if lacking else line


@attrs.frozen
class BaseCompleteness:
    """A base for each channel."""

    channels: tuple[ChannelCompleteness, ...]

    def __getitem__(self, channel: Channel) -> ChannelCompleteness:
        return next(found for found in self.channels if found.channel is channel)

    def __str__(self) -> str:
        return "\n".join(map(str, self.channels))


def _of_contact(contact: Contact, channel: Channel, needs: Needs) -> Completeness:
    barred = [need[0] for need in needs.mandatory if not any(is_known(contact, name) for name in need)]
    lacking = [need[0] for need in needs.wished if not any(is_known(contact, name) for name in need)]
    total = len(needs.mandatory) + len(needs.wished)
    met = total - len(barred) - len(lacking)
    return Completeness(
        contact=contact.id,
        channel=channel,
        score=0.0 if barred else met / total if total else 1.0,
        reachable=not barred,
        missing=(*barred, *lacking),
    )


def completeness(contact: Contact, channel: Channel, *, needs: Mapping[Channel, Needs] = NEEDS) -> Completeness:
    """Give how complete a contact is for a channel, and which fields are missing (R51)."""
    return _of_contact(contact, channel, needs[channel])


def base_completeness(contacts: Contacts, *, needs: Mapping[Channel, Needs] = NEEDS) -> BaseCompleteness:
    """Give how complete a base is for each channel, and how many contacts lack each field."""
    everybody = tuple(contacts_of(contacts))
    return BaseCompleteness(tuple(_of_base(everybody, channel, wanted) for channel, wanted in needs.items()))


def _of_base(contacts: tuple[Contact, ...], channel: Channel, needs: Needs) -> ChannelCompleteness:
    found = [_of_contact(contact, channel, needs) for contact in contacts]
    lacking = Counter(name for each in found for name in each.missing)
    return ChannelCompleteness(
        channel=channel,
        contacts=len(found),
        reachable=sum(each.reachable for each in found),
        complete=sum(not each.missing for each in found),
        score=sum(each.score for each in found) / len(found) if found else 0.0,
        missing=tuple(sorted(lacking.items(), key=lambda pair: (-pair[1], pair[0]))),
    )
