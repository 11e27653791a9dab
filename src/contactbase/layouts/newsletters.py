"""Four newsletter tools: Substack, beehiiv, Ghost and TinyNews, as their exports stand in tests of an import.

A word of status is taken only where it says no, or names a subscription to e-mail; `active` alone may be a paid plan
and is no consent.

>>> BEEHIIV.codes["opt_in_email"]["active"], SUBSTACK.columns["email disabled"]
('unknown', 'opt_out_email')
"""

from __future__ import annotations

from typing import Final

from contactbase.layouts.layout import Layout, claims, mark
from contactbase.model.hints import DateOrder
from contactbase.model.source import Citation, Confidence
from contactbase.model.text import Text

__all__ = ["BEEHIIV", "GHOST", "SUBSTACK", "TINYNEWS"]

_SOURCES: Final = (
    Citation(
        authority="TryGhost/migrate and TryGhost/Ghost",
        instrument="fixtures of imports",
        confidence=Confidence.REPOSITORY,
    ),
)
_UNVERIFIED: Final = Text(
    "The words of the status were seen in fixtures only; a word that is not known gives no consent.",
    "Les mots du statut n'ont été vus que dans des jeux d'essai ; un mot inconnu ne donne aucun consentement.",
)

SUBSTACK: Final = Layout(
    name="substack",
    title=Text("Substack subscribers", "Abonnés Substack"),
    marks=(mark("email, expiry, email_disabled, prefer_digests"),),
    columns=claims(
        email="email",
        collected_on="created_at",
        opt_out_email="email_disabled",
        beside="active_subscription, expiry, prefer_digests, stripe_connected_customer_id, type",
    ),
    date_order=DateOrder.YMD,
    sources=_SOURCES,
    unverified=_UNVERIFIED,
)

BEEHIIV: Final = Layout(
    name="beehiiv",
    title=Text("beehiiv subscribers", "Abonnés beehiiv"),
    marks=(
        mark("email, status, tier, created_at, unsubscribed_at"),
        mark("email, status, tier, created_at, stripe_customer_id"),
    ),
    columns=claims(
        email="email",
        first_name="First Name",
        last_name="Last Name",
        opt_in_email="status",
        collected_on="created_at",
        withdrawn_on="unsubscribed_at",
        beside="tier, stripe_customer_id",
    ),
    codes={"opt_in_email": {"active": "unknown", "inactive": "unsubscribed", "unsubscribed": "unsubscribed"}},
    date_order=DateOrder.YMD,
    sources=_SOURCES,
    unverified=_UNVERIFIED,
)

GHOST: Final = Layout(
    name="ghost",
    title=Text("Ghost members", "Membres Ghost"),
    marks=(mark("email, subscribed_to_emails, complimentary_plan"), mark("email, subscribed_to_emails, labels")),
    columns=claims(
        id="id",
        email="email",
        full_name="name",
        opt_in_email="subscribed_to_emails",
        collected_on="created_at",
        tags="labels",
        beside="note, complimentary_plan, stripe_customer_id, deleted_at, tiers",
    ),
    date_order=DateOrder.YMD,
    list_separator=",",
    sources=_SOURCES,
)

TINYNEWS: Final = Layout(
    name="tinynews",
    title=Text("TinyNews subscribers", "Abonnés TinyNews"),
    marks=(
        mark("email, First name, Last name, Date added, Last modified, status, clicks, opens"),
        mark("Channel id, Status, Tier, Engagement OptIn, Email"),
    ),
    columns=claims(
        id="Id",
        email="email",
        first_name="First name, Name",
        last_name="Last name, Surname",
        collected_on="Date added, Created at",
        opt_in_email="status",
        tags="Tags",
        beside="Channel id, Tier, Tier title, Deleted at, Updated At, User id, Last modified, clicks, opens",
    ),
    codes={
        "opt_in_email": {"0": "unknown", "1": "unknown", "subscribed": "subscribed", "unsubscribed": "unsubscribed"}
    },
    date_order=DateOrder.YMD,
    sources=_SOURCES,
    unverified=_UNVERIFIED,
)
