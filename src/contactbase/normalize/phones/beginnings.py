"""What a number is, told by its beginning: the memory behind the fast path.

A numbering plan decides after a few digits. Whatever the resolver can already say for certain of a beginning and a
length is kept under that beginning; a number with a known beginning then costs one look-up. The resolver answers
beginnings exactly or not at all (see `shape`), so nothing here can differ from asking about the whole number. What is
kept is bounded, is the first digits of numbers and so nobody's data, and belongs to this value.

>>> from contactbase.normalize.phones.resolving import FastPlans, Resolver
>>> beginnings = Beginnings(Resolver("FR", FastPlans()), lambda shape, answer: ())
>>> beginnings.find("0612345678") is beginnings.find("0612999999")
True
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from contactbase.model.enums import PhoneKind
from contactbase.model.journal import Finding
from contactbase.normalize.phones.ranges import TAIL
from contactbase.normalize.phones.resolving import Answer, Resolver
from contactbase.normalize.phones.shape import Shape, UndecidedError

__all__ = ["Beginning", "Beginnings", "Entry"]

Entry = tuple[int, str, PhoneKind | None, str | None, tuple[Finding, ...], Answer | None]
"""A `Beginning` as a plain tuple, which unpacks faster."""

_WIDTHS: Final = (4, 6, 8)
_LONGEST: Final = 20
_MOST: Final = 1 << 14


class Beginning(NamedTuple):
    """What holds for every number of a length with a beginning; the national number stands from `start` on.

    `kind` is None where all of them are invalid, for the reason in `findings` if that, too, is the same for all;
    `answer` is None where they are no numbers at all.
    """

    start: int
    head: str
    kind: PhoneKind | None
    region: str | None
    findings: tuple[Finding, ...]
    answer: Answer | None


class Beginnings:
    """The beginnings that decide, as one region writes numbers; `remark` says what there is to find in a number.

    `by_length` holds the valid ones by length and under their first 4, 6 or 8 characters.
    """

    __slots__ = ("_decided", "_remark", "_resolver", "by_length")

    def __init__(self, resolver: Resolver, remark: Callable[[Shape, Answer | None], tuple[Finding, ...]]) -> None:
        """Start with nothing known."""
        self._resolver = resolver
        self._remark = remark
        self._decided: dict[tuple[str, int], Beginning | None] = {}
        self.by_length: tuple[dict[str, Entry], ...] = tuple({} for _ in range(_LONGEST + 1))

    def find(self, number: str) -> Beginning | None:
        """Give what the beginning of digits, after an optional plus sign, decides about them."""
        return self._walk(number)[1]

    def resolve(self, number: str) -> Answer | None:
        """Understand a number by a beginning that is known already, or else as a whole."""
        if len(number) <= _LONGEST:
            known = self.by_length[len(number)]
            entry = known.get(number[: _WIDTHS[0]]) or known.get(number[: _WIDTHS[1]])
            if entry is not None:
                return entry[5]
        return self._resolver.resolve_digits(number)

    def find_entry(self, text: str) -> Entry | None:
        """Give the same of a text that may be digits, and keep it in `by_length` if the numbers are valid."""
        if not text.isascii() or not text.removeprefix("+").isdigit():
            return None
        width, beginning = self._walk(text)
        if beginning is None or len(text) - beginning.start < TAIL:
            return None
        entry: Entry = (*beginning,)
        if beginning.kind is not None:
            known = self.by_length[len(text)]
            if len(known) >= _MOST:
                known.clear()
            known[text[: next(looked_up for looked_up in _WIDTHS if width <= looked_up)]] = entry
        return entry

    def _walk(self, number: str) -> tuple[int, Beginning | None]:
        """Look at longer beginnings until one decides, and for invalid numbers a little on, for the reason."""
        if len(number) > _LONGEST:
            return 0, None
        invalid = None
        for width in range(1, min(_WIDTHS[-1], len(number) - 1) + 1):
            beginning = self._decide(number[:width], len(number))
            if beginning is None:
                continue
            if beginning.kind is not None or beginning.findings or width >= _WIDTHS[0]:
                return width, beginning
            invalid = beginning
        return 0, invalid

    def _decide(self, known: str, length: int) -> Beginning | None:
        key = (known, length)
        if key not in self._decided:
            if len(self._decided) >= _MOST:
                self._decided.clear()
            self._decided[key] = self._ask(Shape(known, length))
        return self._decided[key]

    def _ask(self, shape: Shape) -> Beginning | None:
        try:
            answer = self._resolver.resolve(shape)
        except UndecidedError:
            return None
        if answer is None:
            return Beginning(0, "", None, None, self._remarks(shape, None), None)
        if answer.rewritten is not None:
            return None
        head = f"+{answer.calling_code}"
        return Beginning(answer.start, head, answer.kind, answer.region, self._remarks(shape, answer), answer)

    def _remarks(self, shape: Shape, answer: Answer | None) -> tuple[Finding, ...]:
        try:
            return self._remark(shape, answer)
        except UndecidedError:
            return ()
