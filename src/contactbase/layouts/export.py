"""How contacts are written for a vendor: its headers in order, and what stands under each.

Under a header stands a stored field by its name, or one value of several: `email`, `email 2`, `mobile`, `landline`,
`phone` (each takes the next number that nobody has taken), `line 1`, `full_name`, `birth year`, `opt_in_sms`,
`opt_out_email`. What a contact has beyond that has no place in the file, and is reported before it is written.

>>> export = Export(columns=columns("value=mobile, info1=first_name"), numbers=NumberForm.DIGITS)
>>> export.columns
(('value', 'mobile'), ('info1', 'first_name'))
"""

from __future__ import annotations

from enum import StrEnum

import attrs

from contactbase.model.enums import Channel

__all__ = ["Export", "NumberForm", "columns"]


class NumberForm(StrEnum):
    """How a number is written: `+33612345678`, `33612345678`, `0033612345678`, or `0612345678` as at home."""

    E164 = "e164"
    DIGITS = "digits"
    ZEROS = "zeros"
    NATIONAL = "national"


def columns(text: str) -> tuple[tuple[str, str], ...]:
    """Give the columns of an export: `Header=what` between commas."""
    pairs = (pair.strip().rpartition("=") for pair in text.split(","))
    return tuple((header, what) for header, _, what in pairs)


@attrs.frozen(kw_only=True)
class Export:
    """A vendor's file as it is written.

    `needs` are the columns of which one must be filled, or the contact is left out; `serves` the channels on which
    the vendor writes to people: whoever refused one is left out, unless the file has a column for it. `yes` and `no`
    are the vendor's words in columns of consent, `labels` joins several labels.
    """

    columns: tuple[tuple[str, str], ...]
    delimiter: str = ","
    numbers: NumberForm = NumberForm.E164
    yes: str = "yes"
    no: str = "no"
    labels: str = ","
    needs: tuple[str, ...] = ()
    serves: frozenset[Channel] = frozenset()
