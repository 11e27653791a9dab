"""Whether one ground of a rule holds in one case, by a code that says why.

>>> from contactbase.model.enums import Channel, Purpose
>>> from contactbase.policy.consent_case import Question, case_of
>>> asked = Question(channel=Channel.SMS, purpose=Purpose.MARKETING, as_of=dt.date(2026, 3, 1))
>>> judge(Consented(), case_of((), asked), None).code
'consent.no-record'
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from typing import Final, assert_never

import attrs

from contactbase.model.consent import REFUSING, ConsentRecord
from contactbase.model.enums import Direction, EventKind, LegalBasis, Origin
from contactbase.model.event import Event
from contactbase.model.ledger import Governing, Part, governing
from contactbase.model.proof import ConsentProof
from contactbase.normalize.fold import fold
from contactbase.policy.consent_case import Case
from contactbase.policy.consent_rules import (
    Consented,
    Ground,
    LegitimateInterest,
    Necessity,
    ProofNeeded,
    SoftOptIn,
)
from contactbase.policy.deadline import deadline
from contactbase.segment.days import age_on

__all__ = ["Judged", "judge"]


@attrs.frozen(kw_only=True)
class Judged:
    """Whether a ground permits, the code of why, the lines relied on, and what was noticed on the way."""

    permits: bool
    code: str
    basis: LegalBasis
    records: tuple[ConsentRecord, ...] = attrs.field(default=(), repr=False)
    flags: tuple[str, ...] = ()
    refused: bool = False


def judge(ground: Ground, case: Case, parental_under: int | None) -> Judged:
    """Judge one ground; a consent given under an age counts only with a holder of parental authority."""
    match ground:
        case Consented():
            return _consented(ground, case, parental_under)
        case SoftOptIn():
            return _soft_opt_in(ground, case)
        case LegitimateInterest():
            return _interest(ground, case)
        case Necessity():
            return Judged(permits=True, code="consent.necessary", basis=ground.basis)
        case _:
            assert_never(ground)


def _refusal(found: Governing, basis: LegalBasis) -> Judged | None:
    """Give the refusal that governs; None where none does."""
    if found.lines and found.lines[0].status in REFUSING:
        code = f"consent.{found.lines[0].status.value}"
        return Judged(permits=False, code=code, basis=basis, records=found.lines, refused=True)
    return None


# Consent


def _consented(ground: Consented, case: Case, parental_under: int | None) -> Judged:
    basis, as_of = LegalBasis.CONSENT, case.question.as_of
    found = governing(case.lines, as_of, basis)
    refusal = _refusal(found, basis)
    if refusal is not None:
        return refusal
    if not found.lines:
        return Judged(permits=False, code=next(filter(_TELLING.__contains__, case.unusable), _NO_RECORD), basis=basis)
    code = f"consent.{found.lines[0].status.value}"
    proofs = [ConsentProof.read(line.proof) or _NO_PROOF for line in found.lines]
    fault = next(_faults(ground, found, proofs, case, parental_under), None)
    flags = tuple(dict.fromkeys(_remarks(ground, proofs, case)))
    return Judged(permits=fault is None, code=fault or code, basis=basis, records=found.lines, flags=flags)


_NO_PROOF: Final = ConsentProof()
_NO_RECORD: Final = "consent.no-record"
_TELLING: Final = frozenset(
    {"consent.undated-grant", "consent.address-mismatch", "consent.out-of-scope", "consent.scope-missing"}
)
"""Flags that say why there is nothing to rely on."""


def _faults(
    ground: Consented, found: Governing, proofs: Sequence[ConsentProof], case: Case, parental_under: int | None
) -> Iterator[str]:
    """Give what is wrong with the consents of the latest day: all of them must hold."""
    as_of, birth = case.question.as_of, case.contact.birth_date if case.contact else None
    if found.part is Part.LAPSE:
        yield "consent.expired"
    for line, proof in zip(found.lines, proofs, strict=True):
        if line.at is None:
            continue
        if birth is not None and line.at < birth:
            yield "consent.before-birth"
        if (
            parental_under
            and birth is not None
            and (age_on(birth, line.at) or 0) < parental_under
            and not proof.parental
        ):
            yield "consent.parent-missing"
        if proof.incentive in ground.invalid_for:
            yield "consent.contest"
        if ground.months is not None and as_of > deadline(line.at, ground.months):
            yield "consent.too-old"
        yield from _unproved(ground.proof, proof, as_of)


def _unproved(needed: ProofNeeded, proof: ConsentProof, as_of: dt.date) -> Iterator[str]:
    if needed is not ProofNeeded.NONE and not proof.proves:
        yield "consent.proof-missing"
    if needed is ProofNeeded.TEXT and not proof.names_text:
        yield "consent.text-unknown"
    if needed is ProofNeeded.CONFIRMED and (proof.confirmed_on is None or proof.confirmed_on > as_of):
        yield "consent.unconfirmed"


def _remarks(ground: Consented, proofs: Sequence[ConsentProof], case: Case) -> Iterator[str]:
    """Give what does not forbid and should be looked at."""
    if any(proof.incentive is not None and proof.incentive not in ground.invalid_for for proof in proofs):
        yield "consent.incentive"
    if ground.proof is not ProofNeeded.NONE and any(proof.proves and not proof.names_text for proof in proofs):
        yield "consent.text-unknown"
    first = min((line.at for line in case.lines if line.at is not None and line.status not in REFUSING), default=None)
    if first is not None and any(_is_message(event, case) and event.at < first for event in _dated(case)):
        yield "consent.after-first-use"


def _dated(case: Case) -> Iterator[_DatedEvent]:
    for event in case.contact.events if case.contact else ():
        if event.at is not None:
            yield _DatedEvent(event, event.at)


@attrs.frozen
class _DatedEvent:
    event: Event = attrs.field(repr=False)
    at: dt.date


def _is_message(dated: _DatedEvent, case: Case) -> bool:
    return dated.event.kind is EventKind.MESSAGE and dated.event.channel is case.question.channel


# Other grounds


def _soft_opt_in(ground: SoftOptIn, case: Case) -> Judged:
    basis = LegalBasis.SOFT_OPT_IN
    found = governing(case.lines, case.question.as_of, basis)
    refusal = _refusal(found, basis)
    if refusal is not None:
        return refusal
    told = found.part is Part.GRANT
    code = "consent.not-told" if ground.told and not told else _without_sale(ground, case)
    return Judged(permits=code is None, code=code or "consent.soft-opt-in", basis=basis, records=found.lines)


def _without_sale(ground: SoftOptIn, case: Case) -> str | None:
    """Give why no act of the person makes them a customer for this offer; None where one does."""
    as_of = case.question.as_of
    acts = [act for act in _dated(case) if _is_act(act, ground) and act.at <= as_of] if _is_own(case) else []
    if not acts:
        return "consent.no-sale"
    if ground.months is not None:
        acts = [act for act in acts if as_of <= deadline(act.at, ground.months)]
    if not acts:
        return "consent.sale-too-old"
    offered = set(map(fold, case.question.offer.categories))
    if ground.similar and not any(act.event.category and fold(act.event.category) in offered for act in acts):
        return "consent.not-similar"
    return None


def _is_act(dated: _DatedEvent, ground: SoftOptIn) -> bool:
    return dated.event.kind in ground.acts and dated.event.direction is Direction.FROM_PERSON


def _is_own(case: Case) -> bool:
    return case.contact is not None and case.contact.origin in {None, Origin.OWNED}


def _interest(ground: LegitimateInterest, case: Case) -> Judged:
    basis = LegalBasis.LEGITIMATE_INTEREST
    refusal = _refusal(governing(case.lines, case.question.as_of, basis), basis)
    if refusal is not None:
        return refusal
    code = next((code for code, fails in _INTEREST if fails(ground, case)), None)
    return Judged(permits=code is None, code=code or "consent.legitimate-interest", basis=basis)


_INTEREST: Final[tuple[tuple[str, Callable[[LegitimateInterest, Case], bool]], ...]] = (
    (
        "consent.not-professional",
        lambda ground, case: bool(ground.kinds) and (case.contact is None or case.contact.kind not in ground.kinds),
    ),
    ("consent.offer-unrelated", lambda ground, case: ground.related and not case.question.offer.for_profession),
)
