"""Closed lists: usual words of two languages, nothing guessed."""

from __future__ import annotations

from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.model.enums import Channel, ContactKind, Origin, Relationship
from contactbase.model.hints import Hints
from contactbase.normalize import vocabulary
from contactbase.normalize.vocabulary import KIND, ORIGIN, PREFERRED_CHANNEL, RELATIONSHIP

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=20)


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("relationship", "prospect", Relationship.PROSPECT),
        ("relationship", "Prospect chaud", Relationship.HOT_PROSPECT),
        ("relationship", "hot_prospect", Relationship.HOT_PROSPECT),
        ("relationship", "CLIENT", Relationship.CUSTOMER),
        ("relationship", "Cliente", Relationship.CUSTOMER),
        ("relationship", "Client inactif", Relationship.INACTIVE),
        ("relationship", "Ancien client", Relationship.FORMER),
        ("relationship", "ex-client", Relationship.FORMER),
        ("relationship", "former", Relationship.FORMER),
        ("kind", "Particulier", ContactKind.PERSON),
        ("kind", "B2C", ContactKind.PERSON),
        ("kind", "Pro", ContactKind.PROFESSIONAL),
        ("kind", "B-to-B", ContactKind.PROFESSIONAL),
        ("kind", "Société", ContactKind.PROFESSIONAL),
        ("origin", "Propriétaire", Origin.OWNED),
        ("origin", "loué", Origin.RENTED),
        ("origin", "Achetée", Origin.BOUGHT),
        ("preferred_channel", "Texto", Channel.SMS),
        ("preferred_channel", "E-mail", Channel.EMAIL),
        ("preferred_channel", "courriel", Channel.EMAIL),
        ("preferred_channel", "Courrier", Channel.POST),
        ("preferred_channel", "Téléphone", Channel.PHONE),
    ],
)
def test_a_usual_word_gives_its_value(field: str, text: str, value: StrEnum) -> None:
    form = vocabulary.normalize(text, Hints(field=field))
    assert (form.values, form.findings) == ((value,), ())


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("relationship", "lead"),
        ("relationship", "actif"),
        ("kind", "peut-être"),
        ("origin", "salon"),
        ("preferred_channel", "mobile"),
        ("preferred_channel", "1"),
        ("kind", "a" * 5000),
    ],
)
def test_another_word_is_refused_with_the_accepted_ones(field: str, text: str) -> None:
    form = vocabulary.normalize(text, Hints(field=field))
    assert form.values == ()
    assert [found.code for found in form.findings] == ["vocabulary.unknown-word"]
    accepted = {"relationship": "hot_prospect", "kind": "professional", "origin": "rented", "preferred_channel": "post"}
    assert accepted[field] in form.findings[0].message
    assert field in form.findings[0].message


@pytest.mark.parametrize("text", ["", " ", "NC", "-", "inconnu", "NULL", "n/a"])
def test_a_cell_that_says_nothing_gives_nothing(text: str) -> None:
    form = RELATIONSHIP.normalize(text)
    assert (form.values, form.findings) == ((), ())


def test_a_sources_own_words_mean_what_its_layout_says() -> None:
    hints = Hints(codes={"lead": "prospect", "2": "customer", "0": ""})
    assert [RELATIONSHIP.normalize(text, hints).values for text in ("Lead", "2.0", "0", "perdu")] == [
        (Relationship.PROSPECT,),
        (Relationship.CUSTOMER,),
        (),
        (Relationship.FORMER,),
    ]


@pytest.mark.parametrize("hints", [None, Hints(), Hints(field="city")])
def test_the_list_has_to_be_named(hints: Hints | None) -> None:
    with pytest.raises(ValueError, match="Say which list"):
        vocabulary.normalize("client", hints)


@pytest.mark.parametrize(
    ("field", "values"),
    [
        (RELATIONSHIP.name, Relationship),
        (KIND.name, ContactKind),
        (ORIGIN.name, Origin),
        (PREFERRED_CHANNEL.name, Channel),
    ],
)
def test_every_value_is_read_from_its_text(field: str, values: type[StrEnum]) -> None:
    assert [vocabulary.normalize(str(value), Hints(field=field)).values for value in values] == [
        (value,) for value in values
    ]


@given(ANY_TEXT)
def test_any_text_gives_at_most_one_value(text: str) -> None:
    form = PREFERRED_CHANNEL.normalize(text)
    assert len(form.values) + len(form.findings) < 2
