"""A layout of sending: the columns that a tool wants, and how it wants numbers written, as data.

>>> [number_as(form, "+33612345678") for form in NumberForm]
['+33612345678', '33612345678', '0033612345678', '0612345678']
>>> number_as(NumberForm.NATIONAL, "+32470123456") is None
True
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import attrs

from contactbase.model.enums import Channel
from contactbase.model.source import Citation
from contactbase.model.text import Text

__all__ = ["NumberForm", "SendLayout", "number_as"]


class NumberForm(StrEnum):
    """How a tool wants numbers."""

    E164 = "e164"
    DIGITS = "digits"
    DOUBLE_ZERO = "double_zero"
    NATIONAL = "national"


@attrs.frozen(kw_only=True)
class SendLayout:
    """One tool's list: its columns in order, each with the part of a message that stands in it.

    Parts are `address`, `contact` (the id), `batch`, `at` (ISO 8601, with its offset), `campaign`, `text`. `channels`
    are those that it can send on; `unverified` says what of it nobody has seen in the tool itself.
    """

    name: str
    title: Text
    columns: tuple[tuple[str, str], ...]
    numbers: NumberForm = NumberForm.E164
    channels: frozenset[Channel]
    citation: Citation | None = None
    unverified: Text | None = None

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(name for name, _ in self.columns)

    def row(self, parts: Mapping[str, str]) -> tuple[str, ...] | None:
        """Give the cells of a message; None for a number that the tool's form cannot write."""
        address = parts["address"]
        written = number_as(self.numbers, address) if address.startswith("+") else address
        if written is None:
            return None
        return tuple(written if part == "address" else parts[part] for _, part in self.columns)


def number_as(form: NumberForm, e164: str) -> str | None:
    """Write a number in E.164 in another form; None for a foreign number that has no French national form."""
    match form:
        case NumberForm.E164:
            return e164
        case NumberForm.DIGITS:
            return e164.removeprefix("+")
        case NumberForm.DOUBLE_ZERO:
            return "00" + e164.removeprefix("+")
        case NumberForm.NATIONAL:
            return "0" + e164.removeprefix("+33") if e164.startswith("+33") else None
