"""Errors that a table of sentences would not make clearer: their codes, from texts and from built trees."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from contactbase.errors import SegmentError
from contactbase.model.schema import SCHEMA
from contactbase.segment import (
    F,
    Segment,
    can_receive,
    diagnose_text,
    in_segment,
    last,
    money,
    next_,
    nodes,
    opted_in,
    opted_out,
    previous,
    sample,
    since,
    this,
)
from contactbase.segment.parser import parse
from contactbase.segment.vocabulary import Vocabulary, distance, suggest


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("has purchases where opted in to sms", "E106"),
        ("has purchases where has messages", "E106"),
        ("has purchases where count(messages) > 1", "E106"),
        ("has purchases where anniversary(at) is today", "E106"),
        ('has purchases where in list "x"', "E106"),
        ("has purchases where sample 10%", "E106"),
        ('has purchases where colour = "x"', "E101"),
        ("sum(purchases.amuont) > 1 EUR", "E101"),
        ("has purchases in last 2000 years", "E131"),
        ("anniversary(city) is today", "E113"),
        ("anniversary(birth_date) is known", "E111"),
        ("anniversary(birth_date) = 2026-01-01", "E111"),
        ("age is today", "E111"),
        ("age is not last 3 days", "E111"),
        ("age has any of (3)", "E111"),
        ('city between "a" and "b"', "E111"),
        ('age contains "3"', "E111"),
        ("tags has any of (vip)", "E110"),
        ('tags has any of (exactly "vip")', "E122"),
        ("city = 3", "E110"),
        ('birth_date = "soon"', "E110"),
        ("spent = 1.001", "E110"),
        ("age = 3 EUR", "E110"),
        ("sex = 1", "E110"),
        ('city in ("Lyon", 3)', "E110"),
        ('opted in to sms for "promo"', "E120"),
        ("purchases.amount > 3", "E100"),
        ("city is", "E100"),
        ('city is not "x"', "E100"),
        ("city is (", "E100"),
        ("age between 3 or 4", "E100"),
        ("last_purchase is between today or yesterday", "E100"),
        ("last_purchase is since today", "E100"),
        ('last_purchase is before "x"', "E100"),
        ("last_purchase is before 3 days", "E100"),
        ("last_purchase is this", "E130"),
        ("last_purchase is previous 3", "E130"),
        ("last_purchase dans les 3 précédents", "E130"),
        ("last_purchase dans les 3 mois", "E100"),
        ("last_purchase is previous 0 months", "E133"),
        ("in list vip", "E100"),
        ("sample x", "E100"),
        ("opted in to", "E100"),
        ("count purchases > 3", "E100"),
        ("has purchases in", "E100"),
        ("city = exactly Lyon", "E100"),
        ("age in 3", "E100"),
        ("count(purchases > 3", "E100"),
        ("spent > 5 $", "E141"),
        ("spent > 5 USF", "E141"),
        ('city = "a" b c', "E100"),
        ('city = "a") or age > 3', "E100"),
    ],
)  # fmt: skip
def test_a_wrong_text_has_this_code(text: str, code: str) -> None:
    tree, found = diagnose_text(text)
    assert tree is None
    assert code in {one.code for one in found}, [str(one) for one in found]
    for one in found:
        assert one.span is None or 0 <= one.span.start <= one.span.end <= len(text)
        assert one.to_json()["en"] == one.message
        assert one.say("fr")


@pytest.mark.parametrize(
    ("tree", "code"),
    [
        (F.nothing == 3, "E101"),
        (F.city == 3, "E110"),
        (F.spent > nodes.Money(1, "XXX"), "E141"),
        (F.last_purchase.is_within(last(0).days), "E133"),
        (F.last_purchase.is_within(next_(100_000).years), "E131"),
        (sample(101), "E170"),
        (sample(Decimal("0.12345")), "E170"),
        (F.age.is_in(*range(10_001)), "E163"),
        (F.city.contains(""), "E121"),
    ],
)
def test_a_built_tree_is_checked_as_a_text_is(tree: object, code: str) -> None:
    with pytest.raises(SegmentError) as caught:
        Segment("s", tree)  # type: ignore[arg-type]
    assert {one.code for one in caught.value.diagnostics} == {code}  # type: ignore[attr-defined]


def test_the_builder_has_a_word_for_everything() -> None:
    for built, text in (
        (F.city.not_in("a") & ~F.city.ends_with("b"), 'city not in ("a") and not city ends with "b"'),
        (F.tags.has_all("a") | F.tags.has_none("b"), 'tags has all of ("a") or tags has none of ("b")'),
        (F.age.known() & F.loyal.is_in(True), "age is known and loyal in (true)"),
        (F.at.is_not_within(previous(2).weeks), "at is not previous 2 calendar weeks"),
        (F.at.is_within(this("month")), "at is this month"),
        (F.at.is_within(since(dt.date(2026, 1, 2))), "at is since 2026-01-02"),
        (F.purchases.amount.avg() < money(3, "EUR"), "avg(purchases.amount) < 3 EUR"),
        (F.purchases.amount.min() <= money(3, "JPY"), "min(purchases.amount) <= 3 JPY"),
        (F.purchases.at.first() == dt.date(2026, 1, 1), "first(purchases.at) = 2026-01-01"),
        (F.purchases.category.last() != "x", 'last(purchases.category) != "x"'),
        (F.purchases.product.distinct() > 2, "distinct(purchases.product) > 2"),
        (F.purchases.product.favourite() == "x", 'favourite(purchases.product) = "x"'),
        (opted_out("sms", "service") & can_receive("email"), 'opted out of sms for "service" and can receive email'),
        (opted_in("sms") & in_segment("x"), 'opted in to sms and in segment "x"'),
    ):  # fmt: skip
        assert str(built) == text
        assert built.tree == parse(text).tree
    wrong: list[tuple[Any, str]] = [(1.5, "EUR"), (1, "XXX"), ("0.001", "EUR")]
    for amount, currency in wrong:
        with pytest.raises(ValueError, match=r"exact|decimals"):
            money(amount, currency)
    with pytest.raises(AttributeError):
        F.__nothing__  # noqa: B018 - asking is the test
    with pytest.raises(AttributeError):
        F.city.__nothing__  # noqa: B018 - asking is the test


def test_a_node_refuses_parts_that_are_none() -> None:
    for wrong in (Decimal("NaN"), Decimal("Infinity")):
        with pytest.raises(ValueError, match="NaN"):
            nodes.Number(wrong)
    with pytest.raises(TypeError):
        nodes.Number(1.5)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="at least two"):
        nodes.And((nodes.InList("x"),))
    assert nodes.Number(Decimal("3.0")) == nodes.Number(3)


def test_suggestions_are_near_or_none() -> None:
    assert distance("ctiy", "city", 2) == 1
    assert distance("abc", "abc", 1) == 0
    assert distance("kitten", "sitting", 2) == 3
    assert distance("a", "abcdef", 2) == 3
    names = {"city": "city", "sex": "sex", "f": "F", "m": "M"}
    assert suggest("citty", names) == "city"
    assert suggest("Femme", names) == "F"
    assert suggest("zzzzzz", names) is None
    assert suggest("x" * 10_000, names) is None


def test_the_name_of_a_custom_field_wins_over_its_fold() -> None:
    schema = SCHEMA.extend(Étage=int, _etage=int)
    vocabulary = Vocabulary.of(schema)
    for name in ("Étage", "_etage"):
        found = vocabulary.field(name)
        assert found is not None
        assert found.name == name
