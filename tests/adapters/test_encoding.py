from __future__ import annotations

import re
from collections.abc import Iterable

import pytest
from hypothesis import given as a_case
from hypothesis import settings
from hypothesis import strategies as st

from adapters.french_tables import table
from contactbase.adapters.encoding import Encoding, Evidence, check, count_line_ends, decode, detect, given
from contactbase.adapters.letters import CANDIDATES, Contexts, best
from contactbase.errors import ReadError

FILES = 50


def _pieces(data: bytes, size: int = 1 << 18) -> list[bytes]:
    return [data[at : at + size] for at in range(0, len(data), size)]


def _read(data: bytes, size: int = 1 << 18) -> str:
    encoding = detect(lambda: _pieces(data, size), "clients.csv")
    return "".join(decode(_pieces(data, size), encoding, "clients.csv"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", *CANDIDATES])
def test_the_text_of_every_french_table_is_recovered(encoding: str) -> None:
    plain = "utf-8" if encoding.startswith("utf") else encoding
    wrong = []
    for seed in range(FILES):
        text = table(seed, plain)
        if _read(text.encode(encoding)) != text:
            wrong.append(seed)
    assert not wrong


@pytest.mark.parametrize("encoding", CANDIDATES)
@pytest.mark.parametrize("word", ["Zoé", "Raphaël", "GENEVIÈVE", "François", "Benoît", "à côté", "Élodie", "HÉLÈNE"])
def test_one_word_is_often_enough(encoding: str, word: str) -> None:
    assert _read(f"Nom\n{word}\n".encode(encoding)) == f"Nom\n{word}\n"


@pytest.mark.parametrize(
    ("char", "encoding"), [("€", "cp1252"), ("€", "iso8859-15"), ("œ", "cp1252"), ("œ", "iso8859-15")]
)
def test_what_the_two_western_encodings_write_otherwise_tells_them_apart(char: str, encoding: str) -> None:
    text = f"Nom;Note\nÉlodie Béranger;c{char}ur\n" if char == "œ" else f"Nom;Note\nÉlodie Béranger;35 {char}\n"
    assert _read(text.encode(encoding)) == text


def test_a_file_that_turns_out_late_not_to_be_utf_8_is_read_from_its_start() -> None:
    text = "Nom;Ville\n" + "Petit;Lyon\n" * 50_000 + "Zoé;Besançon\n"
    assert _read(text.encode("cp1252"), 4096) == text


@pytest.mark.parametrize(
    ("data", "codec", "evidence"),
    [
        (b"a;b\n", "utf-8", Evidence.ASCII),
        ("é;b\n".encode(), "utf-8", Evidence.UTF8),
        (b"\xef\xbb\xbfa", "utf-8", Evidence.BOM),
        (b"\xff\xfea\0", "utf-16-le", Evidence.BOM),
        (b"\xfe\xff\0a", "utf-16-be", Evidence.BOM),
        ("Nom;Tél\n".encode("utf-16-le"), "utf-16-le", Evidence.NULS),
        ("Nom;Tél\n".encode("utf-16-be"), "utf-16-be", Evidence.NULS),
        ("Zoé;é\n".encode() + b"\xe9", "utf-8", Evidence.MIXED),
        (b"\xef\xbb\xbfZo\xe9", "utf-8", Evidence.MIXED),
        ("Zoé".encode("mac_roman"), "mac_roman", Evidence.LETTERS),
    ],
)
def test_an_encoding_is_known_by_its_evidence(data: bytes, codec: str, evidence: Evidence) -> None:
    assert detect(lambda: [data], "clients.csv") == Encoding(codec=codec, evidence=evidence)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Иван;Петров;Москва\nАнна;Смирнова", "cp1251"),
        ("Wałęsa;Łódź;Gdańsk\nStanisław;Żółć", "cp1250"),
        ("γιώργος;Παπαδόπουλος", "cp1253"),
        ("山田太郎;東京", "shift_jis"),
    ],
)
def test_another_alphabet_is_never_read_as_french_without_a_word(text: str, encoding: str) -> None:
    assert not detect(lambda: [text.encode(encoding)], "clients.csv").sure


@pytest.mark.parametrize("encoding", CANDIDATES)
def test_ordinary_french_is_read_without_a_doubt(encoding: str) -> None:
    data = [table(seed, encoding).encode(encoding) for seed in range(FILES)]
    assert all(detect(lambda data=one: [data], "clients.csv").sure for one in data)  # type: ignore[misc]


def test_two_readings_that_are_nearly_as_likely_leave_a_doubt() -> None:
    assert not detect(lambda: ["Ville\nVENDÔME\n".encode("cp1252")], "clients.csv").sure


