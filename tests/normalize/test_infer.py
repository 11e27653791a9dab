"""What columns say about themselves, from a file to its findings: read, then cleaned."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest

import contactbase as cb
from contactbase.model.journal import Finding

AS_OF = dt.date(2026, 11, 22)
SWAPPED = [("Sophie", "DURAND"), ("Élodie", "Leroy"), ("Nathalie", "Moreau"), ("Céline", "PETIT")] * 3


def of_columns(header: str, rows: Sequence[Sequence[str]]) -> tuple[Finding, ...]:
    """Give the findings about whole columns of a file."""
    text = "\n".join([header, *(";".join(row) for row in rows)]) + "\n"
    records, _ = cb.read(text.encode())
    found = cb.clean(records, as_of=AS_OF).journal.findings
    return tuple(each for each in found if each.contact is None and each.source is not None and each.source.row is None)


@pytest.mark.parametrize(
    ("header", "rows", "code", "column"),
    [
        ("Nom;Prénom", SWAPPED, "name.columns-look-swapped", "Nom"),
        (
            "Nom;Téléphone",
            [("Durand", f"lea{number}@example.org") for number in range(12)],
            "column.wrong-kind",
            "Téléphone",
        ),
        (
            "E-mail;Ville",
            [(f"06 39 98 {number} 12", "Lyon") for number in range(10, 22)],
            "column.wrong-kind",
            "E-mail",
        ),
        (
            "Nom;Portable",
            [(f"Durand{'abcdefghijkl'[n]}", "06 39 98 00 00") for n in range(12)],
            "column.constant",
            "Portable",
        ),
        (
            "Nom;E-mail",
            [("Durand", "nc@example.org" if number % 2 else f"lea{number}@example.org") for number in range(24)],
            "column.placeholder",
            "E-mail",
        ),
        ("Nom;Naissance", [("Durand", f"{day}/03/1985") for day in range(10, 28)], "column.date-order", "Naissance"),
    ],
)
def test_a_column_that_is_not_what_it_says_is_named_with_its_header(
    header: str, rows: Sequence[Sequence[str]], code: str, column: str
) -> None:
    found = {each.code: each for each in of_columns(header, rows)}
    assert code in found
    source = found[code].source
    assert source is not None
    assert source.column == column


def test_columns_in_order_say_nothing() -> None:
    straight = [(last, first) for first, last in SWAPPED]
    assert "name.columns-look-swapped" not in {each.code for each in of_columns("Nom;Prénom", straight)}


def test_names_that_changed_places_are_not_moved_until_the_columns_are_mapped_anew() -> None:
    text = ("Nom;Prénom\n" + "".join(f"{last};{first}\n" for last, first in SWAPPED)).encode()
    base, _ = cb.clean(cb.read(text).value, as_of=AS_OF)
    assert (base["c-1"].last_name, base["c-1"].first_name) == ("Sophie", "Durand")
    mapped = cb.read(text, columns={"Nom": "first_name", "Prénom": "last_name"})
    base, journal = cb.clean(mapped.value, as_of=AS_OF)
    assert (base["c-1"].last_name, base["c-1"].first_name) == ("Durand", "Sophie")
    assert "name.columns-look-swapped" not in journal.count()


def test_one_name_column_alone_is_never_swapped() -> None:
    assert not {"name.columns-look-swapped"} & {each.code for each in of_columns("Nom;Ville", SWAPPED)}


def test_the_findings_about_columns_reach_the_figures_of_the_main_job() -> None:
    text = "Nom;Prénom\n" + "".join(f"{last};{first}\n" for last, first in SWAPPED)
    assert cb.run(text.encode(), as_of=AS_OF).summary["findings"]["name.columns-look-swapped"] == 1


def test_opt_ins_that_nothing_dates_are_said_once_a_column() -> None:
    rows = [{"last_name": "Durand", "mobile": "06 98 76 54 32", "opt_in_sms": "oui"}]
    codes = cb.clean(rows, as_of=dt.date(2026, 11, 22)).journal.count()
    assert codes["consent.undated-column"] == 1
    for more in ({"consented_on": "03/02/2025"}, {"opt_in_sms": "2025-02-03"}):
        dated = cb.clean([rows[0] | more], as_of=dt.date(2026, 11, 22)).journal.count()
        assert "consent.undated-column" not in dated
