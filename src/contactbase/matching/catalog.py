"""What contacts are compared by, and by which keys they meet. A new one is one module and one line here.

>>> [comparator.name for comparator in COMPARATORS][:3]
['first_name', 'last_name', 'birth_date']
"""

from __future__ import annotations

from typing import Final

from contactbase.matching.comparator import Comparator
from contactbase.matching.comparators.birth_date import BIRTH_DATE
from contactbase.matching.comparators.company import COMPANY
from contactbase.matching.comparators.email import EMAIL
from contactbase.matching.comparators.first_name import FIRST_NAME
from contactbase.matching.comparators.last_name import LAST_NAME
from contactbase.matching.comparators.locality import LOCALITY
from contactbase.matching.comparators.phone import LANDLINE, MOBILE
from contactbase.matching.comparators.sex import SEX
from contactbase.matching.comparators.street import STREET

__all__ = ["COMPARATORS"]

COMPARATORS: Final[tuple[Comparator, ...]] = (
    FIRST_NAME,
    LAST_NAME,
    BIRTH_DATE,
    SEX,
    LOCALITY,
    STREET,
    EMAIL,
    MOBILE,
    LANDLINE,
    COMPANY,
)
