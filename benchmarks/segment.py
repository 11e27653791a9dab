"""The segment language against code written by hand and against rule-engine, over 200,000 made-up contacts.

Run: `PYTHONPATH=src python benchmarks/segment.py [CONTACTS]` (about 1 GB of memory; rule-engine is timed where it is
installed, `pip install contactbase[bench]`). Every contact has ten events on average, one value in twenty is unknown.
It prints one table: processor time of the best of several runs taking turns, the aim, and whether it was met; answers
are compared before anything is timed.
"""

from __future__ import annotations

import datetime as dt
import gc
import random
import sys
import time
from collections.abc import Callable
from typing import Any

import attrs

from contactbase.model.contact import Contact, Email
from contactbase.model.enums import Channel, Direction, EventKind, Relationship, Sex
from contactbase.model.event import Event
from contactbase.segment import Segment, diagnose_text, overlap
from contactbase.segment.together import held

ByHand = Callable[[list[Contact]], list[Contact]]
TODAY = dt.date(2026, 3, 31)
CITIES = ("Lyon", "Paris", "Marseille", "Lille", "Nantes", "Saint-Étienne", "Toulouse", "Rennes", "Nice", "Dijon")
CATEGORIES = ("manicure", "bijoux", "coiffure", "montre", "soin")
TAGS = tuple(
    frozenset(one) for one in ((), ("vip",), ("vip", "salon 2026"), ("gold",), ("newsletter",), ("gold", "newsletter"))
)
DAYS = [TODAY - dt.timedelta(days=back) for back in range(366 * 90)]

MIXED = (
    'city = "Lyon" and age >= 25 and language = "fr" and collected_on is last 36 months'
    " and verified_on is last 24 months"
)
DENSE = (
    'city in ("Lyon", "Paris", "Marseille", "Lille", "Nantes", "Saint-Étienne", "Toulouse", "Rennes", "Nice", "Dijon")'
    ' and age >= 1 and language != "de" and collected_on is last 20 years and verified_on is last 10 years'
)
AGGREGATES = (
    "count(purchases in last 12 months) >= 3 and sum(purchases.amount in last 12 months) >= 200 EUR"
    ' and count(purchases where category = "bijoux") >= 1 and count(messages where channel = sms in last 1 month) < 1'
)


def contacts(count: int, seed: int = 11) -> list[Contact]:
    """Make contacts with ten events each on average; those that are not of mixed kind are in every dense test."""
    draw = random.Random(seed)
    return [_contact(draw, number) for number in range(count)]


def _contact(draw: random.Random, number: int) -> Contact:
    def known(value: Any) -> Any:
        return None if draw.random() < 0.05 else value

    address = f"client{number}@example.org"
    return Contact(
        id=f"c-{number}",
        sex=known(draw.choice((Sex.F, Sex.M))),
        birth_date=known(DAYS[draw.randrange(18 * 366, 85 * 366)]),
        relationship=known(draw.choice(tuple(Relationship))),
        emails=(Email(address=address, key=address),) if number % 3 else (),
        postcode=known(f"{draw.randrange(1, 96):02d}{draw.randrange(1000):03d}"),
        city=known(draw.choice(CITIES)),
        language=known(draw.choice(("fr", "fr", "fr", "en"))),
        tags=draw.choice(TAGS),
        verified_on=known(DAYS[draw.randrange(1500)]),
        collected_on=known(DAYS[draw.randrange(3650)]),
        events=tuple(_event(draw) for _ in range(draw.randrange(21))),
    )


def _event(draw: random.Random) -> Event:
    day = DAYS[draw.randrange(1500)]
    if draw.random() < 0.3:
        return Event(kind=EventKind.MESSAGE, at=day, direction=Direction.FROM_US, channel=draw.choice(tuple(Channel)))
    amount = draw.randrange(500, 30_000) if draw.random() < 0.95 else None
    category = draw.choice(CATEGORIES)
    currency = None if amount is None else "EUR"
    return Event(kind=EventKind.PURCHASE, at=day, amount=amount, currency=currency, category=category)


