"""Departments: codes and names in, codes out; regions; a postcode against its department."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.model.code import Code
from contactbase.model.codes.place import CODES
from contactbase.model.hints import Hints
from contactbase.normalize.data.departments import COLLECTIVITIES, DEPARTMENTS, REGIONS
from contactbase.normalize.department import (
    DEPARTMENT,
    check_department,
    column,
    department_name,
    normalize,
    region_of,
)


@pytest.mark.parametrize(
    ("cell", "values", "findings"),
    [
        ("", (), []),
        ("69", ("69",), []),
        ("1", ("01",), []),
        ("1.0", ("01",), []),
        ("001", ("01",), []),
        ("2a", ("2A",), []),
        ("971", ("971",), []),
        ("69D", ("69",), []),
        ("Rhône", ("69",), []),
        ("RHONE", ("69",), []),
        ("Seine St Denis", ("93",), []),
        ("val d'oise", ("95",), []),
        ("La Réunion", ("974",), []),
        ("Département du Rhône", ("69",), []),
        ("69 - Rhône", ("69",), []),
        ("Rhône (69)", ("69",), []),
        ("Côtes-du-Nord", ("22",), ["department.former-name"]),
        ("69001", ("69",), ["department.from-postcode"]),
        ("1000", ("01",), ["department.from-postcode"]),
        ("20", (), ["department.ambiguous"]),
        ("Corse", (), ["department.ambiguous"]),
        ("01 - Rhône", (), ["department.unknown"]),
        ("99", (), ["department.unknown"]),
        ("Bavière", (), ["department.unknown"]),
        ("Rhone-Alpes", (), ["department.unknown"]),
        ("nc", (), ["place.none-stated"]),
        ("69\nRhône", ("69",), []),
        ("69\n01", ("69", "01"), ["place.several-in-cell"]),
        ("x" * 300, (), ["place.too-long"]),
    ],
)
def test_a_cell_names_a_department_or_is_refused(cell: str, values: tuple[str, ...], findings: list[str]) -> None:
    form = normalize(cell)
    assert form.values == values
    assert [found.code for found in form.findings] == findings


@pytest.mark.parametrize(("code", "name"), [*DEPARTMENTS.items(), *COLLECTIVITIES.items()])
def test_each_department_is_known_by_code_name_and_shouted_name(code: str, name: str) -> None:
    assert normalize(code).values == normalize(name).values == normalize(name.upper()).values == (code,)
    assert department_name(code) == name


def test_every_department_lies_in_one_region() -> None:
    listed = [code for _, departments in REGIONS.values() for code in departments]
    assert sorted(listed) == sorted(DEPARTMENTS)
    assert len(REGIONS) == 18
    assert region_of("69") == "Auvergne-Rhône-Alpes"
    assert region_of("988") is None


@pytest.mark.parametrize(
    ("postcode", "department", "expected"),
    [("69001", "69", None), ("69001", "01", "69"), ("20200", "2A", "2B"), ("98000", "06", None), ("1000", "01", None)],
)
def test_postcode_and_department_are_held_against_each_other(
    postcode: str, department: str, expected: str | None
) -> None:
    found = check_department(postcode, department)
    assert (None if found is None else dict(found.details)["expected"]) == expected


@pytest.mark.parametrize("cell", ["''Vaud", "='Vaud'", '="Vaud"', "\x10'Vaud"])
def test_guards_of_spreadsheets_come_off_to_the_last(cell: str) -> None:
    (value,) = normalize(cell, Hints(region="CH")).values
    assert normalize(value, Hints(region="CH")).values == (value,)


def test_departments_of_other_countries_are_kept_and_said() -> None:
    form = normalize("Vaud", Hints(region="CH"))
    assert form.values == ("Vaud",)
    assert [found.code for found in form.findings] == ["department.unverified"]


@pytest.mark.parametrize(
    "code", [code for code in CODES if code.family == "department" and code.example], ids=lambda code: code.id
)
def test_the_example_of_a_code_gives_the_code(code: Code) -> None:
    assert code.id in [found.code for found in normalize(code.example).findings]


@given(st.text(max_size=30), st.sampled_from(["FR", "CH"]))
def test_reading_a_value_again_gives_the_value(cell: str, region: str) -> None:
    for value in normalize(cell, Hints(region=region)).values:
        assert normalize(DEPARTMENT.text(value), Hints(region=region)).values == (value,)


def test_equal_departments_are_one_object() -> None:
    cell = column(Hints())
    assert cell("Rhône").values[0] is cell("RHONE").values[0]


@pytest.mark.parametrize("hostile", ["1" * 10_000_000, "a" * 10_000_000, "(" * 199, "a" * 199, "\ud800" * 150])
def test_hostile_cells_are_read_without_trouble(hostile: str) -> None:
    assert normalize(hostile).values == ()


def test_any_number_of_spaces_around_a_cell_is_no_matter() -> None:
    assert normalize(" " * 5000 + "69" + "\n" * 5000).values == ("69",)
    assert normalize(" " * 5000).findings == ()
