"""Canonical text and JSON of contacts, and the journal's lines: what is written is what is read back."""

from __future__ import annotations

import datetime as dt
import json

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.errors import ReadError
from contactbase.model.canonical import compact_consent, compact_event, contact_texts, join, split
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.contact_json import contact_from_json, contact_to_json
from contactbase.model.entry_json import entry_from_json, entry_to_json
from contactbase.model.enums import Family, Severity
from contactbase.model.journal import (
    Changes,
    Decision,
    Entry,
    Finding,
    Journal,
    Merge,
    Outcome,
    Rejection,
    RetentionAction,
    finding,
)
from contactbase.model.replay import diff, restore, undo
from contactbase.model.schema import SCHEMA, FieldKind, Role
from contactbase.model.source import Citation, Period, SourceRef
from contactbase.pipeline.journal_lines import JournalLines, journal_entries
from laws.strategies import CONTACTS, bases

AS_OF = dt.date(2026, 11, 22)


@given(st.lists(st.text(), min_size=1))
def test_joined_values_come_apart_again(values: list[str]) -> None:
    assert list(split(join(values))) == values


@given(st.text())
def test_any_cell_comes_apart_into_something(cell: str) -> None:
    assert split(cell)


@given(CONTACTS)
def test_a_contact_comes_back_whole_from_its_json(contact: Contact) -> None:
    assert contact_from_json(json.loads(json.dumps(contact_to_json(contact)))) == contact


def test_custom_values_come_back_with_their_types() -> None:
    contact = Contact(id="c-1", custom=(("children", 2), ("vip", True), ("since", AS_OF), ("note", "2")))
    assert contact_from_json(json.loads(json.dumps(contact_to_json(contact)))) == contact
    assert contact_texts(contact)["vip"] == "true"


def test_the_texts_of_a_contact_stand_under_the_names_of_the_schema() -> None:
    contact = Contact(id="c-1", city="Lyon", tags=frozenset({"b", "a|c"}), birth_date=dt.date(1980, 2, 1))
    assert contact_texts(contact) == {"id": "c-1", "birth_date": "1980-02-01", "city": "Lyon", "tags": "a\\|c|b"}


ENTRIES: list[Entry] = [
    finding("phone.too-short", field="phones", source=SourceRef(file="f.csv", row=1, line=2, column="Tél"), digits=9),
    finding("phone.too-short", digits=9),
    Changes("c-1", SourceRef(file="f.csv", row=1), (("city", "LYON", "Lyon"), ("sex", None, "F"))),
    Changes("c-1", None, (("city", None, "Lyon"),)),
    Merge(
        kept="c-1", before=Contact(id="c-1"), absorbed=(Contact(id="c-2", city="Lyon"),), reason="r", evidence=("e",)
    ),
    Decision(
        contact="c-1",
        action=RetentionAction.DELETE,
        code="retention.due",
        rule="fr",
        citations=(Citation(authority="CNIL", instrument="x", read_on=AS_OF),),
        due_on=AS_OF,
        as_of=AS_OF,
        removed=Contact(id="c-1", city="Lyon"),
    ),
    Rejection(
        source=SourceRef(file="f.csv", line=3), code="phone.too-short", cells=("a", ""), details=(("digits", 3),)
    ),
]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: type(entry).__name__)
def test_an_entry_comes_back_from_its_json(entry: Entry) -> None:
    assert entry_from_json(json.loads(json.dumps(entry_to_json(entry)))) == entry


def test_a_journal_comes_back_from_its_lines() -> None:
    lines: list[str] = []
    write = JournalLines(lines.append)
    for entry in [*ENTRIES, *ENTRIES]:
        write(entry)
    assert list(journal_entries(lines)) == [*ENTRIES, *ENTRIES]


@given(st.text(), st.none() | st.text(), st.none() | st.integers(1), st.none() | st.text())
def test_the_line_of_changes_is_what_its_json_says(
    text: str, maybe: str | None, row: int | None, column: str | None
) -> None:
    source = SourceRef(file=text, row=row, line=row, column=column)
    for entry in (Changes(text, source, ((text, maybe, text), ("b", None, maybe))), Changes(text, None, ())):
        lines: list[str] = []
        JournalLines(lines.append)(entry)
        assert json.loads(lines[0]) == json.loads(json.dumps(entry_to_json(entry)))
        assert lines[0].endswith("}\n")


@given(
    st.text(),
    st.none() | st.text(),
    st.none() | st.integers(1),
    st.dictionaries(st.text().filter(lambda name: name not in {"self", "language"}), st.text() | st.integers()),
)
def test_the_line_of_a_finding_is_what_its_json_and_its_sentence_say(
    text: str, maybe: str | None, row: int | None, details: dict[str, str | int]
) -> None:
    source = None if row is None else SourceRef(file=text, row=row, line=row, column=maybe)
    bare = Finding(code="date.in-future", severity=Severity.INFO, field=maybe, source=source, contact=maybe)
    entries = [bare, attrs.evolve(bare, contact=text), attrs.evolve(bare, details=tuple(details.items()))]
    lines: list[str] = []
    write = JournalLines(lines.append)
    for entry in entries:
        write(entry)
    for line, entry in zip(lines, entries, strict=True):
        assert json.loads(line) == {**json.loads(json.dumps(entry_to_json(entry))), "message": entry.message}
        assert line.endswith("}\n")


