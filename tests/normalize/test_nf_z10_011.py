"""The address block of a French letter: what is checked, and that what is written passes the check."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.normalize.nf_z10_011 import check_nf_z10_011, format_nf_z10_011


def codes(lines: list[str], country: str = "FR") -> list[str]:
    return [found.code.removeprefix("address.rnvp-") for found in check_nf_z10_011(lines, country=country)]


GOOD = ["Mme Léa Durand", "Chez M. Martin", "BATIMENT B", "12 BIS RUE HAUTE", "BP 123", "69001 LYON CEDEX 03"]


@pytest.mark.parametrize(
    ("lines", "findings"),
    [
        (GOOD, []),
        (["Léa Durand", "12 RUE HAUTE", "69001 LYON"], []),
        ([*GOOD[:5], "EXTRA", GOOD[5]], ["too-many-lines"]),
        (["Léa Durand", "12 RUE " + "X" * 40, "69001 LYON"], ["line-too-long"]),
        (["Léa Durand", "", "12 RUE HAUTE", "69001 LYON"], ["empty-line"]),
        (["Léa Durand", "12 rue Haute", "69001 LYON"], ["lower-case"]),
        (["Léa Durand", "12 RUE DE L ÉGLISE", "69001 LYON"], ["lower-case"]),
        (["Léa Durand", "12, RUE HAUTE", "69001 LYON"], ["punctuation"]),
        (["Léa Durand", "12 RUE HAUTE", "LYON"], ["last-line"]),
        ([], ["last-line"]),
    ],
)
def test_each_departure_from_the_standard_has_its_code(lines: list[str], findings: list[str]) -> None:
    assert codes(lines) == findings


def test_a_block_abroad_may_have_seven_lines_and_ends_with_the_country() -> None:
    lines = [*GOOD[:5], "1000 BRUXELLES", "BELGIQUE"]
    assert codes(lines, "BE") == []
    assert codes([*lines, "X"], "BE") == ["too-many-lines"]


def test_a_block_is_written_in_capitals_without_accents_or_punctuation() -> None:
    form = format_nf_z10_011(
        ("Mme  Léa Durand",), ("Bât. B", "12 bis, rue de l'Œuvre-Neuve"), postcode="42000", city="Saint-Étienne"
    )
    assert form.values == ("Mme Léa Durand", "BAT B", "12 BIS RUE DE L OEUVRE NEUVE", "42000 SAINT ETIENNE")
    assert form.findings == ()


def test_a_block_abroad_names_the_country_in_french() -> None:
    form = format_nf_z10_011(("A. Smith",), ("10 High Street",), postcode="SW1A 1AA", city="London", country="GB")
    assert form.values[-2:] == ("SW1A 1AA LONDON", "ROYAUME UNI")


def test_only_a_line_that_is_too_long_is_abbreviated_and_that_is_said() -> None:
    street = "123 avenue du Général Alexandre Dumas de Saint Amour"
    form = format_nf_z10_011(("L. Durand",), (street,), postcode="69001", city="Lyon")
    assert form.values[1] == "123 AV DU GAL ALEXANDRE DUMAS DE ST AMOUR"
    assert [found.code for found in form.findings] == ["address.rnvp-abbreviated", "address.rnvp-line-too-long"]


def test_what_cannot_be_made_to_fit_is_said() -> None:
    form = format_nf_z10_011(("L. Durand",), ("X" * 50,), postcode="69001", city="Lyon")
    assert [found.code for found in form.findings] == ["address.rnvp-line-too-long"]


@given(st.lists(st.text(max_size=60), max_size=4), st.text(max_size=30))
def test_what_is_written_lacks_nothing_but_room(address: list[str], city: str) -> None:
    form = format_nf_z10_011(("L. Durand",), address, postcode="69001", city=f"A{city}")
    allowed = {"line-too-long", "too-many-lines", "abbreviated"}
    assert {found.code.removeprefix("address.rnvp-") for found in form.findings} <= allowed
