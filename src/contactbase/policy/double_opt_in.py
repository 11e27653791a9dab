"""Double opt-in as a state machine over the ledger: requested, given, confirmed (R84).

Nothing is stored but lines of the ledger: a request is a line `requested`, the first answer a line `given`, the second
a line `given` whose proof has the day of confirmation. The state is read from them as of a day, so it can be replayed.
A refusal ends it at any point; silence ends it after `answer_days`. Steps that cannot follow raise.

>>> from contactbase.model.enums import Channel
>>> asked = request(channel=Channel.EMAIL, at=dt.date(2026, 1, 1), address="lea@example.org")
>>> said = answer((asked,), at=dt.date(2026, 1, 2), proof=ConsentProof(form="newsletter", version="3"))
>>> sure = confirm((asked, said), at=dt.date(2026, 1, 3))
>>> [opt_in_state(lines, as_of=dt.date(2026, 1, 5)).value for lines in ([asked], [asked, said], [asked, said, sure])]
['requested', 'given', 'confirmed']
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Final

import attrs

from contactbase.errors import PolicyError
from contactbase.model.consent import ConsentRecord
from contactbase.model.enums import Channel, ConsentStatus, Purpose
from contactbase.model.ledger import Part, governing
from contactbase.model.proof import ConsentProof
from contactbase.policy.deadline import days_later

__all__ = ["OptInState", "answer", "confirm", "decline", "opt_in_state", "request"]

_ANSWER_DAYS: Final = 30
_ASKING: Final = frozenset({ConsentStatus.REQUESTED, ConsentStatus.REQUEST_DEFERRED})


class OptInState(StrEnum):
    """Where a person stands: only `confirmed` lets anything be sent but the question itself."""

    NOT_ASKED = "not_asked"
    REQUESTED = "requested"
    GIVEN = "given"
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    LAPSED = "lapsed"


def opt_in_state(lines: Iterable[ConsentRecord], *, as_of: dt.date, answer_days: int = _ANSWER_DAYS) -> OptInState:
    """Give the state of lines of one channel, purpose and address as of a day; PolicyError where they are of several.

    A request or an unconfirmed answer waits through `answer_days` days after its own, and has lapsed on the next.
    """
    held = [line for line in lines if line.at is None or line.at <= as_of or line.status not in _ASKING]
    _one_matter(held)
    found = governing(held, as_of)
    asked = max((line.at for line in held if line.status in _ASKING and line.at is not None), default=None)
    if found.lines and found.part is not Part.GRANT:
        again = asked is not None and found.lines[0].at is not None and asked > found.lines[0].at
        ended = OptInState.LAPSED if found.part is Part.LAPSE else OptInState.REFUSED
        return _waiting(OptInState.REQUESTED, asked, as_of, answer_days) if again and asked is not None else ended
    if found.lines:
        given = found.lines[0].at or as_of
        sure = any(_confirmed_on(line, as_of) for line in found.lines)
        return OptInState.CONFIRMED if sure else _waiting(OptInState.GIVEN, given, as_of, answer_days)
    return OptInState.NOT_ASKED if asked is None else _waiting(OptInState.REQUESTED, asked, as_of, answer_days)


def _confirmed_on(line: ConsentRecord, as_of: dt.date) -> bool:
    proof = ConsentProof.read(line.proof)
    return proof is not None and proof.confirmed_on is not None and proof.confirmed_on <= as_of


def _waiting(state: OptInState, since: dt.date, as_of: dt.date, answer_days: int) -> OptInState:
    return OptInState.LAPSED if as_of > days_later(since, answer_days) else state


def _one_matter(lines: Sequence[ConsentRecord]) -> None:
    matters = {(line.channel, line.purpose) for line in lines}
    addresses = {line.address for line in lines if line.address is not None}
    if len(matters) > 1 or len(addresses) > 1:
        raise PolicyError(
            "These lines are of several channels, purposes or addresses. Give those of one of each: about(records, "
            "channel, purpose)."
        )


def request(
    *, channel: Channel, at: dt.date, address: str | None = None, purpose: Purpose = Purpose.MARKETING
) -> ConsentRecord:
    """Give the line that says that the person was asked."""
    return ConsentRecord(
        channel=channel, status=ConsentStatus.REQUESTED, purpose=purpose, at=at, recorded_on=at, address=address
    )


def answer(
    lines: Sequence[ConsentRecord], *, at: dt.date, proof: ConsentProof | None = None, answer_days: int = _ANSWER_DAYS
) -> ConsentRecord:
    """Give the line of the first yes; PolicyError when nobody asked, or it comes after the days to answer."""
    state = opt_in_state(lines, as_of=at, answer_days=answer_days)
    if state is not OptInState.REQUESTED:
        raise PolicyError(f"A first answer follows a request, and this is {state.value}. Record the request first.")
    shown = None if proof is None else proof.text
    return attrs.evolve(lines[-1], status=ConsentStatus.GIVEN, at=at, recorded_on=at, proof=shown)


def decline(lines: Sequence[ConsentRecord], *, at: dt.date) -> ConsentRecord:
    """Give the line of a no, which is taken at any time; PolicyError when there is no line to say no to."""
    if not lines:
        raise PolicyError("There is no line to say no to. Make a ConsentRecord that states REFUSED for the channel.")
    return attrs.evolve(
        lines[-1],
        status=ConsentStatus.REFUSED,
        at=at,
        recorded_on=at,
        proof=None,
        expires_on=None,
        address=None,
    )


def confirm(
    lines: Sequence[ConsentRecord], *, at: dt.date, evidence: str | None = None, answer_days: int = _ANSWER_DAYS
) -> ConsentRecord:
    """Give the line of the second yes, with the proof of the first; PolicyError when there is no first that waits."""
    state = opt_in_state(lines, as_of=at, answer_days=answer_days)
    if state is not OptInState.GIVEN:
        raise PolicyError(f"A confirmation follows a first answer, and this is {state.value}. Ask the person again.")
    given = governing(lines, at).lines[0]
    first = ConsentProof.read(given.proof) or ConsentProof()
    proof = attrs.evolve(first, confirmed_on=at, evidence=evidence or first.evidence)
    return attrs.evolve(given, at=at, recorded_on=at, proof=proof.text)
