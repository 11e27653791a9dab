from __future__ import annotations

import pytest

from contactbase.adapters.kinds import Kind, RowProfile, is_label, kind, profile


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("", Kind.EMPTY),
        ("  ", Kind.EMPTY),
        ("lea@example.org", Kind.EMAIL),
        ("<lea@example.org>", Kind.EMAIL),
        ("mailto:lea@example.org", Kind.EMAIL),
        ("lea@example", Kind.TEXT),
        ("06 12 34 56 78", Kind.PHONE),
        ("'+33612345678", Kind.PHONE),
        ("p:+33612345678", Kind.PHONE),
        ("(01) 42.68.53.00", Kind.PHONE),
        ("12/03/2026", Kind.DATE),
        ("2026-03-12T10:00:00Z", Kind.DATE),
        ("1240,50 €", Kind.NUMBER),
        ("75001", Kind.NUMBER),
        ("Lyon", Kind.TEXT),
        ("12 rue des Lilas", Kind.TEXT),
        ("a@" * 100_000, Kind.TEXT),
        ("0" * 100_000, Kind.TEXT),
    ],
)
def test_a_cell_looks_like_its_kind(cell: str, expected: Kind) -> None:
    assert kind(cell) is expected


@pytest.mark.parametrize(
    "cell",
    [
        "Nom",
        "Prénom",
        "E-mail",
        "N° tél.",
        "CODE_POSTAL",
        "FirstName",
        "Date de naissance",
        "tel1",
        "Email Address",
        "CP",
    ],
)
def test_labels_are_known(cell: str) -> None:
    assert is_label(cell)


@pytest.mark.parametrize(
    "cell", ["", "Dupont", "12 rue de la Ville", "Liste des contacts", "Export clients", "lea@example.org", "é" * 500]
)
def test_data_and_titles_are_no_labels(cell: str) -> None:
    assert not is_label(cell)


def test_a_profile_knows_a_row_from_other_text() -> None:
    rows = [[f"c-{n}", f"p{n}@example.org", "Lyon"] for n in range(5)]
    known = profile(rows, 3)
    assert known.alike(["x", "lea@example.org", "anything"])
    assert known.alike(["x", "et puis", "Paul"]) is False
    assert known.alike(["x", "", ""]) is None
    assert RowProfile([None, None]).alike(["lea@example.org", "b"]) is None


def test_a_column_of_few_or_mixed_cells_has_no_kind() -> None:
    assert not profile([["a@example.org"], ["b@example.org"]], 1).alike(["c@example.org"])
    assert not profile([["a@example.org"], ["Lyon"], ["b@example.org"], ["1"]], 1).alike(["c@example.org"])
