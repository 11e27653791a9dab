"""Write `src/contactbase/normalize/data/countries.py` from the CLDR, as Babel packages it.

Run with the development environment: `PYTHONPATH=src python tools/generate_countries.py`. Every name that the CLDR
gives a territory in six languages becomes a key; a key that two countries share is left out and printed, never
guessed.
"""

from __future__ import annotations

import sys
import textwrap
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import babel
from babel import Locale
from babel.core import get_global

from contactbase.normalize.country_key import country_key

TARGET: Final = Path(__file__).resolve().parents[1] / "src/contactbase/normalize/data/countries.py"
LANGUAGES: Final = ("fr", "en", "de", "es", "it", "nl")
NOT_COUNTRIES: Final = frozenset("AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ".split())
"""Territories of the CLDR without an ISO 3166-1 code of their own; XK (Kosovo) is kept, as phone numbers have it."""

ARTICLES: Final = frozenset("la le les l the die der das el las los il lo gli i de het".split())

ALIASES: Final = {
    "AE": "emirats arabes unis|emirats|uae|dubai|abu dhabi",
    "BA": "bosnie|bosnia",
    "BE": "belgie belgique|royaume de belgique|belgium belgique",
    "BY": "bielorussie|belarus|weissrussland",
    "CD": "rdc|r d c|republique democratique du congo|rd congo|congo rdc|zaire|drc",
    "CG": "republique du congo",
    "CH": "confederation helvetique|suisse romande|helvetia",
    "CI": "ivory coast|cote ivoire|rci",
    "CN": "rpc|chine populaire|republique populaire de chine|prc",
    "CV": "cap vert|cape verde",
    "CZ": "republique tcheque|czech republic|tschechische republik",
    "DE": "rfa|allemagne federale|republique federale d allemagne|brd|germany deutschland",
    "ES": "espana espagne",
    "FR": "france metropolitaine|metropole|france metro|republique francaise",
    "GB": "uk|u k|grande bretagne|great britain|angleterre|england|ecosse|scotland|pays de galles|wales|gb uk|"
    "irlande du nord|northern ireland|inghilterra|inglaterra|grossbritannien|groot brittannie|gran bretana|"
    "gran bretagna|royaume uni de grande bretagne et d irlande du nord",
    "GF": "guyane francaise",
    "GR": "el|hellas",
    "HK": "hong kong|hongkong",
    "HM": "heard mcdonald islands|heard island mcdonald islands",
    "IE": "eire|republique d irlande|republic of ireland",
    "KP": "coree du nord|north korea",
    "KR": "coree du sud|republique de coree|south korea",
    "LU": "grand duche de luxembourg|grand duche",
    "MC": "principaute de monaco",
    "MD": "republique de moldavie",
    "MK": "macedoine|macedonia|ex republique yougoslave de macedoine",
    "MM": "birmanie|burma",
    "MO": "macao|macau",
    "NL": "hollande|holland|holanda|olanda|the netherlands|nederlands",
    "PS": "palestine",
    "RE": "ile de la reunion|reunion island",
    "RU": "federation de russie|russian federation",
    "SZ": "swaziland",
    "SH": "st helena|st helena ascension tristan da cunha",
    "TF": "french southern territories|french southern antarctic lands",
    "TR": "turkiye|turkey",
    "TW": "formose",
    "UA": "ukrainie",
    "US": "usa|u s a|u s|etats unis d amerique|united states of america|etats unis amerique|les etats unis|"
    "eeuu|ee uu|vsa",
    "VA": "vatican|saint siege",
    "VN": "viet nam",
    "YT": "ile de mayotte",
    "ZA": "afrique du sud",
}
"""What client files say and the CLDR does not: own list, already folded."""

AMBIGUOUS: Final = frozenset({"congo", "kongo", "the congo"})
"""Keys that the CLDR gives one country and files mean two by."""

