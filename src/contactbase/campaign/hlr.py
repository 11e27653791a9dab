"""Reading the results of an HLR lookup: which numbers exist, and on which network they are now (R48, R49).

Five effects: unassigned numbers, invalid ones, duplicates, the history of portings, numbers from abroad. The lookup
itself is a provider's; this reads its file. A switched-off telephone is no dead number, and a status nobody knows stays
unknown. The network is what the lookup says and nothing else: since numbers are ported, no prefix tells an operator.

>>> rows = [
...     {"msisdn": "33612345678", "status": "live", "ported": "yes", "network": "Net B", "original network": "Net A"},
...     {"msisdn": "33698765432", "status": "absent subscriber"},
...     {"msisdn": "33699000001", "status": "dead"},
... ]
>>> reading, journal = read_hlr(rows, on=dt.date(2026, 3, 2))
>>> [result.status.value for result in reading.results], len(reading.usable), len(reading.instructions())
(['reachable', 'absent', 'unassigned'], 2, 1)
>>> reading.portings[0].to_network
'Net B'
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final

import attrs

from contactbase.campaign.row_reading import Columns, Row, day_of, phone_of, word_of
from contactbase.model.contact import Phone
from contactbase.model.enums import Channel
from contactbase.model.journal import Entry, Journal, Outcome, finding
from contactbase.model.source import SourceRef
from contactbase.model.suppression import SuppressionReason
from contactbase.model.withdrawal import Withdrawal
from contactbase.policy.countries.fr_holidays import TERRITORY_OF_REGION

__all__ = ["HlrReading", "HlrResult", "HlrStatus", "Porting", "read_hlr", "with_portings"]

_FRANCE: Final = frozenset(TERRITORY_OF_REGION)
"""Regions of French numbers, overseas included."""


class HlrStatus(StrEnum):
    """What the network says of a number; `absent` is assigned and out of reach for now."""

    REACHABLE = "reachable"
    ABSENT = "absent"
    UNASSIGNED = "unassigned"
    INVALID = "invalid"
    UNKNOWN = "unknown"


_COLUMNS: Final = Columns(
    {
        "number": "msisdn|number|numéro|téléphone|phone|mobile|to|destination|gsm|portable|num",
        "status": "status|statut|état|state|result|résultat|hlr status|statut hlr|response",
        "error": "error|erreur|error code|code erreur|gsm error|errdesc|error description|description|reason",
        "ported": "ported|porté|is ported|portage|portabilité",
        "network": "network|réseau|operator|opérateur|network name|current network|réseau actuel"
        "|opérateur actuel|mccmnc",
        "original": "original network|réseau d'origine|opérateur d'origine|original operator|ported from|porté de",
        "on": "date|checked at|checked on|queried at|timestamp|date de vérification|date du test",
    }
)
_WORDS: Final = {
    word_of(word): status
    for status, words in {
        HlrStatus.REACHABLE: "live|active|actif|valid|valide|ok|success|succès|delivered|delivrd|connected|reachable"
        "|joignable|assigned|attribué|no error|0|000",
        HlrStatus.ABSENT: "absent|absent subscriber|ec_absent_subscriber|ec_absent_subscriber_sm|unavailable"
        "|unreachable"
        "|temporarily unavailable|temporarily unreachable|switched off|offline|injoignable|absent temporaire"
        "|not reachable|call barred|ec_call_barred|busy|no paging response|1",
        HlrStatus.UNASSIGNED: "dead|unknown subscriber|ec_unknown_subscriber|unidentified subscriber|unallocated"
        "|ec_unidentified_subscriber|unassigned|not assigned|non attribué|inexistant|does not exist|disconnected"
        "|deactivated|désactivé|résilié|abonné inconnu|unallocated number|no such number",
        HlrStatus.INVALID: "invalid|invalide|invalid number|numéro invalide|bad number|malformed|wrong format"
        "|mauvais format"
        "|invalid_destination_address|invalid format|not a number",
        HlrStatus.UNKNOWN: "unknown|inconnu|inconclusive|no response|ec_no_response|timeout|not resolved|pending|error"
        "|unknown error|ec_unknown_error|no coverage|system failure|ec_system_failure|indéterminé",
    }.items()
    for word in words.split("|")
}
_YES: Final = frozenset("yes oui true vrai 1 y o ported porte".split())
_NO: Final = frozenset("no non false faux 0 n not-ported".split())


@attrs.frozen(kw_only=True)
class Porting:
    """A number is on another network than it was: `on` the day of the lookup that says so."""

    address: str = attrs.field(repr=False)
    on: dt.date | None
    from_network: str | None
    to_network: str | None


@attrs.frozen(kw_only=True)
class HlrResult:
    """The last result of one number: `network` and `original` None where the lookup says none; `row` from 1."""

    phone: Phone = attrs.field(repr=False)
    status: HlrStatus
    on: dt.date | None
    network: str | None = None
    original: str | None = None
    ported: bool | None = None
    row: int


@attrs.frozen(kw_only=True)
class HlrReading:
    """One result per number in the order of the file; rows (from 1) without a number, and rows that came twice.

    `home` are the regions (ISO 3166-1) whose numbers are not from abroad.
    """

    results: tuple[HlrResult, ...] = attrs.field(repr=False)
    unread: tuple[int, ...] = ()
    duplicates: tuple[int, ...] = ()
    home: frozenset[str] = _FRANCE

    def of(self, status: HlrStatus) -> tuple[HlrResult, ...]:
        """Give the results of one status."""
        return tuple(result for result in self.results if result.status is status)

    @property
    def international(self) -> tuple[HlrResult, ...]:
        """The results of numbers from abroad."""
        return tuple(result for result in self.results if result.phone.region not in self.home)

    @property
    def usable(self) -> tuple[Phone, ...]:
        """The numbers that remain: from home, neither unassigned nor invalid."""
        dead = {HlrStatus.UNASSIGNED, HlrStatus.INVALID}
        return tuple(
            result.phone for result in self.results if result.phone.region in self.home and result.status not in dead
        )

    @property
    def portings(self) -> tuple[Porting, ...]:
        """What the lookup says of portings, and only that."""
        return tuple(
            Porting(address=one.phone.e164, on=one.on, from_network=one.original, to_network=one.network)
            for one in self.results
            if one.ported or (one.network and one.original and one.network != one.original)
        )

    def instructions(self) -> tuple[Withdrawal, ...]:
        """Give what the suppression list has to do: numbers that nobody has."""
        return tuple(
            Withdrawal(
                channel=Channel.SMS,
                address=one.phone.e164,
                at=one.on,
                reason=SuppressionReason.HARD_BOUNCE,
                source=f"hlr:{one.status}",
            )
            for one in self.results
            if one.status in {HlrStatus.UNASSIGNED, HlrStatus.INVALID}
        )


def read_hlr(
    rows: Iterable[Row],
    *,
    on: dt.date | None,
    region: str = "FR",
    home: Iterable[str] = _FRANCE,
    zone: str = "Europe/Paris",
    file: str = "hlr",
) -> Outcome[HlrReading]:
    """Read the rows of a results file; `on` is the day of the lookup where a row says none. Never raises for a row.

    National numbers are read in `region`; numbers of the regions `home` are not from abroad.
    """
    regions = frozenset(home)
    latest: dict[str, HlrResult] = {}
    unread: list[int] = []
    duplicates: list[int] = []
    entries: list[Entry] = []
    for number, row in enumerate(rows, 1):
        source = SourceRef(file=file, row=number)
        cells = _COLUMNS.read(row)
        phone = phone_of(cells.get("number", ""), region=region)
        if phone is None:
            unread.append(number)
            entries.append(finding("return.number-unreadable", source=source))
            continue
        result = _result(cells, phone, number, day_of(cells.get("on"), zone=zone) or on)
        entries += [finding(code, source=source) for code in _codes(result, cells, regions)]
        earlier = latest.get(phone.e164)
        if earlier is not None:
            duplicates.append(number)
            entries.append(finding(_again(earlier, result), source=source))
            result = max(earlier, result, key=_newness)
        latest[phone.e164] = result
    reading = HlrReading(
        results=tuple(latest.values()), unread=tuple(unread), duplicates=tuple(duplicates), home=regions
    )
    return Outcome(reading, Journal(tuple(entries)))


def _result(cells: Mapping[str, str], phone: Phone, row: int, on: dt.date | None) -> HlrResult:
    said = word_of(cells.get("ported", ""))
    return HlrResult(
        phone=phone,
        status=_status(cells),
        on=on,
        network=cells.get("network"),
        original=cells.get("original"),
        ported=True if said in _YES else False if said in _NO else None,
        row=row,
    )


def _status(cells: Mapping[str, str]) -> HlrStatus:
    """Read the error where the status says nothing certain, and the graver-founded of the two otherwise."""
    status = _WORDS.get(word_of(cells.get("status", "")), HlrStatus.UNKNOWN)
    return _WORDS.get(word_of(cells.get("error", "")), status) if status is HlrStatus.UNKNOWN else status


_STATUS_CODES: Final = {
    HlrStatus.UNASSIGNED: "return.unassigned",
    HlrStatus.INVALID: "return.invalid",
}


def _codes(result: HlrResult, cells: Mapping[str, str], home: frozenset[str]) -> Iterable[str]:
    """Give the codes of what there is to say of one row."""
    known = {word_of(cells.get(name, "")) for name in ("status", "error")} & _WORDS.keys()
    if not known:
        yield "return.status-unknown"
    if result.status in _STATUS_CODES:
        yield _STATUS_CODES[result.status]
    if result.ported:
        yield "return.ported"
    if result.phone.region not in home:
        yield "return.international"


def _again(earlier: HlrResult, later: HlrResult) -> str:
    """Tell a repetition from a contradiction of one day."""
    same = earlier.status is later.status or earlier.on != later.on
    return "return.duplicate" if same else "return.contradiction"


_SURE: Final = (
    HlrStatus.UNKNOWN,
    HlrStatus.INVALID,
    HlrStatus.UNASSIGNED,
    HlrStatus.ABSENT,
    HlrStatus.REACHABLE,
)


def _newness(result: HlrResult) -> tuple[dt.date, int, int]:
    """Order results of one number: the newest day, then the one that shows life, then the last row."""
    return result.on or dt.date.min, _SURE.index(result.status), result.row


def with_portings(history: Iterable[Porting], reading: HlrReading) -> tuple[Porting, ...]:
    """Add to a history the portings that are new; nothing that stands in it is changed or dropped."""
    known = list(history)
    last = {porting.address: porting.to_network for porting in known}
    for porting in reading.portings:
        if porting.address not in last or last[porting.address] != porting.to_network:
            known.append(porting)
            last[porting.address] = porting.to_network
    return tuple(known)
