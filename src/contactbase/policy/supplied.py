"""`audit_supplied_file`: judge a bought or rented file row by row and as a whole, before anything of it is imported.

A row is accepted when it names its supplier and the day of collection, and when a consent that can be shown names the
controller for one channel at least (R21, R22; CNIL on EDF, FORIOU and CALOGA: whoever uses a supplied file checks the
form, the list of partners and the evidence). Everybody in it is to be informed within a month (GDPR art. 14).

>>> row = {"last_name": "Durand", "email": "lea@example.org", "opt_in_email": "oui"}
>>> audit = audit_supplied_file([row], controller="Maison Exemple", as_of=dt.date(2026, 11, 22))
>>> audit.verdict, audit.rows[0].codes
(<BatchVerdict.REFUSE: 'refuse'>, ('supply.no-supplier', 'supply.no-collection-date', 'consent.undated-grant'))
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

import attrs

from contactbase.model.consent import PERMITTING
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import Channel, Origin, Purpose
from contactbase.model.journal import Finding, finding
from contactbase.model.proof import ConsentProof
from contactbase.model.record import Record, Records
from contactbase.normalize.clean import clean
from contactbase.normalize.fold import fold
from contactbase.policy.deadline import deadline
from contactbase.policy.offer import Offer
from contactbase.policy.policy import Policy
from contactbase.policy.sampling import draw
from contactbase.policy.standing import standing
from contactbase.policy.supply_audit import BatchVerdict, RowAudit, SuppliedFileAudit

__all__ = ["audit_supplied_file"]

Supplied = ContactBase | Records | Iterable[Record | Mapping[str, str]]
_CHANNELS: Final = (Channel.SMS, Channel.EMAIL)
_TELLING: Final = 20
"""Consents from which on it tells something that all are alike."""
_SEED: Final = "supplied file"


def audit_supplied_file(
    supplied: Supplied,
    *,
    controller: str,
    as_of: dt.date,
    brand: str | None = None,
    channels: Iterable[Channel] = _CHANNELS,
    policy: Policy | None = None,
    tolerance: int = 20,
    sample: int = 30,
) -> SuppliedFileAudit:
    """Judge a supplied file that `controller` means to use; nothing is imported.

    Records are read as `clean` reads them. Rows that do not say so count as bought. Above `tolerance` per cent of rows
    refused, the whole file is. `sample` rows are drawn among the accepted ones, to be shown evidence for by the
    supplier. With a policy its rules decide (ages, for instance), without one the ledger of each row.
    """
    base, unreadable = _read(supplied, as_of)
    question = _Question(Offer(controller=controller, brand=brand), tuple(channels), policy, as_of)
    rows = tuple(_row(contact, question) for contact in base.values())
    good = [row.id for row in rows if row.accepted]
    findings = tuple(_batch(base, rows, unreadable, tolerance))
    return SuppliedFileAudit(
        controller=controller,
        as_of=as_of,
        verdict=_verdict(rows, good, findings, unreadable),
        rows=rows,
        findings=findings,
        sampling=draw(good, sample, seed=_SEED),
        inform_by=deadline(as_of, 1),
        unreadable=unreadable,
    )


def _read(supplied: Supplied, as_of: dt.date) -> tuple[ContactBase, int]:
    if isinstance(supplied, ContactBase):
        return supplied, 0
    base, journal = clean(supplied, as_of=as_of)
    return base, len(journal.rejections)


@attrs.frozen
class _Question:
    offer: Offer
    channels: tuple[Channel, ...]
    policy: Policy | None
    as_of: dt.date


# Row by row


_LACKS: Final[tuple[tuple[str, Callable[[Contact, dt.date], bool]], ...]] = (
    ("supply.no-supplier", lambda contact, _: not contact.supplier),
    ("supply.no-collection-date", lambda contact, _: contact.collected_on is None),
    (
        "supply.collected-in-future",
        lambda contact, as_of: contact.collected_on is not None and contact.collected_on > as_of,
    ),
)


def _row(contact: Contact, question: _Question) -> RowAudit:
    lacks = [code for code, test in _LACKS if test(contact, question.as_of)]
    owned = contact.origin in {None, Origin.OWNED}
    judged = attrs.evolve(contact, origin=Origin.BOUGHT) if owned else contact
    answers = {channel: _answer(judged, channel, question) for channel in question.channels}
    permitted = tuple(channel for channel, (permits, _) in answers.items() if permits)
    said = [code for permits, codes in answers.values() for code in codes if permits or not permitted]
    if len(set(said)) > 1:
        said = [code for code in said if code != "consent.no-record"]
    codes = tuple(dict.fromkeys((*lacks, *said, *_remarks(contact))))
    return RowAudit(id=contact.id, channels=() if lacks else permitted, codes=codes)


def _answer(contact: Contact, channel: Channel, question: _Question) -> tuple[bool, tuple[str, ...]]:
    found = standing(
        contact,
        channel=channel,
        purpose=Purpose.MARKETING,
        as_of=question.as_of,
        policy=question.policy,
        offer=question.offer,
    )
    return bool(found), (*(() if found else (found.reason,)), *found.flags)


def _remarks(contact: Contact) -> Iterator[str]:
    """Give what does not refuse a row and should be asked about."""
    grants = [line for line in contact.consents if line.status in PERMITTING]
    proofs = [proof for line in grants if (proof := ConsentProof.read(line.proof)) is not None]
    if any(proof.proves and not proof.names_text for proof in proofs):
        yield "consent.text-unknown"
    days = [line.at for line in grants if line.at is not None]
    if contact.collected_on is not None and days and max(days) < contact.collected_on:
        yield "supply.consent-before-collection"


# As a whole


def _batch(base: ContactBase, rows: Sequence[RowAudit], unreadable: int, tolerance: int) -> Iterator[Finding]:
    if not rows:
        yield finding("supply.empty")
    if unreadable:
        yield finding("supply.unreadable-rows", count=unreadable)
    refused, total = sum(not row.accepted for row in rows) + unreadable, len(rows) + unreadable
    if refused * 100 > tolerance * total:
        yield finding("supply.too-many-refused", refused=refused, rows=total, tolerance=tolerance)
    lines = [line for contact in base.values() for line in contact.consents if line.status in PERMITTING]
    if len(lines) >= _TELLING and len({line.at for line in lines}) == 1 and lines[0].at is not None:
        yield finding("supply.one-day-for-all", count=len(lines))
    if len(lines) >= _TELLING and len({line.proof for line in lines}) == 1:
        proof = ConsentProof.read(lines[0].proof)
        if proof is not None and not proof.names_text:
            yield finding("supply.one-proof-for-all", count=len(lines))
    suppliers = {fold(contact.supplier) for contact in base.values() if contact.supplier}
    if len(suppliers) > 1:
        yield finding("supply.several-suppliers", count=len(suppliers))


_REFUSING: Final = frozenset({"supply.empty", "supply.too-many-refused"})


def _verdict(
    rows: Sequence[RowAudit], good: Sequence[str], findings: Iterable[Finding], unreadable: int
) -> BatchVerdict:
    if not good or any(found.code in _REFUSING for found in findings):
        return BatchVerdict.REFUSE
    return BatchVerdict.IMPORT if len(good) == len(rows) and not unreadable else BatchVerdict.IMPORT_ACCEPTED
