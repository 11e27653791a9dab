"""Sex: F or M, from words in five languages, from letters where they are clear, from codes only with their table.

`1` and `2` mean what the source says: ISO/IEC 5218 and PrestaShop have 1 for a man, a CiviCRM export for a woman. So a
number is read by `hints.codes` (a layout's) or not at all. `M` is a man in French, English, German and Italian; in a
Spanish column of `H` and `M` it is a woman (*mujer*), so a column with both letters and no `F` is left undecided unless
its region speaks Spanish. A title is read too, by the sex that it tells.

>>> normalize("Femme").values, normalize("M").values, normalize("Mme").values
((<Sex.F: 'F'>,), (<Sex.M: 'M'>,), (<Sex.F: 'F'>,))
>>> [found.code for found in normalize("1").findings], normalize("1", Hints(codes={"1": "F"})).values
(['sex.code-unknown'], (<Sex.F: 'F'>,))
"""

from __future__ import annotations

from typing import Final

import attrs

from contactbase.model.enums import Sex
from contactbase.model.hints import Hints
from contactbase.model.journal import Finding, finding
from contactbase.normalize.civility import read_title
from contactbase.normalize.fold import fold
from contactbase.normalize.normalized import Cell, FieldNormalizer, Normalized
from contactbase.normalize.remember import remember
from contactbase.normalize.text import short_text
from contactbase.normalize.title import code_reader

__all__ = ["SEX", "SexEvidence", "normalize"]

_WORDS: Final = {
    Sex.F: "f femme feminin feminine fem female woman women fille girl dame w weiblich frau mujer hembra femenino"
    " femmina femminile donna vrouw vrouwelijk feminino mulher ♀",
    Sex.M: "m h homme masculin masculine masc male man men garcon boy mannlich maennlich mann hombre varon masculino"
    " maschio maschile uomo mannelijk homem ♂",
}
_TABLE: Final = {word: sex for sex, words in _WORDS.items() for word in words.split()}
_NEITHER: Final = frozenset(
    {
        "x",
        "autre",
        "other",
        "non binaire",
        "non binary",
        "nonbinary",
        "nb",
        "divers",
        "d",
        "altro",
        "otro",
        "neutre",
        "mx",
    }
)
_UNSAID: Final = frozenset(
    {
        *("inconnu", "inconnue", "unknown", "nc", "n c", "n/c", "na", "n/a", "nr", "nsp", "non renseigne"),
        *("ne se prononce pas", "ne souhaite pas repondre", "prefer not to say", "not specified", "undefined", "null"),
        *(
            "none",
            "nan",
            "unbekannt",
            "desconocido",
            "-",
            "--",
            "?",
            ".",
            "/",
            "u",
            "indetermine",
            "non communique",
            "non precise",
        ),
    }
)
_UNDECIDED: Final = "?"
_SPANISH: Final = frozenset("ES MX AR CO CL PE VE EC GT CU BO DO HN PY SV NI CR PA UY PR GQ".split())
_ANSWERS: Final = {sex: Normalized((sex,)) for sex in Sex}
_NOTHING: Final[Normalized[Sex]] = Normalized()
_LONGEST: Final = 60


def _column(hints: Hints) -> Cell[Sex]:
    field = hints.field or "sex"
    meaning = code_reader(hints)

    def read(text: str) -> Normalized[Sex]:
        clean = short_text(text)
        stands_for = meaning(clean)
        if stands_for is None:
            return _read(clean, field)
        if stands_for == _UNDECIDED:
            return Normalized((), (finding("sex.letter-ambiguous", field=field),))
        return _read(stands_for, field)

    return remember(read)


def _read(clean: str, field: str) -> Normalized[Sex]:
    key = fold(clean) if len(clean) <= _LONGEST else clean
    sex = _TABLE.get(key.rstrip(". ")) or _TABLE.get(clean)
    if sex is None and len(clean) <= _LONGEST:
        civility = read_title(clean)
        sex = civility.sex if civility is not None else None
    if sex is not None:
        return _ANSWERS[sex]
    if not key or key in _UNSAID or clean in _UNSAID:
        return _NOTHING
    if key in _NEITHER:
        return Normalized((), (finding("sex.neither", field=field),))
    code = "sex.code-unknown" if clean[:1].isdigit() and len(clean) < 5 else "sex.unknown"
    return Normalized((), (finding(code, field=field),))


@attrs.define
class SexEvidence:
    """Notices a column whose letters are `H` and `M` alone, where `M` may be *mujer*."""

    letters: set[str] = attrs.field(factory=set)

    def see(self, text: str) -> None:
        """Take one raw cell into account."""
        if len(text) < 8:
            key = fold(text)
            if key in {"h", "m", "f"}:
                self.letters.add(key)

    def conclude(self, hints: Hints) -> tuple[Hints, tuple[Finding, ...]]:
        """Give hints that read `M` as the column means it, and a finding where the letters are `H` and `M`."""
        if self.letters != {"h", "m"} or "m" in map(fold, hints.codes):
            return hints, ()
        spanish = hints.region in _SPANISH
        codes = {**hints.codes, "h": "M", "m": "F" if spanish else _UNDECIDED}
        code = "sex.letters-spanish" if spanish else "sex.letters-ambiguous"
        return attrs.evolve(hints, codes=codes), (finding(code, field=hints.field or "sex"),)


SEX: Final = FieldNormalizer(name="sex", fields=("sex",), column=_column, text=str, evidence=SexEvidence)


def normalize(text: str, hints: Hints | None = None) -> Normalized[Sex]:
    """Read one sex."""
    return SEX.normalize(text, hints)
