"""The model of a file: what each level weighs, learnt or given; from a pattern of levels to probabilities.

Fellegi and Sunter (1969) with three classes: two records of one *person*, of two people of one *household*, of
*unrelated* people. Probabilities are of all pairs of contacts, compared or not. A model is saved as JSON text and
loaded again, so that a small file can be matched by what a large one of the same source has taught.

>>> Model.from_json(SHIPPED.to_json()) == SHIPPED
True
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from html import escape
from math import isfinite, log2
from typing import Any, Final, NamedTuple

import attrs

from contactbase.matching.catalog import COMPARATORS
from contactbase.matching.comparator import BANDS
from contactbase.model.text import Language, Text

__all__ = ["SHIPPED", "Chances", "Model", "Row"]

_FORMAT: Final = "contactbase-match-model/1"
_RADIXES: Final = tuple(comparator.places for comparator in COMPARATORS)
_LEAST: Final = 1e-20
"""A smaller probability is learnt on no file, and a product of such would be 0."""
_SLACK: Final = 0.05
"""How far from 1 the probabilities of all levels may add up."""


class Chances(NamedTuple):
    """The probabilities of the three classes for one pair; they add up to 1."""

    same: float
    household: float
    other: float


@attrs.frozen
class Row:
    """One comparator's probabilities by place of level (place 0, *missing*, is 1 everywhere)."""

    name: str
    same: tuple[float, ...]
    household: tuple[float, ...]
    other: tuple[float, ...]


@attrs.frozen
class Model:
    """Rows in the order of the comparators, the shares of two classes among all pairs, and what it was learnt on.

    `contacts` and `pairs` count the contacts and the compared pairs of the file (0: shipped, learnt on none).
    """

    rows: tuple[Row, ...] = attrs.field(repr=False)
    same: float
    household: float
    contacts: int = 0
    pairs: int = 0

    @property
    def unrelated(self) -> float:
        """The share of the pairs that are neither one person nor one household."""
        return 1 - self.same - self.household

    @property
    def prior(self) -> float:
        """The bits that two contacts of the file start from: how rare it is that two of them are one person."""
        return log2(self.same / self.unrelated)

    @staticmethod
    def places(pattern: int) -> tuple[int, ...]:
        """Take a pattern apart into the places of its levels."""
        places = []
        for radix in _RADIXES:
            pattern, place = divmod(pattern, radix)
            places.append(place)
        return tuple(places)

    def products(self, start: int, places: Sequence[int]) -> Chances:
        """Give the products of the probabilities of some levels, for the comparators from a place on."""
        same = household = other = 1.0
        for row, place in zip(self.rows[start:], places, strict=False):
            same *= row.same[place]
            household *= row.household[place]
            other *= row.other[place]
        return Chances(same, household, other)

    def chances(self, places: Sequence[int]) -> Chances:
        """Give the probabilities of the classes for one pattern."""
        same, household, other = self.products(0, places)
        same, household, other = same * self.same, household * self.household, other * self.unrelated
        total = same + household + other
        return Chances(same / total, household / total, other / total)

    def weight(self, number: int, place: int) -> float:
        """Give the bits by which a level of a comparator speaks for one person against two unrelated people."""
        row = self.rows[number]
        return log2(row.same[place] / row.other[place])

    def say(self, language: Language = "en") -> str:
        """Tell in words what was learnt: how often one person, a household and others show each level."""
        lines = [_LEARNT.say(language, contacts=self.contacts, pairs=self.pairs)]
        expected = self.contacts * (self.contacts - 1) / 2
        lines.append(
            _EXPECTED.say(language, same=round(self.same * expected), household=round(self.household * expected))
        )
        for number, comparator in enumerate(COMPARATORS):
            lines.append(f"{comparator.title.say(language)}")
            row = self.rows[number]
            for level in comparator.levels:
                places = [place for place in range(1, comparator.places) if comparator.level_at(place) is level]
                same, household, other = (
                    sum(part[place] for place in places) for part in (row.same, row.household, row.other)
                )
                lines.append(
                    f"  {log2(same / other):+6.1f}  {level.says.say(language)}: "
                    + _SHARES.say(language, same=f"{same:.1%}", household=f"{household:.1%}", other=f"{other:.3%}")
                )
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        return f"<pre>{escape(self.say())}</pre>"

    def to_json(self) -> str:
        """Give the model as JSON text, numbers exact."""
        rows = {
            row.name: {"same": row.same[1:], "household": row.household[1:], "other": row.other[1:]}
            for row in self.rows
        }
        shares = {"same": self.same, "household": self.household}
        return json.dumps(
            {"format": _FORMAT, "contacts": self.contacts, "pairs": self.pairs, "shares": shares, "rows": rows},
            indent=1,
        )

    @classmethod
    def from_json(cls, text: str) -> Model:
        """Load a saved model; ValueError when the text is none, or one of other comparators or levels."""
        try:
            held = _of_this_format(json.loads(text))
            rows = tuple(_row(comparator.name, comparator.places, held["rows"]) for comparator in COMPARATORS)
            shares = held["shares"]
            model = cls(
                rows,
                _chance(shares["same"]),
                _chance(shares["household"]),
                _counted(held["contacts"]),
                _counted(held["pairs"]),
            )
        except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
            raise ValueError(f"This is no saved model of matching: {error}. Save one with Model.to_json().") from error
        if model.same + model.household >= 1:
            raise ValueError(
                "This is no saved model of matching: its shares add up to 1. Save one with Model.to_json()."
            )
        return model


