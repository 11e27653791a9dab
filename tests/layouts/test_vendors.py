"""Every vendor's header row is recognized as that vendor's and no other's, and its traps are read right."""

# ruff: noqa: E501 - header rows stand here as their vendors write them
from __future__ import annotations

import csv
import datetime as dt
import io
from pathlib import Path

import pytest

from contactbase.layouts.catalog import LAYOUTS
from contactbase.layouts.columns import Fate, layout_of, map_columns
from contactbase.layouts.generic import CONSENT_WITHOUT_CHANNEL
from contactbase.layouts.layout import Layout, header_key
from contactbase.model.contact import Contact
from contactbase.model.enums import ConsentStatus, ContactKind
from contactbase.normalize.clean import clean
from contactbase.pipeline.reading import read

AS_OF = dt.date(2026, 11, 22)

HEADERS = {
    "google-contacts": "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,"
    "Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,"
    "Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Label,Address 1 - Formatted",
    "google-contacts-old": "Name,Given Name,Additional Name,Family Name,Yomi Name,Group Membership,E-mail 1 - Type,"
    "E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Organization 1 - Name",
    "outlook": "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,Business Street 2,"
    "Business City,Business State,Business Postal Code,Business Country/Region,Home Street,Home City,Business Phone,"
    "Mobile Phone,E-mail Address,E-mail Type,E-mail Display Name,E-mail 2 Address",
    "thunderbird": "First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Screen Name,Work Phone,"
    "Home Phone,Fax Number,Pager Number,Mobile Number,Home Address,Home City,Home ZipCode,Birth Year,Birth Month,Birth Day",
    "hubspot": "Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,Create Date,"
    "Associated Company,Country/Region",
    "mailchimp-unsubscribed": "Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,"
    "CC,REGION,UNSUB_TIME,UNSUB_CAMPAIGN_TITLE,UNSUB_CAMPAIGN_ID,UNSUB_REASON,UNSUB_REASON_OTHER,LEID,EUID,NOTES,TAGS",
    "brevo": "EMAIL;NOM;PRENOM;SMS;WHATSAPP;EXT_ID;ADDED_TIME;MODIFIED_TIME",
    "klaviyo": "Email,Klaviyo ID,First Name,Last Name,Phone Number,Email Marketing Consent,SMS Marketing Consent",
    "shopify": "Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,"
    "Default Address Address1,Default Address Province Code,Default Address Country Code,Default Address Zip,"
    "Default Address Phone,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Note,Tax Exempt,Tags",
    "shopify-old": "First Name,Last Name,Email,Company,Address1,Address2,City,Province,Province Code,Country,Country Code,"
    "Zip,Phone,Accepts Marketing,Total Spent,Total Orders,Tags,Note,Tax Exempt",
    "woocommerce": "Name,Username,Last Active,Sign Up,Email,Orders,Total Spend,AOV,Country / Region,City,Region,Postal Code",
    "prestashop": "Customer ID;Active (0/1);Titles ID (Mr = 1, Ms = 2, else 0);Email *;Password *;Birthday (yyyy-mm-dd);"
    "Last Name *;First Name *;Newsletter (0/1);Opt-in (0/1)",
    "salesforce-loader": "ID,LASTNAME,FIRSTNAME,SALUTATION,MAILINGSTREET,MAILINGCITY,MAILINGPOSTALCODE,EMAIL,PHONE,"
    "HASOPTEDOUTOFEMAIL,DONOTCALL,SHOESIZE__C",
    "salesforce-report": "Salutation,First Name,Last Name,Mailing Street,Mailing City,Mailing Zip/Postal Code,Phone,Mobile,"
    "Email,Email Opt Out,Do Not Call,Account Name",
    "zoho": "Record Id,Contact Owner.id,Contact Owner,First Name,Last Name,Account Name,Email,Mobile,Created Time,"
    "Email Opt Out,Mailing Street,Mailing Zip",
    "odoo": "id,name,is_company,company_name,country_id,zip,city,street,street2,phone,mobile,email,vat",
    "mautic": "email,firstname,lastname,company,mobile,address1,city,zipcode,points,last_active",
    "civicrm": "first_name,Last Name,Email,Do Not Email,Do Not Phone",
    "smsfactor": "value,info1,info2,info3,info4",
    "smsbox": "msisdn,nom,prenom",
    "facebook-leads": "id,created_time,ad_id,ad_name,form_id,platform,full_name,email,phone_number",
    "generic": "Nom,Prénom,Portable,E-mail,Code postal,Ville",
}
"""Header rows, mostly those of section 3 of the facts; the order of the layouts must not matter for them."""


