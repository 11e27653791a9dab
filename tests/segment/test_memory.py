"""Answers remembered by value: any number of spellings, in any order, give what asking each time gives."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.model.contact import Contact
from contactbase.segment import Context, Segment
from contactbase.segment.memory import Memo, patient
from segment.trees import AS_OF


@given(
    st.lists(st.one_of(st.none(), st.sampled_from(["Lyon", "LYON", "lyon ", "Nice"]), st.text(max_size=2)), max_size=30)
)
def test_new_spellings_are_learnt_wherever_they_stand(cities: list[str | None]) -> None:
    base = [Contact(id=str(at), city=city) for at, city in enumerate(cities)]
    predicate = Segment("lyon", 'city = "Lyon"').on(as_of=AS_OF)
    wanted = [Segment("lyon", 'city = "Lyon"').matches(contact, as_of=AS_OF) for contact in base]
    assert predicate.flags(base) == wanted
    assert predicate.flags(iter(base)) == wanted
    assert [predicate(contact) for contact in base] == wanted


def test_each_spelling_is_asked_about_once() -> None:
    asked: list[str] = []
    memo = Memo("c", "city", lambda city: asked.append(city) or city == "x")  # type: ignore[func-returns-value]
    run = patient(lambda contacts: [memo.answers[contact.city] for contact in contacts], [memo])
    base = [Contact(id=str(at), city="x" if at % 2 else f"{at % 5_000}") for at in range(20_000)]
    assert run(base) == run(base) == [contact.city == "x" for contact in base]
    assert len(asked) == len(set(asked)) == 2_501


def test_more_spellings_than_are_remembered_give_right_answers_all_the_same() -> None:
    base = [Contact(id="", city=f"Lyon {at % 150_000}") for at in range(160_000)]
    predicate = Segment("one", 'city ends with "7"').on(as_of=AS_OF)
    wanted = [contact for contact in base if str(contact.city).endswith("7")]
    for _ in range(2):
        assert list(predicate.select(base).contacts) == wanted


def test_an_error_of_the_policy_is_the_callers_to_see() -> None:
    def policy(contact: Contact, channel: str, purpose: str, *, as_of: dt.date) -> bool:
        return {"a": True}[contact.id + channel[:0] + purpose[:0] + str(as_of)[:0]]

    segment = Segment("one", 'city = "Lyon" and can receive sms')
    base = [Contact(id="a", city="Lyon"), Contact(id="b", city="LYON")]
    context = Context(can_receive=policy)
    assert segment.select(base[:1], as_of=AS_OF, context=context).ids == ("a",)
    with pytest.raises(KeyError):
        segment.select(base, as_of=AS_OF, context=context)
