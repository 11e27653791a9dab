"""The address block of a contact, as NF Z10-011 wants it on an envelope, or what keeps it from being written.

Convention: see `nf_z10_011`. The company stands above the person; what is inside (`3e étage`, `Bât. B`) comes
before the street, a delivery service or a locality (`BP 12`, `Lieu-dit …`) after it. The stored lines do not change.

>>> lea = Contact(id="c-1", title="Mme", first_name="Léa", last_name="Durand", city="Lyon", postcode="69001",
...     address=("12, rue de l'Église", "Bât. B"))
>>> postal_block(lea).values
('Mme Léa Durand', 'BAT B', '12 RUE DE L EGLISE', '69001 LYON')
>>> postal_block(Contact(id="c-2", last_name="Petit", city="Lyon")).findings[0].message
'There is no address block: postcode, address missing.'
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from contactbase.model.contact import Contact
from contactbase.normalize.address import LinePart, part_of
from contactbase.normalize.data.postcodes import FRENCH
from contactbase.normalize.nf_z10_011 import format_nf_z10_011
from contactbase.normalize.normalized import Normalized
from contactbase.normalize.remark import remark

__all__ = ["person_lines", "postal_block"]

_NEEDED: Final = ("postcode", "city", "address")


def postal_block(contact: Contact, *, region: str = "FR") -> Normalized[str]:
    """Give the lines of a contact's address block and what there is to say of them; no lines where a part is missing.

    `region` is the alpha-2 code of the country of contacts that have none.
    """
    person = person_lines(contact)
    missing = [name for name in _NEEDED if not getattr(contact, name)]
    if not person:
        missing.append("last_name")
    if missing or contact.postcode is None or contact.city is None:
        return Normalized((), (remark("address.block-incomplete", "address", missing=", ".join(missing)),))
    country = contact.country or region
    address = _in_order(contact.address) if country in FRENCH else contact.address
    form = format_nf_z10_011(person, address, postcode=contact.postcode, city=contact.city, country=country)
    if address == contact.address:
        return form
    return Normalized(form.values, (remark("address.block-reordered", "address"), *form.findings))


def person_lines(contact: Contact) -> tuple[str, ...]:
    """Give the lines above the street: the company, then the person, as they are known."""
    names = filter(None, (contact.title, contact.first_name, contact.last_name))
    person = " ".join(names) if contact.first_name or contact.last_name else None
    return tuple(filter(None, (contact.company, person)))


def _in_order(lines: Sequence[str]) -> tuple[str, ...]:
    """Put what is inside a building before the street, delivery services and localities after it."""
    parts = [part_of(line) for line in lines]
    if LinePart.WAY not in parts:
        return tuple(lines)
    order = (LinePart.INSIDE, LinePart.WAY, LinePart.BEYOND)
    return tuple(line for wanted in order for line, part in zip(lines, parts, strict=True) if part is wanted)
