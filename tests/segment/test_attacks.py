"""Attacks: a diagnostic each, never a traceback, never slow; nothing of a text reaches Python or SQL as code."""

from __future__ import annotations

import ast
import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contactbase.errors import SegmentError
from contactbase.model.contact import Contact
from contactbase.model.schema import SCHEMA
from contactbase.segment import BackendCannotExpress, Cache, Context, F, Segment, Segments, diagnose_text
from contactbase.segment.diagnostics import CAP, render
from segment.bases import SCHEMA_X
from segment.databases import Run
from segment.trees import AS_OF


def _codes(text: str) -> list[str]:
    return [one.code for one in diagnose_text(text)[1]]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("(" * 300 + "city is known" + ")" * 300, "E160"),
        ("not " * 5000 + "city is known", "E160"),
        ("(" * 200_000, "E160"),
        ("has purchases where (" * 150, "E160"),
        ("x" * 1_000_001, "E161"),
        ('city = "' + "a" * 2_000_000, "E161"),
        ("age > " + "9" * 6000, "E162"),
        ("age > 0." + "9" * 6000, "E162"),
        ("age in (" + ", ".join(map(str, range(40_000))) + ")", "E163"),
        (" or ".join(["age = 1", "orders = 1"] * 12_000), "E164"),
        ("last_purchase is last 99999999999999 years", "E131"),
        ("last_purchase is last 100000000000000000000 days", "E162"),
        ("last_purchase < 5000 years ago", "E131"),
        ("last_purchase is last 0 days", "E133"),
        ("last_purchase is last 1.5 days", "E133"),
        ("birth_date = 0000-00-00", "E132"),
        ("sample 101%", "E170"),
        ("sample -1%", "E170"),
        ("sample 0.00001%", "E170"),
        ('сity = "Lyon"', "E101"),
        ('city = "Lyon', "E103"),
        ("city = ;", "E100"),
        ("", "E190"),
        ("\x00\x01\x02", "E104"),
        ("\ud800", "E104"),
        ('city = "-"', "E121"),
        ("spent > 1.001 EUR", "E142"),
        ("spent > 1 XXX", "E141"),
    ],
)  # fmt: skip
def test_every_attack_gives_a_diagnostic(text: str, code: str) -> None:
    assert code in _codes(text)
    with pytest.raises(SegmentError) as caught:
        Segment("x", text)
    assert len(caught.value.diagnostics) <= 2 * CAP + 2
    assert len(str(caught.value)) < 60_000


@given(st.text(max_size=200))
@settings(max_examples=300)
def test_any_text_is_read_without_an_exception(text: str) -> None:
    for one in diagnose_text(text)[1]:
        assert render([one], text, "fr")


WORDS = st.sampled_from(
    'city age purchases tags = != in ( ) and or not except where has no any all of "x" 3 2026-01-01 last next months '
    "is known between count sum . , sms opted in to out can receive segment list sample % ago since ` ' « et ou dans "
    "les EUR n'a pas d'achats depuis derniers mois".split(" ")
)


@given(st.lists(WORDS, max_size=25))
@settings(max_examples=500)
def test_any_sequence_of_words_is_read_without_an_exception(words: list[str]) -> None:
    text = " ".join(words)
    tree, found = diagnose_text(text)
    if tree is not None:
        assert diagnose_text(str(tree))[0] == tree
    else:
        assert any(one.code.startswith("E") for one in found)


def test_thousands_of_alternatives_become_one_look_into_a_set(in_duckdb: Run, in_sqlite: Run) -> None:
    text = " or ".join(f'postcode = "{number:05d}"' for number in range(5_000))
    segment = Segment("many", text)
    found = segment.on(as_of=AS_OF)
    assert found.compiled.source.count("postcode") == 1
    assert found(Contact(id="c-1", postcode="00042"))
    for run, dialect in ((in_duckdb, "duckdb"), (in_sqlite, "sqlite")):
        run(*segment.to_sql(dialect, as_of=AS_OF))


def test_thousands_of_different_clauses_run_everywhere(base: list[Contact], in_duckdb: Run, in_sqlite: Run) -> None:
    clauses = [f'(age = {n % 120} and not city contains "q{n}")' for n in range(600)]
    segment = Segment("wide", " or ".join(clauses))
    wanted = set(segment.select(base, as_of=AS_OF).ids)
    assert 0 < len(wanted) < len(base)
    assert in_duckdb(*segment.to_sql("duckdb", as_of=AS_OF)) == wanted
    assert in_sqlite(*segment.to_sql("sqlite", as_of=AS_OF)) == wanted


def _deep(levels: int) -> Segment:
    text = "city is known"
    for depth in range(levels):
        text = f'({text} {"or" if depth % 2 else "and"} postcode = "{depth}")'
    return Segment("deep", text)


