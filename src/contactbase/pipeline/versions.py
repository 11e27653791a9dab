"""The versions that a result depends on: validity of a number is a matter of the metadata of the day.

>>> sorted(versions())
['contactbase', 'phone metadata', 'python']
"""

from __future__ import annotations

import platform

import contactbase
from contactbase.normalize.phone import metadata_version

__all__ = ["versions"]


def versions() -> dict[str, str]:
    """Give the versions of this library, of the phone metadata and of Python."""
    return {
        "contactbase": contactbase.__version__,
        "phone metadata": metadata_version(),
        "python": platform.python_version(),
    }
