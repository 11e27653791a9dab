"""The laws of joining orders: every row in exactly one part, nothing twice, any order of rows, and undo."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Final

from hypothesis import given
from hypothesis import strategies as st

import contactbase as cb

TODAY: Final = dt.date(2026, 11, 22)
COLUMNS: Final = ("commande", "date", "id client", "email", "téléphone", "montant", "statut", "produit")

ROWS = st.tuples(
    st.sampled_from(["", "A1", "A2", "A3", " A1 ", "=1+1"]),
    st.sampled_from(["2026-05-03", "2026-05-04", "03/05/2026", "2027-01-01", "hier", ""]),
    st.sampled_from(["", "1", "2", "9", "0", "7"]),
    st.sampled_from(["", "lea@example.org", "LEA@example.org ", "max@example.org", "house@example.org", "n/a"]),
    st.sampled_from(["", "06 12 34 56 78", "+33612345678", "12"]),
    st.sampled_from(["5,00 €", "7,00", "-2,00", "", "1.234", "mille", "3 $", "0"]),
    st.sampled_from(["payée", "Payé", "annulée", "", "?", "remboursée"]),
    st.sampled_from(["", "thé", "bague"]),
)
TOTALS = st.lists(
    st.builds(
        cb.Event,
        kind=st.just(cb.EventKind.PURCHASE),
        at=st.sampled_from([None, dt.date(2026, 5, 3), dt.date(2026, 5, 4), dt.date(2025, 1, 1)]),
        amount=st.sampled_from([None, 500, 700, 5000]),
        currency=st.sampled_from(["EUR", "USD"]),
        count=st.integers(0, 4),
    ),
    max_size=2,
).map(tuple)
UNITS = st.sampled_from(cb.PurchaseUnit)


def base_of(*held: tuple[cb.Event, ...]) -> cb.ContactBase:
    lea, house = cb.Email("lea@example.org", "lea@example.org"), cb.Email("house@example.org", "house@example.org")
    return cb.ContactBase.of(
        [
            cb.Contact(id="1", emails=(lea,), events=held[0]),
            cb.Contact(id="2", emails=(house,), phones=(cb.Phone("+33612345678"),), events=held[1]),
            cb.Contact(id="7", emails=(house, cb.Email("max@example.org", "max@example.org"))),
        ]
    )


BASES = st.builds(base_of, TOTALS, TOTALS)


def orders_of(rows: list[tuple[str, ...]], unit: cb.PurchaseUnit) -> cb.Outcome[cb.KeyedEvents]:
    return cb.read_orders([dict(zip(COLUMNS, row, strict=True)) for row in rows], as_of=TODAY, unit=unit)


@given(st.lists(ROWS, min_size=1, max_size=12), BASES, UNITS)
def test_every_row_is_joined_or_has_one_rejection(
    rows: list[tuple[str, ...]], base: cb.ContactBase, unit: cb.PurchaseUnit
) -> None:
    orders, heard = orders_of(rows, unit)
    _, journal = cb.join(base, orders)
    (done,) = (dict(one.details) for one in journal.findings if one.code == "join.done")
    assert done["rows"] == len(rows)
    assert int(done["joined"]) + int(done["unmatched"]) + int(done["rejected"]) == len(rows)
    places = [one.source.row for one in (*heard.rejections, *journal.rejections)]
    assert len(places) == len(set(places)) == int(done["unmatched"]) + int(done["rejected"])


@given(st.lists(ROWS, min_size=1, max_size=12), BASES, UNITS)
def test_joining_again_changes_nothing_and_undo_gives_back_what_was(
    rows: list[tuple[str, ...]], base: cb.ContactBase, unit: cb.PurchaseUnit
) -> None:
    orders = orders_of(rows, unit).value
    after, journal = cb.join(base, orders)
    assert cb.undo(after, journal) == base
    again, told = cb.join(after, orders)
    assert again is after
    assert told.amendments == ()
    assert {change.contact for change in cb.diff(base, after)} == {one.contact for one in journal.amendments}


@given(st.lists(ROWS, min_size=1, max_size=12), BASES, UNITS, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_nothing(
    rows: list[tuple[str, ...]], base: cb.ContactBase, unit: cb.PurchaseUnit, chance: object
) -> None:
    shuffled = list(rows)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # a random.Random
    (one, heard), (other, heard_other) = orders_of(rows, unit), orders_of(shuffled, unit)
    (after, journal), (after_other, journal_other) = cb.join(base, one), cb.join(base, other)
    assert dict(after) == dict(after_other)
    told = [
        Counter(entry.code for entry in (*a.rejections, *b.rejections))
        for a, b in ((heard, journal), (heard_other, journal_other))
    ]
    assert told[0] == told[1]


@given(st.lists(ROWS, min_size=1, max_size=12), UNITS)
def test_no_money_appears_that_no_cell_states(rows: list[tuple[str, ...]], unit: cb.PurchaseUnit) -> None:
    after, _ = cb.join(base_of((), ()), orders_of(rows, unit).value)
    most = sum({"5,00 €": 500, "7,00": 700, "3 $": 300, "1.234": 123_400}.get(row[5], 0) for row in rows)
    assert sum(event.amount or 0 for one in after.values() for event in one.events) <= most
