"""Why retention says what it says of one contact: the rule, the clock, the deadline, the conditions, the sources.

>>> from contactbase.policy.countries.fr import FR
>>> why = explain(Contact(id="c-1", collected_on=dt.date(2024, 5, 1)), FR, as_of=dt.date(2026, 11, 22))
>>> print(why)  # doctest: +ELLIPSIS
c-1: Keep
Rule fr.retention.prospect of fr@2026.2: Prospects: three years
Counted from 2024-05-01 (collected_on); kept until 2027-05-01 with it; judged on 2026-11-22.
...
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

import attrs

from contactbase.model.codes.catalog import CATALOG
from contactbase.model.contact import Contact
from contactbase.model.journal import Decision, RetentionAction
from contactbase.model.source import Citation
from contactbase.model.text import Language, Text
from contactbase.policy.clock import Start, start_of
from contactbase.policy.deadline import RetentionState, days_later, deadline, state_on
from contactbase.policy.policy import Policy
from contactbase.policy.retain import decide
from contactbase.policy.rule import RetentionRule
from contactbase.policy.texts import due_tree
from contactbase.policy.words import ACTIONS, NO_ADVICE
from contactbase.segment.explain import Explanation, explain_contact
from contactbase.segment.interpreter import Interpreter

__all__ = ["RetentionExplanation", "explain"]

_RULE: Final = Text("Rule {rule} of {policy}: {title}", "Règle {rule} de {policy} : {title}")
_NO_RULE: Final = Text(
    "No rule of {policy} is about this contact on {as_of}, so that nothing is ever due.",
    "Aucune règle de {policy} ne concerne ce contact le {as_of} : rien n'est donc jamais dû.",
)
_COUNTED: Final = Text(
    "Counted from {start} ({clock}); kept until {due_on} with it; judged on {as_of}.",
    "Compté à partir du {start} ({clock}) ; conservé jusqu'au {due_on} inclus ; jugé le {as_of}.",
)
_NO_END: Final = Text("Kept without end: {because}", "Conservé sans fin : {because}")
_ASKING: Final = Text(
    "May be asked once whether to stay, from {day} on.", "Peut être sollicité une fois pour rester, à partir du {day}."
)
_KEPT: Final = Text(
    "Of the data, {fields} stay in the restricted archive until {until} ({rules}); the rest is erased.",
    "Parmi les données, {fields} restent en archive restreinte jusqu'au {until} ({rules}) ; le reste est effacé.",
)
_CONDITIONS: Final = Text("Due when:", "Échu quand :")
_SOURCES: Final = Text("Sources:", "Sources :")


@attrs.frozen(kw_only=True)
class RetentionExplanation:
    """What is due for one contact, and why. No decision means that the contact is kept.

    `state` tells where the day stands to the deadline; `conditions` explains the text that says who is due. What it
    prints holds dates of the person, and the person's values where a condition looks.
    """

    contact: str
    policy: Policy = attrs.field(repr=str)
    as_of: dt.date
    decision: Decision | None
    rule: RetentionRule | None = attrs.field(repr=lambda rule: "None" if rule is None else rule.id)
    start: Start | None = attrs.field(repr=False)
    due_on: dt.date | None
    state: RetentionState | None
    conditions: Explanation | None = attrs.field(repr=False)

    @property
    def action(self) -> RetentionAction:
        """What is to be done."""
        return RetentionAction.KEEP if self.decision is None else self.decision.action

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Who says so."""
        if self.decision is not None:
            return self.decision.citations
        return () if self.rule is None else self.rule.citations

    def say(self, language: Language = "en") -> str:
        """Give the explanation as lines."""
        return "\n".join(self._lines(language))

    def __str__(self) -> str:
        return self.say()

    def _lines(self, language: Language) -> Iterator[str]:
        code = "" if self.decision is None else f" ({self.decision.code})"
        yield f"{self.contact}: {ACTIONS[self.action].say(language)}{code}"
        if self.decision is not None:
            yield CATALOG[self.decision.code].message.say(language)
        yield from self._counted(language)
        if self.decision is not None and self.decision.kept_by:
            yield _KEPT.say(
                language,
                fields=", ".join(self.decision.kept_fields),
                until=self.decision.kept_until,
                rules=", ".join(self.decision.kept_by),
            )
        if self.conditions is not None:
            yield _CONDITIONS.say(language)
            yield from (f"  {line}" for line in self.conditions.reason.lines(language))
        if self.citations:
            yield _SOURCES.say(language)
            yield from (f"  {citation}" for citation in self.citations)
        if self.decision is not None:
            yield f"→ {CATALOG[self.decision.code].remedy.say(language)}"
        yield NO_ADVICE.say(language)

    def _counted(self, language: Language) -> Iterator[str]:
        if self.rule is None:
            yield _NO_RULE.say(language, policy=self.policy, as_of=self.as_of)
            return
        yield _RULE.say(language, rule=self.rule.id, policy=self.policy, title=self.rule.title.say(language))
        if self.rule.because is not None and self.rule.months is None:
            yield _NO_END.say(language, because=self.rule.because.say(language))
        if self.start is not None and self.due_on is not None:
            yield _COUNTED.say(
                language, start=self.start.day, clock=self.start.clock, due_on=self.due_on, as_of=self.as_of
            )
        if self.state is RetentionState.IN_RECONSENT_WINDOW and self.rule.reconsent and self.due_on:
            yield _ASKING.say(language, day=days_later(self.due_on, -self.rule.reconsent.open_days_before))


def explain(contact: Contact, policy: Policy, *, as_of: dt.date) -> RetentionExplanation:
    """Say what is due for one contact as of a day, and why."""
    decision = decide(contact, policy, as_of=as_of)
    about = policy.retention_of(contact, as_of=as_of)
    rule = next((each for each in about if decision is not None and each.id == decision.rule), None)
    if rule is None:
        rule = min(about, key=lambda each: _due_on(contact, each) or dt.date.max, default=None)
    due_on = None if rule is None else _due_on(contact, rule)
    return RetentionExplanation(
        contact=contact.id,
        policy=policy,
        as_of=as_of,
        decision=decision,
        rule=rule,
        start=None if rule is None else _start(contact, rule),
        due_on=due_on,
        state=None if rule is None or due_on is None else _state(rule, due_on, as_of),
        conditions=None if rule is None else _conditions(contact, rule, as_of),
    )


def _conditions(contact: Contact, rule: RetentionRule, as_of: dt.date) -> Explanation:
    interpreter = Interpreter(as_of=as_of, vocabulary=rule.scope.vocabulary)
    return explain_contact(due_tree(rule, as_of=as_of), contact, interpreter)


def _start(contact: Contact, rule: RetentionRule) -> Start | None:
    return start_of(contact, rule.clocks) or start_of(contact, rule.doubtful_clocks)


def _due_on(contact: Contact, rule: RetentionRule) -> dt.date | None:
    start = _start(contact, rule)
    return None if start is None or rule.months is None else deadline(start.day, rule.months)


def _state(rule: RetentionRule, due_on: dt.date, as_of: dt.date) -> RetentionState:
    """Give the state of a day, in the window of asking too."""
    state = state_on(as_of, due_on)
    if state is RetentionState.ACTIVE and rule.reconsent is not None:
        opens = days_later(due_on, -rule.reconsent.open_days_before)
        return RetentionState.IN_RECONSENT_WINDOW if as_of >= opens else state
    return state
