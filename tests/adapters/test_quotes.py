from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contactbase.adapters.quotes import Complete, Quoting, Stray, Unclosed, literal, read_record, repair

COMMA = Quoting(",", '"')
TEXT = st.text(st.sampled_from('ab, ;"\n\r'), max_size=20)


def _lines(text: str) -> list[str]:
    return list(io.StringIO(text, newline=""))


@given(TEXT.filter(bool), st.booleans())
@settings(max_examples=600)
def test_a_record_is_read_as_the_csv_module_reads_it(text: str, spaces: bool) -> None:
    lines = _lines(text)
    reader = csv.reader(lines, strict=True, skipinitialspace=spaces)
    found = read_record(lines, 0, Quoting(",", '"', skip_space=spaces))
    try:
        cells = next(reader)
    except csv.Error:
        assert not isinstance(found, Complete)
        return
    assert found == Complete(cells or [""], reader.line_num)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('a,"b\nc,d\n', Unclosed(opened=0, before=1)),
        ('"a\nb","c\nd\n', Unclosed(opened=1, before=1)),
        ('"a"b,c\n', Stray(opened=0, before=0, met=0)),
        ('a,"b\nc"d,e\n', Stray(opened=0, before=1, met=1)),
        ('"a" ,b\n', Stray(opened=0, before=0, met=0)),
    ],
)
def test_a_quote_that_goes_wrong_is_placed(text: str, found: Unclosed | Stray) -> None:
    assert read_record(_lines(text), 0, COMMA) == found


def test_a_record_that_opens_more_cells_than_it_can_have_has_run_away() -> None:
    lines = _lines('1,"x\n2,"y\n3,"z\n4,"w\n')
    assert read_record(lines, 0, COMMA) == Stray(opened=0, before=1, met=1)
    runaway = _lines('1,"x\na","b\na","b\na","b\n')
    assert read_record(runaway, 0, COMMA, most=2) == Stray(opened=0, before=2, met=1)


def test_a_backslash_stands_before_a_quote_where_that_is_the_manner() -> None:
    how = Quoting(",", '"', escape=True)
    assert read_record(['"a \\"b\\" \\\\","C:\\dir\\"",\\N\n'], 0, how) == Complete(['a "b" \\', 'C:\\dir"', "\\N"], 1)
    assert read_record(['"a\\\n', 'b"\n'], 0, how) == Complete(["a\\\nb"], 2)


def test_one_column_and_no_quotes_are_manners_too() -> None:
    assert read_record(['"a,b"\n'], 0, Quoting("", '"')) == Complete(["a,b"], 1)
    assert read_record(['"a"b,c\n'], 0, Quoting(",", "")) == Complete(['"a"b', "c"], 1)


def test_the_text_of_a_reject_is_kept_to_the_letter() -> None:
    assert literal(['1,"a\r\n', "b,c\r\n"], ",") == ["1", '"a\r\nb', "c"]
    assert literal(["a,b\n"], "") == ["a,b"]


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ('"Jean "Jeannot" D",Lyon\n', ['Jean "Jeannot" D', "Lyon"]),
        ('a,"b "c"\r\n', ["a", 'b "c']),
        ('"a" ,b\n', ["a", "b"]),
        ('"say ""hi"" "you" x",b', ['say "hi" "you" x', "b"]),
        ('"a""",b', ['a"', "b"]),
        ('"say "you"",b', None),
        ('"",""x"",c\n', None),
        ('a,"b"c', None),
        ('"a', None),
        ('"a"b"', ['a"b']),
    ],
)
def test_quotes_that_nobody_doubled_are_kept(line: str, cells: list[str] | None) -> None:
    assert repair(line, COMMA) == cells


@given(st.text(st.sampled_from('ab,"'), max_size=14))
def test_a_repair_loses_no_letter(text: str) -> None:
    cells = repair(text, COMMA)
    if cells is not None:
        assert sum(map(len, "".join(cells).split('"'))) >= len(text) - text.count('"') - text.count(",")
