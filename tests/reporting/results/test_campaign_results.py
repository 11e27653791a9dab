"""Results of a campaign: which events count, of what each figure is a share, what is not a figure at all."""

from __future__ import annotations

import datetime as dt
import json
from fractions import Fraction
from xml.etree import ElementTree as ET

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.errors import MessageError
from contactbase.model.contact import Contact
from contactbase.model.enums import Channel
from contactbase.model.rate import Rate
from contactbase.model.recipient import Arrival, recipient_of
from contactbase.model.text import Language
from contactbase.reporting.results.campaign import CampaignKey, campaign_results, campaigns_in
from contactbase.reporting.results.results import CampaignResults
from contactbase.reporting.results.tally import DENOMINATORS, Measure
from contactbase.segment.segment import Segment
from reporting.results.mailings import TODAY, bases, contact, event, purchase

A, B = "https://example.org/a", "https://example.org/b"
BASE = [
    contact(
        "c-1",
        event("message"),
        event("delivery"),
        event("click", 3, link=A),
        event("click", 4, link=A),
        purchase(5),
        city="Lyon",
    ),
    contact("c-2", event("message"), event("delivery"), event("click", link=B), event("unsubscribe", 3), city="Lyon"),
    contact("c-3", event("message"), event("bounce"), purchase(5, 9999), city="Brest"),
    contact("c-4", event("message"), city="Brest"),
    contact("c-5", event("delivery"), purchase(2, 1000), purchase(9, 500), purchase(10, 70_000)),
    contact("c-6", event("delivery"), event("click", link=A), purchase(3, 80_000)),
    contact("c-7", purchase(3, 12_000)),
]


def results(base: list[Contact] = BASE, **more: object) -> CampaignResults:
    given_ = {"campaign": "spring", "channel": Channel.SMS, "as_of": TODAY} | more
    return campaign_results(base, **given_)  # type: ignore[arg-type]  # keywords of a table


def codes(found: CampaignResults) -> list[str]:
    return [each.code for each in found.findings]


def test_every_figure_has_its_denominator() -> None:
    whole = results(testers={"c-6"}).whole
    assert (whole.count(Measure.SENT), whole.rate(Measure.SENT)) == (5, None)
    assert whole.rate(Measure.DELIVERED) == Rate(3, 5)
    assert whole.rate(Measure.BOUNCED) == Rate(1, 5)
    assert whole.rate(Measure.UNREPORTED) == Rate(1, 5)
    assert whole.rate(Measure.CLICKED) == Rate(2, 3)
    assert whole.rate(Measure.UNSUBSCRIBED) == Rate(1, 3)
    assert whole.rate(Measure.COMPLAINED) == Rate(0, 3)
    assert whole.rate(Measure.CONVERTED) == Rate(2, 3)


def test_testers_are_left_out_of_every_figure_and_counted() -> None:
    with_testers, without = results(), results(testers={"c-6", "c-7", "nobody"})
    assert (with_testers.whole.count(Measure.SENT), with_testers.testers) == (6, 0)
    assert (without.whole.count(Measure.SENT), without.testers) == (5, 1)
    assert with_testers.whole.revenue - without.whole.revenue == 80_000
    assert [link.clicked for link in without.links if link.link == A] == [Rate(1, 3)]


def test_an_opening_is_no_figure_of_an_sms_and_one_of_an_email() -> None:
    assert results().whole.rate(Measure.OPENED) is None
    assert results().whole.to_json()["opened"] is None
    assert "Opened        not applicable: the channel cannot report it" in str(results())
    mail = [contact("c-1", event("delivery", channel=Channel.EMAIL), event("open", channel=Channel.EMAIL))]
    assert results(mail, channel=Channel.EMAIL).whole.rate(Measure.OPENED) == Rate(1, 1)


