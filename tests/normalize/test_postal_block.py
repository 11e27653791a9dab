"""The address block of a contact: order of the lines, capitals, what is missing, what does not fit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.model.contact import Contact
from contactbase.normalize.address import LinePart, part_of
from contactbase.normalize.postal_block import postal_block


def contact(*address: str, **fields: str) -> Contact:
    known = {"last_name": "Durand", "postcode": "69001", "city": "Lyon"} | fields
    return Contact(id="c-1", address=address, **{name: value for name, value in known.items() if value})  # type: ignore[arg-type]  # texts only


@pytest.mark.parametrize(
    ("address", "lines", "codes"),
    [
        (("12, rue de l'Église",), ("12 RUE DE L EGLISE",), []),
        (("12 rue Haute", "Bât. B", "BP 12"), ("BAT B", "12 RUE HAUTE", "BP 12"), ["address.block-reordered"]),
        (("BP 12", "12 rue Haute"), ("12 RUE HAUTE", "BP 12"), ["address.block-reordered"]),
        (("Lieu-dit Les Bruyères",), ("LIEU DIT LES BRUYERES",), []),
        (("BP 12",), ("BP 12",), []),
        (("Chez M. Petit", "12 rue Haute"), ("CHEZ M PETIT", "12 RUE HAUTE"), []),
        (("12 rue " + "x" * 40,), ("12 R " + "X" * 40,), ["address.rnvp-abbreviated", "address.rnvp-line-too-long"]),
    ],
)
def test_the_lines_of_an_address_have_their_order(
    address: tuple[str, ...], lines: tuple[str, ...], codes: list[str]
) -> None:
    form = postal_block(contact(*address))
    assert form.values == ("Durand", *lines, "69001 LYON")
    assert [found.code for found in form.findings] == codes


def test_a_company_stands_above_its_person_and_a_country_below() -> None:
    form = postal_block(contact("1 rue Haute", title="Mme", first_name="Léa", company="Exemple SARL", country="BE"))
    assert form.values == ("Exemple SARL", "Mme Léa Durand", "1 RUE HAUTE", "69001 LYON", "BELGIQUE")


@pytest.mark.parametrize("missing", ["last_name", "postcode", "city"])
def test_what_is_missing_is_named_and_no_block_is_made(missing: str) -> None:
    form = postal_block(contact("12 rue Haute", **{missing: ""}))
    assert form.values == ()
    assert [(found.code, dict(found.details)["missing"]) for found in form.findings] == [
        ("address.block-incomplete", missing)
    ]


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("Bât. B", LinePart.INSIDE),
        ("3e étage", LinePart.INSIDE),
        ("12 B rue Haute", LinePart.WAY),
        ("12 Le Bourg", LinePart.WAY),
        ("place de la Mairie", LinePart.WAY),
        ("B.P. 12", LinePart.BEYOND),
        ("CS 40012", LinePart.BEYOND),
        ("LD Le Bourg", LinePart.BEYOND),
        ("", LinePart.INSIDE),
    ],
)
def test_each_line_names_a_part_of_the_address(line: str, part: LinePart) -> None:
    assert part_of(line) is part


@given(st.lists(st.text(max_size=60), max_size=5), st.text(min_size=1, max_size=30))
def test_no_text_makes_a_block_raise_or_lose_a_line(address: list[str], city: str) -> None:
    form = postal_block(contact(*address, city=city))
    again = postal_block(contact(*address, city=city))
    assert form == again
    assert form.values or form.findings
