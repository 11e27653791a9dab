"""A text with places: `{first_name}`, or `{first_name|dear customer}` with what stands where nothing is known.

A place is a field of the schema that holds one value, by its name or one of its titles (`{prénom}`); `{{` and `}}` are
braces. A wrong template is a wrong program: it raises MessageError and says what to write.

>>> from contactbase.model.contact import Contact
>>> Template("Bonjour {prénom|cher client}, à samedi !").merge(Contact(id="c-1", first_name="Léa")).text
'Bonjour Léa, à samedi !'
>>> Template("Bonjour {first_name} !").merge(Contact(id="c-2")).missing
('first_name',)
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable
from typing import Final

import attrs

from contactbase.errors import MessageError
from contactbase.model.canonical import custom_text, field_text
from contactbase.model.contact import Contact
from contactbase.model.schema import SCHEMA, Field, FieldKind, Role, Schema
from contactbase.normalize.fold import fold
from contactbase.segment.derived import CHOICES

__all__ = ["Merged", "Template"]

_PIECE: Final = re.compile(r"\{\{|\}\}|\{([^{}|]*)(?:\|([^{}]*))?\}|[^{}]+|[{}]", re.DOTALL)
_SINGLE: Final = frozenset({FieldKind.LABEL, FieldKind.CODE, FieldKind.DATE, FieldKind.NUMBER, FieldKind.ENUM})


@attrs.frozen
class _Place:
    """A place of a template: its field, and what stands there when nothing is known (None: nothing)."""

    field: Field
    default: str | None


@attrs.frozen
class Merged:
    """The text for one contact, and the fields that it has not and the template says nothing instead of."""

    text: str = attrs.field(repr=False)
    missing: tuple[str, ...] = ()


class Template:
    """A text with places; `str()` gives it back. MessageError for a place that is no field or holds several values."""

    def __init__(self, text: str, *, schema: Schema = SCHEMA) -> None:
        """Read the places of a text."""
        self.text: Final = text
        self._pieces: Final = tuple(_piece(found, schema) for found in _PIECE.finditer(text))

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Template({self.text!r})"

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that are asked for, each once, in the order of the text."""
        return tuple(dict.fromkeys(one.field.name for one in self._pieces if isinstance(one, _Place)))

    @property
    def plain(self) -> str:
        """The text with nothing in its places: what every recipient gets at least."""
        return "".join(one if isinstance(one, str) else "" for one in self._pieces)

    def merge(self, contact: Contact) -> Merged:
        """Fill the places from a contact."""
        text, missing = "", []
        for one in self._pieces:
            if isinstance(one, str):
                text += one
                continue
            value = _value(contact, one.field)
            if value is None and one.default is None:
                missing.append(one.field.name)
            text += value or one.default or ""
        return Merged(text, tuple(dict.fromkeys(missing)))


def _piece(found: re.Match[str], schema: Schema) -> str | _Place:
    name, whole = found[1], found[0]
    if name is not None:
        return _Place(_field(name.strip(), schema), found[2])
    if whole in {"{", "}"}:
        raise MessageError(f"A brace at position {found.start()} belongs to no place. Write {whole * 2} for a brace.")
    return whole[0] if whole in {"{{", "}}"} else whole


def _field(name: str, schema: Schema) -> Field:
    field = schema.get(name) or _titled(name, schema)
    if field is None:
        near = difflib.get_close_matches(name, [each.name for each in schema.fields if _fills(each)], n=1, cutoff=0)
        raise MessageError(f"There is no field {name!r} to fill. Did you mean {{{near[0]}}}?")
    if not _fills(field):
        raise MessageError(
            f"{{{name}}} holds several values, or depends on the day. Name a field of one value, such as {{first_name}}"
            " or {mobile}."
        )
    return field


def _titled(name: str, schema: Schema) -> Field | None:
    wanted = fold(name)
    for field in schema.fields:
        if wanted and wanted in {fold(word) for word in (field.title.en, field.title.fr, *field.aliases)}:
            return field
    return None


def _fills(field: Field) -> bool:
    if field.role is Role.DERIVED:
        return field.name in CHOICES
    return field.role is not Role.INPUT and field.kind in {*_SINGLE, FieldKind.BOOLEAN}


def _value(contact: Contact, field: Field) -> str | None:
    choose: Callable[[Contact], str | None] | None = CHOICES.get(field.name)
    if choose is not None:
        return choose(contact)
    if field.role is Role.CUSTOM:
        value = dict(contact.custom).get(field.name)
        return None if value is None else custom_text(value)
    return field_text(field, getattr(contact, field.name))
