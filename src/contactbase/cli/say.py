"""The words of the command line, in English and French, on standard error; results go to standard output.

>>> Voice(language="fr").text("written", folder="clean")
'Écrit dans clean.'
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import Final

import attrs

from contactbase.model.text import Language, Text

__all__ = ["Voice", "default_language"]

_WORDS: Final[Mapping[str, Text]] = {
    "written": Text("Written to {folder}.", "Écrit dans {folder}."),
    "dry": Text("Nothing was written (dry run).", "Rien n'a été écrit (essai à blanc)."),
    "accounting": Text(
        "{rows_read} rows read = {contacts} contacts + {merged_away} merged away + {removed} removed"
        " + {rejected} rejected.",
        "{rows_read} lignes lues = {contacts} contacts + {merged_away} fusionnés + {removed} retirés"
        " + {rejected} rejetées.",
    ),
    "nothing-kept": Text(
        "Not one row became a contact. Are the delimiter, the encoding and the columns right? See rejected.csv.",
        "Aucune ligne n'est devenue un contact. Le séparateur, l'encodage, les colonnes sont-ils bons ? Voir rejected.csv.",
    ),
    "findings": Text(
        "{errors} errors, {warnings} warnings, {infos} notes.", "{errors} erreurs, {warnings} alertes, {infos} notes."
    ),
    "due": Text(
        "{count} retention decisions are due; use --enact to act on deletions and archiving.",
        "{count} décisions de conservation sont dues ; --enact exécute suppressions et archivages.",
    ),
    "reading": Text("reading", "lecture"),
    "matching": Text("matching", "rapprochement"),
    "writing": Text("writing", "écriture"),
    "demo": Text("{rows} made-up rows written to {path}.", "{rows} lignes inventées écrites dans {path}."),
    "no-code": Text(
        "There is no code {code}. Did you mean {near}?", "Il n'y a pas de code {code}. Vouliez-vous dire {near} ?"
    ),
    "no-layout": Text(
        "There is no layout {layout}. Did you mean {near}?",
        "Il n'y a pas de disposition {layout}. Vouliez-vous dire {near} ?",
    ),
    "layout-beside": Text("Known and kept beside: {headers}.", "Connues et gardées à côté : {headers}."),
    "layout-constants": Text("The file says of every row: {said}.", "Le fichier dit de chaque ligne : {said}."),
    "layout-unverified": Text("Not verified: {words}", "Non vérifié : {words}"),
    "proposed": Text(
        "Read as {layout}: {certain} of {columns} columns are proposed as fields; look at the others.",
        "Lu comme {layout} : {certain} colonnes sur {columns} sont proposées comme champs ; voir les autres.",
    ),
    "interrupted": Text(
        "Interrupted; the result folder is as it was before.", "Interrompu ; le dossier de résultat est comme avant."
    ),
    "selected": Text("{count} contacts written to {path}.", "{count} contacts écrits dans {path}."),
    "mailing": Text(
        "{blocks} address blocks after NF Z10-011; {left} contacts left out for want of a complete address"
        " ({findings} findings).",
        "{blocks} blocs adresse selon la NF Z10-011 ; {left} contacts écartés faute d'adresse complète"
        " ({findings} constats).",
    ),
    "no-contact": Text(
        "There is no contact {contact} in this file.", "Il n'y a pas de contact {contact} dans ce fichier."
    ),
    "no-dialect": Text(
        "There is no dialect {dialect}. Choose one of {known}.",
        "Il n'y a pas de dialecte {dialect}. Choisissez parmi {known}.",
    ),
    "no-policy": Text(
        "No policy is asked here, so nobody can receive anything.",
        "Aucune politique n'est consultée ici : personne ne peut donc rien recevoir.",
    ),
    "selected-from": Text(
        "{rows} rows read: {contacts} contacts, {rejected} rows and {errors} values refused"
        " (contactbase check says which).",
        "{rows} lignes lues : {contacts} contacts, {rejected} lignes et {errors} valeurs refusées"
        " (contactbase check dit lesquelles).",
    ),
    "no-segment": Text("This is no segment:", "Ce n'est pas un segment :"),
    "undone": Text(
        "{rows} records as they were read, written to {path}.",
        "{rows} enregistrements tels qu'ils ont été lus, écrits dans {path}.",
    ),
}


def default_language(environment: Mapping[str, str] | None = None) -> Language:
    """Give French where the locale of the environment is French, else English."""
    found = os.environ if environment is None else environment
    locale = next((found[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if found.get(name)), "")
    return "fr" if locale.lower().startswith("fr") else "en"


@attrs.frozen(kw_only=True)
class Voice:
    """How to speak: in which language, and whether at all."""

    language: Language = "en"
    quiet: bool = False

    def text(self, key: str, **details: object) -> str:
        """Give a sentence."""
        return _WORDS[key].say(self.language, **details)

    def say(self, key: str, **details: object) -> None:
        """Say a sentence on standard error, unless quiet."""
        if not self.quiet:
            print(self.text(key, **details), file=sys.stderr)

    def warn(self, sentence: str) -> None:
        """Say a warning on standard error, unless quiet."""
        if not self.quiet:
            print(sentence, file=sys.stderr)

    def fail(self, sentence: object) -> None:
        """Say what went wrong, quiet or not."""
        print(f"contactbase: {sentence}", file=sys.stderr)
