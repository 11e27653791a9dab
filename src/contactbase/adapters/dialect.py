r"""How the cells of a file are set apart, found by trying: each candidate reads a sample, the best table wins.

Only `;`, `,`, tab and `|` are tried, and "none" (a file of one column); any other delimiter is the caller's word.
A candidate is judged by the share of rows that fit the header it would give, by the number of columns, and by cells
with half a pair of quotes, which it must have cut in two. Quotes
are doubled inside quotes (RFC 4180); four other manners are known and taken only where they read the sample better:
a backslash before a quote, spaces after a delimiter, a single quote as quote, and quotes that mean nothing.

The same design as the rewritten `csv.Sniffer` of CPython 3.16 (gh-83273): trial parsing instead of letter counts.

>>> find_dialect("Nom;Ville\nPetit;Lyon\n").quoting
Quoting(delimiter=';', quote='"', escape=False, skip_space=False)
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import Final

import attrs

from contactbase.adapters.header import Heading, Placed, find_heading
from contactbase.adapters.kinds import is_label
from contactbase.adapters.quotes import Quoting
from contactbase.adapters.records import Flaw, RecordReader

__all__ = ["DELIMITERS", "Trial", "find_dialect", "is_blank", "sep_line"]

DELIMITERS: Final = ("\t", ";", ",", "|")
"""In order of preference, should two read a sample equally well."""

_SEP_LINE = re.compile(r'"?sep=([^"\r\n])"?[;,\t]*(?:\r\n|\r|\n)', re.IGNORECASE)
_BROKEN: Final = (Flaw.UNCLOSED, Flaw.STRAY)
_NOTHING: Final = " \t\x0b\x0c\x1a\u00a0\ufeff"
_LEAST: Final = 0.5


@attrs.frozen(kw_only=True)
class Trial:
    """One reading of a sample: its records (blank ones left out), where the table begins, and how well rows fit it."""

    quoting: Quoting
    records: list[Placed] = attrs.field(repr=False)
    heading: Heading
    width: int
    fit: float
    broken: int
    mended: int

    @property
    def score(self) -> float:
        """How good a table this is; 0 is a table of one column, and negative one that nobody meant."""
        if self.width == 0:
            return -2.0
        if self.width == 1:
            return self._score_of_one()
        meant = self.fit >= _LEAST if not self.heading.header else self._is_wide()
        return (self.fit + 0.01) * (1 - 1 / self.width) if meant else -1.0

    def _score_of_one(self) -> float:
        """Judge a table of one column: a delimiter may still end every line."""
        if not self.quoting.delimiter:
            return 0.0
        ends_lines = self.fit == 1 and any(len(cells) > 1 for _, cells in self.records)
        return 0.001 if ends_lines else -1.0

    def _is_wide(self) -> bool:
        """Tell whether the rows have several cells too, not the header alone.

        Most of them have; or some, below two labels; or, below three, there are too few to tell or the first one fits.
        """
        header = self.records[self.heading.index][1]
        rows = self.records[self.heading.index + 1 :]
        several = sum(len(cells) > 1 for _, cells in rows)
        labels = sum(map(is_label, header))
        return (3 if labels > 1 else 2) * several >= len(rows) or (
            labels > 2 and (len(rows) < 4 or len(rows[0][1]) == len(header))
        )


def is_blank(cells: list[str]) -> bool:
    """Tell whether a record says nothing: every cell empty, or one cell of white space (or the Ctrl-Z of DOS)."""
    return not any(cells) or (len(cells) == 1 and not cells[0].strip(_NOTHING))


def sep_line(sample: str) -> str | None:
    """Give the delimiter that a first line `sep=;` names, as Excel reads it; None without such a line."""
    found = _SEP_LINE.match(sample)
    return found[1] if found else None


def find_dialect(
    sample: str,
    *,
    complete: bool = True,
    delimiter: str | None = None,
    quote: str | None = None,
    header: bool | None = None,
    titles: bool = True,
) -> Trial:
    """Give the best reading of a sample; what the caller knows is not tried otherwise.

    `complete`: the sample is the whole file; `titles`: lines above the header are looked for.
    """
    try_out = partial(_trial, sample, complete=complete, header=header, titles=titles)
    trials = [try_out(quoting) for quoting in _candidates(sample, delimiter, quote)]
    best = max(trials, key=lambda trial: trial.score)
    if quote is not None:
        return best
    manners = [try_out(quoting) for quoting in _manners(sample, best)]
    return max([best, *manners], key=lambda trial: (round(trial.score, 6), -trial.broken - trial.mended))


def _candidates(sample: str, delimiter: str | None, quote: str | None) -> Iterator[Quoting]:
    mark = '"' if quote is None else quote
    if delimiter is not None:
        yield Quoting(delimiter, mark)
        return
    for candidate in DELIMITERS:
        if candidate in sample:
            yield Quoting(candidate, mark)
    yield Quoting("", mark)


def _manners(sample: str, best: Trial) -> Iterator[Quoting]:
    """Give the other manners of quoting that a sample gives reason to try."""
    delimiter = best.quoting.delimiter
    cut = re.escape(delimiter) if delimiter else r"(?!)"
    if re.search(rf'{cut} +"', sample):
        yield Quoting(delimiter, '"', skip_space=True)
    if best.broken + best.mended and '\\"' in sample:
        yield Quoting(delimiter, '"', escape=True)
    if best.broken > 1 and not re.search(rf'(?:^|{cut})"[^"\n]+"(?:{cut}|$)', sample, re.MULTILINE):
        yield Quoting(delimiter, "")
    if '"' not in sample and re.search(rf"(?:^|{cut})'[^'\n]+'(?:{cut}|$)", sample, re.MULTILINE):
        yield Quoting(delimiter, "'")


def _trial(sample: str, quoting: Quoting, *, complete: bool, header: bool | None, titles: bool) -> Trial:
    records, broken, mended = _records(sample, quoting, complete=complete)
    if not records:
        nothing = Heading(index=0, header=False, sure=False)
        return Trial(quoting=quoting, records=[], heading=nothing, width=0, fit=0.0, broken=0, mended=0)
    heading = find_heading(records, header=header, titles=titles)
    body = [cells for _, cells in records[heading.index + heading.header :]]
    widths = Counter(map(len, body))
    width = len(records[heading.index][1]) if heading.header else max(widths, key=lambda n: (widths[n], n))
    fitting = sum(len(cells) == width or (len(cells) > width and not any(cells[width:])) for cells in body)
    halved = sum(any(cell.count('"') % 2 for cell in cells) for cells in body)
    fit = max(0.0, fitting - broken - halved / 2) / len(body) if body else 1.0
    return Trial(quoting=quoting, records=records, heading=heading, width=width, fit=fit, broken=broken, mended=mended)


def _records(sample: str, quoting: Quoting, *, complete: bool) -> tuple[list[Placed], int, int]:
    """Read a sample: its records, how many were broken, how many mended.

    Of a sample that was cut off, what a quote may have held open at its end is left out.
    """
    records: list[Placed] = []
    broken = mended = 0
    for batch in RecordReader((sample,), quoting):
        mended += sum(flawed.flaw is Flaw.REPAIRED for flawed in batch.flaws.values())
        wrong = {index for index, flawed in batch.flaws.items() if flawed.flaw in _BROKEN}
        for index, (line, cells) in enumerate(zip(batch.lines, batch.records, strict=True)):
            if index in wrong and not complete and len(records) > len(batch.records) // 2:
                return records, broken, mended
            broken += index in wrong
            if not is_blank(cells) or index in wrong:
                records.append((line, cells))
    return records, broken, mended
