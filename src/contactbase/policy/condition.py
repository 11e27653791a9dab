"""The texts of a rule: conditions in the segment language, checked when the rule is made.

A policy stands by itself: a text that names other segments, lists of ids or the policy itself is refused, because the
same contact, policy and day must always give the same answer.

>>> str(condition('ville = "Lyon"'))
'city = "Lyon"'
>>> try:
...     condition('ctiy = "Lyon"')
... except PolicyError as error:
...     print(error)
A text of this policy is no condition:
E101 unknown field "ctiy". Did you mean "city"?
     ctiy = "Lyon"
     ^^^^
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from contactbase.errors import PolicyError, SegmentError
from contactbase.segment import nodes
from contactbase.segment.segment import Segment

__all__ = ["EVERYBODY", "condition", "optional_condition"]

_NAME: Final = "rule"
"""The name of every condition of a rule, so that equal texts are equal."""


def condition(text: str | Segment) -> Segment:
    """Give the checked condition of a text; PolicyError, pointing at the place, when it is none."""
    try:
        made = Segment(_NAME, text.tree, schema=text.schema) if isinstance(text, Segment) else Segment(_NAME, text)
    except SegmentError as error:
        raise PolicyError(f"A text of this policy is no condition:\n{error}") from error
    for node in _everything(made.tree):
        if isinstance(node, nodes.InSegment | nodes.InList | nodes.CanReceive | nodes.Sample):
            raise PolicyError(
                f"A policy stands by itself, so that {node} cannot be part of it. Write the condition out instead."
            )
    return made


def optional_condition(text: str | Segment | None) -> Segment | None:
    """Give the checked condition of a text; None for None."""
    return None if text is None else condition(text)


def _everything(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in nodes.children(node):
        yield from _everything(child)


EVERYBODY: Final = condition("id is known")
"""The condition that every contact meets."""
