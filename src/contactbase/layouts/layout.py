"""A layout: which column of a vendor's export means what, as data.

A layout is recognized by its *signature*, headers that stand in every export of the vendor, compared as header keys:
accents, case, punctuation and order do not matter.

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
from contactbase.model.text import Text

__all__ = ["Layout", "header_key"]

_NOT_A_WORD: Final = re.compile(r"[^a-z0-9]+")


def header_key(header: str) -> str:
    """Give the form in which headers are compared: lower-case ASCII words with one space between them."""
    plain = unicodedata.normalize("NFKD", header[:200].replace("’", "'")).casefold()
    plain = plain.replace("œ", "oe").replace("º", " ").replace("°", " ")
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _NOT_A_WORD.sub(" ", bare).strip()


@attrs.frozen(kw_only=True)
class Layout:
    """One vendor's file.

    `columns` maps a header key to a field of the schema; `signature` holds the header keys of which all must be there;
    `codes` gives, for a field, what the vendor's codes stand for (folded text to canonical word); `constants` what the
    file as a whole says of every row (the status that stands in a file's name only); `dropped` the header keys never
    to be kept, such as passwords. `strict` layouts hold canonical text: several values are joined by an escaped `|`.
    """

    name: str
    title: Text
    signature: frozenset[str] = frozenset()
    columns: Mapping[str, str]
    codes: Mapping[str, Mapping[str, str]] = attrs.field(factory=dict)
    constants: Mapping[str, str] = attrs.field(factory=dict)
    dropped: frozenset[str] = frozenset()
    date_order: DateOrder | None = None
    decimal_mark: str | None = None
    currency: str | None = None
    list_separator: str | None = None
    strict: bool = False
