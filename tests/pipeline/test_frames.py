from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings

import contactbase as cb
from contactbase.errors import ReadError, WriteError
from contactbase.model.attestation import Attestation, AttestationAct
from contactbase.model.contact import Contact, Email, Phone
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import EventKind, PhoneKind
from contactbase.model.event import Event
from contactbase.model.schema import SCHEMA
from contactbase.pipeline.frames import from_frame, to_arrow, to_pandas, to_polars
from contactbase.pipeline.reading import read
from contactbase.pipeline.writing import file_of
from laws.strategies import bases

AS_OF = dt.date(2028, 1, 1)
LEA = Contact(
    id="c-1",
    first_name="Léa",
    couple=False,
    birth_date=dt.date(1980, 3, 22),
    postcode="01000",
    department="01",
    phones=(Phone("+33698765432", PhoneKind.MOBILE, "FR"), Phone("+33142685300", PhoneKind.FIXED_LINE, "FR", "12")),
    emails=(Email("lea@example.org", "lea@example.org"),),
    address=("12 rue Haute", "Bât. A | B"),
    tags=frozenset({"VIP", "a|b"}),
    consents=(cb.ConsentRecord(channel=cb.Channel.SMS, status=cb.ConsentStatus.GIVEN, at=dt.date(2026, 1, 5)),),
    attestations=(Attestation(field="first_name", act=AttestationAct.VERIFIED, of="9f0c", on=dt.date(2026, 1, 5)),),
    events=(Event(kind=EventKind.PURCHASE, at=dt.date(2026, 5, 3), amount=5000, currency="EUR"),),
    custom=(("children", 2), ("member", True), ("since", dt.date(2020, 2, 29))),
    extra=(("Pointure", "38"),),
)
ZOE = Contact(id="c-2", first_name="Zoé")
BASE = ContactBase.of([LEA, ZOE])
MINE = SCHEMA.extend(children=int, member=bool, since=dt.date)
MAKERS: dict[str, tuple[str, Callable[..., Any]]] = {
    "pandas": ("pandas", to_pandas),
    "polars": ("polars", to_polars),
    "arrow": ("pyarrow", to_arrow),
}


@pytest.fixture(params=MAKERS)
def maker(request: pytest.FixtureRequest) -> Callable[..., Any]:
    package, make = MAKERS[request.param]
    pytest.importorskip("narwhals")
    pytest.importorskip(package)
    return make


def test_a_frame_of_a_base_comes_back_equal(maker: Callable[..., Any]) -> None:
    records, _ = from_frame(maker(BASE, schema=MINE), schema=MINE)
    back = cb.clean(records, as_of=AS_OF, schema=MINE).value
    assert dict(back) == dict(BASE)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(base=bases())
def test_every_clean_base_comes_back_equal(maker: Callable[..., Any], base: ContactBase) -> None:
    clean = cb.clean(read(file_of(base, "x.jsonl"), allow_empty=True).value, as_of=AS_OF).value
    assert dict(cb.clean(from_frame(maker(clean)).value, as_of=AS_OF).value) == dict(clean)


@settings(max_examples=25, deadline=None)
@given(base=bases())
def test_parquet_holds_everything(base: ContactBase) -> None:
    pytest.importorskip("pyarrow")
    clean = cb.clean(read(file_of(base, "x.jsonl"), allow_empty=True).value, as_of=AS_OF).value
    back = read(file_of(clean, "x.parquet"), allow_empty=True).value
    assert dict(cb.clean(back, as_of=AS_OF).value) == dict(clean)


def test_types_are_kept_in_pandas() -> None:
    pytest.importorskip("pandas")
    frame = to_pandas(BASE, schema=MINE)
    kinds = {name: str(frame[name].dtype) for name in ("postcode", "birth_date", "couple", "children", "since")}
    assert kinds == {
        "postcode": "string",
        "birth_date": "datetime64[s]",
        "couple": "boolean",
        "children": "Int64",
        "since": "datetime64[s]",
    }
    assert frame["postcode"].tolist()[0] == "01000"
    assert frame["city"].isna().all()
    assert to_pandas(BASE, "events")["amount"].tolist() == [5000]


