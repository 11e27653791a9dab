"""`contactbase rules`: the catalogue of codes, or one of them at length."""

from __future__ import annotations

import argparse
import difflib
import json

from contactbase.cli.say import Voice
from contactbase.errors import ContactBaseError
from contactbase.model.code import Code
from contactbase.model.codes.catalog import CATALOG
from contactbase.model.text import Language

__all__ = ["run"]


def run(options: argparse.Namespace, voice: Voice) -> int:
    """Print one code, a family of codes, or all."""
    codes = _chosen(options.code, voice)
    if options.format == "json":
        print(json.dumps([_json(code) for code in codes], ensure_ascii=False, indent=1))
    elif options.code in CATALOG:
        print(_page(codes[0], voice.language))
    else:
        width = max(len(code.id) for code in codes)
        for code in codes:
            print(f"{code.id:<{width}}  {code.severity:<7}  {code.title.say(voice.language)}")
    return 0


def _chosen(wanted: str | None, voice: Voice) -> list[Code]:
    if wanted is None:
        return list(CATALOG.values())
    codes = [code for code in CATALOG.values() if wanted in (code.id, code.family)]
    if not codes:
        near = difflib.get_close_matches(wanted, [*CATALOG, *{code.family for code in CATALOG.values()}], n=1, cutoff=0)
        raise ContactBaseError(voice.text("no-code", code=wanted, near=near[0]))
    return codes


def _page(code: Code, language: Language) -> str:
    lines = [
        f"{code.id} ({code.severity})",
        code.title.say(language),
        "",
        code.message.say(language),
        code.why.say(language),
        f"→ {code.remedy.say(language)}",
    ]
    if code.example.strip():
        lines.append(f"   {code.example!r}")
    if code.citation is not None:
        lines.append(f"   {code.citation}")
    return "\n".join(lines)


def _json(code: Code) -> dict[str, object]:
    texts = {
        name: {"en": text.en, "fr": text.fr}
        for name, text in (("title", code.title), ("message", code.message), ("why", code.why), ("remedy", code.remedy))
    }
    return {
        "code": code.id,
        "severity": code.severity,
        "example": code.example,
        "source": str(code.citation) if code.citation else None,
        **texts,
    }
