"""The one list of codes. A new family is one module here and one line below.

>>> all(code.id.startswith(code.family) for code in CATALOG.values())
True
"""

from __future__ import annotations

from typing import Final

from contactbase.model.code import Code
from contactbase.model.codes import (
    amount,
    audit,
    boolean,
    campaign,
    check,
    collection,
    column,
    consent,
    date,
    email,
    evidence,
    excel,
    exclusion,
    file,
    form,
    frame,
    identity,
    join,
    jsonl,
    layout,
    match,
    name,
    orders,
    permission,
    phone,
    place,
    policy,
    record,
    results,
    retention,
    review,
    rights,
    sql,
    supply,
    suppression,
    text,
    tracking,
    vcard,
    warm_up,
)

__all__ = ["CATALOG"]

_FAMILIES: Final = (
    file,
    excel,
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
    orders,
    join,
    campaign,
    results,
    warm_up,
    place,
    identity,
    tracking,
    form,
    check,
    collection,
    consent,
    permission,
    evidence,
    match,
    retention,
    review,
    suppression,
    supply,
    exclusion,
    policy,
    rights,
    audit,
)

CATALOG: Final[dict[str, Code]] = {code.id: code for family in _FAMILIES for code in family.CODES}
