"""How the demo file writes e-mail addresses, phone numbers and places: the columns that reach a person.

What spreadsheets do to numbers (lost zeros, floats, scientific notation), two numbers in a cell, words among digits,
territories written as if they were the mainland, placeholders, and the block that ARCEP keeps for fiction (06 39 98),
which plays the invalid ones.

>>> from contactbase.cli.demo_people import chance, person
>>> MOBILE.table[0](person(chance(2026), 4), 0)
('06 00 56 82 23',)
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from contactbase.cli.demo_manners import NBSP, Manner, fixed, group, twice_decoded
from contactbase.cli.demo_people import FICTION, Person, bare, plain

__all__ = ["EMAIL", "LANDLINE", "MOBILE", "PLACE"]

# --- e-mail ----------------------------------------------------------------------------------------------------------

_TYPOS: Final = (
    "gmial.com", "gmail.con", "gmail.fr", "hotmial.fr", "hotmail.fr.fr", "orange.f", "wanado.fr", "yahooo.fr",
    "laposte.nte", "fre.fr", "sfr.frr", "outlok.com",
)  # fmt: skip
_ROLES: Final = ("contact", "info", "compta", "commercial", "direction", "noreply")


def _mail(write: Callable[[str], str]) -> Manner:
    return lambda who, _: (write(who.email),)


EMAIL: Final = group(
    "E-mail",
    lambda who, _: (who.email,),
    (26, fixed("")),
    (12, _mail(str.upper)),
    (7, _mail(lambda text: f" {text} ")),
    (6, lambda who, chance: (f"{bare(who.first)}.demo{who.number}@{_TYPOS[chance % len(_TYPOS)]}",)),
    (5, _mail("mailto:{}".format)),
    (4, _mail("<{}>".format)),
    (4, lambda who, _: (f"{who.first} {who.last} <{who.email}>",)),
    (4, lambda who, _: (f"{who.email}; {bare(who.last)}.pro{who.number}@example.com",)),
    (2, lambda who, _: (f"{who.email} / {bare(who.last)}{who.number}@example.net",)),
    (3, lambda who, chance: (f"{_ROLES[chance % 6]}@{bare(who.last).replace('-', '')}{who.number % 900}.example.org",)),
    (3, _mail(lambda text: text.replace("@", ""))),
    (2, _mail(lambda text: text.replace("@", "@@"))),
    (2, _mail(lambda text: text.replace(".org", ",org").replace(".com", ",com"))),
    (2, _mail("{}.".format)),
    (2, _mail(lambda text: text.replace("@", " @ "))),
    (2, fixed("nc@nc.fr")),
    (2, fixed("pas de mail")),
    (1, lambda who, _: (f"{who.first.lower().replace(' ', '')}{who.number}@example.org",)),
    (1, lambda who, _: (who.mobile,)),
)

# --- phones ----------------------------------------------------------------------------------------------------------


def _pairs(number: str, mark: str = " ") -> str:
    """Give ten digits in pairs: `06 00 12 34 56`."""
    return mark.join((number[:2], number[2:4], number[4:6], number[6:8], number[8:]))


def _abroad(number: str) -> str:
    """Give the calling code of a number's territory: an overseas number is not `+33`."""
    return {"0690": "590", "0696": "596", "0692": "262"}.get(number[:4], "33")


def _scientific(number: str) -> str:
    """Give the number as Excel shows it in a narrow French column, all digits still there."""
    return f"{number[1]},{number[2:]}E+08"


def _mobile(write: Callable[[str], str]) -> Manner:
    return lambda who, _: (write(who.mobile),)


