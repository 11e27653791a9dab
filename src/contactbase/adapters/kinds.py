"""What a cell looks like, as far as it takes to tell a header from data: an address, a number, a label.

Nothing here interprets a value; that is the work of the normalizers.

>>> kind("lea@example.org"), kind("06 12 34 56 78"), kind("12/03/2026"), kind("Ville")
(<Kind.EMAIL: 'email'>, <Kind.PHONE: 'phone'>, <Kind.DATE: 'date'>, <Kind.TEXT: 'text'>)
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Final

__all__ = ["Kind", "RowProfile", "is_label", "kind", "profile"]


class Kind(StrEnum):
    """The looks of a cell."""

    EMPTY = "empty"
    EMAIL = "email"
    PHONE = "phone"
    DATE = "date"
    NUMBER = "number"
    TEXT = "text"


_LONGEST: Final = 80
_PATTERNS: Final = (
    (Kind.EMAIL, re.compile(r"'?<?(?:mailto:)?[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]+>?")),
    (Kind.DATE, re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[T ]\d.*)?")),
    (Kind.PHONE, re.compile(r"'?(?:p:)?\+?\(?\d(?:[ .()/-]{0,2}\d){7,16}")),
    (Kind.NUMBER, re.compile(r"'?[-+]?\d[\d.,\u00a0\u202f ]*[€%]?")),
)

_LABELS: Final = frozenset(
    """
    account activity address adresse age allow amount anniversaire birth birthdate birthday boutique campaign
    categorie category ccp cell channel city civilite civility code comment commentaire commentaires comments
    commune company compte consent consentement consents count country courriel cp created date daten
    datenaissance departement department destinataire email emails entreprise etat events fax first firstname
    fixe fonction gender genre gsm id identifiant identifier inscription intitule label labels language langue
    last lastname lib libelle lieu list mail mails message messages mob mobile mobiles montant msisdn naissance
    name names nom nomcomplet note notes num number numero optin optinemail optinsms optout organisation
    organization origin origine pays phone phones point points portable position postal postcode prenom prenoms
    profession purchase purchases raison recipient ref reference region remarque remarques sex sexe siren siret
    sms societe source state status statut subscribed surname tag tags tel telephone telephones title titre
    tva vat ville web website zip zipcode
    """.split()
)
_TITLES: Final = frozenset(
    "liste list listing export exporte extraction extrait rapport report fichier file base du le au edition".split()
)
_WORDS = re.compile(r"[a-z]+")


def kind(cell: str) -> Kind:
    """Say what a cell looks like."""
    text = cell.strip()
    if not text:
        return Kind.EMPTY
    if len(text) > _LONGEST:
        return Kind.TEXT
    return next((kind for kind, pattern in _PATTERNS if pattern.fullmatch(text)), Kind.TEXT)


def is_label(cell: str) -> bool:
    """Tell whether a cell is a short label with a word in it that columns are named with."""
    if len(cell) > _LONGEST or kind(cell) is not Kind.TEXT:
        return False
    plain = unicodedata.normalize("NFKD", cell.lower()).encode("ascii", "ignore").decode()
    words = _WORDS.findall(plain)
    if cell.strip()[0].isdigit() or _TITLES.intersection(words[:1]):
        return False
    known = sum(word in _LABELS for word in words)
    return 3 * known >= max(1, len(words)) or "".join(words) in _LABELS


class RowProfile:
    """The kind of each column of a file, where it has one: tells its rows from any other text."""

    __slots__ = ("_kinds",)

    def __init__(self, kinds: Sequence[Kind | None]) -> None:
        """Take the kind of each column; None where it is text, or mixed."""
        self._kinds = tuple(kinds)

    def alike(self, cells: Sequence[str]) -> bool | None:
        """Tell whether cells look like a row: of the right kind in each column that has one; None where none has."""
        found = [kind(cell.strip('"')) for cell, wanted in zip(cells, self._kinds, strict=False) if wanted is not None]
        wanted = [kind for kind in self._kinds if kind is not None]
        filled = [pair for pair in zip(found, wanted, strict=False) if pair[0] is not Kind.EMPTY]
        return all(mine is theirs for mine, theirs in filled) if filled else None


def profile(rows: Iterable[Sequence[str]], width: int) -> RowProfile:
    """Learn the kind of each column from some rows: the one that nine in ten of its filled cells have."""
    counts = [Counter[Kind]() for _ in range(width)]
    for cells in rows:
        for counter, cell in zip(counts, cells, strict=False):
            counter[kind(cell)] += 1
    return RowProfile([_common(counter) for counter in counts])


def _common(counter: Counter[Kind]) -> Kind | None:
    filled = [(count, kind) for kind, count in counter.items() if kind is not Kind.EMPTY]
    most, common = max(filled, default=(0, Kind.TEXT))
    return common if most >= 3 and most >= 0.9 * sum(n for n, _ in filled) and common is not Kind.TEXT else None
