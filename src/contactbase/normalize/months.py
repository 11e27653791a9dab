"""Names of months and weekdays in French, English, German, Spanish, Italian and Dutch, whole and abbreviated.

Convention: CLDR (Unicode Common Locale Data Repository) wide and abbreviated forms, plus what people type; keys are
lower case without accents. No word here means two different months in two languages. `mar` is March, but also
mardi, martes and martedì: it is a weekday wherever another month stands beside it.

>>> MONTHS["fevrier"], MONTHS["aug"], WEEKDAYS["lundi"], WEEKDAYS["so"]
(2, 8, 0, 6)
"""

from __future__ import annotations

from typing import Final

__all__ = ["FILLERS", "MONTHS", "WEEKDAYS"]

_MONTH_WORDS: Final = (
    "janvier january januar janner enero gennaio januari janv jan ene gen",
    "fevrier february februar feber febrero febbraio februari fevr fev feb",
    "mars march marz maerz marzo maart mar mrz mrt",
    "avril april abril aprile avr apr abr",
    "mai may mayo maggio mei mag",
    "juin june juni junio giugno jun giu",
    "juillet july juli julio luglio juil juill jul lug",
    "aout august agosto augustus aou aug ago",
    "septembre september septiembre setiembre settembre sept sep set sett",
    "octobre october oktober octubre ottobre oct okt ott",
    "novembre november noviembre nov",
    "decembre december dezember diciembre dicembre dec dez dic",
)
_WEEKDAY_WORDS: Final = (
    "lundi monday montag lunes lunedi maandag lun mon mo ma",
    "mardi tuesday dienstag martes martedi dinsdag mar tue tues di",
    "mercredi wednesday mittwoch miercoles mercoledi woensdag mer wed mi mie wo",
    "jeudi thursday donnerstag jueves giovedi donderdag jeu thu thur thurs jue gio do",
    "vendredi friday freitag viernes venerdi vrijdag ven fri fr vie vr",
    "samedi saturday samstag sonnabend sabado sabato zaterdag sam sat sa sab za",
    "dimanche sunday sonntag domingo domenica zondag dim sun so dom zo",
)

MONTHS: Final = {word: number for number, line in enumerate(_MONTH_WORDS, start=1) for word in line.split()}
"""Word to month, 1 to 12."""
WEEKDAYS: Final = {word: number for number, line in enumerate(_WEEKDAY_WORDS) for word in line.split()}
"""Word to weekday, Monday 0 to Sunday 6, as `datetime.date.weekday`."""
FILLERS: Final = frozenset("le du de del den der dem the of on a at am um el il er ere eme e o st nd rd th".split())
"""Articles, prepositions and the endings of ordinals (`1er`, `3rd`, `1º`), which say nothing of the day."""
