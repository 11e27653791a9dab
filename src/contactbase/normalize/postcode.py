"""Postcodes: the code in the normal form of its country, a lost leading zero put back, what is wrong named.

Convention: structure alone (`data.postcodes`): a code that has the right shape may still not exist. France (La Poste,
INSEE): five digits, of which the first two (three overseas) are a department or territory; `75116`, CEDEX codes and
`98000` (Monaco) are codes like others; `00xxx` are those of the armed forces; `2A004` is an INSEE code and no
postcode. What has the form of another country alone is kept in that form, and said.

A department is that of the office that delivers: a few dozen communes are served from the neighbouring one.

>>> from contactbase.model.hints import Hints
>>> normalize("1000").values, normalize("1000").findings[0].code
(('01000',), 'postcode.zero-restored')
>>> normalize("1012ab", Hints(region="NL")).values, normalize("F-75 001").values, normalize("750011").values
(('1012 AB',), ('75001',), ())
>>> department_of("20137"), department_of("20600"), department_of("97400"), department_of("97133")
('2A', '2B', '974', '977')
"""

from __future__ import annotations

import re
from collections.abc import Iterator, MutableMapping
from typing import Any, Final

from contactbase.model.hints import Hints
from contactbase.model.journal import Finding
from contactbase.normalize.data.departments import COLLECTIVITIES, DEPARTMENTS, OWN_POSTCODES
from contactbase.normalize.data.postcodes import ALONE, FRENCH, HYPHENATED, POSTCODES, PREFIXES, Shape
from contactbase.normalize.normalized import MAKE, Cell, FieldNormalizer, Made, Normalized
from contactbase.normalize.place_cell import LONGEST, bare_text, field_of, place_column, says_nothing, too_long
from contactbase.normalize.remark import remark
from contactbase.normalize.remember import remember

__all__ = ["POSTCODE", "column", "department_of", "department_of_contact", "normalize", "split_postcode"]

_FLOAT: Final = re.compile(r"([0-9]+)[.,]0{1,9}")
_GAPS: Final = re.compile(r"[\s.\-_]+")
_PREFIX: Final = re.compile(r"([A-Z]{1,3})\s{0,3}-\s{0,3}([0-9].*)")
_GLUED: Final = re.compile(r"(?:FR|F)\s{0,3}-?\s{0,3}([0-9].*)")
_CODE_THEN_TEXT: Final = re.compile(r"(?:F-?)?([0-9]{2} ?[0-9]{3})\s{0,3}[-,]?\s{0,3}(?![0-9])(\S.*)", re.IGNORECASE)
_TEXT_THEN_CODE: Final = re.compile(r"(.*\D)\s{0,3}(?<![0-9 ])[\s,(-]{1,3}([0-9]{5})\)?")
_INSEE: Final = re.compile(r"2[AB][0-9]{3}")
_FILLERS: Final = frozenset(digit * 5 for digit in "0123456789") | {"12345"}
_OTHER: Final = re.compile(r"[A-Z0-9](?:[A-Z0-9 -]{0,10}[A-Z0-9])?")
_CODES: Final = {code: code for code in (*DEPARTMENTS, *COLLECTIVITIES)}
"""The codes by themselves, so that a large base holds each of them once."""
_CORSICA: Final = {"200": "2A", "201": "2A", "202": "2B", "206": "2B"}
_MAINLAND: Final = frozenset(code for code in DEPARTMENTS if len(code) == 2 and code.isdigit())
_CACHED: Final = 16_384
"""Cells: France has some 6,300 postcodes."""
_FORCES: Final = "00"
_MONACO: Final = "980"


def department_of(postcode: str) -> str | None:
    """Give the code of the department (or overseas collectivity) of a French postcode; None when it has none."""
    if len(postcode) != 5 or not (postcode.isascii() and postcode.isdigit()):
        return None
    if postcode in OWN_POSTCODES:
        return OWN_POSTCODES[postcode]
    code = postcode[:3] if postcode[:2] in {"97", "98"} else postcode[:2]
    if code == "20":
        return _CORSICA.get(postcode[:3])
    return _CODES.get(code)


def department_of_contact(out: MutableMapping[str, Any]) -> None:
    """Complete the fields of a contact by the department of its postcode, where it has none and may live in France."""
    if "department" not in out and "postcode" in out and out.get("country", "FR") in FRENCH:
        department = department_of(out["postcode"])
        if department is not None:
            out["department"] = department


def split_postcode(text: str) -> tuple[str, str] | None:
    """Take `69001 LYON` or `Lyon (69001)` apart into postcode and the rest; None for any other text."""
    if len(text) > LONGEST:
        return None
    first = _CODE_THEN_TEXT.fullmatch(text)
    if first is not None and any(map(str.isalpha, first[2])):
        return first[1].replace(" ", ""), first[2]
    last = _TEXT_THEN_CODE.fullmatch(text)
    return None if last is None or not any(map(str.isalpha, last[1])) else (last[2], last[1].rstrip(" ,(-"))


