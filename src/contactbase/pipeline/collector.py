"""Python's search for cycles, made rare while a long job keeps much and leaves no cycles behind.

A main job keeps hundreds of thousands of frozen values, none of which can refer to itself; Python's collector walks
over all of them again and again, a sixth of the job's time. Only a process of our own (the command line, a worker) may
change that, so `run` leaves it alone.

>>> import gc
>>> before = gc.get_threshold()
>>> with rarely():
...     gc.get_threshold() == before
False
>>> gc.get_threshold() == before
True
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

__all__ = ["rarely", "seldom"]

_THRESHOLDS: Final = (50_000, 20, 100)
"""How many objects come new before the youngest are looked at, and the older ones less often still."""


def seldom() -> None:
    """Collect rarely from now on, and leave what was loaded so far out of it: for a worker, until it ends."""
    gc.freeze()
    gc.set_threshold(*_THRESHOLDS)


@contextmanager
def rarely() -> Iterator[None]:
    """Collect rarely inside the block."""
    before = gc.get_threshold()
    seldom()
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
