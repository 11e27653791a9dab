"""Many tests over one base: what they share is done once.

A single test that stands in several trees is answered once. Three tests or more on one attribute are answered once per
distinct value; all others in passes of eight, so that aggregates share one look at the rows. Trees are then put
together from sets of contacts (`bits`). A tree that asks the policy is run by itself: the policy is asked only about
those whom the rest lets through.

>>> import datetime as dt
>>> from contactbase.segment.bind import bind
>>> from contactbase.segment.parser import parse
>>> base = [Contact(id="a", city="Lyon"), Contact(id="b", city="Nice", postcode="06000"), Contact(id="c")]
>>> texts = ('city = "Lyon"', 'not city = "Lyon"', 'city is known or postcode is known', 'city = "Nice"')
>>> [format(one, "03b") for one in held([bind(parse(text).tree, as_of=dt.date(2026, 3, 31)) for text in texts], base)]
['100', '011', '110', '010']
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from operator import and_, attrgetter, or_
from typing import Final

from contactbase.model.contact import Contact
from contactbase.model.schema import FieldKind
from contactbase.segment.bits import bits
from contactbase.segment.bound import All, Any, Bound, Column, Negation, Permitted, tests_of
from contactbase.segment.context import Context
from contactbase.segment.derived import CHOICES
from contactbase.segment.python import compile_masks, compile_python, needs_rows

__all__ = ["held"]

_NO_CONTEXT: Final = Context()
_BYTE: Final = 8
_WORTH: Final = 3
"""From so many tests on one attribute, answering per distinct value is the quicker way."""
_APART: Final = frozenset({FieldKind.PHONES, FieldKind.EMAILS, FieldKind.LINES, FieldKind.ENUM, FieldKind.MONEY})
"""Kinds whose values are slow to hash (members of an enumeration too), or stand in two attributes."""
_DIGITS: Final = tuple(bytes(48 + (mask >> at & 1) for mask in range(256)) for at in range(_BYTE))
"""For each bit of a byte: every byte as the digit of that bit."""


def held(tests: Sequence[Bound], base: Sequence[Contact], context: Context = _NO_CONTEXT) -> list[int]:
    """Give for each test who of a base meets it, as the bits of a number (the first contact as the highest)."""
    alone = [any(isinstance(one, Permitted) for one in tests_of(test)) for test in tests]
    shared = dict.fromkeys(one for test, asks in zip(tests, alone, strict=True) if not asks for one in tests_of(test))
    found = _answers(list(shared), base, context)
    everybody = (1 << len(base)) - 1
    return [
        bits(compile_python(test, context).flags(base)) if asks else _joined(test, found, everybody)
        for test, asks in zip(tests, alone, strict=True)
    ]


def _joined(test: Bound, found: dict[Bound, int], everybody: int) -> int:
    match test:
        case All(args):
            return reduce(and_, (_joined(arg, found, everybody) for arg in args), everybody)
        case Any(args):
            return reduce(or_, (_joined(arg, found, everybody) for arg in args), 0)
        case Negation(arg):
            return everybody ^ _joined(arg, found, everybody)
        case _:
            return found[test]


def _answers(tests: Sequence[Bound], base: Sequence[Contact], context: Context) -> dict[Bound, int]:
    """Answer single tests."""
    by_attribute: dict[str, list[Bound]] = {}
    others: list[Bound] = []
    for test in tests:
        name = _attribute(test)
        (others if name is None else by_attribute.setdefault(name, [])).append(test)
    found: dict[Bound, int] = {}
    for name, several in by_attribute.items():
        if len(several) < _WORTH:
            others += several
        else:
            found.update(_by_value(name, several, base, context))
    plain = [test for test in others if not needs_rows(test)]
    for some in _eights([test for test in others if needs_rows(test)], plain):
        found.update(_spread(some, bytes(compile_masks(some, context)(base))))
    return found


def _eights(*several: Sequence[Bound]) -> Iterator[Sequence[Bound]]:
    for tests in several:
        yield from (tests[at : at + _BYTE] for at in range(0, len(tests), _BYTE))


def _attribute(test: Bound) -> str | None:
    """Give the one attribute of a contact that a test looks at; None when it looks further, or values hash slowly."""
    column = getattr(test, "operand", None)
    if not isinstance(column, Column) or column.custom or column.name in CHOICES or column.kind in _APART:
        return None
    return column.name


def _by_value(name: str, tests: Sequence[Bound], base: Sequence[Contact], context: Context) -> dict[Bound, int]:
    """Answer tests on one attribute, asking one contact for each distinct value."""
    values = list(map(attrgetter(name), base))
    examples = dict(zip(values, base, strict=True))
    found: dict[Bound, int] = {}
    for some in _eights(tests):
        answers = compile_masks(some, context)(examples.values())
        masks = dict(zip(examples, answers, strict=True))
        found.update(_spread(some, bytes(map(masks.__getitem__, values))))
    return found


def _spread(tests: Sequence[Bound], masks: bytes) -> dict[Bound, int]:
    """Give the set of each test from a byte for each contact."""
    return {test: int(masks.translate(digits) or b"0", 2) for test, digits in zip(tests, _DIGITS, strict=False)}
