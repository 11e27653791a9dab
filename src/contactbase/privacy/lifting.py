"""Lifting a prohibition: which cause may end which reason. What may not be lifted stays, and a finding says so.

A STOP ends by the person's own later word, a dead address by a later proof that it lives, an erasure by the person
coming back, a complaint or a legal restriction only by hand with a note: a START never lifts a complaint. "Later" means
a later day: on the day of the last STOP the STOP stands, and an undated STOP counts as newer than anything.

>>> from contactbase.privacy.keys import KeyRing
>>> stops = SuppressionList(KeyRing.of("contactbase-test-key-v1-32bytes!"))
>>> stop, day = SuppressionReason.COMPLAINT, dt.date(2026, 3, 1)
>>> _ = stops.add("+33612345678", "sms", reason=stop, on=day)
>>> lifted, journal = lift(stops, "+33612345678", "sms", cause=LiftCause.START, on=dt.date(2026, 5, 1))
>>> len(lifted), journal.count(), len(stops)
(0, {'suppression.not-lifted': 1}, 1)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from contactbase.errors import PrivacyError
from contactbase.model.enums import Channel
from contactbase.model.journal import Entry, Journal, Outcome, finding
from contactbase.model.suppression import AddressKind, SuppressionEntry, SuppressionReason, SuppressionScope
from contactbase.privacy.suppression import SuppressionList, refuse_personal

__all__ = ["MAY_LIFT", "LiftCause", "lift"]


class LiftCause(StrEnum):
    """Why a prohibition may end.

    `start` is the person's own START from that address, `grant` a consent of theirs whose proof is named,
    `new_collection` their coming back after an erasure, `verification` a check that the address lives and is theirs,
    `by_hand` a decision of the controller with its reason written down.
    """

    START = "start"
    GRANT = "grant"
    NEW_COLLECTION = "new_collection"
    VERIFICATION = "verification"
    BY_HAND = "by_hand"


MAY_LIFT: Final[Mapping[SuppressionReason, frozenset[LiftCause]]] = {
    SuppressionReason.OPTOUT: frozenset({LiftCause.START, LiftCause.GRANT}),
    SuppressionReason.COMPLAINT: frozenset({LiftCause.BY_HAND}),
    SuppressionReason.HARD_BOUNCE: frozenset({LiftCause.VERIFICATION, LiftCause.BY_HAND}),
    SuppressionReason.ERASURE: frozenset({LiftCause.NEW_COLLECTION}),
    SuppressionReason.LEGAL: frozenset({LiftCause.BY_HAND}),
    SuppressionReason.MANUAL: frozenset({LiftCause.GRANT, LiftCause.BY_HAND}),
    SuppressionReason.SHARED_ADDRESS: frozenset({LiftCause.VERIFICATION, LiftCause.BY_HAND}),
}
"""Which causes may end which reason."""

_NEEDS_PROOF: Final = frozenset({LiftCause.GRANT, LiftCause.NEW_COLLECTION, LiftCause.VERIFICATION})


def lift(
    stops: SuppressionList,
    address: str,
    kind: AddressKind | Channel | str,
    *,
    cause: LiftCause,
    on: dt.date,
    proof: str = "",
    note: str = "",
    scope: SuppressionScope | None = None,
    region: str = "FR",
) -> Outcome[tuple[SuppressionEntry, ...]]:
    """Take out of the list what the cause may end for an address; give those entries, and say what stands.

    `proof` names the evidence of a grant, a return or a verification, `note` the reason of a lift by hand; PrivacyError
    where it is missing or holds an address. `scope` narrows the lift to entries of exactly that scope.
    """
    _check_grounds(cause, proof, note)
    lifted: list[SuppressionEntry] = []
    said: list[Entry] = []
    for entry in stops.on(address, kind, region=region):
        if scope is not None and entry.scope != scope:
            continue
        if _may(entry, cause, on):
            stops.remove(entry)
            lifted.append(entry)
            said.append(finding("suppression.lifted", reason=entry.reason.value, cause=cause.value))
        else:
            said.append(finding("suppression.not-lifted", reason=entry.reason.value, cause=cause.value))
    return Outcome(tuple(lifted), Journal(tuple(said)))


def _check_grounds(cause: LiftCause, proof: str, note: str) -> None:
    refuse_personal(proof, "proof")
    refuse_personal(note, "note")
    if cause in _NEEDS_PROOF and not proof.strip():
        raise PrivacyError(f"A lift by {cause} needs its proof: name the form, the file or the check, as proof=...")
    if cause is LiftCause.BY_HAND and not note.strip():
        raise PrivacyError("A lift by hand needs a note that says why, as note=...")


def _may(entry: SuppressionEntry, cause: LiftCause, on: dt.date) -> bool:
    if cause not in MAY_LIFT[entry.reason]:
        return False
    return cause is LiftCause.BY_HAND or (entry.latest is not None and on > entry.latest)
