"""Which column is which field, and what nobody claims."""

from __future__ import annotations

import pytest

from contactbase.errors import ReadError
from contactbase.layouts.catalog import LAYOUTS
from contactbase.layouts.columns import Fate, layout_of, map_columns
from contactbase.layouts.generic import CONSENT_WITHOUT_CHANNEL, GENERIC
from contactbase.layouts.layout import Layout, header_key
from contactbase.layouts.mapping import records_of
from contactbase.model.schema import SCHEMA
from contactbase.model.table import Table

MEMBER = ("Email Address", "First Name", "Last Name", "OPTIN_TIME", "CONFIRM_TIME", "LEID", "EUID", "TAGS")


@pytest.mark.parametrize(
    ("header", "key"),
    [
        ("Prénom", "prenom"),
        ("  CODE_POSTAL ", "code postal"),
        ("E-mail", "e mail"),
        ("Cœur de métier", "coeur de metier"),
        ("Titles ID (Mr = 1, Ms = 2, else 0)", "titles id mr 1 ms 2 else 0"),
        ("N°\nclient", "n client"),
        ("", ""),
        ("éàç", "eac"),
    ],
)
def test_headers_are_compared_without_accents_case_and_punctuation(header: str, key: str) -> None:
    assert header_key(header) == key


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_every_layout_maps_header_keys_to_fields_of_the_schema(layout: Layout) -> None:
    assert {*layout.columns.values(), *layout.groups.values()} - {""} <= set(SCHEMA)
    assert set(layout.constants) | set(layout.codes) | set(layout.joined) <= set(SCHEMA)
    marks = [key for found in (*layout.marks, *(found for _, found in layout.named)) for key in found]
    parts = [key for keys in layout.joined.values() for key in keys]
    keys = [*layout.columns, *marks, *parts, *layout.dropped]
    assert all(header_key(key) == key for key in keys)
    assert all(header_key(key.replace("#", "1")) == key.replace("#", "1") for key in layout.groups)


def test_no_consent_without_a_channel_is_read_as_one() -> None:
    assert not CONSENT_WITHOUT_CHANNEL & GENERIC.columns.keys()


@pytest.mark.parametrize(
    ("columns", "name"),
    [
        (MEMBER, "mailchimp"),
        ((*MEMBER, "LAST_CHANGED"), "mailchimp-subscribed"),
        ((*MEMBER, "UNSUB_TIME"), "mailchimp-unsubscribed"),
        ((*MEMBER, "CLEAN_TIME"), "mailchimp-cleaned"),
        (("Customer ID", "Accepts Email Marketing", "Default Address Zip", "Total Spent", "Email"), "shopify"),
        (("Nom", "Prénom", "Portable"), "generic"),
        ((), "generic"),
    ],
)
def test_a_layout_is_recognized_by_its_headers(columns: tuple[str, ...], name: str) -> None:
    assert layout_of(columns).name == name


def test_the_status_of_a_mailchimp_file_reaches_every_record() -> None:
    table = Table.of("unsubscribed.csv", (*MEMBER, "UNSUB_TIME"), [("a@example.org", *[""] * 7, "2023-06-06 12:56:15")])
    part, _ = records_of(table)
    assert [dict(record.values) for record in part.records()] == [
        {"email": "a@example.org", "withdrawn_on": "2023-06-06 12:56:15", "opt_in_email": "unsubscribed"}
    ]


def test_a_second_phone_column_joins_the_first_and_a_second_name_is_kept_beside() -> None:
    columns = ("Tél 1", "Tél 2", "Nom", "Nom de famille", "Portable", "GSM")
    table = Table.of("clients.csv", columns, [("01 02", "03 04", "Durand", "Dupont", "06 07", "06 08")])
    part, journal = records_of(table)
    (record,) = part.records()
    assert record.values == {"phones": "01 02\n03 04\n06 08", "last_name": "Durand", "mobile": "06 07"}
    assert record.extra == (("Nom de famille", "Dupont"),)
    assert "layout.column-twice" in journal.count()


def test_a_password_column_is_left_out_and_said() -> None:
    columns = (
        "Customer ID",
        "Active (0/1)",
        "Email *",
        "Password *",
        "Last Name *",
        "First Name *",
        "Newsletter (0/1)",
    )
    part, journal = records_of(Table.of("ps.csv", columns, [("1", "1", "a@example.org", "hash", "Durand", "Ana", "1")]))
    (record,) = part.records()
    assert "hash" not in [*record.values.values(), *dict(record.extra).values()]
    assert journal.count()["layout.column-dropped"] == 1


