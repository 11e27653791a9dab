"""One number, whatever it takes to understand it: the plan of its region, then the repairs that have one answer only.

A number that is valid as written is never touched. Otherwise, in this order, and only if exactly one answer is valid:
the countries that dial as one with its own (overseas France), an international prefix brought along from elsewhere,
the leading zero that a spreadsheet took from a plan in which it belongs to the number. Every repair leaves its code.
Written over shapes, so that the fast path can ask the same of a beginning.

>>> resolver = Resolver("FR", FastPlans())
>>> answer = resolver.resolve(Shape("0692123456", 10))
>>> answer.calling_code, answer.region, answer.codes
(262, 'RE', ('phone.overseas',))
"""

from __future__ import annotations

from typing import NamedTuple, Protocol

from contactbase.model.enums import PhoneKind
from contactbase.normalize.phones import reference
from contactbase.normalize.phones.numbering_plan import REFUSED, NumberingPlans, Reading, Territory
from contactbase.normalize.phones.ranges import (
    ALSO_OVERSEAS,
    AUTOMATED_CALLERS,
    AUTOMATED_WIDTH,
    FOREIGN_PREFIXES,
    TIED_TO_A_PLACE,
    retried_codes,
)
from contactbase.normalize.phones.shape import Shape, UndecidedError
from contactbase.normalize.phones.verdicts import Verdict

__all__ = ["Answer", "FastPlans", "Plans", "ReferencePlans", "Resolver"]


class Plans(Protocol):
    """Who is asked what a string of digits is."""

    def read(self, shape: Shape, region: str) -> Reading | None:
        """Read digits, after an optional plus sign; None for what is no number at all."""

    def verdict(self, calling_code: int, shape: Shape, start: int) -> Verdict:
        """Give kind and region of a national number under a calling code."""

    def territory(self, region: str) -> Territory | None:
        """Give how numbers are written in a region."""

    def main_territory(self, calling_code: int) -> Territory | None:
        """Give how numbers are written in the first region of a calling code."""


class FastPlans:
    """libphonenumber's metadata, and libphonenumber itself where the metadata alone does not say."""

    def __init__(self) -> None:
        """Start with nothing loaded."""
        self._plans = NumberingPlans()
        self.territory = self._plans.territory
        self.main_territory = self._plans.main_territory

    def read(self, shape: Shape, region: str) -> Reading | None:
        """Read digits, after an optional plus sign; None for what is no number at all."""
        reading = self._plans.read(shape, region)
        if reading is not None:
            return None if reading is REFUSED else reading
        if not shape.complete:
            raise UndecidedError
        return reference.read(shape.known, region)

    def verdict(self, calling_code: int, shape: Shape, start: int) -> Verdict:
        """Give kind and region of a national number under a calling code."""
        return self._plans.verdicts(calling_code, shape.size - start).over(shape, start)


class ReferencePlans:
    """libphonenumber alone: slow, and what the fast plans are compared with."""

    def __init__(self) -> None:
        """Keep the territories, which say how a number was written and nothing about its validity."""
        plans = NumberingPlans()
        self.territory = plans.territory
        self.main_territory = plans.main_territory

    def read(self, shape: Shape, region: str) -> Reading | None:
        """Ask libphonenumber."""
        return reference.read(shape.known, region)

    def verdict(self, calling_code: int, shape: Shape, start: int) -> Verdict:
        """Ask libphonenumber, in the international form."""
        reading = reference.read(f"+{calling_code}{shape.known[start:]}", "")
        return (None, None) if reading is None else (reading.kind, reading.region)


class Answer(NamedTuple):
    """A valid number, or the reading of one that is not (`kind` None), and the codes of what was done to get there."""

    calling_code: int
    start: int
    kind: PhoneKind | None
    region: str | None
    rewritten: str | None = None
    codes: tuple[str, ...] = ()

    def national(self, digits: str) -> str:
        """Give the national number that was read in `digits`."""
        return digits[self.start :] if self.rewritten is None else self.rewritten


