"""Orders joined to contacts, beside the pandas script that somebody would write: merge on the e-mail, then group.

    python -P benchmarks/orders.py [LINES] [CONTACTS]

Both read the same CSV file of order lines (two a order, half of the addresses in capitals, French days and amounts)
and give for each contact how many orders there were, what was spent and the last day. The script sees clean addresses
only: small letters, spaces off. The command line lets Python's collector of cycles run rarely. CPU seconds, best of
three; whether both give the same is checked. Memory is the peak that Python's allocator saw for ours, beyond the
base.
"""

from __future__ import annotations

import datetime as dt
import io
import random
import sys
import time
import tracemalloc
from collections.abc import Callable
from typing import Any

import pandas as pd

import contactbase as cb
from contactbase.pipeline.collector import rarely

TODAY = dt.date(2026, 11, 22)


def best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(3):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def file_of(lines: int, contacts: int) -> bytes:
    """Write lines of orders: two an order, the same customer and day on both."""
    chance = random.Random(7)
    rows = ["N° commande;Date;Courriel;Montant ligne;Statut;Produit"]
    for number in range(lines // 2):
        who = chance.randrange(contacts)
        address = f"lea.{who}@example.org" if number % 2 else f"Lea.{who}@EXAMPLE.org"
        day = dt.date(2024, 1, 1) + dt.timedelta(chance.randrange(700))
        status = "annulée" if number % 50 == 0 else "payée"
        for product in ("thé", "bague"):
            amount = f"{chance.randrange(1, 300)},{chance.randrange(100):02}"
            rows.append(f"A{number};{day:%d/%m/%Y};{address};{amount};{status};{product}")
    return "\n".join(rows).encode()


def base_of(contacts: int) -> cb.ContactBase:
    addresses = (f"lea.{number}@example.org" for number in range(contacts))
    return cb.ContactBase.of(
        cb.Contact(id=str(number), emails=(cb.Email(address, address),)) for number, address in enumerate(addresses)
    )


def by_pandas(file: bytes, people: pd.DataFrame) -> Any:
    orders = pd.read_csv(io.BytesIO(file), sep=";", decimal=",")
    orders = orders[orders["Statut"] == "payée"]
    orders["key"] = orders["Courriel"].str.strip().str.lower()
    orders["Date"] = pd.to_datetime(orders["Date"], format="%d/%m/%Y")
    joined = orders.merge(people, on="key", how="inner")
    groups = joined.groupby("id")
    return groups.agg(orders=("N° commande", "nunique"), spent=("Montant ligne", "sum"), last=("Date", "max"))


def by_us(file: bytes, base: cb.ContactBase) -> cb.ContactBase:
    orders = cb.read_orders(file, as_of=TODAY, currency="EUR").value
    return cb.join(base, orders).value


def main(lines: int, contacts: int) -> None:
    file, base = file_of(lines, contacts), base_of(contacts)
    people = pd.DataFrame({"id": list(base), "key": [one.emails[0].key for one in base.values()]})
    theirs, ours = by_pandas(file, people), by_us(file, base)
    same = 0
    for name, row in theirs.iterrows():
        bought = ours[str(name)].events
        money = sum(event.amount or 0 for event in bought)
        same += (len(bought), money, max(event.at for event in bought if event.at)) == (
            row["orders"],
            round(row["spent"] * 100),
            row["last"].date(),
        )
    print(f"{same} of {len(theirs)} contacts are the same by both")
    keyed = cb.read_orders(file, as_of=TODAY, currency="EUR").value
    times = {
        "pandas: read, merge, group": best(lambda: by_pandas(file, people)),
        "read_orders": best(lambda: cb.read_orders(file, as_of=TODAY, currency="EUR")),
        "join": best(lambda: cb.join(base, keyed)),
        "both": best(lambda: by_us(file, base)),
    }
    with rarely():
        times["both, as the command line"] = best(lambda: by_us(file, base))
    for words, seconds in times.items():
        ratio = seconds / times["pandas: read, merge, group"]
        print(f"{words:28} {seconds:6.2f} s  {seconds / lines * 1e6:6.1f} µs a line  {ratio:5.1f} times pandas")
    tracemalloc.start()
    by_us(file, base)
    print(f"peak beyond the base: {tracemalloc.get_traced_memory()[1] / lines:.0f} bytes a line")


if __name__ == "__main__":
    main(*(int(text) for text in sys.argv[1:3]) if len(sys.argv) > 2 else (200_000, 50_000))