def test_two_encodings_in_one_file_are_both_read() -> None:
    data = "Nom;Ville\nZoé;Nîmes\nAnaïs;Alès\n".encode() + "René;Sète\n".encode("cp1252")
    assert _read(data, 7).splitlines()[-1] == "René;Sète"


@pytest.mark.parametrize(
    "data",
    [
        "a;b\n1;2\n".encode("utf-32"),
        "a;b\n1;2\n".encode("utf-32-be").join([b"\x00\x00\xfe\xff", b""]),
        b"\xff\xfea;b\n1;2",
        b"\xfe\xff" + "ab;cd".encode("utf-32-be"),
        b"\xff\xfe" + "é".encode("utf-16-le") + b"\x00\xdc\x00\x00",
    ],
)
def test_utf_32_and_what_only_claims_utf_16_are_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match="UTF-8"):
        detect(lambda: [data], "clients.csv")


@a_case(st.text(max_size=60), st.integers(1, 9), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_detection_and_decoding_do_not_depend_on_where_the_bytes_are_cut(text: str, size: int, codec: str) -> None:
    data = text.replace("\ufeff", "").replace("\0", "").encode(codec)
    whole = detect(lambda: [data], "x") if data else None
    if whole is not None:
        assert detect(lambda: _pieces(data, size), "x") == whole
        assert "".join(decode(_pieces(data, size), whole, "x")) == "".join(decode([data], whole, "x"))


@a_case(st.binary(max_size=200))
@settings(max_examples=200)
def test_any_bytes_are_detected_and_decode_or_are_refused(data: bytes) -> None:
    try:
        encoding = detect(lambda: [data], "clients.csv")
    except ReadError:
        return
    assert isinstance("".join(decode([data], encoding, "clients.csv")), str)


def test_the_contexts_of_a_hostile_file_stay_few() -> None:
    contexts = Contexts()
    for start in range(0, 256, 8):
        contexts.add(bytes((start * 7 + n * n) % 256 for n in range(20_000)))
    assert len(contexts._counts) <= 7 * 128 * 7
    assert best(contexts)[0] in CANDIDATES


def test_ascii_after_many_letters_changes_nothing() -> None:
    contexts = Contexts()
    contexts.add("Zoé Noël ".encode("mac_roman") * 30_000)
    contexts.add("œuvre de Zoé".encode("mac_roman"))
    contexts.add(b"plain")
    assert best(contexts)[0] == "mac_roman"


@pytest.mark.parametrize(
    ("data", "codec", "line"),
    [
        ("a;b\r\n1;2\r\né;3\r\n".encode("cp1252"), "utf-8", 3),
        ("a\r1\ré\r".encode("cp1252"), "utf-8", 3),
        ("é\n".encode(), "ascii", 1),
        (b"a\n\x81\n", "cp1252", 2),
        ("a\nb\n".encode("utf-16-le") + b"\x00\xdc\x41\x00", "utf-16-le", 3),
        (b"a\n" * 9 + b"\xc3", "utf-8", 10),
    ],
)
@pytest.mark.parametrize("size", [1, 3, 100])
def test_a_wrong_encoding_given_names_the_line(data: bytes, codec: str, line: int, size: int) -> None:
    with pytest.raises(ReadError, match=re.escape(f"line {line} ")):
        check(lambda: _pieces(data, size), given(codec, "clients.csv"), "clients.csv")


@pytest.mark.parametrize("codec", ["klingon", "rot13", "base64", "zip", "", "undefined", "a\0b"])
def test_an_encoding_that_is_none_is_refused(codec: str) -> None:
    with pytest.raises(ReadError, match="utf-8 or cp1252"):
        given(codec, "clients.csv")


@pytest.mark.parametrize("codec", ["utf-8-sig", "UTF8", "latin-1", "utf-16", "utf-32", "cp850"])
def test_every_text_encoding_of_python_may_be_given(codec: str) -> None:
    data = "Zoé\n".encode(codec)
    encoding = given(codec, "clients.csv")
    check(lambda: [data], encoding, "clients.csv")
    assert "".join(decode([data], encoding, "clients.csv")) == "Zoé\n"


def test_a_file_that_changes_while_it_is_read_is_a_read_error() -> None:
    def chunks() -> Iterable[bytes]:
        yield b"a\xe9\n"

    with pytest.raises(ReadError, match="changed"):
        list(decode(chunks(), Encoding(codec="utf-8", evidence=Evidence.UTF8), "clients.csv"))


@pytest.mark.parametrize(("text", "ends"), [("", 0), ("a\nb", 1), ("a\r\nb\r\n", 2), ("a\rb\r\r\n", 3), ("\n\r", 2)])
def test_line_ends_of_every_kind_count_once(text: str, ends: int) -> None:
    assert count_line_ends(text) == ends
