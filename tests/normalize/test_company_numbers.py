"""SIREN, SIRET and VAT number of one row: each in its field, the SIREN never asked twice, contradictions said."""

from __future__ import annotations

import datetime as dt

import pytest

import contactbase as cb

AS_OF = dt.date(2026, 1, 1)


def cleaned(**cells: str) -> tuple[tuple[str | None, str | None, str | None], list[str]]:
    base, journal = cb.clean([{"last_name": "Durand", **cells}], as_of=AS_OF)
    contact = base["c-1"]
    return (contact.siren, contact.siret, contact.vat), [found.code for found in journal.findings]


@pytest.mark.parametrize(
    ("cells", "numbers", "codes"),
    [
        ({"siret": "732 829 320 00074"}, ("732829320", "73282932000074", None), []),
        ({"siret": "732 829 320"}, ("732829320", None, None), ["siren.siret-expected"]),
        ({"siren": "732 829 320 00074"}, ("732829320", "73282932000074", None), ["siren.siret-given"]),
        ({"vat": "fr 44 732829320"}, ("732829320", None, "FR44732829320"), []),
        ({"vat": "DE 123456789"}, (None, None, "DE123456789"), []),
        ({"siren": "732829320", "vat": "DE123456789"}, ("732829320", None, "DE123456789"), []),
        ({"siret": "en cours"}, (None, None, None), ["siren.not-a-number"]),
        ({"siret": "7.3283E+13"}, (None, None, None), ["siren.lost-precision"]),
        (
            {"siren": "404833048", "siret": "73282932000074"},
            ("404833048", "73282932000074", None),
            ["check.company-numbers-differ"],
        ),
        (
            {"siren": "404833048", "vat": "FR44732829320"},
            ("404833048", None, "FR44732829320"),
            ["check.company-numbers-differ"],
        ),
        (
            {"siret": "73282932000074", "vat": "FR83404833048"},
            ("732829320", "73282932000074", "FR83404833048"),
            ["check.company-numbers-differ"],
        ),
    ],
)
def test_each_number_stands_in_its_field(
    cells: dict[str, str], numbers: tuple[str | None, ...], codes: list[str]
) -> None:
    assert cleaned(**cells) == (numbers, codes)
