"""Enriching: only gaps are filled, everything is attested, journalled and undone, and nobody gets more contactable."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest
from hypothesis import given

import contactbase as cb
from contactbase.matching.enrich import enrich
from contactbase.model.entry_json import entry_from_json, entry_to_json
from laws.strategies import bases, records

AS_OF = dt.date(2026, 11, 22)
MOBILE = cb.Phone("+33699000001", cb.PhoneKind.MOBILE, "FR")
LEA = cb.Contact(id="c-1", first_name="Léa", last_name="Durand", city="Lyon", postcode="69001")
BASE = cb.ContactBase.of([LEA, cb.Contact(id="c-2", last_name="Martin")])
SMS = cb.ConsentRecord(channel=cb.Channel.SMS, status=cb.ConsentStatus.GIVEN, at=dt.date(2026, 1, 5), proof="f-7")


def test_gaps_are_filled_and_what_is_known_stays() -> None:
    rows = [
        {"id": "c-1", "birth_date": "1985-03-12", "last_name": "Martin", "address": "12 rue des Lilas", "city": "LYON"}
    ]
    fuller, journal = enrich(BASE, rows, as_of=AS_OF)
    lea = fuller["c-1"]
    assert (lea.birth_date, lea.address, lea.last_name) == (dt.date(1985, 3, 12), ("12 rue des Lilas",), "Durand")
    assert [(found.code, found.field) for found in journal.findings] == [("answer.conflict", "last_name")]
    assert fuller["c-2"] is BASE["c-2"]


def test_each_filled_value_says_who_told_it_when_and_how() -> None:
    day = dt.date(2026, 11, 1)
    rows = [{"id": "c-1", "language": "fr", "mobile": "06 99 00 00 01"}]
    fuller, _ = enrich(BASE, rows, as_of=AS_OF, on=day, method=cb.CollectionSource.INTERVIEW, by="Zoé")
    for field in ("language", "mobile"):
        (line,) = cb.attestations_of(fuller["c-1"], field)
        assert (line.act, line.on, line.method, line.by) == (cb.AttestationAct.TOLD, day, "interview", "Zoé")
    assert cb.attestations_of(fuller["c-1"], "city") == ()


def test_an_answer_that_says_what_is_known_confirms_it() -> None:
    fuller, journal = enrich(BASE, [{"id": "c-1", "city": "Lyon"}], as_of=AS_OF)
    assert fuller["c-1"].city == "Lyon"
    assert [str(line.on) for line in cb.attestations_of(fuller["c-1"], "city")] == ["2026-11-22"]
    assert [change.field for change in journal.changes] == ["attestations"]
    assert not cb.stale_fields(fuller, {"city": 12}, as_of=AS_OF)


@pytest.mark.parametrize(
    ("known", "answer", "filled", "codes"),
    [
        (
            {"city": "Lyon"},
            {"city": "Brest", "address": "3 rue Haute"},
            None,
            {"answer.conflict", "answer.block-not-filled"},
        ),
        ({"postcode": "69001"}, {"city": "Brest"}, None, {"answer.block-not-filled"}),
        ({"city": "Lyon"}, {"city": "LYON", "address": "3 rue Haute"}, ("3 rue Haute",), set()),
        ({"country": "FR"}, {"city": "Brest", "address": "3 rue Haute"}, ("3 rue Haute",), set()),
        ({}, {"city": "Brest", "address": "3 rue Haute"}, ("3 rue Haute",), set()),
    ],
)
def test_an_address_is_never_made_of_two(
    known: dict[str, str], answer: dict[str, str], filled: tuple[str, ...] | None, codes: set[str]
) -> None:
    base = cb.ContactBase.of([cb.Contact(id="c-1", last_name="Durand", **known)])  # type: ignore[arg-type] # a table
    fuller, journal = enrich(base, [{"id": "c-1", **answer}], as_of=AS_OF)
    assert fuller["c-1"].address == (filled or ())
    assert set(journal.count()) == codes


def test_a_field_named_to_replace_is_replaced_and_an_address_whole() -> None:
    base = cb.ContactBase.of([attrs.evolve(LEA, address=("1 rue Basse",), interests=frozenset({"golf"}))])
    rows = [{"id": "c-1", "city": "Brest", "last_name": "Petit", "interests": "opéra"}]
    fuller, journal = enrich(base, rows, as_of=AS_OF, replace=("city", "last_name", "interests"))
    lea = fuller["c-1"]
    assert (lea.city, lea.postcode, lea.address) == ("Brest", None, ())
    assert (lea.first_name, lea.last_name, lea.interests) == ("Léa", "Petit", frozenset({"opéra"}))
    assert journal.findings == ()
    assert dict(cb.undo(fuller, journal)) == dict(base)


@pytest.mark.parametrize("name", ["consents", "origin", "nonsense", "mobile", "id"])
def test_what_an_answer_cannot_replace_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="cannot replace"):
        enrich(BASE, [], as_of=AS_OF, replace=(name,))


def test_several_values_are_not_mixed_with_those_known() -> None:
    base = cb.ContactBase.of([attrs.evolve(LEA, phones=(MOBILE,))])
    fuller, journal = enrich(base, [{"id": "c-1", "mobile": "06 12 34 56 78"}], as_of=AS_OF)
    assert fuller["c-1"].phones == (MOBILE,)
    assert journal.count() == {"answer.conflict": 1}


def test_refusals_are_added_and_consents_are_not() -> None:
    rows = [
        {
            "id": "c-1",
            "mobile": "06 12 34 56 78",
            "opt_in_sms": "oui",
            "consented_on": "2026-01-05",
            "opt_out_email": "oui",
        }
    ]
    fuller, journal = enrich(BASE, rows, as_of=AS_OF)
    assert [(line.channel, line.status) for line in fuller["c-1"].consents] == [
        (cb.Channel.EMAIL, cb.ConsentStatus.WITHDRAWN)
    ]
    assert journal.count()["answer.consent-not-taken"] == 1


def test_no_number_comes_under_a_consent_that_names_none() -> None:
    base = cb.ContactBase.of([attrs.evolve(LEA, consents=(SMS,))])
    fuller, journal = enrich(base, [{"id": "c-1", "mobile": "06 12 34 56 78"}], as_of=AS_OF)
    assert fuller["c-1"].phones == ()
    assert journal.count() == {"answer.address-under-consent": 1}


def test_where_a_record_came_from_is_no_matter_of_an_answer() -> None:
    rows = [{"id": "c-1", "origin": "loué", "source": "salon", "collected_on": "2026-11-01"}]
    fuller, journal = enrich(BASE, rows, as_of=AS_OF)
    assert fuller["c-1"] is LEA
    assert journal.count() == {"answer.field-not-taken": 3}


def test_an_answer_without_an_id_or_of_nobody_is_not_taken() -> None:
    rows = [{"city": "Brest", "last_name": "Petit"}, {"id": "c-99", "city": "Brest"}, {"id": "c-3", "city": "Brest"}]
    fuller, journal = enrich(BASE, rows, as_of=AS_OF)
    assert dict(fuller) == dict(BASE)
    assert journal.count() == {"answer.no-id": 1, "answer.unknown-contact": 2}
    assert [rejection.source.row for rejection in journal.rejections] == [1]


def test_several_answers_for_one_contact_are_taken_one_after_another() -> None:
    rows = [{"id": "c-1", "language": "fr"}, {"id": "c-1", "language": "en"}]
    fuller, journal = enrich(BASE, rows, as_of=AS_OF)
    assert fuller["c-1"].language == "fr"
    assert journal.count() == {"answer.conflict": 1}


def test_custom_fields_and_columns_kept_beside_are_filled_by_name() -> None:
    schema = cb.schema.extend(rooms=int)
    base = cb.ContactBase.of([attrs.evolve(LEA, custom=(("rooms", 2),), extra=(("Pointure", "38"),))])
    rows = [{"id": "c-1", "rooms": "3", "Pointure": "39", "Couleur": "bleu"}]
    fuller, journal = enrich(base, rows, as_of=AS_OF, schema=schema)
    assert dict(fuller["c-1"].custom) == {"rooms": 2}
    assert dict(fuller["c-1"].extra) == {"Pointure": "38", "Couleur": "bleu"}
    assert journal.count()["answer.conflict"] == 2
    replaced = enrich(base, rows, as_of=AS_OF, schema=schema, replace=("rooms",)).value
    assert dict(replaced["c-1"].custom) == {"rooms": 3}


def test_answers_may_be_contacts_or_a_file_but_not_a_mixture() -> None:
    contact = cb.Contact(id="c-1", language="fr")
    by_contact = enrich(BASE, [contact], as_of=AS_OF).value
    by_base = enrich(BASE, cb.ContactBase.of([contact]), as_of=AS_OF).value
    by_file = enrich(BASE, cb.read(b"Id;Langue\nc-1;fr\n").value, as_of=AS_OF).value
    assert dict(by_contact) == dict(by_base) == dict(by_file)
    with pytest.raises(ValueError, match="not both"):
        enrich(BASE, [contact, {"id": "c-1", "city": "Brest"}], as_of=AS_OF)


def test_the_journal_is_written_and_read_back() -> None:
    _, journal = enrich(BASE, [{"id": "c-1", "language": "fr", "city": "Brest"}], as_of=AS_OF)
    assert tuple(entry_from_json(entry_to_json(entry)) for entry in journal.entries) == journal.entries


def test_a_journal_of_another_base_is_refused() -> None:
    _, journal = enrich(BASE, [{"id": "c-1", "language": "fr"}], as_of=AS_OF)
    with pytest.raises(ValueError, match="another one"):
        cb.undo(cb.ContactBase(), journal)


@given(bases(), records())
def test_enriching_with_anything_keeps_the_laws(base: cb.ContactBase, found: list[cb.Record]) -> None:
    ids = list(base) or ["c-1"]
    answers = [
        attrs.evolve(record, values={**record.values, "id": ids[number % len(ids)]})
        for number, record in enumerate(found)
    ]
    fuller, journal = enrich(base, answers, as_of=AS_OF)
    assert {(change.contact, change.field) for change in cb.diff(base, fuller)} <= {
        (change.contact, change.field) for change in journal.changes
    }
    assert dict(cb.undo(fuller, journal)) == dict(base)
    again, second = enrich(fuller, answers, as_of=AS_OF)
    assert dict(again) == dict(fuller)
    assert second.changes == ()
    for contact in base.values():
        for name in ("last_name", "city", "birth_date", "emails", "phones", "company", "address"):
            known = getattr(contact, name)
            if known:
                assert getattr(fuller[contact.id], name) == known
