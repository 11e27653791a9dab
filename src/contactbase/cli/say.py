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
    "joined": Text("{file}: {counts}", "{file} : {counts}"),
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
    "review-written": Text(
        "{contacts} contacts written to {path} for review: {errors} errors, {warnings} warnings, {groups} links between"
        " rows that may be one person.",
        "{contacts} contacts écrits dans {path} pour relecture : {errors} erreurs, {warnings} alertes, {groups} liens entre"
        " des lignes qui sont peut-être une seule personne.",
    ),
    "review-applied": Text(
        "{corrected} fields corrected, {merged} duplicates merged away; {contacts} contacts written to {path}.",
        "{corrected} champs corrigés, {merged} doublons fusionnés ; {contacts} contacts écrits dans {path}.",
    ),
    "clusters": Text(
        "People there more than once: {clusters}; contacts that would be merged away: {merged}.",
        "Personnes présentes plusieurs fois : {clusters} ; contacts qui seraient fusionnés : {merged}.",
    ),
    "households": Text("Households: {households}.", "Foyers : {households}."),
    "proposals": Text("Pairs for review: {proposals}.", "Paires à vérifier : {proposals}."),
    "more-proposals": Text("  and {count} more (--most)", "  et {count} autres (--most)"),
    "text-not-utf8": Text(
        "Standard input is not UTF-8. Convert it, or give the text as an argument.",
        "L'entrée standard n'est pas en UTF-8. La convertir, ou donner le texte en argument.",
    ),
    "text-clean": Text("Nothing to say against this text.", "Rien à redire à ce texte."),
    "text-left": Text(
        "Nothing reads like {left}; the message stays UCS-2.", "Rien ne remplace {left} ; le message reste en UCS-2."
    ),
    "reading": Text("reading", "lecture"),
    "matching": Text("matching", "rapprochement"),
    "joining": Text("joining", "rattachement"),
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
    "one-contact": Text(
        "{contact} is one contact: give the ids of two.", "{contact} est un seul contact : donner deux identifiants."
    ),
    "no-dialect": Text(
        "There is no dialect {dialect}. Choose one of {known}.",
        "Il n'y a pas de dialecte {dialect}. Choisissez parmi {known}.",
    ),
    "no-policy": Text(
        "No policy is asked here, so nobody can receive anything.",
        "Aucune politique n'est consultée ici : personne ne peut donc rien recevoir.",
    ),
    "audience-untested": Text(
        "No test was recorded: send the message to your own number or address first (--tested, --require-test).",
        "Aucun test enregistré : envoyez d'abord le message à votre propre numéro ou adresse (--tested, --require-test).",
    ),
    "audience-ends": Text(
        "Over at {end}; {left} find no opening within reach.",
        "Terminé à {end} ; {left} ne trouvent aucune ouverture à portée.",
    ),
    "selected-from": Text(
        "{rows} rows read: {contacts} contacts, {rejected} rows and {errors} values refused"
        " (contactbase check says which).",
        "{rows} lignes lues : {contacts} contacts, {rejected} lignes et {errors} valeurs refusées"
        " (contactbase check dit lesquelles).",
    ),
    "retention-count": Text("{count}: {action}", "{count} : {action}"),
    "retention-plan": Text(
        "The plan is in {path}. Review it, then: --enact --plan {path} --out DIR.",
        "Le plan est dans {path}. Relisez-le, puis : --enact --plan {path} --out DIR.",
    ),
    "retention-out": Text(
        "Say where what stays goes: --out DIR (or try --dry-run, which writes nothing).",
        "Dites où va ce qui reste : --out DIR (ou essayez --dry-run, qui n'écrit rien).",
    ),
    "retention-archive": Text(
        "{count} archived contacts, cut down to what may be kept, written to {path}. Restrict who can read it.",
        "{count} contacts archivés, réduits à ce qui peut être gardé, écrits dans {path}. Restreignez-en l'accès.",
    ),
    "retention-no-archive": Text(
        "{count} contacts were archived and are only in the journal: --archive FILE writes the restricted archive.",
        "{count} contacts archivés ne sont que dans le journal : --archive FILE écrit l'archive à accès restreint.",
    ),
    "retention-confirmed": Text(
        "{count} erasures are final: nothing of these contacts is left to give back.",
        "{count} effacements sont définitifs : il ne reste rien à rendre de ces contacts.",
    ),
    "results-campaign": Text(
        "Name the campaign: --campaign NAME. Without it, results lists those that the events speak of.",
        "Nommez la campagne : --campaign NOM. Sans elle, results liste celles dont parlent les événements.",
    ),
    "results-currency": Text(
        "{currency} is no currency. Write its ISO 4217 code, such as EUR.",
        "{currency} n'est pas une monnaie. Écrivez son code ISO 4217, comme EUR.",
    ),
    "results-cost": Text(
        "{cost} has more decimals than {currency} has.", "{cost} a plus de décimales que n'en a {currency}."
    ),
    "results-tester": Text(
        "Nobody in this base is the tester number {place}. Name an id or an address of a contact.",
        "Personne dans cette base n'est le testeur numéro {place}. Donnez un id ou une adresse d'un contact.",
    ),
    "results-none": Text(
        "No event names a campaign. Give the provider's report: --campaign NAME --report FILE.",
        "Aucun événement ne nomme de campagne. Donnez le rapport du prestataire : --campaign NOM --report FICHIER.",
    ),
    "no-segment": Text("This is no segment:", "Ce n'est pas un segment :"),
    "no-keys": Text(
        "No key was named. Use --key-file FILE, or CONTACTBASE_KEY_FILE or CONTACTBASE_KEYS in the environment.",
        "Aucune clé n'est indiquée. Utilisez --key-file FICHIER, ou CONTACTBASE_KEY_FILE ou CONTACTBASE_KEYS dans l'environnement.",
    ),
    "one-action": Text("Use one of {options} at a time.", "Utilisez une seule option à la fois parmi {options}."),
    "stops-added": Text(
        "{rows} rows: {added} entries added, {known} known already, {nothing} rows stop nobody.",
        "{rows} lignes : {added} entrées ajoutées, {known} déjà connues, {nothing} lignes n'excluent personne.",
    ),
    "stops-lifted": Text("{lifted} entries lifted, {stands} stand.", "{lifted} entrées levées, {stands} maintenues."),
    "stops-rekeyed": Text("{moved} entries put under the active key.", "{moved} entrées passées sous la clé active."),
    "stops-written": Text("{entries} entries written to {path}.", "{entries} entrées écrites dans {path}."),
    "lift-grounds": Text(
        "A lift needs --cause ({causes}) and the day --on.", "Une levée demande --cause ({causes}) et le jour --on."
    ),
    "scrubbed": Text(
        "{kept} contacts may come in, {out} rows were kept out.",
        "{kept} contacts peuvent entrer, {out} lignes ont été écartées.",
    ),
    "audit-who": Text(
        "An entry needs --subject (the contact's id, written as a reference) and --actor.",
        "Une entrée demande --subject (l'id du contact, écrit en référence) et --actor.",
    ),
    "erased": Text(
        "{count} contacts erased; suppression list, log of erasures and results are written.",
        "{count} contacts effacés ; liste d'exclusion, journal des effacements et résultats sont écrits.",
    ),
    "replayed": Text(
        "{count} contacts erased again; the results are written.",
        "{count} contacts effacés à nouveau ; les résultats sont écrits.",
    ),
    "erase-whom": Text(
        "Name whom to erase with --id, or use --replay to erase again who stands in the log.",
        "Indiquez qui effacer par --id, ou --replay pour effacer à nouveau ceux du journal des effacements.",
    ),
    "nothing-erased": Text("Nobody had to be erased again.", "Personne n'était à effacer à nouveau."),
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
