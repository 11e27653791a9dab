"""Survivorship: which value each field of a merged contact keeps, as data.

Fields that only make sense together (the parts of an address, first and last name, a company and its SIREN, the origin
of a file and its supplier) come from one contact as a block, so that no merged contact has a street of one town and a
city of another; what is missing in a block is taken from contacts that agree with it. Contacts are asked in a fixed
order, the most recently known first, so that the order of a base changes nothing. Where a field decides who may be
contacted, the most restrictive value stands.

>>> older = Contact(id="c-1", city="Lyon", postcode="69003", collected_on=dt.date(2020, 1, 1))
>>> newer = Contact(id="c-2", city="Brest", collected_on=dt.date(2025, 1, 1))
>>> merged = DEFAULT.values(by_recency([older, newer]))
>>> merged["city"], merged["postcode"], merged["collected_on"]
('Brest', None, datetime.date(2020, 1, 1))
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from operator import attrgetter, itemgetter
from typing import Any, Final

import attrs

from contactbase.matching import unions
from contactbase.matching.blocks import address_block, company_block, name_block, origin_block, title_block
from contactbase.matching.natural import natural
from contactbase.matching.preferences import Preference, longest, most_complete, most_frequent, most_recent, trusted
from contactbase.model.contact import Contact
from contactbase.model.enums import ContactKind, Relationship

__all__ = [
    "DEFAULT",
    "LATEST_PROVEN",
    "Choice",
    "FieldRule",
    "Preference",
    "Survivorship",
    "by_recency",
    "different_fields",
    "last_known",
    "longest",
    "most_complete",
    "most_frequent",
    "most_recent",
    "trusted",
]

Choice = Callable[[Sequence[Contact], Sequence[str]], Mapping[str, Any]]
"""Gives the surviving values of some fields; the contacts come most recent first."""


@attrs.frozen
class FieldRule:
    """How some fields survive: the rule's name, the fields, the choice, and whether to report what was not kept.

    The choice is not asked where all contacts have the same.
    """

    name: str
    fields: tuple[str, ...]
    choose: Choice
    reports: bool = True


def last_known(contact: Contact) -> dt.date:
    """Give the last day on which something is known of a contact; the first day of the calendar when there is none."""
    if not contact.events and contact.verified_on is None:
        return contact.collected_on or dt.date.min
    days = [event.at for event in contact.events if event.at is not None]
    days += [day for day in (contact.collected_on, contact.verified_on) if day is not None]
    return max(days, default=dt.date.min)


_NAMES: Final = tuple(field.name for field in attrs.fields(Contact) if field.name != "id")
_row: Final = attrgetter(*_NAMES)


def different_fields(contacts: Iterable[Contact]) -> dict[str, tuple[Any, ...]]:
    """Give the fields that are not the same in all contacts, with their values."""
    columns = zip(_NAMES, zip(*map(_row, contacts), strict=True), strict=True)
    return {name: values for name, values in columns if values.count(values[0]) != len(values)}


def _known_fields(contact: Contact) -> int:
    """Count the fields that say something: an empty tuple, an empty set and None do not."""
    return sum(map(bool, _row(contact)))


def by_recency(contacts: Sequence[Contact]) -> list[Contact]:
    """Order contacts: the most recently known first, then the most complete, then by id."""
    days = [last_known(contact) for contact in contacts]
    if len(set(days)) == len(days):
        return [contact for _, contact in sorted(zip(days, contacts, strict=True), key=itemgetter(0), reverse=True)]
    return sorted(
        contacts,
        key=lambda contact: (-last_known(contact).toordinal(), -_known_fields(contact), natural(contact.id)),
    )


def _most_recent(contacts: Sequence[Contact], fields: Sequence[str]) -> dict[str, object]:
    """Give the first known value of each field."""
    return {name: next(_known(contacts, name), None) for name in fields}


def _known(contacts: Iterable[Contact], name: str) -> Iterator[object]:
    return (value for contact in contacts if (value := getattr(contact, name)) is not None)


def _days(pick: Callable[[Iterable[dt.date]], dt.date]) -> Choice:
    def choose(contacts: Sequence[Contact], fields: Sequence[str]) -> dict[str, object]:
        known = {name: [day for day in _known(contacts, name) if isinstance(day, dt.date)] for name in fields}
        return {name: pick(days) if days else None for name, days in known.items()}

    return choose


def _attestations(contacts: Sequence[Contact], fields: Sequence[str]) -> dict[str, object]:
    """Give every attestation once; those of a value that did not survive no longer speak of anything."""
    return dict.fromkeys(fields, tuple(dict.fromkeys(line for contact in contacts for line in contact.attestations)))


def _first_collected(contacts: Sequence[Contact], fields: Sequence[str]) -> dict[str, object]:
    """Give the first known value of each field, the contact that was collected earliest asked first."""
    ordered = sorted(contacts, key=lambda contact: contact.collected_on or dt.date.max)
    return _most_recent(ordered, fields)


def strongest(*order: StrEnum) -> Choice:
    """Make a choice that takes the value which comes first in an order."""

    def choose(contacts: Sequence[Contact], fields: Sequence[str]) -> dict[str, object]:
        known = {name: set(_known(contacts, name)) for name in fields}
        return {name: next((value for value in order if value in values), None) for name, values in known.items()}

    return choose


@attrs.frozen
class Survivorship:
    """The rules of a merge, one for each field; `with_rules` makes another table."""

    rules: tuple[FieldRule, ...]

    def __attrs_post_init__(self) -> None:
        fields = [name for rule in self.rules for name in rule.fields]
        wrong = sorted(name for name in {*fields, *_NAMES} if fields.count(name) != 1 or name not in _NAMES)
        if wrong:
            raise ValueError(f"Every field needs exactly one rule of survivorship; look at {', '.join(wrong)}.")

    def with_rules(self, *rules: FieldRule) -> Survivorship:
        """Give a table in which these rules stand for the fields that they name."""
        taken = {name for rule in rules for name in rule.fields}
        kept = (
            attrs.evolve(rule, fields=tuple(name for name in rule.fields if name not in taken)) for rule in self.rules
        )
        return Survivorship((*(rule for rule in kept if rule.fields), *rules))

    def preferring(self, preference: Preference, *fields: str) -> Survivorship:
        """Give a table in which the values of some fields are those of the contacts that come first by a preference.

        A field of a block (the parts of an address or a name, a company with its numbers) brings the whole block, so
        that nothing is mixed. ValueError for fields of which all values are kept, and for those by which the most
        restrictive value stands.
        """
        fixed = sorted({*fields} - _PREFERABLE)
        if fixed or not fields:
            raise ValueError(f"There is nothing to prefer in {', '.join(fixed) or 'no field'}. Give some of {_NAMED}.")
        groups = dict.fromkeys(_GROUPS.get(name, (name,)) for name in fields)
        return self.with_rules(*(_preferring(preference, group) for group in groups))

    @property
    def reported(self) -> tuple[str, ...]:
        """The fields whose values that were not kept are reported."""
        return tuple(name for rule in self.rules if rule.reports for name in rule.fields)

    def values(self, contacts: Sequence[Contact], rules: Iterable[FieldRule] | None = None) -> dict[str, Any]:
        """Give the surviving values of all fields but the id; the contacts come most recent first.

        Where only some `rules` are asked, the fields of the others are those of the first contact.
        """
        values: dict[str, Any] = dict(zip(_NAMES, _row(contacts[0]), strict=True))
        differing = different_fields(contacts).keys()
        for rule in self.rules if rules is None else rules:
            if not differing.isdisjoint(rule.fields):
                values.update(rule.choose(contacts, rule.fields))
        return values


def _preferring(preference: Preference, fields: tuple[str, ...]) -> FieldRule:
    choose = _CHOICES.get(fields, _most_recent)
    name = f"{getattr(preference, '__name__', 'preferred')}, by preference"
    return FieldRule(name, fields, lambda contacts, names: choose(preference(contacts, names), names))


_BY_RELATIONSHIP: Final = (
    Relationship.CUSTOMER,
    Relationship.INACTIVE,
    Relationship.FORMER,
    Relationship.HOT_PROSPECT,
    Relationship.PROSPECT,
)

DEFAULT: Final = Survivorship(
    (
        FieldRule("title and sex together", ("title", "sex"), title_block),
        FieldRule(
            "the fullest name, then the most recent", ("first_name", "last_name", "birth_name", "couple"), name_block
        ),
        FieldRule(
            "most recent",
            ("language", "household", "socio_category", "preferred_channel"),
            _most_recent,
        ),
        FieldRule("the strongest relationship", ("relationship",), strongest(*_BY_RELATIONSHIP)),
        FieldRule("a person before a professional", ("kind",), strongest(ContactKind.PERSON, ContactKind.PROFESSIONAL)),
        FieldRule(
            "the most recent company as a block", ("company", "siren", "siret", "vat", "activity"), company_block
        ),
        FieldRule(
            "the most recent address as a block",
            ("address", "postcode", "city", "department", "country"),
            address_block,
        ),
        FieldRule("the most restricted origin", ("origin", "supplier", "rental_end"), origin_block),
        FieldRule("the youngest, so that no child grows up", ("birth_date",), _days(max)),
        FieldRule("earliest", ("collected_on",), _days(min), reports=False),
        FieldRule("that of the earliest collection", ("source",), _first_collected),
        FieldRule("latest", ("relationship_end", "verified_on"), _days(max), reports=False),
        FieldRule("all of them", ("interests", "tags"), unions.labels, reports=False),
        FieldRule("all addresses", ("emails",), unions.emails, reports=False),
        FieldRule("all numbers", ("phones",), unions.phones, reports=False),
        FieldRule("all of them, equal ones once", ("attestations",), _attestations, reports=False),
        FieldRule("all events, equal ones once", ("events",), unions.events, reports=False),
        FieldRule("all lines, the most restrictive standing", ("consents",), unions.consents, reports=False),
        FieldRule("most recent, name by name", ("custom", "extra"), unions.columns, reports=False),
    )
)
"""The table used unless another one is given."""

LATEST_PROVEN: Final = FieldRule(
    "all lines, a later proven consent standing", ("consents",), unions.proven_consents, reports=False
)
"""A rule to give to `with_rules`: less strict, see `ledger.ConsentMerge`."""

_KEPT_WHOLE: Final = frozenset(
    {"interests", "tags", "emails", "phones", "attestations", "events", "consents", "custom", "extra"}
)
_RESTRICTED: Final = frozenset({"origin", "supplier", "rental_end"})
_PREFERABLE: Final = frozenset(_NAMES) - _KEPT_WHOLE - _RESTRICTED
_NAMED: Final = ", ".join(sorted(_PREFERABLE))
_CHOICES: Final[Mapping[tuple[str, ...], Choice]] = {
    rule.fields: title_block if rule.choose is name_block else rule.choose
    for rule in DEFAULT.rules
    if rule.choose in {title_block, name_block, company_block, address_block}
}
_GROUPS: Final = {name: fields for fields in _CHOICES for name in fields}