_LEARNT: Final = Text(
    "Learnt on {contacts} contacts and {pairs} compared pairs.",
    "Appris sur {contacts} contacts et {pairs} paires comparées.",
)
_EXPECTED: Final = Text(
    "About {same} pairs are one person, {household} are two people of one household.",
    "Environ {same} paires sont une même personne, {household} deux personnes d'un même foyer.",
)
_SHARES: Final = Text(
    "{same} of one person, {household} of a household, {other} of others",
    "{same} pour une même personne, {household} dans un foyer, {other} pour d'autres",
)


def _of_this_format(held: Any) -> dict[str, Any]:
    if not isinstance(held, dict) or held["format"] != _FORMAT:
        raise ValueError(f"its format is not {_FORMAT}")
    return held


def _chance(value: Any) -> float:
    number = float(value)
    if not (isfinite(number) and _LEAST <= number <= 1):
        raise ValueError(f"{value!r} is no probability")
    return number


def _counted(value: Any) -> int:
    if not isinstance(value, int) or value < 0:
        raise ValueError("a count is none")
    return value


def _row(name: str, places: int, rows: Mapping[str, Any]) -> Row:
    if name not in rows:
        raise ValueError(f"the comparator {name} is missing")
    parts = [tuple(map(_chance, rows[name][kind])) for kind in ("same", "household", "other")]
    if any(len(part) != places - 1 for part in parts):
        raise ValueError(f"the comparator {name} has {places - 1} levels")
    if any(abs(sum(part) - 1) > _SLACK for part in parts):
        raise ValueError(f"the probabilities of the comparator {name} do not add up to 1")
    return Row(name, *((1.0, *part) for part in parts))


def _shipped() -> Model:
    """Make the model of what is expected of each level before a file is seen."""
    rows = []
    for comparator in COMPARATORS:
        bands = len(BANDS) + 1 if comparator.by_frequency else 1
        first, *others = comparator.levels
        parts = [
            (1.0, *([getattr(first, kind) / bands] * bands), *(getattr(level, kind) for level in others))
            for kind in ("same", "household", "other")
        ]
        rows.append(Row(comparator.name, *parts))
    return Model(tuple(rows), 2e-4, 2e-4)


SHIPPED: Final = _shipped()
"""What is expected before a file is seen; learning starts from it, and leans on it where a file says little."""
