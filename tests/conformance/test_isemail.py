"""The isemail corpus: addresses with verdicts. The categories are taken from the file, not written down here.

The judge is held against the corpus and against email-validator in strict mode, whichever file of the format is there:
what the corpus calls valid is accepted at least as often, what it calls an error refused at least as often.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import attrs
import pytest
from email_validator import EmailNotValidError, validate_email

from conformance.corpora import corpus, corpus_files
from contactbase.normalize.email import normalize
from contactbase.normalize.email_syntax import Address, judge

SYMBOLS = {0x2400 + code: code for code in range(33)}


@attrs.frozen
class Case:
    """One test of the file: control characters decoded."""

    address: str
    category: str


def cases(path: Path) -> Iterator[Case]:
    for test in ET.parse(path).iter("test"):  # noqa: S314 - a corpus of the project, not a stranger's file
        yield Case((test.findtext("address") or "").translate(SYMBOLS), test.findtext("category") or "")


def accepted_by_us(address: str) -> bool:
    found = judge(address)
    return isinstance(found, Address) and found.domain.sure


def accepted_by_reference(address: str) -> bool:
    try:
        validate_email(address, check_deliverability=False, strict=True)
    except EmailNotValidError:
        return False
    return True


FILES: list[Path | None] = [*corpus_files("isemail", "*.xml")] or [None]


@pytest.fixture(params=FILES, ids=lambda path: path.name if path else "absent")
def categories(request: pytest.FixtureRequest) -> dict[str, list[str]]:
    path = request.param or corpus("isemail")
    found = defaultdict(list)
    for case in cases(path):
        found[case.category].append(case.address)
    return found


def test_valid_addresses_are_accepted_and_errors_refused_as_well_as_by_email_validator(
    categories: dict[str, list[str]],
) -> None:
    assert categories
    for category, addresses in categories.items():
        ours = sum(map(accepted_by_us, addresses))
        theirs = sum(map(accepted_by_reference, addresses))
        if "VALID" in category:
            assert ours >= theirs, category
        if "ERR" in category:
            assert ours <= theirs, category


def test_every_verdict_is_that_of_email_validator(categories: dict[str, list[str]]) -> None:
    addresses = [address for held in categories.values() for address in held]
    assert [one for one in addresses if accepted_by_us(one) != accepted_by_reference(one)] == []


def test_a_cell_of_the_corpus_gives_valid_addresses_or_a_finding(categories: dict[str, list[str]]) -> None:
    for address in (one for held in categories.values() for one in held):
        form = normalize(address)
        assert form.values or form.findings or not address.strip()
        for email in form.values:
            assert accepted_by_reference(email.address)
            if not accepted_by_reference(address):
                assert form.findings or email.address == address.strip()
