r"""Layouts as files: `read_layout` reads one's own, `propose_layout` drafts one for a file that nobody knows.

A proposal says of every column what it might be, how surely, and why. Only what a vendor or usage calls so, and whose
cells do not say otherwise, is proposed as a field; what merely looks like one stands there as a question, behind `#`,
and a consent is never guessed.

>>> proposal = propose_layout(b"Nom;Perso;Pointure\nDurand;06 12 34 56 78;38\nPetit;06 12 34 56 79;40\n")
>>> [(column.header, column.field, column.certain, column.evidence.name) for column in proposal.columns]
[('Nom', 'last_name', True, 'HEADER'), ('Perso', 'phones', False, 'CONTENT'), ('Pointure', '', False, 'NOTHING')]
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from enum import Enum
from itertools import islice
from os import PathLike
from pathlib import Path
from typing import Any, Final

import attrs

from contactbase.adapters.catalog import open_table
from contactbase.errors import ReadError
from contactbase.layouts.catalog import LAYOUTS
from contactbase.layouts.columns import ColumnMap, Fate, layout_of, map_columns
from contactbase.layouts.generic import GENERIC, speaks_of_consent
from contactbase.layouts.layout import Layout, header_key
from contactbase.layouts.own_file import layout_from_toml
from contactbase.model.hints import Hints
from contactbase.model.schema import SCHEMA, FieldKind, Schema
from contactbase.model.table import Table
from contactbase.model.text import Language, Text
from contactbase.normalize.catalog import normalizer_of
from contactbase.normalize.columns import Shape, fits, shape_of

__all__ = ["Evidence", "LayoutProposal", "ProposedColumn", "column_shapes", "propose_layout", "read_layout"]

_LARGEST: Final = 1 << 20
_SAMPLE: Final = 1000
_SIMILAR: Final = 0.85
_SURE: Final = 0.7
_LONGEST: Final = 60
_SHAPES: Final = {Shape.EMAIL: "emails", Shape.PHONE: "phones"}


class Evidence(Enum):
    """Why a column might be a field."""

    VENDOR = "the vendor's own header"
    HEADER = "usual header"
    SIMILAR = "similar to a usual header"
    CONTENT = "its cells"
    CONSENT = "speaks of consent"
    NOTHING = "nothing"


_WORDS: Final[Mapping[Evidence, Text]] = {
    Evidence.VENDOR: Text("the vendor's own header", "l'en-tête du fournisseur"),
    Evidence.HEADER: Text("a usual header", "un en-tête usuel"),
    Evidence.SIMILAR: Text("similar to a usual header", "proche d'un en-tête usuel"),
    Evidence.CONTENT: Text("what its cells look like", "ce à quoi ressemblent ses cellules"),
    Evidence.CONSENT: Text(
        "speaks of consent: say which channel, or keep it", "parle de consentement : dire quel canal, ou la garder"
    ),
    Evidence.NOTHING: Text("nobody knows it", "inconnue"),
}
_BASE: Final = {Evidence.VENDOR: 1.0, Evidence.HEADER: 0.9, Evidence.SIMILAR: 0.6, Evidence.CONTENT: 0.6}


@attrs.frozen(kw_only=True)
class ProposedColumn:
    """A column: the field it might be ("" for none), how surely (0 to 1, a judgement), why, and whether that is enough.

    `fitting` is the share of its cells, of the first thousand rows, that look as the field's do (None: not checked).
    """

    header: str
    field: str
    confidence: float
    evidence: Evidence
    fitting: float | None = None

    @property
    def certain(self) -> bool:
        """Whether the column is proposed as the field, and not only as a question."""
        return bool(self.field) and self.confidence >= _SURE


@attrs.frozen(kw_only=True)
class LayoutProposal:
    """A draft of a layout for one file; `layout` is the name of the one that recognized it."""

    file: str
    layout: str
    columns: tuple[ProposedColumn, ...]

    def toml(self, language: Language = "en") -> str:
        """Give the text of a file to save and edit, which `read_layout` reads; questions stand behind `#`."""
        head = _HEAD.say(language, file=self.file.replace("\n", " ").replace("\r", " "), layout=self.layout)
        lines = [*(f"# {line}" for line in head.splitlines()), 'name = "mine"', *_settings(LAYOUTS[self.layout])]
        lines += ["", "[columns]"]
        seen = {""}
        for column in self.columns:
            key = header_key(column.header)
            settled = column.confidence >= _SURE and key not in seen
            line = f"{_quoted(column.header)} = {_quoted(column.field)}"
            lines.append(f"{'' if settled else '# '}{line}  # {_remark(column, language)}")
            seen.add(key)
        return "\n".join([*lines, *_tables(LAYOUTS[self.layout])]) + "\n"


def _settings(layout: Layout) -> Iterator[str]:
    """Give the lines of what a layout says of the whole file."""
    for name in ("date_order", "decimal_mark", "currency", "list_separator"):
        if (value := getattr(layout, name)) is not None:
            yield f"{name} = {_quoted(value)}"
    if layout.dropped:
        yield f"dropped = [{', '.join(map(_quoted, sorted(layout.dropped)))}]"


def _tables(layout: Layout) -> Iterator[str]:
    """Give the lines of what a layout says beside its columns."""
    tables: dict[str, Mapping[str, str]] = {"groups": layout.groups}
    tables |= {f"codes.{field}": codes for field, codes in layout.codes.items()}
    for name, table in {**tables, "constants": layout.constants}.items():
        if table:
            yield from ("", f"[{name}]", *(f"{_quoted(key)} = {_quoted(value)}" for key, value in table.items()))
    if layout.joined:
        joined = {field: ", ".join(map(_quoted, keys)) for field, keys in layout.joined.items()}
        yield from ("", "[joined]", *(f"{field} = [{keys}]" for field, keys in joined.items()))


_HEAD: Final = Text(
    "Proposed for {file}, which was read as {layout}. The numbers say how sure each line is, from 0 to 1.\n"
    'Take away the # of what is right, then: contactbase check FILE --layout THIS.toml. "" keeps a column unread.',
    "Proposé pour {file}, lu comme {layout}. Les nombres disent la sûreté de chaque ligne, de 0 à 1.\n"
    'Retirer le # de ce qui est juste, puis : contactbase check FICHIER --layout CECI.toml. "" garde sans lire.',
)
_FITS: Final = Text("{share} % of its cells look like it", "{share} % de ses cellules y ressemblent")


def _quoted(text: str) -> str:
    """Give a text as a basic string of TOML, which JSON's is too, but for the delete character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _remark(column: ProposedColumn, language: Language) -> str:
    fits_ = "" if column.fitting is None else f"; {_FITS.say(language, share=round(100 * column.fitting))}"
    return f"{column.confidence:.2f} {_WORDS[column.evidence].say(language)}{fits_}"


