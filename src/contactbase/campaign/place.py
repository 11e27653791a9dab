"""Where a recipient's clock and calendar are: the IANA zones that may be theirs and the holidays they keep.

An address says more than a number (a mobile of mainland France may live in Réunion), so both are asked, and a message
goes out only at an hour that is allowed in every zone that may be the right one. Numbers overseas are told by their
region, numbers of countries with several zones by libphonenumber's table of prefixes. Holidays are those of the
address, else of the number's region; only France's are known here, so a recipient elsewhere has none.

>>> from contactbase.model.enums import PhoneKind
>>> place_of_phone(Phone("+262692123456", PhoneKind.MOBILE, "RE")).zones
('Indian/Reunion',)
>>> place_of(Contact(id="c-1", postcode="67000", phones=(Phone("+33612345678", PhoneKind.MOBILE, "FR"),))).territory
'alsace-moselle'
"""

from __future__ import annotations

from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import attrs

from contactbase.errors import MessageError
from contactbase.model.contact import Contact, Phone
from contactbase.policy.countries.fr_holidays import CALENDARS, TERRITORY_OF_REGION, ZONES, territory_of_postcode
from contactbase.policy.holidays import HolidayCalendar

__all__ = ["Place", "place_of", "place_of_phone", "territory"]

_UNKNOWN: Final = "Etc/Unknown"


@attrs.frozen(kw_only=True)
class Place:
    """Zones that may be the recipient's, in alphabetical order, and the holidays kept there (None: none known).

    `assumed`: nothing told the zone, so the default was taken. `territory` names the part of France, if it is one.
    """

    zones: tuple[str, ...]
    holidays: HolidayCalendar | None = None
    territory: str | None = None
    assumed: bool = False

    def __attrs_post_init__(self) -> None:
        if not self.zones:
            raise MessageError('A place needs a time zone. Give one, such as "Europe/Paris".')
        for zone in self.zones:
            try:
                ZoneInfo(zone)
            except (ZoneInfoNotFoundError, ValueError, OSError):
                raise MessageError(
                    f'There is no time zone {zone!r}. Give an IANA name, such as "Europe/Paris".'
                ) from None


_TERRITORIES: Final = {
    name: Place(zones=ZONES[name], holidays=calendar, territory=name) for name, calendar in CALENDARS.items()
}


def territory(name: str) -> Place:
    """Give a territory of France by its name, such as `alsace-moselle`; MessageError lists the names there are."""
    if name not in _TERRITORIES:
        raise MessageError(f"There is no territory {name!r}. There are: {', '.join(_TERRITORIES)}.")
    return _TERRITORIES[name]


def place_of_phone(phone: Phone, *, default: str = "Europe/Paris") -> Place:
    """Give the place that a number tells; `default` is the zone where it tells none."""
    name = TERRITORY_OF_REGION.get(phone.region or "")
    if name is not None:
        return territory(name)
    zones = _zones_of_prefix(phone.e164)
    return Place(zones=zones or (default,), assumed=not zones)


def place_of(contact: Contact, *, default: str = "Europe/Paris") -> Place:
    """Give the place that address and mobile number tell together."""
    lives = _territory_of_address(contact)
    told = [territory(lives)] if lives is not None else []
    told += [place_of_phone(phone, default=default) for phone in contact.phones[:1]]
    sure = [place for place in told if not place.assumed]
    if not sure:
        return told[0] if told else Place(zones=(default,), assumed=True)
    zones = sorted({zone for place in sure for zone in place.zones})
    if len(zones) == len(sure[0].zones):
        return sure[0]
    return Place(zones=tuple(zones), holidays=sure[0].holidays, territory=sure[0].territory)


def _territory_of_address(contact: Contact) -> str | None:
    """Give the part of France of an address: by its country overseas, else by its postcode or department."""
    country = contact.country or "FR"
    if country not in TERRITORY_OF_REGION:
        return None
    if country != "FR":
        return TERRITORY_OF_REGION[country]
    code = contact.postcode or contact.department
    return territory_of_postcode(code) if code else None


def _zones_of_prefix(e164: str) -> tuple[str, ...]:
    from phonenumbers import NumberParseException, parse  # noqa: PLC0415 - phonenumbers loads when first used
    from phonenumbers.timezone import time_zones_for_number  # noqa: PLC0415 - the same

    try:
        zones = time_zones_for_number(parse(e164))
    except NumberParseException:
        return ()
    return tuple(sorted(zone for zone in zones if zone != _UNKNOWN and _exists(zone)))


def _exists(zone: str) -> bool:
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
