"""Segments as values: algebra, selections, previews, differences, explanations, lints with numbers."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from contactbase.errors import SegmentError
from contactbase.model.consent import ConsentRecord
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import Channel, ConsentStatus, EventKind
from contactbase.model.event import Event
from contactbase.segment import Context, F, Permission, Segment, render
from segment.trees import AS_OF

LEA = Contact(
    id="lea",
    city="Lyon",
    birth_date=dt.date(2000, 2, 29),
    events=(Event(kind=EventKind.PURCHASE, at=dt.date(2026, 3, 1), amount=8740, currency="EUR"),),
    consents=(ConsentRecord(channel=Channel.SMS, status=ConsentStatus.GIVEN, at=dt.date(2025, 1, 5)),),
)
OMAR = Contact(id="omar", city="Paris")
NOBODY = Contact(id="nobody")
BASE = ContactBase.of([LEA, OMAR, NOBODY])


def test_the_algebra_is_that_of_sets() -> None:
    lyon, young = Segment("lyon", 'city = "Lyon"', purpose="p"), Segment("young", "age < 30", purpose="p")
    a, b = set(lyon.select(BASE, as_of=AS_OF).ids), set(young.select(BASE, as_of=AS_OF).ids)
    assert set((lyon & young).select(BASE, as_of=AS_OF).ids) == a & b
    assert set((lyon | young).select(BASE, as_of=AS_OF).ids) == a | b
    assert set((lyon - young).select(BASE, as_of=AS_OF).ids) == a - b
    assert set((~lyon).select(BASE, as_of=AS_OF).ids) == set(BASE) - a
    assert (lyon & young).purpose == "p"
    assert (lyon & Segment("x", "age > 3")).purpose is None
    assert str(lyon & young) == 'city = "Lyon" and age < 30'


def test_two_spellings_of_one_segment_have_one_id() -> None:
    one = Segment("a", 'VILLE = "Lyon" et age >= 25')
    assert one.id == Segment("b", 'city="Lyon" and (age>=25)').id == Segment("c", (F.city == "Lyon") & (F.age >= 25)).id
    assert one.id != Segment("a", 'city = "Lyon"').id
    assert len({one, Segment("a", 'city = "Lyon" and age >= 25')}) == 1


def test_a_selection_keeps_the_order_and_freezes_to_a_list() -> None:
    found = Segment("known", "city is known").select(BASE, as_of=AS_OF)
    assert found.ids == ("lea", "omar")
    assert found.contacts == (LEA, OMAR)
    assert len(found) == found.count == 2
    assert list(found.base) == ["lea", "omar"]
    assert "Lyon" not in repr(found)
    frozen = found.freeze("spring")
    assert frozen.segment_id == found.segment_id == Segment("x", "city is known").id
    later = Segment("s", 'in list "spring"').select(BASE, as_of=AS_OF, context=Context(lists={"spring": frozen}))
    assert later.ids == found.ids


def test_preview_draws_the_same_contacts_each_time() -> None:
    many = [Contact(id=str(number), city="Lyon") for number in range(100)]
    segment = Segment("s", "city is known")
    first = segment.preview(many, 5, as_of=AS_OF)
    assert first == segment.preview(list(reversed(many)), 5, as_of=AS_OF)
    assert len(first) == 5
    assert first != segment.preview(many, 5, as_of=AS_OF, seed="other")


def test_a_sample_is_about_as_large_as_it_says_and_grows_by_adding() -> None:
    many = [Contact(id=str(number)) for number in range(4_000)]
    small, large = (set(Segment("s", f'sample {p}% seed "a"').select(many, as_of=AS_OF).ids) for p in ("10", "12.5"))
    assert 330 < len(small) < 470
    assert small < large
    assert small != set(Segment("s", 'sample 10% seed "b"').select(many, as_of=AS_OF).ids)


def test_diff_says_who_would_join_and_leave() -> None:
    found = Segment("a", "city is known").diff(Segment("b", 'age is known or id = "nobody"'), BASE, as_of=AS_OF)
    assert (found.joining, found.leaving, found.staying) == (("nobody",), ("omar",), ("lea",))


def test_an_explanation_says_what_is_missing() -> None:
    segment = Segment("vip", 'city = "Lyon" and (spent >= 100 EUR or in list "vip") and not age < 18')
    found = segment.explain(LEA, as_of=AS_OF, context=Context(lists={"vip": ()}))
    assert not found.verdict
    assert str(found).split("\n") == [
        '✗ city = "Lyon" and (spent >= 100 EUR or in list "vip") and not age < 18',
        '  ✓ city = "Lyon": Lyon',
        '  ✗ spent >= 100 EUR or in list "vip"',
        "    ✗ spent >= 100 EUR: 87.40 EUR",
        '    ✗ in list "vip": not on the list',
        "  ✓ not age < 18",
        "    ✗ age < 18: 26",
        "would be in with: spent >= 100 EUR (87.40 EUR)",
    ]
    assert found.say("fr").endswith("serait dedans avec : spent >= 100 EUR (87.40 EUR)")
    assert "87.40" not in repr(found)
    assert "&quot;Lyon&quot;" in found._repr_html_()
    json.dumps(found.to_json())


def test_an_explanation_finds_no_way_where_there_is_none() -> None:
    found = Segment("none", "city is known and not city is known").explain(LEA, as_of=AS_OF)
    assert found.changes is None
    assert "no change" in str(found)


def test_an_explanation_opens_the_segment_that_is_named() -> None:
    context = Context(segments={"lyon": Segment("lyon", 'city = "Lyon"')})
    found = Segment("s", 'not in segment "lyon"').explain(OMAR, as_of=AS_OF, context=context)
    assert str(found).split("\n")[2] == '    ✗ city = "Lyon": Paris'


@pytest.mark.parametrize(
    ("text", "contact", "said"),
    [
        ("opted in to sms", LEA, "consent of 2025-01-05"),
        ("opted in to email", LEA, "no consent"),
        ("can receive sms", LEA, "no policy was given, so nobody can"),
        ("has purchases in last 1 year", LEA, "1"),
        ("last_purchase is last 1 month", NOBODY, "unknown"),
    ],
)
def test_an_explanation_gives_the_reason_of(text: str, contact: Contact, said: str) -> None:
    assert said in str(Segment("s", text).explain(contact, as_of=AS_OF)).split("\n")[0]


def test_permission_is_asked_of_the_policy_and_refused_without_one() -> None:
    asked: list[tuple[str, str, str, dt.date]] = []

    def policy(contact: Contact, channel: str, purpose: str, *, as_of: dt.date) -> Permission:
        asked.append((contact.id, channel, purpose, as_of))
        return Permission(contact.id == "lea", ("no consent",))

    segment = Segment("s", 'can receive sms for "service"')
    assert segment.count(BASE, as_of=AS_OF) == 0
    context = Context(can_receive=policy)
    assert segment.select(BASE, as_of=AS_OF, context=context).ids == ("lea",)
    assert asked[0] == ("lea", "sms", "service", AS_OF)
    assert "the policy refuses (no consent)" in str(segment.explain(OMAR, as_of=AS_OF, context=context))


def test_a_waterfall_adds_up() -> None:
    found = Segment("s", 'city = "Lyon" and age >= 18 and orders >= 1').explain(BASE, as_of=AS_OF)
    assert found.total == 3
    assert found.verdict == 1
    assert [clause.in_order for clause in found.clauses] == [1, 1, 1]
    assert [clause.unknown for clause in found.clauses] == [1, 2, 0]
    assert [clause.excluded for clause in found.clauses] == [0, 0, 0]
    assert "dans l'ordre" in found.say("fr")
    assert "<table>" in found._repr_html_()
    json.dumps(found.to_json())


def test_an_empty_base_is_no_trouble() -> None:
    segment = Segment("s", 'city = "Lyon" and has purchases')
    assert len(segment.select([], as_of=AS_OF)) == 0
    assert segment.explain([], as_of=AS_OF).verdict == 0
    assert segment.preview([], as_of=AS_OF) == ()


def test_lints_count_over_a_base_and_look_at_channel_and_policy() -> None:
    segment = Segment("s", 'city != "Lyon" and count(purchases in last 5 years) > 1')
    counted = [one for one in segment.lint(BASE, as_of=AS_OF) if one.code == "W101"]
    assert [one.message for one in counted] == [
        '1 of 3 contacts have no city and are included. Add "and city is known" to leave them out.'
    ]
    full = segment.lint(channel=Channel.SMS, kept_years=3)
    assert [one.code for one in full] == ["W101", "W202", "W204", "W301"]
    assert full[-1].message == "looks back 5 years, but the policy keeps 3."
    assert segment.lint([LEA], as_of=AS_OF) == ()
    with pytest.raises(ValueError, match="as_of"):
        segment.lint(BASE)


def test_a_wrong_text_raises_once_with_everything() -> None:
    with pytest.raises(SegmentError) as caught:
        Segment("s", 'ctiy = "Lyon" and age = "x"')
    assert [one.code for one in caught.value.diagnostics] == ["E101", "E110"]  # type: ignore[attr-defined]
    assert "     ^^^^" in str(caught.value)
    assert render(caught.value.diagnostics, "", "fr").startswith("E101 champ inconnu")  # type: ignore[arg-type]
