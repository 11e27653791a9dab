"""Phone corpora: dirty cells with what a careful clerk reads in them, and libphonenumber's example numbers."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import phonenumbers
import pytest

from conformance.corpora import corpus, corpus_files
from contactbase.model.enums import PhoneKind
from contactbase.model.hints import Hints
from contactbase.normalize import phone

KINDS = {"PERSONAL_NUMBER": PhoneKind.PERSONAL}
PHONENUMBERS_TYPES = {
    getattr(phonenumbers.PhoneNumberType, name): name
    for name in vars(phonenumbers.PhoneNumberType)
    if name.isupper() and isinstance(getattr(phonenumbers.PhoneNumberType, name), int)
}


def kind_of(type_name: str) -> PhoneKind:
    return KINDS.get(type_name) or PhoneKind[type_name]


def test_every_dirty_cell_is_read_as_a_careful_clerk_reads_it() -> None:
    cases = json.loads(corpus("dirty_phones.json").read_text(encoding="utf-8"))
    assert cases
    misread = {}
    for case in cases:
        form = phone.normalize(case["cell"], Hints(region=case["region"]))
        values = [phone.PHONE.text(value) for value in form.values]
        if values != case["expected"] or not (values or form.findings):
            misread[case["cell"]] = values
    assert misread == {}


EXAMPLES = corpus_files("libphonenumber", "resources/metadata/*/examples.csv")


def test_the_examples_are_there() -> None:
    assert list(corpus("libphonenumber").glob("resources/metadata/*/examples.csv"))


def examples(path: Path) -> Iterator[tuple[str, str, str]]:
    """Give region, type and national number of each example of a calling code."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter=";", skipinitialspace=True)
        next(rows)
        for row in rows:
            region, kind, number = (cell.strip().strip('"') for cell in row[:3])
            yield region, kind, number


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_an_example_number_is_read_as_itself_and_of_its_kind(path: Path) -> None:
    code = int(path.parent.name)
    told: Counter[str] = Counter()
    for region, kind, number in examples(path):
        parsed = phonenumbers.parse(f"+{code}{number}")
        if not phonenumbers.is_valid_number(parsed):
            told["no longer valid"] += 1
            continue
        hints = Hints(region="" if region == "001" else region)
        for cell in (f"+{code}{number}", f"+{code} {number}"):
            (value,) = phone.normalize(cell, hints).values
            assert value.e164 == f"+{code}{number}", (region, kind)
            installed = kind_of(PHONENUMBERS_TYPES[phonenumbers.number_type(parsed)])
            assert value.kind is installed, (region, kind)
            told["same kind" if value.kind is kind_of(kind) else "another kind"] += 1
        check_national(code, number, region)
    assert told["same kind"] or not told["another kind"]


def check_national(code: int, number: str, region: str) -> None:
    """Read the number as it is written inside its region, if phonenumbers reads that as the same number."""
    if region == "001":
        return
    form = phonenumbers.format_number(phonenumbers.parse(f"+{code}{number}"), phonenumbers.PhoneNumberFormat.NATIONAL)
    read = phonenumbers.parse(form, region)
    if phonenumbers.is_valid_number(read):
        e164 = phonenumbers.format_number(read, phonenumbers.PhoneNumberFormat.E164)
        assert [value.e164 for value in phone.normalize(form, Hints(region=region)).values] == [e164], (form, region)
