r"""Policies as texts of TOML or JSON, and back: no file is touched here.

An error says on which line of the text, and what to write instead. Writing what was read gives an equal policy.

>>> from contactbase.policy.countries.fr import FR
>>> from_toml(to_toml(FR)) == FR == from_json(to_json(FR))
True
>>> try:
...     from_toml('id = "house"\nversion = "1"\nzoen = "Europe/Paris"')
... except PolicyError as error:
...     print(error)
Line 3 (zoen): There is no "zoen" here. Did you mean "zone"?
"""

from __future__ import annotations

import datetime as dt
import json
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from contactbase.errors import PolicyError
from contactbase.policy.places import line_in_json, line_in_toml
from contactbase.policy.policy import Policy
from contactbase.policy.structure import Path, Wrong, plain, read_policy

__all__ = ["from_json", "from_toml", "to_json", "to_toml"]


def from_toml(text: str) -> Policy:
    """Give the policy of a text of TOML; PolicyError with the line of the first thing that is wrong."""
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PolicyError(f"This is no TOML: {error}.") from error
    except RecursionError as error:
        raise PolicyError("This TOML nests too deep for a policy.") from error
    return _read(found, text, line_in_toml)


def from_json(text: str) -> Policy:
    """Give the policy of a text of JSON; PolicyError with the line of the first thing that is wrong."""
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        raise PolicyError(f"This is no JSON: line {error.lineno}, column {error.colno}: {error.msg}.") from error
    except (RecursionError, ValueError) as error:
        raise PolicyError("This JSON nests too deep, or holds too long a number, for a policy.") from error
    return _read(found, text, line_in_json)


def _read(found: Any, text: str, line_of: Callable[[str, Path], int | None]) -> Policy:
    try:
        return read_policy(found)
    except Wrong as wrong:
        line = line_of(text, wrong.path) if wrong.path else 1
        place = ".".join(f"[{step}]" if isinstance(step, int) else step for step in wrong.path).replace(".[", "[")
        where = f"Line {line}" + (f" ({place})" if place else "")
        raise PolicyError(f"{where}: {wrong}") from wrong


def to_json(policy: Policy) -> str:
    """Give a policy as JSON."""
    return json.dumps(plain(policy), ensure_ascii=False, indent=1, default=_iso) + "\n"


def _iso(value: dt.date | dt.time) -> str:
    return value.isoformat()


def to_toml(policy: Policy) -> str:
    """Give a policy as TOML: a table for each rule, and one for each of its citations."""
    found = plain(policy)
    rules, consent = found.pop("rules"), found.pop("consent", {})
    lines = [*_pairs(found if rules else {**found, "rules": []})]
    for rule in rules:
        lines += _table("rules", rule)
    for rule in consent.pop("rules", []):
        lines += _table("consent.rules", rule)
    if consent:
        lines += ["", "[consent]", *_pairs(consent)]
    return "\n".join(lines) + "\n"


def _table(name: str, rule: dict[str, Any]) -> Iterator[str]:
    """Write a rule as a table, and its citations as tables of it."""
    citations = rule.pop("citations", [])
    yield from ("", f"[[{name}]]", *_pairs(rule))
    for citation in citations:
        yield from ("", f"[[{name}.citations]]", *_pairs(citation))


def _pairs(found: Mapping[str, Any]) -> Iterator[str]:
    for name, value in found.items():
        yield f"{name} = {_value(value)}"


def _value(value: Any) -> str:
    """Give a value as TOML writes it on the right of an equals sign."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, dict):
        return "{ " + ", ".join(_pairs(value)) + " }"
    if isinstance(value, list):
        if any(isinstance(part, dict) for part in value):
            return "[\n" + "".join(f"  {_value(part)},\n" for part in value) + "]"
        return f"[{', '.join(map(_value, value))}]"
    return _iso(value) if isinstance(value, dt.date | dt.time) else str(value)


_ESCAPED: Final = re.compile(r'[\x00-\x1f\x7f"\\]')


def _text(value: str) -> str:
    """Write a basic string of TOML; what JSON escapes, TOML escapes alike, and DEL as well."""
    return (
        '"'
        + _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}" if found[0] not in '"\\' else f"\\{found[0]}", value)
        + '"'
    )