def test_a_consent_without_a_channel_is_kept_and_reported() -> None:
    part, journal = records_of(Table.of("clients.csv", ("Nom", "Optin"), [("Durand", "oui")]))
    (record,) = part.records()
    assert record.extra == (("Optin", "oui"),)
    assert journal.count()["layout.consent-without-channel"] == 1


@pytest.mark.parametrize(
    "header",
    ["Engagement OptIn", "Opt-in partenaires", "RGPD OK", "Date désabonnement boutique", "Newsletter du mardi"],
)
def test_a_column_that_speaks_of_consent_and_is_not_understood_does_not_go_unnoticed(header: str) -> None:
    assert map_columns(("Nom", header), GENERIC).headers(Fate.UNCLEAR) == (header,)
    assert map_columns(("Nom", header), GENERIC, {header: ""}).headers(Fate.UNCLEAR) == ()


def test_the_other_columns_of_a_vendor_are_no_unknown_consents() -> None:
    columns = (*MEMBER, "OPTIN_IP", "UNSUB_TIME")
    assert map_columns(columns, layout_of(columns)).headers(Fate.UNCLEAR) == ()


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Né(e) le", "birth_date"),
        ("Date de naiss.", "birth_date"),
        ("Accord newsletter", "opt_in_email"),
        ("Opt-in newsletter", "opt_in_email"),
        ("Stop e-mail", "opt_out_email"),
        ("email_disabled", "opt_out_email"),
    ],
)
def test_headers_of_real_exports_are_understood(header: str, field: str) -> None:
    assert GENERIC.columns[header_key(header)] == field


def test_columns_can_be_mapped_by_hand_and_set_aside() -> None:
    mapped = map_columns(("Nom", "Optin", "Ville"), GENERIC, {"Optin": "opt_in_sms", "Ville": ""})
    assert mapped.fields == ("last_name", "opt_in_sms", None)
    assert mapped.headers(Fate.UNCLEAR) == ()


def test_a_custom_field_is_a_column_of_its_own_name() -> None:
    mapped = map_columns(("Nom", "Children"), GENERIC, schema=SCHEMA.extend(children=int))
    assert mapped.fields == ("last_name", "children")


@pytest.mark.parametrize(
    ("layout", "overrides", "sentence"),
    [
        ("salesfarce", None, "There is no layout"),
        (None, {"Vile": "city"}, "There is no column"),
        (None, {"Ville": "ctiy"}, "There is no field"),
    ],
)
def test_a_wrong_name_is_refused_with_the_right_ones(
    layout: str | None, overrides: dict[str, str] | None, sentence: str
) -> None:
    with pytest.raises(ReadError, match=sentence):
        records_of(Table.of("clients.csv", ("Ville",), []), layout=layout, overrides=overrides)


def test_a_file_without_a_known_column_says_so() -> None:
    _, journal = records_of(Table.of("iris.csv", ("sepal", "petal"), [("1", "2")]))
    assert journal.count() == {"layout.nothing-recognized": 1}


def test_every_cell_is_a_value_or_kept_beside() -> None:
    columns = ("Nom", "Prénom", "Pointure", "Portable", "Remarque")
    rows = [("Durand", "", "38", "06 12", "x"), ("", "", "", "", "")]
    part, _ = records_of(Table.of("clients.csv", columns, rows))
    for row, record in zip(rows, part.records(), strict=True):
        assert sorted(filter(None, row)) == sorted([*record.values.values(), *dict(record.extra).values()])
        assert record.cells == row


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Nom de naissance", "birth_name"),
        ("Nom de jeune fille", "birth_name"),
        ("Maiden name", "birth_name"),
        ("M. et Mme", "couple"),
        ("N° SIREN", "siren"),
        ("SIRET", "siret"),
        ("N° SIRET", "siret"),
        ("N° TVA intracommunautaire", "vat"),
        ("VAT number", "vat"),
        ("vat", "vat"),
    ],
)
def test_names_at_birth_couples_and_company_numbers_have_headers_in_both_languages(header: str, field: str) -> None:
    assert GENERIC.columns[header_key(header)] == field


@pytest.mark.parametrize("header", ["Couple", "TVA", "Age"])
def test_a_header_that_may_mean_something_else_is_kept_beside(header: str) -> None:
    assert header_key(header) not in GENERIC.columns
