"""Company names: shown as written, compared without their legal form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.normalize import company as company_module
from contactbase.normalize.company import COMPANY, company_key, legal_form
from contactbase.normalize.legal_forms import AFTER, BEFORE, FORMS, PHRASES

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=24)
WORDS = st.lists(
    st.sampled_from("SARL S.A.S. S A R L Durand & et Cie fils GmbH sp. z o.o. Ets M. Inc. - SA".split()), max_size=6
)


@pytest.mark.parametrize(
    ("text", "values", "codes"),
    [
        ("SARL DURAND", ("SARL DURAND",), []),
        ("  Durand   &  Fils ", ("Durand & Fils",), []),
        ('"Durand SAS"', ("Durand SAS",), []),
        ("CafÃ© du Port", ("Café du Port",), ["text.mojibake-repaired"]),
        ("Caf?teria", ("Caf?teria",), ["text.damaged"]),
        ("3M", ("3M",), []),
        ("Mme Durand", ("Mme Durand",), ["company.looks-like-person"]),
        ("Dr Durand SELARL", ("Dr Durand SELARL",), []),
        ("NC", (), ["company.placeholder"]),
        ("Néant", (), ["company.placeholder"]),
        ("Particulier", (), ["company.placeholder"]),
        ("-", (), ["company.placeholder"]),
        ("NULL", (), ["company.placeholder"]),
        ("#N/A", (), ["company.placeholder"]),
        ("", (), []),
        (" \u200b", (), []),
    ],
)
def test_a_company_cell_is_read(text: str, values: tuple[str, ...], codes: list[str]) -> None:
    form = company_module.normalize(text)
    assert form.values == values
    assert [(found.code, found.field) for found in form.findings] == [(code, "company") for code in codes]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("SARL DURAND", "durand"),
        ("S.A.R.L. Durand", "durand"),
        ("S A R L Durand", "durand"),
        ("Durand SAS", "durand"),
        ("Durand S.A.S.U.", "durand"),
        ("Durand, S.A.", "durand"),
        ("SA Durand", "durand"),
        ("Ets Durand & Cie", "durand"),
        ("Établissements Durand et Fils", "durand"),
        ("Société Durand", "durand"),
        ("Société par actions simplifiée Durand", "durand"),
        ("SCI Les Lilas", "les lilas"),
        ("Müller GmbH & Co. KG", "muller"),
        ("Durand Ltd.", "durand"),
        ("Durand, Inc.", "durand"),
        ("Rossi S.p.A.", "rossi"),
        ("Rossi S.r.l.", "rossi"),
        ("Janssen B.V.", "janssen"),
        ("Nowak sp. z o.o.", "nowak"),
        ("AS Monaco", "as monaco"),
        ("Durand & Petit", "durand et petit"),
        ("L'Oréal", "l oreal"),
        ("SARL", "sarl"),
        ("SA SARL", "sa"),
        ("3M", "3m"),
        ("", ""),
    ],
)
def test_a_company_is_compared_without_its_legal_form(text: str, key: str) -> None:
    assert company_key(text) == key


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("SARL Durand", "SARL"),
        ("Durand S.A.S.", "SAS"),
        ("Müller GmbH", "GMBH"),
        ("Ets Durand", None),
        ("Durand", None),
        ("", None),
    ],
)
def test_the_legal_form_is_told(text: str, form: str | None) -> None:
    assert legal_form(text) == form


@given(ANY_TEXT | WORDS.map(" ".join))
def test_normalizing_twice_is_normalizing_once_and_a_key_is_its_own_key(text: str) -> None:
    for value in COMPANY.normalize(text).values:
        assert COMPANY.normalize(COMPANY.text(value)).values == (value,)
    assert company_key(text) == company_key(text.swapcase()) or text.casefold() != text.swapcase().casefold()


@pytest.mark.parametrize("piece", ["a.", "a ", "& ", "sarl ", "é", "\ud800"])
def test_a_cell_of_millions_of_characters_is_read_in_linear_time(piece: str) -> None:
    text = piece * (2_000_000 // len(piece))
    company_module.normalize(text)
    company_key(text)
    legal_form(text)


def test_there_are_more_than_twenty_five_forms_and_each_is_a_fold_key() -> None:
    from contactbase.normalize.fold import fold  # noqa: PLC0415 - the test alone needs it

    words = FORMS | AFTER | BEFORE | frozenset(PHRASES)
    assert len(FORMS) > 25
    assert sorted(word for word in words if fold(word) != word) == []
