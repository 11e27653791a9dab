"""Those written to, beside those held back."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.errors import MessageError
from contactbase.model.contact import Contact
from contactbase.model.enums import Channel
from contactbase.model.rate import Rate
from contactbase.reporting.results.lift import Lift, lift_of
from reporting.results.mailings import TODAY, bases, contact, event, purchase


def lift(base: list[Contact], control: set[str], **more: object) -> Lift:
    asked = {"campaign": "spring", "channel": Channel.SMS, "as_of": TODAY, "control": control} | more
    return lift_of(base, **asked)  # type: ignore[arg-type]  # keywords of a table


def crowd(name: str, size: int, buyers: int, *, sent: bool) -> list[Contact]:
    return [
        contact(f"{name}-{n}", *([event("delivery")] if sent else []), *([purchase(5)] if n < buyers else []))
        for n in range(size)
    ]


def test_both_groups_are_counted_alike_and_a_bounce_stays_in() -> None:
    base = [
        contact("c-1", event("delivery"), purchase(2)),
        contact("c-2", event("bounce"), purchase(9)),
        contact("c-3", event("delivery"), purchase(10)),
        contact("c-4", event("delivery"), purchase(1)),
        contact("c-5", purchase(3, campaign="autumn")),
        contact("c-6"),
        contact("c-7", purchase(3)),
    ]
    found = lift(base, {"c-5", "c-6"})
    assert (found.treated, found.control) == (Rate(2, 4), Rate(1, 2))
    assert (found.difference, found.is_shown) == (0.0, False)


def test_a_difference_is_shown_when_its_interval_leaves_out_zero() -> None:
    base = crowd("a", 400, 60, sent=True) + crowd("b", 400, 20, sent=False)
    control = {f"b-{n}" for n in range(400)}
    found = lift(base, control)
    assert found.is_shown
    assert str(found) == (
        "Bought: 60 of 400 written to, 20 of 400 held back. Difference +10.0 points (+5.9 to +14.2): shown."
    )
    assert found.say("fr").endswith("Écart +10,0 points (+5,9 à +14,2) : établi.")
    few = lift(crowd("a", 40, 6, sent=True) + crowd("b", 40, 2, sent=False), control)
    assert (few.difference, few.is_shown) == (found.difference, False)


def test_who_was_held_back_and_written_to_counts_nowhere_and_testers_neither() -> None:
    base = crowd("a", 4, 1, sent=True) + crowd("b", 2, 1, sent=False)
    found = lift(base, {"a-0", "b-0", "b-1"}, testers={"a-1", "b-1"})
    assert (found.treated, found.control) == (Rate(0, 2), Rate(1, 1))
    assert [(each.code, each.message[0]) for each in found.findings] == [("results.control-written-to", "1")]


def test_an_empty_group_is_nothing_to_compare() -> None:
    found = lift(crowd("a", 2, 1, sent=True), set())
    assert (found.difference, found.interval, found.is_shown) == (None, None, False)
    assert found.say("fr") == "Il n'y a rien à comparer : 2 destinataires, 0 témoins."


def test_what_cannot_be_compared_yet_is_refused() -> None:
    sent = crowd("a", 2, 1, sent=True)
    for more, sentence in (
        ({"within_days": -1}, "are no period"),
        ({"campaign": "autumn"}, "No day of sending"),
        ({"as_of": dt.date(2026, 3, 8)}, "end on 2026-03-09"),
    ):
        with pytest.raises(MessageError, match=sentence):
            lift(sent, set(), **more)
    assert lift(sent, set(), as_of=dt.date(2026, 3, 9)).treated == Rate(1, 2)


@given(bases(), st.sets(st.integers(0, 11)))
def test_nobody_is_in_both_groups(base: list[Contact], numbers: set[int]) -> None:
    control = {f"c-{number}" for number in numbers}
    sent = [*base, contact("c-99", event("delivery", 1))]
    found = lift(sent, control, as_of=dt.date(2026, 4, 30))
    mixed = sum(int(each.message.split()[0]) for each in found.findings)
    present = control & {one.id for one in base}
    assert found.control.of + mixed == len(present)
    assert found.treated.of + found.control.of + mixed <= len(sent)
