"""Consents that are stated again: what was learnt before and has not changed since is no new line of the ledger.

The same file read on a later day says the same with another `recorded_on`. Where all that a base knows of a channel of
somebody was learnt on one day, and the database holds the very same as the last that was learnt of that channel, it is
left out; anything else is added, so that no answer is ever hidden by an older one.

>>> held = Restated([("c-1", "sms", "given", "2026-11-22")], ("contact_id", "channel", "status", "recorded_on"))
>>> list(held.new([("c-1", "sms", "given", "2026-11-23"), ("c-1", "email", "given", "2026-11-23")]))
[('c-1', 'email', 'given', '2026-11-23')]
>>> list(held.new([("c-1", "sms", "refused", "2026-11-23")]))
[('c-1', 'sms', 'refused', '2026-11-23')]
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

__all__ = ["Restated"]

_PLACES: Final = frozenset({"position", "line", "recorded_on"})
"""What differs in two lines that say the same."""

_Row = Sequence[object]
_Group = tuple[str, str]


class Restated:
    """The last that a database learnt of each channel of each contact."""

    def __init__(self, rows: Iterable[_Row], names: Sequence[str]) -> None:
        """Take the rows that the database holds, and the names of their columns."""
        self._owner, self._channel = names.index("contact_id"), names.index("channel")
        self._day = names.index("recorded_on")
        self._said = [place for place, name in enumerate(names) if name not in _PLACES]
        self._last: dict[_Group, tuple[str, frozenset[bytes]]] = {}
        for row in rows:
            self._hold(row)

    def _hold(self, row: _Row) -> None:
        group, day = self._group(row), self._recorded(row)
        last, said = self._last.get(group, ("", frozenset()))
        if day >= last:
            self._last[group] = day, (said if day == last else frozenset()) | {self._digest(row)}

    def new(self, rows: Iterable[_Row]) -> Iterator[_Row]:
        """Yield the rows that say something new; those of one contact stand together."""
        for _, own in groupby(rows, key=lambda row: row[self._owner]):
            channels: dict[_Group, list[_Row]] = {}
            for row in own:
                channels.setdefault(self._group(row), []).append(row)
            for group, found in channels.items():
                if not self._is_known(group, found):
                    yield from found

    def _is_known(self, group: _Group, rows: Sequence[_Row]) -> bool:
        if group not in self._last:
            return False
        day, said = self._last[group]
        (first, *others) = {self._recorded(row) for row in rows}
        return not others and first > day > "" and {self._digest(row) for row in rows} == said

    def _group(self, row: _Row) -> _Group:
        return str(row[self._owner]), str(row[self._channel])

    def _recorded(self, row: _Row) -> str:
        """Give the day on which a line was learnt, as ISO 8601: nothing comes before every day."""
        return "" if row[self._day] is None else str(row[self._day])[:10]

    def _digest(self, row: _Row) -> bytes:
        said = "\0".join("" if row[place] is None else f"={row[place]}" for place in self._said)
        return hashlib.blake2b(said.encode("utf-8", "surrogatepass"), digest_size=16).digest()
