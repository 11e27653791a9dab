"""What an answer to an SMS asks for: to stop, to start again, to talk, or something that a person has to read.

Rules in order, on the folded text: a picture that refuses, nothing to read, a word alone, STOP and a short code, a stop
word first, a sentence that stops, a harmless "non-stop", `stop` somewhere else, a misspelt `stop`. The first that
matches decides. What is in doubt is `REVIEW`: the address is suppressed until somebody has read it.

>>> [read_reply(text).intent.value for text in ("Stop svp", "ne m'envoyez plus de sms", "sotp", "non-stop ?", "START")]
['opt_out', 'opt_out', 'review', 'none', 'opt_in']
>>> read_reply("STOP 36008")
Reply(intent=<Intent.OPT_OUT: 'opt_out'>, rule=<Rule.SHORTCODE: 'shortcode'>, keyword='stop', language='en')
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Final

import attrs

from contactbase.campaign.reply_text import folded, lookalike
from contactbase.campaign.reply_words import (
    ASK,
    DOUBTFUL,
    NEGATED,
    NEGATION,
    SAFE,
    START,
    STOP_EMOJI,
    STOP_WORD,
    STRONG,
    VERBS,
    WEAK,
)
from contactbase.model.enums import Channel
from contactbase.model.suppression import SuppressionReason, SuppressionScope
from contactbase.model.withdrawal import Resumption, Withdrawal

__all__ = ["Intent", "Reply", "Rule", "read_reply"]

_LONGEST: Final = 1600
"""Characters that are read: ten SMS; what comes after changes no intent."""
_SHORTCODE: Final = re.compile(r"(?:stop(?: ?sms)?(?: au| a)? ?3[68]\d{3}|3[68]\d{3} ?stop)")
_SAFE: Final = re.compile(rf"\b(?:{'|'.join(SAFE)})\b")


class Intent(StrEnum):
    """What the person wants; `review`: a person must read it, and nothing is sent until then."""

    OPT_OUT = "opt_out"
    OPT_IN = "opt_in"
    CONTACT = "contact"
    REVIEW = "review"
    NONE = "none"


class Rule(StrEnum):
    """Which rule decided."""

    EMOJI = "emoji"
    EMPTY = "empty"
    EXACT = "exact"
    SHORTCODE = "shortcode"
    LEADING = "leading"
    PHRASE = "phrase"
    SAFE_PHRASE = "safe_phrase"
    CONTAINS = "contains"
    FUZZY = "fuzzy"
    NO_MATCH = "no_match"


@attrs.frozen
class Reply:
    """The intent, the rule that decided, and the word or phrase of our tables that matched, with its language."""

    intent: Intent
    rule: Rule
    keyword: str | None = None
    language: str | None = None

    def instruction(
        self, address: str, *, at: dt.date | None, channel: Channel = Channel.SMS, brand: str | None = None
    ) -> Withdrawal | Resumption | None:
        """Give what the suppression list has to do for the address that answered; None when nothing."""
        source = f"reply:{self.rule}"
        if self.intent is Intent.OPT_IN:
            return Resumption(channel=channel, address=address, at=at, brand=brand, source=source)
        if self.intent not in {Intent.OPT_OUT, Intent.REVIEW}:
            return None
        return Withdrawal(
            channel=channel,
            address=address,
            at=at,
            reason=SuppressionReason.OPTOUT,
            scope=SuppressionScope(brand=brand),
            provisional=self.intent is Intent.REVIEW,
            source=source,
        )


def read_reply(text: str) -> Reply:
    """Read an answer; any text has one reading."""
    text = text[:_LONGEST]
    words = folded(text)
    if not words:
        refusing = next((char for char in text if char in STOP_EMOJI), None)
        return Reply(Intent.NONE, Rule.EMPTY) if refusing is None else Reply(Intent.REVIEW, Rule.EMOJI, refusing)
    return _exact(words) or _leading(words) or _phrase(words) or _inside(words) or Reply(Intent.NONE, Rule.NO_MATCH)


def _exact(words: str) -> Reply | None:
    tables = ((STRONG, Intent.OPT_OUT), (WEAK, Intent.OPT_OUT), (START, Intent.OPT_IN), (ASK, Intent.CONTACT))
    for table, intent in tables:
        if words in table:
            return Reply(intent, Rule.EXACT, words, table[words])
    if _SHORTCODE.fullmatch(words):
        return Reply(Intent.OPT_OUT, Rule.SHORTCODE, STOP_WORD, STRONG[STOP_WORD])
    return None


def _leading(words: str) -> Reply | None:
    first, _, rest = words.partition(" ")
    if first in STRONG:
        return Reply(Intent.OPT_OUT, Rule.LEADING, first, STRONG[first])
    if first in WEAK and rest and len(rest.split()) <= 2:
        return Reply(Intent.REVIEW, Rule.LEADING, first, WEAK[first])
    return None


def _phrase(words: str) -> Reply | None:
    found = _found(words, NEGATED)
    if found is not None:
        return Reply(Intent.OPT_OUT, Rule.PHRASE, *found)
    found = _found(words, DOUBTFUL)
    if found is not None:
        return Reply(Intent.REVIEW, Rule.PHRASE, *found)
    found = _found(words, VERBS)
    if found is None:
        return None
    denied = not NEGATION.isdisjoint(words.split())
    return Reply(Intent.REVIEW if denied else Intent.OPT_OUT, Rule.PHRASE, *found)


def _found(words: str, phrases: Iterable[tuple[str, str]]) -> tuple[str, str] | None:
    padded = f" {words} "
    return next(((phrase, language) for phrase, language in phrases if f" {phrase} " in padded), None)


def _inside(words: str) -> Reply | None:
    rest = _SAFE.sub(" ", words).split()
    if STOP_WORD in rest:
        return Reply(Intent.REVIEW, Rule.CONTAINS, STOP_WORD, STRONG[STOP_WORD])
    misspelt = next((word for word in rest if _misspelt(word)), None)
    if misspelt is not None:
        return Reply(Intent.REVIEW, Rule.FUZZY, STOP_WORD, STRONG[STOP_WORD])
    return Reply(Intent.NONE, Rule.SAFE_PHRASE) if _SAFE.search(words) else None


def _misspelt(word: str) -> bool:
    """Tell whether a word is `stop` with letters swapped or repeated, lookalikes, or more behind it."""
    plain = lookalike(word)
    single = re.sub(r"(.)\1+", r"\1", plain)
    if plain.startswith(STOP_WORD) or single.startswith(STOP_WORD):
        return True
    return len(plain) == len(STOP_WORD) and any(
        plain == STOP_WORD[:at] + STOP_WORD[at + 1] + STOP_WORD[at] + STOP_WORD[at + 2 :] for at in range(3)
    )
