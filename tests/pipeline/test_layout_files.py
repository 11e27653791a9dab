"""Layouts as files: one's own are read from disk, proposed ones can be saved, edited and used."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.errors import ReadError
from contactbase.layouts.own_file import layout_from_toml
from contactbase.normalize.clean import clean
from contactbase.pipeline.layout_files import Evidence, propose_layout, read_layout
from contactbase.pipeline.reading import read

FILE = (
    "Nom;Prenoms;Perso;Tel;Optin;Pointure;Code postale\n"
    "Durand;Ana;a@example.org;06 12 34 56 78;oui;38;69001\n"
    "Petit;Zoé;b@example.org;06 12 34 56 79;non;40;75001\n"
).encode()


def test_a_proposal_says_of_each_column_what_how_surely_and_why() -> None:
    found = {column.header: column for column in propose_layout(FILE).columns}
    assert {header: (column.field, column.certain, column.evidence) for header, column in found.items()} == {
        "Nom": ("last_name", True, Evidence.HEADER),
        "Prenoms": ("first_name", True, Evidence.HEADER),
        "Perso": ("emails", False, Evidence.CONTENT),
        "Tel": ("phones", True, Evidence.HEADER),
        "Optin": ("", False, Evidence.CONSENT),
        "Pointure": ("", False, Evidence.NOTHING),
        "Code postale": ("postcode", False, Evidence.SIMILAR),
    }
    assert all(0 <= column.confidence <= 1 for column in found.values())


def test_a_header_that_its_cells_belie_is_no_certain_proposal() -> None:
    (column,) = propose_layout(b"Telephone\nana@example.org\nleo@example.org\n").columns
    assert (column.field, column.certain, column.fitting) == ("phones", False, 0.0)


@pytest.mark.parametrize(
    "header", ["Optin SMSs", "Opt-in emaill", "Accepte emails", "Stop emial", "Refus emaill", "Consentement SMSS"]
)
def test_a_consent_is_never_proposed_from_likeness(header: str) -> None:
    column = propose_layout(f"E-mail;{header}\na@example.org;oui\n".encode()).columns[1]
    assert (column.field, column.certain) == ("", False)


def test_a_saved_proposal_reads_the_file_as_before_and_an_edited_one_as_edited(tmp_path: Path) -> None:
    path, mine = tmp_path / "clients.csv", tmp_path / "mine.toml"
    path.write_bytes(FILE)
    text = propose_layout(path).toml()
    mine.write_text(text, encoding="utf-8")
    as_of = dt.date(2026, 1, 1)
    before, after = clean(read(path).value, as_of=as_of), clean(read(path, layout=str(mine)).value, as_of=as_of)
    assert dict(before.value) == dict(after.value)
    mine.write_text(text.replace('# "Perso"', '"Perso"').replace('# "Optin" = ""', '"Optin" = "opt_in_email"'))
    edited = clean(read(path, layout=str(mine)).value, as_of=as_of).value
    assert [email.address for email in edited["c-1"].emails] == ["a@example.org"]
    assert [consent.status.value for consent in edited["c-1"].consents] == ["given"]


@given(st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=10), min_size=1, max_size=8))
def test_whatever_the_headers_a_proposal_is_a_layout_that_can_be_read(headers: list[str]) -> None:
    quoted = ",".join('"' + header.replace('"', '""') + '"' for header in headers)
    try:
        proposal = propose_layout(f"{quoted}\n{','.join('1' for _ in headers)}\n".encode(), delimiter=",", header=True)
    except ReadError:
        return
    text = proposal.toml()
    if any(column.confidence >= 0.7 for column in proposal.columns):
        assert layout_from_toml(text).name == "mine"
    else:
        assert "[columns]" in text


def test_a_proposal_for_a_vendors_file_keeps_what_the_vendor_means(tmp_path: Path) -> None:
    row = "Email Address,OPTIN_TIME,CONFIRM_TIME,LEID,EUID,UNSUB_TIME,TAGS"
    path = tmp_path / "unsubscribed.csv"
    path.write_text(f"{row}\na@example.org,2020-01-01,2020-01-02,1,2,2021-03-04,x\n", encoding="utf-8")
    mine = tmp_path / "mine.toml"
    mine.write_text(propose_layout(path).toml("fr"), encoding="utf-8")
    as_of = dt.date(2026, 1, 1)
    assert dict(clean(read(path).value, as_of=as_of).value) == dict(
        clean(read(path, layout=str(mine)).value, as_of=as_of).value
    )


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b'name = "x"\n[columns]\n"Pr\xe9nom" = "first_name"\n', "line 3: TOML is written in UTF-8"),
        (b"#" * (1 << 20) + b"\n\n", "larger than a layout"),
        (None, "cannot be read"),
    ],
)
def test_a_file_that_is_no_layout_is_refused_in_one_sentence(content: bytes | None, words: str, tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ReadError, match=words) as error:
        read_layout(path)
    assert str(tmp_path) not in str(error.value)


def test_a_code_of_a_consent_column_that_is_no_answer_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    text = 'name = "x"\n[columns]\n"V" = "opt_in_sms"\n[codes.opt_in_sms]\n"1" = "oui"\n"9" = "maybe"\n'
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ReadError, match=r"mine\.toml, line 6: A code of a consent column stands for"):
        read_layout(path)


def test_a_layout_saved_by_a_windows_editor_is_read(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_bytes(b'\xef\xbb\xbfname = "x"\r\n[columns]\r\n"Ville" = "city"\r\n')
    assert read_layout(path).columns == {"ville": "city"}
