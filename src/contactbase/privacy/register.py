"""The register of processing activities: the fields of article 30 of the GDPR, as data, with what is missing said.

One activity is one purpose with its basis, people, data, recipients, transfers, time limits and security measures
(art. 30(1)(a) to (g)). The register is yours to fill; nothing is guessed, and `gaps` says what an authority would ask.

>>> shop = Party(name="Maison Exemple", contact="privacy@example.org")
>>> letters = ProcessingActivity(name="Newsletter", purposes=("marketing by e-mail",), basis=(LegalBasis.CONSENT,))
>>> register = ProcessingRegister(controller=shop, activities=(letters,))
>>> [found.code for found in register.gaps()][:3]
['rights.register-gap', 'rights.register-gap', 'rights.register-gap']
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any, Final

import attrs

from contactbase.model.enums import LegalBasis
from contactbase.model.journal import Finding, finding
from contactbase.model.text import Language, Text

__all__ = ["Party", "ProcessingActivity", "ProcessingRegister", "Transfer"]


@attrs.frozen(kw_only=True)
class Party:
    """Somebody with a name and a way to reach them: the controller, a joint one, a representative, the DPO."""

    name: str
    contact: str


@attrs.frozen(kw_only=True)
class Transfer:
    """Data that leave the Union: to which country, to whom, with which safeguards (art. 30(1)(e))."""

    country: str
    recipient: str
    safeguards: str = ""


@attrs.frozen(kw_only=True)
class ProcessingActivity:
    """One line of the register. Texts are in your words; an empty tuple or text means that it is not filled in."""

    name: str
    purposes: tuple[str, ...] = ()
    basis: tuple[LegalBasis, ...] = ()
    people: tuple[str, ...] = ()
    data: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    transfers: tuple[Transfer, ...] = ()
    time_limits: tuple[str, ...] = ()
    security: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    automated_decisions: str = ""


_PLACES: Final = {
    "purposes": (Text("purposes", "finalités"), "art. 30(1)(b)"),
    "basis": (Text("legal basis", "base légale"), "art. 6, 13(1)(c)"),
    "people": (Text("categories of people", "catégories de personnes"), "art. 30(1)(c), people"),
    "data": (Text("categories of data", "catégories de données"), "art. 30(1)(c), data"),
    "recipients": (Text("categories of recipients", "catégories de destinataires"), "art. 30(1)(d)"),
    "time_limits": (Text("time limits for erasure", "délais d'effacement"), "art. 30(1)(f)"),
    "security": (Text("security measures", "mesures de sécurité"), "art. 30(1)(g)"),
}
"""What each activity must say, with its place in the law."""

_BESIDE: Final = {
    "transfers": Text("transfers outside the Union", "transferts hors de l'Union"),
    "sources": Text("sources of the data", "sources des données"),
    "automated_decisions": Text("automated decisions", "décisions automatisées"),
}


@attrs.frozen(kw_only=True)
class ProcessingRegister:
    """All activities of one controller, as of the day it was last looked through."""

    controller: Party
    activities: tuple[ProcessingActivity, ...]
    joint_controllers: tuple[Party, ...] = ()
    representative: Party | None = None
    dpo: Party | None = None
    reviewed_on: dt.date | None = None

    def gaps(self) -> tuple[Finding, ...]:
        """Say what article 30 asks and the register does not say."""
        return tuple(self._gaps())

    def _gaps(self) -> Iterator[Finding]:
        for activity in self.activities:
            for name, (_, place) in _PLACES.items():
                if not getattr(activity, name):
                    yield finding("rights.register-gap", activity=activity.name, place=place)
            for transfer in activity.transfers:
                if not transfer.safeguards.strip():
                    yield finding("rights.register-gap", activity=activity.name, place="art. 30(1)(e)")

    def to_dict(self) -> dict[str, Any]:
        """Give the register as plain data."""
        found: dict[str, Any] = attrs.asdict(self, value_serializer=lambda _self, _field, value: _plain(value))
        return found

    def to_json(self) -> str:
        """Give the register as JSON."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=1) + "\n"

    def rows(self, language: Language = "en") -> Iterator[list[str]]:
        """Yield the register as a table, its header first: one activity a row, several values joined by semicolons."""
        titles = {name: title for name, (title, _) in _PLACES.items()} | _BESIDE
        yield [Text("activity", "traitement").say(language), *(title.say(language) for title in titles.values())]
        for activity in self.activities:
            yield [activity.name, *(_cell(getattr(activity, name)) for name in titles)]

    def say(self, language: Language = "en") -> str:
        """Give the register in words; where something is missing, what an authority may do about it (R34)."""
        head = [f"{_TITLE.say(language)}: {self.controller.name} ({self.controller.contact})"]
        for title, party in ((_REPRESENTATIVE, self.representative), (_DPO, self.dpo)):
            if party is not None:
                head.append(f"{title.say(language)}: {party.name} ({party.contact})")
        titles, *rows = self.rows(language)
        for row in rows:
            head += [
                "",
                row[0],
                *(f"  {title}: {cell or '-'}" for title, cell in zip(titles[1:], row[1:], strict=True)),
            ]
        gaps = self.gaps()
        if gaps:
            head += ["", *(found.say(language) for found in gaps), _RISK.say(language)]
        return "\n".join(head) + "\n"


_RISK: Final = Text(
    "Risk: fines of up to EUR 20 million or 4 % of the worldwide turnover, whichever is higher (GDPR art. 83(5); the"
    " figure is of our own judgement, verify it).",
    "Risque : amendes jusqu'à 20 millions d'euros ou 4 % du chiffre d'affaires mondial, le plus élevé des deux (RGPD"
    " art. 83(5) ; chiffre de notre propre jugement, à vérifier).",
)
_TITLE: Final = Text("Register of processing activities (GDPR art. 30)", "Registre des traitements (RGPD art. 30)")
_REPRESENTATIVE: Final = Text("Representative", "Représentant")
_DPO: Final = Text("Data protection officer", "Délégué à la protection des données")


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else value


def _cell(value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join(map(_cell, value))
    if isinstance(value, Transfer):
        return f"{value.country}, {value.recipient} ({value.safeguards or '?'})"
    return str(value)
