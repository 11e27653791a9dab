"""The fields of one family, and which of them a contact has (R03).

>>> family_fields(Family.ECONOMIC)
('activity', 'spent', 'average_basket')
>>> known_by_family(Contact(id="c-1", city="Lyon", first_name="Léa"))[Family.GEOGRAPHIC]
('city',)
"""

from __future__ import annotations

from contactbase.model.contact import Contact
from contactbase.model.enums import Family
from contactbase.model.schema import SCHEMA, Role, Schema
from contactbase.reporting.quality.known import is_known

__all__ = ["family_fields", "known_by_family"]


def family_fields(family: Family, *, schema: Schema = SCHEMA) -> tuple[str, ...]:
    """Give the names of the fields of a family, stored, derived and custom, in the order of the schema."""
    return tuple(field.name for field in schema.fields if field.family is family and field.role is not Role.INPUT)


def known_by_family(contact: Contact, *, schema: Schema = SCHEMA) -> dict[Family, tuple[str, ...]]:
    """Give what is known of a contact: each family with the names of its known fields."""
    return {
        family: tuple(name for name in family_fields(family, schema=schema) if is_known(contact, name))
        for family in Family
    }