def test_the_deepest_allowed_nesting_compiles(in_duckdb: Run, in_sqlite: Run, base: list[Contact]) -> None:
    deep, less = _deep(95), _deep(75)
    assert in_duckdb(*deep.to_sql("duckdb", as_of=AS_OF)) == set(deep.select(base, as_of=AS_OF).ids)
    assert in_sqlite(*less.to_sql("sqlite", as_of=AS_OF)) == set(less.select(base, as_of=AS_OF).ids)
    with pytest.raises(BackendCannotExpress, match="nesting this deep"):
        deep.to_sql("sqlite", as_of=AS_OF)


def test_a_built_tree_has_the_same_limits_as_a_text(base: list[Contact]) -> None:
    built = F.city.known()
    for count in range(5_000):
        built = ~built
        if count == 98:
            even = Segment("y", ~F.city.known()).count(base, as_of=AS_OF)
            assert Segment("z", built).count(base, as_of=AS_OF) == even
    with pytest.raises(SegmentError, match="E160"):
        Segment("x", built)


INJECTIONS = [
    '__import__("os").system("true")', "' OR 1=1 --", '"; DROP TABLE contacts; --', "k0]", "\\", "%", "_", "?", "$1",
    "{}", "{x}", "\n", "\u2028", "lambda: 0", "c.id", "')", "a`b",
]  # fmt: skip


@pytest.mark.parametrize("evil", INJECTIONS)
def test_no_text_of_the_user_is_ever_code(evil: str, in_duckdb: Run, in_sqlite: Run) -> None:
    built = (F.city == "x" + evil) | (F.postcode == evil) | F.city.contains("y" + evil) | F.tags.has_any("z" + evil)
    segment = Segment(evil, built)
    source = segment.on(as_of=AS_OF).compiled.source
    names = {node.id for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Name)}
    assert all(name in {"c", "contacts"} or name[1:].isdigit() for name in names)
    assert segment.matches(Contact(id="1", postcode=evil), as_of=AS_OF)
    assert segment.on(as_of=AS_OF)(Contact(id="1", postcode=evil))
    for run, dialect in ((in_duckdb, "duckdb"), (in_sqlite, "sqlite")):
        text, parameters = segment.to_sql(dialect, as_of=AS_OF)
        assert evil in parameters
        assert (
            text
            == Segment("x", (F.city == "q") | (F.postcode == "r") | F.city.contains("s") | F.tags.has_any("t")).to_sql(
                dialect, as_of=AS_OF
            )[0]
        )
        run(text, parameters)


def test_custom_fields_with_hostile_names_stay_names(in_sqlite: Run) -> None:
    schema = SCHEMA.extend(**{'x" or 1=1 --': int, "not": str, "a{}b": int, "class": bool, "__class__": int})
    for name, text in (
        ('x" or 1=1 --', '`x" or 1=1 --` = 3'), ("a{}b", "`a{}b` = 3"),
        ("class", "class = true"), ("__class__", "__class__ = 3"),
    ):  # fmt: skip
        segment = Segment("x", text, schema=schema)
        held = Contact(id="1", custom=((name, True if name == "class" else 3),))
        assert segment.matches(held, as_of=AS_OF)
        assert segment.on(as_of=AS_OF)(held)
        statement, _ = segment.to_sql("sqlite", as_of=AS_OF)
        with pytest.raises(Exception, match=r"no such column|has no column"):
            in_sqlite(statement, (3,))


def test_a_circle_of_segments_is_refused_and_a_diamond_is_not() -> None:
    with pytest.raises(SegmentError, match="E150 segments refer to each other in a circle: a, b, a"):
        Segments([Segment("a", 'in segment "b"'), Segment("b", 'in segment "a"')])
    with pytest.raises(SegmentError, match=r"E151 there is no segment .lion. here"):
        Segments([Segment("a", 'in segment "lion"'), Segment("lyon", "city is known")])
    diamond = Segments(
        [
            Segment("top", 'in segment "left" and in segment "right"'),
            Segment("left", 'in segment "bottom"'),
            Segment("right", 'not in segment "bottom"'),
            Segment("bottom", "city is known"),
        ]
    )
    assert not diamond["top"].matches(Contact(id="1"), as_of=AS_OF, context=Context(segments=diamond))
    own = {"a": Segment("a", 'in segment "a"')}
    for evaluate in (own["a"].matches, lambda *args, **given: own["a"].on(**given)(*args)):
        with pytest.raises(SegmentError, match="E150"):
            evaluate(Contact(id="1"), as_of=AS_OF, context=Context(segments=own))


def test_segments_that_double_at_each_step_are_refused_at_once() -> None:
    held = [Segment("s0", "city is known")]
    held += [Segment(f"s{n}", f'in segment "s{n - 1}" and not in segment "s{n - 1}"') for n in range(1, 22)]
    context = Context(segments=Segments(held))
    for evaluate in (held[-1].matches, held[-1].explain):
        with pytest.raises(SegmentError, match="E164"):
            evaluate(Contact(id="1"), as_of=AS_OF, context=context)
    with pytest.raises(SegmentError, match="E164"):
        held[-1].to_sql("duckdb", as_of=AS_OF, context=context)
    assert not held[6].matches(Contact(id="1"), as_of=AS_OF, context=context)


