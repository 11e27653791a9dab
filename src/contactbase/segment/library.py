"""Segments by name, checked together: every `in segment` leads somewhere, and none leads back to itself.

Two segments may both refer to a third (a diamond); a circle is refused (E150).

>>> from contactbase.segment.segment import Segment
>>> held = Segments([Segment("a", 'in segment "b"'), Segment("b", "city is known")])
>>> list(held)
['a', 'b']
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from contactbase.segment import nodes
from contactbase.segment.codes import DID_YOU_MEAN
from contactbase.segment.diagnostics import Diagnostic, diagnose, refuse
from contactbase.segment.lexer import quoted
from contactbase.segment.nodes import Node
from contactbase.segment.segment import Segment
from contactbase.segment.vocabulary import suggest

__all__ = ["Segments"]


class Segments(Mapping[str, Segment]):
    """An unchanging set of segments that may name each other; a `Context` takes it as `segments`."""

    __slots__ = ("_held",)

    def __init__(self, segments: Iterable[Segment]) -> None:
        """Take segments; SegmentError for unknown names and circles, ValueError when a name stands twice."""
        self._held: dict[str, Segment] = {}
        for segment in segments:
            if segment.name in self._held:
                raise ValueError(f"Two segments have the name {segment.name!r}. Give each its own.")
            self._held[segment.name] = segment
        found = [*self._unknown(), *self._circles()]
        if found:
            raise refuse(found)

    def __getitem__(self, name: str) -> Segment:
        return self._held[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)

    def __repr__(self) -> str:
        return f"Segments({list(self._held)})"

    def _unknown(self) -> Iterator[Diagnostic]:
        names = {name: name for name in self._held}
        for segment in self._held.values():
            for reference in _references(segment.tree):
                if reference.name not in self._held:
                    near = suggest(reference.name, names)
                    shown = None if near is None else quoted(near)
                    hint = DID_YOU_MEAN if near else None
                    yield diagnose("E151", reference.span, {"name": quoted(reference.name)}, hint=hint, shown=shown)

    def _circles(self) -> Iterator[Diagnostic]:
        """Walk the references depth first without recursion; a name met on the way down closes a circle."""
        done: set[str] = set()
        for start in self._held:
            path: list[str] = []
            todo: list[tuple[str, bool]] = [(start, False)]
            while todo:
                name, leaving = todo.pop()
                if leaving:
                    path.pop()
                    done.add(name)
                elif name in path:
                    circle = (*path[path.index(name) :], name)
                    yield diagnose("E150", None, {"names": ", ".join(circle)})
                    return
                elif name in self._held and name not in done:
                    path.append(name)
                    todo.append((name, True))
                    todo += [(one.name, False) for one in _references(self._held[name].tree)]


def _references(node: Node) -> Iterator[nodes.InSegment]:
    if isinstance(node, nodes.InSegment):
        yield node
    for child in nodes.children(node):
        yield from _references(child)
