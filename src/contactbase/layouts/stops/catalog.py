"""The one list of layouts of stop lists. A new vendor is one module beside this one, and one line below.

>>> list(STOP_LAYOUTS)
['mautic', 'odoo', 'mailtrain', 'generic']
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from contactbase.layouts.stops.generic import GENERIC
from contactbase.layouts.stops.layout import StopLayout
from contactbase.layouts.stops.mailtrain import MAILTRAIN
from contactbase.layouts.stops.mautic import MAUTIC
from contactbase.layouts.stops.odoo import ODOO

__all__ = ["STOP_LAYOUTS", "stop_layout_of"]

STOP_LAYOUTS: Final[dict[str, StopLayout]] = {layout.name: layout for layout in (MAUTIC, ODOO, MAILTRAIN, GENERIC)}
"""Layouts by name; the first that recognizes the headers of a file is taken."""


def stop_layout_of(headers: Iterable[str]) -> StopLayout | None:
    """Give the layout that recognizes some headers; None when none does."""
    found = tuple(headers)
    return next((layout for layout in STOP_LAYOUTS.values() if layout.recognizes(found)), None)
