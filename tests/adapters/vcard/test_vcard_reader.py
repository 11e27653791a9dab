from __future__ import annotations

import base64
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.adapters.catalog import open_table
from contactbase.adapters.vcard.reader import is_vcard, read_vcard
from contactbase.errors import ReadError


def card(*lines: str, version: str = "3.0", end: str = "\n") -> bytes:
    return end.join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""]).encode()


def one(*lines: str, version: str = "3.0", end: str = "\n") -> dict[str, str]:
    table, _ = read_vcard(card(*lines, version=version, end=end))
    (row,) = table.rows()
    return {name: cell for name, cell in zip(table.columns, row.cells, strict=True) if cell}


@pytest.mark.parametrize(
    ("version", "lines", "column", "text"),
    [
        ("3.0", ["NOTE:one\\, two\\; three\\nfour \\\\ five"], "NOTE", "one, two; three\nfour \\ five"),
        ("2.1", ["NOTE:C:\\new\\; folder"], "NOTE", "C:\\new; folder"),
        ("3.0", ["NOTE:a long line", "  goes on"], "NOTE", "a long line goes on"),
        ("2.1", ["NOTE:a long line", " goes on"], "NOTE", "a long line goes on"),
        ("2.1", ["NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:L=C3=", "=A9a"], "NOTE", "Léa"),
        ("2.1", ["NOTE;QUOTED-PRINTABLE;CHARSET=ISO-8859-1:L=E9a"], "NOTE", "Léa"),
        ("2.1", ["NOTE;QUOTED-PRINTABLE:L=E9a"], "NOTE", "Léa"),
        ("2.1", ["NOTE;QUOTED-PRINTABLE;CHARSET=nonsense:L=C3=A9a"], "NOTE", "Léa"),
        ("2.1", ["NOTE;QUOTED-PRINTABLE;CHARSET=UTF-8:L=C3=A9a=C3"], "NOTE", "Léa\ufffd"),
        ("3.0", ["item1.TEL;type=CELL;type=pref:06 98 76 54 32"], "TEL", "06 98 76 54 32"),
        ("3.0", ["TEL:01 23 45 67 89", "TEL;TYPE=CELL,PREF:06 98 76 54 32"], "TEL", "06 98 76 54 32\n01 23 45 67 89"),
        ("4.0", ["TEL;PREF=2:2", "TEL;PREF=1:1", "TEL:3"], "TEL", "1\n2\n3"),
        ("4.0", ['TEL;VALUE=uri;TYPE="voice,cell":tel:+33-6-98-76-54-32;ext=4'], "TEL", "+33698765432;ext=4"),
        ("4.0", ["TEL;VALUE=uri:sip:lea@example.org"], "TEL other", "sip:lea@example.org"),
        ("4.0", ['EMAIL;X-NOTE="a:b;c":lea@example.org'], "EMAIL", "lea@example.org"),
        ("3.0", ['X-ODD;LABEL=unclosed"quote:value'], "X-ODD", "value"),
        ("3.0", ["N:Petit;Zo\\;é;;;"], "N given", "Zo;é"),
        ("3.0", ["BDAY:19800322"], "BDAY", "1980-03-22"),
        ("3.0", ["BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-03"], "BDAY", "--02-03"),
        ("3.0", ["BDAY:1980-03-22T00:00:00Z"], "BDAY", "1980-03-22T00:00:00Z"),
        ("4.0", ["BDAY;VALUE=text:about 1980"], "BDAY", "about 1980"),
        ("4.0", ["GENDER:F;woman"], "GENDER", "F"),
        ("4.0", ["GENDER:O;other"], "GENDER other", "O"),
        ("3.0", ["CATEGORIES:VIP,a\\,b"], "CATEGORIES", "VIP\na,b"),
        ("3.0", ["ADR:BP 4;Bât. A;12 rue Haute;Lyon;;69001;France"], "ADR street", "Bât. A\n12 rue Haute\nBP 4"),
        ("3.0", ["ADR:;;A | B;Lyon;;69001;"], "ADR street", "A \\| B"),
        ("3.0", ["ADR;TYPE=home:;;1 rue A;;;;", "ADR;TYPE=pref:;;2 rue B;;;;"], "ADR street", "2 rue B"),
        ("3.0", ["N:Petit;Zoé;;;", "FN:Zoé Petit"], "FN", None),
        ("3.0", ["N:Petit;Zoé;;;", "FN:La Petite"], "FN other", "La Petite"),
        ("3.0", ["FN:Zoé Petit"], "FN", "Zoé Petit"),
        ("3.0", ["FN:Boutique Petit", "ORG:Boutique Petit"], "FN", None),
        ("3.0", ["x-own:1", "X-Own:2"], "X-OWN", "1\n2"),
        ("3.0", ["ORG:A", "ORG:B;C"], "ORG other", "B, C"),
    ],
)  # fmt: skip
def test_a_property_is_read_by_the_grammar_of_its_version(
    version: str, lines: list[str], column: str, text: str | None
) -> None:
    assert one(*lines, version=version).get(column) == text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\r\r\n"])
