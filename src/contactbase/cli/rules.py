"""`contactbase rules`: the catalogue of codes and the rules of the policies, or one of them at length."""

from __future__ import annotations

import argparse
import difflib
import json

from contactbase.cli.say import Voice
from contactbase.errors import ContactBaseError
from contactbase.model.code import Code
from contactbase.model.codes.catalog import CATALOG
from contactbase.model.text import Language
from contactbase.policy.catalog import POLICIES
from contactbase.policy.consent_rules import ConsentRule
from contactbase.policy.page import rule_lines
from contactbase.policy.policy import Policy
from contactbase.policy.rule import Rule
from contactbase.policy.structure import kind_of, plain

__all__ = ["run"]


def run(options: argparse.Namespace, voice: Voice) -> int:
    """Print one code or rule, a family of codes, a policy, or all codes."""
    wanted = options.code
    if wanted in POLICIES or wanted == _ALL_RULES:
        _print_rules(_rules(wanted), options, voice)
    elif wanted in _rules(_ALL_RULES):
        _print_rules({wanted: _rules(_ALL_RULES)[wanted]}, options, voice, whole=True)
    else:
        _print_codes(_chosen(wanted, voice), options, voice)
    return 0


_ALL_RULES = "policies"
"""What asks for the rules of all policies."""


def _rules(wanted: str) -> dict[str, Rule | ConsentRule]:
    """Give the rules of one policy, or of all, by id."""
    policies = POLICIES.values() if wanted == _ALL_RULES else [POLICIES[wanted]]
    return {rule.id: rule for policy in policies for rule in (*policy.rules, *policy.consent)}


def _print_rules(
    rules: dict[str, Rule | ConsentRule], options: argparse.Namespace, voice: Voice, *, whole: bool = False
) -> None:
    if options.format == "json":
        found = [plain(rule) | {"policies": _policies_of(rule_id)} for rule_id, rule in rules.items()]
        print(json.dumps(found, ensure_ascii=False, indent=1, default=str))
    elif whole:
        for rule in rules.values():
            print("\n".join(rule_lines(rule, _policies_of(rule.id), voice.language)))
    else:
        width = max(map(len, rules))
        for rule in rules.values():
            print(f"{rule.id:<{width}}  {kind_of(rule):<11}  {rule.title.say(voice.language)}")
        _unknown(POLICIES.get(options.code), voice)


def _unknown(policy: Policy | None, voice: Voice) -> None:
    """Say what a policy does not know."""
    for text in () if policy is None else (*policy.unknown, *policy.consent.unknown):
        voice.warn(f"? {text.say(voice.language)}")


def _policies_of(rule_id: str) -> list[str]:
    return [
        policy.id
        for policy in POLICIES.values()
        if any(rule.id == rule_id for rule in (*policy.rules, *policy.consent))
    ]


def _print_codes(codes: list[Code], options: argparse.Namespace, voice: Voice) -> None:
    if options.format == "json":
        print(json.dumps([_json(code) for code in codes], ensure_ascii=False, indent=1))
    elif options.code in CATALOG:
        print(_page(codes[0], voice.language))
    else:
        width = max(len(code.id) for code in codes)
        for code in codes:
            print(f"{code.id:<{width}}  {code.severity:<7}  {code.title.say(voice.language)}")


def _chosen(wanted: str | None, voice: Voice) -> list[Code]:
    if wanted is None:
        return list(CATALOG.values())
    codes = [code for code in CATALOG.values() if wanted in (code.id, code.family)]
    if not codes:
        known = [*CATALOG, *{code.family for code in CATALOG.values()}, *POLICIES, *_rules(_ALL_RULES)]
        near = difflib.get_close_matches(wanted, known, n=1, cutoff=0)
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
