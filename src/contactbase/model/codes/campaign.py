"""Codes of campaigns: texts of messages (`sms`), what comes back (`return`), hours (`sending`), revenue (`revenue`)."""

from __future__ import annotations

from typing import Final

from contactbase.model.code import Code
from contactbase.model.enums import Severity
from contactbase.model.source import Citation, Confidence
from contactbase.model.text import Text

__all__ = ["CODES"]

_GSM: Final = Citation(authority="3GPP", instrument="TS 23.038 and 23.040", confidence=Confidence.VENDOR)
_GUIDE: Final = Citation(
    authority="SMSBOX, Odeis", instrument="guides on SMS contact bases", confidence=Confidence.VENDOR
)
_SENDER: Final = Citation(authority="3GPP", instrument="TS 23.040", locator="9.1.2.5", confidence=Confidence.VENDOR)
_AF2M: Final = Citation(
    authority="AF2M", instrument="Business Messaging charter", url="https://af2m.org", confidence=Confidence.OFFICIAL
)
_CPCE: Final = Citation(
    authority="France",
    instrument="code des postes et des communications électroniques",
    locator="art. L.34-5",
    confidence=Confidence.OFFICIAL,
)

_AF2M_HOURS: Final = Citation(
    authority="AF2M",
    instrument="Business Messaging charter 2024",
    url="https://af2m.org",
    confidence=Confidence.OFFICIAL,
)
_WINDOW_DATES: Final = Citation(
    authority="contactbase", instrument="dates and weekdays of a window, see its own citations"
)

