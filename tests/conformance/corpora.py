"""Where the corpora are: files nobody of this project wrote, read where they exist and never copied."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def corpus(name: str) -> Path:
    """Give the folder or file of a corpus, or skip the test when it is not there."""
    path = _place(name)
    if not path.exists():
        pytest.skip(f"no corpus {name!r}: set CONTACTBASE_CORPORA to a folder that has it")
    return path


def corpus_files(name: str, pattern: str) -> list[Path]:
    """List the files of a corpus for parametrization; empty (and so skipped) where the corpus is absent."""
    return sorted(path for path in _place(name).glob(pattern) if path.is_file())


def _place(name: str) -> Path:
    """Give the place of a corpus; CONTACTBASE_VECTORS is another folder of vectors in the same formats."""
    if name == "vectors" and os.environ.get("CONTACTBASE_VECTORS"):
        return Path(os.environ["CONTACTBASE_VECTORS"])
    return Path(os.environ.get("CONTACTBASE_CORPORA") or ROOT.parent / "shared" / "data") / name
