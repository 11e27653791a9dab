from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import attrs
import pytest

from contactbase.matching.natural import natural
from contactbase.matching.survivor import losses, matching_survivor, survivor
from contactbase.matching.survivorship import DEFAULT, LATEST_PROVEN, FieldRule, Survivorship, by_recency
from contactbase.model.consent import ConsentRecord
from contactbase.model.contact import Contact, Phone
from contactbase.model.enums import Channel, ConsentStatus, ContactKind, EventKind, Origin, PhoneKind, Relationship, Sex
from contactbase.model.event import Event
from matching.people import someone

OLD, NEW = dt.date(2019, 1, 1), dt.date(2025, 1, 1)
ORDER = Event(kind=EventKind.PURCHASE, at=OLD, amount=5000, currency="EUR")


def merged(*contacts: Contact) -> Contact:
    return survivor(contacts)


@pytest.mark.parametrize(
    ("field", "old", "new", "kept"),
    [
        ("language", "fr", "en", "en"),
        ("language", "fr", None, "fr"),
        ("relationship", Relationship.CUSTOMER, Relationship.PROSPECT, Relationship.CUSTOMER),
        ("kind", ContactKind.PERSON, ContactKind.PROFESSIONAL, ContactKind.PERSON),
        ("origin", Origin.BOUGHT, Origin.OWNED, Origin.BOUGHT),
        ("verified_on", OLD, NEW, NEW),
        ("relationship_end", NEW, OLD, NEW),
        ("tags", frozenset({"a"}), frozenset({"b"}), frozenset({"a", "b"})),
    ],
)
def test_each_field_survives_by_its_rule(field: str, old: Any, new: Any, kept: Any) -> None:
    older = attrs.evolve(Contact(id="a", collected_on=OLD), **{field: old})
    newer = attrs.evolve(Contact(id="b", collected_on=NEW), **{field: new})
    assert getattr(merged(older, newer), field) == kept
    assert getattr(merged(newer, older), field) == kept


def test_the_first_collection_is_kept() -> None:
    assert merged(Contact(id="a", collected_on=NEW), Contact(id="b", collected_on=OLD)).collected_on == OLD


def test_the_survivor_has_the_id_of_the_first() -> None:
    assert merged(Contact(id="c-10"), Contact(id="c-9"), Contact(id="c-2")).id == "c-10"


def test_ids_with_endless_numbers_are_ordered() -> None:
    assert sorted(["c-" + "9" * 6000, "c-8", "c-10"], key=natural)[:2] == ["c-8", "c-10"]


def test_an_address_is_never_mixed_from_two_places() -> None:
    lyon = Contact(id="a", address=("3 rue Haute",), postcode="69003", city="Lyon", collected_on=OLD)
    brest = Contact(id="b", city="Brest", collected_on=NEW)
    kept = merged(lyon, brest)
    assert (kept.address, kept.postcode, kept.city) == ((), None, "Brest")


def test_a_country_in_common_does_not_complete_an_address() -> None:
    street = Contact(id="a", address=("3 rue Haute",), country="FR", collected_on=OLD)
    city = Contact(id="b", city="Brest", country="FR", collected_on=NEW)
    assert merged(street, city).address == ()


def test_an_address_is_completed_from_the_same_place() -> None:
    street = Contact(id="a", address=("3 rue Haute",), postcode="69003", collected_on=OLD)
    city = Contact(id="b", city="Lyon", postcode="69003", collected_on=NEW)
    kept = merged(street, city)
    assert (kept.address, kept.postcode, kept.city) == (("3 rue Haute",), "69003", "Lyon")


@pytest.mark.parametrize(
    ("old", "new", "kept"),
    [
        (("Frédéric", "Durand"), ("F", "Durand"), ("Frédéric", "Durand")),
        (("Roger", "Durand"), ("Rogtr", "Durand"), ("Roger", "Durand")),
        (("Léa", "Durand"), ("Durand", "Léa"), ("Léa", "Durand")),
        (("Léa", "Martin"), ("Léa", "Durand"), ("Léa", "Durand")),
        ((None, "Durand"), ("Léa", None), ("Léa", "Durand")),
    ],
)
def test_the_fullest_name_survives(
    old: tuple[str | None, str | None], new: tuple[str | None, str | None], kept: tuple[str, str]
) -> None:
    found = merged(someone("a", *old, collected_on=OLD), someone("b", *new, collected_on=NEW))
    assert (found.first_name, found.last_name) == kept


def test_a_title_keeps_the_sex_it_was_given_with() -> None:
    found = merged(
        Contact(id="a", title="Mme", sex=Sex.F, collected_on=OLD), Contact(id="b", title="M.", collected_on=NEW)
    )
    assert (found.title, found.sex) == ("M.", None)


