"""A plan of sending as a value: who, where, when, in which batch, what; and the seal that says it was not changed.

The seal is the SHA-256 of the plan written in one way only (JSON, keys in order). It finds a change, whoever made it by
mistake; it is no proof against somebody who seals again.

>>> nine = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)
>>> plan = SendPlan(
...     campaign="spring", channel=Channel.SMS, purpose=Purpose.MARKETING, segment="lyon", planned_on=nine.date(),
...     messages=(PlannedMessage(contact="c-1", address="+33612345678", batch=1, at=nine),),
... ).sealed()
>>> plan.intact, attrs.evolve(plan, campaign="summer").intact
(True, False)
>>> plan
SendPlan('spring', sms, 1 message in 1 batch)
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import attrs

from contactbase.errors import MessageError
from contactbase.model.enums import Channel, Purpose

__all__ = ["PlannedMessage", "SendPlan", "TestSend"]


@attrs.frozen(kw_only=True)
class PlannedMessage:
    """One message: to which contact, at which address, in which batch, from when on, with which text ("": none)."""

    contact: str
    address: str = attrs.field(repr=False)
    batch: int
    at: dt.datetime
    text: str = attrs.field(default="", repr=False)


@attrs.frozen(kw_only=True)
class TestSend:
    """A test that somebody sent and looked at: on which day, by whom, of which seal."""

    __test__ = False

    on: dt.date
    by: str = attrs.field(repr=False)
    seal: str


@attrs.frozen(kw_only=True, repr=False)
class SendPlan:
    """What is going to be sent: `segment` names whom it is for, `tests` are the addresses that try it out first.

    `left_out` gives the code of each contact that was given and not planned. `seal` is "" until it is sealed; `test` is
    no part of the seal, because it comes after.
    """

    campaign: str
    channel: Channel
    purpose: Purpose
    segment: str
    planned_on: dt.date
    messages: tuple[PlannedMessage, ...]
    tests: tuple[PlannedMessage, ...] = ()
    left_out: Mapping[str, str] = attrs.field(factory=dict)
    seal: str = ""
    test: TestSend | None = None

    def __repr__(self) -> str:
        count, batches = len(self.messages), len(self.batches)
        batch = "batch" if batches == 1 else "batches"
        return f"SendPlan({self.campaign!r}, {self.channel}, {count} message{'s'[: count != 1]} in {batches} {batch})"

    @property
    def batches(self) -> tuple[tuple[PlannedMessage, ...], ...]:
        """The messages of each batch, in order."""
        held: dict[int, list[PlannedMessage]] = {}
        for message in self.messages:
            held.setdefault(message.batch, []).append(message)
        return tuple(tuple(held[number]) for number in sorted(held))

    @property
    def digest(self) -> str:
        """The digest of what the plan says now (64 hexadecimal digits)."""
        said = json.dumps(self._said(), ensure_ascii=True, sort_keys=True, separators=(",", ":"))
        return sha256(said.encode()).hexdigest()

    @property
    def intact(self) -> bool:
        """Whether it is sealed, and says what it said then."""
        return bool(self.seal) and self.seal == self.digest

    def sealed(self) -> SendPlan:
        """Give the plan with its seal."""
        return attrs.evolve(self, seal=self.digest)

    def tested(self, *, on: dt.date, by: str) -> SendPlan:
        """Give the plan with the record that its test messages were sent and looked at; MessageError without any."""
        if not self.tests:
            raise MessageError("The plan has no test messages. Give `testers` when you make it: your own number first.")
        return attrs.evolve(self, test=TestSend(on=on, by=by, seal=self.seal))

    @property
    def is_tested(self) -> bool:
        """Whether a test of this very plan was recorded."""
        return self.test is not None and bool(self.seal) and self.test.seal == self.seal

    def _said(self) -> dict[str, Any]:
        return {
            "campaign": self.campaign,
            "channel": self.channel.value,
            "purpose": self.purpose.value,
            "segment": self.segment,
            "planned_on": self.planned_on.isoformat(),
            "messages": [_message_json(message) for message in self.messages],
            "tests": [_message_json(message) for message in self.tests],
            "left_out": dict(self.left_out),
        }

    def to_json(self) -> dict[str, Any]:
        """Give the plan as a JSON object; it holds addresses, so keep it where they may be kept."""
        test = (
            None if self.test is None else {"on": self.test.on.isoformat(), "by": self.test.by, "seal": self.test.seal}
        )
        return {**self._said(), "seal": self.seal, "test": test}

    @classmethod
    def from_json(cls, found: Mapping[str, Any]) -> SendPlan:
        """Read a plan; a changed one is read too, and is not `intact`. KeyError or ValueError for no plan at all."""
        test = found.get("test")
        return cls(
            campaign=found["campaign"],
            channel=Channel(found["channel"]),
            purpose=Purpose(found["purpose"]),
            segment=found["segment"],
            planned_on=dt.date.fromisoformat(found["planned_on"]),
            messages=tuple(map(_message_of, found["messages"])),
            tests=tuple(map(_message_of, found["tests"])),
            left_out=dict(found["left_out"]),
            seal=found["seal"],
            test=None
            if test is None
            else TestSend(on=dt.date.fromisoformat(test["on"]), by=test["by"], seal=test["seal"]),
        )


def _message_json(message: PlannedMessage) -> dict[str, Any]:
    return {
        "contact": message.contact,
        "address": message.address,
        "batch": message.batch,
        "at": message.at.astimezone(dt.UTC).isoformat(),
        "text": message.text,
    }


def _message_of(found: Mapping[str, Any]) -> PlannedMessage:
    return PlannedMessage(
        contact=found["contact"],
        address=found["address"],
        batch=int(found["batch"]),
        at=dt.datetime.fromisoformat(found["at"]),
        text=found["text"],
    )
