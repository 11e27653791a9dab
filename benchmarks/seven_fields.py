"""Seven fields of client rows: this library beside the naive composition of libraries, on the same rows, in one run.

Run: `PYTHONPATH=src python benchmarks/seven_fields.py [ROWS]`. The composition is what a script does: phonenumbers
(parse, is_valid, type, E.164), email-validator without DNS, dateutil.parser (day first), `str.title` for both names,
`zfill` for the postcode and `float` for the amount. Each row is made from a person whose values are known, then written
as files write them (a fifth of the rows has some dirt), so that it can be said who is wrong where the two differ. Ours
reads by columns, the pass over each column that needs one included. Printed are both times, their ratio, and field by
field how often the two differ, and who then gives what the row was made from.
"""

from __future__ import annotations

import datetime as dt
import gc
import random
import sys
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import phonenumbers
from dateutil import parser
from email_validator import EmailNotValidError, validate_email

from contactbase.model.hints import Hints
from contactbase.normalize.amount import AMOUNT
from contactbase.normalize.date import DATE
from contactbase.normalize.email import EMAIL
from contactbase.normalize.normalized import Cell, FieldNormalizer, see_all
from contactbase.normalize.person_name import FIRST_NAME, LAST_NAME
from contactbase.normalize.phone import PHONE
from contactbase.normalize.postcode import POSTCODE

BATCH = 500
AS_OF = dt.date(2026, 11, 22)
FIELDS = ("phone", "email", "first_name", "last_name", "birth_date", "postcode", "spent")
FIRST = (
    "Léa Jean Marie Paul Chloé Hélène Jean-Pierre Marie-Claude Noé Élodie Mohamed Fatima Lucas Emma Zoé Inès Hugo"
    " Françoise Gaëlle Yann Anaïs Thomas Sophie Martine Kévin Jérôme Amélie Gérard Mégane Théo"
).split()
LAST = (
    "Martin,Bernard,Dubois,Thomas,Robert,Richard,Petit,Durand,Leroy,Moreau,Simon,Laurent,Lefebvre,Michel,Garcia,David,"
    "Bertrand,Roux,Vincent,Fournier,Morel,Girard,André,Mercier,Dupont,Lambert,Bonnet,François,Martinez,Legrand,Lopez,"
    "Guérin,Muller,Henry,Rousseau,Nicolas,Perrin,Morin,Mathieu,Clément,Gauthier,Dumont,Fontaine,Chevalier,Le Goff,"
    "de La Tour,d'Estaing,Saint-Martin,Ben Amor,L'Hermitte"
).split(",")
DOMAINS = "gmail.com hotmail.fr orange.fr yahoo.fr wanadoo.fr free.fr sfr.fr laposte.net outlook.fr example.org".split()
DEPARTMENTS = [f"{number:02}" for number in range(1, 96) if number != 20]
Person = tuple[Any, ...]


def person(draw: random.Random) -> Person:
    """Give the seven values of a made-up person."""
    first, last = draw.choice(FIRST), draw.choice(LAST)
    start = draw.choice(("6", "6", "6", "7", "1", "2", "4"))
    second = {"7": "3456789"}.get(start, "2345678" if start != "6" else "0124578")
    plain = "".join(char for char in f"{first}.{last}".lower().replace(" ", "") if char.isascii() and char != "'")
    return (
        f"+33{start}{draw.choice(second)}{draw.randrange(10**7):07}",
        f"{plain}{draw.randrange(9999)}@{draw.choice(DOMAINS)}",
        first,
        last,
        AS_OF - dt.timedelta(days=draw.randrange(18 * 366, 90 * 365)),
        draw.choice(DEPARTMENTS) + f"{draw.randrange(100):02}0",
        draw.randrange(500, 300_000),
    )


def as_written(person: Person, draw: random.Random) -> tuple[str, ...]:
    """Write a person as the cells of a French file."""
    e164, email, first, last, born, postcode, cents = person
    national = f"0{e164[3:]}"
    pairs = " ".join(national[at : at + 2] for at in range(0, 10, 2))
    phone = draw.choices(
        (national, pairs, e164, pairs.replace(" ", "."), national[1:], f"{pairs} ", f"{pairs} (bureau)"),
        (35, 25, 15, 10, 10, 3, 2),
    )[0]
    case = draw.choices((str, str.upper, str.lower), (46, 38, 16))[0]
    form = draw.choices(("%d/%m/%Y", "%d-%m-%Y", "%Y-%m-%d", "%d/%m/%y"), (84, 8, 6, 2))[0]
    amount = f"{cents // 100:,}".replace(",", draw.choice(("", " ", "\u202f"))) + f",{cents % 100:02}"
    return (
        phone,
        draw.choices((email, email.upper(), f" {email}"), (90, 7, 3))[0],
        case(first),
        case(last),
        born.strftime(form),
        draw.choices((postcode, postcode.lstrip("0"), f"{postcode[:2]} {postcode[2:]}"), (90, 8, 2))[0],
        amount + draw.choice(("", " €")),
    )


