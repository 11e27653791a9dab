"""A sentence in English and in French.

>>> Text("too short", "trop court").say("fr")
'trop court'
"""

from __future__ import annotations

from typing import Literal

import attrs

__all__ = ["Language", "Text"]

Language = Literal["en", "fr"]


@attrs.frozen
class Text:
    """One sentence, or a template with `{named}` places, in both languages of the library."""

    en: str
    fr: str

    def say(self, language: Language = "en", **details: object) -> str:
        """Give the sentence in a language, its places filled."""
        template = self.fr if language == "fr" else self.en
        return template.format(**details) if details else template
