"""An answer made comparable: case, accents, punctuation and invisible signs gone, letters spelled one by one joined.

Convention: NFKC, format characters removed, case folded, accents dropped (`normalize.fold`), everything that is no
letter or digit a space. `S.T.O.P` is `stop`; `st0p` and Cyrillic lookalikes are shown by `lookalike`.

>>> folded("  S. T. O. P ! "), folded("ARRÊT\u200b"), folded("Ne m’envoyez plus")
('stop', 'arret', 'ne m envoyez plus')
>>> lookalike("ѕтор"), lookalike("st0p")
('stop', 'stop')
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from contactbase.normalize.fold import fold

__all__ = ["folded", "lookalike"]

_WORD: Final = re.compile(r"[^\W_]+")
_SPELLED: Final = re.compile(r"(?<!\S)[^\W\d_](?: [^\W\d_]){2,}(?!\S)")
"""Three single letters or more, each a word."""
_LOOKALIKES: Final = str.maketrans(
    {
        "0": "o",
        "5": "s",
        "с": "c",
        "е": "e",
        "о": "o",
        "р": "p",
        "ѕ": "s",
        "т": "t",
        "х": "x",
        "τ": "t",
        "ο": "o",
        "ρ": "p",
    }
)


def folded(text: str) -> str:
    """Give the words of an answer, one space between them; "" where nothing is to be read."""
    visible = "".join(
        char for char in unicodedata.normalize("NFKC", text) if unicodedata.category(char) not in {"Cf", "Cs"}
    )
    words = " ".join(_WORD.findall(fold(visible)))
    return _SPELLED.sub(lambda found: found.group().replace(" ", ""), words)


def lookalike(word: str) -> str:
    """Give a word with the digits and foreign letters that are read as Latin ones written so."""
    return word.translate(_LOOKALIKES)
