"""The birth name and the couple of a row, from their columns and from the name cells."""

from __future__ import annotations

import datetime as dt

import pytest

import contactbase as cb

AS_OF = dt.date(2026, 1, 1)


@pytest.mark.parametrize(
    ("cells", "last", "birth", "codes"),
    [
        ({"last_name": "DURAND née MARTIN"}, "Durand", "Martin", ["name.birth-name"]),
        ({"last_name": "MARTIN épouse DURAND"}, "Durand", "Martin", ["name.birth-name"]),
        ({"full_name": "Vve DURAND née MARTIN Alice"}, "Durand", "Martin", None),
        ({"last_name": "Durand", "birth_name": "DE LA TOUR"}, "Durand", "de la Tour", []),
        ({"first_name": "Alice", "birth_name": "MARTIN"}, None, "Martin", []),
        ({"last_name": "Durand née Martin", "birth_name": "MARTIN"}, "Durand", "Martin", ["name.birth-name"]),
        (
            {"last_name": "Durand née Martin", "birth_name": "PETIT"},
            "Durand",
            "Petit",
            ["name.birth-name", "name.birth-names-differ"],
        ),
        ({"last_name": "Durand", "birth_name": "idem"}, "Durand", None, ["name.placeholder"]),
    ],
)
def test_a_birth_name_is_kept_in_its_own_field(
    cells: dict[str, str], last: str | None, birth: str | None, codes: list[str] | None
) -> None:
    base, journal = cb.clean([cells], as_of=AS_OF)
    assert (base["c-1"].last_name, base["c-1"].birth_name) == (last, birth)
    if codes is not None:
        assert [found.code for found in journal.findings] == codes


@pytest.mark.parametrize(
    ("cells", "couple"),
    [
        ({"full_name": "M. et Mme DURAND Jean"}, True),
        ({"title": "M. et Mme", "last_name": "Durand"}, True),
        ({"title": "M. et Mme", "emails": "durand@example.org"}, True),
        ({"full_name": "Jean et Marie DURAND"}, True),
        ({"full_name": "Mme DURAND Alice"}, None),
        ({"last_name": "Durand", "couple": "oui"}, True),
        ({"last_name": "Durand", "couple": "non"}, False),
        ({"last_name": "Durand", "couple": ""}, None),
    ],
)
def test_a_couple_is_told_and_nothing_is_said_of_others(cells: dict[str, str], couple: bool | None) -> None:
    base, _ = cb.clean([cells], as_of=AS_OF)
    assert base["c-1"].couple is couple


def test_the_title_of_a_couple_against_a_column_that_says_no_is_said() -> None:
    base, journal = cb.clean([{"title": "M. et Mme", "last_name": "Durand", "couple": "non"}], as_of=AS_OF)
    assert base["c-1"].couple is False
    assert "check.couple-and-title" in journal.count()