def test_a_number_keeps_the_record_that_knows_its_kind() -> None:
    vague = Contact(id="a", phones=(Phone("+33612345678"),), collected_on=NEW)
    known = Contact(id="b", phones=(Phone("+33612345678", PhoneKind.MOBILE, "FR"),), collected_on=OLD)
    assert merged(vague, known).phones == known.phones


def test_what_two_rows_repeat_happened_once_and_what_one_row_repeats_happened_twice() -> None:
    once, twice = Contact(id="a", events=(ORDER,)), Contact(id="b", events=(ORDER, ORDER))
    kept = merged(once, twice)
    assert kept.events == (ORDER, ORDER)
    assert [(found.code, dict(found.details)) for found in losses(kept, [once, twice])] == [
        ("match.equal-events", {"count": 1})
    ]


def test_orders_with_references_are_all_kept() -> None:
    one, other = attrs.evolve(ORDER, reference="1"), attrs.evolve(ORDER, reference="2")
    assert set(merged(Contact(id="a", events=(one,)), Contact(id="b", events=(other,))).events) == {one, other}


def test_columns_kept_beside_take_the_most_recent_value_that_says_something() -> None:
    older = Contact(id="a", extra=(("Pointure", "38"), ("Note", "x")), collected_on=OLD)
    newer = Contact(id="b", extra=(("Pointure", "39"), ("Note", "")), collected_on=NEW)
    kept = merged(older, newer)
    assert dict(kept.extra) == {"Pointure": "39", "Note": "x"}
    assert [(found.code, found.field) for found in losses(kept, [older, newer])] == [("match.conflict", "Pointure")]


def test_different_values_are_reported_and_different_spellings_are_not() -> None:
    one = Contact(id="a", city="Lyon", postcode="69003", address=("12 bd du Gal Leclerc",))
    other = Contact(id="b", city="LYON", postcode="69004", address=("12, boulevard du Général Leclerc",))
    found = losses(merged(one, other), [one, other])
    assert [(finding.field, dict(finding.details)) for finding in found] == [("postcode", {"count": 2})]


def test_what_matching_looks_at_survives_as_in_the_merge() -> None:
    contacts = (
        someone("a", "Léa", "Durand", mail="lea@example.org", city="Lyon", collected_on=OLD),
        someone("b", None, "DURAND", mobile="+33612345678", postcode="69003", collected_on=NEW),
    )
    whole, part = survivor(contacts), matching_survivor(contacts)
    for name in ("first_name", "last_name", "emails", "phones", "address", "postcode", "birth_date", "sex", "origin"):
        assert getattr(whole, name) == getattr(part, name)


def test_every_field_has_exactly_one_rule() -> None:
    fields = [name for rule in DEFAULT.rules for name in rule.fields]
    assert sorted(fields) == sorted(field.name for field in attrs.fields(Contact) if field.name != "id")


def test_a_table_with_a_missing_field_is_a_wrong_program() -> None:
    with pytest.raises(ValueError, match="exactly one rule"):
        Survivorship(DEFAULT.rules[1:])


def test_a_rule_can_be_put_in_the_place_of_another() -> None:
    def oldest(contacts: Sequence[Contact], fields: Sequence[str]) -> dict[str, object]:
        return {name: getattr(contacts[-1], name) for name in fields}

    table = DEFAULT.with_rules(FieldRule("the oldest", ("language",), oldest))
    pair = [Contact(id="a", language="fr", collected_on=OLD), Contact(id="b", language="en", collected_on=NEW)]
    assert survivor(pair, table).language == "fr"


def test_contacts_are_ranked_by_recency_then_completeness_then_id() -> None:
    contacts = [
        Contact(id="c-10"),
        Contact(id="c-9"),
        Contact(id="c-8", city="Lyon"),
        Contact(id="c-7", collected_on=OLD),
        Contact(id="c-6", events=(attrs.evolve(ORDER, at=NEW),)),
    ]
    assert [contact.id for contact in by_recency(contacts)] == ["c-6", "c-7", "c-8", "c-9", "c-10"]


def test_a_child_does_not_grow_up_by_merging() -> None:
    child, adult = dt.date(2013, 5, 1), dt.date(1981, 5, 1)
    for known in ((child, adult), (adult, child), (child, None)):
        found = merged(*(Contact(id=f"c-{n}", birth_date=day) for n, day in enumerate(known, start=1)))
        assert found.birth_date == child


def test_a_later_proven_consent_stands_only_where_the_table_says_so() -> None:
    given = ConsentRecord(channel=Channel.SMS, status=ConsentStatus.GIVEN, at=dt.date(2025, 1, 1), proof="form-7")
    refused = ConsentRecord(channel=Channel.SMS, status=ConsentStatus.WITHDRAWN, at=dt.date(2024, 1, 1))
    two = [Contact(id="c-1", consents=(given,)), Contact(id="c-2", consents=(refused,))]
    assert len(survivor(two).consents) == 3
    assert set(survivor(two, DEFAULT.with_rules(LATEST_PROVEN)).consents) == {given, refused}