# By hand


def by_hand(base: list[Contact]) -> list[Contact]:
    """The mixed predicate as a comprehension that bears unknown values."""
    born, since, verified = dt.date(2001, 3, 31), dt.date(2023, 3, 31), dt.date(2024, 3, 31)
    return [
        c
        for c in base
        if c.city == "Lyon"
        and c.birth_date is not None
        and c.birth_date <= born
        and c.language == "fr"
        and c.collected_on is not None
        and since < c.collected_on <= TODAY
        and c.verified_on is not None
        and verified < c.verified_on <= TODAY
    ]


def dense_by_hand(base: list[Contact]) -> list[Contact]:
    """The dense predicate in the same manner."""
    cities, born, since, verified = frozenset(CITIES), dt.date(2025, 3, 31), dt.date(2006, 3, 31), dt.date(2016, 3, 31)
    return [
        c
        for c in base
        if c.city in cities
        and c.birth_date is not None
        and c.birth_date <= born
        and c.language != "de"
        and c.collected_on is not None
        and since < c.collected_on <= TODAY
        and c.verified_on is not None
        and verified < c.verified_on <= TODAY
    ]


def aggregates_by_hand(base: list[Contact]) -> list[Contact]:
    """The four aggregates as the loop that one writes; it trusts all amounts to be euros."""
    year, month, sms = dt.date(2025, 3, 31), dt.date(2026, 2, 28), Channel.SMS
    purchase, message = EventKind.PURCHASE, EventKind.MESSAGE
    found = []
    for c in base:
        orders = spent = jewels = messages = 0
        for e in c.events:
            if e.kind == purchase:
                if e.at is not None and year < e.at <= TODAY:
                    orders += e.count
                    if e.amount is not None:
                        spent += e.amount
                if e.category is not None and e.category == "bijoux":
                    jewels += e.count
            elif e.kind == message and e.at is not None and month < e.at <= TODAY and e.channel == sms:
                messages += e.count
        if orders >= 3 and spent >= 20_000 and jewels >= 1 and messages < 1:
            found.append(c)
    return found


FIFTY = [
    Segment(f"{city} {low}-{low + 14} {word}", f'city = "{city}" and age between {low} and {low + 14} and {clause}')
    for city in CITIES[:5]
    for low in (20, 35, 50, 65, 75)
    for word, clause in (("women", "sex = F"), ("customers", "relationship = customer and email is known"))
]


# rule-engine


RULES = {
    MIXED: 'city == "Lyon" and birth_date != null and birth_date <= d"2001-03-31" and language == "fr"'
    ' and collected_on != null and collected_on > d"2023-03-31" and collected_on <= d"2026-03-31"'
    ' and verified_on != null and verified_on > d"2024-03-31" and verified_on <= d"2026-03-31"',
    DENSE: 'city in ["Lyon", "Paris", "Marseille", "Lille", "Nantes", "Saint-Étienne", "Toulouse", "Rennes", "Nice",'
    ' "Dijon"] and birth_date != null and birth_date <= d"2025-03-31" and language != "de"'
    ' and collected_on != null and collected_on > d"2006-03-31" and collected_on <= d"2026-03-31"'
    ' and verified_on != null and verified_on > d"2016-03-31" and verified_on <= d"2026-03-31"',
}


def by_rule_engine(text: str, base: list[Contact]) -> Callable[[], list[Contact]] | None:
    """Give a predicate as rule-engine runs it over the same objects; None where it is not installed."""
    try:
        import rule_engine  # noqa: PLC0415 - an extra
    except ImportError:
        return None
    rule = rule_engine.Rule(RULES[text], context=rule_engine.Context(resolver=rule_engine.resolve_attribute))
    return lambda: list(rule.filter(base))


# Timing


def seconds(*runs: Callable[[], object], turns: int = 7) -> list[float]:
    """Give the best processor time of each, taking turns so that a busy machine slows all alike."""
    best = [float("inf")] * len(runs)
    for _ in range(turns):
        for at, run in enumerate(runs):
            gc.collect()
            start = time.process_time()
            run()
            best[at] = min(best[at], time.process_time() - start)
    return best


