"""Salesforce: a report under its labels, and the Data Loader's file under API names.

`Email Opt Out`, `HASOPTEDOUTOFEMAIL` and `Do Not Call` are opt-*outs*: no in them is no consent. A report's CSV ends
with lines of its own ("Confidential Information - Do Not Distribute"), which the reader takes off; the Data Loader
quotes every cell, in cp1252 or UTF-8 by its settings. `ISDELETED` rows are kept like others, and the column beside.

>>> REPORT.columns["email opt out"], LOADER.columns["hasoptedoutofemail"]
('opt_out_email', 'opt_out_email')
"""

from __future__ import annotations

from typing import Final

from contactbase.layouts.layout import Layout, claims, mark
from contactbase.model.hints import DateOrder
from contactbase.model.source import Citation, Confidence
from contactbase.model.text import Text

__all__ = ["LOADER", "REPORT"]

REPORT: Final = Layout(
    name="salesforce-report",
    title=Text("Salesforce report of contacts", "Rapport de contacts Salesforce"),
    marks=(
        mark("Last Name, Mailing Zip/Postal Code"),
        mark("Salutation, Last Name, Email Opt Out, Do Not Call"),
        mark("First Name, Last Name, Mailing Street, Mailing City, Account Name, Email Opt Out, Mobile"),
    ),
    columns=claims(
        id="Contact ID, Lead ID",
        title="Salutation",
        first_name="First Name",
        last_name="Last Name",
        email="Email",
        phones="Phone, Other Phone, Asst. Phone",
        landline="Home Phone",
        mobile="Mobile, Mobile Phone",
        company="Account Name, Company / Account, Company",
        activity="Industry",
        birth_date="Birthdate",
        address="Mailing Street, Mailing Address Line 1, Mailing Address Line 2, Mailing Address Line 3",
        city="Mailing City",
        postcode="Mailing Zip/Postal Code",
        country="Mailing Country",
        collected_on="Created Date",
        opt_out_email="Email Opt Out",
        opt_out_phone="Do Not Call",
        beside="Mailing State/Province, Other Street, Other City, Other State/Province, Other Zip/Postal Code,"
        "Other Country, Title, Department, Fax, Fax Opt Out, Lead Source, Lead Status, Contact Owner, Account Owner,"
        "Last Activity, Last Modified Date, Description, Assistant",
    ),
    sources=(
        Citation(
            authority="SuiteCRM",
            instrument="ImportMapSalesforce.php (facts only)",
            confidence=Confidence.REPOSITORY,
        ),
        Citation(authority="Salesforce", instrument="help.salesforce.com 000387201", confidence=Confidence.VENDOR),
    ),
    unverified=Text(
        "Labels of other languages than English are not known; dates follow the user's locale.",
        "Les libellés d'autres langues que l'anglais ne sont pas connus ; les dates suivent les paramètres de "
        "l'utilisateur.",
    ),
)

LOADER: Final = Layout(
    name="salesforce-loader",
    title=Text("Salesforce Data Loader, contacts or leads", "Salesforce Data Loader, contacts ou pistes"),
    marks=(
        mark("ID, LASTNAME, MAILINGSTREET"),
        mark("LASTNAME, HASOPTEDOUTOFEMAIL"),
        mark("ID, LASTNAME, ACCOUNTID"),
        mark("ID, LASTNAME, EMAIL, ISDELETED"),
    ),
    columns=claims(
        id="ID",
        title="SALUTATION",
        first_name="FIRSTNAME",
        last_name="LASTNAME",
        email="EMAIL",
        phones="PHONE, OTHERPHONE",
        landline="HOMEPHONE",
        mobile="MOBILEPHONE",
        company="COMPANY, ACCOUNT.NAME",
        activity="INDUSTRY",
        birth_date="BIRTHDATE",
        address="MAILINGSTREET, STREET",
        city="MAILINGCITY, CITY",
        postcode="MAILINGPOSTALCODE, POSTALCODE",
        country="MAILINGCOUNTRYCODE, MAILINGCOUNTRY, COUNTRY",
        collected_on="CREATEDDATE",
        opt_out_email="HASOPTEDOUTOFEMAIL",
        opt_out_phone="DONOTCALL",
        beside="ACCOUNTID, OWNERID, ISDELETED, MASTERRECORDID, NAME, TITLE, DEPARTMENT, FAX, HASOPTEDOUTOFFAX, STATUS,"
        "LEADSOURCE, LASTMODIFIEDDATE, LASTACTIVITYDATE, SYSTEMMODSTAMP, DESCRIPTION, OTHERSTREET, OTHERCITY,"
        "OTHERSTATE, OTHERPOSTALCODE, OTHERCOUNTRY, MAILINGSTATE, STATE, EMAILBOUNCEDREASON, REPORTSTOID",
        bounced_on="EMAILBOUNCEDDATE",
    ),
    date_order=DateOrder.YMD,
    decimal_mark=".",
    list_separator=";",
    sources=(
        Citation(
            authority="Salesforce",
            instrument="help.salesforce.com 000387201; fixtures of the Data Loader",
            confidence=Confidence.REPOSITORY,
        ),
    ),
    unverified=Text(
        "Custom columns (…__C) differ from one organization to the next and are kept beside.",
        "Les colonnes personnalisées (…__C) diffèrent d'une organisation à l'autre et sont gardées à côté.",
    ),
)
