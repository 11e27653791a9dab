"""Which stored fields a condition reads: derived ones under the fields they stand on.

>>> from contactbase.segment.parser import parse
>>> sorted(fields_read(parse('age >= 18 and has purchases where product = "bague" and opted in to sms').tree))
['birth_date', 'consents', 'events']
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from contactbase.model.schema import SCHEMA, Role
from contactbase.segment import nodes
from contactbase.segment.nodes import Node

__all__ = ["fields_read", "stored_as"]

_STORED_AS: Final[Mapping[str, str]] = {
    **{field.name: "events" for field in SCHEMA.of_role(Role.DERIVED)},
    "age": "birth_date",
    "mobile": "phones",
    "landline": "phones",
    "email": "emails",
}
_TABLES: Final = frozenset(table.name for table in SCHEMA.tables)
_ACT: Final = "last_contact_by_person"


def stored_as(name: str) -> str:
    """Give the stored field that a name stands on (`mobile`: phones; `purchases.at`: events)."""
    table = name.partition(".")[0]
    if table == "consents":
        return "consents"
    return "events" if table in _TABLES else _STORED_AS.get(name, name)


def fields_read(tree: Node) -> frozenset[str]:
    """Give the stored fields that a checked tree reads; what other segments and the policy read is not followed."""
    found: set[str] = set()
    waiting: list[tuple[Node, bool]] = [(tree, False)]
    while waiting:
        node, inside = waiting.pop()
        match node:
            case nodes.FieldRef(name=name) if not inside:
                found |= {stored_as(name), "consents"} if name == _ACT else {stored_as(name)}
            case nodes.Aggregate(table=table) | nodes.HasEvents(table=table):
                found.add(stored_as(f"{table}."))
                inside = True
            case nodes.OptedIn() | nodes.OptedOut():
                found.add("consents")
            case _:
                pass
        waiting.extend((child, inside) for child in nodes.children(node))
    return frozenset(found)
