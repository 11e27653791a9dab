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
    identity,
    jsonl,
    layout,
    match,
    name,
    permission,
    phone,
    place,
    policy,
    record,
    retention,
    review,
    rights,
    supply,
    suppression,
    text,
    tracking,
    vcard,
)

__all__ = ["CATALOG"]

_FAMILIES: Final = (
    file,
    excel,
    vcard,
    jsonl,
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
    campaign,
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
