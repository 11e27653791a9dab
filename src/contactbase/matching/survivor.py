"""The contact that a cluster becomes, and what it could not keep.

>>> two = [Contact(id="c-2", city="LYON"), Contact(id="c-10", city="Lyon", postcode="69003")]
>>> survivor(two).id, survivor(two).postcode, losses(survivor(two), two)
('c-2', '69003', ())
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from contactbase.matching.blocks import spelling_key
from contactbase.matching.comparators.street import street_key
from contactbase.matching.survivorship import DEFAULT, Survivorship, by_recency, different_fields
from contactbase.model.contact import Contact
from contactbase.model.journal import Finding, finding

__all__ = ["losses", "matching_survivor", "survivor"]


def survivor(members: Sequence[Contact], survivorship: Survivorship = DEFAULT) -> Contact:
    """Make one contact of several, under the id of the first."""
    return Contact(id=members[0].id, **survivorship.values(by_recency(members)))


_MATCHED: Final = frozenset(
    {
        *("title", "sex", "first_name", "last_name", "birth_name", "couple", "birth_date"),
        *("company", "siren", "siret", "vat", "activity"),
        *("origin", "supplier", "rental_end", "emails", "phones"),
        *("address", "postcode", "city", "department", "country"),
    }
)
"""The fields that matching reads, with those that survive in a block with them."""


_MATCHING: Final = tuple(rule for rule in DEFAULT.rules if rule.fields[0] in _MATCHED)


def matching_survivor(members: Sequence[Contact]) -> Contact:
    """Make one contact of several, as far as matching looks at it."""
    return Contact(id=members[0].id, **DEFAULT.values(by_recency(members), _MATCHING))


def losses(merged: Contact, members: Sequence[Contact], survivorship: Survivorship = DEFAULT) -> tuple[Finding, ...]:
    """Say which fields had several values, which events were counted once, which consents were restricted."""
    return (
        *_conflicts(merged, members, survivorship),
        *_repeated(merged, members),
        *_restricted(merged, members),
    )


def _conflicts(merged: Contact, members: Sequence[Contact], survivorship: Survivorship) -> Iterator[Finding]:
    differing = different_fields(members)
    for name in (name for name in survivorship.reported if name in differing):
        count = _different(name, differing[name])
        if count > 1:
            yield finding("match.conflict", field=name, contact=merged.id, count=count)
    for name, known in _columns(members).items():
        if len(known) > 1:
            yield finding("match.conflict", field=name, contact=merged.id, count=len(known))


def _different(name: str, values: Iterable[object]) -> int:
    """Count the values that are known and differ in more than spelling."""
    known = set(values) - {None, ()}
    if len(known) < 2:
        return len(known)
    keys = {spelling_key(value) for value in known}
    if name == "address" and len(keys) > 1:
        return len({street_key(lines) for lines in known if isinstance(lines, tuple)})
    return len(keys)


def _columns(members: Iterable[Contact]) -> dict[str, set[object]]:
    """Collect the values under each name of the custom fields and of the columns kept beside."""
    values: dict[str, set[object]] = {}
    for contact in members:
        for name, value in (*contact.custom, *contact.extra):
            if value is not None and value != "":
                values.setdefault(name, set()).add(spelling_key(value))
    return values


def _repeated(merged: Contact, members: Iterable[Contact]) -> Iterator[Finding]:
    repeated = sum(len(contact.events) for contact in members) - len(merged.events)
    if repeated > 0:
        yield finding("match.equal-events", field="events", contact=merged.id, count=repeated)


def _restricted(merged: Contact, members: Iterable[Contact]) -> Iterator[Finding]:
    if not merged.consents:
        return
    stated = {line for contact in members for line in contact.consents}
    added = dict.fromkeys((line.channel, line.purpose) for line in merged.consents if line not in stated)
    for channel, purpose in added:
        yield finding(
            "match.consent-restricted",
            field="consents",
            contact=merged.id,
            channel=channel.value,
            purpose=purpose.value,
        )
