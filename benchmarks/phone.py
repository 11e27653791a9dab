"""Phone cells: this library against phonenumbers, on the same 100,000 realistic distinct cells of a French file.

Run: `PYTHONPATH=src python benchmarks/phone.py [COUNT]`. The reference is what people compose: parse, is_valid_number,
number_type and E.164. Printed are both times, their ratio, the share of the cells that the fast path answered alone,
on how many of those it differs from the reference, and every kind of cell on which the two do not say the same.
Ways of writing and their shares are those of the 20,000 generated French contacts of the test corpora, which have no
dirt; the dirt, two cells in a hundred, is of the kinds listed in `dirty_phones.json`. Both times are also given for no
dirt and for five cells in a hundred.
"""

from __future__ import annotations

import gc
import random
import sys
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator
from itertools import compress

import phonenumbers

from contactbase.model.contact import Phone
from contactbase.model.hints import Hints
from contactbase.normalize.normalized import Normalized
from contactbase.normalize.phones.cell import PhoneCell
from contactbase.normalize.phones.column import open_column

DRAW = random.Random(7)


def pairs(number: str, mark: str = " ") -> str:
    """Write a national number without its zero in pairs, the French way."""
    return mark.join([f"0{number[0]}", *(number[at : at + 2] for at in range(1, 9, 2))])


def national() -> str:
    """Draw a national number without its zero: six mobiles, three landlines, one box number in ten."""
    beginning = DRAW.choices(("6", "7", "1", "2", "3", "4", "5", "9"), (47, 13, 9, 5, 6, 7, 5, 8))[0]
    second = {"6": "0124578", "7": "3456789"}.get(beginning, "23456789")
    return beginning + DRAW.choice(second) + f"{DRAW.randrange(10**7):07}"


def foreign() -> str:
    """Draw a number of a neighbour, as its people write it."""
    digits = f"{DRAW.randrange(10**7):07}"
    belgian = f"{digits[0]} {digits[1:3]} {digits[3:5]} {digits[5:]}"
    swiss = f"{digits[:3]} {digits[3:5]} {digits[5:]}"
    ways = (f"+3247{digits}", f"+32 47{belgian}", f"004179{digits}", f"+41 79 {swiss}", f"+3933{digits}{digits[0]}")
    return DRAW.choice((*ways, f"+3466{digits}"))


CLEAN: tuple[tuple[int, Callable[[str], str]], ...] = (
    (353, lambda number: f"0{number}"),
    (252, pairs),
    (119, lambda number: f"+33{number}"),
    (96, lambda number: pairs(number, ".")),
    (60, lambda number: f"+33 (0){pairs(number)[1:]}"),
    (50, lambda number: number),
    (40, lambda number: f"0033{number}"),
    (30, lambda number: f"33{number}"),
)
DIRT: tuple[tuple[int, Callable[[str], str]], ...] = (
    (100, lambda _: foreign()),
    (60, lambda number: pairs(number, DRAW.choice("\u00a0\u202f"))),
    (50, lambda number: f"06{DRAW.choice(('90', '92', '94', '96'))}{number[-6:]}"),
    (40, lambda number: pairs(number)[: -DRAW.randint(1, 3)]),
    (20, lambda number: f"0{number}{DRAW.randrange(10)}"),
    (20, lambda number: f"071{number[-7:]}"),
    (40, lambda number: f"{pairs(number)}{DRAW.choice((' / ', ' ou ', ';', ' '))}{pairs(national())}"),
    (30, lambda number: f"{pairs(number)} {DRAW.choice(('(portable)', 'Mme', 'bureau', 'dom.'))}"),
    (15, lambda number: f"{pairs(number)} poste {DRAW.randrange(10, 999)}"),
    (15, lambda number: f"{number}.0"),
    (5, lambda number: f"O{pairs(number)[1:]}"),
    (5, lambda number: f"tel:+33-{pairs(number, '-')[1:]}"),
)
"""Shares of the clean cells in a thousand, of the dirty ones in four hundred."""
DIRTY = 0.02
OTHER_SHARES = (0.0, 0.05)
ROUNDS = 5


