"""The words that decide how a name is read: particles, articles, fillers, company words.

Own lists, from French and European usage. Every word is a fold key (see `fold`) unless said otherwise.

>>> "du" in PARTICLES, "le" in ARTICLES, "nc" in FILLERS, "sarl" in COMPANY_WORDS
(True, True, True, True)
"""

from __future__ import annotations

import re
from typing import Final

__all__ = [
    "ARTICLES",
    "BIRTH_WORDS",
    "COMPANY_START",
    "COMPANY_WORDS",
    "DECEASED_WORDS",
    "EXCEL_ERROR",
    "FILLERS",
    "JOINING_WORDS",
    "LINKED_PARTICLES",
    "MARRIED_WORDS",
    "MIDDLE_WORDS",
    "NEUTRAL_BIRTH_WORDS",
    "NULL_SPELLINGS",
    "PARTICLES",
    "REFUSALS",
    "ROMAN",
    "SUFFIXES",
    "VIETNAMESE_SURNAMES",
    "WIDOW_WORDS",
]

PARTICLES: Final = frozenset(
    # French; Dutch; German; Italian, Spanish and Portuguese; Scandinavian
    "de du des d"
    " van der den ter ten te op het vanden vander"
    " von vom zu zum zur"
    " di da del della dello dei degli delle dal dalla das dos do"
    " af av".split()
)
"""Written small inside a surname (`de Gaulle`, `van den Berg`, `dos Santos`)."""

LINKED_PARTICLES: Final = frozenset("la las los l und".split())
"""Written small directly after a particle (`de la Tour`, `von und zu`), with a capital elsewhere (`La Fontaine`)."""

MIDDLE_WORDS: Final = frozenset("et ou y e i dit dite".split())
"""Written small between two words of a name (`Ortega y Gasset`, `Jean et Marie`, `Dupont dit Lafleur`)."""

ARTICLES: Final = frozenset(
    "le la les el al ben bent bin bint ait ould ouled abou abu ibn st ste saint sainte san santa mac mc"
    " fitz o n m".split()
)
"""Begin a surname and keep their capital (`Le Goff`, `Ben Ali`, `Saint Laurent`)."""

JOINING_WORDS: Final = frozenset({"et", "and", "ou", "und", "y", "e"})
"""Stand between two people."""

BIRTH_WORDS: Final = frozenset({"nee", "ne", "geb", "geborene"})
NEUTRAL_BIRTH_WORDS: Final = frozenset({"ne", "geb"})
MARRIED_WORDS: Final = frozenset({"epouse", "epse", "ep", "eps", "epx"})
WIDOW_WORDS: Final = frozenset({"veuve", "vve"})
"""What stands between the names of one person: `Durand née Martin`, `Martin épouse Durand`, `Martin Vve Durand`."""

DECEASED_WORDS: Final = frozenset(
    {"dcd", "decede", "decedee", "deceased", "†", "✝", "verstorben", "fallecido", "succession", "hoirs", "hoirie"}
)

REFUSALS: Final = re.compile(
    r"\b(?:merci de )?(?:ne (?:pas|plus) (?:(?:nous|me|le|la|les|l) )?(?:r?appeler|contacter|demarcher|solliciter|"
    r"relancer|deranger|ecrire|envoyer|mailer)|(?:sur )?liste rouge|desabonnee?|desinscrite?|bloctel|"
    r"do not (?:call|contact))\b"
)
"""Finds a request not to be contacted among the folded words of a name."""

ROMAN: Final = frozenset({"II", "III", "IV", "VII", "VIII", "IX", "XII", "XIII", "XIV", "XV", "XVI"})
"""Numerals after a name. `VI` and `XI` are left out: they are names too (Vi, Xi)."""

SUFFIXES: Final = frozenset({"jr", "junior", "senior", "fils", "pere"})

VIETNAMESE_SURNAMES: Final = frozenset(
    "nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly truong dinh trinh luong mai cao dao".split()
)
"""After one of these `Van` is a middle name, no Dutch particle (`Nguyen Van An`)."""

_FILLERS: Final = """
x, xx, nc, n c, n/c, n.c, n.c., nr, nd, n d, n/d, n.d., n/a, n.a., n/r, nsp, neant, vide, aucun, aucune, sans nom,
sans prenom, pas de nom, pas de prenom, inconnu, inconnue, inconnus, unknown, unbekannt, desconocido, desconocida,
sconosciuto, anonyme, anonymous, anonimo, anonym, non renseigne, non renseignee, non communique, non precise, non connu,
non defini, non fourni, a completer, a renseigner, a definir, a preciser, test, tests, essai, exemple, example, dummy,
fake, toto, blabla, foo bar, john doe, jane doe, azerty, azertyuiop, qwerty, qwertz, qsdf, qsdfg, asdf, asdfg, sdfg,
wxcv, abc, abcd, xyz, nom, prenom, nom de famille, votre nom, votre prenom, nom complet, name, first name, last name,
full name, firstname, lastname, surname, vorname, nachname, nombre, apellido, cognome, civilite, titre, client, cliente,
clients, client comptoir, client de passage, divers, particulier, prospect, contact, customer, invite, visiteur,
utilisateur, user, admin, undefined, no name, noname, madame, monsieur, mademoiselle, mme, mlle, melle, mr, mrs, miss,
m mme, m et mme, mr et mme, idem, ibid, dito, voir ci dessus, voir plus haut, a verifier, a voir, a supprimer,
doublon, monsieur et madame, docteur, professeur, famille
"""
FILLERS: Final = frozenset(" ".join(_FILLERS.split()).split(", "))
"""Cells that name nobody, or whose every word does (`Client Test`); so does one letter three times or more."""

NULL_SPELLINGS: Final = frozenset(
    "NULL null NaN nan NAN NA N/A None NONE none nil NIL #N/A undefined (null) (vide) (empty) <null> <NA>".split()
)
"""What programs write for nothing, case and all: `Null`, `Nan`, `Na` and `Nil` are names of people."""

EXCEL_ERROR: Final = re.compile(r"#[A-ZÉ_/0-9]{2,}[?!]?|#+")

COMPANY_WORDS: Final = frozenset(
    # legal forms
    "sarl sas sasu eurl snc selarl selas selafa scp sci scea scop gaec gie asbl sprl srl spa gmbh ltd llc llp inc"
    " corp plc bvba"
    # what a company or an institution calls itself
    " ets etablissement etablissements societe entreprise entreprises association assoc asso mairie prefecture"
    " ministere hopital clinique chu ehpad lycee universite hotel restaurant brasserie boulangerie patisserie boucherie"
    " pharmacie agence groupement syndicat syndic copropriete fondation federation comite cooperative compagnie"
    " company holding consulting immobilier immobiliere transports assurances banque institut laboratoire"
    " laboratoires imprimerie menuiserie plomberie electricite maconnerie carrosserie librairie fleuriste"
    " opticien coiffure freres cie associes".split()
)
"""A word of these anywhere in a cell makes it look like a company."""

COMPANY_START: Final = frozenset(
    "ste cabinet garage groupe conseil commune college ecole centre club bureau earl salon maison residence office"
    " service services departement region".split()
)
"""A word of these before another word does; alone, or later in the cell, it may be a surname."""
