"""What is said of a person twice: by title and sex, by status and purchases, by kind and company number.

That a first and a last name are the same word is said where the name cells are read (`name.same-in-both`).

>>> from contactbase.model.enums import Sex
>>> [found.message for found in TITLE_AND_SEX.run({"title": "Mme", "sex": Sex.M}, dt.date(2026, 1, 1))]
['The title says F, the sex says M; both were kept.']
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from contactbase.model.enums import ContactKind, EventKind, Relationship
from contactbase.normalize.checks.check import NOTHING, ContactCheck, Findings, Known
from contactbase.normalize.civility import COUPLES, sex_of_title
from contactbase.normalize.remark import remark
from contactbase.normalize.vat import siren_of_vat

__all__ = ["COUPLE", "PERSON_WITH_SIREN", "PROSPECT_WHO_BOUGHT", "SIRET_AND_SIREN", "TITLE_AND_SEX", "VAT_AND_SIREN"]

_PROSPECT: Final = Relationship.PROSPECT
_HOT: Final = Relationship.HOT_PROSPECT
_PURCHASE: Final = EventKind.PURCHASE


def _title_and_sex(known: Known, _as_of: dt.date) -> Findings:
    told, stated = sex_of_title(known["title"]), known["sex"]
    if told is None or told is stated:
        return NOTHING
    return (remark("check.title-and-sex", "sex", told=told.value, stated=stated.value),)


def _prospect_who_bought(known: Known, _as_of: dt.date) -> Findings:
    relationship: Relationship = known["relationship"]
    if relationship is not _PROSPECT and relationship is not _HOT:
        return NOTHING
    if any(event.kind is _PURCHASE for event in known["events"]):
        return (remark("check.prospect-who-bought", "relationship", relationship=relationship.value),)
    return NOTHING


def _person_with_siren(known: Known, _as_of: dt.date) -> Findings:
    return (remark("check.person-with-siren", "siren"),) if known["kind"] is ContactKind.PERSON else NOTHING


def _siret_and_siren(known: Known, _as_of: dt.date) -> Findings:
    if known["siret"][:9] == known["siren"]:
        return NOTHING
    return (remark("check.company-numbers-differ", "siren", other="siret"),)


def _vat_and_siren(known: Known, _as_of: dt.date) -> Findings:
    siren = siren_of_vat(known["vat"])
    if siren is None or siren == known["siren"]:
        return NOTHING
    return (remark("check.company-numbers-differ", "siren", other="vat"),)


def _couple(known: Known, _as_of: dt.date) -> Findings:
    if known["couple"] or known["title"] not in COUPLES:
        return NOTHING
    return (remark("check.couple-and-title", "couple"),)


TITLE_AND_SEX: Final = ContactCheck("title-and-sex", ("sex", "title"), _title_and_sex)
PROSPECT_WHO_BOUGHT: Final = ContactCheck("prospect-who-bought", ("relationship", "events"), _prospect_who_bought)
PERSON_WITH_SIREN: Final = ContactCheck("person-with-siren", ("kind", "siren"), _person_with_siren)
SIRET_AND_SIREN: Final = ContactCheck("siret-and-siren", ("siret", "siren"), _siret_and_siren)
VAT_AND_SIREN: Final = ContactCheck("vat-and-siren", ("vat", "siren"), _vat_and_siren)
COUPLE: Final = ContactCheck("couple", ("couple", "title"), _couple)