def naive_phone(text: str) -> str | None:
    try:
        number = phonenumbers.parse(text, "FR")
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    phonenumbers.number_type(number)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def naive_email(text: str) -> str | None:
    try:
        return validate_email(text.strip(), check_deliverability=False).normalized
    except EmailNotValidError:
        return None


def naive_date(text: str) -> dt.date | None:
    try:
        return parser.parse(text, dayfirst=True).date()
    except (ValueError, OverflowError):
        return None


def naive_amount(text: str) -> int | None:
    plain = text.replace("€", "").replace(" ", "").replace("\u00a0", "").replace("\u202f", "").replace(",", ".")
    try:
        return round(100 * float(plain))
    except ValueError:
        return None


NAIVE: tuple[Callable[[str], Any], ...] = (
    naive_phone,
    naive_email,
    str.title,
    str.title,
    naive_date,
    lambda text: text.strip().zfill(5),
    naive_amount,
)


def naive(rows: Sequence[tuple[str, ...]]) -> Iterator[Person]:
    """Read rows as a script does, one after the other."""
    phone, email, first, last, day, postcode, amount = NAIVE
    for a, b, c, d, e, f, g in rows:
        yield phone(a), email(b), first(c), last(d), day(e), postcode(f), amount(g)


NORMALIZERS: tuple[FieldNormalizer[Any], ...] = (PHONE, EMAIL, FIRST_NAME, LAST_NAME, DATE, POSTCODE, AMOUNT)
NAMES = ("phones", "emails", "first_name", "last_name", "birth_date", "postcode", "spent")


def column_reader(normalizer: FieldNormalizer[Any], field: str, cells: Sequence[str]) -> Cell[Any]:
    """Look at a column where its normalizer wants that, and give what reads its cells."""
    hints = Hints(region="FR", as_of=AS_OF, field=field)
    if normalizer.evidence is not None:
        evidence = normalizer.evidence()
        see_all(evidence, cells)
        hints, _ = evidence.conclude(hints)
    return normalizer.column(hints)


def ours(rows: Sequence[tuple[str, ...]]) -> Iterator[tuple[Any, ...]]:
    """Read rows by columns: each column looked at as a whole, then its cells read, some hundreds at a time."""
    readers = list(map(column_reader, NORMALIZERS, NAMES, zip(*rows, strict=True)))
    for start in range(0, len(rows), BATCH):
        columns = zip(*rows[start : start + BATCH], strict=True)
        yield from zip(*[list(map(read, cells)) for read, cells in zip(readers, columns, strict=True)], strict=True)


def value(form: Any, field: str) -> Any:
    """Give what a reading says, in the terms of the naive script."""
    if len(form.values) != 1:
        return None
    found = form.values[0]
    match field:
        case "phone":
            return found.e164
        case "email":
            return found.address
        case "spent":
            return found.minor
        case _:
            return found


def same(field: str, one: Any, other: Any) -> bool:
    """Tell whether two values are one; of an address, the case of what stands before the @ is no difference."""
    return one == other or (field == "email" and str(one).lower() == str(other).lower())


def timed(read: Callable[[], Iterator[object]]) -> float:
    """Give the CPU seconds of one reading, whose rows are made and let go."""
    gc.collect()
    start = time.process_time()
    deque(read(), maxlen=0)
    return time.process_time() - start


def told(rows: Sequence[tuple[str, ...]], people: Sequence[Person]) -> None:
    """Print who is right where the two differ."""
    counts: Counter[tuple[str, str]] = Counter()
    examples: dict[tuple[str, str], str] = {}
    for row, person, theirs, forms in zip(rows, people, naive(rows), ours(rows), strict=True):
        for place, field in enumerate(FIELDS):
            mine, other, truth = value(forms[place], field), theirs[place], person[place]
            verdict = (same(field, mine, truth), same(field, other, truth))
            kind = {
                (True, True): "both right",
                (True, False): "only ours right",
                (False, True): "only theirs right",
                (False, False): "neither right",
            }[verdict]
            if not verdict[0]:
                kind += ", ours says so" if forms[place].findings else ", ours in silence"
            counts[field, kind] += 1
            examples.setdefault((field, kind), f"{row[place]!r}: ours {mine!r}, theirs {other!r}")
    print(f"\n{'field':12} {'verdict':36} {'rows':>7}  example")
    for (field, kind), count in sorted(counts.items(), key=lambda pair: (FIELDS.index(pair[0][0]), -pair[1])):
        shown = "" if kind == "both right" else examples[field, kind]
        print(f"{field:12} {kind:36} {count:7,}  {shown}")


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    draw = random.Random(20261122)
    people = [person(draw) for _ in range(count)]
    rows = [as_written(each, draw) for each in people]
    rounds = [(timed(lambda: naive(rows)), timed(lambda: ours(rows))) for _ in range(3)]
    theirs, mine = (min(times) / count * 1e6 for times in zip(*rounds, strict=True))
    first = rounds[0][1] / count * 1e6
    print(f"naive composition {theirs:7.2f} µs per row")
    print(f"contactbase       {mine:7.2f} µs per row ({first:.2f} in the first round)")
    print(f"ratio             {theirs / mine:7.1f} ({theirs / first:.1f} in the first round)")
    told(rows, people)


if __name__ == "__main__":
    main()
