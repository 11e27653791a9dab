"""Phone numbers: mobiles belong to a person, landlines to a household or an office; each is compared with its kind.

Numbers of plans that do not tell mobiles from landlines (North America) count as mobiles.

>>> MOBILE.levels[compare(("+33612345678",), ("+33612345687",)) - 1].name
'slip'
"""

from __future__ import annotations

from typing import Final

from contactbase.matching.comparator import Comparator, Level
from contactbase.matching.distance import slips
from contactbase.model.contact import Contact, Phone
from contactbase.model.enums import PhoneKind
from contactbase.model.text import Text

__all__ = ["LANDLINE", "MOBILE", "compare", "is_personal"]

_PERSONAL: Final = frozenset({PhoneKind.MOBILE, PhoneKind.FIXED_LINE_OR_MOBILE})
_SAME, _SLIP, _DIFFERENT = range(1, 4)
_MANY: Final = 4


def is_personal(phone: Phone) -> bool:
    """Tell whether a number belongs to a person rather than to a home or an office."""
    return phone.kind in _PERSONAL and phone.extension is None


def compare(lefts: tuple[str, ...], rights: tuple[str, ...]) -> int:
    """Compare two sets of numbers in E.164 that are not equal."""
    if len(lefts) == 1 == len(rights):
        return _SLIP if slips(lefts[0], rights[0], 1) <= 1 else _DIFFERENT
    if not set(lefts).isdisjoint(rights):
        return _SAME
    if len(lefts) > _MANY or len(rights) > _MANY:
        return _DIFFERENT
    return _SLIP if any(slips(left, right, 1) <= 1 for left in lefts for right in rights) else _DIFFERENT


def _mobiles(contact: Contact) -> tuple[str, ...] | None:
    phones = contact.phones
    if not phones:
        return None
    if len(phones) == 1:
        return (phones[0].e164,) if is_personal(phones[0]) else None
    numbers = [phone.e164 for phone in phones if phone.kind in _PERSONAL and phone.extension is None]
    return tuple(numbers if len(numbers) < 2 else sorted(set(numbers))) or None


def _landlines(contact: Contact) -> tuple[str, ...] | None:
    phones = contact.phones
    if not phones or (len(phones) == 1 and is_personal(phones[0])):
        return None
    numbers = [
        phone.e164 if phone.extension is None else f"{phone.e164};{phone.extension}"
        for phone in phones
        if phone.kind not in _PERSONAL or phone.extension is not None
    ]
    return tuple(numbers if len(numbers) < 2 else sorted(set(numbers))) or None


MOBILE: Final = Comparator(
    name="mobile",
    fields=("phones",),
    title=Text("mobile number", "numéro de mobile"),
    levels=(
        Level("same", Text("a mobile number in common", "un mobile en commun"), 0.82, 0.1, 0.000003),
        Level("slip", Text("a digit apart", "à un chiffre près"), 0.03, 0.0005, 0.00002),
        Level("different", Text("other mobile numbers", "d'autres mobiles"), 0.15, 0.9, 0.99998),
    ),
    value=_mobiles,
    compare=compare,
)
LANDLINE: Final = Comparator(
    name="landline",
    fields=("phones",),
    title=Text("landline", "téléphone fixe"),
    levels=(
        Level("same", Text("a landline in common", "un fixe en commun"), 0.85, 0.75, 0.00001),
        Level("slip", Text("a digit apart", "à un chiffre près"), 0.03, 0.02, 0.00002),
        Level("different", Text("other landlines", "d'autres fixes"), 0.12, 0.23, 0.99997),
    ),
    value=_landlines,
    compare=compare,
)