def cells(count: int, dirty: float = DIRTY) -> list[str]:
    """Make distinct cells, such a share of them dirty."""
    made: dict[str, None] = {}
    clean, dirt = ([make for _, make in way] for way in (CLEAN, DIRT))
    clean_shares, dirt_shares = ([share for share, _ in way] for way in (CLEAN, DIRT))
    while len(made) < count:
        ways = (dirt, dirt_shares) if DRAW.random() < dirty else (clean, clean_shares)
        made[DRAW.choices(*ways)[0](national())] = None
    return list(made)


def reference(cell: str) -> tuple[str, int] | None:
    """Give what phonenumbers makes of a cell: E.164 and type."""
    try:
        parsed = phonenumbers.parse(cell, "FR")
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(parsed):
        return None
    kind = phonenumbers.number_type(parsed)
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164), kind


def timed(run: Callable[[str], object], batch: list[str]) -> float:
    """Give the seconds of processor time that a batch takes, results dropped."""
    gc.collect()
    start = time.process_time()
    deque(map(run, batch), maxlen=0)
    return time.process_time() - start


def answered_alone(batch: list[str]) -> list[bool]:
    """Tell for each cell whether the fast path answered it without the whole chain."""
    went_the_whole_way: set[str] = set()
    read = PhoneCell.read

    def noted(self: PhoneCell, text: str) -> Normalized[Phone]:
        went_the_whole_way.add(text)
        return read(self, text)

    PhoneCell.read = noted  # type: ignore[method-assign] # to look inside
    try:
        deque(map(open_column(Hints(region="FR")), batch), maxlen=0)
    finally:
        PhoneCell.read = read  # type: ignore[method-assign] # put back
    return [cell not in went_the_whole_way for cell in batch]


def differences(batch: list[str]) -> Iterator[tuple[str, str]]:
    """Name each disagreement by what this library says, with one example."""
    read = open_column(Hints(region="FR"))
    for cell in batch:
        ours, theirs = read(cell), reference(cell)
        if [phone.e164 for phone in ours.values] != ([theirs[0]] if theirs else []):
            said = ", ".join(sorted({one.code for one in ours.findings})) or "silent"
            yield said, f"{cell!r} -> {[phone.e164 for phone in ours.values]} (reference: {theirs and theirs[0]!r})"


def compared(batch: list[str]) -> tuple[float, float, float]:
    """Give microseconds per cell: the reference's best round, this library's best round, its first."""
    rounds = [(timed(reference, batch), timed(open_column(Hints(region="FR")), batch)) for _ in range(ROUNDS)]
    theirs, ours = (min(times) for times in zip(*rounds, strict=True))
    return theirs / len(batch) * 1e6, ours / len(batch) * 1e6, rounds[0][1] / len(batch) * 1e6


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    batch = cells(count)
    theirs, ours, first = compared(batch)
    print(f"phonenumbers {theirs:6.2f} µs per cell")
    print(f"contactbase  {ours:6.2f} µs per cell ({first:.2f} in the first round, which learns the plans)")
    print(f"ratio        {theirs / ours:6.1f} ({theirs / first:.1f} in the first round)")
    for dirty in OTHER_SHARES:
        theirs, ours, _ = compared(cells(count, dirty))
        print(f"  {dirty:4.0%} dirty  {theirs / ours:6.1f}")
    fast = answered_alone(batch)
    print(f"fast path    {sum(fast) / count:6.1%} of the cells")
    wrong = [example for said, example in differences(list(compress(batch, fast))) if "overseas" not in said]
    refused = sum(example.endswith("(reference: None)") for example in wrong)
    print(f"differs on   {len(wrong):6} of those, overseas aside; on {refused} of them the reference reads no number")
    kinds: Counter[str] = Counter()
    examples: dict[str, str] = {}
    for said, example in differences(batch):
        kinds[said] += 1
        examples.setdefault(said, example)
    for said, times in kinds.most_common():
        print(f"differs {times:6} times, said as [{said}]: {examples[said]}")


if __name__ == "__main__":
    main()