@given(CONTACTS)
def test_consents_and_events_are_written_as_json_writes_them(contact: Contact) -> None:
    for write, values in ((compact_consent, contact.consents), (compact_event, contact.events)):
        plainly = json.dumps([write(value) for value in values], ensure_ascii=False, separators=(",", ":"))
        assert write.text(values) == plainly


@pytest.mark.parametrize("line", ["", "{", "[]", '"x"', "{}", '{"entry":"merge"}', '{"entry":"finding","code":1}'])
def test_a_broken_line_of_a_journal_is_named(line: str) -> None:
    with pytest.raises(ReadError, match="line 1 is no journal entry"):
        list(journal_entries([line]))


@given(bases(), bases())
def test_the_difference_of_two_bases_turns_the_texts_of_one_into_the_other(
    one: ContactBase, other: ContactBase
) -> None:
    texts = {contact_id: contact_texts(contact) for contact_id, contact in one.items()}
    for change in diff(one, other):
        held = texts.setdefault(change.contact, {})
        assert held.pop(change.field, None) == change.before
        if change.after is not None:
            held[change.field] = change.after
    assert {k: v for k, v in texts.items() if v} == {k: contact_texts(contact) for k, contact in other.items()}


def test_undo_refuses_the_journal_of_cleaning_and_of_another_base() -> None:
    journal = Journal((Changes("c-1", None, (("city", "LYON", "Lyon"),)),))
    with pytest.raises(ValueError, match=r"cb\.restore"):
        undo(ContactBase(), journal)
    merge = Merge(kept="c-9", before=Contact(id="c-9"), absorbed=(), reason="r")
    with pytest.raises(ValueError, match="another one"):
        undo(ContactBase(), Journal((merge,)))


def test_restore_gives_the_raw_texts_back() -> None:
    base = ContactBase.of([Contact(id="c-1", city="Lyon", extra=(("Pointure", "38"),))])
    changes = Changes("c-1", SourceRef(file="f.csv", row=1), (("id", None, "c-1"), ("city", "LYON", "Lyon")))
    (record,) = restore(base, Journal((changes,)))
    assert (record.values, record.extra, record.source.row) == ({"city": "LYON"}, (("Pointure", "38"),), 1)


def test_a_base_refuses_an_id_twice_and_shows_nobody() -> None:
    with pytest.raises(ValueError, match="unique"):
        ContactBase.of([Contact(id="c-1"), Contact(id="c-1")])
    assert repr(ContactBase.of([Contact(id="c-1", city="Lyon")])) == "ContactBase(1 contacts)"


def test_an_outcome_unpacks_and_journals_add_up() -> None:
    value, journal = Outcome(1, Journal(tuple(ENTRIES)))
    both = journal + journal
    assert [change.field for change in journal.changes] == ["city", "sex", "city"]
    assert (value, len(both), len(both.merges), len(both.decisions)) == (1, 2 * len(ENTRIES), 2, 2)
    assert journal.count() == {"phone.too-short": 3}


def test_the_schema_names_what_a_contact_has() -> None:
    stored = {field.name for field in SCHEMA.of_role(Role.STORED)}
    names = {field.name for field in attrs.fields(Contact)} - {"custom", "extra"}
    assert stored == names


def test_every_family_has_fields() -> None:
    stored = set(Family) - {Family.TRANSACTIONAL, Family.ECONOMIC}
    assert all(SCHEMA.of_family(family) for family in stored), "those two are derived from events"


@pytest.mark.parametrize(
    ("fields", "error", "sentence"),
    [({"city": str}, ValueError, "already"), ({"size": float}, TypeError, "custom field is")],
)
def test_a_custom_field_needs_a_free_name_and_a_known_type(
    fields: dict[str, type], error: type[Exception], sentence: str
) -> None:
    with pytest.raises(error, match=sentence):
        SCHEMA.extend(**fields)


def test_a_schema_with_custom_fields_leaves_the_first_alone() -> None:
    mine = SCHEMA.extend(children=int, since=dt.date, vip=bool, shop=str)
    assert [mine[name].kind for name in ("children", "since", "vip", "shop")] == [
        FieldKind.NUMBER,
        FieldKind.DATE,
        FieldKind.BOOLEAN,
        FieldKind.LABEL,
    ]
    assert "children" not in SCHEMA
    assert mine.table("purchases").kinds
    with pytest.raises(KeyError):
        mine.table("nothing")


def test_a_period_includes_both_its_days_and_cannot_end_before_it_starts() -> None:
    period = Period(AS_OF, AS_OF)
    assert period.contains(AS_OF)
    assert not period.contains(AS_OF - dt.timedelta(days=1))
    with pytest.raises(ValueError, match="cannot end"):
        Period(AS_OF, AS_OF - dt.timedelta(days=1))


def test_a_place_reads_as_a_sentence() -> None:
    assert str(SourceRef(file="", row=3)) == "input, row 3"
    assert str(SourceRef(file="f.csv", line=3)) == "f.csv, line 3"
    assert str(Citation(authority="CNIL", instrument="Référentiel", locator="§ 2")) == (
        "CNIL: Référentiel, § 2 (own judgement)"
    )
