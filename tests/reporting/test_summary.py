"""`summary.json` keeps its contract and gives the figures back."""

from __future__ import annotations

import json

import pytest

from contactbase.reporting.figures import Figures
from contactbase.reporting.summary import figures_of, summary
from reporting.sample_figures import hostile, sample


def test_the_keys_of_the_contract_are_there_and_the_rows_add_up() -> None:
    content = summary(sample())
    contract = [
        "rows_read",
        "contacts",
        "merged_away",
        "removed",
        "rejected",
        "findings",
        "decisions",
        "as_of",
        "versions",
    ]
    assert [key for key in content if key in contract] == contract
    assert content["rows_read"] == sum(content[key] for key in ("contacts", "merged_away", "removed", "rejected"))
    assert content["findings"]["phone.too-short"] == 59
    assert content["decisions"] == {"delete": 3, "reconsent": 6}
    assert content["as_of"] == "2026-11-22"
    assert content["versions"]["contactbase"] == "0.1.0"


@pytest.mark.parametrize("figures", [sample(), hostile(), Figures(rows_read=0, contacts=0)])
def test_json_gives_the_same_figures_back(figures: Figures) -> None:
    text = json.dumps(summary(figures))
    assert figures_of(json.loads(text)) == figures


def test_the_summary_is_json_as_it_stands() -> None:
    content = summary(sample())
    assert json.loads(json.dumps(content)) == content


def test_the_same_figures_give_the_same_text() -> None:
    assert json.dumps(summary(sample())) == json.dumps(summary(sample()))


@pytest.mark.parametrize("content", [{}, {"figures": {}}, {"figures": None}])
def test_what_is_no_summary_is_refused(content: dict[str, object]) -> None:
    with pytest.raises((KeyError, TypeError)):
        figures_of(content)
