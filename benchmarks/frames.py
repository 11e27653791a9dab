"""Frames of a base and back, beside the plain loop that somebody would write (`DataFrame(list of dicts)`).

    python -P benchmarks/frames.py [CONTACTS]

CPU seconds, best of three.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import attrs
import pandas as pd
import polars as pl

from contactbase.model.contact import Contact, Email, Phone
from contactbase.model.contact_base import ContactBase
from contactbase.pipeline.frames import from_frame, to_arrow, to_pandas, to_polars
from contactbase.pipeline.reading import read
from contactbase.pipeline.writing import file_of


def best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(3):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def contact(number: int) -> Contact:
    phone, email = Phone(f"+336{number:08d}"), Email(f"zoe{number}@example.org", f"zoe{number}@example.org")
    return Contact(
        id=f"c-{number}", first_name="Zoé", last_name="Petit", postcode="01000", phones=(phone,), emails=(email,)
    )


def main(count: int) -> None:
    base = ContactBase.of(map(contact, range(count)))
    made = to_polars(base)
    parquet = file_of(base, "people.parquet")
    rows = {
        "pandas: DataFrame of attrs.asdict": lambda: pd.DataFrame([attrs.asdict(each) for each in base.values()]),
        "to_pandas": lambda: to_pandas(base),
        "polars: DataFrame of two fields": lambda: pl.DataFrame([(each.id, each.city) for each in base.values()]),
        "to_polars": lambda: to_polars(base),
        "to_arrow": lambda: to_arrow(base),
        "from_frame (polars), every record": lambda: sum(1 for _ in from_frame(made).value),
        "Parquet, write": lambda: file_of(base, "people.parquet"),
        "Parquet, read every record": lambda: sum(1 for _ in read(parquet).value),
        "JSON Lines, write": lambda: file_of(base, "people.jsonl"),
    }
    for words, work in rows.items():
        print(f"{words:36} {best(work) / count * 1e6:7.1f} µs a contact")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
