"""The same e-mail address, by its key: a personal value, as long as the names do not speak against it.

A contact without any name is the same as the one other contact of its address. A company's address and a person's
stay two contacts, for review.

>>> from contactbase.model.contact import Contact, Email
>>> list(RULE.keys(View.of([Contact(id="c-1", emails=(Email("Lea@example.org", "lea@example.org"),))])))
[('lea@example.org', 0)]
"""

from __future__ import annotations

from typing import Final

from contactbase.matching.names import NameAgreement
from contactbase.matching.rule import MatchRule
from contactbase.matching.view import KeyColumn, View

__all__ = ["RULE"]


def _keys(view: View) -> KeyColumn:
    return ((email.key, number) for number, contact in enumerate(view.contacts) for email in contact.emails)


RULE: Final = MatchRule(
    code="match.same-email",
    field="emails",
    keys=_keys,
    weights={
        NameAgreement.SAME: 1.0,
        NameAgreement.CLOSE: 1.0,
        NameAgreement.PARTIAL: 1.0,
        NameAgreement.ABSENT: 1.0,
        NameAgreement.RENAMED: 0.85,
        NameAgreement.UNSURE: 0.2,
    },
)
