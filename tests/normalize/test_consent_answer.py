"""What opt-in and opt-out cells state: nothing permits but what says so."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.model.enums import ConsentStatus
from contactbase.normalize import DateOrder, Hints
from contactbase.normalize.consent_answer import OPT_IN, OPT_OUT, ConsentAnswer, normalize, text

S = ConsentStatus
ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=30)
WORDS = st.lists(
    st.sampled_from(
        "oui non stop abonné désabonné 2021-06-27 03/04/2021 le pending 1 0 n/a - plus 31/02/2021 \n".split(" ")
    ),
    max_size=4,
).map(" ".join)
HINTS = Hints(field="opt_in_sms", date_order=DateOrder.DMY, as_of=dt.date(2026, 11, 22))


@pytest.mark.parametrize(
    ("cell", "opt_in", "opt_out"),
    [
        ("oui", S.GIVEN, S.WITHDRAWN),
        ("1", S.GIVEN, S.WITHDRAWN),
        ("✓", S.GIVEN, S.WITHDRAWN),
        ("non", S.REFUSED, S.UNKNOWN),
        ("0", S.REFUSED, S.UNKNOWN),
        ("FALSE", S.REFUSED, S.UNKNOWN),
        ("subscribed", S.GIVEN, S.UNKNOWN),
        ("Abonné", S.GIVEN, S.UNKNOWN),
        ("opt-in", S.GIVEN, S.UNKNOWN),
        ("OPTIN", S.GIVEN, S.UNKNOWN),
        ("renewed", S.RENEWED, S.UNKNOWN),
        ("unsubscribed", S.WITHDRAWN, S.WITHDRAWN),
        ("Désabonnée", S.WITHDRAWN, S.WITHDRAWN),
        ("STOP", S.WITHDRAWN, S.WITHDRAWN),
        ("opt-out", S.WITHDRAWN, S.WITHDRAWN),
        ("Ne pas contacter", S.WITHDRAWN, S.WITHDRAWN),
        ("refusé", S.REFUSED, S.REFUSED),
        ("pending", S.REQUESTED, S.REQUESTED),
        ("en attente", S.REQUESTED, S.REQUESTED),
        ("non abonné", S.UNKNOWN, S.UNKNOWN),
        ("NOT_SUBSCRIBED".replace("_", " "), S.UNKNOWN, S.UNKNOWN),
        ("inconnu", S.UNKNOWN, S.UNKNOWN),
        ("expired", S.EXPIRED, S.EXPIRED),
    ],
)
def test_yes_and_no_follow_the_column_and_words_speak_for_themselves(
    cell: str, opt_in: ConsentStatus, opt_out: ConsentStatus
) -> None:
    assert OPT_IN.normalize(cell).values == (ConsentAnswer(opt_in),)
    assert OPT_OUT.normalize(cell).values == (ConsentAnswer(opt_out),)
    assert OPT_IN.normalize(cell).findings == OPT_OUT.normalize(cell).findings == ()


@pytest.mark.parametrize("cell", ["cleaned", "Bounced"])
def test_a_cleaned_address_makes_the_consent_unusable_and_says_so(cell: str) -> None:
    for normalizer in (OPT_IN, OPT_OUT):
        form = normalizer.normalize(cell)
        assert form.values == (ConsentAnswer(S.INVALIDATED),)
        assert [found.code for found in form.findings] == ["boolean.cleaned-address"]


@pytest.mark.parametrize(
    ("cell", "opt_in", "opt_out"),
    [
        ("2021-06-27", S.GIVEN, S.WITHDRAWN),
        ("27/06/2021", S.GIVEN, S.WITHDRAWN),
        ("2021-06-27T12:00:00.000Z", S.GIVEN, S.WITHDRAWN),
        ("oui 27/06/2021", S.GIVEN, S.WITHDRAWN),
        ("Oui, le 27/06/2021", S.GIVEN, S.WITHDRAWN),
        ("oui (27/06/2021)", S.GIVEN, S.WITHDRAWN),
        ("non 27/06/2021", S.REFUSED, S.UNKNOWN),
        ("désabonné le 27 juin 2021", S.WITHDRAWN, S.WITHDRAWN),
        ("STOP 27/06/2021", S.WITHDRAWN, S.WITHDRAWN),
        ("given 2021-06-27", S.GIVEN, S.UNKNOWN),
    ],
)
def test_a_day_is_the_day_of_the_answer(cell: str, opt_in: ConsentStatus, opt_out: ConsentStatus) -> None:
    day = dt.date(2021, 6, 27)
    assert OPT_IN.normalize(cell).values == (ConsentAnswer(opt_in, day),)
    assert OPT_OUT.normalize(cell).values == (ConsentAnswer(opt_out, day),)


@pytest.mark.parametrize(
    ("cell", "opt_in", "opt_out", "codes_in", "codes_out"),
    [
        ("peut-être", None, S.WITHDRAWN, ["boolean.unknown-word"], ["boolean.opt-out-assumed"]),
        ("\u0301", None, S.WITHDRAWN, ["boolean.unknown-word"], ["boolean.opt-out-assumed"]),
        ("x" * 300, None, S.WITHDRAWN, ["boolean.unknown-word"], ["boolean.opt-out-assumed"]),
        ("a dit STOP", S.WITHDRAWN, S.WITHDRAWN, ["boolean.opt-out-assumed"], ["boolean.opt-out-assumed"]),
        ("ne plus appeler", S.WITHDRAWN, S.WITHDRAWN, ["boolean.opt-out-assumed"], ["boolean.opt-out-assumed"]),
        ("31/02/2021", None, S.WITHDRAWN, ["date.impossible"], ["date.impossible"]),
        ("06/2021", None, S.WITHDRAWN, ["date.incomplete"], ["date.incomplete"]),
        ("44374", None, S.WITHDRAWN, ["date.looks-like-serial"], ["date.looks-like-serial"]),
        ("oui 31/02/2021", S.GIVEN, S.WITHDRAWN, ["date.impossible"], ["date.impossible"]),
        ("0000-00-00 00:00:00", None, None, ["date.placeholder"], ["date.placeholder"]),
        ("n/a", None, None, ["boolean.placeholder"], ["boolean.placeholder"]),
        ("", None, None, [], []),
        (" ", None, None, [], []),
    ],
)
def test_what_is_not_understood_never_permits_and_never_loses_an_opt_out(
    cell: str,
    opt_in: ConsentStatus | None,
    opt_out: ConsentStatus | None,
    codes_in: list[str],
    codes_out: list[str],
) -> None:
    cases = ((OPT_IN, opt_in, codes_in), (OPT_OUT, opt_out, codes_out))
    for normalizer, status, codes in cases:
        form = normalizer.normalize(cell)
        assert form.values == (() if status is None else (ConsentAnswer(status),))
        assert [found.code for found in form.findings] == codes


def test_the_codes_of_the_layout_come_first() -> None:
    cell = OPT_IN.column(Hints(codes={"0": "unknown", "1": "oui", "A": "subscribed", "9": ""}))
    answers = [[answer.status for answer in cell(text).values] for text in ("0", "1", "a", "9", "oui")]
    assert answers == [[S.UNKNOWN], [S.GIVEN], [S.GIVEN], [], [S.GIVEN]]


def test_no_code_gives_consent_in_an_opt_out_column() -> None:
    cell = OPT_OUT.column(Hints(codes={"1": "given", "2": "non", "3": "oui"}))
    assert [cell(text).values[0].status for text in ("1", "2", "3")] == [S.UNKNOWN, S.UNKNOWN, S.WITHDRAWN]


def test_a_code_that_is_no_answer_is_a_wrong_program() -> None:
    with pytest.raises(ValueError, match="bleu"):
        OPT_IN.column(Hints(codes={"3": "bleu"}))


def test_several_answers_are_all_kept_and_the_strictest_comes_first() -> None:
    form = OPT_IN.normalize("oui\nSTOP 27/06/2021")
    assert form.values == (ConsentAnswer(S.WITHDRAWN, dt.date(2021, 6, 27)), ConsentAnswer(S.GIVEN))
    assert [answer.status for answer in OPT_OUT.normalize("non\noui").values] == [S.WITHDRAWN, S.UNKNOWN]
    assert [found.code for found in form.findings] == ["boolean.several-answers"]


def test_the_module_reads_by_the_name_of_the_field() -> None:
    assert normalize("oui").values == (ConsentAnswer(S.GIVEN),)
    assert normalize("oui", Hints(field="opt_out")).values == (ConsentAnswer(S.WITHDRAWN),)


def test_an_ambiguous_day_keeps_its_finding() -> None:
    form = OPT_IN.normalize("03/04/2021", Hints(region="US"))
    assert form.values == (ConsentAnswer(S.GIVEN, dt.date(2021, 3, 4)),)
    assert [found.code for found in form.findings] == ["date.ambiguous-order"]


@given(ANY_TEXT | WORDS)
def test_any_text_is_read_without_exception_and_its_text_reads_back(cell: str) -> None:
    for normalizer in (OPT_IN, OPT_OUT):
        form = normalizer.column(HINTS)(cell)
        assert form.values or form.findings or not "".join(char for char in cell if char.isprintable()).strip(" ='\"")
        for value in form.values:
            assert normalizer.normalize(text(value), HINTS).values == (value,)


@given(ANY_TEXT | WORDS)
def test_nothing_in_an_opt_out_column_permits(cell: str) -> None:
    assert not {answer.status for answer in OPT_OUT.normalize(cell, HINTS).values} & {S.GIVEN, S.RENEWED}


@pytest.mark.parametrize("cell", ["oui " * 3_000_000, "9" * 10_000_000, "oui\n" * 2_000_000, "a " * 99, "stop " * 39])
def test_a_hostile_cell_is_read_at_once(cell: str) -> None:
    assert OPT_IN.normalize(cell).findings
    assert OPT_OUT.normalize(cell).values
