"""Domains that look like a slip for a well-known provider: suggested, never applied.

Convention: the idea of mailcheck, with two limits against false alarms. A name is a slip when one letter is missing,
added, changed or swapped with its neighbour (optimal string alignment distance 1), for names of five letters and
more; an ending is a slip when the table of endings says so. Both may be wrong at once (`gmial.con`).

>>> suggest("gmial.con"), suggest("hotmail.fr.fr"), suggest("gmail.fr"), suggest("gmail.com")
(Suggestion(domain='gmail.com', sure=True), Suggestion(domain='hotmail.fr', sure=True), \
Suggestion(domain='gmail.com', sure=False), None)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

import attrs

from contactbase.normalize.data.domains import CONFUSED, ENDING_SLIPS, NEIGHBOURS, PROVIDERS

__all__ = ["Suggestion", "suggest"]


@attrs.frozen
class Suggestion:
    """The provider that was probably meant; not `sure` when the domain as written exists too."""

    domain: str
    sure: bool


_SHORTEST: Final = 5
"""Letters: one slip in a shorter name (`free`, `live`) gives too many other names."""

_LONGEST: Final = max(len(domain.partition(".")[0]) for domain in PROVIDERS) + 1
"""Letters: no slip makes a provider's name longer than this."""

_REPEATABLE: Final = frozenset({"fr", "com", "net", "org"})


def _endings() -> dict[str, frozenset[str]]:
    names = defaultdict(set)
    for domain in PROVIDERS:
        name, _, ending = domain.partition(".")
        names[name].add(ending)
    return {name: frozenset(endings) for name, endings in names.items()}


def _shortened(name: str) -> Iterator[str]:
    yield name
    for place in range(len(name)):
        yield name[:place] + name[place + 1 :]


def _index() -> dict[str, tuple[str, ...]]:
    """Map each name, and each name with one letter missing, to the names it may come from."""
    index = defaultdict(list)
    for name in sorted(_ENDINGS):
        if len(name) >= _SHORTEST:
            for short in dict.fromkeys(_shortened(name)):
                index[short].append(name)
    return {short: tuple(names) for short, names in index.items()}


_ENDINGS: Final = _endings()
_INDEX: Final = _index()
_UNDOTTED: Final = {domain.replace(".", ""): domain for domain in sorted(PROVIDERS)}


def suggest(domain: str) -> Suggestion | None:
    """Give the provider that a domain (in small letters) may be a slip for, or None."""
    if domain in PROVIDERS:
        return None
    if domain in CONFUSED:
        return Suggestion(CONFUSED[domain], sure=False)
    meant = _repeated(domain) or _UNDOTTED.get(domain) or _slipped(domain)
    return None if meant is None else Suggestion(meant, sure=True)


def _repeated(domain: str) -> str | None:
    """Take off a `www.` or a second ending (`hotmail.fr.fr`, `gmail.com.fr`)."""
    if domain.startswith("www."):
        return domain[4:] if domain[4:] in PROVIDERS else None
    first, _, last = domain.rpartition(".")
    return first if last in _REPEATABLE and first in PROVIDERS else None


def _slipped(domain: str) -> str | None:
    name, _, ending = domain.partition(".")
    fixed = ENDING_SLIPS.get(ending)
    for known in _nearest(name):
        endings = _ENDINGS[known]
        if ending in endings:
            return f"{known}.{ending}"
        if fixed in endings:
            return f"{known}.{fixed}"
    return None


def _nearest(name: str) -> tuple[str, ...]:
    """Give the provider itself when the name is right, else those one slip away."""
    if name in _ENDINGS:
        return (name,)
    if len(name) > _LONGEST or name in NEIGHBOURS:
        return ()
    seen = dict.fromkeys(known for short in _shortened(name) for known in _INDEX.get(short, ()))
    return tuple(known for known in seen if _is_one_slip(name, known))


def _is_one_slip(typed: str, known: str) -> bool:
    """Tell whether two different names are at optimal string alignment distance 1."""
    if abs(len(typed) - len(known)) > 1:
        return False
    start = 0
    while start < min(len(typed), len(known)) and typed[start] == known[start]:
        start += 1
    rest, goal = typed[start:], known[start:]
    swapped = rest[1:2] + rest[:1] + rest[2:] == goal
    return swapped or rest[1:] == goal or rest == goal[1:] or rest[1:] == goal[1:]
