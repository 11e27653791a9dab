"""Lists of SMS tools: one column of numbers, in the way that each tool wants them, and little else.

SMSFactor takes `value` (`33612345678`, no plus) and `info1` to `info4`; other tools `msisdn` (`+33612345678`); OVH
reads a file of receivers by its URL, whose header nobody documents: it is chosen by name only. None of them says
anything about consent, so nobody in them has given one.

>>> SMSFACTOR.columns["value"], SMSBOX.columns["msisdn"]
('mobile', 'mobile')
"""

from __future__ import annotations

from typing import Final

from contactbase.layouts.layout import Layout, claims, mark
from contactbase.model.source import Citation, Confidence
from contactbase.model.text import Text

__all__ = ["OVH", "SMSBOX", "SMSFACTOR"]

SMSFACTOR: Final = Layout(
    name="smsfactor",
    title=Text("SMSFactor contacts", "Contacts SMSFactor"),
    marks=(mark("value, info1"),),
    columns=claims(mobile="value", beside="info1, info2, info3, info4"),
    sources=(
        Citation(
            authority="SMSFactor",
            instrument="API, contacts and NPAI",
            url="https://dev.smsfactor.com/fr/api/sms/contact/npai",
            confidence=Confidence.VENDOR,
        ),
    ),
    unverified=Text(
        "The names are those of the API; the header of a file is the user's own.",
        "Les noms sont ceux de l'API ; l'en-tête d'un fichier est celui de l'utilisateur.",
    ),
)

SMSBOX: Final = Layout(
    name="smsbox",
    title=Text("List of numbers for an SMS tool (msisdn)", "Liste de numéros pour un outil SMS (msisdn)"),
    marks=(mark("msisdn"),),
    columns=claims(
        mobile="msisdn",
        first_name="prenom, firstname, first_name",
        last_name="nom, lastname, last_name",
    ),
    sources=(
        Citation(
            authority="sms-go",
            instrument="api.php, numbers as msisdn",
            confidence=Confidence.VENDOR,
        ),
    ),
    unverified=Text(
        "Each tool names its other columns; they are read under their usual headers.",
        "Chaque outil nomme ses autres colonnes ; elles sont lues sous leurs en-têtes usuels.",
    ),
)

OVH: Final = Layout(
    name="ovh-sms",
    title=Text("OVH SMS receivers (by name only)", "Destinataires SMS OVH (par son nom seul)"),
    columns=claims(mobile="number, numero, numéro, phone, téléphone, receiver, destinataire"),
    sources=(
        Citation(
            authority="OVH",
            instrument="api_sms_cookbook, receiversDocumentUrl",
            confidence=Confidence.VENDOR,
        ),
    ),
    unverified=Text(
        "The exact header of the file was not found; the first column holds the numbers.",
        "L'en-tête exact du fichier n'a pas été trouvé ; la première colonne contient les numéros.",
    ),
)
