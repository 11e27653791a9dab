from __future__ import annotations

import csv
import io
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contactbase.adapters import pieces as text_module
from contactbase.adapters import records as module
from contactbase.adapters.quotes import Quoting
from contactbase.adapters.records import Flaw, Flawed, RecordReader
from contactbase.errors import ReadError

COMMA = Quoting(",", '"')
Found = tuple[list[int], list[list[str]], dict[int, Flawed]]


def _cut(text: str, size: int) -> list[str]:
    return [text[at : at + size] for at in range(0, len(text), size)]


def _read(texts: Sequence[str], how: Quoting = COMMA, width: int = 0, **more: object) -> Found:
    lines: list[int] = []
    records: list[list[str]] = []
    flaws: dict[int, Flawed] = {}
    for batch in RecordReader(texts, how, width=width, **more):  # type: ignore[arg-type]  # the tests' own keywords
        flaws.update({len(records) + index: flawed for index, flawed in batch.flaws.items()})
        lines.extend(batch.lines)
        records.extend(batch.records)
    return lines, records, flaws


def _by_the_module(text: str) -> tuple[list[int], list[list[str]]] | None:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    lines, records, last = [], [], 0
    try:
        for record in reader:
            lines.append(last + 1)
            records.append(record or [""])
            last = reader.line_num
    except csv.Error:
        return None
    return lines, records


@given(st.text(st.sampled_from('ab,;"\n\r'), max_size=30), st.integers(1, 5), st.sampled_from([3, 7, 1 << 15]))
@settings(max_examples=600)
def test_records_and_lines_are_those_of_the_csv_module_however_the_text_is_cut(
    text: str, size: int, piece: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text_module, "PIECE", piece)
        lines, records, flaws = _read(_cut(text, size))
    expected = _by_the_module(text)
    if expected is not None:
        assert (lines, [record or [""] for record in records]) == expected
        assert not flaws
    else:
        assert flaws


@given(st.text(st.sampled_from('ab,"\n\r'), max_size=30), st.integers(0, 3))
@settings(max_examples=400)
def test_every_letter_stands_in_a_record_whatever_the_quotes_do(text: str, width: int) -> None:
    _, records, _ = _read([text], width=width)
    letters = sum(char in "ab" for char in text)
    assert sum(char in "ab" for record in records for cell in record for char in cell) == letters


@given(st.text(st.sampled_from('ab,"\n'), max_size=30), st.integers(1, 4), st.integers(1, 3))
@settings(max_examples=300)
def test_the_size_of_pieces_changes_nothing_of_a_sound_file(text: str, size: int, width: int) -> None:
    whole = _read([text], width=width)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text_module, "PIECE", size)
        assert [record or [""] for record in _read([text], width=width)[1]] == [record or [""] for record in whole[1]]


def test_lines_of_cells_that_span_lines_stay_physical() -> None:
    lines, records, _ = _read(['a,b\r\n"x\r\ny",1\r\n2,"p\rq"\r\n3,4\r\n'], width=2)
    assert lines == [1, 2, 4, 6]
    assert records[1] == ["x\r\ny", "1"]


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_every_line_end_ends_a_line_and_a_form_feed_does_not(end: str) -> None:
    text = end.join(['a,"b"', "1,2\x0c3\x0b\x85\u2028", '"x",\x1c4', ""])
    assert _read([text], width=2)[1] == [["a", "b"], ["1", "2\x0c3\x0b\x85\u2028"], ["x", "\x1c4"]]


def test_mixed_line_ends_are_as_many_lines() -> None:
    assert _read(["a,b\r\n1,2\n3,4\r5,6"])[0] == [1, 2, 3, 4]


def test_a_quote_that_is_never_closed_costs_its_own_line_only() -> None:
    rows = "".join(f"{n},x{n},y\n" for n in range(70))
    lines, records, flaws = _read([f'id,a,b\n1,"Boulangerie,y\n{rows}9,"q",z\n'], width=3)
    assert flaws == {1: Flawed(Flaw.UNCLOSED, 2)}
    assert records[1] == ["1", '"Boulangerie', "y"]
    assert len(records) == 73
    assert lines[-1] == 73


