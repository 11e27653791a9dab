"""Sex, as the title or the file says it. Titles filled in at random teach the model that it says nothing.

>>> [level.name for level in SEX.levels]
['same', 'different']
"""

from __future__ import annotations

from typing import Final

from contactbase.matching.comparator import Comparator, Level
from contactbase.model.contact import Contact
from contactbase.model.enums import Sex
from contactbase.model.text import Text

__all__ = ["SEX"]


def _compare(_one: Sex, _other: Sex) -> int:
    return 2


def _value(contact: Contact) -> Sex | None:
    return contact.sex


SEX: Final = Comparator(
    name="sex",
    fields=("sex", "title"),
    title=Text("sex", "sexe"),
    levels=(
        Level("same", Text("the same sex", "le même sexe"), 0.96, 0.4, 0.5),
        Level("different", Text("another sex", "un autre sexe"), 0.04, 0.6, 0.5),
    ),
    value=_value,
    compare=_compare,
)