def read_layout(path: str | PathLike[str], *, schema: Schema = SCHEMA) -> Layout:
    """Read a layout of one's own from a TOML file; ReadError names the line that is wrong."""
    file = Path(path)
    try:
        with file.open("rb") as opened:
            found = opened.read(_LARGEST + 1)
    except OSError as error:
        raise ReadError(f"{file.name} cannot be read: {error.strerror}.") from None
    if len(found) > _LARGEST:
        raise ReadError(f"{file.name} is larger than a layout ever is (1 MB).")
    try:
        text = found.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = found[: error.start].count(b"\n") + 1
        raise ReadError(
            f"{file.name}, line {line}: TOML is written in UTF-8. Save the file in that encoding."
        ) from None
    return layout_from_toml(
        text.replace("\r\n", "\n"),
        file=file.name,
        schema=schema,
        judge=lambda field, word: _wrong_code(field, word, schema),
    )


def _wrong_code(field: str, word: str, schema: Schema) -> str | None:
    """Say what is wrong with what a code stands for; None when the field's normalizer takes it."""
    normalizer = normalizer_of(field, schema)
    try:
        if normalizer is not None:
            normalizer.column(Hints(field=field, codes={"code": word}))
    except ValueError as error:
        return str(error)
    return None


def propose_layout(source: Any, *, schema: Schema = SCHEMA, **options: Any) -> LayoutProposal:
    """Draft a layout for a file; options go to the reader. ReadError when the file cannot be read at all."""
    table, _ = open_table(source, **options)
    layout = layout_of(table.columns, None, table.file)
    mapped = map_columns(table.columns, layout, schema=schema)
    shapes = column_shapes(table)
    columns = tuple(_proposed(mapped, place, shapes[place], schema) for place in range(len(table.columns)))
    return LayoutProposal(file=table.file, layout=layout.name, columns=columns)


