"""Which fields a segment, a policy, a template or a channel uses: the stored ones under the names they stand on.

>>> from contactbase.segment.segment import Segment
>>> sorted(of_segment(Segment("vip", 'age >= 18 and sum(purchases.amount) >= 500 EUR and opted in to sms')))
['birth_date', 'consents', 'events', 'phones']
>>> of_template("Bonjour {Prénom}, {code} !")
(frozenset({'first_name'}), ('code',))
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from string import Formatter

from contactbase.model.enums import Channel
from contactbase.model.schema import SCHEMA, Role, Schema
from contactbase.normalize.fold import fold
from contactbase.policy.policy import Policy
from contactbase.reporting.quality.completeness import NEEDS
from contactbase.segment import nodes
from contactbase.segment.reads import stored_as
from contactbase.segment.segment import Segment

__all__ = ["of_channel", "of_policy", "of_segment", "of_template"]


def of_channel(channel: Channel) -> frozenset[str]:
    """Give the fields that reaching somebody on a channel takes."""
    return frozenset(stored_as(name) for need in NEEDS[channel].mandatory for name in need)


def of_policy(policy: Policy) -> frozenset[str]:
    """Give the fields that the rules of a policy read."""
    return policy.reads


def of_segment(segment: Segment, others: Mapping[str, Segment] | None = None) -> frozenset[str]:
    """Give the fields that a segment reads, and those of the segments it names where they are among `others`."""
    return frozenset(_of_segment(segment, others or {}, set()))


def _of_segment(segment: Segment, others: Mapping[str, Segment], seen: set[str]) -> Iterator[str]:
    seen.add(segment.name)
    waiting: list[tuple[nodes.Node, bool]] = [(segment.tree, False)]
    while waiting:
        node, inside = waiting.pop()
        match node:
            case nodes.FieldRef(name=name) if not inside:
                yield stored_as(name)
            case nodes.Aggregate(table=table) | nodes.HasEvents(table=table):
                yield stored_as(f"{table}.")
                inside = True
            case nodes.OptedIn(channel=channel) | nodes.OptedOut(channel=channel) | nodes.CanReceive(channel=channel):
                yield "consents"
                yield from of_channel(Channel(channel))
            case nodes.InSegment(name=name) if name in others and name not in seen:
                yield from _of_segment(others[name], others, seen)
            case _:
                pass
        waiting.extend((child, inside) for child in nodes.children(node))


def _names(schema: Schema) -> dict[str, str]:
    """Give the fields by every name that a template may call them: their own, their titles, their aliases."""
    names: dict[str, str] = {}
    for field in schema.fields:
        if field.role is not Role.INPUT:
            for name in (field.name, field.name.replace("_", " "), field.title.en, field.title.fr, *field.aliases):
                names.setdefault(fold(name), field.name)
    return names


def of_template(text: str, schema: Schema = SCHEMA) -> tuple[frozenset[str], tuple[str, ...]]:
    """Give the fields that the places of a template name, and the names that are no field.

    ValueError when a brace has no partner.
    """
    try:
        places = [name for _, name, _, _ in Formatter().parse(text) if name]
    except ValueError as error:
        raise ValueError(f"A template has a brace without its partner: {error}. Write {{{{ or }}}} for one.") from error
    known = _names(schema)
    found: dict[str, str | None] = {name: known.get(fold(name)) for name in places}
    return frozenset(stored_as(field) for field in found.values() if field), tuple(_unknown(found.items()))


def _unknown(found: Iterable[tuple[str, str | None]]) -> Iterator[str]:
    return (name for name, field in found if field is None)
