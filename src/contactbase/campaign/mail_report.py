"""Reading a `multipart/report` (RFC 6522): the machine-readable part as blocks of fields, and the returned message.

Reads with the standard library's `email` and never raises: what cannot be read has no blocks. Raw bytes in fields are
read as UTF-8 (RFC 6533).

>>> read_report(b"Subject: hello", "delivery-status") is None
True
"""

from __future__ import annotations

import datetime as dt
import re
from base64 import b64decode
from collections.abc import Iterator, Mapping
from email import message_from_bytes, policy
from email.message import Message
from email.parser import HeaderParser
from email.utils import parsedate_to_datetime
from typing import Final

import attrs

__all__ = ["MailReport", "address_in", "day_in", "read_report"]

Fields = Mapping[str, str]

_LONGEST: Final = 4_000_000
"""Bytes that are read: what comes after the report is the returned message, of which the head is enough."""
_PARTS: Final = 200
_XTEXT: Final = re.compile(r"\\x\{([0-9A-Fa-f]{2,6})\}")
_ADDRESS: Final = re.compile(r"[^\s<>;,\"]+@[^\s<>;,\"]+")


@attrs.frozen(kw_only=True)
class MailReport:
    """The blocks of fields of a report, names in lower case; the headers of the report and of the returned message."""

    blocks: tuple[Fields, ...] = attrs.field(repr=False)
    headers: Fields = attrs.field(repr=False)
    returned: Fields = attrs.field(repr=False)


def read_report(message: bytes | str, kind: str) -> MailReport | None:
    """Give the report of a kind (`delivery-status`, `feedback-report`) that a message holds; None for any other."""
    data = message.encode("utf-8", "surrogatepass") if isinstance(message, str) else message
    try:
        whole = message_from_bytes(data[:_LONGEST], policy=policy.compat32)
        parts = [part for _, part in zip(range(_PARTS), whole.walk(), strict=False)]
        report = next((part for part in parts if _kind(part) in {kind, f"global-{kind}"}), None)
        if report is None:
            return None
        return MailReport(
            blocks=tuple(block for block in _blocks(report) if block),
            headers=_fields(whole),
            returned=_returned(parts, parts.index(report)),
        )
    except (RecursionError, LookupError, ValueError, AttributeError, TypeError):  # what `email` lets through
        return None


def _kind(part: Message) -> str:
    main, _, sub = part.get_content_type().partition("/")
    return sub if main == "message" else ""


def _blocks(report: Message) -> Iterator[Fields]:
    """Give the blocks of fields: those that `email` took apart, and those that it left as text."""
    payload = report.get_payload()
    parts = [part for part in payload if isinstance(part, Message)] if isinstance(payload, list) else []
    if not parts:
        yield from _text_blocks(_text(report))
    elif "base64" in str(report.get("content-transfer-encoding", "")).casefold():
        yield from _text_blocks(b64decode("".join(map(_text, parts))).decode("utf-8", "replace"))
    else:
        for part in parts:
            yield _fields(part)
            yield from _text_blocks(_text(part))


def _text(part: Message) -> str:
    """Give the text of a part, its bytes read as UTF-8; "" for a part that holds parts."""
    decoded = None if part.is_multipart() else part.get_payload(decode=True)
    return decoded.decode("utf-8", "replace") if isinstance(decoded, bytes) else ""


def _text_blocks(text: str) -> Iterator[Fields]:
    for block in re.split(r"\r?\n[ \t]*\r?\n", text.strip()):
        yield _fields(HeaderParser(policy=policy.compat32).parsestr(block.strip() + "\n\n"))


def _fields(part: Message) -> Fields:
    """Give the fields of a block, unfolded, raw bytes read as UTF-8; of a field that comes twice, the first."""
    found: dict[str, str] = {}
    for name, value in part.raw_items():
        plain = str(value).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        found.setdefault(name.lower(), " ".join(plain.split()))
    return found


def _returned(parts: list[Message], report: int) -> Fields:
    """Give the headers of the message that came back, from what follows the report."""
    for part in parts[report + 1 :]:
        if part.get_content_type() == "text/rfc822-headers":
            return _fields(HeaderParser(policy=policy.compat32).parsestr(_text(part)))
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload()
            first = inner[0] if isinstance(inner, list) and inner else None
            return _fields(first) if isinstance(first, Message) else {}
    return {}


def address_in(value: str | None) -> str | None:
    """Give the address of a field (`rfc822; lea@example.org`, `<lea@example.org>`, with RFC 6533 escapes), or None."""
    plain = _XTEXT.sub(_character, value or "")
    found = _ADDRESS.search(plain)
    return found.group().strip(".:'()[]") if found else None


def _character(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else ""


def day_in(*values: str | None) -> dt.date | None:
    """Give the day of the first date (RFC 5322) that can be read, on the clock it was written by; None: none can."""
    for value in values:
        try:
            return parsedate_to_datetime(value or "").date()
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None