def row(what: str, taken: float, aim: str, *, met: bool, beside: str = "") -> None:
    """Print one line of the table."""
    print(f"{what:<58} {taken * 1000:>10.2f} ms  {beside:<34} {aim:<12} {'met' if met else 'MISSED'}")


def versus(
    what: str, text: str, hand: Callable[[list[Contact]], list[Contact]], base: list[Contact], aim: float
) -> float:
    """Time a segment against code written by hand that gives the same contacts."""
    predicate = Segment("timed", text).on(as_of=TODAY)
    found = predicate.compiled.select(base)
    assert [c.id for c in found] == [c.id for c in hand(base)], what
    ours, theirs = seconds(lambda: predicate.compiled.select(base), lambda: hand(base))
    beside = f"{ours / theirs:.2f} x by hand ({theirs * 1000:.1f} ms)"
    row(f"{what}, {len(found):,} in", ours, f"<= {aim} x", met=ours <= aim * theirs, beside=beside)
    return ours


def compare_rule_engine(what: str, text: str, base: list[Contact], ours: float) -> None:
    """Time rule-engine on a predicate."""
    run = by_rule_engine(text, base)
    if run is None:
        print("rule-engine is not installed: pip install contactbase[bench]")
        return
    assert [c.id for c in run()] == list(Segment("timed", text).select(base, as_of=TODAY).ids)
    (theirs,) = seconds(run, turns=2)
    beside = f"{theirs / ours:.0f} x ours"
    row(f"{what} by rule-engine", theirs, ">= 100 x", met=theirs >= 100 * ours, beside=beside)


def main(count: int) -> None:
    """Print the table."""
    base = contacts(count)
    gc.freeze()
    events = sum(len(contact.events) for contact in base)
    print(f"{count:,} contacts, {events:,} events, Python {sys.version.split()[0]}, best processor time")
    compare_rule_engine("the same five clauses", MIXED, base, versus("five clauses", MIXED, by_hand, base, 1.2))
    ours = versus("five clauses that most meet", DENSE, dense_by_hand, base, 1.2)
    compare_rule_engine("the same five clauses", DENSE, base, ours)
    bare = [attrs.evolve(contact, events=()) for contact in base]
    ours = versus("five clauses, contacts close together in memory", MIXED, by_hand, bare, 1.2)
    compare_rule_engine("the same five clauses", MIXED, bare, ours)
    del bare
    versus("four aggregates over the events", AGGREGATES, aggregates_by_hand, base, 1.5)
    for name, text in (("five clauses", MIXED), ("four aggregates", AGGREGATES)):
        (taken,) = seconds(lambda text=text: [diagnose_text(text) for _ in range(50)])
        row(f"check the text of {name} ({len(text)} characters)", taken / 50, "< 1 ms", met=taken / 50 < 0.001)
    for name, text in (("five clauses", MIXED), ("five dense clauses", DENSE)):
        segment = Segment("explained", text)
        (taken,) = seconds(lambda segment=segment: segment.explain(base, as_of=TODAY), turns=5)
        row(f"explain the base by {name}", taken, "< 200 ms", met=taken < 0.2)
    segment = Segment("explained", AGGREGATES)
    (taken,) = seconds(lambda: segment.explain(base, as_of=TODAY), turns=3)
    row("explain the base by four aggregates", taken, "(no aim)", met=True)
    tests = [segment.on(as_of=TODAY).compiled.test for segment in FIFTY]
    whole, sets = seconds(lambda: overlap(FIFTY, base, as_of=TODAY), lambda: held(tests, base), turns=5)
    row("overlap of 50 x 50 segments, evaluated too", whole, "< 200 ms", met=whole < 0.2)
    row("of which the 50 evaluations", sets, "(no aim)", met=True, beside=f"the matrix {(whole - sets) * 1000:.1f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200_000)
