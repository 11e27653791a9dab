"""The rules of retention as texts of the language: the same answers as `retain`, in Python and through SQL."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import Direction, EventKind, Relationship
from contactbase.model.event import Event
from contactbase.model.schema import SCHEMA
from contactbase.policy.catalog import FR, POLICIES
from contactbase.policy.clock import Clock
from contactbase.policy.policy import Policy
from contactbase.policy.retain import retain
from contactbase.policy.rule import RetentionRule
from contactbase.policy.texts import RetentionTexts, retention_texts
from laws.strategies import DAYS, bases
from segment.databases import duckdb, sqlite

RETAINING = [policy for policy in POLICIES.values() if policy.of(RetentionRule)]
TODAY = dt.date(2026, 11, 22)
HOUSE = attrs.evolve(
    FR,
    rules=tuple(
        attrs.evolve(
            FR.of(RetentionRule)[0],
            id=f"house.{number}",
            scope=f'postcode starts with "{number}"',
            clocks=clocks,
            months=months,
        )
        for number, (clocks, months) in enumerate(
            [
                ((Clock.COLLECTED_ON,), 6),
                ((Clock.LAST_PURCHASE, Clock.COLLECTED_ON), 25),
                ((Clock.RELATIONSHIP_END, Clock.LAST_CONTACT_BY_PERSON, Clock.COLLECTED_ON), 36),
                ((Clock.RELATIONSHIP_END,), 1),
            ]
        )
    ),
)
"""Rules by other clocks than the shipped ones have, each about the postcodes that begin with one digit."""
JUDGED = {**{policy.id: policy for policy in RETAINING}, "house": HOUSE}
DUE = {"retention.no-date": "undated", "retention.future-date": "future"}


def decided(base: ContactBase, policy: Policy, as_of: dt.date) -> dict[tuple[str, str], set[str]]:
    """Give the ids by rule and by what the rule says of them."""
    found: dict[tuple[str, str], set[str]] = {}
    for decision in retain(base, policy, as_of=as_of).decisions:
        found.setdefault((decision.rule, DUE.get(decision.code, "due")), set()).add(decision.contact)
    return found


def said(texts: RetentionTexts, name: str, base: ContactBase, as_of: dt.date) -> set[str]:
    return set(getattr(texts, name).select(base, as_of=as_of).ids)


@settings(deadline=None, max_examples=50)
@given(bases(), DAYS, st.sampled_from(sorted(JUDGED)), st.data())
def test_the_texts_say_whom_retain_finds(base: ContactBase, as_of: dt.date, name: str, data: st.DataObject) -> None:
    policy = JUDGED[name]
    ends = st.none() | DAYS
    base = ContactBase.of(
        attrs.evolve(contact, relationship_end=data.draw(ends), postcode=data.draw(st.sampled_from("0123")))
        for contact in base.values()
    )
    expected = decided(base, policy, as_of)
    for texts in retention_texts(policy, as_of=as_of):
        for kind in ("due", "undated", "future"):
            assert said(texts, kind, base, as_of) == expected.get((texts.rule, kind), set())


@settings(deadline=None, max_examples=50)
@given(bases(), DAYS)
def test_what_is_due_by_a_doubtful_clock_alone_is_due(base: ContactBase, as_of: dt.date) -> None:
    for texts in retention_texts(FR, as_of=as_of):
        assert said(texts, "doubtful", base, as_of) <= said(texts, "due", base, as_of)


def hostile() -> ContactBase:
    """Make contacts whose dates lie around every edge, by every clock."""
    days = [None, *(dt.date(2023, 11, day) for day in (20, 21, 22, 23)), TODAY, dt.date(2026, 11, 23), dt.date(1, 1, 1)]
    contacts: list[Contact] = []
    for relationship in (None, Relationship.PROSPECT, Relationship.FORMER):
        for collected in days:
            for act in days:
                for direction in Direction:
                    events = () if act is None else (Event(kind=EventKind.PURCHASE, at=act, direction=direction),)
                    for end in (None, dt.date(2023, 11, 21), dt.date(2030, 1, 1)):
                        contacts.append(
                            Contact(
                                id=f"c-{len(contacts)}",
                                relationship=relationship,
                                collected_on=collected,
                                relationship_end=end,
                                events=events,
                                postcode=str(len(contacts) % 4),
                            )
                        )
    return ContactBase.of(contacts)


@pytest.mark.parametrize("policy", [FR, HOUSE], ids=["fr", "house"])
@pytest.mark.parametrize("engine", ["duckdb", "sqlite"])
def test_a_database_gives_the_same_answers(engine: str, policy: Policy) -> None:
    if engine == "duckdb":
        pytest.importorskip("duckdb")
    base = hostile()
    run = {"duckdb": duckdb, "sqlite": sqlite}[engine](base.values(), SCHEMA)
    expected = decided(base, policy, TODAY)
    for texts in retention_texts(policy, as_of=TODAY):
        for kind in ("due", "undated", "future"):
            text, parameters = getattr(texts, kind).to_sql(engine, as_of=TODAY)
            assert run(text, parameters) == expected.get((texts.rule, kind), set())
    assert {name for _, name in expected} == {"due", "undated", "future"}


def test_a_period_that_leaves_the_calendar_is_due_for_nobody() -> None:
    eternal = attrs.evolve(HOUSE, rules=(attrs.evolve(HOUSE.of(RetentionRule)[0], months=12 * 9000),))
    (texts,) = retention_texts(eternal, as_of=TODAY)
    assert said(texts, "due", hostile(), TODAY) == set()


def test_a_due_contact_is_explained_as_a_segment_is() -> None:
    contact = Contact(id="c-1", collected_on=dt.date(2020, 5, 1))
    (prospect, _) = retention_texts(FR, as_of=TODAY)
    assert "collected_on <= 2023-11-21: 2020-05-01" in prospect.due.explain(contact, as_of=TODAY).say()
