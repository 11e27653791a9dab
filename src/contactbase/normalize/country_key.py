"""The key under which names of countries are looked up: folded, its punctuation as spaces.

>>> country_key("CÔTE-D’IVOIRE"), country_key("U.S.A."), country_key("Trinité & Tobago")
('cote d ivoire', 'u s a', 'trinite tobago')
"""

from __future__ import annotations

import re
from typing import Final

from contactbase.normalize.fold import fold

__all__ = ["country_key"]

_WORDS: Final = re.compile(r"[^\W_]+")
_JOINED: Final = frozenset({"et", "and", "und", "y", "e", "en"})


def country_key(text: str) -> str:
    """Give the key; words for "and" are dropped, so that `&` and `et` are one (`ET` alone is Ethiopia)."""
    words = _WORDS.findall(fold(text))
    return " ".join([word for word in words if word not in _JOINED] or words)
