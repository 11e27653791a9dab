r"""Any text: invisible characters out, one kind of space, one form of each letter, garbled accents repaired.

Conventions: Unicode NFC for storage (UAX #15); control, zero-width and bidirectional formatting characters are no part
of a value (a zero-width joiner stays where it means something: between letters outside the Latin script, in emoji);
every white space is one U+0020; a lone surrogate, which no file can hold, becomes U+FFFD. Case, punctuation and
accents are left alone. Garbled accents: see `mojibake`.

>>> normalize("  Salon\u00a0de  coiffure\u200b ").values
('Salon de coiffure',)
>>> clean_lines("12 rue  Haute\r\n\r\nBât. B")
('12 rue Haute', 'Bât. B')
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Sequence
from typing import Final

import attrs

from contactbase.model.hints import Hints
from contactbase.model.journal import Finding, finding
from contactbase.normalize.mojibake import is_damaged, looks_garbled, repair
from contactbase.normalize.normalized import Cell, FieldNormalizer, Normalized
from contactbase.normalize.remember import remember

__all__ = ["TEXT", "TextEvidence", "clean_lines", "clean_text", "mend", "normalize", "short_text"]

_INVISIBLE: Final = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\U000e0001-\U000e007f]+"
)
_SCRIPT: Final = "\u0590-\u167f\u1681-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u2fff\u3001-\U0010ffff"
_JOINERS: Final = re.compile(
    f"(?<![{_SCRIPT}\u200c\u200d])[\u200c\u200d]++|(?<![\u200c\u200d])[\u200c\u200d]++(?![{_SCRIPT}])"
)
"""Runs of zero-width joiners that do not stand between two characters of scripts that need them."""
_ENTITY: Final = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_ESCAPED: Final = re.compile(r"&(?:amp;)+(?=[A-Za-z#][A-Za-z0-9]{0,9};)")
_SURROGATES: Final = re.compile("[\ud800-\udfff]")
_SHORT: Final = 1000
_ROUNDS: Final = 8
_NULLS: Final = frozenset("nc n/c n.c. n/a n.a. n/r nr null nan none néant neant inconnu inconnue idem #n/a".split())
"""What people and programs write for nothing, in small letters; no text of its own that a file would keep."""
_FILLER: Final = " -–—_.…/\\*?=#'’\",;:!|~^+()[]<>"
_NOTHING: Final[Normalized[str]] = Normalized()


def clean_text(text: str) -> str:
    """Give the text on one line, visible characters only, NFC, single spaces; the same object where nothing changes."""
    plain = unicodedata.normalize("NFC", text if text.isprintable() else _visible(text))
    tidy = " ".join(plain.split())
    return text if tidy == text else tidy


def _visible(text: str) -> str:
    shown = _SURROGATES.sub("\ufffd", _INVISIBLE.sub("", text))
    return _JOINERS.sub("", unicodedata.normalize("NFC", shown))


def short_text(text: str) -> str:
    """Give the clean text of a cell that should hold a word or two; of a very long one only its beginning."""
    return clean_text(text if len(text) <= _SHORT else text.strip()[:_SHORT])


def clean_lines(text: str) -> tuple[str, ...]:
    """Give the lines of a text that hold something, each one clean."""
    return tuple(line for line in map(clean_text, text.splitlines()) if line)


def mend(text: str) -> tuple[str, tuple[str, ...]]:
    """Give the text repaired and clean, and the codes of what there is to say (`text.mojibake…`, `text.damaged`)."""
    plain = _without_entities(text) if "&" in text and ";" in text else text
    codes: dict[str, None] = {} if plain is text else {"text.entities": None}
    text = plain
    if text.isascii():
        return clean_text(text), (*codes, "text.damaged") if is_damaged(text) else tuple(codes)
    for _ in range(_ROUNDS):
        fixed, code = repair(text)
        if code is not None:
            codes[code] = None
        clean = clean_text(fixed)
        if clean == text:
            break
        text = clean
    if is_damaged(text):
        codes["text.damaged"] = None
    return text, tuple(codes)


def _without_entities(text: str) -> str:
    """Give the characters that HTML entities stand for (`&nbsp;`, `&#233;`), however often they were escaped."""
    while True:
        plain = _ENTITY.sub(lambda found: html.unescape(found[0]), _ESCAPED.sub("&", text))
        if plain == text:
            return text
        text = plain


def _column(hints: Hints) -> Cell[str]:
    field = hints.field
    empty = Normalized[str](findings=(finding("text.placeholder", field=field),))

    def read(text: str) -> Normalized[str]:
        clean, codes = mend(text)
        if not clean:
            return _NOTHING
        if not clean.strip(_FILLER) or clean.lower() in _NULLS:
            return empty
        return Normalized((clean,), tuple(finding(code, field=field) for code in codes))

    return remember(read)


@attrs.define
class TextEvidence:
    """Counts the filled cells of a column and those that look decoded with the wrong encoding."""

    seen: int = 0
    damaged: int = 0

    def see(self, text: str) -> None:
        """Take one raw cell into account."""
        if text:
            self.seen += 1
            if not text.isascii() and looks_garbled(text):
                self.damaged += 1

    def see_all(self, texts: Sequence[str]) -> None:
        """Take many raw cells into account: the accents of those that have some are what takes time."""
        self.seen += len(texts) - texts.count("")
        self.damaged += sum(map(looks_garbled, [text for text in texts if not text.isascii()]))

    def conclude(self, hints: Hints) -> tuple[Hints, tuple[Finding, ...]]:
        """Give the hints as they are, and one finding with the counts when a cell looks garbled."""
        if not self.damaged:
            return hints, ()
        counts = finding("text.mojibake-column", field=hints.field, damaged=self.damaged, seen=self.seen)
        return hints, (counts,)


TEXT: Final = FieldNormalizer(
    name="text",
    fields=("activity", "supplier", "household", "consent_source", "consent_proof", "consent_scope"),
    column=_column,
    text=str,
    evidence=TextEvidence,
)


def normalize(text: str, hints: Hints | None = None) -> Normalized[str]:
    """Read one text."""
    return TEXT.normalize(text, hints)
