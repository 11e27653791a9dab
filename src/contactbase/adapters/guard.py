r"""The formula guard: an apostrophe before what a spreadsheet would run, put on when writing, taken off when reading.

CWE-1236; OWASP ASVS 1.2.10 asks to escape a leading `=`, `+`, `-`, `@`, tab (others add CR) with `'`; quoting is no
protection. A line feed and the full-width forms of the four are guarded too, for a program may take them for the same.
Every E.164 number starts with `+`, so columns of phones are exempt where the cell is strictly one. Some exports
(Shopify) guard digits too (`'7210448301122`, `'1234AB`), so the reader takes the apostrophe off there as well,
but not off `'68 et après`, `'90s` or `'12'`, where it is writing.

`unguard(guard(x)) == x` for every text: a value that would lose an apostrophe when read gets another when written.

>>> guard("=1+1"), unguard("'=1+1"), unguard("'s Gravenhage"), guard("'=x")
("'=1+1", '=1+1', "'s Gravenhage", "''=x")
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["DANGEROUS", "PHONE", "guard", "is_guarded", "needs_guard", "unguard"]

DANGEROUS: Final = frozenset("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
"""The last four are the full-width forms of the first four."""
PHONE: Final = re.compile(r"\+\d{7,15}", re.ASCII)
"""ITU-T E.164: a plus and up to fifteen digits; fewer than seven is no subscriber's number."""

_YEARS: Final = re.compile(r"\d\d(?:s\b|\s+\D|-\d\d\b)", re.ASCII)
_DIGITS: Final = frozenset("0123456789")


def is_guarded(cell: str) -> bool:
    """Tell whether a cell as read has a guard to take off."""
    return cell[:1] == "'" and _could_be_guarded(cell[1:])


def needs_guard(value: str) -> bool:
    """Tell whether a value must be guarded when written: it is dangerous, or would lose its own apostrophe."""
    return value.lstrip("\0")[:1] in DANGEROUS or is_guarded(value)


def guard(value: str) -> str:
    """Put a guard before a value that needs one."""
    return "'" + value if needs_guard(value) else value


def unguard(cell: str) -> str:
    """Take the guard off a cell that has one."""
    return cell[1:] if is_guarded(cell) else cell


def _could_be_guarded(value: str) -> bool:
    """Tell whether a value, under any further apostrophes, begins as guarded values do."""
    bare = value.lstrip("'\0")
    if not bare or bare[0] in DANGEROUS:
        return bool(bare)
    return bare[0] in _DIGITS and not value.endswith("'") and not _YEARS.match(bare)
