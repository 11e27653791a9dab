"""SIREN, SIRET and VAT numbers: checked by their keys, never restored by guesswork."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.model.hints import Hints
from contactbase.normalize import siren as siren_module
from contactbase.normalize import vat as vat_module
from contactbase.normalize.company_number import compact, digits_of, french_key_fits, luhn, siret_fits
from contactbase.normalize.siren import SIREN, SIRET
from contactbase.normalize.vat import VAT

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=24)
NUMBERISH = st.text("0123456789 .,eE+FRDE-'=\"", max_size=20)


@pytest.mark.parametrize(
    ("text", "values", "codes"),
    [
        ("732829320", ("732829320",), []),
        ("732 829 320", ("732829320",), []),
        ("732\u00a0829\u202f320", ("732829320",), []),
        ("732.829.320", ("732829320",), []),
        ("732-829-320", ("732829320",), []),
        ("732829320.0", ("732829320",), []),
        ("732829320,00", ("732829320",), []),
        ("7.32829320E+08", ("732829320",), []),
        ("7,3282932E8", ("732829320",), ["siren.lost-precision"]),
        ('="732829320"', ("732829320",), []),
        ("'732829320", ("732829320",), []),
        ("７３２８２９３２０", ("732829320",), []),
        ("SIREN : 732 829 320", ("732829320",), []),
        ("RCS Lyon 732 829 320", ("732829320",), []),
        ("356000000", ("356000000",), []),
        ("73282932000074", ("732829320",), ["siren.siret-given"]),
        ("732 829 320 00074", ("732829320",), ["siren.siret-given"]),
        ("35600000049837", ("356000000",), ["siren.siret-given"]),
        ("FR44732829320", ("732829320",), ["siren.from-vat"]),
        ("FR 44 732 829 320", ("732829320",), ["siren.from-vat"]),
        ("FR00732829320", (), ["vat.bad-key"]),
        ("732829321", (), ["siren.bad-checksum"]),
        ("73282932000075", (), ["siren.bad-checksum"]),
        ("7328293", (), ["siren.wrong-length"]),
        ("7.3283E+13", (), ["siren.lost-precision"]),
        ("7,3283E+13", (), ["siren.lost-precision"]),
        ("000000000", (), ["siren.not-a-number"]),
        ("DE123456789", (), ["siren.foreign-vat"]),
        ("en cours", (), ["siren.not-a-number"]),
        ("NC", (), ["siren.not-a-number"]),
        ("-", (), ["siren.not-a-number"]),
        ("9" * 5000, (), ["siren.not-a-number"]),
        ("", (), []),
    ],
)
def test_a_siren_cell_is_read(text: str, values: tuple[str, ...], codes: list[str]) -> None:
    form = siren_module.normalize(text)
    if codes == ["siren.lost-precision"]:
        values = ()
    assert form.values == values
    assert [(found.code, found.field) for found in form.findings] == [(code, "siren") for code in codes]


def test_a_number_of_the_wrong_length_says_how_many_digits_it_has() -> None:
    assert SIREN.normalize("7328293").findings[0].message.startswith("The number has 7 digits;")
    assert SIRET.normalize("7328293200").findings[0].message.startswith("The number has 10 digits;")
    assert (
        SIREN.normalize("7.3283E+13")
        .findings[0]
        .message.startswith("The number is in scientific notation with 5 digits left")
    )


@pytest.mark.parametrize(
    ("text", "values", "codes"),
    [
        ("732 829 320 00074", ("73282932000074",), []),
        ("7.3282932000074E+13", ("73282932000074",), []),
        ("35600000049837", ("35600000049837",), []),
        ("35600000049838", (), ["siren.bad-checksum"]),
        ("732829320", (), ["siren.siret-expected"]),
        ("732829321", (), ["siren.wrong-length"]),
        ("FR44732829320", (), ["siren.siret-expected"]),
        ("", (), []),
    ],
)
def test_a_siret_cell_is_read(text: str, values: tuple[str, ...], codes: list[str]) -> None:
    form = SIRET.normalize(text)
    assert (form.values, [found.code for found in form.findings]) == (values, codes)


@pytest.mark.parametrize(
    ("text", "values", "codes"),
    [
        ("FR44732829320", ("FR44732829320",), []),
        ("fr 44 732 829 320", ("FR44732829320",), []),
        ("44732829320", ("FR44732829320",), []),
        ("N° TVA : FR44732829320", ("FR44732829320",), []),
        ("FRK7399859412", ("FRK7399859412",), []),
        ("FR4Z123456782", ("FR4Z123456782",), []),
        ("FR45732829320", (), ["vat.bad-key"]),
        ("FRIO732829320", (), ["vat.bad-structure"]),
        ("DE123456789", ("DE123456789",), []),
        ("DE12345", (), ["vat.bad-structure"]),
        ("BE0123456789", ("BE0123456789",), []),
        ("ATU12345678", ("ATU12345678",), []),
        ("EL123456789", ("EL123456789",), []),
        ("GR123456789", ("EL123456789",), []),
        ("NL123456789B01", ("NL123456789B01",), []),
        ("ESA12345678", ("ESA12345678",), []),
        ("IE1234567FA", ("IE1234567FA",), []),
        ("CHE-123.456.789 TVA", ("CHE123456789TVA",), []),
        ("XI123456789", ("XI123456789",), []),
        ("ZZ123456789", (), ["vat.unknown-country"]),
        ("12345", (), ["vat.unknown-country"]),
        ("x" * 5000, (), ["vat.unknown-country"]),
        ("", (), []),
    ],
)
def test_a_vat_cell_is_read(text: str, values: tuple[str, ...], codes: list[str]) -> None:
    form = vat_module.normalize(text)
    assert (form.values, [found.code for found in form.findings]) == (values, codes)


def test_a_number_without_its_country_is_french_in_france_alone() -> None:
    assert VAT.normalize("44732829320", Hints(region="BE")).values == ()


def test_every_single_wrong_digit_is_caught() -> None:
    right = "732829320"
    for place in range(9):
        for digit in "0123456789".replace(right[place], ""):
            assert not luhn(right[:place] + digit + right[place + 1 :])
    assert not french_key_fits("45", right)
    assert not french_key_fits("IO", right)
    assert not siret_fits("73282932000075")


@given(ANY_TEXT | NUMBERISH)
def test_normalizing_twice_is_normalizing_once(text: str) -> None:
    for door in (SIREN, SIRET, VAT):
        for value in door.normalize(text).values:
            assert door.normalize(door.text(value)).values == (value,)


@given(st.integers(10**8, 10**9 - 1).map(str), st.sampled_from(["{}.0", "'{}", "{} ", '="{}"', "SIREN {}"]))
def test_digits_survive_what_spreadsheets_put_around_them(digits: str, around: str) -> None:
    assert digits_of(around.format(digits)) == digits
    scientific = f"{digits[0]}.{digits[1:]}E+08"
    assert digits_of(scientific) == digits
    assert compact(around.format(digits)).startswith(digits)
