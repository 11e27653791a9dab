"""Are the first-name and the last-name column swapped? Told by the whole file, never by one row.

A row speaks when exactly one of its two cells is a usual first name that is no usual surname (`Sophie`, not `Martin`).
The columns look swapped when at least ten rows speak and nine in ten of them say so. Nothing is moved: a finding with
the counts asks for another mapping.

>>> names = SwappedNames()
>>> for _ in range(10):
...     names.see("DURAND", "Sophie")
>>> [found.message for found in names.conclude()]
['In 10 rows only the last-name cell holds a usual first name, in 0 rows only the first-name cell (10 rows read).']
"""

from __future__ import annotations

from typing import Final

import attrs

from contactbase.model.journal import Finding, finding
from contactbase.normalize.first_names import is_also_surname, is_first_name

__all__ = ["SwappedNames"]

_ROWS: Final = 10
_SHARE: Final = 0.9


@attrs.define
class SwappedNames:
    """Counts the rows of a file that speak for the order of its two name columns, and those that speak against it."""

    seen: int = 0
    straight: int = 0
    swapped: int = 0

    def see(self, first: str, last: str) -> None:
        """Take the two raw name cells of one row into account."""
        if not first or not last or len(first) > 100 or len(last) > 100:
            return
        self.seen += 1
        one, other = is_first_name(first.strip()), is_first_name(last.strip())
        if one and not other and not is_also_surname(first):
            self.straight += 1
        elif other and not one and not is_also_surname(last):
            self.swapped += 1

    @property
    def look_swapped(self) -> bool:
        """Tell whether enough rows speak and nearly all of them say that the columns are swapped."""
        spoken = self.swapped + self.straight
        return spoken >= _ROWS and self.swapped >= _SHARE * spoken

    def conclude(self) -> tuple[Finding, ...]:
        """Give the finding with its counts when the columns look swapped."""
        if not self.look_swapped:
            return ()
        code = "name.columns-look-swapped"
        return (finding(code, field="last_name", swapped=self.swapped, straight=self.straight, seen=self.seen),)
