"""Lists of labels in one cell: interests, tags, groups, lists.

A layout says what separates them (`hints.list_separator`); otherwise it is Google's ` ::: `, or commas, semicolons,
bars and line breaks alike. Quotes keep a separator inside a label, however deep an export nests them; brackets of
arrays (`['email','web']`) and the mark of Google's own groups (`* myContacts`) are taken off. Labels that fold to the
same key are one, in its first spelling; capitals are the label's own.

>>> normalize("Bijoux; bijoux|Voyages").values
('Bijoux', 'Voyages')
>>> normalize('"Paris, Lyon", Nice').values, normalize("* myContacts ::: Amis").values
(('Paris, Lyon', 'Nice'), ('myContacts', 'Amis'))
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from contactbase.model.hints import Hints
from contactbase.model.journal import finding
from contactbase.normalize.fold import fold
from contactbase.normalize.name_words import NULL_SPELLINGS
from contactbase.normalize.normalized import Cell, FieldNormalizer, Normalized
from contactbase.normalize.remember import remember
from contactbase.normalize.text import mend

__all__ = ["LABELS", "label_text", "normalize"]

_GOOGLE: Final = ":::"
_ARRAYS: Final = frozenset({("[", "]"), ("{", "}")})
"""The brackets of arrays: those of JSON and Python, those of PostgreSQL."""
_ANY_SEPARATOR: Final = re.compile(r"[,;|\n](?![^()\n]{0,80}\))")
"""What parts labels; not inside parentheses: `fromage (chèvre, brebis)` is one label."""
_SEPARATORS: Final = re.compile(r"[,;|\n]")
_GOOGLE_SEPARATOR: Final = re.compile(r":::|\n")
_QUOTED: Final = re.compile(r'"((?:[^"]++|"")*+)"')
_STARS: Final = re.compile(r"\A(?:\*\s++)++")
_SPACES: Final = re.compile(r"[^\S\n]*+")
_NO_LABELS: Final = frozenset({"nc", "n/a", "n/r", "neant", "aucun", "aucune"}) | frozenset(map(fold, NULL_SPELLINGS))
_NOTHING: Final[Normalized[str]] = Normalized()


def label_text(label: str) -> str:
    """Give a label as it is written in a list: in quotes when it would be read otherwise without them."""
    separates = _SEPARATORS.search(label) is not None or _GOOGLE in label
    if separates or '"' in label or label[:1] in {"[", "{"} or label != _bare(label) or fold(label) in _NO_LABELS:
        return '"' + label.replace('"', '""') + '"'
    return label


def _separator(text: str, given: str | None) -> re.Pattern[str]:
    """Give what separates the labels of a text."""
    if given:
        return re.compile(re.escape(given.strip() or given) + r"|\n")
    return _GOOGLE_SEPARATOR if _GOOGLE in text else _ANY_SEPARATOR


def _split(text: str, separator: re.Pattern[str]) -> Iterator[tuple[str, bool]]:
    """Give the raw labels of a text, and whether each stood in quotes; an unclosed quote is an ordinary sign."""
    place, quotes = 0, '"' in text
    while place < len(text):
        spaces = _SPACES.match(text, place)
        place = place if spaces is None else spaces.end()
        quoted = _QUOTED.match(text, place) if quotes and text[place : place + 1] == '"' else None
        quotes = quotes and (quoted is not None or text[place : place + 1] != '"')
        end = separator.search(text, place if quoted is None else quoted.end())
        stop, following = (len(text), len(text)) if end is None else end.span()
        if quoted is None:
            yield text[place:stop], False
        else:
            yield quoted[1].replace('""', '"') + text[quoted.end() : stop], True
        place = following


def _bare(label: str) -> str:
    """Give a label without the mark of Google's own groups."""
    return _STARS.sub("", label)


def _unquoted(label: str) -> str:
    """Give a label without quotes around it, however often they were nested."""
    start, stop = 0, len(label)
    while stop - start > 1 and label[start] == label[stop - 1] == '"':
        start, stop = start + 1, stop - 1
        while start < stop and label[start] == " ":
            start += 1
        while start < stop and label[stop - 1] == " ":
            stop -= 1
    return label[start:stop]


def _column(hints: Hints) -> Cell[str]:
    field = hints.field or "tags"
    given = hints.list_separator

    def read(text: str) -> Normalized[str]:
        seen = {("", False)}
        labels: dict[str, str] = {}
        codes: dict[str, None] = {}
        plain = text.strip()
        array = (plain[:1], plain[-1:]) in _ARRAYS
        inside = plain[1:-1] if array else plain
        for raw, quoted in _split(inside, _separator(inside, given)):
            if (raw, quoted) in seen:
                continue
            seen.add((raw, quoted))
            label, found = mend(raw.strip().strip("'") if array and not quoted else raw)
            label = _unquoted(label if quoted else _bare(label))
            key = fold(label) or label
            if (quoted or key not in _NO_LABELS) and any(char.isalnum() or char > "\x7f" for char in label):
                labels.setdefault(key, label)
                codes.update(dict.fromkeys(found))
        if not labels:
            return _NOTHING
        return Normalized(tuple(labels.values()), tuple(finding(code, field=field) for code in codes))

    return remember(read)


LABELS: Final = FieldNormalizer(name="labels", fields=("interests", "tags"), column=_column, text=label_text)


def normalize(text: str, hints: Hints | None = None) -> Normalized[str]:
    """Read the labels of one cell."""
    return LABELS.normalize(text, hints)
