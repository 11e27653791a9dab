from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.adapters.catalog import open_table
from contactbase.adapters.jsonl_reader import is_jsonl, read_jsonl
from contactbase.errors import ReadError


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ('"01000"', "01000"),
        ("1000", "1000"),
        ("1.10", "1.10"),
        ("1e5", "1e5"),
        ("12345678901234567890123", "12345678901234567890123"),
        ("true", "true"),
        ("false", "false"),
        ("null", ""),
        ('""', ""),
        ('["a", "b", null, 2]', "a\nb\n2"),
        ("[]", ""),
        ('{"city": "Lyon"}', '{"city":"Lyon"}'),
        ('[{"a": 1.5}]', '[{"a":1.5}]'),
        ('"L\\u00e9a"', "Léa"),
        ('"a\\u0000b"', "ab"),
    ],
)
def test_a_value_is_text_as_it_was_written(value: str, cell: str) -> None:
    table, journal = read_jsonl(f'{{"x": {value}, "y": 1}}'.encode())
    assert [row.cells[0] for row in table.rows()] == [cell]
    assert journal.rejections == ()


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('{"a": "Pet', "jsonl.no-object"),
        ("[1, 2]", "jsonl.no-object"),
        ('"text"', "jsonl.no-object"),
        ('{"a": NaN}', "jsonl.no-object"),
        ('{"a": Infinity}', "jsonl.no-object"),
        ("{'a': 1}", "jsonl.no-object"),
        ('{"a": 1} {"a": 2}', "jsonl.no-object"),
        ('{"a": ' + "[" * 200_000 + "]" * 200_000 + "}", "jsonl.no-object"),
        ('{"a": ' + "9" * 5000 + "}", "jsonl.no-object"),
        ('{"a": 1, "a": 2}', "jsonl.key-twice"),
        ('{"b": {"a": 1, "a": 2}}', "jsonl.key-twice"),
    ],
    ids=range(11),
)
def test_a_line_that_is_none_costs_that_line(line: str, code: str) -> None:
    table, journal = read_jsonl(f'{{"a": 1}}\n{line}\n\n{{"a": 3}}\n'.encode())
    assert [(row.row, row.line, row.cells) for row in table.rows()] == [(1, 1, ["1"]), (2, 4, ["3"])]
    assert [(each.code, each.source.line) for each in journal.rejections] == [(code, 2)]
    again: list[object] = []
    list(table.rows(again.append))
    assert again == list(journal.rejections)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_encoding_is_found(encoding: str) -> None:
    (row,) = read_jsonl('{"nom": "Léger"}\n'.encode(encoding)).value.rows()
    assert row.cells == ["Léger"]


def test_an_array_is_refused_with_what_to_write_instead() -> None:
    with pytest.raises(ReadError, match="one object a line"):
        open_table(b'[{"a": 1},\n{"a": 2}]')


@pytest.mark.parametrize("data", [b"1\n2\n", b"nothing\n"])
def test_a_file_without_objects_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match="holds no JSON object"):
        read_jsonl(data)


def test_thousands_of_different_keys_are_refused() -> None:
    with pytest.raises(ReadError, match="2000 different keys"):
        read_jsonl("\n".join(f'{{"k{n}": 1}}' for n in range(3000)).encode())


def test_a_file_is_known_by_its_first_line() -> None:
    assert is_jsonl(b'{"a": 1}\n{"a": 2}')
    assert is_jsonl(b'\xef\xbb\xbf{"a": "')
    assert not is_jsonl(b'{\n  "a": 1\n}')
    assert not is_jsonl(b"{name};{city}\n1;2")


@given(st.lists(st.dictionaries(st.text(min_size=1, max_size=5), st.text(max_size=20), min_size=1), min_size=1))
def test_texts_come_back_as_they_were(objects: list[dict[str, str]]) -> None:
    import json  # noqa: PLC0415 - the reference

    data = "\n".join(json.dumps(each) for each in objects).encode()
    table, _ = read_jsonl(data)
    for row, given_object in zip(table.rows(), objects, strict=True):
        found = dict(zip(table.columns, row.cells, strict=True))
        assert {name: found[name] for name in given_object} == {
            name: text.replace("\0", "") for name, text in given_object.items()
        }


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        table, _ = read_jsonl(b'{"a": 1}\n' + data)
    except ReadError:
        return
    assert all(len(row.cells) == len(table.columns) for row in table.rows())
