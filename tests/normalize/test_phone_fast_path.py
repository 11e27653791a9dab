"""The fast path against phonenumbers itself, over generated and mutated numbers and cells of every region.

20,000 numbers in a normal run; a million, and as many of the cells, with CONTACTBASE_NIGHTLY=1.
"""

from __future__ import annotations

import os
import random
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

import phonenumbers
import pytest
from phonenumbers import PhoneMetadata, PhoneNumberType

from contactbase.model.enums import PhoneKind
from contactbase.model.hints import Hints
from contactbase.normalize.phones import reference
from contactbase.normalize.phones.beginnings import Beginnings
from contactbase.normalize.phones.column import open_column, open_slow_column
from contactbase.normalize.phones.digit_language import DigitLanguage
from contactbase.normalize.phones.numbering_plan import REFUSED, NumberingPlans
from contactbase.normalize.phones.resolving import FastPlans, Resolver
from contactbase.normalize.phones.shape import Shape, UndecidedError

NIGHTLY = os.environ.get("CONTACTBASE_NIGHTLY") == "1"
NUMBERS = 1_000_000 if NIGHTLY else 20_000
CELLS = 250_000 if NIGHTLY else 2_500
BATCHES = 4
REGIONS = sorted(phonenumbers.SUPPORTED_REGIONS)
COMMON = "FR FR FR FR BE DE GB US IT ES RE GP CH LU MA CI DK AR BR CA AU AT".split()
TYPES = "fixed_line mobile mobile toll_free premium_rate shared_cost voip personal_number uan pager voicemail".split()
KINDS = {
    PhoneNumberType.FIXED_LINE: PhoneKind.FIXED_LINE,
    PhoneNumberType.MOBILE: PhoneKind.MOBILE,
    PhoneNumberType.FIXED_LINE_OR_MOBILE: PhoneKind.FIXED_LINE_OR_MOBILE,
    PhoneNumberType.TOLL_FREE: PhoneKind.TOLL_FREE,
    PhoneNumberType.PREMIUM_RATE: PhoneKind.PREMIUM_RATE,
    PhoneNumberType.SHARED_COST: PhoneKind.SHARED_COST,
    PhoneNumberType.VOIP: PhoneKind.VOIP,
    PhoneNumberType.PERSONAL_NUMBER: PhoneKind.PERSONAL,
    PhoneNumberType.PAGER: PhoneKind.PAGER,
    PhoneNumberType.UAN: PhoneKind.UAN,
    PhoneNumberType.VOICEMAIL: PhoneKind.VOICEMAIL,
}
WORDS = (
    "portable|Mme|tél :|(bureau)| poste 12| ext. 4|x12| p. 3|#7| ou | et |e10|E+10|O|l|I|fax|n/a|tel:|p:|xx|;ext=5|"
    ";phone-context=+33|lea@example.org|2019|12/03/1985|06|(0)| - |.0|.00|,0"
)
BITS: list[str] = [*WORDS.split("|"), *"0123456789/;,|:+'?*@ \n\u200b\u202a\ud800\0²é😀", '="', "٠٦", "１２"]