HEADER: Final = '''"""Countries by name, from the Unicode CLDR: made by `tools/generate_countries.py`, not by hand.

Source: Unicode Common Locale Data Repository (CLDR) as packaged by Babel {babel}, territory names in French, English,
German, Spanish, Italian and Dutch, and alpha-3 codes; Unicode License v3, (c) 1991-2026 Unicode, Inc. Aliases of client
files (`Hollande`, `UK`) are our own. Keys are folded (`contactbase.normalize.country_key`); a name that two countries
share is in neither.

>>> NAMES["FR"].split("|")[0], FRENCH["RE"]
('fra', 'La Réunion')
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["FRENCH", "NAMES"]

'''


def territories() -> tuple[str, ...]:
    """Give the alpha-2 codes that count as countries."""
    codes = map(str, Locale("en").territories)
    return tuple(sorted(code for code in codes if len(code) == 2 and code.isalpha() and code not in NOT_COUNTRIES))


def without_article(key: str) -> str:
    """Give a key without its leading article."""
    first, _, rest = key.partition(" ")
    return rest if rest and first in ARTICLES else key


def spellings(name: str) -> set[str]:
    """Give the keys of a name, with and without its leading article."""
    key = country_key(name)
    return {key, without_article(key)} - {""}


def collect(codes: tuple[str, ...]) -> dict[str, set[str]]:
    """Give the countries that each key may name; a part of a name counts where it is no whole name."""
    owners: dict[str, set[str]] = defaultdict(set)
    parts: dict[str, set[str]] = defaultdict(set)
    for code in codes:
        for name in (Locale(language).territories[code] for language in LANGUAGES):
            outside, _, inside = name.partition("(")
            add(owners, spellings(name), code)
            add(parts, (spellings(outside) | spellings(inside)) if inside else (), code)
        add(owners, filter(None, ALIASES.get(code, "").split("|")), code)
    for alias, targets in get_global("territory_aliases").items():
        if len(alias) == 3 and alias.isalpha() and len(targets) == 1 and targets[0] in codes:
            owners[alias.lower()].add(targets[0])
    return owners | {key: found for key, found in parts.items() if key not in owners}


def add(owners: dict[str, set[str]], keys: Iterable[str], code: str) -> None:
    """Note that keys may name a country."""
    for key in keys:
        owners[key].add(code)


def settle(owners: dict[str, set[str]], codes: tuple[str, ...]) -> dict[str, list[str]]:
    """Keep what names one country alone; an alpha-2 code is always its own country."""
    names = defaultdict(list)
    for key, found in sorted(owners.items()):
        rivals = found | ({key.upper()} & set(codes))
        if len(rivals) > 1 or key in AMBIGUOUS:
            sys.stdout.write(f"left out: {key} ({', '.join(sorted(rivals))})\n")
        else:
            names[found.pop()].append(key)
    return names


def wrapped(code: str, text: str) -> str:
    """Give the source of one entry, its text in lines of the house's length."""
    lines = textwrap.wrap(text, 96, break_on_hyphens=False) if len(text) > 96 else [text]
    if len(lines) == 1:
        return f'    "{code}": "{text}",\n'
    quoted = "".join(f'        "{line} "\n' for line in lines[:-1]) + f'        "{lines[-1]}"\n'
    return f'    "{code}": (\n{quoted}    ),\n'


def main() -> None:
    """Write the module."""
    codes = territories()
    names = settle(collect(codes), codes)
    ordered = {code: "|".join(sorted(names[code], key=lambda key: (len(key) != 3, key))) for code in codes}
    french = {code: Locale("fr").territories[code] for code in codes}
    text = HEADER.format(babel=babel.__version__)
    text += "NAMES: Final[Mapping[str, str]] = {\n" + "".join(map(wrapped, ordered, ordered.values())) + "}\n"
    text += '"""Alpha-2 code to its folded names, parted by `|`; the alpha-3 code stands first."""\n\n'
    text += "FRENCH: Final[Mapping[str, str]] = {\n" + "".join(map(wrapped, french, french.values())) + "}\n"
    text += '"""Alpha-2 code to the French name, as the last line of a letter abroad has it."""\n'
    TARGET.write_text(text, encoding="utf-8")
    sys.stdout.write(f"{len(codes)} countries, {sum(map(len, names.values()))} names, {len(text.encode())} bytes\n")


if __name__ == "__main__":
    main()
