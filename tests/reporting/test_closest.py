"""The closest calls in the report: a card and a waterfall each, in words of both languages, and nobody named."""

from __future__ import annotations

import re

import attrs
import pytest

from contactbase.matching.comparison import SAYS, TITLES
from contactbase.matching.matches import PairExplanation, Verdict
from contactbase.model.text import Language
from contactbase.reporting.closest import pair_card
from contactbase.reporting.figures import Figures
from contactbase.reporting.html import report_html
from contactbase.reporting.hygiene import PairFigure
from contactbase.reporting.masking import mask_id
from contactbase.reporting.matching_page import explained_html
from contactbase.reporting.pairs import pair_of
from contactbase.reporting.wording import say
from reporting.sample_figures import calls, sample
from reporting.test_html import Page

LANGUAGES: tuple[Language, ...] = ("en", "fr")
PAIR = PairFigure(
    left="c-1",
    right="c-2",
    merged=True,
    probability=0.76,
    household=0.24,
    threshold=0.5,
    prior=-13.6,
    evidence=(("last_name", "same", 7.0), ("email", "same", 19.5), ("mobile", "other", -3.6)),
    turns=(("email", "missing", 0.294),),
)


def card(pair: PairFigure, language: Language = "en") -> str:
    return Page(pair_card(pair, language)).text.replace("\xa0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_has_a_waterfall_for_each_pair_under_the_heading_of_its_side(language: Language) -> None:
    page = Page(report_html(sample(), language=language))
    pairs = sample().pairs
    assert {pair.merged for pair in pairs} == {True, False}
    assert sum("steps" in str(given.get("class")) for given in page.all("table")) == len(pairs)
    bars = sum(len(pair.evidence) + 2 for pair in pairs)
    assert sum(str(given.get("class")).startswith("is-") for given in page.all("rect")) == bars
    for key in ("closest.merged", "closest.apart", "closest.note"):
        assert say(key, language) in page.text


def test_a_card_says_in_words_and_numbers_what_its_bars_show() -> None:
    text = card(PAIR)
    assert "c-1 · c-2" in text
    assert re.search(r"before anything is compared\s*−13.6", text)
    assert "an e-mail address in common" in text
    assert "+19.5" in text
    assert "−3.6" in text
    assert re.search(r"total\s*\+9.3", text)
    assert "one person 76.0%" in text
    assert "one household 24.0%" in text
    assert "strangers <0.1%" in text
    assert "Rests on: e-mail address (without it 29.4%)" in text


def test_a_card_speaks_french() -> None:
    text = card(PAIR, "fr")
    assert "une adresse e-mail en commun" in text
    assert "+19,5" in text
    assert "même personne 76,0 %" in text
    assert "Repose sur : adresse e-mail (sans cet indice 29,4 %)" in text


def test_each_bar_starts_where_the_one_above_it_ended() -> None:
    ends = [
        tuple(float(end.replace("−", "-")) for end in found)
        for found in re.findall(r"<title>[^<]*: from (\S+) to ([^<]+)</title>", pair_card(PAIR, "en"))
    ]
    assert ends == [(0.0, -13.6), (-13.6, -6.6), (-6.6, 12.9), (12.9, 9.3), (0.0, 9.3)]


def test_bars_against_are_told_from_bars_for_without_their_colour() -> None:
    kinds = re.findall(r'class="is-(\w+)"', pair_card(PAIR, "en"))
    assert kinds == ["start", "for", "for", "against", "total"]
    page = report_html(sample())
    assert re.search(r"\.is-against \{ fill: var\(--card\); stroke:", page)
    assert not re.search(r"\.is-for \{[^}]*stroke", page)


def test_every_picture_is_named_or_stands_beside_its_numbers() -> None:
    page = Page(pair_card(PAIR, "en"))
    assert all(given.get("aria-label") or given.get("aria-hidden") == "true" for given in page.all("svg"))
    assert "Bits for c-1 and c-2 being one person" in page.text
    assert all("scope" in given for given in page.all("th"))


def test_what_keeps_a_pair_apart_and_who_is_like_it_is_told() -> None:
    text = card(attrs.evolve(PAIR, merged=False, against=("match.names-alone",), turns=(), alike=12, later=True))
    assert "✗ Nothing but the names agrees" in text
    assert "Same evidence: 12 other pairs." in text
    assert "had already taken in others" in text
    assert "Left apart" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_level_of_every_comparator_has_its_words(language: Language) -> None:
    for matter, level in SAYS:
        text = card(attrs.evolve(PAIR, evidence=((matter, level, 1.0),), turns=((matter, "missing", 0.2),)), language)
        assert TITLES[matter].say(language) in text
        assert SAYS[matter, level].say(language) in text


def test_a_matter_that_is_no_longer_compared_goes_by_its_name() -> None:
    text = card(attrs.evolve(PAIR, evidence=(("shoe_size", "near", 1.0),), turns=(("shoe_size", "missing", 0.1),)))
    assert "shoe_size" in text
    assert "near" in text


def test_without_pairs_the_report_says_nothing_of_close_calls() -> None:
    assert say("closest", "en") not in Page(report_html(Figures(rows_read=0, contacts=0))).text


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("C000242", "C000242"),
        ("c-12", "c-12"),
        ("c-12~2", "c-12~2"),
        ("1234567", "1234567"),
        ("550e8400-e29b-41d4-a716-446655440000", "550e8400-e29b-41d4-a716-446655440000"),
        ("lea.durand@example.org", "l•••@e•••.org"),
        ("0639981001", "06•••••••1"),
        ("639981001", "63••••••1"),
        ("41234567", "41•••••7"),
        ("durand-lea", "d•••••-l••"),
        ("Durand1", "D•••••1"),
        ("0b0d6c2f9a", "0b•d•c•f•a"),
        ("Lea1980", "L••1•••"),
        ("", ""),
    ],
)
def test_an_id_that_may_name_somebody_is_masked(given: str, expected: str) -> None:
    assert mask_id(given) == expected


def test_ids_that_are_addresses_are_masked_in_every_page() -> None:
    why = PairExplanation(
        left="lea.durand@example.org",
        right="0639981001",
        verdict=Verdict.REVIEW,
        probability=0.4,
        household=0.1,
        prior=-10.0,
        evidence=(),
    )
    call = attrs.evolve(calls()[0], why=why)
    pages = (
        explained_html(why),
        report_html(attrs.evolve(sample(), pairs=(pair_of(call),))),
    )
    for page in pages:
        assert "durand" not in page
        assert "39981001" not in page
        assert "l•••@e•••.org" in page


def test_a_pair_that_nothing_would_turn_has_no_turns() -> None:
    why = calls()[0].why
    assert pair_of(attrs.evolve(calls()[0], why=why)).turns
    vetoed = attrs.evolve(why, verdict=Verdict.REVIEW, against=("match.several-people",))
    assert pair_of(attrs.evolve(calls()[0], why=vetoed)).turns == ()
