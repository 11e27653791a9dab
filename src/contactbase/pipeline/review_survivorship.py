"""What a person corrected by hand survives a merge, with what goes with it: her word is the last one on that field.

The rules stay those of `survivorship`; of the rows that were confirmed as one person, those in which a field was
corrected are asked first, and with them the rows that say nothing else. What unites all values (addresses, numbers,
labels, consents), and what restricts an origin, is left as it is.

>>> rows = [Contact(id="c-1", language="fr"), Contact(id="c-2", language="de")]
>>> [rules.values(rows)["language"] for rules in (DEFAULT, by_hand({"c-2": {"language"}}))]
['fr', 'de']
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

import attrs

from contactbase.matching.survivorship import DEFAULT, Choice, FieldRule, Survivorship
from contactbase.model.contact import Contact

__all__ = ["by_hand", "corrected_fields"]

_NAMES: Final = tuple(field.name for field in attrs.fields(Contact))
_LEFT: Final = frozenset({"interests", "tags", "emails", "phones", "attestations", "events", "consents", "origin"})
"""Fields whose rules keep every value, or the most restrictive one."""
_BY_NAME: Final = "custom"
"""Of columns, those of one name are chosen apart from the others, by the order of the contacts."""


def corrected_fields(before: Contact, after: Contact) -> frozenset[str]:
    """Name the fields that a correction changed and did not empty."""
    if before is after:
        return frozenset()
    return frozenset(name for name in _NAMES if getattr(after, name) and getattr(after, name) != getattr(before, name))


def by_hand(corrected: Mapping[str, Collection[str]]) -> Survivorship:
    """Give rules by which the corrected fields of contacts (by their ids) survive."""
    rules = (rule for rule in DEFAULT.rules if _LEFT.isdisjoint(rule.fields))
    return DEFAULT.with_rules(*(attrs.evolve(rule, choose=_first_asked(rule, corrected)) for rule in rules))


def _first_asked(rule: FieldRule, corrected: Mapping[str, Collection[str]]) -> Choice:
    def choose(contacts: Sequence[Contact], fields: Sequence[str]) -> Mapping[str, Any]:
        first = [one for one in contacts if not set(fields).isdisjoint(corrected.get(one.id, ()))]
        if not first:
            return rule.choose(contacts, fields)
        others = [one for one in contacts if one not in first]
        if _BY_NAME not in fields:
            others = [one for one in others if all(_agree(one, each, fields) for each in first)]
        return rule.choose([*first, *others], fields)

    return choose


def _agree(one: Contact, other: Contact, fields: Sequence[str]) -> bool:
    """Tell whether two contacts say nothing different of some fields."""
    pairs = ((getattr(one, name), getattr(other, name)) for name in fields)
    return all(not mine or not theirs or mine == theirs for mine, theirs in pairs)
