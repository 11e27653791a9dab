"""Cities: the name with its capitals put back, CEDEX and postcode taken off, and a key by which spellings are one.

Convention: capitals are put back only in a name that is all capitals or all small letters; mixed case is information.
Small words inside a name (`sur`, `de`, `la`, `à`) follow the INSEE Code officiel géographique: of 32,686 communes
written in capitals, 99.9 % come back as INSEE writes them, accents apart. Accents are never invented: `SAINT-ETIENNE`
becomes `Saint-Etienne`, and only a commune table given by the user (`communes`) knows `Saint-Étienne`. `St` stays as it
was typed; the key says that it is `Saint`. The arrondissements of Paris, Lyon and Marseille are taken off with a
finding, as the postcode holds them.

>>> cells = ("AIX-EN-PROVENCE", "L'ISLE-D'ABEAU", "le mans", "LYON CEDEX 03", "PARIS 12")
>>> [normalize(cell).values[0] for cell in cells]
['Aix-en-Provence', "L'Isle-d'Abeau", 'Le Mans', 'Lyon', 'Paris']
>>> city_key("ST ETIENNE CEDEX 2") == city_key("Saint-Étienne") == "saint etienne"
True
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import attrs

from contactbase.model.hints import Hints
from contactbase.model.journal import Finding
from contactbase.normalize.city_key import city_key
from contactbase.normalize.communes import CommuneTable
from contactbase.normalize.country import country_code
from contactbase.normalize.data.place_words import ARRONDISSEMENTS, ROMAN, SMALL
from contactbase.normalize.data.postcodes import FRENCH, POSTCODES
from contactbase.normalize.normalized import Cell, FieldNormalizer, Normalized
from contactbase.normalize.place_cell import LONGEST, field_of, place_column, says_nothing, too_long
from contactbase.normalize.place_remarks import judge_city
from contactbase.normalize.postcode import split_postcode
from contactbase.normalize.remark import remark
from contactbase.normalize.text import mend

__all__ = ["CITY", "CommuneTable", "city_key", "column", "normalize", "restore_case", "with_communes"]

_CEDEX: Final = re.compile(r"(?:[\s,-]{1,3}cedex(?:\s{0,3}[0-9]{1,2})?)+", re.IGNORECASE)
_DEPARTMENT: Final = re.compile(r"\s{0,3}\((?:[0-9]{2,3}|2[ab])\)", re.IGNORECASE)
_ARRONDISSEMENT: Final = re.compile(
    r"(paris|lyon|marseille)[\s,-]{1,3}([0-9]{1,2}|[ivx]{1,5})\s{0,3}(?:er|e|è|ème|eme|ième|ieme|nd|°)?\.?"
    r"(?:[\s-]{1,3}arr(?:t|dt|ondissement)?\.?)?",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(r", | - ")
_WORD: Final = re.compile(r"[^\W\d_]+")
_APOSTROPHES: Final = frozenset("'’ʼ`´")


def restore_case(name: str, region: str = "FR") -> str:
    """Put capitals back into a name that is all capitals or all small letters; any other stays as it is."""
    if not (name.isupper() or name.islower()):
        return name
    restored = _WORD.sub(lambda word: _cased(word, region), name)
    return restored if not (restored.isupper() or restored.islower()) or len(restored) == 1 else name


def _cased(word: re.Match[str], region: str) -> str:
    """Give one word of a name its case: small when it is a small word, or a syllable, that does not open the name."""
    letters = word[0].lower()
    before, after = word.string[: word.start()], word.string[word.end() : word.end() + 1]
    if any(map(str.isalpha, before)) and after and letters in SMALL.get(region, SMALL["FR"]):
        elided = after in _APOSTROPHES or after in {" ", "/"}
        if elided or len(letters) > 1 or letters not in {"d", "l", "s"}:
            return letters
    if _is_syllable(before, region):
        return letters
    titled = letters[:1].title() + letters[1:]
    return titled if len(titled) == len(letters) else word[0]


def _is_syllable(before: str, region: str) -> bool:
    """Tell whether what follows goes on with the same word: `Kermoroc'h`, `Presqu'île`, but `Sant'Andrea`."""
    if region not in FRENCH or before[-1:] not in _APOSTROPHES or not before:
        return False
    head = before[-5:-1].lower()
    return head[-2:].isalpha() and len(head) > 1 and not head.endswith(("sant", "rand"))


@attrs.frozen
class _Reader:
    """Reads the cities of one column."""

    field: str
    region: str
    communes: CommuneTable | None = None

    def __call__(self, text: str) -> Normalized[str]:
        if len(text) > LONGEST:
            return too_long(text, self.field)
        bare, codes = mend(text)
        if not bare:
            return Normalized()
        wrong = _refusal(bare)
        if wrong is not None:
            return Normalized((), (remark(wrong, self.field),))
        said = [remark(code, self.field) for code in codes]
        name = self._spell(self._strip(bare, said), said)
        if not name.isascii() and mend(name)[0] != name:  # capitals that look like garbled letters
            return Normalized((bare,), tuple(remark(code, self.field) for code in codes))
        said.extend(remark(code, self.field) for code in self._doubts(name))
        return Normalized((name,), tuple(dict.fromkeys(said)))

    def _doubts(self, name: str) -> Iterator[str]:
        """Say what is odd in a name that is kept."""
        if " / " in name or " ou " in name.lower():
            yield "city.two-names"
        if self.region in FRENCH and any(map(str.isdigit, name)):
            yield "city.digits"
        country = _country_behind(name)
        if country is not None and country != self.region:
            yield "city.country-inside"

    def _strip(self, name: str, said: list[Finding]) -> str:
        """Take off what is no part of a name, as long as something is."""
        while True:
            rest, found = self._strip_once(name)
            if found is None or not any(map(str.isalpha, rest)):
                return name
            said.append(found)
            name = rest

    def _strip_once(self, name: str) -> tuple[str, Finding | None]:
        rest = _without_postcode(name, self.region)
        if rest is not None:
            return rest.strip(" ,-"), remark("city.postcode-removed", self.field)
        if _country_behind(name) == self.region:
            return _AFTER.split(name)[0], remark("city.country-removed", self.field)
        if self.region not in FRENCH:
            return name, None
        for code, pattern in (("city.cedex-removed", _CEDEX), ("city.department-removed", _DEPARTMENT)):
            found = _at_end(pattern, name)
            if found is not None:
                return name[: found.start()].rstrip(" ,-"), remark(code, self.field)
        return self._strip_arrondissement(name)

    def _strip_arrondissement(self, name: str) -> tuple[str, Finding | None]:
        found = _ARRONDISSEMENT.fullmatch(name)
        if found is None:
            return name, None
        number = int(found[2]) if found[2].isdigit() else ROMAN.get(found[2].upper(), 0)
        if not 1 <= number <= ARRONDISSEMENTS[found[1].lower()]:
            return name, None
        return found[1], remark("city.arrondissement-removed", self.field, number=number)

    def _spell(self, name: str, said: list[Finding]) -> str:
        """Spell a name as the commune table does, else with its capitals put back."""
        cased = restore_case(name, self.region)
        spelled = self.communes.spelling(cased) if self.communes is not None else None
        if spelled is None or spelled == cased:
            return cased
        said.append(remark("city.spelling-restored", self.field))
        return spelled


def _refusal(bare: str) -> str | None:
    """Give the code of what makes a cell that of no city; None where nothing does."""
    if says_nothing(bare):
        return "place.none-stated"
    return judge_city(bare) if any(map(str.isalpha, bare)) else "city.number"


def _country_behind(name: str) -> str | None:
    """Give the country that stands behind a city's name after a comma or a dash; None where none does."""
    parts = _AFTER.split(name)
    if len(parts) != 2 or not all(parts):
        return None
    found = country_code(parts[1])
    return None if found in FRENCH and found != "FR" else found


