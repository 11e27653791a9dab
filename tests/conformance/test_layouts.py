"""Exports nobody of this project wrote: the layout, every column and row accounted for, consent as the file says it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path

import pytest

from conformance.corpora import corpus, corpus_files
from contactbase.adapters.catalog import open_table
from contactbase.layouts.columns import Fate, layout_of, map_columns
from contactbase.model.contact_base import ContactBase
from contactbase.normalize.clean import clean
from contactbase.pipeline.reading import read

FILES = corpus_files("exports", "**/*.csv")
AS_OF = dt.date(2026, 11, 22)
EXPECTED = {
    "members-duplicate-emails.csv": ("generic", {}),
    "members-formula-like-values.csv": ("generic", {}),
    "members-invalid-values.csv": ("ghost", {"given": 1}),
    "members-ragged-row.csv": ("generic", {}),
    "mg-beehiiv-members__members.csv": ("beehiiv", {"withdrawn": 3, "requested": 1}),
    "mg-curated-members-csv__subscribers.csv": ("generic", {}),
    "mg-fs-utils__example.csv": ("generic", {}),
    "mg-fs-utils__malformed.csv": ("generic", {}),
    "mg-mailchimp-members__cleaned.csv": ("mailchimp-cleaned", {}),
    "mg-mailchimp-members__subscribed.csv": ("mailchimp-subscribed", {"given": 5}),
    "mg-mailchimp-members__unsubscribed.csv": ("mailchimp-unsubscribed", {"withdrawn": 5}),
    "mg-substack-members-csv__invalid.csv": ("generic", {}),
    "mg-substack-members-csv__signup_emails.csv": ("substack", {"withdrawn": 2}),
    "mg-substack-members-csv__subscriber_emails.csv": ("substack", {"withdrawn": 2}),
    "mg-tinynews-members__subs-v1.csv": ("tinynews", {}),
    "mg-tinynews-members__subs-v2.csv": ("tinynews", {"given": 1, "withdrawn": 1}),
}
"""File to its layout and the states of consent that its rows state."""


def contacts(path: Path) -> ContactBase:
    return clean(read(path).value, as_of=AS_OF).value


@pytest.mark.skipif(not FILES, reason="no corpus of exports: set CONTACTBASE_CORPORA to a folder that has one")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_real_export_is_recognized_and_its_consents_are_read_right(path: Path) -> None:
    layout, consents = EXPECTED[path.name]
    records, _ = read(path)
    assert [part.layout for part in records.parts] == [layout]
    states = Counter(record.status.value for contact in contacts(path).values() for record in contact.consents)
    assert dict(states) == consents


@pytest.mark.skipif(not FILES, reason="no corpus of exports: set CONTACTBASE_CORPORA to a folder that has one")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_column_of_a_real_export_is_a_field_or_kept_with_its_cells(path: Path) -> None:
    table, _ = open_table(path)
    mapped = map_columns(table.columns, layout_of(table.columns, None, table.file))
    assert mapped.headers(Fate.DROPPED) == ()
    records, _ = read(path)
    for record, row in zip(records, table.rows(), strict=True):
        beside = dict(record.extra)
        for header, cell, field in zip(table.columns, row.cells, mapped.fields, strict=True):
            if cell:
                assert cell in record.values[field].split("\n") if field else beside[header] == cell


def test_the_bounces_of_a_cleaned_file_are_events_and_no_consents() -> None:
    base = contacts(corpus("exports/tryghost-migrate/mg-mailchimp-members__cleaned.csv"))
    assert base
    assert all(contact.events and not contact.consents for contact in base.values())
