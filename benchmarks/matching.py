"""Matching on labelled files and generated worlds, beside exact keys, Splink and recordlinkage, in one run.

    python benchmarks/matching.py                       labelled files, peers where they are installed
    python benchmarks/matching.py --worlds              generated worlds in three styles, households counted
    python benchmarks/matching.py --contacts 200000     CPU and memory on a generated world
        --beside "exact keys" Splink recordlinkage      the same for these, in the same run

All start from the same normalized contacts; the truth is never shown to any of them. Everybody uses their defaults:
contactbase its threshold of one half, Splink 0.95 on an expectation-maximization run, recordlinkage its ECM classifier
on the same blocks. Dedupe is given 60 labels, which nobody else is. The labelled files are read from
CONTACTBASE_CORPORA (see `tests/conformance/`).
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import os
import resource
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from itertools import combinations
from pathlib import Path

from peers import dedupe_given, exact_keys, recordlinkage, splink
from worlds import STYLES, World, make

from contactbase.matching.blocking import candidates
from contactbase.matching.columns import View
from contactbase.matching.evaluation import evaluate
from contactbase.matching.link import link_files
from contactbase.matching.match import match
from contactbase.model.contact_base import ContactBase
from contactbase.model.record import Record
from contactbase.model.source import SourceRef
from contactbase.normalize.clean import clean

AS_OF = dt.date(2026, 11, 22)
FRENCH_COLUMNS = {
    "civilite": "title", "prenom": "first_name", "nom": "last_name", "date_naissance": "birth_date", "email": "emails",
    "mobile": "mobile", "fixe": "landline", "adresse": "address", "code_postal": "postcode", "ville": "city",
    "created_at": "collected_on",
}  # fmt: skip
FAKE_COLUMNS = {
    "first_name": "first_name",
    "surname": "last_name",
    "dob": "birth_date",
    "city": "city",
    "email": "emails",
}
_LABELS = 60
_FEW = 2000
"""Dedupe is run on files of so many contacts at the most: its memory grows with the square of them."""
Truth = Mapping[str, Hashable]
Clusters = Iterable[Iterable[str]]
Program = Callable[[ContactBase], Clusters]


def cleaned(rows: Iterable[tuple[str, dict[str, str]]], region: str) -> ContactBase:
    records = [
        Record(source=SourceRef(file="benchmark", row=number), values={"id": key} | {k: v for k, v in row.items() if v})
        for number, (key, row) in enumerate(rows, start=1)
    ]
    return clean(records, region=region, as_of=AS_OF).value


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        found = csv.DictReader(lines, skipinitialspace=True)
        return [{str(name).strip(): (value or "").strip() for name, value in row.items()} for row in found]


def french(folder: Path) -> tuple[ContactBase, Truth]:
    rows = table(folder / "fr_contacts_20k.csv")
    base = cleaned(((row["id"], {to: row[name] for name, to in FRENCH_COLUMNS.items()}) for row in rows), "FR")
    return base, {row["id"]: row["true_id"] for row in rows}


def fake(folder: Path) -> tuple[ContactBase, Truth]:
    rows = table(folder / "fake_1000.csv")
    base = cleaned(
        ((f"r{row['unique_id']}", {to: row[name] for name, to in FAKE_COLUMNS.items()}) for row in rows), "GB"
    )
    return base, {f"r{row['unique_id']}": row["cluster"] for row in rows}


def febrl(folder: Path, *names: str) -> tuple[ContactBase, Truth]:
    """The social security number is no contact field and stays out."""
    rows = [row for name in names for row in table(folder / f"{name}.csv")]
    base = cleaned(((row["rec_id"], australian(row)) for row in rows), "AU")
    return base, {row["rec_id"]: row["rec_id"].split("-")[1] for row in rows}


def australian(row: Mapping[str, str]) -> dict[str, str]:
    street = f"{row['street_number']} {row['address_1']}".strip()
    return {
        "first_name": row["given_name"],
        "last_name": row["surname"],
        "address": f"{street}|{row['address_2']}".strip("|"),
        "city": row["suburb"],
        "postcode": row["postcode"],
        "department": row["state"],
        "birth_date": row["date_of_birth"],
        "country": "AU",
    }


def ours(base: ContactBase) -> Clusters:
    return match(base).clusters


PROGRAMS: tuple[tuple[str, Program], ...] = (
    ("exact keys", exact_keys),
    ("Splink", splink),
    ("recordlinkage", recordlinkage),
    ("contactbase", ours),
)


def show(name: str, base: ContactBase, truth: Truth) -> None:
    print(f"{name}: {len(base)} contacts")
    with_labels = [("dedupe", dedupe_given(truth, _LABELS))] if len(base) <= _FEW else []
    run_all(base, truth, [*with_labels, *PROGRAMS])


def run_all(base: ContactBase, truth: Truth, programs: Iterable[tuple[str, Program]]) -> None:
    for label, run in programs:
        start = time.process_time()
        try:
            clusters = [list(cluster) for cluster in run(base)]
        except ImportError:
            print(f"  {label:14} not installed")
            continue
        except Exception as error:  # noqa: BLE001 - a peer that fails is a result
            print(f"  {label:14} fails: {type(error).__name__}")
            continue
        cpu = time.process_time() - start
        found = evaluate(clusters, truth)
        print(
            f"  {label:14} precision {found.precision:.4f}  recall {found.recall:.4f}  F1 {found.f1:.4f}"
            f"  B3 {found.b_cubed_f1:.4f}  largest {max(map(len, clusters), default=0)}  CPU {cpu:.2f} s"
        )


def show_missed(base: ContactBase, truth: Truth) -> None:
    """Say how many pairs of one person share no key, and how many the matcher believes there are."""
    view, people = View.of(base.values()), defaultdict[Hashable, list[int]](list)
    pairs, count = candidates(view), len(view.contacts)
    met = pairs.strong | pairs.weak
    for place, contact in enumerate(view.contacts):
        people[truth[contact.id]].append(place)
    missed = sum(one * count + other not in met for held in people.values() for one, other in combinations(held, 2))
    estimated = [dict(one.details)["count"] for one in match(base).findings if one.code == "match.unmet"]
    print(f"  pairs of one person without a key: {missed}; estimated: {estimated[0] if estimated else 0}")


def linked(folder: Path) -> None:
    base, truth = febrl(folder, "dataset4a", "dataset4b")
    left, right = (ContactBase.of(c for c in base.values() if c.id.endswith("org") is side) for side in (True, False))
    start = time.process_time()
    clusters = link_files(left, right).clusters
    cpu = time.process_time() - start
    right_pairs = sum(truth[one] == truth[other] for one, other in clusters)
    precision, recall = right_pairs / len(clusters), right_pairs / len(left)
    f1 = 2 * precision * recall / (precision + recall)
    print(f"FEBRL 4, linking: precision {precision:.4f}  recall {recall:.4f}  F1 {f1:.4f}  CPU {cpu:.2f} s")


def merged_households(clusters: Clusters, world: World) -> float:
    """The share of pairs of different people of one household that stand in one cluster."""
    home = {member: number for number, cluster in enumerate(clusters) for member in cluster}
    together: dict[int, list[str]] = {}
    for contact in world.contacts:
        together.setdefault(world.household[contact.id], []).append(contact.id)
    count = wrong = 0
    for ids in together.values():
        for place, one in enumerate(ids):
            for other in ids[place + 1 :]:
                if world.person[one] != world.person[other]:
                    count += 1
                    wrong += one in home and home[one] == home.get(other)
    return wrong / count if count else 0.0


def worlds(people: int) -> None:
    for style in STYLES:
        for seed, (dirt, repeated) in enumerate(((1.0, 0.35), (2.0, 0.35), (0.3, 0.05), (1.0, 0.0)), start=101):
            world = make(people=people, style=style, seed=seed, dirt=dirt, repeated=repeated)
            clusters = match(world.base).clusters
            found = evaluate(clusters, world.person)
            print(
                f"{style.name:8} {len(world.contacts):6} records  dirt {dirt:3}  repeated {repeated:4}  "
                f"precision {found.precision:.4f}  recall {found.recall:.4f}  F1 {found.f1:.4f}  "
                f"household pairs merged {100 * merged_households(clusters, world):.2f} %  "
                f"wrong pairs {found.found_pairs - found.right_pairs}"
            )


def memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def scale(contacts: int, programs: Iterable[str]) -> None:
    """Ours first, since memory is what the process has reached so far."""
    world = make(people=int(contacts / 1.746), style=STYLES[0], seed=21)
    base, before = world.base, memory()
    start = time.process_time()
    matches = match(base)
    cpu = time.process_time() - start
    found = evaluate(matches, world.person)
    print(
        f"{len(base)} contacts: CPU {cpu:.1f} s, {1e6 * cpu / len(base):.0f} µs a contact, {memory() - before} MB "
        f"beyond the base; precision {found.precision:.4f}  recall {found.recall:.4f}  F1 {found.f1:.4f}"
    )
    print("  " + ", ".join(f"{code} {count}" for code, count in Counter(f.code for f in matches.findings).items()))
    run_all(base, world.person, [(label, run) for label, run in PROGRAMS if label in programs])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    corpora = Path(os.environ.get("CONTACTBASE_CORPORA") or Path(__file__).resolve().parents[2] / "shared" / "data")
    parser.add_argument("--corpora", type=Path, default=corpora)
    parser.add_argument("--worlds", action="store_true")
    parser.add_argument("--people", type=int, default=3000)
    parser.add_argument("--contacts", type=int)
    parser.add_argument("--beside", nargs="*", default=[], help="programs to run on the same contacts: 'exact keys' …")
    options = parser.parse_args()
    if options.worlds:
        worlds(options.people)
        return
    if options.contacts:
        scale(options.contacts, options.beside)
        return
    folder = options.corpora / "dedup"
    sets: tuple[tuple[str, Callable[[Path], tuple[ContactBase, Truth]]], ...] = (
        ("French contacts", french),
        ("fake_1000", fake),
        ("FEBRL 3", lambda place: febrl(place, "dataset3")),
    )
    for name, read in sets:
        base, truth = read(folder)
        show(name, base, truth)
        show_missed(base, truth)
    linked(folder)


if __name__ == "__main__":
    main()
