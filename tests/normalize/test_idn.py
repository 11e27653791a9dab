"""IDNA 2008 with the standard library against the package `idna`, on every code point."""

from __future__ import annotations

from collections import Counter

import idna
import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.normalize.idn import Standing, judge_label, map_domain, to_ascii, to_unicode


def reference(label: str) -> str | None:
    try:
        return idna.alabel(idna.uts46_remap(label, std3_rules=False)).decode("ascii")
    except (idna.IDNAError, UnicodeError):
        return None


def test_what_is_called_valid_or_invalid_is_so_for_every_code_point() -> None:
    counts: Counter[Standing] = Counter()
    for code in range(0x80, 0x110000):
        written = f"a{chr(code)}b"
        label = map_domain(written)
        if "." in label or label.isascii():
            continue
        standing = judge_label(label)
        counts[standing] += 1
        if standing is not Standing.UNSURE:
            assert (to_ascii(label) if standing is Standing.VALID else None) == reference(written), hex(code)
    assert counts[Standing.VALID] > 100_000
    assert counts[Standing.INVALID] > 5_000


@given(st.text(st.characters(codec="utf-8", categories=("L", "M", "N")), min_size=1, max_size=12))
def test_what_is_called_valid_is_valid_in_any_company(text: str) -> None:
    label = map_domain(text)
    if not label.isascii() and len(to_ascii(label)) < 64 and judge_label(label) is Standing.VALID:
        assert to_ascii(label) == reference(text)


@given(st.text(st.characters(codec="utf-8", categories=("Ll", "Lo")), min_size=1, max_size=12))
def test_a_label_goes_to_ascii_and_back(text: str) -> None:
    label = map_domain(text)
    if not label.isascii():
        assert to_unicode(to_ascii(label)) == label


@pytest.mark.parametrize("label", ["xn--", "xn--abc-", "xn--MNCHEN-3ya", "xn--\ud800", "xn--99999999"])
def test_what_is_no_a_label_has_no_unicode_form(label: str) -> None:
    assert to_unicode(label) is None


def test_deviation_characters_and_the_final_sigma_are_kept_as_uts_46_has_them() -> None:
    assert map_domain("STRAẞE") == "straße"
    assert map_domain("ΟΔΟΣ") == "οδοσ"
