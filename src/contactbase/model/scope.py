"""For whom a consent was given: the controller, its brands, the partners that were named (R22, R23).

A consent given to one company is none for another: whoever buys or rents a file must be named, as the controller or
among the partners of the form (CNIL on EDF and on data brokers; one refusal counts for all brands of a controller, CNIL
on CALOGA, 15 May 2025). A consent record holds a scope as one text, see `model.proof`: a bare name is the controller.

>>> scope = ConsentScope(controller="Maison Exemple", partners=("Studio Exemple",))
>>> scope.text, ConsentScope.read("Maison Exemple").names
('{"controller":"Maison Exemple","partners":["Studio Exemple"]}', ('Maison Exemple',))
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

import attrs

from contactbase.model.object_text import known, read_object, text_part, write_object

__all__ = ["ConsentScope"]


def _names(names: Iterable[str]) -> tuple[str, ...]:
    if isinstance(names, str):
        names = (names,)
    return tuple(dict.fromkeys(filter(None, names)))


@attrs.frozen(kw_only=True)
class ConsentScope:
    """The company that asked, its brands that were named, and the other companies that were named."""

    controller: str | None = attrs.field(default=None, converter=known)
    brands: tuple[str, ...] = attrs.field(default=(), converter=_names)
    partners: tuple[str, ...] = attrs.field(default=(), converter=_names)

    @property
    def names(self) -> tuple[str, ...]:
        """Everybody that is named."""
        controller = () if self.controller is None else (self.controller,)
        return (*controller, *self.brands, *self.partners)

    @property
    def text(self) -> str:
        """The scope as one text: the bare name of the controller where there is nothing else, or a JSON object."""
        return write_object(attrs.asdict(self), plain="controller")

    @classmethod
    def read(cls, text: str | None) -> ConsentScope | None:
        """Read what `text` gave; any other text is the name of the controller. None for no text."""
        if not text or text.isspace():
            return None
        found = read_object(text, _DECODE)
        return cls(controller=text) if found is None else cls(**found)


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError("a list of texts is expected")
    return tuple(map(text_part, value))


_DECODE: Final = {"controller": text_part, "brands": _texts, "partners": _texts}
