"""Values of an attrs class as JSON without what stands at its default: how consents and events are written.

Dates are ISO 8601 text. A file has few kinds of consents, so that what they have in common is worth remembering; the
memory is bounded and belongs to the `CompactMemory`.

>>> import attrs
>>> @attrs.frozen
... class Visit:
...     place: str
...     count: int = 1
...     note: str | None = None
>>> write = Compact(Visit)
>>> write(Visit("Lyon")), write.text([Visit("Lyon", 2), Visit("Nice", note="x")])
({'place': 'Lyon'}, '[{"place":"Lyon","count":2},{"place":"Nice","note":"x"}]')
>>> CompactMemory(write)([Visit("Nice", note="x")])
'[{"place":"Nice","note":"x"}]'
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Final

import attrs

__all__ = ["Compact", "CompactMemory", "plain"]

_ALIKE: Final = 4096
"""How many beginnings are remembered."""

_quoted: Final[Callable[[str], str]] = json.encoder.encode_basestring


def plain(value: object) -> object:
    """Give a date as ISO 8601 text and anything else as it is."""
    return value.isoformat() if isinstance(value, dt.date) else value


class Compact:
    """Gives values of one attrs class compactly."""

    def __init__(self, kind: type[attrs.AttrsInstance]) -> None:
        """Take the class."""
        fields = attrs.fields(kind)
        self.names = tuple(field.name for field in fields)
        self.values = attrgetter(*self.names)
        self._defaults = tuple(field.default for field in fields)
        self._keys = tuple(f'"{name}":' for name in self.names)

    def __call__(self, value: object) -> dict[str, object]:
        """Give one value as a dictionary."""
        held = zip(self.names, self.values(value), self._defaults, strict=True)
        return {name: plain(found) for name, found, default in held if found is not default and found != default}

    def text(self, values: Iterable[object]) -> str:
        """Give several values as one JSON list: what `json.dumps` gives of their dictionaries, written directly."""
        return f"[{','.join([f'{{{self.pairs(self.values(value))}}}' for value in values])}]"

    def pairs(self, held: tuple[object, ...]) -> str:
        """Give what stands between the braces of a value, or of its first fields."""
        told = zip(self._keys, held, self._defaults, strict=False)
        return ",".join(
            [key + _json(found) for key, found, default in told if found is not default and found != default]
        )


class CompactMemory:
    """Writes several values as `Compact.text` does; all but the last field of a value is written once for all alike."""

    def __init__(self, compact: Compact) -> None:
        """Start with nothing remembered; the last field must have None as its default."""
        self._compact = compact
        self._last = f',"{compact.names[-1]}":'
        self._begun: dict[tuple[object, ...], str] = {}

    def __call__(self, values: Iterable[object]) -> str:
        """Give several values as one JSON list."""
        held = self._compact.values
        return f"[{','.join([self._object(held(value)) for value in values])}]"

    def _object(self, held: tuple[object, ...]) -> str:
        before, last = held[:-1], held[-1]
        text = self._begun.get(before)
        if text is None:
            if len(self._begun) >= _ALIKE:
                self._begun.clear()
            text = self._begun[before] = self._compact.pairs(before)
        if last is None:
            return f"{{{text}}}"
        return f"{{{text}{self._last}{_json(last)}}}" if text else f"{{{self._compact.pairs(held)}}}"


def _json(value: object) -> str:
    if value.__class__ is int:
        return str(value)
    return _quoted(value if isinstance(value, str) else str(plain(value)))
