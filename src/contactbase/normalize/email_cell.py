r"""A cell of e-mail addresses as people and programs write it, taken apart and repaired where only one reading exists.

Convention: what is certain is repaired and said; what has two readings is refused and said. Line breaks and `|` part
values for certain (they are how this library joins columns and values). At `;`, `,`, `/` and spaces a cell is cut
only when every part then holds exactly one @, because what stands after a stray comma is often the valid address of
somebody else.

>>> from contactbase.normalize.email_syntax import judge
>>> [reading.repairs for reading in read_cell("Léa <lea@free,fr>; leo@example.org", judge).readings]
[('email.unwrapped', 'email.comma-for-dot'), ()]
>>> read_cell("lea,durand@example.org", judge).readings[0].found
Refusal(code='email.comma-inside', details=())
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

import attrs

from contactbase.normalize.data.domains import COMMON_ENDINGS, NONE_WORDS, PROVIDERS
from contactbase.normalize.email_syntax import Address, Refusal
from contactbase.normalize.fold import fold
from contactbase.normalize.refusal_words import CONTACTING, WRITING, refuses, says_out_of_use

__all__ = ["LONGEST", "CellReading", "Judge", "Reading", "read_cell"]

Judge = Callable[[str], Address | Refusal]

LONGEST: Final = 20_000
"""Characters; a longer cell is a text that mentions addresses."""


@attrs.frozen
class Reading:
    """What one part of a cell was found to be (None: it says that there is no address) and the repairs it took."""

    found: Address | Refusal | None
    repairs: tuple[str, ...] = ()


@attrs.frozen
class CellReading:
    """The parts of a cell in order; `listed` counts the addresses that were cut at `;`, `,`, `/` or spaces."""

    readings: tuple[Reading, ...]
    listed: int = 0


_INVISIBLE: Final = dict.fromkeys(
    [0xAD, 0x61C, 0x180E, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070)]
)
_FULL_WIDTH: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    0xFE6B: 0x40,
    0x3002: 0x2E,
    0xFF61: 0x2E,
    0x3000: 0x20,
}
_PIPE: Final = re.compile(r"(?<!\\)\|")
_SOFT: Final = tuple(re.compile(pattern) for pattern in (r";", r"[;,]", r"[;,\s]", r"[;,/\s]"))
_LISTED: Final = re.compile(r"[;,/]")
_LINKS: Final = frozenset("ou et or and puis & + -".split())
_ANGLES: Final = re.compile(r"<([^<>]*)>")
_LABEL: Final = re.compile(
    r"(?:mailto|smtp|(?:adresse\s{0,3})?(?:e-?)?mails?|courriels?|m[ée]l)\s{0,3}[:=]\s{0,3}", re.IGNORECASE
)
_QUOTES: Final = " \t\"'“”„«»‘’<>()[]{}\u00a0\u202f"
_COMMENT: Final = re.compile(r"(?<!\s)\s*\([^()@]*\)$")
_TAIL: Final = " \t.,;:!?/\\*-_=+~&…·•>"
_HEAD: Final = " \t,;:>…·•"
_ENCODED: Final = re.compile(r"%([2-7][0-9A-Fa-f])")
_BRACKETED_AT: Final = re.compile(r"\s{0,9}[(\[{<]\s{0,9}(?:at|a|arobase|arobas|@)\s{0,9}[)\]}>]\s{0,9}", re.IGNORECASE)
_BRACKETED_DOT: Final = re.compile(r"\s{0,9}[(\[{<]\s{0,9}(?:dot|point|\.)\s{0,9}[)\]}>]\s{0,9}", re.IGNORECASE)
_AT_WORD: Final = re.compile(r"\s(?:at|arobase|arobas|chez)\s", re.IGNORECASE)
_LONGEST_REMARK: Final = 200
_WORDS: Final = re.compile(r"[^\W_]+")


def read_cell(text: str, judge: Judge, separator: str | None = None) -> CellReading:
    """Read a cell; `separator` is what the layout joins several values with, if anything."""
    if len(text) > LONGEST:
        return CellReading((Reading(Refusal("email.cell-too-long", (("length", len(text)),))),))
    cleaned, repairs = _clean(text)
    cells = [_read_part(part, judge) for part in _parts(cleaned, judge, separator)]
    if len(cells) == 1 and not repairs:
        return cells[0]
    readings = tuple(Reading(one.found, repairs + one.repairs) for cell in cells for one in cell.readings)
    return CellReading(readings, sum(cell.listed for cell in cells))


def _clean(text: str) -> tuple[str, tuple[str, ...]]:
    """Drop invisible characters, replace full-width ones, and say so."""
    if text.isascii():
        return text, ()
    visible = text.translate(_INVISIBLE)
    plain = visible.translate(_FULL_WIDTH)
    changed = (("email.invisible-removed", visible != text), ("email.full-width", plain != visible))
    return plain, tuple(code for code, happened in changed if happened)


def _parts(text: str, judge: Judge, separator: str | None) -> Iterator[str]:
    """Cut at what certainly parts values: line breaks, `|`, the layout's own separator of several characters."""
    if separator is not None and len(separator) > 1:
        text = text.replace(separator, "\n")
    for line in map(str.strip, text.splitlines()):
        whole = "|" not in line or (line.count("@") == 1 and isinstance(judge(line), Address))
        for part in (line,) if whole else _PIPE.split(line):
            if part and not part.isspace():
                yield part.strip().replace("\\|", "|")


