"""The judged pairs of all looks by the ids of their contacts, and what they come to once the clusters are known."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import chain

from contactbase.matching.judging import Judgement
from contactbase.matching.looking import Look, Terms
from contactbase.matching.matches import Pair
from contactbase.matching.natural import natural

__all__ = ["Told"]


class Told:
    """Pairs by column: two ids and a judgement."""

    def __init__(self) -> None:
        self.lefts: list[str] = []
        self.rights: list[str] = []
        self.judgements: list[Judgement] = []

    def add(self, look: Look, merged: Collection[str] | None = None) -> None:
        """Add the pairs of a look: all of the first; of a later one those of contacts merged before or in it."""
        contacts, (lefts, rights, judgements) = look.view.contacts, look.judged
        places: Iterable[int] = range(len(lefts))
        if merged is not None:
            news = {*merged, *chain.from_iterable(look.groups)}
            fresh = bytearray(contact.id in news for contact in contacts)
            places = [place for place in places if fresh[lefts[place]] or fresh[rights[place]]]
        self.lefts += [contacts[lefts[place]].id for place in places]
        self.rights += [contacts[rights[place]].id for place in places]
        self.judgements += [judgements[place] for place in places]
        for one, copy, judgement in look.copied():
            self.lefts.append(one)
            self.rights.append(copy)
            self.judgements.append(judgement)

    def sorted(self, terms: Terms, home: Mapping[str, str]) -> tuple[tuple[Pair, ...], tuple[Pair, ...]]:
        """Give the pairs that stand together in a cluster, and for each two contacts left apart their best pair.

        A pair that was met in several looks is given as it first was.

        `home` gives the first id of the cluster of each contact that is in one.
        """
        together: dict[tuple[str, str], Pair] = {}
        apart: dict[tuple[str, str], Pair] = {}
        at = home.get
        for one, other, judgement in zip(self.lefts, self.rights, self.judgements, strict=True):
            left, right = at(one, one), at(other, other)
            if left == right:
                if judgement.same >= terms.threshold:
                    pair = Pair.of(one, other, judgement)
                    together.setdefault((pair.left, pair.right), pair)
            elif judgement.same >= terms.review:
                place, pair = (left, right) if left < right else (right, left), Pair.of(one, other, judgement)
                best = apart.get(place)
                if best is None or _rank(pair) > _rank(best):
                    apart[place] = pair
        order = sorted(apart.values(), key=lambda pair: (-pair.probability, natural(pair.left), natural(pair.right)))
        judged = terms.verdicts.differents
        return tuple(together.values()), tuple(pair for pair in order if (pair.left, pair.right) not in judged)

    def at_home(
        self, terms: Terms, home: Mapping[str, str], may_be_two: Callable[[str, str], bool]
    ) -> list[tuple[str, str]]:
        """Give who lives with whom, each by the first id of its cluster.

        Two whom the evidence calls one person, and who stand apart all the same (father and son of one name, a couple
        and one of the two, a verdict), are two people: they live together where the evidence would have two people do
        so, and where `may_be_two` says that they are not one person under two owners.
        """
        at, found = home.get, []
        for left, right, judgement in zip(self.lefts, self.rights, self.judgements, strict=True):
            one, other = at(left, left), at(right, right)
            if judgement.at_home or (
                one != other and judgement.home_of_two and judgement.same >= terms.threshold and may_be_two(left, right)
            ):
                found.append((one, other))
        return found


def _rank(pair: Pair) -> tuple[float, str, str]:
    return pair.probability, pair.left, pair.right
