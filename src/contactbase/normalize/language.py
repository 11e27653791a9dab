"""Languages: ISO 639-1 codes, from codes, locales and names in seven languages and their own.

`fr`, `FR`, `fra`, `fr_FR`, `fr-CH.UTF-8`, `Français`, `French (France)`, `fr-FR,fr;q=0.9` are all `fr`. Two capitals
that are rather a country (`UK`, `CA`, `BE`: as languages Ukrainian, Catalan, Belarusian) are refused, unless the layout
says what they mean or the column holds codes that can only be languages (`EN`, `DA`).

>>> normalize("Français").values, normalize("fr_FR").values, normalize("German").values
(('fr',), ('fr',), ('de',))
>>> [found.code for found in normalize("UK").findings], normalize("uk").values
(['language.looks-like-country'], ('uk',))
"""

from __future__ import annotations

import re
from typing import Final

import attrs

from contactbase.model.hints import Hints
from contactbase.model.journal import Finding, finding
from contactbase.normalize.fold import fold
from contactbase.normalize.language_names import CODES, COUNTRIES, COUNTRY_LIKE, NAMES
from contactbase.normalize.normalized import Cell, FieldNormalizer, Normalized
from contactbase.normalize.remember import remember
from contactbase.normalize.text import short_text
from contactbase.normalize.title import code_reader

__all__ = ["LANGUAGE", "LanguageEvidence", "normalize"]

_THREE: Final = dict(
    pair.split(":")
    for pair in (
        "fra:fr fre:fr eng:en deu:de ger:de spa:es ita:it por:pt nld:nl dut:nl ara:ar rus:ru pol:pl ron:ro rum:ro"
        " ces:cs cze:cs slk:sk slo:sk slv:sl hun:hu ell:el gre:el tur:tr dan:da swe:sv nor:no nob:nb nno:nn fin:fi"
        " est:et lav:lv lit:lt bul:bg hrv:hr srp:sr bos:bs ukr:uk bel:be heb:he fas:fa per:fa hin:hi urd:ur ben:bn"
        " tam:ta zho:zh chi:zh jpn:ja kor:ko vie:vi tha:th ind:id cat:ca eus:eu baq:eu glg:gl bre:br cos:co oci:oc"
        " cym:cy wel:cy gle:ga isl:is ice:is sqi:sq alb:sq mkd:mk mac:mk mlt:mt ltz:lb hye:hy arm:hy kat:ka geo:ka"
    ).split()
)
"""ISO 639-2, both forms, for the languages that contact files hold."""

_ALIASES: Final = {
    "vlaams": "nl",
    "flamand": "nl",
    "flemish": "nl",
    "castellano": "es",
    "castillan": "es",
    "mandarin": "zh",
    "farsi": "fa",
    "bengali": "bn",
    "brasileiro": "pt",
    "bresilien": "pt",
    "anglais us": "en",
    "anglais uk": "en",
    "anglais britannique": "en",
    "anglais americain": "en",
    "british english": "en",
    "american english": "en",
    "schweizerdeutsch": "de",
}
_NO_COUNTRY: Final = frozenset("EN DA EL CS ZH JA KO HI FA HE UR UK NB NN EU".split()) - COUNTRY_LIKE
"""Codes of languages that are no country's code."""
_PERHAPS_COUNTRIES: Final = frozenset({"be", "ch"})
"""Codes of rare languages (Belarusian, Chamorro) that are written for Belgium and Switzerland."""
_LOCALE: Final = re.compile(
    r"([A-Za-z]{2,3})(?:[-_][A-Za-z]{4})?(?:[-_](?:[A-Za-z]{2}|\d{3}))?(?:\.[\w-]{1,20})?(?:@\w{1,20})?"
)
_PARENTHESES: Final = re.compile(r"[(\[][^()\[\]]*[)\]]|;\s*q=[\d.]+")
_PARTS: Final = re.compile(r"[,;/|]")
_LONGEST: Final = 200
_NOTHING: Final[Normalized[str]] = Normalized()


def _column(hints: Hints) -> Cell[str]:
    field = hints.field or "language"
    meaning = code_reader(hints)

    def read(text: str) -> Normalized[str]:
        clean = short_text(text)
        stands_for = meaning(clean)
        return _read(clean if stands_for is None else stands_for, field)

    return remember(read)


def _read(clean: str, field: str) -> Normalized[str]:
    if not clean:
        return _NOTHING
    code = _language(clean) if len(clean) <= _LONGEST else "language.unknown"
    if code is None:
        parts = [_language(part.strip()) for part in _PARTS.split(_PARENTHESES.sub("", clean)) if part.strip()]
        code = parts[0] if parts and parts[0] is not None else "language.unknown"
        if len(code) == 2:
            others = {part for part in parts if part is not None} - {code}
            findings = (finding("language.several", field=field),) if others else ()
            return Normalized((code,), findings)
    if len(code) > 2:
        return Normalized((), (finding(code, field=field),))
    if clean in _PERHAPS_COUNTRIES:
        return Normalized((code,), (finding("language.perhaps-country", field=field),))
    return Normalized((code,))


def _language(text: str) -> str | None:
    """Give the code of the language that a text names, a finding's code for a country, None for neither."""
    if len(text) == 2 and text.isupper() and (text in COUNTRY_LIKE or text in COUNTRIES):
        return "language.looks-like-country"
    locale = _LOCALE.fullmatch(text)
    if locale is not None:
        code = locale[1].lower()
        code = _THREE.get(code, code)
        if code in CODES:
            return code
    key = fold(text)
    return NAMES.get(key) or _ALIASES.get(key)


@attrs.define
class LanguageEvidence:
    """Notices the two-letter capitals of a column: beside `EN`, which is no country, `SV` is a language."""

    capitals: set[str] = attrs.field(factory=set)

    def see(self, text: str) -> None:
        """Take one raw cell into account."""
        code = text.strip() if len(text) < 10 else ""
        if len(code) == 2 and code.isascii() and code.isupper():
            self.capitals.add(code)

    def conclude(self, hints: Hints) -> tuple[Hints, tuple[Finding, ...]]:
        """Give hints that read such capitals as languages when one of them can be nothing else, and say so."""
        languages = {code for code in self.capitals if code.lower() in CODES}
        sure = sorted(languages & _NO_COUNTRY)
        unsure = sorted(languages & COUNTRY_LIKE - {code.upper() for code in hints.codes})
        if not sure or not unsure or self.capitals & COUNTRIES:
            return hints, ()
        codes = {**{code.lower(): code.lower() for code in unsure}, **hints.codes}
        said = finding("language.capitals", field=hints.field or "language", example=sure[0], codes=", ".join(unsure))
        return attrs.evolve(hints, codes=codes), (said,)


LANGUAGE: Final = FieldNormalizer(
    name="language", fields=("language",), column=_column, text=str, evidence=LanguageEvidence
)


def normalize(text: str, hints: Hints | None = None) -> Normalized[str]:
    """Read one language."""
    return LANGUAGE.normalize(text, hints)
