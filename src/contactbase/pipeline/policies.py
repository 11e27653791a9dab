"""Policies in files: TOML or JSON by the ending of the name. The texts themselves are `policy.written`'s.

>>> policy_of("FR").id
'fr'
"""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import Final

from contactbase.adapters.atomic import write_bytes
from contactbase.errors import PolicyError, ReadError, WriteError
from contactbase.policy.catalog import policy_named
from contactbase.policy.policy import Policy
from contactbase.policy.written import from_json, from_toml, to_json, to_toml

__all__ = ["policy_of", "read_policy", "write_policy"]

_READ: Final = {".toml": from_toml, ".json": from_json}
_WRITTEN: Final = {".toml": to_toml, ".json": to_json}
_MOST: Final = 1 << 24
"""Bytes of a policy at most."""


def read_policy(path: str | PathLike[str]) -> Policy:
    """Read a policy of a file; PolicyError with the line where it is none, ReadError where it cannot be read."""
    place = Path(path)
    read = _READ.get(place.suffix.lower())
    if read is None:
        raise ReadError(f"{place} does not end in .toml or .json, so it is no policy.")
    try:
        if place.stat().st_size > _MOST:
            raise ReadError(f"{place} is too large to be a policy.")
        text = place.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ReadError(f"{place} cannot be read: {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        raise ReadError(f"{place} is not written in UTF-8. Save it so.") from error
    try:
        return read(text)
    except PolicyError as error:
        raise PolicyError(f"{place}: {error}") from error


def write_policy(policy: Policy, path: str | PathLike[str]) -> None:
    """Write a policy into a file, whole or not at all; WriteError where it cannot be written."""
    written = _WRITTEN.get(Path(path).suffix.lower())
    if written is None:
        raise WriteError(f"{Path(path)} does not end in .toml or .json. Choose one of them for a policy.")
    write_bytes(path, [written(policy).encode()])


def policy_of(name: str) -> Policy:
    """Give a policy by its id, or of a file where the name ends in .toml or .json."""
    return read_policy(name) if Path(name).suffix.lower() in _READ else policy_named(name)
