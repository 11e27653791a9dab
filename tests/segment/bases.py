"""Hostile contact bases: missing, empty and zero; leap days; days on the edge; folded letters; no events at all."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from random import Random
from typing import Any

from contactbase.model.consent import ConsentRecord
from contactbase.model.contact import Contact, Email, Phone
from contactbase.model.enums import (
    Channel,
    ConsentStatus,
    Direction,
    EventKind,
    LegalBasis,
    PhoneKind,
    Purpose,
    Relationship,
    Sex,
)
from contactbase.model.event import Event
from contactbase.model.schema import SCHEMA
from segment.trees import AMOUNTS, CODES, DAYS, LABELS, WORDS


class Size(StrEnum):
    """A custom enumeration, one of whose values is a keyword of the language."""

    SMALL = "small"
    OR = "or"


SCHEMA_X = SCHEMA.extend(children=int, loyal=bool, nickname=str, joined=dt.date, size=Size)


class Bases:
    """Draws contacts."""

    def __init__(self, random: Random) -> None:
        self.random = random

    def maybe(self, *options: Any, missing: float = 0.3) -> Any:
        return None if self.random.random() < missing else self.random.choice(options)

    def contact(self, number: int) -> Contact:
        draw, random = self.maybe, self.random
        custom: list[tuple[str, object]] = []
        if random.random() < 0.6:
            custom.append(("children", random.choice([0, 1, 2, 12, "two", True, -3])))
        if random.random() < 0.6:
            custom.append(("loyal", random.choice([True, False, "yes", 1])))
        if random.random() < 0.6:
            custom.append(("nickname", random.choice([*LABELS, "", 3])))
        if random.random() < 0.6:
            custom.append(("joined", random.choice([*DAYS, "2026-01-01", dt.datetime(2026, 3, 1, tzinfo=dt.UTC)])))
        if random.random() < 0.6:
            custom.append(("size", random.choice([*Size, "or", 1])))
        return Contact(
            id=random.choice(["", "é", "c-"]) + str(number),
            first_name=draw(*LABELS, ""),
            birth_name=draw(*LABELS, missing=0.7),
            couple=draw(True, False),
            birth_date=draw(*DAYS),
            sex=draw(*Sex),
            relationship=draw(*Relationship),
            company=draw(*LABELS, missing=0.6),
            interests=frozenset(random.choices(WORDS, k=random.randrange(3))),
            emails=tuple(Email(code, code) for code in random.choices(CODES, k=random.randrange(2))),
            phones=tuple(
                Phone(random.choice(CODES), random.choice([PhoneKind.MOBILE, PhoneKind.FIXED_LINE, PhoneKind.VOIP]))
                for _ in range(random.randrange(3))
            ),
            address=tuple(random.choices(["12 Rue de la Paix", "Bât. Œ", ""], k=random.randrange(3))),
            postcode=draw(*CODES, ""),
            city=draw(*LABELS, ""),
            country=draw("FR", "A"),
            tags=frozenset(random.choices(WORDS, k=random.randrange(4))),
            supplier=draw("", "-", "'", "e"),
            collected_on=draw(*DAYS),
            preferred_channel=draw(*Channel),
            consents=tuple(self.consent() for _ in range(random.choice([0, 0, 1, 2, 3]))),
            events=tuple(self.event() for _ in range(random.choice([0, 0, 1, 2, 3, 6]))),
            custom=tuple(custom),
        )

    def consent(self) -> ConsentRecord:
        draw, random = self.maybe, self.random
        common = [ConsentStatus.GIVEN] * 4 + [ConsentStatus.WITHDRAWN] * 2
        return ConsentRecord(
            channel=random.choice([Channel.SMS, Channel.SMS, Channel.EMAIL]),
            status=random.choice([*common, *ConsentStatus]),
            purpose=random.choice([Purpose.MARKETING, Purpose.MARKETING, Purpose.SERVICE]),
            basis=random.choice([LegalBasis.CONSENT] * 3 + [LegalBasis.SOFT_OPT_IN]),
            at=draw(*DAYS[:6], missing=0.1),
            source=draw(*LABELS),
            proof=draw(*CODES),
            expires_on=draw(*DAYS[:6], missing=0.7),
        )

    def event(self) -> Event:
        draw, random = self.maybe, self.random
        kinds = [EventKind.PURCHASE] * 5 + [EventKind.MESSAGE] * 3 + [EventKind.CLICK, EventKind.OPEN]
        return Event(
            kind=random.choice(kinds),
            at=draw(*DAYS[:8], *DAYS[11:], missing=0.1),
            direction=random.choice([Direction.FROM_PERSON, Direction.FROM_PERSON, Direction.FROM_US]),
            amount=draw(*AMOUNTS),
            currency=draw("EUR", "EUR", "EUR", "EUR", "USD", "", missing=0.1),
            count=random.choice([1, 1, 1, 1, 12, 0, 2]),
            product=draw(*LABELS),
            category=draw(*LABELS[:4]),
            channel=draw(*Channel),
            reference=draw(*CODES),
        )

    def base(self, size: int) -> list[Contact]:
        return [self.contact(number) for number in range(size)]
