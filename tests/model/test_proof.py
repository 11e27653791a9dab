from __future__ import annotations

import datetime as dt

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.model.consent import ConsentRecord
from contactbase.model.enums import Channel, ConsentStatus, Incentive
from contactbase.model.object_text import write_object
from contactbase.model.proof import ConsentProof, hash_of, is_proof, weakest
from contactbase.model.scope import ConsentScope

TEXTS = st.none() | st.text(max_size=12) | st.sampled_from(["{", '{"form":"x"}', " ", "a|b", "=1+1"])
NAMES = st.lists(st.text(max_size=8), max_size=3)
PROOFS = st.builds(
    ConsentProof,
    form=TEXTS,
    version=TEXTS,
    text_hash=st.none() | st.text(max_size=20).map(hash_of),
    evidence=TEXTS,
    confirmed_on=st.none() | st.dates(),
    incentive=st.none() | st.sampled_from(Incentive),
    parental=st.booleans(),
)
SCOPES = st.builds(ConsentScope, controller=TEXTS, brands=NAMES, partners=NAMES)


@given(PROOFS)
def test_a_proof_comes_back_from_its_text(proof: ConsentProof) -> None:
    assert (ConsentProof.read(proof.text) or ConsentProof()) == proof


@given(SCOPES)
def test_a_scope_comes_back_from_its_text(scope: ConsentScope) -> None:
    assert (ConsentScope.read(scope.text) or ConsentScope()) == scope


@pytest.mark.parametrize(
    "text",
    [
        *("form-7", "{", "{}x", "[1]", '{"form":1}', '{"other":"x"}', '{"parental":"yes"}', '{"confirmed_on":"hier"}'),
        *('{"incentive":"bribe"}', "{" * 100_000, '{"form":' * 50_000),
    ],
    ids=lambda text: text[:12],
)
def test_any_other_text_is_a_reference_to_evidence(text: str) -> None:
    assert ConsentProof.read(text) == ConsentProof(evidence=text)


@pytest.mark.parametrize("text", [None, "", " ", "\t\n"])
def test_no_text_is_no_proof_and_no_scope(text: str | None) -> None:
    assert ConsentProof.read(text) is None
    assert ConsentScope.read(text) is None


def test_a_bare_reference_stays_as_it_was_written() -> None:
    assert ConsentProof(evidence="scan-17").text == "scan-17"
    assert ConsentScope(controller="Maison Exemple").text == "Maison Exemple"
    assert ConsentScope.read('{"partners":"Maison Exemple"}') == ConsentScope(
        controller='{"partners":"Maison Exemple"}'
    )


@pytest.mark.parametrize(
    ("proof", "proves", "names_text"),
    [
        (ConsentProof(), False, False),
        (ConsentProof(incentive=Incentive.CONTEST, parental=True), False, False),
        (ConsentProof(version="3"), False, False),
        (ConsentProof(evidence="scan-17"), True, False),
        (ConsentProof(form="salon"), True, False),
        (ConsentProof(form="salon", version="3"), True, True),
        (ConsentProof(text_hash=hash_of("yes")), True, True),
        (ConsentProof(confirmed_on=dt.date(2026, 1, 1)), True, False),
    ],
)
def test_a_proof_names_something_to_look_at(proof: ConsentProof, proves: bool, names_text: bool) -> None:
    assert (proof.proves, proof.names_text) == (proves, names_text)
    assert is_proof(proof.text) == proves


@pytest.mark.parametrize(("text", "found"), [(None, False), ("", False), (" ", False), ("{}", False), ("x", True)])
def test_a_text_is_a_proof_when_it_names_something(text: str | None, found: bool) -> None:
    assert is_proof(text) == found


def test_a_record_takes_a_proof_and_a_scope_and_holds_their_texts() -> None:
    proof, scope = ConsentProof(form="salon", version="3"), ConsentScope(brands="Exemple")
    record = ConsentRecord(channel=Channel.SMS, status=ConsentStatus.GIVEN, proof=proof, scope=scope)
    assert (record.proof, record.scope) == (proof.text, scope.text)
    assert (ConsentProof.read(record.proof), ConsentScope.read(record.scope)) == (proof, scope)


def test_no_name_and_no_evidence_stands_in_a_repr() -> None:
    proof = ConsentProof(evidence="lea@example.org", text_hash=hash_of("x"))
    record = ConsentRecord(channel=Channel.SMS, status=ConsentStatus.GIVEN, proof=proof, address="+33612345678")
    assert "lea" not in repr(proof) + repr(record)
    assert "336" not in repr(record)


FULL = ConsentProof.shown("I agree.", form="salon", version="3", confirmed_on=dt.date(2026, 1, 2))


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ([], FULL),
        ([FULL.text], FULL),
        ([None], None),
        (["{}"], None),
        (["scan-17"], ConsentProof(form="salon")),
        ([ConsentProof(form="web", version="1").text], ConsentProof.shown("I agree.", form="salon", version="3")),
        (
            [attrs.evolve(FULL, incentive=Incentive.GIFT).text, attrs.evolve(FULL, incentive=Incentive.CONTEST).text],
            attrs.evolve(FULL, incentive=Incentive.CONTEST),
        ),
    ],
)
def test_a_proof_is_worth_what_the_weakest_record_of_it_is(
    others: list[str | None], expected: ConsentProof | None
) -> None:
    assert weakest(FULL.text, others) == (expected and expected.text)


def test_a_proof_that_names_nothing_more_is_none() -> None:
    assert weakest(ConsentProof(confirmed_on=dt.date(2026, 1, 2)).text, ["scan-17"]) is None
    assert weakest(None, ["scan-17"]) is None


def test_what_has_no_text_is_a_wrong_program() -> None:
    with pytest.raises(TypeError, match="set has no text"):
        write_object({"form": {"x"}}, plain="evidence")
