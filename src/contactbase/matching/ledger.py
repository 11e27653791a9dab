"""The consent ledger of a merged contact: every line of every record, and the most restrictive answer standing.

A refusal holds whatever the source of the data (CNIL, *liste repoussoir*, 27 January 2022), so a later consent on
another record must not undo it: merging is strict (`facts`: the merged consent is never more permissive than the more
restrictive of the records; absence is no refusal). As lines are only ever added, what one record said on the day of a
consent of another is stated again on that day, with the source `merge`: a refusal, a missing proof, an end of validity.
On one day the most restrictive line holds, so the consent stops counting, and a consent given after it counts again.

>>> from contactbase.model.enums import Channel
>>> given = ConsentRecord(channel=Channel.SMS, status=ConsentStatus.GIVEN, at=dt.date(2025, 1, 1), proof="form-7")
>>> refused = ConsentRecord(channel=Channel.SMS, status=ConsentStatus.WITHDRAWN, at=dt.date(2024, 1, 1))
>>> [(line.status.value, str(line.at), line.source) for line in merged_ledger([(given,), (refused,)])]
[('given', '2025-01-01', None), ('withdrawn', '2024-01-01', None), ('withdrawn', '2025-01-01', 'merge')]
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import attrs

from contactbase.model.consent import PERMITTING, REFUSING, ConsentRecord
from contactbase.model.enums import ConsentStatus, LegalBasis

__all__ = ["merged_ledger"]

Ledger = tuple[ConsentRecord, ...]

_SOURCE: Final = "merge"


def merged_ledger(ledgers: Sequence[Ledger]) -> Ledger:
    """Give the lines of all ledgers, each once, and those that keep the merge strict."""
    union = dict.fromkeys(line for ledger in ledgers for line in ledger)
    for matter in dict.fromkeys((line.channel, line.purpose) for line in tuple(union)):
        parts = [[line for line in ledger if (line.channel, line.purpose) == matter] for ledger in ledgers]
        union.update(dict.fromkeys(_restrictions([part for part in parts if part])))
    return tuple(union)


def _restrictions(parts: Sequence[Sequence[ConsentRecord]]) -> Iterator[ConsentRecord]:
    """Give the lines to add for one channel and purpose, from the latest day of a consent back to the first.

    A refusal of some day outweighs every consent up to that day, so the search ends there.
    """
    union = [line for part in parts for line in part]
    consents = [line for line in union if _is_consent(line)] if len(parts) > 1 else []
    for day in sorted({line.at for line in consents if line.at is not None}, reverse=True):
        if any(line.status in REFUSING for line in _governing(union, day)):
            return
        said = [line for part in parts for line in _governing(part, day)]
        refusal = next((line for line in said if line.status in REFUSING), None)
        undated = next((line for line in said if line.at is None), None)
        if refusal is not None:
            yield _refusal(refusal, refusal.status, day)
        elif undated is not None:
            yield _refusal(undated, ConsentStatus.INVALIDATED, day)
        else:
            yield from _limited({line: None for line in consents if line.at == day}, parts, day)
        if refusal is not None or undated is not None:
            return


def _refusal(line: ConsentRecord, status: ConsentStatus, day: dt.date) -> ConsentRecord:
    """State again on a day what forbids, for every address of the channel."""
    return attrs.evolve(line, status=status, at=day, source=_SOURCE, expires_on=None, address=None)


def _limited(
    granted: Iterable[ConsentRecord], parts: Sequence[Sequence[ConsentRecord]], day: dt.date
) -> Iterator[ConsentRecord]:
    """Give the consents of a day as far as the other records allow them, where that is less than what they say."""
    for line in granted:
        limits = [limit for part in parts if line not in part for limit in _governing(part, day)]
        ends = [limit.expires_on for limit in (line, *limits) if limit.expires_on is not None]
        proof = line.proof if all(limit.proof for limit in limits) else None
        limited = attrs.evolve(line, proof=proof, expires_on=min(ends, default=None))
        if limited != line:
            yield attrs.evolve(limited, source=_SOURCE)


def _governing(part: Sequence[ConsentRecord], day: dt.date) -> Sequence[ConsentRecord]:
    """Give the lines of one record that decide on a day: a refusal, the latest consents, or undated ones."""
    refusals = [line for line in part if line.status in REFUSING]
    consents = [line for line in part if _is_consent(line)]
    dated = [line for line in consents if line.at is not None and line.at <= day]
    latest = max((line.at for line in dated if line.at is not None), default=None)
    later = [line for line in refusals if line.at is None or latest is None or line.at >= latest]
    if later:
        return later
    return [line for line in dated if line.at == latest] or [line for line in consents if line.at is None]


def _is_consent(line: ConsentRecord) -> bool:
    return line.status in PERMITTING and line.basis is LegalBasis.CONSENT
