"""Reading and writing CSV beside the standard library's `csv`, which checks and accounts for nothing.

    python benchmarks/csv_files.py [ROWS]

CPU seconds of the best of three; a ratio of 1.5 means half as long again as `csv`.
"""

from __future__ import annotations

import csv
import io
import sys
import time
from collections.abc import Callable

from contactbase.adapters.csv_reader import read_csv
from contactbase.adapters.csv_writer import rows_as_text

HEADER = ["nom", "prenom", "email", "mobile", "fixe", "adresse", "cp", "ville", "naissance", "optin", "note", "id"]
ROW = [
    "Durand",
    "Lea",
    "lea@example.org",
    "0698765432",
    "",
    "3 rue Haute",
    "69001",
    "Lyon",
    "1980-02-01",
    "oui",
    "",
    "7",
]


def best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(3):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def text_of(rows: list[list[str]], quoting: int = csv.QUOTE_MINIMAL) -> str:
    made = io.StringIO(newline="")
    csv.writer(made, delimiter=";", quoting=quoting).writerows([HEADER, *rows])
    return made.getvalue()


def exhaust(rows: object) -> None:
    for _ in rows:  # type: ignore[attr-defined]  # any iterable
        pass


def main(count: int) -> None:
    plain = [ROW] * count
    some = [ROW, [*ROW[:5], "3; rue Haute", *ROW[6:]]] * (count // 2)
    lines = [[*ROW[:5], "3 rue Haute\nBat. B", *ROW[6:]]] * count
    files = {
        "nothing quoted": text_of(plain),
        "every second row quoted": text_of(some),
        "everything quoted": text_of(plain, csv.QUOTE_ALL),
        "every row on two lines": text_of(lines),
    }
    print(f"{count:,} rows of {len(HEADER)} columns\n")
    print("| file | rows again | whole reading, detection included |\n|---|---|---|")
    for name, text in files.items():
        data = text.encode()
        bare = best(lambda text=text: exhaust(csv.reader(io.StringIO(text, newline=""), delimiter=";")))
        table, _ = read_csv(data)
        again = best(lambda table=table: exhaust(table.rows()))
        whole = best(lambda data=data: exhaust(read_csv(data).value.rows()))
        print(f"| {name} | {again / bare:.2f} | {whole / bare:.2f} |")
    bare = best(lambda: csv.writer(io.StringIO(newline="")).writerows(plain))
    ours = best(lambda: exhaust(rows_as_text(HEADER, plain, phones={"mobile"})))
    print(f"\nwriting with the formula guard: {ours / bare:.2f} times csv.writer")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 200_000)
