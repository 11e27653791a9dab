"""Codes of the family `layout`."""

from __future__ import annotations

from contactbase.model.code import Code
from contactbase.model.enums import Severity
from contactbase.model.text import Text

__all__ = ["CODES"]

CODES: tuple[Code, ...] = (
    Code(
        id="layout.recognized",
        severity=Severity.INFO,
        title=Text("Layout recognized", "Disposition reconnue"),
        message=Text(
            "Read as {layout}: {mapped} of {columns} columns understood.",
            "Lu comme {layout} : {mapped} colonnes sur {columns} comprises.",
        ),
        why=Text(
            "The layout decides what each column means, what its codes stand for and how its dates are written.",
            "La disposition décide du sens de chaque colonne, de ses codes et de l'écriture de ses dates.",
        ),
        remedy=Text(
            "Nothing, if it is right; otherwise give the layout by name, or map single columns.",
            "Rien si c'est juste ; sinon donner la disposition par son nom, ou associer les colonnes une à une.",
        ),
        example="",
    ),
    Code(
        id="layout.columns",
        severity=Severity.INFO,
        title=Text("Columns understood", "Colonnes comprises"),
        message=Text(
            "Columns read as fields: {mapping}.",
            "Colonnes lues comme champs : {mapping}.",
        ),
        why=Text(
            "A column read as the wrong field makes every row wrong.",
            "Une colonne lue comme un autre champ fausse toutes les lignes.",
        ),
        remedy=Text(
            "Check the list once for each new kind of file.",
            "Vérifier la liste une fois pour chaque nouveau type de fichier.",
        ),
        example="",
    ),
    Code(
        id="layout.columns-kept",
        severity=Severity.INFO,
        title=Text("Columns kept as they are", "Colonnes gardées telles quelles"),
        message=Text(
            "Columns that mean nothing here were kept unchanged: {names}.",
            "Colonnes sans signification ici, gardées telles quelles : {names}.",
        ),
        why=Text(
            "They are written back with the contacts; nothing is lost, but no rule looks at them.",
            "Elles sont réécrites avec les contacts ; rien n'est perdu, mais aucune règle ne les regarde.",
        ),
        remedy=Text(
            "Map a column to a field when it holds one.",
            "Associer une colonne à un champ si elle en contient un.",
        ),
        example="",
    ),
    Code(
        id="layout.nothing-recognized",
        severity=Severity.ERROR,
        title=Text("No column recognized", "Aucune colonne reconnue"),
        message=Text(
            "None of the columns is known: {names}.",
            "Aucune colonne n'est connue : {names}.",
        ),
        why=Text(
            "Without a phone, e-mail or name column there is nothing to clean.",
            "Sans colonne de téléphone, d'e-mail ou de nom, il n'y a rien à nettoyer.",
        ),
        remedy=Text(
            "Name the columns in the first row, or map them to fields.",
            "Nommer les colonnes dans la première ligne, ou les associer à des champs.",
        ),
        example="",
    ),
    Code(
        id="layout.column-dropped",
        severity=Severity.WARNING,
        title=Text("Column never kept", "Colonne jamais conservée"),
        message=Text(
            "The column {name} holds secrets of the source system and was left out.",
            "La colonne {name} contient des secrets du système source et a été écartée.",
        ),
        why=Text(
            "Passwords and their hashes have no place in a contact file.",
            "Les mots de passe et leurs empreintes n'ont pas leur place dans un fichier de contacts.",
        ),
        remedy=Text(
            "Leave the column out of the next export.",
            "Retirer la colonne du prochain export.",
        ),
        example="",
    ),
    Code(
        id="layout.column-twice",
        severity=Severity.WARNING,
        title=Text("Two columns for one field", "Deux colonnes pour un champ"),
        message=Text(
            "The column {name} means a field that another column already gives; it was kept unchanged.",
            "La colonne {name} désigne un champ qu'une autre colonne donne déjà ; elle a été gardée telle quelle.",
        ),
        why=Text(
            "Joining two names or two birth dates would invent a third.",
            "Joindre deux noms ou deux dates de naissance en inventerait un troisième.",
        ),
        remedy=Text(
            "Map the right one of the two columns.",
            "Associer la bonne des deux colonnes.",
        ),
        example="",
    ),
    Code(
        id="layout.consent-without-channel",
        severity=Severity.WARNING,
        title=Text("Consent without a channel", "Consentement sans canal"),
        message=Text(
            "The column {name} looks like a consent but names no channel; it was kept, not read.",
            "La colonne {name} ressemble à un consentement mais ne nomme aucun canal ; elle a été gardée, pas lue.",
        ),
        why=Text(
            "Consent is given per channel: an opt-in to e-mail permits no SMS.",
            "Le consentement se donne par canal : un accord pour l'e-mail ne permet aucun SMS.",
        ),
        remedy=Text(
            "Map the column to opt_in_sms, opt_in_email, opt_in_post or opt_in_phone.",
            "Associer la colonne à opt_in_sms, opt_in_email, opt_in_post ou opt_in_phone.",
        ),
        example="",
    ),
    Code(
        id="layout.consent-unread",
        severity=Severity.WARNING,
        title=Text("Consent not read", "Consentement non lu"),
        message=Text(
            "The column {name} speaks of a consent in words that are not understood; it was kept, not read. "
            "Where yes in it means consent, map it to {fields}.",
            "La colonne {name} parle d'un consentement en des mots qui ne sont pas compris ; elle a été gardée, pas lue. "
            "Si oui y veut dire accord, l'associer à {fields}.",
        ),
        why=Text(
            "A consent that is not read permits nothing; one that is read wrongly permits what nobody agreed to.",
            "Un accord qui n'est pas lu ne permet rien ; un accord mal lu permet ce que personne n'a accepté.",
        ),
        remedy=Text(
            "Look at its cells: map it to the field that the message names, or to nothing to keep it beside.",
            "Regarder ses cellules : l'associer au champ que nomme le message, ou à rien pour la garder à côté.",
        ),
        example="",
    ),
    Code(
        id="layout.refusal-unread",
        severity=Severity.WARNING,
        title=Text("Refusal not read", "Refus non lu"),
        message=Text(
            "The column {name} speaks of a refusal in words that are not understood; it was kept, and nobody was opted "
            "out by it. Where yes or a date in it means no more messages, map it to {fields}.",
            "La colonne {name} parle d'un refus en des mots qui ne sont pas compris ; elle a été gardée, et n'a désinscrit "
            "personne. Si oui ou une date y veut dire plus de message, l'associer à {fields}.",
        ),
        why=Text(
            "Whoever said no must not be contacted, whatever their refusal is called in the file.",
            "Qui a dit non ne doit pas être contacté, quel que soit le nom de son refus dans le fichier.",
        ),
        remedy=Text(
            "Map it to the opt_out field that the message names, never to an opt_in one; to nothing if it is no refusal.",
            "L'associer au champ opt_out que nomme le message, jamais à un opt_in ; à rien si ce n'est pas un refus.",
        ),
        example="",
    ),
    Code(
        id="layout.refusal-widened",
        severity=Severity.WARNING,
        title=Text("Refusal read as one of every channel", "Refus lu comme celui de tous les canaux"),
        message=Text(
            "The column {name} names several channels, or one that may be two; a refusal in it was read as one of "
            "every channel.",
            "La colonne {name} nomme plusieurs canaux, ou un canal qui peut en être deux ; un refus y a été lu comme "
            "celui de tous les canaux.",
        ),
        why=Text(
            "A column is one field; the wider reading bothers nobody who said no.",
            "Une colonne est un champ ; la lecture la plus large ne dérange personne qui a dit non.",
        ),
        remedy=Text(
            "Give a column for each channel, or map this one to the opt_out field of its channel.",
            "Donner une colonne par canal, ou associer celle-ci au champ opt_out de son canal.",
        ),
        example="",
    ),
    Code(
        id="layout.partners-consent",
        severity=Severity.WARNING,
        title=Text("What partners may do", "Ce que peuvent faire des partenaires"),
        message=Text(
            "The column {name} is about partners or third parties; it was kept, and permits and forbids us nothing.",
            "La colonne {name} concerne des partenaires ou des tiers ; elle a été gardée, et ne nous permet ni ne nous "
            "interdit rien.",
        ),
        why=Text(
            "A consent is for whom it was given to: an agreement to offers of partners is none to ours.",
            "Un accord vaut pour celui à qui il est donné : accepter les offres de partenaires n'est pas accepter les nôtres.",
        ),
        remedy=Text(
            "Map it to nothing to keep it beside; never map it to opt_in_sms or another opt_in field.",
            "L'associer à rien pour la garder à côté ; ne jamais l'associer à opt_in_sms ni à un autre champ opt_in.",
        ),
        example="",
    ),
    Code(
        id="layout.guessed-from-content",
        severity=Severity.WARNING,
        title=Text("Column recognized by its content", "Colonne reconnue à son contenu"),
        message=Text(
            "The column {name} has no usable header and was read as {mapped} because {share} % of its cells look like it.",
            "La colonne {name} n'a pas d'en-tête utilisable et a été lue comme {mapped} car {share} % de ses cellules y ressemblent.",
        ),
        why=Text(
            "A list without a header says nothing about itself.",
            "Une liste sans en-tête ne dit rien d'elle-même.",
        ),
        remedy=Text(
            "Write a header into the first line, or map the column.",
            "Écrire un en-tête dans la première ligne, ou associer la colonne.",
        ),
        example="",
    ),
    Code(
        id="layout.companions-read",
        severity=Severity.INFO,
        title=Text("Consents and events read along", "Consentements et événements lus avec"),
        message=Text(
            "{consents} consents and {events} events were read from the files beside this one.",
            "{consents} consentements et {events} événements ont été lus dans les fichiers voisins.",
        ),
        why=Text(
            "contacts.csv, consents.csv and events.csv are one base in three files.",
            "contacts.csv, consents.csv et events.csv sont une seule base en trois fichiers.",
        ),
        remedy=Text(
            "Nothing; keep the three files together.",
            "Rien ; garder les trois fichiers ensemble.",
        ),
        example="",
    ),
    Code(
        id="layout.companion-orphan",
        severity=Severity.ERROR,
        title=Text("Line of a contact that is not there", "Ligne d'un contact absent"),
        message=Text(
            "{count} lines of {name} belong to contacts that contacts.csv does not have.",
            "{count} lignes de {name} appartiennent à des contacts absents de contacts.csv.",
        ),
        why=Text(
            "A consent or a refusal without its contact protects nobody.",
            "Un consentement ou un refus sans son contact ne protège personne.",
        ),
        remedy=Text(
            "Put the contacts back, or take the lines out.",
            "Remettre les contacts, ou retirer les lignes.",
        ),
        example="",
    ),
    Code(
        id="layout.not-held",
        severity=Severity.WARNING,
        title=Text("No place in the vendor's file", "Sans place dans le fichier du fournisseur"),
        message=Text(
            "A file of {layout} has no place for {name}: {count} contacts lose it, or a part of it, there.",
            "Un fichier {layout} n'a pas de place pour {name} : {count} contacts l'y perdent, en tout ou en partie.",
        ),
        why=Text(
            "What the vendor's file cannot hold does not come back from it.",
            "Ce que le fichier du fournisseur ne peut contenir n'en revient pas.",
        ),
        remedy=Text(
            "Keep the base itself as contactbase writes it; the vendor's file is a copy.",
            "Garder la base telle que contactbase l'écrit ; le fichier du fournisseur est une copie.",
        ),
        example="",
    ),
    Code(
        id="layout.refused-left-out",
        severity=Severity.WARNING,
        title=Text("Refusals that the file cannot say", "Refus que le fichier ne peut dire"),
        message=Text(
            "{count} contacts refused a channel of {layout} and are left out: its file has no column that says so.",
            "{count} contacts ont refusé un canal de {layout} et sont écartés : son fichier n'a pas de colonne pour le dire.",
        ),
        why=Text(
            "Imported without their refusal they would be written to.",
            "Importés sans leur refus, ils recevraient des messages.",
        ),
        remedy=Text(
            "Give them to the vendor as its list of opt-outs.",
            "Les donner au fournisseur comme sa liste de désinscrits.",
        ),
        example="",
    ),
    Code(
        id="layout.empty-left-out",
        severity=Severity.WARNING,
        title=Text("Contacts that the vendor cannot use", "Contacts inutilisables pour le fournisseur"),
        message=Text(
            "{count} contacts have nothing that a file of {layout} needs and are left out.",
            "{count} contacts n'ont rien de ce qu'un fichier {layout} exige et sont écartés.",
        ),
        why=Text(
            "A row without a number or an address is refused, or counted, by the vendor.",
            "Une ligne sans numéro ni adresse est refusée, ou comptée, par le fournisseur.",
        ),
        remedy=Text(
            "Select those that can be reached on the channel.",
            "Sélectionner ceux qui sont joignables sur le canal.",
        ),
        example="",
    ),
    Code(
        id="layout.consent-not-written",
        severity=Severity.WARNING,
        title=Text("Consent not written as yes", "Consentement non écrit comme oui"),
        message=Text(
            "{count} consents were not written as yes into the file of {layout}: the ledger does not allow them here.",
            "{count} consentements n'ont pas été écrits comme oui dans le fichier {layout} : le registre ne les permet pas.",
        ),
        why=Text(
            "A consent counts as of a day, dated, proved and for the address in the row; the vendor would take yes as such.",
            "Un consentement vaut à une date, daté, prouvé et pour l'adresse écrite ; le fournisseur prendrait le oui pour tel.",
        ),
        remedy=Text(
            "Give as_of, and add the days and proofs of the consents.",
            "Donner as_of, et ajouter les dates et preuves des consentements.",
        ),
        example="",
    ),
)
