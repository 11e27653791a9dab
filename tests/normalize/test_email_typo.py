"""Slips for well-known providers: suggested where the slip is plain, and never for a domain of its own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.normalize.data.domains import CONFUSED, ENDING_SLIPS, GMAIL, PLUS_ADDRESSING, PROVIDERS
from contactbase.normalize.email_typo import suggest


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("gmial.com", "gmail.com"),
        ("gmai.com", "gmail.com"),
        ("gmaill.com", "gmail.com"),
        ("gnail.com", "gmail.com"),
        ("gamil.con", "gmail.com"),
        ("gmail.comm", "gmail.com"),
        ("gmail.com.fr", "gmail.com"),
        ("www.orange.fr", "orange.fr"),
        ("ornage.fr", "orange.fr"),
        ("orange.fe", "orange.fr"),
        ("hotmial.fr", "hotmail.fr"),
        ("hotmail.fr.fr", "hotmail.fr"),
        ("wandoo.fr", "wanadoo.fr"),
        ("lapost.net", "laposte.net"),
        ("laposte.ent", "laposte.net"),
        ("free.f", "free.fr"),
        ("sfr.fe", "sfr.fr"),
        ("bbox.f", "bbox.fr"),
        ("live.con", "live.com"),
        ("neuf.f", "neuf.fr"),
        ("yaho.fr", "yahoo.fr"),
        ("icloud.con", "icloud.com"),
        ("outlok.fr", "outlook.fr"),
    ],
)
def test_a_plain_slip_names_its_provider(typed: str, meant: str) -> None:
    found = suggest(typed)
    assert found is not None
    assert (found.domain, found.sure) == (meant, True)


@pytest.mark.parametrize(
    "domain",
    "example.org mail.com ymail.com grange.fr fre.fr tree.fr www.example.org boulangerie-durand.fr orange.de "
    "hotmail.gr yahoo.com.mx outlook.jp gmx.es mairie-lyon.fr laposta.es x.y".split(),
)
def test_a_domain_of_its_own_is_left_alone(domain: str) -> None:
    assert suggest(domain) is None


@pytest.mark.parametrize("domain", sorted(CONFUSED))
def test_a_neighbour_that_exists_is_named_with_less_confidence(domain: str) -> None:
    found = suggest(domain)
    assert found is not None
    assert not found.sure
    assert found.domain in PROVIDERS


@pytest.mark.parametrize("domain", sorted(PROVIDERS | GMAIL))
def test_a_provider_is_never_a_slip(domain: str) -> None:
    assert suggest(domain) is None


def test_no_ending_is_a_slip_for_itself() -> None:
    assert not set(ENDING_SLIPS) & set(ENDING_SLIPS.values())
    assert not PLUS_ADDRESSING & GMAIL


@given(st.sampled_from(sorted(PROVIDERS)), st.integers(0, 40), st.sampled_from([*"abz.-1", ""]), st.integers(0, 2))
def test_what_is_suggested_is_a_provider(provider: str, place: int, letter: str, dropped: int) -> None:
    found = suggest(provider[:place] + letter + provider[place + dropped :])
    assert found is None or found.domain in PROVIDERS
