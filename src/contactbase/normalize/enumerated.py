"""A custom field with a closed list of values: folded text against the values and their words, nothing guessed.

>>> from contactbase.model.enums import Channel
>>> from contactbase.model.schema import SCHEMA
>>> enumerated(SCHEMA["preferred_channel"]).normalize("SMS").values
(<Channel.SMS: 'sms'>,)
"""

from __future__ import annotations

from enum import StrEnum

from contactbase.model.hints import Hints
from contactbase.model.journal import finding
from contactbase.model.schema import Field
from contactbase.normalize.fold import fold
from contactbase.normalize.normalized import Cell, FieldNormalizer, Normalized
from contactbase.normalize.remember import remember

__all__ = ["enumerated"]


def enumerated(field: Field) -> FieldNormalizer[StrEnum]:
    """Make the normalizer of a field whose values are those of an enumeration."""
    values = tuple(field.values or ())
    by_value = {value.value: value for value in values}
    known = {fold(word): by_value[value] for word, value in field.words}
    known |= {fold(spelling): value for value in values for spelling in (value.value, value.value.replace("_", " "))}
    refused: Normalized[StrEnum] = Normalized(
        findings=(finding("record.custom-unreadable", field=field.name, expected=", ".join(values)),)
    )

    def column(_hints: Hints) -> Cell[StrEnum]:
        def read(text: str) -> Normalized[StrEnum]:
            key = fold(text)
            if not key:
                return Normalized()
            return Normalized((known[key],)) if key in known else refused

        return remember(read)

    return FieldNormalizer(name=field.name, fields=(field.name,), column=column, text=str)
