"""A full name in one cell: which words are the first name, which the last.

In this order, the first that speaks decides: a comma (`Durand, Léa`), capitals beside small letters (`DURAND Léa`),
initials (`J. DURAND`), a particle or article (`Léa de la Tour`, `Yann Le Goff`), usual first names (`Durand Léa` only
when the other word is none). Where nothing speaks the first word is taken for the first name, and that is said
(`name.order-unsure`).

>>> read_full_name("M. LE GOFF Yann")[0]
PersonName(title='M.', couple=False, sex=<Sex.M: 'M'>)
>>> name, codes = read_full_name("DURAND née MARTIN Alice")
>>> name.first_name, name.last_name, name.birth_name
('Alice', 'Durand', 'Martin')
>>> full_name_text(name)
'Mme Durand née Martin, Alice'
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

import attrs

from contactbase.model.enums import Sex
from contactbase.normalize.case import is_initials, is_one_case, restore_first_name, restore_surname
from contactbase.normalize.civility import COUPLES, read_title, sex_of_title
from contactbase.normalize.first_names import is_also_surname, is_first_name
from contactbase.normalize.fold import fold
from contactbase.normalize.name_birth import birth_word, take_birth_name, without_birth_words
from contactbase.normalize.name_cell import (
    is_company,
    is_ordinary,
    take_apart,
    titled_ordinary,
)
from contactbase.normalize.name_opening import Draft, name_key, open_cell
from contactbase.normalize.name_split import is_joiner, split_by_case
from contactbase.normalize.name_words import ARTICLES, LINKED_PARTICLES, PARTICLES, ROMAN, SUFFIXES, VIETNAMESE_SURNAMES

__all__ = ["STRUCTURE", "Codes", "PersonName", "by_list", "full_name_text", "is_odd", "read_full_name"]

Codes = Mapping[str, Mapping[str, str | int]]
"""The codes found, each with its details."""

Words = Sequence[str]

_VIETNAMESE_MIDDLE: Final = frozenset({"van", "thi"})
STRUCTURE: Final = (
    PARTICLES | ARTICLES | LINKED_PARTICLES | SUFFIXES | VIETNAMESE_SURNAMES | {numeral.lower() for numeral in ROMAN}
) | frozenset("abcdefghijklmnopqrstuvwxyz")
"""Words that tell by themselves which part of a name they are."""
_EAST_ASIAN: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]+")
_ROUNDS: Final = 4
_NONE: Final = "-"
"""Stands for a name that is missing in the canonical text: `Durand, -`."""


@attrs.frozen
class PersonName:
    """A name taken apart. `title` is canonical; `couple` says that it is that of several people; None is unknown."""

    title: str | None = None
    first_name: str | None = attrs.field(default=None, repr=False)
    last_name: str | None = attrs.field(default=None, repr=False)
    birth_name: str | None = attrs.field(default=None, repr=False)
    couple: bool = False
    sex: Sex | None = None


def full_name_text(name: PersonName) -> str:
    """Give the canonical text of a name, `title last née birth, first`; reading it gives the name back."""
    titles = [] if name.title is None else [name.title]
    if name.couple and name.title not in COUPLES and sex_of_title(name.title) is None:
        titles.append("Famille")
    if name.sex is not None and sex_of_title(name.title) is None and name.title is not None:
        titles.insert(0, "M." if name.sex is Sex.M else "Mme")
    birth = ["née" if name.sex is Sex.F else "né", name.birth_name] if name.birth_name else []
    last = " ".join([*titles, name.last_name or _NONE, *birth])
    return f"{last}, {name.first_name or _NONE}"


def read_full_name(text: str) -> tuple[PersonName | None, Codes]:
    """Read a full name; None when the cell names nobody. Reading its canonical text gives the name again."""
    quick = _read_ordinary(text)
    if quick is not None:
        return quick
    name, codes = _read_once(text)
    for _ in range(_ROUNDS):
        if name is None or _is_settled(name):
            return name, codes
        again, more = _read_once(full_name_text(name))
        if again == name:
            return name, codes
        name, codes = again, {**codes, **more}
    return None, {**codes, "name.unreadable": {}}


def _read_ordinary(text: str) -> tuple[PersonName, Codes] | None:
    """Read a name that is ordinary words, `title ordinary words` or `last, first`; None for any other text."""
    if is_ordinary(text):
        draft = Draft()
    else:
        last, comma, first = text.partition(", ")
        if comma:
            if not is_ordinary(first) or not is_ordinary(last) or name_key(first) in SUFFIXES:
                return None
            if _are_two_people(last, first):
                return None
            return PersonName(None, restore_first_name(first), restore_surname(last)), {}
        titled = titled_ordinary(text)
        if titled is None:
            return None
        draft, text = titled
    words = text.split(" ")
    first, last = _restored(*(by_list if _are_plain(text, words) else _order)(words, draft))
    return PersonName(draft.title, first or None, last or None, None, draft.couple, draft.sex), draft.codes


def _is_settled(name: PersonName) -> bool:
    """Tell whether nothing in the parts of a name would be taken apart again."""
    first, last, birth = name.first_name or "", name.last_name or "", name.birth_name or ""
    return (
        not name.couple
        and all(is_ordinary(part) for part in (first, last, birth) if part)
        and restore_first_name(first) == first
        and restore_surname(last) == last
        and restore_surname(birth) == birth
        and name_key(first) not in SUFFIXES
    )


def _are_plain(text: str, words: Words) -> bool:
    """Tell whether a name is two words in one way of writing, neither of which says by itself what it is."""
    if len(words) != 2 or not (text.istitle() or is_one_case(text)):
        return False
    return STRUCTURE.isdisjoint(fold(text).split()) and all(len(word) > 1 and word.isalpha() for word in words)


def _read_once(text: str) -> tuple[PersonName | None, Codes]:
    draft = Draft()
    plain = open_cell(text, draft)
    if not plain:
        return None, draft.codes
    last, comma, first = plain.partition(",")
    if text.startswith(f"{_NONE}, "):
        parts = _read_parts("", plain.replace(",", " "), draft)
    elif comma and _are_two_people(last, first):
        draft.join(two=True)
        parts = _read_words(take_apart(f"{last} et {first}", draft), draft)
    elif text.endswith(f", {_NONE}") or (comma and first.strip() and name_key(first) not in SUFFIXES):
        first = _without_title(first, draft)
        parts = _read_parts(last, first.replace(",", " "), draft)
    else:
        parts = _read_words(take_apart(plain.replace(",", " "), draft), draft)
    first_name, last_name = parts
    if not first_name and not last_name:
        return None, draft.codes
    return (
        PersonName(draft.title, first_name or None, last_name or None, draft.birth_name, draft.couple, draft.sex),
        draft.codes,
    )


def _are_two_people(one: str, other: str) -> bool:
    """Tell whether each side of a comma is a whole name: `Jean DURAND, Marie PETIT`."""
    return all(_is_whole_name(side.split()) for side in (one, other))


def _is_whole_name(words: Words) -> bool:
    if len(words) < 2:
        return False
    if split_by_case(words) is not None:
        return True
    return is_first_name(words[0]) and not is_also_surname(words[0]) and not is_first_name(words[-1])


def _without_title(first: str, draft: Draft) -> str:
    """Take the title off that stands behind a second comma: `Durand, Jean-Pierre, M.`."""
    rest, comma, title = first.rpartition(",")
    civility = read_title(title.strip()) if comma else None
    if civility is None or not rest.strip():
        return first
    draft.take_title(civility)
    return rest


def _read_parts(last: str, first: str, draft: Draft) -> tuple[str, str]:
    """Read a name whose two parts a comma has told apart."""
    surname = take_apart(last.strip(), draft) if last.strip(" -") else []
    given = take_apart(first.strip(), draft) if first.strip(" -") else []
    if is_company(surname):
        draft.note("name.looks-like-company")
        return restore_first_name(" ".join(given)), " ".join(surname)
    found = birth_word(surname)
    if found is not None:
        surname = take_birth_name(surname, found, draft)
    if surname == [_NONE]:
        surname = []
    return restore_first_name(" ".join(given)), restore_surname(" ".join(surname))


def _read_words(words: list[str], draft: Draft) -> tuple[str, str]:
    """Read a name that no comma tells apart."""
    if not words:
        return "", ""
    if is_company(words):
        draft.note("name.looks-like-company")
        return "", " ".join(words)
    found = birth_word(words)
    return _restored(*(_order(words, draft) if found is None else _order_with_birth(words, found, draft)))


def _restored(first: Words, last: Words) -> tuple[str, str]:
    """Give both names their capitals; a first name that is `Jr` alone belongs to the last."""
    if len(first) == 1 and name_key(first[0]) in SUFFIXES:
        first, last = (), (*last, *first)
    return restore_first_name(" ".join(first)), restore_surname(" ".join(last))


def _order_with_birth(words: list[str], found: tuple[int, bool], draft: Draft) -> tuple[Words, Words]:
    """Order `Alice DURAND née MARTIN`, `DURAND née MARTIN Alice`, `MARTIN Alice épouse DURAND`."""
    index, married = found
    before, after = without_birth_words(words[:index]), without_birth_words(words[index + 1 :])
    if not before or not after:
        return ((), take_birth_name(words, found, draft))
    split = split_by_case(after) or _first_name_behind(after, draft)
    first, rest = split if split is not None else ([], after)
    if len(before) > 1:
        given, name = _order(before, draft)
        first = [*given, *first]
    else:
        name = before
    birth, last = (name, rest) if married else (rest, name)
    draft.take_birth_name(restore_surname(" ".join(birth)), words[index])
    return first, last


def _first_name_behind(words: Words, draft: Draft) -> tuple[Words, Words] | None:
    """Tell the usual first names behind a surname from it: `Durand Vve MARTIN ALICE`."""
    count = min(_count(words[::-1]), len(words) - 1)
    if not count or is_also_surname(words[-1]):
        return None
    draft.note("name.order-by-list")
    return words[-count:], words[:-count]


def _order(words: Words, draft: Draft) -> tuple[Words, Words]:
    """Tell the words of the first name from those of the last."""
    if len(words) == 1:
        draft.note("name.single-word")
        usual = is_first_name(words[0]) and not is_also_surname(words[0])
        return (words, ()) if usual else ((), words)
    if words[-1] in ROMAN or name_key(words[-1]) in SUFFIXES:
        first, last = _order(words[:-1], draft)
        return first, (*last, words[-1])
    if name_key(words[0]) in VIETNAMESE_SURNAMES and name_key(words[1]) in _VIETNAMESE_MIDDLE:
        return words[1:], words[:1]
    joint = next((index for index in range(1, len(words) - 1) if is_joiner(words[index])), None)
    split = split_by_case(words)
    if split is not None:
        if is_odd(*split):
            draft.note("name.order-unsure")
        return split
    if joint is not None:
        return _order_two(words, joint)
    found = _by_script(words, draft) or _by_initials(words, draft)
    return found or _by_particle(words, draft) or by_list(words, draft)


def _order_two(words: Words, joint: int) -> tuple[Words, Words]:
    """Order the names of two people (`Jean et Marie Durand`); two whole names are kept together as the last name."""
    before, after = words[:joint], words[joint + 1 :]
    if len(before) == len(after) == 1:
        return (words, ()) if is_first_name(before[0]) and is_first_name(after[0]) else ((), words)
    if len(before) == 1:
        return words[: joint + 2], words[joint + 2 :]
    if len(after) == 1:
        return words[joint - 1 :], words[: joint - 1]
    return (), words


def is_odd(first: Words, last: Words) -> bool:
    """Tell whether the word in capitals is a usual first name and the other one is none: `LÉA Durand`."""
    if len(first) != 1 or len(last) != 1 or is_first_name(first[0]):
        return False
    return is_first_name(last[0]) and not is_also_surname(last[0])


def _by_script(words: Words, draft: Draft) -> tuple[Words, Words] | None:
    """Put the family's name first in Chinese, Japanese and Korean script."""
    if not all(map(_EAST_ASIAN.fullmatch, words)):
        return None
    draft.note("name.family-name-first")
    return words[1:], words[:1]


