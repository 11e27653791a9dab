"""Codes of the family `check`: what the fields of one contact say about each other. No value is ever changed by one."""

from __future__ import annotations

from contactbase.model.code import Code
from contactbase.model.enums import Severity
from contactbase.model.text import Text

__all__ = ["CODES"]

_WARNING = Severity.WARNING

_DATES: tuple[Code, ...] = (
    Code(
        id="check.birth-after-act",
        severity=_WARNING,
        title=Text("Born on or after the day of an act", "Naissance le jour d'un acte ou après"),
        message=Text(
            "The birth date is not before a date of {other}; both were kept.",
            "La date de naissance n'est pas antérieure à une date de {other} ; les deux ont été gardées.",
        ),
        why=Text(
            "Nobody buys, consents or is written down before being born: a two-digit year was read into the wrong "
            "century, or the day of registration was typed as the birth date.",
            "Personne n'achète, ne consent ou n'est inscrit avant d'être né : une année à deux chiffres a été lue dans "
            "le mauvais siècle, ou la date d'inscription a été saisie comme date de naissance.",
        ),
        remedy=Text(
            "Look up both dates; empty the birth date where it is unknown.",
            "Vérifier les deux dates ; vider la date de naissance si elle est inconnue.",
        ),
    ),
    Code(
        id="check.first-purchase-after-last",
        severity=_WARNING,
        title=Text("First purchase after the last one", "Premier achat après le dernier"),
        message=Text(
            "The day of the first purchase is later than that of the last purchase; both were kept.",
            "Le jour du premier achat est postérieur à celui du dernier achat ; les deux ont été gardés.",
        ),
        why=Text(
            "The retention period and every segment by recency start from the latest purchase.",
            "La durée de conservation et les segments par récence partent du dernier achat.",
        ),
        remedy=Text(
            "Check the order of the two columns, or day and month of the dates.",
            "Vérifier l'ordre des deux colonnes, ou le jour et le mois des dates.",
        ),
    ),
    Code(
        id="check.purchase-after-end",
        severity=_WARNING,
        title=Text("Bought after the relationship ended", "Achat après la fin de la relation"),
        message=Text(
            "The relationship is said to have ended before a purchase ({count} later purchases).",
            "La relation est dite terminée avant un achat ({count} achats postérieurs).",
        ),
        why=Text(
            "The period of retention of a customer runs from the end of the relationship; a wrong end deletes too early.",
            "La durée de conservation d'un client court depuis la fin de la relation ; une fin erronée supprime trop tôt.",
        ),
        remedy=Text(
            "Empty or correct the end of the relationship.",
            "Vider ou corriger la fin de relation.",
        ),
    ),
    Code(
        id="check.consent-in-future",
        severity=_WARNING,
        title=Text("Consent dated in the future", "Consentement daté dans le futur"),
        message=Text(
            "{count} consents are dated after the reference day; they permit nothing before it.",
            "{count} consentements sont datés après le jour de référence ; ils ne permettent rien avant.",
        ),
        why=Text(
            "A consent that has not been given yet proves nothing.",
            "Un consentement qui n'a pas encore été donné ne prouve rien.",
        ),
        remedy=Text(
            "Look the date up in the evidence of the consent.",
            "Vérifier la date dans la preuve du consentement.",
        ),
    ),
    Code(
        id="check.consent-expires-before-given",
        severity=_WARNING,
        title=Text("Consent that ends before it begins", "Consentement qui finit avant de commencer"),
        message=Text(
            "{count} consents have a last day of validity that lies before the day they were given.",
            "{count} consentements ont un dernier jour de validité antérieur au jour où ils ont été donnés.",
        ),
        why=Text(
            "Such a consent never permits anything, which is hardly what was meant.",
            "Un tel consentement ne permet jamais rien, ce qui n'est sans doute pas voulu.",
        ),
        remedy=Text(
            "Look both dates up in the evidence of the consent.",
            "Vérifier les deux dates dans la preuve du consentement.",
        ),
    ),
    Code(
        id="check.rental-ended-before-collection",
        severity=_WARNING,
        title=Text("Collected after the rental ended", "Collecté après la fin de location"),
        message=Text(
            "The contact was collected after the last day of the rental.",
            "Le contact a été collecté après le dernier jour de la location.",
        ),
        why=Text(
            "A rented contact may not be used, nor taken in, after the rental has ended.",
            "Un contact loué ne peut être ni utilisé ni repris après la fin de la location.",
        ),
        remedy=Text(
            "Check both dates against the contract of rental.",
            "Vérifier les deux dates dans le contrat de location.",
        ),
    ),
    Code(
        id="check.owned-with-rental-end",
        severity=_WARNING,
        title=Text("Own contact with an end of rental", "Contact propre avec une fin de location"),
        message=Text(
            "The contact is called our own, but has an end of rental.",
            "Le contact est dit propre à l'entreprise, mais porte une fin de location.",
        ),
        why=Text(
            "A rented contact taken for our own is used after the rental, without any right to it.",
            "Un contact loué pris pour un contact propre est utilisé après la location, sans aucun droit.",
        ),
        remedy=Text(
            "Correct the origin, or empty the end of rental.",
            "Corriger l'origine, ou vider la fin de location.",
        ),
    ),
)

