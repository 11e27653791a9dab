"""Taking in lists of people to leave alone: exports of other tools, plain lists, lists of hashes.

Of a plain address the fingerprint is made and the address forgotten. A hash cannot be turned into a fingerprint of the
address, so the hash itself is put under the key and looked up by hashing each address as other tools do; the list never
holds a bare hash, which anybody could undo. `rekeyed` turns what is found in a base into ordinary entries.

>>> from contactbase.privacy.keys import KeyRing
>>> stops = SuppressionList(KeyRing.of("contactbase-test-key-v1-32bytes!"))
>>> rows = [{"email": "lea@example.org", "status": "2"}, {"email": "noe@example.org", "status": "1"}]
>>> taken, journal = take(stops, rows, layout=STOP_LAYOUTS["mailtrain"])
>>> taken.added, journal.count()
(1, {'suppression.not-a-stop': 1, 'suppression.undated': 1})
"""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import attrs

from contactbase.errors import PrivacyError
from contactbase.layouts.layout import header_key
from contactbase.layouts.stops.catalog import STOP_LAYOUTS, stop_layout_of
from contactbase.layouts.stops.layout import StopLayout
from contactbase.model.contact_base import ContactBase
from contactbase.model.hints import Hints
from contactbase.model.journal import Entry, Finding, Journal, Outcome, finding
from contactbase.model.source import SourceRef
from contactbase.model.suppression import AddressKind, SuppressionEntry, SuppressionReason, SuppressionScope
from contactbase.normalize import date
from contactbase.normalize.fold import fold
from contactbase.privacy.addresses import addresses_of
from contactbase.privacy.suppression import ALGORITHMS, EVERYTHING, SuppressionList, refuse_personal

__all__ = ["Taken", "read_hash", "rekeyed", "take", "take_addresses", "take_hashes"]

_CUT: Final = re.compile(r"[,;|]")


@attrs.frozen(kw_only=True)
class Taken:
    """What came of a list: its rows, the entries that were new, those that stood there, the rows that gave none."""

    rows: int
    added: int
    known: int
    nothing: int


class _Taking:
    """Adds row by row and counts."""

    def __init__(self, stops: SuppressionList, source: str, region: str, scope: SuppressionScope) -> None:
        self.stops, self.region, self.scope = stops, region, scope
        self.source = refuse_personal(source, "source")
        self.rows = self.known = self.nothing = self.undated = 0
        self.before = len(stops)
        self.entries: list[Entry] = []

    def add(
        self, text: str, kind: AddressKind, reason: SuppressionReason, on: dt.date | None, place: SourceRef
    ) -> bool:
        before = len(self.stops)
        made, journal = self.stops.add(
            text, kind, reason=reason, on=on, scope=self.scope, source=self.source, region=self.region
        )
        self.entries += [attrs.evolve(found, source=place) for found in journal.findings]
        return self._count(len(made), before, on)

    def add_hash(
        self,
        text: str,
        kind: AddressKind,
        algorithm: str,
        reason: SuppressionReason,
        on: dt.date | None,
        place: SourceRef,
    ) -> bool:
        found = read_hash(text, algorithm)
        if found is None:
            self.entries.append(finding("suppression.unreadable-hash", source=place, algorithm=algorithm))
            return False
        before = len(self.stops)
        keys = self.stops.keys
        self.stops.put(
            SuppressionEntry(
                digest=keys.digest(f"{kind.value}:{algorithm}", found),
                kind=kind,
                reason=reason,
                created=on,
                latest=on,
                scope=self.scope,
                source=self.source,
                key_id=keys.active,
                via=algorithm,
            )
        )
        return self._count(1, before, on)

    def _count(self, made: int, before: int, on: dt.date | None) -> bool:
        self.known += made - (len(self.stops) - before)
        self.undated += bool(made and on is None)
        return bool(made)

    def outcome(self) -> Outcome[Taken]:
        if self.undated:
            self.entries.append(finding("suppression.undated", count=self.undated))
        added = len(self.stops) - self.before
        taken = Taken(rows=self.rows, added=added, known=self.known, nothing=self.nothing)
        return Outcome(taken, Journal(tuple(self.entries)))


