"""The numbers of a cell: its runs of digits put together into valid numbers, and what is left over.

Nothing is cut that is valid whole, nothing is joined across a certain boundary, and where several numbers stand side
by side with only spaces between them they are parted only if there is exactly one way to do so.

>>> from contactbase.normalize.phones.beginnings import Beginnings
>>> from contactbase.normalize.phones.resolving import FastPlans, Resolver
>>> resolve = Beginnings(Resolver("FR", FastPlans()), lambda shape, answer: ()).resolve
>>> read = CellReader(resolve, frozenset({9, 10})).read
>>> [found.number for found in read("06 12 34 56 78 01 42 68 53 00 / 12").found]
['0612345678', '0142685300']
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from contactbase.normalize.phones.cell_parts import Glue, Part, cut, longest_extension
from contactbase.normalize.phones.resolving import Answer

__all__ = ["FEWEST_OF_TWO", "CellReader", "CellReading", "Found", "Lost"]

_LONGEST_NUMBER: Final = 24
_SHORTEST_NUMBER: Final = 6
FEWEST_OF_TWO: Final = 12
"""The fewest digits of two numbers side by side."""
_MOST_RUNS: Final = 40
_ABROAD: Final = ("+", "00", "011")
_NOT_SPELT_OUT: Final = frozenset({"phone.restored-zero", "phone.plus-missing"})


class Found(NamedTuple):
    """A valid number: the digits it was read from, what they say, its extension."""

    number: str
    answer: Answer
    extension: str | None = None


class Lost(NamedTuple):
    """Digits that make no valid number, what they were read as, if anything, and a code where more is known."""

    number: str
    answer: Answer | None
    code: str | None = None


class CellReading(NamedTuple):
    """Everything a cell holds, in order."""

    found: tuple[Found, ...] = ()
    lost: tuple[Lost, ...] = ()
    words: tuple[str, ...] = ()


class CellReader:
    """Reads the plain cells of one column; `resolve` understands one number, `lengths` are those of national ones."""

    __slots__ = ("_lengths", "_resolve")

    def __init__(self, resolve: Callable[[str], Answer | None], lengths: frozenset[int]) -> None:
        """Bind what understands one number, and how many digits numbers have that are written without a country."""
        self._resolve = resolve
        self._lengths = lengths

    def read(self, text: str) -> CellReading:
        """Find the numbers of a plain cell."""
        pieces = cut(text)
        if len(pieces.parts) == 1:
            return _told_apart(self._side_by_side(pieces.parts[0]), pieces.words)
        read: list[Found | Lost] = []
        for segment in _segments(pieces.parts):
            last = read[-1] if read else None
            if isinstance(last, Found) and last.extension is None and self._is_extension(segment[0]):
                read[-1] = last._replace(extension=segment[0].number)
            else:
                read += self._numbers(segment)
        return _told_apart(read, pieces.words)

    def _is_extension(self, part: Part) -> bool:
        if part.glue is not Glue.EXTENSION or part.number[0] == "+":
            return False
        if len(part.number) < _SHORTEST_NUMBER:
            return True
        return len(part.number) <= longest_extension(part.label) and isinstance(self._number(part.number), Lost)

    def _numbers(self, segment: Sequence[Part]) -> Sequence[Found | Lost]:
        """Read what lies between two certain boundaries."""
        if len(segment) == 1:
            return self._side_by_side(segment[0])
        readings = [self._side_by_side(part) for part in segment]
        if not all(isinstance(reading[0], Found) for reading in readings):
            joined = self._number(segment[0].number + "".join(part.digits for part in segment[1:]))
            short = max(len(part.digits) for part in segment) < _SHORTEST_NUMBER
            if isinstance(joined, Found) or (short and not _any_found(readings)):
                return (joined,)
        return [one for reading in readings for one in reading]

    def _side_by_side(self, part: Part) -> Sequence[Found | Lost]:
        """Read a part as one number, or else as several with only spaces between them."""
        one = self._number(part.number)
        if isinstance(one, Found):
            return (one,)
        shorter = part.without_optional_zero
        if shorter != part.number:
            other = self._number(shorter)
            if isinstance(other, Found):
                codes = (*other.answer.codes, "phone.trunk-prefix")
                return (other._replace(answer=other.answer._replace(codes=codes)),)
        if len(part.number) < FEWEST_OF_TWO or not 1 < len(part.runs) <= _MOST_RUNS:
            return (one,)
        ways = self._ways(part.runs, self._spelt_out) or self._ways(part.runs, self._bare)
        if len(ways) == 1:
            return ways[0]
        return (one._replace(code="phone.several-unclear") if ways else one,)

    def _ways(self, runs: Sequence[str], read: Callable[[Sequence[str]], Found | None]) -> list[tuple[Found, ...]]:
        """Give the ways, at most two, to part runs of digits into numbers."""
        ways: dict[int, list[tuple[Found, ...]]] = {len(runs): [()]}
        for start in reversed(range(len(runs))):
            ones = ((read(runs[start:end]), end) for end in ways)
            found = [(one, *rest) for one, end in ones if one is not None for rest in ways[end]]
            if found:
                ways[start] = found[:2]
        return ways.get(0, [])

    def _spelt_out(self, runs: Sequence[str]) -> Found | None:
        """Read runs as one number that lacks nothing."""
        number = "".join(runs)
        if len(number) < _SHORTEST_NUMBER or not (len(number) in self._lengths or number.startswith(_ABROAD)):
            return None
        one = self._number(number)
        return one if isinstance(one, Found) and _NOT_SPELT_OUT.isdisjoint(one.answer.codes) else None

    def _bare(self, runs: Sequence[str]) -> Found | None:
        """Read one run as a number that lacks its zero or its plus sign."""
        if len(runs) > 1 or len(runs[0]) not in self._lengths:
            return None
        one = self._number(runs[0])
        return one if isinstance(one, Found) and not _NOT_SPELT_OUT.isdisjoint(one.answer.codes) else None

    def _number(self, number: str) -> Found | Lost:
        if len(number) > _LONGEST_NUMBER:
            return Lost(number, None)
        answer = self._resolve(number)
        return Lost(number, answer) if answer is None or answer.kind is None else Found(number, answer)


def _told_apart(read: Sequence[Found | Lost], words: tuple[str, ...]) -> CellReading:
    if len(read) == 1:
        (one,) = read
        return CellReading((one,), (), words) if isinstance(one, Found) else CellReading((), (one,), words)
    found = [one for one in read if isinstance(one, Found)]
    lost = [one for one in read if isinstance(one, Lost)]
    return CellReading(tuple(found), tuple(lost), words)


def _any_found(readings: Sequence[Sequence[Found | Lost]]) -> bool:
    return any(isinstance(one, Found) for reading in readings for one in reading)


def _segments(parts: Sequence[Part]) -> Iterator[Sequence[Part]]:
    """Put together what may be one number; an extension stands for itself."""
    start = 0
    for index, part in enumerate(parts):
        if index > start and (
            part.glue is not Glue.EITHER or parts[start].glue is Glue.EXTENSION or part.number[0] == "+"
        ):
            yield parts[start:index]
            start = index
    if parts:
        yield parts[start:]