_PEOPLE: tuple[Code, ...] = (
    Code(
        id="check.title-and-sex",
        severity=_WARNING,
        title=Text("Title and sex at odds", "Civilité et sexe en désaccord"),
        message=Text(
            "The title says {told}, the sex says {stated}; both were kept.",
            "La civilité dit {told}, le sexe dit {stated} ; les deux ont été gardés.",
        ),
        why=Text(
            "One of them is wrong: the greeting or the segment will be.",
            "L'un des deux est faux : la formule de politesse ou le segment le sera aussi.",
        ),
        remedy=Text(
            "Check the contact; in many rows at once, check the table of codes of both columns.",
            "Vérifier le contact ; si beaucoup de lignes sont touchées, vérifier la table de codes des deux colonnes.",
        ),
    ),
    Code(
        id="check.prospect-who-bought",
        severity=_WARNING,
        title=Text("Prospect who has bought", "Prospect qui a acheté"),
        message=Text(
            "The relationship is {relationship}, but there are purchases.",
            "La relation est {relationship}, mais il y a des achats.",
        ),
        why=Text(
            "Prospects and customers are kept by different rules, and addressed by different segments.",
            "Prospects et clients relèvent de règles de conservation et de segments différents.",
        ),
        remedy=Text(
            "Set the relationship to customer, or check whose purchases they are.",
            "Passer la relation à client, ou vérifier à qui sont ces achats.",
        ),
    ),
    Code(
        id="check.person-with-siren",
        severity=_WARNING,
        title=Text("Private person with a SIREN", "Particulier avec un SIREN"),
        message=Text(
            "The contact is called a private person, but has the number of a company.",
            "Le contact est dit particulier, mais porte le numéro d'une entreprise.",
        ),
        why=Text(
            "Consent is asked by other rules of a professional than of a private person.",
            "Le consentement suit d'autres règles pour un professionnel que pour un particulier.",
        ),
        remedy=Text(
            "Correct the kind of contact, or take the number out.",
            "Corriger le type de contact, ou retirer le numéro.",
        ),
    ),
    Code(
        id="check.company-numbers-differ",
        severity=_WARNING,
        title=Text("Numbers of two companies", "Numéros de deux entreprises"),
        message=Text(
            "The SIREN is not the one that the {other} holds; both were kept.",
            "Le SIREN n'est pas celui que contient le champ {other} ; les deux ont été gardés.",
        ),
        why=Text(
            "One contact would be invoiced, matched or counted as two companies.",
            "Un même contact serait facturé, rapproché ou compté comme deux entreprises.",
        ),
        remedy=Text("Look the company up and keep one number.", "Rechercher l'entreprise et garder un seul numéro."),
    ),
    Code(
        id="check.couple-and-title",
        severity=_WARNING,
        title=Text("Couple by the title, not by the column", "Couple selon la civilité, non selon la colonne"),
        message=Text(
            "The title is that of a couple, but the column says that the contact is one person; both were kept.",
            "La civilité est celle d'un couple, mais la colonne dit que le contact est une seule personne ; "
            "les deux ont été gardées.",
        ),
        why=Text(
            "Sex, birth date and consent belong to one person; a letter to a couple greets two.",
            "Sexe, date de naissance et consentement sont ceux d'une personne ; une lettre à un couple en salue deux.",
        ),
        remedy=Text("Correct the title or the column.", "Corriger la civilité ou la colonne."),
    ),
)

