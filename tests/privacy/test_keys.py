from __future__ import annotations

import copy
import hashlib
import hmac
import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contactbase.errors import PrivacyError
from contactbase.privacy.keys import KeyRing
from privacy.people import KEY, RING, SECOND_KEY

GOOD_KEYS = st.binary(min_size=32, max_size=200).filter(lambda key: len(set(key)) >= 8)


@settings(deadline=None)
@given(GOOD_KEYS, st.sampled_from(["sms", "email:sha512"]), st.text(max_size=60))
def test_a_fingerprint_is_what_the_standard_library_makes(key: bytes, kind: str, normal: str) -> None:
    message = f"contactbase:suppression:v1\n{kind}\n{normal}".encode("utf-8", "surrogatepass")
    assert KeyRing([key]).digest(kind, normal) == hmac.new(key, message, hashlib.sha256).hexdigest()


@pytest.mark.parametrize("key", ["", "short", "x" * 31, "é" * 15])
def test_a_short_key_is_refused(key: str) -> None:
    with pytest.raises(PrivacyError, match="32 bytes"):
        KeyRing.of(key)


def test_a_key_of_one_sign_is_refused_and_not_shown() -> None:
    with pytest.raises(PrivacyError, match="protects nothing") as raised:
        KeyRing.of("q" * 64)
    assert "qqqq" not in str(raised.value)


def test_a_ring_without_a_key_is_refused() -> None:
    with pytest.raises(PrivacyError, match="needs a key"):
        KeyRing.of_text("# only a remark\n\n")


def test_keys_are_never_shown_or_written() -> None:
    assert KEY not in repr(RING)
    assert KEY not in str(RING)
    with pytest.raises(PrivacyError):
        pickle.dumps(RING)
    with pytest.raises(PrivacyError):
        copy.deepcopy(RING)


def test_the_first_key_of_a_file_is_the_active_one() -> None:
    ring = KeyRing.of_text(f"# new, since May\n{SECOND_KEY}\n\n  {KEY}  \n")
    assert ring.ids == KeyRing.of(SECOND_KEY, KEY).ids
    assert ring.active == KeyRing.of(SECOND_KEY).active
    assert ring.digest("sms", "+33612345678", RING.active) == RING.digest("sms", "+33612345678")


def test_a_rotation_keeps_the_old_key_and_a_key_stands_once() -> None:
    ring = RING.with_new(SECOND_KEY).with_new(SECOND_KEY)
    assert len(ring) == 2
    assert ring.ids[1] == RING.active


def test_a_seal_is_no_fingerprint() -> None:
    assert RING.seal("contactbase:suppression:v1\nsms", "+33612345678") == RING.digest("sms", "+33612345678")
    assert RING.seal("contactbase:audit:v1", "+33612345678") != RING.digest("sms", "+33612345678")
