r"""One line of a vCard: group, name, parameters and value, by the grammars of vCard 2.1, RFC 2426 and RFC 6350.

`[group.]NAME[;PARAM[=value,…]]…:value`. In 2.1 a parameter may be a bare value (`TEL;CELL;PREF:`); a value in quotes
may hold `:`, `;` and `,`. Names and types compare without case.

>>> head, value = Heads().split('item1.TEL;VALUE=uri;TYPE="work,voice";PREF=1:tel:+1-418-656-9254')
>>> head.name, sorted(head.types), head.preference, value
('TEL', ['voice', 'work'], 1, 'tel:+1-418-656-9254')
>>> Heads().split("no property at all") is None
True
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import attrs

__all__ = ["Head", "Heads"]

_NAME: Final = re.compile(r"(?:[\w-]+\.)?([\w-]+)", re.ASCII)
_QUOTED_HEAD: Final = re.compile(r'[^":]*(?:"[^"]*"[^":]*)*:')
_PARAMETER: Final = re.compile(r';([^;"]*(?:"[^"]*"[^;"]*)*)')
_ENCODINGS: Final = frozenset({"quoted-printable", "base64", "b", "q", "8bit", "7bit"})
_LOW: Final = 101
_MOST: Final = 4096
_LONGEST_HEAD: Final = 2000


@attrs.frozen(kw_only=True)
class Head:
    """What stands before the value. `preference` is 1 for the most preferred, 101 for one that says nothing.

    `year_omitted` is the year that Apple writes for birthdays without one; `kind` the VALUE parameter; `printable`
    values are quoted-printable, and so may break softly; `binary` ones are BASE64.
    """

    name: str
    types: frozenset[str] = frozenset()
    printable: bool = False
    binary: bool = False
    charset: str = ""
    kind: str = ""
    preference: int = _LOW
    year_omitted: str = ""


class Heads:
    """Takes lines apart; what the lines of a file have in common is read once (the memory is bounded)."""

    def __init__(self) -> None:
        """Start with nothing remembered."""
        self._known: dict[str, Head | None] = {}

    def split(self, line: str) -> tuple[Head, str] | None:
        """Give the head and the raw value of a line; None where it is no property."""
        end = line.find(":")
        if end < 0:
            return None
        if '"' in line[:end]:
            found = _QUOTED_HEAD.match(line[:_LONGEST_HEAD])
            end = end if found is None else found.end() - 1
        text = line[:end]
        if text not in self._known:
            if len(self._known) >= _MOST:
                self._known.clear()
            self._known[text] = _head(text)
        head = self._known[text]
        return None if head is None else (head, line[end + 1 :])


def _head(text: str) -> Head | None:
    name = _NAME.match(text)
    if name is None or len(text) > _LONGEST_HEAD or (name.end() < len(text) and text[name.end()] != ";"):
        return None
    found: dict[str, list[str]] = {}
    for key, values in _parameters(text[name.end() :]):
        found.setdefault(key, []).extend(values)
    types = frozenset(value.lower() for value in found.get("TYPE", ()))
    encoding = _last(found, "ENCODING").lower()
    return Head(
        name=name[1].upper(),
        types=types,
        printable=encoding in {"quoted-printable", "q"},
        binary=encoding in {"base64", "b"},
        charset=_last(found, "CHARSET"),
        kind=_last(found, "VALUE").lower(),
        preference=_preference(_last(found, "PREF"), types),
        year_omitted=_last(found, "X-APPLE-OMIT-YEAR"),
    )


def _parameters(text: str) -> Iterator[tuple[str, list[str]]]:
    for part in _PARAMETER.findall(text):
        key, equals, value = part.partition("=")
        values = [each.strip() for each in value.replace('"', "").split(",")]
        if equals:
            yield key.strip().upper(), values
        elif key.strip().lower() in _ENCODINGS:
            yield "ENCODING", [key.strip()]
        elif key.strip():
            yield "TYPE", [key.strip()]


def _last(found: dict[str, list[str]], key: str) -> str:
    return found.get(key, [""])[-1]


def _preference(text: str, types: frozenset[str]) -> int:
    if text.isascii() and text.isdigit() and len(text) < 4:
        return max(1, min(int(text), _LOW))
    return 1 if "pref" in types else _LOW
