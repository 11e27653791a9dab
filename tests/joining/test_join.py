"""Orders and events find their contact by key, once, and nobody else's."""

from __future__ import annotations

import datetime as dt

import pytest

import contactbase as cb

TODAY = dt.date(2026, 11, 22)
DAY = dt.date(2026, 5, 3)
BUY = cb.EventKind.PURCHASE


def purchase(number: str | None = "A1", amount: int | None = 1250, day: dt.date = DAY, count: int = 1) -> cb.Event:
    return cb.Event(
        kind=BUY, at=day, amount=amount, currency=None if amount is None else "EUR", count=count, reference=number
    )


def contact(name: str, *keys: str, events: tuple[cb.Event, ...] = (), **more: object) -> cb.Contact:
    emails = tuple(cb.Email(key, key) for key in keys if "@" in key)
    phones = tuple(cb.Phone(key) for key in keys if key.startswith("+"))
    return cb.Contact(id=name, emails=emails, phones=phones, events=events, **more)  # type: ignore[arg-type]  # by name


def codes(journal: cb.Journal) -> dict[str, int]:
    return {code: count for code, count in journal.count().items() if code != "join.done"}


LEA, MAX = "lea@example.org", "max@example.org"


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (cb.Keys(customer="1"), "1"),
        (cb.Keys(email=LEA), "1"),
        (cb.Keys(phone="+33612345678"), "2"),
        (cb.Keys(customer="1", email="new@example.com"), "1"),
        (cb.Keys(customer="99", email=MAX), "2"),
        (cb.Keys(customer="1", email=MAX), "join.keys-disagree"),
        (cb.Keys(email=LEA, phone="+33612345678"), "join.keys-disagree"),
        (cb.Keys(email="house@example.org"), "join.ambiguous"),
        (cb.Keys(email="house@example.org", phone="+33612345678"), "2"),
        (cb.Keys(customer="7"), "join.ambiguous"),
        (cb.Keys(customer="99"), "join.no-contact"),
    ],
)
def test_the_most_trusted_key_decides_and_a_doubtful_one_joins_nobody(keys: cb.Keys, expected: str) -> None:
    house = "house@example.org"
    base = cb.ContactBase.of(
        [
            contact("1", LEA),
            contact("2", MAX, "+33612345678", house),
            contact("3", house),
            contact("7"),
            contact("7~2"),
        ]
    )
    after, journal = cb.join(base, cb.KeyedEvents.of([(keys, purchase())]))
    if expected.startswith("join."):
        assert after is base
        assert codes(journal) == {expected: 1}
    else:
        assert [one.id for one in after.values() if one.events] == [expected]


def test_keys_are_chosen_by_name_a_column_beside_among_them() -> None:
    base = cb.ContactBase.of(
        [contact("1", LEA, extra=(("Carte", " K 17 "),)), contact("2", custom=(("card", "K 18"),))]
    )
    keys = cb.Keys(customer="K 17", email=MAX)
    assert cb.join(base, cb.KeyedEvents.of([(keys, purchase())]), by="Carte").value["1"].events
    assert (
        cb.join(base, cb.KeyedEvents.of([(cb.Keys(customer="K 18"), purchase())]), by=("email", "card"))
        .value["2"]
        .events
    )
    both = cb.KeyedEvents.of([(cb.Keys(customer="2", email=LEA), purchase())])
    assert codes(cb.join(base, both).journal) == {"join.keys-disagree": 1}
    assert cb.join(base, both, by="email").value["1"].events


def test_a_key_that_no_contact_has_is_refused() -> None:
    base = cb.ContactBase.of([contact("1", LEA)])
    with pytest.raises(cb.ReadError, match='No contact has a column "emial"'):
        cb.join(base, cb.KeyedEvents.of([]), by="emial")


def test_nothing_personal_shows_in_a_repr() -> None:
    header = "commande;date;id client;email;téléphone;montant;produit\n"
    text = f"{header}Secret-1;2026-05-03;Secret-2;{LEA};0612345678;5;Bague\n"
    orders = orders_of(text)
    shown = repr((orders, orders.found, orders.found[0].keys))
    assert not any(word in shown for word in ("Secret", LEA, "612345678", "Bague"))