def test_a_quote_left_open_at_the_end_names_its_line() -> None:
    _, records, flaws = _read(['a,b\n1,2\n3,"4\n5,6\n'], width=2)
    assert flaws == {2: Flawed(Flaw.UNCLOSED, 3)}
    assert records[3] == ["5", "6"]


def test_a_quote_that_closes_by_chance_is_found_out_by_the_width() -> None:
    _, records, flaws = _read(['1,"a,b\n2,c,d\n3,e",f,g\n4,h,i\n'], width=3)
    assert flaws[0] == Flawed(Flaw.UNCLOSED, 1)
    assert ["2", "c", "d"] in records
    assert records[-1] == ["4", "h", "i"]


def test_a_quote_that_closes_by_chance_at_the_right_width_is_found_out_by_the_rows() -> None:
    text = '1,a@example.org,"k\n2,b@example.org,l\n3,c@example.org,m"\n4,d@example.org,n\n'
    _, records, flaws = _read([text], width=3, alike=lambda cells: "@" in cells[1])
    assert flaws == {0: Flawed(Flaw.UNCLOSED, 1), 2: Flawed(Flaw.STRAY, 3)}
    assert ["2", "b@example.org", "l"] in records


def test_a_cell_of_several_lines_with_delimiters_in_it_stays_a_cell() -> None:
    text = '1,"12 rue,\nLyon, France",k\n2,b,c\n'
    found = _read([text], width=3, alike=lambda cells: cells[0].isdigit())
    assert found == ([1, 3], [["1", "12 rue,\nLyon, France", "k"], ["2", "b", "c"]], {})


def test_lines_that_would_each_be_a_row_are_reported_where_nothing_tells_them_from_rows() -> None:
    _, records, flaws = _read(['1,b,"m\nn,o,p"\n'], width=3)
    assert records == [["1", "b", "m\nn,o,p"]]
    assert flaws == {0: Flawed(Flaw.SUSPECT, 1)}


def test_bare_quotes_in_a_line_are_kept_where_the_width_agrees() -> None:
    _, records, flaws = _read(['"Jean "Jeannot" D",Lyon\n"a"b,c,d\n'], width=2)
    assert records == [['Jean "Jeannot" D', "Lyon"], ['"a"b', "c", "d"]]
    assert flaws == {0: Flawed(Flaw.REPAIRED, 1), 1: Flawed(Flaw.STRAY, 2)}


def test_nuls_are_dropped_and_counted_with_the_line_of_the_first() -> None:
    reader = RecordReader(["a,b\r", "\n1,\x002\n\x00", '\x00"x",3\n'], COMMA)
    records = [record for batch in reader for record in batch.records]
    assert records == [["a", "b"], ["1", "2"], ["x", "3"]]
    assert (reader.pieces.nuls, reader.pieces.first_nul) == (3, 2)


def test_a_cell_of_ten_million_characters_is_read_and_the_limit_of_the_module_left_alone() -> None:
    limit = csv.field_size_limit()
    big = "x" * 10_000_000
    text = f'a,b\n1,"{big}"\n2,{big}\n3,"c"\n'
    _, records, flaws = _read(_cut(text, 1 << 18), width=2)
    assert records == [["a", "b"], ["1", big], ["2", big], ["3", "c"]]
    assert not flaws
    assert csv.field_size_limit() == limit


def test_a_small_limit_of_the_module_changes_nothing() -> None:
    limit = csv.field_size_limit(3)
    try:
        assert _read(['a,b\n"long cell",2\n'])[1] == [["a", "b"], ["long cell", "2"]]
    finally:
        csv.field_size_limit(limit)


def test_a_line_without_end_is_no_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_module, "LIMIT", 1000)
    monkeypatch.setattr(text_module, "PIECE", 100)
    with pytest.raises(ReadError, match="Line 2"):
        _read(["a,b\n", *["x" * 500] * 100])


