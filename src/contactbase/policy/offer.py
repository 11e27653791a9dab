"""What is to be sent, as far as its permission depends on it: who sends, for which brand, of what kind.

>>> Offer(controller="Maison Exemple", categories=frozenset({"shoes"})).for_profession
False
"""

from __future__ import annotations

import attrs

__all__ = ["NO_OFFER", "Offer"]


@attrs.frozen(kw_only=True)
class Offer:
    """Who sends and for which brand, the categories of what is offered, and whether it is about the person's work.

    What is left out is not known, and permits nothing that depends on it.
    """

    controller: str | None = None
    brand: str | None = None
    categories: frozenset[str] = frozenset()
    for_profession: bool = False


NO_OFFER = Offer()
"""Nothing is known of what is to be sent."""
