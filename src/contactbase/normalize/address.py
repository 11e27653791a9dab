r"""Street lines: each line clean and otherwise as it was written, and a key by which two spellings are one address.

Convention: a cell holds one line or several, parted by line breaks or `|`. Case, accents and abbreviations stay,
because none of them can be restored with certainty; `address_key` writes them out (`av` is `avenue`, `12 B` before a
way is `12 bis`), leaves small words out, and reads number, way and name wherever they stand among floors and
buildings. The rules of the post (NF Z10-011) are a check and an output format in `nf_z10_011`, not the stored form.

>>> normalize(" 12 bis,  rue des Lilas\nBât. B | 3e étage ").values
('12 bis, rue des Lilas', 'Bât. B', '3e étage')
>>> address_key(("Bât B - 12B AV. DU GAL LECLERC",), "69001")
'69001 12 bis avenue general leclerc'
>>> address_key(("12 bis, avenue Général-Leclerc",), "69001")
'69001 12 bis avenue general leclerc'
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import Final

from contactbase.model.hints import Hints
from contactbase.normalize.data.postcodes import FRENCH
from contactbase.normalize.data.street_words import COMPLEMENTS, DELIVERY, LETTERED, REPEATERS, SMALL, TITLES, WAYS
from contactbase.normalize.fold import fold
from contactbase.normalize.normalized import Cell, FieldNormalizer, Normalized
from contactbase.normalize.place_cell import field_of, says_nothing, too_long
from contactbase.normalize.place_remarks import REFUSED, TELLING, is_only_a_mark, judge_line
from contactbase.normalize.postcode import split_postcode
from contactbase.normalize.remark import remark
from contactbase.normalize.text import mend

__all__ = ["ADDRESS", "LinePart", "address_key", "column", "normalize", "part_of"]

_LONGEST: Final = 2000
"""Characters; a longer cell is a text, not an address."""

_PLAIN: Final = re.compile(
    r"(?!.*[0-9]{5}|(?:[^0-9]*[0-9]){9})[0-9A-Za-z][0-9A-Za-z,.'’()/\-àâäçèéêëîïôöùûüœÇÈÉÊËÎÏÔÖÙÛÜŒ]*+"
    r"(?: [0-9A-Za-z,.'’()/\-àâäçèéêëîïôöùûüœÇÈÉÊËÎÏÔÖÙÛÜŒ]++)++"
).fullmatch
"""An ordinary line of several words: nothing in it to clean, to mend or to say."""

_BREAK: Final = re.compile(r"<[bB][rR] ?/?>|\\(?:r\\)?n(?![a-z])")
"""Line breaks that an export wrote out: `<br>`, a backslash and n."""
_POSTCODE: Final = re.compile(r"(?<![0-9])[0-9]{5}[ ,-]{1,3}[^\W\d_]")
_PHONE: Final = re.compile(r"(?<![0-9])(?:\+33|0)[ .-]?[1-9](?:[ .-]?[0-9]{2}){4}(?![0-9])")
_EMAIL: Final = re.compile(r"[^\s@]@[^\s@]+\.[^\s@]")
_PIPE: Final = re.compile(r"(?<!\\)\|")
_TOKEN: Final = re.compile(r"[0-9]+|[^\W\d_]+")
_INITIALS: Final = re.compile(r"\b([a-z])\.(?=[a-z]\b)")
_FLOOR: Final = re.compile(r"[0-9]{1,2}(?:er|e|eme|ieme|nd)?\s{0,2}(?:etage|etg|et)\b")


class _Reader:
    """Reads the addresses of one column."""

    __slots__ = ("field", "french")

    def __init__(self, hints: Hints) -> None:
        self.field = field_of(hints, "address")
        self.french = hints.region in FRENCH

    def __call__(self, text: str) -> Normalized[str]:
        text = text.strip()
        if len(text) > _LONGEST:
            return too_long(text, self.field)
        codes: dict[str, None] = {}
        kept = tuple(line for line in self._lines(text, codes) if self._is_kept(line, codes))
        if self.french and any(_POSTCODE.search(line) or split_postcode(line) for line in kept):
            codes["address.postcode-inside"] = None
        if any(_PHONE.search(line) or ("@" in line and _EMAIL.search(line)) for line in kept):
            codes["address.contact-detail"] = None
        return Normalized(kept, tuple(remark(code, self.field) for code in codes))

    def _is_kept(self, line: str, codes: dict[str, None]) -> bool:
        """Tell whether a line is one of an address, adding what there is to say."""
        if says_nothing(line) or not any(map(str.isalnum, line)):
            codes["place.none-stated"] = None
            return False
        code = judge_line(line)
        if code is None:
            return True
        codes[code] = None
        return code not in REFUSED and not is_only_a_mark(line)

    def _lines(self, text: str, codes: dict[str, None]) -> Iterator[str]:
        """Give the clean lines of a cell, adding what there is to say."""
        for line in _BREAK.sub("\n", text).splitlines():
            for part in _PIPE.split(line):
                clean, said = mend(part.replace("\\|", "|"))
                codes.update(dict.fromkeys(said))
                if clean:
                    yield clean


def column(hints: Hints) -> Cell[str]:
    """Give the function that reads one column."""
    read, plain = _Reader(hints), _PLAIN

    def cell(text: str) -> Normalized[str]:
        ordinary = plain(text) is not None and len(text) <= _LONGEST and TELLING(text) is None
        return Normalized((text,)) if ordinary else read(text)

    return cell


def _text(line: str) -> str:
    return line.replace("|", "\\|")


ADDRESS: Final = FieldNormalizer(name="address", fields=("address",), column=column, text=_text)


def normalize(text: str, hints: Hints = Hints()) -> Normalized[str]:  # noqa: B008 - a frozen value
    """Read one cell."""
    return column(hints)(text)


def address_key(lines: Iterable[str], postcode: str | None = None) -> str:
    """Give the key of an address: postcode, house number, way and name, folded; "" when no line names a way or place.

    A line with a type of way counts before one with a house number, that before a delivery service (`BP 12`).
    """
    readings = [reading for reading in map(_read_line, lines) if reading[1]]
    if not readings:
        return ""
    _, words = min(readings, key=lambda reading: reading[0])
    return " ".join((*((postcode,) if postcode else ()), *words))


class LinePart(Enum):
    """What a line of an address names: a way, what is inside (a building, at somebody's), or what lies beyond."""

    INSIDE = 0
    WAY = 1
    BEYOND = 2


def part_of(line: str) -> LinePart:
    """Tell what a street line names.

    >>> [part_of(line).name for line in ("Bât. B", "12 rue Haute", "BP 12", "Lieu-dit Le Bourg")]
    ['INSIDE', 'WAY', 'BEYOND', 'BEYOND']
    """
    words = _TOKEN.findall(_INITIALS.sub(r"\1", fold(line)))
    if _is_locality(words[:2]) or (words and words[0] in DELIVERY):
        return LinePart.BEYOND
    rank = _read_line(line)[0]
    return LinePart.WAY if rank < 2 else LinePart.BEYOND if rank == 2 else LinePart.INSIDE


def _is_locality(words: Sequence[str]) -> bool:
    """Tell whether a line begins with `Lieu-dit`."""
    return list(words) == ["lieu", "dit"] or (len(words) > 1 and words[0] in {"ld", "lieudit"})


def _read_line(line: str) -> tuple[int, tuple[str, ...]]:
    """Give how well a line names a place (0 is best), and the words of its key."""
    tokens = _TOKEN.findall(_FLOOR.sub(" ", _INITIALS.sub(r"\1", fold(line))))
    way = _way_at(tokens)
    if way is not None:
        return 0, (*_number_before(tokens, way), *_name(tokens[way:], first_is_way=True))
    delivery = next((place for place, token in enumerate(tokens[:-1]) if token in DELIVERY), None)
    if delivery is not None and tokens[delivery + 1].isdigit():
        return 2, (tokens[delivery], tokens[delivery + 1])
    words = _name(tokens[1:] if tokens and tokens[0].isdigit() else tokens, first_is_way=False)
    if tokens and tokens[0].isdigit() and len(tokens[0]) < 5 and words:
        return 1, (tokens[0], *words)
    return 3, tuple(words)


def _way_at(tokens: Sequence[str]) -> int | None:
    """Find the type of way: after a house number if any is, else at the beginning."""
    ways = [place for place, token in enumerate(tokens) if token in WAYS]
    for place in ways:
        if place and (tokens[place - 1].isdigit() or (place > 1 and tokens[place - 1] in REPEATERS)):
            return place
    long = [place for place in ways if len(tokens[place]) > 1 and place + 1 < len(tokens)]
    return next((place for place in long if place == 0), long[0] if long else None)


def _number_before(tokens: Sequence[str], way: int) -> tuple[str, ...]:
    """Give the house number before a way (the first of a range), its repeater written out."""
    place = way - 1
    repeater: tuple[str, ...] = ()
    if place > 0 and tokens[place] in REPEATERS and tokens[place - 1].isdigit():
        repeater = (REPEATERS[tokens[place]],)
        place -= 1
    if place < 0 or not tokens[place].isdigit():
        return ()
    while place > 0 and tokens[place - 1].isdigit() and len(tokens[place - 1]) < 5:
        place -= 1
    return (tokens[place].lstrip("0") or "0", *repeater)


def _name(tokens: Sequence[str], *, first_is_way: bool) -> list[str]:
    """Write the words of a name out, up to a floor, a building or a postcode."""
    words: list[str] = []
    for place, token in enumerate(tokens):
        word = WAYS[token] if first_is_way and place == 0 else TITLES.get(token, token)
        if place > 1 and _ends_name(word, tokens[place - 1], tokens[place + 1 : place + 2]):
            break
        if word not in SMALL:
            words.append(word)
    return words


def _ends_name(word: str, before: str, after: Sequence[str]) -> bool:
    """Tell whether a word opens what is inside a building, or is a postcode."""
    if word.isdigit():
        return len(word) == 5
    if before in SMALL:
        return False
    return word in COMPLEMENTS or (word in LETTERED and bool(after) and (after[0].isdigit() or len(after[0]) == 1))
