"""The hands that wrote the demo file down: for each group of columns, the manners of writing, and how often each.

A manner takes a person and one byte of chance and gives the cells of its group. The dirt is the one that French client
files hold: shouted names, two people in a cell, companies among people, text decoded twice, dates in ten forms, days
that no calendar has, placeholders, answers in seven spellings. `demo_addresses` holds e-mail, phones and places.

>>> from contactbase.cli.demo_people import chance, person
>>> BIRTH.table[0](person(chance(2026), 4), 0)
('18/04/2001',)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Final

import attrs

from contactbase.cli.demo_people import Person
from contactbase.cli.demo_words import COMMENTS, COMPANIES, MONTHS, TAGS

__all__ = [
    "ANSWERS",
    "BIRTH",
    "LABELS",
    "NAMES",
    "NBSP",
    "REMARK",
    "SALES",
    "STORY",
    "Group",
    "Manner",
    "fixed",
    "group",
    "twice_decoded",
]

Manner = Callable[[Person, int], tuple[str, ...]]
"""A person and a byte of chance in, the cells of one group of columns out."""

NBSP: Final = "\N{NO-BREAK SPACE}"


@attrs.frozen
class Group:
    """Columns that are written together, and 256 places filled with manners by weight."""

    columns: tuple[str, ...]
    table: tuple[Manner, ...] = attrs.field(repr=False)


def group(columns: str, tidy: Manner, *others: tuple[int, Manner]) -> Group:
    """Make a group: each of the others has its weight in 256ths, the tidy manner has what is left."""
    table = [manner for weight, manner in others for _ in range(weight)]
    return Group(tuple(columns.split(";")), (tidy,) * (256 - len(table)) + tuple(table))


def fixed(*cells: str) -> Manner:
    """Make a manner that always writes the same."""
    return lambda _who, _chance: cells


def twice_decoded(text: str) -> str:
    """Give UTF-8 text as a program that takes it for Windows-1252 shows it: `HÃ©lÃ¨ne`.

    >>> twice_decoded("Hélène")
    'HÃ©lÃ¨ne'
    """
    return text.encode().decode("cp1252", errors="ignore")


# --- names -----------------------------------------------------------------------------------------------------------


def _title(who: Person) -> str:
    return "Mme" if who.female else "M."


def _company(who: Person, chance: int) -> tuple[str, ...]:
    return "", COMPANIES[chance % len(COMPANIES)].format(who.last), ""


NAMES: Final = group(
    "Civilité;Nom;Prénom",
    lambda who, _: (_title(who), who.last, who.first),
    (52, lambda who, _: (_title(who), who.last.upper(), who.first)),
    (22, lambda who, _: (_title(who).upper(), who.last.upper(), who.first.upper())),
    (14, lambda who, _: ("Madame" if who.female else "Monsieur", who.last, who.first)),
    (12, lambda who, _: ("", who.last, who.first)),
    (8, lambda who, _: ("Mr" if not who.female else "Mlle", who.last.lower(), who.first.lower())),
    (8, lambda who, _: (_title(who), f"{who.last.upper()} {who.first}", "")),
    (7, lambda who, _: (_title(who), f" {who.last}  ", f"{who.first}{NBSP}")),
    (6, lambda who, _: (_title(who), twice_decoded(who.last), twice_decoded(who.first))),
    (5, lambda who, _: ("M. et Mme", who.last.upper(), "")),
    (4, lambda who, _: ("", f"M. et Mme {who.last}", who.first)),
    (6, _company),
    (3, lambda who, _: (_title(who), who.last, f"{who.first[0]}.")),
    (2, lambda who, _: (_title(who), f"{who.last} née Lambert" if who.female else who.last, who.first)),
    (2, lambda who, _: (_title(who), who.last.replace("é", "?"), who.first.replace("é", "?").replace("è", "?"))),
    (1, fixed("", "TEST", "test")),
    (1, fixed("M.", "X", "X")),
    (1, fixed("", "Inconnu", "")),
    (1, lambda who, _: ("Dr", who.first, who.last)),
)

# --- dates -----------------------------------------------------------------------------------------------------------


def _slashes(day: dt.date) -> str:
    return f"{day.day:02d}/{day.month:02d}/{day.year}"


def _in_words(day: dt.date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _short_year(day: dt.date) -> str:
    return f"{day.day:02d}/{day.month:02d}/{day.year % 100:02d}"


def _serial(day: dt.date) -> str:
    """Give the day as an Excel cell without a format shows it (1900 system)."""
    return str(day.toordinal() - 693_594)


def _born(write: Callable[[dt.date], str]) -> Manner:
    return lambda who, _: (write(who.born),)


BIRTH: Final = group(
    "Date de naissance",
    _born(_slashes),
    (62, fixed("")),
    (20, _born(dt.date.isoformat)),
    (8, _born(_in_words)),
    (8, _born(_short_year)),
    (6, _born(lambda day: f"{day.day:02d}.{day.month:02d}.{day.year}")),
    (5, _born(lambda day: f"{day.day:02d}-{day.month:02d}-{day.year}")),
    (3, _born(lambda day: f"{day.isoformat()} 00:00:00")),
    (6, fixed("01/01/1900")),
    (2, fixed("00/00/0000")),
    (2, lambda who, _: (f"31/02/{who.born.year}",)),
    (1, lambda who, _: (str(who.born.year),)),
    (1, lambda who, _: (f"{who.born.day:02d}/{who.born.month:02d}/2062",)),
    (1, _born(_serial)),
)


def _dated(write: Callable[[dt.date], str]) -> Manner:
    return lambda who, _: (write(who.joined), write(who.bought) if who.bought else "")


STORY: Final = group(
    "Inscription;Dernier achat",
    _dated(_slashes),
    (24, _dated(dt.date.isoformat)),
    (12, lambda who, _: (_in_words(who.joined), _slashes(who.bought) if who.bought else "")),
    (10, lambda who, _: ("", _slashes(who.bought) if who.bought else "")),
    (8, _dated(_short_year)),
    (7, fixed("", "")),
    (4, lambda who, _: (f"{_slashes(who.joined)} 14:32", f"{who.bought} 09:14:00" if who.bought else "")),
    (2, lambda who, _: ("01/01/1900", _slashes(who.bought) if who.bought else "")),
    (2, lambda who, _: (_slashes(who.joined), f"{who.joined.day:02d}/{who.joined.month:02d}/2029")),
    (1, lambda who, _: (_serial(who.joined), "N/C")),
)

# --- purchases, answers, notes ---------------------------------------------------------------------------------------


def _french(cents: int, space: str = " ") -> str:
    return f"{cents // 100:,}".replace(",", space) + f",{cents % 100:02d}"


def _sales(write: Callable[[int], str]) -> Manner:
    return lambda who, _: (str(who.orders), write(who.cents))


SALES: Final = group(
    "Nb commandes;CA TTC",
    _sales(lambda cents: f"{_french(cents)} €"),
    (40, _sales(lambda cents: f"{cents // 100},{cents % 100:02d}")),
    (26, lambda who, _: (str(who.orders), f"{_french(who.cents)} €") if who.orders else ("", "")),
    (16, _sales(lambda cents: f"{_french(cents, NBSP)}{NBSP}€")),
    (8, _sales(lambda cents: f"{_french(cents, '.')} EUR")),
    (6, lambda who, _: (f"{who.orders}.0", f"{_french(who.cents)}")),
    (3, _sales(lambda cents: f"€{_french(cents)}")),
    (2, lambda who, _: (str(who.orders), f"-{_french(who.cents // 9)} €")),
    (1, fixed("?", "N/C")),
)

_YES: Final = ("oui", "1", "x", "Oui", "OUI", "o")
_NO: Final = ("non", "0", "non", "Non", "n", "0")

ANSWERS: Final = group(
    "Opt-in SMS;Opt-in e-mail;Désabonné",
    lambda _, chance: (_YES[chance % 6], _YES[chance // 6 % 6], ""),
    (64, lambda _, chance: (_NO[chance % 6], _YES[chance // 6 % 6], "")),
    (40, fixed("", "", "")),
    (20, lambda _, chance: (_NO[chance % 6], _NO[chance // 6 % 6], "")),
    (14, lambda _, chance: ("", "", _YES[chance % 6])),
    (6, lambda _, chance: (_YES[chance % 6], _NO[chance // 6 % 6], _YES[chance // 36 % 6])),
    (3, fixed("à vérifier", "oui", "0")),
    (2, fixed("oui", "", "STOP le 12/03/2024")),
)

LABELS: Final = group(
    "Étiquettes",
    fixed(""),
    (96, lambda _, chance: (TAGS[chance % len(TAGS)],)),
)

REMARK: Final = group(
    "Commentaire",
    fixed(""),
    (30, lambda _, chance: (COMMENTS[chance % len(COMMENTS)],)),
)
