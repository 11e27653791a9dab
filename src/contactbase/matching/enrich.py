"""`enrich`: answers of a questionnaire, an interview or a form fill what a base does not know (R15).

Only empty fields are filled, unless `replace` names others. Fields that make sense together (the parts of an address, a
company with its numbers) are filled together or not at all, so that no contact gets the street of one town and the city
of another. What was filled or said again is attested: who told it, when, how. Answers at odds with the base are
findings, and the base stays as it was. Refusals among the answers are added; consents are not taken, because a consent
is recorded with its proof, not guessed from a profile. `undo` gives back what was before.

>>> base = ContactBase.of([Contact(id="c-1", last_name="Durand", city="Lyon")])
>>> answers = [{"id": "c-1", "city": "Brest", "language": "français"}]
>>> fuller, journal = enrich(base, answers, as_of=dt.date(2026, 11, 22), by="Zoé")
>>> fuller["c-1"].city, fuller["c-1"].language, journal.count()
('Lyon', 'fr', {'answer.conflict': 1})
>>> [(change.field, change.after) for change in journal.changes if change.field == "language"]
[('language', 'fr')]
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Final

import attrs

from contactbase.matching.blocks import address_block, company_block, name_block, spelling_key, title_block
from contactbase.matching.survivorship import DEFAULT
from contactbase.model.attestation import Attestation
from contactbase.model.attested import attest, attestations_of, with_attestations
from contactbase.model.consent import PERMITTING, REFUSING
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import AttestationAct, Channel, CollectionSource
from contactbase.model.journal import Entry, Finding, Journal, Note, Outcome, finding
from contactbase.model.record import Record, Records
from contactbase.model.replay import amended
from contactbase.model.schema import SCHEMA, Role, Schema
from contactbase.normalize.answers import read_answers

__all__ = ["Answers", "enrich"]

Answers = Records | Mapping[str, Contact] | Iterable[Contact | Record | Mapping[str, str]]
"""Rows as they were answered (each with an `id`), or contacts that were understood already."""

_FIELDS: Final = frozenset(field.name for field in SCHEMA.of_role(Role.STORED))
_LEDGERS: Final = frozenset({"id", "attestations", "consents", "events"})
_OURS: Final = frozenset(
    {"origin", "supplier", "rental_end", "collected_on", "source", "relationship_end", "verified_on"}
)
"""What a person's answer never changes: where the record came from, and how it stands with the shop."""

_CHOICES: Final = (address_block, company_block, name_block, title_block)
_BLOCKS: Final = tuple(rule.fields for rule in DEFAULT.rules if rule.choose in _CHOICES)
_TIED: Final[Mapping[str, frozenset[str]]] = {
    "address": frozenset({"address", "postcode", "city"}),
    "company": frozenset({"company", "siren", "siret", "vat"}),
}
"""Blocks (by their first field) that are one thing, and the fields by which two of them are known to be the same."""

_MANY: Final = ("emails", "phones", "interests", "tags")
_CHANNELS: Final[Mapping[str, frozenset[Channel]]] = {
    "emails": frozenset({Channel.EMAIL}),
    "phones": frozenset({Channel.SMS, Channel.PHONE}),
}
_SINGLE: Final = tuple(
    field.name
    for field in SCHEMA.of_role(Role.STORED)
    if field.name not in {*_LEDGERS, *_OURS, *_MANY, *(name for block in _BLOCKS for name in block)}
)


