"""`contactbase results`: what a campaign taught, from the events of a base and the reports of a provider."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from typing import Final

from contactbase.adapters.catalog import open_table
from contactbase.campaign.attach import attach
from contactbase.campaign.delivery_report import read_reports
from contactbase.cli.base import base_of
from contactbase.cli.output import give
from contactbase.cli.reading import as_of, region
from contactbase.cli.say import Voice
from contactbase.errors import ContactBaseError
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import Severity
from contactbase.model.journal import Journal
from contactbase.model.text import Language
from contactbase.normalize.lookup import ContactIndex
from contactbase.reporting.results.campaign import campaign_results, campaigns_in
from contactbase.reporting.results.growth import growth
from contactbase.reporting.results.results import CampaignResults
from contactbase.reporting.results.tally import Measure
from contactbase.segment.money import CURRENCIES, minor_units
from contactbase.segment.segment import Segment

__all__ = ["run"]


def run(options: argparse.Namespace, voice: Voice) -> int:
    """Print the results of a campaign, the growth of a base, or the campaigns there are; 1 when there is nobody."""
    if options.growth is not None and options.campaign is not None:
        raise ContactBaseError(voice.text("one-action", options="--campaign, --growth"))
    if options.campaign is None and (options.report or options.format in {"html", "svg"}):
        raise ContactBaseError(voice.text("results-campaign"))
    if options.currency not in CURRENCIES:
        raise ContactBaseError(voice.text("results-currency", currency=repr(options.currency)))
    base = base_of(options, voice)
    if options.growth is not None:
        found = growth(base, since=options.growth, as_of=as_of(options))
        give(
            json.dumps(found.to_json(), indent=1) if options.format == "json" else found.say(voice.language),
            options.out,
        )
        return 0
    if options.campaign is None:
        return _list(base, options, voice)
    results = _results(_with_reports(base, options, voice), options, voice)
    give(_FORMATS[options.format](results, voice.language), options.out)
    return int(not results.whole.count(Measure.SENT))


def _list(base: ContactBase, options: argparse.Namespace, voice: Voice) -> int:
    """Print the campaigns that the events speak of, the latest first."""
    keys = campaigns_in(base)
    if options.format == "json":
        rows = [{"campaign": key.campaign, "channel": key.channel, "first": key.first} for key in keys]
        give(json.dumps(rows, ensure_ascii=False, default=str), options.out)
    elif keys:
        give("\n".join(f"{key.first or '-'}\t{key.channel}\t{key.campaign}" for key in keys), options.out)
    if not keys:
        voice.say("results-none")
    return int(not keys)


def _with_reports(base: ContactBase, options: argparse.Namespace, voice: Voice) -> ContactBase:
    """Give the base with the events of the reports; say what could not be read or found."""
    for path in options.report:
        table, journal = open_table(path)
        rows = (dict(zip(table.columns, row.cells, strict=True)) for row in table.rows())
        reported, read = read_reports(
            rows, channel=options.channel, campaign=options.campaign, region=region(options), file=table.file
        )
        base, attached = attach(base, reported)
        for found in (journal, read, attached):
            _warn(found, voice)
    return base


def _warn(journal: Journal, voice: Voice) -> None:
    for found in (each for each in journal.findings if each.severity is not Severity.INFO):
        where = f"{found.source}: " if found.source is not None else ""
        voice.warn(f"{where}{found.code}: {found.say(voice.language)}")


def _results(base: ContactBase, options: argparse.Namespace, voice: Voice) -> CampaignResults:
    cost = None if options.cost is None else minor_units(options.cost, options.currency)
    if options.cost is not None and cost is None:
        raise ContactBaseError(voice.text("results-cost", cost=options.cost, currency=options.currency))
    return campaign_results(
        base,
        campaign=options.campaign,
        channel=options.channel,
        as_of=as_of(options),
        groups={name: Segment(name, text) for name, text in options.segment},
        actions=dict(options.action),
        testers=_testers(base, options, voice),
        within_days=options.within_days,
        currency=options.currency,
        cost=cost,
    )


def _testers(base: ContactBase, options: argparse.Namespace, voice: Voice) -> frozenset[str]:
    """Give the ids of the testers, named by id or address; an unknown one is an error, because it would be counted."""
    index = ContactIndex.of(base) if options.tester else None
    found: set[str] = set()
    for place, text in enumerate(options.tester, 1):
        ids = [contact.id for contact in index.find(text, region=region(options))] if index is not None else []
        if not ids:
            raise ContactBaseError(voice.text("results-tester", place=place))
        found.update(ids)
    return frozenset(found)


def _json(results: CampaignResults, _language: Language) -> str:
    return json.dumps(results.to_json(), ensure_ascii=False, indent=1)


_FORMATS: Final[dict[str, Callable[[CampaignResults, Language], str]]] = {
    "text": CampaignResults.say,
    "json": _json,
    "html": CampaignResults.to_html,
    "svg": CampaignResults.to_svg,
}