def _by_initials(words: Words, draft: Draft) -> tuple[Words, Words] | None:
    """Take initials for the first name: `J. DURAND`, `DURAND J.-P.`; say so where they may be something else."""
    found = _elided(words, draft) or _initials(words)
    if found is not None and len(found[1]) == 1 and is_first_name(found[1][0]):
        draft.note("name.order-unsure")
    return found


def _elided(words: Words, draft: Draft) -> tuple[Words, Words] | None:
    """Read a lone `O`, `D`, `L` or `N` at the head, which may have lost its apostrophe: `O Brien Sean`."""
    if len(words[0]) != 1 or words[0].lower() not in "odln":
        return None
    draft.note("name.order-unsure")
    usual = len(words) > 2 and all(map(is_first_name, words[2:])) and not is_first_name(words[1])
    return (words[2:], words[:2]) if usual else None


def _initials(words: Words) -> tuple[Words, Words] | None:
    lead = next(index for index in range(len(words) + 1) if index == len(words) or not is_initials(words[index]))
    if 0 < lead < len(words):
        return words[:lead], words[lead:]
    if lead == 0 and is_initials(words[-1]):
        return words[-1:], words[:-1]
    return None


def _by_particle(words: Words, draft: Draft) -> tuple[Words, Words] | None:
    """Begin the last name at a particle or article: `Léa de la Tour`; at the head of the cell it comes first."""
    if not _begins_surname(words[0]):
        start = next((index for index in range(1, len(words)) if _begins_surname_at(index, words)), None)
        return None if start is None else (words[:start], words[start:])
    stop = next((index for index, word in enumerate(words) if _is_surname_head(word)), len(words) - 1) + 1
    if stop >= len(words):
        draft.note("name.single-word")
        return (), words
    draft.note("name.order-by-list" if is_first_name(words[stop]) else "name.order-unsure")
    return words[stop:], words[:stop]


