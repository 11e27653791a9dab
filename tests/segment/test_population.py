"""Functions over a base: RFM, revenue and concentration, templates, overlap, partition."""

from __future__ import annotations

import datetime as dt
import json
from random import Random

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.model.contact import Contact
from contactbase.model.enums import EventKind
from contactbase.model.event import Event
from contactbase.segment import Context, Segment, overlap, partition
from contactbase.segment.nodes import Last, Unit
from contactbase.segment.revenue import concentration, revenue_ranking
from contactbase.segment.rfm import CELLS, cell, ranked, rfm
from contactbase.segment.templates import birthday, cross_sell, dormant, new_customers, referral, win_back
from segment.trees import AS_OF


def test_the_cells_are_every_pair_of_scores_once() -> None:
    for recency in range(1, 6):
        for frequency in range(1, 6):
            held = [
                one.id
                for one in CELLS
                if one.recency[0] <= recency <= one.recency[1] and one.frequency[0] <= frequency <= one.frequency[1]
            ]
            assert held == [cell(recency, frequency).id]
    with pytest.raises(ValueError, match="from 1 to 5"):
        cell(0, 6)


@given(st.dictionaries(st.text(max_size=3), st.integers(-5, 5), min_size=1), st.integers(2, 10))
def test_scores_are_those_of_the_rank_formula_and_depend_on_no_order(values: dict[str, int], n: int) -> None:
    found = ranked(values, n)
    for one, value in values.items():
        rank = 1 + sum(other < value for other in values.values())
        assert found[one] == 1 + n * (rank - 1) // len(values)
        assert 1 <= found[one] <= n
    assert ranked(dict(reversed(values.items())), n) == found


def test_frozen_thresholds_score_one_contact_as_the_base_did(base: list[Contact]) -> None:
    euros = [
        attrs.evolve(one, events=tuple(attrs.evolve(event, currency="EUR") for event in one.events)) for one in base
    ]
    found = rfm(euros, as_of=AS_OF)
    shuffled = Random(1).sample(euros, len(euros))
    assert rfm(shuffled, as_of=AS_OF).scores == found.scores
    assert len(found.scores) + len(found.unscored) == len(base)
    assert len({score.recency for score in found.scores.values()}) > 2
    for contact in euros:
        assert found.thresholds.score(contact, as_of=AS_OF) == found.scores.get(contact.id)
    assert sum(found.cells.values()) == len(found.scores)
    some = found.cells.most_common(1)[0][0]
    named = Segment("s", 'in list "cell"').select(euros, as_of=AS_OF, context=Context(lists={"cell": found.ids(some)}))
    assert len(named) == found.cells[some]
    with pytest.raises(ValueError, match="no part 'x'"):
        found.ids("x")


def test_a_customer_of_two_currencies_is_not_scored() -> None:
    bought = tuple(Event(kind=EventKind.PURCHASE, at=AS_OF, amount=1, currency=one) for one in ("EUR", "USD"))
    found = rfm([Contact(id="a", events=bought), Contact(id="b")], as_of=AS_OF)
    assert found.unscored == ("a", "b")


def _buyer(name: str, *amounts: int, day: dt.date = dt.date(2026, 2, 10), currency: str = "EUR") -> Contact:
    events = (Event(kind=EventKind.PURCHASE, at=day, amount=one, currency=currency) for one in amounts)
    return Contact(id=name, events=tuple(events))


def test_revenue_ranks_the_contacts_of_the_previous_month() -> None:
    base = [
        _buyer("a", 100, 200), _buyer("b", 300), _buyer("c", 500), _buyer("late", 900, day=AS_OF),
        _buyer("usd", 10, currency="USD"), Contact(id="none"),
    ]  # fmt: skip
    found = revenue_ranking(base, as_of=AS_OF)
    assert [(row.contact_id, row.minor, row.rank) for row in found.rows] == [
        ("c", 500, 1),
        ("a", 300, 2),
        ("b", 300, 2),
    ]
    assert found.unread == ("usd",)
    assert found.total == 1100
    assert found.concentration(0.4).alert
    assert not found.concentration().alert
    year = revenue_ranking(base, as_of=AS_OF, period=Last(12, Unit.MONTH))
    assert year.rows[0].contact_id == "late"


def test_a_refund_takes_the_meaning_from_shares() -> None:
    found = concentration({"a": 100, "b": -20})
    assert (found.top_share, found.hhi, found.alert, found.negative) == (None, None, False, ("b",))
    assert concentration({}).top_share is None


def test_templates_are_segments_that_select() -> None:
    base = [
        Contact(id="ring", events=(_event("Bague", 2025, 6),)),
        Contact(id="both", events=(_event("bague", 2026, 3), _event("Collier", 2026, 3), _event("x", 2026, 2))),
        Contact(id="none", birth_date=dt.date(1990, 4, 2)),
    ]
    wanted = {"ring": cross_sell("Bague", "collier"), "both": referral(), "none": birthday()}
    for one, segment in wanted.items():
        assert segment.select(base, as_of=AS_OF).ids == (one,), segment
        assert segment.purpose
        assert segment.description
        assert Segment("x", str(segment)).tree == segment.tree
    assert win_back().select(base, as_of=AS_OF).ids == ("ring",)
    assert new_customers(days=90).select(base, as_of=AS_OF).ids == ("both",)
    assert dormant(spent=100).count(base, as_of=AS_OF) == 0


def _event(category: str, year: int, month: int) -> Event:
    return Event(kind=EventKind.PURCHASE, at=dt.date(year, month, 1), category=category, amount=1, currency="EUR")


def test_overlap_and_partition_count_as_sets_do(base: list[Contact], context: Context) -> None:
    texts = ["city is known", "age >= 30", 'in list "vip"', "has purchases", "opted in to sms"]
    segments = [Segment(text, text) for text in texts]
    sets = [set(one.select(base, as_of=AS_OF, context=context).ids) for one in segments]
    found = overlap(segments, base, as_of=AS_OF, context=context)
    for i, a in enumerate(sets):
        for j, b in enumerate(sets):
            assert found.matrix[i][j] == len(a & b)
            assert found.jaccard(texts[i], texts[j]) == pytest.approx(len(a & b) / len(a | b))
    parts = partition(segments, base, as_of=AS_OF, context=context)
    everybody = {contact.id for contact in base}
    assert set(parts.leftovers) == everybody - set().union(*sets)
    for one in everybody:
        names = tuple(text for text, held in zip(texts, sets, strict=True) if one in held)
        assert parts.overlaps.get(one, ()) == (names if len(names) > 1 else ())
    assert not parts.is_clean
    json.dumps([found.to_json(), parts.to_json()])
    assert str(found).count("\n") == len(texts)
    assert "<td>" in found._repr_html_()
    with pytest.raises(ValueError, match="one name"):
        overlap([segments[0], segments[0]], base, as_of=AS_OF)


def test_a_clean_partition_says_so(base: list[Contact]) -> None:
    one = Segment("in", "city is known")
    found = partition([one, ~one], base, as_of=AS_OF)
    assert found.is_clean
    assert sum(found.sizes.values()) == len(base)
