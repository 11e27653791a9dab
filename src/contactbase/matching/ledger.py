"""The consent ledger of a merged contact: every line of every record, and the most restrictive answer standing.

A refusal holds whatever the source of the data (CNIL, *liste repoussoir*, 27 January 2022), so a later consent on
another record must not undo it: merging is strict (`facts`: the merged consent is never more permissive than the more
restrictive of the records; absence is no refusal). As lines are only ever added, what one record said on the day of a
consent of another is stated again on that day, with the source `merge`: a refusal, a weaker proof, an end of validity.
On one day the most restrictive line holds, so the consent stops counting, and a consent given after it counts again.

>>> from contactbase.model.enums import Channel
>>> given = ConsentRecord(channel=Channel.SMS, status=ConsentStatus.GIVEN, at=dt.date(2025, 1, 1), proof="form-7")
>>> refused = ConsentRecord(channel=Channel.SMS, status=ConsentStatus.WITHDRAWN, at=dt.date(2024, 1, 1))
>>> [(line.status.value, str(line.at), line.source) for line in merged_ledger([(given,), (refused,)])]
[('given', '2025-01-01', None), ('withdrawn', '2024-01-01', None), ('withdrawn', '2025-01-01', 'merge')]
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Final

import attrs

from contactbase.model.consent import PERMITTING, REFUSING, ConsentRecord
from contactbase.model.enums import ConsentStatus, LegalBasis
from contactbase.model.ledger import about, governing
from contactbase.model.proof import is_proof, weakest

__all__ = ["ConsentMerge", "merged_ledger"]

Ledger = tuple[ConsentRecord, ...]

_SOURCE: Final = "merge"


class ConsentMerge(StrEnum):
    """How a later consent of one record stands to a refusal of another.

    `strict`: the refusal holds. `latest_proven`: the consent holds where it is later, proven, and for the same address
    as the refusal.
    """

    STRICT = "strict"
    LATEST_PROVEN = "latest_proven"


def merged_ledger(ledgers: Sequence[Ledger], mode: ConsentMerge = ConsentMerge.STRICT) -> Ledger:
    """Give the lines of all ledgers, each once, and those that keep the merge as restrictive as its mode asks."""
    union = dict.fromkeys(line for ledger in ledgers for line in ledger)
    spared = _SPARED[mode]
    for channel, purpose in dict.fromkeys((line.channel, line.purpose) for line in tuple(union)):
        parts = [part for ledger in ledgers if (part := about(ledger, channel, purpose))]
        bases = dict.fromkeys(line.basis for part in parts for line in part if line.status in PERMITTING)
        for basis in bases:
            union.update(dict.fromkeys(_restrictions(parts, basis, spared)))
    return tuple(union)


Spared = Callable[[ConsentRecord, ConsentRecord], bool]
"""Whether a grant of one record is spared the refusal of another."""


def _never(_grant: ConsentRecord, _refusal: ConsentRecord) -> bool:
    return False


def _later_and_proven(grant: ConsentRecord, refusal: ConsentRecord) -> bool:
    dated = grant.at is not None and refusal.at is not None and refusal.at < grant.at
    return dated and is_proof(grant.proof) and grant.address == refusal.address


_SPARED: Final[dict[ConsentMerge, Spared]] = {
    ConsentMerge.STRICT: _never,
    ConsentMerge.LATEST_PROVEN: _later_and_proven,
}


def _restrictions(
    parts: Sequence[Sequence[ConsentRecord]], basis: LegalBasis, spared: Spared
) -> Iterator[ConsentRecord]:
    """Give the lines to add for one channel, purpose and basis, from the latest day of a grant back to the first.

    A refusal of some day outweighs every grant up to that day, so the search ends there.
    """
    union = [line for part in parts for line in part]
    grants = [line for line in union if _is_grant(line, basis)] if len(parts) > 1 else []
    for day in sorted({line.at for line in grants if line.at is not None}, reverse=True):
        if any(line.status in REFUSING for line in governing(union, day, basis).lines):
            return
        today = [line for line in grants if line.at == day]
        said = [line for part in parts for line in _said(part, day, basis)]
        against = [line for line in said if line.status in REFUSING]
        refusal = next((line for line in against if not all(spared(grant, line) for grant in today)), None)
        undated = next((line for line in said if line.at is None and line.status in PERMITTING), None)
        if refusal is not None:
            yield _refusal(refusal, refusal.status, day)
        elif undated is not None:
            yield _refusal(undated, ConsentStatus.INVALIDATED, day)
        else:
            yield from _limited(today, parts, day, basis)
        if refusal is not None or undated is not None:
            return


def _said(part: Sequence[ConsentRecord], day: dt.date, basis: LegalBasis) -> Sequence[ConsentRecord]:
    """Give the lines of one record that decide on a day; where there are none, its undated grants."""
    lines = governing(part, day, basis).lines
    return lines or [line for line in part if line.at is None and _is_grant(line, basis)]


def _refusal(line: ConsentRecord, status: ConsentStatus, day: dt.date) -> ConsentRecord:
    """State again on a day what forbids, for every address of the channel and everybody in its scope."""
    return attrs.evolve(line, status=status, at=day, source=_SOURCE, expires_on=None, address=None, scope=None)


def _limited(
    granted: Iterable[ConsentRecord], parts: Sequence[Sequence[ConsentRecord]], day: dt.date, basis: LegalBasis
) -> Iterator[ConsentRecord]:
    """Give the consents of a day as far as the other records allow them, where that is less than what they say."""
    for line in dict.fromkeys(granted):
        others = [part for part in parts if line not in part]
        limits = [limit for part in others for limit in _said(part, day, basis) if limit.status in PERMITTING]
        ends = [limit.expires_on for limit in (line, *limits) if limit.expires_on is not None]
        proof = weakest(line.proof, [limit.proof for limit in limits])
        limited = attrs.evolve(line, proof=proof, expires_on=min(ends, default=None))
        if limited != line:
            yield attrs.evolve(limited, source=_SOURCE)


def _is_grant(line: ConsentRecord, basis: LegalBasis) -> bool:
    return line.status in PERMITTING and line.basis is basis
