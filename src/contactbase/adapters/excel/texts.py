r"""The shared texts of a workbook: what cells of text point at (ECMA-376 18.4.9), plain or in several looks.

>>> shared_texts([b'<sst><si><t>Petit</t></si><si><r><t>Le</t></r><r><t> Gall</t></r></si></sst>'])
['Petit', 'Le Gall']
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Final
from xml.parsers import expat

__all__ = ["UnusualXmlError", "shared_texts", "text_in", "unescaped"]

_HEAD: Final = re.compile(rb"\A[^<]*(?:<\?xml [^<>]*\?>\s*)?<sst(?:\s[^<>]*)?>\s*")
_TEXT: Final = re.compile(r'<si><t(?: xml:space="preserve")?+>([^<]*+)</t></si>\s*+|<si>(.*?)</si>\s*+|(.+)', re.DOTALL)
_OPEN: Final = "<si><t>"
_SHUT: Final = "</t></si>"
"""What stands around a text in one look; a list of nothing else is split, each text with four brackets around it."""

_END: Final = b"</si>"
_LONGEST: Final = 1 << 24
_INSIDE: Final = {"si": ("t", "r", "rPh", "phoneticPr"), "r": ("rPr", "t"), "t": ()}
"""What may stand in a text: itself once, or runs of which each holds it once."""

_ENTITY: Final = re.compile(r"&(?:(amp|lt|gt|quot|apos)|#([0-9]{1,7})|#x([0-9A-Fa-f]{1,6}));")
_ENTITIES: Final = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_UNHELD: Final = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|]]>")
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")


class UnusualXmlError(Exception):
    """Something is written in another way than spreadsheet programs do; the word says what, for the journal."""


def unescaped(text: str) -> str:
    """Give the characters that XML cannot hold and that the format writes as `_x000D_` (ECMA-376 22.4.2.4)."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def text_in(xml: str) -> str:
    """Give the text that stands between two tags; UnusualXmlError where an XML reader would refuse or change it."""
    if not (xml.isprintable() and "]]>" not in xml) and _UNHELD.search(xml):
        raise UnusualXmlError("shape")
    if "&" in xml:
        if xml.count("&") != len(_ENTITY.findall(xml)):
            raise UnusualXmlError("shape")
        return _ENTITY.sub(_character, xml)
    return xml


def _character(found: re.Match[str]) -> str:
    if found[1]:
        return _ENTITIES[found[1]]
    code = int(found[2]) if found[2] else int(found[3], 16)
    if (
        (code < 32 and code not in (9, 10, 13))
        or 0xD800 <= code < 0xE000
        or code in (0xFFFE, 0xFFFF)
        or code > 0x10FFFF
    ):
        raise UnusualXmlError("shape")
    return chr(code)


def shared_texts(pieces: Iterable[bytes], held: Callable[[str], str] = unescaped) -> list[str]:
    """Read the list of shared texts, in pieces cut anywhere; UnusualXmlError where it is written in another manner.

    `held` makes the text of what a cell holds.
    """
    found: list[str] = []
    left, begun = b"", False
    for piece in pieces:
        left = (left + piece).lstrip()
        end = left.rfind(_END) + len(_END)
        if end < len(_END):
            if len(left) > _LONGEST:
                raise UnusualXmlError("shape")
            continue
        start = 0 if begun else _start(left)
        texts = _texts(left[start:end])
        found += map(held, texts) if b"_x" in left else texts
        left, begun = left[end:], True
    if begun and left.strip() != b"</sst>":
        raise UnusualXmlError("shape")
    return found


def _start(text: bytes) -> int:
    head = _HEAD.match(text)
    if head is None or not _is_utf8(head[0]):
        raise UnusualXmlError("shape")
    return head.end()


def _is_utf8(head: bytes) -> bool:
    """Tell whether the beginning of a document declares UTF-8, or nothing."""
    return b"encoding" not in head or b'encoding="utf-8"' in head.lower()


def _texts(xml: bytes) -> list[str]:
    try:
        text = xml.decode()
    except UnicodeDecodeError as error:
        raise UnusualXmlError("shape") from error
    plain = "&" not in text and "]]>" not in text and text.isprintable()
    quick = text[len(_OPEN) : -len(_SHUT)].split(_SHUT + _OPEN)
    if text.count("<") == 4 * len(quick) and text.startswith(_OPEN) and text.endswith(_SHUT):
        return quick if plain else list(map(text_in, quick))
    found = _TEXT.findall(text)
    if found[-1][2]:
        raise UnusualXmlError("shape")
    return [_together(parts) if parts else written if plain else text_in(written) for written, parts, _ in found]


def _together(parts: str) -> str:
    """Give the text of runs in several looks, without the phonetic ones."""
    said: list[str] = []
    inside: list[str] = []
    met: list[tuple[str, ...]] = []

    def start(name: str, _given: dict[str, str]) -> None:
        if inside and (name == "si" or name not in _INSIDE.get(inside[-1], (name,))):
            raise UnusualXmlError("shape")
        if name in ("t", "r") and "rPh" not in inside:
            met.append((*inside[1:], name) if name == "t" else (name,))
        inside.append(name)

    def end(_name: str) -> None:
        inside.pop()

    def heard(text: str) -> None:
        if inside in (["si", "t"], ["si", "r", "t"]):
            said.append(text)

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, heard
    try:
        parser.Parse(f"<si>{parts}</si>", True)  # noqa: FBT003 - expat takes it by place
    except expat.ExpatError as error:
        raise UnusualXmlError("shape") from error
    if (("t",) in met and len(met) > 1) or any(a == b == ("r", "t") for a, b in pairwise(met)):
        raise UnusualXmlError("shape")
    return "".join(said)
