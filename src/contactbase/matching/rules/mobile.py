"""The same mobile number in E.164: a personal value, though couples and children share one.

So the names must agree; a contact without any name is for review. Numbers of the North American plan do not tell
mobiles from landlines and count as mobiles.

>>> from contactbase.model.contact import Contact, Phone
>>> list(RULE.keys(View.of([Contact(id="c-1", phones=(Phone("+33612345678", PhoneKind.MOBILE),))])))
[('+33612345678', 0)]
"""

from __future__ import annotations

from typing import Final

from contactbase.matching.names import NameAgreement
from contactbase.matching.rule import MatchRule
from contactbase.matching.view import KeyColumn, View
from contactbase.model.contact import Phone
from contactbase.model.enums import PhoneKind

__all__ = ["RULE", "is_personal"]

_PERSONAL: Final = frozenset({PhoneKind.MOBILE, PhoneKind.FIXED_LINE_OR_MOBILE})


def is_personal(phone: Phone) -> bool:
    """Tell whether a number belongs to a person rather than to a home or an office."""
    return phone.kind in _PERSONAL and phone.extension is None


def _keys(view: View) -> KeyColumn:
    return (
        (phone.e164, number)
        for number, contact in enumerate(view.contacts)
        for phone in contact.phones
        if phone.kind in _PERSONAL and phone.extension is None
    )


RULE: Final = MatchRule(
    code="match.same-mobile",
    field="phones",
    keys=_keys,
    weights={
        NameAgreement.SAME: 1.0,
        NameAgreement.CLOSE: 1.0,
        NameAgreement.PARTIAL: 1.0,
        NameAgreement.ABSENT: 0.5,
        NameAgreement.RENAMED: 0.85,
        NameAgreement.UNSURE: 0.2,
    },
)
