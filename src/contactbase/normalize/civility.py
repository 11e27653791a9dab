"""Titles: `M.`, `Mme`, `Dr`, `Me`, `Pr`, `Mx`, and of two people `M. et Mme`, `MM.`, `Mmes`.

Conventions: the canonical forms are those of French typography (Lexique des règles typographiques en usage à
l'Imprimerie nationale: `M.` with a dot, `Mme` without), whatever the language of the file: `Mrs`, `Frau` and `Señora`
are `Mme`. `Mlle`, `Vve`, `Miss` and their like become `Mme` and are said to be rewritten (circular 5575/SG of
21 February 2012). A profession outranks `M.` and `Mme`, whose sex it keeps: `Mme le Dr` is `Dr`, sex F.

>>> read_title("Monsieur le Docteur")
Civility(title='Dr', sex=<Sex.M: 'M'>, couple=False, rewritten=False)
>>> read_title("M. & Mme").title, read_title("Mademoiselle").rewritten, read_title("Duc")
('M. et Mme', True, None)
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from contactbase.model.enums import Sex
from contactbase.normalize.fold import fold
from contactbase.normalize.name_words import JOINING_WORDS

__all__ = [
    "COUPLES",
    "TITLES",
    "Civility",
    "is_undecided",
    "leading_civility",
    "read_title",
    "sex_of_title",
    "title_word",
    "title_words",
]


@attrs.frozen
class Civility:
    """A title, the sex it tells, whether it is that of two people, whether it was put into today's form."""

    title: str | None
    sex: Sex | None = None
    couple: bool = False
    rewritten: bool = False


_M: Final = Civility("M.", Sex.M)
_MME: Final = Civility("Mme", Sex.F)
_MLLE: Final = Civility("Mme", Sex.F, rewritten=True)
COUPLES: Final = frozenset({"M. et Mme", "MM.", "Mmes"})
"""Titles of several people."""
_COUPLE: Final = Civility("M. et Mme", couple=True)
_FAMILY: Final = Civility(None, couple=True)

_WORDS: Final = {
    _M: "m mr monsieur mister herr hr senor sr signor signore sig senhor meneer dhr",
    _MME: "mme madame mdme mad mrs ms frau senora sra signora sigra senhora mevrouw mevr mw",
    _MLLE: "mlle melle mademoiselle mle miss vve veuve fraulein senorita srta signorina",
    Civility("Dr"): "dr docteur doctor doc doktor dott dottore",
    Civility("Dr", Sex.F): "dre doctoresse doctora dottoressa dra",
    Civility("Me"): "me maitre mtre",
    Civility("Pr"): "pr prof professeur professor profesor",
    Civility("Pr", Sex.F): "professeure profesora pre",
    Civility("Mx"): "mx",
    Civility("MM.", Sex.M, couple=True): "mm messieurs messrs",
    Civility("Mmes", Sex.F, couple=True): "mmes mesdames",
    _FAMILY: "famille fam family consorts epoux indivision familie familia famiglia",
}
_TABLE: Final = {word: civility for civility, words in _WORDS.items() for word in words.split()}

_IN_NAMES: Final = frozenset(
    "m mr monsieur mme madame mdme mrs ms mlle melle mademoiselle miss vve veuve dr docteur doctor pr prof professeur"
    " me mx mm mmes messieurs mesdames famille consorts epoux indivision".split()
)
"""Titles taken off a name without asking: `Herr`, `Maitre`, `Sr` and the like are surnames or initials as well."""

TITLES: Final = frozenset(civility.title for civility in (*_WORDS, _COUPLE) if civility.title is not None)
"""The canonical titles."""

_SEXES: Final = {"M.": Sex.M, "Mme": Sex.F, "MM.": Sex.M, "Mmes": Sex.F}
_RANK: Final = {"Pr": 3, "Dr": 2, "Me": 2}
_LINKS: Final = frozenset({"le", "la", "l"})


def sex_of_title(title: str | None) -> Sex | None:
    """Give the sex that a canonical title tells; None for one that tells none (`Dr`, `M. et Mme`)."""
    return _SEXES.get(title or "")


def title_word(word: str) -> Civility | None:
    """Give the title that one word of a name is, when it can be nothing else."""
    key = fold(word).replace(".", "")
    if key in _IN_NAMES or word in {"Maître", "Maître."}:
        return _TABLE[key]
    return None


def _any_title_word(word: str) -> Civility | None:
    return _TABLE.get(fold(word).replace(".", ""))


def leading_civility(words: Sequence[str]) -> tuple[Civility, int] | None:
    """Give the title with which the words of a name begin and how many words it takes; None when there is none."""
    return _leading(words, strict=True)


def _leading(words: Sequence[str], *, strict: bool) -> tuple[Civility, int] | None:
    word_of = title_word if strict else _any_title_word
    found = word_of(words[0]) if words else None
    if found is None:
        return None
    used = 1
    while used < len(words):
        key = fold(words[used])
        skip = 1 if key in JOINING_WORDS or key in {"&", "+"} or key in _LINKS else 0
        following = word_of(words[used + skip]) if used + skip < len(words) else None
        if following is None:
            break
        found = _join(found, following, two=bool(skip) and key not in _LINKS)
        used += skip + 1
    return found, used


def _join(one: Civility, other: Civility, *, two: bool) -> Civility:
    """Join two titles: of two people (`M. et Mme`), or of one (`Mme le Dr`, `Mme Dr`)."""
    if one.couple or other.couple:
        return attrs.evolve(one if one.title is not None else other, couple=True)
    differ = one.sex is not None and other.sex is not None and one.sex is not other.sex
    if differ:
        return _COUPLE
    if two and one.sex is not None and other.sex is not None:
        return Civility("MM." if one.sex is Sex.M else "Mmes", one.sex, couple=True)
    best = other if _RANK.get(other.title or "", 0) > _RANK.get(one.title or "", 0) else one
    rewritten = (one.rewritten or other.rewritten) and best.title == "Mme"
    return Civility(best.title, None if two else one.sex or other.sex, couple=two, rewritten=rewritten)


def is_undecided(text: str) -> bool:
    """Tell whether a text offers titles to choose from (`M./Mme`, `Mr / Mrs / Ms`)."""
    choices = text.split("/")
    return len(choices) > 1 and all(_any_title_word(choice.strip()) is not None for choice in choices)


def read_title(text: str) -> Civility | None:
    """Give the title that a whole text is; None when it is none or more than one."""
    whole = _any_title_word(text)
    if whole is not None:
        return whole
    words = text.replace("&", " et ").replace(".", ". ").split()
    found = _leading(words, strict=False)
    return found[0] if found is not None and found[1] == len(words) else None


def title_words() -> frozenset[str]:
    """Give the fold keys of the words that are titles, or may be."""
    return frozenset(_TABLE)
