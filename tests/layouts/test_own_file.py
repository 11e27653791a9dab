"""A layout of one's own, as a TOML file: what it can say, and how it is told what is wrong."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.errors import ReadError
from contactbase.layouts.mapping import records_of
from contactbase.layouts.own_file import layout_from_toml
from contactbase.model.hints import DateOrder
from contactbase.model.record import Records
from contactbase.model.schema import SCHEMA
from contactbase.model.table import Table
from contactbase.normalize.clean import clean

WHOLE = """
name = "boutique"
title = "Notre boutique"
recognized_by = ["Carte", "Pointure"]
date_order = "mdy"
decimal_mark = ","
currency = "CHF"
list_separator = ";"
dropped = ["Mot de passe"]

[columns]
"Carte" = "id"
"Pointure" = ""
"Nl" = "opt_in_email"
"Naissance" = ""

[groups]
"Tel #" = "phones"

[joined]
birth_date = ["Année", "Mois", "Jour"]

[codes.opt_in_email]
"A" = "oui"
"B" = "non"

[constants]
opt_out_sms = "oui"
"""


def test_everything_that_a_file_says_is_followed() -> None:
    layout = layout_from_toml(WHOLE)
    assert (layout.name, layout.title.fr, layout.currency) == ("boutique", "Notre boutique", "CHF")
    assert (layout.date_order, layout.decimal_mark, layout.list_separator) == (DateOrder.MDY, ",", ";")
    assert layout.recognizes(frozenset({"carte", "pointure", "x"}))
    columns = ("CARTE", "pointure", "NL", "Tel 1", "Tel 27", "Année", "Mois", "Jour", "Mot de passe", "Ville", "Mail")
    row = ("7", "38", "B", "06 12 34 56 78", "06 12 34 56 79", "1980", "3", "7", "secret", "Lyon", "a@example.org")
    part, _ = records_of(Table.of("f.csv", columns, [row]), layout=layout)
    base, _ = clean(Records((part,)), as_of=dt.date(2026, 1, 1))
    (contact,) = base.values()
    assert (contact.id, contact.city, contact.birth_date) == ("7", "Lyon", dt.date(1980, 3, 7))
    assert len(contact.phones) == 2
    assert {(each.channel.value, each.status.value) for each in contact.consents} == {
        ("email", "refused"),
        ("sms", "withdrawn"),
    }
    assert contact.extra == (("pointure", "38"),)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('name = "x"\n[columns]\n"Ville" = "ctiy"\n', 3, 'Did you mean "city"'),
        ('name = "x"\n[columns]\n"Ville" = 3\n', 3, "is a text"),
        ('name = "x"\n[columns\n', 2, "no TOML"),
        ('name = "x"\n\n"a" = \n', 3, "no TOML"),
        ('name = "x"\ncolums = 1\n', 2, 'Did you mean "columns"'),
        ('[columns]\n"Ville" = "city"\n', 1, "has a name"),
        ('name = "x"\n', 1, "has columns"),
        ('name = "x"\ndate_order = "dym"\n[columns]\n"V" = "city"\n', 2, "dmy, mdy or ymd"),
        ('name = "x"\ndecimal_mark = ";"\n[columns]\n"V" = "city"\n', 2, 'not ";"'),
        ('name = "x"\ndropped = "V"\n[columns]\n"V" = "city"\n', 2, "list of headers"),
        ('name = "x"\n[columns]\n"V" = "city"\n[codes.ttle]\n"1" = "Mme"\n', 4, 'Did you mean "title"'),
        ('name = "x"\n[columns]\n"V" = "city"\n[codes]\ntitle = "Mme"\n', 5, "are a table"),
        ('name = "x"\n[columns]\n"V" = "city"\n[joined]\nbirth_date = "Y"\n', 5, "made of columns"),
        ('name = "x"\n[columns]\n"V" = "city"\n[constants]\nopt_in_sms = true\n', 5, "text"),
        ('name = "x"\n[columns]\n"V" = "city"\n"v" = "country"\n', 4, "mapped twice"),
        ('name = 3\n[columns]\n"V" = "city"\n', 1, "is a text"),
    ],
)
def test_an_error_names_the_line_and_what_to_write(text: str, line: int, words: str) -> None:
    with pytest.raises(ReadError) as error:
        layout_from_toml(text, file="mine.toml")
    assert str(error.value).startswith(f"mine.toml, line {line}: ")
    assert words in str(error.value)


@given(st.dictionaries(st.text(max_size=8), st.sampled_from(["", *SCHEMA]), max_size=5))
def test_any_headers_can_be_mapped_or_are_refused_in_one_sentence(columns: dict[str, str]) -> None:
    import json  # noqa: PLC0415 - for the strings of TOML

    quoted = [f"{json.dumps(key)} = {json.dumps(field)}".replace("\x7f", "\\u007f") for key, field in columns.items()]
    text = "\n".join(['name = "x"', "[columns]", *quoted])
    try:
        layout = layout_from_toml(text)
    except ReadError as error:
        assert "\n" not in str(error)
    else:
        assert set(layout.columns.values()) == set(columns.values())
