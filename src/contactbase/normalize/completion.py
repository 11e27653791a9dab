"""What the cells of a row, once read, say of fields without a cell of their own: the department, the company numbers.

Nothing that the row states itself is replaced, but the spelling of a city where the user gave a table of communes; that
is said. A file that this library wrote is complete already, but for the table.

>>> complete = Completion({"postcode": Hints(field="postcode")}, strict=False)
>>> out = {"postcode": "69001"}
>>> complete({"postcode": "69001"}, out, [])
>>> out["department"]
'69'
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from contactbase.model.hints import Hints
from contactbase.normalize.city_spelling import CitySpelling
from contactbase.normalize.communes import CommuneTable
from contactbase.normalize.company_numbers import COMPANY_NUMBERS, CompanyNumbers
from contactbase.normalize.normalized import CellFinding
from contactbase.normalize.postcode import department_of_contact

__all__ = ["Completion"]


class Completion:
    """Completes the contacts of one file."""

    def __init__(self, hints: Mapping[str, Hints], *, strict: bool, communes: CommuneTable | None = None) -> None:
        """Choose what the columns of the file can need."""
        numbered = not (strict or COMPANY_NUMBERS.isdisjoint(hints))
        self._numbers = CompanyNumbers() if numbered else None
        spelled = communes is not None and "city" in hints
        self._spell = CitySpelling(communes, hints["city"].region) if spelled and communes is not None else None

    def __call__(self, values: Mapping[str, str], out: dict[str, Any], said: list[CellFinding]) -> None:
        """Complete the fields of one contact."""
        department_of_contact(out)
        if self._numbers is not None:
            self._numbers(values, out)
        if self._spell is not None:
            respelled = self._spell(out)
            if respelled is not None:
                said.append(CellFinding("city", values.get("city", ""), (respelled,)))