class Maker:
    """Draws numbers and cells that are right, nearly right or wrong, from the examples of the metadata."""

    def __init__(self, seed: int) -> None:
        self.draw = random.Random(seed)

    def region(self) -> str:
        return self.draw.choice(COMMON if self.draw.random() < 0.6 else REGIONS)

    def digits(self, count: int) -> str:
        return "".join(self.draw.choice("0123456789") for _ in range(count))

    def national(self, region: str) -> str:
        number: str = self.draw.choice(examples(region))
        kept = self.draw.randint(0, len(number))
        number = number[:kept] + self.digits(len(number) - kept)
        fault = self.draw.random()
        if fault < 0.07:
            return number + self.digits(self.draw.randint(1, 3))
        if fault < 0.14:
            return number[: -self.draw.randint(1, 3)]
        if fault < 0.16:
            return number[:2] + self.draw.choice("0123456789") * (len(number) - 2)
        return number

    def number(self, region: str) -> str:
        """Draw a number of a region or another, as it may be written in the region."""
        home = PhoneMetadata.metadata_for_region(region)
        other = region if self.draw.random() < 0.75 else self.region()
        metadata = PhoneMetadata.metadata_for_region(other)
        assert home is not None
        assert metadata is not None
        number, code, trunk = self.national(other), str(metadata.country_code), metadata.national_prefix or ""
        prefix = home.international_prefix or ""
        ways = (
            [trunk + number] * 6
            + [number] * 3
            + [f"+{code}{number}"] * 3
            + [f"{prefix if prefix.isdigit() else '00'}{code}{number}"] * 2
            + [f"{self.draw.choice(('00', '011', '0011', '810'))}{code}{number}", f"{code}{number}"]
            + [f"+{code}{trunk}{number}", f"{code}{trunk}{number}", f"00{code}{trunk}{number}", f"+{number}"]
            + [self.digits(self.draw.randint(3, 18))]
        )
        return self.draw.choice(ways)

    def written(self, number: str) -> str:
        """Write a number in groups, the French, the American or no way."""
        mark = self.draw.choice(["", "", " ", " ", ".", "-", "\u202f", "\u00a0", "/", ". ", " - ", "  "])
        size = self.draw.choice([2, 2, 3, 4, 1])
        plus = number[0] == "+"
        digits = number.removeprefix("+")
        grouped = mark.join(digits[at : at + size] for at in range(0, len(digits), size)) if mark else digits
        return "+" * plus + grouped

    def cell(self, region: str) -> str:
        cell = self.written(self.number(region))
        dirt = self.draw.random()
        if dirt < 0.5:
            return cell
        if dirt < 0.7:
            second = self.written(self.number(region)) if self.draw.random() < 0.6 else ""
            return cell + self.draw.choice(BITS) + second
        if dirt < 0.8:
            return self.draw.choice(BITS) + cell
        if dirt < 0.9:
            return cell + self.draw.choice([" ", "", "  "]) + self.written(self.number(region))
        at = self.draw.randrange(len(cell))
        return cell[:at] + self.draw.choice(BITS) + cell[at + self.draw.randint(0, 1) :]


@cache
def examples(region: str) -> tuple[str, ...]:
    metadata = PhoneMetadata.metadata_for_region(region)
    described = (getattr(metadata, name) for name in TYPES)
    return tuple(one.example_number for one in described if one is not None and one.example_number)


def said_by_the_library(number: str, region: str) -> tuple[str, PhoneKind | None, str | None] | None:
    """Give what phonenumbers' public functions say: E.164, kind and region; kind and region None if not valid."""
    try:
        parsed = phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException:
        return None
    e164 = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    if not phonenumbers.is_valid_number(parsed):
        return e164, None, None
    place = phonenumbers.region_code_for_number(parsed)
    return e164, KINDS[phonenumbers.number_type(parsed)], None if place == "001" else place


def generated(seed: int, count: int) -> Iterator[tuple[str, str]]:
    maker = Maker(seed)
    for _ in range(count):
        region = maker.region()
        yield maker.number(region), region


