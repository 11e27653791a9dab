"""The counter counts what passes, in bounded memory, and adds up over workers."""

from __future__ import annotations

import datetime as dt
import pickle

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.model.contact import Contact, Email, Phone
from contactbase.model.enums import PhoneKind, Severity
from contactbase.model.journal import Changes, Decision, Finding, Merge, Rejection, RetentionAction, finding
from contactbase.model.record import Record
from contactbase.model.source import SourceRef
from contactbase.reporting.examples import MOST
from contactbase.reporting.figures import NOTES, FigureCounter, Figures
from contactbase.reporting.hygiene import FieldFigure
from reporting.sample_figures import AS_OF, contact, counted, place, sample


def field(figures: Figures, name: str) -> FieldFigure:
    return next(found for found in figures.completeness if found.field == name)


def test_rows_are_accounted_for_by_contacts_merges_removals_and_rejections() -> None:
    figures = sample()
    assert figures.unaccounted == 0
    assert figures.rows_read == figures.contacts + figures.merged_away + figures.removed + figures.rejected
    assert min(figures.contacts, figures.merged_away, figures.removed, figures.rejected) > 0


def test_a_lost_row_is_not_hidden() -> None:
    figures = sample()
    assert attrs.evolve(figures, rows_read=figures.rows_read + 2).unaccounted == 2


def test_findings_are_counted_by_code_most_frequent_first() -> None:
    counter = FigureCounter()
    for code, count in (("email.missing-at", 2), ("phone.too-short", 5)):
        for row in range(count):
            counter.entry(finding(code, source=place(row), digits=9))
    figures = counter.figures(rows_read=0, as_of=None)
    assert [(found.code, found.count, found.severity) for found in figures.findings] == [
        ("phone.too-short", 5, Severity.ERROR),
        ("email.missing-at", 2, Severity.ERROR),
    ]


def test_an_example_takes_the_place_of_its_finding_and_is_masked_at_once() -> None:
    counter = FigureCounter()
    counter.entry(finding("phone.too-short", source=place(7), digits=9))
    counter.example("phone.too-short", "06 12 34 56 7", place(7))
    (example,) = counter.figures(rows_read=0, as_of=None).findings[0].examples
    assert (example.row, example.line, example.column, example.cell) == (7, 10, "Portable", "06 •• •• •• 7")
    assert b"12 34" not in pickle.dumps(counter)


def test_there_are_never_more_than_a_few_examples_and_those_with_a_cell_come_in() -> None:
    counter = FigureCounter()
    for row in range(20):
        counter.entry(finding("phone.too-short", source=place(row), digits=9))
    assert counter.wants("phone.too-short")
    for row in range(10, 30):
        counter.example("phone.too-short", f"06 00 00 00 {row}", place(row))
    assert not counter.wants("phone.too-short")
    examples = counter.figures(rows_read=0, as_of=None).findings[0].examples
    assert len(examples) == MOST
    assert all(example.cell for example in examples)


def test_a_finding_about_a_whole_file_is_a_note_and_notes_are_bounded() -> None:
    counter = FigureCounter()
    for number in range(NOTES * 3):
        source = SourceRef(file=f"{number}.csv")
        counter.entry(finding("layout.columns-kept", source=source, names="x" * 5000))
        counter.entry(finding("layout.columns-kept", source=source, names="x" * 5000))
    figures = counter.figures(rows_read=0, as_of=None)
    assert len(figures.notes) == NOTES
    assert figures.findings[0].count == NOTES * 6
    assert all(len(str(note.details)) < 1100 for note in figures.notes)


def test_a_finding_of_a_row_or_a_contact_is_no_note() -> None:
    counter = FigureCounter()
    counter.entry(finding("phone.too-short", source=place(1), digits=9))
    counter.entry(finding("phone.too-short", source=SourceRef(file="a.csv"), contact="c-1", digits=9))
    counter.entry(finding("phone.too-short", digits=9))
    assert counter.figures(rows_read=0, as_of=None).notes == ()


@pytest.mark.parametrize(
    ("values", "fields"),
    [
        ({"last_name": "Durand"}, {"last_name"}),
        ({"full_name": "Durand Léa"}, {"last_name", "first_name"}),
        ({"mobile": "06"}, {"phones", "mobile"}),
        ({"landline": "01", "phones": "02"}, {"phones", "landline"}),
        ({"email": "x", "emails": "y"}, {"emails"}),
        ({"opt_in_sms": "oui", "opt_out": "non"}, {"consents"}),
        ({"orders": "3", "last_purchase": "12/03/2024"}, {"events"}),
        ({"city": "  \t"}, set()),
        ({"shoe_size": "38"}, {"shoe_size"}),
    ],
)
def test_a_record_fills_the_fields_that_its_columns_speak_of(values: dict[str, str], fields: set[str]) -> None:
    counter = FigureCounter()
    counter.record(Record(place(1), values))
    figures = counter.figures(rows_read=1, as_of=None)
    assert {found.field for found in figures.completeness if found.before} == fields
    assert figures.records == counter.records == 1


