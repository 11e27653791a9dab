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
        """Take numbered lines without their ends."""
        self._lines = iter(lines)
        self._heads = Heads()
        self._waiting: list[tuple[int, str]] = []
        self.version = ""

    def __iter__(self) -> Iterator[Property]:
        while (found := self._next()) is not None:
            number, line = found
            if not line.strip():
                continue
            parted = self._heads.split(line)
            if parted is None:
                yield Property(number, None, line[:LONGEST])
                continue
            head, value = parted
            if head.binary or value[:5].lower() == "data:":
                self._skip(head)
                yield Property(number, attrs.evolve(head, encoding="b"), "")
                continue
            value, whole = self._unfolded(head, value)
            if head.name == "VERSION":
                self.version = value.strip()
            yield Property(number, head, value, whole)

    def _next(self) -> tuple[int, str] | None:
        return self._waiting.pop() if self._waiting else next(self._lines, None)

    def _following(self) -> tuple[int, str] | None:
        """Give the next line that is not blank: some programs write two line ends for one."""
        found = self._next()
        while found is not None and not found[1]:
            found = self._next()
        return found

    def _unfolded(self, head: Head, value: str) -> tuple[str, bool]:
        """Add the lines that go on with a value; one that is too long is cut, and told."""
        parts, size = [value], len(value)
        soft = head.printable and value.endswith("=")
        while (found := self._next() if soft else self._following()) is not None:
            line = found[1]
            if soft and not _ends_card(line):
                parts[-1] = parts[-1][:-1]
                more = line
            elif line[:1] in {" ", "\t"}:
                more = line if self.version == "2.1" else line[1:]
            else:
                self._waiting.append(found)
                break
            soft = head.printable and more.endswith("=")
            size += len(more)
            if size <= LONGEST:
                parts.append(more)
            elif parts[-1]:
                parts.append("")
        if head.printable and parts[-1].endswith("="):
            parts[-1] = parts[-1][:-1]
        return "".join(parts), size <= LONGEST

    def _skip(self, head: Head) -> None:
        """Pass over the lines of a binary value: folded ones, and in BASE64 those that are no property."""
        while (found := self._following()) is not None:
            line = found[1]
            bare = head.binary and line.strip() and ":" not in line and not _ends_card(line)
            if line[:1] not in {" ", "\t"} and not bare:
                self._waiting.append(found)
                return


def _ends_card(line: str) -> bool:
    return line[:9].upper() == "END:VCARD"
