"""`run`: the main job, from dirty files to a folder that can be trusted.

Records stream through: read, understood, noted, forgotten. What grows with the file is the contacts that are kept,
never the journal. The result folder appears whole or not at all.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from os import PathLike
from pathlib import Path
from typing import Any, Final

import attrs

from contactbase.joining.index import BY
from contactbase.joining.join import absorbed_ids, join_into
from contactbase.joining.keyed import KeyedEvents
from contactbase.layouts.layout import Layout
from contactbase.matching.closest import closest_calls
from contactbase.matching.match import match
from contactbase.matching.merge import merge_into
from contactbase.matching.model import Model
from contactbase.matching.verdicts import NO_VERDICTS, Verdicts
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import Severity
from contactbase.model.journal import Decision, Entry, Finding, Merge, Outcome, RetentionAction
from contactbase.model.record import Records
from contactbase.model.schema import SCHEMA, Schema
from contactbase.model.text import Language
from contactbase.normalize.clean import clean_into
from contactbase.normalize.communes import CommuneTable
from contactbase.pipeline.event_files import absorbed_in
from contactbase.pipeline.parallel import Cleaned, clean_in_parallel
from contactbase.pipeline.reading import Source, read
from contactbase.pipeline.result_folder import ResultFolder, result_folder
from contactbase.pipeline.verdict_files import verdicts_on
from contactbase.pipeline.versions import versions
from contactbase.policy.catalog import FR
from contactbase.policy.enact import enact_into
from contactbase.policy.policy import Policy
from contactbase.policy.retain import RetentionPlan, refuse_silence, retain, retain_into
from contactbase.reporting.figures import FigureCounter
from contactbase.reporting.hygiene import Figures
from contactbase.reporting.summary import summary

__all__ = ["Progress", "RunResult", "run"]

Progress = Callable[[str, int], object]
"""Called with the step's name and how many rows or contacts are done, now and then."""

_EVERY: Final = 500


@attrs.frozen(kw_only=True)
class RunResult:
    """What the main job gives: the base, the figures behind the report, and the folder (None: nothing was written).

    `archived` are the enacted decisions that move somebody to the restricted archive (`pipeline.erasure` writes it).
    `joined` has one finding for each file of orders: how many rows found their contact. `cautions` are the warnings
    about whole files of orders, and about orders that were read as contacts.
    """

    base: ContactBase
    figures: Figures = attrs.field(repr=False)
    out: Path | None = None
    archived: tuple[Decision, ...] = attrs.field(default=(), repr=False)
    joined: tuple[Finding, ...] = ()
    cautions: tuple[Finding, ...] = ()

    @property
    def summary(self) -> dict[str, Any]:
        """The accounting as in `summary.json`."""
        return summary(self.figures)


def run(  # noqa: PLR0913 - the options of the main job
    *sources: Source,
    out: str | PathLike[str] | None = None,
    as_of: dt.date,
    region: str = "FR",
    layout: str | Layout | None = None,
    columns: Mapping[str, str] | None = None,
    schema: Schema = SCHEMA,
    policy: Policy = FR,
    enact: bool = False,
    plan: RetentionPlan | None = None,
    communes: CommuneTable | None = None,
    model: Model | None = None,
    verdicts: Verdicts = NO_VERDICTS,
    orders: Sequence[Outcome[KeyedEvents]] = (),
    by: Sequence[str] = BY,
    csv: str = "plain",
    workers: int = 1,
    progress: Progress | None = None,
    language: Language = "en",
    **options: Any,
) -> RunResult:
    """Read, clean, merge, decide, and write the folder `out` (None: write nothing).

    `as_of` is the day of judgement; `enact` acts on the decisions that say delete or archive, otherwise they are only
    listed; `plan` is one that was reviewed, to act on instead of what is due now (PolicyError when the base is not the
    one that it was made for); `communes` is the table by which cities are spelled and held against their postcodes;
    `model` and `verdicts` are those of `match` (a verdict on an id that a folder of results has merged away is on whom
    it is in); `orders` are what `read_orders` gave, joined to the merged contacts by
    the keys `by` (see `join`), so that an id that was merged away finds who took it in; `csv` names how CSV is written
    (`plain`, `excel-fr`); `workers` processes normalize; `progress` is called with the name of the step and a count.
    `layout`, `columns` and further options go to `read`. ReadError and WriteError when a source cannot be read or `out`
    must not be written.
    """
    refuse_silence(policy)
    records, journal = read(*sources, layout=layout, region=region, columns=columns, schema=schema, **options)
    counter = FigureCounter()
    inputs = (*sources, *(one.value.origin for one in orders))
    target = (
        nullcontext()
        if out is None
        else result_folder(out, inputs, records, preset=csv, schema=schema, language=language)
    )
    with target as folder:
        job = _Job(counter=counter, folder=folder, progress=progress or _silent, as_of=as_of, language=language)
        for entry in journal.entries:
            job.note(entry)
            if isinstance(entry, Finding):
                job.hear(entry)
        rows_read = len(journal.rejections)
        contacts = job.cleaned(records, region=region, schema=schema, communes=communes, workers=workers)
        base = ContactBase.of(job.counted("reading", contacts))
        base = job.merged(base, model, verdicts_on(base, verdicts, sources))
        base = job.join(base, orders, by, sources)
        base = job.decided(base, policy, plan, enact=enact)
        job.write(base)
        figures = counter.figures(rows_read=rows_read + counter.records, as_of=as_of, versions=versions())
        if folder is not None:
            folder.finish(figures)
    place = None if out is None else Path(out)
    return RunResult(
        base=base,
        figures=figures,
        out=place,
        archived=tuple(job.archived),
        joined=tuple(job.joined),
        cautions=tuple(job.cautions),
    )


