r"""Where a value stands in a text of TOML or JSON: the line of a path of keys and places in lists.

The parsers of the standard library do not tell. For TOML, a text cut after a line is a smaller text of TOML as long as
no value is cut in two, so the first cut that holds the value ends on its line, whatever way it was written. For JSON,
the text is walked along the path.

>>> line_in_toml('id = "fr"\n\n[[rules]]\nid = "a"\nmonths = 0\n', ("rules", 0, "months"))
5
>>> line_in_json('{"id": "fr",\n "rules": [\n  {"months": 0}]}', ("rules", 0, "months"))
3
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from json import JSONDecoder
from typing import Any, Final

__all__ = ["line_in_json", "line_in_toml"]

_MOST_LINES: Final = 20_000
_Path = Sequence[str | int]


def line_in_toml(text: str, path: _Path) -> int | None:
    """Give the line (from 1) on which a value of a valid text begins; None when it has none of its own."""
    lines = text.splitlines(keepends=True)
    if not path or len(lines) > _MOST_LINES:
        return None
    if not _holds(lines, len(lines), path):
        return line_in_toml(text, path[:-1])
    # Cuts up to `low` do not hold the value, the whole cut `high` does.
    low, high = 0, len(lines)
    while low + 1 < high:
        middle = (low + high) // 2
        whole = _whole_before(lines, middle)
        if _holds(lines, whole, path):
            high = whole
        else:
            low = middle
    return _whole_before(lines, high - 1) + 1


def _whole_before(lines: Sequence[str], end: int) -> int:
    """Give the last cut at a line or before it that cuts nothing in two."""
    while end and _parsed(lines, end) is None:
        end -= 1
    return end


def _parsed(lines: Sequence[str], end: int) -> dict[str, Any] | None:
    try:
        return tomllib.loads("".join(lines[:end]))
    except tomllib.TOMLDecodeError:
        return None


def _holds(lines: Sequence[str], end: int, path: _Path) -> bool:
    found: Any = _parsed(lines, end)
    for step in path:
        if isinstance(step, int):
            if not isinstance(found, list) or len(found) <= step:
                return False
        elif not isinstance(found, dict) or step not in found:
            return False
        found = found[step]
    return found is not None


_SPACES: Final = " \t\r\n"


def line_in_json(text: str, path: _Path) -> int | None:
    """Give the line (from 1) on which a value of a valid text begins; None when it has none of its own."""
    at = _skip(text, 0)
    for step in path:
        inner = _inside(text, at, step)
        if inner is None:
            break
        at = inner
    return text.count("\n", 0, at) + 1


def _inside(text: str, at: int, step: str | int) -> int | None:
    """Give where the value of a key or of a place begins, inside the value that begins at a place of the text."""
    if text[at] != ("{" if isinstance(step, str) else "["):
        return None
    decoder, at, place = JSONDecoder(), _skip(text, at + 1), 0
    while text[at] not in "}]":
        key: str | int = place
        if isinstance(step, str):
            key, at = decoder.raw_decode(text, at)
            at = _skip(text, _skip(text, at) + 1)
        if key == step:
            return at
        _, at = decoder.raw_decode(text, at)
        at = _skip(text, at)
        at = _skip(text, at + 1) if text[at] == "," else at
        place += 1
    return None


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in _SPACES:
        at += 1
    return at
