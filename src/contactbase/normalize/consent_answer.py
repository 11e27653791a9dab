"""What the cell of an opt-in or opt-out column states about a consent.

Polarity belongs to the column. In an opt-in column yes is given and no is refused; in an opt-out column yes is
withdrawn, and no is *unknown*: not to have opted out is no consent. Words such as `subscribed`, `désabonné` or
`pending` speak for themselves, but nothing in an opt-out column gives consent. A day alone, or behind a word, is
the day of the answer. The most restrictive reading wins: what cannot be understood in an opt-out column, and free
text that says stop or not in any column, counts as withdrawn and is reported, and of several columns the strictest
answer comes first. `cleaned` (a mailing tool gave the address up) is no answer of the person; it makes the consent
unusable (W3C DPV, consent invalidated).

>>> OPT_IN.normalize("2021-06-27").values, OPT_IN.normalize("non").values
((ConsentAnswer(status=<ConsentStatus.GIVEN: 'given'>),), (ConsentAnswer(status=<ConsentStatus.REFUSED: 'refused'>),))
>>> [OPT_OUT.normalize(cell).values[0].status.value for cell in ("oui", "non", "subscribed")]
['withdrawn', 'unknown', 'unknown']
"""

from __future__ import annotations

import datetime as dt
import re
from enum import Enum
from typing import Final, Self

import attrs

from contactbase.model.consent import PERMITTING, REFUSING
from contactbase.model.enums import ConsentStatus
from contactbase.model.hints import Hints
from contactbase.model.journal import Finding
from contactbase.normalize import date
from contactbase.normalize.boolean import ANSWERS, is_null
from contactbase.normalize.cell_text import LONGEST, plain
from contactbase.normalize.date_evidence import DateEvidence
from contactbase.normalize.fold import fold
from contactbase.normalize.normalized import Cell, FieldNormalizer, Normalized
from contactbase.normalize.remark import remark
from contactbase.normalize.remember import remember
from contactbase.normalize.several import read_lines

__all__ = ["NEGATIONS", "OPT_IN", "OPT_OUT", "REFUSALS", "ConsentAnswer", "normalize", "text"]

_S = ConsentStatus
_WORDS: Final = {
    _S.GIVEN: "subscribed subscriber optin opt_in opted_in double_opt_in doi abonne abonnee inscrit inscrite accepte "
    "acceptee accord accepted granted consent consented confirmed confirme confirmee angemeldet suscrito iscritto "
    "ingeschreven",
    _S.RENEWED: "renouvele",
    _S.REFUSED: "refuse refusee refus declined denied rejected abgelehnt rechazado rifiutato geweigerd",
    _S.WITHDRAWN: "unsubscribed unsubscribe unsub desabonne desabonnee desabonnement desinscrit desinscrite "
    "desinscription optout opt_out opted_out stop retire retrait blacklisted blacklist blackliste suppressed "
    "do_not_contact do_not_email do_not_call ne_pas_contacter opposition oppose opposee complained complaint plainte "
    "spam abgemeldet baja disiscritto uitgeschreven",
    _S.REVOKED: "revoque revoquee",
    _S.INVALIDATED: "cleaned bounced hard_bounced nettoye",
    _S.EXPIRED: "expire expiree",
    _S.REQUESTED: "pending en_attente unconfirmed not_confirmed non_confirme non_confirmee a_confirmer demande",
    _S.UNKNOWN: "inconnu inconnue not_subscribed nonsubscribed non_subscribed never_subscribed non_abonne non_abonnee "
    "non_inscrit non_inscrite not_set unbekannt desconocido sconosciuto onbekend",
}
_STATUSES: Final = {status.value: status for status in ConsentStatus} | {
    word.replace("_", " "): status for status, words in _WORDS.items() for word in words.split()
}
"""Folded word to the state that it names, whatever the column."""
_CLEANED: Final = frozenset(_WORDS[_S.INVALIDATED].replace("_", " ").split())
_STOPS: Final = frozenset(word for word, status in _STATUSES.items() if status is _S.WITHDRAWN)
REFUSALS: Final = frozenset(
    word for word, status in _STATUSES.items() if status in {_S.REFUSED, _S.WITHDRAWN, _S.REVOKED} and " " not in word
)
"""Single folded words that refuse, wherever they stand."""
NEGATIONS: Final = frozenset("ne pas plus jamais never not kein keine nicht geen niet".split())

_WORD_AND_DAY: Final = re.compile(r"([^\d]+?)[\s:,(]*(?:\b(?:le|on|du|am|el|il)\s)?[\s:,(]*(\d.*?)\)?", re.DOTALL)
_CACHED: Final = 4096


class Polarity(Enum):
    """What yes means in a column."""

    IN = "opt-in"
    OUT = "opt-out"


_YES_NO: Final = {
    Polarity.IN: {True: _S.GIVEN, False: _S.REFUSED},
    Polarity.OUT: {True: _S.WITHDRAWN, False: _S.UNKNOWN},
}


@attrs.frozen
class ConsentAnswer:
    """The state that a cell states, and the day on which it was given (None: the cell does not say)."""

    status: ConsentStatus
    at: dt.date | None = attrs.field(default=None, repr=False)


def text(answer: ConsentAnswer) -> str:
    """Give `given 2021-06-27` or `withdrawn`, which either kind of column reads the same."""
    return answer.status.value if answer.at is None else f"{answer.status.value} {answer.at.isoformat()}"


