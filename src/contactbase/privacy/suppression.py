"""The suppression list: who must not be reached, kept as keyed fingerprints that survive an erasure.

It is one of three stores and never mixed with the others: consents permit, this list forbids, deliverability knows
about addresses. It belongs to addresses and not to contacts, so that a deleted or re-imported contact stays stopped.

Unlike the other values of this library the list is changed in place: a prohibition must not be lost because somebody
forgot to keep the new list.

>>> stops = SuppressionList(KeyRing.of("contactbase-test-key-v1-32bytes!"))
>>> added, journal = stops.add("06 12 34 56 78", "sms", reason=SuppressionReason.OPTOUT, on=dt.date(2026, 11, 20))
>>> from contactbase.model.contact import Phone
>>> lea = Contact(id="c-1", phones=(Phone("+33612345678"),))
>>> verdict = stops.judge(lea, channel=Channel.SMS, purpose=Purpose.MARKETING, as_of=dt.date(2026, 11, 22))
>>> verdict.blocked, verdict.code, stops
(True, 'suppression.optout', SuppressionList(1 entry))
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from contactbase.errors import PrivacyError
from contactbase.model.contact import Contact
from contactbase.model.enums import Channel, Purpose
from contactbase.model.hints import Hints
from contactbase.model.journal import Entry, Journal, Outcome, finding
from contactbase.model.suppression import (
    OF_ONE_ADDRESS,
    AddressKind,
    Suppressed,
    SuppressionEntry,
    SuppressionReason,
    SuppressionScope,
)
from contactbase.privacy.addresses import KINDS_OF, Address, addresses_of, foreign_forms, read_address
from contactbase.privacy.keys import KeyRing

__all__ = ["ALGORITHMS", "EVERYTHING", "SuppressionList"]

EVERYTHING: Final = SuppressionScope()
"""The scope of a prohibition that says nothing narrower: all brands, all purposes."""

ALGORITHMS: Final = ("md5", "sha1", "sha256", "sha512")
"""Hashes of other tools that can be taken in."""

_Place = tuple[SuppressionReason, SuppressionScope]


class SuppressionList:
    """Prohibitions under a key ring. Adding one twice changes nothing but its days; the strongest is said first."""

    __slots__ = ("_entries", "_found_under", "keys")

    def __init__(self, keys: KeyRing, entries: Iterable[SuppressionEntry] = ()) -> None:
        """Start with some entries; PrivacyError where one is under a key that the ring does not have."""
        self.keys = keys
        self._entries: dict[str, dict[_Place, SuppressionEntry]] = {}
        self._found_under: Counter[tuple[AddressKind, str, str]] = Counter()
        for entry in entries:
            self.put(entry)

    # Adding.

    def put(self, entry: SuppressionEntry) -> SuppressionEntry:
        """Add an entry; give the one that stands there now, with the earliest and the latest day of both."""
        if entry.key_id not in self.keys:
            raise PrivacyError(
                f"An entry is under the key {entry.key_id}, which is not in the ring {self.keys.ids}. Add that key: "
                "without it the people of these entries would be written to."
            )
        places = self._entries.setdefault(entry.digest, {})
        place = (entry.reason, entry.scope)
        before = places.get(place)
        if before is None:
            self._found_under[entry.kind, entry.key_id, entry.via] += 1
        places[place] = entry if before is None else _united(before, entry)
        return places[place]

    def add(
        self,
        address: str,
        kind: AddressKind | Channel | str,
        *,
        reason: SuppressionReason,
        on: dt.date | None,
        scope: SuppressionScope = EVERYTHING,
        source: str = "",
        expires: dt.date | None = None,
        region: str = "FR",
    ) -> Outcome[tuple[SuppressionEntry, ...]]:
        """Forbid an address, or every address in a cell; give the entries, and a finding where none could be read.

        `on` is the day on which it was said (None: unknown, which counts as newer than any consent). The address itself
        is forgotten at once.
        """
        kind = AddressKind(kind)
        forms = read_address(kind, address, Hints(region=region)).forms
        made = tuple(
            self.put(self._entry(form, kind, reason, on, scope, source, expires)) for form in dict.fromkeys(forms)
        )
        unread: tuple[Entry, ...] = () if made else (finding("suppression.unreadable-address", kind=kind.value),)
        return Outcome(made, Journal(unread))

    def add_contact(
        self,
        contact: Contact,
        *,
        reason: SuppressionReason,
        on: dt.date | None,
        kinds: Iterable[AddressKind] = AddressKind,
        scope: SuppressionScope = EVERYTHING,
        source: str = "",
    ) -> tuple[SuppressionEntry, ...]:
        """Forbid every address of a contact and, where name and birth date are known, the person; give the entries."""
        return tuple(
            self.put(self._entry(address.forms[0], kind, reason, on, scope, source, None))
            for kind in kinds
            for address in addresses_of(contact, kind)
        )

    def _entry(
        self,
        form: str,
        kind: AddressKind,
        reason: SuppressionReason,
        on: dt.date | None,
        scope: SuppressionScope,
        source: str,
        expires: dt.date | None,
    ) -> SuppressionEntry:
        return SuppressionEntry(
            digest=self.keys.digest(kind, form),
            kind=kind,
            reason=reason,
            created=on,
            latest=on,
            scope=scope,
            source=refuse_personal(source, "source"),
            key_id=self.keys.active,
            expires=expires,
        )

    # Looking up.

    def find(self, kind: AddressKind, address: Address) -> Iterator[SuppressionEntry]:
        """Yield the entries about an address, under every key of the ring and every algorithm in use."""
        for digest in self.digests(kind, address):
            found = self._entries.get(digest)
            if found is not None:
                yield from found.values()

    def digests(self, kind: AddressKind, address: Address) -> Iterator[str]:
        """Yield the fingerprints under which an address may stand in this list."""
        for of_kind, key_id, via in self._found_under:
            if of_kind is not kind:
                continue
            digest = self.keys.digester(f"{kind.value}:{via}" if via else kind.value, key_id)
            forms = foreign_forms(kind, address) if via else address.forms
            for form in forms:
                yield digest(hashlib.new(via, form.encode(), usedforsecurity=False).hexdigest() if via else form)

    def on(
        self, address: str, kind: AddressKind | Channel | str, *, region: str = "FR"
    ) -> tuple[SuppressionEntry, ...]:
        """Give the entries about an address as it is typed, strongest reason first, whatever their scope."""
        kind = AddressKind(kind)
        forms = read_address(kind, address, Hints(region=region)).forms
        bare = address.strip()
        found = (entry for form in forms for entry in self.find(kind, Address(_written(kind, form, bare), (form,))))
        return tuple(sorted(dict.fromkeys(found), key=_order))

    def judge(
        self, contact: Contact, *, channel: Channel, purpose: Purpose, as_of: dt.date, brand: str | None = None
    ) -> Suppressed:
        """Say whether a contact must not be reached on a channel for a purpose, and why.

        What is about the person (a STOP, a complaint, an erasure) on any address of the channel blocks the channel;
        what is about an address (a hard bounce) takes that address away. No address at all is no prohibition.
        """
        kind = KINDS_OF[channel]
        found: list[SuppressionEntry] = []
        left: list[str] = []
        blocked = False
        addresses = addresses_of(contact, kind)
        for address in addresses:
            entries = self._forbidding(kind, address, channel, purpose, brand, as_of)
            found += entries
            if not entries:
                left.append(address.text)
            blocked = blocked or any(entry.reason not in OF_ONE_ADDRESS for entry in entries)
        for person in addresses_of(contact, AddressKind.PERSON):
            entries = self._forbidding(AddressKind.PERSON, person, channel, purpose, brand, as_of)
            found += entries
            blocked = blocked or bool(entries)
        if not found:
            return Suppressed(addresses=tuple(left))
        blocked = blocked or not left
        reasons = tuple(sorted(dict.fromkeys(found), key=_order))
        return Suppressed(blocked=blocked, entries=reasons, addresses=() if blocked else tuple(left))

    def _forbidding(
        self, kind: AddressKind, address: Address, channel: Channel, purpose: Purpose, brand: str | None, as_of: dt.date
    ) -> list[SuppressionEntry]:
        return [
            entry
            for entry in self.find(kind, address)
            if entry.forbids(purpose, as_of=as_of, channel=channel, brand=brand)
        ]

    # The list as a whole.

    def __iter__(self) -> Iterator[SuppressionEntry]:
        """Yield the entries, in an order that says nothing about when they came in."""
        for digest in sorted(self._entries):
            yield from sorted(self._entries[digest].values(), key=_order)

    def __len__(self) -> int:
        return sum(map(len, self._entries.values()))

    def __contains__(self, digest: object) -> bool:
        return digest in self._entries

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SuppressionList) and self._entries == other._entries

    __hash__ = None  # type: ignore[assignment]  # the list changes

    def __repr__(self) -> str:
        return f"SuppressionList({len(self)} entr{'y' if len(self) == 1 else 'ies'})"

    def count(self) -> dict[SuppressionReason, int]:
        """How many entries there are of each reason, in the order of the reasons."""
        counts = Counter(entry.reason for entry in self)
        return {reason: counts[reason] for reason in SuppressionReason if counts[reason]}

    def by_key(self) -> dict[str, int]:
        """How many entries are under each key of the ring; a key with none can be retired."""
        counts = Counter(entry.key_id for entry in self)
        return {key_id: counts[key_id] for key_id in self.keys.ids}

    def together(self, other: SuppressionList) -> SuppressionList:
        """Give the list of everything that either forbids, under the keys of both; in any order the same entries.

        What was lifted in one and still stands in the other stands: the most restrictive wins.
        """
        return SuppressionList(self.keys.together(other.keys), [*self, *other])

    def rotated(self, key: str | bytes) -> SuppressionList:
        """Give the list under a ring whose new key makes new entries; every old entry is still found."""
        return SuppressionList(self.keys.with_new(key), self)

    def remove(self, entry: SuppressionEntry) -> None:
        """Take an entry out; KeyError when it is not there. `lift` decides whether one may."""
        places = self._entries[entry.digest]
        del places[entry.reason, entry.scope]
        if not places:
            del self._entries[entry.digest]
        place = (entry.kind, entry.key_id, entry.via)
        self._found_under[place] -= 1
        if not self._found_under[place]:
            del self._found_under[place]


def _order(entry: SuppressionEntry) -> tuple[object, ...]:
    scope = entry.scope
    return entry.rank, entry.kind, entry.digest, scope.brand or "", scope.purpose or "", scope.channel or ""


def _written(kind: AddressKind, form: str, bare: str) -> str:
    """Give an address as it is written, for hashes of it: of a mailbox the text given, of a number its E.164."""
    return bare if kind is AddressKind.EMAIL and "@" in bare else form


def _united(one: SuppressionEntry, other: SuppressionEntry) -> SuppressionEntry:
    """Give one entry for two statements: earliest and latest day, the expiry that is further away."""
    days = [entry.created for entry in (one, other) if entry.created is not None]
    last = (one.latest, other.latest)
    ends = (one.expires, other.expires)
    return attrs.evolve(
        one,
        created=min(days, default=None),
        latest=None if None in last else max(last),  # type: ignore[type-var]  # None was looked for
        expires=None if None in ends else max(ends),  # type: ignore[type-var]  # the same
        source=min(one.source, other.source) or max(one.source, other.source),
        via=one.via,
    )


def refuse_personal(text: str, what: str) -> str:
    """Give a text back; PrivacyError where it holds what looks like an address or a phone number."""
    if "@" in text or (any(map(str.isdecimal, text)) and read_address(AddressKind.PHONE, text).forms):
        raise PrivacyError(
            f"The {what} looks like an address or a number. This list holds none: name the file or form."
        )
    return text
