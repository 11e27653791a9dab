"""Matching on generated worlds whose truth is known: how good it is, what it never does, and that it is complete."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from functools import cache
from itertools import combinations
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from contactbase.matching.blocking import candidates
from contactbase.matching.columns import View
from contactbase.matching.evaluation import evaluate
from contactbase.matching.judging import Judge
from contactbase.matching.match import match
from contactbase.matching.merge import merge

PLACE = Path(__file__).resolve().parents[2] / "benchmarks" / "worlds.py"


@cache
def worlds() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generated_worlds", PLACE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def world(style: int = 0, **settings: Any) -> Any:
    return worlds().make(style=worlds().STYLES[style], **{"people": 500, "seed": 11} | settings)


def household_pairs(made: Any, clusters: Any) -> tuple[int, int]:
    """Count the pairs of two people of one household, and how many of them stand in one cluster."""
    home = {member: number for number, cluster in enumerate(clusters) for member in cluster}
    by_home: dict[int, list[str]] = {}
    for contact in made.contacts:
        by_home.setdefault(made.household[contact.id], []).append(contact.id)
    pairs = [
        (one, other)
        for ids in by_home.values()
        for one, other in combinations(ids, 2)
        if made.person[one] != made.person[other]
    ]
    return len(pairs), sum(one in home and home[one] == home.get(other) for one, other in pairs)


@pytest.mark.parametrize("style", [0, 1, 2])
@pytest.mark.parametrize("dirt", [0.5, 1.5])
def test_the_same_person_is_found_and_families_stay_apart(style: int, dirt: float) -> None:
    made = world(style, dirt=dirt)
    matches = match(made.base)
    found = evaluate(matches, made.person)
    assert found.precision > 0.97
    assert found.recall > 0.9
    count, merged = household_pairs(made, matches.clusters)
    assert merged <= 0.01 * count


@pytest.mark.parametrize("style", [0, 1, 2])
def test_where_nobody_is_twice_next_to_nobody_is_merged(style: int) -> None:
    made = world(style, repeated=0.0)
    assert len(match(made.base).clusters) <= 2


def test_households_are_mostly_households() -> None:
    made = world(people=800)
    groups = match(made.base).households
    pairs = [pair for group in groups for pair in combinations(group, 2)]
    right = sum(made.household[one] == made.household[other] for one, other in pairs)
    assert len(pairs) > 50
    assert right > 0.9 * len(pairs)


def test_a_second_run_finds_nothing_new() -> None:
    for style in (0, 1, 2):
        made = world(style, dirt=1.5)
        assert match(merge(made.base, match(made.base)).value).clusters == ()


def test_a_pair_that_scores_as_a_match_shares_a_key() -> None:
    made = world(people=180, dirt=1.0)
    matches = match(made.base)
    assert matches.model is not None
    view, judge = View.of(made.base.values()), Judge(matches.model)
    proposed = candidates(view)
    every = list(combinations(range(len(view.contacts)), 2))
    patterns = view.patterns([one for one, _ in every], [other for _, other in every])
    likely = [pair for pair, pattern in zip(every, patterns, strict=True) if judge(pattern).same >= matches.threshold]
    count = len(view.contacts)
    unmet = [pair for pair in likely if pair[0] * count + pair[1] not in proposed.strong | proposed.weak]
    assert len(likely) > 100
    assert len(unmet) <= 0.01 * len(likely)


WITHOUT = """
import sys, json, importlib.util
sys.modules["rapidfuzz"] = None
spec = importlib.util.spec_from_file_location("generated_worlds", sys.argv[1])
module = importlib.util.module_from_spec(spec)
sys.modules[spec.name] = module
spec.loader.exec_module(module)
from contactbase.matching.match import match
from contactbase.matching.distance import slips, pure_slips
assert slips is pure_slips
print(json.dumps(match(module.make(people=500, style=module.STYLES[0], seed=11, dirt=1.5).base).to_json()))
"""


def test_without_rapidfuzz_the_answer_is_the_same() -> None:
    pytest.importorskip("rapidfuzz")
    command = [sys.executable, "-c", WITHOUT, str(PLACE)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=300, check=True)
    assert json.loads(done.stdout) == match(world(dirt=1.5).base).to_json()


def test_probabilities_are_calibrated_within_reason() -> None:
    made = world(people=1500, dirt=1.0)
    matches = match(made.base)
    sure = [pair for pair in matches.pairs if pair.probability > 0.9]
    doubtful = [pair for pair in matches.proposals if pair.probability < 0.3]
    assert sum(made.person[pair.left] == made.person[pair.right] for pair in sure) > 0.97 * len(sure)
    assert sum(made.person[pair.left] == made.person[pair.right] for pair in doubtful) < 0.6 * len(doubtful) + 3
