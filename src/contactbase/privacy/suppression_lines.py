"""The suppression list as text: JSON lines, one header and one line per entry, sorted by fingerprint.

A line holds fingerprint, kind, reason, scope, days, source and the id of the key, and nothing else: no address, no key,
no attribute of a person. Reading fails closed: an entry under a key that is not there stops the reading, because the
people behind it would be written to; `allow_unreadable` keeps such lines as they are, unread, and counts them.

>>> from contactbase.privacy.keys import KeyRing
>>> ring = KeyRing.of("contactbase-test-key-v1-32bytes!")
>>> stops = SuppressionList(ring)
>>> _ = stops.add("+33612345678", "sms", reason=SuppressionReason.OPTOUT, on=dt.date(2026, 3, 1), source="reply")
>>> lines = list(suppression_lines(stops))
>>> read_suppression_lines(lines, ring).value == stops
True
>>> "612345678" in "".join(lines)
False
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from contactbase.errors import PrivacyError
from contactbase.model.enums import Channel, Purpose
from contactbase.model.journal import Entry, Journal, Outcome, finding
from contactbase.model.suppression import AddressKind, SuppressionEntry, SuppressionReason, SuppressionScope
from contactbase.privacy.keys import KeyRing
from contactbase.privacy.suppression import ALGORITHMS, SuppressionList

__all__ = [
    "FORMAT",
    "entry_from_json",
    "entry_to_json",
    "read_suppression_lines",
    "suppression_lines",
    "unreadable_lines",
]

FORMAT: Final = "contactbase-suppression/1"
_DIGEST: Final = re.compile(r"[0-9a-f]{64}")


def suppression_lines(stops: SuppressionList, unreadable: Iterable[str] = ()) -> Iterator[str]:
    """Yield the lines of a list, each with its line end; `unreadable` are lines of other keys to keep with it."""
    kept = list(unreadable)
    yield json.dumps({"format": FORMAT, "keys": list(stops.keys.ids), "entries": len(stops) + len(kept)}) + "\n"
    for entry in stops:
        yield json.dumps(entry_to_json(entry), ensure_ascii=False) + "\n"
    for line in kept:
        yield line.rstrip("\n") + "\n"


def entry_to_json(entry: SuppressionEntry) -> dict[str, str]:
    """Give an entry as a JSON object, without what it does not say."""
    found = {
        "digest": entry.digest,
        "kind": entry.kind.value,
        "reason": entry.reason.value,
        "created": entry.created and entry.created.isoformat(),
        "latest": entry.latest and entry.latest.isoformat(),
        "brand": entry.scope.brand,
        "purpose": entry.scope.purpose,
        "channel": entry.scope.channel,
        "source": entry.source,
        "via": entry.via,
        "expires": entry.expires and entry.expires.isoformat(),
        "key": entry.key_id,
    }
    return {name: value for name, value in found.items() if value}


def entry_from_json(found: Any) -> SuppressionEntry:
    """Read an entry; ValueError, KeyError or TypeError where the object is none."""
    if not _DIGEST.fullmatch(found["digest"]) or found.get("via", "sha256") not in ALGORITHMS:
        raise ValueError("no fingerprint of this list")
    return SuppressionEntry(
        digest=found["digest"],
        kind=AddressKind(found["kind"]),
        reason=SuppressionReason(found["reason"]),
        created=_day(found.get("created")),
        latest=_day(found.get("latest")),
        scope=SuppressionScope(
            brand=found.get("brand"),
            purpose=Purpose(found["purpose"]) if "purpose" in found else None,
            channel=Channel(found["channel"]) if "channel" in found else None,
        ),
        source=str(found.get("source", "")),
        key_id=str(found["key"]),
        via=found.get("via", ""),
        expires=_day(found.get("expires")),
    )


def _day(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)


def read_suppression_lines(
    lines: Iterable[str], keys: KeyRing, *, allow_unreadable: bool = False
) -> Outcome[SuppressionList]:
    """Read a list; PrivacyError for a line that is no entry, for a cut-off file, and for an unknown key.

    With `allow_unreadable` entries under unknown keys are counted in a finding instead; keep their lines with
    `unreadable_lines` when you write the list again.
    """
    stops = SuppressionList(keys)
    unknown = 0
    for _, entry in _entries(lines):
        if entry.key_id not in keys and allow_unreadable:
            unknown += 1
        else:
            stops.put(entry)
    said: tuple[Entry, ...] = (finding("suppression.unknown-key", count=unknown),) if unknown else ()
    return Outcome(stops, Journal(said))


def unreadable_lines(lines: Iterable[str], keys: KeyRing) -> Iterator[str]:
    """Yield the lines of entries under keys that are not in the ring."""
    return (line for line, entry in _entries(lines) if entry.key_id not in keys)


def _entries(lines: Iterable[str]) -> Iterator[tuple[str, SuppressionEntry]]:
    """Yield each line with its entry; PrivacyError where there are fewer than the header says."""
    found = iter(lines)
    missing = _expected(next(found, ""))
    for number, line in enumerate(found, start=2):
        try:
            yield line, entry_from_json(json.loads(line))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            raise PrivacyError(f"Line {number} of the suppression list is no entry: the file is damaged.") from None
        missing -= 1
    if missing > 0:
        raise PrivacyError(f"The suppression list is cut off: {missing} of its entries are missing.")


def _expected(line: str) -> int:
    """Give how many entries the header announces; PrivacyError where it is no header of ours."""
    try:
        found = json.loads(line)
        if found["format"] == FORMAT:
            return int(found["entries"])
    except (ValueError, KeyError, TypeError, RecursionError):
        pass
    raise PrivacyError(
        f"The first line does not say {FORMAT!r}: this is no suppression list of ours, or it is damaged."
    )
