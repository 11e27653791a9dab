"""Erasure (GDPR art. 17): forbid first, then remove what no other reason covers, and say what stays and who must know.

The suppression entries are made before anything is removed, so that a stop in between leaves a person stopped and not a
person forgotten. What a reason of art. 17(3) still covers (the accounts, a claim) stays, cut down to those fields; the
reasons come from the keeping rules of a policy, or are given as carve-outs. An erasure is not undone: the journal holds
no value, only which fields of which contact went.

Journals and reports of earlier runs still hold what was erased; `contactbase erase` cleans a folder of results.

>>> from contactbase.model.contact import Phone
>>> from contactbase.privacy.keys import KeyRing
>>> stops = SuppressionList(KeyRing.of("contactbase-test-key-v1-32bytes!"))
>>> base = ContactBase.of([Contact(id="c-1", last_name="Durand", phones=(Phone("+33612345678"),)), Contact(id="c-2")])
>>> done, journal = erase(base, ["c-1"], stops=stops, on=dt.date(2026, 11, 22))
>>> list(done.base), done.reports[0].removed, len(stops)
(['c-2'], ('last_name', 'phones'), 2)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

import attrs

from contactbase.errors import PrivacyError
from contactbase.model.canonical import contact_texts
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.journal import Entry, Journal, Outcome, finding
from contactbase.model.schema import SCHEMA
from contactbase.model.source import Citation
from contactbase.model.suppression import SuppressionReason
from contactbase.model.text import Language, Text
from contactbase.policy.coverage import covered, restricted
from contactbase.policy.policy import Policy
from contactbase.policy.rule import KeepingRule
from contactbase.privacy.audit import reference, references
from contactbase.privacy.replay import ErasureRecord
from contactbase.privacy.suppression import SuppressionList

__all__ = ["CarveOut", "Distribution", "Erasure", "ErasureReport", "distribution", "erase", "recipients_of"]


@attrs.frozen(kw_only=True)
class CarveOut:
    """A reason why some fields stay in spite of an erasure (art. 17(3)), until a last day (None: until reviewed)."""

    fields: tuple[str, ...]
    reason: Text
    until: dt.date | None = None
    citations: tuple[Citation, ...] = ()


@attrs.frozen(kw_only=True)
class Distribution:
    """One line of the distribution log: who received data of which people, and when. People stand as references."""

    recipient: str
    on: dt.date
    people: frozenset[str] = attrs.field(repr=lambda people: f"<{len(people)}>")


def distribution(base: ContactBase, recipient: str, *, on: dt.date, stops: SuppressionList) -> Distribution:
    """Make the line of the distribution log for a base that was handed over."""
    return Distribution(
        recipient=recipient, on=on, people=frozenset(reference(stops.keys, contact_id) for contact_id in base)
    )


def recipients_of(contact_id: str, log: Iterable[Distribution], stops: SuppressionList) -> tuple[str, ...]:
    """Give who received data of a contact and must hear of a rectification, a restriction or an erasure (art. 19)."""
    names = references(stops.keys, contact_id)
    return tuple(dict.fromkeys(line.recipient for line in log if names & line.people))


@attrs.frozen(kw_only=True)
class ErasureReport:
    """What was done for one contact. `tombstone` is its reference; `notify` who received its data (art. 19)."""

    contact: str
    tombstone: str
    on: dt.date
    removed: tuple[str, ...]
    kept: tuple[str, ...]
    carve_outs: tuple[CarveOut, ...]
    suppressed: int
    notify: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Whether nothing of the contact stays."""
        return not self.kept

    def say(self, language: Language = "en") -> str:
        """Give the report in words, without a value of the person."""
        lines = [_SAID["head"].say(language, contact=self.contact, on=self.on, tombstone=self.tombstone)]
        lines.append(_SAID["removed"].say(language, fields=_titles(self.removed, language) or "-"))
        for carve_out in self.carve_outs:
            until = "-" if carve_out.until is None else carve_out.until.isoformat()
            fields = _titles((name for name in self.kept if name in _stored(carve_out)), language)
            lines.append(
                _SAID["kept"].say(language, fields=fields or "-", reason=carve_out.reason.say(language), until=until)
            )
        lines.append(_SAID["suppressed"].say(language, count=self.suppressed))
        lines.append(_SAID["notify"].say(language, names=", ".join(self.notify) or "-"))
        return "\n".join(lines)


