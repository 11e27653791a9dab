"""One code of the catalogue: what is wrong, why it matters, an example and what to do, in two languages.

A code is dotted, says what is wrong, and never changes meaning once released.

>>> from contactbase.model.codes.catalog import CATALOG
>>> CATALOG["phone.too-short"].severity
<Severity.ERROR: 'error'>
"""

from __future__ import annotations

import attrs

from contactbase.model.enums import Severity
from contactbase.model.source import Citation
from contactbase.model.text import Text

__all__ = ["Code"]


@attrs.frozen(kw_only=True)
class Code:
    """An entry of the catalogue. `message` is a template whose places hold counts and names, never personal values.

    `example` is a made-up raw cell that gives this code ("" where no single cell does).
    """

    id: str
    severity: Severity
    title: Text
    message: Text
    why: Text
    remedy: Text
    example: str = ""
    citation: Citation | None = None

    @property
    def family(self) -> str:
        """The part before the first dot: `phone` of `phone.too-short`."""
        return self.id.partition(".")[0]
