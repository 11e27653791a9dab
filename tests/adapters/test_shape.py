from __future__ import annotations

from typing import Any

import pytest

from contactbase.adapters.shape import Wishes, find_shape
from contactbase.errors import ReadError


def _codes(sample: str, **wishes: Any) -> list[str]:
    return [finding.code for finding in find_shape(sample, "clients.csv", Wishes(**wishes))[1]]


def test_everything_that_was_found_is_told() -> None:
    sample = 'Export\n\nNom;Nom;;"Date\nnaiss."\nPetit;"Léa \\"L\\" P";x;y\nRoux;"Zoé";z;w\n'
    assert _codes(sample) == [
        "file.delimiter",
        "file.quoting",
        "file.title-rows",
        "file.header",
        "file.blank-header",
        "file.duplicate-header",
        "file.tidied-header",
    ]
    assert _codes("a@example.org\n") == ["file.single-column", "file.no-header"]
    assert _codes("Petit;Lyon\nRoux;Nice\n") == ["file.delimiter", "file.header-assumed"]


def test_the_place_of_the_table_counts_lines_titles_and_blanks() -> None:
    shape, _ = find_shape('Export\n\n"deux\nlignes"\n\nNom;Ville\nPetit;Lyon\n', "clients.csv", Wishes())
    assert (shape.above, shape.titles, shape.blanks) == (5, 2, 2)
    shape, _ = find_shape("sep=;\n\nNom;Ville\nPetit;Lyon\n", "clients.csv", Wishes())
    assert (shape.above, shape.titles, shape.blanks, shape.quoting.delimiter) == (2, 1, 1, ";")
    shape, _ = find_shape("x\n\ny\nNom;Ville\nPetit;Lyon\n", "clients.csv", Wishes(skip_rows=3))
    assert (shape.above, shape.titles, shape.blanks, shape.columns) == (3, 2, 1, ("Nom", "Ville"))


def test_a_finding_shows_no_value_even_where_the_caller_calls_one_a_header() -> None:
    _, findings = find_shape("a@example.org;0612345678\nb@example.org;x\n", "clients.csv", Wishes(header=True))
    assert not any("example" in finding.message or "0612" in finding.message for finding in findings)
    _, findings = find_shape("Petit;Lyon\nRoux;Nice\n", "clients.csv", Wishes())
    assert not any("Petit" in finding.message for finding in findings)


@pytest.mark.parametrize(
    "wishes",
    [
        {"delimiter": ";;"},
        {"delimiter": "\n"},
        {"delimiter": "\0"},
        {"quote": "''"},
        {"delimiter": '"', "quote": '"'},
        {"skip_rows": -1},
    ],
)
def test_a_wrong_wish_says_what_to_write(wishes: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"write|cannot"):
        Wishes(**wishes)


def test_nothing_but_blank_lines_is_no_table() -> None:
    with pytest.raises(ReadError, match="blank lines"):
        find_shape("\n \n", "clients.csv", Wishes())
    with pytest.raises(ReadError, match="blank lines"):
        find_shape("a;b\n1;2\n", "clients.csv", Wishes(skip_rows=9))
