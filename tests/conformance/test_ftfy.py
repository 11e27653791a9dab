"""The mojibake corpus of ftfy: repaired as expected or left alone; right text never changes; nothing is made worse."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from ftfy import fix_encoding

from conformance.corpora import corpus, corpus_files
from contactbase.normalize.mojibake import repair
from contactbase.normalize.text import clean_text, mend


def _cases(path: Path) -> list[dict[str, str]]:
    cases: list[dict[str, str]] = json.loads(path.read_text(encoding="utf-8"))
    return cases


def _wanted(case: dict[str, str]) -> str:
    return case.get("fixed-encoding", case["fixed"])


FILES = corpus_files("ftfy", "*.json")


def test_the_corpus_is_there() -> None:
    assert [path for path in corpus("ftfy").glob("*.json") if _cases(path)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_case_that_ftfy_passes_is_repaired_as_expected(path: Path) -> None:
    cases = [case for case in _cases(path) if case["expect"] == "pass"]
    assert [case["label"] for case in cases if repair(case["original"])[0] != _wanted(case)] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_case_is_made_worse(path: Path) -> None:
    for case in _cases(path):
        original = case["original"]
        assert repair(original)[0] in {original, _wanted(case), fix_encoding(original)}, case["label"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_text_that_is_right_is_never_changed(path: Path) -> None:
    for case in _cases(path):
        if _wanted(case) == case["original"] and case["expect"] == "pass":
            assert repair(case["original"]) == (case["original"], None), case["label"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_change_is_always_said(path: Path) -> None:
    for case in _cases(path):
        mended, codes = mend(case["original"])
        said = "text.mojibake-repaired" in codes
        assert said or mended == clean_text(case["original"]), case["label"]
