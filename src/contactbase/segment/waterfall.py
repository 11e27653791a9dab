"""Why a segment is as large as it is: what each clause keeps alone and in order, and who joins if it is dropped.

>>> import datetime as dt
>>> from contactbase.segment.bind import bind
>>> from contactbase.segment.parser import parse
>>> base = [Contact(id="a", city="Lyon"), Contact(id="b", city="Lyon", postcode="69001"), Contact(id="c")]
>>> print(waterfall(parse('city = "Lyon" and postcode is known').tree, base, lambda node: bind(
...     node, as_of=dt.date(2026, 3, 31)), Context()))
clause             alone  in order  only this excludes  unknown
(everybody)            3         3
city = "Lyon"          2         2                   0        1
postcode is known      1         1                   1
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import reduce as fold_left
from html import escape
from operator import and_
from typing import Final

import attrs

from contactbase.model.contact import Contact
from contactbase.model.text import Language, Text
from contactbase.segment import nodes
from contactbase.segment.bound import All, Bound, Present, operands
from contactbase.segment.context import Context
from contactbase.segment.nodes import Expr
from contactbase.segment.together import held

__all__ = ["Clause", "Waterfall", "waterfall"]

_HEADS: Final = (
    Text("clause", "clause"),
    Text("alone", "seule"),
    Text("in order", "dans l'ordre"),
    Text("only this excludes", "elle seule exclut"),
    Text("unknown", "inconnus"),
)
_EVERYBODY: Final = Text("(everybody)", "(tous)")


@attrs.frozen
class Clause:
    """One clause of a waterfall.

    `alone` meet it, `in_order` meet it and all before it, `excluded` would join if it were dropped, `unknown` have no
    value where it looks (None where the question has no meaning).
    """

    node: Expr
    alone: int
    in_order: int
    excluded: int
    unknown: int | None


@attrs.frozen
class Waterfall:
    """What a segment makes of a base, clause by clause; `verdict` is how many are in."""

    total: int
    verdict: int
    clauses: tuple[Clause, ...]

    def rows(self, language: Language = "en") -> Iterator[tuple[str, ...]]:
        """Give the table, its head first."""
        yield tuple(head.say(language) for head in _HEADS)
        yield (_EVERYBODY.say(language), str(self.total), str(self.total), "", "")
        for one in self.clauses:
            unknown = "" if one.unknown is None else str(one.unknown)
            yield (str(one.node), str(one.alone), str(one.in_order), str(one.excluded), unknown)

    def say(self, language: Language = "en") -> str:
        """Give the table as text."""
        rows = list(self.rows(language))
        widths = [max(len(row[at]) for row in rows) for at in range(len(_HEADS))]
        lines = [
            "  ".join(
                (row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)))
            )
            for row in rows
        ]
        return "\n".join(line.rstrip() for line in lines)

    def __str__(self) -> str:
        return self.say()

    def to_json(self) -> dict[str, object]:
        """Give the table as a JSON object."""
        clauses = [{**attrs.asdict(one, recurse=False), "node": str(one.node)} for one in self.clauses]
        return {"total": self.total, "verdict": self.verdict, "clauses": clauses}

    def _repr_html_(self) -> str:
        head, *rows = self.rows()
        cells = "".join(f"<th>{escape(cell)}</th>" for cell in head)
        body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
        return f"<table><tr>{cells}</tr>{body}</table>"


def _unknown(test: Bound) -> Bound | None:
    """Give the test that every value a clause looks at is known."""
    looked = {operand for operand, one in operands(test) if not isinstance(one, Present)}
    return All(tuple(Present(operand) for operand in sorted(looked, key=repr))) if looked else None


def waterfall(tree: Expr, base: Sequence[Contact], bound: Callable[[Expr], Bound], context: Context) -> Waterfall:
    """Give the waterfall of a checked tree over contacts; `bound` binds a clause."""
    clauses = tree.args if isinstance(tree, nodes.And) else (tree,)
    tests = [bound(clause) for clause in clauses]
    asked = [_unknown(test) for test in tests]
    sets = held([*tests, *(test for test in asked if test is not None)], base, context)
    met, known = sets[: len(tests)], iter(sets[len(tests) :])
    everybody = (1 << len(base)) - 1
    before = [everybody]
    for one in met:
        before.append(before[-1] & one)
    after = [everybody]
    for one in reversed(met):
        after.append(after[-1] & one)
    found = []
    for at, (clause, looked, one) in enumerate(zip(clauses, asked, met, strict=True)):
        others = before[at] & after[len(met) - 1 - at]
        missing = None if looked is None else len(base) - next(known).bit_count()
        found.append(Clause(clause, one.bit_count(), before[at + 1].bit_count(), (others & ~one).bit_count(), missing))
    return Waterfall(len(base), fold_left(and_, met, everybody).bit_count(), tuple(found))
