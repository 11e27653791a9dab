"""A finding about a cell or column of one field, made where the details are counted by name.

>>> remark("date.ambiguous-order", "birth_date", order="d/m/y", region="FR").details
(('order', 'd/m/y'), ('region', 'FR'))
"""

from __future__ import annotations

from contactbase.model.codes.catalog import CATALOG
from contactbase.model.journal import Finding

__all__ = ["remark"]


def remark(code: str, field: str | None, /, **details: str | int) -> Finding:
    """Make a finding of a catalogued code; KeyError for a code that the catalogue does not have."""
    severity = CATALOG[code].severity
    return Finding(code=code, severity=severity, field=field, details=tuple(details.items()))
