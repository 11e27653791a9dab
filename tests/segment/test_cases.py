"""The cases of `cases/*.toml`, readable as documentation: what a text selects, and what is said of a wrong one."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest

from contactbase.model.consent import ConsentRecord
from contactbase.model.contact import Contact, Email, Phone
from contactbase.model.enums import (
    Channel,
    ConsentStatus,
    Direction,
    EventKind,
    PhoneKind,
    Purpose,
    Relationship,
    Sex,
)
from contactbase.model.event import Event
from contactbase.model.schema import SCHEMA
from contactbase.segment import BackendCannotExpress, Context, Segment, diagnose_text, nodes
from contactbase.segment.diagnostics import render
from segment.databases import Run, duckdb, sqlite

CASES = Path(__file__).parent / "cases"
EVENTS = tomllib.loads((CASES / "events.toml").read_text(encoding="utf-8"))
DIAGNOSTICS = tomllib.loads((CASES / "diagnostics.toml").read_text(encoding="utf-8"))["cases"]
AS_OF: dt.date = EVENTS["as_of"]
ENUMS: dict[str, Any] = {
    "sex": Sex, "relationship": Relationship, "kind": EventKind, "channel": Channel, "direction": Direction,
    "status": ConsentStatus, "purpose": Purpose,
}  # fmt: skip


def _plain(found: dict[str, Any]) -> dict[str, Any]:
    return {name: ENUMS[name](value) if name in ENUMS else value for name, value in found.items()}


def _contact(name: str, found: dict[str, Any]) -> Contact:
    lists: dict[str, Any] = {
        "events": tuple(Event(**_plain(one)) for one in found.pop("events", ())),
        "consents": tuple(ConsentRecord(**_plain(one)) for one in found.pop("consents", ())),
        "phones": tuple(Phone(number, PhoneKind(kind)) for number, kind in found.pop("phones", ())),
        "emails": tuple(Email(address, address) for address in found.pop("emails", ())),
        "tags": frozenset(found.pop("tags", ())),
        "interests": frozenset(found.pop("interests", ())),
        "address": tuple(found.pop("address", ())),
        "custom": tuple(found.pop("custom", {}).items()),
    }
    return Contact(id=name, **_plain(found), **lists)


SCHEMA_L = SCHEMA.extend(loyal=bool)
CONTEXT = Context(
    lists=EVENTS["lists"],
    segments={name: Segment(name, text) for name, text in EVENTS["segments"].items()},
)
CONTACTS = [_contact(name, dict(found)) for name, found in EVENTS["contacts"].items()]


@pytest.fixture(scope="module")
def runs() -> dict[str, Run]:
    held = {"sqlite": sqlite(CONTACTS, SCHEMA_L)}
    try:
        held["duckdb"] = duckdb(CONTACTS, SCHEMA_L)
    except ImportError:
        pytest.skip("duckdb is not installed")
    return held


@pytest.mark.parametrize("text", EVENTS["select"])
def test_a_text_selects_whom_it_says(text: str, runs: dict[str, Run]) -> None:
    wanted = EVENTS["select"][text]
    segment = Segment("case", text, schema=SCHEMA_L)
    assert list(segment.select(CONTACTS, as_of=AS_OF, context=CONTEXT).ids) == wanted
    assert [one.id for one in CONTACTS if segment.matches(one, as_of=AS_OF, context=CONTEXT)] == wanted
    assert [one.id for one in CONTACTS if segment.explain(one, as_of=AS_OF, context=CONTEXT).verdict] == wanted
    assert Segment("again", str(segment), schema=SCHEMA_L).tree == segment.tree
    for dialect, run in runs.items():
        try:
            statement, parameters = segment.to_sql(dialect, as_of=AS_OF, context=CONTEXT)
        except BackendCannotExpress:
            assert "can receive" in text or "sample" in text
            continue
        assert run(statement, parameters) == set(wanted)


def test_the_cases_show_every_construct() -> None:
    seen: set[type[nodes.Node]] = set()
    functions: set[nodes.Function] = set()

    def visit(node: nodes.Node) -> None:
        seen.add(type(node))
        if isinstance(node, nodes.Aggregate):
            functions.add(node.function)
        for child in nodes.children(node):
            visit(child)

    for text in EVENTS["select"]:
        visit(Segment("case", text, schema=SCHEMA_L).tree)
    every = {kind for kind in vars(nodes).values() if isinstance(kind, type) and issubclass(kind, nodes.Node)}
    assert every - seen == {nodes.Node, nodes.Expr}
    assert functions == set(nodes.Function)


@pytest.mark.parametrize(("text", "english", "french"), DIAGNOSTICS)
def test_a_text_is_told_what_is_wrong_with_it(text: str, english: str, french: str) -> None:
    _, found = diagnose_text(text)
    assert "\n".join(f"{one.code} {one.say('en')}" for one in found) == english
    assert "\n".join(f"{one.code} {one.say('fr')}" for one in found) == french
    for one in found:
        if one.fix is not None:
            repaired = one.fix.apply(text)
            assert one.code not in {again.code for again in diagnose_text(repaired)[1]}, repaired


def test_every_diagnostic_that_needs_no_evaluation_has_a_case() -> None:
    from contactbase.segment.codes import CODES  # noqa: PLC0415

    shown = {lines.split(" ", 1)[0] for _, lines, _ in DIAGNOSTICS if lines}
    elsewhere = {
        "E100", "E103", "E104", "E106", "E121", "E122", "E131", "E133", "E141", "E142", "E150", "E151", "E152", "E160",
        "E161", "E162", "E163", "E164", "E170", "E180", "E190", "W202", "W204", "W301",
    }  # fmt: skip
    assert set(CODES) == shown | elsewhere


def test_carets_stand_under_what_is_meant() -> None:
    text = 'ville = "Zoé" and\n  ctiy = "x"'
    _, found = diagnose_text(text)
    assert render(found, text).split("\n")[1:] == ['       ctiy = "x"', "       ^^^^"]
    wide = '"日本" = 3'
    assert render(diagnose_text(wide)[1], wide).split("\n")[1:] == [f"     {wide}", "     ^^^^^^"]


def test_all_problems_are_collected() -> None:
    _, found = diagnose_text('ctiy = "x" and age = "y" and sex = Femme or spent > 3 and last_purchase is last 3')
    assert [one.code for one in found] == ["E101", "W103", "E110", "E120", "E110", "E130"]
