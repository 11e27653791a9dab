"""May this be sent? What the consent ledger says of one channel and purpose as of a day, and what a policy makes of it.

Without a policy the ledger alone answers, by the reading of `model.ledger`: a consent needs a day and a proof, and
`unknown` is no permission. With a policy the grounds of its rule are asked in order (consent, soft opt-in, legitimate
interest, what a contract makes necessary), and the first that holds permits; where no rule speaks, nothing is
permitted. The most restrictive wins throughout. No legal advice.

>>> from contactbase.model.enums import ConsentStatus
>>> record = ConsentRecord(channel=Channel.SMS, status=ConsentStatus.GIVEN, at=dt.date(2026, 1, 5), proof="form-7")
>>> print(standing([record], channel=Channel.SMS, purpose=Purpose.MARKETING, as_of=dt.date(2026, 3, 1)))
allow (consent.given): The person consented.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Final

import attrs

from contactbase.model.codes.catalog import CATALOG
from contactbase.model.consent import ConsentRecord
from contactbase.model.contact import Contact
from contactbase.model.enums import Channel, LegalBasis, Origin, Purpose
from contactbase.model.source import Citation
from contactbase.model.text import Language
from contactbase.policy.consent_case import Case, Question, case_of
from contactbase.policy.consent_grounds import Judged, judge
from contactbase.policy.consent_rules import Consented, ConsentRule
from contactbase.policy.offer import NO_OFFER, Offer
from contactbase.policy.policy import Policy
from contactbase.segment.context import CanReceive, Permission
from contactbase.segment.days import age_on

__all__ = ["Answer", "Standing", "permissions", "standing", "standings"]


class Answer(StrEnum):
    """What the ledger or the policy says; `unknown` is no permission."""

    ALLOW = "allow"
    DENY = "deny"
    UNKNOWN = "unknown"


@attrs.frozen
class Standing:
    """The answer, the code of what decided it, codes of what else was noticed, and what it rests on.

    `records` are the lines relied on, `basis` the legal basis that permits or that failed last, `rule` and `policy` who
    decided (None: the ledger alone), with the citations of the rule. True in a condition only when it permits.
    """

    decision: Answer
    reason: str
    flags: tuple[str, ...] = ()
    records: tuple[ConsentRecord, ...] = attrs.field(default=(), repr=False)
    basis: LegalBasis | None = None
    rule: str | None = None
    policy: str | None = None
    citations: tuple[Citation, ...] = attrs.field(default=(), repr=False)

    def __bool__(self) -> bool:
        return self.decision is Answer.ALLOW

    @property
    def reasons(self) -> tuple[str, ...]:
        """The code that decided, then those of what else was noticed."""
        return (self.reason, *self.flags)

    def say(self, language: Language = "en") -> str:
        """Give the answer in words: what decided, what was noticed, who says so."""
        decision = _DECISION[language][self.decision]
        lines = [f"{decision} ({self.reason}): {CATALOG[self.reason].message.say(language)}"]
        lines += [f"- {flag}: {CATALOG[flag].message.say(language)}" for flag in self.flags]
        lines += [f"{self.policy}, {self.rule}"] if self.rule else []
        lines += [f"  {citation}" for citation in self.citations]
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.say()

    def to_json(self) -> dict[str, object]:
        """Give the answer as a JSON object, without any personal value."""
        return {
            "decision": self.decision.value,
            "reason": self.reason,
            "flags": list(self.flags),
            "records": len(self.records),
            "basis": self.basis and self.basis.value,
            "rule": self.rule,
            "policy": self.policy,
            "citations": [str(citation) for citation in self.citations],
        }


_DECISION: Final[dict[Language, dict[Answer, str]]] = {
    "en": {answer: answer.value for answer in Answer},
    "fr": {Answer.ALLOW: "permis", Answer.DENY: "refusé", Answer.UNKNOWN: "inconnu"},
}


def standing(
    records: Contact | Iterable[ConsentRecord],
    *,
    channel: Channel,
    purpose: Purpose,
    as_of: dt.date,
    policy: Policy | None = None,
    known_on: dt.date | None = None,
    address: str | None = None,
    offer: Offer = NO_OFFER,
) -> Standing:
    """Say whether a message may be sent as of a day, and why.

    Give a contact rather than its records where there is one: its age, its purchases, its origin and its addresses then
    count too. `address` is the one that would be written to; without it, the one that the contact's `mobile` or `email`
    is. `known_on` answers with what was recorded by a day. TypeError for a moment instead of a day.
    """
    if isinstance(as_of, dt.datetime) or isinstance(known_on, dt.datetime):
        raise TypeError("as_of and known_on are days. Give the day in the zone of the policy: moment.date().")
    question = Question(channel=channel, purpose=purpose, as_of=as_of, known_on=known_on, address=address, offer=offer)
    return _answering(question, policy)(records)


def standings(
    *, channel: Channel, purpose: Purpose, as_of: dt.date, policy: Policy, offer: Offer = NO_OFFER
) -> Callable[[Contact], Standing]:
    """Give `standing` made ready once, for many contacts."""
    if isinstance(as_of, dt.datetime):
        raise TypeError("as_of is a day. Give the day in the zone of the policy: moment.date().")
    return _answering(Question(channel=channel, purpose=purpose, as_of=as_of, offer=offer), policy)


def _answering(question: Question, policy: Policy | None) -> Callable[[Contact | Iterable[ConsentRecord]], Standing]:
    if policy is None:
        return lambda records: _by_ledger(case_of(records, question))
    name, rule = str(policy), policy.consent.rule_for(question.purpose, question.channel, question.as_of)
    if rule is None:
        return lambda records: Standing(Answer.DENY, "consent.no-rule", case_of(records, question).flags, policy=name)
    return lambda records: _by_rule(case_of(records, question), rule, name)


def _by_ledger(case: Case) -> Standing:
    found = judge(Consented(), case, None)
    code = _rental(case) or (found.code if not found.permits else None)
    if code is None:
        return Standing(Answer.ALLOW, found.code, case.flags, found.records, found.basis)
    decision = Answer.UNKNOWN if code == "consent.no-record" else Answer.DENY
    return Standing(decision, code, case.flags, found.records)


def _by_rule(case: Case, rule: ConsentRule, policy: str) -> Standing:
    barred = _rental(case) or _too_young(case, rule)
    judged = []
    for ground in rule.grounds:
        judged.append(judge(ground, case, rule.parental_under))
        if judged[-1].permits and barred is None:
            break
    last = judged[-1]
    if last.permits and barred is None:
        flags = (*case.flags, *_age_flags(case, rule), *last.flags)
        return Standing(Answer.ALLOW, last.code, flags, last.records, last.basis, rule.id, policy, rule.citations)
    chosen = _telling(judged)
    noticed = (found.code for found in judged if found.code in _WORTH_SAYING and found is not chosen)
    flags = tuple(dict.fromkeys((*case.flags, *_age_flags(case, rule), *chosen.flags, *noticed)))
    reason = barred or chosen.code
    return Standing(
        decision=Answer.DENY,
        reason=reason,
        flags=tuple(flag for flag in flags if flag != reason),
        records=chosen.records,
        rule=rule.id,
        policy=policy,
        citations=rule.citations,
    )


_WORTH_SAYING: Final = frozenset(
    {"consent.no-sale", "consent.sale-too-old", "consent.not-similar", "consent.offer-unrelated"}
)
"""Why a ground that was within reach did not hold."""


def _telling(judged: Sequence[Judged]) -> Judged:
    """Choose the ground whose code says best why nothing permits: a refusal, or else the first."""
    return next((found for found in judged if found.refused), judged[0])


def _rental(case: Case) -> str | None:
    """Give why a rented contact may not be used; None where it may, or is none (R23)."""
    contact = case.contact
    if contact is None or contact.origin is not Origin.RENTED:
        return None
    if contact.rental_end is None:
        return "consent.rental-end-unknown"
    return "consent.rental-ended" if case.question.as_of > contact.rental_end else None


def _too_young(case: Case, rule: ConsentRule) -> str | None:
    birth = case.contact.birth_date if case.contact else None
    if rule.minimum_age is None or birth is None:
        return None
    return "consent.minor" if (age_on(birth, case.question.as_of) or 0) < rule.minimum_age else None


def _age_flags(case: Case, rule: ConsentRule) -> Iterator[str]:
    asks = rule.minimum_age is not None or rule.parental_under is not None
    if asks and case.contact is not None and case.contact.birth_date is None:
        yield "consent.age-unknown"


def permissions(policy: Policy, *, offer: Offer = NO_OFFER) -> CanReceive:
    """Give a policy's answers to `can receive` of the segment language: `Context(can_receive=permissions(FR))`."""

    def ask(contact: Contact, channel: str, purpose: str, *, as_of: dt.date) -> Permission:
        found = standing(
            contact, channel=Channel(channel), purpose=Purpose(purpose), as_of=as_of, policy=policy, offer=offer
        )
        return Permission(bool(found), found.reasons)

    return ask
