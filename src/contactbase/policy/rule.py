"""What every rule has, and the rules of retention: whom, which clock, how long, what is due then, and who says so.

Whom a rule is about is a text of the segment language. Further kinds of rules stand in `sending` (exclusions, caps,
windows, sectors) and `upkeep` (refresh intervals, delays, the suppression list).

>>> rule = RetentionRule(
...     id="house.newsletter",
...     title=Text("Newsletter readers", "Abonnés à la lettre"),
...     text=Text("Readers are deleted two years after their last act.", "Deux ans après leur dernier acte."),
...     scope='relationship = prospect and tags has any of ("newsletter")',
...     clocks=(Clock.LAST_CONTACT_BY_PERSON,),
...     months=24,
...     action=RetentionAction.DELETE,
... )
>>> str(rule.scope)
'relationship = prospect and tags has any of ("newsletter")'
"""

from __future__ import annotations

import attrs

from contactbase.errors import PolicyError
from contactbase.model.journal import RetentionAction
from contactbase.model.schema import SCHEMA, Role
from contactbase.model.source import Citation, Period
from contactbase.model.text import Text
from contactbase.policy.clock import Clock
from contactbase.policy.condition import condition, optional_condition
from contactbase.segment.segment import Segment

__all__ = ["KeepingRule", "Reconsent", "RetentionRule", "Rule"]


@attrs.frozen(kw_only=True)
class Rule:
    """What every rule has: a dotted id, what it says, who says so, and when it holds (on the day asked about)."""

    id: str
    title: Text
    text: Text = attrs.field(repr=False)
    citations: tuple[Citation, ...] = attrs.field(default=(), repr=lambda citations: f"<{len(citations)}>")
    in_force: Period = attrs.field(factory=Period)

    @property
    def conditions(self) -> tuple[Segment, ...]:
        """Every text of the rule."""
        found = (getattr(self, field.name) for field in attrs.fields(type(self)))
        return tuple(value for value in found if isinstance(value, Segment))


@attrs.frozen(kw_only=True)
class Reconsent:
    """The one more contact at the end of a period: how early it may be sent, how long to wait, what silence means.

    It was sent when the consent ledger has a line `requested` from `open_days_before` days before the deadline on.
    """

    open_days_before: int
    answer_days: int
    then: RetentionAction


@attrs.frozen(kw_only=True)
class RetentionRule(Rule):
    """How long contacts are kept for prospecting. `months` are calendar months; the deadline day itself is kept.

    `scope` says which contacts. `clocks` are asked in order; `doubtful_clocks` after them, and what is due by one of
    those is for review, because the period may not have begun. A contact that meets `hold` is held back. `reconsent`
    goes with the action RECONSENT. `months` None means no end, and then `because` says why (R37).
    """

    scope: Segment = attrs.field(converter=condition)
    clocks: tuple[Clock, ...]
    months: int | None
    action: RetentionAction
    doubtful_clocks: tuple[Clock, ...] = ()
    reconsent: Reconsent | None = None
    hold: Segment | None = attrs.field(default=None, converter=optional_condition)
    because: Text | None = None

    def __attrs_post_init__(self) -> None:
        _check_period(self.id, self.months, self.clocks)
        if self.months is None and self.because is None:
            raise PolicyError(f"The rule {self.id} keeps without end. Give months, or say why in `because`.")
        if (self.action is RetentionAction.RECONSENT) != (self.reconsent is not None):
            raise PolicyError(f"The rule {self.id} needs `reconsent` with the action RECONSENT, and only then.")


@attrs.frozen(kw_only=True)
class KeepingRule(Rule):
    """Another reason for which part of a contact's data stays, in the restricted archive, when prospecting is over.

    `fields` are stored fields, or tables (`purchases`: those events alone); the id always stays. While the rule covers
    a contact, what it covers is archived instead of erased; what no rule covers is erased.
    """

    scope: Segment = attrs.field(converter=condition)
    clocks: tuple[Clock, ...]
    months: int
    fields: tuple[str, ...]

    def __attrs_post_init__(self) -> None:
        _check_period(self.id, self.months, self.clocks)
        known = {field.name for field in SCHEMA.of_role(Role.STORED)} | {table.name for table in SCHEMA.tables}
        unknown = [name for name in self.fields if name not in known]
        if unknown or not self.fields:
            named = f"names {unknown[0]!r}, which is no stored field" if unknown else "keeps no field"
            raise PolicyError(f"The rule {self.id} {named}. Name fields of a contact, such as last_name or purchases.")


def _check_period(rule_id: str, months: int | None, clocks: tuple[Clock, ...]) -> None:
    if months is not None and months < 1:
        raise PolicyError(f"The rule {rule_id} keeps for {months} months. Give 1 or more.")
    if not clocks:
        raise PolicyError(f"The rule {rule_id} has no clock to run from. Name one.")
