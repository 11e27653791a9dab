"""The history of a base: every change is told once, and no value is told of a day it was not there."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.model.canonical import contact_texts
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import EventKind
from contactbase.model.event import Event
from contactbase.model.history import ChangeKind, History, change_events

ONE, TWO, THREE = dt.date(2026, 1, 1), dt.date(2026, 2, 1), dt.date(2026, 3, 1)


def base(**cities: str | None) -> ContactBase:
    return ContactBase.of(Contact(id=name, city=city) for name, city in cities.items())


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [(None, "Lyon", ChangeKind.FILLED), ("Lyon", "Brest", ChangeKind.CHANGED), ("Lyon", None, ChangeKind.EMPTIED)],
)
def test_a_change_is_of_its_kind(before: str | None, after: str | None, kind: ChangeKind) -> None:
    (event,) = change_events(base(A=before), base(A=after), on=TWO)
    assert (event.kind, event.field, event.before, event.after, event.on) == (kind, "city", before, after, TWO)


def test_equal_bases_give_nothing() -> None:
    assert change_events(base(A="Lyon"), base(A="Lyon"), on=TWO) == ()


def test_new_events_of_a_contact_are_no_change_of_a_field() -> None:
    bought = Event(kind=EventKind.PURCHASE, at=ONE)
    after = ContactBase.of([attrs.evolve(base(A="Lyon")["A"], events=(bought,))])
    assert change_events(base(A="Lyon"), after, on=TWO) == ()


def test_custom_fields_have_a_history_too() -> None:
    runs = [ContactBase.of([Contact(id="A", custom=(("rooms", rooms),))]) for rooms in (2, 3)]
    history = History.of([(ONE, runs[0]), (TWO, runs[1])])
    assert history.of_field("A", "rooms") == ((ONE, "2"), (TWO, "3"))


def test_a_contact_that_leaves_and_comes_back_is_told_as_such() -> None:
    history = History.of([(ONE, base(A="Lyon")), (TWO, base()), (THREE, base(A="Brest"))])
    kinds = [event.kind for event in history.of_contact("A")]
    assert kinds == [ChangeKind.LEFT, ChangeKind.EMPTIED, ChangeKind.JOINED, ChangeKind.FILLED]
    assert history.of_field("A", "city") == ((ONE, "Lyon"), (TWO, None), (THREE, "Brest"))
    assert history.value_on("A", "city", dt.date(2026, 2, 15)) is None
    assert history.value_on("A", "city", dt.date(2025, 12, 31)) is None


def test_a_field_that_never_changed_has_one_value_since_the_contact_was_first_seen() -> None:
    history = History.of([(ONE, base(A="Lyon")), (TWO, base(A="Lyon", B="Brest"))])
    assert history.of_field("A", "city") == ((ONE, "Lyon"),)
    assert history.of_field("B", "city") == ((TWO, "Brest"),)
    assert history.of_field("B", "company") == ((TWO, None),)
    assert history.of_field("nobody", "city") == ()


def test_changes_are_counted_by_field() -> None:
    history = History.of([(ONE, base(A="Lyon", B="Lyon")), (TWO, base(A="Brest", C="Nice"))])
    assert history.count() == {"city": 3, "joined": 1, "left": 1}


@pytest.mark.parametrize("day", [ONE, dt.date(2025, 12, 31)])
def test_the_days_of_runs_go_forward(day: dt.date) -> None:
    with pytest.raises(ValueError, match="in order"):
        History.start(base(A="Lyon"), on=ONE).then(base(A="Brest"), on=day)
    with pytest.raises(ValueError, match="at least one run"):
        History.of([])


def test_no_value_stands_in_a_repr() -> None:
    history = History.of([(ONE, base(A="Lyon")), (TWO, base(A="Brest"))])
    assert not {"Lyon", "Brest"} & set(f"{history!r} {history.events!r}".replace("'", " ").split())


CITY = st.sampled_from(["Lyon", "Brest", None])
RUN = st.dictionaries(st.sampled_from("ABC"), CITY, max_size=3)


@given(st.lists(RUN, min_size=1, max_size=5))
def test_the_history_gives_back_the_value_of_every_field_on_every_day(runs: list[dict[str, str | None]]) -> None:
    days = [ONE + dt.timedelta(days=7 * n) for n in range(len(runs))]
    bases = [base(**run) for run in runs]
    history = History.of(zip(days, bases, strict=True))
    for day, then in zip(days, bases, strict=True):
        for name in "ABC":
            held = then.get(name)
            expected = None if held is None else contact_texts(held).get("city")
            assert history.value_on(name, "city", day) == expected
