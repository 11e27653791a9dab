"""How far the sexes of a base can be trusted, learnt from the base itself.

Files exist whose titles were filled in at random. Where a first name is common in the base, nearly all who bear it
should have one sex; when too many have the other one, sex keeps nobody apart. A property of the contacts and not of
their pairs, so that merging does not change it much.

>>> from contactbase.model.contact import Contact
>>> from contactbase.model.enums import Sex
>>> sexes = [Sex.F, Sex.M] * 20
>>> mixed = View.of([Contact(id=f"c-{n}", first_name="Anne", sex=sex) for n, sex in enumerate(sexes)])
>>> sex_quality(mixed).is_reliable
False
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

import attrs

from contactbase.matching.view import View
from contactbase.model.journal import Finding, finding

__all__ = ["SexQuality", "sex_quality"]

_COMMON: Final = 5
_FEWEST: Final = 30
_BORNE: Final = 0.1
"""Camille, Claude and Dominique are both; beyond a tenth it is the file."""


@attrs.frozen
class SexQuality:
    """Of so many contacts with a common first name, how many have the sex that is rarer for that name."""

    judged: int
    unusual: int

    @property
    def is_reliable(self) -> bool:
        """Whether sex may keep two contacts apart; few contacts to judge by are no reason to doubt."""
        return self.judged < _FEWEST or self.unusual <= self.judged * _BORNE

    def findings(self) -> Iterator[Finding]:
        """Say so when sex is not used."""
        if not self.is_reliable:
            percent = 100 * self.unusual // self.judged
            yield finding("match.sexes-unreliable", field="sex", count=self.judged, percent=percent)


def sex_quality(view: View) -> SexQuality:
    """Judge the sexes of a base by its common first names."""
    pairs = zip(view.first_names, view.contacts, strict=True)
    counts = Counter((name, contact.sex) for name, contact in pairs if contact.sex is not None and name)
    by_name: dict[str, list[int]] = {}
    for (name, _), count in counts.items():
        by_name.setdefault(name, []).append(count)
    common = [held for held in by_name.values() if sum(held) >= _COMMON]
    return SexQuality(sum(map(sum, common)), sum(sum(held) - max(held) for held in common))
