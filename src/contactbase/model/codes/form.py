"""Codes of the family `form`: what is wrong with a collection form before anybody fills it in."""

from __future__ import annotations

import datetime as dt

from contactbase.model.code import Code
from contactbase.model.enums import Severity
from contactbase.model.source import Citation, Confidence
from contactbase.model.text import Text

__all__ = ["CODES"]

_READ = dt.date(2026, 11, 20)


def _gdpr(locator: str) -> Citation:
    """Cite the GDPR; the number of the article is own judgement."""
    return Citation(authority="EU", instrument="GDPR", locator=locator, read_on=_READ)


_CNIL = Citation(
    authority="CNIL",
    instrument="la prospection commerciale par courrier électronique",
    locator="a positive, specific act; an un-ticked box; accepting general terms is not enough",
    read_on=_READ,
    confidence=Confidence.OFFICIAL,
)
_GUIDE = Citation(
    authority="guide",
    instrument="SMSFactor, constituer une base de contacts",
    locator="one or two optional questions and a box at the till",
    read_on=_READ,
    confidence=Confidence.VENDOR,
)

CODES: tuple[Code, ...] = (
    Code(
        id="form.box-ticked",
        severity=Severity.ERROR,
        title=Text("Box that comes ticked", "Case pré-cochée"),
        message=Text(
            "Form {form}: a consent box comes ticked.", "Formulaire {form} : une case de consentement est pré-cochée."
        ),
        why=Text(
            "Silence and pre-ticked boxes are no consent; every consent that the form brings in is void.",
            "Le silence et une case pré-cochée ne valent pas consentement ; tous ceux que recueille ce formulaire sont nuls.",
        ),
        remedy=Text("Let the box come empty.", "Laisser la case vide."),
        citation=_CNIL,
    ),
    Code(
        id="form.box-not-separate",
        severity=Severity.ERROR,
        title=Text("Consent together with general terms", "Consentement mêlé aux conditions générales"),
        message=Text(
            "Form {form}: consent is asked together with something else.",
            "Formulaire {form} : le consentement est demandé avec autre chose.",
        ),
        why=Text(
            "A request for consent must stand apart from other matters; accepting general terms is no consent.",
            "La demande de consentement doit être distincte des autres questions ; accepter des conditions générales n'est pas consentir.",
        ),
        remedy=Text(
            "Give the consent a box and a sentence of its own.", "Donner au consentement sa case et sa phrase."
        ),
        citation=_gdpr("art. 7(2)"),
    ),
    Code(
        id="form.box-required",
        severity=Severity.ERROR,
        title=Text("Consent that cannot be refused", "Consentement impossible à refuser"),
        message=Text(
            "Form {form}: it cannot be sent without the consent.",
            "Formulaire {form} : il ne peut pas être envoyé sans le consentement.",
        ),
        why=Text(
            "A consent without which a purchase or a quote is refused is not free.",
            "Un consentement sans lequel un achat ou un devis est refusé n'est pas libre.",
        ),
        remedy=Text("Let the form go through with the box empty.", "Laisser partir le formulaire avec la case vide."),
        citation=_gdpr("art. 7(4)"),
    ),
    Code(
        id="form.box-several-purposes",
        severity=Severity.WARNING,
        title=Text("One box for several purposes", "Une case pour plusieurs finalités"),
        message=Text(
            "Form {form}: one box asks for several purposes ({purposes}).",
            "Formulaire {form} : une case demande plusieurs finalités ({purposes}).",
        ),
        why=Text(
            "Consent is given per purpose; a box for all of them leaves no choice, tracking and marketing above all.",
            "Le consentement se donne par finalité ; une case pour toutes ne laisse pas le choix, surtout entre suivi et prospection.",
        ),
        remedy=Text("Make one box for each purpose.", "Faire une case par finalité."),
        citation=_gdpr("recitals 32 and 43"),
    ),
    Code(
        id="form.partners-in-one-box",
        severity=Severity.ERROR,
        title=Text(
            "Own messages and those of partners in one box", "Messages propres et de partenaires dans une même case"
        ),
        message=Text(
            "Form {form}: one box permits messages of the shop and of its partners together.",
            "Formulaire {form} : une case autorise à la fois les messages de la boutique et de ses partenaires.",
        ),
        why=Text(
            "A person must be able to hear from the shop without being handed on to others, and must know to whom.",
            "On doit pouvoir recevoir les messages de la boutique sans être transmis à d'autres, et savoir à qui.",
        ),
        remedy=Text(
            "Make a box of its own for partners, and name them.",
            "Faire une case à part pour les partenaires, et les nommer.",
        ),
        citation=Citation(
            authority="CNIL",
            instrument="SAN-2025-001 and CALOGA (15 May 2025)",
            locator="misleading forms of partners; reported by mondaq and lex-part.fr",
            read_on=_READ,
            confidence=Confidence.SECONDARY,
        ),
    ),
    Code(
        id="form.no-consent-box",
        severity=Severity.WARNING,
        title=Text("No consent box", "Pas de case de consentement"),
        message=Text(
            "Form {form}: it asks for no consent; its contacts may not be written to for marketing.",
            "Formulaire {form} : il ne demande aucun consentement ; ses contacts ne peuvent pas être prospectés.",
        ),
        why=Text(
            "Marketing to private persons by SMS or e-mail takes prior consent, and it can hardly be asked for afterwards.",
            "La prospection de particuliers par SMS ou e-mail exige un accord préalable, difficile à demander après coup.",
        ),
        remedy=Text(
            "Add a box of its own, un-ticked, for each purpose and channel.",
            "Ajouter une case à part, non cochée, par finalité et canal.",
        ),
        citation=_CNIL,
    ),
    Code(
        id="form.notice-version-missing",
        severity=Severity.ERROR,
        title=Text("Version of the information text not recorded", "Version du texte d'information non enregistrée"),
        message=Text(
            "Form {form}: the version of the information text is not recorded.",
            "Formulaire {form} : la version du texte d'information n'est pas enregistrée.",
        ),
        why=Text(
            "Whoever relies on a consent must show what the person had read; a text that has changed since proves nothing.",
            "Qui invoque un consentement doit montrer ce que la personne a lu ; un texte modifié depuis ne prouve rien.",
        ),
        remedy=Text(
            "Number the text, and store its version with each consent.",
            "Numéroter le texte et garder sa version avec chaque consentement.",
        ),
        citation=_gdpr("art. 7(1) and 13"),
    ),
    Code(
        id="form.withdrawal-not-said",
        severity=Severity.WARNING,
        title=Text("Nothing says how to withdraw", "Rien ne dit comment se désinscrire"),
        message=Text(
            "Form {form}: nothing says how the consent can be withdrawn.",
            "Formulaire {form} : rien ne dit comment retirer le consentement.",
        ),
        why=Text(
            "The person is to be told before consenting that they can withdraw, as easily as they consent.",
            "La personne doit savoir, avant de consentir, qu'elle peut se rétracter, aussi facilement qu'elle consent.",
        ),
        remedy=Text(
            "Say beside the box how to withdraw (STOP, a link, an address).",
            "Dire près de la case comment se désinscrire (STOP, un lien, une adresse).",
        ),
        citation=_gdpr("art. 7(3)"),
    ),
    Code(
        id="form.too-many-optional",
        severity=Severity.WARNING,
        title=Text("Too many optional questions at a purchase", "Trop de questions facultatives à l'achat"),
        message=Text(
            "Form {form}: {count} optional questions at a purchase, more than {limit}.",
            "Formulaire {form} : {count} questions facultatives à l'achat, plus de {limit}.",
        ),
        why=Text(
            "A visitor who is worn out at a first purchase gives up or invents answers; the rest can be asked later.",
            "Un visiteur surmené dès son premier achat abandonne ou invente ; le reste se demandera plus tard.",
        ),
        remedy=Text(
            "Keep one or two, and let next_best_fields ask for the others.",
            "En garder une ou deux, et laisser next_best_fields demander les autres.",
        ),
        citation=_GUIDE,
    ),
    Code(
        id="form.question-not-needed",
        severity=Severity.WARNING,
        title=Text("Compulsory question that the purpose does not need", "Question obligatoire inutile à la finalité"),
        message=Text(
            "Form {form}: {name} is compulsory, and {purpose} does not need it.",
            "Formulaire {form} : {name} est obligatoire, et la finalité {purpose} n'en a pas besoin.",
        ),
        why=Text(
            "Only what the purpose needs may be demanded; anything else is asked for, and may be left empty.",
            "Seul ce dont la finalité a besoin peut être exigé ; le reste se demande et peut rester vide.",
        ),
        remedy=Text(
            "Make the question optional, or name the field in needed with your reason.",
            "Rendre la question facultative, ou nommer le champ dans needed avec sa raison.",
        ),
        citation=_gdpr("art. 5(1)(c)"),
    ),
    Code(
        id="form.special-category",
        severity=Severity.WARNING,
        title=Text("Question about a special category", "Question sur une catégorie particulière"),
        message=Text(
            "Form {form}: {name} looks like a special category of data ({article}).",
            "Formulaire {form} : {name} ressemble à une catégorie particulière de données ({article}).",
        ),
        why=Text(
            "Such data are forbidden but for narrow exceptions; marketing is none of them.",
            "Ces données sont interdites hors exceptions étroites, dont la prospection ne fait pas partie.",
        ),
        remedy=Text(
            "Do not ask, or take advice and an explicit consent.",
            "Ne pas demander, ou prendre conseil et un consentement explicite.",
        ),
        citation=_gdpr("art. 9 and 10"),
    ),
    Code(
        id="form.incentive-tied",
        severity=Severity.WARNING,
        title=Text("Reward for a consent", "Contrepartie au consentement"),
        message=Text(
            "Form {form}: a reward is given for ticking the consent.",
            "Formulaire {form} : une contrepartie est donnée pour le consentement.",
        ),
        why=Text(
            "A consent tied to a prize or a discount is not free.",
            "Un consentement lié à un lot ou à une remise n'est pas libre.",
        ),
        remedy=Text(
            "Give the reward whatever is ticked; otherwise record it with each consent.",
            "Donner la contrepartie quoi qu'on coche ; sinon l'enregistrer avec chaque consentement.",
        ),
        citation=_gdpr("art. 7(4)"),
    ),
)
