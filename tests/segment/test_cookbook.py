"""The segments of `docs/cookbook.md`: each finds somebody and not everybody, alike in Python and in SQL."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

from contactbase.model.schema import SCHEMA
from contactbase.segment import BackendCannotExpress, Segment
from segment.databases import Run, sqlite
from segment.shop import BASE, CONTEXT, TODAY

PAGE = Path(__file__).resolve().parents[2] / "docs" / "cookbook.md"
TEXT = PAGE.read_text(encoding="utf-8")
RECIPES = dict(re.findall(r"^### (\d+\. .*?)\n.*?^```segment\n(.*?)\n```$", TEXT, re.MULTILINE | re.DOTALL))


@pytest.fixture(scope="module")
def database() -> Run:
    return sqlite(BASE, SCHEMA)


def test_there_are_forty_segments_numbered_in_order_with_every_requirement() -> None:
    numbers = [int(title.partition(".")[0]) for title in RECIPES]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) == TEXT.count("\n### ") == len(set(RECIPES.values())) >= 40
    named = set(re.findall(r"R\d\d", " ".join(RECIPES)))
    assert named == {f"R{number}" for number in range(54, 66)}


@pytest.mark.parametrize("title", RECIPES)
def test_each_finds_somebody_and_not_everybody(title: str, database: Run) -> None:
    segment = Segment(title, RECIPES[title])
    found = set(segment.select(BASE, as_of=TODAY, context=CONTEXT).ids)
    assert 0 < len(found) < len(BASE)
    assert {one.id for one in BASE if segment.matches(one, as_of=TODAY, context=CONTEXT)} == found
    try:
        statement, parameters = segment.to_sql("sqlite", as_of=TODAY, context=CONTEXT)
    except BackendCannotExpress:
        assert "can receive" in RECIPES[title] or "sample" in RECIPES[title]
    else:
        assert database(statement, parameters) == found


@pytest.mark.parametrize("title", RECIPES)
def test_each_prints_as_a_text_that_means_the_same(title: str) -> None:
    segment = Segment(title, RECIPES[title])
    assert Segment("again", str(segment)).tree == segment.tree


@pytest.mark.parametrize("title", RECIPES)
def test_none_gives_a_warning(title: str) -> None:
    assert Segment(title, RECIPES[title]).diagnostics == ()


def test_the_python_of_the_page_runs() -> None:
    found = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8", verbose=False)
    assert found.attempted > 15
    assert found.failed == 0