def columns(row: str) -> tuple[str, ...]:
    (cells,) = csv.reader(io.StringIO(row), delimiter=";" if ";" in row else ",")
    return tuple(cells)


def only(text: str, file: str | None = None, layout: str | None = None) -> tuple[Contact, dict[str, int]]:
    """Read and clean a file of one row; give the contact and the findings."""
    source = io.BytesIO(text.encode())
    if file is not None:
        source.name = file
    records, said = read(source, layout=layout)
    base, journal = clean(records, as_of=AS_OF)
    (contact,) = base.values()
    return contact, {**said.count(), **journal.count()}


def answers(contact: Contact) -> list[tuple[str, str]]:
    return [(record.channel.value, record.status.value) for record in contact.consents]


@pytest.mark.parametrize(("name", "row"), HEADERS.items(), ids=HEADERS.keys())
def test_a_header_row_is_recognized_and_only_by_its_own_vendor(name: str, row: str) -> None:
    keys = columns(row)
    assert layout_of(keys).name == name
    here = [layout.name for layout in LAYOUTS.values() if layout.recognizes(frozenset(map(header_key, keys)))]
    assert {found.split("-")[0] for found in here} <= {name.split("-", maxsplit=1)[0]}


@pytest.mark.parametrize(("name", "row"), HEADERS.items(), ids=HEADERS.keys())
def test_every_column_of_a_header_row_is_a_field_or_kept(name: str, row: str) -> None:
    mapped = map_columns(columns(row), LAYOUTS[name])
    for header, field, fate in zip(mapped.columns, mapped.fields, mapped.fates, strict=True):
        assert (field is None) == (fate is not None), header
    assert mapped.headers(Fate.DOUBLED) == ()
    assert len(mapped.fields) == len(columns(row))


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_every_vendor_says_where_its_layout_is_known_from(layout: Layout) -> None:
    if layout.name not in {"contactbase", "generic"}:
        assert layout.sources
        assert all(citation.authority and citation.instrument for citation in layout.sources)
    assert layout.title.en
    assert layout.title.fr


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_no_layout_reads_a_consent_without_a_channel_but_the_one_whose_vendor_says_which(layout: Layout) -> None:
    read_anyway = {key for key in CONSENT_WITHOUT_CHANNEL if layout.columns.get(key)}
    assert read_anyway == ({"accepts marketing"} if layout.name == "shopify-old" else set())


