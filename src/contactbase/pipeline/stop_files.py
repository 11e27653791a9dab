"""Files of the suppression list: the list, whole or not at all, and the keys, which stand in a file of their own.

>>> import tempfile
>>> from contactbase.model.suppression import SuppressionReason
>>> ring = KeyRing.of("contactbase-test-key-v1-32bytes!")
>>> stops = SuppressionList(ring)
>>> _ = stops.add("+33612345678", "sms", reason=SuppressionReason.OPTOUT, on=None)
>>> with tempfile.TemporaryDirectory() as folder:
...     write_suppressions(stops, f"{folder}/stops.jsonl")
...     read_suppressions(f"{folder}/stops.jsonl", ring).value == stops
True
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from os import PathLike
from pathlib import Path

from contactbase.adapters.atomic import write_bytes
from contactbase.adapters.csv_writer import rows_as_text
from contactbase.errors import ReadError
from contactbase.model.contact import Contact
from contactbase.model.journal import Outcome
from contactbase.privacy.keys import KeyRing
from contactbase.privacy.redaction import Redaction, redacted_rows
from contactbase.privacy.suppression import SuppressionList
from contactbase.privacy.suppression_lines import read_suppression_lines, suppression_lines, unreadable_lines

__all__ = ["read_keys", "read_lines", "read_suppressions", "write_redacted", "write_suppressions"]


def read_keys(path: str | PathLike[str]) -> KeyRing:
    """Read a key file: one key a line, the active one first. ReadError or PrivacyError, neither showing a key."""
    return KeyRing.of_text("\n".join(read_lines(path)))


def read_suppressions(
    path: str | PathLike[str], keys: KeyRing, *, allow_unreadable: bool = False
) -> Outcome[SuppressionList]:
    """Read a list; PrivacyError for a damaged or cut-off one, and for entries under a key that is not in the ring.

    `allow_unreadable` leaves entries under unknown keys out and counts them in a finding; `write_suppressions` to the
    same path keeps them.
    """
    return read_suppression_lines(read_lines(path), keys, allow_unreadable=allow_unreadable)


def write_suppressions(stops: SuppressionList, path: str | PathLike[str]) -> None:
    """Write a list, whole or not at all; entries of the old file under keys that the ring does not have are kept."""
    kept = list(unreadable_lines(read_lines(path), stops.keys)) if Path(path).exists() else []
    write_bytes(path, (line.encode() for line in suppression_lines(stops, kept)))


def read_lines(path: str | PathLike[str]) -> list[str]:
    """Give the lines of a text file, without their ends; ReadError where it cannot be read."""
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ReadError(f"{path} cannot be read: {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        raise ReadError(f"{path} is no text in UTF-8.") from error
    return text.removesuffix("\n").split("\n") if text else []


def write_redacted(
    contacts: Mapping[str, Contact] | Iterable[Contact],
    path: str | PathLike[str],
    *,
    how: Redaction = Redaction.REDACTED,
    keys: KeyRing | None = None,
) -> None:
    """Write contacts as CSV with nobody in it, whole or not at all: redacted, or hashed under a key."""
    columns, rows = redacted_rows(contacts.values() if isinstance(contacts, Mapping) else contacts, how, keys)
    write_bytes(path, (piece.encode() for piece in rows_as_text(columns, rows)))
