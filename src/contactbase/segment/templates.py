"""Segments by objective (R59): cross-selling, win-back, referral, and their like, ready to be read and changed.

Each is made with the builder, so each has a text that can be copied and edited, and states its purpose (R09).

>>> print(win_back(months=6, before=24))
last_purchase is last 24 months and has no purchases in last 6 months
>>> cross_sell("Bague", "Collier").purpose
'cross-selling'
"""

from __future__ import annotations

from contactbase.segment.builder import F
from contactbase.segment.phrases import last, money, next_
from contactbase.segment.segment import Segment

__all__ = ["birthday", "cross_sell", "dormant", "new_customers", "referral", "win_back"]


def cross_sell(bought: str, missing: str, *, months: int = 24) -> Segment:
    """Give those who bought one category and never another."""
    has = F.purchases.where(F.category == bought).within(last(months).months).exists()
    lacks = F.purchases.where(F.category == missing).missing()
    about = f"Bought {bought} in the last {months} months, and never {missing}."
    return Segment(f"cross-selling {bought} to {missing}", has & lacks, purpose="cross-selling", description=about)


def win_back(*, months: int = 6, before: int = 24) -> Segment:
    """Give those who bought in the last `before` months, and not in the last `months`."""
    gone = F.last_purchase.is_within(last(before).months) & F.purchases.within(last(months).months).missing()
    about = f"Customers of the last {before} months who stopped {months} months ago."
    return Segment("win back", gone, purpose="win-back", description=about)


def referral(*, orders: int = 3, months: int = 12) -> Segment:
    """Give those who buy often enough to recommend us."""
    loyal = F.purchases.within(last(months).months).count() >= orders
    about = f"Bought {orders} times or more in the last {months} months: they may recommend us."
    return Segment("referral", loyal, purpose="referral", description=about)


def new_customers(*, days: int = 30) -> Segment:
    """Give those whose first purchase is recent."""
    first = F.first_purchase.is_within(last(days).days)
    return Segment("new customers", first, purpose="welcome", description=f"First purchase in the last {days} days.")


def birthday(*, days: int = 7) -> Segment:
    """Give those whose birthday comes within some days."""
    soon = F.birth_date.anniversary().is_within(next_(days).days)
    return Segment("birthday", soon, purpose="birthday", description=f"Birthday within {days} days.")


def dormant(*, years: int = 2, spent: int = 0, currency: str = "EUR") -> Segment:
    """Give customers silent for years, who spent that much at least (in whole units of a currency)."""
    silent = (F.relationship == "customer") & F.last_contact_by_person.known()
    silent &= ~F.last_contact_by_person.is_within(last(years).years)
    if spent:
        silent &= F.spent >= money(spent, currency)
    about = f"Customers without any act of theirs for {years} years."
    return Segment("dormant", silent, purpose="win-back", description=about)
