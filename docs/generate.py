"""Write the pages that come from the catalogues: one per code, layout, rule of a policy and field.

python docs/generate.py        writes them beside this file
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Final

from contactbase.layouts.catalog import LAYOUTS
from contactbase.layouts.generic import GENERIC
from contactbase.layouts.layout import Layout
from contactbase.layouts.orders.catalog import ORDER_LAYOUTS
from contactbase.layouts.orders.layout import OrderLayout
from contactbase.model.code import Code
from contactbase.model.codes.catalog import CATALOG
from contactbase.model.schema import SCHEMA, Field
from contactbase.model.text import Text
from contactbase.normalize.catalog import BY_FIELD
from contactbase.policy.catalog import POLICIES
from contactbase.policy.consent_rules import ConsentRule
from contactbase.policy.page import in_force, rule_values
from contactbase.policy.policy import Policy
from contactbase.policy.rule import Rule
from contactbase.policy.structure import kind_of
from contactbase.policy.words import NO_ADVICE


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
    return "\n".join(lines)


def field_row(field: Field) -> str:
    """Give one line of the table of fields."""
    values = ", ".join(f"`{value}`" for value in field.values) if field.values else ""
    return (
        f"| {_linked(field)} | {field.title.en} · {field.title.fr} | {field.kind} | {field.role} | {field.family} "
        f"| {', '.join(field.aliases)} | {values} |"
    )


def _linked(field: Field) -> str:
    """Give the name of a field, linked to its page where it has one."""
    return f"[`{field.name}`](fields/{field.name}.md)" if SCHEMA.get(field.name) is field else f"`{field.name}`"


def field_page(field: Field) -> str:
    """Give the page of one field: what it holds, which headers are read as it, how its cells are read, what is said."""
    lines = [f"# {field.name}", "", f"**{field.title.en}** · {field.title.fr}", ""]
    lines += [f"Holds: {field.kind} · role: {field.role} · family: {field.family}"]
    if field.values is not None:
        lines += ["", "Values: " + ", ".join(f"`{value}`" for value in field.values)]
    if field.aliases:
        lines += ["", "In French texts of the segment language: " + ", ".join(f"`{name}`" for name in field.aliases)]
    headers = sorted(header for header, name in GENERIC.columns.items() if name == field.name)
    if headers:
        lines += ["", "## Headers", "", "A column is read as this field under (case, accents, punctuation aside):", ""]
        lines += [", ".join(f"`{header}`" for header in headers)]
    normalizer = BY_FIELD.get(field.name)
    if normalizer is not None:
        manual = inspect.getdoc(sys.modules[normalizer.column.__module__]) or ""
        lines += ["", "## How a cell is read", "", *_manual(manual)]
        codes = [code for code in CATALOG.values() if code.family in _FAMILIES.get(normalizer.name, {normalizer.name})]
        lines += ["", "## What may be said", "", "| code | severity | title |", "|---|---|---|"] if codes else []
        lines += [f"| [{code.id}](../codes/{code.id}.md) | {code.severity} | {code.title.en} |" for code in codes]
    return "\n".join(lines) + "\n"


_FAMILIES: Final[Mapping[str, frozenset[str]]] = {
    **dict.fromkeys(("first_name", "last_name", "full_name", "title"), frozenset({"name", "text"})),
    **dict.fromkeys(("siren", "siret"), frozenset({"siren"})),
    **dict.fromkeys(("opt_in", "opt_out"), frozenset({"boolean", "consent"})),
    **dict.fromkeys(("relationship", "kind", "origin", "preferred_channel"), frozenset({"vocabulary"})),
    **{name: frozenset({name, "place"}) for name in ("address", "city", "country", "department", "postcode")},
    "labels": frozenset({"text"}),
    "number": frozenset({"amount"}),
    "socio_category": frozenset({"socio"}),
}
"""The families of codes of a normalizer, where they are not that of its name."""


def _manual(text: str) -> Iterator[str]:
    """Give the manual of a module as Markdown: its examples as code, what stands in single backticks as it is."""
    code = False
    for line in text.splitlines():
        starts = line.startswith(">>>")
        if starts and not code:
            yield "```pycon"
        elif code and not line.strip():
            yield "```"
        code = starts or (code and bool(line.strip()))
        yield line
    if code:
        yield "```"


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


def order_layout_page(layout: OrderLayout) -> str:
    """Give the page of one layout of orders or events: its columns, its words, where that is known from."""
    lines = [f"# {layout.name}", "", f"**{layout.title.en}** · {layout.title.fr}", ""]
    lines += [f"Name it: `--order-layout {layout.name}`. See [orders and events](../orders.md).", ""]
    lines += ["## Recognized by", "", *(f"- these headers together: {_headers(mark)}" for mark in layout.marks)]
    lines += [
        "",
        "## Columns",
        "",
        "Headers without case, accents and punctuation.",
        "",
        "| header | role |",
        "|---|---|",
    ]
    lines += [f"| {header} | `{role}` |" for header, role in sorted(layout.columns.items())]
    for title, words in (("Statuses", layout.statuses), ("Events", layout.kinds)):
        if words:
            lines += ["", f"## {title}", "", "| word | meaning |", "|---|---|"]
            lines += [f"| {word} | `{meaning}` |" for word, meaning in sorted(words.items())]
    if layout.sources:
        lines += ["", "## Where this is known from", "", *(f"- {citation}" for citation in layout.sources)]
    if layout.unverified is not None:
        lines += ["", f"**Not verified.** {layout.unverified.en}", "", f"**Non vérifié.** {layout.unverified.fr}"]
    return "\n".join(lines) + "\n"


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
    lines += ["", "## Orders and events", "", "Files that are [joined to contacts](../orders.md) by key.", ""]
    lines += ["| layout | file |", "|---|---|"]
    lines += [f"| [{each.name}]({each.name}.md) | {each.title.en} |" for each in ORDER_LAYOUTS.values()]
    return "\n".join(lines) + "\n"


def _reads(layout: Layout) -> str:
    consents = sorted({field for field in layout.columns.values() if field.startswith("opt_")} | set(layout.constants))
    return f"{len(set(layout.columns.values()) - {''})} fields" + (f", {', '.join(consents)}" if consents else "")


def rules() -> dict[str, Rule | ConsentRule]:
    """Give the rules of all policies by id."""
    return {rule.id: rule for policy in POLICIES.values() for rule in (*policy.rules, *policy.consent)}


def rule_page(rule: Rule | ConsentRule) -> str:
    """Give the page of one rule, in English and French."""
    values = "\n".join(f"| {name} | `{value}` |" for name, value in rule_values(rule))
    sources = "\n".join(f"- {citation}" for citation in rule.citations)
    held = ", ".join(policy.id for policy in POLICIES.values() if rule in (*policy.rules, *policy.consent))
    because = getattr(rule, "because", None)
    why = Text("", "") if because is None else Text(f"\n{because.en}\n", f"\n{because.fr}\n")
    about = f"{kind_of(rule)} · in force {in_force(rule.in_force)} · policies: {held}"
    return (
        f"# {rule.id}\n\n**{rule.title.en}** · {about}\n\n"
        f"{rule.text.en}\n{why.en}\n| | |\n|---|---|\n{values}\n\n**Sources**\n\n{sources}\n\n{NO_ADVICE.en}\n\n"
        f"## En français\n\n**{rule.title.fr}**\n\n{rule.text.fr}\n{why.fr}\n{NO_ADVICE.fr}\n"
    )


def policy_lines(policy: Policy) -> Iterator[str]:
    """Give the part of the list of rules that is about one policy."""
    yield from (f"## {policy.id}", "", f"{policy.title.en} · {policy.title.fr} · version {policy.version}", "")
    yield from ("| rule | kind | title |", "|---|---|---|")
    yield from (
        f"| [{rule.id}]({rule.id}.md) | {kind_of(rule)} | {rule.title.en} |"
        for rule in (*policy.rules, *policy.consent)
    )
    yield from ("", "What it does not know:", "")
    yield from (f"- {text.en}" for text in (*policy.unknown, *policy.consent.unknown))
    yield ""


def policy_index() -> str:
    """Give the list of all policies and of their rules."""
    lines = ["# Policies and their rules", "", "Presets that their user answers for. This is no legal advice.", ""]
    for policy in POLICIES.values():
        lines += policy_lines(policy)
    return "\n".join(lines)


def pages() -> Iterator[tuple[str, str]]:
    """Give every generated page: its path under the documentation and its text."""
    yield "codes/index.md", code_index()
    for code in CATALOG.values():
        yield f"codes/{code.id}.md", _leaf(code_page(code), "[All codes](index.md)")
    yield "policies/index.md", policy_index()
    for rule in rules().values():
        yield f"policies/{rule.id}.md", _leaf(rule_page(rule), "[All policies and rules](index.md)")
    yield "fields.md", fields_page()
    for field in SCHEMA.fields:
        yield f"fields/{field.name}.md", _leaf(field_page(field), "[All fields](../fields.md)")
    yield "layouts/index.md", layouts_page()
    for layout in LAYOUTS.values():
        yield f"layouts/{layout.name}.md", _leaf(layout_page(layout), "[All layouts](index.md)")
    for orders in ORDER_LAYOUTS.values():
        yield f"layouts/{orders.name}.md", _leaf(order_layout_page(orders), "[All layouts](index.md)")


def _leaf(text: str, up: str) -> str:
    """Give a page that its list links to, and that links back.

    It stands in no table of contents: some eight hundred of them in the sidebar of every page would make the building
    of the pages ten times as long, and each page as large as a book.
    """
    return f"---\norphan: true\n---\n\n{text}\n{up}\n"


def write(folder: Path) -> int:
    """Write the pages whose text differs, remove those of what is gone; give how many there are."""
    made = dict(pages())
    for old in folder.glob("*/*.md"):
        kind = old.parent.name
        if kind in {"codes", "policies", "fields", "layouts"} and f"{kind}/{old.name}" not in made:
            old.unlink()
    for name, text in made.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
    return len(made)


if __name__ == "__main__":
    sys.stdout.write(f"{write(Path(__file__).resolve().parent)} pages\n")
