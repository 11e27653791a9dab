"""What the commands of suppression and rights share: where the keys are, and the list they open.

Keys are read from a file (`--key-file`, or the path in `CONTACTBASE_KEY_FILE`) or from the environment
(`CONTACTBASE_KEYS`, one key a line); never from the arguments, which every user of the machine can see.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from contactbase.cli.say import Voice
from contactbase.errors import PrivacyError
from contactbase.pipeline.stop_files import read_keys, read_suppressions
from contactbase.privacy.keys import KeyRing
from contactbase.privacy.suppression import SuppressionList

__all__ = ["keys_of", "list_of", "optional_keys"]


def optional_keys(options: argparse.Namespace) -> KeyRing | None:
    """Give the key ring; None where none was named."""
    path = options.key_file or os.environ.get("CONTACTBASE_KEY_FILE")
    if path:
        return read_keys(path)
    text = os.environ.get("CONTACTBASE_KEYS")
    return KeyRing.of_text(text) if text else None


def keys_of(options: argparse.Namespace, voice: Voice) -> KeyRing:
    """Give the key ring; PrivacyError that says where keys may stand."""
    keys = optional_keys(options)
    if keys is None:
        raise PrivacyError(voice.text("no-keys"))
    return keys


def list_of(path: str, options: argparse.Namespace, voice: Voice, *, may_be_new: bool = False) -> SuppressionList:
    """Open a suppression list; a missing one is an error, unless it may be new."""
    keys = keys_of(options, voice)
    if may_be_new and not Path(path).exists():
        return SuppressionList(keys)
    return read_suppressions(path, keys).value
