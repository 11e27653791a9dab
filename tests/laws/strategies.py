"""Made-up contacts, dirty cells and dirty files, for the laws."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from contactbase.model.consent import ConsentRecord
from contactbase.model.contact import Contact, Email, Phone
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import Channel, ConsentStatus, EventKind, Origin, PhoneKind, Relationship, Sex
from contactbase.model.event import Event
from contactbase.model.record import Record
from contactbase.model.source import SourceRef

DAYS = st.dates(dt.date(2015, 1, 1), dt.date(2027, 12, 31)) | st.sampled_from(
    [dt.date(2024, 2, 29), dt.date(2023, 2, 28), dt.date(1, 1, 1), dt.date(9999, 12, 31)]
)
FIRST = st.sampled_from(["Léa", "Jean", "Jean-Pierre", "JP", "Zoé", "Noé", "Ana", "Éric", "J"])
LAST = st.sampled_from(["Durand", "Le Goff", "de la Tour", "Müller", "D'Alembert", "Ó Briain"])
CITIES = st.sampled_from(["Lyon", "Saint-Étienne", "L'Haÿ-les-Roses", "Ajaccio", "Köln"])
MOBILES = st.sampled_from([f"+3361234567{n}" for n in range(6)])
ADDRESSES = st.sampled_from(["lea@example.org", "j.durand@example.com", "zoe+shop@example.net", "ana@example.org"])

PHONES = st.builds(Phone, MOBILES, st.just(PhoneKind.MOBILE), st.just("FR"))
EMAILS = ADDRESSES.map(lambda address: Email(address, address))
CONSENTS = st.builds(
    ConsentRecord,
    channel=st.sampled_from(Channel),
    status=st.sampled_from(ConsentStatus),
    at=st.none() | DAYS,
    address=st.none() | MOBILES | ADDRESSES,
)
EVENTS = st.builds(
    Event,
    kind=st.sampled_from(EventKind),
    at=st.none() | DAYS,
    amount=st.none() | st.integers(-10_000, 10_000_000),
    currency=st.just("EUR"),
    count=st.integers(0, 30),
    product=st.none() | st.sampled_from(["bague", "collier | or", 'dit "le petit"']),
)


def tuples(values: st.SearchStrategy[object], most: int = 3) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(values, max_size=most, unique_by=repr).map(tuple)


CONTACTS = st.builds(
    Contact,
    id=st.just("?"),
    first_name=st.none() | FIRST,
    last_name=st.none() | LAST,
    birth_name=st.none() | LAST,
    couple=st.none() | st.booleans(),
    birth_date=st.none() | DAYS,
    sex=st.none() | st.sampled_from(Sex),
    relationship=st.none() | st.sampled_from(Relationship),
    origin=st.none() | st.sampled_from(Origin),
    siren=st.none() | st.just("732829320"),
    siret=st.none() | st.just("73282932000074"),
    vat=st.none() | st.just("FR44732829320"),
    phones=st.lists(PHONES, max_size=2, unique_by=lambda phone: phone.e164).map(tuple),
    emails=st.lists(EMAILS, max_size=2, unique_by=lambda email: email.key).map(tuple),
    address=st.lists(st.sampled_from(["12 rue des Lilas", "Bât. A | esc. 2", "C:\\Chalet"]), max_size=2).map(tuple),
    postcode=st.none() | st.sampled_from(["69001", "20000", "01000"]),
    city=st.none() | CITIES,
    tags=st.frozensets(st.sampled_from(["VIP", "salon|2025", "b\\c"]), max_size=2),
    collected_on=st.none() | DAYS,
    consents=st.lists(CONSENTS, max_size=3).map(tuple),
    events=st.lists(EVENTS, max_size=3).map(tuple),
    extra=st.just(()) | st.just((("Pointure", "38"),)),
)


@st.composite
def bases(draw: st.DrawFn, most: int = 8) -> ContactBase:
    """Draw a base of contacts whose ids are c-1, c-2, …"""
    import attrs  # noqa: PLC0415 - used here only

    contacts = draw(st.lists(CONTACTS, max_size=most))
    return ContactBase.of(attrs.evolve(contact, id=f"c-{n}") for n, contact in enumerate(contacts, start=1))


DIRTY = st.sampled_from(
    [
        "",
        " ",
        "NC",
        "-",
        "06 12 34 56 78",
        "0612345678;0142685300",
        "612345678.0",
        "3,36E+10",
        "06\u202f12\u202f34\u202f56\u202f78",
        "LEA@EXAMPLE.ORG ",
        "<lea@example.org>",
        "a@example.org; b@example.org",
        "lea@gmial.com",
        "DUPONT Jean",
        "M. et Mme DURAND",
        "DURAND née MARTIN",
        "73282932000074",
        "FR 44 732 829 320",
        "HÃ©lÃ¨ne",
        "2024-03-12",
        "03/04/2024",
        "31/02/2024",
        "29252",
        "12 mars 1985",
        "1 234,56 €",
        "1.234",
        "oui",
        "x",
        "2021-06-27",
        "1000",
        "75116 PARIS CEDEX 16",
        "La Réunion",
        "a|b\\|c",
        '=SUM(A1)"',
        "\x00",
        "\ud800",
        "٠٦١٢٣٤٥٦٧٨",
    ]
) | st.text(max_size=40)

FIELDS = st.sampled_from(
    [
        "id",
        "title",
        "first_name",
        "last_name",
        "full_name",
        "birth_name",
        "couple",
        "birth_date",
        "sex",
        "company",
        "siren",
        "siret",
        "vat",
        "interests",
        "tags",
        "email",
        "emails",
        "mobile",
        "landline",
        "phones",
        "address",
        "postcode",
        "city",
        "department",
        "country",
        "relationship",
        "kind",
        "language",
        "collected_on",
        "relationship_end",
        "last_purchase",
        "first_purchase",
        "last_contact_by_person",
        "spent",
        "orders",
        "opt_in_sms",
        "opt_in_email",
        "opt_out",
        "opt_out_sms",
        "consented_on",
        "withdrawn_on",
        "consent_source",
        "bounced_on",
        "preferred_channel",
        "source",
        "consent_proof",
        "consent_incentive",
        "email_verified_on",
        "mobile_verified_on",
        "address_verified_on",
        "origin",
    ]
)


@st.composite
def records(draw: st.DrawFn, most: int = 6) -> list[Record]:
    """Draw the records of one dirty file: the same fields in each, any text in the cells."""
    fields = draw(st.lists(FIELDS, min_size=1, max_size=10, unique=True))
    rows = draw(st.lists(st.tuples(*[DIRTY] * len(fields)), max_size=most))
    return [
        Record(
            SourceRef(file="dirty.csv", row=number, line=number + 1),
            {field: cell for field, cell in zip(fields, row, strict=True) if cell},
            cells=row,
        )
        for number, row in enumerate(rows, start=1)
    ]