@pytest.mark.parametrize(
    ("row", "cells", "found"),
    [
        ("Record ID,Email,Lead Status,Unsubscribed from all email", "1,a@example.org,NEW,true", [("email", "withdrawn")]),
        ("Record ID,Email,Lead Status,Unsubscribed from all email", "1,a@example.org,NEW,false", []),
        ("Record ID,Email,Lead Status,Unsubscribed from all email", "1,a@example.org,NEW,", []),
        (HEADERS["salesforce-report"], "Ms.,Ana,Durand,,,,,,a@example.org,1,0,", [("email", "withdrawn")]),
        (HEADERS["salesforce-report"], "Ms.,Ana,Durand,,,,,,a@example.org,0,0,", []),
        (
            "ID,LASTNAME,EMAIL,HASOPTEDOUTOFEMAIL,DONOTCALL",
            "003,Durand,a@example.org,false,true",
            [("phone", "withdrawn")],
        ),
        ("Klaviyo ID,Email,Email Marketing Consent", "1,a@example.org,SUBSCRIBED", [("email", "given")]),
        ("Klaviyo ID,Email,Email Marketing Consent", "1,a@example.org,UNSUBSCRIBED", [("email", "withdrawn")]),
        ("Klaviyo ID,Email,Email Marketing Consent", "1,a@example.org,NEVER_SUBSCRIBED", []),
        ("Klaviyo ID,Email,Email Marketing Consent", "1,a@example.org,MAYBE", []),
        ("Klaviyo ID,Email,$consent", "1,a@example.org,\"['email','web']\"", []),
        (
            "first_name,Last Name,Email,Do Not Email,No Bulk Emails (User Opt Out)",
            "Ana,Durand,a@example.org,0,1",
            [("email", "withdrawn")],
        ),
        ("email,firstname,lastname,points,doNotEmail", "a@example.org,Ana,Durand,3,1", [("email", "withdrawn")]),
        (
            "Customer ID;Active (0/1);Email *;Last Name *;First Name *;Newsletter (0/1);Opt-in (0/1)",
            "1;1;a@example.org;Durand;Ana;0;1",
            [("email", "refused")],
        ),
        ("id,name,is_company,email,is_blacklisted", "1,Ana Durand,false,a@example.org,true", [("email", "withdrawn")]),
        (
            "email,status,tier,created_at,unsubscribed_at",
            "a@example.org,active,free,2023-01-01,2024-03-13 11:33:53 UTC",
            [("email", "withdrawn")],
        ),
        ("email,status,tier,created_at,unsubscribed_at", "a@example.org,active,free,2023-01-01,", []),
        ("EMAIL;NOM;PRENOM;SMS;OPT_IN", "a@example.org;Durand;Ana;33612345678;1", []),
        ("First Name,Last Name,Email,Phone,Accepts Marketing,Total Spent,Zip", "A,B,a@example.org,+33612345678,yes,1,1", [("email", "given")]),
    ],
)  # fmt: skip
def test_consent_columns_are_read_with_their_polarity(row: str, cells: str, found: list[tuple[str, str]]) -> None:
    contact, _ = only(f"{row}\n{cells}\n")
    assert answers(contact) == found


@pytest.mark.parametrize(
    ("row", "cells", "code"),
    [
        ("EMAIL;NOM;PRENOM;SMS;OPT_IN", "a@example.org;Durand;Ana;33612345678;1", "consent-without-channel"),
        ("EMAIL;NOM;PRENOM;SMS;DOUBLE_OPT-IN", "a@example.org;Durand;Ana;33612345678;1", "consent-without-channel"),
        ("Klaviyo ID,Email,$consent", "1,a@example.org,\"['email','web']\"", "consent-without-channel"),
        ("Record ID,Email,Lead Status,Opted out of email: News", "1,a@example.org,NEW,true", "refusal-unread"),
        (
            *("full_name,email,form_id,i_accept_the_newsletter_and_offers", "Ana Durand,a@example.org,f:1,yes"),
            "consent-unread",
        ),
    ],
)
def test_a_consent_that_is_not_understood_is_kept_and_reported(row: str, cells: str, code: str) -> None:
    contact, said = only(f"{row}\n{cells}\n")
    assert contact.consents == ()
    assert len(contact.extra) >= 1
    assert said[f"layout.{code}"] == 1


def test_google_gives_every_value_and_label_whatever_their_number() -> None:
    row = "First Name,Last Name,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Value,E-mail 3 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Value,Address 1 - Street,Address 1 - City,Address 1 - Postal Code,Address 2 - Street,Address 2 - City"
    cells = "Ana,Durand,* myContacts ::: Amis,* Home,a@example.org,b@example.org ::: c@example.org,d@example.org,Mobile,06 12 34 56 78 ::: 06 12 34 56 79,01 42 68 53 00,1 rue Haute,Lyon,69001,2 rue Basse,Paris"
    contact, _ = only(f"{row}\n{cells}\n")
    assert [email.address for email in contact.emails] == [f"{letter}@example.org" for letter in "abcd"]
    assert [phone.e164 for phone in contact.phones] == ["+33612345678", "+33612345679", "+33142685300"]
    assert contact.tags == {"myContacts", "Amis"}
    assert (contact.address, contact.city, contact.postcode) == (("1 rue Haute",), "Lyon", "69001")
    assert ("Address 2 - City", "Paris") in contact.extra


