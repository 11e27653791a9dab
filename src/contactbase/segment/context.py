"""What an evaluation is given beside the contacts: other segments, lists of ids, the policy, a cache.

>>> Context().can_receive is None
True
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import OrderedDict
from collections.abc import Callable, Collection, Mapping
from typing import Final, Protocol, TypeAlias, TypeVar

import attrs

from contactbase.model.contact import Contact
from contactbase.segment.diagnostics import diagnose, refuse
from contactbase.segment.limits import CLAUSES, NESTING
from contactbase.segment.nodes import Expr, InSegment, Node, children
from contactbase.segment.vocabulary import Vocabulary

__all__ = ["Cache", "CanReceive", "Context", "Named", "Permission", "bucket", "refuse_blow_up"]

_T = TypeVar("_T")
_LEAF: Final = 5
"""Levels below a condition: its operand, a where, a value."""


@attrs.frozen
class Permission:
    """What a policy answers: whether, and why not."""

    allowed: bool
    reasons: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self.allowed


class CanReceive(Protocol):
    """A policy's answer to `can receive`: may this contact be sent to on a channel for a purpose on a day?"""

    def __call__(self, contact: Contact, channel: str, purpose: str, *, as_of: dt.date) -> bool | Permission:
        """Give the answer; anything but true (or an allowing Permission) means no."""


class Cache:
    """Compiled segments, the least recently used dropped first; it belongs to whoever made it."""

    __slots__ = ("_held", "limit")

    def __init__(self, limit: int = 64) -> None:
        """Hold `limit` segments at most."""
        self.limit = limit
        self._held: OrderedDict[object, object] = OrderedDict()

    def get(self, key: object, make: Callable[[], _T]) -> _T:
        """Give what was made for a key, making it the first time."""
        if key in self._held:
            self._held.move_to_end(key)
            return self._held[key]  # type: ignore[return-value] # one key is always made by one function
        made = self._held[key] = make()
        if len(self._held) > self.limit:
            self._held.popitem(last=False)
        return made

    def __len__(self) -> int:
        return len(self._held)


class Named(Protocol):
    """A segment as others refer to it: its checked tree and the names it was checked against."""

    @property
    def tree(self) -> Expr:
        """The checked tree."""

    @property
    def vocabulary(self) -> Vocabulary:
        """The names."""


Lists: TypeAlias = Mapping[str, Collection[str]]


def _frozen_lists(lists: Lists) -> Mapping[str, frozenset[str]]:
    return {name: frozenset(ids) for name, ids in lists.items()}


@attrs.frozen(kw_only=True, eq=False)
class Context:
    """What an evaluation may look at.

    `segments` are those that `in segment` names by name, `lists` the ids that
    `in list` names, `can_receive` the policy (without one nobody can receive), `cache` keeps what was compiled.
    """

    segments: Mapping[str, Named] = attrs.field(factory=dict)
    lists: Mapping[str, frozenset[str]] = attrs.field(factory=dict, converter=_frozen_lists)
    can_receive: CanReceive | None = None
    cache: Cache | None = None

    def permits(self, contact: Contact, channel: str, purpose: str, as_of: dt.date) -> bool:
        """Ask the policy; without one, no."""
        return self.can_receive is not None and bool(self.can_receive(contact, channel, purpose, as_of=as_of))


def refuse_blow_up(tree: Expr, segments: Mapping[str, Named]) -> None:
    """Raise SegmentError when segments that name each other would grow too large (E164) or too deep (E160).

    Ten segments of ten references each are ten thousand million clauses; measuring them costs one look at each.
    """
    measured: dict[str, tuple[int, int]] = {}

    def measure(node: Node, path: tuple[str, ...], level: int) -> tuple[int, int]:
        if level > NESTING + _LEAF:
            raise refuse([diagnose("E160", tree.span, {"limit": NESTING})])
        if isinstance(node, InSegment):
            name = node.name
            if name in path or name not in segments:
                return 1, 1
            if name not in measured:
                measured[name] = measure(segments[name].tree, (*path, name), level + 1)
            return measured[name]
        found = [measure(child, path, level + 1) for child in children(node)]
        return 1 + sum(size for size, _ in found), 1 + max((depth for _, depth in found), default=0)

    size, depth = measure(tree, (), 0)
    if size > CLAUSES:
        raise refuse([diagnose("E164", tree.span, {"limit": CLAUSES})])
    if depth > NESTING + _LEAF:
        raise refuse([diagnose("E160", tree.span, {"limit": NESTING})])


def bucket(contact_id: str, seed: str) -> int:
    """Give the place of an id among a million, by a keyed hash (BLAKE2b): the same everywhere and for ever."""
    key = hashlib.blake2b(seed.encode("utf-8", "surrogatepass"), digest_size=32).digest()
    drawn = hashlib.blake2b(contact_id.encode("utf-8", "surrogatepass"), key=key, digest_size=8).digest()
    return int.from_bytes(drawn, "big") % 1_000_000
