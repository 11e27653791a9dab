"""The diagnostics of the language: every code with its sentence in English and in French.

A code never changes meaning once released. E1xx: the segment is refused; W1xx: logic to look at twice; W2xx: consent;
W3xx: retention.

>>> CODES["E101"].say("fr", name='"ctiy"')
'champ inconnu "ctiy".'
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from contactbase.model.text import Text

__all__ = ["CODES", "COUNTED", "DID_YOU_MEAN", "WRITE"]

DID_YOU_MEAN: Final = Text(" Did you mean {fix}?", " Vouliez-vous dire {fix} ?")
WRITE: Final = Text(" Write {fix}.", " Écrivez {fix}.")

CODES: Final[Mapping[str, Text]] = {
    "E100": Text("{expected} expected here, found {found}.", "ici il faut {expected}, et non {found}."),
    "E101": Text("unknown field {name}.", "champ inconnu {name}."),
    "E102": Text("unknown table {name}: there are {values}.", "table inconnue {name} : il y a {values}."),
    "E103": Text("this text in quotes has no end.", "ce texte entre guillemets n'a pas de fin."),
    "E104": Text("{found} has no meaning here.", "{found} n'a pas de sens ici."),
    "E105": Text(
        "{name} is a field of the contact, not of {table}. Close the where with parentheses before it.",
        "{name} est un champ du contact, pas de {table}. Fermez le « where » par des parenthèses avant lui.",
    ),
    "E106": Text(
        "{name} cannot stand inside a where on {table}.", "{name} ne peut pas figurer dans un where sur {table}."
    ),
    "E107": Text(
        "{name} is a table, not a field. Write: has {name}.",
        "{name} est une table, pas un champ. Écrivez : has {name}.",
    ),
    "E110": Text("{name} is {kind}, {value} is {found}.", "{name} est {kind}, {value} est {found}."),
    "E111": Text("{name} is {kind}: {op} does not apply to it.", "{name} est {kind} : {op} ne s'y applique pas."),
    "E112": Text(
        "an anniversary comes back every year, so it needs a period with two ends, not {op}.",
        "un anniversaire revient chaque année : il lui faut une période à deux bouts, pas {op}.",
    ),
    "E113": Text(
        "{function} does not apply to {name}, which is {kind}.",
        "{function} ne s'applique pas à {name}, qui est {kind}.",
    ),
    "E114": Text(
        "{function} needs a field: {function}({table}.{field}).",
        "{function} demande un champ : {function}({table}.{field}).",
    ),
    "E115": Text("count counts rows and takes no field.", "count compte des lignes et ne prend pas de champ."),
    "E120": Text(
        "{name} has the values {values}; {value} is none of them.",
        "{name} a les valeurs {values} ; {value} n'en est pas une.",
    ),
    "E121": Text(
        "there is nothing to compare with in {value}. For a missing value write: is unknown.",
        "{value} ne contient rien à comparer. Pour une valeur absente, écrivez : is unknown.",
    ),
    "E122": Text(
        "{name} is compared by its folded spelling, so exactly does not apply to it.",
        "{name} se compare par sa graphie repliée : exactly ne s'y applique pas.",
    ),
    "E130": Text(
        '"{text}" needs a unit: days, weeks, months, years.',
        "« {text} » demande une unité : jours, semaines, mois, ans.",
    ),
    "E131": Text("{text} leaves the calendar (year 1 to 9999).", "{text} sort du calendrier (an 1 à 9999)."),
    "E132": Text(
        "{text} is no day of the calendar. A date is written 2026-12-31.",
        "{text} n'est pas un jour du calendrier. Une date s'écrit 2026-12-31.",
    ),
    "E133": Text("a period counts at least 1 unit.", "une période compte au moins 1 unité."),
    "E140": Text("{a} and {b} cannot be compared.", "{a} et {b} ne se comparent pas."),
    "E141": Text("unknown currency {name}.", "devise inconnue {name}."),
    "E142": Text("{currency} has {digits} decimals, not more.", "{currency} a {digits} décimales, pas plus."),
    "E150": Text(
        "segments refer to each other in a circle: {names}.",
        "des segments se renvoient l'un à l'autre en cercle : {names}.",
    ),
    "E151": Text("there is no segment {name} here.", "il n'y a pas de segment {name} ici."),
    "E152": Text("there is no list {name} here.", "il n'y a pas de liste {name} ici."),
    "E160": Text("nested more than {limit} deep.", "imbriqué sur plus de {limit} niveaux."),
    "E161": Text("longer than {limit} characters.", "plus long que {limit} caractères."),
    "E162": Text("a number of more than {limit} digits.", "un nombre de plus de {limit} chiffres."),
    "E163": Text(
        "more than {limit} values. Put them on a list and write: in list.",
        "plus de {limit} valeurs. Mettez-les sur une liste et écrivez : in list.",
    ),
    "E164": Text("more than {limit} clauses.", "plus de {limit} clauses."),
    "E170": Text(
        "a sample is between 0 % and 100 %, with at most 4 decimals.",
        "un échantillon est entre 0 % et 100 %, avec 4 décimales au plus.",
    ),
    "E180": Text("this JSON is no segment: {found}.", "ce JSON n'est pas un segment : {found}."),
    "E190": Text(
        "there is nothing here. A segment is a condition, such as: city is known.",
        "il n'y a rien ici. Un segment est une condition, par exemple : city is known.",
    ),
    "W101": Text(
        'contacts whose {name} is unknown are included. Add "and {name} is known" to leave them out.',
        "les contacts dont {name} est inconnu sont inclus. Ajoutez « and {name} is known » pour les exclure.",
    ),
    "W102": Text("always {value}.", "toujours {value}."),
    "W103": Text("and/or mixed without parentheses.", "and/or mêlés sans parenthèses."),
    "W104": Text("{found} is taken as {fix}.", "{found} est lu comme {fix}."),
    "W201": Text(
        "not opted out is not consent. For consent write: opted in to {channel}.",
        "ne pas s'être opposé n'est pas consentir. Pour le consentement, écrivez : opted in to {channel}.",
    ),
    "W202": Text(
        "an audience for {channel} without: can receive {channel}.",
        "une audience pour {channel} sans : can receive {channel}.",
    ),
    "W203": Text(
        "{value} is none of the purposes {values}: a policy may not know it.",
        "{value} n'est aucune des finalités {values} : une politique peut ne pas la connaître.",
    ),
    "W204": Text("segment {name} declares no purpose.", "le segment {name} ne déclare pas de finalité."),
    "W205": Text(
        "reads web events ({kind}), which take consent to tracking. Select from permitted_events(base, as_of=...).",
        "lit des événements web ({kind}), soumis au consentement au suivi. "
        "Sélectionnez dans permitted_events(base, as_of=...).",
    ),
    "W301": Text(
        "looks back {years}, but the policy keeps {kept}.", "remonte à {years}, mais la politique garde {kept}."
    ),
}

COUNTED: Final = Text(
    '{missing} of {total} contacts have no {name} and are included. Add "and {name} is known" to leave them out.',
    "{missing} contacts sur {total} n'ont pas de {name} et sont inclus. "
    "Ajoutez « and {name} is known » pour les exclure.",
)
"""W101 where a base is at hand."""
