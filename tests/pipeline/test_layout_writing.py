"""Files written for vendors: what they hold comes back equal, what they lose is said, no refusal is lost."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import attrs
import pytest
from hypothesis import HealthCheck, given, settings

from contactbase.errors import WriteError
from contactbase.layouts.catalog import LAYOUTS
from contactbase.layouts.layout import Layout
from contactbase.model.canonical import contact_texts
from contactbase.model.consent import PERMITTING, ConsentRecord
from contactbase.model.contact import Contact, Email, Phone
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import Channel, ConsentStatus, PhoneKind
from contactbase.normalize.clean import clean
from contactbase.pipeline.layout_rows import sheet_of
from contactbase.pipeline.layout_writing import not_held_by
from contactbase.pipeline.reading import read
from contactbase.pipeline.writing import write
from laws.strategies import CONTACTS

AS_OF = dt.date(2026, 6, 1)
WRITTEN = {name: layout for name, layout in LAYOUTS.items() if layout.export is not None}
LEA = Contact(
    id="7",
    title="Mme",
    first_name="Léa",
    last_name="Durand",
    birth_date=dt.date(1980, 3, 7),
    company="Exemple SARL",
    emails=(Email("lea@example.org", "lea@example.org"),),
    phones=(Phone("+33612345678", PhoneKind.MOBILE, "FR"), Phone("+33142685300", PhoneKind.FIXED_LINE, "FR")),
    address=("1 rue Haute", "Bâtiment B"),
    postcode="69001",
    city="Lyon",
    country="FR",
    tags=frozenset({"Amis, proches", "VIP"}),
    language="fr",
)
GIVEN = ConsentRecord(
    channel=Channel.EMAIL, status=ConsentStatus.GIVEN, at=dt.date(2026, 1, 5), proof="form-7", address="lea@example.org"
)


IDENTIFYING = {"first_name", "last_name", "company", "emails", "phones", "address"}


def plain(contact: Contact) -> Contact:
    """Leave out what reading a file changes whoever wrote it: bars in a line, `JP` as a name, impossible births."""
    born = contact.birth_date
    if born is not None and not dt.date(1930, 1, 1) < born < dt.date(2026, 1, 1):
        born = None
    lines = tuple(line.replace("|", "-") for line in contact.address)
    first = "Jean" if contact.first_name == "JP" else contact.first_name
    return attrs.evolve(contact, address=lines, first_name=first, birth_date=born)


def cells(path: Path) -> list[dict[str, str]]:
    text = path.read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines(), delimiter=";" if ";" in text.splitlines()[0] else ","))


def back(path: Path, layout: str) -> list[Contact]:
    return list(clean(read(path, layout=layout, header=True).value, as_of=AS_OF).value.values())


@pytest.mark.parametrize("layout", WRITTEN.values(), ids=WRITTEN.keys())
@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(contact=CONTACTS.map(plain))
def test_what_a_file_holds_comes_back_equal_and_what_it_loses_is_said(
    layout: Layout, contact: Contact, tmp_path: Path
) -> None:
    path = tmp_path / "one.csv"
    sheet = sheet_of([contact], layout, as_of=AS_OF)
    assert len(sheet.rows) + sheet.refused + sheet.empty == 1
    said = write([contact], path, layout=layout, as_of=AS_OF)
    assert said == not_held_by([contact], layout, as_of=AS_OF)
    if not sheet.rows:
        return
    held = {field: text for field, text in contact_texts(contact).items() if field not in sheet.lost}
    found = [contact_texts(again) for again in back(path, layout.name)]
    if found:
        assert {field: found[0].get(field) for field in held} == held
    else:
        assert held.keys().isdisjoint(IDENTIFYING)


@pytest.mark.parametrize("name", WRITTEN)
def test_a_written_file_is_recognized_as_its_vendors(name: str, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    write([LEA], path, layout=name)
    expected = {"ovh-sms": "generic"}.get(name, name)
    assert [part.layout for part in read(path, header=True).value.parts] == [expected]


@pytest.mark.parametrize("layout", WRITTEN.values(), ids=WRITTEN.keys())
@pytest.mark.parametrize("status", [ConsentStatus.REFUSED, ConsentStatus.WITHDRAWN, ConsentStatus.INVALIDATED])
def test_whoever_refused_is_left_out_or_their_refusal_comes_back(
    layout: Layout, status: ConsentStatus, tmp_path: Path
) -> None:
    assert layout.export is not None
    for channel in layout.export.serves:
        contact = attrs.evolve(LEA, consents=(GIVEN, ConsentRecord(channel=channel, status=status)))
        path = tmp_path / "out.csv"
        said = write([contact], path, layout=layout, as_of=AS_OF)
        if not cells(path):
            assert said.count()["layout.refused-left-out"] == 1
            continue
        (again,) = back(path, layout.name)
        assert [each.status.value for each in again.consents if each.channel is channel] in (["withdrawn"], ["refused"])


@pytest.mark.parametrize("layout", WRITTEN.values(), ids=WRITTEN.keys())
@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(contact=CONTACTS.map(plain))
def test_nobody_is_easier_to_reach_after_a_round_trip(layout: Layout, contact: Contact, tmp_path: Path) -> None:
    """A vendor takes yes for yes: whoever may be written to by the file may be by the ledger."""
    path = tmp_path / "one.csv"
    write([contact], path, layout=layout, as_of=AS_OF)
    proved = {
        each.channel
        for each in contact.consents
        if each.status in PERMITTING and each.at is not None and each.at <= AS_OF and each.proof
    }
    for again in back(path, layout.name) if cells(path) else []:
        assert {each.channel for each in again.consents if each.status in PERMITTING} <= proved


@pytest.mark.parametrize(
    ("change", "as_of", "cell", "unsaid"),
    [
        ({}, AS_OF, "SUBSCRIBED", 0),
        ({}, None, "", 1),
        ({"at": None}, AS_OF, "", 1),
        ({"proof": None}, AS_OF, "", 1),
        ({"at": dt.date(2026, 6, 2)}, AS_OF, "", 1),
        ({"address": "old@example.org"}, AS_OF, "", 0),
        ({"status": ConsentStatus.WITHDRAWN}, AS_OF, "UNSUBSCRIBED", 0),
        ({"status": ConsentStatus.WITHDRAWN, "address": "old@example.org"}, None, "UNSUBSCRIBED", 0),
        ({"expires_on": dt.date(2026, 5, 31)}, AS_OF, "UNSUBSCRIBED", 0),
        ({"status": ConsentStatus.UNKNOWN}, AS_OF, "", 0),
    ],
)
def test_a_consent_is_written_as_yes_only_where_the_ledger_allows_it(
    change: dict[str, object], as_of: dt.date | None, cell: str, unsaid: int, tmp_path: Path
) -> None:
    contact = attrs.evolve(LEA, consents=(attrs.evolve(GIVEN, **change),))  # type: ignore[arg-type]  # a table of changes
    path = tmp_path / "out.csv"
    said = write([contact], path, layout="klaviyo", as_of=as_of)
    (row,) = cells(path)
    assert row["Email Marketing Consent"] == cell
    assert row["SMS Marketing Consent"] == ""
    assert any(found.code == "layout.consent-not-written" for found in said.findings) == bool(unsaid)


def test_an_opt_out_column_says_yes_or_nothing(tmp_path: Path) -> None:
    refused = attrs.evolve(LEA, consents=(ConsentRecord(channel=Channel.EMAIL, status=ConsentStatus.WITHDRAWN),))
    path = tmp_path / "out.csv"
    write([LEA, attrs.evolve(LEA, consents=(GIVEN,)), refused], path, layout="salesforce-loader", as_of=AS_OF)
    assert [row["HASOPTEDOUTOFEMAIL"] for row in cells(path)] == ["", "", "true"]


@pytest.mark.parametrize(
    ("numbers", "cell"),
    [(None, "33612345678"), ("e164", "+33612345678"), ("zeros", "0033612345678"), ("national", "0612345678")],
)
def test_numbers_are_written_in_the_form_that_a_tool_wants(numbers: str | None, cell: str, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    write([LEA], path, layout="smsfactor", numbers=numbers)
    assert [row["value"] for row in cells(path)] == [cell]
    (again,) = back(path, "smsfactor")
    assert [phone.e164 for phone in again.phones] == ["+33612345678"]


def test_whoever_has_no_number_is_left_out_of_a_list_of_numbers(tmp_path: Path) -> None:
    landline = attrs.evolve(LEA, id="8", phones=LEA.phones[1:])
    path = tmp_path / "out.csv"
    said = write(ContactBase.of([LEA, landline]), path, layout="ovh-sms")
    assert path.read_text(encoding="utf-8") == "number\n+33612345678\n"
    assert [f.message for f in said.findings if f.code == "layout.empty-left-out"] == [
        "1 contacts have nothing that a file of ovh-sms needs and are left out."
    ]


def test_what_would_be_a_formula_is_guarded_and_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    write([attrs.evolve(LEA, company="=HYPERLINK(1)")], path, layout="hubspot")
    assert "'=HYPERLINK(1)" in path.read_text(encoding="utf-8")
    (again,) = back(path, "hubspot")
    assert again.company == "=HYPERLINK(1)"


@pytest.mark.parametrize(
    ("layout", "numbers", "words"),
    [
        ("zoho", None, 'There is no layout "zoho" to write. Choose one of: brevo'),
        ("nonsense", None, 'There is no layout "nonsense" to write'),
        ("brevo", "roman", "Numbers are written as e164, digits, zeros or national"),
    ],
)
def test_a_wrong_wish_is_refused_and_nothing_is_written(
    layout: str, numbers: str | None, words: str, tmp_path: Path
) -> None:
    path = tmp_path / "out.csv"
    with pytest.raises(WriteError, match=words):
        write([LEA], path, layout=layout, numbers=numbers)
    assert not path.exists()


@pytest.mark.parametrize("suffix", [".xlsx", ".vcf", ".jsonl"])
def test_a_vendors_file_is_csv_under_no_other_name(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"out{suffix}"
    with pytest.raises(WriteError, match=r"ends in \.csv"):
        write([LEA], path, layout="brevo")
    assert not path.exists()


def test_findings_about_a_file_name_no_person() -> None:
    said = not_held_by([LEA], "smsbox")
    assert {found.details for found in said.findings if found.code == "layout.not-held"}
    assert all("lea" not in found.message.lower() and "durand" not in found.message.lower() for found in said.findings)
