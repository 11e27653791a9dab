"""One cell of a name column: what is the name, what stands beside it, and what there is to say.

Taken apart from the name: a title (`Mme DURAND`), a birth name (`Durand née Martin`), a remark in parentheses, a mark
of death, an e-mail address or phone number. Refused: fillers, addresses, numbers, texts too long to be a name. Only
said: companies, several people, digits, signs. A surname in capitals beside a name in small letters (`DUPONT Jean`) is
told apart by its case.

>>> cell = read_cell("Mme DURAND née MARTIN", surname=True)
>>> cell.name, cell.birth_name, cell.title, sorted(cell.codes)
('Durand', 'Martin', 'Mme', ['name.birth-name', 'name.civility-inside'])
>>> read_cell("DUPONT Jean", surname=True).pair
('Jean', 'Dupont')
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from contactbase.model.enums import Sex
from contactbase.normalize.case import is_one_case, restore_first_name, restore_surname
from contactbase.normalize.civility import leading_civility, read_title, title_word, title_words
from contactbase.normalize.fold import fold
from contactbase.normalize.mojibake import is_usual
from contactbase.normalize.name_birth import birth_word, take_birth_name
from contactbase.normalize.name_opening import LONGEST, Draft, name_key, open_cell, refuse, trim
from contactbase.normalize.name_split import SIGN_JOINERS, WORD_JOINERS, is_joiner, split_by_case
from contactbase.normalize.name_words import (
    BIRTH_WORDS,
    COMPANY_START,
    COMPANY_WORDS,
    DECEASED_WORDS,
    FILLERS,
    MARRIED_WORDS,
    NULL_SPELLINGS,
    REFUSALS,
    WIDOW_WORDS,
)
from contactbase.normalize.refusal_words import refuses

__all__ = [
    "SPECIAL_WORDS",
    "TITLE_SPELLINGS",
    "NameCell",
    "is_company",
    "is_ordinary",
    "read_cell",
    "take_apart",
    "titled_ordinary",
]

_CARE_OF: Final = re.compile(
    r"(?:^|\s)(?:[cs]/o|s/c|aux bons soins d(?:e|u|es)|(?<=\w )chez)(?:\s*:)?\s.*", re.IGNORECASE
)
_REMARK: Final = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_GLUED: Final = re.compile(r"\b(?:mr|mme|mlle|melle|dr|pr|me|m)\.(?=[^\W\d_]{2})", re.IGNORECASE)
_PLAIN_TITLES: Final = frozenset({"mme", "mlle", "melle", "mr", "madame", "monsieur", "mademoiselle", "dr", "docteur"})
"""Titles wherever they stand in a name."""
_BETWEEN: Final = SIGN_JOINERS | {"-", "‐", "‑", "–"}
_ORDINARY: Final = re.compile("[A-Za-zÀ-ÖØ-öø-ÿ]+(?:[ '-][A-Za-zÀ-ÖØ-öø-ÿ]+)*+")
_SIGNS: Final = frozenset('@#%*!;:\\{}[]()_§|<>"')
_ROUNDS: Final = 4
_PARTING: Final = frozenset("/;|")
_KNOWN_AS: Final = frozenset({"dit", "dite", "alias", "aka", "surnomme", "surnommee"})
_PARTNERS: Final = frozenset(
    "fils fille filles pere cie co compagnie associes associe frere freres soeurs sons".split()
)
"""What stands behind `&` or `et` in the name of a company."""
_ASKING: Final = frozenset({"ne", "rouge", "desabonne", "desabonnee", "desinscrit", "desinscrite", "bloctel", "do"})
"""A word of these stands in every request that `REFUSALS` finds."""
TITLE_SPELLINGS: Final = frozenset(
    "M. M Mme Mr Mr. MR MME M.me Mlle MLLE Dr Dr. DR Me Monsieur Madame MONSIEUR MADAME".split()
)
"""The usual ways of writing the usual titles before a name."""

SPECIAL_WORDS: Final = (
    (FILLERS | COMPANY_WORDS | COMPANY_START | title_words() | DECEASED_WORDS)
    | (BIRTH_WORDS | MARRIED_WORDS | WIDOW_WORDS | _ASKING | _KNOWN_AS | {"chez", "soins"})
    | WORD_JOINERS.union(map(fold, NULL_SPELLINGS))
)
"""The words for which a cell has to be looked at more closely."""


_NO_CODES: Final[Mapping[str, Mapping[str, str | int]]] = MappingProxyType({})


class NameCell(NamedTuple):
    """What one name cell says. `pair` is (first name, last name) where the cell holds both, told apart by case."""

    name: str = ""
    title: str | None = None
    sex: Sex | None = None
    couple: bool = False
    birth_name: str | None = None
    pair: tuple[str, str] | None = None
    codes: Mapping[str, Mapping[str, str | int]] = _NO_CODES

    def __repr__(self) -> str:
        """Show no personal value."""
        return f"NameCell(codes={dict(self.codes)!r})"


def read_cell(text: str, *, surname: bool) -> NameCell:
    """Read the cell of a last-name column, or of a first-name column; reading the name found gives it again."""
    if is_ordinary(text):
        return _read_ordinary(text, surname=surname)
    titled = titled_ordinary(text)
    if titled is not None:
        draft, name = titled
        cell = _read_ordinary(name, surname=surname)
        return NameCell(cell.name, draft.title, draft.sex, draft.couple, None, cell.pair, {**draft.codes, **cell.codes})
    cell = _read_once(text, surname=surname)
    for _ in range(_ROUNDS):
        if not cell.name:
            return cell
        ordinary = is_ordinary(cell.name)
        again = (_read_ordinary if ordinary else _read_once)(cell.name, surname=surname)
        if again.name == cell.name:
            return cell
        cell = NameCell(
            again.name,
            cell.title or again.title,
            cell.sex or again.sex,
            cell.couple or again.couple,
            cell.birth_name or again.birth_name,
            again.pair,
            {**cell.codes, **again.codes},
        )
    return NameCell(codes={**cell.codes, "name.unreadable": {}})


def titled_ordinary(text: str) -> tuple[Draft, str] | None:
    """Give the title with which a cell begins and the ordinary name after it; None for any other cell."""
    head, _, rest = text.partition(" ")
    if head not in TITLE_SPELLINGS or not is_ordinary(rest):
        return None
    draft = Draft()
    draft.take_usual_title(head)
    return draft, rest


def _read_ordinary(text: str, *, surname: bool) -> NameCell:
    if is_one_case(text) or text.istitle():
        return NameCell((restore_surname if surname else restore_first_name)(text))
    draft = Draft()
    name, pair = _cased(text, draft, surname=surname)
    return NameCell(name, pair=pair, codes=draft.codes)


def is_ordinary(text: str) -> bool:
    """Tell whether a cell holds the words of a name and nothing else: letters, single spaces, hyphens, apostrophes."""
    if len(text) > LONGEST or _ORDINARY.fullmatch(text) is None or not is_usual(text):
        return False
    keys = fold(text).split()
    letters = "".join(keys)
    special = not SPECIAL_WORDS.isdisjoint(keys) or (len(keys) > 1 and " ".join(keys) in FILLERS)
    return not special and len(text) > 1 and letters.count(letters[0]) < len(letters)


def _read_once(text: str, *, surname: bool) -> NameCell:
    draft = Draft()
    plain = open_cell(text, draft)
    words = take_apart(plain, draft) if plain else []
    words = _take_birth_name(words, draft, surname=surname)
    name = trim(" ".join(words))
    pair = None
    if name and refuse(name, draft):
        name, pair = _cased(name, draft, surname=surname)
    else:
        name = ""
    return NameCell(name, draft.title, draft.sex, draft.couple, draft.birth_name, pair, draft.codes)


def _cased(name: str, draft: Draft, *, surname: bool) -> tuple[str, tuple[str, str] | None]:
    """Give a name its capitals, or the two names that it holds; a company keeps its own."""
    words = name.split()
    if is_company(words):
        draft.note("name.looks-like-company")
        return name, None
    pair = _pair(name, words, draft, surname=surname)
    if pair is not None:
        return name, pair
    return (restore_surname if surname else restore_first_name)(name), None


def _pair(name: str, words: Sequence[str], draft: Draft, *, surname: bool) -> tuple[str, str] | None:
    """Give the first and the last name of a cell that shows both, by a comma or by case."""
    last, comma, first = (part.strip() for part in name.partition(","))
    if surname and comma and last and first:
        pair = first, last
    else:
        split = split_by_case(words)
        if split is None:
            return None
        pair = " ".join(split[0]), " ".join(split[1])
    draft.note("name.two-names")
    return restore_first_name(pair[0]), restore_surname(pair[1])


def take_apart(text: str, draft: Draft) -> list[str]:
    """Give the words of a name, its title, remarks and marks of death taken out; note what is odd in the rest."""
    if "(" in text or "[" in text:
        text = trim(" ".join(_REMARK.sub(lambda found: _remark(found[1], draft), text).split()))
    text = _without_care_of(text, draft)
    words = _GLUED.sub(lambda found: found[0] + " ", text.replace("†", " † ")).split()
    words = _take_refusal(words, draft)
    if not DECEASED_WORDS.isdisjoint(map(name_key, words)) and len(words) > 1:
        draft.note("name.deceased")
        words = [word for word in words if name_key(word) not in DECEASED_WORDS]
    words = _with_letters(_take_titles(words, draft), draft)
    two = any(is_joiner(word) or "&" in word for word in words[1:-1]) or not _PARTING.isdisjoint(text[1:-1])
    draft.join(two=two and not is_company(words))
    if not _KNOWN_AS.isdisjoint(map(name_key, words[1:-1])):
        draft.note("name.also-known-as")
    _note_oddities(" ".join(words), draft)
    return words


def _without_care_of(text: str, draft: Draft) -> str:
    """Leave out who receives the mail for somebody: `Durand c/o Martin`, `Durand chez Martin`."""
    name = _CARE_OF.sub("", text)
    if name == text:
        return text
    draft.note("name.care-of")
    return trim(name)


def _take_refusal(words: list[str], draft: Draft) -> list[str]:
    """Take a request not to be contacted off a name."""
    if _ASKING.isdisjoint(map(name_key, words)):
        return words
    keys = " ".join(map(name_key, words))
    found = REFUSALS.search(keys)
    if found is None:
        return words
    draft.note("name.refusal-beside")
    start = keys.count(" ", 0, found.start())
    return words[:start] + words[start + found[0].count(" ") + 1 :]


def _with_letters(words: list[str], draft: Draft) -> list[str]:
    """Drop the words that are nothing but signs, what stands between two people or two words apart."""
    kept = [word for word in words if word in _BETWEEN or any(map(str.isalnum, word))]
    if len(kept) < len(words):
        draft.note("name.signs-left-out")
    return kept


def _remark(inside: str, draft: Draft) -> str:
    """Judge what stands in parentheses: part of the name, a mark of death, a title, or a remark to be left out."""
    words = inside.split()
    found = birth_word(words)
    if found is not None and found[0] == 0:
        return f" {inside} "
    civility = read_title(inside)
    if civility is not None:
        draft.take_title(civility)
    elif not DECEASED_WORDS.isdisjoint(map(name_key, words)):
        draft.note("name.deceased")
    elif refuses(frozenset(map(name_key, words))):
        draft.note("name.refusal-beside")
    elif words:
        draft.note("name.remark")
    return " "


def _take_titles(words: list[str], draft: Draft) -> list[str]:
    """Take the titles off a name: at its beginning, before the second of two people, the plainest ones anywhere."""
    found = leading_civility(words)
    if found is not None and (found[1] < len(words) or name_key(words[0]) != "m"):
        draft.take_title(found[0])
        if found[1] == 1 and words[0] in {"M", "m"}:
            draft.note("name.civility-unsure")
        words = words[found[1] :]
    for index, word in enumerate(words[1:-1], 1):
        second = leading_civility(words[index + 1 :]) if is_joiner(word) else None
        if second is not None:
            draft.take_second_title(second[0])
            rest = words[index + 1 + second[1] :]
            draft.join(two=True)
            words = words[: index + 1] + rest if rest else words[:index]
            break
    plain = [word for word in words if name_key(word) in _PLAIN_TITLES]
    for civility in map(title_word, plain):
        if civility is not None:
            draft.take_title(civility)
    return [word for word in words if word not in plain] if plain else words


def _take_birth_name(words: list[str], draft: Draft, *, surname: bool) -> list[str]:
    """Take a birth name off the words of a name; in a first-name cell only what follows `née` is one."""
    found = birth_word(words)
    if found is None or (found[1] and not surname):
        return words
    return take_birth_name(words, found, draft)


def is_company(words: Sequence[str]) -> bool:
    """Tell whether the words of a name hold a word of companies."""
    keys = [name_key(word) for word in words]
    if any(is_joiner(word) and key in _PARTNERS for word, key in zip(words, keys[1:], strict=False)):
        return True
    return not COMPANY_WORDS.isdisjoint(keys) or (len(keys) > 1 and keys[0] in COMPANY_START)


def _note_oddities(text: str, draft: Draft) -> None:
    """Note digits, signs and single letters in what is left of a name."""
    if any(map(str.isdigit, text)):
        draft.note("name.digits")
    if "?" in text:
        draft.note("text.damaged")
    if any(char in _SIGNS or unicodedata.category(char)[0] == "S" for char in text if not char.isalnum()):
        draft.note("name.symbols")
    if sum(map(str.isalpha, text)) == 1:
        draft.note("name.initial")