def _read_part(part: str, judge: Judge) -> CellReading:
    count = part.count("@")
    if count == 0:
        return CellReading((_read_without_at(part, judge),))
    if count == 1:
        return CellReading((_read_one(part, judge),))
    return _read_list(part, judge, count)


def _read_list(part: str, judge: Judge, count: int) -> CellReading:
    """Cut a list at the first kind of separator that leaves exactly one @ in every part."""
    inner = [one for one in _ANGLES.findall(part) if "@" in one]
    if sum(one.count("@") for one in inner) == count and len(inner) == count:
        read = [_read_one(one, judge) for one in inner]
        return CellReading(tuple(Reading(one.found, ("email.unwrapped", *one.repairs)) for one in read), count)
    for separators in _SOFT:
        pieces = [piece for piece in separators.split(part) if not _says_nothing(piece)]
        if len(pieces) == count and all(piece.count("@") == 1 for piece in pieces):
            return CellReading(tuple(_read_one(piece.strip(), judge) for piece in pieces), count)
    joined = _SOFT[-1].search(part) is None
    code = "email.several-at" if joined else "email.unclear-list"
    return CellReading((Reading(Refusal(code, (("count", count),))),))


def _says_nothing(piece: str) -> bool:
    return "@" not in piece and (piece.strip().lower() in _LINKS or _is_none(piece))


def _is_none(text: str) -> bool:
    """Tell whether text is a word for "no address", or has no letter and no digit at all."""
    return len(text) < 60 and " ".join(_WORDS.findall(fold(text))) in _NONE


_NONE: Final = NONE_WORDS | {""}


def _read_without_at(part: str, judge: Judge) -> Reading:
    if _is_none(part):
        return Reading(None, ("email.none-stated",))
    if len(_BRACKETED_AT.findall(part)) == 1:
        reading = _read_one(_BRACKETED_DOT.sub(".", _BRACKETED_AT.sub("@", part)), judge)
        if isinstance(reading.found, Address):
            return Reading(reading.found, ("email.at-spelled-out", *reading.repairs))
    bare = _unwrap(part)
    if bare.count("@") == 1:
        reading = _read_one(bare, judge)
        return Reading(reading.found, ("email.unwrapped", *reading.repairs))
    if part.count("à") == 1:
        found = judge(part.replace("à", "@"))
        if isinstance(found, Address) and found.domain.text in PROVIDERS:
            return Reading(found, ("email.at-spelled-out",))
    return Reading(Refusal("email.at-in-words" if _AT_WORD.search(part) else "email.missing-at"))


def _read_one(part: str, judge: Judge) -> Reading:
    """Read a part with one @: as it is, else after the fewest repairs that make it an address."""
    found = judge(part)
    if isinstance(found, Address) and part[0] != "'":
        return Reading(found)
    repairs: list[str] = []
    for code, repair in _REPAIRS:
        repaired = repair(part)
        if repaired != part:
            repairs.append(_what_was_cut(part) if code == "email.comment-removed" else code)
            part = repaired
            found = judge(part)
            if isinstance(found, Address):
                return Reading(found, tuple(repairs))
    return Reading(_sharper(part, found))


