"""What a text costs and why: the character that makes it two messages, and the price of a whole sending.

>>> print(explain("Soldes jusqu’au 30/11 sur tous les bijoux de la boutique, à très bientôt !"))
’ (U+2019, position 12) and ô (U+00F4, position 70): 16 bits for every character, 74 units, 2 SMS. Without them 1 SMS.
>>> estimate([measure("STOP"), measure("a" * 200)], price=Decimal("0.045"), currency="EUR").total
Decimal('0.135')
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

import attrs

from contactbase.campaign.alphabet import Cedilla
from contactbase.campaign.measure import Encoding, Measure, Offending, measure
from contactbase.campaign.transliterate import transliterate
from contactbase.errors import MessageError
from contactbase.model.text import Language, Text

__all__ = ["Cost", "estimate", "explain", "named"]

_PLAIN: Final = Text("{units} septets, {segments} SMS.", "{units} septets, {segments} SMS.")
_DEAR: Final = Text(
    "{characters}: 16 bits for every character, {units} units, {segments} SMS.",
    "{characters} : 16 bits pour chaque caractère, {units} unités, {segments} SMS.",
)
_WITHOUT: Final = Text(" Without them {plain} SMS.", " Sans eux {plain} SMS.")
_WITHOUT_IT: Final = Text(" Without it {plain} SMS.", " Sans lui {plain} SMS.")
_LEFT: Final = Text(" Nothing reads like {left}.", " Rien ne remplace {left}.")
_AT: Final = Text("{char} ({code}, position {position})", "{char} ({code}, position {position})")
_AND: Final = Text(" and ", " et ")


@attrs.frozen(kw_only=True)
class Cost:
    """The price of a sending: `price` is that of one segment, `total` that of all of them, in `currency`."""

    messages: int
    segments: int
    price: Decimal
    currency: str

    def __attrs_post_init__(self) -> None:
        if not self.price.is_finite() or self.price < 0:
            raise MessageError(f"The price of a segment is {self.price}. Give 0 or more, such as Decimal('0.045').")

    @property
    def total(self) -> Decimal:
        """Segments times price."""
        return self.segments * self.price


def estimate(measures: Iterable[Measure], *, price: Decimal, currency: str) -> Cost:
    """Add up what messages cost, at a price per segment; MessageError for a price below zero or none at all."""
    segments = [found.segments for found in measures]
    return Cost(messages=len(segments), segments=sum(segments), price=price, currency=currency)


def explain(text: str, language: Language = "en", *, cedilla: Cedilla = Cedilla.STRICT) -> str:
    """Say in a sentence what a text costs, which characters make it so, and what it costs without them."""
    found = measure(text, cedilla=cedilla)
    if found.encoding is Encoding.GSM7:
        return _PLAIN.say(language, units=found.units, segments=found.segments)
    first = found.characters
    said = _DEAR.say(language, characters=_listed(first, language), units=found.units, segments=found.segments)
    done = transliterate(text, cedilla=cedilla)
    if done.left:
        return said + _LEFT.say(language, left=_listed(done.after.characters, language, places=False))
    return said + (_WITHOUT if len(first) > 1 else _WITHOUT_IT).say(language, plain=done.after.segments)


def _listed(characters: Iterable[Offending], language: Language, *, places: bool = True) -> str:
    said = [
        _AT.say(language, char=_shown(one.character), code=named(one.character), position=one.position)
        if places
        else f"{_shown(one.character)} ({named(one.character)})"
        for one in characters
    ]
    return _AND.say(language).join(filter(None, (", ".join(said[:-1]), said[-1])))


def _shown(char: str) -> str:
    return char if char.isprintable() and not char.isspace() else "·"


def named(char: str) -> str:
    """Give the code point of a character as Unicode writes it: U+2019."""
    whole = char.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass") if len(char) == 2 else char
    return " ".join(f"U+{ord(one):04X}" for one in whole)
