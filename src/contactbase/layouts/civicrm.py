"""CiviCRM's contacts: names of fields and labels mixed, four refusals, and whether somebody has died.

`Do Not Email` and `No Bulk Emails (User Opt Out)` are both refusals of e-mail and are read together; nobody is written
to who is deceased. `Do Not Trade` forbids passing an address on, and is kept beside.

>>> CIVICRM.columns["no bulk emails user opt out"], CIVICRM.columns["is deceased"]
('opt_out_email', 'opt_out')
"""

from __future__ import annotations

from typing import Final

from contactbase.layouts.layout import Layout, claims, mark
from contactbase.model.source import Citation, Confidence
from contactbase.model.text import Text

__all__ = ["CIVICRM"]

CIVICRM: Final = Layout(
    name="civicrm",
    title=Text("CiviCRM contacts", "Contacts CiviCRM"),
    marks=(
        mark("first_name, Last Name, Do Not Email"),
        mark("Contact ID, Contact Type, First Name, Last Name"),
        mark("First Name, Last Name, Do Not Email, Do Not Phone, Do Not Mail"),
        mark("contact_type, first_name, last_name"),
        mark("Contact ID, Sort Name, Display Name"),
    ),
    columns=claims(
        id="Contact ID, contact_id, External Identifier, external_identifier",
        title="Individual Prefix, prefix_id",
        first_name="First Name, first_name",
        last_name="Last Name, last_name",
        full_name="Display Name, display_name",
        birth_date="Birth Date, birth_date",
        sex="Gender, gender_id",
        language="Preferred Language, preferred_language",
        company="Current Employer, Organization Name, organization_name",
        activity="Job Title",
        email="Email, email",
        phones="Phone, phone",
        address="Street Address, street_address, Supplemental Address 1, Supplemental Address 2",
        city="City, city",
        postcode="Postal Code, postal_code",
        country="Country, country",
        tags="Tag(s), Tags, Group(s)",
        collected_on="Created Date, created_date",
        opt_out_email="Do Not Email, do_not_email, No Bulk Emails (User Opt Out), is_opt_out",
        opt_out_phone="Do Not Phone, do_not_phone",
        opt_out_post="Do Not Mail, do_not_mail",
        opt_out_sms="Do Not Sms, do_not_sms",
        opt_out="Is Deceased, Deceased, is_deceased",
        beside="Do Not Trade, do_not_trade, Contact Type, contact_type, Contact Subtype, Sort Name, Nickname,"
        "Middle Name, Individual Suffix, Legal Name, Legal Identifier, Household Name, State, County, Deceased Date,"
        "Preferred Communication Method, Preferred Mail Format, Contact Source, Image Url, Contact Hash",
    ),
    list_separator=",",
    sources=(
        Citation(authority="CiviCRM", instrument="fixtures of the import's tests", confidence=Confidence.REPOSITORY),
    ),
    unverified=Text(
        "The labels of an export are from memory of the program; dates follow the site's settings.",
        "Les libellés d'un export viennent de la connaissance du logiciel ; les dates suivent les réglages du site.",
    ),
)
