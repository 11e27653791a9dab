"""The words, numbers and dates of the report, in English and French.

French puts a narrow no-break space between thousands and before `%`, English a comma and nothing.

>>> number(12345, "en"), share(1, 8, "en"), counted("row", 1, "en"), counted("row", 0, "fr")
('12,345', '12.5%', '1 row', '0 ligne')
>>> number(12345, "fr") == f"12{chr(0x202F)}345"
True
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Final

from contactbase.model.codes.catalog import CATALOG
from contactbase.model.schema import SCHEMA
from contactbase.model.text import Language, Text

__all__ = [
    "bits",
    "chance",
    "counted",
    "day",
    "field_title",
    "number",
    "say",
    "share",
    "title",
    "typeset",
]

_THIN: Final = "\N{NARROW NO-BREAK SPACE}"
_SIGNS: Final = re.compile(r" (?=[:;?!»])|(?<=«) ")
_MONTHS: Final = Text(
    "January February March April May June July August September October November December",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
)

_NOUNS: Final[Mapping[str, tuple[Text, Text]]] = {
    "row": (Text("row", "ligne"), Text("rows", "lignes")),
    "contact": (Text("contact", "contact"), Text("contacts", "contacts")),
    "review": (Text("pair for review", "paire à vérifier"), Text("pairs for review", "paires à vérifier")),
    "pair": (Text("other pair", "autre paire"), Text("other pairs", "autres paires")),
    "change": (Text("change", "modification"), Text("changes", "modifications")),
    "group": (Text("group of duplicates", "groupe de doublons"), Text("groups of duplicates", "groupes de doublons")),
}

_WORDS: Final[Mapping[str, Text]] = {
    "report": Text("Contact base report", "Rapport sur la base de contacts"),
    "headline": Text("{rows} in, {contacts} out", "{rows} lues, {contacts} en sortie"),
    "balanced": Text(
        "Every row is accounted for, and nothing was changed without an entry in the journal.",
        "Chaque ligne est comptée, et rien n'a été modifié sans une entrée au journal.",
    ),
    "changes": Text(
        "It holds {changes}, each with what stood there before.",
        "Il contient {changes}, chacune avec ce qui était écrit avant.",
    ),
    "unbalanced": Text(
        "{rows} are not accounted for. This is a fault of contactbase: do not use this result, and please report it.",
        "{rows} ne sont pas comptées. C'est un défaut de contactbase : ne pas utiliser ce résultat, et le signaler.",
    ),
    "accounting": Text("Where every row went", "Où est passée chaque ligne"),
    "accounting.caption": Text(
        "Rows read = contacts + merged away + removed + set aside",
        "Lignes lues = contacts + fusionnées + retirées + mises de côté",
    ),
    "contacts": Text("Contacts", "Contacts"),
    "merged_away": Text("Merged into another contact", "Fusionnées avec un autre contact"),
    "removed": Text("Removed by a retention rule", "Retirées par une règle de conservation"),
    "rejected": Text("Set aside, not understood", "Mises de côté, non comprises"),
    "rows_read": Text("Rows read", "Lignes lues"),
    "outcome": Text("Outcome", "Devenir"),
    "rows": Text("Rows", "Lignes"),
    "share": Text("Share", "Part"),
    "reach": Text("Who can be reached", "Qui peut être joint"),
    "reach.note": Text(
        "An address is not a permission: consent and objections are checked for each campaign.",
        "Une adresse n'est pas une autorisation : consentements et oppositions se vérifient à chaque campagne.",
    ),
    "sms": Text("by SMS", "par SMS"),
    "sms.needs": Text("a mobile number", "un numéro de mobile"),
    "email": Text("by e-mail", "par e-mail"),
    "email.needs": Text("an e-mail address", "une adresse e-mail"),
    "post": Text("by post", "par courrier"),
    "post.needs": Text("a street and a town", "une rue et une ville"),
    "phone": Text("by phone", "par téléphone"),
    "phone.needs": Text("any number", "un numéro quelconque"),
    "first": Text("What to do first", "À faire d'abord"),
    "first.note": Text(
        "The most frequent cells that could not be used. Cells are masked; row and column say where to look.",
        "Les cellules inutilisables les plus fréquentes. Elles sont masquées ; ligne et colonne disent où regarder.",
    ),
    "first.warnings": Text(
        "No cell was refused. These are the most frequent doubts; row and column say where to look.",
        "Aucune cellule n'a été refusée. Voici les doutes les plus fréquents ; ligne et colonne disent où regarder.",
    ),
    "first.none": Text("Nothing: no error and no doubt was found.", "Rien : ni erreur, ni doute."),
    "remedy": Text("What to do", "Que faire"),
    "row": Text("Row", "Fiche"),
    "line": Text("line", "ligne"),
    "column": Text("Column", "Colonne"),
    "cell": Text("Cell, masked", "Cellule masquée"),
    "examples": Text("Examples of “{title}”", "Exemples de « {title} »"),
    "all": Text("Everything that was noticed", "Tout ce qui a été relevé"),
    "error": Text("To mend: the value was not taken", "À corriger : la valeur n'a pas été retenue"),
    "warning": Text("To check: taken, with a doubt", "À vérifier : retenue, avec un doute"),
    "info": Text("Good to know", "Bon à savoir"),
    "error.short": Text("to mend", "à corriger"),
    "warning.short": Text("to check", "à vérifier"),
    "info.short": Text("note", "note"),
    "finding": Text("Finding", "Constat"),
    "count": Text("Count", "Nombre"),
    "aside": Text("Rows set aside", "Lignes mises de côté"),
    "aside.note": Text(
        "They stand in `rejected.csv` with their cells as they were read, to be mended and read again.",
        "Elles sont dans `rejected.csv` avec leurs cellules telles que lues, à corriger puis à relire.",
    ),
    "completeness": Text("Before and after, field by field", "Avant et après, champ par champ"),
    "completeness.note": Text(
        "Before: rows with something written in the field. After: contacts with a value that was understood.",
        "Avant : lignes où quelque chose est écrit. Après : contacts avec une valeur comprise.",
    ),
    "field": Text("Field", "Champ"),
    "before": Text("Before", "Avant"),
    "after": Text("After", "Après"),
    "before-after": Text("{field}: {before} before, {after} after", "{field} : {before} avant, {after} après"),
    "duplicates": Text("Duplicates", "Doublons"),
    "duplicates.found": Text(
        "{groups}: {contacts} went into another one. All are kept whole in the journal, and can be undone.",
        "{groups} : {contacts} fusionnés dans un autre. Tous restent entiers au journal, et la fusion est réversible.",
    ),
    "duplicates.none": Text(
        "No two rows are surely the same person.", "Aucune paire de lignes n'est sûrement une même personne."
    ),
    "size": Text("Rows per person", "Lignes par personne"),
    "groups": Text("Groups", "Groupes"),
    "evidence": Text("Evidence", "Indice"),
    "closest": Text("The closest calls, and why", "Les cas les plus serrés, et pourquoi"),
    "closest.note": Text(
        "How pairs add up, in bits: +10 is a thousand times as likely for one person as for two strangers. Full bars "
        "to the right speak for one person, hollow bars to the left against it.",
        "Comment des paires s'additionnent, en bits : +10, c'est mille fois plus probable pour une même personne que "
        "pour deux inconnus. Les barres pleines, vers la droite, plaident pour une même personne ; les barres creuses, "
        "vers la gauche, contre.",
    ),
    "closest.merged": Text(
        "The same person, on the weakest evidence", "La même personne, sur les indices les plus faibles"
    ),
    "closest.apart": Text("Left apart, nearest to a merge", "Laissés séparés, au plus près d'une fusion"),
    "closest.more": Text(
        "`contactbase match FILE --explain ID ID` explains any other pair.",
        "`contactbase match FICHIER --explain ID ID` explique toute autre paire.",
    ),
    "call.merged": Text("The same person (from {threshold} on)", "La même personne (à partir de {threshold})"),
    "call.apart": Text(
        "Left apart (the same person from {threshold} on)", "Laissés séparés (même personne à partir de {threshold})"
    ),
    "call.same": Text("one person", "même personne"),
    "call.household": Text("one household", "même foyer"),
    "call.strangers": Text("strangers", "inconnus"),
    "call.bits": Text("Bits", "Bits"),
    "call.caption": Text(
        "Bits for {left} and {right} being one person", "Bits pour que {left} et {right} soient une même personne"
    ),
    "call.step": Text("{bits}: from {start} to {end}", "{bits} : de {start} à {end}"),
    "call.alike": Text("Same evidence: {pairs}.", "Mêmes indices : {pairs}."),
    "call.later": Text(
        "Compared when one of the two had already taken in others of its group: what they brought counts too.",
        "Comparés quand l'un des deux avait déjà absorbé d'autres fiches de son groupe : leurs valeurs comptent aussi.",
    ),
    "matching.headline": Text("{groups}, {review}", "{groups}, {review}"),
    "matching.note": Text(
        "Nobody is merged here. These pairs were the hardest to tell.",
        "Personne n'est fusionné ici. Ces paires étaient les plus difficiles à départager.",
    ),
    "matching.pair": Text("{left} and {right}", "{left} et {right}"),
    "retention": Text("Retention: what is due", "Conservation : ce qui est dû"),
    "retention.proposed": Text(
        "Judged as of {day}. Nothing was removed: these are proposals, acted on with `--enact` only.",
        "Jugé au {day}. Rien n'a été retiré : ce sont des propositions, exécutées avec `--enact` seulement.",
    ),
    "retention.enacted": Text(
        "Judged as of {day}. {contacts} removed, as asked; the journal keeps them whole.",
        "Jugé au {day}. {contacts} retirés, comme demandé ; le journal les garde entiers.",
    ),
    "retention.none": Text("Judged as of {day}. Nothing is due.", "Jugé au {day}. Rien n'est dû."),
    "advice": Text(
        "This is information and no legal advice. Check a rule against its source before you act on it.",
        "Ceci est une information et non un conseil juridique. Vérifier une règle à sa source avant d'agir.",
    ),
    "due": Text("What is due, by which rule", "Ce qui est dû, par quelle règle"),
    "first_due": Text("first due on {day}", "première échéance le {day}"),
    "sources": Text("Sources of the rules", "Sources des règles"),
    "read_on": Text("read on {day}", "lu le {day}"),
    "reading": Text("How the file was read", "Comment le fichier a été lu"),
    "reading.note": Text(
        "All of this was detected, and each point can be decided by hand:",
        "Tout ceci a été détecté, et chaque point peut être décidé à la main :",
    ),
    "provenance": Text("Provenance", "Provenance"),
    "as_of": Text("Judged as of", "Jugé au"),
    "versions": Text("Versions", "Versions"),
    "masked": Text(
        "Personal values in this page are masked. It loads nothing and runs no script.",
        "Les valeurs personnelles de cette page sont masquées. Elle ne charge rien et n'exécute aucun script.",
    ),
    "no_day": Text("no day", "aucun jour"),
    "files": Text("{count} files", "{count} fichiers"),
}


def say(key: str, language: Language, **details: object) -> str:
    """Give a phrase."""
    return typeset(_WORDS[key].say(language, **details), language)


def typeset(text: str, language: Language) -> str:
    """Give a sentence whose French signs keep their place: a no-break space before `:`, `;`, `?`, `!` and inside « ».

    >>> typeset("Vu : oui", "fr") == "Vu" + chr(0xA0) + ": oui"
    True
    """
    return _SIGNS.sub("\N{NO-BREAK SPACE}", text) if language == "fr" else text


def number(count: int, language: Language) -> str:
    """Give a whole number with its thousands apart."""
    text = f"{count:,}"
    return text.replace(",", _THIN) if language == "fr" else text


def counted(noun: str, count: int, language: Language) -> str:
    """Give a number and its noun; French uses the singular for 0 and 1, English for 1."""
    single = count == 1 or (count == 0 and language == "fr")
    one, many = _NOUNS[noun]
    return f"{number(count, language)} {(one if single else many).say(language)}"


def share(part: int, whole: int, language: Language) -> str:
    """Give a share in per cent, with one decimal below 99.95 and above 0."""
    percent = 100 * part / whole if whole else 0.0
    text = "<0.1" if 0 < percent < 0.1 else ">99.9" if 99.95 <= percent < 100 else f"{percent:.1f}"
    text = text.removesuffix(".0") if text in {"0.0", "100.0"} else text
    return f"{text.replace('.', ',')}{_THIN}%" if language == "fr" else f"{text}%"


def chance(probability: float, language: Language) -> str:
    """Give a probability in per cent; one that is not quite sure is never 0 or 100.

    >>> chance(0.76, "en"), chance(1.0, "en"), chance(0.0, "en")
    ('76.0%', '>99.9%', '<0.1%')
    """
    million = 1_000_000
    return share(min(max(round(probability * million), 1), million - 1), million, language)


def bits(amount: float, language: Language) -> str:
    """Give bits with their sign and one decimal.

    >>> bits(19.54, "en"), bits(-0.04, "en"), bits(-3.62, "fr")
    ('+19.5', '+0.0', '−3,6')
    """
    text = f"{round(amount, 1) + 0.0:+.1f}".replace("-", "\N{MINUS SIGN}")
    return text.replace(".", ",") if language == "fr" else text


def day(date: dt.date | None, language: Language) -> str:
    """Give a date in words: `22 November 2026`, `1er août 2026`."""
    if date is None:
        return say("no_day", language)
    first = "1er" if date.day == 1 and language == "fr" else str(date.day)
    return f"{first} {_MONTHS.say(language).split()[date.month - 1]} {date.year}"


def field_title(name: str, language: Language) -> str:
    """Give a field's title, or its name where the table of fields does not know it."""
    return SCHEMA[name].title.say(language) if name in SCHEMA else name


def title(code: str, language: Language) -> str:
    """Give a code's title, or the code where the catalogue does not know it."""
    return typeset(CATALOG[code].title.say(language), language) if code in CATALOG else code