def test_thunderbird_joins_a_birth_date_and_reports_one_that_is_incomplete() -> None:
    row = "First Name,Last Name,Primary Email,Birth Year,Birth Month,Birth Day"
    whole, _ = only(f"{row}\nAna,Durand,a@example.org,1980,3,7\n")
    assert whole.birth_date == dt.date(1980, 3, 7)
    assert whole.extra == ()
    part, said = only(f"{row}\nAna,Durand,a@example.org,1980,,7\n")
    assert part.birth_date is None
    assert said["date.unreadable"] == 1
    none, _ = only(f"{row}\nAna,Durand,a@example.org,,,\n")
    assert none.birth_date is None


def test_a_french_thunderbird_gives_its_addresses_and_the_private_one() -> None:
    row = (
        "Prénom,Nom de famille,Nom à afficher,Surnom,Première adresse électronique,Deuxième adresse électronique,"
        "Nom à l'écran,Tél. professionnel,Tél. personnel,Fax,Pager,Portable,Adresse privée,Adresse privée 2,Ville,"
        "Pays/État,Code postal,Région,Adresse professionnelle,Adresse professionnelle 2,Ville,Pays/État,Code postal,Région"
    )
    cells = (
        "Ana,Durand,Ana Durand,,a@example.org,b@example.org,,01 42 68 53 00,,,,06 12 34 56 78,1 rue Haute,,Lyon,,69001,,"
        "2 rue Basse,,Paris,,75001,"
    )
    contact, _ = only(f"{row}\n{cells}\n")
    assert [email.address for email in contact.emails] == ["a@example.org", "b@example.org"]
    assert [phone.e164 for phone in contact.phones] == ["+33612345678", "+33142685300"]
    assert (contact.address, contact.city, contact.postcode) == (("1 rue Haute",), "Lyon", "69001")
    assert dict(contact.extra)["Ville (2)"] == "Paris"


def test_zoho_is_told_from_salesforce_and_gives_the_day_of_a_refusal() -> None:
    row = (
        "Record Id,Contact Owner.id,Contact Owner,First Name,Last Name,Account Name,Email,Mobile,Email Opt Out,"
        "Mailing Street,Mailing City,Mailing Zip,Created Time,Unsubscribed Mode,Unsubscribed Time"
    )
    cells = "z1,z9,Moi,Ana,Durand,ACME,a@example.org,,false,1 rue Haute,Lyon,69001,2024-01-02 10:00:00,Manual,2024-02-02 10:00:00"
    contact, _ = only(f"{row}\n{cells}\n")
    assert (contact.postcode, contact.collected_on) == ("69001", dt.date(2024, 1, 2))
    (refusal,) = contact.consents
    assert (refusal.status, refusal.at) == (ConsentStatus.WITHDRAWN, dt.date(2024, 2, 2))


@pytest.mark.parametrize(("cell", "refused"), [("[]", False), ("", False), ("['UNSUBSCRIBE']", True)])
def test_klaviyos_list_of_suppressions_refuses_where_it_is_not_empty(cell: str, refused: bool) -> None:
    contact, _ = only(f"Klaviyo ID,Email,Email Suppressions\nK1,a@example.org,{cell}\n")
    assert bool(contact.consents) == refused


@pytest.mark.parametrize(
    ("file", "status"),
    [
        ("subscribed_members_export_ab12.csv", [ConsentStatus.GIVEN]),
        ("unsubscribed_members_export_ab12.csv", [ConsentStatus.WITHDRAWN]),
        ("cleaned_members_export_ab12.csv", []),
        ("nonsubscribed_members_export_ab12.csv", []),
        ("members.csv", []),
    ],
)
def test_the_status_of_a_mailchimp_file_stands_in_its_name(
    file: str, status: list[ConsentStatus], tmp_path: Path
) -> None:
    path = tmp_path / file
    path.write_text(
        "Email Address,OPTIN_TIME,CONFIRM_TIME,LEID,EUID,TAGS\na@example.org,2020-01-01 10:00:00,2020-01-02 10:00:00,1,2,x\n"
    )
    records, _ = read(path)
    (contact,) = clean(records, as_of=AS_OF).value.values()
    assert [record.status for record in contact.consents] == status


