"""Cleaning in several processes: the same contacts and the same journal as in one, in the same order.

Columns are looked at and records are named here; batches of records go to the workers, and come back as contacts, lines
of the journal, rejected rows and figures. Memory stays bounded: no more batches are under way than the workers can do.
"""

from __future__ import annotations

import datetime as dt
import signal
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from typing import Final

import attrs

from contactbase.model.contact import Contact
from contactbase.model.hints import Hints
from contactbase.model.journal import Entry, Note, Rejection
from contactbase.model.record import Record, Records, RecordSet
from contactbase.model.schema import Schema
from contactbase.model.source import SourceRef
from contactbase.model.text import Language
from contactbase.normalize.clean import Cleaner, Ids
from contactbase.normalize.communes import CommuneTable
from contactbase.normalize.infer import infer
from contactbase.pipeline.collector import seldom
from contactbase.pipeline.journal_lines import JournalLines
from contactbase.reporting.figures import FigureCounter

__all__ = ["Cleaned", "clean_in_parallel"]

_BATCH: Final = 1000
_WAITING: Final = 3
"""Batches under way for each worker."""


@attrs.frozen
class Cleaned:
    """What a worker gives for one batch."""

    contacts: tuple[Contact, ...] = attrs.field(repr=False)
    journal: str = attrs.field(repr=False)
    rejections: tuple[Rejection, ...]
    counter: FigureCounter


def clean_in_parallel(
    records: Records,
    note: Note,
    accept: Callable[[Cleaned], object],
    *,
    region: str,
    as_of: dt.date,
    schema: Schema,
    communes: CommuneTable | None = None,
    workers: int,
    language: Language = "en",
) -> Iterator[Contact]:
    """Yield the contacts of records; what a worker has to say goes to `accept`, what is said here to `note`."""
    named = Ids()
    for part in records.parts:
        hints, said = infer(part, region=region, as_of=as_of, schema=schema)
        for entry in said:
            note(entry)
        pairs = ((record, named(record)) for record in part.records())
        settings = (attrs.evolve(part, read=_nothing), hints, as_of, schema, communes, language)
        with ProcessPoolExecutor(workers, get_context("spawn"), _start, settings) as pool:
            for done in _in_order(pool, pairs, workers * _WAITING):
                accept(done)
                yield from done.contacts


def _in_order(pool: ProcessPoolExecutor, pairs: Iterator[tuple[Record, str]], most: int) -> Iterator[Cleaned]:
    """Yield the results of batches in the order in which these were sent."""
    waiting: deque[Future[Cleaned]] = deque()
    while batch := list(islice(pairs, _BATCH)):
        waiting.append(pool.submit(_work, batch))
        if len(waiting) >= most:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _nothing(_note: Note) -> Iterator[Record]:
    """Read nothing: a worker is given its records."""
    return iter(())


class _Worker:
    """The state of a worker process: its cleaner, and what the batch in hand has given so far."""

    cleaner: Cleaner
    counter: FigureCounter
    lines: list[str]
    journal: JournalLines
    rejections: list[Rejection]

    def __init__(
        self,
        part: RecordSet,
        hints: Mapping[str, Hints],
        as_of: dt.date,
        schema: Schema,
        communes: CommuneTable | None,
        language: Language,
    ) -> None:
        self._language: Language = language
        self._begin()
        self.cleaner = Cleaner(part, hints, self._note, as_of=as_of, schema=schema, watch=self, communes=communes)

    def _begin(self) -> None:
        self.counter, self.lines, self.rejections = FigureCounter(), [], []
        self.journal = JournalLines(self.lines.append, self._language)

    def record(self, record: Record) -> None:
        self.counter.record(record)

    def wants(self, code: str) -> bool:
        return self.counter.wants(code)

    def example(self, code: str, text: str, source: SourceRef | None) -> None:
        self.counter.example(code, text, source)

    def _note(self, entry: Entry) -> None:
        self.counter.entry(entry)
        self.journal(entry)
        if isinstance(entry, Rejection):
            self.rejections.append(entry)

    def work(self, batch: list[tuple[Record, str]]) -> Cleaned:
        """Clean one batch."""
        self._begin()
        found = (self.cleaner(record, contact_id) for record, contact_id in batch)
        contacts = tuple(contact for contact in found if contact is not None)
        return Cleaned(contacts, "".join(self.lines), tuple(self.rejections), self.counter)


_here: dict[str, _Worker] = {}
"""The worker of this process; a pool can hand it over in no other way."""


def _start(
    part: RecordSet,
    hints: Mapping[str, Hints],
    as_of: dt.date,
    schema: Schema,
    communes: CommuneTable | None,
    language: Language,
) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is interrupted, and ends its workers
    seldom()
    _here["worker"] = _Worker(part, hints, as_of, schema, communes, language)


def _work(batch: list[tuple[Record, str]]) -> Cleaned:
    return _here["worker"].work(batch)
