"""Company names: shown as they are written, compared without their legal form.

The value is the text, cleaned; capitals and legal form are the company's own. `company_key` is what two spellings of
one company share: folded, dots of initials closed up (`S.A.S.` is `sas`), `&` read as `et`, legal forms taken off both
ends.

>>> normalize("  S.A.R.L.  DURAND & Fils ").values
('S.A.R.L. DURAND & Fils',)
>>> company_key("S.A.R.L. DURAND & Fils") == company_key("Durand et fils") == "durand"
True
>>> legal_form("Durand S.A.S."), legal_form("Durand"), company_key("SA")
('SAS', None, 'sa')
"""

from __future__ import annotations

import re
from typing import Final

from contactbase.model.hints import Hints
from contactbase.model.journal import finding
from contactbase.normalize.civility import leading_civility
from contactbase.normalize.fold import fold
from contactbase.normalize.legal_forms import AFTER, BEFORE, FORMS, PHRASES
from contactbase.normalize.name_words import COMPANY_WORDS, EXCEL_ERROR, FILLERS, NULL_SPELLINGS
from contactbase.normalize.normalized import Cell, FieldNormalizer, Normalized
from contactbase.normalize.remember import remember
from contactbase.normalize.text import TextEvidence, mend

__all__ = ["COMPANY", "company_key", "legal_form", "normalize"]

_FILLERS: Final = FILLERS | {"particuliers", "sans", "sans objet", "non", "prive", "personnel", "na", "nil"}
_JUNK: Final = ' \t,;*_"«»“”'
_DOTTED: Final = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.\s?){2,8}|(?<![^\W_])(?:[^\W\d_] ){1,8}[^\W\d_](?![^\W_])")
_POLISH: Final = re.compile(r"\bsp\.?\s?z\.?\s?o\.?\s?o\b\.?")
_PUNCTUATION: Final = re.compile(r"[^\w]+|_+")
_PERSON: Final = 200
_KEY_LENGTH: Final = 1000
_NOTHING: Final[Normalized[str]] = Normalized()


def _words(text: str) -> list[str]:
    """Give the folded words of a company name, initials closed up."""
    key = _POLISH.sub(" spzoo ", fold(text))
    joined = _DOTTED.sub(lambda found: found[0].replace(".", "").replace(" ", "") + " ", key)
    return _PUNCTUATION.sub(" ", joined.replace("&", " et ").replace("+", " et ")).split()


def _bare(words: list[str]) -> tuple[list[str], list[str]]:
    """Give the words without legal forms at their ends, and the forms taken off, in that order."""
    taken: list[str] = []
    while len(words) > 1:
        text = " ".join(words)
        after = next((phrase for phrase in PHRASES if text.endswith(f" {phrase}")), None)
        before = next((phrase for phrase in PHRASES if text.startswith(f"{phrase} ")), None)
        if after is None and (words[-1] in FORMS or words[-1] in AFTER):
            after = words[-1]
        if before is None and (words[0] in FORMS or words[0] in BEFORE):
            before = words[0]
        if after is not None:
            words = words[: -len(after.split())]
            taken.append(after)
        elif before is not None:
            words = words[len(before.split()) :]
            taken.append(before)
        else:
            break
    return words, taken


def company_key(text: str) -> str:
    """Give the key under which spellings of one company are equal; a name that is all legal form is its own key."""
    words = _words(text[:_KEY_LENGTH])
    bare, _ = _bare(words)
    return " ".join(bare)


def legal_form(text: str) -> str | None:
    """Give the legal form at an end of a company name, in capitals without dots; None when there is none."""
    _, taken = _bare(_words(text[:_KEY_LENGTH]))
    forms = [form for form in taken if form in FORMS or form in AFTER]
    return forms[0].upper() if forms else None


def _column(hints: Hints) -> Cell[str]:
    field = hints.field or "company"

    def read(text: str) -> Normalized[str]:
        clean, codes = mend(text)
        name, more = mend(clean.strip(_JUNK))
        codes = (*codes, *(code for code in more if code not in codes))
        if not clean:
            return _NOTHING
        if not any(map(str.isalnum, name)) or clean in NULL_SPELLINGS or EXCEL_ERROR.fullmatch(clean):
            return Normalized((), (finding("company.placeholder", field=field),))
        if len(name) <= _PERSON:
            if fold(name) in _FILLERS:
                return Normalized((), (finding("company.placeholder", field=field),))
            if _looks_like_person(name):
                codes = (*codes, "company.looks-like-person")
        return Normalized((name,), tuple(finding(code, field=field) for code in codes))

    return remember(read)


def _looks_like_person(name: str) -> bool:
    words = name.split()
    if len(words) < 2 or leading_civility(words) is None:
        return False
    keys = _words(name)
    return COMPANY_WORDS.isdisjoint(keys) and FORMS.isdisjoint(keys)


COMPANY: Final = FieldNormalizer(name="company", fields=("company",), column=_column, text=str, evidence=TextEvidence)


def normalize(text: str, hints: Hints | None = None) -> Normalized[str]:
    """Read one company name."""
    return COMPANY.normalize(text, hints)
