"""Where the foot of a report begins: totals, notices, "end of report", below the table.

Salesforce reports end with "Confidential Information - Do Not Distribute" and a copyright line, shop systems with a
total, databases with "(3 rows)". Only the end of a file is looked at, and a row of the table is never taken for a
foot because it is merely short: that is a reject of its own kind.

>>> find_footer([(4, ["Petit", "Lyon"]), (6, ["Copyright (c) 2026"])], width=2)
6
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from contactbase.adapters.encoding import count_line_ends
from contactbase.adapters.header import Placed
from contactbase.adapters.kinds import Kind, kind

__all__ = ["TAIL", "find_footer", "is_page_mark"]

TAIL: Final = 12
"""How many of the last records are looked at."""

_NOTICE: Final = re.compile(
    r"copyright|\(c\) \d{4}|confidential information|do not distribute|all rights reserved|tous droits reserves"
    r"|(?:generated|exported|created|printed) (?:by|on|at)\b|(?:genere|exporte|extrait|edite|imprime)e? (?:le|par)\b"
    r"|end of (?:report|file)|fin (?:du|de) (?:rapport|fichier|liste)|page \d+ (?:of|sur|/)"
    r"|nombre (?:de|d') ?(?:lignes|contacts|clients|enregistrements)|(?:number of|total) (?:rows|records|contacts)"
    r"|^(?:grand |sous[- ])?total(?: general)?\s*:\s*\d[\d\s.,]*[a-z€ ]{0,20}$"
    r"|\(?\d+ (?:rows?|lignes?|records?|enregistrements?)(?: affected| returned| exporte\w*)?\)?$"
)
_TOTAL: Final = re.compile(r"(?:grand |sous[- ])?total(?: general|s)?\s*:?|totaux\s*:?|sum(?:me)?\s*:?|somme\s*:?")
_AMOUNT: Final = re.compile(r"[-+]?\d[\d\s.,']{0,20}(?:[a-z]{1,12}|€|%)?")
"""A number, perhaps with its unit: `3000 clients`, `12 345,00 €`."""
_PAGE: Final = re.compile(r"page \d{1,5} ?(?:/|sur|of|de|von) ?\d{1,5}")
_LONGEST: Final = 300
_PAGE_LONGEST: Final = 40


def find_footer(tail: Sequence[Placed], width: int) -> int | None:
    """Give the line on which the foot begins, among the last records of a file (none blank); None without a foot.

    The foot is the last records that are notices or totals, and what else stands between them and a blank line or the
    end of the table: a short line right above, or below, a notice.
    """
    start = None
    for index in range(len(tail) - 1, -1, -1):
        cells = tail[index][1]
        if _is_notice(cells, width) or _is_total(cells):
            start = index
        elif len(cells) >= width or _filled(cells) > 2:
            break
    if start is None:
        return None
    while start and _belongs(tail, start, width):
        start -= 1
    return tail[start][0]


def is_page_mark(cells: Sequence[str]) -> bool:
    """Tell whether a record is the foot of a printed page (`Page 1/2`), which may stand anywhere among the rows."""
    filled = [cell for cell in cells if cell.strip()]
    return len(filled) == 1 and len(filled[0]) < _PAGE_LONGEST and bool(_PAGE.fullmatch(_fold(filled[0])))


def _belongs(tail: Sequence[Placed], start: int, width: int) -> bool:
    """Tell whether the record above belongs to the foot too: short, in its block, and the block below a blank line."""
    block = start
    while block and not _gap(tail[block - 1], tail[block]):
        block -= 1
    return 0 < block < start and all(len(cells) < width for _, cells in tail[block:start])


def _gap(upper: Placed, lower: Placed) -> bool:
    """Tell whether a blank line stands between two records."""
    return lower[0] - upper[0] > 1 + sum(map(count_line_ends, upper[1]))


def _filled(cells: Sequence[str]) -> int:
    return sum(1 for cell in cells if cell.strip())


def _fold(cell: str) -> str:
    plain = unicodedata.normalize("NFKD", cell[:_LONGEST].lower())
    return "".join(char for char in plain if not unicodedata.combining(char)).replace("’", "'").strip()


def _is_notice(cells: Sequence[str], width: int) -> bool:
    """Tell whether a record is a notice: one or two filled cells, the first with the words of one."""
    first = next((cell for cell in cells if cell.strip()), "")
    few = _filled(cells) <= (1 if len(cells) >= width else 2)
    return few and len(first) <= _LONGEST and bool(_NOTICE.search(_fold(first)))


def _is_total(cells: Sequence[str]) -> bool:
    """Tell whether a record is a line of totals: the word, then nothing but numbers."""
    filled = [cell for cell in cells if cell.strip()]
    if not filled or not _TOTAL.fullmatch(_fold(filled[0])):
        return False
    return len(filled) > 1 and all(map(_is_amount, filled[1:]))


def _is_amount(cell: str) -> bool:
    """Tell whether a cell is a number, perhaps with its unit, and not a phone number."""
    look = kind(cell)
    return look is Kind.NUMBER or (look is Kind.TEXT and bool(_AMOUNT.fullmatch(_fold(cell))))