CODES: tuple[Code, ...] = (
    Code(
        id="sms.too-long",
        severity=Severity.WARNING,
        title=Text("Longer than one SMS", "Plus long qu'un SMS"),
        message=Text(
            "The text has {units} units and makes {segments} SMS, more than {most}.",
            "Le texte compte {units} unités et fait {segments} SMS, plus que {most}.",
        ),
        why=Text(
            "Each part is paid like a message; 160 septets fit in one, 153 in each part of a longer one (70 and 67 in UCS-2).",
            "Chaque partie se paie comme un message ; 160 septets tiennent dans un seul, 153 dans chaque partie d'un plus long (70 et 67 en UCS-2).",
        ),
        remedy=Text("Shorten the text, or accept the price.", "Raccourcir le texte, ou accepter le prix."),
        citation=_GSM,
    ),
    Code(
        id="sms.unicode-forced",
        severity=Severity.WARNING,
        title=Text("A character makes the message dear", "Un caractère rend le message plus cher"),
        message=Text(
            '{character} ({unicode}) at position {position} makes the message UCS-2: {segments} SMS, {plain} in the GSM alphabet. Write "{replacement}".',
            "{character} ({unicode}) en position {position} fait passer le message en UCS-2 : {segments} SMS, {plain} dans l'alphabet GSM. Écrire « {replacement} ».",
        ),
        why=Text(
            "One character outside the GSM alphabet takes 16 bits for every character, and a message holds 70 instead of 160.",
            "Un seul caractère hors de l'alphabet GSM met tous les caractères sur 16 bits, et un message en contient 70 au lieu de 160.",
        ),
        remedy=Text(
            "Write the replacement, or let `cb.sms.transliterate` do it.",
            "Écrire le remplacement, ou laisser `cb.sms.transliterate` le faire.",
        ),
        example="jusqu’au",
        citation=_GSM,
    ),
    Code(
        id="sms.unicode-without-replacement",
        severity=Severity.WARNING,
        title=Text("A character that nothing replaces", "Un caractère que rien ne remplace"),
        message=Text(
            "{character} ({unicode}) at position {position} makes the message UCS-2: {segments} SMS; nothing in the GSM alphabet reads like it.",
            "{character} ({unicode}) en position {position} fait passer le message en UCS-2 : {segments} SMS ; rien dans l'alphabet GSM ne se lit comme lui.",
        ),
        why=Text(
            "One character outside the GSM alphabet takes 16 bits for every character, and a message holds 70 instead of 160.",
            "Un seul caractère hors de l'alphabet GSM met tous les caractères sur 16 bits, et un message en contient 70 au lieu de 160.",
        ),
        remedy=Text("Leave it out, or accept the price.", "S'en passer, ou accepter le prix."),
        citation=_GSM,
    ),
    Code(
        id="sms.sender-not-first",
        severity=Severity.WARNING,
        title=Text("The sender is not first", "L'expéditeur n'est pas en tête"),
        message=Text(
            "The text does not begin with the sender's name.", "Le texte ne commence pas par le nom de l'expéditeur."
        ),
        why=Text(
            "A message from nobody is taken for spam and reported to 33700; guides say to give your name first.",
            "Un message de personne passe pour du spam et se signale au 33700 ; les guides demandent de se nommer d'abord.",
        ),
        remedy=Text("Begin with the name of the shop.", "Commencer par le nom du magasin."),
        citation=_GUIDE,
    ),
    Code(
        id="sms.sender-too-long",
        severity=Severity.WARNING,
        title=Text("Sender id too long", "Identifiant d'expéditeur trop long"),
        message=Text(
            "The sender id has {units} septets, more than {most}.",
            "L'identifiant d'expéditeur compte {units} septets, plus que {most}.",
        ),
        why=Text(
            "A name of more than 11 characters does not fit in the address field; operators cut or refuse it.",
            "Un nom de plus de 11 caractères ne tient pas dans le champ d'adresse ; les opérateurs le coupent ou le refusent.",
        ),
        remedy=Text("Choose a shorter name.", "Choisir un nom plus court."),
        example="MAISON DE LEA BIJOUX",
        citation=_SENDER,
    ),
    Code(
        id="sms.sender-characters",
        severity=Severity.WARNING,
        title=Text("Sender id outside the GSM alphabet", "Identifiant d'expéditeur hors de l'alphabet GSM"),
        message=Text(
            "The sender id holds {unicode}, which no sender can show.",
            "L'identifiant d'expéditeur contient {unicode}, qu'aucun expéditeur ne peut afficher.",
        ),
        why=Text(
            "The address field is always written in the GSM alphabet; other characters arrive changed or not at all.",
            "Le champ d'adresse s'écrit toujours dans l'alphabet GSM ; les autres caractères arrivent changés ou pas du tout.",
        ),
        remedy=Text(
            "Write the name with letters of the GSM alphabet.", "Écrire le nom avec des lettres de l'alphabet GSM."
        ),
        example="Hôtel",
        citation=_SENDER,
    ),
    Code(
        id="sms.capitals",
        severity=Severity.WARNING,
        title=Text("Too many capitals", "Trop de majuscules"),
        message=Text(
            "{percent} % of the letters are capitals, more than {most} %.",
            "{percent} % des lettres sont des majuscules, plus que {most} %.",
        ),
        why=Text(
            "Capitals read as shouting, and filters count them.",
            "Les majuscules se lisent comme des cris, et les filtres les comptent.",
        ),
        remedy=Text("Keep capitals for the name and one word.", "Garder les majuscules pour le nom et un mot."),
        citation=_GUIDE,
    ),
    Code(
        id="sms.stop-missing",
        severity=Severity.WARNING,
        title=Text("No STOP mention", "Pas de mention STOP"),
        message=Text(
            'Nothing says how to stop these messages; "{mention}" adds {units} units and makes {segments} SMS.',
            "Rien ne dit comment arrêter ces messages ; « {mention} » ajoute {units} unités et fait {segments} SMS.",
        ),
        why=Text(
            "Whoever prospects must offer a simple and free way to object in each message.",
            "Qui prospecte doit offrir dans chaque message un moyen simple et gratuit de s'opposer.",
        ),
        remedy=Text("Add the mention with your code.", "Ajouter la mention avec votre numéro court."),
        citation=_AF2M,
    ),
    Code(
        id="sms.stop-code",
        severity=Severity.WARNING,
        title=Text("STOP without a promotional code", "STOP sans numéro court promotionnel"),
        message=Text(
            'The STOP mention names the code {code}; write it as "{mention}".',
            "La mention STOP nomme le numéro {code} ; l'écrire « {mention} ».",
        ),
        why=Text(
            "Promotional messages come from 36xxx codes, and only an answer to that code reaches the list; 38xxx is for transactional ones.",
            "Les messages promotionnels viennent de numéros 36xxx, et seule une réponse à ce numéro atteint la liste ; 38xxx est transactionnel.",
        ),
        remedy=Text("Name the 36xxx code of your provider.", "Nommer le numéro 36xxx de votre prestataire."),
        example="STOP au 38123",
        citation=_AF2M,
    ),
    Code(
        id="sms.offer-without-end",
        severity=Severity.WARNING,
        title=Text("Offer without an end", "Offre sans date de fin"),
        message=Text(
            "The text makes an offer and does not say until when.", "Le texte fait une offre sans dire jusqu'à quand."
        ),
        why=Text(
            "An offer without an end moves nobody, and can still be claimed a year later.",
            "Une offre sans fin ne presse personne, et peut être réclamée un an plus tard.",
        ),
        remedy=Text("Say the last day.", "Dire le dernier jour."),
        example="-20% sur les bijoux",
        citation=_GUIDE,
    ),
    Code(
        id="sms.offer-in-service",
        severity=Severity.WARNING,
        title=Text("Offer in a message of another purpose", "Offre dans un message d'un autre but"),
        message=Text(
            "The text makes an offer, but its purpose is not marketing.",
            "Le texte fait une offre, mais son but n'est pas la prospection.",
        ),
        why=Text(
            "Any message that promotes goods or services is prospecting (art. L.34-5 CPCE), whatever it is called, and needs consent and STOP.",
            "Tout message qui promeut des biens ou services est de la prospection (art. L.34-5 CPCE), quel que soit son nom, et demande consentement et STOP.",
        ),
        remedy=Text("Take the offer out, or send it as marketing.", "Retirer l'offre, ou l'envoyer comme prospection."),
        citation=_CPCE,
    ),
    Code(
        id="sms.long-link",
        severity=Severity.WARNING,
        title=Text("Long link", "Lien long"),
        message=Text(
            "The link at position {position} costs {units} units, more than {most}.",
            "Le lien en position {position} coûte {units} unités, plus que {most}.",
        ),
        why=Text(
            "A long link takes the room of the message and is cut on some telephones.",
            "Un lien long prend la place du message et se coupe sur certains téléphones.",
        ),
        remedy=Text("Use a short link of your own domain.", "Utiliser un lien court de votre propre domaine."),
        example="https://www.example.org/boutique/bijoux",
        citation=_GUIDE,
    ),
    Code(
        id="sms.value-missing",
        severity=Severity.WARNING,
        title=Text("Value missing for a place of the template", "Valeur manquante pour un champ du modèle"),
        message=Text(
            "{count} of {total} recipients have no {place}, and the template says nothing instead.",
            "{count} destinataires sur {total} n'ont pas de {place}, et le modèle ne dit rien à la place.",
        ),
        why=Text(
            '"Bonjour ," tells a customer that nobody knows them.',
            "« Bonjour , » dit au client que personne ne le connaît.",
        ),
        remedy=Text(
            "Write what stands instead ({first_name|dear customer}), or leave these recipients out.",
            "Écrire ce qui le remplace ({prénom|cher client}), ou écarter ces destinataires.",
        ),
        citation=_GUIDE,
    ),
    Code(
        id="sms.value-forces-unicode",
        severity=Severity.WARNING,
        title=Text("Values make some messages dear", "Des valeurs rendent certains messages plus chers"),
        message=Text(
            "For {count} of {total} recipients a value forces UCS-2; {more} SMS more in all.",
            "Pour {count} destinataires sur {total}, une valeur force l'UCS-2 ; {more} SMS de plus en tout.",
        ),
        why=Text(
            "The template is cheap, but a first name such as Zoë or Anaïs is not.",
            "Le modèle est bon marché, mais un prénom comme Zoë ou Anaïs ne l'est pas.",
        ),
        remedy=Text(
            "Transliterate the merged texts, or accept the price.",
            "Translittérer les textes fusionnés, ou accepter le prix.",
        ),
        example="Zoë",
        citation=_GSM,
    ),
    Code(
        id="return.not-a-report",
        severity=Severity.ERROR,
        title=Text("No report of a known form", "Pas un rapport d'une forme connue"),
        message=Text(
            "The message is no delivery report (RFC 3464) or complaint (RFC 5965).",
            "Le message n'est ni un rapport de remise (RFC 3464) ni une plainte (RFC 5965).",
        ),
        why=Text(
            "The mailbox for returns also gets answers and prose; guessing an address from prose would silence the wrong person.",
            "La boîte des retours reçoit aussi des réponses et de la prose ; y deviner une adresse ferait taire la mauvaise personne.",
        ),
        remedy=Text("Read it by hand.", "Le lire à la main."),
    ),
    Code(
        id="return.no-recipient",
        severity=Severity.ERROR,
        title=Text("No recipient", "Pas de destinataire"),
        message=Text("The report names no address that can be read.", "Le rapport ne nomme aucune adresse lisible."),
        why=Text(
            "Without the address nobody can be left alone; some providers hide it.",
            "Sans l'adresse, personne ne peut être laissé tranquille ; certains fournisseurs la masquent.",
        ),
        remedy=Text("Find the recipient by the message id.", "Retrouver le destinataire par l'identifiant du message."),
    ),
    Code(
        id="return.no-status",
        severity=Severity.WARNING,
        title=Text("No status code", "Pas de code d'état"),
        message=Text(
            "The report gives no status code; it counts as unknown, like a soft bounce.",
            "Le rapport ne donne pas de code d'état ; il compte comme inconnu, comme un retour temporaire.",
        ),
        why=Text(
            "Taking it for a dead address would lose good ones.",
            "Le prendre pour une adresse morte en perdrait de bonnes.",
        ),
        remedy=Text("Nothing, unless it comes again.", "Rien, sauf s'il revient."),
    ),
    Code(
        id="return.not-a-complaint",
        severity=Severity.INFO,
        title=Text("A report that is no complaint", "Un rapport qui n'est pas une plainte"),
        message=Text(
            "The report says not spam, or a failure of authentication; nobody complained.",
            "Le rapport dit non-spam, ou un échec d'authentification ; personne ne s'est plaint.",
        ),
        why=Text(
            "Silencing somebody who said 'not spam' would be wrong, and so would be taking back an earlier complaint.",
            "Faire taire qui a dit « non-spam » serait faux, et annuler une plainte antérieure aussi.",
        ),
        remedy=Text(
            "For a failure of authentication, check SPF, DKIM and DMARC.",
            "Pour un échec d'authentification, vérifier SPF, DKIM et DMARC.",
        ),
    ),
    Code(
        id="return.number-unreadable",
        severity=Severity.ERROR,
        title=Text("Number that cannot be read", "Numéro illisible"),
        message=Text("The row names no number that can be read.", "La ligne ne nomme aucun numéro lisible."),
        why=Text(
            "A result without its number says nothing about anybody.",
            "Un résultat sans son numéro ne dit rien de personne.",
        ),
        remedy=Text("Correct the number, or leave the row.", "Corriger le numéro, ou laisser la ligne."),
    ),
    Code(
        id="return.status-unknown",
        severity=Severity.WARNING,
        title=Text("Status word that nobody knows", "Mot d'état inconnu"),
        message=Text(
            "The status of this row is no word that is known here; nothing was concluded.",
            "L'état de cette ligne n'est pas un mot connu ici ; rien n'en a été conclu.",
        ),
        why=Text(
            "Taking an unknown word for success or failure would be a guess.",
            "Prendre un mot inconnu pour un succès ou un échec serait deviner.",
        ),
        remedy=Text("Write the status in one of the known words.", "Écrire l'état avec un des mots connus."),
    ),
    Code(
        id="return.unassigned",
        severity=Severity.WARNING,
        title=Text("Number not assigned", "Numéro non attribué"),
        message=Text("Nobody has this number.", "Personne n'a ce numéro."),
        why=Text(
            "Messages to it are paid and lost, and the number may be given to somebody else.",
            "Les messages y sont payés et perdus, et le numéro peut être donné à quelqu'un d'autre.",
        ),
        remedy=Text("Suppress the number.", "Supprimer le numéro des envois."),
    ),
    Code(
        id="return.invalid",
        severity=Severity.WARNING,
        title=Text("Number invalid", "Numéro invalide"),
        message=Text("The network says that this is no number.", "Le réseau dit que ce n'est pas un numéro."),
        why=Text("Messages to it are paid and lost.", "Les messages y sont payés et perdus."),
        remedy=Text("Correct or suppress the number.", "Corriger le numéro ou le supprimer des envois."),
    ),
    Code(
        id="return.duplicate",
        severity=Severity.INFO,
        title=Text("Number twice", "Numéro en double"),
        message=Text(
            "The number came before in this file; the newest result was kept.",
            "Le numéro est déjà venu dans ce fichier ; le résultat le plus récent a été gardé.",
        ),
        why=Text("A number looked up twice was paid twice.", "Un numéro interrogé deux fois a été payé deux fois."),
        remedy=Text("Nothing to do.", "Rien à faire."),
    ),
    Code(
        id="return.contradiction",
        severity=Severity.WARNING,
        title=Text("Two results that disagree", "Deux résultats contradictoires"),
        message=Text(
            "The number came before with another result of the same day; the one that shows life was kept.",
            "Le numéro est déjà venu avec un autre résultat du même jour ; celui qui montre une activité a été gardé.",
        ),
        why=Text(
            "A good number must not be lost to a hiccup of the network.",
            "Un bon numéro ne doit pas être perdu pour un hoquet du réseau.",
        ),
        remedy=Text("Look the number up again.", "Interroger de nouveau le numéro."),
    ),
    Code(
        id="return.ported",
        severity=Severity.INFO,
        title=Text("Number ported", "Numéro porté"),
        message=Text(
            "The number is on another network than the one that first had it.",
            "Le numéro est sur un autre réseau que celui qui l'avait d'abord.",
        ),
        why=Text(
            "The prefix of a ported number says nothing about its operator; the history of portings is kept apart.",
            "Le préfixe d'un numéro porté ne dit rien de son opérateur ; l'historique des portages est gardé à part.",
        ),
        remedy=Text("Nothing to do.", "Rien à faire."),
    ),
    Code(
        id="return.international",
        severity=Severity.INFO,
        title=Text("Number from abroad", "Numéro étranger"),
        message=Text(
            "The number does not belong to the regions that count as home.",
            "Le numéro n'appartient pas aux régions qui comptent comme nationales.",
        ),
        why=Text(
            "Abroad messages cost more and follow other rules.",
            "À l'étranger, les messages coûtent plus cher et suivent d'autres règles.",
        ),
        remedy=Text(
            "Leave it out, or send by the rules of its country.", "L'écarter, ou envoyer selon les règles de son pays."
        ),
    ),
    Code(
        id="return.undated",
        severity=Severity.WARNING,
        title=Text("No date", "Pas de date"),
        message=Text(
            "The row names no day that can be read; its event has none.",
            "La ligne ne nomme aucun jour lisible ; son événement n'en a pas.",
        ),
        why=Text(
            "An undated refusal counts as the newest; an undated click prolongs nothing.",
            "Un refus sans date compte comme le plus récent ; un clic sans date ne prolonge rien.",
        ),
        remedy=Text("Add the date of the report.", "Ajouter la date du rapport."),
    ),
    Code(
        id="return.no-open",
        severity=Severity.WARNING,
        title=Text("An open that cannot be", "Une ouverture impossible"),
        message=Text(
            "Only an e-mail can be seen to be opened; the row gave no event.",
            "Seule l'ouverture d'un e-mail peut se voir ; la ligne n'a donné aucun événement.",
        ),
        why=Text(
            "Telephones do not report that an SMS was read; a rate of opens of SMS is a sales claim.",
            "Les téléphones ne signalent pas la lecture d'un SMS ; un taux d'ouverture de SMS est un argument commercial.",
        ),
        remedy=Text("Count clicks instead.", "Compter plutôt les clics."),
    ),
    Code(
        id="revenue.concentrated",
        severity=Severity.WARNING,
        title=Text("One customer brings most of the revenue", "Un client fait l'essentiel du chiffre d'affaires"),
        message=Text(
            "One customer brings {percent} % of the revenue.", "Un client fait {percent} % du chiffre d'affaires."
        ),
        why=Text(
            "Losing that customer would lose the shop, and in statistics they could be recognized.",
            "Perdre ce client serait perdre le magasin, et dans des statistiques on pourrait le reconnaître.",
        ),
        remedy=Text(
            "Treat them first, and by a person; look for others.",
            "Le traiter en priorité, et par une personne ; en chercher d'autres.",
        ),
    ),
    Code(
        id="revenue.negative",
        severity=Severity.WARNING,
        title=Text("Negative revenue", "Chiffre d'affaires négatif"),
        message=Text(
            "{count} customers got back more than they bought for; shares have no meaning.",
            "{count} clients ont été remboursés de plus que leurs achats ; les parts n'ont pas de sens.",
        ),
        why=Text(
            "A share of a whole with negative parts can exceed the whole.",
            "Une part d'un tout aux parts négatives peut dépasser le tout.",
        ),
        remedy=Text("Check refunds without their purchase.", "Vérifier les remboursements sans leur achat."),
    ),
    Code(
        id="revenue.other-currency",
        severity=Severity.WARNING,
        title=Text("Revenue in another currency", "Chiffre d'affaires dans une autre monnaie"),
        message=Text(
            "The purchases of {count} customers are in another currency, or in none; they were left out.",
            "Les achats de {count} clients sont dans une autre monnaie, ou dans aucune ; ils ont été écartés.",
        ),
        why=Text(
            "Adding euros to dollars gives a number and no amount.",
            "Additionner des euros et des dollars donne un nombre et pas un montant.",
        ),
        remedy=Text("Convert the amounts, or judge each currency.", "Convertir les montants, ou juger chaque monnaie."),
    ),
    Code(
        id="sending.not-in-force",
        severity=Severity.INFO,
        title=Text("Rule not in force", "Règle pas en vigueur"),
        message=Text(
            "The rule on hours is not in force on this day, so it opens nothing.",
            "La règle d'horaires n'est pas en vigueur ce jour-là : elle n'ouvre donc rien.",
        ),
        why=Text(
            "A window says when what is permitted may go out; outside its dates another rule decides.",
            "Une fenêtre dit quand ce qui est permis peut partir ; hors de ses dates, une autre règle décide.",
        ),
        remedy=Text(
            "Choose the window of that day, or get consent.",
            "Choisir la fenêtre de ce jour-là, ou obtenir un consentement.",
        ),
        citation=_WINDOW_DATES,
    ),
    Code(
        id="sending.sunday",
        severity=Severity.INFO,
        title=Text("Sunday", "Dimanche"),
        message=Text("It is Sunday for the recipient.", "C'est dimanche chez le destinataire."),
        why=Text(
            "Promotional messages go out on working days; operators block and fine the others.",
            "Les messages promotionnels partent les jours ouvrables ; les opérateurs bloquent et sanctionnent les autres.",
        ),
        remedy=Text("Send at the next allowed hour.", "Envoyer à la prochaine heure permise."),
        citation=_AF2M_HOURS,
    ),
    Code(
        id="sending.day-closed",
        severity=Severity.INFO,
        title=Text("Closed weekday", "Jour de la semaine fermé"),
        message=Text(
            "The window is closed on this weekday for the recipient.",
            "La fenêtre est fermée ce jour de la semaine chez le destinataire.",
        ),
        why=Text(
            "Some rules leave out Saturdays or other days.", "Certaines règles excluent le samedi ou d'autres jours."
        ),
        remedy=Text("Send at the next allowed hour.", "Envoyer à la prochaine heure permise."),
        citation=_WINDOW_DATES,
    ),
    Code(
        id="sending.holiday",
        severity=Severity.INFO,
        title=Text("Public holiday", "Jour férié"),
        message=Text(
            "It is a public holiday where the recipient lives.", "C'est un jour férié là où vit le destinataire."
        ),
        why=Text(
            "Promotional messages go out on working days, and holidays differ from one territory to another.",
            "Les messages promotionnels partent les jours ouvrables, et les jours fériés diffèrent d'un territoire à l'autre.",
        ),
        remedy=Text("Send at the next allowed hour.", "Envoyer à la prochaine heure permise."),
        citation=_AF2M_HOURS,
    ),
    Code(
        id="sending.hours",
        severity=Severity.INFO,
        title=Text("Outside the hours", "Hors des heures"),
        message=Text(
            "It is outside the allowed hours for the recipient.", "C'est hors des heures permises chez le destinataire."
        ),
        why=Text(
            "A message at night annoys, is blocked by operators and reported; the hour that counts is the recipient's.",
            "Un message la nuit dérange, est bloqué par les opérateurs et signalé ; l'heure qui compte est celle du destinataire.",
        ),
        remedy=Text("Send at the next allowed hour.", "Envoyer à la prochaine heure permise."),
        citation=_AF2M_HOURS,
    ),
)