_REACH: tuple[Code, ...] = (
    Code(
        id="check.postcode-perhaps-abroad",
        severity=_WARNING,
        title=Text("Postcode perhaps of another country", "Code postal peut-être d'un autre pays"),
        message=Text(
            "No country is stated and the postcode was read as French, but the city or the phone numbers are of {country}.",
            "Aucun pays n'est indiqué et le code postal a été lu comme français, mais la ville ou les téléphones sont de "
            "{country}.",
        ),
        why=Text(
            "`1201` of Geneva becomes `01201` and the department Ain: letters and segments by department go wrong.",
            "Le « 1201 » de Genève devient « 01201 » et le département Ain : courriers et segments en sont faussés.",
        ),
        remedy=Text(
            "Fill in the country, or clean the file with its region.",
            "Remplir le pays, ou nettoyer le fichier avec sa région.",
        ),
    ),
    Code(
        id="check.country-and-postcode",
        severity=_WARNING,
        title=Text("Postcode of another country", "Code postal d'un autre pays"),
        message=Text(
            "The postcode does not have the form of a postcode of {country}.",
            "Le code postal n'a pas la forme d'un code postal de : {country}.",
        ),
        why=Text(
            "Either the country or the postcode is wrong, and a letter will come back.",
            "Le pays ou le code postal est faux, et le courrier reviendra.",
        ),
        remedy=Text(
            "Check the address; an empty country is better than a wrong one.",
            "Vérifier l'adresse ; un pays vide vaut mieux qu'un pays faux.",
        ),
    ),
    Code(
        id="check.country-and-phones",
        severity=_WARNING,
        title=Text("Only numbers of another country", "Uniquement des numéros d'un autre pays"),
        message=Text(
            "The country is {country}, but every number is one of {region}.",
            "Le pays est {country}, mais tous les numéros sont de : {region}.",
        ),
        why=Text(
            "A number written without its country is read in the region of the file, and may be somebody else's there.",
            "Un numéro écrit sans son pays est lu dans la région du fichier, où il peut être celui d'un autre.",
        ),
        remedy=Text(
            "Check the raw number; write it with its country, or read the rows of that country with their own region.",
            "Vérifier le numéro brut ; l'écrire avec son pays, ou lire les lignes de ce pays avec leur région.",
        ),
    ),
    Code(
        id="check.web-events-untracked",
        severity=_WARNING,
        title=Text("Web events without consent to tracking", "Événements web sans consentement au suivi"),
        message=Text(
            "{count} web events, but no consent to tracking; they may not be used.",
            "{count} événements web, mais aucun consentement au suivi ; ils ne peuvent pas être utilisés.",
        ),
        why=Text(
            "Following what a visitor looks at takes consent of its own, which consent to marketing is not.",
            "Suivre ce qu'un visiteur consulte exige un consentement propre, distinct de celui à la prospection.",
        ),
        remedy=Text(
            "Select from permitted_events(base, as_of=...), or import the consents of the cookie banner.",
            "Sélectionner dans permitted_events(base, as_of=...), ou importer les consentements du bandeau cookies.",
        ),
    ),
    Code(
        id="check.preferred-channel-unreachable",
        severity=_WARNING,
        title=Text("No address for the preferred channel", "Aucune adresse pour le canal préféré"),
        message=Text(
            "The preferred channel is {channel}, but the contact has no usable address for it.",
            "Le canal préféré est {channel}, mais le contact n'a aucune adresse utilisable pour ce canal.",
        ),
        why=Text(
            "A campaign by the preferred channel leaves this contact out; an SMS does not reach a landline.",
            "Une campagne par le canal préféré laisse ce contact de côté ; un SMS n'atteint pas un fixe.",
        ),
        remedy=Text(
            "Ask for the missing number or address, or change the preferred channel.",
            "Demander le numéro ou l'adresse qui manque, ou changer le canal préféré.",
        ),
    ),
    Code(
        id="check.read-by-country",
        severity=Severity.INFO,
        title=Text("Read in the country of its row", "Lu dans le pays de sa ligne"),
        message=Text(
            "The cell was read as one of {country}, the country of its row; in the region of the file it would say "
            "something else, or nothing.",
            "La cellule a été lue comme étant de {country}, le pays de sa ligne ; dans la région du fichier, elle "
            "dirait autre chose, ou rien.",
        ),
        why=Text(
            "079 123 45 67 is a mobile in Switzerland and a stranger's in France; 1000 is Brussels and no French postcode.",
            "079 123 45 67 est un mobile en Suisse et celui d'un inconnu en France ; 1000 est Bruxelles et non un code "
            "postal français.",
        ),
        remedy=Text(
            "Nothing to do where the country of the row is right.",
            "Rien à faire si le pays de la ligne est juste.",
        ),
    ),
)

_LENGTHS: tuple[Code, ...] = (
    Code(
        id="check.too-short",
        severity=_WARNING,
        title=Text("Shorter than the rule allows", "Plus court que la règle ne le permet"),
        message=Text(
            "{name} has {length} characters, fewer than the {minimum} of the rule.",
            "{name} compte {length} caractères, moins que les {minimum} de la règle.",
        ),
        why=Text(
            "The rule is yours: what is too short for a field is seldom a whole value.",
            "La règle est la vôtre : ce qui est trop court pour un champ est rarement une valeur entière.",
        ),
        remedy=Text("Complete the value, or widen the rule.", "Compléter la valeur, ou élargir la règle."),
    ),
    Code(
        id="check.too-long",
        severity=_WARNING,
        title=Text("Longer than the rule allows", "Plus long que la règle ne le permet"),
        message=Text(
            "{name} has {length} characters, more than the {maximum} of the rule.",
            "{name} compte {length} caractères, plus que les {maximum} de la règle.",
        ),
        why=Text(
            "The rule is yours: a longer value is cut by the next system, or holds what belongs elsewhere.",
            "La règle est la vôtre : une valeur trop longue sera coupée par le système suivant, ou n'est pas à sa place.",
        ),
        remedy=Text("Shorten the value, or widen the rule.", "Raccourcir la valeur, ou élargir la règle."),
    ),
)

CODES: tuple[Code, ...] = _DATES + _PEOPLE + _REACH + _LENGTHS