def test_types_are_kept_in_polars() -> None:
    polars = pytest.importorskip("polars")
    frame = to_polars(BASE, schema=MINE)
    assert frame.schema["birth_date"] == polars.Date
    assert frame.schema["phones"] == polars.List(polars.String)
    assert frame.schema["children"] == polars.Int64
    assert frame["phones"].to_list() == [["+33698765432", "+33142685300;ext=12"], None]
    assert to_polars(BASE, "consents").row(0, named=True)["status"] == "given"


def test_an_empty_base_has_all_its_columns_and_types(maker: Callable[..., Any]) -> None:
    for table in ("contacts", "consents", "events"):
        frame, full = maker(ContactBase(), table), maker(BASE, table)
        assert len(frame) == 0
        assert {*map(str, getattr(frame, "column_names", frame.columns))} <= {
            *map(str, getattr(full, "column_names", full.columns))
        }


def test_arrow_goes_out_through_the_c_stream() -> None:
    arrow = pytest.importorskip("pyarrow")
    polars = pytest.importorskip("polars")
    made = to_arrow(BASE)
    assert hasattr(made, "__arrow_c_stream__")
    assert polars.from_arrow(made)["postcode"].to_list() == ["01000", None]
    assert made.schema.field("birth_date").type == arrow.date32()


def test_nothing_is_inferred_and_lost_zeros_are_said() -> None:
    polars = pytest.importorskip("polars")
    frame = polars.DataFrame(
        {"Nom": ["Petit", ""], "Tél": ["0698765432", None], "CP": [1000, 69001], "Pointure": [38.0, None]}
    )
    records, journal = from_frame(frame)
    assert [dict(record.values) for record in records] == [
        {"last_name": "Petit", "phones": "0698765432", "postcode": "1000"},
        {"postcode": "69001"},
    ]
    assert [dict(record.extra) for record in records] == [{"Pointure": "38"}, {}]
    said = [found for found in journal.findings if found.code == "frame.numbers"]
    assert [dict(found.details) for found in said] == [{"name": "CP"}]


def test_pandas_without_dtypes_says_what_it_lost() -> None:
    pandas = pytest.importorskip("pandas")
    import io  # noqa: PLC0415 - only here

    frame = pandas.read_csv(io.StringIO("nom,tel,cp\nPetit,0698765432,01000\nRoux,,\n"))
    records, journal = from_frame(frame)
    assert [record.values.get("phones") for record in records] == ["698765432", None]
    assert journal.count()["frame.numbers"] == 2


def test_lazy_frames_are_run_and_several_values_taken_apart() -> None:
    polars = pytest.importorskip("polars")
    frame = polars.DataFrame({"email": ["a@example.org"], "tags": [["VIP", "salon"]]}).lazy()
    base = cb.clean(from_frame(frame).value, as_of=AS_OF).value
    assert base["c-1"].tags == {"VIP", "salon"}


@pytest.mark.parametrize("wrong", [None, 5, "clients.csv", {"a": [1]}, [[1]]])
def test_what_is_no_frame_is_refused(wrong: Any) -> None:
    pytest.importorskip("narwhals")
    with pytest.raises(ReadError, match="no data frame"):
        from_frame(wrong)


def test_two_columns_of_one_name_are_refused() -> None:
    pandas = pytest.importorskip("pandas")
    with pytest.raises(ReadError, match="different names"):
        from_frame(pandas.DataFrame([["a", "b"]], columns=["x", "x"]))


def test_another_table_is_refused_by_name() -> None:
    with pytest.raises(WriteError, match="contacts, consents or events"):
        to_polars(BASE, "orders")  # type: ignore[arg-type]  # a wrong name on purpose


def test_a_column_kept_beside_never_hides_a_field() -> None:
    pytest.importorskip("polars")
    hidden = attrs.evolve(LEA, extra=(("city", "beside"), ("children", "also beside")))
    frame = to_polars([hidden], schema=MINE)
    row = frame.row(0, named=True)
    assert (row["city"], row["city (source)"], row["children"], row["children (source)"]) == (
        None, "beside", 2, "also beside",
    )  # fmt: skip
