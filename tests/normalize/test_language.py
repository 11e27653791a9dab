"""Languages: codes, locales and names; countries are refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.model.hints import Hints
from contactbase.normalize import language as language_module
from contactbase.normalize.fold import fold
from contactbase.normalize.language import LANGUAGE, LanguageEvidence
from contactbase.normalize.language_names import CODES, COUNTRIES, COUNTRY_LIKE, NAMES

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=20)


@pytest.mark.parametrize(
    ("text", "values", "codes"),
    [
        *[(text, ("fr",), []) for text in ("fr", "FR", "Fr", "fra", "fre", "fr_FR", "fr-FR", "fr-CH", "fr_FR.UTF-8")],
        *[(text, ("fr",), []) for text in ("Français", "FRANCAIS", "French", "Französisch", "francés", "francese")],
        *[(text, ("fr",), []) for text in ("Français (France)", "French [FR]", " français ", "fr;q=0.9")],
        ("en-US", ("en",), []),
        ("Anglais", ("en",), []),
        ("Anglais britannique", ("en",), []),
        ("de", ("de",), []),
        ("Deutsch", ("de",), []),
        ("ger", ("de",), []),
        ("nl_BE", ("nl",), []),
        ("Flamand", ("nl",), []),
        ("Castellano", ("es",), []),
        ("العربية", ("ar",), []),
        ("日本語", ("ja",), []),
        ("zh-Hans-CN", ("zh",), []),
        ("es-419", ("es",), []),
        ("uk", ("uk",), []),
        ("fr-FR,fr;q=0.9,en;q=0.8", ("fr",), ["language.several"]),
        ("fr, en", ("fr",), ["language.several"]),
        ("fr;fr_BE", ("fr",), []),
        ("UK", (), ["language.looks-like-country"]),
        ("BE", (), ["language.looks-like-country"]),
        ("US", (), ["language.looks-like-country"]),
        ("martien", (), ["language.unknown"]),
        ("x", (), ["language.unknown"]),
        ("zz", (), ["language.unknown"]),
        ("a" * 5000, (), ["language.unknown"]),
        (",", (), ["language.unknown"]),
        ("", (), []),
    ],
)
def test_a_language_cell_is_read(text: str, values: tuple[str, ...], codes: list[str]) -> None:
    form = language_module.normalize(text)
    assert form.values == values
    assert [(found.code, found.field) for found in form.findings] == [(code, "language") for code in codes]


def test_a_code_means_what_the_layout_says() -> None:
    hints = Hints(codes={"UK": "en", "1": "fr"})
    assert [LANGUAGE.normalize(text, hints).values for text in ("UK", "1.0", "de")] == [("en",), ("fr",), ("de",)]


def _concluded(cells: list[str], hints: Hints) -> tuple[Hints, list[str]]:
    evidence = LanguageEvidence()
    for cell in cells:
        evidence.see(cell)
    concluded, findings = evidence.conclude(hints)
    return concluded, [found.message for found in findings]


def test_beside_a_code_that_is_no_country_capitals_are_languages() -> None:
    hints, messages = _concluded(["FR", "EN", "SV", "", "Deutsch"], Hints())
    assert LANGUAGE.normalize("SV", hints).values == ("sv",)
    assert messages == [
        "The column holds language codes in capitals (EN among them): SV were read as languages, not countries."
    ]


@pytest.mark.parametrize("cells", [["FR", "BE"], ["EN", "FR"], ["EN", "BE", "US"], ["fr", "sv"], []])
def test_other_columns_are_left_as_they_are(cells: list[str]) -> None:
    assert _concluded(cells, Hints()) == (Hints(), [])


def test_the_tables_hold_fold_keys_and_codes() -> None:
    assert len(CODES) > 150
    assert set(NAMES.values()) <= CODES
    assert [name for name in NAMES if fold(name) != name] == []
    assert {code.lower() for code in COUNTRY_LIKE} <= CODES
    assert not {code.lower() for code in COUNTRIES} & CODES


@given(ANY_TEXT | st.sampled_from(sorted(CODES)))
def test_normalizing_twice_is_normalizing_once(text: str) -> None:
    for value in LANGUAGE.normalize(text).values:
        assert LANGUAGE.normalize(LANGUAGE.text(value)).values == (value,)


@pytest.mark.parametrize(("cell", "code"), [("be", "be"), ("ch", "ch")])
def test_codes_that_are_rather_a_country_are_said(cell: str, code: str) -> None:
    form = LANGUAGE.normalize(cell)
    assert form.values == (code,)
    assert [found.code for found in form.findings] == ["language.perhaps-country"]


@pytest.mark.parametrize("cell", ["Belarusian", "bel", "be_BY", "fr_BE", "fr-CH", "fr"])
def test_names_and_locales_of_languages_are_no_countries(cell: str) -> None:
    assert LANGUAGE.normalize(cell).findings == ()
