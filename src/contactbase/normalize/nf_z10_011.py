"""The address block of a French letter: a check and an output format after NF Z10-011.

Convention: AFNOR NF Z10-011 (1997; revised 19 January 2013 as XP Z10-011) as La Poste publishes it: at most six lines
(seven abroad) of at most 38 characters, none empty, the last three in capitals (La Poste adds: without accents) and
without punctuation, the last one postcode and locality; words are abbreviated only in a line that is too long. In a
block of three lines the first is the person and is not held to the rule of capitals.

>>> block = format_nf_z10_011(("Mme Léa Durand",), ("12 bis, rue de l'Église",), postcode="42000", city="Saint-Étienne")
>>> block.values, check_nf_z10_011(block.values)
(('Mme Léa Durand', '12 BIS RUE DE L EGLISE', '42000 SAINT ETIENNE'), ())
>>> [found.code for found in check_nf_z10_011(["Mme Léa Durand", "12, rue Haute", "42000 Saint-Étienne"])][:2]
['address.rnvp-lower-case', 'address.rnvp-punctuation']
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from contactbase.model.journal import Finding
from contactbase.normalize.country import country_name
from contactbase.normalize.data.postcodes import FRENCH
from contactbase.normalize.data.street_words import SHORT
from contactbase.normalize.fold import fold
from contactbase.normalize.normalized import Normalized
from contactbase.normalize.remark import remark

__all__ = ["check_nf_z10_011", "format_nf_z10_011"]

LINES: Final = 6
LINES_ABROAD: Final = 7
LENGTH: Final = 38
_TAIL: Final = 3
_LAST: Final = re.compile(r"[0-9]{5} \S.*")
_PUNCTUATION: Final = re.compile(r"[^\w\s]|_")
_LIGATURES: Final = str.maketrans({"Œ": "OE", "Æ": "AE", "œ": "OE", "æ": "AE", "ẞ": "SS", "ß": "SS"})


def check_nf_z10_011(lines: Sequence[str], *, country: str = "FR") -> tuple[Finding, ...]:
    """Give what keeps a whole block (person, street, postcode and city) from the standard; nothing when it is ready."""
    return tuple(_faults(lines, country))


def _faults(lines: Sequence[str], country: str) -> Iterator[Finding]:
    limit = LINES if country in FRENCH else LINES_ABROAD
    if len(lines) > limit:
        yield _say("too-many-lines", count=len(lines), limit=limit)
    held = max(len(lines) - _TAIL, 1)
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            yield _say("empty-line", line=number)
        if len(line) > LENGTH:
            yield _say("line-too-long", line=number, length=len(line))
        if number > held and line != _capitals(line):
            yield _say("lower-case", line=number)
        if number > held and _PUNCTUATION.search(line):
            yield _say("punctuation", line=number)
    if country in FRENCH and (not lines or _LAST.fullmatch(lines[-1]) is None):
        yield _say("last-line")


def _say(what: str, **details: int) -> Finding:
    return remark(f"address.rnvp-{what}", "address", **details)


def _capitals(line: str) -> str:
    """Give a line in capitals without accents."""
    large = unicodedata.normalize("NFKD", line.translate(_LIGATURES)).upper()
    plain = unicodedata.normalize("NFKD", large)
    return unicodedata.normalize("NFC", "".join(char for char in plain if not unicodedata.combining(char)))


def _postal(line: str) -> str:
    """Give a line as the last lines of a block have it: capitals, no accents, no punctuation."""
    return " ".join(_PUNCTUATION.sub(" ", _capitals(line)).split())


def _fit(line: str) -> str:
    """Abbreviate the words of a line, from the last one backwards, until it is short enough or none is left."""
    words = line.split(" ")
    for place in range(len(words) - 1, -1, -1):
        if len(" ".join(words)) <= LENGTH:
            break
        words[place] = SHORT.get(fold(words[place]), words[place]).upper()
    return " ".join(words)


def format_nf_z10_011(
    person: Sequence[str],
    address: Sequence[str],
    *,
    postcode: str,
    city: str,
    country: str = "FR",
) -> Normalized[str]:
    """Give the lines of the block, and findings for what was abbreviated or still does not fit.

    `person` are the lines above the street (name, company), kept as they are; `country` is alpha-2, and outside of the
    French postal area its name is the last line.
    """
    street = [_postal(line) for line in address]
    last = [_postal(f"{postcode} {city}")]
    if country not in FRENCH:
        last.append(_postal(country_name(country) or country))
    above = [" ".join(line.split()) for line in person]
    lines = [line for line in (*above, *street, *last) if line]
    said: list[Finding] = []
    for place in range(len(lines)):
        fitted = _fit(lines[place]) if len(lines[place]) > LENGTH and place >= len(above) else lines[place]
        if fitted != lines[place]:
            lines[place] = fitted
            said.append(_say("abbreviated", line=place + 1))
    return Normalized(tuple(lines), (*said, *check_nf_z10_011(lines, country=country)))
