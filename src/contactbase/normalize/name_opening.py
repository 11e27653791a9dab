"""The first look at a name cell: cleaned, junk taken off its ends, refused when it names nobody.

Refused, each with its code: fillers (`NC`, `Inconnu`, `xxx`), what programs write for nothing (`NULL`, `#N/A`),
e-mail addresses, phone numbers, web addresses, texts without a letter or too long to be a name.

>>> draft = Draft()
>>> open_cell("  *Durand; ", draft), open_cell("N.C.", draft), sorted(draft.codes)
('Durand', '', ['name.placeholder'])
"""

from __future__ import annotations

import re
from typing import Final

import attrs

from contactbase.model.enums import Sex
from contactbase.normalize.civility import Civility, read_title, title_word
from contactbase.normalize.fold import fold
from contactbase.normalize.name_words import EXCEL_ERROR, FILLERS, NEUTRAL_BIRTH_WORDS, NULL_SPELLINGS
from contactbase.normalize.text import mend

__all__ = ["LONGEST", "Draft", "name_key", "open_cell", "refuse", "trim"]

LONGEST: Final = 200
"""Characters; the longest names of civil registers stay well under it."""

_RUN: Final = frozenset("=+-@")
_JUNK: Final = ' ,;:*_/\\|"«»“”<>=+~^#•·‐-–—\t'
_WRAPPED: Final = re.compile(r"[(\[]([^()\[\]]+)[)\]]")
_EMAIL: Final = re.compile(r"<?(?:mailto:)?[^\s@<>]{1,64}@[^\s@<>]+>?")
_PHONE: Final = re.compile(r"\+?\d[\d .()/-]{6,}\d")
_FORMULA: Final = re.compile(r"=[\w(+\-]|\+[^\W\d_]|[-@+]\w+\(|[=+\-@][^|]*\|.*!", re.ASCII)
"""How what a spreadsheet would run begins; `="Durand"` is a text there, and read as one."""
_URL: Final = re.compile(r"https?:|www\.|\w\.(?:com|net|org|fr|ru|info|biz|xyz|shop|top)(?![\w.])", re.IGNORECASE)


@attrs.define
class Draft:
    """What has been taken apart from a name so far, and the codes to report with their details."""

    title: str | None = None
    sex: Sex | None = None
    couple: bool = False
    birth_name: str | None = None
    codes: dict[str, dict[str, str | int]] = attrs.field(factory=dict)

    def note(self, code: str, **details: str | int) -> None:
        """Remember something to say, once."""
        self.codes.setdefault(code, details)

    def take_title(self, civility: Civility) -> None:
        """Keep a title found inside a name."""
        self.note("name.civility-inside")
        if civility.rewritten:
            self.note("name.civility-rewritten", title=civility.title or "")
        self.title = self.title or civility.title
        self.sex = self.sex or civility.sex
        self.join(two=civility.couple)

    def take_second_title(self, civility: Civility) -> None:
        """Keep the title of a second person (`M. Durand et Mme Martin`)."""
        self.take_title(civility)
        if civility.title != self.title:
            self.title, self.sex = "M. et Mme", None

    def take_birth_name(self, name: str, word: str) -> None:
        """Keep a birth name and what the word before it tells: `née`, `épouse` and `Vve` are said of a woman."""
        self.note("name.birth-name")
        self.birth_name = name or None
        if name_key(word) not in NEUTRAL_BIRTH_WORDS:
            self.title = self.title or "Mme"
            self.sex = self.sex or Sex.F

    def take_usual_title(self, spelling: str) -> None:
        """Take one of the usual ways of writing a usual title; `M` alone may be an initial."""
        civility = title_word(spelling)
        if civility is not None:
            self.take_title(civility)
        if spelling == "M":
            self.note("name.civility-unsure")

    def join(self, *, two: bool) -> None:
        """Remember that the name is that of several people."""
        if two:
            self.couple = True
            self.note("name.several-people")


def name_key(word: str) -> str:
    """Give the key under which the words of names are listed: folded, without dots."""
    return fold(word).replace(".", "")


def open_cell(text: str, draft: Draft) -> str:
    """Give the text of a cell, clean and without junk around it; empty when it names nobody, which is then noted."""
    if len(text) > LONGEST:
        text = text.strip()
        if len(text) > LONGEST:
            draft.note("name.too-long", characters=len(text))
            return ""
    clean, codes = mend(text)
    if clean in NULL_SPELLINGS or EXCEL_ERROR.fullmatch(clean):
        draft.note("name.placeholder")
        return ""
    if clean[0:1] in _RUN and _FORMULA.match(clean):
        draft.note("name.formula")
        return ""
    whole = _WRAPPED.fullmatch(clean)
    plain = _take_contact_details(trim(clean if whole is None else whole[1]), draft)
    if not plain:
        if clean and not draft.codes:
            draft.note("name.placeholder")
        return ""
    for code in codes:
        draft.note(code)
    return refuse(plain, draft)


def trim(text: str) -> str:
    """Take the junk off both ends, and a last dot that ends no abbreviation."""
    text = text.strip(_JUNK)
    if text[:1] in "'’" and not text[1:].lower().startswith(("t ", "s ")):
        text = text.lstrip("'’ ")
    if text[-1:] == "." and len(text.rsplit(" ", 1)[-1]) > 4 and text.count(".") == 1:
        text = text[:-1]
    return text.strip(_JUNK)


def _take_contact_details(text: str, draft: Draft) -> str:
    """Take e-mail addresses and phone numbers out of a name; refuse a cell that is nothing else, or a web address."""
    rest = _EMAIL.sub(" ", text) if "@" in text else text
    kind = "name.is-email" if rest != text else ""
    if sum(map(str.isdigit, rest)) > 7:
        without = _PHONE.sub(" ", rest)
        kind = kind or ("name.is-phone" if without != rest else "")
        rest = without
    if ("." in rest or ":" in rest) and _URL.search(rest):
        draft.note("name.is-url")
        return ""
    if not kind:
        return text
    rest = trim(" ".join(rest.split()))
    has_name = any(map(str.isalpha, rest))
    draft.note("name.contact-detail" if has_name else kind)
    return rest if has_name else ""


def refuse(text: str, draft: Draft) -> str:
    """Give a text back unless it is a filler or holds no letter, which is noted."""
    if not any(map(str.isalpha, text)):
        draft.note("name.no-letters" if any(map(str.isdigit, text)) else "name.placeholder")
        return ""
    key = fold(text)
    letters = key.replace(" ", "")
    if key in FILLERS or FILLERS.issuperset(key.split()) or (len(letters) > 2 and letters == letters[0] * len(letters)):
        draft.note("name.placeholder")
        civility = read_title(text)
        if civility is not None:
            draft.title, draft.sex, draft.couple = civility.title, civility.sex, civility.couple
        return ""
    return text
