"""Fields with a closed list of values: relationship, kind of contact, origin of the file, preferred channel.

Each value answers to its usual French and English words, folded. A word outside the list is refused with the words
that are accepted, never guessed: `mobile` may be a call or an SMS, `lead` a prospect or a hot one. What a source means
by its own words or numbers stands in `hints.codes`.

>>> RELATIONSHIP.normalize("Ancien client").values, KIND.normalize("B2B").values
((<Relationship.FORMER: 'former'>,), (<ContactKind.PROFESSIONAL: 'professional'>,))
>>> normalize("Courriel", Hints(field="preferred_channel")).values
(<Channel.EMAIL: 'email'>,)
>>> [found.message for found in ORIGIN.normalize("peut-être").findings][0][:76]
'The cell holds none of the words of origin; no value was taken. Accepted: ow'
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final, TypeVar

from contactbase.model.enums import Channel, ContactKind, Origin, Relationship
from contactbase.model.hints import Hints
from contactbase.model.journal import finding
from contactbase.normalize.fold import fold
from contactbase.normalize.normalized import Cell, FieldNormalizer, Normalized
from contactbase.normalize.remember import remember
from contactbase.normalize.text import short_text
from contactbase.normalize.title import code_reader

__all__ = ["KIND", "ORIGIN", "PREFERRED_CHANNEL", "RELATIONSHIP", "normalize"]

E = TypeVar("E", bound=StrEnum)

_UNSAID: Final = frozenset(
    {
        *("", "nc", "n c", "n/c", "n/a", "na", "nr", "nsp", "null", "none", "nan", "undefined", "-", "--", "?", "."),
        *("inconnu", "inconnue", "unknown", "non renseigne", "non renseignee", "non precise", "aucun", "aucune"),
    }
)
_LONGEST: Final = 100


def _vocabulary(field: str, words: Mapping[E, str]) -> FieldNormalizer[E]:
    """Make the normalizer of a closed list from the words of each value, separated by commas."""
    table = {fold(word): value for value, listed in words.items() for word in (value.value, *listed.split(", "))}
    answers = {key: Normalized((value,)) for key, value in table.items()}
    accepted = ", ".join(value.value for value in words)
    nothing: Normalized[E] = Normalized()

    def column(hints: Hints) -> Cell[E]:
        meaning = code_reader(hints)
        refused: Normalized[E] = Normalized(
            (), (finding("vocabulary.unknown-word", field=hints.field or field, accepted=accepted, list=field),)
        )

        def read(text: str) -> Normalized[E]:
            clean = short_text(text)
            stands_for = meaning(clean)
            clean = clean if stands_for is None else stands_for
            if len(clean) > _LONGEST:
                return refused
            key = fold(clean.replace("_", " "))
            return nothing if key in _UNSAID else answers.get(key) or answers.get(fold(clean)) or refused

        return remember(read)

    return FieldNormalizer(name=field, fields=(field,), column=column, text=str)


RELATIONSHIP: Final = _vocabulary(
    "relationship",
    {
        Relationship.PROSPECT: "prospects, prospecte, prospect froid, cold prospect, non client, visiteur, visitor",
        Relationship.HOT_PROSPECT: "hot prospect, prospect chaud, prospect qualifie, hot lead, lead chaud,"
        " lead qualifie, qualified lead, qualified prospect, devis en cours",
        Relationship.CUSTOMER: "client, cliente, clients, customers, client actif, cliente active, active customer,"
        " client fidele, acheteur, acheteuse, buyer, adherent, abonne payant",
        Relationship.INACTIVE: "inactif, inactifs, inactive customer, client inactif, cliente inactive, client dormant,"
        " dormant, dormante, endormi, endormie",
        Relationship.FORMER: "ancien client, ancienne cliente, anciens clients, ex client, ex cliente, former customer,"
        " past customer, lost customer, client perdu, perdu, parti, churned, resilie, resiliee",
    },
)
KIND: Final = _vocabulary(
    "kind",
    {
        ContactKind.PERSON: "personne, particulier, particuliers, individu, individual, private, prive, privee, b2c,"
        " b to c, btoc, consumer, consommateur, personne physique, natural person, private person",
        ContactKind.PROFESSIONAL: "professionnel, professionnelle, professionnels, pro, pros, b2b, b to b, btob,"
        " business, entreprise, company, societe, organisation, organization, personne morale, legal person,"
        " association, corporate",
    },
)
ORIGIN: Final = _vocabulary(
    "origin",
    {
        Origin.OWNED: "propre, proprietaire, interne, internal, own, in house, inhouse, maison, collecte, collectee,"
        " collected, opt in maison, first party, 1st party",
        Origin.BOUGHT: "achete, achetee, achat, purchased, acquis, acquise, acquired, third party, base achetee",
        Origin.RENTED: "loue, louee, location, rental, hired, base louee, fichier loue",
    },
)
PREFERRED_CHANNEL: Final = _vocabulary(
    "preferred_channel",
    {
        Channel.SMS: "texto, textos, text, text message, message texte, sms mms, mms",
        Channel.EMAIL: "e mail, mail, mel, courriel, courrier electronique, mails, emails, emailing, newsletter",
        Channel.POST: "poste, postal, courrier, courrier postal, voie postale, lettre, letter, direct mail,"
        " postal mail, print",
        Channel.PHONE: "telephone, tel, appel, appel telephonique, call, phone call, voix, voice, telephonique",
    },
)

_DOORS: Final[tuple[FieldNormalizer[Any], ...]] = (RELATIONSHIP, KIND, ORIGIN, PREFERRED_CHANNEL)
_BY_FIELD: Final = {door.name: door for door in _DOORS}


def normalize(text: str, hints: Hints | None = None) -> Normalized[StrEnum]:
    """Read one value of the closed list of `hints.field`; ValueError when the hints name none of the four fields."""
    field = None if hints is None else hints.field
    door = _BY_FIELD.get(field or "")
    if door is None:
        raise ValueError(f"Say which list: Hints(field=...) with one of {', '.join(_BY_FIELD)}, not {field!r}.")
    form: Normalized[StrEnum] = door.normalize(text, hints)
    return form