def test_outlook_reads_one_address_and_the_other_by_name() -> None:
    row = "First Name,Last Name,E-mail Address,Business Street,Business City,Home Street,Home City,Department,Birthday,Gender"
    text = f"{row}\nAna,Durand,a@example.org,1 rue Haute,Lyon,2 rue Basse,Paris,Ventes,0/0/00,Unspecified\n"
    business, said = only(text)
    assert (business.address, business.city, business.department) == (("1 rue Haute",), "Lyon", None)
    assert (business.birth_date, business.sex) == (None, None)
    assert "vocabulary.unknown-word" not in said
    home, _ = only(text, layout="outlook-home")
    assert (home.address, home.city) == (("2 rue Basse",), "Paris")


def test_a_french_shop_of_woocommerce_names_whole_people() -> None:
    row = "Nom,Identifiant,Dernière activité,Inscription,E-mail,Commandes,Total dépensé,Panier moyen,Pays / région,Ville,Région,Code postal"
    contact, _ = only(f"{row}\nAna Durand,ana,2024-05-01,2023-01-02,a@example.org,2,120.50,60.25,FR,Lyon,,69001\n")
    assert (contact.first_name, contact.last_name) == ("Ana", "Durand")
    assert contact.id == "c-1"
    assert sum(event.count for event in contact.events) == 2
    assert [event.amount for event in contact.events] == [12050]


def test_prestashop_reads_codes_and_drops_passwords() -> None:
    row = 'Customer ID;Active (0/1);"Titles ID (Mr = 1, Ms = 2, else 0)";Email *;Password *;Birthday (yyyy-mm-dd);Last Name *;First Name *;Newsletter (0/1)'
    contact, said = only(f"{row}\n7;1;2;a@example.org;secret;1900-01-01;Durand;Ana;1\n")
    assert (contact.id, contact.title, contact.birth_date) == ("7", "Mme", None)
    assert said["layout.column-dropped"] == 1
    assert "secret" not in str(contact.extra)
    assert answers(contact) == [("email", "given")]


def test_odoo_tells_companies_from_people() -> None:
    text = "id,name,is_company,email\n__export__.p_1,Exemple SARL,True,a@example.org\n"
    contact, _ = only(text)
    assert contact.kind is ContactKind.PROFESSIONAL
    assert contact.id == "__export__.p_1"


def test_facebook_numbers_lose_their_prefix_and_sms_tools_their_missing_plus() -> None:
    lead, _ = only("full_name,email,phone_number,form_id\nAna Durand,a@example.org,p:+33612345678,f:1\n")
    assert [phone.e164 for phone in lead.phones] == ["+33612345678"]
    factor, _ = only("value,info1\n33612345678,Ana\n")
    assert [phone.e164 for phone in factor.phones] == ["+33612345678"]
    assert factor.extra == (("info1", "Ana"),)


def test_shopify_guards_are_undone() -> None:
    row = "Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Zip,Phone,Total Spent"
    contact, _ = only(f"{row}\n'7210448301122,Ana,Durand,a@example.org,yes,'1234AB,'+31612345678,12.50\n")
    assert (contact.id, contact.postcode) == ("7210448301122", "1234 AB")
    assert [phone.e164 for phone in contact.phones] == ["+31612345678"]


def test_a_french_account_and_an_english_one_of_brevo_are_read_alike() -> None:
    french, _ = only("EMAIL;NOM;PRENOM;SMS\na@example.org;Durand;Ana;33612345678\n")
    english, _ = only("EMAIL;LASTNAME;FIRSTNAME;SMS\na@example.org;Durand;Ana;33612345678\n")
    assert french == english
    assert (french.first_name, french.last_name) == ("Ana", "Durand")


def test_whoever_is_deceased_in_civicrm_is_not_to_be_contacted() -> None:
    contact, _ = only("first_name,Last Name,Email,Do Not Email,Is Deceased\nAna,Durand,a@example.org,0,1\n")
    assert {status for _, status in answers(contact)} == {"withdrawn"}
    assert {channel for channel, _ in answers(contact)} == {"sms", "email", "post", "phone"}


def test_short_french_headers_are_known() -> None:
    contact, _ = only("Nom,Naiss.,Adr1,Adr2,CP,Ville\nDurand,25/12/1980,Bât. B,1 rue Haute,69001,Lyon\n")
    assert (contact.birth_date, contact.address) == (dt.date(1980, 12, 25), ("Bât. B", "1 rue Haute"))
