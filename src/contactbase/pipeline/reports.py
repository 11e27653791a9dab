"""`report`: the page behind a run, or behind a folder of results."""

from __future__ import annotations

import json
from os import PathLike
from pathlib import Path

from contactbase.adapters.atomic import write_bytes
from contactbase.errors import ReadError
from contactbase.model.text import Language
from contactbase.pipeline.main_job import RunResult
from contactbase.reporting.report import Report as Page
from contactbase.reporting.summary import figures_of

__all__ = ["Report", "report"]


class Report(Page):
    """A report that can be written: it shows itself in a notebook, prints as text, and gives its page."""

    def to_html(self, path: str | PathLike[str] | None = None) -> str:
        """Give the page, and write it to a path where one is given, whole or not at all."""
        page = super().to_html()
        if path is not None:
            write_bytes(path, [page.encode("utf-8", "xmlcharrefreplace")])
        return page


def report(result: RunResult | str | PathLike[str], *, language: Language = "en") -> Report:
    """Give the report of a run, or of a folder of results; ReadError where the folder is none of ours.

    It shows itself in a notebook; `to_html(path)` writes the page.
    """
    if isinstance(result, RunResult):
        return Report(result.figures, language=language)
    path = Path(result) / "summary.json"
    try:
        return Report(figures_of(json.loads(path.read_text(encoding="utf-8"))), language=language)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ReadError(f"{result} is no folder of results: it has no readable summary.json.") from error
