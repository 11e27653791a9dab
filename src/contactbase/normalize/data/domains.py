"""Mail domains: reserved names, well-known providers, their neighbours, and what people type for "none".

`RESERVED` is the IANA registry of special-use domain names (RFC 6761, 6762, 7686), without the `example` names, which
applications are told to accept. The lists of providers, functions and fillers are our own: the providers of French
client files (measured on files, own judgement) and the large international ones; no list here rejects a provider.

>>> "orange.fr" in PROVIDERS, CONFUSED["gmail.fr"]
(True, 'gmail.com')
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = [
    "COMMON_ENDINGS",
    "CONFUSED",
    "ENDING_SLIPS",
    "FILLERS",
    "FILLER_DOMAINS",
    "FUNCTIONS",
    "GMAIL",
    "NEIGHBOURS",
    "NONE_WORDS",
    "PLUS_ADDRESSING",
    "PROVIDERS",
    "RESERVED",
    "WEAK_FILLERS",
]

RESERVED: Final = frozenset({"arpa", "invalid", "local", "localhost", "onion", "test"})

PROVIDERS: Final = frozenset(
    # France
    "orange.fr wanadoo.fr free.fr sfr.fr laposte.net bbox.fr neuf.fr hotmail.fr live.fr yahoo.fr outlook.fr "
    "gmx.fr aol.fr club-internet.fr cegetel.net aliceadsl.fr numericable.fr noos.fr libertysurf.fr "
    "tiscali.fr voila.fr dbmail.com 9online.fr bouygtel.fr netcourrier.com mailo.com mailo.fr caramail.fr "
    "caramail.com infonie.fr freesbee.fr tele2.fr nordnet.fr ymail.com rocketmail.com msn.com "
    # Overseas France
    "mediaserv.net only.fr zeop.re mls.nc lagoon.nc mail.pf "
    # the world
    "gmail.com googlemail.com hotmail.com outlook.com live.com yahoo.com icloud.com me.com mac.com aol.com "
    "gmx.com gmx.net mail.com proton.me protonmail.com protonmail.ch pm.me fastmail.com fastmail.fm "
    "zoho.com tutanota.com hey.com "
    # neighbours
    "skynet.be telenet.be proximus.be hotmail.be live.be outlook.be yahoo.be gmx.be scarlet.be voo.be "
    "bluewin.ch hispeed.ch sunrise.ch gmx.ch hotmail.ch pt.lu vo.lu internet.lu gmx.de web.de t-online.de "
    "freenet.de arcor.de hotmail.de yahoo.de outlook.de live.de gmx.at hotmail.es yahoo.es outlook.es "
    "telefonica.net hotmail.it yahoo.it libero.it virgilio.it tin.it alice.it live.it outlook.it tiscali.it "
    "hotmail.co.uk yahoo.co.uk live.co.uk outlook.co.uk btinternet.com sky.com ntlworld.com virginmedia.com "
    "hotmail.nl live.nl ziggo.nl kpnmail.nl planet.nl sapo.pt outlook.pt yahoo.ca videotron.ca sympatico.ca "
    "live.ca outlook.com.br yahoo.com.br hotmail.com.br uol.com.br mail.ru yandex.ru wp.pl o2.pl seznam.cz "
    "menara.ma yahoo.co.in rediffmail.com qq.com 163.com".split()
)

CONFUSED: Final[Mapping[str, str]] = {
    "gmail.fr": "gmail.com",
    "gmail.co": "gmail.com",
    "gmail.cm": "gmail.com",
    "gmail.om": "gmail.com",
    "gmail.net": "gmail.com",
    "gmail.org": "gmail.com",
    "gmail.eu": "gmail.com",
    "gmail.co.uk": "gmail.com",
    "gmail.be": "gmail.com",
    "gmail.it": "gmail.com",
    "gmail.es": "gmail.com",
    "hotmail.co": "hotmail.com",
    "hotmail.cm": "hotmail.com",
    "hotmail.om": "hotmail.com",
    "hotmail.net": "hotmail.com",
    "outlook.co": "outlook.com",
    "outlook.net": "outlook.com",
    "yahoo.co": "yahoo.com",
    "yahoo.cm": "yahoo.com",
    "yahoo.om": "yahoo.com",
    "live.co": "live.com",
    "icloud.fr": "icloud.com",
    "icloud.co": "icloud.com",
    "iclod.com": "icloud.com",
    "laposte.fr": "laposte.net",
    "laposte.com": "laposte.net",
    "wanadoo.com": "wanadoo.fr",
    "free.com": "free.fr",
    "msn.fr": "msn.com",
    "aol.co": "aol.com",
    "proton.com": "proton.me",
    "protonmail.fr": "protonmail.com",
}
"""Domains that exist, beside the provider that was often meant."""

NEIGHBOURS: Final = frozenset(
    "mail email ymail umail xmail zmail cloud aloud photon grange range granges oranges yahoos outlooks "
    "live love free tree fred lapostes gmailer hotmails".split()
)
"""Names one slip away from a provider that are words or firms of their own."""

COMMON_ENDINGS: Final = frozenset(
    "fr com net org eu be ch lu de es it uk nl pt ca info biz pro re gp mq gf yt pm nc pf mc bzh corsica "
    "paris alsace".split()
)
"""Endings that make a domain of a name typed before a comma (`free,fr`)."""

ENDING_SLIPS: Final[Mapping[str, str]] = {
    **dict.fromkeys(
        "con cim cpm clm cob cok cmo ocm coom comm ccom vom xom fom c0m co.m vcom comn cmm con.fr".split(),
        "com",
    ),
    **dict.fromkeys("f fe ff ft frr ffr fre fra rf dr r f.r".split(), "fr"),
    **dict.fromkeys("nte ent ner nrt nett het nt n n.et".split(), "net"),
}
"""Endings that are slips for another; applied only to the name of a provider that has the right one."""

GMAIL: Final = frozenset({"gmail.com", "googlemail.com"})

PLUS_ADDRESSING: Final = frozenset(
    [
        *(
            f"{name}.{ending}"
            for name in ("outlook", "hotmail", "live")
            for ending in "com fr be ch de es it nl pt ie at dk se no co.uk ca com.au com.br".split()
        ),
        *"icloud.com me.com fastmail.com fastmail.fm proton.me protonmail.com protonmail.ch pm.me".split(),
    ]
)
"""Providers that deliver `name+anything@` to `name@`, by their own documentation."""

FUNCTIONS: Final = frozenset(
    "abuse accueil achat achats admin administrateur administration administratif agence assistance "
    "association atelier billing booking boutique bureau cabinet centre client clients comm commande "
    "commandes commercial communication compta comptabilite comptable contact contacts courrier devis "
    "direction directeur ecole enquiries facturation facture factures formation gerance gestion hello help "
    "hostmaster hotel info infos information informations invoice job jobs juridique legal logistique "
    "magasin mairie marketing newsletter no-reply noc nepasrepondre ne-pas-repondre noreply office orders "
    "paie pharmacie planning postmaster presse press privacy production qualite reception recrutement "
    "reservation reservations restaurant resa rh root sales salon sav scolarite secretariat secretaire "
    "security service serviceclient service-client shop societe standard stage support team technique "
    "technical usenet vente ventes webmaster welcome www".split()
)
"""Local parts that name a function (RFC 2142 and French practice)."""

FILLERS: Final = frozenset(
    "aucun aucune aucunmail aucunemail aucun-mail noemail no-email no.email no_email nomail no-mail no.mail "
    "nonmail pasdemail pas-de-mail pas.de.mail pasdemails pasdadresse pasdemel sansmail sans-mail sans.mail "
    "sansemail sans sansadresse neant inconnu inconnue unknown noone nobody none null nospam fake fakemail "
    "faux fauxmail bidon bidonmail jenaipasdemail pasemail pas-email nepasecrire xxx xxxx xxxxx xxxxxx "
    "xxxxxxx xxxxxxxx xxxxxxxxx xxxxxxxxxx azerty azertyuiop qwerty qsdf asdf nonrenseigne non-renseigne "
    "non.renseigne noncommunique".split()
)
"""Local parts that nobody has: a filler whatever the domain."""

WEAK_FILLERS: Final = frozenset(
    "nc na nr nd a aa aaa b c n x xx y z zz test tests teste toto titi tata email mail e-mail adresse "
    "client inconnu non rien vide abc abcd aze 0 00 000 1 123 1234 12345 exemple example user nom prenom".split()
)
"""Local parts that are fillers before one of `FILLER_DOMAINS` alone."""

FILLER_DOMAINS: Final = frozenset(
    f"{name}.{ending}"
    for name in (
        "nc na nr aucun neant inconnu rien vide non xx xxx xxxx aa aaa aze azerty qsdf toto titi tata test "
        "tests teste noemail nomail sansmail pasdemail email adresse abc x y z a b c n".split()
    )
    for ending in ("fr", "com", "net", "org")
)

NONE_WORDS: Final = frozenset(
    "nc|n c|na|n a|nr|n r|nd|n d|neant|aucun|aucune|non|no|none|null|nil|nan|rien|vide|inconnu|inconnue|"
    "unknown|absent|x|xx|xxx|sans|indisponible|refus|refuse|refusee|aucun mail|aucun email|aucun e mail|"
    "aucune adresse|aucune adresse mail|aucune adresse email|pas de mail|pas d email|pas d e mail|"
    "pas d adresse|pas de courriel|pas d adresse mail|pas d adresse email|pas d internet|pas internet|"
    "pas de boite mail|sans mail|sans email|sans e mail|sans adresse|n a pas|n en a pas|n a pas de mail|"
    "n a pas d email|non communique|non communiquee|non renseigne|non renseignee|"
    "ne sait pas|ne veut pas|no email|no mail|no e mail|not available|not provided|keine|ninguno|nessuno|geen".split(
        "|"
    )
)
"""What people write for "there is no address", folded, punctuation as spaces."""
