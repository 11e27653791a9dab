"""Socio-professional categories of the PCS: codes and labels, no job guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.model.hints import Hints
from contactbase.normalize import socio_category as socio_module
from contactbase.normalize.socio_category import LABELS_FR, SOCIO_CATEGORY

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=20)


@pytest.mark.parametrize(
    ("text", "values", "codes"),
    [
        ("3", ("3",), []),
        ("37", ("37",), []),
        ("37.0", ("37",), []),
        ("3 - Cadres", ("3",), []),
        ("PCS 54", ("54",), []),
        ("543a", ("54",), ["socio.detail-dropped"]),
        ("37A1", ("37",), ["socio.detail-dropped"]),
        ("Cadres et professions intellectuelles supérieures", ("3",), []),
        ("CADRE", ("3",), []),
        ("Employé", ("5",), []),
        ("Ouvrière", ("6",), []),
        ("Retraité", ("7",), []),
        ("Étudiante", ("8",), []),
        ("Profession libérale", ("31",), []),
        ("Artisan", ("21",), []),
        ("Artisans, commerçants et chefs d'entreprise", ("2",), []),
        ("Techniciens", ("47",), []),
        ("CSP+", (), ["socio.too-wide"]),
        ("csp-", (), ["socio.too-wide"]),
        ("Enseignant", (), ["socio.unknown"]),
        ("Fonctionnaire", (), ["socio.unknown"]),
        ("Chômeur", (), ["socio.unknown"]),
        ("9", (), ["socio.unknown"]),
        ("99", (), ["socio.unknown"]),
        ("a" * 5000, (), ["socio.unknown"]),
        ("NC", (), []),
        ("", (), []),
    ],
)
def test_a_category_cell_is_read(text: str, values: tuple[str, ...], codes: list[str]) -> None:
    form = socio_module.normalize(text)
    assert form.values == values
    assert [(found.code, found.field) for found in form.findings] == [(code, "socio_category") for code in codes]


def test_the_words_of_a_source_mean_what_its_layout_says() -> None:
    assert SOCIO_CATEGORY.normalize("Enseignant", Hints(codes={"enseignant": "34"})).values == ("34",)


def test_the_nomenclature_is_complete_and_each_label_gives_its_code() -> None:
    assert sum(1 for code in LABELS_FR if len(code) == 1) == 8
    assert sum(1 for code in LABELS_FR if len(code) == 2) == 29
    for code, label in LABELS_FR.items():
        assert SOCIO_CATEGORY.normalize(label).values == (code,)
        assert SOCIO_CATEGORY.normalize(code).values == (code,)


@given(ANY_TEXT)
def test_normalizing_twice_is_normalizing_once(text: str) -> None:
    for value in SOCIO_CATEGORY.normalize(text).values:
        assert SOCIO_CATEGORY.normalize(SOCIO_CATEGORY.text(value)).values == (value,)