def take(
    stops: SuppressionList,
    rows: Iterable[Mapping[str, str]],
    *,
    layout: StopLayout | None = None,
    reason: SuppressionReason = SuppressionReason.OPTOUT,
    on: dt.date | None = None,
    scope: SuppressionScope = EVERYTHING,
    source: str = "",
    region: str = "FR",
) -> Outcome[Taken]:
    """Take in the rows of an export, as mappings of header to cell.

    `layout` is recognized by the headers of the first row where it is not given; PrivacyError when none fits. `reason`
    and `on` stand for rows that say neither. An unknown status is taken as an opt-out, and said.
    """
    taking = _Taking(stops, source, region, scope)
    for number, row in enumerate(rows, start=1):
        layout = layout or _recognized(row)
        cells = {header_key(header): text for header, text in row.items() if text}
        taking.rows += 1
        place = SourceRef(file=source, row=number)
        if not _take_row(taking, cells, layout, reason, on, place):
            taking.nothing += 1
    return taking.outcome()


def _recognized(row: Mapping[str, str]) -> StopLayout:
    layout = stop_layout_of(row)
    if layout is None:
        raise PrivacyError(
            "No column of addresses was recognized. Name the layout "
            f"({', '.join(STOP_LAYOUTS)}), or give a plain list of addresses."
        )
    return layout


def _take_row(
    taking: _Taking,
    cells: Mapping[str, str],
    layout: StopLayout,
    reason: SuppressionReason,
    on: dt.date | None,
    place: SourceRef,
) -> bool:
    day = _day(_first(cells, layout.day)) or on
    made = False
    for why, only in _statements(taking, cells, layout, reason, place):
        plain = False
        for header, kind in layout.addresses.items():
            if header in cells and only in {None, kind}:
                plain = taking.add(cells[header], kind, why, day, place) or plain
        for header, algorithm in layout.hashes.items():
            if header in cells and not plain and only in {None, AddressKind.EMAIL}:
                plain = taking.add_hash(cells[header], AddressKind.EMAIL, algorithm, why, day, place) or plain
        made = made or plain
    return made


def _statements(
    taking: _Taking, cells: Mapping[str, str], layout: StopLayout, reason: SuppressionReason, place: SourceRef
) -> Iterator[tuple[SuppressionReason, AddressKind | None]]:
    """Yield why a row stops somebody, and on which kind of address (None: on all); nothing where it does not."""
    status = _first(cells, layout.status)
    channel = layout.channels.get(fold(_first(cells, layout.channel)))
    if not status:
        yield reason, channel
        return
    for part in filter(None, map(str.strip, _CUT.split(status))):
        word, _, where = part.partition(":")
        meant = layout.meanings.get(fold(word), SuppressionReason.OPTOUT)
        if meant is None:
            taking.entries.append(finding("suppression.not-a-stop", source=place, status=fold(word)))
            continue
        if fold(word) not in layout.meanings:
            taking.entries.append(finding("suppression.unknown-status", source=place))
        yield meant, layout.channels.get(fold(where), channel)


def _first(cells: Mapping[str, str], headers: Iterable[str]) -> str:
    return next((cells[header] for header in headers if header in cells), "")


def _day(text: str) -> dt.date | None:
    values = date.normalize(text, Hints(field="withdrawn_on")).values
    return values[0] if values else None


