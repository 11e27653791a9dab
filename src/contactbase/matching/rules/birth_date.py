"""The same name and birth date. Twins have another first name, so one that is missing is for review.

The key is the birth date with the last name, and with the first, because the two change places in files. The same
first name alone is chance; beside a number or an address it is what tells a marriage from another person.

>>> import datetime as dt
>>> from contactbase.model.contact import Contact
>>> list(RULE.keys(View.of([Contact(id="c-1", last_name="DURAND", birth_date=dt.date(1980, 5, 3))])))
[((datetime.date(1980, 5, 3), 'durand'), 0)]
"""

from __future__ import annotations

from typing import Final

from contactbase.matching.names import NameAgreement
from contactbase.matching.rule import MatchRule
from contactbase.matching.view import KeyColumn, View

__all__ = ["RULE"]


def _keys(view: View) -> KeyColumn:
    return (
        ((contact.birth_date, name), number)
        for number, contact in enumerate(view.contacts)
        if contact.birth_date is not None
        for name in (view.last_names[number], view.first_names[number])
        if name
    )


RULE: Final = MatchRule(
    code="match.same-name-birth-date",
    field="birth_date",
    keys=_keys,
    weights={
        NameAgreement.SAME: 1.0,
        NameAgreement.CLOSE: 1.0,
        NameAgreement.PARTIAL: 0.5,
        NameAgreement.RENAMED: 0.15,
        NameAgreement.UNSURE: 0.2,
    },
)