MOBILE: Final = group(
    "Portable",
    _mobile(_pairs),
    (48, _mobile(str)),
    (26, fixed("")),
    (16, _mobile(lambda number: _pairs(number, "."))),
    (10, _mobile(lambda number: f"+{_abroad(number)}{number[1:]}")),
    (9, _mobile(lambda number: number[1:])),
    (7, _mobile(lambda number: f"{number[1:]}.0")),
    (6, _mobile(lambda number: f"+{_abroad(number)} (0){_pairs(number)[1:]}")),
    (5, _mobile(lambda number: _pairs(number, "-"))),
    (5, _mobile(lambda number: f"{_abroad(number)}{number[1:]}")),
    (4, _mobile(lambda number: _pairs(number, NBSP))),
    (4, _mobile(lambda number: f"00{_abroad(number)}{number[1:]}")),
    (4, _mobile(lambda number: f"{_abroad(number)}{number[1:]}.0")),
    (4, lambda who, _: (f"{_pairs(who.mobile)} / {_pairs(who.landline)}",)),
    (3, lambda who, _: (f"{who.mobile} ou {who.landline}",)),
    (2, lambda who, _: (f"{who.mobile};{who.landline}",)),
    (4, _mobile(lambda number: f"{_pairs(number)} (portable)")),
    (3, _mobile("'{}".format)),
    (3, _mobile('="{}"'.format)),
    (2, _mobile(_scientific)),
    (3, _mobile(lambda number: f"{number[1]},{number[2:4]}E+08")),
    (5, _mobile(lambda number: _pairs(number)[:-1])),
    (3, _mobile("{}4".format)),
    (3, lambda who, _: (_pairs(f"063998{who.number % 10_000:04d}"),)),
    (4, lambda who, _: (_pairs(who.landline),)),
    (2, fixed("0600000000")),
    (2, fixed("06 06 06 06 06")),
    (2, fixed("NC")),
    (1, fixed("-")),
    (1, fixed("néant")),
    (1, _mobile(lambda number: _pairs(number).replace("0", "O"))),
    (1, fixed("36665")),
    (1, lambda who, _: (f"+32 470 {who.number % 100:02d} {who.number // 7 % 100:02d} {who.number // 3 % 100:02d}",)),
    (1, lambda who, _: (f"Tél. {_pairs(who.mobile)} après 18h",)),
)


def _landline(write: Callable[[str], str]) -> Manner:
    return lambda who, _: (write(who.landline),)


LANDLINE: Final = group(
    "Téléphone fixe",
    fixed(""),
    (52, _landline(_pairs)),
    (20, _landline(str)),
    (8, _landline(lambda number: _pairs(number, "."))),
    (4, _landline(lambda number: number[1:])),
    (3, _landline(lambda number: f"+33 {_pairs(number)[1:]}")),
    (3, _landline(lambda number: f"{_pairs(number)} poste 12")),
    (3, _landline(lambda number: _pairs(number)[:-2])),
    (2, _landline(lambda number: f"{number[1:]}.0")),
    (2, lambda who, _: (_pairs(who.mobile),)),
    (2, fixed("0100000000")),
    (1, lambda _, chance: (f"{FICTION[0]}{chance:04d}",)),
)

# --- places ----------------------------------------------------------------------------------------------------------


def _place(write: Callable[[Person], tuple[str, str, str]]) -> Manner:
    """Make a manner from street, postcode and town; the country is left out as often as not at home."""

    def manner(who: Person, chance: int) -> tuple[str, ...]:
        at_home = who.town.country == "France"
        return (*write(who), "" if at_home and chance < 90 else who.town.country)

    return manner


PLACE: Final = group(
    "Adresse;Code postal;Ville;Pays",
    _place(lambda who: (who.street, who.town.postcode, who.town.city)),
    (56, _place(lambda who: (who.street, who.town.postcode, who.town.city.upper()))),
    (22, _place(lambda who: (who.street, who.town.postcode.lstrip("0"), who.town.city.upper()))),
    (14, fixed("", "", "", "")),
    (10, _place(lambda who: (who.street.upper(), who.town.postcode, plain(who.town.city).upper()))),
    (7, lambda who, _: (who.street, who.town.postcode, who.town.city, who.town.country[:2].upper())),
    (6, _place(lambda who: (who.street, f"{who.town.postcode[:2]} {who.town.postcode[2:]}", who.town.city))),
    (5, _place(lambda who: (who.street, who.town.postcode, f"{who.town.city.upper()} CEDEX"))),
    (4, _place(lambda who: (f"BP {who.number % 900} - {who.street}", who.town.postcode, who.town.city))),
    (4, _place(lambda who: (f"Bât. B\n{who.street}", who.town.postcode, who.town.city))),
    (4, _place(lambda who: (twice_decoded(who.street), who.town.postcode, twice_decoded(who.town.city)))),
    (3, _place(lambda who: (f"{who.street}, {who.town.postcode} {who.town.city}", "", ""))),
    (3, _place(lambda who: (who.street, f"{who.town.postcode}.0", who.town.city))),
    (2, _place(lambda who: (who.street, who.town.city, who.town.postcode))),
    (2, _place(lambda who: (who.street, "00000", who.town.city))),
    (1, fixed("NPAI", "", "", "")),
)
