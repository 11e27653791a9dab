"""One phone cell, the whole way: made plain, undressed, restored, cut into numbers, understood, and all of it said.

>>> from contactbase.normalize.phones.resolving import FastPlans, Resolver
>>> plans = FastPlans()
>>> cell = PhoneCell("FR", None, None, plans, Resolver("FR", plans).resolve_digits)
>>> form = cell.read("O692 12 34 56 (Léa) / 2019")
>>> form.values[0].region, [(finding.code, finding.details) for finding in form.findings]
('RE', [('phone.overseas', (('region', 'RE'),)), ('phone.letter-for-digit', ()), ('phone.words-cut', (('words', 1),)), \
('phone.rest-dropped', (('digits', 4),))])
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from typing import Final

from contactbase.model.contact import Phone
from contactbase.model.enums import PhoneKind
from contactbase.model.journal import Finding, finding
from contactbase.normalize.fold import fold
from contactbase.normalize.name_words import DECEASED_WORDS
from contactbase.normalize.normalized import Normalized
from contactbase.normalize.phones.cell_parts import letters_as_digits, without_asides
from contactbase.normalize.phones.cell_reading import CellReader, CellReading, Found, Lost
from contactbase.normalize.phones.diagnosis import diagnose
from contactbase.normalize.phones.plain_cell import (
    is_date,
    make_plain,
    undo_excel,
    undo_text_float,
    undress,
    without_addresses,
)
from contactbase.normalize.phones.ranges import SUSPECT_TAILS, TAIL, WRITTEN_BY_PEOPLE, is_filler, is_patterned
from contactbase.normalize.phones.remarks import remarks
from contactbase.normalize.phones.resolving import Answer, Plans
from contactbase.normalize.phones.shape import Shape
from contactbase.normalize.refusal_words import refuses, says_out_of_use

__all__ = ["LONGEST_CELL", "PhoneCell"]

LONGEST_CELL: Final = 250
"""Characters, runs of spaces counted as one; a longer cell is not looked into."""

_FINDINGS: Final = 512
"""How many findings of a column are kept; there are as many as codes, counts and regions."""
_NOTHING: Final[Normalized[Phone]] = Normalized()
_SPACES: Final = re.compile(r"[ \t]{2,}")
_DIGIT: Final = re.compile(r"[0-9]")
_WORDS: Final = re.compile(r"[^\W\d_]+")
_MASK: Final = re.compile(r"(?:[xX*•●?_][ .-]?){2,}")
_SAYING_NOTHING: Final = frozenset(
    "|nc|n c|na|n a|nr|n r|nd|n d|ns|nsp|ras|nan|nat|null|none|nil|neant|aucun|aucune|non|no|rien|vide|inconnu|"
    "inconnue|unknown|absent|absente|sans|sans tel|sans telephone|pas de tel|pas de telephone|pas de portable|"
    "pas de numero|aucun numero|aucun telephone|non communique|non renseigne|non fourni|non disponible|indisponible|"
    "refus|refuse|liste rouge|tbd|ref|value|valeur|not available|not provided|no phone|keine|kein|ninguno|nessuno|"
    "geen|tel|telephone|phone|mobile|portable".split("|")
)
"""What people and systems write for "there is no number", folded, punctuation as spaces."""
_LETTER_INSIDE: Final = re.compile(r"[0-9][ .-]{0,2}[^\W\d_]{1,2}[ .-]{0,2}[0-9]")
_FAX: Final = frozenset({"fax", "telefax", "telecopie", "telecopieur"})


class PhoneCell:
    """Reads the cells of one column, each one the whole way."""

    __slots__ = ("_finding", "_plans", "_reader", "_region", "_remarks", "_separator")

    def __init__(
        self,
        region: str,
        field: str | None,
        separator: str | None,
        plans: Plans,
        resolve: Callable[[str], Answer | None],
    ) -> None:
        """Bind what the column knows; `resolve` understands one number."""
        self._region = region
        self._finding = lru_cache(_FINDINGS)(partial(finding, field=field))
        self._remarks = lru_cache(_FINDINGS)(partial(remarks, field=field))
        self._separator = separator
        self._plans = plans
        home = plans.territory(region)
        self._reader = CellReader(resolve, home.written_lengths if home is not None else frozenset())

    def read(self, text: str) -> Normalized[Phone]:
        """Read one cell."""
        text = text.strip()
        if len(text) > LONGEST_CELL:
            text = _SPACES.sub(" ", text)
            if len(text) > LONGEST_CELL:
                return self._nothing("phone.too-long-cell", characters=len(text))
        if self._separator:
            text = text.replace(self._separator, "\n")
        plain, script = make_plain(text)
        bare = undress(plain)
        if _DIGIT.search(bare) is None:
            return self._without_digits(plain)
        if is_date(bare):
            return self._nothing("phone.looks-like-date")
        without = without_addresses(bare)
        restored, excel = undo_excel(without)
        if _DIGIT.search(restored) is None:
            return self._nothing(
                "phone.lost-precision" if "phone.lost-precision" in excel else "phone.looks-like-email"
            )
        reading, repairs = self._best_reading(restored)
        if without != bare:
            reading = reading._replace(words=(*reading.words, "@"))
        if "phone.lost-precision" in excel:
            excel = tuple(code for code in excel if code != "phone.lost-precision")
            reading = reading._replace(lost=(*reading.lost, _lost_in_excel(without, restored)))
        return self._say(reading, bare, script + excel + repairs)

    def _nothing(self, code: str, **details: str | int) -> Normalized[Phone]:
        return Normalized((), (self._finding(code, **details),))

    def _without_digits(self, text: str) -> Normalized[Phone]:
        """Read a cell in which no number can be."""
        if not text or text.isspace():
            return _NOTHING
        if "@" in text:
            return self._nothing("phone.looks-like-email")
        words = _WORDS.findall(fold(text))
        silent = " ".join(words) in _SAYING_NOTHING or not set("".join(words)) - {"x"}
        return self._nothing("phone.no-number" if silent else "phone.no-digits")

    def _best_reading(self, text: str) -> tuple[CellReading, tuple[str, ...]]:
        """Read a cell as it is, and with the letters among its digits as digits; the reading with more in it counts."""
        reading = self._reader.read(text)
        mended = letters_as_digits(text)
        if mended != text:
            other = self._reader.read(mended)
            if _fullness(other) >= _fullness(reading):
                return other, ("phone.letter-for-digit",)
        bare = text if reading.found else without_asides(text)
        if bare != text:
            other = self._reader.read(bare)
            if other.found:
                return other, ()
        whole = text if reading.found else undo_text_float(text)
        if whole != text:
            other = self._reader.read(whole)
            if other.found:
                return other, ("phone.restored-from-excel",)
        return reading, ()

    def _say(self, reading: CellReading, text: str, repairs: tuple[str, ...]) -> Normalized[Phone]:
        """Give the values of a reading and everything there is to say about it."""
        kept, lost = reading.found, reading.lost
        suspect = any(map(_is_suspect, kept))
        if suspect:
            lost += tuple(Lost(one.number, one.answer, "phone.placeholder") for one in kept if _is_filler(one))
            kept = tuple(one for one in kept if not _is_filler(one))
        if not kept:
            return self._why_nothing(lost, text)
        values = (_phone(kept[0]),) if len(kept) == 1 else tuple(dict.fromkeys(map(_phone, kept)))
        said: list[Finding] = []
        for found in kept:
            said += self._remarks(found.answer.codes, found.answer.kind, found.answer.region)
        said += map(self._finding, repairs)
        if suspect and any(map(_is_patterned, kept)):
            said.append(self._finding("phone.made-up"))
        if len(kept) > 1 or lost or reading.words:
            said += self._about_the_rest(reading.words, len(kept), len(values), lost)
        return Normalized(values, tuple(dict.fromkeys(said)) if len(said) > 1 else tuple(said))

    def _about_the_rest(
        self, words: tuple[str, ...], found: int, values: int, lost: tuple[Lost, ...]
    ) -> Iterator[Finding]:
        """Say what stands in the cell beside its first number."""
        if values > 1:
            yield self._finding("phone.several-in-cell", numbers=values)
        if values < found:
            yield self._finding("phone.repeated-in-cell")
        if words:
            yield from self._about_the_words(words)
        if lost:
            yield self._finding("phone.rest-dropped", digits=sum(len(one.number.lstrip("+")) for one in lost))

    def _about_the_words(self, words: tuple[str, ...]) -> Iterator[Finding]:
        """Say what the words beside a number ask or tell; that they were cut where they do neither."""
        keys = frozenset(map(fold, words))
        codes = {
            "phone.labelled-fax": not _FAX.isdisjoint(keys),
            "phone.refusal-beside": refuses(keys),
            "phone.said-out-of-use": says_out_of_use(keys),
            "phone.said-deceased": not DECEASED_WORDS.isdisjoint(keys),
        }
        said = [code for code, holds in codes.items() if holds]
        yield from map(self._finding, said)
        if not said:
            yield self._finding("phone.words-cut", words=len(words))

    def _why_nothing(self, lost: tuple[Lost, ...], text: str) -> Normalized[Phone]:
        """Say the one thing that is wrong with a cell: that with its longest run of digits."""
        worst = max(lost, key=lambda one: (one.code == "phone.lost-precision", len(one.number)))
        if worst.code is not None:
            return self._nothing(worst.code)
        if _MASK.search(text) is not None:
            return self._nothing("phone.masked")
        if len(lost) > 1 and _LETTER_INSIDE.search(text) is not None:
            return self._nothing("phone.letters-inside")
        shape = Shape(worst.number, len(worst.number))
        code, details = diagnose(shape, worst.answer, self._region, self._plans)
        return self._nothing(code, **dict(details))


def _lost_in_excel(text: str, restored: str) -> Lost:
    """Give the digits of rounded numbers, of which only how many there were matters."""
    gone = len(_DIGIT.findall(text)) - len(_DIGIT.findall(restored))
    return Lost("0" * gone, None, "phone.lost-precision")


def _fullness(reading: CellReading) -> tuple[int, int]:
    return len(reading.found), -sum(len(one.number) for one in reading.lost)


def _phone(found: Found) -> Phone:
    answer = found.answer
    national = answer.national(found.number)
    return Phone(f"+{answer.calling_code}{national}", answer.kind or PhoneKind.UNKNOWN, answer.region, found.extension)


def _is_filler(found: Found) -> bool:
    return _is_suspect(found) and is_filler(found.answer.national(found.number))


def _is_patterned(found: Found) -> bool:
    return _is_suspect(found) and is_patterned(found.answer.national(found.number))


def _is_suspect(found: Found) -> bool:
    return found.number[-TAIL:] in SUSPECT_TAILS and found.answer.kind in WRITTEN_BY_PEOPLE
