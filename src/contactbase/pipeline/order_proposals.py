r"""A draft of the roles of an orders file that nobody knows: what each column might be, how surely, and why.

Only what a vendor or usage calls so is certain; what is nearly called so, or merely looks like it, is a question.

>>> proposal = propose_roles(b"Quand;Courriel;Montant\n25/04/2026;lea@example.org;5\n26/04/2026;lea@example.org;6\n")
>>> [(column.header, column.field, column.certain, column.evidence.name) for column in proposal.columns]
[('Quand', 'day', False, 'CONTENT'), ('Courriel', 'email', True, 'HEADER'), ('Montant', 'amount', True, 'HEADER')]
>>> print(proposal.options())
--order-map Quand=day  # 0.60
"""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any, Final

import attrs

from contactbase.adapters.catalog import open_table
from contactbase.layouts.layout import header_key
from contactbase.layouts.orders.catalog import order_layout_of
from contactbase.layouts.orders.generic import GENERIC_ORDERS
from contactbase.layouts.orders.layout import ColumnRole, OrderLayout
from contactbase.normalize.columns import Shape
from contactbase.pipeline.layout_files import Evidence, ProposedColumn, column_shapes

__all__ = ["RoleProposal", "propose_roles"]

_SIMILAR: Final = 0.85
_SURE: Final = {
    Evidence.VENDOR: 1.0,
    Evidence.HEADER: 0.9,
    Evidence.SIMILAR: 0.6,
    Evidence.CONTENT: 0.6,
    Evidence.NOTHING: 0.0,
}
_LOOKS: Final[Mapping[Shape | None, ColumnRole]] = {
    Shape.EMAIL: ColumnRole.EMAIL,
    Shape.PHONE: ColumnRole.PHONE,
    Shape.DATE: ColumnRole.DAY,
}


@attrs.frozen(kw_only=True)
class RoleProposal:
    """A draft for one file; `layout` is the name of the layout that recognized it, a column's field is its role."""

    file: str
    layout: str
    columns: tuple[ProposedColumn, ...]

    def options(self) -> str:
        """Give the options of the command line for the columns that are no more than a question, one a line."""
        asked = [column for column in self.columns if column.field and not column.certain]
        words = (shlex.quote(f"{column.header}={column.field}") for column in asked)
        return "\n".join(
            f"--order-map {word}  # {column.confidence:.2f}" for word, column in zip(words, asked, strict=True)
        )


def propose_roles(source: Any, **options: Any) -> RoleProposal:
    """Draft the roles of the columns of a file of orders; options go to the reader. ReadError as for `read_orders`."""
    table, _ = open_table(source, **options)
    layout = order_layout_of(table.columns)
    shapes = column_shapes(table)
    columns = tuple(_proposed(header, layout, shapes[place]) for place, header in enumerate(table.columns))
    return RoleProposal(file=table.file, layout=layout.name, columns=columns)


def _proposed(header: str, layout: OrderLayout, shapes: Counter[Shape | None]) -> ProposedColumn:
    key = header_key(header)
    role, evidence = _guess(key, layout, shapes)
    field = "" if role is None else role.value
    return ProposedColumn(header=header, field=field, confidence=_SURE[evidence], evidence=evidence)


def _guess(key: str, layout: OrderLayout, shapes: Counter[Shape | None]) -> tuple[ColumnRole | None, Evidence]:
    """Give the role of a header, by what it is called, what it is nearly called, or what its cells look like."""
    role = layout.columns.get(key)
    if role is not None:
        return role, Evidence.VENDOR if layout.sources else Evidence.HEADER
    near = get_close_matches(key, list(GENERIC_ORDERS.columns), n=1, cutoff=_SIMILAR) if 3 < len(key) <= 60 else []
    if near:
        return GENERIC_ORDERS.columns[near[0]], Evidence.SIMILAR
    (shape, count), *_ = shapes.most_common(1) or [(None, 0)]
    if shape in _LOOKS and 2 * count > shapes.total():
        return _LOOKS[shape], Evidence.CONTENT
    return None, Evidence.NOTHING
