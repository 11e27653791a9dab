"""Dimensions of the statistical archive: what of a contact may be counted by, each as a few broad values.

Only declared dimensions exist: no id, no free text, no exact date. A dimension may have a coarser one, which is taken
before people are hidden for being too few. What is unknown is counted as `?`.

>>> AGE_10(Contact(id="c-1", birth_date=dt.date(1980, 5, 1)), dt.date(2026, 11, 22))
'40-49'
>>> DEPARTMENT.coarser(Contact(id="c-1", department="69"), dt.date(2026, 11, 22))
'Auvergne-Rhône-Alpes'
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Final

import attrs

from contactbase.model.contact import Contact
from contactbase.model.enums import EventKind
from contactbase.model.text import Text
from contactbase.normalize.data.departments import REGIONS
from contactbase.normalize.fold import fold

__all__ = ["AGE_10", "DEPARTMENT", "DIMENSIONS", "UNKNOWN", "Dimension"]

UNKNOWN: Final = "?"
"""The value of a dimension that nothing is known of."""

_OLDEST: Final = 90


@attrs.frozen(kw_only=True)
class Dimension:
    """A name, a title, and how a contact is put into one of its values as of a day; `coarser` has fewer values."""

    name: str
    title: Text
    read: Callable[[Contact, dt.date], str | None] = attrs.field(repr=False)
    coarser: Dimension | None = attrs.field(default=None, repr=False)

    def __call__(self, contact: Contact, as_of: dt.date) -> str:
        """Give the value of a contact."""
        return str(self.read(contact, as_of) or UNKNOWN)


def _age(years: int) -> Callable[[Contact, dt.date], str | None]:
    def read(contact: Contact, as_of: dt.date) -> str | None:
        born = contact.birth_date
        if born is None or born > as_of:
            return None
        age = as_of.year - born.year - ((as_of.month, as_of.day) < (born.month, born.day))
        start = age // years * years
        return f"{_OLDEST}+" if age >= _OLDEST else f"{start:02d}-{start + years - 1:02d}"

    return read


_REGION_OF: Final = {department: name for name, found in REGIONS.values() for department in found}
_PURCHASES: Final = frozenset({EventKind.PURCHASE})


def _year(choose: Callable[[list[dt.date]], dt.date]) -> Callable[[Contact, dt.date], str | None]:
    def read(contact: Contact, as_of: dt.date) -> str | None:
        days = [event.at for event in contact.events if event.kind in _PURCHASES and event.at and event.at <= as_of]
        return str(choose(days).year) if days else None

    return read


def _family(contact: Contact, _as_of: dt.date) -> str | None:
    """Give the category bought most often; the first in the alphabet where several are."""
    bought: Counter[str] = Counter()
    for event in contact.events:
        if event.kind in _PURCHASES and event.category:
            bought[fold(event.category)] += max(event.count, 1)
    return min(bought, key=lambda name: (-bought[name], name)) if bought else None


AGE_20: Final = Dimension(name="age", title=Text("Age by 20 years", "Âge par 20 ans"), read=_age(20))
AGE_10: Final = Dimension(name="age", title=Text("Age by 10 years", "Âge par 10 ans"), read=_age(10), coarser=AGE_20)
REGION: Final = Dimension(
    name="region",
    title=Text("Region", "Région"),
    read=lambda contact, _: _REGION_OF.get(contact.department or ""),
)
DEPARTMENT: Final = Dimension(
    name="department",
    title=Text("Department", "Département"),
    read=lambda contact, _: contact.department if contact.department in _REGION_OF else None,
    coarser=REGION,
)
SEX: Final = Dimension(name="sex", title=Text("Sex", "Sexe"), read=lambda contact, _: contact.sex)
COUNTRY: Final = Dimension(name="country", title=Text("Country", "Pays"), read=lambda contact, _: contact.country)
CATEGORY: Final = Dimension(
    name="socio_category",
    title=Text("Socio-professional category", "CSP"),
    read=lambda contact, _: contact.socio_category,
)
RELATIONSHIP: Final = Dimension(
    name="relationship", title=Text("Relationship", "Relation"), read=lambda contact, _: contact.relationship
)
KIND: Final = Dimension(
    name="kind",
    title=Text("Person or professional", "Particulier ou professionnel"),
    read=lambda contact, _: contact.kind,
)
PRODUCT_FAMILY: Final = Dimension(
    name="product_family", title=Text("Family of products", "Famille de produits"), read=_family
)
FIRST_PURCHASE: Final = Dimension(
    name="first_purchase_year", title=Text("Year of the first purchase", "Année du premier achat"), read=_year(min)
)
LAST_PURCHASE: Final = Dimension(
    name="last_purchase_year", title=Text("Year of the last purchase", "Année du dernier achat"), read=_year(max)
)

DIMENSIONS: Final[Mapping[str, Dimension]] = {
    dimension.name: dimension
    for dimension in (
        AGE_10,
        SEX,
        DEPARTMENT,
        REGION,
        COUNTRY,
        CATEGORY,
        RELATIONSHIP,
        KIND,
        PRODUCT_FAMILY,
        FIRST_PURCHASE,
        LAST_PURCHASE,
    )
}
"""The dimensions by name; a program may make its own `Dimension` of a custom field."""