def enrich(
    base: ContactBase,
    answers: Answers,
    *,
    as_of: dt.date,
    on: dt.date | None = None,
    method: str = CollectionSource.QUESTIONNAIRE,
    by: str | None = None,
    replace: Collection[str] = (),
    region: str = "FR",
    schema: Schema = SCHEMA,
) -> Outcome[ContactBase]:
    """Fill the empty fields of a base from answers; the journal has each amendment and what was not taken.

    `on` is the day of the answers (`collected_on` of each, else `as_of`, when None), `by` who told them if not the
    person, `replace` the fields in which an answer stands against what is known. ValueError for a name that an answer
    cannot replace.
    """
    _refuse_unknown(replace, schema)
    entries: list[Entry] = []
    contacts = dict(base)
    how = _How(as_of=as_of, on=on, method=str(method), by=by, replace=frozenset(replace))
    for answer in _understood(answers, entries.append, region=region, as_of=as_of, schema=schema):
        contact = contacts.get(answer.id)
        if contact is None:
            entries.append(finding("answer.unknown-contact", contact=answer.id))
            continue
        fuller, said = _enriched(contact, answer, how)
        if fuller is not contact:
            entries.append(amended(contact, fuller, "answer.filled"))
            contacts[contact.id] = fuller
        entries.extend(said)
    return Outcome(ContactBase(contacts), Journal(tuple(entries)))


def _refuse_unknown(replace: Collection[str], schema: Schema) -> None:
    for name in replace:
        field = schema.get(name)
        if field is None or name in _LEDGERS | _OURS or field.role not in {Role.STORED, Role.CUSTOM}:
            raise ValueError(f"An answer cannot replace {name!r}. Name stored or custom fields that a person can tell.")


def _understood(answers: Answers, note: Note, *, region: str, as_of: dt.date, schema: Schema) -> Iterable[Contact]:
    if isinstance(answers, Records):
        return read_answers(answers, note, region=region, as_of=as_of, schema=schema)
    held: list[Any] = list(answers.values() if isinstance(answers, Mapping) else answers)
    if all(isinstance(each, Contact) for each in held):
        return held
    if any(isinstance(each, Contact) for each in held):
        raise ValueError("Answers are contacts or rows, not both. Clean the rows first, or give them by themselves.")
    return read_answers(held, note, region=region, as_of=as_of, schema=schema)


@attrs.frozen(kw_only=True)
class _How:
    """Who told the answers, when and how, and what they may replace."""

    as_of: dt.date
    on: dt.date | None
    method: str
    by: str | None
    replace: frozenset[str]

    def lines(self, answer: Contact, fields: Iterable[str]) -> Iterator[Attestation]:
        """Give the attestations of what an answer says in some fields."""
        day = self.on or answer.collected_on or self.as_of
        for name in fields:
            told = attest(answer, name, AttestationAct.TOLD, on=day, method=self.method, by=self.by)
            yield from told.attestations[len(answer.attestations) :]


def _known(value: object) -> bool:
    return value is not None and value not in ((), frozenset(), "")


def _enriched(contact: Contact, answer: Contact, how: _How) -> tuple[Contact, list[Finding]]:
    """Give a contact with what an answer adds to it (the same object when nothing), and what was not taken."""
    said: list[Finding] = []
    taken: dict[str, Any] = {}
    for block in _BLOCKS:
        taken.update(_block(contact, answer, block, how, said))
    for name in _SINGLE:
        taken.update(_single(contact, answer, name, how, said))
    for name in _MANY:
        taken.update(_many(contact, answer, name, how, said))
    taken.update(_ledgers(contact, answer, said))
    for name in ("custom", "extra"):
        taken.update(_pairs(contact, answer, name, how, said))
    said.extend(
        finding("answer.field-not-taken", field=name, contact=contact.id, name=name)
        for name in sorted(_OURS)
        if _known(getattr(answer, name)) and getattr(answer, name) != getattr(contact, name)
    )
    fuller = attrs.evolve(contact, **taken) if taken else contact
    return _with_lines(fuller, answer, how), said


def _with_lines(contact: Contact, answer: Contact, how: _How) -> Contact:
    """Give a contact with the attestations of those of its values that an answer says too."""
    names = [*_SINGLE, *_MANY, *(name for block in _BLOCKS for name in block), *(name for name, _ in answer.custom)]
    lines = tuple(how.lines(answer, names))
    held = with_attestations(contact, lines)
    return with_attestations(contact, tuple(line for line in lines if line in attestations_of(held, line.field)))


def _same(one: object, other: object) -> bool:
    return one == other or spelling_key(one) == spelling_key(other)


