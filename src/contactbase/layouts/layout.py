"""A layout: which column of a vendor's export means what, as data.

A layout is recognized by a *mark*, headers that stand together in every export of the vendor, compared as header keys:
accents, case, punctuation and order do not matter. A header in another script has its own letters as its key.

>>> header_key("Code Postal *"), header_key("E-mail 1 - Value"), header_key("N° de téléphone")
('code postal', 'e mail 1 value', 'n de telephone')
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

import attrs

from contactbase.model.hints import DateOrder
from contactbase.model.source import Citation
from contactbase.model.text import Text

__all__ = ["Layout", "claims", "header_key", "mark"]

_NOT_A_WORD: Final = re.compile(r"[\W_]+")
_NUMBER: Final = re.compile(r"\b\d{1,4}\b")


def header_key(header: str) -> str:
    """Give the form in which headers are compared: small letters without accents, one space between words."""
    plain = unicodedata.normalize("NFKD", header[:200].replace("’", "'")).casefold()
    plain = plain.replace("œ", "oe").replace("º", " ").replace("°", " ")
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _NOT_A_WORD.sub(" ", bare).strip()


def claims(beside: str = "", **headers: str) -> dict[str, str]:
    """Give the columns of a layout: for each field its headers between commas; `beside` are known and kept unread.

    >>> claims("Lead Status", email="Email, E-mail")
    {'email': 'email', 'e mail': 'email', 'lead status': ''}
    """
    fields = {header_key(header): field for field, named in headers.items() for header in named.split(",")}
    return fields | {header_key(header): "" for header in beside.split(",") if header.strip()}


def mark(headers: str) -> frozenset[str]:
    """Give headers between commas as a mark of a layout."""
    return frozenset(map(header_key, headers.split(",")))


@attrs.frozen(kw_only=True)
class Layout:
    """One vendor's file.

    A file is of a layout that has all the header keys of one of its `marks`, or of one of its `named` marks where the
    file's name has the word beside it. `columns` maps a header key to a field of the schema, or to "" (known, kept
    beside); `groups` the same for headers with numbers, `#` for each (`phone # value`); `joined` gives the columns
    that one field is made of, with hyphens between. `codes` gives, for a field, what the vendor's codes stand for
    (folded text to canonical word); `constants` what the file as a whole says of every row; `dropped` the header keys
    never to be kept, such as passwords. `strict` layouts hold canonical text: several values are joined by an escaped
    `|`. `sources` say where this is known from, `unverified` what nobody has checked (None: nothing).
    """

    name: str
    title: Text
    marks: tuple[frozenset[str], ...] = ()
    named: tuple[tuple[str, frozenset[str]], ...] = ()
    columns: Mapping[str, str]
    groups: Mapping[str, str] = attrs.field(factory=dict)
    joined: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    codes: Mapping[str, Mapping[str, str]] = attrs.field(factory=dict)
    constants: Mapping[str, str] = attrs.field(factory=dict)
    dropped: frozenset[str] = frozenset()
    date_order: DateOrder | None = None
    decimal_mark: str | None = None
    currency: str | None = None
    list_separator: str | None = None
    strict: bool = False
    sources: tuple[Citation, ...] = ()
    unverified: Text | None = None

    def recognizes(self, keys: frozenset[str], file: str = "") -> bool:
        """Tell whether a file with these header keys, and this name, is of this layout."""
        words = header_key(file).split()
        return any(found <= keys for found in self.marks) or any(
            word in words and found <= keys for word, found in self.named
        )

    def field_of(self, key: str) -> str | None:
        """Give the field of a header key, "" where it is known and kept beside, None where it is not known."""
        found = self.columns.get(key)
        return self.groups.get(_NUMBER.sub("#", key)) if found is None and self.groups else found
