"""Domain names outside ASCII, judged with the standard library: IDNA 2008 with the mapping of UTS 46.

Python's own `encodings.idna` is IDNA 2003 (it turns `ß` into `ss` and takes emoji), so it is not used. RFC 5892
derives what a label may hold from Unicode properties, most of which `unicodedata` has. Where a rule needs a property
that it lacks (joiners and other characters ruled by their context, right-to-left labels, ignorable characters,
letters younger than this Python), the answer is `UNSURE` and never a guess. `VALID` and `INVALID` agree with the
package `idna` on every code point (differential test).

>>> judge_label("münchen"), to_ascii("münchen")
(<Standing.VALID: 'valid'>, 'xn--mnchen-3ya')
>>> judge_label("i❤fr"), judge_label("דוגמה")
(<Standing.INVALID: 'invalid'>, <Standing.UNSURE: 'unsure'>)
"""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from typing import Final

__all__ = ["Standing", "judge_label", "map_domain", "to_ascii", "to_unicode"]


class Standing(StrEnum):
    """What can be said of a label."""

    VALID = "valid"
    UNSURE = "unsure"
    INVALID = "invalid"


_DOTS: Final = dict.fromkeys(map(ord, "。．｡"), ".")
_DEVIATIONS: Final = frozenset("ßς")
"""UTS 46 deviation characters: kept as they are, though case folding would replace them."""

_LETTERS: Final = frozenset({"Ll", "Lo", "Lm", "Mn", "Mc", "Nd"})
"""RFC 5892, 2.1 LetterDigits; `Lu` is left out because it never survives the mapping."""

_UNKNOWN: Final = frozenset({"Cn", "Co"})
_RIGHT_TO_LEFT: Final = frozenset({"R", "AL", "AN", "BN", ""})

_SPECIAL_RANGES: Final = (
    (0x00B7, 0x00B7),  # context: middle dot
    (0x034F, 0x034F),  # ignorable: combining grapheme joiner
    (0x0375, 0x0375),  # context: Greek numeral sign
    (0x0640, 0x0640),  # exception: tatweel
    (0x0F0B, 0x0F0B),  # exception: Tibetan tsheg
    (0x1100, 0x11FF),  # old Hangul jamo
    (0x17B4, 0x17B5),  # ignorable: Khmer inherent vowels
    (0x180B, 0x180F),  # ignorable: Mongolian selectors
    (0x200C, 0x200D),  # context: joiners
    (0x20D0, 0x20FF),  # block: combining marks for symbols
    (0x3007, 0x3007),  # exception: ideographic zero
    (0x302A, 0x3035),  # exceptions: tone marks, kana repeat marks
    (0x303B, 0x303B),  # exception: vertical iteration mark
    (0x30FB, 0x30FB),  # context: katakana middle dot
    (0x3164, 0x3164),  # ignorable: Hangul filler
    (0xA960, 0xA97F),  # old Hangul jamo
    (0xD7B0, 0xD7FF),  # old Hangul jamo
    (0xFE00, 0xFE0F),  # ignorable: variation selectors
    (0xFFA0, 0xFFA0),  # ignorable: half-width filler
    (0x1D100, 0x1D24F),  # blocks: musical symbols
    (0xE0000, 0xE0FFF),  # ignorable: tags, variation selectors
)
"""Where RFC 5892 asks for a context, an exception or a property that `unicodedata` does not have."""


def map_domain(domain: str) -> str:
    """Give the domain in small letters, composed, its compatibility forms and dots as plain ones (UTS 46)."""
    plain = "".join(map(_map_character, domain.translate(_DOTS)))
    return unicodedata.normalize("NFC", plain)


def _map_character(char: str) -> str:
    if char.isascii() or char in _DEVIATIONS:
        return char.lower()
    mapped = "".join(one.lower() for one in unicodedata.normalize("NFKC", char.lower())).replace("ς", "σ")
    return char if "." in mapped else mapped


def _judge_character(char: str) -> Standing:
    if char.isascii():
        return Standing.VALID if char.isalnum() or char == "-" else Standing.INVALID
    if char in _DEVIATIONS:
        return Standing.VALID
    category = unicodedata.category(char)
    code = ord(char)
    if category in _UNKNOWN or unicodedata.bidirectional(char) in _RIGHT_TO_LEFT:
        return Standing.UNSURE
    if any(first <= code <= last for first, last in _SPECIAL_RANGES):
        return Standing.UNSURE
    if unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", char).casefold()) != char:
        return Standing.UNSURE
    return Standing.VALID if category in _LETTERS else Standing.INVALID


def judge_label(label: str) -> Standing:
    """Judge one label outside ASCII, after `map_domain`; hyphens and length are the caller's to check."""
    if unicodedata.category(label[0]) in {"Mn", "Mc", "Me"}:
        return Standing.INVALID
    standings = {_judge_character(char) for char in label}
    if Standing.INVALID in standings:
        return Standing.INVALID
    return Standing.UNSURE if Standing.UNSURE in standings else Standing.VALID


def to_ascii(label: str) -> str:
    """Give the A-label (`xn--…`, RFC 3492) of a label; an ASCII label is its own."""
    if label.isascii():
        return label
    return "xn--" + label.encode("punycode").decode("ascii")


def to_unicode(label: str) -> str | None:
    """Give the label that an A-label in small letters stands for; None when it is none, or not in its right form."""
    try:
        decoded = label[4:].encode("ascii").decode("punycode")
    except (UnicodeError, ValueError, OverflowError):
        return None
    if not decoded or decoded.isascii() or to_ascii(decoded) != label or map_domain(decoded) != decoded:
        return None
    return decoded
