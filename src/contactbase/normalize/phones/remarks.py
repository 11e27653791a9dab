"""What there is to find in a valid number: how it had to be understood, and whether it suits its field.

>>> from contactbase.model.enums import PhoneKind
>>> [finding.code for finding in remarks((), PhoneKind.FIXED_LINE, "FR", "mobile")]
['phone.landline-as-mobile']
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from contactbase.model.enums import PhoneKind
from contactbase.model.journal import Finding, finding

__all__ = ["remarks"]

_NAMING_THE_REGION: Final = frozenset({"phone.overseas", "phone.foreign-prefix"})
_MAY_TAKE_SMS: Final = frozenset(
    {PhoneKind.MOBILE, PhoneKind.FIXED_LINE_OR_MOBILE, PhoneKind.PERSONAL, PhoneKind.PAGER}
)


def remarks(
    codes: tuple[str, ...], kind: PhoneKind | None, region: str | None, field: str | None
) -> tuple[Finding, ...]:
    """Give the findings of a valid number: the codes of its answer, then what does not suit its field."""
    said = []
    for code in dict.fromkeys((*codes, *_misfits(kind, field))):
        if code in _NAMING_THE_REGION:
            said.append(finding(code, field=field, region=region or "001"))
        else:
            said.append(finding(code, field=field))
    return tuple(said)


def _misfits(kind: PhoneKind | None, field: str | None) -> Iterator[str]:
    if kind is PhoneKind.PREMIUM_RATE:
        yield "phone.premium-rate"
    if field == "landline" and kind is PhoneKind.MOBILE:
        yield "phone.mobile-as-landline"
    elif field == "mobile" and kind is PhoneKind.FIXED_LINE:
        yield "phone.landline-as-mobile"
    elif field == "mobile" and kind not in _MAY_TAKE_SMS:
        yield "phone.not-mobile"
