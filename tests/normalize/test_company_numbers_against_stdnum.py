"""SIREN, SIRET and French VAT numbers beside python-stdnum: 20,000 in a normal run, a million in the nightly one."""

from __future__ import annotations

import os
from random import Random

import pytest

from contactbase.normalize import siren as siren_module
from contactbase.normalize import vat as vat_module
from contactbase.normalize.siren import SIRET

COUNT = 1_000_000 if os.environ.get("CONTACTBASE_NIGHTLY") == "1" else 20_000
siren = pytest.importorskip("stdnum.fr.siren")
siret = pytest.importorskip("stdnum.fr.siret")
tva = pytest.importorskip("stdnum.fr.tva")


def numbers(length: int, seed: int) -> list[str]:
    """Make numbers, half of them with a right check digit, some of La Poste, some written with spaces."""
    draw = Random(seed)
    made = []
    for place in range(COUNT // 3):
        digits = "".join(draw.choices("0123456789", k=length))
        if place % 20 == 0:
            digits = "356000000" + digits[9:]
        elif place % 2:
            found = (digits[:-1] + last for last in "0123456789")
            digits = next(number for number in found if siren.luhn.is_valid(number))
        made.append(" ".join((digits[:3], digits[3:6], digits[6:])) if place % 3 == 0 else digits)
    return made


def test_a_siren_is_valid_where_stdnum_says_so() -> None:
    for number in numbers(9, 1):
        compact = number.replace(" ", "")
        assert (siren_module.normalize(number).values == (compact,)) == (
            siren.is_valid(number) and compact.strip("0") != ""
        ), number


def test_a_siret_is_valid_where_stdnum_says_so() -> None:
    for number in numbers(14, 2):
        compact = number.replace(" ", "")
        fits = siret.is_valid(number) and siren.is_valid(compact[:9])
        assert (SIRET.normalize(number).values == (compact,)) == fits, number


def test_a_vat_number_is_valid_where_stdnum_says_so() -> None:
    draw = Random(3)
    for number in numbers(9, 4):
        compact = number.replace(" ", "")
        right = f"{(12 + 3 * (int(compact) % 97)) % 97:02d}"
        key = right if draw.random() < 0.6 else f"{draw.randrange(100):02d}"
        written = f"FR {key} {number}"
        assert (vat_module.normalize(written).values == (f"FR{key}{compact}",)) == tva.is_valid(written), written