_OF_ORDERS: Final = ("orders.", "join.")


def _silent(_step: str, _done: int) -> None:
    """Show no progress."""


@attrs.define(kw_only=True)
class _Job:
    """One run under way: where its entries go and how far it is."""

    counter: FigureCounter
    folder: ResultFolder | None
    progress: Progress
    as_of: dt.date
    language: Language
    archived: list[Decision] = attrs.field(factory=list, init=False)
    joined: list[Finding] = attrs.field(factory=list, init=False)
    cautions: list[Finding] = attrs.field(factory=list, init=False)
    absorbed: dict[str, str] = attrs.field(factory=dict, init=False)

    def note(self, entry: Entry) -> None:
        """Count an entry and write it down."""
        self.counter.entry(entry)
        if isinstance(entry, Decision) and entry.action is RetentionAction.ARCHIVE and entry.removed is not None:
            self.archived.append(entry)
        elif isinstance(entry, Merge):
            self.absorbed |= absorbed_ids((entry,))
        if self.folder is not None:
            self.folder.note(entry)

    def hear(self, found: Finding) -> None:
        """Keep what is said at the end: what was joined, and warnings about whole files of orders."""
        if found.code == "join.done":
            self.joined.append(found)
        elif found.severity is Severity.WARNING and found.contact is None and found.code.startswith(_OF_ORDERS):
            self.cautions.append(found)

    def beside(self, entry: Entry) -> None:
        """Count an entry about a file of orders and write it down; its rows are no rows of contacts."""
        self.counter.beside(entry)
        if isinstance(entry, Finding):
            self.hear(entry)
        if self.folder is not None:
            self.folder.note(entry)

    def accept(self, done: Cleaned) -> None:
        """Take over what a worker has to say of a batch."""
        self.counter.add(done.counter)
        if self.folder is not None:
            self.folder.lines(done.journal)
            for entry in done.rejections:
                self.folder.reject(entry)

    def cleaned(
        self, records: Records, *, region: str, schema: Schema, communes: CommuneTable | None, workers: int
    ) -> Iterator[Contact]:
        """Clean here, or in several processes."""
        if workers > 1:
            return clean_in_parallel(
                records,
                self.note,
                self.accept,
                region=region,
                as_of=self.as_of,
                schema=schema,
                communes=communes,
                workers=workers,
                language=self.language,
            )
        return clean_into(
            records,
            self.note,
            region=region,
            as_of=self.as_of,
            schema=schema,
            watch=self.counter,
            communes=communes,
        )

    def counted(self, step: str, contacts: Iterable[Contact]) -> Iterator[Contact]:
        """Pass contacts on, telling the progress now and then."""
        for number, contact in enumerate(contacts):
            if number % _EVERY == 0:
                self.progress(step, number)
            yield contact

    def merged(self, base: ContactBase, model: Model | None, verdicts: Verdicts) -> ContactBase:
        """Merge who is certainly one person."""
        self.progress("matching", len(base))
        matches = match(base, model=model, verdicts=verdicts)
        for entry in matches.findings:
            self.note(entry)
        for call in closest_calls(matches):
            self.counter.call(call)
        return merge_into(base, matches, self.note)

    def join(
        self, base: ContactBase, orders: Sequence[Outcome[KeyedEvents]], by: Sequence[str], sources: Iterable[Source]
    ) -> ContactBase:
        """Join orders and events to who is left after merging, through the merges of this run and of a folder read."""
        if not orders:
            return base
        absorbed = {old: new for source in sources for old, new in absorbed_in(source).items()} | self.absorbed
        for keyed, journal in orders:
            self.progress("joining", keyed.rows)
            for entry in journal.entries:
                self.beside(entry)
            base = join_into(base, keyed, self.beside, by=by, absorbed=absorbed)
        return base

    def decided(self, base: ContactBase, policy: Policy, plan: RetentionPlan | None, *, enact: bool) -> ContactBase:
        """List what is due, and act on it, or on what was reviewed, where that was asked for."""
        if enact:
            return enact_into(base, plan or retain(base, policy, as_of=self.as_of), self.note)
        retain_into(base, policy, self.note, as_of=self.as_of)
        return base

    def write(self, base: ContactBase) -> None:
        """Write the contacts that stay."""
        for contact in self.counted("writing", base.values()):
            self.counter.contact(contact)
            if self.folder is not None:
                self.folder.contact(contact)
