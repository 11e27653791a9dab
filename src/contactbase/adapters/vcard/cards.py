"""One card to named texts: what each property of a vCard is called as a column.

Several values of a column stand on lines of their own, the preferred one first (PREF, TYPE=pref), then as in the file.
A contact has one address, one company, one birthday: further ones stand beside, under `… other`. Numbers of faxes and
pagers are no phones of a person and stand beside too. Everything else keeps the name of its property.

>>> from contactbase.adapters.vcard.content_line import Heads
>>> split = Heads().split
>>> texts_of([split("N:Doe;John;;Mr.;"), split("TEL;FAX:1"), split("TEL;CELL:2"), split("FN:John Doe")], "3.0").texts
{'N family': 'Doe', 'N given': 'John', 'N prefix': 'Mr.', 'TEL fax': '1', 'TEL': '2'}
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from contactbase.adapters.vcard.content_line import Head
from contactbase.adapters.vcard.values import components, day_of, decoded, listed, phone_of, unescaped

__all__ = ["ALWAYS", "CardTexts", "texts_of"]

ALWAYS: Final = ("UID", "N family", "N given", "FN", "TEL", "EMAIL")
"""The columns that every vCard file has, so that its layout is recognized."""

_Named = tuple[str, str]
_NAME: Final = ("N family", "N given", "N additional", "N prefix", "N suffix")
_ADDRESS: Final = ("", "", "", "ADR city", "ADR region", "ADR postcode", "ADR country")
_ONCE: Final = frozenset(("N", "ADR", "ORG", "BDAY", "GENDER", "LANG", "UID", "FN", "KIND"))
_LEFT_OUT: Final = frozenset({"BEGIN", "END", "VERSION", "PRODID"})
_FAX: Final = ("fax", "TEL fax"), ("pager", "TEL pager")


class CardTexts(NamedTuple):
    """The texts of a card by column; how many addresses stand beside, how many values had a charset to guess."""

    texts: dict[str, str]
    beside: int
    guessed: int


def texts_of(lines: Iterable[tuple[Head, str]], version: str) -> CardTexts:
    """Give the texts of the properties of one card."""
    found: dict[str, list[str]] = {}
    seen: set[str] = set()
    guessed = beside = 0
    for head, raw in sorted(lines, key=_preference):
        text, name = raw, head.name
        if head.printable:
            text, sure = decoded(head, raw)
            guessed += not sure
        if name in _LEFT_OUT or not text or text.isspace():
            continue
        reader = _READ.get(name)
        if reader is None and name not in _ONCE:
            found.setdefault(name, []).append(unescaped(text, version))
            continue
        named = [pair for pair in (reader or _plain)(head, text, version) if pair[1].strip()]
        if named and name in seen:
            beside += name == "ADR"
            named = [(f"{name} other", ", ".join(" ".join(value.split("\n")) for _, value in named))]
        elif named and name in _ONCE:
            seen.add(name)
        for column, value in named:
            found.setdefault(column, []).append(value)
    return CardTexts(_with_full_name({name: "\n".join(values) for name, values in found.items()}), beside, guessed)


def _preference(line: tuple[Head, str]) -> int:
    return line[0].preference


def _with_full_name(texts: dict[str, str]) -> dict[str, str]:
    """Leave out a full name that says nothing new (the parts, a company, an address); keep another one beside them."""
    full = texts.get("FN")
    if full is None:
        return texts
    if any(full in texts.get(name, "").split("\n") for name in ("ORG", "EMAIL", "TEL", "UID")):
        del texts["FN"]
        return texts
    if not ("N family" in texts or "N given" in texts):
        return texts
    del texts["FN"]
    words = {word for name in _NAME for word in texts.get(name, "").replace(",", " ").split()}
    if not words.issuperset(full.replace(",", " ").split()):
        texts["FN other"] = full
    return texts


def _plain(head: Head, text: str, version: str) -> Iterator[_Named]:
    yield head.name, unescaped(text, version)


def _name(_head: Head, text: str, version: str) -> Iterator[_Named]:
    yield from zip(_NAME, components(text, version), strict=False)


def _address(_head: Head, text: str, version: str) -> Iterator[_Named]:
    """Give the street lines (what is inside, the way, the post box) and the rest; a bar stays in its line."""
    parts = [*components(text, version), *[""] * len(_ADDRESS)]
    lines = [line.strip() for part in (parts[1], parts[2], parts[0]) for line in part.splitlines() if line.strip()]
    if lines:
        yield "ADR street", "\n".join(line.replace("|", "\\|") for line in lines)
    for name, part in zip(_ADDRESS, parts, strict=False):
        if name:
            yield name, part.strip()


def _organization(_head: Head, text: str, version: str) -> Iterator[_Named]:
    company, *units = components(text, version)
    yield "ORG", company
    yield "ORG unit", " / ".join(filter(None, units))


def _phone(head: Head, text: str, version: str) -> Iterator[_Named]:
    number = phone_of(unescaped(text, version).strip())
    if number is None:
        yield "TEL other", unescaped(text, version)
        return
    yield next((name for kind, name in _FAX if kind in head.types), "TEL"), number


def _birthday(head: Head, text: str, version: str) -> Iterator[_Named]:
    plain = unescaped(text, version)
    yield "BDAY", plain if head.kind == "text" else day_of(plain, head.year_omitted)


def _gender(_head: Head, text: str, version: str) -> Iterator[_Named]:
    sex, *words = components(text, version)
    yield ("GENDER" if sex.strip().upper() in {"M", "F"} else "GENDER other"), sex.strip().upper()
    yield "GENDER text", " ".join(words)


def _labels(head: Head, text: str, version: str) -> Iterator[_Named]:
    for label in listed(text, version):
        yield head.name, label


_READ: Final[Mapping[str, Callable[[Head, str, str], Iterator[_Named]]]] = {
    "N": _name,
    "ADR": _address,
    "ORG": _organization,
    "TEL": _phone,
    "BDAY": _birthday,
    "GENDER": _gender,
    "CATEGORIES": _labels,
}
