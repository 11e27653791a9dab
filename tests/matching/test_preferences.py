from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from contactbase.matching.matches import Matches
from contactbase.matching.merge import merge
from contactbase.matching.provenance import provenance
from contactbase.matching.survivor import survivor
from contactbase.matching.survivorship import (
    DEFAULT,
    Preference,
    longest,
    most_complete,
    most_frequent,
    most_recent,
    trusted,
)
from contactbase.matching.unmerge import unmerge
from contactbase.model.contact import Contact
from contactbase.model.enums import CollectionSource, Origin, Sex
from matching.people import base_of, someone

OLD, MID, NEW = dt.date(2019, 1, 1), dt.date(2022, 1, 1), dt.date(2025, 1, 1)
FORM, FAIR = CollectionSource.WEB_FORM, CollectionSource.TRADE_FAIR
HOME: dict[str, Any] = {"address": ("3 rue Haute",), "postcode": "69003", "city": "Lyon"}


@pytest.mark.parametrize(
    ("preference", "field", "old", "mid", "new", "kept"),
    [
        (most_recent, "last_name", "Durand", "Petit", "Roy", "Roy"),
        (most_recent, "birth_date", OLD, None, dt.date(1981, 1, 1), dt.date(1981, 1, 1)),
        (most_frequent, "last_name", "Durand", "DURAND", "Roy", "DURAND"),
        (most_frequent, "language", "fr", None, None, "fr"),
        (most_frequent, "language", "fr", "de", "en", "en"),
        (longest, "company", "Dupont et fils", "Dupont", "SA", "Dupont et fils"),
        (longest, "company", None, "SA", "SE", "SE"),
        (trusted(FAIR), "last_name", "Durand", "Petit", "Roy", "Durand"),
        (trusted(FAIR), "language", None, "fr", "en", "en"),
        (trusted(FORM, FAIR), "last_name", "Durand", "Petit", "Roy", "Petit"),
        (trusted(Origin.BOUGHT), "last_name", "Durand", "Petit", "Roy", "Durand"),
        (trusted(lambda contact: contact.id == "b"), "sex", Sex.M, Sex.F, Sex.M, Sex.F),
    ],
)
def test_a_field_survives_by_the_preference_that_is_given(
    preference: Preference, field: str, old: Any, mid: Any, new: Any, kept: Any
) -> None:
    three = [
        Contact(id="a", collected_on=OLD, source=FAIR, origin=Origin.BOUGHT, **{field: old}),
        Contact(id="b", collected_on=MID, source=FORM, **{field: mid}),
        Contact(id="c", collected_on=NEW, **{field: new}),
    ]
    table = DEFAULT.preferring(preference, field)
    assert getattr(survivor(three, table), field) == kept
    assert getattr(survivor(three[::-1], table), field) == kept


@pytest.mark.parametrize("field", ["address", "postcode", "city"])
def test_the_most_complete_address_stays_one_address(field: str) -> None:
    lyon, brest = Contact(id="a", collected_on=OLD, **HOME), Contact(id="b", city="Brest", collected_on=NEW)
    kept = survivor([lyon, brest], DEFAULT.preferring(most_complete, field))
    assert (kept.address, kept.postcode, kept.city) == (HOME["address"], "69003", "Lyon")


def test_a_trusted_name_is_filled_only_by_those_who_agree() -> None:
    vague, other = someone("a", "Léa", None, collected_on=OLD), someone("b", "Lea", "Durand", collected_on=NEW)
    table = DEFAULT.preferring(trusted(lambda contact: contact.id == "a"), "first_name")
    kept = survivor([vague, other], table)
    assert (kept.first_name, kept.last_name) == ("Léa", "Durand")


@pytest.mark.parametrize("field", ["consents", "emails", "origin", "tags", "nonsense", "id"])
def test_what_is_kept_whole_or_restricts_has_no_preference(field: str) -> None:
    with pytest.raises(ValueError, match=f"nothing to prefer in {field}"):
        DEFAULT.preferring(longest, field)


def test_a_preference_needs_fields_and_a_trusted_source() -> None:
    with pytest.raises(ValueError, match="no field"):
        DEFAULT.preferring(longest)
    with pytest.raises(ValueError, match="most trusted first"):
        trusted()


def test_a_merge_by_preference_says_where_each_value_is_from_and_is_taken_back() -> None:
    base = base_of(
        someone("a", "Léa", "Durand", collected_on=OLD, source=FAIR, **HOME),
        someone("b", "Léa", "Durand", collected_on=NEW, city="Brest"),
    )
    table = DEFAULT.preferring(trusted(FAIR), "city").preferring(longest, "last_name")
    merged, journal = merge(base, Matches(clusters=(("a", "b"),)), survivorship=table)
    assert provenance(merged["a"], journal.merges[0])["city"] == ("a",)
    assert unmerge(merged, journal, "b", survivorship=table).value == base