def _begins_surname_at(index: int, words: Words) -> bool:
    follows = index < len(words) - 1 or _is_surname_head(words[index])
    return follows and _begins_surname(words[index])


def _is_surname_head(word: str) -> bool:
    """Tell whether a word is more than a particle or an article, alone or behind an apostrophe."""
    return not _begins_surname(word) or "'" in word or "’" in word


def _begins_surname(word: str) -> bool:
    key = word.lower()
    bare = name_key(word)
    if "'" in key or "’" in key:
        return key[:2] in {"d'", "d’", "l'", "l’", "o'", "o’", "n'", "n’"}
    return len(bare) > 1 and (bare in PARTICLES or bare in ARTICLES or bare in LINKED_PARTICLES)


def by_list(words: Words, draft: Draft) -> tuple[Words, Words]:
    """Order by usual first names; a word that is a usual surname as well is a weak sign."""
    lead = _count(words)
    trail = _count(words[::-1])
    strong_lead = lead and not is_also_surname(words[0])
    strong_trail = trail and not is_also_surname(words[-1])
    if (strong_trail and not strong_lead) or (trail and not lead):
        draft.note("name.order-by-list")
        cut = len(words) - min(trail, len(words) - 1)
        return words[cut:], words[:cut]
    if not (strong_lead and not strong_trail) and not (lead and not trail):
        draft.note("name.order-unsure")
    cut = min(max(lead, 1), len(words) - 1)
    return words[:cut], words[cut:]


def _count(words: Words) -> int:
    """Count the usual first names with which the words begin."""
    return next((index for index, word in enumerate(words) if not is_first_name(word)), len(words))
