from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbase.adapters.header import find_heading, name_columns


def _placed(text: str) -> list[tuple[int, list[str]]]:
    lines = enumerate(text.split("/"), start=1)
    return [(number, line.split(";")) for number, line in lines if line]


@pytest.mark.parametrize(
    ("text", "index", "header", "sure"),
    [
        ("Nom;Ville/Petit;Lyon/Roux;Nice", 0, True, True),
        ("a;b/1;2", 0, True, True),
        ("email/a@example.org", 0, True, True),
        ("Export clients/Nom;Ville/Petit;Lyon", 1, True, True),
        ("Liste;;/12/03/2026;;/Nom;Prénom;Tél/Petit;Léa;0612345678", 4, True, True),
        ("Activité;;;/Nom;Prénom;Tél;Ville/Petit;Léa;0612345678;Lyon", 1, True, True),
        ("Date :;12-03-2026;;;/Nom;Prénom;Tél;CP;Ville/Petit;Léa;0612345678;69001;Lyon", 1, True, True),
        ("Petit;a@example.org/Roux;b@example.org", 0, False, True),
        ("06 12 34 56 78/0612345679", 0, False, True),
        ("Liste/Petit;0612345678;Lyon/Roux;0612345679;Nice", 1, False, True),
        ("1;2;3/4;5;6", 0, False, True),
        ("1;2;3", 0, False, True),
        ("12-03-2026;x/13-03-2026;y", 0, False, True),
        ("Petit;Lyon/Roux;Lyon", 0, False, True),
        ("Petit;Lyon/Roux;Nice", 0, True, False),
        ("Solde;31-12-2025/Petit;12", 0, True, False),
        ("Nom;2023;2024/Petit;1;2", 0, True, True),
        ("Nom complet/Petit;Léa/Roux;Paul", 0, True, True),
        ("email,name/x;y", 0, True, True),
        ("Identité;;Contact;/Nom;Prénom;Portable;E-mail/Roux;Zoé;0612345678;z@example.org", 1, True, True),
        ("Client;Client;Contact;Contact/Nom;Prénom;Tél;Mail/Roux;Zoé;;z@example.org", 1, True, True),
        ("Export/Identité;;Contact;/Nom;Prénom;Portable;E-mail/Roux;Zoé;;z@example.org", 2, True, True),
        ("Société;;Ville/Mobile Services;x;Port/ACME;y;Lyon", 0, True, True),
        ("Nom;;E-mail/Mobile;Portable;z@example.org", 0, True, True),
    ],
)
def test_the_first_row_of_a_table_is_found_and_judged(text: str, index: int, header: bool, sure: bool) -> None:
    found = find_heading(_placed(text))
    assert (found.index, found.header, found.sure) == (index, header, sure)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Nom;Contact;/;Portable;E-mail/Roux;0612345678;z@example.org", "Nom;Portable;E-mail"),
        (
            "Nom;Contact;;;;/;Portable;E-mail;CP;Ville;Pays/Roux;;z@example.org;01000;Bourg;",
            "Nom;Portable;E-mail;CP;Ville;Pays",
        ),
        ("Identité;;Contact;/Nom;Prénom;Portable;E-mail/Roux;Zoé;;z@example.org", "Nom;Prénom;Portable;E-mail"),
        ("Export clients/;Nom;Ville/1;Petit;Lyon/2;Roux;Nice", ";Nom;Ville"),
    ],
)
def test_a_band_names_what_the_header_leaves_blank_and_nothing_else(text: str, names: str) -> None:
    rows = _placed(text)
    assert find_heading(rows).names(rows) == names.split(";")


def test_what_the_caller_knows_stands() -> None:
    rows = _placed("Export clients/Nom;Ville/Petit;Lyon")
    assert find_heading(rows, header=False).index == 0
    assert not find_heading(rows, header=False).header
    assert find_heading(rows, header=True).index == 1
    assert find_heading(rows, titles=False).index == 0
    assert find_heading(_placed("a@example.org;x/b@example.org;y"), header=True).header


@given(st.lists(st.text(st.sampled_from('Nom (2)column 3"\n\ufeff'), max_size=10), min_size=1, max_size=6))
def test_every_column_has_one_name_of_its_own_on_one_line(cells: list[str]) -> None:
    names = name_columns(cells)
    assert len(names.columns) == len(cells) == len(set(names.columns))
    assert all(name and name == " ".join(name.split()) for name in names.columns)


@pytest.mark.parametrize(
    ("cells", "columns"),
    [
        (["Nom", "Nom", "", "Nom (2)", ""], ("Nom", "Nom (3)", "column 3", "Nom (2)", "column 5")),
        (["column 2", ""], ("column 2", "column 2 (2)")),
        (["\ufeffNom", " Date de\r\nnaissance "], ("Nom", "Date de naissance")),
        (["'=x", '"Nom'], ("=x", "Nom")),
    ],
)
def test_names_are_made_usable(cells: list[str], columns: tuple[str, ...]) -> None:
    assert name_columns(cells).columns == columns


def test_a_name_that_comes_ten_thousand_times_is_told_apart_each_time() -> None:
    names = name_columns([*["Nom", "Nom (3)"] * 10_000, ""])
    assert len(set(names.columns)) == 20_001
    assert names.columns[:5] == ("Nom", "Nom (3)", "Nom (2)", "Nom (3) (2)", "Nom (4)")


def test_what_was_done_to_names_is_counted() -> None:
    names = name_columns(["Nom", "Nom", "", "Ville\n2"])
    assert (names.blank, names.duplicate, names.tidied) == (1, ("Nom",), 1)
