"""Some rows of a sheet, column by column: what every engine gives, and what the table is made of.

>>> some = Batch.of_rows([3, 5], [("Nom", "CP"), ("Petit",)])
>>> some.columns, list(some.below(3).rows())
([('Nom', 'Petit'), ('CP', None)], [('Petit', None)])
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any, Self

import attrs

__all__ = ["Batch"]


@attrs.frozen
class Batch:
    """The numbers of some rows, as they stand in the margin of the sheet, and the values of their cells by column.

    An empty cell is None or ""; `texts` are the texts of whole columns, by their place, where an engine has them.
    """

    numbers: Sequence[int]
    columns: Sequence[Sequence[Any]] = attrs.field(repr=False)
    texts: Mapping[int, list[str]] = attrs.field(factory=dict, repr=False)

    @classmethod
    def of_rows(cls, numbers: Sequence[int], rows: Iterable[Sequence[Any]]) -> Self:
        """Turn rows, which may be of any length, into columns."""
        return cls(numbers, list(zip_longest(*rows)))

    def rows(self) -> Iterator[Sequence[Any]]:
        """Give the values row by row."""
        return zip(*self.columns, strict=True) if self.columns else iter([() for _ in self.numbers])

    def numbered(self) -> Iterator[tuple[int, Sequence[Any]]]:
        """Give the values row by row, each with the number of its row."""
        return zip(self.numbers, self.rows(), strict=True)

    def below(self, number: int) -> Batch:
        """Give the rows whose numbers are larger than this one."""
        start = sum(1 for place in self.numbers if place <= number)
        if not start:
            return self
        texts = {place: column[start:] for place, column in self.texts.items()}
        return Batch(self.numbers[start:], [column[start:] for column in self.columns], texts)
