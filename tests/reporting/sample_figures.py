"""Figures of a made-up run, counted from the demo file, and hostile ones."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs

from contactbase.cli.demo_file import HEADER, demo_rows
from contactbase.matching.closest import Call, closest_calls
from contactbase.matching.judging import Evidence
from contactbase.matching.match import match
from contactbase.matching.matches import PairExplanation, Verdict
from contactbase.model.contact import Contact, Email, Phone
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import PhoneKind
from contactbase.model.journal import Changes, Decision, Merge, Rejection, RetentionAction, finding
from contactbase.model.record import Record
from contactbase.model.source import Citation, Confidence, SourceRef
from contactbase.reporting.figures import FigureCounter, Figures

AS_OF = dt.date(2026, 11, 22)
MAIL = Email("lea@example.org", "lea@example.org")
HOSTILE = '<script>alert("1")</script><img src=x onerror=alert(2)>'
FIELDS = (
    "id title last_name first_name birth_date email mobile landline address postcode city country collected_on "
    "last_purchase orders spent opt_in_sms opt_in_email opt_out tags note"
).split()
CNIL = Citation(
    authority="CNIL",
    instrument="Référentiel « gestion des activités commerciales »",
    locator="durées de conservation",
    url="https://www.cnil.fr/",
    read_on=dt.date(2026, 11, 1),
    confidence=Confidence.SECONDARY,
)


def place(row: int, column: str | None = "Portable", file: str = "clients.csv") -> SourceRef:
    return SourceRef(file=file, row=row, line=row + 3, column=column)


def contact(name: str, **fields: Any) -> Contact:
    return Contact(id=name, **fields)


def counted() -> FigureCounter:
    """Count a made-up run over three hundred rows of the demo file."""
    counter = FigureCounter()
    for row, cells in enumerate([line for line in list(demo_rows(300))[3:-2] if line], 1):
        if len(cells) != len(HEADER):
            code = "record.nothing-to-identify"
            counter.entry(Rejection(source=place(row, None), code=code, cells=tuple(cells)))
            continue
        values = {field: cell for field, cell in zip(FIELDS, cells, strict=True) if cell}
        counter.record(Record(place(row, None), values))
        counter.contact(_understood(row, values))
    for row in range(1, 60):
        counter.entry(finding("phone.too-short", field="phones", source=place(row), digits=9))
        counter.example("phone.too-short", f"06 00 12 34 {row % 10}", place(row))
        counter.entry(finding("email.missing-at", source=place(row, "E-mail")))
    file = SourceRef(file="clients.csv")
    counter.entry(finding("layout.recognized", source=file, layout="generic", mapped=20, columns=21))
    counter.entry(Changes("c-1", None, (("last_name", "DURAND", "Durand"),)))
    for group in range(12):
        absorbed = tuple(contact(f"c-{group}-{number}") for number in range(1 + group % 3))
        counter.entry(Merge(kept="c-1", before=contact("c-1"), absorbed=absorbed, reason="match.email"))
    for call in calls():
        counter.call(call)
    for number in range(9):
        counter.entry(
            Decision(
                contact=f"c-{number}",
                action=RetentionAction.RECONSENT if number < 6 else RetentionAction.DELETE,
                code="retention.prospect",
                rule="fr.prospect",
                citations=(CNIL,),
                due_on=dt.date(2025, 1, 9 - number),
                as_of=AS_OF,
                removed=contact(f"c-{number}") if number > 6 else None,
            )
        )
    return counter


def calls() -> tuple[Call, ...]:
    """Give the closest calls of a made-up family and of two people of one name."""
    people = [
        contact("c-1", first_name="Léa", last_name="Durand", emails=(MAIL,)),
        contact("c-2", first_name="L.", last_name="Durand", emails=(MAIL,)),
        contact("c-3", first_name="Karim", last_name="Petit", postcode="29200", city="Brest"),
        contact("c-4", first_name="Karim", last_name="Petit", postcode="29200", city="Brest"),
    ]
    return closest_calls(match(ContactBase.of(people)))


def _understood(row: int, values: dict[str, str]) -> Contact:
    phones = (Phone("+33600123456", PhoneKind.MOBILE, "FR"),) if values.get("mobile") and row % 5 else ()
    return contact(
        f"c-{row}",
        last_name=values.get("last_name"),
        emails=(MAIL,) if "email" in values else (),
        phones=phones,
        address=(values["address"],) if "address" in values else (),
        city=values.get("city"),
    )


def balanced(figures: Figures) -> Figures:
    """Give the figures with as many rows read as there are outcomes."""
    return attrs.evolve(figures, rows_read=figures.rows_read - figures.unaccounted)


def sample() -> Figures:
    """Give balanced figures."""
    versions = {"contactbase": "0.1.0", "phonenumbers": "9.0.43"}
    return balanced(counted().figures(rows_read=0, as_of=AS_OF, versions=versions))


def hostile() -> Figures:
    """Give figures whose every text tries to be markup, or to break the page by its length."""
    counter = FigureCounter()
    long = "Colonne" * 300
    for number, column in enumerate((HOSTILE, long, "a\x00b\ud800\u202eevil")):
        where = place(number, column, file=HOSTILE)
        counter.entry(finding("phone.too-short", field=HOSTILE, source=where, digits=9))
        counter.example("phone.too-short", HOSTILE + long, where)
        counter.entry(Rejection(source=where, code=HOSTILE, cells=(HOSTILE, long)))
        counter.record(Record(where, {HOSTILE: "x", long: "x"}))
        counter.contact(contact(HOSTILE, custom=((HOSTILE, 1), (long, 2))))
    note = SourceRef(file=HOSTILE, column=long)
    counter.entry(finding("layout.columns-kept", source=note, names=HOSTILE + long))
    citation = Citation(authority=HOSTILE, instrument=long, locator=HOSTILE, url="javascript:alert(3)")
    counter.entry(
        Decision(
            contact="c-1",
            action=RetentionAction.KEEP,
            code=HOSTILE,
            rule=long,
            citations=(citation,),
            as_of=AS_OF,
        )
    )
    counter.entry(Merge(kept="c", before=contact("c"), absorbed=(contact("d"),), reason=HOSTILE))
    counter.call(
        Call(
            why=PairExplanation(
                left=HOSTILE,
                right=long,
                verdict=Verdict.REVIEW,
                probability=1.0,
                household=0.0,
                prior=-1e9,
                evidence=(Evidence(HOSTILE, long, 1e9), Evidence("email", HOSTILE, -1e9)),
                against=(HOSTILE, long),
            ),
            alike=10**9,
            later=True,
        )
    )
    return counter.figures(rows_read=5, as_of=None, versions={HOSTILE: long})