def column_shapes(table: Table) -> list[Counter[Shape | None]]:
    """Count what the cells of each column look like, in the first rows."""
    counts: list[Counter[Shape | None]] = [Counter() for _ in table.columns]
    for row in islice(table.rows(), _SAMPLE):
        for count, cell in zip(counts, row.cells, strict=True):
            if cell and not cell.isspace():
                count[shape_of(cell)] += 1
    return counts


def _proposed(mapped: ColumnMap, place: int, shapes: Counter[Shape | None], schema: Schema) -> ProposedColumn:
    header, field, fate = mapped.columns[place], mapped.fields[place], mapped.fates[place]
    key = header_key(header)
    own = mapped.layout is not GENERIC and mapped.layout.field_of(key) is not None
    if field is not None:
        return _judged(header, field, Evidence.VENDOR if own else Evidence.HEADER, shapes)
    if fate is Fate.UNCLEAR or (speaks_of_consent(key) and not own):
        return ProposedColumn(header=header, field="", confidence=0.0, evidence=Evidence.CONSENT)
    if own or fate is Fate.DROPPED:
        return ProposedColumn(header=header, field="", confidence=1.0, evidence=Evidence.VENDOR)
    if fate is not Fate.DOUBLED and (near := _similar(key, schema)):
        return _judged(header, near, Evidence.SIMILAR, shapes)
    (shape, count), *_ = shapes.most_common(1) or [(None, 0)]
    if shape in _SHAPES and count > shapes.total() / 2:
        return _judged(header, _SHAPES[shape], Evidence.CONTENT, shapes)
    return ProposedColumn(header=header, field="", confidence=0.0, evidence=Evidence.NOTHING)


def _similar(key: str, schema: Schema) -> str | None:
    """Give the field of a usual header that is nearly the same; none of consent: one letter may turn that around."""
    if not 4 <= len(key) <= _LONGEST:
        return None
    near = get_close_matches(key, _by_length(key), n=1, cutoff=_SIMILAR)
    field = GENERIC.columns[near[0]] if near else None
    return None if field is None or schema[field].kind is FieldKind.BOOLEAN else field


def _by_length(key: str) -> list[str]:
    """Give the usual headers that begin alike and are about as long; others are not similar enough."""
    return [alias for alias in GENERIC.columns if alias[0] == key[0] and abs(len(alias) - len(key)) <= len(key) // 3]


def _judged(header: str, field: str, evidence: Evidence, shapes: Counter[Shape | None]) -> ProposedColumn:
    """Weigh what a header says against what its cells look like."""
    seen = [(count, fits(field, shape)) for shape, count in shapes.items() if shape is not None]
    checked = sum(count for count, verdict in seen if verdict is not None)
    fitting = sum(count for count, verdict in seen if verdict) / checked if checked else None
    confidence = round(_BASE[evidence] * (1.0 if fitting is None else fitting), 2)
    return ProposedColumn(header=header, field=field, confidence=confidence, evidence=evidence, fitting=fitting)
