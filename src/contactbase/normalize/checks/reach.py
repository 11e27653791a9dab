"""Whether a contact can be reached as it says: on its preferred channel, by a number of its country.

A number that may be a mobile as well as a landline counts as both. Regions that share a calling code (Great Britain and
Jersey, the United States and Canada) and the parts of France count as one country.

>>> from contactbase.model.contact import Phone
>>> fixed = (Phone("+33199000001", PhoneKind.FIXED_LINE, "FR"),)
>>> [found.message for found in CHANNEL.run({"preferred_channel": Channel.SMS, "phones": fixed}, dt.date(2026, 1, 1))]
['The preferred channel is sms, but the contact has no usable address for it.']
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Final

from phonenumbers import country_code_for_region

from contactbase.model.enums import Channel, PhoneKind
from contactbase.normalize.checks.check import NOTHING, ContactCheck, Findings, Known
from contactbase.normalize.data.postcodes import FRENCH
from contactbase.normalize.remark import remark

__all__ = ["CHANNEL", "COUNTRY_OF_PHONES"]

_MOBILE: Final = PhoneKind.MOBILE
_TEXTABLE: Final = frozenset({_MOBILE, PhoneKind.FIXED_LINE_OR_MOBILE, PhoneKind.UNKNOWN})


def _textable(known: Known) -> bool:
    for phone in known.get("phones", ()):
        kind = phone.kind
        if kind is _MOBILE or kind in _TEXTABLE:
            return True
    return False


_HAS_ADDRESS: Final[Mapping[Channel, Callable[[Known], bool]]] = {
    Channel.SMS: _textable,
    Channel.EMAIL: lambda known: "emails" in known,
    Channel.POST: lambda known: "address" in known and ("postcode" in known or "city" in known),
    Channel.PHONE: lambda known: "phones" in known,
}


def _channel(known: Known, _as_of: dt.date) -> Findings:
    channel: Channel = known["preferred_channel"]
    if _HAS_ADDRESS[channel](known):
        return NOTHING
    return (remark("check.preferred-channel-unreachable", "preferred_channel", channel=channel.value),)


def _country_of_phones(known: Known, _as_of: dt.date) -> Findings:
    country: str = known["country"]
    region = country
    for phone in known["phones"]:
        region = phone.region
        if region == country or region is None:
            return NOTHING
    if _one_country(country, region):
        return NOTHING
    return (remark("check.country-and-phones", "country", country=country, region=region),)


def _one_country(one: str, other: str) -> bool:
    if one in FRENCH and other in FRENCH:
        return True
    code: int = country_code_for_region(one)
    return code == 0 or code == country_code_for_region(other)


CHANNEL: Final = ContactCheck("preferred-channel", ("preferred_channel",), _channel)
COUNTRY_OF_PHONES: Final = ContactCheck("country-of-phones", ("country", "phones"), _country_of_phones)