def _sharper(part: str, refusal: Address | Refusal) -> Address | Refusal:
    """Name the quotes or the separator inside the address, where there are some, as the reason."""
    if '"@' in part:
        return Refusal("email.quoted-local")
    if any(mark in part for mark in ",;"):
        return Refusal("email.comma-inside")
    return Refusal("email.space-inside") if len(part.split()) > 1 else refusal


def _drop_comment(part: str) -> str:
    """Take a remark off: one in brackets, or words after the address that refuse it or say that it is out of use."""
    if _COMMENT.search(part) is not None:
        return _COMMENT.sub("", part)
    address, _, words = part.partition(" ")
    told = "@" in address and _what_was_cut(words) != "email.comment-removed"
    return address if told else part


def _what_was_cut(part: str) -> str:
    """Say what a remark beside an address asks or tells."""
    words = frozenset(_WORDS.findall(fold(part[-_LONGEST_REMARK:])))
    if refuses(words, CONTACTING | WRITING):
        return "email.refusal-beside"
    return "email.said-out-of-use" if says_out_of_use(words) else "email.comment-removed"


def _drop_none_words(part: str) -> str:
    """Take `nc` and its like off a list that has one address."""
    pieces = _LISTED.split(part)
    kept = [piece for piece in pieces if not _says_nothing(piece)]
    return kept[0].strip() if len(kept) == 1 < len(pieces) else part


def _unwrap(part: str) -> str:
    """Take off brackets, quotes, labels and `mailto:`, from outside in."""
    start = part.rfind("<")
    stop = part.find(">", start)
    if -1 < start < stop and "@" in part[start:stop] and not part[stop:].strip(_TAIL + _QUOTES):
        part = part[start + 1 : stop]
    for _ in range(3):
        part = part.strip(_QUOTES)
        label = _LABEL.match(part)
        if label is None:
            break
        part = part[label.end() :]
        if label[0].lower().startswith("mailto"):
            part = _ENCODED.sub(lambda code: chr(int(code[1], 16)), part.partition("?")[0])
    return part


def _close_brackets(part: str) -> str:
    """Read `lea(@)example.org`: with one @ in the part, the brackets can only stand around it."""
    return _BRACKETED_AT.sub("@", part) if len(_BRACKETED_AT.findall(part)) == 1 else part


def _strip_punctuation(part: str) -> str:
    return part.rstrip(_TAIL).lstrip(_HEAD)


def _drop_spaces(part: str) -> str:
    """Drop spaces beside the @ and, in a domain that is none without them, beside its dots."""
    local, _, host = part.partition("@")
    host = host.lstrip()
    first, *rest = host.split() or [""]
    if rest and "." in first.rstrip("."):
        return f"{local.rstrip()}@{host}"
    return f"{local.rstrip()}@{_SPACED_DOT.sub('.', host)}"


_SPACED_DOT: Final = re.compile(r"(?<!\s)\s{0,9}\.\s{0,9}")
_COMMAS: Final = re.compile(r"(?<!\s)\s{0,9}[,;]\s{0,9}")


def _read_commas(part: str) -> str:
    """Read a comma in the domain as a dot where that makes a known provider, or a name and a common ending."""
    local, _, host = part.partition("@")
    dotted = _COMMAS.sub(".", host)
    name, _, ending = dotted.lower().rpartition(".")
    certain = dotted.lower() in PROVIDERS or ("." not in name and ending in COMMON_ENDINGS)
    return f"{local}@{dotted}" if certain else part


def _join_dots(part: str) -> str:
    local, _, host = part.partition("@")
    single = re.sub(r"\.{2,}", ".", host)
    return f"{local}@{single}" if single.lower() in PROVIDERS else part


_REPAIRS: Final[tuple[tuple[str, Callable[[str], str]], ...]] = (
    ("email.comment-removed", _drop_comment),
    ("email.unwrapped", _unwrap),
    ("email.at-spelled-out", _close_brackets),
    ("email.punctuation-removed", _drop_none_words),
    ("email.punctuation-removed", _strip_punctuation),
    ("email.space-removed", _drop_spaces),
    ("email.comma-for-dot", _read_commas),
    ("email.double-dot", _join_dots),
)
