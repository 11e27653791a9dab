"""Labels and texts that were taken without a word and said nothing, or were cut where they should not be."""

from __future__ import annotations

import pytest

from contactbase.normalize import labels, text


@pytest.mark.parametrize(
    ("cell", "values"),
    [
        ("vin, fromage (chèvre, brebis)", ("vin", "fromage (chèvre, brebis)")),
        ("vin (rouge), fromage", ("vin (rouge)", "fromage")),
        ("vin (rouge, fromage", ("vin (rouge", "fromage")),
        ("{golf,voile}", ("golf", "voile")),
        ("['golf', 'voile']", ("golf", "voile")),
    ],
)
def test_labels_are_parted_outside_of_brackets_only(cell: str, values: tuple[str, ...]) -> None:
    assert labels.normalize(cell).values == values
    again = ";".join(map(labels.label_text, values))
    assert labels.normalize(again).values == values


@pytest.mark.parametrize("cell", ["NC", "n/a", "N.C.", "néant", "NULL", "idem", "Inconnu", "#N/A"])
def test_a_text_that_says_nothing_is_no_text(cell: str) -> None:
    form = text.normalize(cell)
    assert (form.values, [found.code for found in form.findings]) == ((), ["text.placeholder"])


@pytest.mark.parametrize("cell", ["Nancy", "Note", "nc-17"])
def test_a_text_that_says_something_is_kept(cell: str) -> None:
    assert text.normalize(cell).values == (cell,)
