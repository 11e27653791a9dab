"""What the text of a message must show, as data that a policy can hold: the STOP mention, the sender, the length.

>>> from contactbase.policy.countries.fr_messages import FR_MESSAGES
>>> FR_MESSAGES.stop_word, FR_MESSAGES.is_stop_code("36008"), FR_MESSAGES.is_stop_code("38123")
('STOP', True, False)
"""

from __future__ import annotations

import re

import attrs

from contactbase.errors import PolicyError
from contactbase.model.enums import Purpose
from contactbase.model.source import Citation, Period
from contactbase.model.text import Text

__all__ = ["MessageRules"]


@attrs.frozen(kw_only=True)
class MessageRules:
    """Rules about the text of an SMS.

    Marketing (`stop_for`) needs `stop_word` and a code that matches `stop_codes` whole (a regular expression);
    `stop_mention` is the mention to write. `sender_units` is the longest sender in septets, `link_units` the longest
    link, `capitals` the share of letters (0 to 1) above which capitals shout, `max_segments` the segments of a message.
    """

    id: str
    title: Text
    stop_word: str
    stop_codes: str
    stop_mention: str
    stop_for: frozenset[Purpose] = frozenset({Purpose.MARKETING})
    sender_units: int = 11
    max_segments: int = 1
    capitals: float = 0.3
    link_units: int = 25
    citations: tuple[Citation, ...] = ()
    in_force: Period = attrs.field(factory=Period)

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.capitals <= 1:
            raise PolicyError(f"The rules {self.id} allow {self.capitals} of the letters as capitals. Give 0 to 1.")
        if min(self.sender_units, self.max_segments, self.link_units) < 1:
            raise PolicyError(f"The rules {self.id} have a limit of less than 1. Give 1 or more.")
        try:
            re.compile(self.stop_codes)
        except re.error as error:
            raise PolicyError(f"The STOP codes of the rules {self.id} are no regular expression: {error}.") from error

    def is_stop_code(self, code: str) -> bool:
        """Tell whether a short code is one to which STOP may be sent."""
        return re.fullmatch(self.stop_codes, code) is not None
