"""Who brings the revenue: alerts at the threshold, priority, balances below zero, other currencies."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contactbase.model.contact import Contact
from contactbase.model.enums import EventKind
from contactbase.model.event import Event
from contactbase.reporting.dominance import base_dominance, dominance


def bought(contact: str, amount: int, currency: str | None = "EUR", at: str = "2025-06-01") -> Contact:
    event = Event(kind=EventKind.PURCHASE, at=dt.date.fromisoformat(at), amount=amount, currency=currency)
    return Contact(id=contact, events=(event,))


@pytest.mark.parametrize(
    ("revenue", "threshold", "priority", "codes"),
    [
        ({"a": 900, "b": 60, "c": 40}, Fraction(9, 10), ("a",), ["revenue.concentrated"]),
        ({"a": 899, "b": 61, "c": 40}, Fraction(9, 10), (), []),
        ({"a": 899, "b": 61, "c": 40}, 0.899, ("a",), ["revenue.concentrated"]),
        ({"b": 400, "a": 400, "c": 200}, 0.4, ("a", "b"), ["revenue.concentrated"]),
        ({"a": 100, "b": -20}, Fraction(9, 10), (), ["revenue.negative"]),
        ({}, Fraction(9, 10), (), []),
        ({"a": 0}, Fraction(9, 10), (), []),
    ],
)
def test_the_alert_comes_at_the_threshold(
    revenue: dict[str, int], threshold: float | Fraction, priority: tuple[str, ...], codes: list[str]
) -> None:
    found = dominance(revenue, threshold=threshold)
    assert (found.priority, [one.code for one in found.findings]) == (priority, codes)
    assert found.alert == bool(priority)


def test_a_base_is_judged_by_what_was_bought_in_the_period_in_one_currency() -> None:
    base = [bought("a", 9_500), bought("b", 500), bought("c", 99_999, "USD"), bought("d", 99_999, at="2024-01-01")]
    found = base_dominance(base, as_of=dt.date(2026, 3, 2))
    assert (found.concentration.top, found.alert, found.unread) == ("a", True, ("c",))
    assert [one.code for one in found.findings] == ["revenue.concentrated", "revenue.other-currency"]
    assert found.findings[0].contact == "a"
    assert found.findings[0].message == "One customer brings 95 % of the revenue."


def test_the_figures_are_said_in_both_languages() -> None:
    assert dominance({"a": 3, "b": 1}).say() == "a brings 75.0 % of the revenue (HHI 0.625)."
    assert dominance({"a": 3, "b": 1}, threshold=0.5).say("fr").endswith("(HHI 0,625). Prioritaire : a.")
    assert dominance({}).say("fr") == "Ce chiffre d'affaires n'a pas de parts."


@given(st.dictionaries(st.text(min_size=1), st.integers(0, 10**12)), st.fractions(0, 1))
@settings(deadline=None)
def test_the_alert_is_about_the_first_of_those_with_priority(revenue: dict[str, int], threshold: Fraction) -> None:
    found = dominance(revenue, threshold=threshold)
    if found.alert:
        assert found.priority[0] == found.concentration.top
    else:
        assert found.priority == ()
    shares = [Fraction(revenue[one], sum(revenue.values())) for one in found.priority]
    assert shares == sorted(shares, reverse=True)
    assert all(share >= threshold for share in shares)