def _without_postcode(name: str, region: str) -> str | None:
    """Give a name without the postcode of its country before or after it; None when there is none."""
    if region in FRENCH:
        parts = split_postcode(name)
        return None if parts is None else parts[1]
    shape, words = POSTCODES.get(region), name.split(" ")
    for count in (2, 1) if shape is not None else ():
        for code, rest in ((words[:count], words[count:]), (words[-count:], words[:-count])):
            if rest and shape is not None and shape.pattern.fullmatch("".join(code).replace("-", "").upper()):
                return " ".join(rest)
    return None


def _at_end(pattern: re.Pattern[str], name: str) -> re.Match[str] | None:
    """Give the first match that reaches the end of a name and leaves something before it."""
    return next((found for found in pattern.finditer(name) if found.end() == len(name) and found.start()), None)


def column(hints: Hints, communes: CommuneTable | None = None) -> Cell[str]:
    """Give the function that reads one column."""
    field = field_of(hints, "city")
    return place_column(_Reader(field, hints.region, communes), field)


CITY: Final = FieldNormalizer(name="city", fields=("city",), column=column, text=str)


def with_communes(communes: CommuneTable) -> FieldNormalizer[str]:
    """Give the normalizer that spells cities as a commune table does, where the table knows one spelling."""
    return attrs.evolve(CITY, column=lambda hints: column(hints, communes))


def normalize(text: str, hints: Hints = Hints()) -> Normalized[str]:  # noqa: B008 - a frozen value
    """Read one cell."""
    return column(hints)(text)
