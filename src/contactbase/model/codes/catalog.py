"""The one list of codes. A new family is one module here and one line below.

>>> all(code.id.startswith(code.family) for code in CATALOG.values())
True
"""

from __future__ import annotations

from typing import Final

from contactbase.model.code import Code
from contactbase.model.codes import (
    amount,
    boolean,
    check,
    column,
    consent,
    date,
    email,
    file,
    frame,
    identity,
    jsonl,
    layout,
    match,
    name,
    phone,
    place,
    record,
    retention,
    sql,
    suppression,
    text,
    vcard,
)

__all__ = ["CATALOG"]

_FAMILIES: Final = (
    file,
    vcard,
    jsonl,
    sql,
    frame,
    layout,
    record,
    column,
    text,
    phone,
    email,
    name,
    date,
    amount,
    boolean,
    place,
    identity,
    check,
    consent,
    match,
    retention,
    suppression,
)

CATALOG: Final[dict[str, Code]] = {code.id: code for family in _FAMILIES for code in family.CODES}
