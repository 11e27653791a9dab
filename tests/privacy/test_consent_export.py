"""The export of a ledger, checked by the fields that ISO/IEC TS 27560 makes mandatory, in the words of DPV."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.model.consent import ConsentRecord
from contactbase.model.contact import Contact
from contactbase.model.enums import Channel, ConsentStatus, LegalBasis, Purpose
from contactbase.model.ledger import about, latest_days
from contactbase.model.proof import ConsentProof
from contactbase.model.scope import ConsentScope
from contactbase.privacy.consent_export import SCHEMA_VERSION, ControllerNotice, to_dpv_27560
from contactbase.privacy.keys import KeyRing

RING, OTHER = KeyRing.of("contactbase-test-key-v1-32bytes!"), KeyRing.of("contactbase-test-key-v2-32bytes!")
TODAY = dt.date(2026, 3, 1)
NOTICE = ControllerNotice(
    name="Maison Exemple",
    address="1 rue Haute, 69001 Lyon",
    contact="mailto:privacy@example.org",
    notice="https://example.org/privacy",
    withdrawal="https://example.org/stop",
    retention="P3Y",
    location="FR",
)
S = ConsentStatus


def line(status: S = S.GIVEN, at: dt.date | None = dt.date(2026, 1, 5), **said: Any) -> ConsentRecord:
    return ConsentRecord(**{"channel": Channel.SMS, "status": status, "at": at, **said})


def export(*lines: ConsentRecord, keys: KeyRing = RING, as_of: dt.date = TODAY) -> list[dict[str, Any]]:
    found = to_dpv_27560(Contact(id="c-lea-1", consents=lines), NOTICE, keys=keys, as_of=as_of)
    read = json.loads(json.dumps(found))
    check_terms(read)
    graph: list[dict[str, Any]] = read["@graph"]
    return graph


def check_terms(node: object, context: tuple[str, ...] = ()) -> None:
    """Every name stands under a prefix that the context explains, or is one of JSON-LD itself."""
    if isinstance(node, dict):
        context = context or tuple(node["@context"])
        for key, value in node.items():
            if key != "@context":
                assert key.startswith("@") or key.partition(":")[0] in context, key
                check_terms(value, context)
            if key == "@type":
                assert str(value).partition(":")[0] in context
    elif isinstance(node, list):
        for value in node:
            check_terms(value, context)


MANDATORY = {
    "schema version": ("dct:conformsTo",),
    "record id": ("dpv:hasIdentifier",),
    "pii principal id": ("dpv:hasDataSubject", "dct:identifier"),
    "purpose": ("dpv:hasProcess", "dpv:hasPurpose", "@type"),
    "privacy notice": ("dpv:hasProcess", "dpv:hasNotice", "@id"),
    "language": ("dpv:hasProcess", "dpv:hasNotice", "dct:language"),
    "lawful basis": ("dpv:hasProcess", "dpv:hasLegalBasis", "@id"),
    "pii information": ("dpv:hasProcess", "dpv:hasPersonalData"),
    "party name": ("dpv:hasProcess", "dpv:hasDataController", "dpv:hasName"),
    "party address": ("dpv:hasProcess", "dpv:hasDataController", "dpv:hasAddress"),
    "party contact": ("dpv:hasProcess", "dpv:hasDataController", "dpv:hasContact"),
    "party type": ("dpv:hasProcess", "dpv:hasDataController", "@type"),
    "storage locations": ("dpv:hasProcess", "dpv:hasStorageCondition", "dpv:hasLocation", "@id"),
    "retention period": ("dpv:hasProcess", "dpv:hasStorageCondition", "dpv:hasDuration", "@value"),
    "jurisdiction": ("dpv:hasProcess", "dpv:hasJurisdiction", "@id"),
    "withdrawal method": ("dpv:hasProcess", "dpv:hasConsentControl", "dpv:hasContact"),
}


@pytest.mark.parametrize("path", MANDATORY.values(), ids=MANDATORY)
def test_a_mandatory_field_is_there(path: tuple[str, ...]) -> None:
    (record,) = export(line())
    assert record["@type"] == "dpv:ConsentRecord"
    found: Any = record
    for step in path:
        found = found[step]
    assert found
    assert record["dct:conformsTo"] == SCHEMA_VERSION
    assert record["dpv:hasProcess"]["dpv:hasRecipient"] == []


def test_an_event_says_when_who_what_and_until_when() -> None:
    scope = ConsentScope(controller="Maison Exemple", partners=("Studio Exemple",))
    proof = ConsentProof.shown("I agree.", form="salon", version="3", evidence="lea.pdf", confirmed_on=TODAY)
    known = line(proof=proof, scope=scope, recorded_on=TODAY, expires_on=TODAY, address="+33612345678")
    (record,) = export(known, line(S.WITHDRAWN, dt.date(2026, 2, 1)), line(S.REVOKED, None))
    undated, given, withdrawn = record["dct:hasPart"]
    assert "dct:date" not in undated
    assert undated["dpv:isImplementedByEntity"] == "Maison Exemple"
    assert (given["@type"], given["dct:date"]["@value"], given["dct:valid"]["@value"]) == (
        *("dpv:ConsentGiven", "2026-01-05", "2026-03-01"),
    )
    shown = given["dpv:hasNotice"]
    assert (shown["dct:title"], shown["dct:hasVersion"], shown["dct:dateAccepted"]["@value"]) == (
        *("salon", "3", "2026-03-01"),
    )
    assert given["dpv:hasPersonalData"]["dct:identifier"] == RING.digest("sms", "+33612345678")
    assert withdrawn["dpv:hasConsentStatus"] == {"@id": "dpv:ConsentWithdrawn"}
    assert withdrawn["dpv:isImplementedByEntity"] == record["dpv:hasDataSubject"]["dct:identifier"]
    assert record["dpv:hasProcess"]["dpv:hasRecipient"] == [
        {"@type": "dpv:ThirdParty", "dpv:hasName": "Studio Exemple"}
    ]


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        ((line(),), "dpv:ConsentGiven"),
        ((line(), line(S.RENEWED, TODAY)), "dpv:RenewedConsentGiven"),
        ((line(), line(S.WITHDRAWN)), "dpv:ConsentWithdrawn"),
        ((line(expires_on=dt.date(2026, 2, 28)),), "dpv:ConsentExpired"),
        ((line(S.REQUESTED),), "dpv:ConsentRequested"),
        ((line(S.REQUESTED), line(S.REQUEST_DEFERRED, TODAY)), "dpv:ConsentRequestDeferred"),
        ((line(at=None),), "dpv:ConsentUnknown"),
        ((line(S.UNKNOWN),), "dpv:ConsentUnknown"),
    ],
)
def test_the_status_of_a_record_is_what_stands(lines: tuple[ConsentRecord, ...], status: str) -> None:
    (record,) = export(*lines)
    assert record["dpv:hasConsentStatus"] == {"@id": status}


def test_there_is_one_record_for_each_purpose_and_channel() -> None:
    mail = line(channel=Channel.EMAIL, purpose=Purpose.TRACKING)
    records = export(line(), mail, line(S.WITHDRAWN, TODAY))
    assert [len(record["dct:hasPart"]) for record in records] == [2, 1]
    assert len({record["@id"] for record in records}) == 2


def test_the_reference_is_found_again_with_the_key_only() -> None:
    assert export(line()) == export(line())
    (mine,), (theirs,) = export(line()), export(line(), keys=OTHER)
    assert mine["dpv:hasDataSubject"] != theirs["dpv:hasDataSubject"]
    assert mine["@id"] != theirs["@id"]


LINES = st.builds(
    ConsentRecord,
    channel=st.sampled_from(Channel),
    status=st.sampled_from(S),
    purpose=st.sampled_from(Purpose),
    basis=st.sampled_from(LegalBasis),
    at=st.none() | st.dates(),
    recorded_on=st.none() | st.dates(),
    source=st.just("Léa Durand"),
    proof=st.sampled_from([None, "scan of lea@example.org", ConsentProof(evidence="lea@example.org", form="salon")]),
    expires_on=st.none() | st.dates(),
    address=st.sampled_from([None, "+33612345678", "lea@example.org"]),
)


@given(st.lists(LINES, max_size=6), st.dates())
def test_every_line_is_in_one_record_and_no_person_in_any(lines: list[ConsentRecord], as_of: dt.date) -> None:
    records = export(*lines, as_of=as_of)
    assert sum(len(record["dct:hasPart"]) for record in records) == len(lines)
    text = json.dumps(records, ensure_ascii=False)
    assert not any(word in text for word in ("lea@", "+336", "Léa", "c-lea-1"))
    for record in records:
        purpose, _, channel = record["dpv:hasProcess"]["dpv:hasPurpose"]["dct:title"].partition(" by ")
        valid = record["dpv:hasConsentStatus"]["@id"] in {"dpv:ConsentGiven", "dpv:RenewedConsentGiven"}
        assert valid == latest_days(about(lines, channel, purpose), as_of).opted_in
