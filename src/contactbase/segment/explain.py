"""Why a contact is in, or not: each condition with its value and verdict, and the fewest changes that would do.

>>> from contactbase.model.contact import Contact
>>> from contactbase.segment.parser import parse
>>> tree = parse('city = "Lyon" and age >= 25').tree
>>> one = explain_contact(tree, Contact(id="c-1", city="LYON"), Interpreter(as_of=dt.date(2026, 3, 31)))
>>> print(one)
✗ city = "Lyon" and age >= 25
  ✓ city = "Lyon": LYON
  ✗ age >= 25: unknown
would be in with: age >= 25 (unknown)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from html import escape
from typing import Final, TypeAlias

import attrs

from contactbase.model.contact import Contact
from contactbase.model.ledger import NEWEST
from contactbase.model.text import Language, Text
from contactbase.segment import nodes
from contactbase.segment.interpreter import Interpreter
from contactbase.segment.nodes import Expr
from contactbase.segment.shown import UNKNOWN, shown

__all__ = ["Explanation", "Reason", "explain_contact"]

_IN: Final = Text("would be in with: {changes}", "serait dedans avec : {changes}")
_OUT: Final = Text("would be out with: {changes}", "serait dehors avec : {changes}")
_NO_WAY: Final = Text(
    "no change of its conditions was found that would turn it",
    "aucun changement de ses conditions n'a été trouvé qui l'inverserait",
)
_NO_POLICY: Final = Text("no policy was given, so nobody can", "aucune politique donnée, donc personne ne peut")
_WORDS: Final = {
    "on": Text("on the list", "sur la liste"),
    "off": Text("not on the list", "pas sur la liste"),
    "drawn": Text("drawn", "tiré au sort"),
    "not drawn": Text("not drawn", "pas tiré au sort"),
    "consent": Text("consent of {day}", "consentement du {day}"),
    "refusal": Text("refusal of {day}", "refus du {day}"),
    "undated": Text("refusal without a date", "refus sans date"),
    "lapsed": Text("consent expired", "consentement expiré"),
    "none": Text("no consent", "aucun consentement"),
    "yes": Text("the policy permits", "la politique permet"),
    "no": Text("the policy refuses", "la politique refuse"),
}


@attrs.frozen
class Reason:
    """One condition of an explanation: `value` is what the contact has there, personal and so never in a repr."""

    node: Expr
    verdict: bool
    value: Text | None = attrs.field(default=None, repr=False)
    children: tuple[Reason, ...] = ()

    def lines(self, language: Language, depth: int = 0) -> Iterator[str]:
        """Give the condition and those under it as lines."""
        tail = "" if self.value is None else f": {self.value.say(language)}"
        yield f"{'  ' * depth}{'✓' if self.verdict else '✗'} {self.node}{tail}"
        for child in self.children:
            yield from child.lines(language, depth + 1)

    def to_json(self) -> dict[str, object]:
        """Give the condition and those under it as a JSON object."""
        found: dict[str, object] = {"condition": str(self.node), "verdict": self.verdict}
        if self.value is not None:
            found["value"] = {"en": self.value.en, "fr": self.value.fr}
        if self.children:
            found["conditions"] = [child.to_json() for child in self.children]
        return found

    def html(self) -> str:
        """Give the condition and those under it as a list item."""
        tail = "" if self.value is None else f": {escape(self.value.en)}"
        inner = "".join(child.html() for child in self.children)
        below = f"<ul>{inner}</ul>" if inner else ""
        return f"<li>{'✓' if self.verdict else '✗'} <code>{escape(str(self.node))}</code>{tail}{below}</li>"


@attrs.frozen
class Explanation:
    """The verdict on one contact and its reasons; `changes` are the fewest conditions that would turn it.

    Each change is a condition with the verdict it would need; None when no set of changes would do.
    """

    verdict: bool
    reason: Reason
    changes: tuple[tuple[Reason, bool], ...] | None = ()

    def say(self, language: Language = "en") -> str:
        """Give the explanation as a tree of lines."""
        lines = list(self.reason.lines(language))
        if self.changes is None:
            lines.append(_NO_WAY.say(language))
        elif self.changes:
            lines.append((_OUT if self.verdict else _IN).say(language, changes=self._changes(language)))
        return "\n".join(lines)

    def _changes(self, language: Language) -> str:
        said = []
        for reason, wanted in self.changes or ():
            text = str(reason.node) if wanted else str(nodes.Not(reason.node))
            said.append(text if reason.value is None else f"{text} ({reason.value.say(language)})")
        return " + ".join(said)

    def __str__(self) -> str:
        return self.say()

    def __bool__(self) -> bool:
        return self.verdict

    def to_json(self) -> dict[str, object]:
        """Give the explanation as a JSON object."""
        changes = None
        if self.changes is not None:
            changes = [{"condition": str(reason.node), "wanted": wanted} for reason, wanted in self.changes]
        return {"verdict": self.verdict, "reason": self.reason.to_json(), "changes": changes}

    def _repr_html_(self) -> str:
        last = escape(self.say().rsplit("\n", 1)[-1]) if self.changes else ""
        return f"<ul>{self.reason.html()}</ul><p>{last}</p>"


def explain_contact(tree: Expr, contact: Contact, interpreter: Interpreter) -> Explanation:
    """Give the explanation of a checked tree for one contact."""
    reason = _reason(tree, contact, interpreter)
    return Explanation(reason.verdict, reason, _fewest(reason, wanted=not reason.verdict))


def _reason(node: Expr, contact: Contact, interpreter: Interpreter) -> Reason:
    match node:
        case nodes.And(args):
            children = tuple(_reason(arg, contact, interpreter) for arg in args)
            return Reason(node, all(child.verdict for child in children), None, children)
        case nodes.Or(args):
            children = tuple(_reason(arg, contact, interpreter) for arg in args)
            return Reason(node, any(child.verdict for child in children), None, children)
        case nodes.Not(arg):
            child = _reason(arg, contact, interpreter)
            return Reason(node, not child.verdict, None, (child,))
        case nodes.InSegment(name) if name in interpreter.context.segments:
            verdict = interpreter.holds(node, contact)
            found = interpreter.context.segments[name]
            inner = attrs.evolve(interpreter, vocabulary=found.vocabulary, path=(*interpreter.path, name))
            return Reason(node, verdict, None, (_reason(found.tree, contact, inner),))
        case _:
            return Reason(node, interpreter.holds(node, contact), _value(node, contact, interpreter))


def _value(node: Expr, contact: Contact, interpreter: Interpreter) -> Text | None:
    """Give what the contact has where a condition looks."""
    match node:
        case nodes.OptedIn() | nodes.OptedOut():
            return _consent(node, contact, interpreter)
        case nodes.CanReceive(channel, purpose):
            return _permission(contact, channel, purpose, interpreter)
        case nodes.InList(name):
            return _WORDS["on" if contact.id in interpreter.context.lists[name] else "off"]
        case nodes.Sample():
            return _WORDS["drawn" if interpreter.holds(node, contact) else "not drawn"]
        case nodes.HasEvents(table, where, period):
            count = nodes.Aggregate(nodes.Function.COUNT, table, None, where, period)
            return _both(interpreter.value(count, contact, None))
        case _:
            return _both(interpreter.value(node.operand, contact, None))  # type: ignore[attr-defined] # the rest have one


def _both(value: object) -> Text:
    if value is None:
        return UNKNOWN
    return Text(shown(value, "en"), shown(value, "fr"))


def _consent(node: nodes.OptedIn | nodes.OptedOut, contact: Contact, interpreter: Interpreter) -> Text:
    found = interpreter.ledger(node, contact)
    if found.refusal == NEWEST:
        return _WORDS["undated"]
    if found.opted_out:
        return _dated("refusal", found.refusal)
    if found.opted_in:
        return _dated("consent", found.grant)
    return _WORDS["none" if found.lapse is None else "lapsed"]


def _dated(word: str, day: dt.date | None) -> Text:
    return Text(_WORDS[word].say("en", day=day), _WORDS[word].say("fr", day=day))


def _permission(contact: Contact, channel: str, purpose: str, interpreter: Interpreter) -> Text:
    ask = interpreter.context.can_receive
    if ask is None:
        return _NO_POLICY
    answer = ask(contact, channel, purpose, as_of=interpreter.as_of)
    reasons = "; ".join(map(str, getattr(answer, "reasons", ())))
    said = _WORDS["yes" if answer else "no"]
    return Text(f"{said.en} ({reasons})", f"{said.fr} ({reasons})") if reasons else said


_Way: TypeAlias = dict[Expr, tuple[Reason, bool]]
_WAYS: Final = 64
"""Ways looked at for each condition: the fewest changes first."""


def _fewest(reason: Reason, *, wanted: bool) -> tuple[tuple[Reason, bool], ...] | None:
    """Give the fewest conditions that must change for a verdict; None when no way was found that holds together."""
    for way in _ways(reason, wanted=wanted):
        if _turned(reason, way) == wanted:
            return tuple(way.values())
    return None


def _ways(reason: Reason, *, wanted: bool) -> list[_Way]:
    """Give sets of changes that would each do, the smallest first, were the conditions independent."""
    if reason.verdict == wanted:
        return [{}]
    match reason.node:
        case nodes.Not():
            return _ways(reason.children[0], wanted=not wanted)
        case nodes.And() | nodes.Or():
            found = [_ways(child, wanted=wanted) for child in reason.children]
            all_needed = isinstance(reason.node, nodes.And) == wanted
            ways = _together(found) if all_needed else [way for several in found for way in several]
            return sorted(ways, key=len)[:_WAYS]
        case _:
            return [{reason.node: (reason, wanted)}]


def _together(found: list[list[_Way]]) -> list[_Way]:
    """Join changes that are all needed, leaving out those that need one condition to be both."""
    joined: list[_Way] = [{}]
    for several in found:
        pairs = [left | right for left in joined for right in several if _agree(left, right)]
        joined = sorted(pairs, key=len)[:_WAYS]
    return joined


def _agree(left: _Way, right: _Way) -> bool:
    return all(left[node][1] == wanted for node, (_, wanted) in right.items() if node in left)


def _turned(reason: Reason, way: _Way) -> bool:
    """Give the verdict that the changes would make, wherever the changed conditions stand."""
    match reason.node:
        case nodes.And():
            return all(_turned(child, way) for child in reason.children)
        case nodes.Or():
            return any(_turned(child, way) for child in reason.children)
        case nodes.Not():
            return not _turned(reason.children[0], way)
        case _:
            return way[reason.node][1] if reason.node in way else reason.verdict
