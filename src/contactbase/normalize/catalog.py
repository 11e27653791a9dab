"""The one list of normalizers. A new field is one module, one test, and one line here.

>>> BY_FIELD["mobile"].name, NORMALIZERS["date"].name
('phone', 'date')
"""

from __future__ import annotations

from typing import Any, Final

from contactbase.model.schema import FieldKind, Role, Schema
from contactbase.normalize.address import ADDRESS
from contactbase.normalize.amount import AMOUNT
from contactbase.normalize.boolean import BOOLEAN
from contactbase.normalize.city import CITY
from contactbase.normalize.collection_source import CONSENT_SOURCE, INCENTIVE, SOURCE
from contactbase.normalize.company import COMPANY
from contactbase.normalize.consent_answer import OPT_IN, OPT_OUT
from contactbase.normalize.country import COUNTRY
from contactbase.normalize.date import DATE
from contactbase.normalize.department import DEPARTMENT
from contactbase.normalize.email import EMAIL
from contactbase.normalize.enumerated import enumerated
from contactbase.normalize.labels import LABELS
from contactbase.normalize.language import LANGUAGE
from contactbase.normalize.normalized import FieldNormalizer
from contactbase.normalize.number import NUMBER
from contactbase.normalize.person_name import FIRST_NAME, FULL_NAME, LAST_NAME
from contactbase.normalize.phone import PHONE
from contactbase.normalize.postcode import POSTCODE
from contactbase.normalize.sex import SEX
from contactbase.normalize.siren import SIREN, SIRET
from contactbase.normalize.socio_category import SOCIO_CATEGORY
from contactbase.normalize.text import TEXT
from contactbase.normalize.title import TITLE
from contactbase.normalize.vat import VAT
from contactbase.normalize.vocabulary import KIND, ORIGIN, PREFERRED_CHANNEL, RELATIONSHIP

__all__ = ["BY_FIELD", "NORMALIZERS", "normalizer_of"]

NORMALIZERS: Final[dict[str, FieldNormalizer[Any]]] = {
    normalizer.name: normalizer
    for normalizer in (
        PHONE,
        EMAIL,
        TITLE,
        FIRST_NAME,
        LAST_NAME,
        FULL_NAME,
        SEX,
        DATE,
        COMPANY,
        SIREN,
        SIRET,
        VAT,
        SOCIO_CATEGORY,
        LANGUAGE,
        RELATIONSHIP,
        KIND,
        ORIGIN,
        SOURCE,
        PREFERRED_CHANNEL,
        LABELS,
        ADDRESS,
        POSTCODE,
        CITY,
        DEPARTMENT,
        COUNTRY,
        AMOUNT,
        NUMBER,
        BOOLEAN,
        OPT_IN,
        OPT_OUT,
        TEXT,
        CONSENT_SOURCE,
        INCENTIVE,
    )
}

BY_FIELD: Final[dict[str, FieldNormalizer[Any]]] = {
    field: normalizer for normalizer in NORMALIZERS.values() for field in normalizer.fields
}
"""What reads each field; of two that name one, the later (the source of a consent is a text with a list beside it)."""

_CUSTOM: Final[dict[FieldKind, FieldNormalizer[Any]]] = {
    FieldKind.LABEL: TEXT,
    FieldKind.NUMBER: NUMBER,
    FieldKind.BOOLEAN: BOOLEAN,
    FieldKind.DATE: DATE,
}


def normalizer_of(name: str, schema: Schema) -> FieldNormalizer[Any] | None:
    """Give what reads a field, custom ones by their type; None for what is no field of text (`id`, computed fields)."""
    field = schema.get(name)
    if field is None or field.role is not Role.CUSTOM:
        return BY_FIELD.get(name)
    return enumerated(field) if field.values is not None else _CUSTOM[field.kind]
