"""Contacts as rows of a vendor's file, and what of them has no place in it.

Nobody becomes easier to reach by being written: whoever refused a channel on which the vendor writes to people is left
out, unless the file has a column that says so; a consent is written as yes only where the ledger allows it as of a day
(dated, proved, for the very address in the row), and an opt-out column says yes or nothing.

>>> from contactbase.layouts.catalog import LAYOUTS
>>> from contactbase.model.contact import Phone
>>> from contactbase.model.enums import PhoneKind
>>> contact = Contact(id="c-1", first_name="Léa", phones=(Phone("+33612345678", PhoneKind.MOBILE),))
>>> sheet = sheet_of([contact], LAYOUTS["smsfactor"], as_of=None)
>>> sheet.rows, dict(sheet.lost)
((('33612345678', 'Léa', '', '', ''),), {'id': 1, 'first_name': 1})
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Final

import attrs

from contactbase.layouts.export import Export, NumberForm
from contactbase.layouts.layout import Layout, header_key
from contactbase.model.canonical import contact_texts
from contactbase.model.consent import PERMITTING, REFUSING
from contactbase.model.contact import Contact, Phone
from contactbase.model.enums import Channel, PhoneKind, Purpose
from contactbase.model.journal import Finding, finding
from contactbase.normalize.labels import label_text
from contactbase.policy.standing import Answer, standing

__all__ = ["Sheet", "sheet_of"]

_TEXTABLE: Final = frozenset({PhoneKind.MOBILE, PhoneKind.FIXED_LINE_OR_MOBILE})
_KINDS: Final = {"mobile": _TEXTABLE, "landline": frozenset({PhoneKind.FIXED_LINE}), "phone": frozenset(PhoneKind)}
_SEVERAL: Final[Mapping[str, Callable[[Contact], Iterator[str]]]] = {
    "email": lambda contact: (email.address for email in contact.emails),
    "line": lambda contact: iter(contact.address),
}
"""What stands under `email 2` or `line 1`."""
_MADE: Final[Mapping[str, Callable[[Contact, Export], str]]] = {
    "emails": lambda contact, export: export.labels.join(email.address for email in contact.emails[1:]),
    "tags": lambda contact, export: export.labels.join(map(label_text, sorted(contact.tags))),
    "interests": lambda contact, export: export.labels.join(map(label_text, sorted(contact.interests))),
    "full_name": lambda contact, _: " ".join(filter(None, (contact.first_name, contact.last_name))),
    "birth year": lambda contact, _: "" if contact.birth_date is None else str(contact.birth_date.year),
    "birth month": lambda contact, _: "" if contact.birth_date is None else str(contact.birth_date.month),
    "birth day": lambda contact, _: "" if contact.birth_date is None else str(contact.birth_date.day),
}
"""What is made of several values, or of a part of one."""
_NOT_REFUSALS: Final = frozenset({"consent.undated-grant", "consent.proof-missing", "consent.no-record"})


@attrs.frozen(kw_only=True)
class Sheet:
    """What is written: `rows` under the headers of the export; `lost` counts contacts by field that has no place.

    `empty` and `refused` count the contacts left out: without what the file needs, and because of a refusal; `unsaid`
    the consents that stand in the ledger and are not written as yes.
    """

    layout: Layout
    export: Export
    rows: tuple[tuple[str, ...], ...] = attrs.field(repr=False)
    lost: Mapping[str, int]
    empty: int
    refused: int
    unsaid: int

    def findings(self) -> Iterator[Finding]:
        """Say what the file does not hold."""
        name = self.layout.name
        for field, count in self.lost.items():
            yield finding("layout.not-held", field=field, layout=name, name=field, count=count)
        for code, count in (
            ("layout.refused-left-out", self.refused),
            ("layout.empty-left-out", self.empty),
            ("layout.consent-not-written", self.unsaid),
        ):
            if count:
                yield finding(code, layout=name, count=count)


def sheet_of(
    contacts: Iterable[Contact], layout: Layout, *, as_of: dt.date | None, numbers: str | None = None
) -> Sheet:
    """Make the rows of some contacts; ValueError for a layout that is not written, or an unknown form of numbers."""
    export = layout.export
    if export is None:
        raise ValueError(f'The layout "{layout.name}" is read, not written.')
    if numbers is not None:
        export = attrs.evolve(export, numbers=NumberForm(numbers))
    held = frozenset(what for header, what in export.columns if layout.field_of(header_key(header)))
    needed = _needed(export)
    rows: list[tuple[str, ...]] = []
    lost: Counter[str] = Counter()
    empty = refused = unsaid = 0
    for contact in contacts:
        row = _Row(contact, export, held, as_of)
        if row.is_refused():
            refused += 1
        elif not any(row.cells[place] for place in needed):
            empty += 1
        else:
            rows.append(row.cells)
            lost.update(row.lost())
            unsaid += row.unsaid
    return Sheet(layout=layout, export=export, rows=tuple(rows), lost=lost, empty=empty, refused=refused, unsaid=unsaid)


def _needed(export: Export) -> list[int]:
    """Give the columns of which one must be filled; all, where the vendor does not care which."""
    return [place for place, (_, what) in enumerate(export.columns) if not export.needs or what in export.needs]


class _Row:
    """The cells of one contact, and what of it they hold; `held` are the columns that are read back as fields."""

    def __init__(self, contact: Contact, export: Export, held: frozenset[str], as_of: dt.date | None) -> None:
        self.contact, self.export, self.held, self.as_of = contact, export, held, as_of
        self.unsaid = 0
        self._texts = contact_texts(contact)
        self._slots = [what for _, what in export.columns]
        self._phones = self._taken(contact.phones)
        self.cells = tuple(self._cell(place, what) for place, what in enumerate(self._slots))

    def _taken(self, phones: tuple[Phone, ...]) -> dict[int, Phone]:
        """Say which number stands in which column: the particular columns first, then the others in order."""
        left, taken = list(phones), {}
        for what in ("mobile", "landline", "phone"):
            for place in (place for place, slot in enumerate(self._slots) if slot == what):
                found = next((phone for phone in left if phone.kind in _KINDS[what]), None)
                if found is not None:
                    left.remove(found)
                    taken[place] = found
        return taken

    def _cell(self, place: int, what: str) -> str:
        if what in _KINDS:
            return _number(self._phones[place], self.export.numbers) if place in self._phones else ""
        word, _, number = what.partition(" ")
        if word in _SEVERAL:
            return next(islice(_SEVERAL[word](self.contact), int(number or 1) - 1, None), "")
        if what in _MADE:
            return _MADE[what](self.contact, self.export)
        return self._answer(what) if what.startswith("opt_") else self._texts.get(what, "")

    def _answer(self, what: str) -> str:
        """Give the cell of a column of consent."""
        channel = Channel(what.rpartition("_")[2])
        permitted, refused, granted = self._standing(channel)
        if what.startswith("opt_out"):
            return self.export.yes if refused else ""
        if refused:
            return self.export.no
        self.unsaid += granted and not permitted
        return self.export.yes if permitted else ""

    def _standing(self, channel: Channel) -> tuple[bool, bool, bool]:
        """Say whether the ledger allows a channel, refuses it, and has a consent for the address in the row."""
        written = {None, *self._addresses(channel)}
        lines = [line for line in self.contact.consents if line.address in written or line.status in REFUSING]
        day = self.as_of or max((line.at for line in lines if line.at is not None), default=dt.date.min)
        found = standing(lines, channel=channel, purpose=Purpose.MARKETING, as_of=day)
        refused = found.decision is Answer.DENY and found.reason not in _NOT_REFUSALS
        granted = any(line.channel is channel and line.status in PERMITTING for line in lines)
        return found.decision is Answer.ALLOW and self.as_of is not None, refused, granted

    def _addresses(self, channel: Channel) -> Iterator[str]:
        """Give the addresses of a channel that stand in the row as its first."""
        if channel is Channel.EMAIL and self.contact.emails:
            yield self.contact.emails[0].address
        if channel is Channel.SMS:
            yield from (phone.e164 for place, phone in self._phones.items() if self._slots[place] == "mobile")

    def is_refused(self) -> bool:
        """Tell whether the contact refused a channel that the vendor serves and the file cannot say so."""
        said = {what.rpartition("_")[2] for what in self._slots if what.startswith("opt_")}
        return any(self._standing(channel)[1] for channel in self.export.serves if channel.value not in said)

    def lost(self) -> Iterator[str]:
        """Give the fields whose value does not stand, or not wholly, in the row."""
        several = {
            "phones": self._phones_lost(),
            "emails": len(self.contact.emails) > self._emails_held(),
            "address": len(self.contact.address) > sum(what.startswith("line ") for what in self.held),
            "birth_date": self.held.isdisjoint({"birth_date", "birth year"}),
            "consents": True,
        }
        for field in self._texts:
            if several.get(field, field not in self.held):
                yield field
        if self.contact.extra:
            yield "extra"

    def _phones_lost(self) -> bool:
        return len(self._phones) < len(self.contact.phones) or any(phone.extension for phone in self.contact.phones)

    def _emails_held(self) -> int:
        return (
            len(self.contact.emails) if "emails" in self.held else sum(what.startswith("email") for what in self.held)
        )


def _number(phone: Phone, form: NumberForm) -> str:
    match form:
        case NumberForm.E164:
            return phone.e164
        case NumberForm.DIGITS:
            return phone.e164[1:]
        case NumberForm.ZEROS:
            return f"00{phone.e164[1:]}"
        case NumberForm.NATIONAL:
            return _national(phone.e164)


def _national(e164: str) -> str:
    """Give a number as it is dialled in its own country."""
    import phonenumbers  # noqa: PLC0415 - only for those who ask for it

    parsed = phonenumbers.parse(e164)
    text = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL)
    return "".join(char for char in text if char.isdigit())
