"""Answers by value: a test of text is made once per distinct spelling, and looked up for every contact.

The generated code looks into plain dictionaries, the fastest look-up that Python has, and knows nothing of values that
it has not met. `patient` runs it over the base; where it stops at a new value, the values of a stretch from there on
are learnt, each stretch twice as long as the one before, so a base is read about once.

>>> lyon = Memo("c", "city", lambda city: city.lower() == "lyon")
>>> select = lambda contacts: [contact for contact in contacts if lyon.answers[contact.city]]
>>> [contact.id for contact in patient(select, [lyon])([Contact(id="a", city="LYON"), Contact(id="b")])]
['a']
>>> lyon.answers
{'LYON': True, None: False}
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from operator import length_hint
from typing import Any, Final, TypeAlias, TypeVar

import attrs

from contactbase.model.contact import Contact

__all__ = ["Memo", "patient"]

_Contacts: TypeAlias = Iterable[Contact]
_T = TypeVar("_T")
_LIMIT: Final = 65_536
"""Values remembered, and contacts learnt from at once; with more, the memory starts anew."""
_STRETCH: Final = 1_024
_ROWS: Final = {"e": "events", "r": "consents"}


@attrs.frozen(eq=False)
class Memo:
    """The answers of a test on one attribute of contacts (`c`), of their events (`e`) or of their consents (`r`)."""

    row: str
    name: str
    test: Callable[[Any], bool]
    """Of known values; None is answered by false."""
    answers: dict[Any, bool] = attrs.field(factory=dict)

    def learn(self, contacts: Sequence[Contact]) -> None:
        """Answer every value that stands in some contacts."""
        rows: Iterable[Any] = contacts
        if self.row in _ROWS:
            rows = (row for contact in contacts for row in getattr(contact, _ROWS[self.row]))
        new = dict.fromkeys(getattr(row, self.name) for row in rows)
        if len(self.answers) > _LIMIT:
            self.answers.clear()
        for value in new:
            if value not in self.answers:
                self.answers[value] = value is not None and self.test(value)


def patient(run: Callable[[_Contacts], list[_T]], memos: Sequence[Memo]) -> Callable[[_Contacts], list[_T]]:
    """Give a function that runs over any number of contacts, learning what `run` does not know yet."""

    def whole(contacts: _Contacts) -> list[_T]:
        rest: Sequence[Contact] = contacts if isinstance(contacts, list | tuple) else list(contacts)
        found: list[_T] = []
        stretch = _STRETCH
        while True:
            walk = iter(rest)
            try:
                last = run(walk)
            except KeyError:
                met = len(rest) - length_hint(walk) - 1
            else:
                return found + last if found else last
            found += run(rest[:met])
            for memo in memos:
                memo.learn(rest[met : met + stretch])
            found += run(rest[met : met + 1])
            rest = rest[met + 1 :]
            stretch = min(2 * stretch, _LIMIT)

    return whole if memos else run
