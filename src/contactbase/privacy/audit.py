"""The audit journal: who did what to whom and when, as a chain in which no entry can be changed unnoticed.

Each entry carries the hash of the one before: `hash = sha256(canonical JSON of the entry without its hash and seal)`,
the first one follows 64 zeros; canonical is sorted keys, no spaces, UTF-8. A chain alone does not show that its end was
cut off, nor that all of it was written anew: anchor the head (`head_of`) outside, and seal entries with a key.

An entry names people by references (`reference`), never by their data, so that an erasure need not rewrite it. The
journal proves order, not truth.

>>> at = dt.datetime(2026, 1, 1, 9, tzinfo=dt.UTC)
>>> first = next_entry(None, at=at, actor="import:crm", action="consent.given", subject="c1")
>>> second = next_entry(first, at=at, actor="import:crm", action="optout.stop", subject="c1")
>>> first["hash"][:16], verify([first, second]).intact, verify([first, {**second, "actor": "nobody"}]).broken
('59ec803174fef645', True, 1)
"""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

import attrs

from contactbase.errors import PrivacyError
from contactbase.model.codes.catalog import CATALOG
from contactbase.model.text import Language
from contactbase.privacy.keys import KeyRing
from contactbase.privacy.suppression import refuse_personal

__all__ = [
    "Audit",
    "AuditEntry",
    "audit_line",
    "head_of",
    "next_entry",
    "reference",
    "references",
    "verify",
    "verify_lines",
]

AuditEntry = Mapping[str, Any]
"""`seq, ts, actor, action, subject, data, prev, hash`, and `seal` and `seal_key` where it was sealed."""

_NOTHING_BEFORE: Final = "0" * 64
_OUTSIDE: Final = frozenset({"hash", "seal", "seal_key"})
_REQUIRED: Final = frozenset({"seq", "ts", "actor", "action", "subject", "data", "prev", "hash"})
_SEAL: Final = "contactbase:audit:v1"
_REFERENCE: Final = "contactbase:reference:v1"


@attrs.frozen(kw_only=True)
class Audit:
    """What a check of a journal gives: whether it is whole, else the number of the first broken entry (from 0) and why.

    `entries` counts those that stand; `head` is the hash of the last of them ("" for none).
    """

    entries: int
    head: str
    broken: int | None = None
    code: str | None = None

    @property
    def intact(self) -> bool:
        """Whether nothing is broken."""
        return self.code is None

    def say(self, language: Language = "en") -> str:
        """Give the sentence that says it."""
        if self.code is None:
            return CATALOG["audit.intact"].message.say(language, count=self.entries, head=self.head or "-")
        return CATALOG[self.code].message.say(language, number=self.broken)


def reference(keys: KeyRing, contact_id: str) -> str:
    """Give the name under which a contact stands in the journal: a keyed hash of its id, the same under one key."""
    return f"{keys.active}:{keys.seal(_REFERENCE, contact_id)[:32]}"


def references(keys: KeyRing, contact_id: str) -> frozenset[str]:
    """Give every name under which a contact may stand: one per key of the ring."""
    return frozenset(f"{key_id}:{keys.seal(_REFERENCE, contact_id, key_id)[:32]}" for key_id in keys.ids)


