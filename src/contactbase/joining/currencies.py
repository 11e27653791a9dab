"""The currency of an order, which a shop may state on its first line only: Shopify does.

>>> from contactbase.joining.columns import map_roles
>>> from contactbase.layouts.orders.generic import GENERIC_ORDERS
>>> mapped = map_roles(("commande", "date", "email", "devise"), GENERIC_ORDERS)
>>> rows = [("A1", "2026-05-03", "lea@example.org", "USD"), ("A1", "2026-05-03", "lea@example.org", "")]
>>> order_currencies(Table.of("commandes.csv", mapped.columns, rows), mapped)
{'A1': 'USD'}
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from contactbase.joining.columns import RoleMap, batches
from contactbase.joining.places import firsts
from contactbase.layouts.orders.layout import ColumnRole
from contactbase.model.table import Table
from contactbase.normalize.cell_text import LONGEST
from contactbase.normalize.currencies import EXPONENTS, SIGNS

__all__ = ["code_of", "filled", "order_currencies"]


def order_currencies(table: Table, mapped: RoleMap) -> dict[str, str]:
    """Give the currency that some line of an order states, by its number; nothing where no line leaves it out.

    An order whose lines state several has none.
    """
    if ColumnRole.CURRENCY not in mapped or ColumnRole.REFERENCE not in mapped:
        return {}
    found: dict[str, str] = {}
    missing = False
    for columns in batches(table):
        numbers = firsts(columns, mapped.places[ColumnRole.REFERENCE])
        for number, text in zip(numbers, firsts(columns, mapped.places[ColumnRole.CURRENCY]), strict=True):
            stated = text.strip()
            if not stated:
                missing = True
            elif len(number) <= LONGEST and found.setdefault(key := " ".join(number.split()), stated) != stated:
                found[key] = ""
    return found if missing else {}


def filled(texts: Sequence[str], numbers: Sequence[str], currencies: Mapping[str, str]) -> Sequence[str]:
    """Give the column of currencies in which a blank one is that of the order; `numbers` as they are written."""
    if not currencies:
        return texts
    return [
        text if text and not text.isspace() else currencies.get(" ".join(number.split()), "")
        for text, number in zip(texts, numbers, strict=True)
    ]


def code_of(stated: str) -> str | None:
    """Give the ISO 4217 code of a currency column's cell; a sign of several currencies says nothing certain."""
    if stated.upper() in EXPONENTS:
        return stated.upper()
    codes = SIGNS.get(stated.lower(), ()) if len(stated) < 10 else ()
    return codes[0] if len(codes) == 1 else None
