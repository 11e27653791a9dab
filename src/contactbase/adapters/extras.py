"""Optional packages, imported when they are used; one that is missing is named with the command that installs it.

>>> packages("text", "json").loads("1")
1
>>> try:
...     packages("frames", "no_such_package")
... except MissingExtra as error:
...     print(error)
This needs the package no_such_package. Install it with: pip install "contactbase[frames]"
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from contactbase.errors import MissingExtra

__all__ = ["packages"]


def packages(extra: str, module: str) -> Any:
    """Import a module that an extra brings; MissingExtra where it is not installed."""
    try:
        return import_module(module)
    except ImportError as error:
        raise MissingExtra(extra, module.partition(".")[0]) from error
