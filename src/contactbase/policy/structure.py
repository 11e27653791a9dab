"""Policies as plain values (dictionaries, lists, texts, numbers) and back, directed by the types of the rules.

What a rule holds is written once, in its class; a new kind of rule needs no line here but its name in `KINDS`. What
stands at its default is left out.

>>> from contactbase.policy.countries.fr import FR
>>> read_policy(plain(FR)) == FR
True
>>> plain(FR)["rules"][1]["scope"]
'relationship in (customer, inactive, former)'
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

import attrs

from contactbase.errors import PolicyError
from contactbase.policy.condition import condition
from contactbase.policy.consent_rules import Consented, ConsentRule, LegitimateInterest, Necessity, SoftOptIn
from contactbase.policy.policy import Policy
from contactbase.policy.rule import KeepingRule, RetentionRule, Rule
from contactbase.policy.sending import CapRule, ExclusionRule, SectorRule, WindowRule
from contactbase.policy.upkeep import DelayRule, RefreshRule, SuppressionRule
from contactbase.segment.segment import Segment
from contactbase.segment.vocabulary import suggest

__all__ = ["GROUNDS", "KINDS", "Path", "Wrong", "kind_of", "plain", "read_policy"]

KINDS: Final[Mapping[str, type[Rule]]] = {
    "retention": RetentionRule,
    "keeping": KeepingRule,
    "exclusion": ExclusionRule,
    "cap": CapRule,
    "window": WindowRule,
    "sector": SectorRule,
    "refresh": RefreshRule,
    "delay": DelayRule,
    "suppression": SuppressionRule,
}
"""The kinds of rules by the name that texts give them."""

GROUNDS: Final[Mapping[str, type]] = {
    "consent": Consented,
    "soft_opt_in": SoftOptIn,
    "legitimate_interest": LegitimateInterest,
    "necessity": Necessity,
}
"""The grounds of a rule of consent by the name that texts give them."""
_NAMES: Final[Mapping[type, str]] = {kind: name for kinds in (KINDS, GROUNDS) for name, kind in kinds.items()}

Path = tuple[str | int, ...]
"""The way to a value: keys and places in lists."""


class Wrong(Exception):  # noqa: N818 - a message on its way to the line it belongs to
    """What is wrong with a value, and where it stands."""

    def __init__(self, path: Path, message: str) -> None:
        """Keep the place and the message."""
        super().__init__(message)
        self.path: Final = path


def kind_of(rule: Rule | ConsentRule) -> str:
    """Give the name of the kind of a rule."""
    return _NAMES.get(type(rule), "consent")


def plain(value: Any) -> Any:
    """Give a policy, a rule or a part of one as plain values; days and times stay what they are."""
    if isinstance(value, Segment):
        return str(value)
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, frozenset):
        return sorted(map(plain, value))
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    if not attrs.has(type(value)):
        return value
    found = {field.name: getattr(value, field.name) for field in attrs.fields(type(value)) if _written(value, field)}
    kind = {"kind": _NAMES[type(value)]} if type(value) in _NAMES else {}
    return kind | {name: plain(part) for name, part in found.items()}


def _written(value: object, field: attrs.Attribute[Any]) -> bool:
    held, default = getattr(value, field.name), field.default
    make = getattr(default, "factory", None)
    return held is not None and bool(held != (default if make is None else make()))


def read_policy(found: Any) -> Policy:
    """Give the policy of plain values; `Wrong` with the place of the first thing that is wrong."""
    return _read(Policy, found, ())  # type: ignore[no-any-return] # by its type


def _read(kind: Any, found: Any, path: Path) -> Any:
    """Give the value of a type."""
    origin = get_origin(kind)
    if origin in {Union, UnionType}:
        several = [each for each in get_args(kind) if each is not NoneType]
        return _read(several[0], found, path) if len(several) == 1 else _of_kind(GROUNDS, found, path)
    if origin in {tuple, frozenset}:
        if not isinstance(found, list):
            raise Wrong(path, f"Write a list here, not {_shown(found)}.")
        inner = get_args(kind)[0]
        return origin(_read(inner, part, (*path, place)) for place, part in enumerate(found))
    if kind in _SIMPLE:
        return _SIMPLE[kind](found, path)
    if issubclass(kind, StrEnum):
        return _enum(kind, found, path)
    return _whole(kind, found, path)


def _whole(kind: type[Any], found: Any, path: Path) -> Any:
    """Give an instance of an attrs class."""
    if kind is Rule:
        return _of_kind(KINDS, found, path)
    if not isinstance(found, dict):
        raise Wrong(path, f"Write a table of values here, not {_shown(found)}.")
    hints = get_type_hints(kind)
    fields = {field.name: field for field in attrs.fields(kind)}
    for name in found:
        if name not in fields:
            near = suggest(str(name), {each: each for each in fields})
            hint = f' Did you mean "{near}"?' if near else f" There are: {', '.join(fields)}."
            raise Wrong((*path, name), f'There is no "{name}" here.{hint}')
    missing = [name for name, field in fields.items() if field.default is attrs.NOTHING and name not in found]
    optional = [name for name in missing if NoneType in get_args(hints[name])]
    if set(missing) - set(optional):
        raise Wrong(path, f'"{next(name for name in missing if name not in optional)}" is missing here.')
    values = {name: _read(hints[name], part, (*path, name)) for name, part in found.items()}
    return _made(kind, dict.fromkeys(optional) | values, path)


def _made(kind: type[Any], values: Mapping[str, Any], path: Path) -> Any:
    try:
        return kind(**values)
    except (PolicyError, ValueError) as error:
        raise Wrong(path, str(error)) from error


def _of_kind(kinds: Mapping[str, type], found: Any, path: Path) -> Any:
    """Give an instance of the class that the kind names."""
    if not isinstance(found, dict):
        raise Wrong(path, f"Write a table of values here, not {_shown(found)}.")
    name = found.get("kind")
    if not isinstance(name, str) or name not in kinds:
        said = "has no kind" if name is None else f"has the kind {_shown(name)}"
        place = (*path, "kind") if "kind" in found else path
        raise Wrong(place, f"This rule {said}. Write one of: {', '.join(kinds)}.")
    return _whole(kinds[name], {key: value for key, value in found.items() if key != "kind"}, path)


def _enum(kind: type[StrEnum], found: Any, path: Path) -> StrEnum:
    values = [each.value for each in kind]
    if found not in values:
        near = suggest(found, {each: each for each in values}) if isinstance(found, str) else None
        raise Wrong(
            path, f"{_shown(found)} is none of: {', '.join(values)}." + (f' Did you mean "{near}"?' if near else "")
        )
    return kind(found)


def _condition(found: Any, path: Path) -> Segment:
    try:
        return condition(_typed(str, "a text")(found, path))
    except PolicyError as error:
        raise Wrong(path, str(error)) from error


def _typed(kind: type, words: str) -> Callable[[Any, Path], Any]:
    def read(found: Any, path: Path) -> Any:
        if type(found) is not kind:
            raise Wrong(path, f"Write {words} here, not {_shown(found)}.")
        return found

    return read


def _day_or_time(kind: type[dt.date | dt.time], words: str) -> Callable[[Any, Path], Any]:
    def read(found: Any, path: Path) -> Any:
        try:
            return kind.fromisoformat(found) if isinstance(found, str) else _typed(kind, words)(found, path)
        except ValueError:
            raise Wrong(path, f"Write {words} here, not {_shown(found)}.") from None

    return read


def _shown(found: Any) -> str:
    """Show a value, shortly."""
    shown = repr(found)
    return shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}..."


_SHOWN: Final = 60
_SIMPLE: Final[Mapping[Any, Callable[[Any, Path], Any]]] = {
    str: _typed(str, "a text"),
    int: _typed(int, "a whole number"),
    bool: _typed(bool, "true or false"),
    dt.date: _day_or_time(dt.date, "a day such as 2026-11-22"),
    dt.time: _day_or_time(dt.time, "a time such as 08:00"),
    Segment: _condition,
}
