"""The funnel: how many came in, are eligible, wait or are left out, each step with its code, its rule and its source.

input = eligible + deferred + the sum of primary exclusions, always. A contact has one primary reason and may have
others: `primary` counts the first, `every` how often the reason was found at all.

>>> row = FunnelRow(step=Step(stage=Stage.MINOR, code="exclusion.minor"), primary=2, every=3)
>>> funnel = Funnel(input=10, eligible=8, rows=(row,), price=Decimal("0.05"), currency="EUR")
>>> funnel.holds, funnel.saved, funnel.cost
(True, Decimal('0.10'), Decimal('0.40'))
>>> print(funnel)
In the segment                                 10
Minor                                          -2  (3 in all)  exclusion.minor
Deferred                                        0
Eligible                                        8
Cost 0.40 EUR; saved by leaving out 0.10 EUR
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

import attrs

from contactbase.campaign.audience.campaign import Campaign
from contactbase.campaign.audience.chart import funnel_html, funnel_svg
from contactbase.campaign.audience.reason import Reason, Step
from contactbase.campaign.audience.stage import Stage
from contactbase.campaign.measure import measure
from contactbase.model.contact_base import ContactBase
from contactbase.model.source import Citation
from contactbase.model.text import Language, Text

__all__ = ["Funnel", "FunnelRow", "funnel_of"]

_INPUT: Final = Text("In the segment", "Dans le segment")
_DEFERRED: Final = Text("Deferred", "Différés")
_ELIGIBLE: Final = Text("Eligible", "Éligibles")
_IN_ALL: Final = Text("({every} in all)", "({every} en tout)")
_MONEY: Final = Text(
    "Cost {cost} {currency}; saved by leaving out {saved} {currency}",
    "Coût {cost} {currency} ; économisé par les exclusions {saved} {currency}",
)
_NO_LIST: Final = Text("No suppression list was asked.", "Aucune liste d'opposition n'a été consultée.")
_WIDTH: Final = 40


@attrs.frozen(kw_only=True)
class FunnelRow:
    """A step with its counts: of whom it is the primary reason, and of whom it is one at all.

    `units` is what the messages of the former would have been paid for: segments, where the text is known.
    """

    step: Step
    primary: int
    every: int
    units: int | None = None
    citations: tuple[Citation, ...] = attrs.field(default=(), repr=False)

    @property
    def defers(self) -> bool:
        """Whether those counted as primary wait instead of being left out."""
        return self.step.stage.defers


@attrs.frozen(kw_only=True)
class Funnel:
    """Counts of an audience. `rows` are in the documented order.

    `units` is what eligible and deferred messages are paid for: segments where the text is known (None: messages).
    `price` is that of one unit (None: not known). `asked_list` False says that no suppression list was asked.
    """

    input: int
    eligible: int
    rows: tuple[FunnelRow, ...]
    units: int | None = None
    price: Decimal | None = None
    currency: str = "EUR"
    asked_list: bool = True

    @property
    def deferred(self) -> int:
        """How many wait."""
        return sum(row.primary for row in self.rows if row.defers)

    @property
    def exclusions(self) -> tuple[FunnelRow, ...]:
        """The steps at which contacts are left out."""
        return tuple(row for row in self.rows if not row.defers)

    @property
    def excluded(self) -> int:
        """How many are left out."""
        return sum(row.primary for row in self.exclusions)

    @property
    def holds(self) -> bool:
        """Whether input = eligible + deferred + primary exclusions; it always does."""
        return self.input == self.eligible + self.deferred + self.excluded

    @property
    def by_stage(self) -> dict[Stage, int]:
        """Primary exclusions by stage, in the documented order."""
        counts: Counter[Stage] = Counter()
        for row in self.exclusions:
            counts[row.step.stage] += row.primary
        return {stage: counts[stage] for stage in Stage if counts[stage]}

    @property
    def cost(self) -> Decimal | None:
        """What eligible and deferred contacts cost; None without a price."""
        units = self.eligible + self.deferred if self.units is None else self.units
        return None if self.price is None else self.price * units

    @property
    def saved(self) -> Decimal | None:
        """What the exclusions save; None without a price."""
        return None if self.price is None else sum((self.price * _units(row) for row in self.exclusions), Decimal(0))

    def saved_by(self, row: FunnelRow) -> Decimal | None:
        """Give what one step saves; None without a price, nothing where it only defers."""
        return None if self.price is None else self.price * (0 if row.defers else _units(row))

    def say(self, language: Language = "en") -> str:
        """Give the funnel as lines of text."""
        lines = [_line(_INPUT.say(language), f"{self.input}")]
        for row in self.exclusions:
            more = _IN_ALL.say(language, every=row.every) if row.every != row.primary else ""
            source = row.step.code if row.step.rule is None else f"{row.step.code} ({row.step.rule})"
            lines.append(_line(row.step.title.say(language), f"-{row.primary}", more, source))
        lines.append(_line(_DEFERRED.say(language), f"{self.deferred}"))
        lines += [
            _line(f"  {row.step.title.say(language)}", f"{row.primary}", "", row.step.code)
            for row in self.rows
            if row.defers and row.primary
        ]
        lines.append(_line(_ELIGIBLE.say(language), f"{self.eligible}"))
        if self.price is not None:
            lines.append(_MONEY.say(language, cost=self.cost, saved=self.saved, currency=self.currency))
        return "\n".join(lines if self.asked_list else [*lines, _NO_LIST.say(language)])

    def __str__(self) -> str:
        return self.say()

    def to_json(self, language: Language = "en") -> dict[str, object]:
        """Give the funnel as a JSON object."""
        return {
            "input": self.input,
            "eligible": self.eligible,
            "deferred": self.deferred,
            "excluded": self.excluded,
            "units": self.units,
            "cost": None if self.cost is None else str(self.cost),
            "saved": None if self.saved is None else str(self.saved),
            "currency": self.currency,
            "suppression_list": self.asked_list,
            "steps": [self._row(row, language) for row in self.rows],
        }

    def _row(self, row: FunnelRow, language: Language) -> dict[str, object]:
        saved = self.saved_by(row)
        return {
            "stage": row.step.stage.value,
            "code": row.step.code,
            "rule": row.step.rule,
            "title": row.step.title.say(language),
            "primary": row.primary,
            "every": row.every,
            "defers": row.defers,
            "saved": None if saved is None else str(saved),
            "citations": [str(citation) for citation in row.citations],
        }

    def bars(self, language: Language = "en") -> list[tuple[str, int, int]]:
        """Give what a chart draws: a label, how many are left after it, and how many it took away."""
        left, drawn = self.input, [(_INPUT.say(language), self.input, 0)]
        for row in self.exclusions:
            if row.primary:
                left -= row.primary
                drawn.append((row.step.title.say(language), left, row.primary))
        if self.deferred:
            drawn.append((_DEFERRED.say(language), left - self.deferred, self.deferred))
        return [*drawn, (_ELIGIBLE.say(language), self.eligible, 0)]

    def to_svg(self, language: Language = "en") -> str:
        """Give the funnel as a drawing that stands by itself, readable without its colours."""
        return funnel_svg(self.bars(language))

    def to_html(self, language: Language = "en") -> str:
        """Give the drawing and a table, as notebooks show them."""
        rows = [
            (row.step.title.say(language), row.step.code, row.step.rule or "", row.primary, row.every, row.citations)
            for row in self.rows
        ]
        return funnel_html(self.to_svg(language), rows, self.say(language).splitlines()[-1], language)

    def _repr_html_(self) -> str:
        return self.to_html()


def _line(name: str, count: str, *more: str) -> str:
    return "  ".join((f"{name:<{_WIDTH}} {count:>8}", *filter(None, more)))


def _units(row: FunnelRow) -> int:
    return row.primary if row.units is None else row.units


def _paid(
    campaign: Campaign, selected: ContactBase, reasons: Mapping[str, tuple[Reason, ...]]
) -> tuple[int | None, Counter[Step]]:
    """Give the segments of those who are or will be reached, and of those left out by step; None without a text."""
    if campaign.text is None:
        return None, Counter()
    reached, left_out = 0, Counter[Step]()
    for contact in selected.values():
        found, size = reasons.get(contact.id), measure(campaign.text.merge(contact).text).segments
        if found is not None:
            left_out[found[0].step] += size
        if found is None or found[0].stage.defers:
            reached += size
    return reached, left_out


def funnel_of(campaign: Campaign, selected: ContactBase, reasons: Mapping[str, tuple[Reason, ...]]) -> Funnel:
    """Count the reasons of the contacts of a campaign."""
    primary: Counter[Step] = Counter()
    every: Counter[Step] = Counter()
    citations: dict[Step, tuple[Citation, ...]] = {}
    for found, count in Counter(reasons.values()).items():
        primary[found[0].step] += count
        for step in {reason.step for reason in found}:
            every[step] += count
        citations |= {reason.step: reason.sources for reason in found}
    units, left_out = _paid(campaign, selected, reasons)
    ordered = sorted(every, key=lambda step: (step.stage.order, step.code, step.rule or ""))
    return Funnel(
        input=len(selected),
        eligible=len(selected) - len(reasons),
        rows=tuple(
            FunnelRow(
                step=step,
                primary=primary[step],
                every=every[step],
                units=None if units is None else left_out[step],
                citations=citations[step],
            )
            for step in ordered
        ),
        units=units,
        price=campaign.price,
        currency=campaign.currency,
        asked_list=campaign.suppression is not None,
    )
