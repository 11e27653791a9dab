"""Postcodes: normal forms, repairs, refusals, and the department that a postcode lies in."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.model.code import Code
from contactbase.model.codes.place import CODES
from contactbase.model.hints import Hints
from contactbase.normalize.data.postcodes import POSTCODES
from contactbase.normalize.postcode import (
    POSTCODE,
    column,
    department_of,
    department_of_contact,
    normalize,
    split_postcode,
)


def codes(text: str, region: str = "FR") -> list[str]:
    return [found.code for found in normalize(text, Hints(region=region)).findings]


@pytest.mark.parametrize(
    ("cell", "values", "findings"),
    [
        ("", (), []),
        ("  ", (), []),
        ("75001", ("75001",), []),
        (" 75001\u00a0", ("75001",), []),
        ("75116", ("75116",), []),
        ("97400", ("97400",), []),
        ("98000", ("98000",), []),
        ("98800", ("98800",), []),
        ("20137", ("20137",), []),
        ("00800", ("00800",), []),
        ("'01000", ("01000",), []),
        ('="01000"', ("01000",), []),
        ("７５００１", ("75001",), []),
        ("1000", ("01000",), ["postcode.zero-restored"]),
        ("1000.0", ("01000",), ["postcode.zero-restored"]),
        ("75001.0", ("75001",), ["postcode.tidied"]),
        ("75 001", ("75001",), ["postcode.tidied"]),
        ("F-75001", ("75001",), ["postcode.tidied"]),
        ("FR 75001", ("75001",), ["postcode.tidied"]),
        ("7500O", ("75000",), ["postcode.letter-for-digit"]),
        ("O1000", ("01000",), ["postcode.letter-for-digit"]),
        ("69001 LYON", ("69001",), ["postcode.text-removed"]),
        ("75008 CEDEX 08", ("75008",), ["postcode.text-removed"]),
        ("Lyon (69001)", ("69001",), ["postcode.text-removed"]),
        ("1012 AB", ("1012 AB",), ["postcode.other-country"]),
        ("sw1a1aa", ("SW1A 1AA",), ["postcode.other-country"]),
        ("1000-205", ("1000-205",), ["postcode.other-country"]),
        ("B-1000", ("B-1000",), ["postcode.other-country"]),
        ("75001\n75001", ("75001",), []),
        ("75001\n69001", ("75001", "69001"), ["place.several-in-cell"]),
        ("750011", (), ["postcode.malformed"]),
        ("750", (), ["postcode.malformed"]),
        ("75001/75002", (), ["postcode.malformed"]),
        ("Lyon", (), ["postcode.malformed"]),
        ("2A004", (), ["postcode.insee-code"]),
        ("99100", (), ["postcode.no-department"]),
        ("96000", (), ["postcode.no-department"]),
        ("97900", (), ["postcode.no-department"]),
        ("00000", (), ["postcode.placeholder"]),
        ("12345", (), ["postcode.placeholder"]),
        ("nc", (), ["place.none-stated"]),
        ("-", (), ["place.none-stated"]),
        ("7" * 300, (), ["place.too-long"]),
    ],
)
def test_a_french_column_is_read_as_a_careful_clerk_would(
    cell: str, values: tuple[str, ...], findings: list[str]
) -> None:
    assert normalize(cell).values == values
    assert codes(cell) == findings


@pytest.mark.parametrize(
    ("region", "cell", "value"),
    [
        ("BE", "1000", "1000"),
        ("BE", "B-1000", "1000"),
        ("CH", "CH-1200", "1200"),
        ("LU", "L-1234", "1234"),
        ("DE", "1067", "01067"),
        ("ES", "8001", "08001"),
        ("IT", "184", "00184"),
        ("NL", "1012ab", "1012 AB"),
        ("GB", "sw1a1aa", "SW1A 1AA"),
        ("GB", "m1 1ae", "M1 1AE"),
        ("PT", "4000123", "4000-123"),
        ("PL", "00950", "00-950"),
        ("SE", "11455", "114 55"),
        ("CA", "h2x1y4", "H2X 1Y4"),
        ("US", "901", "00901"),
        ("US", "123456789", "12345-6789"),
        ("LV", "1073", "LV-1073"),
        ("MC", "98000", "98000"),
        ("RE", "97400", "97400"),
        ("XX", "ab 12", "AB 12"),
    ],
)
def test_other_countries_have_their_own_form(region: str, cell: str, value: str) -> None:
    assert normalize(cell, Hints(region=region)).values == (value,)


@pytest.mark.parametrize(
    ("region", "cell"),
    [
        ("BE", "0000"),
        ("BE", "75001"),
        ("NL", "1012"),
        ("ES", "58001"),
        ("MC", "75001"),
        ("GB", "75001"),
        ("PL", "00-000"),
    ],
)
def test_what_is_no_postcode_of_the_country_is_refused(region: str, cell: str) -> None:
    form = normalize(cell, Hints(region=region))
    assert form.values == ()
    assert form.findings[0].severity == "error"


def test_a_country_without_a_rule_says_so() -> None:
    assert codes("ab 12", "XX") == ["postcode.unverified"]


@pytest.mark.parametrize(
    ("postcode", "department"),
    [
        ("01000", "01"),
        ("69001", "69"),
        ("75116", "75"),
        ("20000", "2A"),
        ("20137", "2A"),
        ("20200", "2B"),
        ("20600", "2B"),
        ("20900", None),
        ("97110", "971"),
        ("97200", "972"),
        ("97300", "973"),
        ("97400", "974"),
        ("97500", "975"),
        ("97600", "976"),
        ("97133", "977"),
        ("97150", "978"),
        ("98600", "986"),
        ("98700", "987"),
        ("98800", "988"),
        ("98000", None),
        ("00800", None),
        ("99100", None),
        ("1000", None),
        ("SW1A 1AA", None),
        ("７５００１", None),
    ],
)
def test_a_postcode_lies_in_its_department(postcode: str, department: str | None) -> None:
    assert department_of(postcode) == department


@pytest.mark.parametrize(
    ("fields", "department"),
    [
        ({"postcode": "69001"}, "69"),
        ({"postcode": "69001", "country": "FR"}, "69"),
        ({"postcode": "97400", "country": "RE"}, "974"),
        ({"postcode": "10115", "country": "DE"}, None),
        ({"postcode": "69001", "department": "01"}, "01"),
        ({"postcode": "98000"}, None),
        ({}, None),
    ],
)
def test_a_contact_in_france_gets_the_department_of_its_postcode(
    fields: dict[str, Any], department: str | None
) -> None:
    department_of_contact(fields)
    assert fields.get("department") == department


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("69001 LYON", ("69001", "LYON")),
        ("F-69001 Lyon", ("69001", "Lyon")),
        ("69001, Lyon", ("69001", "Lyon")),
        ("LYON 69001", ("69001", "LYON")),
        ("Lyon (69001)", ("69001", "Lyon")),
        ("75 012 Paris 12", ("75012", "Paris 12")),
        ("Lyon", None),
        ("69001", None),
        ("69001 69002", None),
        ("690012 Lyon", None),
        ("x" * 300, None),
    ],
)
def test_postcode_and_city_in_one_cell_are_taken_apart(text: str, parts: tuple[str, str] | None) -> None:
    assert split_postcode(text) == parts


@pytest.mark.parametrize(
    "code", [code for code in CODES if code.family == "postcode" and code.example], ids=lambda code: code.id
)
def test_the_example_of_a_code_gives_the_code(code: Code) -> None:
    assert code.id in codes(code.example)


regions = st.sampled_from([*POSTCODES, "XX"])
cells = st.text(max_size=30) | st.from_regex(r"[0-9A-Z]{1,3}[- ]?[0-9A-Z]{2,6}", fullmatch=True)


@given(cells, regions)
def test_reading_a_value_again_gives_the_value(cell: str, region: str) -> None:
    for value in normalize(cell, Hints(region=region)).values:
        assert normalize(POSTCODE.text(value), Hints(region=region)).values == (value,)


@given(cells, regions)
def test_a_cell_with_a_letter_or_digit_gives_a_value_or_a_finding(cell: str, region: str) -> None:
    form = normalize(cell, Hints(region=region))
    assert form.values or form.findings or not any(char.isascii() and char.isalnum() for char in cell)


def test_every_country_reads_its_own_layout() -> None:
    examples = (
        "75001 1000 9490 1012AB SW1A1AA H2X1Y4 D02X285 4000123 98000 AD100 00120 47890 10115000 111111 320 VLT1234"
    )
    for country, shape in POSTCODES.items():
        fitting = [compact for compact in examples.split() if shape.pattern.fullmatch(compact)]
        assert fitting, country
        for laid_out in map(shape.lay_out, fitting):
            form = normalize(laid_out, Hints(region=country))
            assert form.values in {(laid_out,), ()}
            assert bool(form.values) is not any(found.severity == "error" for found in form.findings)


def test_equal_postcodes_are_one_object() -> None:
    cell = column(Hints())
    assert cell("F-69001").values[0] is cell("69 001").values[0]
    assert cell("69001") is cell(str(b"69001", "ascii"))


@pytest.mark.parametrize(
    "hostile", ["1" * 10_000_000, " 1" * 5_000_000, "-" * 10_000_000, "\ud800" * 1000, "1\n" * 1_000_000]
)
def test_hostile_cells_are_read_without_trouble(hostile: str) -> None:
    assert normalize(hostile).values == ()


def test_any_number_of_spaces_around_a_cell_is_no_matter() -> None:
    assert normalize(" " * 5000 + "75001" + "\n" * 5000).values == ("75001",)
    assert normalize(" " * 5000).findings == ()
