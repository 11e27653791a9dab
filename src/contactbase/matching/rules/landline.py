"""The same number that is no mobile, and the same first and last name in full.

A landline alone says household or office and is no evidence.

>>> RULE.weights
{<NameAgreement.SAME: 'same'>: 1.0}
"""

from __future__ import annotations

from typing import Final

from contactbase.matching.names import NameAgreement
from contactbase.matching.rule import MatchRule
from contactbase.matching.rules.mobile import is_personal
from contactbase.matching.view import KeyColumn, View

__all__ = ["RULE"]


def _keys(view: View) -> KeyColumn:
    return (
        (phone.e164 if phone.extension is None else (phone.e164, phone.extension), number)
        for number, contact in enumerate(view.contacts)
        for phone in contact.phones
        if not is_personal(phone)
    )


RULE: Final = MatchRule(
    code="match.same-name-landline",
    field="phones",
    keys=_keys,
    weights={NameAgreement.SAME: 1.0},
)
