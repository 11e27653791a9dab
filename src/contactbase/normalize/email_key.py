"""The key of a mailbox: what two spellings of one address have in common. For matching only, never written to.

Convention: small letters everywhere (no provider of consumers tells case apart, though RFC 5321 would let it); for
Gmail the dots and what follows a `+` fall away and `googlemail.com` is `gmail.com`; for Outlook, Hotmail and Live,
iCloud, Fastmail and Proton what follows a `+` falls away; for nobody else does anything. A local part that would be
left empty (`+test@gmail.com`) stays whole. A domain outside ASCII is keyed by its `xn--` form.

>>> mailbox_key("Lea.Durand+promo", "googlemail.com"), mailbox_key("Lea.Durand+promo", "example.org")
('leadurand@gmail.com', 'lea.durand+promo@example.org')
>>> mailbox_key("+test", "gmail.com")
'+test@gmail.com'
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from contactbase.normalize.data.domains import GMAIL, PLUS_ADDRESSING

__all__ = ["LocalRule", "local_rule", "mailbox_key"]

LocalRule = Callable[[str], str]
"""What a provider makes of a local part in small letters."""


def _without_plus(local: str) -> str:
    return (local.partition("+")[0] or local) if "+" in local else local


def _gmail(local: str) -> str:
    name = (local.partition("+")[0] if "+" in local else local).replace(".", "")
    return name or local


def local_rule(domain: str) -> tuple[LocalRule | None, str]:
    """Give a domain's rule for local parts (None: they are their own key) and the domain of the key."""
    if domain in GMAIL:
        return _gmail, "gmail.com"
    return (_without_plus if domain in PLUS_ADDRESSING else None), domain


def mailbox_key(local: str, domain: str) -> str:
    """Give the key of an address from its local part and the ASCII form of its domain."""
    rule, domain = local_rule(domain)
    small = local.lower()
    if not small.isascii():
        small = unicodedata.normalize("NFC", small)
    return f"{small if rule is None else rule(small)}@{domain}"
