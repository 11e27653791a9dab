from __future__ import annotations

import attrs
import pytest

from contactbase.matching.assign import assign_households
from contactbase.matching.match import match
from contactbase.matching.merge import dedupe
from contactbase.matching.unmerge import unmerge
from contactbase.model.contact_base import ContactBase
from contactbase.model.entry_json import entry_from_json, entry_to_json
from contactbase.model.journal import Journal
from contactbase.model.replay import undo
from matching.people import MAIL, MOBILE, base_of, someone

LEA = someone("c-1", "Léa", "Durand", mail=MAIL)
AGAIN = someone("c-2", "Léa", "Durand", mail=MAIL, city="Lyon")
NOE = someone("c-3", "Noé", "Roy", mobile=MOBILE)
TWIN = someone("c-4", "Noé", "Roy", mobile=MOBILE, city="Brest")
BASE = base_of(LEA, AGAIN, NOE, TWIN)


def test_one_merge_of_several_is_taken_back_and_the_others_stay() -> None:
    merged, journal = dedupe(BASE)
    apart = unmerge(merged, journal, "c-2").value
    assert (apart["c-1"], apart["c-2"]) == (LEA, AGAIN)
    assert apart["c-3"] is merged["c-3"]


def test_what_was_changed_since_the_merge_stays_with_the_survivor() -> None:
    merged, journal = dedupe(BASE)
    changed = {**merged, "c-1": attrs.evolve(merged["c-1"], language="fr", city="Nantes")}
    apart = unmerge(ContactBase(changed), journal, "c-1").value
    assert (apart["c-1"].language, apart["c-1"].city) == ("fr", "Nantes")
    assert apart["c-2"] == AGAIN


def test_taking_back_can_itself_be_undone_and_told_as_json() -> None:
    merged, journal = dedupe(BASE)
    apart, split = unmerge(merged, journal, "c-2")
    assert undo(apart, split) == merged
    (entry,) = split.entries
    assert entry_from_json(entry_to_json(entry)) == entry
    assert "Durand" not in repr(entry)


@pytest.mark.parametrize(
    ("contact", "taken_back", "message"), [("zz", False, "no merge of"), ("c-2", True, "in the base already")]
)
def test_a_merge_that_is_not_there_is_a_wrong_program(contact: str, taken_back: bool, message: str) -> None:
    merged, journal = dedupe(BASE)
    base = unmerge(merged, journal, "c-2").value if taken_back else merged
    with pytest.raises(ValueError, match=message):
        unmerge(base, journal, contact)


def test_a_merge_whose_survivor_is_gone_is_refused() -> None:
    merged, journal = dedupe(BASE)
    without = ContactBase.of(contact for contact in merged.values() if contact.id != "c-1")
    with pytest.raises(ValueError, match="merged again, or removed"):
        unmerge(without, journal, "c-1")


def test_households_become_a_field_that_keeps_its_name() -> None:
    family = base_of(
        someone("c-1", "Léa", "Durand", mail=MAIL),
        someone("c-2", "Paul", "Durand", mail=MAIL),
        someone("c-3", "Karim", "Petit", mobile=MOBILE),
    )
    base, journal = assign_households(family, match(family))
    assert [contact.household for contact in base.values()] == ["h-c-1", "h-c-1", None]
    assert undo(base, journal) == family
    assert assign_households(base, match(base)).journal == Journal()