def test_a_contact_fills_its_fields_and_is_reached_by_its_channels() -> None:
    counter = FigureCounter()
    counter.contact(
        contact(
            "c-1",
            phones=(Phone("+33600123456", PhoneKind.MOBILE), Phone("+33199000000", PhoneKind.FIXED_LINE)),
            emails=(Email("lea@example.org", "lea@example.org"),),
            address=("1 rue des Lilas",),
            city="Lyon",
            custom=(("shoe_size", 38), ("nothing", None)),
        )
    )
    counter.contact(contact("c-2", phones=(Phone("+33899000000", PhoneKind.PREMIUM_RATE),), address=("1 rue",)))
    figures = counter.figures(rows_read=2, as_of=None)
    assert attrs.asdict(figures.reach) == {"sms": 1, "email": 1, "post": 1, "phone": 2}
    filled = {found.field: found.after for found in figures.completeness}
    assert filled == {
        "emails": 1,
        "phones": 2,
        "mobile": 1,
        "landline": 1,
        "address": 2,
        "city": 1,
        "shoe_size": 1,
    }


def test_many_patterns_of_filled_fields_are_counted_exactly_in_bounded_memory() -> None:
    counter = FigureCounter()
    for number in range(10_000):
        bits = [f"f{bit}" for bit in range(14) if number >> bit & 1]
        counter.record(Record(place(number), dict.fromkeys(bits, "x")))
    assert len(counter._before.seen) <= 4096
    figures = counter.figures(rows_read=0, as_of=None)
    for bit in range(14):
        assert field(figures, f"f{bit}").before == sum(number >> bit & 1 for number in range(10_000))


def test_merges_are_counted_by_size_and_evidence() -> None:
    counter = FigureCounter()
    for size in (2, 2, 4):
        absorbed = tuple(Contact(id=f"x-{number}") for number in range(size - 1))
        counter.entry(Merge(kept="c-1", before=Contact(id="c-1"), absorbed=absorbed, reason="match.mobile"))
    figures = counter.figures(rows_read=0, as_of=None)
    assert figures.clusters == ((2, 2), (4, 1))
    assert figures.merged_away == 5
    assert figures.reasons == (("match.mobile", 3),)


def test_decisions_are_counted_by_action_and_rule_and_only_removals_remove() -> None:
    counter = FigureCounter()
    for number in range(4):
        counter.entry(
            Decision(
                contact=f"c-{number}",
                action=RetentionAction.DELETE,
                code="retention.x",
                rule="fr.x",
                due_on=dt.date(2024, 1, 4 - number),
                as_of=AS_OF,
                removed=Contact(id="c") if number == 0 else None,
            )
        )
    (decision,) = counter.figures(rows_read=0, as_of=AS_OF).decisions
    assert (decision.count, decision.removed, decision.first_due) == (4, 1, dt.date(2024, 1, 1))


def test_a_rejected_row_is_an_example_of_its_code() -> None:
    counter = FigureCounter()
    cells = ("Durand", "Léa", "06 12 34 56 78")
    counter.entry(Rejection(source=place(4, None), code="record.nothing-to-identify", cells=cells))
    (found,) = counter.figures(rows_read=1, as_of=None).rejections
    assert (found.count, found.examples[0].row, found.examples[0].cell) == (1, 4, "D•••••; L••; 06 •• •• •• •8")


def test_changes_are_counted_and_make_no_field() -> None:
    counter = FigureCounter()
    for field_name in ("last_name", "opt_in_sms", "id"):
        counter.entry(Changes("c-1", None, ((field_name, "x", "y"),)))
    fields = (("city", "LYON", "Lyon"), ("mobile", "06", None))
    counter.entry(Changes(contact="c-1", source=place(1), fields=fields))
    figures = counter.figures(rows_read=0, as_of=None)
    assert (figures.changes, figures.completeness) == (5, ())


def test_a_code_outside_the_catalogue_is_counted_like_any_other() -> None:
    counter = FigureCounter()
    counter.entry(Finding(code="my.code", severity=Severity.WARNING))
    counter.entry(Rejection(source=place(1), code="my.refusal", cells=()))
    figures = counter.figures(rows_read=1, as_of=None)
    assert figures.findings[0].code == "my.code"
    assert figures.rejections[0].severity is Severity.ERROR


@given(st.integers(0, 300))
def test_workers_add_up_to_one(cut: int) -> None:
    def count(rows: range) -> FigureCounter:
        counter = FigureCounter()
        for row in rows:
            counter.entry(finding(("phone.too-short", "email.missing-at")[row % 2], source=place(row), digits=9))
            counter.record(Record(place(row), {"city": "Lyon"} if row % 3 else {}))
            counter.contact(contact(f"c-{row}", city="Lyon" if row % 5 else None))
        return counter

    whole, first = count(range(300)), count(range(cut))
    first.add(count(range(cut, 300)))
    one, other = whole.figures(rows_read=300, as_of=AS_OF), first.figures(rows_read=300, as_of=AS_OF)
    assert other == one


def test_adding_a_whole_run_doubles_every_count() -> None:
    one, two = counted(), counted()
    two.add(one)
    before, after = one.figures(rows_read=0, as_of=AS_OF), two.figures(rows_read=0, as_of=AS_OF)
    for name in ("contacts", "merged_away", "removed", "rejected", "records", "changes"):
        assert getattr(after, name) == 2 * getattr(before, name)
    assert [found.count for found in after.decisions] == [2 * found.count for found in before.decisions]
    assert after.notes == before.notes
