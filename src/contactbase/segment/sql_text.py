"""Pieces of SQL with their parameters in order, so that text and parameters can never part.

>>> from contactbase.segment.dialects import DIALECTS
>>> both([sql("a = {}", Sql.parameter(1)), sql("b = {}", Sql.parameter(2))]).render(DIALECTS["postgresql"])
('(a = $1 AND b = $2)', (1, 2))
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import attrs

from contactbase.segment.dialects import Dialect

__all__ = ["Sql", "both", "either", "sql"]


_MARKS: Final = re.compile(r"[()]")


@attrs.frozen
class _Parameter:
    value: object


@attrs.frozen
class Sql:
    """Text and parameters, in order."""

    parts: tuple[str | _Parameter, ...]

    @classmethod
    def parameter(cls, value: object) -> Sql:
        """Give a bound parameter."""
        return cls((_Parameter(value),))

    @classmethod
    def joined(cls, word: str, pieces: Sequence[Sql]) -> Sql:
        """Join pieces with a word between them."""
        parts: list[str | _Parameter] = []
        for at, piece in enumerate(pieces):
            parts += ([word] if at else []) + list(piece.parts)
        return cls(tuple(parts))

    @classmethod
    def filled(cls, template: str, **pieces: Sql) -> Sql:
        """Fill the named places of a template."""
        parts: list[str | _Parameter] = []
        for at, text in enumerate(re.split(r"\{(\w+)\}", template)):
            parts += pieces[text].parts if at % 2 else [text]
        return cls(tuple(parts))

    @property
    def depth(self) -> int:
        """Count how deep its parentheses go."""
        deepest = level = 0
        for part in self.parts:
            if isinstance(part, str):
                for mark in _MARKS.findall(part):
                    level += 1 if mark == "(" else -1
                    deepest = max(deepest, level)
        return deepest

    def render(self, dialect: Dialect) -> tuple[str, tuple[object, ...]]:
        """Give the text with the placeholders of a dialect, and the parameters."""
        texts: list[str] = []
        values: list[object] = []
        for part in self.parts:
            if isinstance(part, str):
                texts.append(part)
            else:
                values.append(part.value)
                texts.append(dialect.place(len(values)))
        return "".join(texts), tuple(values)


def sql(template: str, *pieces: Sql) -> Sql:
    """Fill the places `{}` of a template, in order."""
    texts = template.split("{}")
    parts: list[str | _Parameter] = [texts[0]]
    for text, piece in zip(texts[1:], pieces, strict=True):
        parts += [*piece.parts, text]
    return Sql(tuple(parts))


_DEEP: Final = 8
"""Deeper terms come first from here on: a parser stacks what it has read before them (SQLite: 100 at most)."""
_WIDE: Final = 100
"""Terms beside each other at most: SQLite refuses expressions more than 1,000 deep, and reads a chain as depth."""


def _chained(word: str, pieces: Sequence[Sql]) -> Sql:
    if len(pieces) == 1:
        return pieces[0]
    depths = [piece.depth for piece in pieces]
    if max(depths) > _DEEP:
        pieces = [piece for _, piece in sorted(zip(depths, pieces, strict=True), key=lambda pair: -pair[0])]
    if len(pieces) > _WIDE:
        size = -(-len(pieces) // _WIDE)
        pieces = [_chained(word, pieces[at : at + size]) for at in range(0, len(pieces), size)]
    return sql("({})", Sql.joined(word, pieces))


def both(pieces: Sequence[Sql]) -> Sql:
    """Join tests with AND."""
    return _chained(" AND ", pieces)


def either(pieces: Sequence[Sql]) -> Sql:
    """Join tests with OR."""
    return _chained(" OR ", pieces)
