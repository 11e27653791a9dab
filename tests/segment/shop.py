"""Contacts of a shop, with everything that the examples of the documentation ask for."""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import Any

from contactbase.model.consent import ConsentRecord
from contactbase.model.contact import Contact, Email, Phone
from contactbase.model.enums import (
    Channel,
    ConsentStatus,
    ContactKind,
    Direction,
    EventKind,
    Origin,
    PhoneKind,
    Relationship,
    Sex,
)
from contactbase.model.event import Event
from contactbase.segment import Context, Segment, Segments

TODAY = dt.date(2026, 3, 31)


class People:
    """Makes contacts of a shop, with what the cookbook asks for."""

    def __init__(self, seed: int) -> None:
        self.draw = Random(seed)

    def one(self, *options: Any) -> Any:
        return self.draw.choice((None, *options))

    def day(self, years: int) -> dt.date:
        return TODAY - dt.timedelta(days=self.draw.randrange(365 * years))

    def contact(self, number: int) -> Contact:
        address = f"client{number}@example.org"
        phone = Phone(f"+3363998{number:04d}", PhoneKind.MOBILE)
        return Contact(
            id=f"c-{number}",
            first_name=self.one("Léa", "Omar"),
            last_name=self.one("Martin", "Petit"),
            sex=self.one(*Sex),
            birth_date=self.one(*(self.day(90) for _ in range(8))),
            language=self.one("fr", "en"),
            household=self.one("couple", "couple avec enfants"),
            relationship=self.one(*Relationship),
            kind=self.one(*ContactKind),
            siren=self.one("123456782"),
            activity=self.one("Salon de coiffure", "Boulangerie"),
            socio_category=self.one("37", "52"),
            interests=frozenset(self.draw.sample(["Golf", "voile", "lecture"], 2)),
            emails=self.draw.choice([(), (Email(address, address),)]),
            phones=self.draw.choice([(), (phone,)]),
            postcode=self.one("75011", "92100", "69001"),
            city=self.one("LYON", "Villeurbanne", "Paris"),
            department=self.one("69", "75"),
            tags=frozenset(self.draw.sample(["vip", "Enfants", "gold", "presse"], 1)),
            origin=self.one(*Origin),
            rental_end=self.one(self.day(2), TODAY),
            collected_on=self.one(self.day(9)),
            verified_on=self.one(self.day(4), self.day(1)),
            events=tuple(self.event() for _ in range(self.draw.randrange(7))),
            consents=tuple(self.consent() for _ in range(self.draw.randrange(3))),
        )

    def event(self) -> Event:
        if self.draw.random() < 0.2:
            return Event(
                kind=EventKind.MESSAGE, at=self.day(1), direction=Direction.FROM_US, channel=self.one(*Channel)
            )
        return Event(
            kind=EventKind.PURCHASE,
            at=self.day(self.draw.choice((1, 1, 6))),
            amount=self.draw.choice((2_000, 12_000, 45_000, 150_000)),
            currency="EUR",
            product=self.one("Bague", "collier"),
            material=self.one("or", "argent"),
            category=self.one("Manicure", "bijoux", "montre", "bague", "collier"),
        )

    def consent(self) -> ConsentRecord:
        status = self.draw.choice((ConsentStatus.GIVEN, ConsentStatus.WITHDRAWN))
        return ConsentRecord(channel=self.draw.choice((Channel.SMS, Channel.EMAIL)), status=status, at=self.day(3))


BASE = [People(seed).contact(seed) for seed in range(3_000)]
CONTEXT = Context(
    segments=Segments(
        [Segment("actifs", "last_purchase is last 12 months"), Segment("employés", 'tags has any of ("presse")')]
    ),
    lists={
        name: frozenset(f"c-{number}" for number in range(0, 3_000, 7))
        for name in ("salon 2026", "champions", "priority", "employees")
    },
    can_receive=lambda contact, channel, purpose, *, as_of: contact.first_name is not None,  # noqa: ARG005 - its shape
)
