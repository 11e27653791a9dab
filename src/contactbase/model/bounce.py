"""The classes of returns and their reasons: what a bounce is about.

>>> BounceClass("hard") is BounceClass.HARD
True
"""

from __future__ import annotations

from enum import StrEnum

__all__ = ["BounceClass", "BounceReason"]


class BounceClass(StrEnum):
    """What a return is about: the address, the path to it, us, the message, the person; or a delivery (`none`)."""

    HARD = "hard"
    SOFT = "soft"
    BLOCK = "block"
    MESSAGE = "message"
    COMPLAINT = "complaint"
    UNKNOWN = "unknown"
    NONE = "none"


class BounceReason(StrEnum):
    """Why, within the class."""

    AUTH = "auth"
    BAD_DOMAIN = "bad_domain"
    BAD_MAILBOX = "bad_mailbox"
    BAD_SYNTAX = "bad_syntax"
    CONTENT = "content"
    DELIVERED = "delivered"
    DISABLED = "disabled"
    EXPIRED = "expired"
    FBL = "fbl"
    MAILBOX_FULL = "mailbox_full"
    MOVED = "moved"
    NETWORK = "network"
    NO_CODE = "no_code"
    NULL_MX = "null_mx"
    POLICY = "policy"
    ROUTING = "routing"
    TOO_BIG = "too_big"
    TOO_MANY_RCPT = "too_many_rcpt"
    UNDEFINED = "undefined"