class _Reader:
    """Reads the postcodes of one country."""

    __slots__ = ("country", "field", "french", "shape")

    def __init__(self, hints: Hints) -> None:
        self.country = hints.region
        self.field = field_of(hints, "postcode")
        self.shape = POSTCODES.get(hints.region)
        self.french = hints.region in FRENCH

    def __call__(self, text: str) -> Normalized[str]:
        if self.french and len(text) == 5 and text.isascii() and text.isdigit():
            return self._judge_french(text, ())
        if len(text) > LONGEST:
            return too_long(text, self.field)
        bare = bare_text(text).upper()
        if not bare:
            return Normalized()
        if says_nothing(bare):
            return Normalized((), (remark("place.none-stated", self.field),))
        return self._any_country(bare) if self.shape is None else self._read(bare, self.shape)

    def _any_country(self, bare: str) -> Normalized[str]:
        """Keep the postcode of a country without a rule as it is."""
        if not _OTHER.fullmatch(bare) or not any(map(str.isdigit, bare)):
            return self._malformed()
        return Normalized((bare,), (remark("postcode.unverified", self.field, country=self.country),))

    def _malformed(self) -> Normalized[str]:
        return Normalized((), (remark("postcode.malformed", self.field, country=self.country),))

    def _read(self, bare: str, shape: Shape) -> Normalized[str]:
        for read in (self._own, self._foreign, self._beside_text):
            form = read(bare, shape)
            if form is not None:
                return form
        insee = self.french and _INSEE.fullmatch(bare) is not None
        return Normalized((), (remark("postcode.insee-code", self.field),)) if insee else self._malformed()

    def _own(self, bare: str, shape: Shape) -> Normalized[str] | None:
        """Read a code of the column's own country."""
        for compact, repair in self._spellings(bare, shape):
            if shape.pattern.fullmatch(compact):
                value = shape.lay_out(compact)
                tidied = remark("postcode.tidied", self.field) if value != bare else None
                said = repair or tidied
                return self._judge(value, () if said is None else (said,))
        return None

    def _spellings(self, bare: str, shape: Shape) -> Iterator[tuple[str, Finding | None]]:
        """Give what the cell may mean, the surest reading first, with what is to be said of it."""
        whole = _FLOAT.fullmatch(bare)
        compact = whole[1] if whole else _GAPS.sub("", bare)
        yield compact, None
        prefixed = _PREFIX.fullmatch(bare)
        if prefixed is not None and PREFIXES.get(prefixed[1]) == self.country:
            compact = _GAPS.sub("", prefixed[2])
            yield compact, remark("postcode.tidied", self.field)
        glued = _GLUED.fullmatch(bare) if self.french else None
        if glued is not None:
            compact = _GAPS.sub("", glued[1])
            yield compact, remark("postcode.tidied", self.field)
        if shape.digits and "O" in compact:
            compact = compact.replace("O", "0")
            yield compact, remark("postcode.letter-for-digit", self.field)
        missing = shape.digits - len(compact)
        if 0 < missing <= shape.zeros and compact.isdigit() and not (self.french and compact.startswith("0")):
            counts = {"digits": len(compact), "length": shape.digits}
            yield "0" * missing + compact, remark("postcode.zero-restored", self.field, **counts)

    def _judge(self, value: str, said: tuple[Finding, ...]) -> Normalized[str]:
        if self.french:
            return self._judge_french(value, said)
        if value.replace("0", "").replace("-", "").replace(" ", "") == "":
            return Normalized((), (remark("postcode.placeholder", self.field),))
        return Normalized((value,), said)

    def _judge_french(self, value: str, said: tuple[Finding, ...]) -> Normalized[str]:
        """Hold five digits against the departments of France."""
        if value in _FILLERS:
            return Normalized((), (remark("postcode.placeholder", self.field),))
        known = value[:2] in {_FORCES, "20"} or value[:3] == _MONACO or department_of(value) is not None
        if not known:
            prefix = value[:3] if value[:2] in {"97", "98"} else value[:2]
            return Normalized((), (remark("postcode.no-department", self.field, prefix=prefix),))
        return Normalized((value,), said)

    def _foreign(self, bare: str, _shape: Shape) -> Normalized[str] | None:
        """Keep a code that says by its prefix or form which other country it belongs to."""
        prefixed = _PREFIX.fullmatch(bare)
        if prefixed is not None and prefixed[1] in PREFIXES:
            country = PREFIXES[prefixed[1]]
            compact = _GAPS.sub("", prefixed[2])
            if POSTCODES[country].pattern.fullmatch(compact):
                return self._kept(f"{prefixed[1]}-{POSTCODES[country].lay_out(compact)}", country)
        compact = _GAPS.sub("", bare)
        for country in ALONE:
            if POSTCODES[country].pattern.fullmatch(compact):
                return self._kept(POSTCODES[country].lay_out(compact), country)
        for pattern, country in HYPHENATED.items():
            if re.fullmatch(pattern, bare):
                return self._kept(bare, country)
        return None

    def _kept(self, value: str, country: str) -> Normalized[str]:
        found = remark("postcode.other-country", self.field, found=country, country=self.country)
        return Normalized((value,), (found,))

    def _beside_text(self, bare: str, _shape: Shape) -> Normalized[str] | None:
        """Take a French postcode that stands beside CEDEX or the name of a place."""
        parts = split_postcode(bare) if self.french else None
        if parts is None or sum(map(str.isdigit, parts[1])) > 2:
            return None
        return self._judge_french(parts[0], (remark("postcode.text-removed", self.field),))


def column(hints: Hints) -> Cell[str]:
    """Give the function that reads one column."""
    whole = place_column(_Reader(hints), field_of(hints, "postcode"))
    return remember(_through_departments(whole), _CACHED) if hints.region in FRENCH else whole


def _through_departments(whole: Cell[str]) -> Cell[str]:
    """Take five digits that begin with a mainland department other than Corsica's as they are; hand on the rest."""
    make: Made[str] = MAKE

    def read(text: str) -> Normalized[str]:
        if text[:2] in _MAINLAND and len(text) == 5 and text.isascii() and text.isdigit() and text not in _FILLERS:
            return make(Normalized, ((text,), ()))
        return whole(text)

    return read


POSTCODE: Final = FieldNormalizer(name="postcode", fields=("postcode",), column=column, text=str)


def normalize(text: str, hints: Hints = Hints()) -> Normalized[str]:  # noqa: B008 - a frozen value
    """Read one cell."""
    return column(hints)(text)
