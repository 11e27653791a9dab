"""What of a contact decides whether it can be one person with another: name, birth date, sex, whose file it is from.

Two contacts contradict each other when both say something and the two cannot be true of one person. A sex is often a
slip of the title, so it counts only where the first names do not already name one person in full. A rented contact is
never one with a contact of ours, nor with one rented elsewhere (R23). A couple (`M. et Mme`) is never one person.

>>> contradiction(Profile(Name("", "durand"), Sex.F), Profile(Name("", "durand"), Sex.M))
'match.sexes-differ'
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from itertools import combinations
from typing import Final, NamedTuple

import attrs

from contactbase.matching.names import Name, NameAgreement, compare, same_first_name
from contactbase.model.enums import Sex

__all__ = ["Licences", "Profile", "Summary", "contradiction", "without_sex"]


class Profile(NamedTuple):
    """One contact as matching sees it; equal profiles are told apart by nothing."""

    name: Name
    sex: Sex | None = None
    birth_date: dt.date | None = None
    rented_from: str | None = None
    several: bool = False


def without_sex(profile: Profile) -> Profile:
    """Give the profile with its sex unknown."""
    return profile if profile.sex is None else profile._replace(sex=None)


def contradiction(one: Profile, other: Profile, agreement: NameAgreement | None = None) -> str | None:
    """Give the code of what keeps two contacts apart for sure, None when nothing does; symmetric.

    `agreement` is that of the two names, where it is known already.
    """
    if one.rented_from != other.rented_from:
        return "match.rented"
    if one.several is not other.several:
        return "match.several-people"
    if (agreement or compare(one.name, other.name)) is NameAgreement.DIFFERENT:
        return "match.names-differ"
    if one.birth_date is not None and other.birth_date is not None and one.birth_date != other.birth_date:
        return "match.birth-dates-differ"
    sexes = one.sex is not None and other.sex is not None and one.sex is not other.sex
    return "match.sexes-differ" if sexes and not same_first_name(one.name, other.name) else None


Licences = frozenset[frozenset[Name]]
"""Pairs of names with another last name that a matched pair has shown to be one person's."""

_MOST_IDENTITIES: Final = 16


@attrs.frozen
class Summary:
    """What a group of contacts says together; groups fuse when no two of their contacts contradict each other.

    `identities` are profiles without their birth dates.
    """

    identities: frozenset[Profile]
    birth_dates: frozenset[dt.date]

    @classmethod
    def of(cls, profiles: Iterable[Profile]) -> Summary:
        """Sum up profiles."""
        kept = frozenset(profiles)
        return cls(
            frozenset(profile._replace(birth_date=None) for profile in kept),
            frozenset(profile.birth_date for profile in kept if profile.birth_date is not None),
        )

    @classmethod
    def union(cls, summaries: Iterable[Summary]) -> Summary:
        """Sum up groups."""
        kept = tuple(summaries)
        return cls(
            frozenset().union(*(summary.identities for summary in kept)),
            frozenset().union(*(summary.birth_dates for summary in kept)),
        )

    def is_one_person(self, licences: Licences = frozenset()) -> bool:
        """Tell whether no two contacts of the group contradict each other.

        Another last name beside the same first name is a contradiction here unless it is licensed. A group with more
        than 16 spellings of a name is no person.
        """
        if len(self.birth_dates) > 1 or len(self.identities) > _MOST_IDENTITIES:
            return False
        return all(_together(one, other, licences) for one, other in combinations(self.identities, 2))


def _together(one: Profile, other: Profile, licences: Licences) -> bool:
    agreement = compare(one.name, other.name)
    if contradiction(one, other, agreement) is not None:
        return False
    return agreement is not NameAgreement.RENAMED or frozenset((one.name, other.name)) in licences
