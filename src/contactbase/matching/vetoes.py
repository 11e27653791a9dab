"""What keeps two contacts apart whatever the evidence: whose file they are from, couples, a reviewer's verdict.

Parents and children that a file tells apart (`Durand père`, `Durand fils`) are two. A rented contact is never one with
a contact of ours, nor with one rented elsewhere (R23). A couple (`M. et Mme`) is never one person.

>>> standing_apart(Contact(id="c-1")) == standing_apart(Contact(id="c-2", origin=Origin.RENTED))
False
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from contactbase.matching.columns import View
from contactbase.matching.comparators.last_name import generation
from contactbase.matching.names import fold_name
from contactbase.matching.verdicts import Verdicts
from contactbase.model.contact import Contact
from contactbase.model.enums import Origin
from contactbase.normalize.civility import COUPLES
from contactbase.normalize.fold import fold

__all__ = ["Vetoes", "reason_against", "standing_apart"]


def standing_apart(contact: Contact) -> tuple[str | None, bool]:
    """Give what must be equal for two contacts to be one person: who rents it out, whether it is a couple."""
    rented = fold(contact.supplier or "") if contact.origin is Origin.RENTED else None
    return rented, bool(contact.couple) or contact.title in COUPLES


def reason_against(one: Contact, other: Contact) -> str | None:
    """Give the code of what keeps two contacts apart, None when nothing does."""
    left, right = standing_apart(one), standing_apart(other)
    if left == right:
        generations = {_generation(one), _generation(other)}
        return "match.generations-differ" if generations == {1, 2} else None
    return "match.rented" if left[0] != right[0] else "match.several-people"


def _generation(contact: Contact) -> int:
    return generation(fold_name(contact.last_name)) if contact.last_name and " " in contact.last_name else 0


class Vetoes:
    """The vetoes and verdicts on contacts by number; merged ones stand for all they were made of."""

    def __init__(
        self,
        view: View,
        found: Mapping[str, Sequence[str]],
        verdicts: Verdicts,
        sides: Mapping[str, int],
    ) -> None:
        contacts = view.contacts
        self._sides = [sides.get(contact.id, 0) for contact in view.contacts] if sides else []
        self._generation = {number: said for number in view.living if (said := _generation(contacts[number]))}
        self._special: dict[int, tuple[str | None, bool]] = {}
        for number in view.living:
            contact = contacts[number]
            if contact.origin is Origin.RENTED or contact.couple or contact.title in COUPLES:
                self._special[number] = standing_apart(contact)
        self._apart: set[tuple[int, int]] = set()
        self.sames: set[tuple[int, int]] = set()
        if verdicts:
            home = {
                member: number
                for number in view.living
                for member in found.get(contacts[number].id, (contacts[number].id,))
            }
            self._apart = _numbers(verdicts.differents, home)
            self.sames = _numbers(verdicts.sames, home)

    def __bool__(self) -> bool:
        """Tell whether anything is kept apart or together."""
        return bool(self._sides or self._generation or self._special or self._apart or self.sames)

    def against(self, left: int, right: int) -> bool:
        """Tell whether two contacts are kept apart; a verdict goes before any other reason."""
        if self.sames or self._apart:
            pair = (left, right) if left < right else (right, left)
            if pair in self.sames:
                return False
            if pair in self._apart:
                return True
        if self._sides and self._sides[left] and self._sides[left] == self._sides[right]:
            return True
        if self._generation and {self._generation.get(left, 0), self._generation.get(right, 0)} == {1, 2}:
            return True
        special = self._special
        return bool(special) and special.get(left, _USUAL) != special.get(right, _USUAL)


_USUAL = (None, False)


def _numbers(pairs: frozenset[tuple[str, str]], home: Mapping[str, int]) -> set[tuple[int, int]]:
    found = set()
    for one, other in pairs:
        left, right = home.get(one), home.get(other)
        if left is not None and right is not None and left != right:
            found.add((left, right) if left < right else (right, left))
    return found