_SAID = {
    "head": Text("Erasure of {contact} on {on} ({tombstone})", "Effacement de {contact} le {on} ({tombstone})"),
    "removed": Text("Removed: {fields}", "Retiré : {fields}"),
    "kept": Text(
        "Kept: {fields}, because {reason}; until {until}", "Gardé : {fields}, car {reason} ; jusqu'au {until}"
    ),
    "suppressed": Text(
        "{count} fingerprints on the suppression list, made before anything was removed",
        "{count} empreintes sur la liste d'exclusion, faites avant toute suppression",
    ),
    "notify": Text("To be told (art. 19): {names}", "À prévenir (art. 19) : {names}"),
}


def _titles(names: Iterable[str], language: Language) -> str:
    return ", ".join(SCHEMA[name].title.say(language) if name in SCHEMA else name for name in names)


def _stored(carve_out: CarveOut) -> frozenset[str]:
    """Give the stored fields that a carve-out is about; a table of events stands in `events`."""
    tables = {table.name for table in SCHEMA.tables if table.kinds}
    return frozenset("events" if name in tables else name for name in carve_out.fields)


@attrs.frozen(kw_only=True)
class Erasure:
    """The base afterwards, a report per contact, and the records by which a restored backup is erased again."""

    base: ContactBase
    reports: tuple[ErasureReport, ...]
    records: tuple[ErasureRecord, ...]


def erase(
    base: ContactBase,
    contacts: Iterable[str],
    *,
    stops: SuppressionList,
    on: dt.date,
    policy: Policy | None = None,
    carve_outs: Iterable[CarveOut] = (),
    distributed: Iterable[Distribution] = (),
    source: str = "",
) -> Outcome[Erasure]:
    """Erase some contacts as of a day. The suppression list is changed in place, and first.

    `policy` gives the keeping rules that still cover part of the data, `carve_outs` further reasons, `distributed` the
    log of who received what. PrivacyError for an id that is not in the base, before anything is done.
    """
    chosen = list(dict.fromkeys(contacts))
    for contact_id in chosen:
        if contact_id not in base:
            raise PrivacyError(f"There is no contact {contact_id!r} in this base. Nothing was erased.")
    given, log = tuple(carve_outs), tuple(distributed)
    left = dict(base)
    reports: list[ErasureReport] = []
    records: list[ErasureRecord] = []
    for contact_id in chosen:
        contact = base[contact_id]
        made = stops.add_contact(contact, reason=SuppressionReason.ERASURE, on=on, source=source)
        reasons = (*_reasons(contact, policy, on), *(one for one in given if one.until is None or on <= one.until))
        kept = restricted(contact, (name for one in reasons for name in one.fields))
        if held := _known(kept):
            left[contact_id] = kept
        else:
            del left[contact_id]
        removed = tuple(name for name in _known(contact) if getattr(contact, name) != getattr(kept, name))
        reports.append(
            ErasureReport(
                contact=contact_id,
                tombstone=reference(stops.keys, contact_id),
                on=on,
                removed=removed,
                kept=held,
                carve_outs=tuple(one for one in reasons if _stored(one) & set(held)),
                suppressed=len(made),
                notify=recipients_of(contact_id, log, stops),
            )
        )
        records.append(ErasureRecord.of(contact, stops.keys, on=on, kept=tuple(dict.fromkeys(_names(reasons)))))
    return Outcome(
        Erasure(base=ContactBase(left), reports=tuple(reports), records=tuple(records)), Journal(tuple(_said(reports)))
    )


def _names(reasons: Iterable[CarveOut]) -> Iterator[str]:
    for reason in reasons:
        yield from reason.fields


def _reasons(contact: Contact, policy: Policy | None, on: dt.date) -> Iterator[CarveOut]:
    """Yield the keeping rules of a policy that cover part of a contact, as carve-outs."""
    if policy is None:
        return
    for rule in policy.of(KeepingRule, as_of=on):
        if rule.scope.matches(contact, as_of=on, zone=policy.zone):
            found = covered(contact, (rule,), as_of=on)
            if found.fields:
                yield CarveOut(fields=found.fields, reason=rule.title, until=found.until, citations=found.citations)


def _known(contact: Contact) -> tuple[str, ...]:
    """Give the stored fields of which something is known, but for the id; custom fields and columns kept beside too."""
    names = [name for name in contact_texts(contact) if name != "id" and hasattr(contact, name)]
    return (*names, *(name for name in ("custom", "extra") if getattr(contact, name)))


def _said(reports: Iterable[ErasureReport]) -> Iterator[Entry]:
    for report in reports:
        code = "rights.erased" if report.whole else "rights.erased-in-part"
        yield finding(code, contact=report.contact, removed=len(report.removed), kept=len(report.kept))
        for name in report.notify:
            yield finding("rights.notify", contact=report.contact, recipient=name)