def take_addresses(
    stops: SuppressionList,
    lines: Iterable[str],
    *,
    kind: AddressKind | None = None,
    reason: SuppressionReason = SuppressionReason.OPTOUT,
    on: dt.date | None = None,
    scope: SuppressionScope = EVERYTHING,
    source: str = "",
    region: str = "FR",
) -> Outcome[Taken]:
    """Take in a plain list, one address a line; without `kind` a line with an @ is e-mail and any other a number."""
    taking = _Taking(stops, source, region, scope)
    for number, line in enumerate(lines, start=1):
        text = line.strip().removeprefix("\ufeff")
        if not text:
            continue
        taking.rows += 1
        found = kind or (AddressKind.EMAIL if "@" in text else AddressKind.SMS)
        if not taking.add(text, found, reason, on, SourceRef(file=source, row=number)):
            taking.nothing += 1
    return taking.outcome()


def take_hashes(
    stops: SuppressionList,
    lines: Iterable[str],
    *,
    algorithm: str | None = None,
    kind: AddressKind = AddressKind.EMAIL,
    reason: SuppressionReason = SuppressionReason.OPTOUT,
    on: dt.date | None = None,
    scope: SuppressionScope = EVERYTHING,
    source: str = "",
    base: ContactBase | None = None,
) -> Outcome[Taken]:
    """Take in a list of hashes, one a line, in hexadecimal or base64, tagged (`sha256:…`) or all of one `algorithm`.

    With a base, those that match a contact become ordinary entries, and the journal says how many match nobody.
    PrivacyError for an algorithm that is not known, and for untagged lines without one.
    """
    taking = _Taking(stops, source, "FR", scope)
    for number, line in enumerate(lines, start=1):
        tag, colon, text = line.strip().removeprefix("\ufeff").rpartition(":")
        if not text:
            continue
        used = _algorithm(tag if colon else algorithm)
        taking.rows += 1
        if not taking.add_hash(text, kind, used, reason, on, SourceRef(file=source, row=number)):
            taking.nothing += 1
    if base is not None:
        taking.entries += rekeyed(stops, base).journal.entries
    return taking.outcome()


def _algorithm(name: str | None) -> str:
    found = (name or "").strip().lower().replace("-", "")
    if found not in ALGORITHMS:
        raise PrivacyError(
            f"The hashes are of {name!r}. Say which of {', '.join(ALGORITHMS)} they are, as algorithm= or in front of "
            "each line (sha256:…); a keyed or salted hash of another tool cannot be compared."
        )
    return found


def read_hash(text: str, algorithm: str) -> str | None:
    """Give a hash in small hexadecimal digits; None where it is none of that algorithm.

    >>> read_hash("1B2M2Y8AsgTpgAmY7PhCfg==", "md5")
    'd41d8cd98f00b204e9800998ecf8427e'
    """
    size = hashlib.new(algorithm, usedforsecurity=False).digest_size
    try:
        found = bytes.fromhex(text) if len(text) == 2 * size else base64.b64decode(text, validate=True)
    except (ValueError, binascii.Error):
        return None
    return found.hex() if len(found) == size else None


def rekeyed(stops: SuppressionList, base: ContactBase) -> Outcome[int]:
    """Put entries whose address is in a base under the active key, in place; give how many.

    The journal says how many entries stay under old keys, because their addresses are nowhere, and how many hashes of
    other tools match nobody.
    """
    hashes = sum(bool(entry.via) for entry in stops)
    moved = 0
    for contact in base.values():
        for kind in AddressKind:
            for address in addresses_of(contact, kind):
                digest = stops.keys.digest(kind, address.forms[0])
                for entry in list(stops.find(kind, address)):
                    if entry.key_id != stops.keys.active or entry.via:
                        stops.remove(entry)
                        stops.put(attrs.evolve(entry, digest=digest, key_id=stops.keys.active, via=""))
                        moved += 1
    return Outcome(moved, Journal(tuple(_left(stops, hashes))))


def _left(stops: SuppressionList, hashes: int) -> Iterator[Finding]:
    old = sum(entry.key_id != stops.keys.active for entry in stops)
    unmatched = sum(bool(entry.via) for entry in stops)
    if old:
        yield finding("suppression.old-key", count=old)
    if hashes:
        yield finding("suppression.unmatched-hashes", count=unmatched, total=hashes)
