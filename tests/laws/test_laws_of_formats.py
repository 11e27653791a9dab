"""What a format can hold comes back equal; what it cannot is said before anything is written."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings

from contactbase.adapters.vcard.writer import VCardVersion
from contactbase.model.attestation import Attestation, AttestationAct
from contactbase.model.canonical import field_text, phone_text
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.schema import SCHEMA, Field, FieldKind, Role
from contactbase.normalize.clean import clean
from contactbase.pipeline.reading import read
from contactbase.pipeline.writing import file_of, not_held, write
from laws.strategies import bases

AS_OF = dt.date(2028, 1, 1)
FIELDS = {field.name: field for field in SCHEMA.of_role(Role.STORED)}


def through(base: ContactBase) -> ContactBase:
    return clean(read(file_of(base, "people.jsonl"), allow_empty=True).value, as_of=AS_OF).value


@settings(max_examples=40)
@given(bases())
def test_json_lines_hold_everything(base: ContactBase) -> None:
    cleaned = through(base)
    assert not_held(cleaned, "people.jsonl").findings == ()
    assert dict(through(cleaned)) == dict(cleaned)


def expected(contact: Contact, field: Field) -> str | None:
    """Give the text of a field as a reader of vCards hands it over: several values on lines of their own."""
    value = getattr(contact, field.name)
    match field.kind:
        case FieldKind.PHONES:
            return "\n".join(map(phone_text, value)) or None
        case FieldKind.EMAILS:
            return "\n".join(email.address for email in value) or None
        case FieldKind.LINES:
            return "\n".join(line.replace("|", "\\|") for line in value) or None
        case FieldKind.LABELS:
            return "\n".join(sorted(value)) or None
        case _:
            return field_text(field, value)


@pytest.mark.parametrize("version", VCardVersion)
@given(base=bases())
def test_a_vcard_gives_back_what_it_does_not_say_it_loses(version: VCardVersion, base: ContactBase) -> None:
    if not base:
        return
    lost = {found.field for found in not_held(base, "people.vcf", vcard=version).findings}
    records = list(read(file_of(base, "people.vcf", vcard=version)).value)
    for record, contact in zip(records, base.values(), strict=True):
        for name in FIELDS.keys() - lost:
            assert record.values.get(name) == expected(contact, FIELDS[name]), name
        assert set(record.values) <= set(FIELDS)


@settings(max_examples=10)
@given(bases())
def test_what_a_format_loses_is_said_by_writing_too(base: ContactBase) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name in ("people.csv", "people.vcf", "people.jsonl"):
            path = Path(folder) / name
            assert write(base, path) == not_held(base, path)


def test_custom_fields_come_back_with_their_types() -> None:
    schema = SCHEMA.extend(children=int, member=bool, since=dt.date)
    contact = Contact(
        id="c-1",
        last_name="Petit",
        attestations=(Attestation(field="last_name", act=AttestationAct.VERIFIED, of="9f0c"),),
        custom=(("children", 2), ("member", False), ("since", dt.date(2020, 2, 29))),
        extra=(("Pointure", "38"), ("city", "beside")),
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "people.jsonl"
        write([contact], path, schema=schema)
        back = clean(read(path, schema=schema).value, as_of=AS_OF, schema=schema).value
    assert back["c-1"].custom == contact.custom
    assert back["c-1"].attestations == contact.attestations
    assert back["c-1"].extra == (("Pointure", "38"), ("city (source)", "beside"))
