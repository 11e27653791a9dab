"""Codes of the family `email`."""

from __future__ import annotations

from contactbase.model.code import Code
from contactbase.model.enums import Severity
from contactbase.model.text import Text

__all__ = ["CODES"]

CODES: tuple[Code, ...] = (
    Code(
        id="email.missing-at",
        severity=Severity.ERROR,
        title=Text(
            "No @ in the address",
            "Pas de @ dans l'adresse",
        ),
        message=Text(
            "There is text but no @ in it, so it is no e-mail address.",
            "Il y a du texte, mais sans @ : ce n'est pas une adresse e-mail.",
        ),
        why=Text(
            "Where the @ belongs cannot be known, and a guess may be somebody else's address.",
            "On ne peut pas savoir où va le @, et une supposition peut être l'adresse de quelqu'un d'autre.",
        ),
        remedy=Text(
            "Ask the person for the address, or remove it.",
            "Redemander l'adresse à la personne, ou la retirer.",
        ),
        example="lea.example.org",
    ),
    Code(
        id="email.at-in-words",
        severity=Severity.ERROR,
        title=Text(
            "@ written as a word",
            "@ écrit en toutes lettres",
        ),
        message=Text(
            "The @ is written as a word; what stands around it may be a sentence, so it was not read as an address.",
            "Le @ est écrit en toutes lettres ; ce qui l'entoure peut être une phrase : ce n'est pas lu comme une adresse.",
        ),
        why=Text(
            "Only a bracketed (at) is surely an @; a bare word may belong to the text.",
            "Seul un (at) entre parenthèses est sûrement un @ ; un mot nu peut appartenir au texte.",
        ),
        remedy=Text(
            "Type the @ in the source, or ask the person.",
            "Saisir le @ dans la source, ou redemander à la personne.",
        ),
        example="lea at example.org",
    ),
    Code(
        id="email.several-at",
        severity=Severity.ERROR,
        title=Text(
            "Several @ in one address",
            "Plusieurs @ dans une adresse",
        ),
        message=Text(
            "One address holds {count} signs @.",
            "Une même adresse contient {count} signes @.",
        ),
        why=Text(
            "Two addresses may have run together; where the first ends cannot be known.",
            "Deux adresses se sont peut-être collées ; on ne peut pas savoir où finit la première.",
        ),
        remedy=Text(
            "Ask the person for the address, or remove it.",
            "Redemander l'adresse à la personne, ou la retirer.",
        ),
        example="lea@example.orgleo@example.org",
    ),
    Code(
        id="email.missing-local",
        severity=Severity.ERROR,
        title=Text(
            "Nothing before the @",
            "Rien avant le @",
        ),
        message=Text(
            "There is nothing before the @.",
            "Il n'y a rien avant le @.",
        ),
        why=Text(
            "A message to an address that does not exist bounces, and bounces cost the sender its reputation.",
            "Un message vers une adresse inexistante est rejeté, et les rejets coûtent sa réputation à l'expéditeur.",
        ),
        remedy=Text(
            "Ask the person for the address, or remove it.",
            "Redemander l'adresse à la personne, ou la retirer.",
        ),
        example="@example.org",
    ),
    Code(
        id="email.missing-domain",
        severity=Severity.ERROR,
        title=Text(
            "Nothing after the @",
            "Rien après le @",
        ),
        message=Text(
            "There is nothing after the @.",
            "Il n'y a rien après le @.",
        ),
        why=Text(
            "A message to an address that does not exist bounces, and bounces cost the sender its reputation.",
            "Un message vers une adresse inexistante est rejeté, et les rejets coûtent sa réputation à l'expéditeur.",
        ),
        remedy=Text(
            "Ask the person for the address, or remove it.",
            "Redemander l'adresse à la personne, ou la retirer.",
        ),
        example="lea@",
    ),
    Code(
        id="email.space-inside",
        severity=Severity.ERROR,
        title=Text(
            "Space inside the address",
            "Espace dans l'adresse",
        ),
        message=Text(
            "There is a space inside the address; whether a dot is missing or two things stand side by side cannot be known.",
            "Il y a une espace dans l'adresse ; on ne peut savoir s'il manque un point ou si deux choses se suivent.",
        ),
        why=Text(
            "The part after the space is often a valid address of somebody else.",
            "Ce qui suit l'espace est souvent l'adresse valide de quelqu'un d'autre.",
        ),
        remedy=Text(
            "Ask the person for the address, or remove it.",
            "Redemander l'adresse à la personne, ou la retirer.",
        ),
        example="lea durand@example.org",
    ),
    Code(
        id="email.comma-inside",
        severity=Severity.ERROR,
        title=Text(
            "Comma or semicolon inside the address",
            "Virgule ou point-virgule dans l'adresse",
        ),
        message=Text(
            "A comma or semicolon stands inside the address; whether it was meant as a dot or parts two things cannot be known.",
            "Une virgule ou un point-virgule se trouve dans l'adresse ; point voulu ou séparation, on ne peut le savoir.",
        ),
        why=Text(
            "The part after it is often a valid address of somebody else.",
            "Ce qui suit est souvent l'adresse valide de quelqu'un d'autre.",
        ),
        remedy=Text(
            "Ask the person for the address, or remove it.",
            "Redemander l'adresse à la personne, ou la retirer.",
        ),
        example="lea,durand@example.org",
    ),
    Code(
        id="email.unclear-list",
        severity=Severity.ERROR,
        title=Text(
            "List that cannot be taken apart",
            "Liste qu'on ne sait pas découper",
        ),
        message=Text(
            "The cell holds {count} signs @, and some parts between its separators hold none; nothing was taken.",
            "La cellule contient {count} signes @ et certaines parties n'en ont pas ; rien n'a été retenu.",
        ),
        why=Text(
            "A wrong cut gives addresses that nobody wrote.",
            "Un mauvais découpage donne des adresses que personne n'a écrites.",
        ),
        remedy=Text(
            "Put one address in a cell, or separate them by | or line breaks.",
            "Mettre une adresse par cellule, ou les séparer par | ou des sauts de ligne.",
        ),
        example="lea, durand@example.org, leo@example.org",
    ),
    Code(
        id="email.local-dot",
        severity=Severity.ERROR,
        title=Text(
            "Misplaced dot before the @",
            "Point mal placé avant le @",
        ),
        message=Text(
            "The part before the @ starts or ends with a dot, or has two in a row.",
            "La partie avant le @ commence ou finit par un point, ou en a deux à la suite.",
        ),
        why=Text(
            "Servers refuse it (RFC 5321, dot-string); a letter or word may be missing there.",
            "Les serveurs la refusent (RFC 5321, dot-string) ; il y manque peut-être une lettre ou un mot.",
        ),
        remedy=Text(
            "Ask the person for the address, or remove it.",
            "Redemander l'adresse à la personne, ou la retirer.",
        ),
        example="lea..durand@example.org",
    ),
    Code(
        id="email.local-character",
        severity=Severity.ERROR,
        title=Text(
            "Character not allowed before the @",
            "Caractère interdit avant le @",
        ),
        message=Text(
            "The part before the @ holds a character that no address may have there.",
            "La partie avant le @ contient un caractère qu'aucune adresse ne peut y avoir.",
        ),
        why=Text(
            "RFC 5322 atoms (and RFC 6531 for accents) name the characters that mail servers take.",
            "Les atomes de la RFC 5322 (et la RFC 6531 pour les accents) donnent les caractères admis.",
        ),
        remedy=Text(
            "Ask the person for the address, or remove it.",
            "Redemander l'adresse à la personne, ou la retirer.",
        ),
        example="lea(durand@example.org",
    ),
    Code(
        id="email.quoted-local",
        severity=Severity.ERROR,
        title=Text(
            "Quoted part before the @",
            "Partie entre guillemets avant le @",
        ),
        message=Text(
            "The part before the @ is a quoted string, which mail platforms do not take.",
            "La partie avant le @ est une chaîne entre guillemets, que les plateformes d'envoi refusent.",
        ),
        why=Text(
            "Legal by RFC 5321, but hardly any service accepts or sends to it.",
            "Permise par la RFC 5321, mais presque aucun service ne l'accepte.",
        ),
        remedy=Text(
            "Ask the person for the address, or remove it.",
            "Redemander l'adresse à la personne, ou la retirer.",
        ),
        example='"lea durand"@example.org',
    ),
    Code(
        id="email.local-too-long",
        severity=Severity.ERROR,
        title=Text(
            "Too long before the @",
            "Trop long avant le @",
        ),
        message=Text(
            "The part before the @ has {length} bytes; 64 is the limit.",
            "La partie avant le @ fait {length} octets ; la limite est 64.",
        ),
        why=Text(
            "RFC 5321, 4.5.3.1.1. Such a cell is often two values run together.",
            "RFC 5321, 4.5.3.1.1. Une telle cellule est souvent deux valeurs collées.",
        ),
        remedy=Text(
            "Ask the person for the address, or remove it.",
            "Redemander l'adresse à la personne, ou la retirer.",
        ),
    ),
    Code(
        id="email.too-long",
        severity=Severity.ERROR,
        title=Text(
            "Address too long",
            "Adresse trop longue",
        ),
        message=Text(
            "The address has {length} bytes; 254 is the limit.",
            "L'adresse fait {length} octets ; la limite est 254.",
        ),
        why=Text(
            "RFC 5321, 4.5.3.1.3 (RFC 3696, erratum 1690).",
            "RFC 5321, 4.5.3.1.3 (RFC 3696, erratum 1690).",
        ),
        remedy=Text(
            "Ask the person for the address, or remove it.",
            "Redemander l'adresse à la personne, ou la retirer.",
        ),
    ),
    Code(
        id="email.cell-too-long",
        severity=Severity.ERROR,
        title=Text(
            "Cell far too long",
            "Cellule beaucoup trop longue",
        ),
        message=Text(
            "The cell has {length} characters; it is text, not addresses, and was not read.",
            "La cellule fait {length} caractères ; c'est du texte, pas des adresses, et elle n'a pas été lue.",
        ),
        why=Text(
            "Addresses mentioned in a long text are not the addresses of this contact.",
            "Les adresses citées dans un long texte ne sont pas celles de ce contact.",
        ),
        remedy=Text(
            "Check that the right column was read as e-mail addresses.",
            "Vérifier que la bonne colonne est lue comme adresses e-mail.",
        ),
    ),
    Code(
        id="email.domain-dot",
        severity=Severity.ERROR,
        title=Text(
            "Misplaced dot after the @",
            "Point mal placé après le @",
        ),
        message=Text(
            "The domain starts with a dot, or has two in a row.",
            "Le domaine commence par un point, ou en a deux à la suite.",
        ),
        why=Text(
            "A message to an address that does not exist bounces, and bounces cost the sender its reputation.",
            "Un message vers une adresse inexistante est rejeté, et les rejets coûtent sa réputation à l'expéditeur.",
        ),
        remedy=Text(
            "Ask the person for the address, or remove it.",
            "Redemander l'adresse à la personne, ou la retirer.",
        ),
        example="lea@.example.org",
    ),
    Code(
        id="email.domain-hyphen",
        severity=Severity.ERROR,
        title=Text(
            "Misplaced hyphen after the @",
            "Tiret mal placé après le @",
        ),
        message=Text(
            "A part of the domain starts or ends with a hyphen, or has two as its third and fourth character.",
            "Une partie du domaine commence ou finit par un tiret, ou en a deux en troisième et quatrième position.",
        ),
        why=Text(
            "No such domain can be registered (RFC 1123, RFC 5891).",
            "Aucun domaine de ce genre ne peut être enregistré (RFC 1123, RFC 5891).",
        ),
        remedy=Text(
            "Ask the person for the address, or remove it.",
            "Redemander l'adresse à la personne, ou la retirer.",
        ),
        example="lea@-example.org",
    ),
    Code(
        id="email.domain-character",
        severity=Severity.ERROR,
        title=Text(
            "Character not allowed after the @",
            "Caractère interdit après le @",
        ),
        message=Text(
            "The domain holds a character that no domain may have.",
            "Le domaine contient un caractère qu'aucun domaine ne peut avoir.",
        ),
        why=Text(
            "A message to an address that does not exist bounces, and bounces cost the sender its reputation.",
            "Un message vers une adresse inexistante est rejeté, et les rejets coûtent sa réputation à l'expéditeur.",
        ),
        remedy=Text(
            "Ask the person for the address, or remove it.",
            "Redemander l'adresse à la personne, ou la retirer.",
        ),
        example="lea@exam_ple.org",
    ),
    Code(
        id="email.domain-too-long",
        severity=Severity.ERROR,
        title=Text(
            "Domain too long",
            "Domaine trop long",
        ),
        message=Text(
            "The domain, or one part of it, has {length} characters; the limits are 253 and 63.",
            "Le domaine, ou une de ses parties, fait {length} caractères ; les limites sont 253 et 63.",
        ),
        why=Text(
            "RFC 1035, 2.3.4.",
            "RFC 1035, 2.3.4.",
        ),
        remedy=Text(
            "Ask the person for the address, or remove it.",
            "Redemander l'adresse à la personne, ou la retirer.",
        ),
    ),
    Code(
        id="email.domain-without-dot",
        severity=Severity.ERROR,
        title=Text(
            "Domain without a dot",
            "Domaine sans point",
        ),
        message=Text(
            "There is no dot after the @, so the ending (.fr, .com) is missing.",
            "Il n'y a pas de point après le @ : la terminaison (.fr, .com) manque.",
        ),
        why=Text(
            "A message to an address that does not exist bounces, and bounces cost the sender its reputation.",
            "Un message vers une adresse inexistante est rejeté, et les rejets coûtent sa réputation à l'expéditeur.",
        ),
        remedy=Text(
            "Ask the person for the address, or remove it.",
            "Redemander l'adresse à la personne, ou la retirer.",
        ),
        example="lea@example",
    ),
    Code(
        id="email.domain-ending",
        severity=Severity.ERROR,
        title=Text(
            "Domain that ends with no letter",
            "Domaine qui ne finit pas par une lettre",
        ),
        message=Text(
            "The domain does not end with a letter; every top-level domain does.",
            "Le domaine ne finit pas par une lettre, comme le font tous les domaines de premier niveau.",
        ),
        why=Text(
            "A message to an address that does not exist bounces, and bounces cost the sender its reputation.",
            "Un message vers une adresse inexistante est rejeté, et les rejets coûtent sa réputation à l'expéditeur.",
        ),
        remedy=Text(
            "Ask the person for the address, or remove it.",
            "Redemander l'adresse à la personne, ou la retirer.",
        ),
        example="lea@192.0.2.1",
    ),
    Code(
        id="email.domain-literal",
        severity=Severity.ERROR,
        title=Text(
            "IP address after the @",
            "Adresse IP après le @",
        ),
        message=Text(
            "A bracketed IP address stands after the @; mail platforms do not take it.",
            "Une adresse IP entre crochets suit le @ ; les plateformes d'envoi la refusent.",
        ),
        why=Text(
            "Legal by RFC 5321, and never the address of a customer.",
            "Permise par la RFC 5321, et jamais l'adresse d'un client.",
        ),
        remedy=Text(
            "Ask the person for the address, or remove it.",
            "Redemander l'adresse à la personne, ou la retirer.",
        ),
        example="lea@[192.0.2.1]",
    ),
    Code(
        id="email.reserved-domain",
        severity=Severity.ERROR,
        title=Text(
            "Reserved domain",
            "Domaine réservé",
        ),
        message=Text(
            "The domain ends in a name reserved for other uses (.test, .invalid, .localhost, .local, .onion, .arpa).",
            "Le domaine finit par un nom réservé à d'autres usages (.test, .invalid, .localhost, .local, .onion, .arpa).",
        ),
        why=Text(
            "IANA special-use domain names: mail cannot be delivered there.",
            "Noms de domaine à usage spécial de l'IANA : aucun courriel n'y arrive.",
        ),
        remedy=Text(
            "Ask the person for the address, or remove it.",
            "Redemander l'adresse à la personne, ou la retirer.",
        ),
        example="lea@boutique.test",
    ),
    Code(
        id="email.idn-invalid",
        severity=Severity.ERROR,
        title=Text(
            "Accented domain that cannot exist",
            "Domaine accentué impossible",
        ),
        message=Text(
            "The domain is not valid by IDNA 2008, the rule for domains outside ASCII.",
            "Le domaine n'est pas valide selon IDNA 2008, la règle des domaines hors ASCII.",
        ),
        why=Text(
            "No registry can have it (RFC 5891, RFC 5892).",
            "Aucun registre ne peut l'avoir (RFC 5891, RFC 5892).",
        ),
        remedy=Text(
            "Ask the person for the address, or remove it.",
            "Redemander l'adresse à la personne, ou la retirer.",
        ),
        example="lea@ex☃mple.org",
    ),
    Code(
        id="email.placeholder",
        severity=Severity.ERROR,
        title=Text(
            "Made-up filler address",
            "Adresse de remplissage",
        ),
        message=Text(
            "The address is a filler typed to get past a required field; it was not taken.",
            "L'adresse est un remplissage tapé pour passer un champ obligatoire ; elle n'a pas été retenue.",
        ),
        why=Text(
            "Kept, it would make one person of all who share it, and every message to it bounces or annoys a stranger.",
            "Gardée, elle confondrait tous ceux qui la partagent, et chaque message serait rejeté ou gênerait un inconnu.",
        ),
        remedy=Text(
            "Ask for the address, and allow the field to stay empty in the form.",
            "Demander l'adresse, et permettre de laisser le champ vide.",
        ),
        example="nc@nc.fr",
    ),
    Code(
        id="email.idn-unverified",
        severity=Severity.WARNING,
        title=Text(
            "Domain outside ASCII not fully verified",
            "Domaine hors ASCII non vérifié",
        ),
        message=Text(
            "The domain uses characters whose rules (IDNA 2008) cannot be judged with certainty here; it was kept as written.",
            "Le domaine utilise des caractères dont les règles (IDNA 2008) ne peuvent être jugées ici avec certitude ; il est gardé tel quel.",
        ),
        why=Text(
            "A look-alike or badly formed domain may hide in it.",
            "Un domaine trompeur ou mal formé peut s'y cacher.",
        ),
        remedy=Text(
            "Send a first message by itself, or ask the person.",
            "Envoyer d'abord un message isolé, ou redemander à la personne.",
        ),
        example="lea@דוגמה.org",
    ),
    Code(
        id="email.non-ascii-local",
        severity=Severity.WARNING,
        title=Text(
            "Accent or other character before the @",
            "Accent ou autre caractère avant le @",
        ),
        message=Text(
            "The part before the @ holds characters outside ASCII; most mail platforms refuse it.",
            "La partie avant le @ contient des caractères hors ASCII ; la plupart des plateformes la refusent.",
        ),
        why=Text(
            "Legal by RFC 6531 (SMTPUTF8), but usually a typing slip: the mailbox has no accent.",
            "Permise par la RFC 6531 (SMTPUTF8), mais c'est le plus souvent une faute de frappe : la boîte n'a pas d'accent.",
        ),
        remedy=Text(
            "Ask the person whether the address really has the accent.",
            "Demander à la personne si l'adresse a vraiment l'accent.",
        ),
        example="léa@example.org",
    ),
    Code(
        id="email.unusual-character",
        severity=Severity.WARNING,
        title=Text(
            "Unusual character before the @",
            "Caractère inhabituel avant le @",
        ),
        message=Text(
            "The part before the @ holds a character that is legal but that hardly any mailbox has.",
            "La partie avant le @ contient un caractère permis mais que presque aucune boîte n'a.",
        ),
        why=Text(
            "It is often what is left of a list, a link or a slip of the keyboard.",
            "C'est souvent le reste d'une liste, d'un lien ou d'une faute de frappe.",
        ),
        remedy=Text(
            "Ask the person for the address, or remove it.",
            "Redemander l'adresse à la personne, ou la retirer.",
        ),
        example="lea/leo@example.org",
    ),
    Code(
        id="email.domain-typo",
        severity=Severity.WARNING,
        title=Text(
            "Domain that looks mistyped",
            "Domaine sans doute mal tapé",
        ),
        message=Text(
            "The domain looks like a slip for {suggestion}; it was kept as written.",
            "Le domaine ressemble à une faute de frappe pour {suggestion} ; il est gardé tel quel.",
        ),
        why=Text(
            "A misspelt provider bounces, or delivers to whoever bought the misspelling.",
            "Un fournisseur mal écrit rejette le message, ou le remet à qui a acheté la faute.",
        ),
        remedy=Text(
            "Ask the person, or correct it in the source; nothing is corrected by itself.",
            "Demander à la personne, ou corriger dans la source ; rien n'est corrigé d'office.",
        ),
        example="lea@gmial.com",
    ),
    Code(
        id="email.domain-doubtful",
        severity=Severity.INFO,
        title=Text(
            "Domain easily confused with another",
            "Domaine facile à confondre",
        ),
        message=Text(
            "The domain exists, but {suggestion} is often what was meant.",
            "Le domaine existe, mais c'est souvent {suggestion} qui était voulu.",
        ),
        why=Text(
            "Such neighbours of big providers are rare as real addresses.",
            "Ces voisins des grands fournisseurs sont rarement de vraies adresses.",
        ),
        remedy=Text(
            "Ask the person when a message bounces.",
            "Redemander à la personne si un message est rejeté.",
        ),
        example="lea@gmail.fr",
    ),
    Code(
        id="email.ending-typo",
        severity=Severity.WARNING,
        title=Text("Ending that looks mistyped", "Terminaison sans doute mal tapée"),
        message=Text(
            "The domain has an ending that does not exist and looks like .{ending}; it was kept as written.",
            "Le domaine a une terminaison qui n'existe pas et ressemble à .{ending} ; il est gardé tel quel.",
        ),
        why=Text(
            "A message to an address that does not exist bounces, and bounces cost the sender its reputation.",
            "Un message vers une adresse inexistante est rejeté, et les rejets coûtent sa réputation à l'expéditeur.",
        ),
        remedy=Text(
            "Correct the ending, after asking the person.",
            "Corriger la terminaison, après avoir demandé à la personne.",
        ),
        example="lea@exemple.con",
    ),
    Code(
        id="email.impossible-ending",
        severity=Severity.WARNING,
        title=Text(
            "Ending that no country has",
            "Terminaison qu'aucun pays n'a",
        ),
        message=Text(
            "The domain ends in one letter, or in two that are no country's; nothing can be delivered there. It was kept as written.",
            "Le domaine finit par une lettre, ou par deux qui ne sont celles d'aucun pays ; rien n'y sera remis. Il est gardé tel quel.",
        ),
        why=Text(
            "A message to an address that does not exist bounces, and bounces cost the sender its reputation.",
            "Un message vers une adresse inexistante est rejeté, et les rejets coûtent sa réputation à l'expéditeur.",
        ),
        remedy=Text(
            "Ask the person for the address, or remove it.",
            "Redemander l'adresse à la personne, ou la retirer.",
        ),
        example="lea@example.f",
    ),
    Code(
        id="email.disposable",
        severity=Severity.WARNING,
        title=Text(
            "Throw-away address",
            "Adresse jetable",
        ),
        message=Text(
            "The domain is on the list of throw-away addresses that was given.",
            "Le domaine est sur la liste d'adresses jetables qui a été donnée.",
        ),
        why=Text(
            "The mailbox lives for minutes or days; messages to it reach nobody.",
            "La boîte vit quelques minutes ou jours ; les messages n'atteignent personne.",
        ),
        remedy=Text(
            "Leave it out of mailings, or ask for a lasting address.",
            "L'exclure des envois, ou demander une adresse durable.",
        ),
    ),
    Code(
        id="email.role-account",
        severity=Severity.INFO,
        title=Text(
            "Address of a function, not of a person",
            "Adresse d'une fonction, pas d'une personne",
        ),
        message=Text(
            "The address belongs to a function (contact, info, accounts…) and may be read by several people.",
            "L'adresse est celle d'une fonction (contact, info, compta…) et peut être lue par plusieurs personnes.",
        ),
        why=Text(
            "Consent given by one reader is not consent of all, and two contacts may share it.",
            "Le consentement d'un lecteur n'est pas celui de tous, et deux contacts peuvent la partager.",
        ),
        remedy=Text(
            "Prefer a personal address for personal messages.",
            "Préférer une adresse personnelle pour les messages personnels.",
        ),
        example="contact@example.org",
    ),
    Code(
        id="email.unwrapped",
        severity=Severity.INFO,
        title=Text(
            "Wrapping removed",
            "Emballage retiré",
        ),
        message=Text(
            "The address stood in a link, in brackets, in quotes or beside a name; the wrapping was removed.",
            "L'adresse était dans un lien, entre chevrons, entre guillemets ou à côté d'un nom ; l'emballage a été retiré.",
        ),
        why=Text(
            "Exports of mail programs write addresses so.",
            "Les exports de messageries écrivent ainsi les adresses.",
        ),
        remedy=Text(
            "Nothing; the address itself was not changed.",
            "Rien ; l'adresse elle-même n'a pas changé.",
        ),
        example="Léa Durand <lea@example.org>",
    ),
    Code(
        id="email.refusal-beside",
        severity=Severity.WARNING,
        title=Text("A refusal beside the address", "Un refus à côté de l'adresse"),
        message=Text(
            "Words beside the address ask not to use it; e-mail counts as refused.",
            "Des mots à côté de l'adresse demandent de ne pas l'utiliser ; l'e-mail compte comme refusé.",
        ),
        why=Text(
            "A refusal holds wherever it was written down (GDPR art. 21).",
            "Un refus vaut où qu'il ait été noté (RGPD art. 21).",
        ),
        remedy=Text("Keep refusals in a column of their own.", "Garder les refus dans une colonne à part."),
        example="lea@example.org (désabonnée)",
    ),
    Code(
        id="email.said-out-of-use",
        severity=Severity.WARNING,
        title=Text("Said to be out of use", "Dite hors d'usage"),
        message=Text(
            "Words beside the address say that it is wrong or out of use; it was kept.",
            "Des mots à côté de l'adresse la disent fausse ou hors d'usage ; elle est gardée.",
        ),
        why=Text(
            "Mail to dead mailboxes ruins the reputation of the sender.",
            "Écrire à des boîtes mortes ruine la réputation de l'expéditeur.",
        ),
        remedy=Text(
            "Ask for another address and take this one out.", "Demander une autre adresse et retirer celle-ci."
        ),
        example="lea@example.org (ne plus utiliser)",
    ),
    Code(
        id="email.comment-removed",
        severity=Severity.INFO,
        title=Text(
            "Comment removed",
            "Commentaire retiré",
        ),
        message=Text(
            "A remark in parentheses after the address was removed.",
            "Une remarque entre parenthèses après l'adresse a été retirée.",
        ),
        why=Text(
            "A remark is no part of the address.",
            "Une remarque ne fait pas partie de l'adresse.",
        ),
        remedy=Text(
            "Nothing; the address itself was not changed.",
            "Rien ; l'adresse elle-même n'a pas changé.",
        ),
        example="lea@example.org (perso)",
    ),
    Code(
        id="email.invisible-removed",
        severity=Severity.INFO,
        title=Text(
            "Invisible characters removed",
            "Caractères invisibles retirés",
        ),
        message=Text(
            "Invisible characters (zero-width, byte order mark, direction marks) were removed.",
            "Des caractères invisibles (chasse nulle, indicateur d'ordre, marques de direction) ont été retirés.",
        ),
        why=Text(
            "They come with text copied from web pages, and make an address undeliverable.",
            "Ils viennent de textes copiés du web et rendent l'adresse inutilisable.",
        ),
        remedy=Text(
            "Nothing; the address itself was not changed.",
            "Rien ; l'adresse elle-même n'a pas changé.",
        ),
        example="\u200blea@example.org",
    ),
    Code(
        id="email.full-width",
        severity=Severity.INFO,
        title=Text(
            "Full-width characters replaced",
            "Caractères pleine chasse remplacés",
        ),
        message=Text(
            "Full-width characters of East Asian keyboards were replaced by the plain ones.",
            "Des caractères pleine chasse de claviers d'Asie orientale ont été remplacés par les ordinaires.",
        ),
        why=Text(
            "They look the same and are not.",
            "Ils se ressemblent et ne sont pas les mêmes.",
        ),
        remedy=Text(
            "Look the repaired address over once; correct the source so that it is not repaired again.",
            "Relire une fois l'adresse réparée ; corriger la source pour ne plus avoir à la réparer.",
        ),
        example="lea＠example.org",
    ),
    Code(
        id="email.punctuation-removed",
        severity=Severity.INFO,
        title=Text(
            "Stray punctuation removed",
            "Ponctuation parasite retirée",
        ),
        message=Text(
            "Punctuation around the address was removed.",
            "De la ponctuation autour de l'adresse a été retirée.",
        ),
        why=Text(
            "It ends the sentence or the list that the address was copied from.",
            "Elle finit la phrase ou la liste d'où l'adresse a été copiée.",
        ),
        remedy=Text(
            "Nothing; the address itself was not changed.",
            "Rien ; l'adresse elle-même n'a pas changé.",
        ),
        example="lea@example.org.",
    ),
    Code(
        id="email.space-removed",
        severity=Severity.WARNING,
        title=Text(
            "Space removed",
            "Espace retirée",
        ),
        message=Text(
            "A space beside the @ or beside a dot of the domain was removed.",
            "Une espace à côté du @ ou d'un point du domaine a été retirée.",
        ),
        why=Text(
            "An address has no spaces; there, nothing else can have been meant.",
            "Une adresse n'a pas d'espace ; à cet endroit rien d'autre ne peut avoir été voulu.",
        ),
        remedy=Text(
            "Look the repaired address over once; correct the source so that it is not repaired again.",
            "Relire une fois l'adresse réparée ; corriger la source pour ne plus avoir à la réparer.",
        ),
        example="lea@ example.org",
    ),
    Code(
        id="email.comma-for-dot",
        severity=Severity.WARNING,
        title=Text(
            "Comma or semicolon read as a dot",
            "Virgule ou point-virgule lu comme un point",
        ),
        message=Text(
            "A comma or semicolon in the domain was read as a dot.",
            "Une virgule ou un point-virgule dans le domaine a été lu comme un point.",
        ),
        why=Text(
            "A neighbouring key; nothing else makes a domain of it.",
            "La touche voisine ; rien d'autre n'en fait un domaine.",
        ),
        remedy=Text(
            "Look the repaired address over once; correct the source so that it is not repaired again.",
            "Relire une fois l'adresse réparée ; corriger la source pour ne plus avoir à la réparer.",
        ),
        example="lea@free,fr",
    ),
    Code(
        id="email.double-dot",
        severity=Severity.WARNING,
        title=Text(
            "Doubled dot removed",
            "Point doublé retiré",
        ),
        message=Text(
            "A doubled dot in the domain of a well-known provider was made one.",
            "Un point doublé dans le domaine d'un fournisseur connu a été réduit à un.",
        ),
        why=Text(
            "The provider is known, so nothing is missing between the dots.",
            "Le fournisseur est connu : rien ne manque entre les points.",
        ),
        remedy=Text(
            "Look the repaired address over once; correct the source so that it is not repaired again.",
            "Relire une fois l'adresse réparée ; corriger la source pour ne plus avoir à la réparer.",
        ),
        example="lea@gmail..com",
    ),
    Code(
        id="email.at-spelled-out",
        severity=Severity.WARNING,
        title=Text(
            "(at) read as @",
            "(at) lu comme @",
        ),
        message=Text(
            "A bracketed (at), or an à typed for @ before a well-known provider, was read as @.",
            "Un (at) entre parenthèses, ou un à tapé pour @ devant un fournisseur connu, a été lu comme @.",
        ),
        why=Text(
            "Addresses are so hidden from robots, and à shares a key with 0 and @.",
            "Les adresses sont ainsi cachées aux robots, et à partage une touche avec 0 et @.",
        ),
        remedy=Text(
            "Look the repaired address over once; correct the source so that it is not repaired again.",
            "Relire une fois l'adresse réparée ; corriger la source pour ne plus avoir à la réparer.",
        ),
        example="lea(at)example.org",
    ),
    Code(
        id="email.several-in-cell",
        severity=Severity.INFO,
        title=Text(
            "Several addresses in one cell",
            "Plusieurs adresses dans une cellule",
        ),
        message=Text(
            "The cell holds {count} addresses; each was read by itself, in order.",
            "La cellule contient {count} adresses ; chacune a été lue à part, dans l'ordre.",
        ),
        why=Text(
            "Only the first would be seen by most programs.",
            "La plupart des programmes n'en verraient que la première.",
        ),
        remedy=Text(
            "Nothing; a contact may have several addresses.",
            "Rien ; un contact peut avoir plusieurs adresses.",
        ),
        example="lea@example.org; leo@example.com",
    ),
    Code(
        id="email.repeated-in-cell",
        severity=Severity.INFO,
        title=Text(
            "Same mailbox twice in one cell",
            "Même boîte deux fois dans une cellule",
        ),
        message=Text(
            "The cell names the same mailbox more than once; the first spelling was kept.",
            "La cellule nomme plusieurs fois la même boîte ; la première écriture est gardée.",
        ),
        why=Text(
            "One mailbox would be written to twice.",
            "Une même boîte recevrait deux messages.",
        ),
        remedy=Text(
            "Nothing.",
            "Rien.",
        ),
        example="lea@example.org; Lea@example.org",
    ),
    Code(
        id="email.none-stated",
        severity=Severity.INFO,
        title=Text(
            "Said to have no address",
            "Adresse dite absente",
        ),
        message=Text(
            "The cell says in words that there is no address.",
            "La cellule dit en mots qu'il n'y a pas d'adresse.",
        ),
        why=Text(
            "It is neither a value nor a mistake.",
            "Ce n'est ni une valeur ni une erreur.",
        ),
        remedy=Text(
            "Leave the cell empty.",
            "Laisser la cellule vide.",
        ),
        example="néant",
    ),
)
