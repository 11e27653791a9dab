"""Where the corpora are: files nobody of this project wrote, read where they exist and never copied."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def corpus(name: str) -> Path:
    """Give the folder or file of a corpus, or skip the test when it is not there."""
    folder = Path(os.environ.get("CONTACTBASE_CORPORA") or ROOT.parent / "shared" / "data")
    path = folder / name
    if not path.exists():
        pytest.skip(f"no corpus {name!r}: set CONTACTBASE_CORPORA to a folder that has it")
    return path


def corpus_files(name: str, pattern: str) -> list[Path]:
    """List the files of a corpus for parametrization; empty (and so skipped) where the corpus is absent."""
    folder = Path(os.environ.get("CONTACTBASE_CORPORA") or ROOT.parent / "shared" / "data")
    return sorted(path for path in (folder / name).glob(pattern) if path.is_file())
