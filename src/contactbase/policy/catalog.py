"""The one list of policies, and what is done with them. A new country is one module in `countries` and one line here.

`cb.policies` is this module: `cb.policies.FR`, `cb.policies.lint(policy, as_of=day)`, `cb.policies.from_toml(text)`.

>>> policy_named("fr") is FR
True
"""

from __future__ import annotations

from typing import Final

from contactbase.errors import PolicyError
from contactbase.policy.compare import diff, simulate
from contactbase.policy.countries.ca import CA_CASL
from contactbase.policy.countries.de import DE
from contactbase.policy.countries.eu import EU_MINIMUM
from contactbase.policy.countries.fr import FR, FR_DELETE_ONLY, FR_STRICT_SEEDS
from contactbase.policy.countries.uk import UK
from contactbase.policy.countries.us import US_FL, US_TCPA
from contactbase.policy.explain import explain
from contactbase.policy.lint import lint
from contactbase.policy.plan_text import plan_from_json, plan_to_json
from contactbase.policy.policy import Policy
from contactbase.policy.texts import retention_texts
from contactbase.policy.written import from_json, from_toml, to_json, to_toml

__all__ = [
    "CA_CASL",
    "DE",
    "EU_MINIMUM",
    "FR",
    "FR_DELETE_ONLY",
    "FR_STRICT_SEEDS",
    "POLICIES",
    "UK",
    "US_FL",
    "US_TCPA",
    "diff",
    "explain",
    "from_json",
    "from_toml",
    "lint",
    "plan_from_json",
    "plan_to_json",
    "policy_named",
    "retention_texts",
    "simulate",
    "to_json",
    "to_toml",
]

POLICIES: Final[dict[str, Policy]] = {
    policy.id: policy for policy in (FR, FR_DELETE_ONLY, FR_STRICT_SEEDS, UK, DE, EU_MINIMUM, US_TCPA, US_FL, CA_CASL)
}
"""Policies by id."""


def policy_named(name: str) -> Policy:
    """Give a policy by its id, in any case; PolicyError lists the ids there are."""
    policy = POLICIES.get(name.strip().lower().replace("_", "-"))
    if policy is None:
        raise PolicyError(f"There is no policy {name!r}. There are: {', '.join(POLICIES)}.")
    return policy
