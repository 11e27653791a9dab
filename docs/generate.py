"""Write the pages that come from the catalogues: one per code, one per field, one of the layouts and of the rules.

python docs/generate.py        writes them beside this file
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from contactbase.layouts.catalog import LAYOUTS
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


def layouts_page() -> str:
    """Give the list of layouts and what each maps."""
    lines = ["# Layouts", "", "Vendors whose exports are recognized by their headers.", ""]
    for layout in LAYOUTS.values():
        lines += [f"## {layout.name}", "", f"{layout.title.en} · {layout.title.fr}", ""]
        lines += ["| header | field |", "|---|---|"]
        lines += [f"| {header} | `{field}` |" for header, field in sorted(layout.columns.items()) if field]
        lines.append("")
    return "\n".join(lines)


def pages() -> Iterator[tuple[str, str]]:
    """Give every generated page: its path under the documentation and its text."""
    yield "codes/index.md", code_index()
    for code in CATALOG.values():
        yield f"codes/{code.id}.md", code_page(code)
    yield "fields.md", fields_page()
    yield "layouts.md", layouts_page()


def write(folder: Path) -> int:
    """Write the pages whose text differs, remove those of codes that are gone; give how many there are."""
    made = dict(pages())
    for old in (folder / "codes").glob("*.md"):
        if f"codes/{old.name}" not in made:
            old.unlink()
    for name, text in made.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
    return len(made)


if __name__ == "__main__":
    sys.stdout.write(f"{write(Path(__file__).resolve().parent)} pages\n")
