"""The one list of exact evidence. A new kind is one module in `rules` and one line here.

>>> [rule.code for rule in RULES][:2]
['match.same-email', 'match.same-mobile']
"""

from __future__ import annotations

from typing import Final

from contactbase.matching.rule import MatchRule
from contactbase.matching.rules import address, birth_date, email, landline, mobile

__all__ = ["RULES"]

RULES: Final[tuple[MatchRule, ...]] = (
    email.RULE,
    mobile.RULE,
    birth_date.RULE,
    landline.RULE,
    address.RULE,
)