@attrs.frozen(kw_only=True)
class _Reader:
    field: str | None
    polarity: Polarity
    answers: dict[str, ConsentStatus | None]
    day: Cell[dt.date]

    @classmethod
    def of(cls, hints: Hints, polarity: Polarity) -> Self:
        """Bind the hints; ValueError for a code that stands for no answer."""
        answers = _answers(hints, polarity)
        return cls(field=hints.field, polarity=polarity, answers=answers, day=date.column(_dated(hints)))

    def read(self, cell: str) -> Normalized[ConsentAnswer]:
        """Read one line."""
        cell = plain(cell)
        folded = fold(cell) if len(cell) <= LONGEST else ""
        if not cell:
            return Normalized()
        if folded in self.answers:
            return self._stated(folded, None, ())
        if is_null(cell):
            return Normalized((), (remark("boolean.placeholder", self.field),))
        found = _WORD_AND_DAY.fullmatch(cell) if len(cell) <= LONGEST else None
        if found is not None and fold(found[1]) in self.answers:
            form = self.day(found[2])
            return self._stated(fold(found[1]), form.values[0] if form.values else None, form.findings)
        return self._day_or_words(cell, folded)

    def _stated(self, folded: str, at: dt.date | None, findings: tuple[Finding, ...]) -> Normalized[ConsentAnswer]:
        status = self.answers[folded]
        if status is None:
            return Normalized((), findings)
        if folded in _CLEANED:
            findings += (remark("boolean.cleaned-address", self.field),)
        return Normalized((ConsentAnswer(status, at),), findings)

    def _day_or_words(self, cell: str, folded: str) -> Normalized[ConsentAnswer]:
        """Read a day alone; of other text, take what says stop and what an opt-out column holds as withdrawn."""
        out = self.polarity is Polarity.OUT
        form = self.day(cell)
        if form.values:
            status = _YES_NO[self.polarity][True]
            return Normalized((ConsentAnswer(status, form.values[0]),), form.findings)
        codes = {found.code for found in form.findings}
        if "date.placeholder" in codes or (codes != {"date.unreadable"} and not out):
            return Normalized((), form.findings)
        if codes != {"date.unreadable"}:
            return Normalized((ConsentAnswer(_S.WITHDRAWN),), form.findings)
        if out or not (_STOPS | NEGATIONS).isdisjoint(folded.split()):
            assumed = remark("boolean.opt-out-assumed", self.field)
            return Normalized((ConsentAnswer(_S.WITHDRAWN),), (assumed,))
        return Normalized((), (remark("boolean.unknown-word", self.field),))


def _dated(hints: Hints) -> Hints:
    """Give the hints under which a day in the column is read: it is the day of an act, whatever the field."""
    return hints if hints.field is not None else attrs.evolve(hints, field="consented_on")


def _answers(hints: Hints, polarity: Polarity) -> dict[str, ConsentStatus | None]:
    """Give the table of a column: folded cell to state, the layout's codes first; None says nothing."""
    found: dict[str, ConsentStatus | None] = {word: _YES_NO[polarity][yes] for word, yes in ANSWERS.items()}
    for word, status in _STATUSES.items():
        permits = polarity is Polarity.OUT and status in PERMITTING
        found[word] = _S.UNKNOWN if permits else status
    for word in hints.codes.values():
        if fold(word) and fold(word) not in found:
            raise ValueError(f"A code of a consent column stands for a consent status, oui or non, not {word!r}.")
    return found | {fold(raw): found.get(fold(word)) for raw, word in hints.codes.items()}


def _strictest_first(form: Normalized[ConsentAnswer]) -> Normalized[ConsentAnswer]:
    """Put the most restrictive of several answers first: it is the one that counts."""
    return Normalized(tuple(sorted(form.values, key=lambda answer: _strictness(answer.status))), form.findings)


def _strictness(status: ConsentStatus) -> int:
    if status in REFUSING:
        return 0
    return 2 if status in PERMITTING else 1


def _column(hints: Hints, polarity: Polarity) -> Cell[ConsentAnswer]:
    reader = _Reader.of(hints, polarity)

    def cell(text: str) -> Normalized[ConsentAnswer]:
        several = read_lines(text, reader.read, code="boolean.several-answers", field=hints.field)
        return reader.read(text) if several is None else _strictest_first(several)

    return remember(cell, _CACHED)


_CHANNELS: Final = ("sms", "email", "post", "phone")
OPT_IN: Final = FieldNormalizer(
    name="opt_in",
    fields=tuple(f"opt_in_{channel}" for channel in _CHANNELS),
    column=lambda hints: _column(hints, Polarity.IN),
    text=text,
    evidence=DateEvidence,
)
OPT_OUT: Final = FieldNormalizer(
    name="opt_out",
    fields=(*(f"opt_out_{channel}" for channel in _CHANNELS), "opt_out"),
    column=lambda hints: _column(hints, Polarity.OUT),
    text=text,
    evidence=DateEvidence,
)
_NO_HINTS: Final = Hints()


def normalize(text: str, hints: Hints = _NO_HINTS) -> Normalized[ConsentAnswer]:
    """Read one answer; in an opt-in column unless `hints.field` names an opt-out one."""
    polarity = Polarity.OUT if (hints.field or "").startswith("opt_out") else Polarity.IN
    return _column(hints, polarity)(text)
