"""Text decoded with the wrong encoding: found, repaired where that is certain, never made worse.

The repair is `ftfy.fix_encoding`, gated by ftfy's own test of badness (extra `text`). `ftfy.fix_text` is not used: it
straightens quotes, un-escapes HTML and so damages right text. What has lost its characters for good (`Fran?ois`,
U+FFFD) is only reported. Without ftfy the commonest patterns are recognized and reported.

ftfy is asked, and loaded, only for text that can be bad at all: accented Latin letters in their usual places never are
(`_USUAL`, held against `ftfy.badness.is_bad` by a differential test).

>>> repair("HÃ©lÃ¨ne")[0]
'Hélène'
>>> repair("Hélène"), repair("Fran?ois")
(('Hélène', None), ('Fran?ois', None))
>>> is_damaged("Fran?ois")
True
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["is_damaged", "is_usual", "looks_garbled", "repair"]

_LONGEST: Final = 32_767
"""The most characters an Excel cell can hold; a longer text is no field of a contact, and is not repaired."""

_USUAL: Final = re.compile(r"(?:[\x00-\x7f’ÀÁÄ-ÍÏÑ-ÖÚ-Þ]|[ÂÃŒœ](?=[A-Za-z])|[ß-öø-ÿ](?![À-ÖØ-ÞŒ]))*+")
"""Text in which no pair of neighbours is a sign of a wrong decoding."""

_GARBLED: Final = re.compile(
    r"Ã[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"  # UTF-8 of U+00C0 to U+00FF read as Windows-1252
    r"|Â[\x80-\xbf€«»°]"  # UTF-8 of U+0080 to U+00BF
    r"|â€[\x80-\xbf™œ“”¦¢˜\x9d]|â‚¬"  # typographic signs and the euro sign
    r"|Å[“’¸¡\xa0½¾]"  # œ Œ Ÿ š Š Ž ž
    r"|ï¿½|√[©®†¥´]"  # U+FFFD, and Mac Roman
)

_LOST: Final = re.compile(r"\ufffd|[^\W\d_]-?\?[^\W\d_]|\A\?[^\W\d_]{3}")
_ADDRESSLIKE: Final = re.compile(r"[/=&]")


def is_usual(text: str) -> bool:
    """Tell whether a text holds nothing that a wrong decoding could have left: ASCII, accents in their usual places."""
    return text.isascii() or _USUAL.fullmatch(text) is not None


def looks_garbled(text: str) -> bool:
    """Tell whether a text looks decoded with the wrong encoding, by ftfy's test where it is installed."""
    if is_usual(text) or len(text) > _LONGEST:
        return False
    try:
        from ftfy.badness import is_bad  # noqa: PLC0415 - an optional extra, loaded when it is needed
    except ImportError:
        return bool(_GARBLED.search(text))
    return bool(is_bad(text))


def repair(text: str) -> tuple[str, str | None]:
    """Give the text, repaired where that is certain, and the code that says what was found: None, a repair, or why not.

    The code is `text.mojibake-repaired`, or `text.mojibake` for garbled text that was left alone for want of ftfy.
    """
    if is_usual(text):
        return text, None
    if len(text) > _LONGEST:
        return text, "text.mojibake" if _GARBLED.search(text) else None
    try:
        from ftfy import fix_encoding  # noqa: PLC0415 - an optional extra, loaded when it is needed
    except ImportError:
        return text, "text.mojibake" if _GARBLED.search(text) else None
    fixed: str = fix_encoding(text)
    return (text, None) if fixed == text else (fixed, "text.mojibake-repaired")


def is_damaged(text: str) -> bool:
    """Tell whether letters were lost for good: U+FFFD, or a question mark between two letters outside an address."""
    if "?" not in text and "\ufffd" not in text:
        return False
    found = _LOST.search(text)
    return found is not None and (found.group() == "\ufffd" or not _ADDRESSLIKE.search(text))
