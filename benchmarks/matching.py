"""Exact matching: F1 on a labelled file, CPU and memory on generated contacts.

    python benchmarks/matching.py [--truth FILE.csv] [--contacts 200000]

The labelled file has the columns of a French shop file and `true_id`, which is never shown to the matcher. Generated
people are made up: about one contact in five is a second record of somebody, one household in ten shares a number.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import os
import random
import time
import tracemalloc
from collections.abc import Hashable, Iterator
from pathlib import Path

from contactbase.matching.evaluation import evaluate
from contactbase.matching.match import match
from contactbase.matching.merge import merge_into
from contactbase.model.contact import Contact, Email, Phone
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import PhoneKind
from contactbase.model.record import Record
from contactbase.model.source import SourceRef
from contactbase.normalize.clean import clean

COLUMNS = {
    "civilite": "title",
    "prenom": "first_name",
    "nom": "last_name",
    "date_naissance": "birth_date",
    "email": "emails",
    "mobile": "mobile",
    "fixe": "landline",
    "adresse": "address",
    "code_postal": "postcode",
    "ville": "city",
    "created_at": "collected_on",
}
AS_OF = dt.date(2026, 11, 22)


def labelled(path: Path) -> tuple[ContactBase, dict[str, Hashable]]:
    """Read the labelled file through the normalizers; the truth by contact id."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    records = [
        Record(
            source=SourceRef(file=path.name, row=number),
            values={"id": row["id"]} | {name: row[column] for column, name in COLUMNS.items() if row[column]},
        )
        for number, row in enumerate(rows, start=1)
    ]
    base = clean(records, region="FR", as_of=AS_OF).value
    return base, {row["id"]: row["true_id"] for row in rows}


FIRST = "Léa Jean Marie Pierre Chloé Paul Inès Lucas Zoé Hugo Emma Louis Alice Nathan Rose Adam Anna Jules".split()
SYLLABLES = "ba bel bon car cha dan del du fa fon gar gi lam le mar mo na pel per ri rou sal sau ter vil vi".split()


def surname(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=3)).capitalize()


def person(number: int, chance: random.Random) -> Contact:
    first, last = chance.choice(FIRST), surname(chance)
    address = f"{first}.{last}{chance.randrange(1000)}@example.org".lower()
    return Contact(
        id=f"c-{number}",
        first_name=first,
        last_name=last,
        birth_date=dt.date(1940, 1, 1) + dt.timedelta(days=chance.randrange(25000)) if chance.random() < 0.6 else None,
        emails=(Email(address, address),) if chance.random() < 0.7 else (),
        phones=(Phone(f"+336{chance.randrange(10**8):08}", PhoneKind.MOBILE, "FR"),) if chance.random() < 0.8 else (),
        address=(f"{chance.randrange(1, 200)} rue {surname(chance)}",) if chance.random() < 0.7 else (),
        postcode=f"{chance.randrange(1000, 95999):05}",
        collected_on=dt.date(2020, 1, 1) + dt.timedelta(days=chance.randrange(2400)),
    )


def again(known: Contact, number: int, chance: random.Random) -> Contact:
    """Another record of somebody, or of somebody of the same household."""
    other = person(number, chance)
    same = chance.random() < 0.67
    return Contact(
        id=other.id,
        first_name=known.first_name if same else other.first_name,
        last_name=(known.last_name or "").upper(),
        birth_date=known.birth_date if same and chance.random() < 0.5 else None,
        emails=known.emails if same and chance.random() < 0.7 else other.emails,
        phones=known.phones if chance.random() < 0.7 else other.phones,
        address=known.address,
        postcode=known.postcode,
        collected_on=other.collected_on,
    )


def people(count: int, seed: int = 20261122) -> Iterator[Contact]:
    chance, recent = random.Random(seed), list[Contact]()
    for number in range(count):
        if recent and chance.random() < 0.3:
            contact = again(chance.choice(recent), number, chance)
        else:
            contact = person(number, chance)
        recent.append(contact)
        if len(recent) > 5000:
            recent = recent[-2500:]
        yield contact


def quality(path: Path) -> None:
    base, truth = labelled(path)
    start = time.process_time()
    matches = match(base)
    cpu = time.process_time() - start
    found = evaluate(matches, truth)
    print(f"{path.name}: {len(base)} contacts, {cpu:.2f} s CPU")
    print(f"  precision {found.precision:.4f}  recall {found.recall:.4f}  F1 {found.f1:.4f}  B³ {found.b_cubed_f1:.4f}")


def speed(count: int) -> None:
    base = ContactBase.of(people(count))
    start = time.process_time()
    matches = match(base)
    matched = time.process_time()
    merged = merge_into(base, matches, lambda _entry: None)
    done = time.process_time()
    print(
        f"{count} generated: {len(matches.pairs)} pairs, {len(matches.clusters)} clusters, {len(merged)} contacts left"
    )
    print(f"  match {(matched - start) / count * 1e6:.2f} µs a contact, merge {(done - matched) / count * 1e6:.2f} µs")
    tracemalloc.start()
    match(base)
    print(f"  peak memory of match {tracemalloc.get_traced_memory()[1] / count:.0f} bytes a contact")
    tracemalloc.stop()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    corpora = Path(os.environ.get("CONTACTBASE_CORPORA") or Path(__file__).resolve().parents[2] / "shared" / "data")
    parser.add_argument("--truth", type=Path, default=corpora / "dedup" / "fr_contacts_20k.csv")
    parser.add_argument("--contacts", type=int, default=200_000)
    options = parser.parse_args()
    if options.truth.exists():
        quality(options.truth)
    speed(options.contacts)


if __name__ == "__main__":
    main()
