r"""`read_orders`: a file of orders, or a list of events, ready to be joined to a base (`join`).

>>> orders, journal = read_orders(b"Courriel;Date commande;Montant\nlea@example.org;03/05/2026;12,50\n",
...     as_of=dt.date(2026, 11, 22), currency="EUR")
>>> [event.amount for order in orders.found for event in order.events], orders.rows
([1250], 1)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any, Final

import attrs

from contactbase.adapters.catalog import open_table
from contactbase.adapters.source import Readable
from contactbase.adapters.source import Source as Opened
from contactbase.errors import ReadError
from contactbase.joining.join import absorbed_ids
from contactbase.joining.keyed import KeyedEvents
from contactbase.joining.orders import PurchaseUnit
from contactbase.joining.reading import read_keyed
from contactbase.layouts.orders.layout import OrderLayout
from contactbase.model.hints import Hints
from contactbase.model.journal import Entry, Journal, Outcome, Rejection
from contactbase.model.table import Table
from contactbase.pipeline.journal_lines import journal_entries
from contactbase.pipeline.reading import Source, own_folder
from contactbase.pipeline.stated import with_stated

__all__ = ["absorbed_in", "read_orders"]

_MERGE: Final = '{"entry":"merge"'
_STATED: Final = ("date_order", "decimal_mark", "zone")


def read_orders(
    source: Readable | Iterable[Mapping[str, str]],
    *,
    as_of: dt.date,
    layout: str | OrderLayout | None = None,
    region: str = "FR",
    columns: Mapping[str, str] | None = None,
    words: Mapping[str, str] | None = None,
    currency: str | None = None,
    unit: PurchaseUnit | str = PurchaseUnit.ORDER,
    shop: str | None = None,
    **options: Any,
) -> Outcome[KeyedEvents]:
    """Read a file of orders or of events (or its rows as mappings of header to text); nothing is joined yet.

    `as_of` is the day after which nothing has happened yet. `layout` names a layout of `layouts.orders` (None:
    recognized by the headers); `columns` maps headers to roles by hand (`ColumnRole`, "" for none), `words` statuses to
    `counts`, `unpaid`, `cancelled` or `refunded`, or words of events to kinds of events. `currency` is that of amounts
    which state none (ISO 4217), `unit` whether an `order` or each `line` of one is a purchase, `shop` a name put before
    the numbers of orders, where several shops count alike. `region` is the country of national numbers; `date_order`,
    `decimal_mark` and `zone` state what columns would show by themselves; further options go to the reader of the
    format. The journal has a rejection for each row that is no purchase or event, with its cells; a file that has
    headers and no rows is no orders and one finding. ReadError when the
    source cannot be read, or no column says whose a row is, or on which day.
    """
    stated: dict[str, Any] = {name: options.pop(name) for name in _STATED if name in options}
    hints = with_stated({"": Hints(region=region)}, stated)[""]
    table, heard = _opened(source, options)
    lost = tuple(entry for entry in heard.entries if isinstance(entry, Rejection))
    keyed, journal = read_keyed(
        table,
        hints=hints,
        as_of=as_of,
        layout=layout,
        columns=columns,
        words=words,
        currency=currency,
        unit=unit,
        shop=shop,
    )
    counted = attrs.evolve(keyed, rows=keyed.rows + len(lost), rejected=keyed.rejected + len(lost), origin=source)
    return Outcome(counted, heard + journal)


def absorbed_in(source: Source) -> dict[str, str]:
    """Give who was merged into whom by the main job that wrote a folder of results; nothing for any other source."""
    folder = own_folder(source)
    journal = None if folder is None else folder / "journal.jsonl"
    if journal is None or not journal.is_file():
        return {}
    with journal.open(encoding="utf-8") as lines:
        merges = (line for line in lines if line.startswith(_MERGE))
        return absorbed_ids(journal_entries(merges))


def _opened(source: Any, options: Mapping[str, Any]) -> Outcome[Table]:
    """Open a file; take rows in memory as they are, under the headers that they have."""
    if isinstance(source, str | bytes | Opened) or hasattr(source, "read") or hasattr(source, "__fspath__"):
        return open_table(source, **{"allow_empty": True} | dict(options))
    rows = list(source)
    if not all(isinstance(row, Mapping) for row in rows):
        raise ReadError("Rows of orders are mappings of header to text. Give those, or a file.")
    columns = tuple(dict.fromkeys(name for row in rows for name in row))
    entries: tuple[Entry, ...] = ()
    table = Table.of("", columns, [[str(row.get(name) or "") for name in columns] for row in rows])
    return Outcome(table, Journal(entries))