def test_every_line_end_is_read_the_same(end: str) -> None:
    found = one("N:Petit;Zoé;;;", "NOTE:a", "  b", "PHOTO;ENCODING=b:AAAA", " BBBB", "TEL:1", end=end)
    assert found == {"N family": "Petit", "N given": "Zoé", "NOTE": "a b", "TEL": "1"}


@pytest.mark.parametrize(
    "photo",
    [
        ["PHOTO;ENCODING=BASE64;JPEG:/9j/", " AAAA", "", ""],
        ["PHOTO;BASE64:", "/9j/AAAA", "AAAA==", ""],
        ["PHOTO;ENCODING=b;TYPE=JPEG:/9j/AAAA"],
        ["PHOTO:data:image/jpeg;base64,/9j/", " AAAA"],
    ],
)
def test_a_picture_is_left_out_however_it_is_written(photo: list[str]) -> None:
    table, journal = read_vcard(card("N:Petit;;;;", *photo, "TEL:1", version="2.1"))
    assert [row.cells for row in table.rows()] == [["", "Petit", "", "", "1", ""]]
    assert journal.count()["vcard.binary-skipped"] == 1


def test_half_a_card_is_rejected_and_the_others_are_read() -> None:
    data = card("N:Petit;;;;") + b"BEGIN:VCARD\nVERSION:3.0\nN:Roux;;;;\n" + card("N:Blanc;;;;") + b"BEGIN:VCARD\nN:X"
    table, journal = read_vcard(data)
    assert [row.cells[1] for row in table.rows()] == ["Petit", "Blanc"]
    assert [(each.code, each.source.line) for each in journal.rejections] == [
        ("vcard.unfinished", 5),
        ("vcard.unfinished", 12),
    ]
    assert "Roux" not in repr(journal.rejections)


def test_the_card_of_an_agent_is_somebody_else() -> None:
    table, journal = read_vcard(
        card("N:Petit;;;;", "AGENT:", "BEGIN:VCARD", "TEL:9", "END:VCARD", "TEL:1", version="2.1")
    )
    assert [row.cells[4] for row in table.rows()] == ["1"]
    assert journal.count()["vcard.nested-skipped"] == 1


def test_a_hundred_thousand_cards_inside_each_other_do_not_hurt() -> None:
    data = b"BEGIN:VCARD\nN:Petit;;;;\n" + b"AGENT:\nBEGIN:VCARD\n" * 100_000 + b"END:VCARD\n" * 100_001
    table, journal = read_vcard(data)
    assert [row.cells[1] for row in table.rows()] == ["Petit"]
    assert journal.count()["vcard.nested-skipped"] == 1


