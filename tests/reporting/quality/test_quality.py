"""Completeness, staleness, verification, minimisation, lengths, what to ask next: cases on small made-up bases."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import contactbase as cb
from contactbase.model.contact import Contact, Email, Phone
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import Channel, Direction, EventKind, Family, PhoneKind, Purpose
from contactbase.model.event import Event
from contactbase.model.record import Record
from contactbase.model.schema import SCHEMA, Role
from contactbase.model.source import SourceRef
from contactbase.reporting.quality.asking import ASKED
from contactbase.reporting.quality.completeness import NEEDS
from contactbase.reporting.quality.known import is_known, no_such_field
from contactbase.reporting.quality.special_categories import CATEGORIES, of_cell, of_header
from contactbase.reporting.quality.uses import of_policy, of_segment, of_template
from contactbase.segment.reads import stored_as
from laws.strategies import CONTACTS, bases

AS_OF = dt.date(2026, 11, 22)
MOBILE = Phone("+33699000001", PhoneKind.MOBILE, "FR")
LANDLINE = Phone("+33199000001", PhoneKind.FIXED_LINE, "FR")
MAIL = Email("lea@example.org", "lea@example.org")


def lea(**known: Any) -> Contact:
    return Contact(**{"id": "c-1", **known})


def bought(**known: Any) -> Event:
    return Event(**{"kind": EventKind.PURCHASE, "at": dt.date(2026, 5, 1), **known})


# What is known


@pytest.mark.parametrize(
    ("name", "contact"),
    [
        ("city", lea(city="Lyon")),
        ("phones", lea(phones=(LANDLINE,))),
        ("mobile", lea(phones=(LANDLINE, MOBILE))),
        ("landline", lea(phones=(LANDLINE,))),
        ("email", lea(emails=(MAIL,))),
        ("age", lea(birth_date=dt.date(1990, 1, 1))),
        ("last_purchase", lea(events=(bought(),))),
        ("spent", lea(events=(bought(amount=0),))),
        ("purchases.category", lea(events=(bought(category="bague"),))),
        ("messages.campaign", lea(events=(Event(kind=EventKind.MESSAGE, campaign="noel"),))),
        (
            "consents.at",
            lea(consents=(cb.ConsentRecord(channel=Channel.SMS, status=cb.ConsentStatus.GIVEN, at=AS_OF),)),
        ),
        ("last_contact_by_person", lea(events=(bought(),))),
        ("children", lea(custom=(("children", 0),))),
        ("member", lea(custom=(("member", False),))),
    ],
)
def test_a_name_is_known_of_who_has_it_and_not_of_who_has_nothing(name: str, contact: Contact) -> None:
    assert is_known(contact, name)
    assert not is_known(lea(), name)


def test_a_landline_is_no_mobile_and_a_message_no_purchase() -> None:
    assert not is_known(lea(phones=(LANDLINE,)), "mobile")
    assert not is_known(lea(events=(Event(kind=EventKind.MESSAGE, at=AS_OF),)), "last_purchase")


@given(CONTACTS)
def test_every_field_of_the_schema_can_be_asked_of_any_contact(contact: Contact) -> None:
    for field in SCHEMA.of_role(Role.STORED, Role.DERIVED):
        assert no_such_field(field.name) is None
        assert is_known(contact, field.name) in (True, False)
        assert stored_as(field.name) in {each.name for each in SCHEMA.of_role(Role.STORED)}


@pytest.mark.parametrize("name", ["ctiy", "full_name", "purchases.ctiy", "nothing.at", ""])
def test_a_name_that_is_no_field_is_refused_with_the_names_there_are(name: str) -> None:
    with pytest.raises(ValueError, match="first_name"):
        cb.stale_fields([], {name: 12}, as_of=AS_OF)


# Completeness


@pytest.mark.parametrize(
    ("channel", "contact", "score", "missing"),
    [
        (Channel.SMS, lea(phones=(MOBILE,), first_name="Léa", events=(bought(product="bague"),)), 1.0, ()),
        (Channel.SMS, lea(phones=(MOBILE,), company="Durand SARL", events=(bought(category="or"),)), 1.0, ()),
        (Channel.SMS, lea(phones=(MOBILE,)), 0.25, ("first_name", "last_purchase", "purchases.product")),
        (Channel.SMS, lea(phones=(LANDLINE,), first_name="Léa", events=(bought(product="bague"),)), 0.0, ("mobile",)),
        (Channel.EMAIL, lea(emails=(MAIL,), first_name="Léa"), 0.5, ("last_purchase", "purchases.product")),
        (Channel.POST, lea(address=("1 rue A",), postcode="69001", city="Lyon"), 0.0, ("last_name", "title")),
        (Channel.PHONE, lea(phones=(LANDLINE,), last_name="Durand", title="Mme"), 0.75, ("last_purchase",)),
    ],
)
def test_a_contact_is_as_complete_for_a_channel_as_its_needs_are_met(
    channel: Channel, contact: Contact, score: float, missing: tuple[str, ...]
) -> None:
    found = cb.completeness(contact, channel)
    assert (found.score, found.missing, found.reachable) == (score, missing, score > 0)


def test_needs_of_ones_own_replace_the_table() -> None:
    needs = {Channel.SMS: cb.Needs.of(["mobile", "postcode or city"])}
    assert cb.completeness(lea(phones=(MOBILE,), city="Lyon"), Channel.SMS, needs=needs).score == 1.0
    with pytest.raises(ValueError, match="no field 'ctiy'"):
        cb.Needs.of(["ctiy"])


@given(bases())
def test_a_base_counts_what_its_contacts_say_one_by_one(base: ContactBase) -> None:
    found = cb.base_completeness(base)
    assert {each.channel for each in found.channels} == set(NEEDS)
    for channel in Channel:
        each = [cb.completeness(contact, channel) for contact in base.values()]
        assert found[channel].contacts == len(base)
        assert found[channel].reachable == sum(one.reachable for one in each)
        assert found[channel].complete == sum(not one.missing for one in each)
        assert 0 <= found[channel].score <= 1
        assert sum(count for _, count in found[channel].missing) == sum(len(one.missing) for one in each)
    assert str(found).count("\n") == len(Channel) - 1


# Staleness


@pytest.mark.parametrize(
    ("contact", "stale"),
    [
        (lea(city="Lyon", collected_on=dt.date(2025, 11, 22)), False),
        (lea(city="Lyon", collected_on=dt.date(2025, 11, 21)), True),
        (lea(city="Lyon", collected_on=dt.date(2020, 1, 1), verified_on=dt.date(2026, 1, 1)), False),
        (lea(city="Lyon", verified_on=dt.date(2027, 1, 1)), True),
        (lea(city="Lyon"), True),
        (lea(collected_on=dt.date(2020, 1, 1)), False),
        (lea(city="Lyon", events=(Event(kind=EventKind.PROFILE_UPDATE, at=dt.date(2026, 1, 1)),)), False),
        (lea(city="Lyon", events=(bought(),)), True),
        (
            lea(
                city="Lyon",
                events=(Event(kind=EventKind.FORM_SUBMIT, at=dt.date(2026, 1, 1), direction=Direction.FROM_US),),
            ),
            True,
        ),
    ],
)
def test_a_value_is_stale_from_the_day_after_its_interval(contact: Contact, stale: bool) -> None:
    found = cb.stale_fields([contact], {"city": 12}, as_of=AS_OF)
    assert bool(len(found)) is stale
    assert found.count() == {"city": int(stale)}


def test_an_interval_is_a_month_at_least() -> None:
    with pytest.raises(ValueError, match="1 or more"):
        cb.stale_fields([], {"city": 0}, as_of=AS_OF)


@given(bases(), st.integers(1, 10**9), st.dates())
def test_no_base_and_no_day_make_staleness_raise_and_a_longer_interval_never_finds_more(
    base: ContactBase, months: int, day: dt.date
) -> None:
    short = cb.stale_fields(base, {"last_name": months, "mobile": months}, as_of=day)
    long = cb.stale_fields(base, {"last_name": months + 1, "mobile": months + 1}, as_of=day)
    assert {(one.contact, one.field) for one in long} <= {(one.contact, one.field) for one in short}


# Verification


def test_the_verification_rate_counts_days_up_to_the_day_asked() -> None:
    base = [
        lea(id="c-1", verified_on=dt.date(2026, 10, 22), custom=(("verified_by", "Zoé"),)),
        lea(id="c-2", verified_on=dt.date(2024, 1, 1)),
        lea(id="c-3", verified_on=dt.date(2027, 1, 1)),
        lea(id="c-4"),
    ]
    found = cb.verification_rate(base, as_of=AS_OF, by="verified_by")
    assert (found.verified, found.rate, found.by) == (2, 0.5, (("?", 1), ("Zoé", 1)))
    assert str(found) == "2 of 4 contacts verified (50 %). By: ? 1, Zoé 1."
    assert cb.verification_rate(base, as_of=AS_OF, within_months=1).verified == 1
    assert cb.verification_rate([], as_of=AS_OF).rate is None
    with pytest.raises(ValueError, match="1 or more"):
        cb.verification_rate(base, as_of=AS_OF, within_months=0)


# Asking


def test_collecting_asks_for_what_is_unknown_and_updating_for_what_is_stale_as_well() -> None:
    contact = lea(last_name="Durand", emails=(MAIL,), collected_on=dt.date(2024, 1, 1))
    assert cb.missing_fields(contact, Purpose.SAFETY) == ("mobile",)
    update = cb.Asking.UPDATE
    assert cb.missing_fields(contact, Purpose.SAFETY, mode=update) == ("last_name", "mobile", "email")
    intervals = {"email": 12, "last_name": 120}
    assert cb.missing_fields(contact, Purpose.SAFETY, mode=update, intervals=intervals, as_of=AS_OF) == (
        "mobile",
        "email",
    )
    with pytest.raises(ValueError, match="as_of"):
        cb.missing_fields(contact, Purpose.SAFETY, mode=update, intervals=intervals)


@given(CONTACTS, st.integers(0, 12), st.sampled_from(Purpose))
def test_the_next_fields_are_the_first_of_the_unknown_ones(contact: Contact, n: int, purpose: Purpose) -> None:
    found = cb.next_best_fields(contact, n, purpose=purpose)
    assert len(found) <= n
    assert found == cb.missing_fields(contact, purpose)[:n]
    assert not any(is_known(contact, name) for name in found)


def test_fields_of_ones_own_are_asked_in_their_order() -> None:
    schema = cb.schema.extend(children=int)
    asked = cb.next_best_fields(lea(city="Lyon"), 2, fields=["children", "city", "sex"], schema=schema)
    assert asked == ("children", "sex")
    with pytest.raises(ValueError, match="no field 'children'"):
        cb.next_best_fields(lea(), fields=["children"])
    with pytest.raises(ValueError, match="0 or more"):
        cb.next_best_fields(lea(), -1)


def test_every_purpose_says_what_it_needs() -> None:
    assert set(ASKED) == set(Purpose)
    assert all(no_such_field(name) is None for names in ASKED.values() for name in names)


# Families


def test_every_field_has_one_family_and_custom_fields_have_theirs() -> None:
    schema = cb.schema.extend(children=int)
    names = [name for family in Family for name in cb.family_fields(family, schema=schema)]
    assert sorted(names) == sorted({*names})
    assert "children" in cb.family_fields(Family.BEHAVIOURAL, schema=schema)
    assert cb.family_fields(Family.TRANSACTIONAL) == ("last_purchase", "first_purchase", "orders")
    assert cb.known_by_family(lea(events=(bought(),)))[Family.TRANSACTIONAL] == (
        "last_purchase",
        "first_purchase",
        "orders",
    )


# Lengths


def test_lengths_of_a_base_are_reported_by_the_row_that_the_journal_knows() -> None:
    rows = [{"last_name": "Durand", "postcode": "69001"}, {"last_name": "Li", "email": "li@example.org"}]
    base, journal = cb.clean(rows, as_of=AS_OF)
    report = cb.check_lengths(base, [cb.LengthRule("last_name", minimum=3, maximum=10)], journal=journal)
    assert [(found.code, found.contact, dict(found.details)) for found in report] == [
        ("check.too-short", "c-2", {"name": "last_name", "length": 2, "minimum": 3})
    ]
    assert list(report.rows) == [("", 2)]
    assert str(report) == "c-2, row 2: last_name has 2 characters, fewer than the 3 of the rule."
    assert list(cb.check_lengths(base, [cb.LengthRule("last_name", minimum=3)]).rows) == [("", None)]


def test_lengths_of_raw_cells_are_reported_by_row_and_column() -> None:
    read = cb.read("Nom;Ville\nDurand;Lyon\nLi;  Saint-Étienne  \n".encode())
    rules = [cb.LengthRule("last_name", minimum=3), cb.LengthRule("city", maximum=12)]
    report = cb.check_lengths(read.value, rules)
    assert [(found.code, found.source.row, found.source.column) for found in report if found.source] == [
        ("check.too-short", 2, "Nom"),
        ("check.too-long", 2, "Ville"),
    ]
    assert len(next(iter(report.rows.values()))) == len(report) == 2


def test_each_of_several_values_has_its_length_and_nothing_unknown_has_one() -> None:
    contact = lea(address=("12 rue A", "B"), phones=(MOBILE,), emails=(MAIL,), interests=frozenset({"or"}))
    rules = [cb.LengthRule(name, minimum=3) for name in ("address", "phones", "emails", "interests", "city", "mobile")]
    assert [found.field for found in cb.check_lengths([contact], rules)] == ["address", "interests"]
    assert str(cb.check_lengths([], rules)) == "No length is out of its rule."


def test_records_one_by_one_and_input_fields_have_lengths_too() -> None:
    record = Record(SourceRef(file="f.csv", row=7), {"full_name": "Léa Durand"})
    (found,) = cb.check_lengths([record], [cb.LengthRule("full_name", maximum=5)])
    assert (found.source is not None, found.details[1]) == (True, ("length", 10))


@pytest.mark.parametrize(("minimum", "maximum"), [(-1, None), (5, 4), (0, -1)])
def test_a_rule_that_nothing_meets_is_refused(minimum: int, maximum: int | None) -> None:
    with pytest.raises(ValueError, match="Mend the rule"):
        cb.LengthRule("city", minimum, maximum)


# Minimisation


def test_what_nothing_uses_is_listed_and_what_is_used_is_not() -> None:
    base = [
        lea(
            city="Lyon",
            birth_date=dt.date(1990, 1, 1),
            first_name="Léa",
            siren="732829320",
            phones=(MOBILE,),
            events=(bought(),),
            custom=(("children", 2),),
            extra=(("Pointure", "38"), ("Vide", " ")),
        )
    ]
    found = cb.minimisation(
        base,
        segments=[cb.Segment("adults", "age >= 18"), cb.Segment("lyon", 'in segment "adults" and city = "Lyon"')],
        policies=[cb.policies.FR],
        templates=["Bonjour {prénom}, -{remise} %"],
        channels=[Channel.SMS],
    )
    assert [(column.name, column.values) for column in found.unused] == [("siren", 1), ("Pointure", 1), ("children", 1)]
    assert found.unknown_places == ("remise",)
    assert found.sensitive == ()
    more = cb.minimisation(base, fields=["Pointure", "age", "siren"])
    assert {"Pointure", "birth_date", "siren"}.isdisjoint(column.name for column in more.unused)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('city = "Lyon"', {"city"}),
        ("age >= 18", {"birth_date"}),
        ("sum(purchases.amount where category = 'or') >= 500 EUR".replace("'", '"'), {"events"}),
        ("has purchases in last 12 months", {"events"}),
        ("opted in to sms", {"consents", "phones"}),
        ("opted in to email and not opted out of post", {"consents", "emails", "address", "postcode", "city"}),
        ("last_purchase is known", {"events"}),
        ("mobile is known", {"phones"}),
    ],
)
def test_a_segment_uses_the_fields_it_reads(text: str, names: set[str]) -> None:
    assert of_segment(cb.Segment("s", text)) - {"last_name", "company"} == names


def test_segments_are_followed_by_name_even_in_a_circle() -> None:
    one, two = cb.Segment("one", 'in segment "two" and city = "Lyon"'), cb.Segment("two", 'in segment "one" or sex = F')
    assert of_segment(one, {"one": one, "two": two}) == {"city", "sex"}
    assert of_segment(one) == {"city"}


def test_a_policy_uses_its_clocks_and_a_template_what_it_names() -> None:
    assert of_policy(cb.policies.FR) == {
        *("relationship", "relationship_end", "collected_on", "events", "consents", "tags", "birth_date"),
    }
    assert of_template("{first_name} {Nom} {dernier achat} {{accolades}} {0}") == (
        frozenset({"first_name", "last_name", "events"}),
        ("0",),
    )
    with pytest.raises(ValueError, match="brace"):
        of_template("Bonjour {prénom")


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("État de santé", "health"),
        ("ALLERGIES ALIMENTAIRES", "health"),
        ("Religion", "religion"),
        ("Origine ethnique", "ethnic-origin"),
        ("Parti politique", "politics"),
        ("Syndicat", "union"),
        ("Trade_Union", "union"),
        ("Orientation sexuelle", "sexuality"),
        ("Empreinte digitale", "biometrics"),
        ("Casier judiciaire", "criminal"),
        ("N° de sécurité sociale", "national-id"),
    ],
)
def test_a_header_tells_its_category(header: str, name: str) -> None:
    assert [category.name for category in of_header(header)] == [name]


@pytest.mark.parametrize(
    "header",
    [
        "Sexe",
        "Nom",
        "Casier",
        "Politique de confidentialité",
        "Origine",
        "Union",
        "Empreinte carbone",
        "Race du chien",
        "",
    ],
)
def test_an_everyday_header_tells_none(header: str) -> None:
    assert of_header(header) == ()


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Diabétique, ne pas appeler le matin", ["health"]),
        ("musulmane", ["religion"]),
        ("adhérent CGT", ["union"]),
        ("1 85 05 78 006 084 91", ["national-id"]),
        ("185057800608491", ["national-id"]),
        ("185057800608490", []),
        ("Christian Gay, Union européenne, handicap 12 au golf", []),
        ("pointure 38", []),
        ("\ud800\x00", []),
    ],
)
def test_a_cell_tells_its_category_by_whole_words(cell: str, names: list[str]) -> None:
    assert [category.name for category in of_cell(cell)] == names


def test_special_categories_are_counted_and_no_value_leaves_the_base() -> None:
    base = [
        lea(id="c-1", tags=frozenset({"halal", "VIP"}), extra=(("Remarques", "diabétique"),)),
        lea(id="c-2", extra=(("Remarques", "aime l'or"), ("Religion", "Zqxjkvb"))),
        lea(id="c-3", custom=(("allergies", "Zqxjkvb"), ("age_group", 3))),
    ]
    found = cb.minimisation(base)
    assert [(each.name, each.category.name, each.by_header, each.values, each.telling) for each in found.sensitive] == [
        ("tags", "religion", False, 1, 1),
        ("Religion", "religion", True, 1, 0),
        ("Remarques", "health", False, 2, 1),
        ("allergies", "health", True, 1, 0),
    ]
    shown = f"{found} {found!r}".casefold().replace(repr(CATEGORIES).casefold(), "")
    assert "zqxjkvb" not in shown
    assert 'column "remarques", by words in 1 of its values, 2 values' in shown


@pytest.mark.parametrize("text", ["9" * 300_000, "é" * 300_000, "1 " * 150_000, "diabete " * 30_000, "\ud800" * 1000])
def test_a_huge_cell_is_looked_through(text: str) -> None:
    assert len(of_cell(text)) <= 1


@given(bases())
def test_any_base_can_be_minimised_and_every_filled_column_is_used_or_not(base: ContactBase) -> None:
    found = cb.minimisation(base)
    assert found.contacts == len(base)
    assert all(0 < column.values <= len(base) for column in found.unused)
    assert all(0 <= column.telling <= column.values for column in found.sensitive)
    assert str(found)
