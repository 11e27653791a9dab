"""What stands beside or inside a phone number: floors, deaths, letters; numbers that are nobody's or of two places."""

from __future__ import annotations

import pytest

from contactbase.model.hints import Hints
from contactbase.normalize.phones.column import open_column, open_slow_column

CELLS = [
    ("O6 12 34 S6 78", None, ["phone.letters-inside"]),
    ("06 12 B4 56 78", None, ["phone.letters-inside"]),
    ("O6 12 34 56 78", "+33612345678", ["phone.letter-for-digit"]),
    ("3639", None, ["phone.short-code"]),
    ("06 12 34 56 78 (2e étage)", "+33612345678", ["phone.words-cut"]),
    ("06 12 34 56 78 2ème étage", "+33612345678", ["phone.words-cut"]),
    ("06 12 34 56 78 (après 18h)", "+33612345678", ["phone.words-cut", "phone.rest-dropped"]),
    ("01 42 68 53 00 (poste 12)", "+33142685300", []),
    ("+33 (0)6 12 34 56 78", "+33612345678", ["phone.trunk-prefix"]),
    ("0612345678 décédé", "+33612345678", ["phone.said-deceased"]),
    ("06 12 34 56 78 (DCD)", "+33612345678", ["phone.said-deceased"]),
    ("0508 41 23 45", "+33508412345", ["phone.overseas-overlap"]),
    ("05 08 41 23 45", "+33508412345", ["phone.overseas-overlap"]),
    ("+33 5 08 41 23 45", "+33508412345", []),
    ("0123456789", "+33123456789", ["phone.made-up"]),
    ("01 23 45 67 89", "+33123456789", ["phone.made-up"]),
    ("+33 1 23 45 67 89", "+33123456789", ["phone.made-up"]),
    ("01 23 45 67 88", "+33123456788", []),
]


@pytest.mark.parametrize(("cell", "number", "codes"), CELLS)
def test_a_cell_says_what_stands_beside_its_number_the_fast_and_the_slow_way(
    cell: str, number: str | None, codes: list[str]
) -> None:
    fast, slow = open_column(Hints(region="FR"))(cell), open_slow_column(Hints(region="FR"))(cell)
    assert fast == slow
    assert [phone.e164 for phone in fast.values] == ([number] if number else [])
    assert [found.code for found in fast.findings] == codes