@pytest.mark.parametrize(
    ("events", "arrival", "reported"),
    [
        ([("message", 2)], Arrival.UNREPORTED, False),
        ([("message", 2), ("delivery", 2)], Arrival.DELIVERED, True),
        ([("delivery", 2), ("bounce", 2)], Arrival.BOUNCED, True),
        ([("bounce", 2), ("delivery", 3)], Arrival.DELIVERED, True),
        ([("bounce", 2), ("click", 2)], Arrival.DELIVERED, True),
        ([("click", 2), ("bounce", 3)], Arrival.BOUNCED, True),
        ([("click", 2)], Arrival.DELIVERED, False),
        ([("bounce", None), ("delivery", 1)], Arrival.DELIVERED, True),
    ],
)
def test_what_is_known_last_says_whether_a_message_arrived(
    events: list[tuple[str, int | None]], arrival: Arrival, reported: bool
) -> None:
    one = contact("c-1", *(event(kind, day) for kind, day in events))
    found = recipient_of(one, campaign="spring", channel=Channel.SMS, as_of=TODAY)
    assert found is not None
    assert (found.arrival, found.reported) == (arrival, reported)
    assert recipient_of(one, campaign="autumn", channel=Channel.SMS, as_of=TODAY) is None


def test_what_happens_later_is_not_known_yet() -> None:
    early = results(as_of=dt.date(2026, 3, 2))
    assert early.whole.rate(Measure.CLICKED) == Rate(2, 4)
    assert early.whole.rate(Measure.UNSUBSCRIBED) == Rate(0, 4)
    assert early.whole.revenue == 1000


def test_a_purchase_counts_within_its_days_or_by_name_and_never_for_a_bounce() -> None:
    assert results(testers={"c-6"}).whole.revenue == 5000 + 1000 + 500
    assert results(testers={"c-6"}, within_days=8).whole.revenue == 5000 + 1000 + 500 + 70_000
    assert results(testers={"c-6"}, within_days=None).whole.revenue == 0
    named = [
        contact("c-1", event("delivery"), purchase(30, 700, campaign="spring"), purchase(3, 900, campaign="autumn"))
    ]
    assert results(named, within_days=None).whole.revenue == 700
    assert results(named).whole.rate(Measure.CONVERTED) == Rate(1, 1)
    dollars = results([contact("c-1", event("delivery"), purchase(3, currency="USD"))])
    assert (dollars.whole.revenue, dollars.whole.rate(Measure.CONVERTED)) == (0, Rate(0, 1))
    assert "revenue.other-currency" in codes(dollars)


def test_the_return_is_a_share_of_the_cost() -> None:
    found = results(testers={"c-6"}, cost=1300)
    assert found.returned.roi == 4.0
    assert found.at_margin(Fraction(1, 2)).returned.roi == 1.5
    assert "Return on investment: 400 %, (revenue × margin − cost) / cost" in str(found)
    assert results().returned.roi is None
    assert results(cost=0).returned.roi is None
    with pytest.raises(MessageError, match="cannot cost -1"):
        results(cost=-1)
    with pytest.raises(MessageError, match="no margin"):
        found.at_margin(Fraction(2))
    with pytest.raises(MessageError, match="-1 days are no period"):
        results(within_days=-1)


def test_segments_are_asked_about_the_day_of_sending_and_the_rest_stands_apart() -> None:
    buyers = Segment("buyers", "has purchases in last 1 month")
    found = results(groups={"lyon": Segment("lyon", 'city = "Lyon"'), "buyers": buyers, "list": {"c-4", "c-7"}})
    counts = {group.name: group.tally.count(Measure.SENT) for group in found.groups}
    assert counts == {"lyon": 2, "buyers": 1, "list": 1, None: 2}
    assert [group.name for group in results(groups=[buyers]).groups] == ["buyers", None]
    assert results().groups == ()


def test_clicks_are_counted_by_link_and_by_call_to_action() -> None:
    found = results(actions={A: "Book", B: "Book"})
    assert [(link.link, link.action, link.clicks, link.clicked) for link in found.links] == [
        (A, "Book", 3, Rate(2, 4)),
        (B, "Book", 1, Rate(1, 4)),
    ]
    assert [(action.link, action.clicks, action.clicked) for action in found.actions] == [("Book", 4, Rate(3, 4))]
    unnamed = results([contact("c-1", event("delivery"), event("click"))])
    assert unnamed.links[0].link is None
    assert "(link not reported)" in str(unnamed)


