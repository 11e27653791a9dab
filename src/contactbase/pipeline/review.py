"""`review` and `apply_review`: a workbook in which a person corrects a base, and what comes back with it.

`review` reads, cleans and looks for duplicates as the main job does, changes nothing, and writes what it found where a
person sees it (R44, R45): cells in colour with a comment each, groups of duplicates, lists to choose from, bounds of
length, and a sheet of findings linked to the cells. `apply_review` reads the workbook back: a changed cell is a
correction, which is read like any other cell and refused where it is not valid either; an answer merges a group of
duplicates or keeps it apart. Whatever was not touched stays as it was, and a missing row erases nobody.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from os import PathLike
from typing import Any

import attrs

from contactbase.adapters.atomic import refuse_input
from contactbase.adapters.excel.writer import write_workbook
from contactbase.adapters.suffixes import refuse_suffix
from contactbase.layouts.layout import Layout
from contactbase.matching.match import match
from contactbase.matching.matches import Matches
from contactbase.matching.merge import merge_into
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.journal import Entry, Journal, Outcome
from contactbase.model.schema import SCHEMA, Schema
from contactbase.model.text import Language
from contactbase.normalize.clean import clean
from contactbase.normalize.communes import CommuneTable
from contactbase.pipeline.reading import Source, read
from contactbase.pipeline.review_answers import confirmed
from contactbase.pipeline.review_corrections import Corrector
from contactbase.pipeline.review_reading import read_workbook
from contactbase.pipeline.review_sheets import ReviewSheets
from contactbase.pipeline.review_survivorship import by_hand, corrected_fields
from contactbase.reporting.quality.lengths import LengthRule, check_lengths

__all__ = ["Review", "apply_review", "review"]


@attrs.frozen(kw_only=True)
class Review:
    """What a review workbook was made of: the base, who may be one person in it, and everything that was found."""

    base: ContactBase
    matches: Matches
    journal: Journal


def review(
    *sources: Source,
    out: str | PathLike[str],
    as_of: dt.date,
    region: str = "FR",
    layout: str | Layout | None = None,
    columns: Mapping[str, str] | None = None,
    schema: Schema = SCHEMA,
    communes: CommuneTable | None = None,
    lengths: Iterable[LengthRule] = (),
    language: Language = "en",
    **options: Any,
) -> Review:
    """Read, clean, look for duplicates, and write a workbook to review; nothing is merged.

    `lengths` are rules on the number of characters of fields, which the workbook enforces too; `language` is that of
    its words. The other options are those of `run` and `read`. ReadError, WriteError, and MissingExtra without
    openpyxl.
    """
    refuse_input(out, sources)
    refuse_suffix(out, (".xlsx",))
    records, found = read(*sources, layout=layout, region=region, columns=columns, schema=schema, **options)
    base, cleaned = clean(records, region=region, as_of=as_of, schema=schema, communes=communes)
    rules = tuple(lengths)
    measured = Journal(check_lengths(base, rules, journal=cleaned, schema=schema).findings) if rules else Journal()
    matches = match(base)
    journal = found + cleaned + measured
    sheets = ReviewSheets(base, journal, matches, schema=schema, lengths=rules, language=language)
    written = write_workbook(out, list(sheets))
    return Review(base=base, matches=matches, journal=journal + written)


def apply_review(
    path: str | PathLike[str], base: ContactBase, *, as_of: dt.date, region: str = "FR", schema: Schema = SCHEMA
) -> Outcome[ContactBase]:
    """Apply a corrected review workbook to the base that it was made from; the journal says what changed and why.

    What was corrected in one of several rows that are one person is what that person has afterwards. A correction
    stands in the journal as a `Merge` of a contact with nobody, which keeps the contact as it was, so
    that `undo` gives everything back; the findings name its fields. ReadError where the file is no review workbook.
    """
    returned = read_workbook(path)
    entries: list[Entry] = list(returned.entries)
    correct = Corrector(as_of=as_of, region=region, schema=schema, file=returned.file, note=entries.append)
    corrected: dict[str, Contact] = dict(base)
    for row in returned.rows(base, entries.append):
        corrected[row.contact] = correct(base[row.contact], row)
    answers = confirmed(returned.answers, returned.file, entries.append)
    rules = by_hand({name: corrected_fields(base[name], contact) for name, contact in corrected.items()})
    matches = Matches(clusters=answers)
    merged = merge_into(ContactBase.of(corrected.values()), matches, entries.append, survivorship=rules)
    return Outcome(merged, Journal(tuple(entries)))
