"""Columns of the wrong kind, constant columns, placeholders."""

from __future__ import annotations

import random
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.model.journal import Finding
from contactbase.model.schema import SCHEMA
from contactbase.normalize.columns import ColumnShape, Shape, shape_of


def shape(cells: Iterable[str]) -> ColumnShape:
    found = ColumnShape()
    for cell in cells:
        found.see(cell)
    return found


def conclude(cells: Iterable[str], field: str) -> tuple[Finding, ...]:
    return shape(cells).conclude(field)


EMAILS = [f"lea{number}@example.org" for number in range(20)]
PHONES = [f"06 39 98 {number:02} 12" for number in range(20)]
NAMES = ["Léa", "Max", "Jean-Pierre", "D'Alembert", "Zoé", "Noé", "Ana", "Éva", "Tom", "Ugo", "Eli"]
DATES = [f"{number + 10}/03/1985" for number in range(15)]
AMOUNTS = [f"{number} 234,50 €" for number in range(1, 15)]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("lea@example.org", Shape.EMAIL),
        ("Léa <lea@example.org>", Shape.EMAIL),
        ("lea@example.org; max@example.org", Shape.EMAIL),
        ("06 39 98 00 12", Shape.PHONE),
        ("0639980012", Shape.PHONE),
        ("+33 6 39 98 00 12", Shape.PHONE),
        ("0033639980012", Shape.PHONE),
        ("639980012", Shape.PHONE),
        ("(01) 99 00 12 34", Shape.PHONE),
        ("1985-03-12", Shape.DATE),
        ("12/03/1985", Shape.DATE),
        ("12.03.85", Shape.DATE),
        ("1985-03-12 09:14:00", Shape.DATE),
        ("12", Shape.NUMBER),
        ("12,50 €", Shape.NUMBER),
        ("1 234,50", Shape.NUMBER),
        ("(12.50)", Shape.NUMBER),
        ("75001", Shape.NUMBER),
        ("Léa", Shape.WORDS),
        ("rue du Lac", Shape.WORDS),
        ("12 rue du Lac", Shape.MIXED),
        ("12 mars 1985", Shape.MIXED),
        ("", None),
        (" \t", None),
    ],
)
def test_a_cell_has_a_shape(cell: str, expected: Shape | None) -> None:
    assert shape_of(cell) is expected


@pytest.mark.parametrize(
    ("cells", "field", "found"),
    [
        (EMAILS, "phones", "e-mail"),
        (PHONES, "emails", "phone / téléphone"),
        (NAMES, "phones", "words / mots"),
        (DATES, "phones", "date"),
        (PHONES, "last_name", "phone / téléphone"),
        (EMAILS, "first_name", "e-mail"),
        (DATES, "spent", "date"),
        (NAMES, "birth_date", "words / mots"),
        (EMAILS[:3], "phones", "e-mail"),
    ],
)
def test_a_column_of_another_kind_is_named(cells: list[str], field: str, found: str) -> None:
    (said,) = conclude(cells, field)
    details = {"count": len(cells), "cells": len(cells), "found": found}
    assert (said.code, said.field, dict(said.details)) == ("column.wrong-kind", field, details)


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        (EMAILS, "emails"),
        (PHONES, "phones"),
        (["639980012", "06 39 98 00 13 (portable)", "+33639980014"], "phones"),
        (NAMES, "last_name"),
        (DATES, "birth_date"),
        (["29252", "31000", "20000"], "birth_date"),
        (["12 mars 1985", "3 mai 1990", "1 juin 2000"], "birth_date"),
        (AMOUNTS, "spent"),
        (["75001", "33000", "2A004"], "postcode"),
        (["12 rue du Lac", "Le Bourg", "BP 12"], "address"),
        (EMAILS, "comment"),
        (EMAILS[:2], "phones"),
        (EMAILS[:10] + PHONES[:10], "phones"),
        (["oui", "non", "oui"], "opt_in_sms"),
    ],
)
def test_a_column_of_its_own_kind_is_left_in_peace(cells: list[str], field: str) -> None:
    assert conclude(cells, field) == ()


def test_a_constant_is_named_only_where_people_differ() -> None:
    (said,) = conclude(["contact@example.org"] * 12 + [""] * 3, "emails")
    assert (said.code, dict(said.details)) == ("column.constant", {"cells": 12})
    assert conclude(["FR"] * 12, "country") == ()
    assert conclude(["lea@example.org"] * 9, "emails") == ()


@pytest.mark.parametrize(("often", "percent"), [(4, 20), (10, 50), (3, None)])
def test_a_value_too_often_is_named_without_being_shown(often: int, percent: int | None) -> None:
    cells = ["shop@example.org"] * often + EMAILS[: 20 - often]
    said = [(found.code, dict(found.details)) for found in conclude(cells, "emails")]
    assert said == ([("column.placeholder", {"percent": percent, "cells": 20})] if percent else [])


def test_an_empty_column_is_named_and_no_column_is_not() -> None:
    (said,) = conclude(["", "  ", "\t"], "city")
    assert (said.code, dict(said.details)) == ("column.empty", {"rows": 3})
    assert conclude([], "city") == ()


def test_a_long_column_is_counted_whole_and_its_frequent_value_found() -> None:
    cells = [f"lea{number}@example.org" for number in range(30_000)] + ["shop@example.org"] * 10_000
    for order in (cells, sorted(cells), cells[::-1], random.Random(1).sample(cells, len(cells))):
        counted = shape(order)
        (said,) = counted.conclude("emails")
        assert counted.shapes == {Shape.EMAIL: 40_000}
        assert (said.code, dict(said.details)["percent"]) == ("column.placeholder", 25)


def test_a_frequent_value_stands_out_among_many_that_come_twice() -> None:
    cells = [f"lea{number}@example.org" for number in range(6000) for _ in range(2)] + ["shop@example.org"] * 6000
    for order in (cells, sorted(cells), random.Random(1).sample(cells, len(cells))):
        (said,) = conclude(order, "emails")
        assert said.code == "column.placeholder"
        assert 32 <= int(dict(said.details)["percent"]) <= 33


CELLS = st.lists(st.sampled_from((*EMAILS[:3], *PHONES[:3], *NAMES[:3], "", " ", "12", "12/03/1985")), max_size=60)


@given(CELLS, st.integers(0, 60), st.sampled_from(sorted(SCHEMA)), st.randoms(use_true_random=False))
def test_parts_add_up_and_their_order_does_not_matter(
    cells: list[str], cut: int, field: str, chance: random.Random
) -> None:
    whole = conclude(cells, field)
    first = shape(cells[:cut])
    first.merge(shape(cells[cut:]))
    assert first.conclude(field) == whole
    chance.shuffle(cells)
    assert conclude(cells, field) == whole


@given(st.lists(st.text(st.characters(codec=None, exclude_categories=()), max_size=30), max_size=20))
def test_any_cell_is_counted_once(cells: list[str]) -> None:
    counted = shape(cells)
    counted.conclude("city")
    assert counted.rows == len(cells)
    assert sum(counted.shapes.values()) == sum(bool(cell.strip()) for cell in cells)


@pytest.mark.parametrize("cell", ["@" * 200, "a@" * 100, "1 " * 100, "x" * 10_000_000, "(" * 200, "\ud800" * 200])
def test_a_hostile_cell_has_a_shape_at_once(cell: str) -> None:
    counted = shape([cell, cell])
    assert counted.conclude("comment") == ()
    assert counted.rows == 2
