"""What `import contactbase` offers: every name loads, and the types say the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import contactbase as cb

CONTRACT = """
Record Contact Phone Email ConsentRecord Event ContactBase Outcome Journal Finding Change Merge Decision
Rejection SourceRef Citation Period Segment Selection Policy Channel Purpose ConsentStatus LegalBasis
Relationship PhoneKind EventKind Severity Sex ContactBaseError SegmentError ReadError WriteError PolicyError
MissingExtra read clean dedupe match merge retain enact run report write undo diff evaluate Evaluation
Explanation policies schema
""".split()


@pytest.mark.parametrize("name", sorted({*CONTRACT, *cb.__all__}))
def test_a_public_name_loads_and_is_documented(name: str) -> None:
    found = getattr(cb, name)
    assert name in dir(cb)
    assert (found.__doc__ or "").strip()


def test_the_types_name_what_the_package_loads() -> None:
    stub = (Path(cb.__file__).with_name("__init__.pyi")).read_text(encoding="utf-8")
    assert sorted(re.findall(r" as (\w+)$", stub, re.MULTILINE)) == sorted(cb.__all__)


def test_a_name_that_is_not_there_says_so() -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        getattr(cb, "nonsense")  # noqa: B009 - the access is what is tested
