"""A retention plan as JSON, so that it can be reviewed by somebody and applied later, and only to the same base.

It holds ids, dates, codes and sources, no names and no addresses. The policy is named by its id and version and by a
hash of everything it says, so that a plan is not applied under another policy either.

>>> from contactbase.model.contact import Contact
>>> from contactbase.model.contact_base import ContactBase
>>> from contactbase.policy.countries.fr import FR
>>> from contactbase.policy.retain import retain
>>> plan = retain(ContactBase.of([Contact(id="c-1")]), FR, as_of=dt.date(2026, 11, 22))
>>> plan_from_json(plan_to_json(plan), FR) == plan
True
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from typing import Any, Final

from contactbase.errors import PolicyError
from contactbase.model.entry_json import entry_from_json, entry_to_json
from contactbase.model.journal import Decision
from contactbase.policy.policy import Policy
from contactbase.policy.retain import RetentionPlan
from contactbase.policy.written import to_json

__all__ = ["plan_from_json", "plan_to_json"]

_FORMAT: Final = 1


def plan_to_json(plan: RetentionPlan) -> str:
    """Give a plan as JSON, one line for each decision."""
    head = {
        "retention_plan": _FORMAT,
        "policy": str(plan.policy),
        "policy_hash": _hash(plan.policy),
        "as_of": plan.as_of.isoformat(),
        "digest": plan.digest,
        "counts": plan.counts,
    }
    lines = [json.dumps(entry_to_json(decision), ensure_ascii=False) for decision in plan.decisions]
    start = json.dumps(head, ensure_ascii=False, indent=1)[:-2]
    return f'{start},\n "decisions": [' + ",".join(f"\n  {line}" for line in lines) + "]\n}\n"


def plan_from_json(text: str, policy: Policy) -> RetentionPlan:
    """Give the plan of a text; PolicyError when it is none, or was made by another policy."""
    try:
        found: Any = json.loads(text)
        if found["retention_plan"] != _FORMAT:
            raise PolicyError(f"This plan is of the format {found['retention_plan']!r}; this version reads {_FORMAT}.")
        decisions = tuple(_decision(each) for each in found["decisions"])
        made_by, as_of, digest = found["policy_hash"], dt.date.fromisoformat(found["as_of"]), str(found["digest"])
        name = str(found["policy"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise PolicyError("This is no retention plan. Make one with contactbase retain, or plan_to_json.") from error
    if made_by != _hash(policy):
        raise PolicyError(f"This plan was made by {name} as it was then, not by {policy} as it is. Make a new plan.")
    return RetentionPlan(decisions=decisions, policy=policy, as_of=as_of, digest=digest)


def _decision(found: dict[str, Any]) -> Decision:
    entry = entry_from_json(found)
    if not isinstance(entry, Decision):
        raise TypeError("A plan holds decisions.")
    return entry


def _hash(policy: Policy) -> str:
    return hashlib.sha256(to_json(policy).encode("utf-8", "surrogatepass")).hexdigest()
