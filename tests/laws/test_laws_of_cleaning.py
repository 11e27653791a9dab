"""Laws 1 to 6 and 10, for reading records into contacts: any fields, any text in the cells."""

from __future__ import annotations

import datetime as dt
from random import Random

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contactbase.model.canonical import contact_texts
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import Severity
from contactbase.model.hints import DateOrder, Hints
from contactbase.model.journal import Journal, Outcome
from contactbase.model.record import Record, Records, RecordSet
from contactbase.model.replay import restore
from contactbase.model.schema import SCHEMA
from contactbase.model.source import SourceRef
from contactbase.normalize.catalog import BY_FIELD, NORMALIZERS
from contactbase.normalize.clean import clean
from contactbase.normalize.normalized import FieldNormalizer
from laws.strategies import DIRTY, records

AS_OF = dt.date(2026, 11, 22)
CELLS = DIRTY | st.text(st.characters(), max_size=60)


def canonical(base: ContactBase) -> Records:
    """Give a base as the records of a file that this library wrote."""
    kept = [Record(SourceRef(file="contacts.csv"), contact_texts(contact), contact.extra) for contact in base.values()]
    fields = {field: (field,) for field in SCHEMA}
    hints = {field: Hints(field=field, date_order=DateOrder.YMD, list_separator="|") for field in SCHEMA}
    part = RecordSet(
        file="contacts.csv", layout="contactbase", columns=fields, hints=hints, read=lambda _: iter(kept), strict=True
    )
    return Records((part,))


def cleaned(found: list[Record]) -> Outcome[ContactBase]:
    return clean(found, as_of=AS_OF)


@given(records())
def test_every_record_is_a_contact_or_a_rejection(found: list[Record]) -> None:
    base, journal = cleaned(found)
    assert len(found) == len(base) + len(journal.rejections)


@given(records())
def test_the_journal_says_exactly_what_became_of_each_text(found: list[Record]) -> None:
    base, journal = cleaned(found)
    rejected = {entry.source for entry in journal.rejections}
    kept = [record for record in found if record.source not in rejected]
    for record, contact in zip(kept, base.values(), strict=True):
        texts = dict(record.values)
        for change in journal.changes:
            if change.contact == contact.id:
                assert texts.get(change.field) == change.before
                texts.pop(change.field, None)
                if change.after is not None:
                    texts[change.field] = change.after
        assert texts == contact_texts(contact)


@given(records())
def test_playing_the_journal_backwards_gives_the_records_back(found: list[Record]) -> None:
    base, journal = cleaned(found)
    rejected = {entry.source for entry in journal.rejections}
    assert restore(base, journal) == tuple(
        attrs.evolve(record, cells=()) for record in found if record.source not in rejected
    )


@given(records())
def test_cleaning_what_was_cleaned_changes_and_finds_nothing_new(found: list[Record]) -> None:
    base, journal = cleaned(found)
    again, second = clean(canonical(base), as_of=AS_OF)
    assert second.changes == ()
    assert dict(again) == dict(base)
    assert second.rejections == ()
    first = {(entry.contact, entry.code) for entry in journal.findings}
    news = [
        entry
        for entry in second.findings
        if entry.severity is not Severity.INFO and (entry.contact, entry.code) not in first
    ]
    assert news == []


@pytest.mark.parametrize("text", ["C:\\Chalet", "a\\|b", "a\\\\|b", "x\\", "a|b\ny"])
def test_bars_and_backslashes_come_back_as_they_were(text: str) -> None:
    values = {"last_name": "Durand", "address": text, "tags": text}
    base, _ = cleaned([Record(SourceRef(file="f.csv", row=1), values)])
    again, second = clean(canonical(base), as_of=AS_OF)
    assert (dict(again), second.changes) == (dict(base), ())


@given(records(), st.randoms(use_true_random=False))
def test_the_order_of_the_records_changes_nothing_but_order(found: list[Record], chance: Random) -> None:
    named = [attrs.evolve(record, values={**record.values, "id": f"k{n}"}) for n, record in enumerate(found)]
    shuffled = list(named)
    chance.shuffle(shuffled)
    assert dict(cleaned(named).value) == dict(cleaned(shuffled).value)


@pytest.mark.parametrize("normalizer", NORMALIZERS.values(), ids=NORMALIZERS.keys())
@given(text=CELLS, region=st.sampled_from(["FR", "BE", "US", "GB", "ZZ"]), judged=st.booleans(), data=st.data())
@settings(max_examples=60)
def test_a_normalizer_takes_any_text_and_reads_its_own_answer_back(
    normalizer: FieldNormalizer[object], text: str, region: str, judged: bool, data: st.DataObject
) -> None:
    field = data.draw(st.sampled_from([None, *normalizer.fields]))
    hints = Hints(region=region, field=field, as_of=AS_OF if judged else None)
    first = normalizer.normalize(text, hints)
    for value in first.values:
        again = normalizer.normalize(normalizer.text(value), hints)
        assert again.values == (value,)


@pytest.mark.parametrize("normalizer", NORMALIZERS.values(), ids=NORMALIZERS.keys())
@pytest.mark.parametrize(
    "text",
    [
        "9" * 1_000_000,
        " " * 1_000_000,
        "a@" * 500_000,
        "/;|," * 250_000,
        "é" * 1_000_000,
        "\ud800" * 1000,
        "(" * 100_000,
    ],
    ids=["digits", "spaces", "ats", "separators", "accents", "surrogates", "parentheses"],
)
def test_a_normalizer_survives_a_huge_cell(normalizer: FieldNormalizer[object], text: str) -> None:
    form = normalizer.normalize(text, Hints(field=next(iter(normalizer.fields), None), as_of=AS_OF))
    assert all(len(finding.message) < 1000 for finding in form.findings)


def test_every_field_of_the_schema_that_a_file_can_have_is_read_by_something() -> None:
    computed = {"id", "age", "average_basket", "attestations", "consents", "events"}
    assert set(SCHEMA) - computed <= set(BY_FIELD)


MARK = "Zqxjkvb"
MARKED = [MARK, f"{MARK.lower()}@example.org", f"{MARK} 06 12", f"06 12 34 56 78 {MARK}", f"01/01/{MARK}", f"{MARK} €"]


@given(st.lists(st.tuples(*[st.sampled_from(MARKED)] * 8), min_size=1, max_size=3))
@settings(max_examples=40)
def test_no_personal_value_stands_in_a_repr_a_finding_or_a_rejection(rows: list[tuple[str, ...]]) -> None:
    fields = ("last_name", "email", "mobile", "birth_date", "city", "spent", "opt_in_sms", "postcode")
    base, journal = cleaned(
        [Record(SourceRef(file="f.csv", row=1), dict(zip(fields, row, strict=True))) for row in rows]
    )
    shown = [repr(base), repr(journal), *map(repr, base.values())]
    shown += [repr(entry) for entry in journal.entries]
    shown += [entry.say(language) for entry in journal.findings for language in ("en", "fr")]
    shown += [entry.say("en") for entry in journal.rejections]
    assert not [text for text in shown if MARK.lower() in text.lower()]


def test_an_empty_file_is_an_empty_base() -> None:
    assert cleaned([]) == Outcome(ContactBase(), Journal())
