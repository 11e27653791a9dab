"""A segment: a name and a condition in the segment language, checked once, evaluated as of a day.

>>> from contactbase.model.contact import Contact
>>> lyon = Segment("lyon", 'ville = "Lyon"')
>>> str(lyon), lyon.matches(Contact(id="c-1", city="LYON"), as_of=dt.date(2026, 3, 31))
('city = "Lyon"', True)
>>> (lyon - Segment("adults", "age >= 18")).name
'lyon - adults'
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, overload

import attrs

from contactbase.model.contact import Contact
from contactbase.model.contact_base import ContactBase
from contactbase.model.enums import Channel
from contactbase.model.schema import SCHEMA, Schema
from contactbase.segment import nodes
from contactbase.segment.bind import bind
from contactbase.segment.bound import Bound
from contactbase.segment.builder import Condition
from contactbase.segment.checker import check
from contactbase.segment.context import Context, bucket, refuse_blow_up
from contactbase.segment.days import local_day
from contactbase.segment.diagnostics import Diagnostic, diagnose, errors_of, refuse
from contactbase.segment.explain import Explanation, explain_contact
from contactbase.segment.interpreter import Interpreter
from contactbase.segment.lexer import quoted
from contactbase.segment.lints import counted, lint, lint_audience, lint_window, negated_unknowns
from contactbase.segment.nodes import Expr
from contactbase.segment.parser import parse
from contactbase.segment.python import Compiled, compile_python
from contactbase.segment.selection import Difference, Selection
from contactbase.segment.serial import from_json, to_json, tree_id
from contactbase.segment.sql import compile_sql
from contactbase.segment.vocabulary import DEFAULT, Vocabulary
from contactbase.segment.waterfall import Waterfall, waterfall

__all__ = ["Base", "Predicate", "Segment", "Selection", "diagnose_text"]

_ZONE: Final = "Europe/Paris"
_NOTHING: Final = Context()


@attrs.frozen(kw_only=True, eq=False)
class Predicate:
    """A segment bound to a day and compiled once: for many contacts, one after another or together."""

    segment: Segment
    as_of: dt.date
    compiled: Compiled = attrs.field(repr=False)

    def __call__(self, contact: Contact) -> bool:
        """Tell whether a contact is in."""
        return bool(self.compiled.select((contact,)))

    def select(self, base: Base) -> Selection:
        """Give those of a base who are in."""
        found = tuple(self.compiled.select(_contacts(base)))
        return Selection(name=self.segment.name, segment_id=self.segment.id, contacts=found, as_of=self.as_of)

    def flags(self, base: Base) -> list[bool]:
        """Give True or False for each contact, in order."""
        return self.compiled.flags(_contacts(base))


Base = ContactBase | Mapping[str, Contact] | Iterable[Contact]


def _contacts(base: Base) -> Iterable[Contact]:
    return base.values() if isinstance(base, Mapping) else base


def diagnose_text(text: str, schema: Schema = SCHEMA) -> tuple[Expr | None, tuple[Diagnostic, ...]]:
    """Give the checked tree of a text (None when it is wrong) and every diagnostic, warnings too; never raises."""
    vocabulary = DEFAULT if schema is SCHEMA else Vocabulary.of(schema)
    return _read(text, vocabulary)


def _read(text: str, vocabulary: Vocabulary) -> tuple[Expr | None, tuple[Diagnostic, ...]]:
    parsed = parse(text, vocabulary)
    if parsed.tree is None:
        return None, parsed.diagnostics
    checked = check(parsed.tree, vocabulary)
    found = [*parsed.diagnostics, *checked.diagnostics]
    wrong = bool(errors_of(found))
    if not wrong:
        found += lint(checked.tree, vocabulary)
    found.sort(key=lambda one: (one.span.start if one.span else 0, one.code))
    return None if wrong else checked.tree, tuple(found)


def _by_tree(tree: Expr, vocabulary: Vocabulary) -> tuple[Expr | None, tuple[Diagnostic, ...]]:
    checked = check(tree, vocabulary)
    if errors_of(checked.diagnostics):
        return None, checked.diagnostics
    return checked.tree, (*checked.diagnostics, *lint(checked.tree, vocabulary))


@attrs.frozen(init=False)
class Segment:
    """A named condition. SegmentError, with every diagnostic, when the text is wrong.

    `text` is a text of the language or a condition of the builder; `purpose` says what the segment is for (R09);
    `schema` holds the custom fields. `str(segment)` is the canonical text, `segment.id` the hash of its meaning.
    """

    name: str
    text: str = attrs.field(eq=False)
    purpose: str | None
    description: str | None
    schema: Schema = attrs.field(repr=False, eq=False)
    tree: Expr = attrs.field(repr=False)
    vocabulary: Vocabulary = attrs.field(repr=False, eq=False)
    diagnostics: tuple[Diagnostic, ...] = attrs.field(repr=False, eq=False)

    def __init__(
        self,
        name: str,
        text: str | Condition | Expr,
        *,
        purpose: str | None = None,
        description: str | None = None,
        schema: Schema = SCHEMA,
    ) -> None:
        vocabulary = DEFAULT if schema is SCHEMA else Vocabulary.of(schema)
        if isinstance(text, str):
            tree, found = _read(text, vocabulary)
            written = text
        else:
            tree, found = _by_tree(text.tree if isinstance(text, Condition) else text, vocabulary)
            written = "" if tree is None else str(tree)
        if tree is None:
            raise refuse(found, written)
        self.__attrs_init__(name, written, purpose, description, schema, tree, vocabulary, found)

    @classmethod
    def from_json(cls, name: str, text: str, *, schema: Schema = SCHEMA) -> Segment:
        """Make a segment of the canonical JSON that `to_json` gives."""
        return cls(name, from_json(text), schema=schema)

    def to_json(self) -> str:
        """Give the canonical JSON of the condition."""
        return to_json(self.tree)

    @property
    def id(self) -> str:
        """16 hexadecimal digits, equal for equal conditions however they are written."""
        return tree_id(self.tree)

    def __str__(self) -> str:
        return str(self.tree)

    # Algebra

    def _joined(self, other: Segment, word: str, tree: Expr) -> Segment:
        purpose = self.purpose if self.purpose == other.purpose else None
        schema = self.schema if len(self.schema) >= len(other.schema) else other.schema
        return Segment(f"{self.name} {word} {other.name}", tree, purpose=purpose, schema=schema)

    def __and__(self, other: Segment) -> Segment:
        return self._joined(other, "&", nodes.And((self.tree, other.tree)))

    def __or__(self, other: Segment) -> Segment:
        return self._joined(other, "|", nodes.Or((self.tree, other.tree)))

    def __sub__(self, other: Segment) -> Segment:
        return self._joined(other, "-", nodes.And((self.tree, nodes.Not(other.tree))))

    def __invert__(self) -> Segment:
        return Segment(f"~{self.name}", nodes.Not(self.tree), purpose=self.purpose, schema=self.schema)

    # Evaluation

    def on(self, *, as_of: dt.date, zone: str = _ZONE, context: Context = _NOTHING) -> Predicate:
        """Bind the segment to a day and compile it: what to do before asking about many contacts.

        `as_of` is a date, or an aware datetime that `zone` makes a day of. SegmentError when another segment or a
        list is missing from the context, segments refer to each other in a circle, or a period leaves the calendar.
        """
        day = local_day(as_of, zone)

        def make() -> Compiled:
            return compile_python(self._bound(self.tree, day, context), context)

        key = (self.tree, self.vocabulary, day, _identity(context))
        compiled = make() if context.cache is None else context.cache.get(key, make)
        return Predicate(segment=self, as_of=day, compiled=compiled)

    def _bound(self, tree: Expr, day: dt.date, context: Context) -> Bound:
        if context.segments:
            refuse_blow_up(tree, context.segments)
        return bind(tree, as_of=day, vocabulary=self.vocabulary, context=context, name=self._path(context))

    def _path(self, context: Context) -> str:
        return self.name if context.segments.get(self.name) in (self, None) else ""

    def _interpreter(self, day: dt.date, context: Context) -> Interpreter:
        if context.segments:
            refuse_blow_up(self.tree, context.segments)
        name = self._path(context)
        return Interpreter(as_of=day, vocabulary=self.vocabulary, context=context, path=(name,) if name else ())

    def select(self, base: Base, *, as_of: dt.date, zone: str = _ZONE, context: Context = _NOTHING) -> Selection:
        """Give the contacts of a base who are in, as of a day."""
        return self.on(as_of=as_of, zone=zone, context=context).select(base)

    def matches(self, contact: Contact, *, as_of: dt.date, zone: str = _ZONE, context: Context = _NOTHING) -> bool:
        """Tell whether one contact is in; for many, `on` compiles once, and so does a context with a cache."""
        if context.cache is not None:
            return self.on(as_of=as_of, zone=zone, context=context)(contact)
        return self._interpreter(local_day(as_of, zone), context).holds(self.tree, contact)

    def count(self, base: Base, *, as_of: dt.date, zone: str = _ZONE, context: Context = _NOTHING) -> int:
        """Count the contacts of a base who are in."""
        return len(self.select(base, as_of=as_of, zone=zone, context=context))

    def preview(
        self, base: Base, n: int = 10, *, as_of: dt.date, seed: str = "", zone: str = _ZONE, context: Context = _NOTHING
    ) -> tuple[Contact, ...]:
        """Give n of those who are in, drawn by a keyed hash: the same ones each time."""
        found = self.select(base, as_of=as_of, zone=zone, context=context).contacts
        return tuple(sorted(found, key=lambda contact: (bucket(contact.id, seed), contact.id))[:n])

    def diff(
        self, other: Segment, base: Base, *, as_of: dt.date, zone: str = _ZONE, context: Context = _NOTHING
    ) -> Difference:
        """Give who would join, leave and stay if this segment became another."""
        contacts = list(_contacts(base))
        ours = self.on(as_of=as_of, zone=zone, context=context).flags(contacts)
        theirs = other.on(as_of=as_of, zone=zone, context=context).flags(contacts)
        pairs = [(contact.id, mine, new) for contact, mine, new in zip(contacts, ours, theirs, strict=True)]
        return Difference(
            joining=tuple(one for one, mine, new in pairs if new and not mine),
            leaving=tuple(one for one, mine, new in pairs if mine and not new),
            staying=tuple(one for one, mine, new in pairs if mine and new),
        )

    @overload
    def explain(self, what: Contact, *, as_of: dt.date, zone: str = ..., context: Context = ...) -> Explanation: ...
    @overload
    def explain(self, what: Base, *, as_of: dt.date, zone: str = ..., context: Context = ...) -> Waterfall: ...
    def explain(
        self, what: Contact | Base, *, as_of: dt.date, zone: str = _ZONE, context: Context = _NOTHING
    ) -> Explanation | Waterfall:
        """Say why a contact is in or not, or what each clause does to a base."""
        day = local_day(as_of, zone)
        if isinstance(what, Contact):
            return explain_contact(self.tree, what, self._interpreter(day, context))
        bound: Callable[[Expr], Bound] = lambda node: self._bound(node, day, context)  # noqa: E731 - typed
        return waterfall(self.tree, list(_contacts(what)), bound, context)

    def to_sql(
        self, dialect: str, *, as_of: dt.date, zone: str = _ZONE, context: Context = _NOTHING
    ) -> tuple[str, tuple[object, ...]]:
        """Give (text, parameters) that select the ids of those who are in, over contacts, events and consents.

        `dialect` is duckdb, sqlite, postgresql or spark. BackendCannotExpress for what a dialect cannot say.
        """
        return compile_sql(self._bound(self.tree, local_day(as_of, zone), context), dialect)

    def lint(
        self,
        base: Base | None = None,
        *,
        as_of: dt.date | None = None,
        channel: Channel | None = None,
        kept_years: int | None = None,
    ) -> tuple[Diagnostic, ...]:
        """Give the warnings: W101 counted over a base, W202 and W204 for an audience, W301 beside what is kept."""
        found = list(self.diagnostics)
        if base is not None:
            if as_of is None:
                raise ValueError("Counting over a base needs as_of.")
            found = [one for one in found if one.code != "W101"] + list(self._counted(list(_contacts(base)), as_of))
        if channel is not None:
            found += lint_audience(self.tree, channel)
            if self.purpose is None:
                found.append(diagnose("W204", self.tree.span, {"name": quoted(self.name)}))
        if kept_years is not None:
            found += lint_window(self.tree, kept_years)
        return tuple(sorted(found, key=lambda one: (one.span.start if one.span else 0, one.code)))

    def _counted(self, contacts: list[Contact], as_of: dt.date) -> Iterator[Diagnostic]:
        for name, (test, operand) in negated_unknowns(self.tree, self.vocabulary).items():
            absent = nodes.Known(operand, known=False)
            flags = compile_python(self._bound(absent, local_day(as_of, _ZONE), _NOTHING)).flags(contacts)
            missing = sum(flags)
            if missing:
                yield counted(test, name, missing, len(contacts))


def _identity(context: Context) -> object:
    """Give what tells one context from another in a cache: nothing, where a context holds nothing."""
    held = context.segments or context.lists or context.can_receive
    return context if held else None
