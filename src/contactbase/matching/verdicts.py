"""What a reviewer has decided about pairs of contacts: the same person, or not. Such verdicts always win.

They are remembered by the ids of contacts and kept as text, one line of JSON a verdict, so that the next run asks no
question twice. A merged contact stands for the ids it was made of: within one run by itself, and in the next one by
`after`, so that who was parted from somebody stays parted from whom that somebody is in now.

>>> asked = Verdicts().same("c-1", "c-9").different("c-1", "c-2")
>>> Verdicts.from_text(asked.to_text()) == asked
True
>>> asked.same("c-9", "c-2")
Traceback (most recent call last):
ValueError: The verdicts contradict each other: 'c-1' and 'c-2' are different, yet the same through others.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import attrs

from contactbase.matching.connected import lowest
from contactbase.model.journal import Journal, Merge, Split

__all__ = ["NO_VERDICTS", "Verdicts"]

Ids = tuple[str, str]


def _pair(one: str, other: str) -> Ids:
    if one == other:
        raise ValueError(f"A verdict is about two contacts; {one!r} was given twice.")
    return (one, other) if one < other else (other, one)


@attrs.frozen
class Verdicts:
    """Pairs of ids known to be one person (`sames`) and known not to be (`differents`), each sorted.

    ValueError when a pair is both, directly or through others.
    """

    sames: frozenset[Ids] = attrs.field(default=frozenset(), repr=lambda pairs: f"<{len(pairs)}>")
    differents: frozenset[Ids] = attrs.field(default=frozenset(), repr=lambda pairs: f"<{len(pairs)}>")

    def __attrs_post_init__(self) -> None:
        home = lowest(self.sames)
        for one, other in sorted(self.differents):
            if home.get(one, one) == home.get(other, other):
                raise ValueError(
                    f"The verdicts contradict each other: {one!r} and {other!r} are different, "
                    "yet the same through others."
                )

    def same(self, one: str, other: str) -> Verdicts:
        """Add that two contacts are one person; an earlier verdict on the pair is replaced."""
        pair = _pair(one, other)
        return Verdicts(self.sames | {pair}, self.differents - {pair})

    def different(self, one: str, other: str) -> Verdicts:
        """Add that two contacts are not one person; an earlier verdict on the pair is replaced."""
        pair = _pair(one, other)
        return Verdicts(self.sames - {pair}, self.differents | {pair})

    def apart(self, contact: str, others: Iterable[str]) -> Verdicts:
        """Take a contact out of a cluster: it is none of the others."""
        found = self
        for other in others:
            if other != contact:
                found = found.different(contact, other)
        return found

    def after(self, merged: Journal | Mapping[str, str]) -> Verdicts:
        """Give the verdicts on who is left after merges: a journal, or who was merged away into whom.

        Two who are in one contact by now are a verdict on nobody: `same` is dropped, `different` stays as it is, for
        that merge is to be taken back (`unmerge`). Where merges make verdicts contradict each other, nobody is joined.
        """
        into = _absorbed(merged) if isinstance(merged, Journal) else merged
        sames = {_pair(*pair) for old in self.sames if len(set(pair := _moved(old, into))) == 2}
        moved = ((old, _moved(old, into)) for old in self.differents)
        differents = {_pair(*pair) if len(set(pair)) == 2 else old for old, pair in moved}
        home = lowest(sames)
        torn = {home[one] for one, other in differents if one in home and home[one] == home.get(other)}
        return Verdicts(frozenset(pair for pair in sames if home[pair[0]] not in torn), frozenset(differents))

    def __or__(self, newer: Verdicts) -> Verdicts:
        """Put two sets together; on a pair that both judge, the newer one stands."""
        judged = newer.sames | newer.differents
        return Verdicts((self.sames - judged) | newer.sames, (self.differents - judged) | newer.differents)

    def __len__(self) -> int:
        return len(self.sames) + len(self.differents)

    def to_text(self) -> str:
        """Give the verdicts as lines of JSON, in a fixed order."""
        lines = [(pair, "same") for pair in self.sames] + [(pair, "different") for pair in self.differents]
        return "".join(
            json.dumps({"left": left, "right": right, "verdict": verdict}, ensure_ascii=False) + "\n"
            for (left, right), verdict in sorted(lines)
        )

    @classmethod
    def from_text(cls, text: str) -> Verdicts:
        """Read lines of JSON; the last verdict on a pair stands. ValueError names the line that is none."""
        found = dict(_lines(text))
        return cls(
            frozenset(pair for pair, verdict in found.items() if verdict == "same"),
            frozenset(pair for pair, verdict in found.items() if verdict == "different"),
        )


def _lines(text: str) -> Iterator[tuple[Ids, str]]:
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            held = json.loads(line)
            left, right, verdict = held["left"], held["right"], held["verdict"]
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise ValueError(f"Line {number} is no verdict. {_SHAPE}") from error
        if verdict not in {"same", "different"} or not isinstance(left, str) or not isinstance(right, str):
            raise ValueError(f"Line {number} is no verdict. {_SHAPE}")
        yield _pair(left, right), verdict


_SHAPE: Final = 'Write {"left": "c-1", "right": "c-9", "verdict": "same"} or "different".'


def _absorbed(journal: Journal) -> dict[str, str]:
    """Give who was merged away into whom, and not taken out since."""
    found: dict[str, str] = {}
    for entry in journal.entries:
        if isinstance(entry, Merge):
            found |= {gone.id: entry.kept for gone in entry.absorbed}
        elif isinstance(entry, Split):
            found = {gone: kept for gone, kept in found.items() if gone not in entry.restored}
    return found


def _moved(pair: Ids, into: Mapping[str, str]) -> Ids:
    one, other = (_last(contact, into) for contact in pair)
    return one, other


def _last(contact: str, into: Mapping[str, str]) -> str:
    """Follow merges to who is left; at most once through all of them."""
    for _ in into:
        if contact not in into:
            break
        contact = into[contact]
    return contact


NO_VERDICTS: Final = Verdicts()