def test_what_is_no_property_is_counted_with_its_line() -> None:
    _, journal = read_vcard(b"hello\n" + card("N:Petit;;;;", "lost words") + b"bye\n")
    said = {found.code: (found.source and found.source.line, dict(found.details)["count"]) for found in journal.findings
            if found.code.startswith("vcard.") and found.code != "vcard.read"}  # fmt: skip
    assert said == {"vcard.outside": (1, 2), "vcard.line-unreadable": (5, 1)}


def test_a_version_that_nobody_knows_is_said() -> None:
    assert "vcard.version-unknown" in read_vcard(card("N:Petit;;;;", version="5.0")).journal.count()
    assert "vcard.version-unknown" in read_vcard(b"BEGIN:VCARD\nN:Petit\nEND:VCARD").journal.count()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_of_the_file_is_found(encoding: str) -> None:
    data = card("N:Léger;Zoé;;;", "NOTE:très été à côté").decode().encode(encoding)
    assert is_vcard(data)
    (row,) = open_table(data).value.rows()
    assert row.cells[1:3] == ["Léger", "Zoé"]


def test_nuls_are_taken_out_and_counted() -> None:
    table, journal = read_vcard(card("N:Pe\0tit;;;;"))
    assert [row.cells[1] for row in table.rows()] == ["Petit"]
    assert journal.count()["file.nul-removed"] == 1


def test_a_card_or_value_that_is_far_too_large_is_rejected() -> None:
    large = [card("N:Petit;;;;", *["X-A:b"] * 10_001), card("N:Roux;;;;", "NOTE:" + "a" * (1 << 20) + "b")]
    table, journal = read_vcard(large[0] + large[1] + card("N:Blanc;;;;"))
    assert [row.cells[1] for row in table.rows()] == ["Blanc"]
    assert [each.code for each in journal.rejections] == ["vcard.card-too-large"] * 2


def test_properties_beyond_two_hundred_columns_stand_together() -> None:
    table, _ = read_vcard(card("N:Petit;;;;", *[f"X-{n}:{n}" for n in range(300)]))
    (row,) = table.rows()
    assert len(table.columns) == 200
    assert table.columns[-1] == "other properties"
    assert row.cells[-1].endswith("X-299: 299")


def test_pictures_cost_no_memory() -> None:
    photo = base64.encodebytes(bytes(6_000_000)).decode().replace("\n", "\n ")
    data = card("N:Petit;;;;", "PHOTO;ENCODING=b:" + photo.rstrip()) * 2
    tracemalloc.start()
    try:
        read_vcard(data)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 8_000_000


def test_an_endless_line_is_refused() -> None:
    with pytest.raises(ReadError, match="16 million"):
        read_vcard(card("NOTE:" + "a" * (1 << 24)))


@pytest.mark.parametrize("data", [b"nothing here", b"\n\n", b"END:VCARD\n"])
def test_a_file_without_cards_is_refused_in_one_sentence(data: bytes) -> None:
    with pytest.raises(ReadError, match="holds no vCard"):
        read_vcard(data)


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_no_bytes_between_cards_do_worse_than_a_refusal(noise: bytes) -> None:
    data = card("N:Petit;;;;") + noise + card("TEL:1")
    try:
        table, journal = read_vcard(data)
    except ReadError:
        return
    for row in table.rows():
        assert len(row.cells) == len(table.columns)
    assert len(list(table.rows())) + len(journal.rejections) >= 1


def test_a_large_file_is_read_anew_and_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    data = card("N:Petit;;;;", "TEL:1") + b"BEGIN:VCARD\nN:Roux\n" + card("N:Blanc;;;;", "X-A:2")
    small = read_vcard(data)
    monkeypatch.setattr("contactbase.adapters.vcard.reader._IN_MEMORY", 3)
    large = read_vcard(data)
    noted: list[list[object]] = [[], []]
    rows = [list(found.value.rows(notes.append)) for found, notes in zip((small, large), noted, strict=True)]
    assert rows[0] == rows[1]
    assert noted[0] == noted[1] == list(small.journal.rejections)
    assert small.journal == large.journal