def test_a_long_chain_of_segments_is_followed_or_refused() -> None:
    wide = "not (" * 45 + 'in segment "{}"' + ")" * 45
    deep = [Segment("t0", "city is known"), *(Segment(f"t{n}", wide.format(f"t{n - 1}")) for n in range(1, 60))]
    held = [Segment("s0", "city is known")] + [Segment(f"s{n}", f'in segment "s{n - 1}"') for n in range(1, 2_000)]
    context = Context(segments=Segments([*held, *deep]))
    with pytest.raises(SegmentError, match="E160"):
        deep[-1].on(as_of=AS_OF, context=context)
    assert held[50].matches(Contact(id="1", city="x"), as_of=AS_OF, context=context)
    for evaluate in (held[-1].matches, held[-1].explain):
        with pytest.raises(SegmentError, match="E160"):
            evaluate(Contact(id="1"), as_of=AS_OF, context=context)


def test_what_is_missing_at_evaluation_is_named() -> None:
    for text, code in (('in segment "x"', "E151"), ('in list "x"', "E152")):
        segment = Segment("s", text)
        for evaluate in (segment.matches, segment.explain):
            with pytest.raises(SegmentError, match=code):
                evaluate(Contact(id="1"), as_of=AS_OF)
        with pytest.raises(SegmentError, match=code):
            segment.on(as_of=AS_OF)


@pytest.mark.parametrize(
    "text", ["last_purchase is last 12 months", "last_purchase < 3 years ago", "last_purchase is previous week"]
)
def test_periods_that_leave_the_calendar_are_refused_on_that_day(text: str) -> None:
    segment = Segment("s", text)
    with pytest.raises(SegmentError, match="E131"):
        segment.on(as_of=dt.date.min)
    segment.on(as_of=dt.date.max)


@pytest.mark.parametrize("text", ["this week", "this month", "this year", "after today", "before today", "yesterday"])
def test_the_ends_of_the_calendar_hold_no_surprise(text: str) -> None:
    for day in (dt.date.min, dt.date.max):
        segment = Segment("s", f"birth_date is {text}")
        held = Contact(id="1", birth_date=day)
        assert segment.matches(held, as_of=day) == text.startswith("this")
        assert segment.on(as_of=day)(held) == text.startswith("this")


def test_what_a_dialect_cannot_say_is_refused() -> None:
    for text in ("can receive sms", 'sample 10% seed "x"'):
        with pytest.raises(BackendCannotExpress, match="duckdb cannot express"):
            Segment("s", text).to_sql("duckdb", as_of=AS_OF)
    many = Context(lists={"x": map(str, range(40_000))})  # type: ignore[dict-item]
    with pytest.raises(BackendCannotExpress, match="40000 parameters"):
        Segment("s", 'in list "x"').to_sql("sqlite", as_of=AS_OF, context=many)
    with pytest.raises(ValueError, match="no dialect 'oracle'"):
        Segment("s", "age > 3").to_sql("oracle", as_of=AS_OF)


def test_the_cache_is_bounded_and_gives_what_it_was_given() -> None:
    context = Context(cache=Cache(2))
    first = Segment("s", "age > 3").on(as_of=AS_OF, context=context).compiled
    assert Segment("t", "âge > 3").on(as_of=AS_OF, context=context).compiled is first
    assert Segment("s", "age > 3").on(as_of=dt.date(2020, 1, 1), context=context).compiled is not first
    for n in range(5):
        Segment("s", f"age > {n + 10}").on(as_of=AS_OF, context=context)
    assert context.cache is not None
    assert len(context.cache) == 2
    assert Segment("s", "age > 3").on(as_of=AS_OF, context=context).compiled is not first


def test_as_of_is_a_day_in_a_zone() -> None:
    segment = Segment("s", "birth_date is today")
    late = dt.datetime(2026, 7, 31, 22, 30, tzinfo=dt.UTC)
    held = Contact(id="1", birth_date=dt.date(2026, 8, 1))
    assert segment.matches(held, as_of=late)
    assert not segment.matches(held, as_of=late, zone="UTC")
    for night in (dt.datetime(2026, 3, 29, 0, 30, tzinfo=dt.UTC), dt.datetime(2026, 3, 29, 1, 30, tzinfo=dt.UTC)):
        assert segment.matches(Contact(id="1", birth_date=dt.date(2026, 3, 29)), as_of=night)
    with pytest.raises(ValueError, match="without a zone"):
        segment.matches(held, as_of=dt.datetime(2026, 8, 1))


def test_a_schema_of_ones_own_reaches_the_language() -> None:
    assert "E101" in _codes("children > 2")
    segment = Segment("s", "children > 2 and loyal = true", schema=SCHEMA_X)
    assert segment.matches(Contact(id="1", custom=(("children", 3), ("loyal", True))), as_of=AS_OF)
    assert not segment.matches(Contact(id="1", custom=(("children", "3"), ("loyal", 1))), as_of=AS_OF)
