"""Data minimisation (R10; GDPR art. 5(1)(c)): what is kept and used by nothing, and what should hardly be kept at all.

Used is what a segment, a policy, a template or a channel given here reads. Merging duplicates is no purpose of its own,
so a field that only tells people apart counts as unused; name it in `fields` where you need it. Columns that no field
claims, custom fields, interests, tags and activities are looked through for words of special categories of data (see
`special_categories`). Only names of columns, categories and counts are reported; no cell is kept.

>>> from contactbase.model.enums import Sex
>>> base = [Contact(id="c-1", city="Lyon", sex=Sex.F, extra=(("Allergies", "arachide"), ("Pointure", "38")))]
>>> print(minimisation(base, segments=[Segment("lyon", 'city = "Lyon"')], channels=[Channel.SMS]))
Used by nothing that was given: sex (1), Allergies (1), Pointure (1).
Looks like health (GDPR art. 9): column "Allergies", by its header, 1 value.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Final

import attrs

from contactbase.model.contact import Contact
from contactbase.model.enums import Channel
from contactbase.model.schema import SCHEMA, Role, Schema
from contactbase.normalize.remember import remember
from contactbase.policy.policy import Policy
from contactbase.reporting.quality.known import Contacts, contacts_of, no_such_field
from contactbase.reporting.quality.special_categories import SpecialCategory, of_cell, of_header
from contactbase.reporting.quality.uses import of_channel, of_policy, of_segment, of_template
from contactbase.segment.reads import stored_as
from contactbase.segment.segment import Segment

__all__ = ["Minimisation", "SensitiveColumn", "UnusedColumn", "minimisation"]

_STORED: Final = tuple(field.name for field in SCHEMA.of_role(Role.STORED) if field.name not in {"id", "attestations"})
"""What a purpose may use: ids and attestations (what proves the rest accurate, art. 5(1)(d)) serve the others."""

_UNKNOWN: Final[tuple[object, ...]] = (None, "", (), frozenset())
_FREE: Final = ("interests", "tags", "activity")
"""Stored fields in which anything may be written."""


@attrs.frozen(kw_only=True)
class UnusedColumn:
    """A field, or a column kept beside, that nothing given uses, and how many contacts have a value in it."""

    name: str
    values: int


@attrs.frozen(kw_only=True)
class SensitiveColumn:
    """A column that looks like a special category of data: by its header, and in how many of its values by a word."""

    name: str
    category: SpecialCategory
    by_header: bool
    values: int
    telling: int


@attrs.frozen(kw_only=True)
class Minimisation:
    """What may be left out; `unknown_places` are names in templates that are no field."""

    contacts: int
    unused: tuple[UnusedColumn, ...]
    sensitive: tuple[SensitiveColumn, ...]
    unknown_places: tuple[str, ...] = ()

    def __str__(self) -> str:
        lines = list(map(_sentence, self.sensitive))
        if self.unused:
            names = ", ".join(f"{column.name} ({column.values})" for column in self.unused)
            lines.insert(0, f"Used by nothing that was given: {names}.")
        if self.unknown_places:
            lines.append(f"No field is called: {', '.join(self.unknown_places)}.")
        return "\n".join(lines) or "Every column is used, and none looks like a special category of data."


def _sentence(column: SensitiveColumn) -> str:
    words = f"by words in {column.telling} of its values" if column.telling else ""
    why = " and ".join(filter(None, ("by its header" if column.by_header else "", words)))
    values = f"{column.values} value{'' if column.values == 1 else 's'}"
    return (
        f'Looks like {column.category.title.en} ({column.category.article}): column "{column.name}", {why}, {values}.'
    )


def minimisation(
    contacts: Contacts,
    *,
    segments: Iterable[Segment] = (),
    policies: Iterable[Policy] = (),
    templates: Iterable[str] = (),
    channels: Iterable[Channel] = (),
    fields: Iterable[str] = (),
    schema: Schema = SCHEMA,
) -> Minimisation:
    """Give the columns that nothing given uses, and those that look like special categories of data.

    `fields` names further fields that are used, or columns kept beside. ValueError for a template with a single brace.
    """
    used, unknown = _used(tuple(segments), policies, templates, channels, schema)
    used |= {stored_as(name) if no_such_field(name, schema) is None else name for name in fields}
    total = 0
    filled: Counter[str] = Counter()
    telling: Counter[tuple[str, SpecialCategory]] = Counter()
    look = remember(of_cell)
    for contact in contacts_of(contacts):
        total += 1
        texts = dict(_texts(contact))
        filled.update({name for name in _STORED if getattr(contact, name) not in _UNKNOWN} | texts.keys())
        telling.update((name, category) for name, several in texts.items() for category in _told(several, look))
    order = {name: place for place, name in enumerate(dict.fromkeys((*_STORED, *schema)))}
    names = sorted(filled, key=lambda name: (order.get(name, len(order)), name))
    return Minimisation(
        contacts=total,
        unused=tuple(UnusedColumn(name=name, values=filled[name]) for name in names if name not in used),
        sensitive=tuple(_sensitive(names, filled, telling)),
        unknown_places=unknown,
    )


def _used(
    segments: tuple[Segment, ...],
    policies: Iterable[Policy],
    templates: Iterable[str],
    channels: Iterable[Channel],
    schema: Schema,
) -> tuple[set[str], tuple[str, ...]]:
    named = {segment.name: segment for segment in segments}
    read = [of_template(text, schema) for text in templates]
    used = [
        *(of_segment(segment, named) for segment in segments),
        *map(of_policy, policies),
        *map(of_channel, channels),
        *(found for found, _ in read),
    ]
    return set().union(*used), tuple(dict.fromkeys(name for _, unknown in read for name in unknown))


def _texts(contact: Contact) -> Iterator[tuple[str, list[str]]]:
    """Give the texts of the columns in which anything may be written: one list for each name."""
    found: dict[str, list[str]] = {}
    for name, text in contact.extra:
        if text.strip():
            found.setdefault(name, []).append(text)
    for name, value in contact.custom:
        if value is not None:
            found.setdefault(name, []).append(value if isinstance(value, str) else "")
    for name in _FREE:
        value = getattr(contact, name)
        if value:
            found[name] = [value] if isinstance(value, str) else list(value)
    yield from found.items()


def _told(texts: Iterable[str], look: Callable[[str], tuple[SpecialCategory, ...]]) -> set[SpecialCategory]:
    return {category for text in texts for category in look(text)}


def _sensitive(
    names: Iterable[str], filled: Counter[str], telling: Counter[tuple[str, SpecialCategory]]
) -> Iterator[SensitiveColumn]:
    for name in names:
        by_header = of_header(name) if name not in _STORED else ()
        by_words = {category for column, category in telling if column == name}
        for category in sorted(by_words.union(by_header), key=lambda each: each.name):
            yield SensitiveColumn(
                name=name,
                category=category,
                by_header=category in by_header,
                values=filled[name],
                telling=telling[name, category],
            )
