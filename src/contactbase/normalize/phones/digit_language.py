r"""The number patterns of libphonenumber as sets of digit strings: what is certain after only a few digits.

A numbering plan decides early: every nine-digit French number that starts with 61 is a mobile. Whether a pattern
takes all, none or some of the strings of a length that begin with given digits is computed exactly, by partial
derivatives (V. Antimirov, "Partial derivatives of regular expressions and finite automaton constructions", 1996).
This is what lets the fast path answer from a beginning and still be proven equal to the pattern itself.

Only what the metadata is written in is read: digits, `\d`, sets, groups, `|`, `?`, `{n}`, `{n,m}`. A pattern with
anything else is never certain.

>>> mobile = DigitLanguage(r"6(?:[0-24-8]\d|3[0-8])\d{6}|7[3-9]\d{7}")
>>> mobile.covers("61", 9), mobile.covers("63", 9), mobile.covers("71", 9), mobile.covers("61", 8)
(True, None, False, False)
"""

from __future__ import annotations

from typing import Final, NamedTuple

__all__ = ["DigitLanguage"]

_DIGITS: Final = frozenset("0123456789")
_LONGEST: Final = 40
_MOST_BEGINNINGS: Final = 1 << 14


class _Choice(NamedTuple):
    """One of several sequences."""

    branches: tuple[tuple[object, ...], ...]


class _Repeat(NamedTuple):
    """A sequence, at least and at most so many times."""

    body: tuple[object, ...]
    least: int
    most: int


_Sequence = tuple[object, ...]
_State = frozenset[_Sequence]


class _UnreadableError(Exception):
    """The pattern is written with something that is not read here."""


class _Reader:
    """A recursive descent over one pattern."""

    def __init__(self, pattern: str) -> None:
        self._rest = list(reversed(pattern))

    def read(self) -> _Sequence:
        whole = self._choice()
        if self._rest:
            raise _UnreadableError
        return whole

    def _peek(self) -> str:
        return self._rest[-1] if self._rest else ""

    def _choice(self) -> _Sequence:
        branches = [self._sequence()]
        while self._peek() == "|":
            self._rest.pop()
            branches.append(self._sequence())
        return branches[0] if len(branches) == 1 else (_Choice(tuple(branches)),)

    def _sequence(self) -> _Sequence:
        items: list[object] = []
        while self._peek() not in ("", "|", ")"):
            items += self._quantified(self._atom())
        return tuple(items)

    def _atom(self) -> _Sequence:
        char = self._rest.pop()
        if char in _DIGITS:
            return (frozenset(char),)
        if char == "\\" and self._peek() == "d":
            self._rest.pop()
            return (_DIGITS,)
        if char == "[":
            return (self._set(),)
        if char == "(":
            return self._group()
        raise _UnreadableError

    def _set(self) -> frozenset[str]:
        inside = ""
        while self._peek() not in ("", "]"):
            inside += self._rest.pop()
        if not self._rest or not inside.replace("-", "").isdigit():
            raise _UnreadableError
        self._rest.pop()
        members: set[str] = set()
        for part in _ranges(inside):
            members.update(map(str, range(int(part[0]), int(part[-1]) + 1)))
        return frozenset(members)

    def _group(self) -> _Sequence:
        if self._peek() == "?":
            self._rest.pop()
            if self._peek() != ":":
                raise _UnreadableError
            self._rest.pop()
        inside = self._choice()
        if self._peek() != ")":
            raise _UnreadableError
        self._rest.pop()
        return inside

    def _quantified(self, item: _Sequence) -> _Sequence:
        if self._peek() == "?":
            self._rest.pop()
            return (_Repeat(item, 0, 1),)
        if self._peek() != "{":
            return item
        written = ""
        while self._peek() not in ("", "}"):
            written += self._rest.pop()
        if not self._rest:
            raise _UnreadableError
        self._rest.pop()
        least, _, most = written[1:].partition(",")
        if not (least.isdigit() and (most or least).isdigit()):
            raise _UnreadableError
        return (_Repeat(item, int(least), int(most or least)),)