def _conflict(contact: Contact, name: str) -> Finding:
    return finding("answer.conflict", field=name, contact=contact.id, name=name)


def _block(contact: Contact, answer: Contact, block: tuple[str, ...], how: _How, said: list[Finding]) -> dict[str, Any]:
    """Give what a block of fields takes from an answer: its gaps, where both speak of one thing."""
    ours = {name: value for name in block if _known(value := getattr(contact, name))}
    theirs = {name: value for name in block if _known(value := getattr(answer, name))}
    odd = [name for name in block if name in ours and name in theirs and not _same(ours[name], theirs[name])]
    gaps = {name: value for name, value in theirs.items() if name not in ours}
    ties = _TIED.get(block[0])
    if ties is None:
        return gaps | dict(_replaced(contact, theirs, odd, how, said))
    one = not ties & ours.keys() or any(name in theirs and name not in odd for name in ties & ours.keys())
    if not theirs or (one and not odd):
        return gaps
    if how.replace.intersection(block):
        return {name: theirs.get(name) or attrs.fields_dict(Contact)[name].default for name in block}
    said.extend(_conflict(contact, name) for name in odd)
    said.extend(finding("answer.block-not-filled", field=name, contact=contact.id, name=name) for name in gaps)
    return {}


def _replaced(
    contact: Contact, theirs: Mapping[str, Any], odd: Iterable[str], how: _How, said: list[Finding]
) -> Iterator[tuple[str, Any]]:
    """Give the fields at odds that may be replaced, and report the others."""
    for name in odd:
        if name in how.replace:
            yield name, theirs[name]
        else:
            said.append(_conflict(contact, name))


def _single(contact: Contact, answer: Contact, name: str, how: _How, said: list[Finding]) -> dict[str, Any]:
    ours, theirs = getattr(contact, name), getattr(answer, name)
    if not _known(theirs) or (_known(ours) and _same(ours, theirs)):
        return {}
    if not _known(ours):
        return {name: theirs}
    return dict(_replaced(contact, {name: theirs}, [name], how, said))


def _many(contact: Contact, answer: Contact, name: str, how: _How, said: list[Finding]) -> dict[str, Any]:
    """Give the values of a field of several; an address under a consent that names none is not taken."""
    ours, theirs = getattr(contact, name), getattr(answer, name)
    new = [value for value in theirs if value not in ours]
    if not new:
        return {}
    if ours and name not in how.replace:
        said.append(_conflict(contact, name))
        return {}
    channels = _CHANNELS.get(name, frozenset())
    if any(
        line.address is None and line.status in PERMITTING and line.channel in channels for line in contact.consents
    ):
        said.append(finding("answer.address-under-consent", field=name, contact=contact.id, name=name))
        return {}
    return {name: theirs}


def _ledgers(contact: Contact, answer: Contact, said: list[Finding]) -> dict[str, Any]:
    """Give the refusals and the events that an answer adds; consents stay out and are counted."""
    refusals = [line for line in answer.consents if line.status in REFUSING and line not in contact.consents]
    grants = sum(line.status in PERMITTING and line not in contact.consents for line in answer.consents)
    if grants:
        said.append(finding("answer.consent-not-taken", field="consents", contact=contact.id, count=grants))
    events = [event for event in answer.events if event not in contact.events]
    taken: dict[str, Any] = {"consents": (*contact.consents, *refusals)} if refusals else {}
    return taken | ({"events": (*contact.events, *events)} if events else {})


def _pairs(contact: Contact, answer: Contact, field: str, how: _How, said: list[Finding]) -> dict[str, Any]:
    """Give the custom fields, or the columns kept beside, with those of an answer, name by name."""
    held: dict[str, Any] = dict(getattr(contact, field))
    added: dict[str, Any] = {}
    for name, value in getattr(answer, field):
        if not _known(value) or (_known(held.get(name)) and _same(held[name], value)):
            continue
        if not _known(held.get(name)) or name in how.replace:
            added[name] = value
        else:
            said.append(_conflict(contact, name))
    return {field: tuple((held | added).items())} if added else {}
