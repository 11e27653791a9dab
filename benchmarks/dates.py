"""Dates against `dateutil.parser`: how many times faster, and which cells the reference reads wrong.

100,000 realistic cells in four columns of one made-up client file: birth dates as French files write them, a day of
creation, a day and time of the last order, an instant of consent. Ours reads each column twice, as the pipeline does:
once for its evidence, once for its values. The reference is called as one calls it on a French file, with dayfirst.

    python benchmarks/dates.py
"""

from __future__ import annotations

import datetime as dt
import random
import time
from collections.abc import Callable

from dateutil import parser

from contactbase.model.hints import DateOrder, Hints
from contactbase.normalize.date import DATE, normalize
from contactbase.normalize.date_evidence import DateEvidence
from contactbase.normalize.normalized import Normalized

AS_OF = dt.date(2026, 11, 22)
DEFAULT = dt.datetime(2026, 11, 22)  # noqa: DTZ001 - the reference fills in from a day without a zone
ROWS = 25_000
Dated = tuple[str, dt.date]
BIRTH_FORMS = ("%d/%m/%Y",) * 80 + ("%d-%m-%Y",) * 8 + ("%Y-%m-%d",) * 6 + ("%d/%m/%y",) * 4 + ("%d %b %Y",) * 2
TRICKY = (
    ("1980-02-01", "1 February 1980"),
    ("2024-03-12 09:14", "12 March 2024"),
    ("1985-03-12T00:00:00.000Z", "12 March 1985"),
    ("12 mars 1985", "12 March 1985"),
    ("12/03/69", "12 March 1969"),
    ("02/13/1985", "13 February 1985, against the order of its column"),
    ("29252", "no date without evidence of its column"),
    ("12", "no date"),
    ("1.5", "no date"),
    ("10h30", "no date"),
    ("1990", "no day"),
    ("mars 1985", "no day"),
    ("01/01/1900", "a placeholder"),
    ("31/02/1985", "no such day"),
    ("", "nothing"),
)


def birth_dates(chance: random.Random) -> list[Dated]:
    """Give days of birth, ages spread like clients' ages."""
    ages = (min(max(chance.gauss(45, 17), 16), 98) for _ in range(ROWS))
    days = (AS_OF - dt.timedelta(days=int(365.25 * age) + chance.randrange(365)) for age in ages)
    return [(day.strftime(chance.choice(BIRTH_FORMS)), day) for day in days]


def recent(chance: random.Random, years: int, form: str) -> list[Dated]:
    """Give moments of the last years, within opening hours."""
    opening = dt.datetime.combine(AS_OF, dt.time(9))
    minutes = (24 * 60 * chance.randrange(365 * years) - chance.randrange(600) for _ in range(ROWS))
    moments = (opening - dt.timedelta(minutes=past) for past in minutes)
    return [(moment.strftime(form), moment.date()) for moment in moments]


def columns() -> dict[str, list[Dated]]:
    """Field name to raw cells and the days they were made from; the seed is fixed."""
    chance = random.Random(20261122)
    return {
        "birth_date": birth_dates(chance),
        "collected_on": recent(chance, 6, "%d/%m/%Y"),
        "last_purchase": recent(chance, 3, "%Y-%m-%d %H:%M:%S"),
        "consented_on": recent(chance, 5, "%Y-%m-%dT%H:%M:%S.000Z"),
    }


def best_of(times: int, work: Callable[[], object]) -> float:
    """Give the CPU seconds of the fastest run."""
    found = []
    for _ in range(times):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


def evidence_pass(field: str, cells: list[str]) -> Hints:
    """Learn what the column proves."""
    seen = DateEvidence()
    seen.see_all(cells)
    return seen.conclude(Hints(field=field, as_of=AS_OF))[0]


def read_all(cell: Callable[[str], object], cells: list[str]) -> None:
    """Read a column."""
    for text in cells:
        cell(text)


def reference(text: str) -> dt.date | None:
    """Give what a program gets that calls dateutil on a French file and catches its errors."""
    try:
        return parser.parse(text, dayfirst=True, default=DEFAULT).date()
    except (ValueError, OverflowError):
        return None


def first_value(form: Normalized[dt.date]) -> dt.date | None:
    """Give the day, if there is one."""
    return form.values[0] if form.values else None


def timings(field: str, cells: list[str], hints: Hints) -> tuple[float, float, float]:
    """Give the seconds of the evidence pass, of our reading and of the reference's."""
    return (
        best_of(3, lambda: evidence_pass(field, cells)),
        best_of(3, lambda: read_all(DATE.column(hints), cells)),
        best_of(2, lambda: read_all(reference, cells)),
    )


def compare() -> None:
    """Print the times, and how many cells each side reads as another day than they were made from."""
    print(f"{'column':14} {'cells':>6} {'evidence us':>12} {'ours us':>8} {'dateutil us':>12} {'ratio':>6}", end=" ")
    print(f"{'wrong: ours':>12} {'(unsaid)':>9} {'dateutil':>9}")
    totals = [0.0, 0.0, 0.0]
    for field, dated in columns().items():
        cells = [text for text, _ in dated]
        hints = evidence_pass(field, cells)
        seconds = timings(field, cells, hints)
        totals = [total + second for total, second in zip(totals, seconds, strict=True)]
        first, second, theirs = (1e6 * value / len(cells) for value in seconds)
        cell = DATE.column(hints)
        wrong = [text for text, day in dated if first_value(cell(text)) != day]
        unsaid = sum(not cell(text).findings for text in wrong)
        their_wrong = sum(reference(text) != day for text, day in dated)
        print(f"{field:14} {len(cells):6} {first:12.2f} {second:8.2f} {theirs:12.1f} {theirs / second:6.1f}", end=" ")
        print(f"{len(wrong):12} {unsaid:9} {their_wrong:9}")
    first, second, theirs = totals
    print(
        f"\nreading: {theirs / second:.1f} times as fast; with the evidence pass: {theirs / (first + second):.1f} times"
    )


def main() -> None:
    """Print the comparison and the cells that the reference reads wrong."""
    compare()
    print(f"\n{'cell':26} {'dateutil, dayfirst=True':24} {'ours':12} {'finding':24} what it says")
    for text, truth in TRICKY:
        form = normalize(text, Hints(as_of=AS_OF, field="birth_date", date_order=DateOrder.DMY))
        code = form.findings[0].code if form.findings else ""
        print(f"{text:26} {reference(text)!s:24} {first_value(form)!s:12} {code:24} {truth}")


if __name__ == "__main__":
    main()