@pytest.mark.parametrize("seed", range(BATCHES))
def test_the_plans_say_what_phonenumbers_says_or_step_aside(seed: int) -> None:
    plans = NumberingPlans()
    aside: Counter[bool] = Counter()
    for number, region in generated(seed, NUMBERS // BATCHES):
        reading = plans.read(Shape(number, len(number)), region)
        aside[reading is None] += 1
        if reading is None:
            continue
        expected = said_by_the_library(number, region)
        if reading is REFUSED:
            assert expected is None, (number, region)
        else:
            said = f"+{reading.calling_code}{reading.national(number)}", reading.kind, reading.region
            assert said == expected, (number, region)
    assert aside[True] < 0.05 * aside.total()


@pytest.mark.parametrize("seed", range(BATCHES))
def test_what_a_beginning_decides_is_what_phonenumbers_says_of_the_number(seed: int) -> None:
    plans = FastPlans()
    columns: dict[str, Beginnings] = {}
    decided: Counter[bool] = Counter()
    for number, region in generated(100 + seed, NUMBERS // BATCHES // 4):
        if region not in columns:
            columns[region] = Beginnings(Resolver(region, plans), lambda _shape, _answer: ())
        beginning = columns[region].find(number)
        decided[beginning is not None] += 1
        if beginning is None:
            continue
        expected = said_by_the_library(number, region)
        if beginning.answer is None:
            assert expected is None, (number, region)
        elif "phone.overseas" in beginning.answer.codes:
            assert expected is not None
            assert expected[1] is None, (number, region)
        else:
            said = beginning.head + number[beginning.start :], beginning.kind, beginning.region
            assert said == expected, (number, region)
    assert decided[True] > 0.6 * decided.total()


@pytest.mark.parametrize("seed", range(BATCHES))
def test_the_fast_column_gives_what_the_whole_chain_with_phonenumbers_gives(seed: int) -> None:
    maker = Maker(200 + seed)
    columns = {}
    for _ in range(CELLS // BATCHES):
        region, field = maker.region(), maker.draw.choice([None, "mobile", "landline"])
        if (region, field) not in columns:
            hints = Hints(region=region, field=field)
            columns[region, field] = open_column(hints), open_slow_column(hints)
        fast, slow = columns[region, field]
        cell = maker.cell(region)
        assert fast(cell) == slow(cell), (cell, region, field)


def test_most_french_cells_need_no_more_than_their_beginning() -> None:
    beginnings = Beginnings(Resolver("FR", FastPlans()), lambda _shape, _answer: ())
    maker = Maker(7)
    numbers = [f"{lead}6{maker.draw.choice('0124578')}{maker.digits(7)}" for lead in ("0", "+33", "0033", "33", "")]
    for number in numbers * 20:
        found = beginnings.find(number)
        assert found is not None
        assert found.kind is PhoneKind.MOBILE


def test_the_reference_module_says_what_phonenumbers_says() -> None:
    for number, region in generated(300, 2_000):
        reading = reference.read(number, region)
        said = None
        if reading is not None:
            said = f"+{reading.calling_code}{reading.national(number)}", reading.kind, reading.region
        assert said == said_by_the_library(number, region), (number, region)


def test_every_pattern_of_the_metadata_is_read_as_its_regular_expression_reads_it() -> None:
    draw = random.Random(5)
    names = [*TYPES, "general_desc"]
    for region in REGIONS if NIGHTLY else draw.sample(REGIONS, 60):
        metadata = PhoneMetadata.metadata_for_region(region)
        for described in (getattr(metadata, name) for name in names):
            if described is None or not described.national_number_pattern:
                continue
            check_language(described.national_number_pattern, described.example_number or "", draw)


def check_language(pattern: str, example: str, draw: random.Random) -> None:
    language = DigitLanguage(pattern)
    compiled = re.compile(pattern)
    for _ in range(12):
        length = draw.choice((len(example) or 9, draw.randint(3, 12)))
        start = example[: draw.randint(0, 6)]
        number = (start + "".join(draw.choice("0123456789") for _ in range(length)))[:length]
        taken = compiled.fullmatch(number) is not None
        assert language.covers(number, length) is taken, (pattern, number)
        for width in range(length):
            assert language.covers(number[:width], length) in {None, taken}, (pattern, number, width)


@pytest.mark.parametrize(
    "pattern", ["a", "[a-c]", "[1", "(1", "1)", "1$", "1*", "(?=1)", "1{", "1{a}", "[9-]", "\\w", "("]
)
def test_a_pattern_that_is_written_otherwise_is_never_certain(pattern: str) -> None:
    assert DigitLanguage(pattern).covers("1", 1) is None


@pytest.mark.parametrize(
    ("pattern", "beginning", "length", "covered"),
    [
        (r"\d{3}", "", 3, True),
        (r"\d{3}", "", 4, False),
        (r"\d{2,3}", "1", 3, True),
        (r"1?2", "1", 2, None),
        (r"1?2", "12", 2, True),
        (r"1?2", "", 1, None),
        (r"(?:12|13)\d", "1", 3, None),
        (r"(?:12|13)\d", "12", 3, True),
        (r"(?:12|13)\d", "14", 3, False),
        (r"[2-46]\d", "5", 2, False),
        (r"12", "123", 2, False),
        (r"", "", 0, True),
    ],
)
def test_a_beginning_is_certain_only_if_every_end_gives_the_same(
    pattern: str, beginning: str, length: int, covered: bool | None
) -> None:
    assert DigitLanguage(pattern).covers(beginning, length) is covered


def test_a_question_that_the_rest_would_settle_has_no_answer() -> None:
    shape = Shape("06", 10)
    assert shape.starts_with("06", 0)
    assert not shape.starts_with("07", 0)
    assert not shape.starts_with("0" * 11, 0)
    with pytest.raises(UndecidedError):
        shape.starts_with("061", 0)
    with pytest.raises(UndecidedError):
        shape.digit(2)
    assert shape.digit(10) == ""
