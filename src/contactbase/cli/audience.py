"""`contactbase audience`: whom a campaign may reach, who waits, who is left out and why."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator

from contactbase.adapters.atomic import write_bytes
from contactbase.campaign.audience.audience import WHOLE_BASE, Audience, audience
from contactbase.campaign.audience.comparison import simulate
from contactbase.campaign.audience.tested import Tested
from contactbase.campaign.frequency import at_most
from contactbase.cli.base import base_of
from contactbase.cli.output import write_text
from contactbase.cli.privacy_options import list_of
from contactbase.cli.say import Voice
from contactbase.errors import ContactBaseError, SegmentError, WriteError
from contactbase.model.enums import Channel, Purpose
from contactbase.pipeline.policies import policy_of
from contactbase.pipeline.writing import contacts_as_text, kept_columns, write
from contactbase.policy.offer import Offer
from contactbase.policy.sending import CapRule
from contactbase.policy.words import NO_ADVICE
from contactbase.segment.days import local_day
from contactbase.segment.diagnostics import Diagnostic, render
from contactbase.segment.segment import Segment

__all__ = ["run"]


def run(options: argparse.Namespace, voice: Voice) -> int:
    """Judge the base, say the funnel, write who may be reached."""
    try:
        found = _audience(options, voice)
    except SegmentError as error:
        raise ContactBaseError(voice.text("no-segment") + "\n" + _shown(error, options, voice)) from error
    if options.why is not None:
        _why(found, options, voice)
        return 0
    _say_tests(found, options, voice)
    _write(found, options, voice)
    _say(found, options, voice)
    voice.warn(NO_ADVICE.say(voice.language))
    return 0


def _audience(options: argparse.Namespace, voice: Voice) -> Audience:
    policy = policy_of(options.policy)
    segment = WHOLE_BASE if options.whole_base else Segment("audience", options.segment)
    stops = None if options.suppression is None else list_of(options.suppression, options, voice)
    options.as_of = options.as_of or local_day(options.at, policy.zone)
    base = base_of(options, voice)
    return audience(
        base,
        segment=segment,
        channel=Channel(options.channel),
        purpose=Purpose(options.purpose),
        policy=policy,
        suppression=stops,
        at=options.at,
        offer=Offer(
            controller=options.controller,
            brand=options.brand,
            categories=frozenset(options.category),
            for_profession=options.about_work,
        ),
        sector=options.sector,
        countries=None if options.countries is None else options.countries.split(","),
        caps=_caps(options.cap),
        household_caps=_caps(options.household_cap),
        text=options.text,
        price=options.price,
        currency=options.currency,
    )


def _caps(given: tuple[int, int] | None) -> tuple[CapRule, ...]:
    return () if given is None else (at_most(given[0], days=given[1]),)


def _shown(error: SegmentError, options: argparse.Namespace, voice: Voice) -> str:
    found = [one for one in error.diagnostics if isinstance(one, Diagnostic)]
    return render(found, options.segment or "", voice.language) if found else str(error)


def _why(found: Audience, options: argparse.Namespace, voice: Voice) -> None:
    if options.why not in found.base:
        raise ContactBaseError(voice.text("no-contact", contact=repr(options.why)))
    said = found.why(options.why)
    if options.format == "json":
        print(json.dumps(said.to_json(voice.language), ensure_ascii=False, indent=1))
    else:
        print(said.say(voice.language))


def _say_tests(found: Audience, options: argparse.Namespace, voice: Voice) -> None:
    """Hold the audience back where a test is required and there is none; else say that there is none."""
    channel, tests = found.campaign.channel, []
    if options.tested is not None and options.text is not None:
        tests.append(Tested.of(options.text, channel=channel, at=options.tested))
    elif options.tested is not None:
        tests.append(Tested(channel=channel, at=options.tested))
    try:
        found.released(tests)
    except ContactBaseError:
        if options.require_test:
            raise
        voice.say("audience-untested")


def _write(found: Audience, options: argparse.Namespace, voice: Voice) -> None:
    if options.out == "-":
        contacts = found.eligible.values()
        write_text(contacts_as_text(contacts, csv=options.csv, kept=kept_columns(contacts)))
    elif options.out is not None:
        for lost in write(found.eligible, options.out, csv=options.csv).findings:
            voice.warn(lost.say(voice.language))
        voice.say("selected", count=len(found.eligible), path=options.out)
    if options.reasons is not None:
        write_bytes(options.reasons, (line.encode("utf-8", "backslashreplace") for line in _reasons(found, voice)))
    if options.chart is not None:
        write_bytes(options.chart, [_chart(found, options.chart, voice).encode()])


def _reasons(found: Audience, voice: Voice) -> Iterator[str]:
    """Give one line of JSON for each contact of the segment; an id is all that it says of the person."""
    for contact_id in found.selected:
        reasons = found.reasons.get(contact_id, ())
        fate = "eligible" if not reasons else "deferred" if reasons[0].stage.defers else "excluded"
        told = [reason.to_json(voice.language) for reason in reasons]
        yield json.dumps({"id": contact_id, "fate": fate, "reasons": told}, ensure_ascii=False) + "\n"


def _chart(found: Audience, path: str, voice: Voice) -> str:
    if path.lower().endswith(".svg"):
        return found.funnel.to_svg(voice.language)
    if path.lower().endswith((".html", ".htm")):
        return f'<!doctype html><meta charset="utf-8">{found.funnel.to_html(voice.language)}'
    raise WriteError(f"{path} is no name of a drawing. End it in .svg or .html.")


def _say(found: Audience, options: argparse.Namespace, voice: Voice) -> None:
    """Print the funnel, where contacts go to standard output on standard error."""
    output = sys.stderr if options.out == "-" else sys.stdout
    schedule = None if options.per_hour is None else found.schedule(per_hour=options.per_hour)
    ends = None if schedule is None or schedule.end is None else schedule.end.isoformat()
    compared = None if options.compare is None else simulate(found, found.campaign.policy, policy_of(options.compare))
    if options.format == "json":
        said = {"funnel": found.funnel.to_json(voice.language), "policy": str(found.campaign.policy), "ends": ends}
        said |= {} if compared is None else {"compared": compared.to_json(voice.language)}
        print(json.dumps(said, ensure_ascii=False, indent=1), file=output)
        return
    print(found.funnel.say(voice.language), file=output)
    if schedule is not None:
        print(voice.text("audience-ends", end=ends or "-", left=schedule.left), file=output)
    if compared is not None:
        print(compared.say(voice.language), file=output)