def next_entry(
    last: AuditEntry | None,
    *,
    at: dt.datetime,
    actor: str,
    action: str,
    subject: str,
    data: Mapping[str, str | int] | None = None,
    keys: KeyRing | None = None,
) -> AuditEntry:
    """Give the entry that follows `last` (None: the first one), sealed where keys are given.

    `at` must have a zone and is written in UTC; PrivacyError where a text looks like an address or a phone number.
    """
    if at.tzinfo is None:
        raise PrivacyError("The moment of an audit entry needs a zone, as in datetime(..., tzinfo=datetime.UTC).")
    held = dict(data or {})
    for text in (actor, action, subject, *filter(_is_text, held.values())):
        refuse_personal(str(text), "audit entry")
    entry: dict[str, Any] = {
        "seq": 0 if last is None else last["seq"] + 1,
        "ts": at.astimezone(dt.UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        "actor": actor,
        "action": action,
        "subject": subject,
        "data": held,
        "prev": _NOTHING_BEFORE if last is None else last["hash"],
    }
    entry["hash"] = _hash(entry)
    if keys is not None:
        entry |= {"seal": keys.seal(_SEAL, entry["hash"]), "seal_key": keys.active}
    return entry


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _hash(entry: AuditEntry) -> str:
    covered = {name: value for name, value in entry.items() if name not in _OUTSIDE}
    text = json.dumps(covered, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return hashlib.sha256(text.encode()).hexdigest()


def audit_line(entry: AuditEntry) -> str:
    """Give an entry as one line of JSON, with its line end."""
    return json.dumps(entry, ensure_ascii=False) + "\n"


def head_of(audit: Audit) -> str:
    """Give what to write down outside (`count:hash`): a mail to oneself, a notary, a printed page.

    >>> head_of(Audit(entries=0, head=""))
    '0:'
    """
    return f"{audit.entries}:{audit.head}"


def verify(entries: Iterable[AuditEntry], *, keys: KeyRing | None = None, anchor: str | None = None) -> Audit:
    """Check a journal from its first entry; the first broken one is named.

    With `keys` every entry must be sealed by one of them. `anchor` is an earlier `head_of`: the entry it names must
    still be there and be the same, which shows a journal that was cut off or written anew.
    """
    last: AuditEntry | None = None
    count, hashes = 0, [""]
    for number, entry in enumerate(entries):
        code = _fault(entry, number, last, keys)
        if code is not None:
            return Audit(entries=number, head=hashes[-1], broken=number, code=code)
        last = entry
        count = number + 1
        hashes.append(entry["hash"])
    if anchor is not None and not _anchored(anchor, hashes):
        return Audit(entries=count, head=hashes[-1], broken=count, code="audit.not-anchored")
    return Audit(entries=count, head=hashes[-1])


def _anchored(anchor: str, hashes: list[str]) -> bool:
    number, _, digest = anchor.partition(":")
    if not number.isdecimal() or len(number) > 18:
        raise PrivacyError("An anchor is what head_of gives: a number of entries, a colon, a hash.")
    return int(number) < len(hashes) and hashes[int(number)] == digest


def _fault(entry: AuditEntry, number: int, last: AuditEntry | None, keys: KeyRing | None) -> str | None:
    """Give the code of what is wrong with an entry; None where it follows from the one before."""
    if not isinstance(entry, Mapping) or not entry.keys() >= _REQUIRED:
        return "audit.unreadable"
    if type(entry["seq"]) is not int or entry["seq"] != number:
        return "audit.sequence-broken"
    if entry["prev"] != (_NOTHING_BEFORE if last is None else last["hash"]):
        return "audit.link-broken"
    try:
        if entry["hash"] != _hash(entry):
            return "audit.altered"
    except (ValueError, TypeError, RecursionError):
        return "audit.unreadable"
    return None if keys is None or _sealed(entry, keys) else "audit.seal-broken"


def _sealed(entry: AuditEntry, keys: KeyRing) -> bool:
    key_id, seal = entry.get("seal_key"), entry.get("seal")
    if not isinstance(seal, str) or not isinstance(key_id, str) or key_id not in keys or not seal.isascii():
        return False
    return hmac.compare_digest(seal, keys.seal(_SEAL, entry["hash"], key_id))


def verify_lines(lines: Iterable[str], *, keys: KeyRing | None = None, anchor: str | None = None) -> Audit:
    """Check a journal as it stands in its file, line by line; a line that is no entry is a broken one."""
    return verify(map(read_entry, lines), keys=keys, anchor=anchor)


def read_entry(line: str) -> AuditEntry:
    """Read one line; an empty mapping where it is none, or says a name twice."""
    try:
        found = json.loads(line, object_pairs_hook=_once, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice")
    return found


def _refuse(constant: str) -> Any:
    raise ValueError(f"{constant} is no JSON")
