"""What blocking has missed, estimated, against the truth of generated worlds."""

from __future__ import annotations

from itertools import combinations, islice, permutations

import pytest

from contactbase.matching.blocking import candidates
from contactbase.matching.columns import View
from contactbase.matching.keys import KEYS
from contactbase.matching.match import match
from contactbase.matching.missed import chao
from contactbase.model.codes.catalog import CATALOG
from contactbase.model.journal import Finding, finding
from matching.people import MAIL, base_of, someone
from matching.test_worlds import world


def found(findings: tuple[Finding, ...], code: str) -> list[dict[str, str | int]]:
    return [dict(finding.details) for finding in findings if finding.code == code]


@pytest.mark.parametrize(
    ("once", "twice", "never"),
    [(0, 0, 0.0), (1, 0, 0.0), (2, 0, 1.0), (10, 4, 9.0), (100, 49, 99.0), (0, 50, 0.0)],
)
def test_who_was_never_met_is_told_by_who_was_met_once_and_twice(once: int, twice: int, never: float) -> None:
    assert chao(once, twice) == never


@pytest.mark.parametrize("style", [0, 1, 2])
@pytest.mark.parametrize("dirt", [0.5, 2.0])
def test_the_estimate_of_pairs_without_a_key_is_near_the_truth(style: int, dirt: float) -> None:
    made = world(style, people=2000, seed=78, dirt=dirt)
    view = View.of(made.base.values())
    pairs, count = candidates(view), len(view.contacts)
    met = pairs.strong | pairs.weak
    people: dict[object, list[int]] = {}
    for place, contact in enumerate(view.contacts):
        people.setdefault(made.person[contact.id], []).append(place)
    truth = sum(one * count + other not in met for held in people.values() for one, other in combinations(held, 2))
    ((estimate),) = found(match(made.base).findings, "match.unmet")
    assert truth / 3 < int(estimate["count"]) < 3 * truth


def test_a_file_in_which_everybody_is_met_by_several_ways_is_said_to_miss_nobody() -> None:
    full = {"mail": MAIL, "mobile": "+33612345678"}
    base = base_of(someone("a", "Léa", "Durand", **full), someone("b", "LEA", "DURAND", **full))
    matches = match(base)
    assert matches.clusters == (("a", "b"),)
    assert found(matches.findings, "match.unmet") == []


def test_what_a_large_block_leaves_out_is_judged_by_a_sample() -> None:
    words = ("".join(letters) for letters in permutations("bdkmrtv", 4))
    neighbours = [
        someone(f"c-{n:04}", "Ana", f"{word}a", postcode="69003", city="Lyon")
        for n, word in enumerate(islice(words, 200))
    ]
    (capped,) = (
        one
        for one in found(match(base_of(*neighbours)).findings, "match.block-capped")
        if one["key"] == "place, first name"
    )
    assert capped["count"] == 200
    assert int(capped["pairs"]) > 30_000
    assert capped["missed"] == 0


def test_every_key_has_a_name_in_french() -> None:
    words = CATALOG["match.block-capped"].words
    assert {rule.name for rule in KEYS} == set(words)
    told = finding("match.block-capped", count=9, pairs=36, key="consonants of names", missed=0)
    assert "« consonnes des noms »" in told.say("fr")
    assert "“consonants of names”" in told.say("en")
