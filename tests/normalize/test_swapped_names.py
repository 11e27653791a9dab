"""First-name and last-name columns that changed places."""

from __future__ import annotations

import pytest

from contactbase.normalize.first_names import is_also_surname, is_first_name
from contactbase.normalize.swapped_names import SwappedNames


def _seen(*rows: tuple[str, str]) -> SwappedNames:
    names = SwappedNames()
    for first, last in rows:
        names.see(first, last)
    return names


def test_swapped_columns_are_found_with_their_counts() -> None:
    names = _seen(*[("DURAND", "Sophie"), ("Leroy", "ÉLODIE")] * 6, ("Paula", "Petit"), ("Zorbak", "Xylo"))
    assert [(found.code, found.field, dict(found.details)) for found in names.conclude()] == [
        ("name.columns-look-swapped", "last_name", {"swapped": 12, "straight": 1, "seen": 14})
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [("Sophie", "DURAND")] * 50,
        [("DURAND", "Sophie")] * 9,
        [("DURAND", "Sophie")] * 20 + [("Sophie", "DURAND")] * 10,
        [("Thomas", "Martin")] * 50,
        [("Durand", "Martin")] * 50,
        [("", "Sophie"), ("DURAND", "")] * 50,
        [("DURAND" * 100, "Sophie")] * 50,
    ],
    ids=["no row", "straight", "too few", "mixed", "both", "surname too", "half rows", "too long"],
)
def test_columns_that_are_in_place_or_unclear_are_left_alone(rows: list[tuple[str, str]]) -> None:
    assert _seen(*rows).conclude() == ()


@pytest.mark.parametrize(
    ("name", "first", "also"),
    [
        ("Sophie", True, False),
        ("SOPHIE", True, False),
        ("Hélène", True, False),
        ("Jean-Luc", True, True),
        ("Martin", True, True),
        ("Durand", False, False),
        ("", False, False),
    ],
)
def test_usual_first_names_are_known(name: str, first: bool, also: bool) -> None:
    assert (is_first_name(name), is_also_surname(name)) == (first, also)
