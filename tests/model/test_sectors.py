"""Sectors: their fields load with one call, are read from French files, and can be asked for in a segment."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from pathlib import Path

import pytest

import contactbase as cb
from contactbase.model.schema import Field, FieldKind, Role
from contactbase.model.sectors.catalog import sectors
from contactbase.model.sectors.sector import Sector
from contactbase.reporting.quality.special_categories import of_header

AS_OF = dt.date(2026, 11, 22)
EACH = [
    pytest.param(sector, field, id=f"{sector.name}.{field.name}") for sector in sectors.values() for field in sector
]
SAMPLES = {
    FieldKind.LABEL: ("Quelque chose", "Quelque chose"),
    FieldKind.NUMBER: ("12", 12),
    FieldKind.BOOLEAN: ("oui", True),
    FieldKind.DATE: ("03/05/2026", dt.date(2026, 5, 3)),
}


def samples(field: Field) -> list[tuple[str, object]]:
    if field.values is None:
        return [SAMPLES[field.kind]]
    by_value: dict[str, StrEnum] = {value.value: value for value in field.values}
    return [*by_value.items(), *((word, by_value[value]) for word, value in field.words)]


@pytest.mark.parametrize("sector", sectors.values(), ids=list(sectors))
def test_a_sector_loads_with_one_call_and_has_distinct_names(sector: Sector) -> None:
    schema = cb.schema.extend(sector)
    names = [field.name for field in sector]
    assert [field.name for field in schema.of_role(Role.CUSTOM)] == names
    headers = [name for field in sector for name in {field.title.fr.casefold(), *field.aliases}]
    assert len(headers) == len(set(headers))
    assert 7 <= len(sector) == len(set(names))


@pytest.mark.parametrize(("sector", "field"), EACH)
def test_a_field_is_read_under_its_french_title_and_comes_back(sector: Sector, field: Field, tmp_path: Path) -> None:
    schema = cb.schema.extend(sector)
    for header in (field.title.fr, field.title.en, field.name, *field.aliases):
        for text, value in samples(field):
            records = cb.read(f'Nom;"{header}"\nDurand;"{text}"\n'.encode(), schema=schema).value
            base, journal = cb.clean(records, as_of=AS_OF, schema=schema)
            assert dict(base["c-1"].custom) == {field.name: value}, (header, text, journal.count())
    cb.write(base, tmp_path / "contacts.csv", schema=schema)
    again = cb.clean(cb.read(tmp_path / "contacts.csv", schema=schema).value, as_of=AS_OF, schema=schema).value
    assert dict(again) == dict(base)


@pytest.mark.parametrize(("sector", "field"), EACH)
def test_a_field_can_be_asked_for_in_a_segment(sector: Sector, field: Field) -> None:
    schema = cb.schema.extend(sector)
    (text, value), *_ = samples(field)
    contact = cb.Contact(id="c-1", custom=((field.name, value),))
    assert cb.Segment("s", f"{field.name} is known", schema=schema).matches(contact, as_of=AS_OF)
    if field.values is not None:
        assert cb.Segment("s", f"{field.name} = {text}", schema=schema).matches(contact, as_of=AS_OF)


@pytest.mark.parametrize(("sector", "field"), EACH)
def test_no_field_looks_like_a_special_category(sector: Sector, field: Field) -> None:
    assert sector.name
    for name in (field.name.replace("_", " "), field.title.en, field.title.fr, *field.aliases):
        assert of_header(name) == ()


def test_a_word_outside_a_closed_list_is_refused_with_the_accepted_ones() -> None:
    schema = cb.schema.extend(cb.sectors["hotel"])
    base, journal = cb.clean([{"last_name": "Durand", "board": "peut-être"}], as_of=AS_OF, schema=schema)
    assert dict(base["c-1"].custom) == {}
    assert journal.count()["record.custom-unreadable"] == 1


def test_two_sectors_with_a_field_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="'rooms'"):
        cb.schema.extend(cb.sectors["hotel"], cb.sectors["real_estate"])
    assert "loyal" in cb.schema.extend(cb.sectors["hotel"], cb.sectors["beauty"], loyal=bool)


def test_a_title_of_a_sector_does_not_take_a_column_of_the_library() -> None:
    schema = cb.schema.extend(cb.sectors["retail"])
    part = cb.read(b"Nom;Ville;Pointure\nDurand;Lyon;38\n", schema=schema).value
    base = cb.clean(part, as_of=AS_OF, schema=schema).value
    assert base["c-1"].city == "Lyon"
    assert dict(base["c-1"].custom) == {"shoe_size": 38}
