from __future__ import annotations

import datetime as dt
import re
import sqlite3
import warnings
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings

import contactbase as cb
from contactbase.errors import PrivacyError, ReadError, WriteError
from contactbase.matching.merge import dedupe
from contactbase.model.attestation import Attestation, AttestationAct
from contactbase.model.consent import ConsentRecord
from contactbase.model.contact import Contact, Email, Phone
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import Channel, ConsentStatus, EventKind, PhoneKind
from contactbase.model.event import Event
from contactbase.model.journal import Decision, Journal, RetentionAction
from contactbase.model.schema import SCHEMA
from contactbase.pipeline.sql.beside import journal_from_sql, suppressions_from_sql
from contactbase.pipeline.sql.store import from_sql, to_sql
from contactbase.privacy.keys import KeyRing
from contactbase.privacy.suppression import SuppressionList
from contactbase.segment.segment import Segment
from laws.strategies import bases

Connect = Callable[[], Any]
TODAY = dt.date(2026, 11, 22)
STOP = ConsentRecord(channel=Channel.SMS, status=ConsentStatus.WITHDRAWN, at=dt.date(2026, 3, 1))
LEA = Contact(
    id="c-1",
    first_name="Léa",
    last_name="Petit",
    couple=False,
    birth_date=dt.date(1980, 3, 22),
    postcode="01000",
    city="Bourg-en-Bresse",
    phones=(Phone("+33698765432", PhoneKind.MOBILE, "FR"), Phone("+33142685300", PhoneKind.FIXED_LINE, "FR", "12")),
    emails=(Email("Lea@example.org", "lea@example.org"),),
    address=("12 rue Haute", "Bât. A | B"),
    tags=frozenset({"VIP", "a|b"}),
    consents=(STOP, STOP),
    attestations=(Attestation(field="first_name", act=AttestationAct.VERIFIED, of="9f0c", on=dt.date(2026, 1, 5)),),
    events=(Event(kind=EventKind.PURCHASE, at=dt.date(2026, 5, 3), amount=5000, currency="EUR"),),
    custom=(("children", 2), ("member", True), ("since", dt.date(2020, 2, 29)), ("note", "x")),
    extra=(("Pointure", "38"), ("Pointure", "39")),
)
ZOE = Contact(id="c-2", first_name="Zoé")
BASE = ContactBase.of([LEA, ZOE])


def table(connection: Any, statement: str) -> list[tuple[Any, ...]]:
    cursor = connection.cursor()
    cursor.execute(statement)
    found = [tuple(row) for row in cursor.fetchall()]
    connection.commit()
    return found


def test_a_base_comes_back_equal_and_in_its_order(connect: Connect) -> None:
    base = ContactBase.of([ZOE, LEA])
    assert to_sql(base, connect()).count() == {"sql.written": 1}
    found, journal = from_sql(connect())
    assert list(found) == ["c-2", "c-1"]
    assert dict(found) == dict(base)
    assert journal == Journal()


def test_more_contacts_than_one_statement_takes_come_back_equal(connect: Connect) -> None:
    many = [Contact(id=f"a-{number}") for number in range(1500)]
    base = ContactBase.of([*many, LEA, *(attrs.evolve(LEA, id=f"b-{number}") for number in range(900))])
    to_sql(base, connect())
    assert dict(from_sql(connect()).value) == dict(base)


def test_writing_twice_is_writing_once(connect: Connect) -> None:
    connection = connect()
    to_sql(BASE, connection)
    statements = [f"SELECT * FROM {name} ORDER BY 1, 2" for name in ("contacts", "consents", "events")]  # noqa: S608
    before = [table(connection, statement) for statement in statements]
    assert [len(rows) for rows in before] == [2, 2, 1]
    to_sql(BASE, connection)
    assert before == [table(connection, statement) for statement in statements]


def test_a_contact_is_brought_up_to_date_and_others_stay(connect: Connect) -> None:
    to_sql(BASE, connect())
    moved = attrs.evolve(LEA, city="Lyon", postcode=None, phones=(), events=())
    to_sql([moved], connect())
    assert dict(from_sql(connect()).value) == {"c-1": moved, "c-2": ZOE}


def test_a_refusal_that_the_base_does_not_know_stays(connect: Connect) -> None:
    to_sql(BASE, connect())
    given_again = ConsentRecord(channel=Channel.SMS, status=ConsentStatus.GIVEN, at=dt.date(2026, 1, 1))
    to_sql([attrs.evolve(LEA, consents=(given_again,))], connect())
    assert sorted(from_sql(connect()).value["c-1"].consents, key=str) == sorted((STOP, STOP, given_again), key=str)


