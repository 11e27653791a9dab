"""Codes of the family `supply`: what a bought or rented file lacks before it may be imported."""

from __future__ import annotations

from contactbase.model.code import Code
from contactbase.model.enums import Severity
from contactbase.model.source import Citation, Confidence
from contactbase.model.text import Text

__all__ = ["CODES"]

_CHECKS: Citation = Citation(
    authority="CNIL",
    instrument="EDF, FORIOU, CALOGA",
    locator="who uses a supplied file checks form, partners and evidence (reported by gerardin-avocat.com, feral.law)",
    confidence=Confidence.SECONDARY,
)
_ORIGIN = Text(
    "Whoever uses a supplied file must be able to say where each address came from and when.",
    "Qui utilise un fichier fourni doit pouvoir dire d'où vient chaque adresse et depuis quand.",
)
_ASK_SUPPLIER = Text(
    "Have the supplier complete the rows; do not import them as they are.",
    "Faire compléter les lignes par le fournisseur ; ne pas les importer telles quelles.",
)

CODES: tuple[Code, ...] = (
    Code(
        id="supply.no-supplier",
        severity=Severity.ERROR,
        title=Text("Supplier missing", "Fournisseur manquant"),
        message=Text("The row does not say who supplied it.", "La ligne ne dit pas qui l'a fournie."),
        why=_ORIGIN,
        remedy=_ASK_SUPPLIER,
        citation=_CHECKS,
    ),
    Code(
        id="supply.no-collection-date",
        severity=Severity.ERROR,
        title=Text("Day of collection missing", "Date de collecte manquante"),
        message=Text(
            "The row does not say when the address was collected.",
            "La ligne ne dit pas quand l'adresse a été collectée.",
        ),
        why=_ORIGIN,
        remedy=_ASK_SUPPLIER,
        citation=_CHECKS,
    ),
    Code(
        id="supply.collected-in-future",
        severity=Severity.ERROR,
        title=Text("Collected in the future", "Collecte datée du futur"),
        message=Text("The day of collection lies in the future.", "La date de collecte est dans le futur."),
        why=_ORIGIN,
        remedy=_ASK_SUPPLIER,
        example="12/03/2205",
    ),
    Code(
        id="supply.consent-before-collection",
        severity=Severity.WARNING,
        title=Text("Consent before the collection", "Accord antérieur à la collecte"),
        message=Text(
            "The consent is older than the collection of the address.",
            "L'accord est antérieur à la collecte de l'adresse.",
        ),
        why=Text(
            "Nobody agrees with a form before filling it in: one of the two dates is that of an export.",
            "Personne n'accepte un formulaire avant de le remplir : l'une des deux dates est celle d'un export.",
        ),
        remedy=Text("Ask for the evidence of such rows.", "Demander la preuve pour ces lignes."),
    ),
    Code(
        id="supply.empty",
        severity=Severity.ERROR,
        title=Text("No row to import", "Aucune ligne à importer"),
        message=Text("The file has no row that could be judged.", "Le fichier n'a aucune ligne à juger."),
        why=Text("There is nothing to import.", "Il n'y a rien à importer."),
        remedy=Text("Check that this is the right file.", "Vérifier qu'il s'agit du bon fichier."),
    ),
    Code(
        id="supply.unreadable-rows",
        severity=Severity.WARNING,
        title=Text("Unreadable rows", "Lignes illisibles"),
        message=Text(
            "{count} rows could not be read; they count as refused.",
            "{count} lignes n'ont pas pu être lues ; elles comptent comme refusées.",
        ),
        why=Text("A row that cannot be read shows no consent.", "Une ligne illisible ne montre aucun accord."),
        remedy=Text("Ask for the file again.", "Redemander le fichier."),
    ),
    Code(
        id="supply.too-many-refused",
        severity=Severity.ERROR,
        title=Text("Too many rows refused", "Trop de lignes refusées"),
        message=Text(
            "{refused} of {rows} rows are refused, more than {tolerance} %.",
            "{refused} lignes sur {rows} sont refusées, plus de {tolerance} %.",
        ),
        why=Text(
            "A file of which so much cannot be shown is not to be trusted with the rest.",
            "Un fichier dont une telle part ne peut être prouvée ne mérite pas confiance pour le reste.",
        ),
        remedy=Text("Give the file back, or have it completed.", "Rendre le fichier, ou le faire compléter."),
        citation=_CHECKS,
    ),
    Code(
        id="supply.one-day-for-all",
        severity=Severity.WARNING,
        title=Text("One day of consent for all", "Une seule date d'accord pour tous"),
        message=Text(
            "All {count} consents are dated the same day.", "Les {count} accords sont tous datés du même jour."
        ),
        why=Text(
            "People do not all agree on one day: this is the day of an export, not of their consent.",
            "Les gens n'acceptent pas tous le même jour : c'est la date d'un export, non de leur accord.",
        ),
        remedy=Text("Ask for the day of each consent.", "Demander la date de chaque accord."),
    ),
    Code(
        id="supply.one-proof-for-all",
        severity=Severity.WARNING,
        title=Text("One piece of evidence for all", "Une seule preuve pour tous"),
        message=Text(
            "All {count} consents refer to the same evidence, which names no form and version.",
            "Les {count} accords renvoient à la même preuve, qui ne nomme ni formulaire ni version.",
        ),
        why=Text(
            "A contract clause or one certificate for a whole file shows no consent of anybody (CNIL).",
            "Une clause de contrat ou un certificat pour tout un fichier ne prouve l'accord de personne (CNIL).",
        ),
        remedy=Text(
            "Ask for the form, its version and the trace of each consent.",
            "Demander le formulaire, sa version et la trace de chaque accord.",
        ),
        citation=_CHECKS,
    ),
    Code(
        id="supply.several-suppliers",
        severity=Severity.INFO,
        title=Text("Several suppliers", "Plusieurs fournisseurs"),
        message=Text("The file names {count} suppliers.", "Le fichier nomme {count} fournisseurs."),
        why=Text(
            "Each supplier has forms and partners of its own, to be checked separately.",
            "Chaque fournisseur a ses formulaires et ses partenaires, à vérifier séparément.",
        ),
        remedy=Text("Sample each supplier's rows.", "Échantillonner les lignes de chaque fournisseur."),
    ),
)
