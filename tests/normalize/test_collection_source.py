"""The source of collection: words of the list, words outside it, editions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.model.consent import ConsentRecord
from contactbase.model.enums import Channel, CollectionSource, ConsentStatus
from contactbase.model.hints import Hints
from contactbase.normalize import collection_source as module
from contactbase.normalize.collection_source import CONSENT_SOURCE, SOURCE, collection_source

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=20)
UNLISTED = "collection.source-not-listed"


def test_every_value_is_read_from_its_text_without_a_finding() -> None:
    for value in CollectionSource:
        form = SOURCE.normalize(value.value)
        assert (form.values, form.findings) == ((value,), ())


def test_no_word_stands_for_two_sources() -> None:
    words = [module._key(word) for listed in module._WORDS.values() for word in listed.split(", ")]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("SALON", CollectionSource.TRADE_FAIR),
        ("Trade-show 2024", CollectionSource.TRADE_FAIR),
        ("web_form", CollectionSource.WEB_FORM),
        ("Formulaire web v2.1", CollectionSource.WEB_FORM),
        ("Carte de fidélité", CollectionSource.LOYALTY_PROGRAMME),
        ("Jeu-concours SMS+", CollectionSource.SMS_CONTEST),
        ("Lead Ads", CollectionSource.SOCIAL_NETWORK),
        ("autre", CollectionSource.OTHER),
    ],
)
def test_a_usual_word_gives_its_source_whatever_the_edition(text: str, value: CollectionSource) -> None:
    form = SOURCE.normalize(text)
    assert (form.values, form.findings) == ((value,), ())


@pytest.mark.parametrize("text", ["carton d'invitation", "salon de coiffure", "2025", "x" * 5000, "partenaire"])
def test_another_word_is_kept_as_other_and_said(text: str) -> None:
    form = SOURCE.normalize(text)
    assert form.values == (CollectionSource.OTHER,)
    assert [found.code for found in form.findings] == [UNLISTED]


@pytest.mark.parametrize("text", ["", " ", "NC", "inconnu", "n/a", "-"])
def test_a_cell_that_says_nothing_gives_nothing(text: str) -> None:
    assert SOURCE.normalize(text).values == ()


def test_a_sources_own_words_mean_what_its_layout_says() -> None:
    hints = Hints(codes={"lead fb": "social_network", "0": ""})
    assert SOURCE.normalize("Lead FB", hints).values == (CollectionSource.SOCIAL_NETWORK,)
    assert SOURCE.normalize("0", hints).values == ()


def test_the_text_of_a_consent_stays_and_is_flagged_only_when_unlisted() -> None:
    known, other = CONSENT_SOURCE.normalize("Salon 2025"), CONSENT_SOURCE.normalize("Carton d'invitation")
    assert (known.values, known.findings) == (("Salon 2025",), ())
    assert other.values == ("Carton d'invitation",)
    assert [found.code for found in other.findings] == ["collection.consent-source-not-listed"]


@pytest.mark.parametrize(
    ("source", "value"),
    [(None, None), ("salon", CollectionSource.TRADE_FAIR), ("merge", CollectionSource.OTHER), ("nc", None)],
)
def test_the_source_of_a_consent_is_read_onto_the_list(source: str | None, value: CollectionSource | None) -> None:
    record = ConsentRecord(channel=Channel.SMS, status=ConsentStatus.GIVEN, source=source)
    assert collection_source(record) is value


@given(ANY_TEXT)
def test_any_text_is_read_and_reading_what_was_read_finds_nothing_new(text: str) -> None:
    form = SOURCE.normalize(text)
    assert len(form.values) <= 1
    for value in form.values:
        again = SOURCE.normalize(SOURCE.text(value))
        assert (again.values, again.findings) == ((value,), ())
