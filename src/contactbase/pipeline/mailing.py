"""`write_mailing`: the address blocks of contacts for a mailing house, one line of the envelope in each column.

The blocks follow NF Z10-011 (`normalize.nf_z10_011`): `line1` to `line7`, the seventh only abroad. A contact without a
complete address is left out, and every departure from the standard is a finding with the contact's id.

>>> lea = Contact(id="c-1", last_name="Durand", address=("12 rue Haute",), postcode="69001", city="Lyon")
>>> blocks, journal = postal_blocks([lea, Contact(id="c-2", last_name="Petit")])
>>> blocks["c-1"], [(found.code, found.contact) for found in journal.findings]
(('Durand', '12 RUE HAUTE', '69001 LYON'), [('address.block-incomplete', 'c-2')])
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from os import PathLike
from typing import Final

import attrs

from contactbase.adapters.csv_writer import preset_named, rows_as_text, write_rows
from contactbase.model.contact import Contact
from contactbase.model.journal import Finding, Journal, Outcome
from contactbase.normalize.nf_z10_011 import LINES_ABROAD
from contactbase.normalize.postal_block import postal_block

__all__ = ["mailing_as_text", "postal_blocks", "write_mailing"]

COLUMNS: Final = ("id", *(f"line{number}" for number in range(1, LINES_ABROAD + 1)))


def postal_blocks(
    contacts: Mapping[str, Contact] | Iterable[Contact], *, region: str = "FR"
) -> Outcome[dict[str, tuple[str, ...]]]:
    """Give the address block of each contact that has a complete one, by id, and what there is to say of all.

    `region` is the alpha-2 code of the country of contacts that have none.
    """
    blocks: dict[str, tuple[str, ...]] = {}
    said: list[Finding] = []
    for contact in contacts.values() if isinstance(contacts, Mapping) else contacts:
        form = postal_block(contact, region=region)
        said.extend(attrs.evolve(found, contact=contact.id) for found in form.findings)
        if form.values:
            blocks[contact.id] = form.values
    return Outcome(blocks, Journal(tuple(said)))


def _rows(blocks: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Give the rows of a file; the last cell holds all lines that are more than the standard has."""
    for contact, lines in blocks.items():
        fitted = (*lines[: LINES_ABROAD - 1], "\n".join(lines[LINES_ABROAD - 1 :]))
        yield (contact, *fitted, *("",) * (LINES_ABROAD - len(fitted)))


def write_mailing(
    contacts: Mapping[str, Contact] | Iterable[Contact],
    path: str | PathLike[str],
    *,
    region: str = "FR",
    csv: str = "plain",
) -> Outcome[int]:
    """Write the address blocks of contacts (a base, a selection, any iterable) as CSV, whole or not at all.

    Gives the number of blocks, and the findings of those that were written and of those that could not be. `csv` names
    how: `plain` or `excel-fr`. WriteError when the file cannot be written.
    """
    blocks, journal = postal_blocks(contacts, region=region)
    written = write_rows(path, COLUMNS, _rows(blocks), preset=preset_named(csv))
    return Outcome(written.value, Journal((*journal.entries, *written.journal.entries)))


def mailing_as_text(blocks: Mapping[str, tuple[str, ...]], *, csv: str = "plain") -> Iterator[str]:
    """Yield the text of the file of some blocks, piece by piece."""
    return rows_as_text(COLUMNS, _rows(blocks), preset=preset_named(csv))
