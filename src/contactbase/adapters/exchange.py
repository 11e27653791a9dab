"""Two folders change places in one step, where the system can: the one call behind an atomic result folder.

Linux: `renameat2` with `RENAME_EXCHANGE` (since 3.15; ext4, xfs, btrfs, tmpfs, overlayfs). macOS: `renamex_np` with
`RENAME_SWAP` (APFS). Elsewhere, and on file systems that refuse, `exchange` says False and has done nothing.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

__all__ = ["exchange"]

_AT_FDCWD: Final = -100
_EXCHANGE: Final = 2
"""`RENAME_EXCHANGE` of linux/fs.h, and `RENAME_SWAP` of sys/stdio.h on macOS."""


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change places at once; tell whether the system could."""
    if sys.platform not in ("linux", "darwin"):
        return False
    import ctypes  # noqa: PLC0415 - some milliseconds, that only a finished run should cost

    library = ctypes.CDLL(None, use_errno=True)
    first, second = os.fsencode(one), os.fsencode(other)
    if sys.platform == "linux" and hasattr(library, "renameat2"):
        return int(library.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, _EXCHANGE)) == 0
    if sys.platform == "darwin" and hasattr(library, "renamex_np"):
        return int(library.renamex_np(first, second, _EXCHANGE)) == 0
    return False
