"""What a review workbook looks like: its sheets and columns, the words in them, and how a change is known again.

The contacts stand on one sheet, a row each: id, group of duplicates, the answer to "same person?", the number of
problems, then every field that anybody has, then the columns that no field claims. A sheet for programs alone holds the
keys of the columns and a digest of every cell, so that a changed cell is known without keeping what it said before.
"""

from __future__ import annotations

import hashlib
from typing import Final

from contactbase.model.text import Language, Text

__all__ = ["ANSWER", "CONTACTS", "FINDINGS", "GROUP", "ID", "KEPT", "MARK", "NO", "PROBLEMS", "REJECTED", "YES"]
__all__ += ["answer_of", "digest", "sheet_names"]

CONTACTS: Final = Text("Contacts", "Contacts")
FINDINGS: Final = Text("Findings", "Constats")
REJECTED: Final = Text("Rejected rows", "Lignes refusées")
KEPT: Final = "_contactbase"
MARK: Final = "contactbase review 1"

ID: Final = Text("Id", "Identifiant")
GROUP: Final = Text("Group of duplicates", "Groupe de doublons")
ANSWER: Final = Text("Same person?", "Même personne ?")
PROBLEMS: Final = Text("Problems", "Problèmes")
YES: Final = Text("yes", "oui")
NO: Final = Text("no", "non")

_ANSWERS: Final = {
    **dict.fromkeys(("yes", "y", "oui", "o", "true", "vrai", "x", "1"), True),
    **dict.fromkeys(("no", "n", "non", "false", "faux", "0"), False),
}


def sheet_names(language: Language) -> tuple[str, str, str]:
    """Give the names of the sheets that people see."""
    return CONTACTS.say(language), FINDINGS.say(language), REJECTED.say(language)


def answer_of(cell: str) -> bool | None:
    """Read an answer; None where it is neither yes nor no."""
    return _ANSWERS.get(cell.strip().lower())


def digest(contact: str, key: str, cell: str) -> str:
    """Give the digest of a cell; line ends and spaces around a text do not count, programs change them."""
    text = "\0".join((contact, key, cell.replace("\r\n", "\n").replace("\r", "\n").strip()))
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