def test_an_id_that_was_merged_away_finds_who_took_it_in() -> None:
    people = [{"id": str(number), "last_name": "Durand", "email": LEA} for number in (1, 2, 3)]
    base = cb.clean(people, as_of=TODAY).value
    unique, merged = cb.dedupe(base)
    orders = cb.KeyedEvents.of([(cb.Keys(customer="3"), purchase())])
    assert codes(cb.join(unique, orders).journal) == {"join.no-contact": 1}
    after = cb.join(unique, orders, merged=merged).value
    assert [one.reference for one in after[next(iter(after))].events] == ["A1"]
    chained = {"9": "8", "8": "3", "3": next(iter(unique))}
    nine = cb.KeyedEvents.of([(cb.Keys(customer="9"), purchase())])
    assert cb.join(unique, nine, merged=chained).journal.amendments
    assert codes(cb.join(unique, nine, merged={"9": "8", "8": "9"}).journal) == {"join.no-contact": 1}


def orders_of(text: str, **options: object) -> cb.KeyedEvents:
    return cb.read_orders(text.encode(), as_of=TODAY, currency="EUR", **options).value  # type: ignore[arg-type]  # options


FILE = f"commande;date;email;montant\nA1;03/05/2026;{LEA};12,50\nA2;24/05/2026;{LEA};8,00\nA3;24/05/2026;{MAX};1,00\n"


def test_joining_a_file_again_adds_nothing_and_undo_takes_it_back() -> None:
    base = cb.ContactBase.of([contact("1", LEA)])
    after, journal = cb.join(base, orders_of(FILE))
    assert [event.amount for event in after["1"].events] == [1250, 800]
    assert cb.undo(after, journal) == base
    again, told = cb.join(after, orders_of(FILE))
    assert again is after
    done = next(one for one in told.findings if one.code == "join.done")
    assert dict(done.details) == {"rows": 3, "joined": 2, "known": 2, "unmatched": 1, "rejected": 0, "keys": "email 2"}


def test_rows_without_a_contact_come_back_whole_with_their_place() -> None:
    _, journal = cb.join(cb.ContactBase.of([contact("1", LEA)]), orders_of(FILE))
    (refused,) = journal.rejections
    assert (refused.source.row, refused.source.line, refused.cells) == (3, 4, ("A3", "24/05/2026", MAX, "1,00"))


def test_orders_without_a_number_are_joined_as_often_as_they_stand_there() -> None:
    text = f"date;email;montant\n03/05/2026;{LEA};5,00\n03/05/2026;{LEA};5,00\n25/05/2026;{LEA};5,00\n"
    base = cb.ContactBase.of([contact("1", LEA)])
    after = cb.join(base, orders_of(text)).value
    assert len(after["1"].events) == 3
    assert cb.join(after, orders_of(text)).value is after
    one_more = text + f"03/05/2026;{LEA};5,00\n"
    assert len(cb.join(after, orders_of(one_more)).value["1"].events) == 4


@pytest.mark.parametrize("change", [FILE.replace("12,50", "13,50"), FILE.replace(f"{LEA};12,50", f"{MAX};12,50")])
def test_a_number_that_is_taken_is_never_counted_twice(change: str) -> None:
    base = cb.ContactBase.of([contact("1", LEA), contact("2", MAX)])
    after = cb.join(base, orders_of(FILE)).value
    again, journal = cb.join(after, orders_of(change))
    assert again is after
    assert codes(journal) == {"join.known-differently": 1}


def test_an_order_that_was_cancelled_since_is_named_with_its_contact() -> None:
    header = "commande;date;email;montant;statut\n"
    base = cb.ContactBase.of([contact("1", LEA)])
    after = cb.join(base, orders_of(f"{header}A1;25/04/2026;{LEA};5,00;payée\n")).value
    again, journal = cb.join(after, orders_of(f"{header}A1;25/04/2026;{LEA};5,00;remboursée\n"))
    assert again is after
    assert [(one.code, one.contact) for one in journal.findings] == [("join.ended-since", "1"), ("join.done", None)]


def test_two_shops_that_count_alike_are_told_apart_by_their_names() -> None:
    base = cb.ContactBase.of([contact("1", LEA)])
    after = cb.join(base, orders_of(FILE, shop="web")).value
    both = cb.join(after, orders_of(FILE.replace("12,50", "9,00"), shop="lyon")).value
    assert sorted(event.reference or "" for event in both["1"].events) == ["lyon A1", "lyon A2", "web A1", "web A2"]


TOTAL = purchase(None, 10_000, DAY, count=3)


