"""Totals of a row become events, and no number of orders is made up."""

from __future__ import annotations

import datetime as dt

import pytest

import contactbase as cb
from contactbase.normalize.amount import Amount
from contactbase.normalize.totals import Totals, doubts, purchases

AS_OF = dt.date(2026, 11, 28)
MAY, JUNE = dt.date(2026, 5, 3), dt.date(2026, 6, 4)
HUNDRED, NOTHING, REFUND = Amount(10000, "EUR"), Amount(0, "EUR"), Amount(-5000, "EUR")
ZERO, ALONE, NEGATIVE = (
    "record.zero-orders-but-bought",
    "record.spent-without-orders",
    "record.negative-total",
)
EVENTS = [
    (Totals(), [], []),
    (Totals(orders=0), [], []),
    (Totals(orders=0, spent=NOTHING), [], []),
    (Totals(spent=NOTHING), [], []),
    (Totals(orders=3), [(None, 3, None)], []),
    (Totals(orders=3, spent=HUNDRED), [(None, 3, 10000)], []),
    (Totals(orders=3, spent=NOTHING), [(None, 3, 0)], []),
    (Totals(orders=3, spent=HUNDRED, first=MAY, last=JUNE), [(MAY, 0, None), (JUNE, 3, 10000)], []),
    (Totals(orders=0, spent=HUNDRED), [(None, 0, 10000)], [ZERO]),
    (Totals(orders=0, last=JUNE), [(JUNE, 0, None)], [ZERO]),
    (Totals(spent=HUNDRED), [(None, 0, 10000)], [ALONE]),
    (Totals(last=JUNE), [(JUNE, 1, None)], []),
    (Totals(first=MAY), [(MAY, 1, None)], []),
    (Totals(first=MAY, last=JUNE), [(MAY, 0, None), (JUNE, 1, None)], []),
    (Totals(spent=HUNDRED, last=JUNE), [(JUNE, 1, None), (JUNE, 0, 10000)], [ALONE]),
    (Totals(orders=2, spent=REFUND), [(None, 2, -5000)], [NEGATIVE]),
    (Totals(spent=REFUND), [(None, 0, -5000)], [ALONE, NEGATIVE]),
]


@pytest.mark.parametrize(("totals", "events", "codes"), EVENTS)
def test_totals_become_events_whose_count_was_said(
    totals: Totals, events: list[tuple[dt.date | None, int, int | None]], codes: list[str]
) -> None:
    assert [(event.at, event.count, event.amount) for event in purchases(totals)] == events
    assert [found.code for found in doubts(totals)] == codes


FILES = [
    ("CA total;Nb commandes", "100;0", "orders = 0 and spent = 100 EUR", ZERO),
    ("CA total;Nb commandes", "100;", "orders = 0 and spent = 100 EUR", ALONE),
    ("CA total;Nb commandes", "-50;1", "orders = 1 and spent = -50 EUR", NEGATIVE),
    ("CA total", "100", "orders = 0 and spent = 100 EUR", "record.no-orders-column"),
    ("CA total", "-50", "spent = -50 EUR", NEGATIVE),
]


@pytest.mark.parametrize(("columns", "cells", "segment", "code"), FILES)
def test_a_file_of_totals_says_what_it_leaves_open(columns: str, cells: str, segment: str, code: str) -> None:
    records, _ = cb.read(f"Nom;Email;{columns}\nDurand;d@example.org;{cells}\n".encode())
    base, journal = cb.clean(records, as_of=AS_OF)
    (contact,) = base.values()
    assert cb.Segment("who", segment).matches(contact, as_of=AS_OF)
    assert not cb.Segment("who", "orders = 1").matches(contact, as_of=AS_OF) or "orders = 1" in segment
    assert not cb.Segment("who", "average_basket is known").matches(contact, as_of=AS_OF) or "orders = 1" in segment
    assert journal.count()[code] == 1


def test_totals_that_agree_are_not_remarked_upon() -> None:
    records, _ = cb.read(b"Nom;Email;CA total;Nb commandes\nDurand;d@example.org;100;2\n")
    counted = cb.clean(records, as_of=AS_OF).journal.count()
    assert not {ZERO, ALONE, NEGATIVE, "record.no-orders-column"} & set(counted)
