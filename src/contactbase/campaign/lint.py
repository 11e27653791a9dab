"""What a recipient, an operator or the law would object to in the text of an SMS, before it is sent (R66 to R71).

Each rule looks at one thing and gives codes of the catalogue; the figures come from `MessageRules`, dated and cited.
A finding is a warning about a text, never a refusal.

>>> from contactbase.model.enums import Purpose
>>> [found.code for found in lint("MAISON LEA : -20% sur les bijoux", sender="MAISON LEA")]
['sms.stop-missing', 'sms.offer-without-end']
>>> lint("MAISON LEA : votre commande est prête en magasin.", sender="MAISON LEA", purpose=Purpose.SERVICE)[0].message
'ê (U+00EA) at position 34 makes the message UCS-2: 1 SMS, 1 in the GSM alphabet. Write "e".'
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

import attrs

from contactbase.campaign.cost import named
from contactbase.campaign.measure import Measure, measure
from contactbase.campaign.offer import makes_offer, says_end
from contactbase.campaign.stop_mention import StopMention, stop_mention
from contactbase.campaign.transliterate import transliterate
from contactbase.model.enums import Purpose
from contactbase.model.journal import Finding
from contactbase.normalize.fold import fold
from contactbase.normalize.remark import remark
from contactbase.policy.countries.fr_messages import FR_MESSAGES
from contactbase.policy.message_rules import MessageRules

__all__ = ["RULES", "Message", "lint"]

_LINK: Final = re.compile(r"(?:https?://|www\.)\S+|(?<![\w@.-])[\w-]+(?:\.[\w-]+)*\.[a-z]{2,10}/\S*", re.IGNORECASE)


@attrs.frozen(kw_only=True)
class Message:
    """A text with what the rules ask of it: who it is from, what for, how long it is, its STOP mention."""

    text: str = attrs.field(repr=False)
    sender: str | None
    purpose: Purpose
    rules: MessageRules
    length: Measure
    stop: StopMention | None


Rule = Callable[[Message], Iterator[Finding]]


def lint(
    text: str,
    *,
    sender: str | None = None,
    purpose: Purpose = Purpose.MARKETING,
    rules: MessageRules = FR_MESSAGES,
) -> tuple[Finding, ...]:
    """Give what is wrong with a text; nothing for a good one. Without `sender`, nothing is said about the sender."""
    message = Message(
        text=text,
        sender=sender,
        purpose=purpose,
        rules=rules,
        length=measure(text),
        stop=stop_mention(text, rules),
    )
    return tuple(found for rule in RULES for found in rule(message))


def _length(message: Message) -> Iterator[Finding]:
    length = message.length
    if length.segments > message.rules.max_segments:
        yield remark(
            "sms.too-long", None, segments=length.segments, units=length.units, most=message.rules.max_segments
        )


def _dear(message: Message) -> Iterator[Finding]:
    """Name each character that forces UCS-2, with what the message would cost without all of them."""
    if not message.length.offending:
        return
    plain = transliterate(message.text).after.segments
    for one in message.length.characters:
        places: dict[str, str | int] = {
            "character": one.character if one.character.isprintable() else "·",
            "unicode": named(one.character),
            "position": one.position,
            "segments": message.length.segments,
        }
        if one.replacement is None:
            yield remark("sms.unicode-without-replacement", None, **places)
        else:
            yield remark("sms.unicode-forced", None, **places, plain=plain, replacement=one.replacement)


def _sender(message: Message) -> Iterator[Finding]:
    if message.sender is None:
        return
    wanted, said = _words(message.sender), _words(message.text)
    if wanted and f"{said} ".find(f"{wanted} ") != 0:
        yield remark("sms.sender-not-first", None)


def _sender_id(message: Message) -> Iterator[Finding]:
    if message.sender is None:
        return
    length = measure(message.sender)
    if length.offending:
        yield remark(
            "sms.sender-characters", None, unicode=", ".join(named(one.character) for one in length.characters)
        )
    units = len(message.sender) if length.offending else length.units
    if units > message.rules.sender_units:
        yield remark("sms.sender-too-long", None, units=units, most=message.rules.sender_units)


def _words(text: str) -> str:
    """Fold a text to its words."""
    return " ".join(re.findall(r"\w+", fold(text)))


def _capitals(message: Message) -> Iterator[Finding]:
    """Count capitals among the letters, the sender's name and the STOP mention left out."""
    text = message.text
    if message.stop is not None:
        text = text[: message.stop.start] + " " + text[message.stop.end :]
    if message.sender:
        text = re.sub(re.escape(message.sender), " ", text, flags=re.IGNORECASE)
    letters = [char for char in _LINK.sub(" ", text) if char.isalpha()]
    share = sum(char.isupper() for char in letters) / len(letters) if letters else 0
    if share > message.rules.capitals:
        yield remark("sms.capitals", None, percent=round(100 * share), most=round(100 * message.rules.capitals))


def _stop(message: Message) -> Iterator[Finding]:
    if message.purpose not in message.rules.stop_for:
        return
    rules = message.rules
    if message.stop is None:
        longer = measure(f"{message.text} {rules.stop_mention}")
        units = longer.units - message.length.units
        yield remark("sms.stop-missing", None, mention=rules.stop_mention, units=units, segments=longer.segments)
    elif message.stop.code is None or not rules.is_stop_code(message.stop.code):
        yield remark("sms.stop-code", None, code=message.stop.code or "-", mention=rules.stop_mention)


def _offer(message: Message) -> Iterator[Finding]:
    if not makes_offer(message.text):
        return
    if message.purpose is not Purpose.MARKETING:
        yield remark("sms.offer-in-service", None)
    elif not says_end(message.text):
        yield remark("sms.offer-without-end", None)


def _links(message: Message) -> Iterator[Finding]:
    for found in _LINK.finditer(message.text):
        units = measure(found.group()).units
        if units > message.rules.link_units:
            yield remark("sms.long-link", None, position=found.start(), units=units, most=message.rules.link_units)


RULES: Final[tuple[Rule, ...]] = (_length, _dear, _sender, _sender_id, _capitals, _stop, _offer, _links)
"""The rules in the order in which they speak."""