@pytest.mark.parametrize(
    ("held", "fresh", "expected", "said"),
    [
        # two of the three orders of a total, one of them later than it knows
        (
            (TOTAL,),
            (purchase("A", 4000, dt.date(2026, 4, 1)), purchase("B", 500, dt.date(2026, 6, 1))),
            {"orders": 4, "spent": 10_500, "last": dt.date(2026, 6, 1)},
            ("join.totals-accounted",),
        ),
        # all of it
        (
            (TOTAL,),
            tuple(purchase(name, amount) for name, amount in (("A", 4000), ("B", 5000), ("C", 1000))),
            {"orders": 3, "spent": 10_000, "last": DAY},
            ("join.totals-accounted",),
        ),
        # more orders and money than the total has: the orders stand
        (
            (purchase(None, 1000, DAY, count=0),),
            (purchase("A", 4000),),
            {"orders": 1, "spent": 4000, "last": DAY},
            ("join.totals-unclear",),
        ),
        # only later than the total knows
        ((TOTAL,), (purchase("B", 500, dt.date(2026, 6, 1)),), {"orders": 4, "spent": 10_500}, ()),
        # money and a last day without a number of orders, as `clean` reads them
        (
            (purchase(None, None), purchase(None, 10_000, count=0)),
            (purchase("A", 4000), purchase("B", 5000, dt.date(2026, 4, 1))),
            {"orders": 2, "spent": 10_000, "last": DAY},
            ("join.totals-accounted", "join.same-purchase"),
        ),
        # a single purchase without a number, the same
        ((purchase(None, 4000),), (purchase("A", 4000),), {"orders": 1, "spent": 4000}, ("join.same-purchase",)),
        ((purchase(None, None),), (purchase("A", 4000),), {"orders": 1, "spent": 4000}, ("join.same-purchase",)),
        # a total of one order that leaves out shipping; another day is another purchase
        ((purchase(None, 3900),), (purchase("A", 4000),), {"orders": 1, "spent": 4000}, ("join.other-amount",)),
        (
            (purchase(None, 3900), purchase(None, 4000)),
            (purchase("A", 100), purchase("B", 4000)),
            {"orders": 2, "spent": 4100},
            ("join.same-purchase", "join.other-amount"),
        ),
        ((purchase(None, 4000, dt.date(2025, 1, 1)),), (purchase("A", 4000),), {"orders": 2, "spent": 8000}, ()),
    ],
)
def test_what_a_total_counts_is_not_counted_again(
    held: tuple[cb.Event, ...], fresh: tuple[cb.Event, ...], expected: dict[str, object], said: tuple[str, ...]
) -> None:
    base = cb.ContactBase.of([contact("1", LEA, events=held)])
    events = cb.KeyedEvents.of([(cb.Keys(email=LEA), event) for event in fresh])
    after, journal = cb.join(base, events)
    bought = after["1"].events
    found = {
        "orders": sum(event.count for event in bought),
        "spent": sum(event.amount or 0 for event in bought),
        "last": max(event.at for event in bought if event.at is not None),
    }
    assert expected.items() <= found.items()
    assert codes(journal) == dict.fromkeys(said, 1)
    assert cb.undo(after, journal) == base
    assert cb.join(after, events).value is after


def test_a_total_in_another_currency_keeps_its_money_and_says_so() -> None:
    base = cb.ContactBase.of([contact("1", LEA, events=(TOTAL,))])
    swiss = cb.Event(kind=BUY, at=DAY, amount=4000, currency="CHF", reference="A")
    after, journal = cb.join(base, cb.KeyedEvents.of([(cb.Keys(email=LEA), swiss)]))
    assert codes(journal) == {"join.totals-unclear": 1}
    assert [(event.count, event.amount, event.currency) for event in after["1"].events] == [
        (2, 10_000, "EUR"),
        (1, 4000, "CHF"),
    ]


def test_segments_read_what_was_joined() -> None:
    base = cb.ContactBase.of([contact("1", LEA), contact("2", MAX)])
    after = cb.join(base, orders_of(FILE)).value
    big = cb.Segment("big", "spent >= 20 EUR and last_purchase is after 2026-05-20 and orders = 2")
    assert big.select(after, as_of=TODAY).ids == ("1",)


def test_events_of_a_list_may_share_a_reference() -> None:
    text = f"event;date;email;reference\nclick;2026-05-03;{LEA};m1\nopen;2026-05-03;{LEA};m1\n"
    text += f"purchase;2026-05-03;{LEA};m1\npurchase;2026-05-04;{LEA};m1\n"
    base = cb.ContactBase.of([contact("1", LEA)])
    after = cb.join(base, orders_of(text)).value
    assert len(after["1"].events) == 4
    assert cb.join(after, orders_of(text)).value is after
