"""What each kind of field is called, which tests and functions apply to it, and which values it compares with.

>>> KIND_NAMES[FieldKind.NUMBER].en, FieldKind.DATE in ORDERED
('a number', True)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from contactbase.model.schema import FieldKind
from contactbase.model.text import Text as Said
from contactbase.segment import nodes
from contactbase.segment.nodes import Function, Node

__all__ = ["FUNCTIONS", "KIND_NAMES", "MATCHED", "ORDERED", "PLURAL", "RESULTS", "SCALAR", "VALUES", "VALUE_NAMES"]

_K = FieldKind

KIND_NAMES: Final[Mapping[FieldKind, Said]] = {
    _K.LABEL: Said("text", "du texte"),
    _K.CODE: Said("text", "du texte"),
    _K.LINES: Said("lines of text", "des lignes de texte"),
    _K.DATE: Said("a date", "une date"),
    _K.NUMBER: Said("a number", "un nombre"),
    _K.MONEY: Said("an amount of money", "un montant"),
    _K.ENUM: Said("one of a few words", "un mot d'une liste"),
    _K.BOOLEAN: Said("true or false", "true ou false"),
    _K.LABELS: Said("a set of texts", "un ensemble de textes"),
    _K.PHONES: Said("a set of numbers", "un ensemble de numéros"),
    _K.EMAILS: Said("a set of addresses", "un ensemble d'adresses"),
    _K.CONSENTS: Said("a table", "une table"),
    _K.EVENTS: Said("a table", "une table"),
}

VALUE_NAMES: Final[Mapping[type[Node], Said]] = {
    nodes.Text: Said("text", "du texte"),
    nodes.Word: Said("a bare word", "un mot sans guillemets"),
    nodes.Number: Said("a number", "un nombre"),
    nodes.Money: Said("an amount of money", "un montant"),
    nodes.Day: Said("a date", "une date"),
    nodes.Ago: Said("a date", "une date"),
    nodes.Truth: Said("true or false", "true ou false"),
}

VALUES: Final[Mapping[FieldKind, tuple[type[Node], ...]]] = {
    _K.LABEL: (nodes.Text,),
    _K.CODE: (nodes.Text,),
    _K.LINES: (nodes.Text,),
    _K.LABELS: (nodes.Text,),
    _K.PHONES: (nodes.Text,),
    _K.EMAILS: (nodes.Text,),
    _K.DATE: (nodes.Day, nodes.Ago),
    _K.NUMBER: (nodes.Number,),
    _K.MONEY: (nodes.Money,),
    _K.ENUM: (nodes.Word, nodes.Text),
    _K.BOOLEAN: (nodes.Truth,),
}

ORDERED: Final = frozenset({_K.NUMBER, _K.MONEY, _K.DATE})
"""Kinds that compare with `<` and `between`; text does not, since its order depends on the reader."""
MATCHED: Final = frozenset({_K.LABEL, _K.CODE, _K.LINES})
"""Kinds that `contains` and its like apply to."""
PLURAL: Final = frozenset({_K.LABELS, _K.PHONES, _K.EMAILS})
"""Kinds that hold several values: `has any of`."""
SCALAR: Final = frozenset({_K.LABEL, _K.CODE, _K.ENUM, _K.NUMBER, _K.MONEY, _K.DATE, _K.BOOLEAN})
"""Kinds that `=` applies to."""

_ANY: Final = frozenset({_K.LABEL, _K.CODE, _K.ENUM, _K.NUMBER, _K.MONEY, _K.DATE})
FUNCTIONS: Final[Mapping[Function, frozenset[FieldKind]]] = {
    Function.SUM: frozenset({_K.NUMBER, _K.MONEY}),
    Function.AVG: frozenset({_K.NUMBER, _K.MONEY}),
    Function.MIN: ORDERED,
    Function.MAX: ORDERED,
    Function.FIRST: _ANY,
    Function.LAST: _ANY,
    Function.DISTINCT: frozenset({_K.LABEL, _K.CODE, _K.ENUM, _K.DATE}),
    Function.FAVOURITE: frozenset({_K.LABEL, _K.CODE, _K.ENUM}),
}
"""The kinds of field that each function takes; `count` takes no field."""

RESULTS: Final[Mapping[Function, FieldKind]] = {Function.COUNT: _K.NUMBER, Function.DISTINCT: _K.NUMBER}
"""What a function gives, where it is not what its field holds."""
