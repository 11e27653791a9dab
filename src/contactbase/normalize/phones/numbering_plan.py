"""The numbering plans of libphonenumber: what a string of digits is, in the region in which it was written.

This is libphonenumber's own way from `parse` to `number_type`, over its own metadata, for strings of digits: strip
the international prefix, find the calling code, strip the trunk prefix, compare lengths, then ask for the verdict.
Nothing is written down here that the metadata says. What is not read here (a plan that rewrites digits, such as the
Argentine 15, and most of what `parse` refuses) gives None, and libphonenumber itself is asked.

>>> plans = NumberingPlans()
>>> plans.read(Shape("0612345678", 10), "FR")
Reading(calling_code=33, start=1, kind=<PhoneKind.MOBILE: 'mobile'>, region='FR', rewritten=None)
>>> plans.read(Shape("0612", 10), "FR") == plans.read(Shape("0612345678", 10), "FR")
True
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from phonenumbers.phonemetadata import PhoneMetadata, PhoneNumberDesc
from phonenumbers.phonenumberutil import (
    COUNTRY_CODE_TO_REGION_CODE,
    PhoneNumberFormat,
    PhoneNumberType,
    example_number_for_type,
    format_number,
)

from contactbase.model.enums import PhoneKind
from contactbase.normalize.phones.shape import Pattern, Shape, UndecidedError
from contactbase.normalize.phones.verdicts import Verdicts

__all__ = ["REFUSED", "NumberingPlans", "Reading", "Territory"]

_SHORTEST: Final = 4
_SHORTEST_NATIONAL: Final = 2
_LONGEST_NATIONAL: Final = 17
_LONGEST_CODE: Final = 3
_WRITTEN: Final = (PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE)
_CHOICE_OF_DIGITS: Final = re.compile(r"\d+(?:\|\d+)*")


class Reading(NamedTuple):
    """What a string says: its calling code, where its national number starts, the kind and region of that number.

    `kind` is None when the number is not valid; `region` is None also for codes that belong to no country.
    `rewritten` is the national number where it is not what stands from `start` on.
    """

    calling_code: int
    start: int
    kind: PhoneKind | None = None
    region: str | None = None
    rewritten: str | None = None

    def national(self, digits: str) -> str:
        """Give the national number that was read in `digits`."""
        return digits[self.start :] if self.rewritten is None else self.rewritten


REFUSED: Final = Reading(0, 0)
"""What libphonenumber parses nothing in."""


class Territory:
    """How numbers are written in one region: its prefixes and lengths."""

    __slots__ = (
        *("_odd_trunk", "_region", "_rewrites", "_writes_zero", "code", "general", "international", "lengths"),
        *("local_lengths", "trunks"),
    )

    def __init__(self, metadata: PhoneMetadata, general: PhoneNumberDesc) -> None:
        """Take what writing needs out of a region's metadata and its general description."""
        self._region = metadata.id
        self._writes_zero: bool | None = None
        self.code = metadata.country_code or 0
        self.general = Pattern(general.national_number_pattern or "")
        self.lengths = tuple(general.possible_length)
        self.local_lengths = tuple(general.possible_length_local_only)
        self.international = Pattern(metadata.international_prefix) if metadata.international_prefix else None
        trunk = metadata.national_prefix_for_parsing or ""
        plain = _CHOICE_OF_DIGITS.fullmatch(trunk) is not None
        self.trunks: tuple[str, ...] = tuple(trunk.split("|")) if plain else ()
        self._odd_trunk = Pattern(trunk) if trunk and not plain else None
        self._rewrites = bool(metadata.national_prefix_transform_rule)

    @property
    def has_trunk(self) -> bool:
        """Whether national numbers are dialled with a prefix that is no part of them."""
        return bool(self.trunks) or self._odd_trunk is not None

    @property
    def writes_zero(self) -> bool:
        """Whether people here write a zero before the national number, going by the example numbers."""
        if self._writes_zero is None:
            examples = (example_number_for_type(self._region, kind) for kind in _WRITTEN)
            shown = [format_number(example, PhoneNumberFormat.NATIONAL) for example in examples if example is not None]
            self._writes_zero = bool(shown) and all(text.lstrip("(").startswith("0") for text in shown)
            self._writes_zero &= "0" in self.trunks
        return self._writes_zero

    @property
    def written_lengths(self) -> frozenset[int]:
        """How many digits numbers have here, written with or without trunk prefix and calling code."""
        leads = {0, len(str(self.code))} | {
            len(lead) for trunk in self.trunks for lead in (trunk, f"{self.code}{trunk}")
        }
        return frozenset(length + lead for length in self.lengths for lead in leads)

    def international_prefix(self, shape: Shape) -> int | None:
        """Give where the international prefix of a number ends; None if it has none."""
        if self.international is None or not self.international.begins(shape, 0):
            return None
        end = self.international.end(shape, 0)
        return None if end is None or shape.digit(end) == "0" else end

    def allows(self, length: int) -> bool:
        """Tell whether a trunk prefix is stripped when this many digits remain: a possible length, or too many."""
        return length not in self.local_lengths and (length in self.lengths or length > self.lengths[-1])

    def is_too_long(self, length: int) -> bool:
        """Tell whether no number of the region has so many digits."""
        return length not in self.local_lengths and length > self.lengths[-1]

    def after_trunk(self, shape: Shape, at: int) -> int | None:
        """Give where the number starts once its trunk prefix is stripped; None where digits would be rewritten."""
        end = self._trunk_end(shape, at)
        if end is None or end == at:
            return end
        try:
            if not self.general.takes(shape, at):
                return end
        except UndecidedError:
            if self.general.takes(shape, end):
                return end
            raise
        return end if self.general.takes(shape, end) else at

    def _trunk_end(self, shape: Shape, at: int) -> int | None:
        for trunk in self.trunks:
            if shape.starts_with(trunk, at):
                return at + len(trunk)
        if self._odd_trunk is None or at >= shape.size or not self._odd_trunk.begins(shape, at):
            return at
        return self._odd_trunk.end(shape, at, rewrites=self._rewrites)