def test_a_record_longer_than_the_limit_counts_as_never_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_module, "LIMIT", 300)
    monkeypatch.setattr(text_module, "PIECE", 50)
    text = 'a,b\n1,"x\n' + "2,y\n" * 500
    _, records, flaws = _read(_cut(text, 64), width=2)
    assert flaws == {1: Flawed(Flaw.UNCLOSED, 2)}
    assert len(records) == 502


@pytest.mark.parametrize(
    "text",
    [
        'x,"y\n' + 'a","b\n' * 20_000,
        'x,"y\n' * 20_000,
        'x,"y\n' + 'a,"",b\n' * 20_000,
        '"a"b,c\n' * 20_000,
        '"' * 200_000,
        '"\n' * 20_000,
        'a,"' + "b," * 200_000,
        '","\n' * 20_000,
    ],
)
@pytest.mark.parametrize("budget", [1 << 26, 1000])
def test_hostile_quotes_lose_no_line(text: str, budget: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_BUDGET", budget)
    lines, records, _ = _read(_cut(text, 1 << 16), width=2)
    assert lines == sorted(set(lines))
    letters = sum(char in "xyabc" for char in text)
    assert sum(char in "xyabc" for record in records for cell in record for char in cell) == letters


def test_a_spent_budget_still_reads_sound_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_BUDGET", 0)
    _, records, flaws = _read(['1,"a"\n2,"b\nc"\n3,"d"e\n4,"f"\n'], width=2)
    assert records[0] == ["1", "a"]
    assert records[-1] == ["4", "f"]
    assert [flawed.flaw for flawed in flaws.values()] == [Flaw.UNCLOSED, Flaw.STRAY]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a,'1\n", True),
        ("'1,a\n", True),
        ('a,"\'1"\n', True),
        ("a,b\n'1,c\n", True),
        ("l'été,d'or\n", False),
        ("a,b\n", False),
    ],
)
def test_a_piece_knows_whether_a_cell_may_begin_with_an_apostrophe(text: str, expected: bool) -> None:
    assert [batch.apostrophe for batch in RecordReader([text], COMMA)] == [expected]


def test_spaces_after_a_delimiter_are_skipped_in_quoted_and_plain_pieces() -> None:
    how = Quoting(",", '"', skip_space=True)
    assert _read(["a,  b\n"], how)[1] == [["a", "b"]]
    assert _read(['a,  "b, c"\n'], how)[1] == [["a", "b, c"]]


def test_a_quote_closed_far_away_is_waited_for_and_one_that_never_closes_is_not() -> None:
    far = "x\n" * 200_000
    lines, records, flaws = _read(_cut(f'a,b\n1,"{far}"\n2,"y\n3,""\n4,z\n', 1 << 18), width=2)
    assert records[1] == ["1", far]
    assert records[2:] == [["2", '"y'], ["3", ""], ["4", "z"]]
    assert lines == [1, 2, 200_003, 200_004, 200_005]
    assert flaws == {2: Flawed(Flaw.UNCLOSED, 200_003)}


@pytest.mark.parametrize("escape", [False, True])
@pytest.mark.parametrize("size", [1, 5, 1000])
def test_pairs_and_escapes_do_not_close_a_cell(escape: bool, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_module, "PIECE", 8)
    inner = 'u""\nv\\"w\n' * 9 if escape else 'u""\n""v\n' * 9
    how = Quoting(",", '"', escape=escape)
    _, records, flaws = _read(_cut(f'1,"{inner}",x\n2,y,z\n', size), how, width=3)
    assert [len(record) for record in records] == [3, 3]
    assert records[0][1] == inner.replace('""', '"').replace('\\"', '"')
    assert not flaws


def test_a_backslash_at_the_end_of_an_open_cell_ends_the_search() -> None:
    how = Quoting(",", '"', escape=True)
    _, records, flaws = _read(['a,b\n1,"x\n2,y\\'], how, width=2)
    assert records == [["a", "b"], ["1", '"x'], ["2", "y\\"]]
    assert flaws == {1: Flawed(Flaw.UNCLOSED, 2)}
