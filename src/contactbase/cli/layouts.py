"""`contactbase layouts`: the layouts that files are recognized by, one of them at length, or a draft for a file."""

from __future__ import annotations

import argparse
import difflib
import json
import sys

from contactbase.cli.say import Voice
from contactbase.errors import ContactBaseError
from contactbase.layouts.catalog import LAYOUTS
from contactbase.layouts.layout import Layout
from contactbase.layouts.orders.catalog import ORDER_LAYOUTS
from contactbase.model.text import Language
from contactbase.pipeline.layout_files import LayoutProposal, ProposedColumn, propose_layout
from contactbase.pipeline.order_proposals import RoleProposal, propose_roles

__all__ = ["run"]


def run(options: argparse.Namespace, voice: Voice) -> int:
    """Print the layouts, one layout, or a proposed one."""
    if options.propose is not None:
        return _propose(options, voice)
    if options.orders:
        width = max(map(len, ORDER_LAYOUTS))
        for known in ORDER_LAYOUTS.values():
            print(f"{known.name:<{width}}  {known.title.say(voice.language)}")
        return 0
    found = [_named(options.name, voice)] if options.name else list(LAYOUTS.values())
    if options.format == "json":
        print(json.dumps([_json(layout) for layout in found], ensure_ascii=False, indent=1))
    elif options.name:
        print(_page(found[0], voice))
    else:
        width = max(len(layout.name) for layout in found)
        for layout in found:
            print(f"{layout.name:<{width}}  {layout.title.say(voice.language)}")
    return 0


def _named(name: str, voice: Voice) -> Layout:
    if name not in LAYOUTS:
        near = difflib.get_close_matches(name, LAYOUTS, n=1, cutoff=0)
        raise ContactBaseError(voice.text("no-layout", layout=name, near=near[0]))
    return LAYOUTS[name]


def _propose(options: argparse.Namespace, voice: Voice) -> int:
    source = sys.stdin.buffer if options.propose == "-" else options.propose
    given = {"encoding": options.encoding, "delimiter": options.delimiter, "skip_rows": options.skip_rows}
    given["header"] = False if options.no_header else None
    known = {name: value for name, value in given.items() if value is not None}
    if options.orders:
        return _propose_roles(propose_roles(source, **known), options, voice)
    proposal = propose_layout(source, **known)
    if options.format == "json":
        print(json.dumps(_proposal_json(proposal, voice.language), ensure_ascii=False, indent=1))
    else:
        print(proposal.toml(voice.language), end="")
    certain = sum(column.certain for column in proposal.columns)
    voice.say("proposed", layout=proposal.layout, certain=certain, columns=len(proposal.columns))
    return 0


def _propose_roles(proposal: RoleProposal, options: argparse.Namespace, voice: Voice) -> int:
    if options.format == "json":
        columns = [_column_json(column) for column in proposal.columns]
        print(
            json.dumps(
                {"file": proposal.file, "layout": proposal.layout, "columns": columns}, ensure_ascii=False, indent=1
            )
        )
    else:
        width = max(len(column.header) for column in proposal.columns)
        for column in proposal.columns:
            print(f"{column.header:<{width}}  {column.field or '-':<12}  {column.confidence:.2f}")
        print(proposal.options())
    certain = sum(column.certain for column in proposal.columns)
    voice.say("proposed", layout=proposal.layout, certain=certain, columns=len(proposal.columns))
    return 0


def _page(layout: Layout, voice: Voice) -> str:
    lines = [f"{layout.name}: {layout.title.say(voice.language)}", ""]
    width = max(map(len, layout.columns), default=0)
    known = {**layout.columns, **layout.groups}
    lines += [f"{header:<{width}}  {field}" for header, field in sorted(known.items()) if field]
    beside = sorted(header for header, field in known.items() if not field)
    if beside:
        lines += ["", voice.text("layout-beside", headers=", ".join(beside))]
    if layout.constants:
        said = ", ".join(f"{field} = {word}" for field, word in layout.constants.items())
        lines += ["", voice.text("layout-constants", said=said)]
    lines += ["", *(f"[{citation}]" for citation in layout.sources)]
    if layout.unverified is not None:
        lines.append(voice.text("layout-unverified", words=layout.unverified.say(voice.language)))
    return "\n".join(lines).rstrip()


def _json(layout: Layout) -> dict[str, object]:
    unverified = layout.unverified
    return {
        "layout": layout.name,
        "title": {"en": layout.title.en, "fr": layout.title.fr},
        "recognized_by": [sorted(mark) for mark in layout.marks],
        "columns": dict(layout.columns),
        "groups": dict(layout.groups),
        "joined": {field: list(keys) for field, keys in layout.joined.items()},
        "codes": {field: dict(codes) for field, codes in layout.codes.items()},
        "constants": dict(layout.constants),
        "dropped": sorted(layout.dropped),
        "sources": [str(citation) for citation in layout.sources],
        "unverified": None if unverified is None else {"en": unverified.en, "fr": unverified.fr},
    }


def _proposal_json(proposal: LayoutProposal, language: Language) -> dict[str, object]:
    return {
        "file": proposal.file,
        "layout": proposal.layout,
        "columns": [_column_json(column) for column in proposal.columns],
        "toml": proposal.toml(language),
    }


def _column_json(column: ProposedColumn) -> dict[str, object]:
    return {
        "header": column.header,
        "field": column.field or None,
        "certain": column.certain,
        "confidence": column.confidence,
        "evidence": column.evidence.name.lower(),
        "fitting": column.fitting,
    }
