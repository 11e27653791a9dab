"""A plain cell cut into parts that may each be a number, and what stands between them: a boundary, or an extension.

Spaces, dots, dashes and brackets keep one number together. A line break, `;`, `|`, a plus sign and words part two
numbers for certain (line breaks and `|` are how this library joins columns and values). `/`, `,` and `:` may do
either: what is valid decides. The words for an extension are those of French and of libphonenumber.

>>> [(part.number, part.glue.name) for part in cut("06 12 / 0142 poste 12 ou +33 6").parts]
[('0612', 'CUT'), ('0142', 'EITHER'), ('12', 'EXTENSION'), ('+336', 'CUT')]
"""

from __future__ import annotations

import re
from enum import Enum
from typing import Final, NamedTuple

__all__ = ["Cut", "Glue", "Part", "cut", "letters_as_digits", "longest_extension", "without_asides"]


class Glue(Enum):
    """What the text before digits says about them."""

    EITHER = "the number goes on, or another one starts"
    CUT = "another number starts"
    EXTENSION = "an extension follows"


class Part(NamedTuple):
    """Digits that only spaces and the like keep apart, and what stands before them."""

    text: str
    number: str
    glue: Glue
    label: str = ""

    @property
    def digits(self) -> str:
        """The digits without a plus sign."""
        return self.number.removeprefix("+")

    @property
    def runs(self) -> tuple[str, ...]:
        """The digits as they are grouped, the first group with its plus sign."""
        first, *others = _RUN.findall(self.text)
        return ("+" + first if self.number[0] == "+" else first, *others)

    @property
    def without_optional_zero(self) -> str:
        """The digits without a zero that stands alone in brackets inside them; the same if there is none."""
        if "(0)" not in self.text:
            return self.number
        shorter = "".join(_RUN.findall(self.text.replace("(0)", " ")))
        return "+" + shorter if self.number[0] == "+" else shorter


class Cut(NamedTuple):
    """The parts of a cell and the words that are no part of a number."""

    parts: tuple[Part, ...]
    words: tuple[str, ...]


_RUN: Final = re.compile(r"[0-9]+")
_PART: Final = re.compile(r"[0-9]+(?:[ .()\[\]_~*·•'-]+[0-9]+)*")
_KEPT: Final = dict.fromkeys(map(ord, " .()[]_~*·•'-"))
_EITHER: Final = re.compile(r"[ .()\[\]_~*·•'/\\,:-]*")
_PLUS: Final = re.compile(r"\+[ .()\[\]-]*\Z")
_EXTENSION: Final = re.compile(
    r"[ ,;.:(/-]{0,6}(extensi[oó]n|extn?|xtn|poste|post|int|interne|interno|anexo|ramal"
    r"|durchwahl|dw|toestel|tst|доб|[px#])[ .:=°()-]{0,4}",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[^\W\d_]+")
_LINKS: Final = frozenset("ou et or and und oder y o e".split())
_UNSURE_LABELS: Final = frozenset("pxPX#")
_LONGEST_EXTENSION: Final = 20
_LONGEST_UNSURE_EXTENSION: Final = 9
_LOOKALIKE: Final = re.compile(r"[0-9][ .-]?[OoIl]|[OoIl][0-9]")
_LETTERS: Final = re.compile(
    r"(?<![^\W\d_])[0-9OoIl]*[0-9][0-9OoIl]*(?![^\W\d_])|(?<=[0-9][ .-])[Oo]{1,2}(?=[ .-][0-9]|\Z)"
)
_ASIDE: Final = re.compile(r"[(\[](?=[^()\[\]]{0,80}[^\W\d_])[^()\[\]]{1,80}[)\]]")
_ORDINAL: Final = re.compile(r"(?<![0-9])[0-9]{1,2}(?=(?:er|re|[eè]re|[eè]me|e|h|ans)\b)", re.IGNORECASE)
_MOST_ASIDE: Final = 5
"""Digits; more of them in a remark may be a number."""
_READ_AS: Final = str.maketrans("OoIl", "0011")


def cut(text: str) -> Cut:
    """Cut a plain cell."""
    whole = _PART.fullmatch(text)
    if whole is not None:
        return Cut((Part(text, _digits(text), Glue.CUT),), ())
    parts = []
    between = []
    end = 0
    for found in _PART.finditer(text):
        before = text[end : found.start()]
        glue, label = _glue(before) if end else (Glue.CUT, "")
        number = _digits(found[0])
        if "+" in before and _PLUS.search(before) is not None:
            number = "+" + number
        if glue is Glue.CUT:
            between.append(before)
        parts.append(Part(found[0], number, glue, label))
        end = found.end()
    words = [word for word in _WORD.findall("\n".join((*between, text[end:]))) if word.lower() not in _LINKS]
    return Cut(tuple(parts), tuple(words))


def _digits(text: str) -> str:
    digits = text.replace(" ", "")
    return digits if digits.isdigit() else digits.translate(_KEPT)


def _glue(text: str) -> tuple[Glue, str]:
    if _EITHER.fullmatch(text) is not None:
        return Glue.EITHER, ""
    extension = _EXTENSION.fullmatch(text)
    return (Glue.CUT, "") if extension is None else (Glue.EXTENSION, extension[1])


def longest_extension(label: str) -> int:
    """Give how many digits an extension may have after a label: fewer after one that may mean something else."""
    return _LONGEST_UNSURE_EXTENSION if label in _UNSURE_LABELS else _LONGEST_EXTENSION


def letters_as_digits(text: str) -> str:
    """Read the letters O, o, I and l as digits where they stand among digits; the same text if there are none."""
    if _LOOKALIKE.search(text) is None:
        return text
    return _LETTERS.sub(lambda found: found[0].translate(_READ_AS), text)


def without_asides(text: str) -> str:
    """Leave out the digits that count something else: `(2e étage)`, `18h`; words stay, for they may ask something."""
    return _ORDINAL.sub("", _ASIDE.sub(_words_of, text))


def _words_of(found: re.Match[str]) -> str:
    digits = sum(map(str.isdigit, found[0]))
    return found[0] if digits > _MOST_ASIDE else _RUN.sub("", found[0])
