"""A share with its denominator and how sure it is: so many of so many, and the Wilson score interval.

Convention: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927),
without continuity correction; the one that R. G. Newcombe (Statistics in Medicine 17, 1998) numbers 3. It never leaves
0 to 1 and says something for 0 of 20 too, where "plus or minus" would say nothing.

>>> rate = Rate(15, 148)
>>> round(rate.share, 4), [round(bound, 4) for bound in rate.interval()]
(0.1014, [0.0624, 0.1605])
>>> Rate(0, 0).share is None, Rate(0, 0).interval() is None
(True, True)
"""

from __future__ import annotations

from math import hypot, sqrt
from statistics import NormalDist

import attrs

__all__ = ["Rate"]


@attrs.frozen
class Rate:
    """`count` of `of`; ValueError where the part is larger than the whole."""

    count: int
    of: int

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.count <= self.of:
            raise ValueError(f"{self.count} of {self.of} is no share. The part lies between 0 and the whole.")

    @property
    def share(self) -> float | None:
        """The share, from 0 to 1; None of nothing."""
        return self.count / self.of if self.of else None

    def interval(self, confidence: float = 0.95) -> tuple[float, float] | None:
        """Give the lower and upper bound between which the true share lies at a confidence (0 to 1); None of nothing.

        ValueError for a confidence of 0, of 1, or beyond.
        """
        if not 0 < confidence < 1:
            raise ValueError(f"{confidence} is no confidence. Give a number between 0 and 1, such as 0.95.")
        if not self.of:
            return None
        z = NormalDist().inv_cdf((1 + confidence) / 2)
        share, square = self.count / self.of, z * z / self.of
        centre, spread = share + square / 2, z * sqrt(share * (1 - share) / self.of + square / self.of / 4)
        low, high = (centre - spread) / (1 + square), (centre + spread) / (1 + square)
        return (max(0.0, low) if self.count else 0.0), (min(1.0, high) if self.count < self.of else 1.0)

    def difference(self, other: Rate, confidence: float = 0.95) -> tuple[float, float] | None:
        """Give the bounds of this share minus that of others, who are other people; None where one is of nothing.

        Newcombe's hybrid score interval (Statistics in Medicine 17, 1998, "between independent proportions", method
        10). Where 0 lies inside, a difference has not been shown.
        """
        mine, theirs = self.interval(confidence), other.interval(confidence)
        if mine is None or theirs is None:
            return None
        share, others = self.count / self.of, other.count / other.of
        low = share - others - hypot(share - mine[0], theirs[1] - others)
        high = share - others + hypot(mine[1] - share, others - theirs[0])
        return max(-1.0, low), min(1.0, high)
