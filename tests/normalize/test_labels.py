"""Lists of labels in one cell: separators, quotes, brackets, spellings of one label."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.model.hints import Hints
from contactbase.normalize import labels as labels_module
from contactbase.normalize.labels import LABELS, label_text

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=24)
LISTISH = st.text("abé \"',;|[]*:\n\u037e", max_size=16)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Bijoux", ("Bijoux",)),
        ("Bijoux, Voyages", ("Bijoux", "Voyages")),
        ("Bijoux;Voyages|Sport\nMode", ("Bijoux", "Voyages", "Sport", "Mode")),
        (" Bijoux ,, ;Voyages; ", ("Bijoux", "Voyages")),
        ("Bijoux, BIJOUX, bijoux", ("Bijoux",)),
        ("Été, ete", ("Été",)),
        ('"Paris, Lyon", Nice', ("Paris, Lyon", "Nice")),
        ('"Editors"', ("Editors",)),
        ('"""Editors""","""Writers"""', ("Editors", "Writers")),
        ('"Editors","Writers"', ("Editors", "Writers")),
        ('"" "" Editors " "', ("Editors",)),
        ('un "grand" client', ('un "grand" client',)),
        ('"unclosed, b', ('"unclosed', "b")),
        ("* myContacts ::: Friends ::: * starred", ("myContacts", "Friends", "starred")),
        ("Paris, Lyon ::: Nice", ("Paris, Lyon", "Nice")),
        ("['email','web']", ("email", "web")),
        ('["email", "web, mobile"]', ("email", "web, mobile")),
        ("[]", ()),
        ("[VIP]", ("VIP",)),
        ("❤, VIP", ("❤", "VIP")),
        ("none", ()),
        ("NC", ()),
        ('"NC"', ("NC",)),
        ('NC, "NC"', ("NC",)),
        ('* "a,b" ::: c', ("a,b", "c")),
        ("-", ()),
        ("", ()),
        (" , ; ", ()),
        ("CafÃ©", ("Café",)),
    ],
)
def test_a_list_cell_is_read(text: str, labels: tuple[str, ...]) -> None:
    assert labels_module.normalize(text).values == labels


def test_a_layouts_separator_is_the_only_one_beside_the_line_break() -> None:
    assert LABELS.normalize("a, b; c\nd", Hints(list_separator=";")).values == ("a, b", "c", "d")
    assert LABELS.normalize("a, b ::: c", Hints(list_separator=" ::: ")).values == ("a, b", "c")
    assert LABELS.normalize('"a;b";c', Hints(list_separator=";")).values == ("a;b", "c")


def test_a_repair_is_said() -> None:
    form = LABELS.normalize("CafÃ©, VIP", Hints(field="interests"))
    assert [(found.code, found.field) for found in form.findings] == [("text.mojibake-repaired", "interests")]


@given(ANY_TEXT | LISTISH)
def test_a_label_is_read_back_from_its_text(text: str) -> None:
    for label in LABELS.normalize(text).values:
        assert LABELS.normalize(label_text(label)).values == (label,)


@given(ANY_TEXT | LISTISH)
def test_the_list_of_the_labels_is_read_as_the_same_labels(text: str) -> None:
    labels = LABELS.normalize(text).values
    assert LABELS.normalize("|".join(map(label_text, labels))).values == labels


@pytest.mark.parametrize("piece", ["a,", '"', '"a",', '""a,', ",", " ", "[", "* ", ":::", "'"])
def test_a_cell_of_millions_of_characters_is_read_in_linear_time(piece: str) -> None:
    labels_module.normalize(piece * (500_000 // len(piece)))
