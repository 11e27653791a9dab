"""Portability (GDPR art. 20): what the person provided under a consent or a contract, to take elsewhere.

Provided is what they typed or did (guidelines WP 242: observed data such as orders count, conclusions drawn from them
do not). Our own labels, where a file came from and what we worked out are left out and named; they stand in the answer
to a request for access. As JSON, or as CSV tables for a spreadsheet.

>>> base = ContactBase.of([Contact(id="c-1", last_name="Durand", tags=frozenset({"VIP"}))])
>>> export, journal = portability_export(base, "c-1")
>>> export.data["last_name"], journal.findings[0].message
('Durand', 'The field tags was not given by the person under a consent or a contract.')
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

import attrs

from contactbase.errors import PrivacyError
from contactbase.model.canonical import compact_consent, compact_event, contact_texts
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import Direction
from contactbase.model.journal import Entry, Journal, Outcome, finding

__all__ = ["PROVIDED", "PortabilityExport", "portability_export"]

PROVIDED: Final = frozenset(
    "title first_name last_name birth_date sex language company siren activity socio_category interests emails phones "
    "address postcode city department country preferred_channel birth_name".split()
)
"""Stored fields that a person gives; a field that is not here is one of ours."""

_TABLES: Final = frozenset({"consents", "events"})


@attrs.frozen(kw_only=True)
class PortabilityExport:
    """What one person may take along: `data` by field, the consents and what they did as lists of flat objects."""

    contact: str
    data: Mapping[str, Any] = attrs.field(repr=False)

    def to_json(self) -> str:
        """Give the export as JSON."""
        return json.dumps(self.data, ensure_ascii=False, indent=1) + "\n"

    def tables(self) -> Iterator[tuple[str, tuple[str, ...], list[list[str]]]]:
        """Yield the tables for CSV: a name, the columns, the rows; the first holds the one row of the person."""
        flat = {name: str(value) for name, value in self.data.items() if name not in _TABLES}
        yield "contact", tuple(flat), [list(flat.values())]
        for name in sorted(_TABLES):
            lines = self.data.get(name, [])
            columns = tuple(dict.fromkeys(key for line in lines for key in line))
            if columns:
                yield name, columns, [[str(line.get(key, "")) for key in columns] for line in lines]


def portability_export(base: ContactBase, contact_id: str) -> Outcome[PortabilityExport]:
    """Give what a contact provided, and name what was left out; PrivacyError for an id that is not in the base."""
    if contact_id not in base:
        raise PrivacyError(f"There is no contact {contact_id!r} in this base.")
    contact = base[contact_id]
    texts = contact_texts(contact)
    data: dict[str, Any] = {name: text for name, text in texts.items() if name in PROVIDED}
    data |= {name: lines for name, lines in _lines(contact) if lines}
    left_out = [name for name in texts if name not in PROVIDED and name not in _TABLES and name != "id"]
    left_out += [f"column {name}" for name, _ in contact.extra]
    said: tuple[Entry, ...] = tuple(finding("rights.not-portable", contact=contact_id, name=name) for name in left_out)
    return Outcome(PortabilityExport(contact=contact_id, data=data), Journal(said))


def _lines(contact: Contact) -> Iterator[tuple[str, list[dict[str, object]]]]:
    yield "consents", [compact_consent(record) for record in contact.consents]
    done = (event for event in contact.events if event.direction is Direction.FROM_PERSON)
    yield "events", [compact_event(event) for event in done]