SAID = ConsentRecord(channel=Channel.SMS, status=ConsentStatus.GIVEN, recorded_on=dt.date(2026, 11, 22))
LATER = attrs.evolve(SAID, recorded_on=dt.date(2026, 11, 23))
NO = attrs.evolve(LATER, status=ConsentStatus.WITHDRAWN)
LAST = attrs.evolve(SAID, recorded_on=dt.date(2026, 11, 24))


@pytest.mark.parametrize(
    ("runs", "held"),
    [
        ([(SAID,), (LATER,), (LAST,)], (SAID,)),
        ([(SAID,), (NO,), (LAST,)], (SAID, NO, LAST)),
        (
            [(SAID,), (LATER, attrs.evolve(LATER, channel=Channel.EMAIL))],
            (SAID, attrs.evolve(LATER, channel=Channel.EMAIL)),
        ),
        ([(SAID,), (LATER, NO)], (SAID, LATER, NO)),
        ([(LAST,), (SAID,)], (LAST, SAID)),
        ([(SAID, LATER), (SAID, LATER)], (SAID, LATER)),
        ([(attrs.evolve(SAID, recorded_on=None),), (LATER,)], (attrs.evolve(SAID, recorded_on=None), LATER)),
    ],
)
def test_the_same_statement_learnt_again_is_no_new_line_and_another_one_is(
    runs: list[tuple[ConsentRecord, ...]], held: tuple[ConsentRecord, ...], connect: Connect
) -> None:
    for consents in runs:
        to_sql([Contact(id="c-1", consents=consents)], connect())
    assert sorted(map(repr, from_sql(connect()).value["c-1"].consents)) == sorted(map(repr, held))


def test_writers_of_postgresql_wait_for_one_another(postgresql: str) -> None:
    psycopg = pytest.importorskip("psycopg")
    base = [Contact(id=f"c-{number}", events=(Event(kind=EventKind.CLICK),)) for number in range(500)]

    def write() -> dict[str, int]:
        with psycopg.connect(host=postgresql, user="postgres", dbname="postgres") as connection:
            return to_sql(base, connection, prefix="waiting_").count()

    with ThreadPoolExecutor(4) as pool:
        assert [each.result() for each in [pool.submit(write) for _ in range(4)]] == [{"sql.written": 1}] * 4


def test_contacts_that_were_merged_away_or_removed_go(connect: Connect) -> None:
    twin = Contact(id="c-3", first_name="Léa", last_name="Petit", emails=LEA.emails)
    before = ContactBase.of([*BASE.values(), twin])
    to_sql(before, connect())
    unique, journal = dedupe(before)
    assert "c-3" not in unique
    erased = Decision(contact="c-2", action=RetentionAction.DELETE, code="x", rule="x", as_of=TODAY, removed=ZOE)
    kept = ContactBase.of(contact for contact in unique.values() if contact.id != "c-2")
    said = to_sql(kept, connect(), journal=journal + Journal((erased,)))
    assert said.count() == {"sql.removed": 1, "sql.written": 1}
    assert list(from_sql(connect()).value) == ["c-1"]
    assert journal_from_sql(connect()).merges == journal.merges


def test_with_only_the_base_is_all_there_is(connect: Connect) -> None:
    to_sql(BASE, connect())
    to_sql([ZOE], connect(), only=True)
    assert dict(from_sql(connect()).value) == {"c-2": ZOE}
    connection = connect()
    assert table(connection, "SELECT COUNT(*) FROM consents") == [(0,)]


