"""The compliance vectors of suppression and traces: fingerprints, the audit chain, tables of counts."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from conformance.test_vectors import cases, read
from contactbase.errors import PrivacyError
from contactbase.model.suppression import AddressKind
from contactbase.privacy.addresses import read_address
from contactbase.privacy.audit import AuditEntry, next_entry, verify
from contactbase.privacy.disclosure import Tally, protect
from contactbase.privacy.keys import KeyRing

Case = dict[str, Any]
HMAC = read("suppression_hmac.json") or {"cases": []}


@pytest.mark.parametrize("case", HMAC["cases"])
def test_a_fingerprint_is_that_of_the_vectors(case: Case) -> None:
    ring = KeyRing.of(HMAC["key_utf8"])
    typed = case["value"].partition(" (")[0]
    kind = AddressKind(case["kind"])
    (form,) = read_address(kind, typed).forms
    assert ring.digest(kind, form) == case["hmac_sha256"]
    written = HMAC["message_format"].replace("\\n", "\n").replace("<kind>", kind.value)
    assert ring.seal(*written.replace("<normalised value>", form).rsplit("\n", 1)) == case["hmac_sha256"]


CHAIN = read("audit_chain.json") or {"entries": []}


@pytest.mark.skipif(not CHAIN["entries"], reason="no corpus vectors/audit_chain.json: set CONTACTBASE_CORPORA")
def test_the_chain_of_the_vectors_is_made_again_and_verified() -> None:
    made: list[AuditEntry] = []
    for entry in CHAIN["entries"]:
        moment = dt.datetime.fromisoformat(entry["ts"])
        named = {name: entry[name] for name in ("actor", "action", "subject", "data")}
        made.append(next_entry(made[-1] if made else None, at=moment, **named))
    assert made == CHAIN["entries"]
    found = verify(CHAIN["entries"])
    assert (found.intact, found.head) == (True, CHAIN["entries"][-1]["hash"])


@pytest.mark.parametrize("case", cases("k_anonymity.json"))
def test_small_cells_are_held_back(case: Case) -> None:
    kinds = case.get("sensitive") or {}
    tallies = {
        tuple(label.split("|")): Tally(count, answers=frozenset(map(str, kinds.get(label, ()))))
        for label, count in case["rows"].items()
    }
    margins = ((),) if case.get("total_published") else ()
    if case.get("error") == "K_TOO_SMALL":
        with pytest.raises(PrivacyError, match="hides nobody"):
            protect(tallies, k=case["k"])
        return
    shown = protect(tallies, k=case["k"], margins=margins, diversity=case.get("l", 1))
    assert {"|".join(key): tally.count for key, tally in shown.cells.items()} == case["published"]
    assert shown.hidden_cells == case.get("suppressed_cells", shown.hidden_cells)
    assert shown.hidden_people == case.get("suppressed_rows", shown.hidden_people)
