"""Law 6 under attack: cells of a million characters (ten million in the nightly mode) on which a bad expression
backtracks for ever, for every normalizer; none raises, and each gives a value or says why not.

An expression that takes quadratic time would not end on these.
"""

from __future__ import annotations

import datetime as dt
import os
from typing import Any, Final

import pytest

from contactbase.model.hints import Hints
from contactbase.normalize.catalog import NORMALIZERS
from contactbase.normalize.normalized import FieldNormalizer

NIGHTLY: Final = os.environ.get("CONTACTBASE_NIGHTLY") == "1"
SIZE: Final = 10_000_000 if NIGHTLY else 1_000_000
UNITS: Final = (
    *("a", "1", ",", "(", "@", "\ud800", "e\u0301", "1,000", "ne pas ", "12 rue "),
    *("<br>", "0612345678 ", "lea@example.org ", '"" ', "née "),
)
MORE: Final = (
    *(
        "A",
        " ",
        "0 ",
        ";",
        "[",
        "{",
        "' ",
        "-",
        ".",
        "/",
        "|",
        "\\",
        "\\n",
        "a,",
        "(a",
        "a)",
        "#",
        "\u200b",
        "\n",
        "\t",
    ),
    *("et ", "M. ", "a.b", "1.", "12/03/1985 ", "<", "::: ", "&", "+33 ", "cedex ", "NPAI ", "idem ", "é", "Ã©"),
)
"""Further attacks, short in a normal run."""


@pytest.mark.parametrize("normalizer", NORMALIZERS.values(), ids=NORMALIZERS.keys())
def test_no_cell_takes_for_ever_or_raises(normalizer: FieldNormalizer[Any]) -> None:
    hints = Hints(region="FR", as_of=dt.date(2026, 11, 22))
    read = normalizer.column(hints)
    for unit, size in [*((unit, SIZE) for unit in UNITS), *((unit, SIZE if NIGHTLY else 20_000) for unit in MORE)]:
        text = (unit * (size // len(unit) + 1))[:size]
        form = read(text)
        blank = not any(map(str.isalnum, unit))
        assert blank or form.values or form.findings or normalizer.name in {"labels", "socio_category"}, unit
        assert all(len(str(found.message)) < 1000 for found in form.findings)
