"""The page `docs/language.md` holds: its examples are read, its Python is run, its grammar makes sentences we read."""

from __future__ import annotations

import doctest
import re
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contactbase.model.schema import SCHEMA
from contactbase.segment import BackendCannotExpress, Segment, diagnose_text, nodes
from contactbase.segment.codes import CODES
from contactbase.segment.limits import CLAUSES, DIGITS, LENGTH, LIST, NESTING
from contactbase.segment.parser import parse
from segment.databases import Run, sqlite
from segment.shop import BASE, CONTEXT, TODAY

PAGE = Path(__file__).resolve().parents[2] / "docs" / "language.md"
TEXT = PAGE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def database() -> Run:
    return sqlite(BASE[:500], SCHEMA)


def _blocks(kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)


EXAMPLES = [
    line for block in _blocks("segment") for line in block.splitlines() if line.strip() and not line.startswith("#")
]


@pytest.mark.parametrize("text", EXAMPLES)
def test_every_example_is_a_segment(text: str) -> None:
    segment = Segment("example", text)
    assert Segment("again", str(segment)).tree == segment.tree
    assert not [one for one in diagnose_text(text)[1] if one.code in {"W102", "W104"}]


@pytest.mark.parametrize("text", EXAMPLES)
def test_every_example_selects_in_python_and_sql_whom_the_interpreter_selects(text: str, database: Run) -> None:
    segment = Segment("example", text)
    wanted = {one.id for one in BASE[:500] if segment.matches(one, as_of=TODAY, context=CONTEXT)}
    assert set(segment.select(BASE[:500], as_of=TODAY, context=CONTEXT).ids) == wanted
    try:
        statement, parameters = segment.to_sql("sqlite", as_of=TODAY, context=CONTEXT)
    except BackendCannotExpress:
        assert "can receive" in text or "sample" in text
    else:
        assert database(statement, parameters) == wanted


def test_the_examples_of_tutorial_and_cookbook_show_every_construct() -> None:
    seen: set[type[nodes.Node]] = set()
    functions: set[nodes.Function] = set()

    def visit(node: nodes.Node) -> None:
        seen.add(type(node))
        if isinstance(node, nodes.Aggregate):
            functions.add(node.function)
        for child in nodes.children(node):
            visit(child)

    cookbook = (PAGE.parent / "cookbook.md").read_text(encoding="utf-8")
    for text in [*EXAMPLES, *re.findall(r"^```segment\n(.*?)\n```$", cookbook, re.MULTILINE | re.DOTALL)]:
        visit(Segment("example", text).tree)
    every = {kind for kind in vars(nodes).values() if isinstance(kind, type) and issubclass(kind, nodes.Node)}
    assert every - seen == {nodes.Node, nodes.Expr, nodes.Truth}
    assert "loyal = true" in TEXT  # a field of one's own, in an example in Python
    assert functions == set(nodes.Function)


def test_the_python_of_the_page_runs() -> None:
    found = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8", verbose=False)
    assert found.attempted > 8
    assert found.failed == 0


def test_the_page_states_the_limits_and_the_warnings() -> None:
    for limit in (NESTING, LENGTH, DIGITS, LIST, CLAUSES):
        assert f"{limit:,}" in TEXT
    for code in CODES:
        if code.startswith("W"):
            assert f"`{code}`" in TEXT


# The grammar of the page, as a maker of sentences.

RULES: dict[str, str] = {
    name: body.strip() for name, body in re.findall(r"^(\w+) *=(.*?);$", _blocks("ebnf")[0], re.MULTILINE | re.DOTALL)
}
LEAVES: dict[str, tuple[str, ...]] = {
    "field": ("city", "age", "amount", "at", "`a b`", "last_purchase", "date de naissance", "`not`", "count"),
    "events": ("purchases", "messages", "consents", "events", "achats"),
    "channel": ("sms", "email", "post", "phone"),
    "string": ('"Lyon"', '"a \\"b\\" \\\\"', "« été »", "“x”", '"or and ("'),
    "number": ("3", "2.5", "-1", "0"),
    "n": ("1", "12", "365"),
    "currency": ("EUR", "€", "USD", "JPY", "eur"),
    "date": ("2026-01-31", "2024-02-29"),
    "word": ("F", "hot_prospect", "sms", "unknown"),
}
TOKEN = re.compile(r'"[^"]*"|\w+|[][{}(),|]')
TOKENS = {name: TOKEN.findall(body) for name, body in RULES.items()}


class Sentences:
    """Reads a rule of the grammar and writes one of its sentences."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.depth = 0

    def rule(self, name: str) -> list[str]:
        if name in LEAVES:
            return [self.random.choice(LEAVES[name])]
        self.depth += 1
        tokens = TOKENS[name]
        made, rest = self.choice(tokens)
        assert not rest, name
        self.depth -= 1
        return made

    def choice(self, tokens: list[str]) -> tuple[list[str], list[str]]:
        """Write one of the alternatives up to a closing bracket."""
        options = []
        while True:
            option, tokens = self.skip(tokens)
            options.append(option)
            if not tokens or tokens[0] != "|":
                break
            tokens = tokens[1:]
        deep = self.depth > 9
        chosen = options[-1] if deep else self.random.choice(options)
        return self.sequence(chosen), tokens

    def skip(self, tokens: list[str]) -> tuple[list[str], list[str]]:
        """Take the tokens of one alternative."""
        level = 0
        for at, mark in enumerate(tokens):
            if level == 0 and mark in "|)]}":
                return tokens[:at], tokens[at:]
            level += (mark in "([{") - (mark in ")]}")
        return tokens, []

    def sequence(self, tokens: list[str]) -> list[str]:
        made: list[str] = []
        while tokens:
            mark, tokens = tokens[0], tokens[1:]
            if mark == ",":
                continue
            if mark.startswith('"'):
                made.append(mark[1:-1])
            elif mark in "([{":
                inner, after = self.skip_group(tokens)
                times = {"(": 1, "[": self.random.randrange(2), "{": self.random.randrange(3)}[mark]
                if self.depth > 9 and mark != "(":
                    times = 0
                for _ in range(times):
                    made += self.choice(inner)[0]
                tokens = after
            else:
                made += self.rule(mark)
        return made

    def skip_group(self, tokens: list[str]) -> tuple[list[str], list[str]]:
        level = 1
        for at, mark in enumerate(tokens):
            level += (mark in "([{") - (mark in ")]}")
            if level == 0:
                return tokens[:at], tokens[at + 1 :]
        raise AssertionError("a bracket is open")


@given(st.integers(0, 2**32))
@settings(max_examples=600)
def test_every_sentence_of_the_grammar_is_read(seed: int) -> None:
    text = " ".join(Sentences(Random(seed)).rule("expr"))
    found = parse(text)
    assert found.tree is not None, text
    codes = {one.code for one in found.diagnostics}
    assert codes <= {"W103", "E142", "E170"}, (text, [str(one) for one in found.diagnostics])
    if not codes - {"W103"}:
        assert parse(str(found.tree)).tree == found.tree, text


def test_the_sentences_use_every_rule_and_every_word() -> None:
    words: set[str] = set()
    terminals = {word for body in RULES.values() for word in re.findall(r'"([^"]*)"', body)}
    for seed in range(3_000):
        words |= set(Sentences(Random(seed)).rule("expr"))
        if terminals <= words:
            break
    assert terminals <= words
    assert len(RULES) >= 9