HOSTILE = [
    "'; DROP TABLE contacts; --",
    'a"b',
    "?",
    "%s %% %(x)s :1 $1",
    "{0}",
    "\\",
    "line\nbreak\ttab\r",
    "🎉 e\u0301",
    "NULL",
    "x" * 100_000,
    "",
    " ",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_values_are_values(text: str, connect: Connect) -> None:
    contact = Contact(
        id=f"id{text}",
        last_name=text,
        tags=frozenset({text}),
        address=(text,),
        events=(Event(kind=EventKind.CLICK, campaign=text),),
        consents=(attrs.evolve(STOP, source=text),),
        extra=((text, text),),
    )
    to_sql([contact, ZOE], connect())
    assert from_sql(connect()).value[contact.id] == contact


def test_what_no_database_takes_is_taken_out_and_counted(connect: Connect) -> None:
    said = to_sql([Contact(id="c-1", last_name="Pe\0tit", city="Lyon\ud800")], connect())
    assert said.count() == {"sql.unwritable-characters": 1, "sql.written": 1}
    found = from_sql(connect()).value["c-1"]
    assert (found.last_name, found.city) == ("Petit", "Lyon\ufffd")


def test_an_error_rolls_everything_back_and_shows_no_value(connect: Connect) -> None:
    to_sql([ZOE], connect())
    broken = attrs.evolve(LEA, events=(Event(kind=EventKind.PURCHASE, amount=10**30, currency="EUR"),))
    with pytest.raises(WriteError) as raised:
        to_sql(ContactBase.of([attrs.evolve(ZOE, first_name="Zoe-Secret"), broken]), connect())
    assert "Nothing was changed" in str(raised.value)
    assert "1000000000" not in str(raised.value)
    assert raised.value.__suppress_context__
    assert dict(from_sql(connect()).value) == {"c-2": ZOE}


def test_an_interruption_rolls_everything_back(connect: Connect) -> None:
    def interrupted() -> Any:
        yield LEA
        raise KeyboardInterrupt

    to_sql([ZOE], connect())
    connection = connect()

    class Base(ContactBase):
        def values(self) -> Any:
            return interrupted()

    with pytest.raises(KeyboardInterrupt):
        to_sql(Base(), connection)
    assert dict(from_sql(connect()).value) == {"c-2": ZOE}
    to_sql(BASE, connection)
    assert len(from_sql(connect()).value) == 2


def test_a_table_of_somebody_else_is_left_alone(connect: Connect) -> None:
    connection = connect()
    connection.cursor().execute("CREATE TABLE contacts (id VARCHAR(10), phone VARCHAR(10))")
    connection.commit()
    with pytest.raises(WriteError, match="not ours"):
        to_sql(BASE, connection)
    assert table(connection, "SELECT * FROM contacts") == []
    to_sql(BASE, connection, prefix="cb_")
    assert dict(from_sql(connection, prefix="cb_").value) == dict(BASE)


def test_a_custom_field_gets_its_column_later(connect: Connect) -> None:
    to_sql([ZOE], connect())
    mine = SCHEMA.extend(children=int, nickname=str)
    to_sql([attrs.evolve(LEA, custom=(("children", 2), ("nickname", "Lou")))], connect(), schema=mine)
    assert table(connect(), "SELECT id, children, nickname, nickname_key FROM contacts ORDER BY id") == [
        ("c-1", 2, "Lou", "lou"),
        ("c-2", None, None, None),
    ]


def test_corrections_made_in_the_database_are_heard_and_nonsense_is_rejected(connect: Connect) -> None:
    connection = connect()
    to_sql(BASE, connection)
    cursor = connection.cursor()
    cursor.execute("UPDATE contacts SET city = 'Lyon' WHERE id = 'c-1'")
    cursor.execute("UPDATE contacts SET sex = 'X' WHERE id = 'c-2'")
    cursor.execute("UPDATE events SET kind = 'nonsense'")
    connection.commit()
    base, journal = from_sql(connect())
    assert base["c-1"].city == "Lyon"
    assert list(base) == ["c-1"]
    assert base["c-1"].events == ()
    assert [(each.code, each.source.file) for each in journal.rejections] == [
        ("sql.unreadable-row", "contacts"),
        ("sql.unreadable-row", "events"),
    ]


def test_the_journal_and_the_stops_are_added_once_and_come_back(connect: Connect) -> None:
    ring = KeyRing.of("contactbase-test-key-v1-32bytes!")
    stops = SuppressionList(ring)
    stops.add("+33698765432", "sms", reason=cb.SuppressionReason.OPTOUT, on=dt.date(2026, 3, 1), source="reply")
    stops.add("lea@example.org", "email", reason=cb.SuppressionReason.HARD_BOUNCE, on=None)
    base, journal = cb.clean([{"last_name": "PETIT", "mobile": "06 98 76 54 32"}], as_of=TODAY)
    for _ in range(2):
        to_sql(base, connect(), journal=journal, suppression=stops)
    assert journal_from_sql(connect()) == journal
    assert suppressions_from_sql(connect(), ring).value == stops
    assert len(table(connect(), "SELECT digest FROM suppressions")) == 2
    with pytest.raises(PrivacyError):
        suppressions_from_sql(connect(), KeyRing.of("contactbase-test-key-v2-32bytes!"))


def test_a_prohibition_stays_that_a_later_list_does_not_have(connect: Connect) -> None:
    ring = KeyRing.of("contactbase-test-key-v1-32bytes!")
    stops = SuppressionList(ring)
    stops.add("+33698765432", "sms", reason=cb.SuppressionReason.OPTOUT, on=dt.date(2026, 3, 1))
    to_sql(BASE, connect(), suppression=stops)
    to_sql(BASE, connect(), suppression=SuppressionList(ring))
    assert suppressions_from_sql(connect(), ring).value == stops


DIALECTS = {"sqlite3": "sqlite", "_duckdb": "duckdb", "psycopg": "postgresql"}
SOME = 'tags has any of ("vip") and sum(purchases.amount) >= 50 EUR and city = "bourg en bresse"'


def test_segments_run_on_the_tables_as_they_are(connect: Connect) -> None:
    connection = connect()
    to_sql(BASE, connection)
    segment = Segment("some", SOME)
    dialect = DIALECTS[type(connection).__module__]
    text, found = segment.to_sql(dialect, as_of=TODAY)
    parameters = list(found)
    if dialect == "postgresql":
        parameters = [found[int(place) - 1] for place in re.findall(r"\$(\d+)", text)]
        text = re.sub(r"\$\d+", "%s", text.replace("%", "%%"))
    cursor = connection.cursor()
    cursor.execute(text, parameters)
    assert {row[0] for row in cursor.fetchall()} == set(segment.select(BASE, as_of=TODAY).ids) == {"c-1"}


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(base=bases())
def test_every_base_comes_back_equal(connect: Connect, base: ContactBase) -> None:
    connection = connect()
    cursor = connection.cursor()
    for name in ("contacts", "consents", "events"):
        cursor.execute(f"DROP TABLE IF EXISTS {name}")
    connection.commit()
    to_sql(base, connection)
    assert dict(from_sql(connection).value) == dict(base)


def test_a_connection_in_a_transaction_is_refused_and_not_ended(connect: Connect) -> None:
    connection = connect()
    to_sql([ZOE], connection)
    cursor = connection.cursor()
    name = type(connection).__module__
    cursor.execute("BEGIN") if not name.startswith("psycopg") or connection.autocommit else None
    cursor.execute("UPDATE contacts SET city = 'Lyon'")
    target = cursor if name.startswith("_duckdb") else connection
    with pytest.raises(WriteError, match="transaction"):
        to_sql(BASE, target)
    with pytest.raises(ReadError, match="transaction"):
        from_sql(target)
    target.commit()
    assert from_sql(connect()).value["c-2"].city == "Lyon"


def test_a_database_without_our_tables_is_refused(connect: Connect) -> None:
    connection = connect()
    for read in (
        from_sql,
        journal_from_sql,
        lambda found: suppressions_from_sql(found, KeyRing.of("contactbase-test-key-v1-32bytes!")),
    ):
        with pytest.raises(ReadError, match="to_sql wrote"):
            read(connection)
    to_sql([ZOE], connection)


def test_a_locked_database_is_refused_in_one_sentence(tmp_path: Any) -> None:
    one, other = sqlite3.connect(tmp_path / "a.db"), sqlite3.connect(tmp_path / "a.db", timeout=0)
    to_sql([ZOE], one)
    one.execute("BEGIN IMMEDIATE")
    with pytest.raises(WriteError, match="locked"):
        to_sql(BASE, other)
    one.rollback()
    to_sql(BASE, other)
    one.close()
    other.close()


def test_declared_types_of_sqlite_may_be_converted_by_the_caller() -> None:
    connection = sqlite3.connect(":memory:", detect_types=sqlite3.PARSE_DECLTYPES)
    to_sql(BASE, connection)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the converters of sqlite3 are deprecated from 3.12
        assert dict(from_sql(connection).value) == dict(BASE)
    connection.close()


@pytest.mark.parametrize("wrong", ["base.db", b"x", None, 5])
def test_something_else_than_a_connection_is_refused(wrong: Any) -> None:
    with pytest.raises(WriteError, match="PEP 249"):
        to_sql(BASE, wrong)


def test_wrong_arguments_say_what_to_write() -> None:
    connection = sqlite3.connect(":memory:")
    with pytest.raises(WriteError, match="sqlite or duckdb or postgresql"):
        to_sql(BASE, connection, dialect="oracle")
    with pytest.raises(WriteError, match="prefix"):
        to_sql(BASE, connection, prefix='a"; DROP')
    with pytest.raises(WriteError, match="same id"):
        to_sql([ZOE, ZOE], connection)
    with pytest.raises(WriteError, match="position"):
        to_sql(BASE, connection, schema=SCHEMA.extend(position=str))
    connection.close()
