"""The report as a value: it shows itself in a notebook, prints as text, and gives its page.

>>> print(Report(Figures(rows_read=10, contacts=7, merged_away=2, rejected=1)))
10 rows in, 7 contacts out
Contacts                     7    70.0%
Merged into another contact  2    20.0%
Removed by a retention rule  0    0%
Set aside, not understood    1    10.0%
"""

from __future__ import annotations

import attrs

from contactbase.model.enums import Severity
from contactbase.model.text import Language
from contactbase.reporting.html import report_fragment, report_html
from contactbase.reporting.hygiene import Figures
from contactbase.reporting.wording import counted, number, say, share, title

__all__ = ["Report"]

_OUTCOMES = ("contacts", "merged_away", "removed", "rejected")


@attrs.frozen
class Report:
    """The report of a run in one language."""

    figures: Figures = attrs.field(repr=False)
    language: Language = "en"

    def to_html(self) -> str:
        """Give the report as one self-contained page."""
        return report_html(self.figures, language=self.language)

    def _repr_html_(self) -> str:
        return report_fragment(self.figures, language=self.language)

    def __str__(self) -> str:
        figures, language = self.figures, self.language
        rows, contacts = counted("row", figures.rows_read, language), counted("contact", figures.contacts, language)
        lines = [say("headline", language, rows=rows, contacts=contacts), *self._outcomes()]
        if figures.unaccounted:
            lines.append(say("unbalanced", language, rows=counted("row", abs(figures.unaccounted), language)))
        errors = [found for found in figures.findings if found.severity is Severity.ERROR][:5]
        if errors:
            lines.append(say("first", language))
            lines.extend(f"  {number(found.count, language)}  {title(found.code, language)}" for found in errors)
        return "\n".join(lines)

    def _outcomes(self) -> list[str]:
        figures, language = self.figures, self.language
        names = [say(name, language) for name in _OUTCOMES]
        counts = [int(getattr(figures, name)) for name in _OUTCOMES]
        written = [number(count, language) for count in counts]
        wide, long = max(map(len, names)), max(map(len, written))
        return [
            f"{name:<{wide}}  {text:>{long}}    {share(count, figures.rows_read, language)}"
            for name, text, count in zip(names, written, counts, strict=True)
        ]
