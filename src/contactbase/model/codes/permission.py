"""More codes of the family `consent`: what a policy makes of a ledger, of the person and of what is to be sent."""

from __future__ import annotations

from contactbase.model.code import Code
from contactbase.model.enums import Severity
from contactbase.model.text import Text

__all__ = ["CODES"]

_SEND_NOTHING = Text("Send nothing on this channel for this purpose.", "Ne rien envoyer sur ce canal pour ce but.")
_ASK_AGAIN = Text("Ask the person for a new consent.", "Demander un nouveau consentement à la personne.")
_NOTHING_TO_DO = Text("Nothing to do.", "Rien à faire.")
_DEMONSTRATE = Text(
    "Whoever relies on consent must be able to demonstrate it (GDPR art. 7(1)).",
    "Qui s'appuie sur un consentement doit pouvoir le démontrer (RGPD art. 7(1)).",
)

CODES: tuple[Code, ...] = (
    Code(
        id="consent.soft-opt-in",
        severity=Severity.INFO,
        title=Text("Customer of similar products", "Client de produits similaires"),
        message=Text(
            "The person bought something similar from us, was told how to object, and did not.",
            "La personne nous a acheté un produit similaire, savait comment s'opposer, et ne l'a pas fait.",
        ),
        why=Text(
            "Customers may be written to about similar products of the same company without a consent of their own.",
            "On peut écrire à ses clients au sujet de produits similaires de la même entreprise sans consentement distinct.",
        ),
        remedy=Text(
            "Offer a simple way to object in every message.", "Offrir dans chaque message un moyen simple de s'opposer."
        ),
    ),
    Code(
        id="consent.legitimate-interest",
        severity=Severity.INFO,
        title=Text("Legitimate interest", "Intérêt légitime"),
        message=Text(
            "The policy permits this without consent, and the person has not objected.",
            "La politique le permet sans consentement, et la personne ne s'y est pas opposée.",
        ),
        why=Text(
            "Where the law does not ask for consent, informing and honouring every objection is enough.",
            "Là où la loi n'exige pas de consentement, informer et respecter toute opposition suffit.",
        ),
        remedy=Text(
            "Tell the person where the address came from and how to object.",
            "Dire à la personne d'où vient son adresse et comment s'opposer.",
        ),
    ),
    Code(
        id="consent.necessary",
        severity=Severity.INFO,
        title=Text("Necessary message", "Message nécessaire"),
        message=Text(
            "The message is owed to the person, whatever was refused.",
            "Le message est dû à la personne, quoi qu'elle ait refusé.",
        ),
        why=Text(
            "A recall, an order or a repair is no prospecting; nothing promotional may travel with it.",
            "Un rappel de produit, une commande ou un SAV n'est pas de la prospection ; rien de promotionnel ne peut s'y joindre.",
        ),
        remedy=_NOTHING_TO_DO,
    ),
    Code(
        id="consent.no-rule",
        severity=Severity.WARNING,
        title=Text("No rule for this purpose and channel", "Aucune règle pour ce but et ce canal"),
        message=Text(
            "The policy says nothing of this purpose on this channel on this day, so nothing is permitted.",
            "La politique ne dit rien de ce but sur ce canal à cette date ; rien n'est donc permis.",
        ),
        why=Text(
            "Silence is no permission: what a policy leaves open must be decided by somebody.",
            "Le silence n'est pas une permission : ce qu'une politique laisse ouvert doit être décidé par quelqu'un.",
        ),
        remedy=Text(
            "Choose a policy that rules it, or add a rule of your own with its source.",
            "Choisir une politique qui le règle, ou ajouter sa propre règle avec sa source.",
        ),
    ),
    Code(
        id="consent.address-mismatch",
        severity=Severity.WARNING,
        title=Text("Consent for another address", "Accord donné pour une autre adresse"),
        message=Text(
            "A consent was given for another number or address than the one that would be written to.",
            "Un accord a été donné pour un autre numéro ou une autre adresse que celle à laquelle on écrirait.",
        ),
        why=Text(
            "Numbers are given to other people; who agreed on the old one may not be who reads on the new one.",
            "Les numéros sont réattribués ; qui a accepté sur l'ancien n'est peut-être pas qui lit sur le nouveau.",
        ),
        remedy=Text(
            "Write to the address of the consent, or ask again on the new one.",
            "Écrire à l'adresse de l'accord, ou redemander sur la nouvelle.",
        ),
    ),
    Code(
        id="consent.out-of-scope",
        severity=Severity.WARNING,
        title=Text("Consent given to another company", "Accord donné à une autre entreprise"),
        message=Text(
            "A consent was given for other companies or brands than the one that sends.",
            "Un accord a été donné pour d'autres entreprises ou marques que celle qui envoie.",
        ),
        why=Text(
            "A consent is specific: it counts for those who were named when it was asked.",
            "Un accord est spécifique : il vaut pour ceux qui étaient nommés quand il a été demandé.",
        ),
        remedy=Text(
            "Ask for proof that you were named, or ask the person yourself.",
            "Exiger la preuve d'avoir été nommé, ou demander soi-même à la personne.",
        ),
    ),
    Code(
        id="consent.scope-missing",
        severity=Severity.WARNING,
        title=Text("Supplied contact without a scope", "Contact fourni sans portée"),
        message=Text(
            "The contact was bought or rented, and its consent does not say for whom it was given.",
            "Le contact a été acheté ou loué, et son accord ne dit pas pour qui il a été donné.",
        ),
        why=Text(
            "Whoever uses a supplied file must check that the consent names them.",
            "Qui utilise un fichier fourni doit vérifier que l'accord le désigne.",
        ),
        remedy=Text(
            "Have the supplier name the controller and partners of each form.",
            "Faire préciser par le fournisseur le responsable et les partenaires de chaque formulaire.",
        ),
    ),
    Code(
        id="consent.rental-ended",
        severity=Severity.WARNING,
        title=Text("Rental ended", "Location terminée"),
        message=Text(
            "The contact was rented, and the rental has ended.", "Le contact était loué, et la location est terminée."
        ),
        why=Text(
            "A rented file belongs to its owner; after its last day it may not be used any more.",
            "Un fichier loué appartient à son propriétaire ; après le dernier jour il n'est plus utilisable.",
        ),
        remedy=Text("Remove the contact, or rent it again.", "Supprimer le contact, ou le louer à nouveau."),
    ),
    Code(
        id="consent.rental-end-unknown",
        severity=Severity.WARNING,
        title=Text("Rental without an end", "Location sans fin connue"),
        message=Text(
            "The contact is rented, and nobody says until when.",
            "Le contact est loué, sans que l'on sache jusqu'à quand.",
        ),
        why=Text(
            "Without its last day nobody can tell that a rental still runs.",
            "Sans son dernier jour, personne ne peut dire qu'une location court encore.",
        ),
        remedy=Text("Fill in rental_end from the contract.", "Renseigner rental_end d'après le contrat."),
    ),
    Code(
        id="consent.minor",
        severity=Severity.WARNING,
        title=Text("Too young", "Trop jeune"),
        message=Text(
            "The person is younger than the policy asks for.", "La personne est plus jeune que la politique ne l'exige."
        ),
        why=Text(
            "Children are protected: services for a young audience carry no promotional message (AF2M).",
            "Les enfants sont protégés : les services destinés à un jeune public ne portent pas de message promotionnel (AF2M).",
        ),
        remedy=_SEND_NOTHING,
    ),
    Code(
        id="consent.parent-missing",
        severity=Severity.WARNING,
        title=Text("Consent of a child alone", "Accord d'un enfant seul"),
        message=Text(
            "The consent was given by a child without a holder of parental authority.",
            "L'accord a été donné par un enfant sans un titulaire de l'autorité parentale.",
        ),
        why=Text(
            "Under 15 the child and a holder of parental authority consent together (France, loi Informatique et Libertés art. 45).",
            "Avant 15 ans, l'enfant et un titulaire de l'autorité parentale consentent ensemble (loi Informatique et Libertés art. 45).",
        ),
        remedy=_ASK_AGAIN,
    ),
    Code(
        id="consent.before-birth",
        severity=Severity.WARNING,
        title=Text("Consent before the birth", "Accord avant la naissance"),
        message=Text(
            "The consent is dated before the person was born.", "L'accord est daté d'avant la naissance de la personne."
        ),
        why=Text(
            "One of the two dates is wrong, so neither shows that the person agreed.",
            "L'une des deux dates est fausse ; aucune ne montre donc que la personne a accepté.",
        ),
        remedy=Text("Correct the dates, or ask again.", "Corriger les dates, ou redemander."),
    ),
    Code(
        id="consent.age-unknown",
        severity=Severity.INFO,
        title=Text("Age unknown", "Âge inconnu"),
        message=Text(
            "The policy asks for an age, and no birth date is known.",
            "La politique exige un âge, et aucune date de naissance n'est connue.",
        ),
        why=Text(
            "A child may be among those whose age nobody asked.",
            "Un enfant peut se trouver parmi ceux dont personne n'a demandé l'âge.",
        ),
        remedy=Text(
            "Ask for the birth date where children may answer.",
            "Demander la date de naissance là où des enfants peuvent répondre.",
        ),
    ),
    Code(
        id="consent.contest",
        severity=Severity.WARNING,
        title=Text("Consent by entering a contest", "Accord par participation à un jeu"),
        message=Text(
            "The consent was the price of a contest or draw; that is none.",
            "L'accord était le prix d'un jeu-concours ; ce n'en est pas un.",
        ),
        why=Text(
            "Taking part in a contest is not agreeing to prospecting; misleading contest forms are sanctioned (CNIL, CALOGA, 15 May 2025).",
            "Participer à un jeu n'est pas accepter la prospection ; les formulaires trompeurs sont sanctionnés (CNIL, CALOGA, 15 mai 2025).",
        ),
        remedy=_ASK_AGAIN,
    ),
    Code(
        id="consent.incentive",
        severity=Severity.WARNING,
        title=Text("Consent in return for something", "Accord en échange d'un avantage"),
        message=Text(
            "The consent was given in return for an advantage; it may not have been free.",
            "L'accord a été donné en échange d'un avantage ; il n'était peut-être pas libre.",
        ),
        why=Text(
            "A consent tied to a prize or discount can be contested as not free.",
            "Un accord lié à un cadeau ou à une remise peut être contesté comme non libre.",
        ),
        remedy=Text(
            "Check that the advantage could be had without agreeing.",
            "Vérifier que l'avantage pouvait être obtenu sans accepter.",
        ),
    ),
    Code(
        id="consent.too-old",
        severity=Severity.INFO,
        title=Text("Consent too old for the policy", "Accord trop ancien pour la politique"),
        message=Text(
            "The consent is older than the policy lets it count.",
            "L'accord est plus ancien que la politique ne le laisse valoir.",
        ),
        why=Text(
            "Some policies let a consent count for so many months only.",
            "Certaines politiques ne laissent valoir un accord qu'un certain nombre de mois.",
        ),
        remedy=_ASK_AGAIN,
    ),
    Code(
        id="consent.unconfirmed",
        severity=Severity.WARNING,
        title=Text("Second opt-in missing", "Second accord manquant"),
        message=Text(
            "The consent was never confirmed by answering a second message.",
            "L'accord n'a jamais été confirmé en réponse à un second message.",
        ),
        why=Text(
            "Anybody can type the address of somebody else; a confirmation shows that its owner agreed.",
            "N'importe qui peut saisir l'adresse d'un autre ; une confirmation montre que son titulaire a accepté.",
        ),
        remedy=Text(
            "Send one request to confirm, and nothing else until it is answered.",
            "Envoyer une seule demande de confirmation, et rien d'autre avant la réponse.",
        ),
    ),
    Code(
        id="consent.text-unknown",
        severity=Severity.WARNING,
        title=Text("Words of the consent unknown", "Texte de l'accord inconnu"),
        message=Text(
            "There is evidence of the consent, but not of the words that the person was shown.",
            "L'accord est attesté, mais pas le texte que la personne a lu.",
        ),
        why=_DEMONSTRATE,
        remedy=Text(
            "Keep the form and its version, or a hash of the words.",
            "Conserver le formulaire et sa version, ou une empreinte du texte.",
        ),
    ),
    Code(
        id="consent.after-first-use",
        severity=Severity.WARNING,
        title=Text("Written to before the consent", "Contacté avant l'accord"),
        message=Text(
            "A message was sent on this channel before the first consent.",
            "Un message a été envoyé sur ce canal avant le premier accord.",
        ),
        why=Text(
            "Consent comes before the first message (« préalable »); an earlier message needed another basis.",
            "L'accord est préalable au premier message ; un message antérieur exigeait une autre base.",
        ),
        remedy=Text(
            "Find out on what the earlier messages rested.", "Rechercher sur quoi reposaient les messages antérieurs."
        ),
    ),
    Code(
        id="consent.recorded-day-unknown",
        severity=Severity.INFO,
        title=Text("Day of recording unknown", "Jour d'enregistrement inconnu"),
        message=Text(
            "A consent has no day of recording, so nobody can show that it was known on the day asked about.",
            "Un accord n'a pas de jour d'enregistrement ; personne ne peut montrer qu'il était connu au jour demandé.",
        ),
        why=_DEMONSTRATE,
        remedy=Text(
            "Fill in recorded_on when consents are imported.", "Renseigner recorded_on à l'import des consentements."
        ),
    ),
    Code(
        id="consent.not-told",
        severity=Severity.INFO,
        title=Text("Not told how to object", "Non informé du droit d'opposition"),
        message=Text(
            "No record says that the customer was told at collection how to object.",
            "Rien ne dit que le client a été informé à la collecte de son droit d'opposition.",
        ),
        why=Text(
            "Writing to customers without their consent takes that they could object, freely and simply, from the start.",
            "Écrire à ses clients sans leur accord suppose qu'ils aient pu s'opposer, sans frais et simplement, dès le début.",
        ),
        remedy=Text(
            "Record it with the basis soft_opt_in when the address is collected.",
            "L'enregistrer avec la base soft_opt_in à la collecte de l'adresse.",
        ),
    ),
    Code(
        id="consent.no-sale",
        severity=Severity.INFO,
        title=Text("No purchase", "Aucun achat"),
        message=Text(
            "The person has not bought from us; creating an account is no sale.",
            "La personne n'a rien acheté chez nous ; créer un compte n'est pas une vente.",
        ),
        why=Text(
            "Only customers may be written to about similar products without their consent (CNIL).",
            "Seuls les clients peuvent recevoir sans accord des offres de produits similaires (CNIL).",
        ),
        remedy=Text("Ask the person before sending.", "Demander à la personne avant d'envoyer."),
    ),
    Code(
        id="consent.sale-too-old",
        severity=Severity.INFO,
        title=Text("Purchase too long ago", "Achat trop ancien"),
        message=Text(
            "The last purchase or inquiry is longer ago than the policy lets it count.",
            "Le dernier achat ou la dernière demande est trop ancien pour la politique.",
        ),
        why=Text(
            "An implied consent ends some months after the act that implied it (in Canada 24 after a purchase, 6 after an inquiry).",
            "Un accord tacite prend fin quelques mois après l'acte qui le fondait (au Canada 24 après un achat, 6 après une demande).",
        ),
        remedy=_ASK_AGAIN,
    ),
    Code(
        id="consent.not-similar",
        severity=Severity.INFO,
        title=Text("Other products than those bought", "Autres produits que ceux achetés"),
        message=Text(
            "The offer is of no category that the person has bought from us.",
            "L'offre n'est d'aucune catégorie que la personne nous a achetée.",
        ),
        why=Text(
            "The exception for customers covers similar products of the same company only.",
            "L'exception pour les clients ne couvre que les produits similaires de la même entreprise.",
        ),
        remedy=Text(
            "Name the categories of the offer, or ask the person first.",
            "Nommer les catégories de l'offre, ou demander d'abord à la personne.",
        ),
    ),
    Code(
        id="consent.not-professional",
        severity=Severity.INFO,
        title=Text("Not known to be a professional", "Non connu comme professionnel"),
        message=Text(
            "The rule is for professionals, and the contact is not known to be one.",
            "La règle vaut pour les professionnels, et le contact n'est pas connu comme tel.",
        ),
        why=Text(
            "A private person is protected by consent; only a professional may be written to without.",
            "Un particulier est protégé par l'accord préalable ; seul un professionnel peut être contacté sans.",
        ),
        remedy=Text("Fill in the kind of contact.", "Renseigner le type de contact."),
    ),
    Code(
        id="consent.offer-unrelated",
        severity=Severity.INFO,
        title=Text("Offer unrelated to the profession", "Offre sans lien avec la profession"),
        message=Text(
            "The offer is not known to be about the person's work.",
            "L'offre n'est pas connue pour concerner le travail de la personne.",
        ),
        why=Text(
            "Professionals may be written to without consent about their work only (CNIL).",
            "Les professionnels ne peuvent être contactés sans accord qu'au sujet de leur travail (CNIL).",
        ),
        remedy=Text(
            "Say that the offer is for the profession, or ask first.",
            "Dire que l'offre concerne la profession, ou demander d'abord.",
        ),
    ),
)
