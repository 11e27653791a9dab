"""The statistical archive: what stays of a base when its people go, as counts and rounded sums of groups.

Convention: GDPR art. 5(1)(b) and 89 let statistics outlive their purpose; the criteria of the Article 29 Working Party
(opinion 05/2014: singling out, linkability, inference) are answered one by one in `disclosure_report`, honestly: these
are k-anonymous aggregates, and nothing here is called anonymous.

>>> from contactbase.model.enums import Sex
>>> people = [Contact(id=f"c-{number}", sex=Sex.F if number % 3 else Sex.M) for number in range(12)]
>>> archive = archive_statistics(ContactBase.of(people), ["sex"], as_of=dt.date(2026, 11, 22))
>>> [(row["sex"], row["people"]) for row in archive.rows()]
[('F', 8)]
>>> archive.disclosure_report().splitlines()[0]
'k-anonymous aggregates, k=5. They are not guaranteed to be anonymous.'
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import attrs

from contactbase.errors import PrivacyError
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import EventKind
from contactbase.model.text import Language, Text
from contactbase.privacy.dimensions import DIMENSIONS, UNKNOWN, Dimension
from contactbase.privacy.disclosure import Key, Protected, Tally, protect

__all__ = ["StatisticalArchive", "archive_statistics"]

DOMINANCE: Final = 0.85
_ROUND_TO: Final = 1000
_ALL: Final = "*"
_Row = dict[str, str | int]

_REPORT: Final = Text(
    "k-anonymous aggregates, k={k}. They are not guaranteed to be anonymous.\n"
    "{people} people counted as of {as_of} by {dimensions}; {shown} cells shown, {hidden} held back"
    " ({lost} people), {totals} totals held back.\n"
    "Singling out: no cell shows fewer than {k} people; who knows all others of a cell still learns the last one.\n"
    "Linkability: no id, exact date or free text; cells can be held against other tables of the same people.\n"
    "Inference: {diversity}; what is true of a whole cell is learnt of everybody in it.\n"
    "Sums: {sums}; a cell where one person makes {dominance} or more is held back.\n"
    "Subtraction: {subtraction}\n"
    "Publish no second table of the same people: two releases together can tell what neither tells.",
    "Agrégats k-anonymes, k={k}. Leur anonymat n'est pas garanti.\n"
    "{people} personnes comptées au {as_of} par {dimensions} ; {shown} cellules montrées, {hidden} retenues"
    " ({lost} personnes), {totals} totaux retenus.\n"
    "Individualisation : aucune cellule ne montre moins de {k} personnes ; qui connaît toutes les autres d'une cellule"
    " apprend encore la dernière.\n"
    "Corrélation : ni identifiant, ni date exacte, ni texte libre ; les cellules se rapprochent d'autres tableaux des"
    " mêmes personnes.\n"
    "Inférence : {diversity} ; ce qui est vrai de toute une cellule s'apprend de chacun.\n"
    "Sommes : {sums} ; une cellule où une personne fait {dominance} ou plus est retenue.\n"
    "Soustraction : {subtraction}\n"
    "Ne pas publier de second tableau des mêmes personnes : deux publications ensemble disent ce qu'aucune ne dit.",
)
_SUMS: Final = Text("rounded to {units} minor units of {currency}", "arrondies à {units} unités mineures de {currency}")
_NO_SUMS: Final = Text("none", "aucune")
_DIVERSITY: Final = Text(
    "each cell holds {n} different values of {field} or more",
    "chaque cellule a au moins {n} valeurs différentes de {field}",
)
_NO_DIVERSITY: Final = Text("no sensitive field was looked at", "aucun champ sensible n'a été examiné")
_PROVED: Final = Text(
    "totals are shown; of each hidden cell it was proved that two answers fit everything shown.",
    "des totaux sont montrés ; pour chaque cellule retenue, il est prouvé que deux réponses conviennent à tout ce qui"
    " est montré.",
)
_NO_TOTALS: Final = Text("no totals are shown.", "aucun total n'est montré.")


@attrs.frozen(kw_only=True)
class StatisticalArchive:
    """Counts and sums of groups of people. `protected` says what was held back, for the controller's eyes."""

    dimensions: tuple[Dimension, ...]
    protected: Protected
    people: int
    k: int
    as_of: dt.date
    spent_in: str | None
    dominance: float
    sensitive: str | None = None
    diversity: int = 1

    def rows(self) -> Iterator[_Row]:
        """Yield the cells and then the totals, `*` where a dimension is summed up, in one fixed order."""
        names = [dimension.name for dimension in self.dimensions]
        for key, tally in self.protected.cells.items():
            yield {**dict(zip(names, map(str, key), strict=True)), **self._shown(tally)}
        for margin, totals in self.protected.totals.items():
            for key, tally in totals.items():
                kept = dict(zip(margin, key, strict=True))
                yield {**{name: kept.get(place, _ALL) for place, name in enumerate(names)}, **self._shown(tally)}

    def _shown(self, tally: Tally) -> _Row:
        row: _Row = {"people": tally.count}
        for value in tally.net:
            row["spent"] = (abs(value) + _ROUND_TO // 2) // _ROUND_TO * _ROUND_TO * (1 if value >= 0 else -1)
        return row

    def to_json(self) -> str:
        """Give the archive as JSON: how it was made, and its rows; nothing of what was held back but how many cells."""
        head = {
            "method": f"k-anonymous aggregates, k={self.k}",
            "as_of": self.as_of.isoformat(),
            "dimensions": [dimension.name for dimension in self.dimensions],
            "spent_in": self.spent_in,
            "rounded_to_minor_units": _ROUND_TO,
        }
        return json.dumps(head | {"rows": list(self.rows())}, ensure_ascii=False, indent=1) + "\n"

    def disclosure_report(self, language: Language = "en") -> str:
        """Say what was done and what it does not protect from, by the three criteria of the Working Party.

        For the controller: it tells how many people are in hidden cells, which is not to be published.
        """
        totals = any(self.protected.totals.values())
        diverse = (
            _DIVERSITY.say(language, n=self.diversity, field=self.sensitive)
            if self.sensitive is not None
            else _NO_DIVERSITY.say(language)
        )
        return _REPORT.say(
            language,
            k=self.k,
            people=self.people,
            as_of=self.as_of.isoformat(),
            dimensions=", ".join(dimension.title.say(language) for dimension in self.dimensions),
            shown=len(self.protected.cells),
            hidden=self.protected.hidden_cells,
            lost=self.protected.hidden_people,
            totals=self.protected.hidden_totals,
            diversity=diverse,
            sums=_NO_SUMS.say(language)
            if self.spent_in is None
            else _SUMS.say(language, units=_ROUND_TO, currency=self.spent_in),
            dominance=f"{self.dominance:.0%}",
            subtraction=(_PROVED if totals else _NO_TOTALS).say(language),
        )


def archive_statistics(
    base: ContactBase,
    dimensions: Iterable[str | Dimension],
    *,
    as_of: dt.date,
    k: int = 5,
    totals: Sequence[Sequence[str]] = (),
    spent_in: str | None = None,
    sensitive: str | Dimension | None = None,
    diversity: int = 2,
    dominance: float = DOMINANCE,
    most_hidden: float = 1.0,
) -> StatisticalArchive:
    """Count the people of a base by some dimensions, hiding what could single somebody out.

    `totals` names the totals to publish beside the cells: `()` is the grand total, `("sex",)` the total of each sex.
    `spent_in` (a currency) adds what was spent, in minor units, rounded to 1000. `sensitive` is a dimension of which
    each cell must hold `diversity` different values. While more than the share `most_hidden` of the people is in hidden
    cells, dimensions that have a coarser one are made coarser, the last one first. PrivacyError for what is no
    dimension, for `k` under 2.
    """
    chosen = [_dimension(found) for found in dimensions]
    if not chosen:
        raise PrivacyError(f"Name the dimensions to count by: {', '.join(DIMENSIONS)}.")
    secret = None if sensitive is None else _dimension(sensitive)
    wanted = [tuple(_place(name, chosen) for name in total) for total in totals]
    while True:
        tallies = _counted(base, chosen, secret, as_of, spent_in)
        found = protect(tallies, k=k, margins=wanted, dominance=dominance, diversity=diversity if secret else 1)
        place = _to_coarsen(chosen) if found.hidden_people > most_hidden * len(base) else None
        if place is None:
            break
        chosen[place] = chosen[place].coarser or chosen[place]
    return StatisticalArchive(
        dimensions=tuple(chosen),
        protected=found,
        people=len(base),
        k=k,
        as_of=as_of,
        spent_in=spent_in,
        dominance=dominance,
        sensitive=secret.name if secret else None,
        diversity=diversity,
    )


def _dimension(found: str | Dimension) -> Dimension:
    if isinstance(found, Dimension):
        return found
    if found not in DIMENSIONS:
        raise PrivacyError(f"{found!r} is no dimension of statistics. There are: {', '.join(DIMENSIONS)}.")
    return DIMENSIONS[found]


def _place(name: str, chosen: Sequence[Dimension]) -> int:
    for place, dimension in enumerate(chosen):
        if dimension.name == name:
            return place
    raise PrivacyError(f"A total by {name!r} needs {name!r} among the dimensions.")


def _to_coarsen(chosen: Sequence[Dimension]) -> int | None:
    return next((place for place in reversed(range(len(chosen))) if chosen[place].coarser is not None), None)


def _counted(
    base: ContactBase, dimensions: Sequence[Dimension], secret: Dimension | None, as_of: dt.date, currency: str | None
) -> Mapping[Key, Tally]:
    tallies: dict[Key, Tally] = {}
    for contact in base.values():
        key = tuple(dimension(contact, as_of) for dimension in dimensions)
        answers = frozenset({secret(contact, as_of)} - {UNKNOWN}) if secret else frozenset()
        spent = () if currency is None else (_spent(contact, as_of, currency),)
        amounts = tuple(map(abs, spent))
        one = Tally(1, spent, amounts, amounts, answers)
        tallies[key] = tallies[key] + one if key in tallies else one
    return tallies


def _spent(contact: Contact, as_of: dt.date, currency: str) -> int:
    return sum(
        event.amount
        for event in contact.events
        if event.kind is EventKind.PURCHASE
        and event.amount is not None
        and event.currency == currency
        and (event.at is None or event.at <= as_of)
    )
