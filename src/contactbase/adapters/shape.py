r"""The shape of a file: how its cells are set apart, where its table begins and ends, what its columns are called.

Found on a sample, told in findings, overridable by the caller in every part.

>>> shape, findings = find_shape("Nom;Ville\nPetit;Lyon\n", "clients.csv", Wishes())
>>> shape.columns, [finding.code for finding in findings]
(('Nom', 'Ville'), ['file.delimiter', 'file.header'])
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from contactbase.adapters.dialect import Trial, find_dialect, is_blank, sep_line
from contactbase.adapters.encoding import count_line_ends
from contactbase.adapters.header import Heading, Names, header_findings, name_columns
from contactbase.adapters.kinds import RowProfile, profile
from contactbase.adapters.pieces import LINE_ENDS, skip_lines
from contactbase.adapters.quotes import Quoting
from contactbase.errors import ReadError
from contactbase.model.journal import Finding, finding
from contactbase.model.source import SourceRef

__all__ = ["Shape", "Wishes", "find_shape"]

_VISIBLE: Final = {"\t": "TAB", " ": "SPACE"}
_SAMPLE_ROWS: Final = 200


@attrs.frozen(kw_only=True)
class Wishes:
    """What the caller knows of a file; None is found out.

    `delimiter` is one character, or "" for a file of one column; `quote` one character, or "" where quotes mean
    nothing; `skip_rows` counts the physical lines above the header.
    """

    delimiter: str | None = attrs.field(default=None)
    quote: str | None = attrs.field(default=None)
    header: bool | None = None
    skip_rows: int | None = None
    pad_short_rows: bool = False
    keep_guards: bool = False

    def __attrs_post_init__(self) -> None:
        for name, mark in (("delimiter", self.delimiter), ("quote", self.quote)):
            if mark is not None and (len(mark) > 1 or mark in ("\r", "\n", "\0")):
                raise ValueError(f"The {name} is one character, or empty for none: write {name}=';', not {mark!r}.")
        if self.delimiter and self.delimiter == self.quote:
            raise ValueError(f"The delimiter and the quote cannot both be {self.quote!r}.")
        if self.skip_rows is not None and self.skip_rows < 0:
            raise ValueError(f"skip_rows counts lines: write 0 or more, not {self.skip_rows}.")


@attrs.frozen(kw_only=True)
class Shape:
    """What it takes to read a file's rows.

    `above`: physical lines above the header (or the first row); `titles` and `blanks`: how many of them are filled
    records and blank ones. `first`: the header's cells as they stand (None: no header). `footer`: the line on which
    the foot begins. `pad`: short rows are completed. `trailing`: rows end in delimiters that mean nothing.
    """

    quoting: Quoting
    columns: tuple[str, ...]
    above: int
    titles: int
    blanks: int
    first: tuple[str, ...] | None
    rows: RowProfile
    footer: int | None = None
    pad: bool = False
    trailing: bool = False
    keep_guards: bool = False

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.columns)


def find_shape(sample: str, name: str, wishes: Wishes, *, complete: bool = True) -> tuple[Shape, tuple[Finding, ...]]:
    """Find the shape of a file from its beginning, and say what was found; `complete`: this is the whole file."""
    separator = sep_line(sample)
    skipped = max(wishes.skip_rows or 0, 0 if separator is None else 1)
    trial = find_dialect(
        "".join(skip_lines((sample,), skipped)),
        complete=complete,
        delimiter=separator if wishes.delimiter is None else wishes.delimiter,
        quote=wishes.quote,
        header=wishes.header,
        titles=wishes.skip_rows is None,
    )
    if not trial.records:
        raise ReadError(f"{name} has nothing in it but blank lines. Check that it is the right file.")
    blanks = sum(is_blank([line]) for line in LINE_ENDS.split(sample, skipped)[:skipped])
    shape, names = _shape(trial, skipped, blanks, wishes)
    return shape, tuple(_findings(shape, names, trial.heading, name))


def _shape(trial: Trial, skipped: int, blanks: int, wishes: Wishes) -> tuple[Shape, Names]:
    index, header = trial.heading.index, trial.heading.header
    titles, (line, first) = trial.records[:index], trial.records[index]
    names = name_columns(trial.heading.names(trial.records) if header else [""] * trial.width)
    covered = sum(1 + sum(map(count_line_ends, cells)) for _, cells in titles)
    body = [cells for _, cells in trial.records[index + header :]]
    shape = Shape(
        quoting=trial.quoting,
        columns=names.columns,
        above=skipped + line - 1,
        titles=skipped - blanks + len(titles),
        blanks=blanks + line - 1 - covered,
        first=tuple(first) if header else None,
        rows=profile(body[:_SAMPLE_ROWS], len(names.columns)),
        pad=wishes.pad_short_rows,
        keep_guards=wishes.keep_guards,
    )
    return shape, names


def _findings(shape: Shape, names: Names, heading: Heading, name: str) -> Iterator[Finding]:
    """Tell what was found, in the order in which it stands in the file."""
    at = SourceRef(file=name)
    quoting, width, line = shape.quoting, shape.width, shape.above + 1
    if quoting.delimiter:
        shown = _VISIBLE.get(quoting.delimiter, quoting.delimiter)
        yield finding("file.delimiter", source=at, delimiter=shown, columns=width)
    else:
        yield finding("file.single-column", source=at)
    manner = _manner(quoting)
    if manner:
        yield finding("file.quoting", source=at, manner=manner)
    yield from header_findings(heading, names, at=at, titles=shape.titles, line=line)


def _manner(quoting: Quoting) -> str:
    """Show what is unusual of the quotes; nothing where they are as RFC 4180 says."""
    if quoting.escape:
        return '\\"'
    if quoting.skip_space:
        return f'{quoting.delimiter} "'
    return "" if quoting.quote == '"' else quoting.quote or "–"
