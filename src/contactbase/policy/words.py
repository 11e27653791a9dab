"""The words for what a rule of retention says of a contact.

>>> ACTIONS[RetentionAction.HOLD].say("fr")
"Geler en l'état"
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from contactbase.model.journal import RetentionAction
from contactbase.model.text import Text

__all__ = ["ACTIONS", "NO_ADVICE"]

ACTIONS: Final[Mapping[RetentionAction, Text]] = {
    RetentionAction.KEEP: Text("Keep", "Conserver"),
    RetentionAction.RECONSENT: Text("Ask for consent again", "Redemander le consentement"),
    RetentionAction.DELETE: Text("Delete", "Supprimer"),
    RetentionAction.ARCHIVE: Text("Move to the restricted archive", "Archiver en accès restreint"),
    RetentionAction.ARCHIVE_STATS: Text("Keep as statistics only", "Ne garder que des statistiques"),
    RetentionAction.QUARANTINE: Text("Put in quarantine", "Mettre en quarantaine"),
    RetentionAction.HOLD: Text("Hold as it is", "Geler en l'état"),
}
NO_ADVICE: Final = Text("This is no legal advice.", "Ceci n'est pas un conseil juridique.")
