"""Masking keeps the shape of a cell and nothing of the person."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.reporting.masking import LONGEST, mask, shown


@pytest.mark.parametrize(
    ("cell", "masked"),
    [
        ("06 12 34 56 7", "06 •• •• •• 7"),
        ("0612345678", "06•••••••8"),
        ("+33 (0)6 12 34 56 78", "+33 (•)• •• •• •• •8"),
        ("06 12 34 56 78 (portable)", "06 •• •• •• •8 (portable)"),
        ("6,12E+08", "6,••E+••"),
        ("01000", "0••••"),
        ("1 234,56 €", "1 2••,•6 €"),
        ("jean@exemple.org", "j•••@e•••.org"),
        ("lea@free,fr", "l•••@f•••,fr"),
        ("lea@@gmial.con", "l•••@@g•••.con"),
        ("lea.martin@", "l•••@"),
        ("@example.org", "@e•••.org"),
        ("mailto:lea@example.org", "mailto:l•••@e•••.org"),
        ("Léa Martin <lea@example.org>", "L•• M••••• <l•••@e•••.org>"),
        ("a.b@example.org; c@example.com", "a•••@e•••.org; c•••@e•••.com"),
        ("DUPONT Jean", "D••••• J•••"),
        ("M. et Mme d'Almeida", "M. et M•• d'A••••••"),
        ("31/02/1985", "••/••/19••"),
        ("12/03/85", "••/••/••"),
        ("1985-03-12 00:00", "19••-••-•• ••:••"),
        ("12 mars 1985", "•• •••• 19••"),
        ("NC", "NC"),
        ("pas de mail", "pas de mail"),
        ("محمد علي", "م••• ع••"),
        ("", ""),
        ("  ", ""),
        ("@", "@"),
    ],
)
def test_a_cell_keeps_its_shape_only(cell: str, masked: str) -> None:
    assert mask(cell) == masked


LETTERS = st.text("bcdfghkqzéèàçBCDFG", min_size=4, max_size=14)
"""Letters of which none of the words that stay can be made."""


@given(LETTERS, LETTERS, st.integers(10**8, 10**9 - 1))
def test_no_name_address_or_number_can_be_read_in_a_masked_cell(first: str, last: str, number: int) -> None:
    words = {first.lower(), last.lower(), str(number)}
    for cell in (f"{first}.{last}@example.org", f"{last.upper()} {first}", f"0{number}", f"{first} 0{number} / {last}"):
        masked = mask(cell).lower()
        assert not any(word[1:-1] in masked for word in words if len(set(word)) > 2)


@given(st.text(st.characters(codec=None), max_size=200))
def test_any_text_gives_one_short_printable_line(cell: str) -> None:
    masked = mask(cell)
    assert len(masked) <= LONGEST + 1
    assert masked.encode().decode() == masked
    assert not any(unicodedata.category(letter) in {"Cc", "Cf", "Cs"} for letter in masked)


@given(st.text(st.characters(categories=["Nd"]), min_size=6, max_size=40))
def test_at_most_three_digits_of_a_number_stay(cell: str) -> None:
    assert sum(letter.isnumeric() for letter in mask(cell)) <= 3


@pytest.mark.parametrize("cell", ["1-" * 5_000_000, "@" * 10_000_000, "\ud800" * 10_000_000, "é " * 5_000_000])
def test_a_cell_of_ten_megabytes_is_cut_before_it_is_looked_at(cell: str) -> None:
    assert len(mask(cell)) <= LONGEST + 1
    assert mask(cell).endswith("…")


def test_many_short_addresses_stay_short() -> None:
    assert mask("a@b " * 10) == "a•••@b••• " * 4 + "a•••@b••…"


def test_signs_that_reorder_or_end_a_line_are_not_shown() -> None:
    assert shown("a\u202eb\nc\x00d\ud800e\u200bf") == "ab⏎c d�ef"
    assert re.fullmatch("x{10}…", shown("x" * 11, 10))
