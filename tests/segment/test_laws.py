"""Law 9: interpreter, generated Python, explanation, DuckDB, SQLite (and PostgreSQL where it runs) agree.

Random trees over hostile data, with guards that the trees are not degenerate and cover every construct.
"""

from __future__ import annotations

import datetime as dt
import os
from collections import Counter
from random import Random

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contactbase.model.contact import Contact
from contactbase.segment import Context, Segment, nodes
from contactbase.segment.bind import bind
from contactbase.segment.constant import constant
from contactbase.segment.explain import Reason
from contactbase.segment.interpreter import Interpreter
from contactbase.segment.nodes import Node
from contactbase.segment.python import compile_python
from contactbase.segment.sql import compile_sql
from contactbase.segment.vocabulary import Vocabulary
from segment.bases import SCHEMA_X, Bases
from segment.databases import Run
from segment.trees import AS_OF, Trees

TREES = int(os.environ.get("CONTACTBASE_TREES", "500"))
NAMES = Vocabulary.of(SCHEMA_X)


def _segment(seed: int, *, sql: bool = False, depth: int = 3) -> Segment:
    return Segment(str(seed), Trees(Random(seed), sql=sql).expr(depth), schema=SCHEMA_X)


def _ids(segment: Segment, base: list[Contact], context: Context, as_of: dt.date = AS_OF) -> set[str]:
    """Give who is in by the interpreter: the specification."""
    reader = Interpreter(as_of=as_of, vocabulary=NAMES, context=context)
    return {contact.id for contact in base if reader.holds(segment.tree, contact)}


def test_generated_python_selects_whom_the_interpreter_selects(base: list[Contact], context: Context) -> None:
    trivial = 0
    for seed in range(TREES):
        segment = _segment(seed)
        wanted = _ids(segment, base, context)
        found = segment.on(as_of=AS_OF, context=context)
        assert set(found.select(base).ids) == wanted, f"{seed}: {segment}"
        assert {one.id for one, flag in zip(base, found.flags(base), strict=True) if flag} == wanted, (
            f"{seed}: {segment}"
        )
        trivial += len(wanted) in {0, len(base)}
    assert trivial < TREES / 2


@pytest.mark.parametrize("dialect", ["duckdb", "sqlite"])
def test_sql_selects_whom_the_interpreter_selects(
    dialect: str, base: list[Contact], context: Context, request: pytest.FixtureRequest
) -> None:
    _compare(request.getfixturevalue(f"in_{dialect}"), dialect, base, context, range(10_000, 10_000 + TREES))


