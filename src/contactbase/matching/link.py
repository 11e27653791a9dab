"""`link`: new records against a base that is known already; `link_files`: two files that each hold everybody once.

The base is not compared with itself, its contacts keep their ids, and no two of them become one person through a new
record. Give the model that the base has taught (`match(base).model`): a handful of new records teaches little.

>>> from contactbase.model.contact import Contact, Email
>>> mail = (Email("lea@example.org", "lea@example.org"),)
>>> known = ContactBase.of([Contact(id="c-7", first_name="Léa", emails=mail)])
>>> fresh = ContactBase.of([Contact(id="a-1", first_name="LEA", emails=mail), Contact(id="a-2", first_name="Noé")])
>>> link(fresh, known).clusters
(('c-7', 'a-1'),)
"""

from __future__ import annotations

from typing import Final

from contactbase.matching.looking import REVIEW, THRESHOLD, Terms
from contactbase.matching.match import match_on
from contactbase.matching.matches import Matches
from contactbase.matching.model import Model
from contactbase.matching.verdicts import NO_VERDICTS, Verdicts
from contactbase.model.contact_base import ContactBase

ONE_PARTNER: Final = 0.2
"""The probability from which a pair of two files is called one person, where each holds everybody once."""

__all__ = ["link", "link_files", "together"]


def together(base: ContactBase, new: ContactBase) -> ContactBase:
    """Give one base of two, to merge what `link` has found; ValueError when both have a contact of one id."""
    twice = base.keys() & new.keys()
    if twice:
        raise ValueError(f"Both have contacts of one id, {min(twice)!r} for one. Give the new ones ids of their own.")
    return ContactBase.of([*base.values(), *new.values()])


def link(
    new: ContactBase,
    base: ContactBase,
    *,
    model: Model | None = None,
    verdicts: Verdicts = NO_VERDICTS,
    threshold: float = THRESHOLD,
    review: float = REVIEW,
    max_shared: int = 8,
) -> Matches:
    """Propose who of the new contacts is in a base already, or there twice among the new; the base stays as it is.

    Clusters begin with the contact of the base: `merge(together(base, new), matches)` keeps its id. Settings as those
    of `match`. ValueError when both have a contact of one id.
    """
    sides = dict.fromkeys(base, 1)
    terms = Terms(threshold=threshold, review=review, max_shared=max_shared, verdicts=verdicts, sides=sides)
    return match_on(terms, together(base, new), model)


def link_files(
    left: ContactBase,
    right: ContactBase,
    *,
    model: Model | None = None,
    verdicts: Verdicts = NO_VERDICTS,
    threshold: float = ONE_PARTNER,
    review: float = REVIEW,
    max_shared: int = 8,
) -> Matches:
    """Propose who of one file is who of another, where each holds everybody once: a cluster has one of each.

    Clusters begin with the contact of `left`. Nobody has more than one partner, so less evidence is enough: `threshold`
    is lower than that of `match`, whose settings the others are. ValueError when both have a contact of one id.
    """
    sides = dict.fromkeys(left, 1) | dict.fromkeys(right, 2)
    terms = Terms(threshold=threshold, review=review, max_shared=max_shared, verdicts=verdicts, sides=sides)
    return match_on(terms, together(left, right), model)
