"""Policies as texts: every shipped one, made-up ones, and texts that are wrong at some line."""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contactbase.errors import PolicyError
from contactbase.model.text import Text
from contactbase.policy.catalog import FR, POLICIES
from contactbase.policy.places import line_in_json, line_in_toml
from contactbase.policy.policy import Policy
from contactbase.policy.rule import RetentionRule
from contactbase.policy.structure import KINDS, kind_of
from contactbase.policy.upkeep import Interval, RefreshRule
from contactbase.policy.written import from_json, from_toml, to_json, to_toml

HOUSE = '''
id = "house"
version = "1"
title = { en = "Our house", fr = "Notre maison" }
jurisdiction = "FR"
zone = "Europe/Paris"

[[rules]]
kind = "retention"
id = "house.prospect"
title = { en = "Prospects", fr = "Prospects" }
text = { en = "Two years.", fr = "Deux ans." }
scope = """
relationship is unknown
or relationship = prospect
"""
clocks = ["last_contact_by_person", "collected_on"]
months = 24
action = "delete"
in_force = { start = 2026-01-01 }

[[rules.citations]]
authority = "Our house"
instrument = "decision of the board"
read_on = 2026-01-05

[[rules]]
kind = "refresh"
id = "house.refresh"
title = { en = "Refresh", fr = "Actualisation" }
text = { en = "Cities every year.", fr = "Villes chaque année." }
intervals = [ { field = "city", months = 12 } ]
'''


@pytest.mark.parametrize("policy", POLICIES.values(), ids=str)
def test_every_policy_is_written_and_read_back(policy: Policy) -> None:
    assert from_toml(to_toml(policy)) == policy
    assert from_json(to_json(policy)) == policy
    assert to_toml(from_toml(to_toml(policy))) == to_toml(policy)


def test_every_kind_of_rule_has_a_name() -> None:
    kinds = {kind_of(rule) for policy in POLICIES.values() for rule in policy.rules}
    assert kinds | {"refresh"} == set(KINDS)


def test_a_policy_of_the_house_is_read() -> None:
    policy = from_toml(HOUSE)
    (rule,) = policy.of(RetentionRule)
    assert str(rule.scope) == "relationship is unknown or relationship = prospect"
    assert rule.in_force.start == dt.date(2026, 1, 1)
    assert rule.citations[0].read_on == dt.date(2026, 1, 5)
    assert policy.of(RefreshRule)[0].intervals == (Interval("city", 12),)
    assert from_json(to_json(policy)) == policy


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=30))
def test_any_words_are_written_and_read_back(words: str) -> None:
    policy = attrs.evolve(FR, title=Text(words, words), rules=())
    assert from_toml(to_toml(policy)) == policy
    assert from_json(to_json(policy)) == policy


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ('zone = "Europe/Paris"', 'zoen = "Europe/Paris"', 6, 'Did you mean "zone"'),
        ('version = "1"', "version = 1", 3, "Write a text here, not 1"),
        ("months = 24", "months = 0", 8, "Give 1 or more"),
        ("months = 24", 'months = "24"', 18, "Write a whole number here"),
        ("months = 24", "months = true", 18, "Write a whole number here"),
        ('action = "delete"', 'action = "deleet"', 19, 'Did you mean "delete"'),
        ('"collected_on"]', '"colected_on"]', 17, "is none of"),
        ("or relationship = prospect", "or relationship = lead", 13, "E120"),
        ("or relationship = prospect", 'or in segment "vip"', 13, "stands by itself"),
        ('kind = "refresh"', 'kind = "refrech"', 28, "Write one of: retention"),
        ('kind = "refresh"\n', "", 27, "has no kind"),
        ("2026-01-05", '"5 January"', 25, "a day such as"),
        ("2026-01-05", "2026-01-05T10:00:00", 25, "a day such as"),
        ('authority = "Our house"\n', "", 22, '"authority" is missing'),
        ('field = "city"', 'field = "ctiy"', 27, "ctiy"),
        ("in_force = { start = 2026-01-01 }", "in_force = { start = 2026-01-02, end = 2026-01-01 }", 20, "cannot end"),
        ("intervals = [ {", "intervals = [ [], {", 32, "Write a table"),
        ("clocks = [", "clocks = 3 # [", 17, "Write a list"),
        ('id = "house.refresh"', 'id = "house.prospect"', 1, "several rules"),
    ],
)
def test_a_wrong_text_of_toml_says_on_which_line(old: str, new: str, line: int, message: str) -> None:
    assert old in HOUSE
    with pytest.raises(PolicyError, match=message) as caught:
        from_toml(HOUSE.replace(old, new, 1))
    assert str(caught.value).startswith(f"Line {line}"), caught.value


@pytest.mark.parametrize(
    ("change", "key", "message"),
    [
        ({"zoen": "Europe/Paris"}, '"zoen"', "zoen"),
        ({"version": 1}, '"version"', "Write a text"),
        ({"rules": [{"kind": "retention", "months": None}]}, '"months"', "is missing|whole number"),
        ({"rules": {"kind": "retention"}}, '"rules"', "Write a list"),
    ],
)
def test_a_wrong_text_of_json_says_on_which_line(change: dict[str, Any], key: str, message: str) -> None:
    text = json.dumps({**json.loads(to_json(from_toml(HOUSE))), **change}, indent=1)
    with pytest.raises(PolicyError, match=message) as caught:
        from_json(text)
    line = int(str(caught.value).split()[1].rstrip(":"))
    nearby = "\n".join(text.splitlines()[line - 1 : line + 3])
    assert key in nearby


HOSTILE = ["", "[", "{}", "[]", "null", "3", "id = ", "\x00", "\ufeff{}", "[" * 100_000, "a = [" * 3000]


@pytest.mark.parametrize("text", [*HOSTILE, '{"id": 1' + "0" * 5000 + "}"])
def test_no_text_does_worse_than_a_policy_error(text: str) -> None:
    for read in (from_toml, from_json):
        with pytest.raises(PolicyError):
            read(text)


@settings(deadline=None)
@given(st.integers(0, len(HOUSE)), st.text(max_size=6), st.integers(0, 40))
def test_a_damaged_text_is_read_or_refused(at: int, put: str, cut: int) -> None:
    damaged = HOUSE[:at] + put + HOUSE[at + cut :]
    try:
        assert isinstance(from_toml(damaged), Policy)
    except PolicyError as error:
        assert str(error)


def test_the_line_of_a_value_is_found_however_it_is_written() -> None:
    text = 'a = [\n  1,\n  2,\n]\n\n# b\n"b"."c" = """\nlong\n"""\n[[r]]\nx = 1\n[[r]]\n\n[r.y]\nz = { q = 2 }\n'
    lines = {
        ("a",): 1,
        ("a", 1): 1,
        ("b", "c"): 7,
        ("r", 0): 10,
        ("r", 0, "x"): 11,
        ("r", 1): 12,
        ("r", 1, "y", "z"): 15,
    }
    assert {path: line_in_toml(text, path) for path in lines} == lines
    assert line_in_toml(text, ("r", 1, "absent")) == 12
    written = json.dumps(tomllib.loads(text), indent=1)
    for path in lines:
        line = line_in_json(written, path)
        assert line is not None
        assert json.dumps(path[-1]) in written.splitlines()[line - 1] or isinstance(path[-1], int)
    assert line_in_json('{"a": [1, {"b": 2}]}', ("a", 1, "c")) == 1
