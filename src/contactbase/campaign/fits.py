"""What a template becomes over a base: the longest message, the missing values, the names that make it dear (R65).

>>> from contactbase.model.contact import Contact
>>> people = [Contact(id="c-1", first_name="Léa"), Contact(id="c-2", first_name="Zoë"), Contact(id="c-3")]
>>> found = fits("Bonjour {first_name}, " + "à samedi ! " * 6, people)
>>> found.worst, found.measure.segments, found.missing, dict(found.segments)
('c-2', 2, (('first_name', ('c-3',)),), {1: 2, 2: 1})
>>> [finding.code for finding in found.findings]
['sms.too-long', 'sms.value-missing', 'sms.value-forces-unicode']
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal

import attrs

from contactbase.campaign.cost import Cost
from contactbase.campaign.measure import Encoding, Measure, measure
from contactbase.campaign.template import Merged, Template
from contactbase.campaign.transliterate import transliterate
from contactbase.model.contact import Contact
from contactbase.model.journal import Finding, finding
from contactbase.model.schema import SCHEMA, Schema

__all__ = ["Fit", "fits"]


@attrs.frozen(kw_only=True)
class Fit:
    """A template over a base.

    `worst` is the contact whose message is the longest (None: there are no contacts) and `measure` its length;
    `segments` counts recipients by how many SMS each gets; `missing` names the contacts without a value for a place
    that says nothing instead; `forced` those whose values need UCS-2 although the template does not, which cost `more`
    segments than if they were written in the GSM alphabet.
    """

    recipients: int
    worst: str | None
    measure: Measure | None
    segments: tuple[tuple[int, int], ...]
    missing: tuple[tuple[str, tuple[str, ...]], ...]
    forced: tuple[str, ...]
    more: int
    most: int

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What to look at before sending."""
        found = []
        if self.measure is not None and self.measure.segments > self.most:
            found.append(
                finding("sms.too-long", segments=self.measure.segments, units=self.measure.units, most=self.most)
            )
        for place, without in self.missing:
            found.append(finding("sms.value-missing", place=place, count=len(without), total=self.recipients))
        if self.forced:
            count = len(self.forced)
            found.append(finding("sms.value-forces-unicode", count=count, total=self.recipients, more=self.more))
        return tuple(found)

    def cost(self, *, price: Decimal, currency: str) -> Cost:
        """Give the price of sending to all of them, at a price per segment; MessageError for a price below zero."""
        segments = sum(size * count for size, count in self.segments)
        return Cost(messages=self.recipients, segments=segments, price=price, currency=currency)


def fits(
    template: Template | str,
    contacts: Mapping[str, Contact] | Iterable[Contact],
    *,
    schema: Schema = SCHEMA,
    most: int = 1,
) -> Fit:
    """Merge a template with every contact and measure it; `most` is how many segments a message may have."""
    made = template if isinstance(template, Template) else Template(template, schema=schema)
    tally = _Tally(cheap=measure(made.plain).encoding is Encoding.GSM7)
    for contact in contacts.values() if isinstance(contacts, Mapping) else contacts:
        tally.add(contact.id, made.merge(contact))
    return Fit(
        recipients=tally.sizes.total(),
        worst=tally.worst,
        measure=tally.length,
        segments=tuple(sorted(tally.sizes.items())),
        missing=tuple((place, tuple(ids)) for place, ids in tally.missing.items()),
        forced=tuple(tally.forced),
        more=tally.more,
        most=most,
    )


@attrs.define(kw_only=True)
class _Tally:
    """What is counted while a base goes by; `cheap`: the template by itself needs no UCS-2."""

    cheap: bool
    worst: str | None = None
    length: Measure | None = None
    sizes: Counter[int] = attrs.field(factory=Counter)
    missing: dict[str, list[str]] = attrs.field(factory=dict)
    forced: list[str] = attrs.field(factory=list)
    more: int = 0

    def add(self, contact: str, merged: Merged) -> None:
        """Count one message."""
        length = measure(merged.text)
        self.sizes[length.segments] += 1
        for place in merged.missing:
            self.missing.setdefault(place, []).append(contact)
        if self.cheap and length.encoding is Encoding.UCS2:
            self.forced.append(contact)
            self.more += max(transliterate(merged.text).saved, 0)
        if self.length is None or (length.segments, length.units) > (self.length.segments, self.length.units):
            self.worst, self.length = contact, length