def test_somebody_who_brings_the_revenue_has_priority() -> None:
    found = results()
    assert found.brought is not None
    assert (found.brought.alert, found.brought.priority) == (True, ("c-6",))
    assert "revenue.concentrated" in codes(found)


def test_what_figures_do_not_hold_is_said() -> None:
    assert codes(results([])) == ["results.nobody"]
    assert codes(results([contact("c-1", event("click"))])) == ["results.concluded"]
    assert codes(results([contact("c-1", event("delivery", None))])) == ["results.undated"]
    odd = results([contact("c-1", event("delivery"), event("click", channel=None))])
    assert codes(odd) == ["results.no-channel"]


def test_campaigns_are_listed_the_latest_first() -> None:
    base = [
        contact("c-1", event("delivery"), event("click", 4), event("delivery", 9, campaign="autumn")),
        contact("c-2", event("delivery", None, campaign="old"), purchase(3, campaign="shop")),
    ]
    assert campaigns_in(base) == (
        CampaignKey("autumn", Channel.SMS, dt.date(2026, 3, 9)),
        CampaignKey("spring", Channel.SMS, dt.date(2026, 3, 2)),
        CampaignKey("old", Channel.SMS, None),
    )


@pytest.mark.parametrize("language", ["en", "fr"])
def test_pages_and_pictures_are_whole_and_load_nothing(language: Language) -> None:
    found = attrs.evolve(
        results(actions={A: "<Book>"}, groups=[Segment("lyon", 'city = "Lyon"')], cost=100), campaign="<x>&"
    )
    page, picture = found.to_html(language), found.to_svg(language)
    assert "<x>" not in page
    assert "<Book>" not in page
    for part in ("<script", 'http-equiv="refresh"', "src=", "url("):
        assert part not in page
    root = ET.fromstring(picture)  # noqa: S314 - the project's own picture
    shares = [each for each in root.iter("{http://www.w3.org/2000/svg}rect") if each.get("class") == "share"]
    assert len(shares) == len(DENOMINATORS) - 1
    assert found._repr_html_().startswith("<style>")
    assert all(
        claim.say(language).split(",")[0].split(":")[0].strip() in page.replace(" ", " ") for claim in found.claims
    )


def test_json_holds_the_figures_with_denominators_and_labelled_claims() -> None:
    told = json.loads(json.dumps(results(testers={"c-6"}, cost=1300).to_json()))
    clicked = told["figures"]["clicked"]
    assert (clicked["count"], clicked["of"], clicked["of_what"]) == (2, 3, "delivered")
    assert clicked["interval_95"] == [pytest.approx(0.2077, abs=1e-4), pytest.approx(0.9385, abs=1e-4)]
    assert (told["roi"], told["testers_left_out"]) == (4.0, 1)
    assert {claim["vendor_claim"] for claim in told["claims"]} == {True}


@given(bases(), st.integers(0, 11))
def test_sums_hold_and_no_part_is_larger_than_its_whole(base: list[Contact], tester: int) -> None:
    found = results(base, testers={f"c-{tester}"}, groups={"even": {f"c-{n}" for n in range(0, 12, 2)}})
    counts = found.whole.counts
    sent = counts.get(Measure.SENT, 0)
    assert sent == sum(counts.get(each, 0) for each in (Measure.DELIVERED, Measure.BOUNCED, Measure.UNREPORTED))
    for group in (found.whole, *(group.tally for group in found.groups)):
        for measure in DENOMINATORS:
            rate = group.rate(measure)
            assert rate is None or rate.count <= rate.of
    if found.groups:
        assert sum(group.tally.counts.get(Measure.SENT, 0) for group in found.groups) == sent
        assert sum(group.tally.revenue for group in found.groups) == found.whole.revenue
    assert max((link.clicked.count for link in found.links), default=0) <= counts.get(Measure.CLICKED, 0)
    assert found.say("fr")
    ET.fromstring(found.to_svg())  # noqa: S314 - the project's own picture


@given(bases(), st.randoms())
def test_the_order_of_contacts_and_events_changes_nothing(base: list[Contact], chance: object) -> None:
    shuffled = [attrs.evolve(one, events=tuple(reversed(one.events))) for one in base]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # a seeded Random of hypothesis
    assert results(shuffled).to_json() == results(base).to_json()