class Resolver:
    """Understands single numbers as written in one region."""

    __slots__ = ("_home", "_plans", "_region")

    def __init__(self, region: str, plans: Plans) -> None:
        """Bind the region in which numbers without a calling code are read."""
        self._region = region
        self._plans = plans
        self._home = plans.territory(region)

    def resolve(self, shape: Shape) -> Answer | None:
        """Understand one number; None for what is no number at all."""
        reading = self._plans.read(shape, self._region)
        if reading is None:
            return self._repaired(shape)
        if reading.kind is not None:
            return Answer(*reading, self._spelling(shape, reading) + self._remarks(shape, reading))
        return self._overseas(shape, reading) or self._repaired(shape) or Answer(*reading)

    def resolve_digits(self, number: str) -> Answer | None:
        """Understand digits, after an optional plus sign."""
        return self.resolve(Shape(number, len(number)))

    def _spelling(self, shape: Shape, reading: Reading) -> tuple[str, ...]:
        """Tell what had to be added to a number or left out of it."""
        if reading.rewritten is not None:
            return ("phone.rewritten",)
        home, lead, code = self._home, shape.known[: reading.start], str(reading.calling_code)
        if lead[:1] == "+":
            return _left_out(lead, f"+{code}")
        if home is None or lead in home.trunks:
            return ()
        if not lead:
            return ("phone.restored-zero",) if home.writes_zero else ()
        prefix_end = home.international_prefix(shape)
        if prefix_end is not None:
            return _left_out(lead, lead[:prefix_end] + code)
        return ("phone.plus-missing", *_left_out(lead, code)) if lead.startswith(code) else ("phone.trunk-prefix",)

    def _remarks(self, shape: Shape, reading: Reading) -> tuple[str, ...]:
        """Tell what is odd about a valid number."""
        if reading.kind not in TIED_TO_A_PLACE or reading.rewritten is not None:
            return ()
        if _is_automated(shape, reading):
            return ("phone.automated-caller",)
        home = self._home
        names_no_country = home is not None and shape.known[: reading.start] in ("", *home.trunks)
        overlaps = names_no_country and (_is_also_overseas(shape, reading) or self._elsewhere(shape, reading))
        return ("phone.overseas-overlap",) if overlaps else ()

    def _overseas(self, shape: Shape, reading: Reading) -> Answer | None:
        """Try the countries that share a plan with the one that a number was read in."""
        elsewhere = self._elsewhere(shape, reading)
        if len(elsewhere) != 1:
            return None
        ((code, (kind, region)),) = elsewhere
        return Answer(code, reading.start, kind, region, None, (*self._spelling(shape, reading), "phone.overseas"))

    def _elsewhere(self, shape: Shape, reading: Reading) -> list[tuple[int, Verdict]]:
        """Give the other countries of a shared plan in which the national number would be valid."""
        codes = retried_codes(reading.calling_code, shape.size - reading.start)
        verdicts = ((code, self._plans.verdict(code, shape, reading.start)) for code in codes)
        return [(code, verdict) for code, verdict in verdicts if verdict[0] in TIED_TO_A_PLACE]

    def _repaired(self, shape: Shape) -> Answer | None:
        """Try what people do to a number that its plan does not know."""
        if shape.known[:1] == "+":
            return self._without_plus(shape)
        return self._with_foreign_prefix(shape) or self._with_its_zero(shape)

    def _without_plus(self, shape: Shape) -> Answer | None:
        if self._home is None or not shape.starts_with("+0", 0):
            return None
        number = _whole(shape)[1:]
        reading = self._plans.read(Shape(number, len(number)), self._region)
        if reading is None or reading.kind is None or reading.rewritten is not None:
            return None
        start, kind, region = reading.start + 1, reading.kind, reading.region
        return Answer(reading.calling_code, start, kind, region, None, ("phone.misplaced-plus",))

    def _with_foreign_prefix(self, shape: Shape) -> Answer | None:
        answers: dict[str, Answer] = {}
        for prefix in FOREIGN_PREFIXES:
            if not shape.starts_with(prefix, 0):
                continue
            number = "+" + _whole(shape)[len(prefix) :]
            reading = self._plans.read(Shape(number, len(number)), self._region)
            if reading is not None and reading.kind is not None:
                national = reading.national(number)
                codes = ("phone.foreign-prefix",)
                answers[f"{reading.calling_code}{national}"] = Answer(
                    reading.calling_code, shape.size - len(national), reading.kind, reading.region, national, codes
                )
        return answers.popitem()[1] if len(answers) == 1 else None

    def _with_its_zero(self, shape: Shape) -> Answer | None:
        home = self._home
        if home is None or home.has_trunk or shape.starts_with("0", 0):
            return None
        number = "0" + _whole(shape)
        reading = self._plans.read(Shape(number, len(number)), self._region)
        if reading is None or reading.kind is None or reading.start or reading.rewritten is not None:
            return None
        return Answer(reading.calling_code, 0, reading.kind, reading.region, number, ("phone.restored-zero",))


def _is_also_overseas(shape: Shape, reading: Reading) -> bool:
    beginnings = ALSO_OVERSEAS.get(reading.calling_code, ())
    return any(shape.starts_with(beginning, reading.start) for beginning in beginnings)


def _is_automated(shape: Shape, reading: Reading) -> bool:
    beginnings = AUTOMATED_CALLERS.get(reading.calling_code)
    if beginnings is None:
        return False
    known = shape.known[reading.start : reading.start + AUTOMATED_WIDTH]
    if len(known) < AUTOMATED_WIDTH and any(beginning.startswith(known) for beginning in beginnings):
        raise UndecidedError
    return known in beginnings


def _whole(shape: Shape) -> str:
    if not shape.complete:
        raise UndecidedError
    return shape.known


def _left_out(lead: str, expected: str) -> tuple[str, ...]:
    """Tell what stands before a national number beside the calling code that should."""
    if lead == expected:
        return ()
    return ("phone.trunk-prefix",) if lead.startswith(expected) else ("phone.misplaced-plus",)