def test_postgresql_selects_whom_the_interpreter_selects(
    base: list[Contact], context: Context, in_postgresql: Run
) -> None:
    _compare(in_postgresql, "postgresql", base, context, range(10_000, 10_000 + TREES // 2))


def _compare(run: Run, dialect: str, base: list[Contact], context: Context, seeds: range) -> None:
    trivial = 0
    for seed in seeds:
        segment = _segment(seed, sql=True)
        wanted = _ids(segment, base, context)
        text, parameters = segment.to_sql(dialect, as_of=AS_OF, context=context)
        assert run(text, parameters) == wanted, f"{seed}: {segment}\n{text}"
        trivial += len(wanted) in {0, len(base)}
    assert trivial < len(seeds) / 2


def test_explanations_give_the_verdict_of_the_interpreter(base: list[Contact], context: Context) -> None:
    for seed in range(TREES // 4):
        segment = _segment(seed)
        wanted = _ids(segment, base, context)
        for contact in base[seed % 7 :: 29]:
            found = segment.explain(contact, as_of=AS_OF, context=context)
            assert found.verdict == (contact.id in wanted)
            assert str(found)
        assert segment.explain(base, as_of=AS_OF, context=context).verdict == len(wanted)


def test_making_the_changes_of_an_explanation_turns_the_verdict(base: list[Contact], context: Context) -> None:
    turned = 0
    for seed in range(TREES // 4):
        segment = _segment(seed)
        for contact in base[seed % 11 :: 61]:
            found = segment.explain(contact, as_of=AS_OF, context=context)
            if found.changes is None:
                continue
            wished = {reason.node: wanted for reason, wanted in found.changes}
            turned += len(wished)
            assert _with(found.reason, wished) != found.verdict
    assert turned > TREES / 4


def _with(reason: Reason, wished: dict[nodes.Expr, bool]) -> bool:
    """Evaluate an explanation with some of its conditions turned."""
    node, children = reason.node, reason.children
    match node:
        case nodes.And():
            return all(_with(child, wished) for child in children)
        case nodes.Or():
            return any(_with(child, wished) for child in children)
        case nodes.Not():
            return not _with(children[0], wished)
        case _:
            return wished.get(node, reason.verdict)


def test_the_trees_cover_every_construct() -> None:
    seen: Counter[type[Node]] = Counter()

    def visit(node: Node) -> None:
        seen[type(node)] += 1
        for child in nodes.children(node):
            visit(child)

    for seed in range(400):
        visit(Trees(Random(seed)).expr(3))
    every = {kind for kind in vars(nodes).values() if isinstance(kind, type) and issubclass(kind, Node)}
    assert every - set(seen) == {Node, nodes.Expr}


# Metamorphic laws

SEEDS = st.integers(0, 2**32)
SMALL = Bases(Random(7)).base(60)
CONTEXT = Context(
    segments={"lyonnais": Segment("lyonnais", 'city = "Lyon"', schema=SCHEMA_X)}, lists={"vip": ["1", "é2", "c-3"]}
)


def _python(tree: nodes.Expr) -> set[str]:
    found = compile_python(bind(tree, as_of=AS_OF, vocabulary=NAMES, context=CONTEXT), CONTEXT)
    return {contact.id for contact in found.select(SMALL)}


@given(SEEDS)
@settings(max_examples=60)
def test_a_segment_and_its_complement_are_the_whole_base(seed: int) -> None:
    tree = Trees(Random(seed)).expr(2)
    inside, outside = _python(tree), _python(nodes.Not(tree))
    assert inside | outside == {contact.id for contact in SMALL}
    assert not inside & outside


@given(SEEDS, SEEDS)
@settings(max_examples=60)
def test_de_morgan_and_the_order_of_clauses(one: int, other: int) -> None:
    a, b = Trees(Random(one)).expr(2), Trees(Random(other)).expr(2)
    assert _python(nodes.Not(nodes.And((a, b)))) == _python(nodes.Or((nodes.Not(a), nodes.Not(b))))
    assert _python(nodes.And((a, b))) == _python(nodes.And((b, a))) == _python(a) & _python(b)
    assert _python(nodes.Or((a, b))) == _python(nodes.Or((b, a))) == _python(a) | _python(b)


@given(SEEDS)
@settings(max_examples=40)
def test_the_order_of_events_and_contacts_changes_nothing(seed: int) -> None:
    tree = Trees(Random(seed)).expr(2)
    found = compile_python(bind(tree, as_of=AS_OF, vocabulary=NAMES, context=CONTEXT), CONTEXT)
    turned = [
        attrs.evolve(one, events=one.events[::-1], consents=one.consents[::-1], custom=one.custom[::-1])
        for one in reversed(SMALL)
    ]
    assert {one.id for one in found.select(turned)} == {one.id for one in found.select(SMALL)}


@given(SEEDS)
@settings(max_examples=40)
def test_text_and_json_select_the_same_contacts(seed: int) -> None:
    segment = _segment(seed, depth=2)
    again = Segment("again", str(segment), schema=SCHEMA_X)
    assert again.tree == segment.tree
    assert again.id == segment.id == Segment.from_json("json", segment.to_json(), schema=SCHEMA_X).id


@pytest.mark.parametrize(
    "as_of", [dt.date(2024, 2, 29), dt.date(2025, 3, 1), dt.date(2026, 12, 31), dt.date(2027, 2, 28)]
)
def test_the_laws_hold_on_days_of_all_kinds(
    as_of: dt.date, base: list[Contact], context: Context, in_sqlite: Run
) -> None:
    for seed in range(500, 500 + TREES // 8):
        segment = _segment(seed, sql=True)
        wanted = _ids(segment, base, context, as_of)
        assert set(segment.select(base, as_of=as_of, context=context).ids) == wanted, str(segment)
        assert in_sqlite(*segment.to_sql("sqlite", as_of=as_of, context=context)) == wanted, str(segment)


def test_what_is_called_always_true_or_false_is_so(base: list[Contact], context: Context) -> None:
    """W102 is looked for in small trees over few values, where contradictions are frequent."""
    told = 0
    for seed in range(TREES * 4):
        random = Random(seed)
        one, two = (Trees(Random(random.randrange(60))).expr(0) for _ in range(2))
        tree = random.choice([nodes.And, nodes.Or])((one, nodes.Not(two) if random.random() < 0.5 else two))
        segment = Segment("s", tree, schema=SCHEMA_X)
        found = constant(segment.tree, NAMES)
        if found is not None:
            told += 1
            for as_of in (AS_OF, dt.date(2000, 2, 29)):
                wanted = _ids(segment, base, context, as_of)
                assert len(wanted) == (len(base) if found else 0), str(segment)
    assert told > TREES / 50


def test_spark_text_is_made_for_every_tree_but_not_claimed() -> None:
    for seed in range(50):
        tree = Trees(Random(seed), sql=True).expr(2)
        text, parameters = compile_sql(bind(tree, as_of=AS_OF, vocabulary=NAMES, context=CONTEXT), "spark")
        assert text.count("?") == len(parameters)
        assert '"' not in text
