"""The compliance vectors of suppression and traces: fingerprints."""

from __future__ import annotations

from typing import Any

import pytest

from conformance.test_vectors import read
from contactbase.model.suppression import AddressKind
from contactbase.privacy.addresses import read_address
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
