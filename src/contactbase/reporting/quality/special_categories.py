"""Words that tell special categories of personal data: by the header of a column, or in its cells.

GDPR art. 9(1) (racial or ethnic origin, political opinions, religious or philosophical beliefs, trade-union membership,
genetic and biometric data, health, sex life and sexual orientation), art. 10 (criminal convictions and offences) and
art. 87 (national identification numbers; France: loi 78-17, art. 30). The lists are French and English and own
judgement: a word that is also an everyday word or a name (`Christian`, `Gay`, `race`, `politique`) stands in a longer
phrase or is left out, so a column that is not reported may still hold such data. Texts are compared as lower-case ASCII
words; only categories and counts leave this module, never a text.

>>> [category.name for category in of_header("Régime / Allergies")]
['health']
>>> [category.name for category in of_cell("Végétarienne, adhérente CFDT")]
['union']
>>> of_header("Sexe"), of_cell("Union européenne")
((), ())
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

import attrs

from contactbase.model.text import Text

__all__ = ["CATEGORIES", "SpecialCategory", "of_cell", "of_header"]


@attrs.frozen(kw_only=True)
class SpecialCategory:
    """A category by name, the article that names it, the words of headers and those of cells."""

    name: str
    title: Text
    article: str
    headers: str
    cells: str


CATEGORIES: Final = (
    SpecialCategory(
        name="health",
        title=Text("health", "santé"),
        article="GDPR art. 9",
        headers="sante|health|medical|medecin traitant|handicap|disability|maladie|disease|illness|pathologie|"
        "allergie|allergies|allergy|traitement medical|medication|medicament|medicaments|groupe sanguin|"
        "blood type|blood group|grossesse|enceinte|pregnant|pregnancy|regime alimentaire|dietary|diet|"
        "invalidite|rqth|vaccin|vaccination|vaccinated|imc|bmi|symptomes|symptoms|pmr",
        cells="diabete|diabetique|diabetes|diabetic|asthme|asthmatique|asthma|handicape|handicapee|rqth|"
        "disabled|invalidite|vih|hiv|sida|aids|seropositif|seropositive|epilepsie|epileptique|epilepsy|"
        "allergie|allergique|allergic|enceinte|grossesse|pregnant|malade|maladie|alzheimer|"
        "sclerose en plaques|chimiotherapie|chemotherapy|coeliaque|celiac|depression|depressif|"
        "depressive|bipolaire|autiste|autisme|autistic|fauteuil roulant|wheelchair|hospitalise|"
        "hospitalisee|malentendant|malvoyant|intolerant au gluten",
    ),
    SpecialCategory(
        name="religion",
        title=Text("religious or philosophical beliefs", "convictions religieuses ou philosophiques"),
        article="GDPR art. 9",
        headers="religion|religious|culte|confession|croyance|croyances|belief|beliefs|faith|paroisse|parish|"
        "convictions religieuses|church|baptise|baptized",
        cells="catholique|catholic|protestant|protestante|musulman|musulmane|muslim|juif|juive|jewish|"
        "bouddhiste|buddhist|hindouiste|hindu|athee|atheist|temoin de jehovah|evangelique|halal|casher|"
        "kosher|ramadan|franc macon",
    ),
    SpecialCategory(
        name="ethnic-origin",
        title=Text("racial or ethnic origin", "origine raciale ou ethnique"),
        article="GDPR art. 9",
        headers="ethnie|ethnicity|ethnic|ethnic origin|origine ethnique|racial origin|couleur de peau|"
        "skin colour|skin color",
        cells="maghrebin|maghrebine|caucasien|caucasienne|caucasian|tzigane|gitan|metis|metisse|"
        "afro descendant|african american|hispanic|origine ethnique|type europeen|type africain|"
        "type asiatique",
    ),
    SpecialCategory(
        name="politics",
        title=Text("political opinions", "opinions politiques"),
        article="GDPR art. 9",
        headers="parti politique|political party|opinion politique|opinions politiques|convictions politiques",
        cells="parti socialiste|parti communiste|les republicains|rassemblement national|front national|"
        "la france insoumise|lfi|lutte ouvriere|extreme droite|extreme gauche|labour party|"
        "conservative party|republican party|democratic party|militant politique|adherent au parti",
    ),
    SpecialCategory(
        name="union",
        title=Text("trade-union membership", "appartenance syndicale"),
        article="GDPR art. 9",
        headers="syndicat|syndicats|syndique|trade union|union membership|union member|appartenance syndicale",
        cells="syndique|syndiquee|cgt|cfdt|cftc|cfe cgc|force ouvriere|sud solidaires|unsa|delegue syndical|"
        "deleguee syndicale|trade union|union member|unionised|unionized",
    ),
    SpecialCategory(
        name="sexuality",
        title=Text("sex life or sexual orientation", "vie sexuelle ou orientation sexuelle"),
        article="GDPR art. 9",
        headers="orientation sexuelle|sexual orientation|vie sexuelle|sex life|sexuality|sexualite|lgbt",
        cells="homosexuel|homosexuelle|homosexual|lesbienne|lesbian|bisexuel|bisexuelle|bisexual|heterosexuel|"
        "heterosexuelle|heterosexual|lgbt|lgbtq|transgenre|transgender|transsexuel",
    ),
    SpecialCategory(
        name="biometrics",
        title=Text("genetic or biometric data", "données génétiques ou biométriques"),
        article="GDPR art. 9",
        headers="biometrie|biometrique|biometric|biometrics|empreinte digitale|empreintes digitales|fingerprint|"
        "fingerprints|reconnaissance faciale|face id|iris scan|adn|dna|genetique|genetic|genome",
        cells="test adn|dna test|empreinte digitale|fingerprint",
    ),
    SpecialCategory(
        name="criminal",
        title=Text("criminal convictions and offences", "condamnations pénales et infractions"),
        article="GDPR art. 10",
        headers="casier judiciaire|criminal record|condamnation|condamnations|condamnation penale|"
        "criminal conviction|infraction|infractions|offence|offences|antecedents judiciaires",
        cells="casier judiciaire|recidiviste|garde a vue|criminal record|convicted|incarcere|en prison|"
        "bracelet electronique",
    ),
    SpecialCategory(
        name="national-id",
        title=Text("national identification number", "numéro d'identification national"),
        article="GDPR art. 87",
        headers="nir|ssn|numero de securite sociale|n de securite sociale|n securite sociale|num secu|"
        "numero secu|securite sociale|social security number|national insurance number|nino|bsn|"
        "carte vitale",
        cells="",
    ),
)
"""The categories that are looked for."""

_NOT_A_WORD: Final = re.compile(r"[^a-z0-9]+")
_NIR: Final = re.compile(r"(?<!\d)[12]\d{2}[0-9]{2}\d{8}\d{2}(?!\d)")
_NATIONAL: Final = CATEGORIES[-1]


def _pattern(words: str) -> re.Pattern[str]:
    """Give what finds any of the phrases as whole words."""
    return re.compile(rf" (?:{words}) ") if words else re.compile(r"(?!)")


_HEADERS: Final = tuple((category, _pattern(category.headers)) for category in CATEGORIES)
_CELLS: Final = tuple((category, _pattern(category.cells)) for category in CATEGORIES)


def _words(text: str) -> str:
    """Give the words of a text as lower-case ASCII with one space around each."""
    if text.isascii():
        return f" {_NOT_A_WORD.sub(' ', text.lower()).strip()} "
    plain = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe").replace("æ", "ae"))
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return f" {_NOT_A_WORD.sub(' ', bare).strip()} "


def _is_nir(text: str) -> bool:
    """Tell whether a French social security number with its right key stands in a text (INSEE: key = 97 - n mod 97)."""
    digits = re.sub(r"(?<=\d)[ .\u00a0\u202f](?=\d)", "", text)
    return any(97 - int(found[:13]) % 97 == int(found[13:]) for found in _NIR.findall(digits))


def of_header(header: str) -> tuple[SpecialCategory, ...]:
    """Give the categories that a header speaks of."""
    words = _words(header)
    return tuple(category for category, pattern in _HEADERS if pattern.search(words))


def of_cell(text: str) -> tuple[SpecialCategory, ...]:
    """Give the categories that a cell speaks of."""
    words = _words(text)
    found = tuple(category for category, pattern in _CELLS if pattern.search(words))
    return (*found, _NATIONAL) if _is_nir(text) else found