def _ranges(inside: str) -> list[str]:
    """Cut the inside of a set, `0-24-8`, into single digits and `a-b` ranges."""
    parts: list[str] = []
    at = 0
    while at < len(inside):
        width = 3 if inside[at + 1 : at + 2] == "-" else 1
        part = inside[at : at + width]
        if not (part[0].isdigit() and part[-1].isdigit()):
            raise _UnreadableError
        parts.append(part)
        at += width
    return parts


def _accepts_end(sequence: _Sequence) -> bool:
    """Tell whether nothing more need follow."""
    for item in sequence:
        if isinstance(item, _Choice):
            if not any(map(_accepts_end, item.branches)):
                return False
        elif isinstance(item, _Repeat):
            if item.least and not _accepts_end(item.body):
                return False
        else:
            return False
    return True


def _after(sequence: _Sequence, digit: str) -> set[_Sequence]:
    """Give what may follow once a digit has been read."""
    if not sequence:
        return set()
    item, rest = sequence[0], sequence[1:]
    if isinstance(item, frozenset):
        return {rest} if digit in item else set()
    following: set[_Sequence] = set()
    if isinstance(item, _Choice):
        for branch in item.branches:
            following |= _after(branch + rest, digit)
    elif isinstance(item, _Repeat):
        if item.most:
            again = _Repeat(item.body, max(item.least - 1, 0), item.most - 1)
            following |= _after(item.body + ((again, *rest) if again.most else rest), digit)
        if not item.least:
            following |= _after(rest, digit)
    return following


class DigitLanguage:
    """The digit strings that a pattern takes as a whole, or with `begins=True` all that begin with one it takes.

    States are numbered as they are met. There are as many as the pattern has distinct rests, a few dozen; what is
    remembered of beginnings is bounded.
    """

    __slots__ = ("_answers", "_next", "_numbers", "_reached", "_states")

    def __init__(self, pattern: str, *, begins: bool = False) -> None:
        """Read a pattern; what cannot be read is kept as never certain."""
        self._states: list[_State] = []
        self._numbers: dict[_State, int] = {}
        self._next: dict[tuple[int, str], int] = {}
        self._answers: dict[tuple[int, int], bool | None] = {}
        self._reached: dict[str, int] = {}
        try:
            whole = _Reader(pattern).read()
        except _UnreadableError:
            return
        self._reached[""] = self._number(frozenset({(*whole, _Repeat((_DIGITS,), 0, _LONGEST)) if begins else whole}))

    def covers(self, beginning: str, length: int) -> bool | None:
        """Tell whether all (True), none (False) or some (None) of the strings of a length with a beginning are in it.

        None also stands for a pattern that cannot be read here.
        """
        if not self._states:
            return None
        return self._rest(self._after(beginning), length - len(beginning))

    def _number(self, state: _State) -> int:
        if state not in self._numbers:
            self._numbers[state] = len(self._states)
            self._states.append(state)
        return self._numbers[state]

    def _after(self, beginning: str) -> int:
        """Give the state that a beginning leads to."""
        state = self._reached.get(beginning)
        if state is None:
            state = self._step(self._after(beginning[:-1]), beginning[-1])
            if len(self._reached) < _MOST_BEGINNINGS:
                self._reached[beginning] = state
        return state

    def _step(self, state: int, digit: str) -> int:
        key = (state, digit)
        if key not in self._next:
            rests = (_after(sequence, digit) for sequence in self._states[state])
            self._next[key] = self._number(frozenset().union(*rests))
        return self._next[key]

    def _rest(self, state: int, length: int) -> bool | None:
        key = (state, length)
        if key not in self._answers:
            self._answers[key] = self._ask_rest(state, length)
        return self._answers[key]

    def _ask_rest(self, state: int, length: int) -> bool | None:
        sequences = self._states[state]
        if not sequences or length <= 0:
            return length == 0 and any(map(_accepts_end, sequences))
        answers = {self._rest(self._step(state, digit), length - 1) for digit in sorted(_DIGITS)}
        return answers.pop() if len(answers) == 1 else None
