r"""A layout of one's own, as a TOML file: which header is which field, what codes stand for, how dates are written.

Errors name the line. A header that the file does not mention is read as the generic layout reads it; mapped to `""` it
is kept beside.

>>> mine = layout_from_toml('''
... name = "boutique"
... date_order = "dmy"
... [columns]
... "Pointure" = ""
... "Carte" = "id"
... [codes.title]
... "1" = "Mme"
... ''')
>>> mine.columns, mine.codes["title"]
({'pointure': '', 'carte': 'id'}, {'1': 'Mme'})
>>> layout_from_toml('name = "x"\n[columns]\n"Ville" = "ctiy"\n', file="mine.toml")
Traceback (most recent call last):
contactbase.errors.ReadError: mine.toml, line 3: there is no field "ctiy". Did you mean "city"?
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Callable, Mapping
from typing import Any, Final

import attrs

from contactbase.errors import ReadError
from contactbase.layouts.layout import Layout, header_key
from contactbase.model.hints import DateOrder
from contactbase.model.schema import SCHEMA, Schema
from contactbase.model.text import Text

__all__ = ["layout_from_toml"]

_LINE: Final = re.compile(r"\(at line (\d+), column \d+\)|\(at end of document\)")
_TEXTS: Final = ("name", "title", "date_order", "decimal_mark", "currency", "list_separator")
_LISTS: Final = ("recognized_by", "dropped")
_TABLES: Final = ("columns", "groups", "joined", "codes", "constants")
_KEYS: Final = (*_TEXTS, *_LISTS, *_TABLES)


def layout_from_toml(
    text: str,
    *,
    file: str = "layout.toml",
    schema: Schema = SCHEMA,
    judge: Callable[[str, str], str | None] = lambda _field, _word: None,
) -> Layout:
    """Make a layout of the text of a TOML file; ReadError names the file, the line and what to write instead.

    `judge` says what is wrong with the word that a code of a field stands for (None: nothing).
    """
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _LINE.search(str(error))
        line = int(place[1]) if place is not None and place[1] else text.count("\n") + 1
        words = _LINE.sub("", str(error)).strip()
        raise ReadError(f"{file}, line {line}: this is no TOML ({words}).") from None
    return _Maker(text=text, file=file, schema=schema, judge=judge).layout(found)


@attrs.frozen(kw_only=True)
class _Maker:
    """Checks what a file says, and points at the line that is wrong."""

    text: str = attrs.field(repr=False)
    file: str
    schema: Schema
    judge: Callable[[str, str], str | None]

    def layout(self, found: Mapping[str, Any]) -> Layout:
        for key in found:
            if key not in _KEYS:
                self.fail(key, f'there is no setting "{key}".{_near(key, _KEYS)}')
        for key in _TEXTS:
            if key in found and not isinstance(found[key], str):
                self.fail(key, f'"{key}" is a text: write it between quotes.')
        if not found.get("name"):
            self.fail("name", 'a layout has a name: write name = "mine" in the first line.')
        if not isinstance(found.get("columns", {}), dict) or not found.get("columns"):
            self.fail("columns", 'a layout has columns: write [columns], and below it "Header" = "field".')
        return Layout(
            name=found["name"],
            title=Text(found.get("title", found["name"]), found.get("title", found["name"])),
            marks=(self.headers(found, "recognized_by"),) if found.get("recognized_by") else (),
            columns=self.fields(found, "columns", header_key),
            groups=self.fields(found, "groups", lambda key: header_key(key.replace("#", " 1 ")).replace("1", "#")),
            joined=self.joined(found),
            codes=self.codes(found),
            constants=self.constants(found),
            dropped=self.headers(found, "dropped"),
            date_order=self.order(found),
            decimal_mark=self.one_of(found, "decimal_mark", (",", ".")),
            currency=found.get("currency"),
            list_separator=found.get("list_separator"),
        )

    def headers(self, found: Mapping[str, Any], key: str) -> frozenset[str]:
        """Give the header keys of a list."""
        texts = found.get(key, [])
        if not isinstance(texts, list) or not all(isinstance(each, str) for each in texts):
            self.fail(key, f'"{key}" is a list of headers: write {key} = ["Header", "Other header"].')
        return frozenset(map(header_key, texts))

    def table(self, found: Mapping[str, Any], key: str) -> dict[str, Any]:
        table: dict[str, Any] = found.get(key, {})
        if not isinstance(table, dict):
            self.fail(key, f'"{key}" is a table: write [{key}] on a line of its own.')
        return table

    def fields(self, found: Mapping[str, Any], name: str, key: Callable[[str], str]) -> dict[str, str]:
        """Give a table of headers with their fields."""
        made: dict[str, str] = {}
        for header, field in self.table(found, name).items():
            if not isinstance(field, str):
                self.fail(header, f'the field of "{header}" is a text: write "{header}" = "city", or "" to keep it.')
            if field:
                self.field(field, header)
            if made.setdefault(key(header), field) != field:
                self.fail(header, f'"{header}" is mapped twice, for headers are compared without case and accents.')
        return made

    def joined(self, found: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
        made: dict[str, tuple[str, ...]] = {}
        for field, headers in self.table(found, "joined").items():
            self.field(field, field)
            if not isinstance(headers, list) or not headers or not all(isinstance(each, str) for each in headers):
                self.fail(field, f'"{field}" is made of columns: write {field} = ["Year", "Month", "Day"].')
            made[field] = tuple(map(header_key, headers))
        return made

    def codes(self, found: Mapping[str, Any]) -> dict[str, dict[str, str]]:
        made: dict[str, dict[str, str]] = {}
        for field, table in self.table(found, "codes").items():
            self.field(field, field)
            if not isinstance(table, dict) or not all(isinstance(word, str) for word in table.values()):
                self.fail(field, f'the codes of "{field}" are a table: write [codes.{field}], then "1" = "oui".')
            for code, word in table.items():
                if wrong := self.judge(field, word):
                    self.fail(code, wrong)
            made[field] = dict(table)
        return made

    def constants(self, found: Mapping[str, Any]) -> dict[str, str]:
        table = self.table(found, "constants")
        for field, word in table.items():
            self.field(field, field)
            if not isinstance(word, str):
                self.fail(field, f'what every row says of "{field}" is a text: write it between quotes.')
        return table

    def order(self, found: Mapping[str, Any]) -> DateOrder | None:
        order = self.one_of(found, "date_order", ("dmy", "mdy", "ymd"))
        return DateOrder(order) if order else None

    def one_of(self, found: Mapping[str, Any], key: str, words: tuple[str, ...]) -> str | None:
        word: str | None = found.get(key)
        if word is not None and word not in words:
            self.fail(key, f'"{key}" is {", ".join(words[:-1])} or {words[-1]}, not "{word}".')
        return word

    def field(self, field: str, near: str) -> None:
        """Make sure that there is such a field."""
        if field not in self.schema:
            self.fail(near, f'there is no field "{field}".{_near(field, self.schema)}')

    def fail(self, key: str, words: str) -> None:
        """Raise what is wrong with a setting, at its line; a line break in a header is a space in the message."""
        raise ReadError(f"{self.file}, line {self.line_of(key)}: {' '.join(words.splitlines())}")

    def line_of(self, key: str) -> int:
        """Give the line on which a key stands; 1 where it is missing."""
        wanted = re.compile(rf"""\s*\[?["']?(?:[\w.]+\.)?["']?{re.escape(key)}["']?\s*[=\]]""")
        return next((n for n, line in enumerate(self.text.splitlines(), start=1) if wanted.match(line)), 1)


def _near(word: str, known: Any) -> str:
    near = difflib.get_close_matches(word, list(known), n=1)
    return f' Did you mean "{near[0]}"?' if near else f" There are: {', '.join(known)}."
