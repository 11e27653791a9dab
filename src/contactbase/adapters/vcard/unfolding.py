r"""Physical lines of a vCard file to properties: unfolded, soft breaks joined, BASE64 left out.

A line that begins with a space or tab goes on with the one before (RFC 6350, 3.2); in vCard 2.1 the space stays, for
folding is done at spaces there. A quoted-printable value goes on after a `=` at the end of the line. A BASE64 value is
skipped as it comes, however its lines are folded, so that pictures cost no memory.

>>> lines = ["NOTE:one", "  two", "PHOTO;ENCODING=BASE64:", "/9j/4AAQ", "", "N;QUOTED-PRINTABLE:=C3=", "=89"]
>>> [(each.line, each.head.name, each.value) for each in Properties(enumerate(lines, 1)) if each.head]
[(1, 'NOTE', 'one two'), (3, 'PHOTO', ''), (6, 'N', '=C3=89')]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

import attrs

from contactbase.adapters.vcard.content_line import Head, Heads

__all__ = ["LONGEST", "Properties", "Property"]

LONGEST: Final = 1 << 20
"""Characters of the longest value that is kept."""


class Property(NamedTuple):
    """A property and its first line; `head` None: the line is none; `whole` False: too long, and so cut."""

    line: int
    head: Head | None
    value: str
    whole: bool = True


class Properties:
    """Yields the properties of a file; `version` is what the last VERSION said, and decides how lines are unfolded."""

    def __init__(self, lines: Iterable[tuple[int, str]]) -> None:
        """Take numbered lines without their ends; blank ones mean nothing, for some programs write two ends for one."""
        self._lines = lines
        self._heads = Heads()
        self._head: Head | None = None
        self._line = self._size = 0
        self._parts: list[str] = []
        self._soft = False
        self.version = ""

    def __iter__(self) -> Iterator[Property]:
        split = self._heads.split
        for number, line in self._lines:
            if self._head is not None and self._goes_on(self._head, line):
                continue
            if not line or line.isspace():
                continue
            if self._head is not None:
                yield self._finished(self._head)
            parted = split(line)
            if parted is None:
                self._head = None
                yield Property(number, None, line[:LONGEST])
            else:
                self._begin(number, *parted)
        if self._head is not None:
            yield self._finished(self._head)

    def _begin(self, number: int, head: Head, value: str) -> None:
        if value[:5].lower() == "data:":
            head = attrs.evolve(head, binary=True)
        self._head, self._line, self._size = head, number, len(value)
        self._parts = [] if head.binary else [value]
        self._soft = head.printable and value.endswith("=")

    def _goes_on(self, head: Head, line: str) -> bool:
        """Take a line that goes on with the value before it; tell whether it does."""
        if self._soft and not _ends_card(line):
            self._parts[-1] = self._parts[-1][:-1]
            self._add(head, line)
        elif line[:1] in _SPACES:
            if not head.binary:
                self._add(head, line if self.version == "2.1" else line[1:])
        else:
            return head.binary and ":" not in line and not _ends_card(line)
        return True

    def _add(self, head: Head, more: str) -> None:
        """Add to a value; one that is too long is cut, and told."""
        self._soft = head.printable and more.endswith("=")
        self._size += len(more)
        self._parts.append(more if self._size <= LONGEST else "=" * self._soft)
        if self._size > LONGEST:
            del self._parts[1:-1]

    def _finished(self, head: Head) -> Property:
        value = self._parts[0] if len(self._parts) == 1 else "".join(self._parts)
        if self._soft:
            value = value[:-1]
        if head.name == "VERSION":
            self.version = value.strip()
        return Property(self._line, head, value, self._size <= LONGEST)


_SPACES: Final = frozenset({" ", "\t"})


def _ends_card(line: str) -> bool:
    return line[:9].upper() == "END:VCARD"
