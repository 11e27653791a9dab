"""Deadlines to come: who is due when, month by month, and who may be asked already whether to stay.

The day before a deadline nothing is due, so this decides nothing: it warns.

>>> from contactbase.model.contact import Contact
>>> from contactbase.policy.countries.fr import FR
>>> base = ContactBase.of([Contact(id="c-1", collected_on=dt.date(2024, 1, 15))])
>>> print(upcoming(base, FR, as_of=dt.date(2026, 11, 22)))
1 deadline within 12 months of 2026-11-22 (fr@2026.2); 1 contact may be asked already.
2027-01: 1 (fr.retention.prospect 1)
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from typing import Final

import attrs

from contactbase.model.contact_base import ContactBase
from contactbase.model.text import Language, Text
from contactbase.policy.deadline import deadline
from contactbase.policy.judge import Judge
from contactbase.policy.policy import Policy

__all__ = ["Upcoming", "UpcomingDeadline", "upcoming"]

_HEAD: Final = Text(
    "{count} {deadlines} within {months} months of {as_of} ({policy}); {asking} {contacts} may be asked already.",
    "{count} {deadlines} dans les {months} mois à compter du {as_of} ({policy}) ; {asking} {contacts} à solliciter "
    "dès maintenant.",
)
_DEADLINES: Final = (Text("deadline", "échéance"), Text("deadlines", "échéances"))
_CONTACTS: Final = (Text("contact", "contact"), Text("contacts", "contacts"))


@attrs.frozen(kw_only=True)
class UpcomingDeadline:
    """The last day on which a contact is kept, and from which day on it may be asked once more (None: never)."""

    contact: str
    rule: str
    due_on: dt.date
    ask_from: dt.date | None = None


@attrs.frozen(kw_only=True)
class Upcoming:
    """The deadlines to come within some months of a day, the next ones first."""

    deadlines: tuple[UpcomingDeadline, ...] = attrs.field(repr=lambda deadlines: f"<{len(deadlines)}>")
    policy: Policy = attrs.field(repr=str)
    as_of: dt.date
    months: int

    @property
    def by_month(self) -> Mapping[str, tuple[UpcomingDeadline, ...]]:
        """The deadlines by month (`2027-01`), in order; months without any are left out."""
        found: dict[str, list[UpcomingDeadline]] = {}
        for each in self.deadlines:
            found.setdefault(f"{each.due_on:%Y-%m}", []).append(each)
        return {month: tuple(several) for month, several in found.items()}

    @property
    def asking(self) -> tuple[UpcomingDeadline, ...]:
        """The deadlines so near that the person may be asked already whether to stay."""
        return tuple(each for each in self.deadlines if each.ask_from is not None and each.ask_from <= self.as_of)

    def __len__(self) -> int:
        return len(self.deadlines)

    def say(self, language: Language = "en") -> str:
        """Give the head line and one line for each month."""
        count, asking = len(self), len(self.asking)
        head = _HEAD.say(
            language,
            count=count,
            deadlines=_DEADLINES[count != 1].say(language),
            months=self.months,
            as_of=self.as_of,
            policy=self.policy,
            asking=asking,
            contacts=_CONTACTS[asking != 1].say(language),
        )
        return "\n".join([head, *(_line(month, several) for month, several in self.by_month.items())])

    def __str__(self) -> str:
        return self.say()


def _line(month: str, several: tuple[UpcomingDeadline, ...]) -> str:
    rules = Counter(each.rule for each in several)
    return f"{month}: {len(several)} ({', '.join(f'{rule} {count}' for rule, count in sorted(rules.items()))})"


def upcoming(base: ContactBase, policy: Policy, *, as_of: dt.date, months: int = 12) -> Upcoming:
    """Give the deadlines from a day on, within so many calendar months; what is due already is `retain`'s."""
    judge = Judge.of_many(policy, as_of)
    end = deadline(as_of, months)
    found = []
    for contact in base.values():
        near = judge.next_deadline(contact)
        if near is not None and near.due_on <= end:
            found.append(
                UpcomingDeadline(contact=contact.id, rule=near.rule, due_on=near.due_on, ask_from=near.ask_from)
            )
    found.sort(key=lambda each: each.due_on)
    return Upcoming(deadlines=tuple(found), policy=policy, as_of=as_of, months=months)
