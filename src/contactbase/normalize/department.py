"""Departments of France: a code or a name in, the code out; and the region that a department lies in.

Convention: INSEE, Code officiel géographique (`data.departments`). A lost leading zero is put back (`1`), a postcode is
read as its department, former names count with a finding, and `20` or `Corse` is refused, since Corsica is 2A or 2B.
Names are compared by their fold key, exactly and never by likeness.

>>> normalize("Côte d'Or").values, normalize("1").values, normalize("69001").findings[0].code
(('21',), ('01',), 'department.from-postcode')
>>> normalize("20").findings[0].code, region_of("69")
('department.ambiguous', 'Auvergne-Rhône-Alpes')
"""

from __future__ import annotations

import re
from typing import Final

from contactbase.model.hints import Hints
from contactbase.model.journal import Finding
from contactbase.normalize.data.departments import COLLECTIVITIES, DEPARTMENTS, FORMER, REGIONS
from contactbase.normalize.data.place_words import EXPANDED
from contactbase.normalize.data.postcodes import FRENCH
from contactbase.normalize.fold import fold
from contactbase.normalize.normalized import Cell, FieldNormalizer, Normalized
from contactbase.normalize.place_cell import LONGEST, bare_text, field_of, place_column, says_nothing, too_long
from contactbase.normalize.postcode import department_of
from contactbase.normalize.remark import remark

__all__ = ["DEPARTMENT", "check_department", "column", "department_name", "normalize", "region_of"]

_NAMES: Final = {**DEPARTMENTS, **COLLECTIVITIES}
_CODES: Final = {fold(name): code for code, name in _NAMES.items()} | {
    "reunion": "974",
    "guyane francaise": "973",
    "saint martin antilles": "978",
    "belfort": "90",
    "territoire de belfort": "90",
    "tahiti": "987",
}
_FORMER: Final = {fold(name): code for name, code in FORMER.items()}
_CORSICA: Final = frozenset({"20", "corse", "la corse"})
_REGION_OF: Final = {code: name for name, departments in REGIONS.values() for code in departments}
_CODE_AND_NAME: Final = re.compile(r"\(?([0-9]{1,3}|2[ab])\)?\s{0,3}[-:)/,]?\s{0,3}(\D+)", re.IGNORECASE)
_NAME_AND_CODE: Final = re.compile(r"(\D*[^\W\d_])\s{0,3}[-:(/,]?\s{0,3}\(?([0-9]{1,3}|2[ab])\)?", re.IGNORECASE)
_METROPOLIS: Final = re.compile(r"69[dm]", re.IGNORECASE)
_ARTICLE: Final = re.compile(r"(?:departement )?(?:de la |de l |du |des |de |d |la |le |les |l )?(.+)")
_FLOAT: Final = re.compile(r"([0-9]{1,3})[.,]0{1,9}")


def region_of(department: str) -> str | None:
    """Give the name of the region (2016) of a department; None for a collectivity or an unknown code."""
    return _REGION_OF.get(department)


def department_name(department: str) -> str | None:
    """Give the name of a department or overseas collectivity."""
    return _NAMES.get(department)


def check_department(postcode: str, department: str) -> Finding | None:
    """Give a finding where a French postcode belongs to another department than the one that is said."""
    expected = department_of(postcode)
    if expected is None or expected == department:
        return None
    return remark("place.postcode-department-mismatch", "department", expected=expected, found=department)


def _code(text: str) -> str | None:
    """Give the department of a code as it may be typed."""
    code = text.upper()
    if code.isdigit() and len(code) < 2:
        code = f"0{code}"
    if len(code) == 3 and code.startswith("0"):
        code = code[1:]
    return code if code in _NAMES else None


def _name(text: str) -> tuple[str | None, bool]:
    """Give the department of a name, and whether the name is a former one."""
    key = " ".join(EXPANDED.get(word, word) for word in fold(text).split())
    bare = _ARTICLE.fullmatch(key)
    keys = (key,) if bare is None else (key, bare[1])
    for one in keys:
        if one in _CODES:
            return _CODES[one], False
        if one in _FORMER:
            return _FORMER[one], True
    return None, False


class _Reader:
    """Reads the departments of one column."""

    __slots__ = ("field", "french")

    def __init__(self, hints: Hints) -> None:
        self.field = field_of(hints, "department")
        self.french = hints.region in FRENCH

    def __call__(self, text: str) -> Normalized[str]:
        if len(text) > LONGEST:
            return too_long(text, self.field)
        bare = bare_text(text)
        if not bare:
            return Normalized()
        if says_nothing(bare):
            return Normalized((), (remark("place.none-stated", self.field),))
        if not self.french:
            return Normalized((bare,), (remark("department.unverified", self.field),))
        return self._read(bare)

    def _read(self, bare: str) -> Normalized[str]:
        number = _FLOAT.fullmatch(bare)
        if number is not None:
            bare = number[1]
        if fold(bare) in _CORSICA:
            return self._refuse("department.ambiguous")
        if _METROPOLIS.fullmatch(bare):
            bare = bare[:2]
        code = _code(bare)
        if code is not None:
            return Normalized((code,))
        postal = bare if len(bare) == 5 else f"0{bare}" if len(bare) == 4 else ""
        code = department_of(postal)
        if code is not None:
            return Normalized((code,), (remark("department.from-postcode", self.field),))
        return self._read_name(bare)

    def _read_name(self, bare: str) -> Normalized[str]:
        code, former = _name(bare)
        if code is None:
            code, former = self._read_pair(bare)
        if code is None:
            return self._refuse("department.unknown")
        return Normalized((code,), (remark("department.former-name", self.field),) if former else ())

    def _read_pair(self, bare: str) -> tuple[str | None, bool]:
        """Read `69 - Rhône` or `Rhône (69)`, where code and name agree."""
        first = _CODE_AND_NAME.fullmatch(bare)
        last = _NAME_AND_CODE.fullmatch(bare) if first is None else None
        if first is not None:
            code, name = first[1], first[2]
        elif last is not None:
            code, name = last[2], last[1]
        else:
            return None, False
        named, former = _name(name)
        return (named, former) if named is not None and named == _code(code) else (None, False)

    def _refuse(self, code: str) -> Normalized[str]:
        return Normalized((), (remark(code, self.field),))


def column(hints: Hints) -> Cell[str]:
    """Give the function that reads one column."""
    return place_column(_Reader(hints), field_of(hints, "department"))


DEPARTMENT: Final = FieldNormalizer(name="department", fields=("department",), column=column, text=str)


def normalize(text: str, hints: Hints = Hints()) -> Normalized[str]:  # noqa: B008 - a frozen value
    """Read one cell."""
    return column(hints)(text)
