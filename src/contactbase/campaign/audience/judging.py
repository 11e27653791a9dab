"""The judgement of a base: the reasons of each contact, alone first, then beside those who share an address.

Addresses are told apart after individual exclusions, so that nobody who is left out takes an address from somebody who
is not. Of several contacts at one address the one with the first id stays, whatever the order of the base; contacts
without an address are never duplicates.

>>> by_id(["c-10", "c-2"])
['c-2', 'c-10']
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final, TypeAlias

from contactbase.campaign.audience.address import ADDRESS_OF
from contactbase.campaign.audience.campaign import Campaign
from contactbase.campaign.audience.exclusions.catalog import FAMILIES
from contactbase.campaign.audience.exclusions.pressure import (
    HOUSEHOLD_CODE,
    by_household,
    counted,
    household_caps_in_force,
)
from contactbase.campaign.audience.reason import Reason, in_order, of_rule
from contactbase.campaign.audience.stage import Stage
from contactbase.campaign.frequency import Sent, check_cap
from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.policy.sending import CapRule

__all__ = ["Reasons", "beside_others", "by_id", "judged_alone"]

Reasons: TypeAlias = dict[str, tuple[Reason, ...]]
"""The reasons of the contacts that have some, in the documented order, by id."""

_TOGETHER: Final = 4096
"""Contacts that the families are asked about at once."""
_DUPLICATE: Final = Reason(stage=Stage.DUPLICATE_ADDRESS, code="exclusion.duplicate-address")


def judged_alone(campaign: Campaign, selected: Iterable[Contact], base: ContactBase) -> Reasons:
    """Give the reasons of each selected contact by itself; `base` is the whole base, whose stops bind them."""
    finders = [family.prepare(campaign, base) for family in FAMILIES]
    known: dict[tuple[Reason, ...], tuple[Reason, ...]] = {}
    found: Reasons = {}
    for batch in _batches(selected):
        for contact, reasons in zip(batch, _collected(batch, finders), strict=True):
            if reasons:
                ordered = in_order(reasons)
                found[contact.id] = known.setdefault(ordered, ordered)
    return found


def _batches(contacts: Iterable[Contact]) -> Iterator[tuple[Contact, ...]]:
    waiting = iter(contacts)
    while batch := tuple(islice(waiting, _TOGETHER)):
        yield batch


def _collected(
    batch: Sequence[Contact], finders: Iterable[Callable[[Sequence[Contact]], Iterable[tuple[int, Reason]]]]
) -> list[list[Reason]]:
    collected: list[list[Reason]] = [[] for _ in batch]
    for find in finders:
        for place, reason in find(batch):
            collected[place].append(reason)
    return collected


def beside_others(campaign: Campaign, selected: Mapping[str, Contact], base: ContactBase, alone: Reasons) -> Reasons:
    """Give the reasons once addresses and households are shared out among those who are left."""
    reasons = dict(alone)
    caps = household_caps_in_force(campaign) if campaign.prospects else ()
    if caps:
        _share_both(campaign, selected, base, reasons, caps)
    else:
        _share_addresses(campaign, selected, reasons)
    return reasons


def _left(selected: Mapping[str, Contact], reasons: Reasons) -> Iterator[Contact]:
    for contact in selected.values():
        found = reasons.get(contact.id)
        if found is None or found[0].stage.defers:
            yield contact


def _share_addresses(campaign: Campaign, selected: Mapping[str, Contact], reasons: Reasons) -> None:
    for group in _groups(_left(selected, reasons), ADDRESS_OF[campaign.channel]):
        for contact_id in by_id(group)[1:]:
            reasons[contact_id] = in_order([*reasons.get(contact_id, ()), _DUPLICATE])


def _share_both(
    campaign: Campaign,
    selected: Mapping[str, Contact],
    base: ContactBase,
    reasons: Reasons,
    caps: Sequence[CapRule],
) -> None:
    """Go by id: whoever finds the address free and room in the household takes both, and nobody takes only one."""
    address_of, sent = ADDRESS_OF[campaign.channel], counted(base, by_household)
    taken: set[str] = set()
    for contact_id in by_id([contact.id for contact in _left(selected, reasons)]):
        contact = selected[contact_id]
        key, household = address_of(contact), contact.household
        got = sent.setdefault(household, []) if household is not None else []
        full = household is not None and next((cap for cap in caps if _is_full(cap, got, campaign)), None)
        if key in taken:
            reasons[contact_id] = in_order([*reasons.get(contact_id, ()), _DUPLICATE])
        elif full:
            made = of_rule(Stage.PRESSURE_CAP, HOUSEHOLD_CODE, full)
            reasons[contact_id] = in_order([*reasons.get(contact_id, ()), made])
        else:
            taken.update(() if key is None else (key,))
            got.append(Sent(campaign.day, campaign.channel, campaign.purpose))


def _is_full(cap: CapRule, got: Sequence[Sent], campaign: Campaign) -> bool:
    return not check_cap(cap, got, on=campaign.day).allowed


def _groups(contacts: Iterable[Contact], key_of: Callable[[Contact], str | None]) -> Iterator[list[str]]:
    """Give the ids of those who share a key, where several do."""
    first: dict[str, str] = {}
    several: dict[str, list[str]] = {}
    for contact in contacts:
        key = key_of(contact)
        if key is None:
            continue
        before = first.setdefault(key, contact.id)
        if before is not contact.id:
            several.setdefault(key, [before]).append(contact.id)
    yield from several.values()


def by_id(ids: Collection[str]) -> list[str]:
    """Give ids in their own order: shorter ones first, then by their characters."""
    return sorted(ids, key=lambda each: (len(each), each))
