"""`contactbase retain`: what is due by a policy, what will be, and doing it after a review."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from contactbase.adapters.atomic import write_bytes
from contactbase.cli.base import base_of
from contactbase.cli.progress import progress_of
from contactbase.cli.reading import as_of, reading
from contactbase.cli.say import Voice
from contactbase.errors import ContactBaseError, ReadError
from contactbase.model.contact_base import ContactBase
from contactbase.model.entry_json import entry_to_json
from contactbase.pipeline.erasure import archive_lines, confirm_folder
from contactbase.pipeline.main_job import run as main_job
from contactbase.pipeline.policies import policy_of
from contactbase.policy.explain import explain
from contactbase.policy.plan_text import plan_from_json, plan_to_json
from contactbase.policy.policy import Policy
from contactbase.policy.retain import RetentionPlan, retain
from contactbase.policy.upcoming import upcoming
from contactbase.policy.words import ACTIONS, NO_ADVICE

__all__ = ["run"]


def run(options: argparse.Namespace, voice: Voice) -> int:
    """List, explain or act on what is due."""
    if options.confirm:
        return _confirm(options, voice)
    policy = policy_of(options.policy)
    if options.enact:
        return _enact(policy, options, voice)
    base = base_of(options, voice)
    if options.explain is not None:
        _explain(base, policy, options, voice)
    elif options.upcoming:
        _upcoming(base, policy, options, voice)
    else:
        _list(retain(base, policy, as_of=as_of(options)), options, voice)
    return 0


def _list(plan: RetentionPlan, options: argparse.Namespace, voice: Voice) -> None:
    """Print the decisions, and write the plan where that was asked for."""
    if options.format == "json":
        print(json.dumps([entry_to_json(decision) for decision in plan.decisions], ensure_ascii=False, indent=1))
    else:
        for decision in plan.decisions:
            due = "" if decision.due_on is None else decision.due_on.isoformat()
            print(f"{decision.contact}\t{decision.action}\t{due}\t{decision.rule}\t{decision.code}")
    for action, count in plan.counts.items():
        voice.say("retention-count", count=count, action=ACTIONS[action].say(voice.language))
    voice.warn(NO_ADVICE.say(voice.language))
    if options.plan is not None and not options.dry_run:
        write_bytes(options.plan, [plan_to_json(plan).encode("utf-8", "backslashreplace")])
        voice.say("retention-plan", path=options.plan)


def _explain(base: ContactBase, policy: Policy, options: argparse.Namespace, voice: Voice) -> None:
    if options.explain not in base:
        raise ContactBaseError(voice.text("no-contact", contact=repr(options.explain)))
    print(explain(base[options.explain], policy, as_of=as_of(options)).say(voice.language))


def _upcoming(base: ContactBase, policy: Policy, options: argparse.Namespace, voice: Voice) -> None:
    found = upcoming(base, policy, as_of=as_of(options), months=options.months)
    if options.format == "text":
        print(found.say(voice.language))
        return
    lines = [
        {
            "contact": each.contact,
            "rule": each.rule,
            "due_on": each.due_on.isoformat(),
            "ask_from": None if each.ask_from is None else each.ask_from.isoformat(),
        }
        for each in found.deadlines
    ]
    print(json.dumps(lines, ensure_ascii=False, indent=1))


def _enact(policy: Policy, options: argparse.Namespace, voice: Voice) -> int:
    """Act on what is due, or on a reviewed plan, and write what stays."""
    if options.out is None and not options.dry_run:
        raise ContactBaseError(voice.text("retention-out"))
    plan = None if options.plan is None else plan_from_json(_text(options.plan), policy)
    with progress_of(options, voice) as progress:
        result = main_job(
            sys.stdin.buffer if options.file == "-" else options.file,
            out=None if options.dry_run else options.out,
            as_of=as_of(options) if plan is None else plan.as_of,
            policy=policy,
            enact=True,
            plan=plan,
            progress=progress,
            language=voice.language,
            **reading(options),
        )
    counts = result.summary
    voice.say("accounting", **{name: counts[name] for name in _ACCOUNTING})
    if options.dry_run:
        voice.say("dry")
        return 0
    if options.archive is not None:
        lines = archive_lines(result.archived)
        write_bytes(options.archive, (line.encode("utf-8", "backslashreplace") for line in lines))
        voice.say("retention-archive", count=len(result.archived), path=options.archive)
    elif result.archived:
        voice.say("retention-no-archive", count=len(result.archived))
    voice.say("written", folder=result.out)
    return 0


_ACCOUNTING = ("rows_read", "contacts", "merged_away", "removed", "rejected")


def _confirm(options: argparse.Namespace, voice: Voice) -> int:
    if options.dry_run:
        voice.say("dry")
        return 0
    voice.say("retention-confirmed", count=confirm_folder(options.file, on=as_of(options)))
    return 0


def _text(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ReadError(f"{path} is no readable retention plan.") from error
