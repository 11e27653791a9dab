"""The tree: text, builder and JSON make the same one."""

from __future__ import annotations

import datetime as dt
import json
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.errors import SegmentError
from contactbase.segment import nodes
from contactbase.segment.builder import F
from contactbase.segment.parser import parse
from contactbase.segment.phrases import exactly, in_list, last, money, opted_in, sample
from contactbase.segment.serial import from_data, from_json, to_json, tree_id
from segment.trees import Trees


@given(st.integers(0, 2**32))
def test_printing_and_reading_gives_the_tree_back(seed: int) -> None:
    tree = Trees(Random(seed)).expr(4)
    parsed = parse(str(tree))
    assert parsed.tree == tree, str(tree)
    assert parsed.diagnostics == ()


@given(st.integers(0, 2**32))
def test_json_gives_the_tree_back(seed: int) -> None:
    tree = Trees(Random(seed)).expr(4)
    assert from_json(to_json(tree)) == tree
    assert tree_id(from_json(to_json(tree))) == tree_id(tree)


BUILT = [
    ((F.city == "Lyon") & F.age.between(25, 34), 'city = "Lyon" and age between 25 and 34'),
    ((F.city != exactly("Lyon")) | ~(F.spent > money(100, "EUR")), 'city != exactly "Lyon" or not spent > 100 EUR'),
    (F.purchases.where(F.category == "x").within(last(2).years).exists(),
     'has purchases where category = "x" in last 2 years'),
    (F.purchases.missing() & opted_in("sms"), "has no purchases and opted in to sms"),
    (F.purchases.amount.within(last(12).months).sum() >= money("500.50", "EUR"),
     "sum(purchases.amount in last 12 months) >= 500.50 EUR"),
    (F.purchases["count"].max() == 3, "max(purchases.count) = 3"),
    (F.last_purchase.is_within(nodes.Before(nodes.Ago(3, nodes.Unit.YEAR))), "last_purchase is before 3 years ago"),
    (F.birth_date.anniversary().is_within(nodes.Today()), "anniversary(birth_date) is today"),
    (in_list("vip") - sample(10, "a"), 'in list "vip" and not sample 10% seed "a"'),
    (F["birth_date"] < dt.date(1990, 1, 1), "birth_date < 1990-01-01"),
    (F.tags.has_any("a", "b") & F.city.is_in("x") & F.city.starts_with("y") & F.city.unknown(),
     'tags has any of ("a", "b") and city in ("x") and city starts with "y" and city is unknown'),
]  # fmt: skip


@pytest.mark.parametrize(("built", "text"), BUILT)
def test_the_builder_writes_the_same_tree_as_the_text(built: object, text: str) -> None:
    assert str(built) == text
    assert built.tree == parse(text).tree  # type: ignore[attr-defined]


def test_a_condition_refuses_to_be_true_or_false() -> None:
    with pytest.raises(TypeError, match=r"& \| ~"):
        bool(F.city == "Lyon")
    with pytest.raises(TypeError, match="Compare it"):
        bool(F.city)
    with pytest.raises(TypeError, match="float"):
        assert F.age > 1.5  # type: ignore[operator]


def test_spans_are_outside_equality_and_nested_ands_are_flat() -> None:
    assert parse("a is known").tree == parse("  a   is known ").tree
    one = parse("x is known and (y is known and z is known)").tree
    assert isinstance(one, nodes.And)
    assert len(one.args) == 3


@pytest.mark.parametrize(
    "wrong",
    [
        "", "[]", "{}", '{"v":2,"expr":{"op":"in_list","name":"x"}}', '{"v":1,"expr":{"op":"nope"}}',
        '{"v":1,"expr":{"op":"in_list","name":3}}', '{"v":1,"expr":{"op":"in_list","name":"x","more":1}}',
        '{"v":1,"expr":{"op":"field","name":"x"}}', '{"v":1,"expr":{"op":"and","args":[]}}',
        '{"v":1,"expr":{"op":"compare","operator":"~","operand":{"op":"field","name":"x"},"value":{"op":"number","value":1}}}',
        '{"v":1,"expr":{"op":"sample","percent":1.5,"seed":""}}', '{"v":1,"expr":{"op":"sample","percent":"NaN"}}',
        '{"v":1,"expr":{"op":"sample","percent":true}}', '{"v":1,"expr":{"op":["and"]}}',
        '{"v":1,"expr":{"op":"sample","percent":1' + "0" * 5000 + "}}",
        '{"v":1,"expr":' + '{"op":"not","arg":' * 300 + "1" + "}" * 301,
        "[" * 100_000,
    ],
)  # fmt: skip
def test_json_that_is_no_segment_is_refused_with_a_diagnostic(wrong: str) -> None:
    with pytest.raises(SegmentError) as caught:
        from_json(wrong)
    assert caught.value.diagnostics


def test_json_is_versioned_and_keeps_relative_periods_relative() -> None:
    found = json.loads(to_json(parse("last_purchase is last 3 months").tree))  # type: ignore[arg-type]
    assert found["v"] == 1
    assert found["expr"]["period"] == {"op": "last", "n": 3, "unit": "month"}
    assert from_data(found) == parse("last_purchase is last 3 months").tree


def test_names_that_are_keywords_wear_back_quotes() -> None:
    tree = nodes.Compare(nodes.FieldRef("not"), nodes.Op.EQ, nodes.Text('a"b\\\n\u200b'))
    assert str(tree).startswith("`not`")
    assert parse(str(tree)).tree == tree


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ('ville = "Lyon" et achats dans les 12 derniers mois', 'ville = "Lyon" and has achats in last 12 months'),
        ("pas d'achats depuis 2026-01-01", "has no achats since 2026-01-01"),
        ("n’a pas d’achats dans le mois dernier", "has no achats in previous month"),
        ("a des achats où montant >= 50 € aujourd'hui", "has achats where montant >= 50 EUR today"),
        ("nombre(achats dans les 3 mois civils précédents) > 2", "count(achats in previous 3 calendar months) > 2"),
        ("a accepté les sms sauf sexe = F ou non échantillon de 10 %",
         "(opted in to sms and not sexe = F) or not sample 10%"),
        ("solde n'est pas avant il y a 3 ans et x est connue", "solde is not before 3 years ago and x is known"),
        ("anniversaire(naissance) est dans", "nothing"),
        ("étiquettes a l'un de (\"vip\") et dans la liste « VIP »", 'étiquettes has any of ("vip") and in list "VIP"'),
    ],
)  # fmt: skip
def test_the_french_words_make_the_same_tree(french: str, english: str) -> None:
    assert parse(french).tree == parse(english).tree


@given(st.text(st.characters(), max_size=12), st.text(st.characters(), max_size=12), st.text("`\"\\'ab\n", max_size=8))
def test_any_name_word_and_text_can_be_written(name: str, word: str, text: str) -> None:
    for one, two in ((name, text), (text, name)):
        tree = nodes.And(
            (
                nodes.Compare(nodes.FieldRef(one), nodes.Op.EQ, nodes.Word(word)),
                nodes.Compare(nodes.FieldRef(word), nodes.Op.EQ, nodes.Text(two)),
                nodes.InList(one),
            )
        )
        parsed = parse(str(tree))
        assert parsed.tree == tree
        assert parsed.diagnostics == ()
