"""Write the pages that come from the catalogues: one per code, one per layout, one of the fields.

python docs/generate.py        writes them beside this file
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from contactbase.layouts.catalog import LAYOUTS
from contactbase.layouts.layout import Layout
from contactbase.model.code import Code
from contactbase.model.codes.catalog import CATALOG
from contactbase.model.schema import SCHEMA, Field


def code_page(code: Code) -> str:
    """Give the page of one code, in English and French."""
    cited = f"\n**Source:** {code.citation}\n" if code.citation else ""
    example = f"\n**Example of a cell:** `{code.example}`\n" if code.example.strip() else ""
    return (
        f"# {code.id}\n\n**{code.title.en}** · severity: {code.severity}\n\n> {code.message.en}\n\n"
        f"**Why it matters.** {code.why.en}\n\n**What to do.** {code.remedy.en}\n{example}{cited}\n"
        f"## En français\n\n**{code.title.fr}**\n\n> {code.message.fr}\n\n"
        f"**Pourquoi.** {code.why.fr}\n\n**Que faire.** {code.remedy.fr}\n"
    )


def code_index() -> str:
    """Give the list of all codes by family."""
    lines = ["# Codes", "", f"{len(CATALOG)} codes; each says what is wrong, why it matters and what to do.", ""]
    for family, codes in groupby(CATALOG.values(), key=lambda code: code.family):
        lines += [f"## {family}", "", "| code | severity | title |", "|---|---|---|"]
        lines += [f"| [{code.id}]({code.id}.md) | {code.severity} | {code.title.en} |" for code in codes]
        lines.append("")
    lines += ["```{toctree}", ":hidden:", "", *CATALOG, "```", ""]
    return "\n".join(lines)


def field_row(field: Field) -> str:
    """Give one line of the table of fields."""
    values = ", ".join(f"`{value}`" for value in field.values) if field.values else ""
    return (
        f"| `{field.name}` | {field.title.en} · {field.title.fr} | {field.kind} | {field.role} | {field.family} "
        f"| {', '.join(field.aliases)} | {values} |"
    )


def fields_page() -> str:
    """Give the table of fields and of the tables beside them."""
    head = ["| name | title | holds | role | family | French aliases | values |", "|---|---|---|---|---|---|---|"]
    lines = ["# Fields", "", "Every field of a contact, from the one table in `contactbase.schema`.", "", *head]
    lines += map(field_row, SCHEMA.fields)
    for table in SCHEMA.tables:
        lines += ["", f"## {table.name}", "", f"{table.title.en} · {table.title.fr}", "", *head]
        lines += map(field_row, table.fields)
    return "\n".join(lines) + "\n"


def layout_page(layout: Layout) -> str:
    """Give the page of one layout: how it is recognized, what it maps, where that is known from."""
    lines = [f"# {layout.name}", "", f"**{layout.title.en}** · {layout.title.fr}", ""]
    lines += [f"Name it: `--layout {layout.name}`.", "", "## Recognized by", ""]
    lines += [f"- these headers together: {_headers(mark)}" for mark in layout.marks]
    lines += [f"- `{word}` in the file's name, and {_headers(mark)}" for word, mark in layout.named]
    if not layout.marks and not layout.named:
        lines.append("Its name only: no header tells it from other files.")
    known = {**layout.columns, **layout.groups}
    lines += ["", "## Columns", "", "Headers without case, accents and punctuation; `#` is any number.", ""]
    lines += ["| header | field |", "|---|---|"]
    lines += [f"| {header} | `{field}` |" for header, field in sorted(known.items()) if field]
    lines += [f"| {' + '.join(keys)} | `{field}` |" for field, keys in layout.joined.items()]
    beside = sorted(header for header, field in known.items() if not field)
    if beside:
        lines += ["", f"Known and kept beside, unread: {', '.join(f'`{header}`' for header in beside)}."]
    if layout.dropped:
        lines += ["", f"Never kept: {', '.join(f'`{header}`' for header in sorted(layout.dropped))}."]
    lines += [*_meanings(layout), *_written(layout)]
    return "\n".join(lines) + "\n"


def _meanings(layout: Layout) -> Iterator[str]:
    """Give what a layout knows beside its columns, and how surely."""
    for field, codes in layout.codes.items():
        meant = ", ".join(f"`{code}` is {word or 'unknown'}" for code, word in codes.items())
        yield from ("", f"Codes of `{field}`: {meant}.")
    for field, word in layout.constants.items():
        yield from ("", f"Every row of the file says: `{field}` is {word}.")
    if layout.sources:
        yield from ("", "## Where this is known from", "", *(f"- {citation}" for citation in layout.sources))
    if layout.unverified is not None:
        yield from ("", f"**Not verified.** {layout.unverified.en}", "", f"**Non vérifié.** {layout.unverified.fr}")


def _written(layout: Layout) -> Iterator[str]:
    """Give the columns that are written for the vendor, where there are any."""
    if layout.export is not None:
        yield from ("", "## Written", "", "| header | what stands there |", "|---|---|")
        yield from (f"| {header} | {what and f'`{what}`'} |" for header, what in layout.export.columns)


def _headers(mark: frozenset[str]) -> str:
    return ", ".join(f"`{header}`" for header in sorted(mark))


def layouts_page() -> str:
    """Give the list of layouts, in the order in which they are tried."""
    lines = [
        "# Layouts",
        "",
        "Vendors whose exports are recognized by their headers, in the order in which they are tried.",
    ]
    lines += ["How to choose one, or to write one's own: [files of vendors](../vendor-files.md).", ""]
    lines += ["| layout | file | reads |", "|---|---|---|"]
    lines += [f"| [{each.name}]({each.name}.md) | {each.title.en} | {_reads(each)} |" for each in LAYOUTS.values()]
    lines += ["", "```{toctree}", ":hidden:", "", *LAYOUTS, "```", ""]
    return "\n".join(lines)


def _reads(layout: Layout) -> str:
    consents = sorted({field for field in layout.columns.values() if field.startswith("opt_")} | set(layout.constants))
    return f"{len(set(layout.columns.values()) - {''})} fields" + (f", {', '.join(consents)}" if consents else "")


def pages() -> Iterator[tuple[str, str]]:
    """Give every generated page: its path under the documentation and its text."""
    yield "codes/index.md", code_index()
    for code in CATALOG.values():
        yield f"codes/{code.id}.md", code_page(code)
    yield "fields.md", fields_page()
    yield "layouts/index.md", layouts_page()
    for layout in LAYOUTS.values():
        yield f"layouts/{layout.name}.md", layout_page(layout)


def write(folder: Path) -> int:
    """Write the pages whose text differs, remove those of what is gone; give how many there are."""
    made = dict(pages())
    for family in ("codes", "layouts"):
        for old in (folder / family).glob("*.md"):
            if f"{family}/{old.name}" not in made:
                old.unlink()
    for name, text in made.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
    return len(made)


if __name__ == "__main__":
    sys.stdout.write(f"{write(Path(__file__).resolve().parent)} pages\n")
