"""The key ring: secret keys by which fingerprints are made, the active one first; keys are never shown or written.

Method: HMAC (RFC 2104) with SHA-256 over `contactbase:suppression:v1`, the kind and the normal form, each on a line of
its own. A bare hash of a phone number is no protection (all French mobiles hash in minutes); without the key nothing
can be found out. A key's id is made from the key itself, so that a wrong key is noticed instead of finding nothing.

>>> ring = KeyRing.of("contactbase-test-key-v1-32bytes!")
>>> ring.digest("sms", "+33612345678")[:16], ring
('2896b931b622db62', KeyRing(ids=('c551d6d7607b83a4',)))
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Iterable
from typing import Any, Final

from contactbase.errors import PrivacyError

__all__ = ["SHORTEST_KEY", "KeyRing"]

SHORTEST_KEY: Final = 32
"""Bytes: as long as the digest, as RFC 2104 (section 3) asks."""

_FEWEST_SIGNS: Final = 8
_BLOCK: Final = 64
_PREFIX: Final = "contactbase:suppression:v1"
_KEY_ID: Final = b"contactbase:key-id:v1"
Digest = Callable[[str], str]


class KeyRing:
    """Keys in order: the first makes new fingerprints, all are tried when one is looked up.

    Rotating is putting a new key first; an old one can go once no entry is under it (`SuppressionList.by_key`).
    """

    __slots__ = ("_digests", "_keys")

    def __init__(self, keys: Iterable[bytes]) -> None:
        """Take the keys; PrivacyError for none, a short one, or one of hardly any different signs."""
        self._keys: dict[str, bytes] = {_id_of(key): key for key in map(_checked, keys)}
        if not self._keys:
            raise PrivacyError(
                "A key ring needs a key. Make one with: python -c 'import secrets; print(secrets.token_hex(32))'"
            )
        self._digests: dict[tuple[str, str], Digest] = {}

    @classmethod
    def of(cls, *keys: str | bytes) -> KeyRing:
        """Make a ring of keys, the active one first; text is taken as UTF-8."""
        return cls(key.encode() if isinstance(key, str) else key for key in keys)

    @classmethod
    def of_text(cls, text: str) -> KeyRing:
        """Read a ring from the text of a key file: one key a line, the active one first, `#` before a remark."""
        lines = (line.strip() for line in text.splitlines())
        return cls.of(*(line for line in lines if line and not line.startswith("#")))

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the keys, the active one first."""
        return tuple(self._keys)

    @property
    def active(self) -> str:
        """The id of the key that makes new fingerprints."""
        return next(iter(self._keys))

    def with_new(self, key: str | bytes) -> KeyRing:
        """Give the ring after a rotation: the new key active, the old ones still looked up."""
        return KeyRing([key.encode() if isinstance(key, str) else key, *self._keys.values()])

    def together(self, other: KeyRing) -> KeyRing:
        """Give the ring with the keys of another one behind its own."""
        return KeyRing([*self._keys.values(), *other._keys.values()])

    def digest(self, kind: str, normal: str, key_id: str | None = None) -> str:
        """Give the fingerprint of a normal form under a key (None: the active one), 64 hexadecimal digits."""
        return self.digester(kind, key_id)(normal)

    def digester(self, kind: str, key_id: str | None = None) -> Digest:
        """Give the function that makes the fingerprints of one kind under one key; KeyError for a key not there."""
        place = (key_id or self.active, kind)
        found = self._digests.get(place)
        if found is None:
            found = self._digests[place] = _digester(self._keys[place[0]], f"{_PREFIX}\n{kind}\n".encode())
        return found

    def seal(self, context: str, text: str, key_id: str | None = None) -> str:
        """Give an HMAC of something that is no address (a line of the audit journal), apart from all fingerprints."""
        return hmac.new(self._keys[key_id or self.active], f"{context}\n{text}".encode(), "sha256").hexdigest()

    def __contains__(self, key_id: object) -> bool:
        return key_id in self._keys

    def __len__(self) -> int:
        return len(self._keys)

    def __repr__(self) -> str:
        return f"KeyRing(ids={self.ids})"

    def __reduce__(self) -> Any:
        raise PrivacyError(
            "A key ring is not written anywhere. Keep the keys in a file of their own or in the environment."
        )


def _checked(key: bytes) -> bytes:
    if len(key) < SHORTEST_KEY:
        raise PrivacyError(f"A key needs {SHORTEST_KEY} bytes or more; one of {len(key)} was given.")
    if len(set(key)) < _FEWEST_SIGNS:
        raise PrivacyError("A key of hardly any different signs protects nothing. Draw one: secrets.token_hex(32).")
    return key


def _id_of(key: bytes) -> str:
    return hmac.new(key, _KEY_ID, "sha256").hexdigest()[:16]


def _digester(key: bytes, context: bytes) -> Digest:
    """Give HMAC-SHA256 with everything done before that does not depend on the address (RFC 2104, section 4)."""
    block = (hashlib.sha256(key).digest() if len(key) > _BLOCK else key).ljust(_BLOCK, b"\0")
    begun, ended = (
        hashlib.sha256(bytes(byte ^ 0x36 for byte in block)),
        hashlib.sha256(bytes(byte ^ 0x5C for byte in block)),
    )
    begun.update(context)
    begin, end = begun.copy, ended.copy

    def digest(normal: str) -> str:
        inner = begin()
        inner.update(normal.encode("utf-8", "surrogatepass"))
        outer = end()
        outer.update(inner.digest())
        return outer.hexdigest()

    return digest
