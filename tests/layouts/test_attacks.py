"""Header rows that somebody made to break something: doubled, empty, in other scripts, ten thousand of them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.errors import ReadError
from contactbase.layouts.catalog import LAYOUTS
from contactbase.layouts.columns import Fate, layout_of, map_columns
from contactbase.layouts.generic import GENERIC
from contactbase.layouts.layout import Layout, header_key
from contactbase.layouts.mapping import records_of
from contactbase.model.table import Table
from contactbase.normalize.clean import clean
from contactbase.pipeline.layout_files import propose_layout
from contactbase.pipeline.reading import read

AS_OF = dt.date(2026, 11, 22)


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
@given(headers=st.lists(st.one_of(st.text(max_size=12), st.sampled_from([*GENERIC.columns])), max_size=12))
def test_every_column_has_a_field_or_a_fate_and_every_cell_is_kept_somewhere(
    layout: Layout, headers: list[str]
) -> None:
    mapped = map_columns(headers, layout)
    assert len(mapped.fields) == len(mapped.fates) == len(headers)
    for field, fate in zip(mapped.fields, mapped.fates, strict=True):
        assert (field is None) == (fate is not None)
    cells = tuple(f"x{place}" for place in range(len(headers)))
    part, _ = records_of(Table.of("f.csv", headers, [cells]), layout=layout)
    (record,) = part.records()
    found = "\n".join([*record.values.values(), *(cell for _, cell in record.extra)])
    dropped = {cell for cell, fate in zip(cells, mapped.fates, strict=True) if fate is Fate.DROPPED}
    assert all(cell in found or cell in dropped for cell in cells)


def test_a_header_that_comes_twice_loses_neither_cell() -> None:
    table = Table.of("f.csv", ("Nom", "Nom", "Ville", "Ville"), [("Durand", "Petit", "Lyon", "Paris")])
    part, journal = records_of(table)
    (record,) = part.records()
    assert record.values == {"last_name": "Durand", "city": "Lyon"}
    assert record.extra == (("Nom", "Petit"), ("Ville", "Paris"))
    assert journal.count()["layout.column-twice"] == 2


def test_two_refusals_of_one_channel_are_both_heard_whatever_their_order() -> None:
    for cells in (("non", "oui"), ("oui", "non")):
        table = Table.of("f.csv", ("E-mail", "Refus email", "Stop newsletter"), [("a@example.org", *cells)])
        part, _ = records_of(table)
        (contact,) = clean(list(part.records()), as_of=AS_OF).value.values()
        assert [record.status.value for record in contact.consents] == ["withdrawn"]


def test_headers_in_other_scripts_are_told_apart_and_can_be_mapped() -> None:
    columns = ("Фамилия", "Имя", "電話", "البريد")
    assert len({header_key(column) for column in columns}) == 4
    mapped = map_columns(columns, GENERIC, {"Фамилия": "last_name", "имя": "first_name", "電話": "phones"})
    assert mapped.fields == ("last_name", "first_name", "phones", None)


def test_headers_of_signs_only_are_mapped_by_their_exact_text_and_no_other() -> None:
    mapped = map_columns(("★", "?", ""), GENERIC, {"★": "last_name"})
    assert mapped.fields == ("last_name", None, None)
    with pytest.raises(ReadError, match="There is no column"):
        map_columns(("★", "?"), GENERIC, {"!": "last_name"})


def test_ten_thousand_columns_are_read_and_a_layout_is_proposed() -> None:
    columns = [f"Champ {place}" for place in range(9_996)] + ["Nom", "E-mail", "Tel", "Tel"]
    cells = ["1"] * 9_996 + ["Durand", "a@example.org", "0612345678", "0612345679"]
    text = ";".join(columns) + "\n" + ";".join(cells) + "\n"
    records, journal = read(text.encode())
    base, _ = clean(records, as_of=AS_OF)
    (contact,) = base.values()
    assert (contact.last_name, len(contact.extra)) == ("Durand", 9_996)
    assert journal.count()["layout.recognized"] == 1
    proposal = propose_layout(text.encode())
    assert len(proposal.columns) == 10_000
    assert sum(column.certain for column in proposal.columns) == 4


def test_ten_thousand_columns_of_one_header_are_joined_or_kept() -> None:
    mapped = map_columns(["Tel"] * 5_000 + ["Ville"] * 5_000, GENERIC)
    assert mapped.fields.count("phones") == 5_000
    assert mapped.fields.count("city") == 1
    assert len(mapped.headers(Fate.DOUBLED)) == 4_999


def test_a_header_longer_than_any_is_only_looked_at_in_its_beginning() -> None:
    assert len(header_key("é" * 1_000_000)) == 200
    assert layout_of(["é" * 1_000_000, "Nom"]).name == "generic"
