"""Tests come first: the mass stage of a campaign needs a test of the same text, sent before (R72).

The guides say it plainly: send the message to your own number, or to somebody close, before you send it to everybody.
What is kept of a test is when, on which channel and a digest of its text; no address.

>>> test = Tested.of("Soldes", channel=Channel.SMS, at=dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC))
>>> test.is_of("Soldes"), test.is_of("Solde")
(True, False)
"""

from __future__ import annotations

import datetime as dt
import hashlib
import unicodedata
from collections.abc import Iterable
from typing import TYPE_CHECKING

import attrs

from contactbase.errors import MessageError
from contactbase.model.enums import Channel

if TYPE_CHECKING:
    from contactbase.campaign.audience.campaign import Campaign

__all__ = ["Tested", "check_tested"]


@attrs.frozen(kw_only=True)
class Tested:
    """A test that was sent, at an instant with its zone; `text_digest` is SHA-256 of its text, NFC, hexadecimal."""

    channel: Channel
    at: dt.datetime
    text_digest: str | None = None

    def __attrs_post_init__(self) -> None:
        if self.at.tzinfo is None or self.at.utcoffset() is None:
            raise MessageError("The instant of a test has no time zone. Give one, as in datetime(..., tzinfo=UTC).")

    @classmethod
    def of(cls, text: str, *, channel: Channel, at: dt.datetime) -> Tested:
        """Record a test of a text."""
        return cls(channel=channel, at=at, text_digest=_digest(text))

    def is_of(self, text: str) -> bool:
        """Tell whether it was a test of this very text."""
        return self.text_digest == _digest(text)


def _digest(text: str) -> str:
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode("utf-8", "surrogatepass")).hexdigest()


def check_tested(campaign: Campaign, tests: Iterable[Tested], text: str | None) -> None:
    """Raise MessageError where no test was sent on the channel, before the campaign, of the text that goes out."""
    before = [test for test in tests if test.channel is campaign.channel and test.at < campaign.at]
    if not before:
        raise MessageError(
            f"No test was sent by {campaign.channel} before {campaign.at.isoformat()}. Send the message to your own "
            "number or address first, and give Tested.of(text, channel=..., at=...)."
        )
    if text is not None and not any(test.is_of(text) for test in before):
        raise MessageError("The tests that were sent had another text. Send a test of this one first.")
