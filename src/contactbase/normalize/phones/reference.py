"""What libphonenumber itself says of a string of digits, in the words of `numbering_plan`.

>>> read("0612345678", "FR")
Reading(calling_code=33, start=1, kind=<PhoneKind.MOBILE: 'mobile'>, region='FR', rewritten=None)
>>> read("011 15 2345 6789", "AR").rewritten
'91123456789'
"""

from __future__ import annotations

from typing import Final

from phonenumbers.phonemetadata import REGION_CODE_FOR_NON_GEO_ENTITY
from phonenumbers.phonenumberutil import (
    NumberParseException,
    PhoneNumberType,
    national_significant_number,
    number_type,
    parse,
    region_code_for_number,
)
from phonenumbers.shortnumberinfo import is_valid_short_number_for_region

from contactbase.model.enums import PhoneKind
from contactbase.normalize.phones.numbering_plan import Reading

__all__ = ["is_short_code", "read"]

_KINDS: Final = {
    PhoneNumberType.FIXED_LINE: PhoneKind.FIXED_LINE,
    PhoneNumberType.MOBILE: PhoneKind.MOBILE,
    PhoneNumberType.FIXED_LINE_OR_MOBILE: PhoneKind.FIXED_LINE_OR_MOBILE,
    PhoneNumberType.TOLL_FREE: PhoneKind.TOLL_FREE,
    PhoneNumberType.PREMIUM_RATE: PhoneKind.PREMIUM_RATE,
    PhoneNumberType.SHARED_COST: PhoneKind.SHARED_COST,
    PhoneNumberType.VOIP: PhoneKind.VOIP,
    PhoneNumberType.PERSONAL_NUMBER: PhoneKind.PERSONAL,
    PhoneNumberType.PAGER: PhoneKind.PAGER,
    PhoneNumberType.UAN: PhoneKind.UAN,
    PhoneNumberType.VOICEMAIL: PhoneKind.VOICEMAIL,
}


def read(number: str, region: str) -> Reading | None:
    """Read a number as written in a region; None for what libphonenumber refuses to parse."""
    try:
        parsed = parse(number, region)
    except NumberParseException:
        return None
    national = national_significant_number(parsed)
    kind = _KINDS.get(number_type(parsed))
    place = region_code_for_number(parsed) if kind is not None else None
    return Reading(
        parsed.country_code or 0,
        len(number) - len(national) if number.endswith(national) else 0,
        kind,
        None if place == REGION_CODE_FOR_NON_GEO_ENTITY else place,
        None if number.endswith(national) else national,
    )


def is_short_code(digits: str, region: str) -> bool:
    """Tell whether digits are a short code that can be dialled in a region (3639, 118218, 36665)."""
    try:
        parsed = parse(digits, region)
    except NumberParseException:
        return False
    return is_valid_short_number_for_region(parsed, region)
