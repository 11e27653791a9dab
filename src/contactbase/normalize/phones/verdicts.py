"""Whether a national number is valid, of which kind and in which region: the verdict of a calling code's metadata.

The order is libphonenumber's: the regions of the calling code one after the other (a region that names its leading
digits is alone responsible for them), in a region the general pattern, then the kinds in the order of `number_type`.

>>> verdicts = Verdicts(33, 9)
>>> verdicts.over(Shape("612345678", 9), 0), verdicts.over(Shape("712", 9), 0)
((<PhoneKind.MOBILE: 'mobile'>, 'FR'), (None, None))
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from phonenumbers.phonemetadata import REGION_CODE_FOR_NON_GEO_ENTITY, PhoneMetadata, PhoneNumberDesc
from phonenumbers.phonenumberutil import COUNTRY_CODE_TO_REGION_CODE

from contactbase.model.enums import PhoneKind
from contactbase.normalize.phones.shape import Pattern, Shape, UndecidedError

__all__ = ["Verdict", "Verdicts"]

Verdict = tuple[PhoneKind | None, str | None]
_MOST: Final = 1 << 12
_INVALID: Final[Verdict] = (None, None)
_KINDS: Final = (
    ("premium_rate", PhoneKind.PREMIUM_RATE),
    ("toll_free", PhoneKind.TOLL_FREE),
    ("shared_cost", PhoneKind.SHARED_COST),
    ("voip", PhoneKind.VOIP),
    ("personal_number", PhoneKind.PERSONAL),
    ("pager", PhoneKind.PAGER),
    ("uan", PhoneKind.UAN),
    ("voicemail", PhoneKind.VOICEMAIL),
)


class _Kind(NamedTuple):
    """The patterns that must all take a number, and the kind it then is."""

    needs: tuple[Pattern, ...]
    kind: PhoneKind


class _Region(NamedTuple):
    """What one region of a calling code says about numbers of one length."""

    name: str | None
    leading: Pattern | None
    general: Pattern
    kinds: tuple[_Kind, ...]


class Verdicts:
    """The verdicts over the national numbers of one calling code and one length."""

    __slots__ = ("_decided", "_fullmatch", "_outcomes", "_regions")

    def __init__(self, calling_code: int, length: int) -> None:
        """Collect the patterns; the regular expression is written when a complete number comes."""
        self._regions = tuple(_regions(calling_code, length))
        self._decided: dict[str, Verdict | None] = {}
        self._outcomes: tuple[Verdict, ...] = ()
        self._fullmatch: Callable[[str, int], re.Match[str] | None] | None = None

    def over(self, shape: Shape, at: int) -> Verdict:
        """Give kind and region of the national number from a position on; (None, None) if it is not valid."""
        if shape.complete:
            return self._over_complete(shape.known, at)
        beginning = shape.known[at:]
        if beginning not in self._decided:
            if len(self._decided) >= _MOST:
                self._decided.clear()
            try:
                self._decided[beginning] = self._over_beginning(shape, at)
            except UndecidedError:
                self._decided[beginning] = None
        verdict = self._decided[beginning]
        if verdict is None:
            raise UndecidedError
        return verdict

    def _over_beginning(self, shape: Shape, at: int) -> Verdict:
        for region in self._regions:
            if region.leading is not None and not region.leading.begins(shape, at):
                continue
            kind = _kind_in(region, shape, at)
            if kind is not None:
                return kind, region.name
            if region.leading is not None:
                return _INVALID
        return _INVALID

    def _over_complete(self, digits: str, at: int) -> Verdict:
        if self._fullmatch is None:
            outcomes: list[Verdict] = [_INVALID]
            written = "|".join(_expression(region, outcomes) for region in self._regions)
            self._outcomes = tuple(outcomes)
            self._fullmatch = re.compile(written or "(?!)", re.ASCII).fullmatch
        found = self._fullmatch(digits, at)
        return _INVALID if found is None else self._outcomes[found.lastindex or 0]


def _kind_in(region: _Region, shape: Shape, at: int) -> PhoneKind | None:
    if region.kinds and region.general.takes(shape, at):
        for kind in region.kinds:
            if all(pattern.takes(shape, at) for pattern in kind.needs):
                return kind.kind
    return None


def _expression(region: _Region, outcomes: list[Verdict]) -> str:
    """Write a region as one alternative with a group for each outcome, and add the outcomes in the same order."""
    kinds = []
    for kind in region.kinds:
        *others, last = (pattern.source for pattern in kind.needs)
        kinds.append("(" + "".join(rf"(?=(?:{other})\Z)" for other in others) + rf"(?:{last}))")
        outcomes.append((kind.kind, region.name))
    valid = rf"(?=(?:{region.general.source})\Z)(?:{'|'.join(kinds) or '(?!)'})"
    if region.leading is None:
        return valid
    outcomes.append(_INVALID)
    return rf"(?={region.leading.source})(?:{valid}|(\d*))"


def _regions(calling_code: int, length: int) -> Iterator[_Region]:
    names = COUNTRY_CODE_TO_REGION_CODE.get(calling_code, ())
    for name in names:
        metadata = PhoneMetadata.metadata_for_region_or_calling_code(calling_code, name)
        general = None if metadata is None else metadata.general_desc
        if metadata is None or general is None or not general.national_number_pattern:
            continue
        leading = metadata.leading_digits if len(names) > 1 else None
        yield _Region(
            None if name == REGION_CODE_FOR_NON_GEO_ENTITY else name,
            Pattern(f"(?:{leading})") if leading else None,
            Pattern(general.national_number_pattern),
            tuple(_kinds(metadata, length)) if _has_length(general, length) else (),
        )


def _kinds(metadata: PhoneMetadata, length: int) -> Iterator[_Kind]:
    for name, kind in _KINDS:
        pattern = _pattern(getattr(metadata, name), length)
        if pattern is not None:
            yield _Kind((pattern,), kind)
    fixed, mobile = _pattern(metadata.fixed_line, length), _pattern(metadata.mobile, length)
    if fixed is not None and metadata.same_mobile_and_fixed_line_pattern:
        yield _Kind((fixed,), PhoneKind.FIXED_LINE_OR_MOBILE)
        return
    if fixed is not None:
        if mobile is not None:
            yield _Kind((mobile, fixed), PhoneKind.FIXED_LINE_OR_MOBILE)
        yield _Kind((fixed,), PhoneKind.FIXED_LINE)
    if mobile is not None and not metadata.same_mobile_and_fixed_line_pattern:
        yield _Kind((mobile,), PhoneKind.MOBILE)


def _pattern(described: PhoneNumberDesc | None, length: int) -> Pattern | None:
    if described is None or not described.national_number_pattern or not _has_length(described, length):
        return None
    return Pattern(described.national_number_pattern)


def _has_length(described: PhoneNumberDesc, length: int) -> bool:
    return not described.possible_length or length in described.possible_length