class NumberingPlans:
    """The plans of all regions, each loaded when it is first asked for."""

    def __init__(self) -> None:
        """Start with nothing loaded."""
        self._territories: dict[str, Territory | None] = {}
        self._main_territories: dict[int, Territory | None] = {}
        self._verdicts: dict[tuple[int, int], Verdicts] = {}

    def read(self, shape: Shape, region: str) -> Reading | None:
        """Read digits, after an optional plus sign, as written in a region; None where libphonenumber must be asked."""
        if shape.known[:1] == "+":
            return self._abroad(shape, 1)
        home = self.territory(region)
        if home is None or shape.size < _SHORTEST:
            return None
        end = home.international_prefix(shape)
        if end is not None:
            return self._abroad(shape, end)
        return self._at_home(shape, home)

    def territory(self, region: str) -> Territory | None:
        """Give how numbers are written in a region; None for one that libphonenumber does not know."""
        if region not in self._territories:
            self._territories[region] = _territory(PhoneMetadata.metadata_for_region(region))
        return self._territories[region]

    def main_territory(self, calling_code: int) -> Territory | None:
        """Give how numbers are written in the first region of a calling code."""
        if calling_code not in self._main_territories:
            name = COUNTRY_CODE_TO_REGION_CODE[calling_code][0]
            metadata = PhoneMetadata.metadata_for_region_or_calling_code(calling_code, name)
            self._main_territories[calling_code] = _territory(metadata)
        return self._main_territories[calling_code]

    def verdicts(self, calling_code: int, length: int) -> Verdicts:
        """Give the verdicts over the national numbers of a calling code and a length."""
        key = (calling_code, length)
        if key not in self._verdicts:
            self._verdicts[key] = Verdicts(calling_code, length)
        return self._verdicts[key]

    def _at_home(self, shape: Shape, home: Territory) -> Reading | None:
        code = str(home.code)
        if shape.starts_with(code, 0):
            start = home.after_trunk(shape, len(code))
            if start is None:
                return None
            if home.is_too_long(shape.size) or (not home.general.takes(shape, 0) and home.general.takes(shape, start)):
                return self._national(shape, start, self.main_territory(home.code))
        return self._national(shape, 0, home)

    def _abroad(self, shape: Shape, at: int) -> Reading | None:
        if shape.size - at < _SHORTEST or shape.digit(at) == "0":
            return None
        for width in range(1, _LONGEST_CODE + 1):
            shape.digit(at + width - 1)
            code = int(shape.known[at : at + width])
            if code in COUNTRY_CODE_TO_REGION_CODE:
                return self._national(shape, at + width, self.main_territory(code))
        return None

    def _national(self, shape: Shape, at: int, territory: Territory | None) -> Reading | None:
        if territory is None or shape.size - at < _SHORTEST_NATIONAL:
            return None
        start = territory.after_trunk(shape, at)
        if start is None:
            return None
        if not territory.allows(shape.size - start):
            start = at
        if shape.size - start > _LONGEST_NATIONAL:
            return REFUSED
        kind, region = self.verdicts(territory.code, shape.size - start).over(shape, start)
        return Reading(territory.code, start, kind, region)


def _territory(metadata: PhoneMetadata | None) -> Territory | None:
    general = None if metadata is None else metadata.general_desc
    if metadata is None or general is None or not general.national_number_pattern or not general.possible_length:
        return None
    return Territory(metadata, general)
