"""Words beside a value that ask not to use it, or say that it is out of use: `ne pas appeler`, `STOP`, `ancien`.

A refusal holds wherever it was written down (GDPR art. 21); a file keeps it beside a number, an address or a name as
often as in a column of its own. Words are folded.

>>> refuses({"ne", "pas", "appeler"}), refuses({"liste", "rouge"}), refuses({"rappeler", "apres", "18h"})
(True, True, False)
>>> says_out_of_use({"ancien"}), says_out_of_use({"plus", "valable"}), says_out_of_use({"papa"})
(True, True, False)
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import Final

from contactbase.normalize.consent_answer import NEGATIONS, REFUSALS

__all__ = ["CONTACTING", "WRITING", "refuses", "says_out_of_use"]

CONTACTING: Final = frozenset(
    "appeler appelez appel appels rappeler contacter contactez contact demarcher demarchage solliciter relancer "
    "deranger sms call contacted disturb text".split()
)
"""What one is asked not to do, after a negation."""

WRITING: Final = frozenset("ecrire envoyer mailer mail mails email emails publicite pub newsletter write send".split())
"""What one is asked not to do with an e-mail address."""

_OUT_OF_USE: Final = frozenset(
    "hs faux fausse errone erronee invalide incorrect incorrecte obsolete resilie resiliee ancien ancienne npai "
    "expire perime perimee inactif inactive invalid wrong old bounce bounced rebond".split()
)
_NO_MORE: Final = frozenset(
    "valable valide attribue attribuee actif active bon bonne joignable utilise utiliser".split()
)


def refuses(words: AbstractSet[str], acts: AbstractSet[str] = CONTACTING) -> bool:
    """Tell whether folded words beside a value ask not to use it; `acts` is what one may be asked not to do."""
    return (
        not words.isdisjoint(REFUSALS)
        or (not words.isdisjoint(NEGATIONS) and not words.isdisjoint(acts))
        or {"liste", "rouge"} <= words
    )


def says_out_of_use(words: AbstractSet[str]) -> bool:
    """Tell whether folded words beside a value say that it reaches nobody any more."""
    return not words.isdisjoint(_OUT_OF_USE) or (not words.isdisjoint(NEGATIONS) and not words.isdisjoint(_NO_MORE))
