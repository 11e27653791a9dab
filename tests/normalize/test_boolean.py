"""Yes, no, and what is neither."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.model.code import Code
from contactbase.model.codes.boolean import CODES
from contactbase.normalize import Hints
from contactbase.normalize.boolean import BOOLEAN, column, normalize
from contactbase.normalize.consent_answer import OPT_IN, OPT_OUT

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=30)


@pytest.mark.parametrize(
    "cell", "oui OUI Oui. o O yes y Y si sí ja J vrai VRAI true True t 1 1.0 -1 x X ok on ✓ ✔ ✔️ ☑ ✅".split()
)
def test_yes_is_yes(cell: str) -> None:
    form = normalize(cell)
    assert (form.values, form.findings) == (((True,), ()) if cell != "Oui." else ((), form.findings))


@pytest.mark.parametrize("cell", "non NON n N no nein nee faux FAUX false FALSE f 0 0.0 off ✗ ✘ ☐ ❌".split())
def test_no_is_no(cell: str) -> None:
    form = normalize(cell)
    assert (form.values, form.findings) == ((False,), ())


@pytest.mark.parametrize("cell", ["", " ", "\t", "\u00a0", "\n"])
def test_an_empty_cell_is_unknown_and_never_no(cell: str) -> None:
    form = normalize(cell)
    assert (form.values, form.findings) == ((), ())


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("peut-être", "boolean.unknown-word"),
        ("2", "boolean.unknown-word"),
        ("ouinon", "boolean.unknown-word"),
        ("oui" * 100, "boolean.unknown-word"),
        ("\x00", "boolean.unknown-word"),
        ("n/a", "boolean.placeholder"),
        ("NULL", "boolean.placeholder"),
        ("inconnu", "boolean.placeholder"),
        ("oui\nnon", "boolean.contradictory"),
    ],
)
def test_what_is_no_answer_gives_no_value_and_its_reason(cell: str, code: str) -> None:
    form = normalize(cell)
    assert (form.values, [found.code for found in form.findings]) == ((), [code])


def test_columns_that_agree_say_it_once() -> None:
    assert normalize("oui\n1\nTRUE").values == (True,)


def test_the_codes_of_the_layout_come_first() -> None:
    cell = column(Hints(codes={"1": "non", "2": "oui", "Abonné": "yes", "0": ""}))
    assert [cell(text).values for text in ("1", "2", "ABONNE", "0", "oui")] == [(False,), (True,), (True,), (), (True,)]
    assert cell("0").findings == ()


def test_a_code_that_is_no_answer_is_a_wrong_program() -> None:
    with pytest.raises(ValueError, match="peut-être"):
        column(Hints(codes={"3": "peut-être"}))


@given(ANY_TEXT)
def test_any_text_is_read_without_exception_and_its_text_reads_back(cell: str) -> None:
    form = normalize(cell)
    assert len(form.values) < 2
    assert form.values or form.findings or not "".join(char for char in cell if char.isprintable()).strip(" ='\"")
    for value in form.values:
        assert normalize(BOOLEAN.text(value)).values == (value,)


@pytest.mark.parametrize("code", [code for code in CODES if code.example], ids=lambda code: code.id)
def test_the_example_of_a_code_gives_it(code: Code) -> None:
    readers = (BOOLEAN.normalize, OPT_IN.normalize, OPT_OUT.normalize)
    assert code.id in [found.code for read in readers for found in read(code.example).findings]
