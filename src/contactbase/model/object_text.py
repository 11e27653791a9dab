"""A small value as one cell of text: its only part as it is, or a JSON object of the parts that are known.

>>> write_object({"form": "salon", "evidence": None}, plain="evidence")
'{"form":"salon"}'
>>> write_object({"form": None, "evidence": "scan-17"}, plain="evidence")
'scan-17'
>>> read_object('{"form":"salon"}', {"form": str}), read_object("scan-17", {"form": str})
({'form': 'salon'}, None)
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping
from typing import Any

__all__ = ["known", "read_object", "text_part", "write_object"]


def known(text: str | None) -> str | None:
    """Give a text, None for an empty one."""
    return text or None


def text_part(value: Any) -> str:
    """Give a part that must be text; TypeError where it is anything else."""
    if not isinstance(value, str):
        raise TypeError("a text is expected")
    return value


def write_object(parts: Mapping[str, Any], *, plain: str) -> str:
    """Give the known parts as JSON; the one called `plain` bare where it is the only one and no JSON itself."""
    known = {name: value for name, value in parts.items() if value or (value == 0 and value is not False)}
    if known.keys() == {plain} and _is_bare(known[plain]):
        return str(known[plain])
    return json.dumps(known, ensure_ascii=False, separators=(",", ":"), default=_iso)


def _is_bare(text: str) -> bool:
    return not text.startswith("{") and not text.isspace()


def _iso(value: object) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no text.")


def read_object(text: str, decode: Mapping[str, Callable[[Any], object]]) -> dict[str, Any] | None:
    """Give the parts of a JSON object, each decoded; None where the text is anything else."""
    if not text.startswith("{"):
        return None
    try:
        found = json.loads(text)
        return {name: decode[name](value) for name, value in found.items()}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
