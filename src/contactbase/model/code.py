"""One code of the catalogue: what is wrong, why it matters, an example and what to do, in two languages.

A code is dotted, says what is wrong, and never changes meaning once released.

>>> from contactbase.model.codes.catalog import CATALOG
>>> CATALOG["phone.too-short"].severity
<Severity.ERROR: 'error'>
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from contactbase.model.enums import Severity
from contactbase.model.source import Citation
from contactbase.model.text import Language, Text

__all__ = ["Code"]


@attrs.frozen(kw_only=True)
class Code:
    """An entry of the catalogue. `message` is a template whose places hold counts and names, never personal values.

    `example` is a made-up raw cell that gives this code ("" where no single cell does); `words` says in both languages
    what may stand in a place as a word.
    """

    id: str
    severity: Severity
    title: Text
    message: Text
    why: Text
    remedy: Text
    example: str = ""
    citation: Citation | None = None
    words: Mapping[str, Text] = attrs.field(factory=dict, repr=False, eq=False)

    def say(self, language: Language = "en", **details: object) -> str:
        """Give the sentence in a language, its places filled, words by words of the language."""
        if self.words:
            told = {name: self.words.get(str(value)) for name, value in details.items()}
            details |= {name: word.say(language) for name, word in told.items() if word is not None}
        return self.message.say(language, **details)

    @property
    def family(self) -> str:
        """The part before the first dot: `phone` of `phone.too-short`."""
        return self.id.partition(".")[0]
