"""The one list of policies. A new country is one module in `countries` and one line here.

>>> policy_named("fr") is FR
True
"""

from __future__ import annotations

from typing import Final

from contactbase.errors import PolicyError
from contactbase.policy.countries.fr import FR, FR_DELETE_ONLY
from contactbase.policy.policy import Policy

__all__ = ["FR", "FR_DELETE_ONLY", "POLICIES", "policy_named"]

POLICIES: Final[dict[str, Policy]] = {policy.id: policy for policy in (FR, FR_DELETE_ONLY)}
"""Policies by id."""


def policy_named(name: str) -> Policy:
    """Give a policy by its id, in any case; PolicyError lists the ids there are."""
    policy = POLICIES.get(name.strip().lower())
    if policy is None:
        raise PolicyError(f"There is no policy {name!r}. There are: {', '.join(POLICIES)}.")
    return policy
