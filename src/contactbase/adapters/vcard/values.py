r"""The value of a property as text: quoted-printable and charset, escapes, components, phone URIs, dates.

Escapes are those of RFC 6350, 3.4 (`\n \, \; \\`) and the `\:` that Apple writes; 2.1 has `\;` only, but phones
write the others too, all but `\n`. A comma without a backslash stays a comma, for many programs do not escape it.

>>> unescaped(r"Richter\, James\nhere", "3.0"), components(r"Doe;John\;Jim;;", "2.1")
('Richter, James\nhere', ['Doe', 'John;Jim', '', ''])
>>> phone_of("tel:+1-418-656-9254;ext=102"), day_of("19800322"), day_of("--0203")
('+14186569254;ext=102', '1980-03-22', '--02-03')
"""

from __future__ import annotations

import codecs
import quopri
import re
from typing import Final

from contactbase.adapters.vcard.content_line import Head

__all__ = ["components", "day_of", "decoded", "listed", "phone_of", "unescaped"]

_ESCAPE: Final = re.compile(r"\\(.)", re.DOTALL)
_OLD_ESCAPE: Final = re.compile(r"\\([;,:\\])")
_AT_SEMICOLON: Final = re.compile(r"\\.|;", re.DOTALL)
_AT_COMMA: Final = re.compile(r"\\.|,", re.DOTALL)
_BASIC_DAY: Final = re.compile(r"(\d{4})(\d{2})(\d{2})(?=T|\Z)", re.ASCII)
_NO_YEAR: Final = re.compile(r"--(\d{2})-?(\d{2})", re.ASCII)
_SEPARATORS: Final = str.maketrans("", "", "-.() ")


def decoded(head: Head, value: str) -> tuple[str, bool]:
    """Give the text of a quoted-printable value, and whether its charset was stated and held.

    Without a charset, or with one that nothing fits, it is UTF-8, else Windows-1252; single broken characters of a
    value that is UTF-8 otherwise (phones cut values in the middle of one) become U+FFFD.
    """
    raw = quopri.decodestring(value.encode("utf-8", "surrogatepass"))
    try:
        codec = codecs.lookup(head.charset or "utf-8").name
        return _one_end(raw.decode(codec)), bool(head.charset) or raw.isascii()
    except (LookupError, ValueError):
        pass
    text = raw.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if 2 * broken > sum(char > "\x7f" for char in text):
        text = raw.decode("cp1252", "replace")
    return _one_end(text), False


def _one_end(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _letter(found: re.Match[str]) -> str:
    return "\n" if found[1] in "nN" else found[1]


def unescaped(text: str, version: str) -> str:
    """Take the backslashes of a value away."""
    if "\\" not in text:
        return text
    return _OLD_ESCAPE.sub(r"\1", text) if version == "2.1" else _ESCAPE.sub(_letter, text)


def _parts(text: str, signs: re.Pattern[str]) -> list[str]:
    """Cut a text at the signs that no backslash stands before."""
    parts, start = [], 0
    for found in signs.finditer(text):
        if len(found[0]) == 1:
            parts.append(text[start : found.start()])
            start = found.end()
    return [*parts, text[start:]]


def components(text: str, version: str) -> list[str]:
    """Give the components of a structured value (N, ADR, ORG), at every semicolon that is not escaped."""
    if "\\" not in text:
        return text.split(";")
    return [unescaped(part, version) for part in _parts(text, _AT_SEMICOLON)]


def listed(text: str, version: str) -> list[str]:
    """Give the values of a list (CATEGORIES), at every comma that is not escaped."""
    parts = text.split(",") if "\\" not in text else _parts(text, _AT_COMMA)
    return [unescaped(part, version).strip() for part in parts]


def phone_of(text: str) -> str | None:
    """Give a number without `tel:` and the separators of RFC 3966; None for another address (`sip:`)."""
    scheme, colon, rest = text.partition(":")
    if not colon or not scheme.isalpha():
        return text
    if scheme.lower() != "tel":
        return None
    number, semicolon, parameters = rest.partition(";")
    return number.translate(_SEPARATORS) + semicolon + parameters


def day_of(text: str, year_omitted: str = "") -> str:
    """Give a date in the extended form of ISO 8601 where it is a date in the basic one; anything else as it is."""
    day = _BASIC_DAY.sub(r"\1-\2-\3", text.strip(), count=1) if _BASIC_DAY.match(text.strip()) else text.strip()
    bare = _NO_YEAR.fullmatch(day)
    if bare:
        return f"--{bare[1]}-{bare[2]}"
    return f"--{day[5:10]}" if year_omitted and day.startswith(f"{year_omitted}-") else day
