"""Zoho CRM's contacts or leads: a `Record Id` (`Contact ID` in older files), opt-outs, several owners and dates.

Its labels are much like those of a Salesforce report; the `Record Id` and the columns of ids (`Contact Owner.id`) tell.
`Unsubscribed Time` is the day of a refusal.

>>> ZOHO.columns["email opt out"], ZOHO.columns["record id"]
('opt_out_email', 'id')
"""

from __future__ import annotations

from typing import Final

from contactbase.layouts.layout import Layout, claims, mark
from contactbase.model.source import Citation, Confidence
from contactbase.model.text import Text

__all__ = ["ZOHO"]

ZOHO: Final = Layout(
    name="zoho",
    title=Text("Zoho CRM contacts or leads", "Contacts ou prospects Zoho CRM"),
    marks=(
        mark("Record Id, Last Name, Contact Owner.id"),
        mark("Record Id, Last Name, Contact Owner, Created Time"),
        mark("Record Id, Last Name, Lead Owner.id"),
        mark("Record Id, Last Name, Lead Owner, Created Time"),
        mark("Record Id, Last Name, Email Opt Out"),
        mark("Contact ID, Last Name, Contact Owner, Created Time"),
        mark("Contact Id, Last Name, Contact Owner Id"),
    ),
    columns=claims(
        id="Record Id, Contact ID, Lead ID",
        title="Salutation",
        first_name="First Name",
        last_name="Last Name",
        full_name="Full Name",
        email="Email",
        emails="Secondary Email",
        phones="Phone, Other Phone",
        landline="Home Phone",
        mobile="Mobile",
        company="Account Name, Company",
        activity="Industry",
        birth_date="Date of Birth",
        address="Mailing Street, Street",
        city="Mailing City, City",
        postcode="Mailing Zip, Zip Code",
        country="Mailing Country, Country",
        tags="Tag",
        collected_on="Created Time",
        opt_out_email="Email Opt Out",
        withdrawn_on="Unsubscribed Time",
        opt_out_sms="SMS Opt Out",
        beside="Contact Owner, Contact Owner.id, Lead Owner, Lead Owner.id, Account Name.id, Vendor Name, Lead Source,"
        "Lead Status, Title, Department, Fax, Modified Time, Last Activity Time, Created By, Created By.id,"
        "Modified By, Modified By.id, Mailing State, State, Other Street, Other City, Other State,"
        "Other Zip, Other Country, Description, Unsubscribed Mode",
    ),
    list_separator=",",
    sources=(
        Citation(
            authority="Zoho",
            instrument="help.zoho.com, import and export of CRM data (Record Id, mandatory Last Name)",
            confidence=Confidence.VENDOR,
        ),
    ),
    unverified=Text(
        "The whole list of headers was not found; the columns are named as Zoho labels its standard fields.",
        "La liste complète des en-têtes n'a pas été trouvée ; les colonnes portent les libellés des champs standard.",
    ),
)
