"""Why digits are no number: one code that says what is wrong, with counts only.

Lengths are those of the country's numbering plan, compared after the trunk prefix is off; whether a number is merely
"possible" is never asked. Like everything that is asked of numbers, this may be asked of a beginning (see `shape`).

>>> from contactbase.normalize.phones.resolving import FastPlans, Resolver
>>> plans, shape = FastPlans(), Shape("061234567", 9)
>>> diagnose(shape, Resolver("FR", plans).resolve(shape), "FR", plans)
('phone.too-short', (('digits', 9),))
"""

from __future__ import annotations

from typing import Final

from contactbase.normalize.phones import reference
from contactbase.normalize.phones.numbering_plan import Territory
from contactbase.normalize.phones.ranges import is_filler_text, starts_filler_text
from contactbase.normalize.phones.resolving import Answer, Plans
from contactbase.normalize.phones.shape import Shape, UndecidedError

__all__ = ["Diagnosis", "diagnose"]

Diagnosis = tuple[str, tuple[tuple[str, str | int], ...]]

_LONGEST_SHORT_CODE: Final = 6
_FEWEST_FOREIGN: Final = 10
_LONGEST_ANYWHERE: Final = 15
_FEWEST_ANYWHERE: Final = 4


def diagnose(shape: Shape, answer: Answer | None, region: str, plans: Plans) -> Diagnosis:
    """Say why digits, after an optional plus sign, are no valid number of any country that may be meant."""
    plus = shape.known[:1] == "+"
    if _is_filler(shape, int(plus)):
        return "phone.placeholder", ()
    if not plus and shape.size <= _LONGEST_SHORT_CODE and _is_short_code(shape, region):
        return "phone.short-code", ()
    counted = (("digits", shape.size - plus),)
    if answer is None:
        return _refused(shape, region, plans), counted
    home = plans.territory(region)
    at_home = home is not None and home.code == answer.calling_code
    foreign = _meant_abroad(shape, region, plans) if at_home and not plus else None
    if foreign is not None:
        return "phone.foreign-without-plus", (("region", foreign),)
    if answer.rewritten is not None:
        shape, start = Shape(answer.rewritten, len(answer.rewritten)), 0
    else:
        start = answer.start
    if _is_filler(shape, start):
        return "phone.placeholder", ()
    territory = home if at_home else plans.main_territory(answer.calling_code)
    return "phone.bad-prefix" if territory is None else _misfit(shape, start, territory), counted


def _is_filler(shape: Shape, at: int) -> bool:
    digits = shape.known[at:]
    if shape.complete:
        return is_filler_text(digits)
    if starts_filler_text(digits):
        raise UndecidedError
    return False


def _is_short_code(shape: Shape, region: str) -> bool:
    if not shape.complete:
        raise UndecidedError
    return reference.is_short_code(shape.known, region)


def _misfit(shape: Shape, at: int, territory: Territory) -> str:
    """Compare a national number with the lengths of its plan."""
    start = territory.after_trunk(shape, at)
    length = shape.size - (at if start is None else start)
    if length in territory.local_lengths:
        return "phone.area-code-missing"
    if length < territory.lengths[0]:
        return "phone.too-short"
    if length > territory.lengths[-1]:
        return "phone.too-long"
    return "phone.bad-prefix" if length in territory.lengths else "phone.wrong-length"


def _meant_abroad(shape: Shape, region: str, plans: Plans) -> str | None:
    """Give the country in which digits would be valid if a plus sign stood before them."""
    if shape.size < _FEWEST_FOREIGN or shape.starts_with("0", 0):
        return None
    if not shape.complete:
        raise UndecidedError
    reading = plans.read(Shape("+" + shape.known, shape.size + 1), region)
    if reading is None or reading.kind is None:
        return None
    return reading.region or f"+{reading.calling_code}"


def _refused(shape: Shape, region: str, plans: Plans) -> str:
    """Say why libphonenumber parses nothing here."""
    home = plans.territory(region)
    plus = shape.known[:1] == "+"
    if shape.size - plus > _LONGEST_ANYWHERE:
        return "phone.too-long"
    if shape.size - plus < _FEWEST_ANYWHERE:
        return "phone.too-short"
    abroad = None if home is None else home.international_prefix(shape)
    if home is not None and not plus and abroad is None:
        return "phone.bad-prefix"
    return (
        "phone.too-short" if abroad is not None and shape.size - abroad < _FEWEST_ANYWHERE else "phone.country-unknown"
    )
