"""Codes of the family `suppression`: who must not be reached and why, and what happened to the list."""

from __future__ import annotations

import datetime as dt

from contactbase.model.code import Code
from contactbase.model.enums import Severity
from contactbase.model.source import Citation, Confidence
from contactbase.model.text import Text

__all__ = ["CODES"]

_OBJECTION = Citation(
    authority="CNIL",
    instrument="liste repoussoir (27 January 2022); GDPR art. 21(2) and (3)",
    locator="the right to object to prospecting is absolute, free and needs no reason",
    read_on=dt.date(2026, 11, 20),
    confidence=Confidence.OFFICIAL,
)
_LEAVE_OUT = Text(
    "Leave the address out of every send, and keep the entry.",
    "Exclure l'adresse de tout envoi, et garder l'entrée.",
)
_LISTED = Text(
    "Whoever writes to somebody on this list does it against their word, and may be fined for each message.",
    "Écrire à quelqu'un qui figure sur cette liste, c'est le faire contre sa parole, avec une amende possible par message.",
)

CODES: tuple[Code, ...] = (
    Code(
        id="suppression.optout",
        severity=Severity.WARNING,
        title=Text("Unsubscribed", "Désabonné"),
        message=Text(
            "The person asked not to be contacted at this address.",
            "La personne a demandé à ne pas être contactée à cette adresse.",
        ),
        why=_LISTED,
        remedy=_LEAVE_OUT,
        example="STOP",
        citation=_OBJECTION,
    ),
    Code(
        id="suppression.complaint",
        severity=Severity.WARNING,
        title=Text("Complained", "Plainte"),
        message=Text(
            "The person reported a message as spam or complained about it.",
            "La personne a signalé un message comme indésirable ou s'en est plainte.",
        ),
        why=Text(
            "A complaint outlives a later START: only a decision by hand, with its reason, may end it.",
            "Une plainte survit à un START ultérieur : seule une décision humaine motivée peut y mettre fin.",
        ),
        remedy=_LEAVE_OUT,
        citation=_OBJECTION,
    ),
    Code(
        id="suppression.hard-bounce",
        severity=Severity.WARNING,
        title=Text("Dead address", "Adresse morte"),
        message=Text(
            "Messages to this address came back for good.", "Les messages à cette adresse reviennent définitivement."
        ),
        why=Text(
            "Senders who keep writing to dead addresses are taken for spammers, and then reach nobody.",
            "Qui continue d'écrire à des adresses mortes passe pour un spammeur et n'atteint plus personne.",
        ),
        remedy=Text(
            "Leave the address out; the person may have another one.",
            "Exclure l'adresse ; la personne en a peut-être une autre.",
        ),
    ),
    Code(
        id="suppression.erasure",
        severity=Severity.WARNING,
        title=Text("Erased person", "Personne effacée"),
        message=Text(
            "The data of this person were erased at their request or at the end of their period.",
            "Les données de cette personne ont été effacées à sa demande ou en fin de durée.",
        ),
        why=Text(
            "Importing an old file brings erased people back; the fingerprint is what stops it.",
            "Importer un vieux fichier fait revenir les personnes effacées ; l'empreinte est ce qui l'empêche.",
        ),
        remedy=Text(
            "Do not store the row. Only a new collection from the person lifts this.",
            "Ne pas enregistrer la ligne. Seule une nouvelle collecte auprès de la personne lève l'interdiction.",
        ),
    ),
    Code(
        id="suppression.legal",
        severity=Severity.WARNING,
        title=Text("Legal restriction", "Restriction légale"),
        message=Text(
            "The use of the data of this person is restricted.",
            "L'utilisation des données de cette personne est limitée.",
        ),
        why=Text(
            "While a restriction holds (GDPR art. 18) data may be stored and nothing else.",
            "Tant qu'une limitation court (RGPD art. 18), les données peuvent être conservées et rien d'autre.",
        ),
        remedy=Text(
            "Use the data for nothing until it is lifted by hand.",
            "Ne rien faire des données avant la levée, à la main.",
        ),
    ),
    Code(
        id="suppression.manual",
        severity=Severity.WARNING,
        title=Text("Stopped by hand", "Exclu à la main"),
        message=Text(
            "Somebody of the company put this address on the list.",
            "Quelqu'un de l'entreprise a mis cette adresse sur la liste.",
        ),
        why=_LISTED,
        remedy=_LEAVE_OUT,
    ),
    Code(
        id="suppression.shared-address",
        severity=Severity.WARNING,
        title=Text("Address of somebody else", "Adresse d'un tiers"),
        message=Text(
            "This address is known to belong to others than the person (a switchboard, a seller, a reassigned number).",
            "Cette adresse est connue pour être celle d'un tiers (standard, vendeur, numéro réattribué).",
        ),
        why=Text(
            "A message there reaches somebody who never asked for it.",
            "Un message y atteint quelqu'un qui n'a rien demandé.",
        ),
        remedy=_LEAVE_OUT,
    ),
    Code(
        id="suppression.partly",
        severity=Severity.INFO,
        title=Text("Stopped on one channel", "Exclu d'un canal"),
        message=Text(
            "The contact was kept, but {channel} is closed or has lost an address ({reason}).",
            "Le contact a été gardé, mais le canal {channel} est fermé ou a perdu une adresse ({reason}).",
        ),
        why=Text(
            "Somebody who refuses one channel has not refused the others.",
            "Qui refuse un canal n'a pas refusé les autres.",
        ),
        remedy=Text("Nothing to do: the list stops the messages.", "Rien à faire : la liste arrête les messages."),
    ),
    Code(
        id="suppression.duplicate",
        severity=Severity.WARNING,
        title=Text("Address already in", "Adresse déjà présente"),
        message=Text(
            "Every address of this contact came in with an earlier one.",
            "Toutes les adresses de ce contact sont déjà entrées avec un contact précédent.",
        ),
        why=Text("Nobody wants the same message twice.", "Personne ne veut deux fois le même message."),
        remedy=Text(
            "Import it once, or merge the two contacts.", "L'importer une fois, ou fusionner les deux contacts."
        ),
    ),
    Code(
        id="suppression.unreadable-address",
        severity=Severity.ERROR,
        title=Text("Address to stop not read", "Adresse à exclure illisible"),
        message=Text(
            "The text is no {kind} address, so nobody was put on the list.",
            "Le texte n'est pas une adresse {kind} : personne n'a été ajouté à la liste.",
        ),
        why=Text(
            "A STOP that is not recorded is a person who is written to again.",
            "Un STOP non enregistré, c'est une personne à qui l'on réécrit.",
        ),
        remedy=Text("Correct the address and add it again.", "Corriger l'adresse et l'ajouter à nouveau."),
        example="lea,durand@example.org",
    ),
    Code(
        id="suppression.unknown-key",
        severity=Severity.ERROR,
        title=Text("Entries under a missing key", "Entrées sous une clé absente"),
        message=Text(
            "{count} entries are under a key that is not in the ring; the people behind them are not recognized.",
            "{count} entrées sont sous une clé absente du trousseau ; les personnes concernées ne sont pas reconnues.",
        ),
        why=Text(
            "Without their key these people would be written to although they said no.",
            "Sans leur clé, on écrirait à ces personnes alors qu'elles ont dit non.",
        ),
        remedy=Text(
            "Find the old key and put it back into the ring.", "Retrouver l'ancienne clé et la remettre au trousseau."
        ),
    ),
    Code(
        id="suppression.lifted",
        severity=Severity.INFO,
        title=Text("Prohibition lifted", "Interdiction levée"),
        message=Text("An entry ({reason}) was lifted ({cause}).", "Une entrée ({reason}) a été levée ({cause})."),
        why=Text(
            "Lifting a prohibition is an act that must be shown later.",
            "Lever une interdiction est un acte qu'il faudra pouvoir montrer.",
        ),
        remedy=Text("Keep the proof.", "Garder la preuve."),
    ),
    Code(
        id="suppression.not-lifted",
        severity=Severity.WARNING,
        title=Text("Prohibition stands", "Interdiction maintenue"),
        message=Text(
            "An entry ({reason}) stands: {cause} does not lift it, or is not later than the last statement.",
            "Une entrée ({reason}) est maintenue : {cause} ne la lève pas, ou n'est pas postérieur à la dernière déclaration.",
        ),
        why=Text(
            "A START does not undo a complaint, and a consent older than the STOP undoes nothing.",
            "Un START n'annule pas une plainte, et un consentement antérieur au STOP n'annule rien.",
        ),
        remedy=Text(
            "See in the documentation which cause lifts which reason.",
            "Voir dans la documentation quelle cause lève quel motif.",
        ),
    ),
    Code(
        id="suppression.unreadable-hash",
        severity=Severity.ERROR,
        title=Text("Hash not read", "Empreinte illisible"),
        message=Text(
            "The text is no {algorithm} hash, so nobody was put on the list.",
            "Le texte n'est pas une empreinte {algorithm} : personne n'a été ajouté à la liste.",
        ),
        why=Text(
            "A hash that is cut off or of another algorithm never matches anybody.",
            "Une empreinte tronquée ou d'un autre algorithme ne correspond jamais à personne.",
        ),
        remedy=Text(
            "Name the right algorithm, or export the list again.", "Indiquer le bon algorithme, ou réexporter la liste."
        ),
    ),
    Code(
        id="suppression.unmatched-hashes",
        severity=Severity.INFO,
        title=Text("Hashes that match nobody yet", "Empreintes sans correspondance"),
        message=Text(
            "{count} of {total} hashes match no contact of the base; they were kept and are looked up every time.",
            "{count} empreintes sur {total} ne correspondent à aucun contact de la base ; elles sont gardées et consultées à chaque fois.",
        ),
        why=Text(
            "A hash may be of a person who is not in the base yet, or of a spelling nobody can guess.",
            "Une empreinte peut être celle d'une personne pas encore dans la base, ou d'une graphie indevinable.",
        ),
        remedy=Text(
            "If hardly any match, check the algorithm and how addresses were written before hashing.",
            "Si presque aucune ne correspond, vérifier l'algorithme et la graphie des adresses avant hachage.",
        ),
    ),
    Code(
        id="suppression.not-a-stop",
        severity=Severity.INFO,
        title=Text("Row that stops nobody", "Ligne qui n'exclut personne"),
        message=Text(
            "The row says that the address is active ({status}); it was not put on the list.",
            "La ligne dit que l'adresse est active ({status}) ; elle n'a pas été ajoutée à la liste.",
        ),
        why=Text(
            "Exports of subscribers hold active people beside those who left.",
            "Les exports d'abonnés mêlent les actifs et ceux qui sont partis.",
        ),
        remedy=Text("Nothing to do.", "Rien à faire."),
    ),
    Code(
        id="suppression.unknown-status",
        severity=Severity.WARNING,
        title=Text("Unknown status taken as a STOP", "Statut inconnu pris pour un STOP"),
        message=Text(
            "The row has a status that the layout does not know; it was taken as an opt-out.",
            "La ligne porte un statut que le format ne connaît pas ; elle a été prise pour un désabonnement.",
        ),
        why=Text(
            "In a list of people to leave alone, doubt is decided for the person.",
            "Dans une liste de personnes à laisser tranquilles, le doute profite à la personne.",
        ),
        remedy=Text(
            "Look at the row and lift the entry if it is wrong.",
            "Regarder la ligne et lever l'entrée si elle est fausse.",
        ),
    ),
    Code(
        id="suppression.undated",
        severity=Severity.INFO,
        title=Text("STOP without a date", "STOP sans date"),
        message=Text(
            "The day of {count} prohibitions is unknown; they count as newer than any consent.",
            "Le jour de {count} interdictions est inconnu ; elles comptent comme postérieures à tout consentement.",
        ),
        why=Text(
            "Without a day nobody can show that a consent came later.",
            "Sans date, personne ne peut montrer qu'un consentement est postérieur.",
        ),
        remedy=Text("Find the day where it is recorded.", "Retrouver la date là où elle est enregistrée."),
    ),
    Code(
        id="suppression.old-key",
        severity=Severity.INFO,
        title=Text("Entries still under an old key", "Entrées encore sous une ancienne clé"),
        message=Text(
            "{count} entries stay under an old key, because their addresses are in no base; keep that key.",
            "{count} entrées restent sous une ancienne clé, car leurs adresses ne sont dans aucune base ; gardez cette clé.",
        ),
        why=Text(
            "A fingerprint cannot be turned into one under another key; who throws the key away forgets these people.",
            "Une empreinte ne se convertit pas sous une autre clé ; jeter la clé, c'est oublier ces personnes.",
        ),
        remedy=Text("Keep the old key in the ring.", "Garder l'ancienne clé dans le trousseau."),
    ),
)
