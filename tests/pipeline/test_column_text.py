"""Columns of text are what cell after cell gives, and the results' files what value after value gives."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from contactbase.layouts.layout import header_key
from contactbase.model.canonical import compact_consent, contact_texts, text_writer
from contactbase.model.contact import Contact
from contactbase.model.schema import SCHEMA
from contactbase.pipeline.column_text import known_text, plain_text, unlike_text
from contactbase.pipeline.companions import (
    CONSENT_COLUMNS,
    EVENT_COLUMNS,
    ConsentRows,
    EventRows,
    consent_of,
    event_of,
)
from contactbase.pipeline.contact_rows import ContactColumns
from laws.strategies import CONTACTS


@given(st.lists(st.none() | st.integers(-3, 3)))
def test_a_column_of_known_values_is_written_value_by_value(values: list[int | None]) -> None:
    write = known_text(str)
    for _ in range(2):
        assert write(values) == ["" if value is None else str(value) for value in values]


def test_nought_and_no_are_no_blanks() -> None:
    assert known_text(str)((0, None)) == ["0", ""]
    assert known_text(lambda value: "true" if value else "false")((False, None)) == ["false", ""]


def test_a_column_longer_than_the_memory_is_written_whole() -> None:
    values = list(range(10_000)) * 2
    assert known_text(str)(values) == list(map(str, values))


@given(st.lists(st.none() | st.text()))
def test_a_column_of_text_stays_as_it_is(values: list[str | None]) -> None:
    assert plain_text(values) == [value or "" for value in values]
    assert unlike_text("+".join)([(value,) if value else () for value in values]) == plain_text(values)


@given(st.lists(CONTACTS, max_size=5))
def test_rows_of_contacts_hold_the_canonical_text_of_each_field(contacts: list[Contact]) -> None:
    custom = {name for contact in contacts for name, _ in contact.custom}
    columns = ContactColumns()
    for contact, cells in zip(contacts, columns.rows(contacts), strict=True):
        texts = contact_texts(contact)
        assert {name: cell for name, cell in zip(columns.header, cells, strict=True) if cell} == {
            name: text for name, text in texts.items() if text and name not in {"consents", "events", *custom}
        }


def test_what_is_kept_beside_stands_in_its_own_columns() -> None:
    header = next(name for name in SCHEMA if header_key(name) == name)
    columns = ContactColumns(kept=("Pointure", header))
    rows = columns.rows([Contact(id="1", extra=((header, "x"),)), Contact(id="2", extra=(("Pointure", "38"),))])
    assert columns.header[-2:] == ("Pointure", f"{header} (source)")
    assert [cells[-2:] for cells in rows] == [("", "x"), ("38", "")]


@given(st.lists(CONTACTS, max_size=5))
def test_consents_come_back_from_their_rows(contacts: list[Contact]) -> None:
    pairs = [(contact.id, held) for contact in contacts for held in contact.consents]
    rows = ConsentRows()([owner for owner, _ in pairs], [held for _, held in pairs]) if pairs else iter(())
    assert [(cells[0], consent_of(dict(zip(CONSENT_COLUMNS, cells, strict=True)))) for cells in rows] == pairs


@given(st.lists(CONTACTS, max_size=5))
def test_events_come_back_from_their_rows(contacts: list[Contact]) -> None:
    pairs = [(contact.id, held) for contact in contacts for held in contact.events]
    rows = EventRows()([owner for owner, _ in pairs], [held for _, held in pairs]) if pairs else iter(())
    assert [(cells[0], event_of(dict(zip(EVENT_COLUMNS, cells, strict=True)))) for cells in rows] == pairs


@given(st.lists(CONTACTS, max_size=5))
def test_remembered_consents_are_written_as_those_made_anew(contacts: list[Contact]) -> None:
    write = text_writer()["consents"]
    for contact in [*contacts, *contacts]:
        assert write(contact.consents) == compact_consent.text(contact.consents)
